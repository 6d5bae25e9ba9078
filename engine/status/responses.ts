/**
 * Replies of the accused: denials, pleas, comments and silences, wherever they stand in the article, linked to the
 * allegations that they answer. Knows the entity graph and the reviewed forms of replies (data/responses.tsv).
 */
import type { ResponseKind, Stance } from '../annotation.ts';
import type { LinkedDocument } from '../attribute/linked.ts';
import { RESPONSES } from '../lexicon/responses.gen.ts';
import { type EntityGraph, entityOf, mentionsIn } from '../resolve/entities.ts';
import { hull, type Span } from '../text/spans.ts';
import type { Accusation } from './accusations.ts';
import type { CueMeaning } from './cueMeaning.ts';
import { type Groups, partiesOf } from './sides.ts';
import { rangeOf, sentenceAround, spanOf } from './tokens.ts';
import { shared } from './topics.ts';

/** A reply by somebody, before it is known what it answers. */
interface Reply extends Span {
  readonly kind: ResponseKind;
  readonly entity: number;
  readonly attribution: number;
  readonly paragraph: number;
  /** The words name no matter: "denied the allegations", "declined to comment". */
  readonly general: boolean;
  /** It answers by its own words ("denied", "declined"); a plain statement must show what it speaks to. */
  readonly answers: boolean;
  readonly words: ReadonlySet<string>;
}

export interface LinkedResponse extends Span {
  readonly kind: ResponseKind;
  readonly attribution: number;
}

const SILENT_KINDS: ReadonlySet<string> = new Set([
  'no-comment',
  'no-answer',
  'unreachable',
  'outreach',
  'plea',
]);

function isResponseKind(value: string): value is ResponseKind {
  return ['denial', 'comment', 'no-comment', 'unreachable', 'plea'].includes(value);
}

/** Silences and pleas in the writer's own words, one pattern for each kind. */
const SILENCES: readonly (readonly [ResponseKind, RegExp])[] = (() => {
  const byKind = new Map<ResponseKind, string[]>();
  for (const [, kind, responseKind, , pattern] of RESPONSES)
    if (SILENT_KINDS.has(kind) && isResponseKind(responseKind))
      // "didn't respond" is "did not respond"
      byKind.set(responseKind, [
        ...(byKind.get(responseKind) ?? []),
        pattern.replace(/\) not /gu, ")(?: not|n['’]t) "),
      ]);
  return [...byKind].map(([kind, sources]) => [
    kind,
    new RegExp(`(?<![A-Za-zÀ-ɏḀ-ỿ\\d])(?:${sources.join('|')})(?![A-Za-zÀ-ɏḀ-ỿ\\d])`, 'giu'),
  ]);
})();
const SILENCE_WORD =
  /comment|respon|reply|replied|answer|return|reach|contact|available|plead|pled|plea|contest|fight|appeal|challenge|approached|react|locat|found|hung up|spoken/iu;

