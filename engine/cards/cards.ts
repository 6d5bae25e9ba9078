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
import type { Span } from '../text/spans.ts';
import { agencyCard } from './agencyCard.ts';
import {
  type Card,
  type CardLink,
  type Line,
  type Piece,
  counted,
  line,
  list,
  pieces,
  sentenceCase,
} from './card.ts';
import {
  LEGAL_WORDS,
  RESPONSE_WORDS,
  STANCE_WORDS,
  VERIFICATION_WORDS,
  formWords,
  reasonWords,
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
}

interface Context {
  readonly analysis: Analysis;
  readonly text: string;
  readonly lookup: Lookup;
  readonly agencies: readonly AgencyEntry[] | undefined;
}

const EXCERPT = 90;

const paragraphOf = ({ analysis }: Context, offset: number): number =>
  paragraphNumber(analysis.paragraphs, offset);
const place = (context: Context, span: Span): Piece => ({
  text: `paragraph ${paragraphOf(context, span.start)}`,
  span,
});
const nameOf = ({ lookup }: Context, id: string | null): string | null =>
  id === null ? null : (lookup.speakers.get(id)?.name ?? null);

function subtitleOf(speaker: Speaker): string {
  const known = [speaker.role, speaker.affiliation].filter((part) => part !== null && part !== '');
  // "spokesperson for the Ministry" already says the affiliation.
  if (speaker.role && speaker.affiliation && speaker.role.includes(speaker.affiliation)) known.pop();
  return known.length > 0 ? known.join(', ') : speaker.type === 'person' ? '' : speaker.type;
}

/** The chain of evidence from the words of the source to the speaker. */
function howKnown(context: Context, attribution: Attribution): Line | null {
  const steps = attribution.reasons.flatMap((reason) => {
    const words = reasonWords(reason);
    return words === null ? [] : [words];
  });
  if (attribution.source.length === 0) steps.unshift('the text names nobody here');
  if (steps.length === 0) return null;
  const pointed = attribution.reasons.find((reason) => reason.span !== undefined)?.span;
  const { introduction } = context.lookup.speakers.get(attribution.speaker ?? '') ?? {};
  const elsewhere =
    introduction && pointed && (introduction.end <= pointed.start || introduction.start >= pointed.end);
  return pieces(
    'How we know',
    sentenceCase([...new Set(steps)].join('; ')),
    ...(elsewhere ? [', introduced in ', place(context, introduction)] : []),
    '.',
  );
}

/** "denied in paragraph 9, no comment given in paragraph 12", or that nobody answers. */
function responsePieces(context: Context, allegation: Allegation): readonly (Piece | string)[] {
  if (allegation.responses.length === 0) return ['no response in this article'];
  return allegation.responses.flatMap((response, index) => [
    `${index ? ', ' : ''}${RESPONSE_WORDS[response.kind]} in `,
    place(context, response),
  ]);
}

