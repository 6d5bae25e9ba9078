/**
 * The card of a place in an article: speaker, statement, allegation or agency. Pure functions from the annotation to a
 * card model; everything it says can be pointed at in the text or comes from the registry or the source book.
 */
import type { Allegation, Attribution, Speaker } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import type { AgencyEntry } from '../lexicon/agencyEntry.ts';
import {
  type Hit,
  type Lookup,
  countWords,
  createLookup,
  excerpt,
  hitsAt,
  paragraphNumber,
} from '../query.ts';
import { english, type Say } from '../say.ts';
import type { Span } from '../text/spans.ts';
import { agencyCard } from './agencyCard.ts';
import {
  type Card,
  type CardLink,
  type Line,
  type Piece,
  counted,
  line,
  pieces,
  quoted,
  withLabels,
} from './card.ts';
import {
  LEGAL_WORDS,
  STANCE_WORDS,
  VERIFICATION_WORDS,
  chainWords,
  formWords,
  repeatsStance,
  responseWords,
  sureness,
} from './wording.ts';

export type { Card, CardKind, CardLink, Line, Piece } from './card.ts';
export { renderMarkdown, renderPlain, type RenderOptions } from './render.ts';

/** What a card is made from. */
export interface CardInput {
  readonly analysis: Analysis;
  /** Built by `createLookup`; made anew when missing. */
  readonly lookup?: Lookup;
  /** Agencies of the newsroom's source book. */
  readonly agencies?: readonly AgencyEntry[];
  /** The reader's language; English when missing. */
  readonly say?: Say;
}

interface Context {
  readonly analysis: Analysis;
  readonly text: string;
  readonly lookup: Lookup;
  readonly agencies: readonly AgencyEntry[] | undefined;
  readonly say: Say;
}

const EXCERPT = 90;
/** Paragraphs with further mentions that a card names. */
const MENTIONS = 8;

const paragraphOf = ({ analysis }: Context, offset: number): number =>
  paragraphNumber(analysis.paragraphs, offset);
const place = (context: Context, span: Span): Piece => ({
  text: context.say('paragraph {0}', [paragraphOf(context, span.start)]),
  span,
});
const nameOf = ({ lookup }: Context, id: string | null): string | null =>
  id === null ? null : (lookup.speakers.get(id)?.name ?? null);

function subtitleOf({ say }: Context, speaker: Speaker): string {
  const name = speaker.name.toLowerCase();
  // "a market trader, market trader" and "document, document" say it twice.
  const known = [speaker.role, speaker.affiliation].filter(
    (part) => part !== null && part !== '' && !name.includes(part.toLowerCase()),
  );
  // "spokesperson for the Ministry" already says the affiliation.
  if (speaker.role && speaker.affiliation && speaker.role.includes(speaker.affiliation)) known.pop();
  if (known.length > 0) return known.join(', ');
  return speaker.type === 'person' || name === speaker.type ? '' : say(speaker.type);
}

/** The chain of evidence from the words of the source to the speaker. */
function howKnown(context: Context, attribution: Attribution): Line | null {
  const { say } = context;
  const chain = chainWords(attribution.reasons, say);
  if (chain === null) return null;
  const pointed = attribution.reasons.find((reason) => reason.span !== undefined)?.span;
  const { introduction } = context.lookup.speakers.get(attribution.speaker ?? '') ?? {};
  const elsewhere =
    introduction && pointed && (introduction.end <= pointed.start || introduction.start >= pointed.end);
  // "The minister" of paragraph 1 whose name comes in paragraph 2.
  const later = elsewhere && attribution.reasons.every(({ kind }) => kind === 'described');
  return pieces(
    'How we know',
    later ? say('Described here') : chain,
    ...(elsewhere
      ? [later ? say(', named in ') : say('; introduced in '), place(context, introduction)]
      : []),
    '.',
  );
}