/** The matter of a denial is a word for the accusation itself: "denied the charges", "rejected that", "denies wrongdoing". */
const GENERAL =
  /^(?:(?:all|any|both|each|every|each of|all of|it|that|this|them|the|these|those|his|her|their|its|such|as|to|on|for|immediately|request|requests|comment|wrongdoing|misconduct|negligence|impropriety|guilt|charges?|counts?|allegations?|accusations?|claims?|suggestions?|reports?|findings?|audit|false|baseless|untrue|nonsense|immediate|further|publicly|doing|anything|wrong|liability|involvement|responsibility|account|story|version|charge|memo's|lawsuit|suit|complaint|timeline|strongest|terms|which|of|or|and|in|a|an|“|”|"|‘|’|\W)\W*)*$/iu;

const OF_A_PAPER =
  /^\W*(?:the |its |that |those )?(?:\p{L}+['’]s )?(?:reports?|audit|findings?|review|study|memo|emails?)\b/iu;
/** "denies three counts of theft": all that the law says. */
const COUNTS = /^\W*(?:[A-Za-zÀ-ɏḀ-ỿ]+ ){0,3}(?:counts?|charges?) of\b/iu;

/** What is denied is the accusation, whatever is said of it: "called the claim a fantasy", "rejected the story as …". */
const OF_THE_CLAIM =
  /^\W*(?:the|these|those|this|that|his|her|their|its|all|any|such|as)?\s*(?:[A-Za-zÀ-ɏḀ-ỿ]+ ){0,2}(?:claims?|allegations?|accusations?|charges?|suggestions?|story|stories|report|account|lawsuit|suit|audit|complaint|findings?|idea)(?=\s*(?:$|[,.;“”"‘’']|as\b|were\b|was\b|is\b|are\b))/iu;

/** "totally rejects any suggestion of wrongdoing": a denial of everything, whatever stands around it. */
const ANY_WRONG =
  /\b(?:any|all) (?:suggestions?|allegations?|claims?|accusations?|wrongdoing)\b|\b(?:nothing|anything) (?:wrong|illegal|improper)\b|\bnothing to hide\b/iu;

/** Words that answer without denying: an apology, an explanation that something is looked into. */
const SPEAKS_TO =
  /\b(?:allegations?|accusations?|accus\w+|claims?|charges?|charged|complaints?|lawsuit|suit|audit|inquiry|investigat\w+|co-?operat\w+|review(?:ing)?|looking into|takes? (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?seriously|regret\w*|apolog\w+|sorry|mistakes?|misunderstanding|innocent|clear (?:his|her|their|its|my|our) name|defend|fight|appeal|acquitted|case|court|trial)\b/iu;

export interface ReplyContext {
  readonly document: LinkedDocument;
  readonly graph: EntityGraph;
  readonly cues: readonly CueMeaning[];
  readonly stances: readonly Stance[];
  readonly groups: Groups;
  /** Content of each statement, and what it is about. */
  readonly texts: readonly string[];
  readonly topic: (index: number) => ReadonlySet<string>;
}

const SAYS_NOTHING =
  /\b(?:no comment|not (?:comment|respond|say|discuss|be drawn|return|reply|answer|talk|dignify)|(?:enter|made|make)\w* (?:no|a) plea|comment (?:further|on))\b|n['’]t (?:comment|respond|say|discuss|reply|answer)\b/iu;

/** "said she was on leave and that they could not comment on a live case" */
const CANNOT_COMMENT = /\b(?:could|would|can|will)(?: not|n['’]t) comment\b/iu;

/** How a statement replies, and whether its own words show that it answers; null when it cannot be a reply. */
function replyKind(
  cue: CueMeaning,
  stance: Stance,
  cueText: string,
  text: string,
): { readonly kind: ResponseKind; readonly answers: boolean } | null {
  if (
    cue.group === 'declining' ||
    SAYS_NOTHING.test(`${cueText} ${text.slice(0, 60)}`) ||
    CANNOT_COMMENT.test(text)
  )
    return { kind: /\breach/iu.test(cueText) ? 'unreachable' : 'no-comment', answers: true };
  if (cue.lemma === 'plead')
    return stance === 'deny' ? { kind: 'plea', answers: true } : { kind: 'comment', answers: true };
  if (/^\W*not guilty\b/iu.test(text)) return { kind: 'plea', answers: true };
  if (stance === 'deny') return cue.negated ? null : { kind: 'denial', answers: true };
  if (stance === 'concede') return { kind: 'comment', answers: true };
  if (stance === 'other')
    return cue.negated &&
      /^(?:say|comment|answer|discuss|respond|reply|talk|confirm|deny|address)$/u.test(cue.lemma)
      ? { kind: 'no-comment', answers: /^(?:confirm|deny|address)$/u.test(cue.lemma) }
      : { kind: 'comment', answers: false };
  if (stance === 'praise' || stance === 'accuse' || stance === 'demand')
    return { kind: 'comment', answers: false };
  return { kind: 'comment', answers: SPEAKS_TO.test(text) };
}

/** Replies that are statements: by stance and cue. */
function statedReplies(
  { document, graph, cues, stances, texts, topic }: ReplyContext,
  mayAnswer: (entity: number) => boolean,
): Reply[] {
  const replies: Reply[] = [];
  document.attributions.forEach((attribution, index) => {
    const entity = graph.sources[index]?.entity ?? -1;
    const cue = cues[index];
    const stance = stances[index];
    if (entity < 0 || !cue || !stance) return;
    // Only the accused side replies; a denial by somebody unrelated may answer for a party that is not resolved.
    if (stance !== 'deny' && !mayAnswer(entity)) return;
    const text = texts[index] ?? '';
    const cueText = attribution.cue.map((span) => document.text.slice(span.start, span.end)).join(' ');
    const reply = replyKind(cue, stance, cueText, text);
    // Wishes, votes and findings answer nobody.
    if (reply?.kind === 'comment' && attribution.class !== 'speech') return;
    const span = hull([...attribution.cue, ...attribution.content.slice(0, 1)]);
    if (!reply || !span) return;
    const { kind } = reply;
    replies.push({
      ...span,
      ...reply,
      entity,
      attribution: index,
      paragraph: attribution.paragraph,
      general:
        kind === 'no-comment' ||
        kind === 'unreachable' ||
        kind === 'plea' ||
        (kind === 'denial' &&
          (GENERAL.test(text) || COUNTS.test(text) || ANY_WRONG.test(text) || OF_THE_CLAIM.test(text))),
      words: topic(index),
    });
  });
  return replies;
}

/** Silences and pleas that no attribution holds: "Ferrow could not be reached for comment." */
function silentReplies(
  { document, graph }: ReplyContext,
  stated: readonly Reply[],
  accused: ReadonlySet<number>,
  mayAnswer: (entity: number) => boolean,
): Reply[] {
  const replies: Reply[] = [];
  const statedIn = byParagraph(stated);
  for (const placed of document.paragraphs) {
    const { paragraph, offset } = placed;
    if (!SILENCE_WORD.test(paragraph.text)) continue;
    const taken: Span[] = [...(statedIn.get(placed.index) ?? [])];
    for (const [kind, pattern] of SILENCES) {
      for (const match of paragraph.text.matchAll(pattern)) {
        const span = { start: offset + match.index, end: offset + match.index + match[0].length };
        if (taken.some((reply) => reply.start < span.end && span.start < reply.end)) continue;
        const range = rangeOf(document, span);
        if (!range || (paragraph.tokens.quote[range.from] ?? 0) > 0) continue;
        const sentence = spanOf(sentenceAround(placed, range.from));
        let entity = -1;
        // Whoever of the sentence is accused, or speaks for an accused, stands before the verb: "a lawyer for Ferrow did not …".
        for (const mention of mentionsIn(graph, { start: sentence.start, end: span.start })) {
          if (mention.entity < 0) continue;
          if (mayAnswer(mention.entity) || entity < 0) entity = mention.entity;
        }
        if (entity < 0 && accused.size === 1) entity = [...accused][0] ?? -1;
        if (entity < 0) continue;
        const reply: Reply = {
          ...span,
          kind,
          entity,
          attribution: -1,
          paragraph: placed.index,
          general: true,
          answers: true,
          words: NOTHING,
        };
        taken.push(reply);
        replies.push(reply);
      }
    }
  }
  return replies;
}

function byParagraph(replies: readonly Reply[]): Map<number, Reply[]> {
  const map = new Map<number, Reply[]>();
  for (const reply of replies) add(map, reply.paragraph, reply);
  return map;
}

function add<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Accused people by the body that they belong to: a firm answers for its manager, a force for its officers. */
function membersOf(graph: EntityGraph, accused: ReadonlySet<number>): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const party of accused) {
    const entity = graph.entities[party];
    if (!entity) continue;
    if (entity.principal >= 0) add(members, entity.principal, party);
    const body = entity.affiliation === null ? null : entityOf(graph, entity.affiliation);
    if (body && body.index !== entity.principal && body.index !== party) add(members, body.index, party);
  }
  return members;
}

/** Family answers for its own: "He was asleep, his wife said." */
function kinOf(graph: EntityGraph, speaker: number): readonly number[] {
  const entity = graph.entities[speaker];
  return entity && entity.principal >= 0 && entity.principalKind === 'related-to' ? [entity.principal] : [];
}

/** Two allegations against one party are one accusation told twice: "Coach ‘shoved rival’", and the sentence that says so. */
function isSameMatter(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = shared(a, b);
  return common >= 2 || (common === 1 && Math.min(a.size, b.size) <= 3);
}

/** How a reply stands to one allegation of its speaker: 0 not at all, else the higher the closer. */
function closeness(reply: Reply, accusation: Accusation, own: ReadonlySet<string>): number {
  const overlap = shared(own, reply.words);
  const distance = reply.paragraph - accusation.paragraph;
  const after = reply.start > accusation.start;
  const near = after && distance <= 1 ? 1 : distance === 0 ? 0.5 : 0;
  if (reply.kind !== 'comment') return 0.5 + overlap + near;
  if (reply.answers) return overlap + near + (after && distance <= 3 ? 0.5 : 0);
  // A plain statement of the accused is a reply when it speaks of the matter, or stands right behind the accusation.
  return overlap >= 2 || (overlap >= 1 && Math.abs(distance) <= 2)
    ? overlap + near
    : after && distance === 0
      ? 0.6
      : 0;
}

/** The replies to each allegation, in the order of the allegations. */
export function linkResponses(
  context: ReplyContext,
  accusations: readonly Accusation[],
  topics: readonly ReadonlySet<string>[],
): readonly (readonly LinkedResponse[])[] {
  const { document, graph, groups, texts } = context;
  if (accusations.length === 0) return [];
  const ofParty = new Map<number, number[]>();
  accusations.forEach(({ accused }, index) => {
    add(ofParty, accused, index);
  });
  const accused = new Set([...ofParty.keys()].filter((party) => party >= 0));
  const members = membersOf(graph, accused);
  const answering = new Map<number, readonly number[]>();
  /** The accused parties for whom somebody may answer. */
  const partiesFor = (entity: number): readonly number[] => {
    const before = answering.get(entity);
    if (before) return before;
    const speakers = partiesOf(graph, groups, entity);
    const all = new Set([
      ...speakers,
      ...kinOf(graph, entity),
      ...speakers.flatMap((one) => members.get(one) ?? []),
    ]);
    const parties = [...all].filter((party) => accused.has(party));
    answering.set(entity, parties);
    return parties;
  };
  const mayAnswer = (entity: number): boolean => partiesFor(entity).length > 0;
  const stated = statedReplies(context, mayAnswer);
  const replies = [...stated, ...silentReplies(context, stated, accused, mayAnswer)];
  const making = new Set(accusations.map(({ attribution }) => attribution).filter((index) => index >= 0));
  const linked: LinkedResponse[][] = accusations.map(() => []);
  const link = (index: number, { start, end, kind, attribution }: Reply): void => {
    const list = linked[index];
    if (list && list.length < MOST_REPLIES) list.push({ start, end, kind, attribution });
  };
  const byPaper = new Set(
    accusations.flatMap(({ accuser }, index) =>
      graph.entities[accuser]?.type === 'document' ? [index] : [],
    ),
  );
  for (const reply of replies) {
    for (const party of partiesFor(reply.entity)) {
      const all = ofParty.get(party);
      if (!all) continue;
      // What is itself an accusation answers only by denying: "The union lies," the firm said.
      if (reply.kind === 'comment' && making.has(reply.attribution)) continue;
      const open = all.filter((index) => {
        const accusation = accusations[index];
        return (
          accusation && accusation.attribution !== reply.attribution && accusation.accuser !== reply.entity
        );
      });
      // "denied the report's findings": what a paper says, when a paper accuses
      if (byPaper.size > 0 && OF_A_PAPER.test(texts[reply.attribution] ?? '')) {
        for (const index of open) if (byPaper.has(index)) link(index, reply);
        continue;
      }
      const near = open.length > MOST_COMPARED ? nearest(open, accusations, reply.paragraph) : open;
      const scored = near.map((index) => {
        const accusation = accusations[index];
        return accusation ? closeness(reply, accusation, topics[index] ?? new Set<string>()) : 0;
      });
      const best = Math.max(0, ...scored);
      if (best === 0) continue;
      const first = near[scored.indexOf(best)] ?? -1;
      near.forEach((index, at) => {
        const score = scored[at] ?? 0;
        const same = index === first || isSameMatter(topics[first] ?? NOTHING, topics[index] ?? NOTHING);
        // A denial that names no matter answers everything; one that does answers its own matter.
        const specific = !reply.general && best >= 1.5 && shared(topics[first] ?? NOTHING, reply.words) > 0;
        // Of a denial that names its matter only another matter is out: other words, told elsewhere.
        const loose =
          reply.kind === 'denial' &&
          (!specific ||
            shared(topics[index] ?? NOTHING, reply.words) > 0 ||
            shared(topics[first] ?? NOTHING, topics[index] ?? NOTHING) > 0 ||
            Math.abs((accusations[index]?.paragraph ?? 0) - reply.paragraph) <= 1);
        if (reply.general || same || loose || (!specific && score > 0 && score >= best - 0.6))
          link(index, reply);
      });
    }
  }
  // Of a party that is not resolved, a denial of the same matter nearby is taken for its answer.
  const denials = byParagraph(replies.filter(({ kind }) => kind === 'denial'));
  for (const index of ofParty.get(-1) ?? []) {
    const accusation = accusations[index];
    if (!accusation) continue;
    for (let step = -2; step <= 2; step++)
      for (const reply of denials.get(accusation.paragraph + step) ?? [])
        if (
          reply.entity !== accusation.accuser &&
          reply.attribution !== accusation.attribution &&
          (reply.general || shared(topics[index] ?? NOTHING, reply.words) > 0)
        )
          link(index, reply);
  }
  const headline = document.paragraphs.findLast(({ paragraph }) => paragraph.zone === 'headline');
  const end = headline ? headline.offset + headline.paragraph.text.length : -1;
  return linked.map((list) => {
    // "Builder denies dumping" over a text without his words: the headline alone is no reply.
    const told = list.filter(({ start, kind }) => start > end || kind === 'denial');
    return told.some(({ start }) => start > end) ? told.sort((one, other) => one.start - other.start) : [];
  });
}

/** The allegations of a party that stand closest to a reply, in text order. */
function nearest(
  open: readonly number[],
  accusations: readonly Accusation[],
  paragraph: number,
): readonly number[] {
  // Allegations are in text order, so the closest are a run around the first one behind the reply.
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accusations[open[middle] ?? 0]?.paragraph ?? 0) < paragraph) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, low - MOST_COMPARED / 2);
  return open.slice(from, from + MOST_COMPARED);
}

const NOTHING: ReadonlySet<string> = new Set();

/** Bounds that no article reaches; they keep a book-length text linear. */
const MOST_COMPARED = 40;
const MOST_REPLIES = 40;
