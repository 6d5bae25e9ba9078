/**
 * The tree of the Sources view as plain data: from what the server says about an article to nodes with labels. It
 * knows no VS Code widget, so that order, filter and words can be tested by themselves.
 */
import type {
  AgencyNode,
  AllegationNode,
  AnonymousNode,
  Range,
  SourcesResult,
  SpeakerNode,
  StatementNode,
} from '../../../protocol/index.ts';

export type SortBy = 'voice' | 'appearance' | 'name';

/** Words that depend on the user's language; given by the view. */
export interface Words {
  readonly quotes: (count: number) => string;
  readonly statements: (count: number) => string;
  readonly share: (share: number) => string;
  readonly paragraph: (number: number) => string;
  readonly stance: (stance: string) => string;
  readonly verification: (verification: string) => string;
  readonly reply: (reply: AllegationNode['reply']) => string;
  readonly response: (kind: string) => string;
  readonly unattributed: string;
  readonly agencies: string;
  readonly allegations: string;
  readonly anonymous: string;
  readonly reason: (reason: string) => string;
  readonly noReason: string;
  readonly against: (accuser: string | null, accused: string | null) => string;
  readonly via: (name: string) => string;
  readonly agencyFunction: (name: string) => string;
}

export interface TreeNode {
  /** Stable over edits that do not change the thing itself, so that the tree keeps what is open. */
  readonly id: string;
  readonly kind:
    'speaker' | 'statement' | 'group' | 'agency' | 'mention' | 'allegation' | 'response' | 'anonymous';
  readonly label: string;
  readonly description: string;
  /** Read aloud by a screen reader: “Jane Smith, mayor, 4 quotations”. */
  readonly spoken: string;
  readonly icon: string;
  readonly tooltip: readonly string[];
  readonly range: Range | null;
  readonly children: readonly TreeNode[];
  /** What *Copy* puts on the clipboard. */
  readonly copy: string;
  readonly expanded: boolean;
}

const SPEAKER_ICONS: Readonly<Record<SpeakerNode['type'], string>> = {
  person: 'person',
  organization: 'organization',
  country: 'globe',
  agency: 'radio-tower',
  outlet: 'radio-tower',
  group: 'organization',
  anonymous: 'question',
  document: 'file-text',
};

const STANCE_ICONS: Readonly<Record<string, string>> = {
  allege: 'warning',
  accuse: 'warning',
  claim: 'warning',
  deny: 'circle-slash',
  confirm: 'pass',
  condemn: 'thumbsdown',
  praise: 'thumbsup',
  demand: 'megaphone',
  warn: 'bell',
  concede: 'check',
  promise: 'calendar',
  believe: 'lightbulb',
};

const join = (parts: readonly (string | null | false)[], separator = ' · '): string =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '').join(separator);

function statementNode(statement: StatementNode, words: Words, prefix: string): TreeNode {
  const stance =
    statement.stance === 'neutral' || statement.stance === 'other' ? null : words.stance(statement.stance);
  const place = words.paragraph(statement.paragraph);
  const description = join([statement.cueText, stance, statement.via && words.via(statement.via), place]);
  return {
    id: `${prefix}/${statement.id}`,
    kind: 'statement',
    label: statement.text,
    description,
    spoken: join([statement.text, description], ', '),
    icon: STANCE_ICONS[statement.stance] ?? (statement.form === 'indirect' ? 'comment' : 'quote'),
    tooltip: [
      statement.text,
      join([
        statement.cueText,
        stance,
        words.verification(statement.verification),
        statement.via && words.via(statement.via),
        place,
      ]),
    ],
    range: statement.range,
    children: [],
    copy: statement.text,
    expanded: false,
  };
}

function speakerNode(speaker: SpeakerNode, words: Words): TreeNode {
  const about = join([speaker.role, speaker.affiliation], ', ');
  const children = speaker.statements.map((statement) => statementNode(statement, words, speaker.id));
  const amount =
    speaker.quotes > 0 ? words.quotes(speaker.quotes) : words.statements(speaker.statements.length);
  return {
    id: `speaker/${speaker.name}`,
    kind: 'speaker',
    label: speaker.name,
    description: join([words.share(speaker.share), about]),
    spoken: join([speaker.name, about, amount, words.share(speaker.share)], ', '),
    icon: SPEAKER_ICONS[speaker.type],
    tooltip: [
      join([speaker.name, about], ', '),
      join([amount, words.share(speaker.share)]),
      ...(speaker.note === null ? [] : [speaker.note]),
    ],
    range: speaker.introduction ?? speaker.mentions[0] ?? speaker.statements[0]?.range ?? null,
    children,
    copy: [join([speaker.name, about], ', '), ...children.map((child) => child.copy)].join('\n'),
    expanded: false,
  };
}

function agencyNode(agency: AgencyNode, words: Words): TreeNode {
  const functions = [
    ...new Set(agency.mentions.map((mention) => words.agencyFunction(mention.function))),
  ].join(', ');
  return {
    id: `agency/${agency.id}`,
    kind: 'agency',
    label: agency.name,
    description: join([functions, agency.country]),
    spoken: join([agency.name, functions, agency.country], ', '),
    icon: 'radio-tower',
    tooltip: [agency.name, join([functions, agency.country])],
    range: agency.mentions[0] ?? null,
    children: [],
    copy: agency.name,
    expanded: false,
  };
}

const REPLY_ICONS: Readonly<Record<AllegationNode['reply'], string>> = {
  answered: 'comment-discussion',
  asked: 'comment-unresolved',
  none: 'warning',
};