/** "denied in paragraph 9, no comment by her lawyer in paragraph 12", or that nobody answers. */
function responsePieces(context: Context, allegation: Allegation): readonly (Piece | string)[] {
  if (allegation.responses.length === 0) return [context.say('no response in this article')];
  const parts: (Piece | string)[] = [];
  const said = new Set<string>();
  for (const response of allegation.responses) {
    const speaker = context.lookup.attributions.get(response.attribution ?? '')?.speaker ?? null;
    const by = speaker === allegation.accused ? null : nameOf(context, speaker);
    const words = responseWords(response.kind, by, context.say);
    const where = place(context, response);
    // Two sentences of one denial in one paragraph are told once.
    if (said.has(words + where.text)) continue;
    said.add(words + where.text);
    parts.push(`${parts.length > 0 ? ', ' : ''}${words}${context.say(' in ')}`, where);
  }
  return parts;
}

/** "“taking bribes from a builder” in paragraph 4". */
function allegationPieces(context: Context, allegation: Allegation): readonly (Piece | string)[] {
  return [
    `${quoted(excerpt(context.text, allegation, EXCERPT))}${context.say(' in ')}`,
    place(context, allegation),
  ];
}

/** "2 statements; 1 quotation of 13 words", "3 statements, none of them quoted", "no statement". */
function sayings(say: Say, statements: number, quotes: number, words: number): string {
  if (statements === 0 && quotes === 0) return say('no statement');
  const said = counted(say, statements, '{0} statement', '{0} statements');
  if (quotes > 0) {
    const quoted = counted(say, words, '{0} word', '{0} words');
    return `${said}; ${say(quotes === 1 ? '{0} quotation of {1}' : '{0} quotations with {1}', [quotes, quoted])}`;
  }
  return `${said}, ${statements === 1 ? say('not quoted') : say('none quoted')}`;
}

/** "first in paragraph 3; again in paragraphs 4, 7 and 9", each a way there. */
function mentionLine(context: Context, speaker: Speaker): Line | null {
  const { say } = context;
  const places = new Map<number, Span>();
  const { introduction } = speaker;
  const start = introduction === null ? -1 : paragraphOf(context, introduction.start);
  for (const mention of speaker.mentions) {
    const number = paragraphOf(context, mention.start);
    if (number !== start && !places.has(number)) places.set(number, mention);
  }
  const all = [...places].sort(([a], [b]) => a - b);
  const shown = all.slice(0, MENTIONS);
  const before = all.some(([number]) => number < start);
  const first =
    introduction === null
      ? []
      : [
          before ? say('introduced in ') : say('first in '),
          place(context, introduction),
          before ? say('; also in ') : say('; again in '),
        ];
  if (shown.length === 0) {
    return introduction === null
      ? null
      : pieces('Mentioned', say('only in '), place(context, introduction), '.');
  }
  const rest = shown.flatMap(([number, span], index): (Piece | string)[] => [
    index === 0 ? '' : index === shown.length - 1 && all.length === shown.length ? say(' and ') : ', ',
    { text: shown.length === 1 ? say('paragraph {0}', [number]) : String(number), span },
  ]);
  return pieces(
    'Mentioned',
    ...(first.length > 0 ? first : [say('in ')]),
    shown.length > 1 ? say('paragraphs ') : '',
    ...rest,
    all.length > shown.length ? say(' and {0} more.', [all.length - shown.length]) : '.',
  );
}