function speakerCard(context: Context, span: Span, speaker: Speaker, attribution: Attribution | null): Card {
  const { lookup, analysis, text } = context;
  const statements = lookup.statements.get(speaker.id) ?? [];
  const quotes = analysis.annotation.quotes.filter(
    (quote) => quote.speaker === speaker.id && quote.level === 1,
  );
  const words = quotes.reduce((sum, quote) => sum + countWords(text, quote), 0);
  const known = attribution ? howKnown(context, attribution) : null;
  const accused = analysis.annotation.allegations.filter((allegation) => allegation.accused === speaker.id);
  const others = speaker.mentions.filter((mention) => mention.start !== speaker.introduction?.start);
  const paragraphs = [...new Map(others.map((mention) => [paragraphOf(context, mention.start), mention]))];
  const { introduction } = speaker;
  const mentions: (Piece | string)[] = introduction ? ['first in ', place(context, introduction)] : [];
  paragraphs.slice(0, 8).forEach(([number, mention], index) => {
    mentions.push(index > 0 ? ', ' : introduction ? '; also in ' : 'in ', {
      text: `paragraph ${number}`,
      span: mention,
    });
  });
  return {
    kind: 'speaker',
    span,
    title: speaker.name,
    subtitle: subtitleOf(speaker),
    lines: [
      ...(known ? [known] : []),
      line(
        'In this article',
        `${list([counted(statements.length, 'statement'), counted(quotes.length, 'quotation')])}, ${counted(words, 'quoted word')}.`,
      ),
      ...(mentions.length > 0 ? [pieces('Mentioned', ...mentions, '.')] : []),
      ...accused
        .slice(0, 2)
        .map((allegation) =>
          pieces(
            'Accused',
            `“${excerpt(text, allegation, EXCERPT)}” in `,
            place(context, allegation),
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
    ],
    links:
      introduction && introduction.start !== span.start
        ? [{ label: 'Go to the introduction', span: introduction }]
        : [],
  };
}

function allegationLines(context: Context, allegation: Allegation): readonly Line[] {
  const accuser = nameOf(context, allegation.accuser);
  const accused = nameOf(context, allegation.accused);
  return [
    ...(accuser === null ? [] : [line('Accuser', accuser)]),
    ...(allegation.attributed ? [] : [line('Accuser', 'nobody is named as the one who says so')]),
    line('Accused', accused ?? 'not clear from the text'),
    line('Status', LEGAL_WORDS[allegation.legalStatus]),
    pieces('Reply', ...responsePieces(context, allegation)),
  ];
}

function allegationLinks(allegation: Allegation): readonly CardLink[] {
  return allegation.responses.slice(0, 2).map((response) => ({
    label: `Go to the ${response.kind === 'denial' ? 'denial' : 'reply'}`,
    span: response,
  }));
}

function allegationCard(context: Context, span: Span, allegation: Allegation): Card {
  const attribution = context.lookup.attributions.get(allegation.attribution ?? '');
  const via = context.lookup.agencies.get(attribution?.via ?? '');
  return {
    kind: 'allegation',
    span,
    title: allegation.legalStatus === 'cleared' ? 'Allegation, since cleared' : 'Unverified allegation',
    subtitle: `“${excerpt(context.text, allegation, EXCERPT)}”`,
    lines: [...allegationLines(context, allegation), ...(via ? [line('Through', via.name)] : [])],
    details: [],
    links: [
      ...allegationLinks(allegation),
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
  const words = VERIFICATION_WORDS[attribution.verification];
  const first = allegations[0];
  const answer: readonly (Piece | string)[] = first
    ? [words === '' ? '' : ', ', ...responsePieces(context, first)]
    : [];
  if (words === '' && answer.length === 0) return null;
  return pieces('Status', words, ...answer);
}

function statementCard(context: Context, span: Span, attribution: Attribution): Card {
  const { lookup, text } = context;
  const speaker = lookup.speakers.get(attribution.speaker ?? '');
  const source = attribution.source.map(({ start, end }) => text.slice(start, end)).join(' ');
  const cue = attribution.cue.map(({ start, end }) => text.slice(start, end)).join(' ');
  const candidates = (attribution.candidates ?? []).flatMap((id) => nameOf(context, id) ?? []);
  const allegations = lookup.allegationsOf.get(attribution.id) ?? [];
  const answers = lookup.answers.get(attribution.id) ?? [];
  const known = howKnown(context, attribution);
  const status = statusLine(context, attribution, allegations);
  const via = lookup.agencies.get(attribution.via ?? '')?.name;
  const to = nameOf(context, attribution.to);
  const behalf = nameOf(context, attribution.onBehalfOf ?? null);
  const stance = `${attribution.negated ? 'not stated: ' : ''}${STANCE_WORDS[attribution.stance]}`;
  const opposed = (attribution.tensions ?? []).flatMap((id) => lookup.attributions.get(id) ?? []);
  const links: CardLink[] = [
    ...(speaker?.introduction ? [{ label: 'Go to the introduction', span: speaker.introduction }] : []),
    ...allegations.slice(0, 1).flatMap(allegationLinks),
    ...answers.slice(0, 1).map((allegation) => ({ label: 'Go to the allegation', span: allegation })),
  ];
  return {
    kind: 'statement',
    span,
    title:
      speaker?.name ??
      (candidates.length > 1
        ? `${candidates.join(' or ')}?`
        : source === ''
          ? 'Nobody is named as the speaker'
          : source),
    subtitle: speaker ? subtitleOf(speaker) : candidates.length > 1 ? 'the text leaves open who' : '',
    lines: [
      line(
        'Statement',
        [cue === '' || cue === ':' ? '' : `“${cue}”`, stance, formWords(attribution)]
          .filter((part) => part !== '')
          .join(', '),
      ),
      ...(status ? [status] : []),
      ...(via === undefined ? [] : [line('Through', via)]),
      ...(to === null ? [] : [line('Told to', to)]),
      ...(behalf === null ? [] : [line('On behalf of', behalf)]),
      ...answers
        .slice(0, 2)
        .map((allegation) =>
          pieces('Answers', `“${excerpt(text, allegation, EXCERPT)}” in `, place(context, allegation)),
        ),
      ...opposed.slice(0, 2).flatMap((other) => {
        const where = other.content[0] ?? other.cue[0];
        return where
          ? [
              pieces(
                'Contradicted by',
                nameOf(context, other.speaker) ?? 'another statement',
                ' in ',
                place(context, where),
              ),
            ]
          : [];
      }),
      ...(known ? [known] : []),
    ],
    details: [
      line('Confidence', sureness(attribution.confidence)),
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
        title: 'Nobody is named as the speaker',
        subtitle: `${hit.quote.kind} quotation`,
        lines: hit.quote.closed ? [] : [line('Marks', 'the closing mark is missing')],
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
  const context: Context = { analysis, text: analysis.text, lookup, agencies: input.agencies };
  for (const hit of hitsAt(analysis.annotation, offset)) {
    // The place behind the last character belongs to what follows.
    if (hit.span.end === offset) continue;
    const card = cardOf(context, hit);
    if (card) return card;
  }
  return null;
}