function allegationNode(allegation: AllegationNode, words: Words): TreeNode {
  const parties = words.against(allegation.accuser?.name ?? null, allegation.accused?.name ?? null);
  const reply = words.reply(allegation.reply);
  const description = join([parties, reply, words.paragraph(allegation.paragraph)]);
  return {
    id: `allegation/${allegation.id}`,
    kind: 'allegation',
    label: allegation.text,
    description,
    spoken: join([allegation.text, description], ', '),
    icon: REPLY_ICONS[allegation.reply],
    tooltip: [allegation.text, description],
    range: allegation.range,
    children: allegation.responses.map((response, index) => ({
      id: `allegation/${allegation.id}/${String(index)}`,
      kind: 'response',
      label: response.text,
      description: join([words.response(response.kind), words.paragraph(response.paragraph)]),
      spoken: join([words.response(response.kind), response.text], ', '),
      icon: 'reply',
      tooltip: [response.text],
      range: response.range,
      children: [],
      copy: response.text,
      expanded: false,
    })),
    copy: join([allegation.text, parties, reply], '; '),
    expanded: false,
  };
}

function anonymousNode(source: AnonymousNode, index: number, words: Words): TreeNode {
  const reason = source.reason === null ? words.noReason : words.reason(source.reason);
  return {
    id: `anonymous/${String(index)}`,
    kind: 'anonymous',
    label: source.name,
    description: join([words.statements(source.statements), reason]),
    spoken: join([source.name, words.statements(source.statements), reason], ', '),
    icon: source.reason === null ? 'question' : 'info',
    tooltip: [source.name, reason],
    range: source.range,
    children: [],
    copy: join([source.name, reason], ': '),
    expanded: false,
  };
}

function group(id: string, label: string, icon: string, children: readonly TreeNode[]): readonly TreeNode[] {
  if (children.length === 0) return [];
  const count = String(children.length);
  return [
    {
      id: `group/${id}`,
      kind: 'group',
      label,
      description: count,
      spoken: `${label}, ${count}`,
      icon,
      tooltip: [label],
      range: null,
      children,
      copy: [label, ...children.map((child) => child.copy)].join('\n'),
      expanded: true,
    },
  ];
}

const start = (range: Range | null): number =>
  range === null ? Number.MAX_SAFE_INTEGER : range.start.line * 1e6 + range.start.character;

function sorted(speakers: readonly SpeakerNode[], by: SortBy): readonly SpeakerNode[] {
  const place = (speaker: SpeakerNode): number =>
    Math.min(
      start(speaker.introduction),
      ...speaker.mentions.map(start),
      ...speaker.statements.map(({ range }) => start(range)),
    );
  const byName = (a: SpeakerNode, b: SpeakerNode): number => a.name.localeCompare(b.name);
  return speakers.toSorted((a, b) => {
    if (by === 'name') return byName(a, b);
    if (by === 'appearance') return place(a) - place(b);
    return b.words - a.words || b.statements.length - a.statements.length || byName(a, b);
  });
}

/** Keeps a node if it, or one of its children, contains the filter; a node that matches itself keeps all children. */
function filtered(nodes: readonly TreeNode[], filter: string): readonly TreeNode[] {
  return nodes.flatMap((node) => {
    const own = `${node.label} ${node.description} ${node.tooltip.join(' ')}`.toLowerCase().includes(filter);
    if (own && node.kind !== 'group') return [node];
    const children = filtered(node.children, filter);
    return children.length > 0 ? [{ ...node, children, expanded: true }] : [];
  });
}

/** The tree of an article. */
export function sourcesTree(
  result: SourcesResult,
  words: Words,
  sortBy: SortBy,
  filter: string,
): readonly TreeNode[] {
  const speaking = result.speakers.filter(({ statements }) => statements.length > 0);
  const nodes = [
    ...sorted(speaking, sortBy).map((speaker) => speakerNode(speaker, words)),
    ...group(
      'unattributed',
      words.unattributed,
      'question',
      result.unattributed.map((statement) => statementNode(statement, words, 'unattributed')),
    ),
    ...group(
      'allegations',
      words.allegations,
      'warning',
      result.allegations.map((allegation) => allegationNode(allegation, words)),
    ),
    ...group(
      'anonymous',
      words.anonymous,
      'eye-closed',
      result.anonymous.map((source, index) => anonymousNode(source, index, words)),
    ),
    ...group(
      'agencies',
      words.agencies,
      'radio-tower',
      result.agencies.map((agency) => agencyNode(agency, words)),
    ),
  ];
  const needle = filter.trim().toLowerCase();
  return needle === '' ? nodes : filtered(nodes, needle);
}

/** The innermost node at a line and character: a statement rather than its speaker. */
export function nodeAt(
  nodes: readonly TreeNode[],
  result: SourcesResult,
  line: number,
  character: number,
): TreeNode | null {
  const inside = (range: Range): boolean =>
    (range.start.line < line || (range.start.line === line && range.start.character <= character)) &&
    (range.end.line > line || (range.end.line === line && range.end.character >= character));
  for (const speaker of result.speakers) {
    for (const statement of speaker.statements) {
      const { source, cue, content } = statement.ranges;
      if (![statement.range, ...source, ...cue, ...content].some(inside)) continue;
      const parent = nodes.find((node) => node.id === `speaker/${speaker.name}`);
      return parent?.children.find((child) => child.id.endsWith(`/${statement.id}`)) ?? parent ?? null;
    }
  }
  for (const speaker of result.speakers) {
    if (speaker.mentions.some(inside))
      return nodes.find((node) => node.id === `speaker/${speaker.name}`) ?? null;
  }
  for (const node of nodes) {
    if (node.kind !== 'group') continue;
    const child = node.children.find(({ range }) => range !== null && inside(range));
    if (child) return child;
  }
  return null;
}