function speakerCard(context: Context, span: Span, speaker: Speaker, attribution: Attribution | null): Card {
  const { lookup, analysis, text, say } = context;
  const statements = lookup.statements.get(speaker.id) ?? [];
  const quotes = analysis.annotation.quotes.filter(
    (quote) => quote.speaker === speaker.id && quote.level === 1,
  );
  const words = quotes.reduce((sum, quote) => sum + countWords(text, quote), 0);
  const known = attribution ? howKnown(context, attribution) : null;
  const accused = analysis.annotation.allegations.filter((allegation) => allegation.accused === speaker.id);
  const mentioned = mentionLine(context, speaker);
  const heard = analysis.annotation.attributions.filter((other) => other.to === speaker.id).length;
  const through = new Map<string, number>();
  for (const { via } of statements) if (via !== null) through.set(via, (through.get(via) ?? 0) + 1);
  const { introduction } = speaker;
  const next = statements
    .flatMap(({ cue, content }) => cue[0] ?? content[0] ?? [])
    .find((other) => other.start >= span.end && other.start !== attribution?.cue[0]?.start);
  return {
    kind: 'speaker',
    span,
    title: speaker.name,
    subtitle: subtitleOf(context, speaker),
    lines: [
      ...(known ? [known] : []),
      line('In this article', `${sayings(say, statements.length, quotes.length, words)}.`),
      ...(heard > 0 ? [line('Was told', `${counted(say, heard, '{0} statement', '{0} statements')}.`)] : []),
      ...(mentioned ? [mentioned] : []),
      ...accused
        .slice(0, 2)
        .map((allegation) =>
          pieces(
            'Accused',
            ...allegationPieces(context, allegation),
            '; ',
            ...responsePieces(context, allegation),
            '.',
          ),
        ),
      ...(speaker.note === undefined ? [] : [line('Note', speaker.note)]),
    ],
    details: [
      ...((speaker.aliases?.length ?? 0) > 0
        ? [line('Also called', (speaker.aliases ?? []).join(', '))]
        : []),
      ...[...through].flatMap(([id, count]) => {
        const agency = lookup.agencies.get(id);
        return agency
          ? [line('Through', `${agency.name}, ${counted(say, count, '{0} statement', '{0} statements')}`)]
          : [];
      }),
    ],
    links: [
      ...(introduction && introduction.start !== span.start
        ? [{ label: 'Go to the introduction', span: introduction }]
        : []),
      ...(next ? [{ label: 'Go to the next statement', span: next }] : []),
    ],
  };
}

/** A party of an allegation: name, what the article says of it, and a way to its introduction. */
function partyPieces(context: Context, id: string | null): readonly (Piece | string)[] | null {
  const speaker = context.lookup.speakers.get(id ?? '');
  if (!speaker) return null;
  const what = speaker.role === null && speaker.affiliation === null ? '' : subtitleOf(context, speaker);
  const { introduction } = speaker;
  return [
    introduction ? { text: speaker.name, span: introduction } : speaker.name,
    what === '' ? '' : `, ${what}`,
  ];
}

function allegationLines(context: Context, allegation: Allegation): readonly Line[] {
  const { say } = context;
  const accuser = partyPieces(context, allegation.accuser);
  const accused = partyPieces(context, allegation.accused);
  const unnamed = allegation.attributed
    ? say('not clear from the text')
    : say('nobody is named as the one who says so');
  return [
    pieces('Accuser', ...(accuser ?? [unnamed])),
    pieces('Accused', ...(accused ?? [say('not clear from the text')])),
    line('Status', say(LEGAL_WORDS[allegation.legalStatus])),
    pieces('Reply', ...responsePieces(context, allegation)),
  ];
}

function allegationLinks(context: Context, allegation: Allegation): readonly CardLink[] {
  return once(
    context,
    allegation.responses.map((response) => ({
      label: response.kind === 'denial' ? 'Go to the denial' : 'Go to the reply',
      span: response,
    })),
  ).slice(0, 2);
}

function allegationCard(context: Context, span: Span, allegation: Allegation): Card {
  const attribution = context.lookup.attributions.get(allegation.attribution ?? '');
  const via = context.lookup.agencies.get(attribution?.via ?? '');
  return {
    kind: 'allegation',
    span,
    title:
      allegation.legalStatus === 'cleared'
        ? context.say('Allegation, since cleared')
        : context.say('Unverified allegation'),
    subtitle: quoted(excerpt(context.text, allegation, EXCERPT)),
    lines: [...allegationLines(context, allegation), ...(via ? [line('Through', via.name)] : [])],
    details: attribution ? [line('Confidence', sureness(attribution.confidence, context.say))] : [],
    links: [
      ...allegationLinks(context, allegation),
      ...(attribution?.cue[0] ? [{ label: 'Go to who says so', span: attribution.cue[0] }] : []),
    ],
  };
}

/** "unverified allegation, denied in paragraph 9" and the like. */
function statusLine(
  context: Context,
  attribution: Attribution,
  allegations: readonly Allegation[],
): Line | null {
  const words = context.say(VERIFICATION_WORDS[attribution.verification]);
  const first = allegations[0];
  const answer: readonly (Piece | string)[] = first
    ? [words === '' ? '' : ', ', ...responsePieces(context, first)]
    : [];
  if (words === '' && answer.length === 0) return null;
  return pieces('Status', words, ...answer);
}

/** How a statement reached the article: "told to the BBC" and "through Reuters" are one line when they are one outlet. */
function wayLines(context: Context, attribution: Attribution): readonly Line[] {
  const { lookup } = context;
  const via = lookup.agencies.get(attribution.via ?? '');
  const to = lookup.speakers.get(attribution.to ?? '');
  const behalf = nameOf(context, attribution.onBehalfOf ?? null);
  const at = attribution.cue[0]?.start ?? 0;
  // The nearest mention of the outlet is the one that the statement is about.
  const near = via?.mentions.reduce((best, mention) =>
    Math.abs(mention.start - at) < Math.abs(best.start - at) ? mention : best,
  );
  const told =
    via !== undefined &&
    to?.mentions.some((mention) =>
      via.mentions.some((other) => other.start < mention.end && mention.start < other.end),
    ) === true;
  return [
    ...(via
      ? [
          pieces(
            'Through',
            { text: via.name, ...(near ? { span: near } : {}) },
            told ? context.say(', told to it') : '',
          ),
        ]
      : []),
    ...(to && !told ? [line('Told to', to.name)] : []),
    ...(behalf === null || behalf === nameOf(context, attribution.speaker)
      ? []
      : [line('On behalf of', behalf)]),
  ];
}

/** "Ada Quill in paragraph 1, paragraph 4": who says the contrary, and where. */
function oppositionLines(
  context: Context,
  attribution: Attribution,
  opposed: readonly Attribution[],
): readonly Line[] {
  const { say } = context;
  const places = new Map<string, Map<string, Piece>>();
  for (const other of opposed) {
    const where = other.content[0] ?? other.cue[0];
    if (!where) continue;
    const name =
      other.speaker !== null && other.speaker === attribution.speaker
        ? say('another statement of the same speaker')
        : (nameOf(context, other.speaker) ?? say('another statement'));
    const piece = place(context, where);
    const own = places.get(name) ?? new Map<string, Piece>();
    own.set(piece.text, own.get(piece.text) ?? piece);
    places.set(name, own);
  }
  return [...places]
    .slice(0, 2)
    .map(([name, own]) =>
      pieces(
        'At odds with',
        `${name}${say(' in ')}`,
        ...[...own.values()].slice(0, 4).flatMap((piece, index) => (index > 0 ? [', ', piece] : [piece])),
      ),
    );
}

/** Links that lead to the same paragraph under the same words lead there once. */
function once(context: Context, links: readonly CardLink[]): readonly CardLink[] {
  const seen = new Set<string>();
  return links.filter(({ label, span }) => {
    const key = `${label} ${paragraphOf(context, span.start)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function statementCard(context: Context, span: Span, attribution: Attribution): Card {
  const { lookup, text, say } = context;
  const speaker = lookup.speakers.get(attribution.speaker ?? '');
  const source = attribution.source.map(({ start, end }) => text.slice(start, end)).join(' ');
  const cue = attribution.cue.map(({ start, end }) => text.slice(start, end)).join(' ');
  const candidates = (attribution.candidates ?? []).flatMap((id) => nameOf(context, id) ?? []);
  const allegations = lookup.allegationsOf.get(attribution.id) ?? [];
  const answers = lookup.answers.get(attribution.id) ?? [];
  const unnamed = !speaker && candidates.length < 2 && source === '';
  const known = unnamed ? null : howKnown(context, attribution);
  const status = statusLine(context, attribution, allegations);
  const stance = repeatsStance(cue, attribution.stance) ? '' : say(STANCE_WORDS[attribution.stance]);
  const opposed = (attribution.tensions ?? []).flatMap((id) => lookup.attributions.get(id) ?? []);
  const links: CardLink[] = [
    ...(speaker?.introduction ? [{ label: 'Go to the introduction', span: speaker.introduction }] : []),
    ...allegations.slice(0, 1).flatMap((allegation) => allegationLinks(context, allegation)),
    ...answers.slice(0, 1).map((allegation) => ({ label: 'Go to the allegation', span: allegation })),
    ...opposed.slice(0, 1).flatMap((other) => {
      const where = other.content[0] ?? other.cue[0];
      return where ? [{ label: 'Go to the other statement', span: where }] : [];
    }),
  ];
  return {
    kind: 'statement',
    span,
    title:
      speaker?.name ??
      (candidates.length > 1
        ? `${candidates.join(say(' or '))}?`
        : unnamed
          ? say('Nobody is named as the speaker')
          : source),
    subtitle: speaker
      ? subtitleOf(context, speaker)
      : candidates.length > 1
        ? say('the text leaves open who')
        : unnamed
          ? ''
          : say('not clear from the text who this is'),
    lines: [
      line(
        'Statement',
        [
          cue === '' || cue === ':' ? '' : `“${cue}”`,
          attribution.negated ? say('not stated') : '',
          stance,
          attribution.class === 'finding' ? say('a finding') : '',
          formWords(attribution, say),
        ]
          .filter((part) => part !== '')
          .join(', '),
      ),
      ...(status ? [status] : []),
      ...wayLines(context, attribution),
      ...(answers.length > 0
        ? [
            pieces(
              'Answers',
              ...answers
                .slice(0, 2)
                .flatMap((allegation, index) => [
                  index > 0 ? '; ' : '',
                  ...allegationPieces(context, allegation),
                ]),
            ),
          ]
        : []),
      ...oppositionLines(context, attribution, opposed),
      ...(known ? [known] : []),
    ],
    details: [
      line('Confidence', sureness(attribution.confidence, say)),
      ...(speaker?.note === undefined ? [] : [line('Note', speaker.note)]),
    ],
    links,
  };
}

function cardOf(context: Context, hit: Hit): Card | null {
  const { lookup } = context;
  switch (hit.kind) {
    case 'agency':
      return agencyCard(hit.agency, hit.mention, hit.span, {
        annotation: context.analysis.annotation,
        paragraph: (offset) => paragraphOf(context, offset),
        agencies: context.agencies,
        say: context.say,
      });
    case 'mention': {
      const attribution = context.analysis.annotation.attributions.find(
        ({ speaker, source }) =>
          speaker === hit.speaker.id &&
          source.some((span) => span.start <= hit.span.start && hit.span.end <= span.end),
      );
      return speakerCard(context, hit.span, hit.speaker, attribution ?? null);
    }
    case 'source': {
      const speaker = lookup.speakers.get(hit.attribution.speaker ?? '');
      return speaker
        ? speakerCard(context, hit.span, speaker, hit.attribution)
        : statementCard(context, hit.span, hit.attribution);
    }
    case 'allegation':
      return allegationCard(context, hit.span, hit.allegation);
    case 'response': {
      const attribution = lookup.attributions.get(hit.response.attribution ?? '');
      return attribution
        ? statementCard(context, hit.span, attribution)
        : allegationCard(context, hit.span, hit.allegation);
    }
    case 'quote': {
      const attribution = lookup.attributions.get(hit.quote.attribution ?? '');
      if (attribution) return statementCard(context, hit.span, attribution);
      if (hit.quote.kind !== 'direct' && hit.quote.kind !== 'partial') return null;
      return {
        kind: 'quote',
        span: hit.span,
        title: context.say('Nobody is named as the speaker'),
        subtitle:
          hit.quote.kind === 'direct' ? context.say('direct quotation') : context.say('partial quotation'),
        lines: hit.quote.closed ? [] : [line('Marks', context.say('the closing mark is missing'))],
        details: [],
        links: [],
      };
    }
    default:
      return statementCard(context, hit.span, hit.attribution);
  }
}

/** The card of the innermost thing at a place that has one, or null. */
export function cardAt(input: CardInput, offset: number): Card | null {
  const { analysis } = input;
  const lookup = input.lookup ?? createLookup(analysis.annotation);
  const say = input.say ?? english;
  const context: Context = { analysis, text: analysis.text, lookup, agencies: input.agencies, say };
  for (const hit of hitsAt(analysis.annotation, offset)) {
    // The place behind the last character belongs to what follows.
    if (hit.span.end === offset) continue;
    const card = cardOf(context, hit);
    if (card) return withLabels(card, say);
  }
  return null;
}
