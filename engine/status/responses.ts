/**
 * Replies of the accused: denials, pleas, comments and silences, wherever they stand in the article, linked to the
 * allegations that they answer. Knows the entity graph and the reviewed forms of replies (data/responses.tsv).
 */
import type { AllegationResponse, ResponseKind, Stance } from '../annotation.ts';
import type { LinkedDocument } from '../attribute/linked.ts';
import { RESPONSES } from '../lexicon/responses.gen.ts';
import { type EntityGraph, mentionsIn } from '../resolve/entities.ts';
import { hull, type Span } from '../text/spans.ts';
import type { Accusation } from './accusations.ts';
import type { CueMeaning } from './cueMeaning.ts';
import { partiesOf } from './sides.ts';
import { rangeOf, sentenceAround, spanOf } from './tokens.ts';
import { shared, topicOf } from './topics.ts';

/** A reply by somebody, before it is known what it answers. */
interface Reply extends Span {
  readonly kind: ResponseKind;
  readonly entity: number;
  readonly attribution: number;
  readonly paragraph: number;
  /** The words name no matter: "denied the allegations", "declined to comment". */
  readonly general: boolean;
  readonly words: ReadonlySet<string>;
}

export interface LinkedResponse extends Span {
  readonly kind: ResponseKind;
  readonly attribution: number;
}

export type ResponseOf = Omit<AllegationResponse, 'attribution'> & { readonly attribution: number };

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
      byKind.set(responseKind, [...(byKind.get(responseKind) ?? []), pattern]);
  return [...byKind].map(([kind, sources]) => [
    kind,
    new RegExp(`(?<![\\p{L}\\d])(?:${sources.join('|')})(?![\\p{L}\\d])`, 'giu'),
  ]);
})();
const SILENCE_WORD =
  /comment|respon|reply|replied|answer|return|reach|contact|available|plead|pled|plea|contest|fight|appeal|challenge|approached|react|locat|found/iu;

/** The matter of a denial is a word for the accusation itself: "denied the charges", "rejected that", "denies wrongdoing". */
const GENERAL =
  /^(?:(?:all|any|both|each|every|each of|all of|it|that|this|them|the|these|those|his|her|their|its|such|as|to|on|for|immediately|request|requests|comment|wrongdoing|guilt|charges?|counts?|allegations?|accusations?|claims?|suggestions?|reports?|false|baseless|untrue|nonsense|immediate|further|publicly|doing|anything|wrong|liability|involvement|responsibility|account|story|version|charge|memo's|lawsuit|suit|complaint|which|of|or|and|in|a|an|“|”|"|‘|’|\W)\W*)*$/iu;

/** "totally rejects any suggestion of wrongdoing": a denial of everything, whatever stands around it. */
const ANY_WRONG =
  /\b(?:any|all) (?:suggestions?|allegations?|claims?|accusations?|wrongdoing)\b|\bnothing (?:wrong|illegal|improper)\b/iu;

export interface ReplyContext {
  readonly document: LinkedDocument;
  readonly graph: EntityGraph;
  readonly cues: readonly CueMeaning[];
  readonly stances: readonly Stance[];
}

function contentText(document: LinkedDocument, index: number): string {
  return (document.attributions[index]?.content ?? [])
    .map((span) => document.text.slice(span.start, span.end))
    .join(' ');
}

/** Replies that are statements: by stance and cue. */
function statedReplies({ document, graph, cues, stances }: ReplyContext): Reply[] {
  const replies: Reply[] = [];
  document.attributions.forEach((attribution, index) => {
    const entity = graph.sources[index]?.entity ?? -1;
    const cue = cues[index];
    const stance = stances[index];
    if (entity < 0 || !cue || !stance) return;
    const text = contentText(document, index);
    const cueText = attribution.cue.map((span) => document.text.slice(span.start, span.end)).join(' ');
    let kind: ResponseKind | null = null;
    if (
      cue.group === 'declining' ||
      /\b(?:no comment|not (?:comment|respond|say|discuss|be drawn|return|reply|answer))\b/iu.test(
        `${cueText} ${text.slice(0, 60)}`,
      )
    )
      kind = /\breach/iu.test(cueText) ? 'unreachable' : 'no-comment';
    else if (
      cue.lemma === 'plead' ||
      /\bnot guilty\b/iu.test(text.slice(0, 40)) ||
      (stance === 'deny' && /^\W*(?:\p{L}+ ){0,4}(?:counts?|charges) of\b/iu.test(text))
    )
      kind = 'plea';
    else if (stance === 'deny') kind = 'denial';
    else if (stance === 'concede') kind = 'comment';
    else if (
      /^(?:neutral|claim|other|promise)$/u.test(stance) &&
      (graph.entities[entity]?.principalKind ?? null) !== null
    )
      kind = 'comment';
    else if (/\bstatement|email|e-mail|letter\b/iu.test(cueText)) kind = 'comment';
    if (!kind || (cue.negated && kind === 'denial')) return;
    const span = hull([...attribution.cue, ...attribution.content.slice(0, 1)]);
    if (!span) return;
    replies.push({
      ...span,
      kind,
      entity,
      attribution: index,
      paragraph: attribution.paragraph,
      general: GENERAL.test(text) || ANY_WRONG.test(text) || kind === 'no-comment' || kind === 'unreachable',
      words: topicOf(text),
    });
  });
  return replies;
}

/** Silences and pleas that no attribution holds: "Ferrow could not be reached for comment." */
function silentReplies(
  { document, graph }: ReplyContext,
  stated: readonly Reply[],
  accused: ReadonlySet<number>,
): Reply[] {
  const replies: Reply[] = [];
  for (const placed of document.paragraphs) {
    const { paragraph, offset } = placed;
    if (!SILENCE_WORD.test(paragraph.text)) continue;
    for (const [kind, pattern] of SILENCES) {
      for (const match of paragraph.text.matchAll(pattern)) {
        const span = { start: offset + match.index, end: offset + match.index + match[0].length };
        if (stated.some((reply) => reply.start < span.end && span.start < reply.end)) continue;
        if (replies.some((reply) => reply.start < span.end && span.start < reply.end)) continue;
        const range = rangeOf(document, span);
        if (!range || (paragraph.tokens.quote[range.from] ?? 0) > 0) continue;
        const sentence = spanOf(sentenceAround(placed, range.from));
        let entity = -1;
        // Whoever of the sentence is accused, or speaks for an accused, stands before the verb: "a lawyer for Ferrow did not …".
        for (const mention of mentionsIn(graph, { start: sentence.start, end: span.start })) {
          if (mention.entity < 0) continue;
          const answering = partiesOf(graph, mention.entity).some((party) => accused.has(party));
          if (answering || entity < 0) entity = mention.entity;
        }
        if (entity < 0 && accused.size === 1) entity = [...accused][0] ?? -1;
        if (entity < 0) continue;
        replies.push({
          ...span,
          kind,
          entity,
          attribution: -1,
          paragraph: placed.index,
          general: true,
          words: topicOf(''),
        });
      }
    }
  }
  return replies;
}

/** The replies to each allegation, in the order of the allegations. */
export function linkResponses(
  context: ReplyContext,
  accusations: readonly Accusation[],
): readonly (readonly LinkedResponse[])[] {
  const { document, graph } = context;
  if (accusations.length === 0) return [];
  const accused = new Set(
    accusations.map((accusation) => accusation.accused).filter((entity) => entity >= 0),
  );
  const stated = statedReplies(context);
  const replies = [...stated, ...silentReplies(context, stated, accused)];
  const repliesOf = new Map<number, Reply[]>();
  const denialsIn = new Map<number, Reply[]>();
  const put = (map: Map<number, Reply[]>, key: number, reply: Reply): void => {
    const list = map.get(key);
    if (list) list.push(reply);
    else map.set(key, [reply]);
  };
  for (const reply of replies) {
    for (const party of new Set(partiesOf(graph, reply.entity)))
      if (accused.has(party)) put(repliesOf, party, reply);
    if (reply.kind === 'denial') put(denialsIn, reply.paragraph, reply);
  }
  const topics = accusations.map((accusation) =>
    topicOf(document.text.slice(accusation.start, accusation.end)),
  );
  const ofParty = new Map<number, number[]>();
  accusations.forEach(({ accused: party }, index) => {
    const list = ofParty.get(party);
    if (list) list.push(index);
    else ofParty.set(party, [index]);
  });
  return accusations.map((accusation, index) => {
    const own = topics[index] ?? new Set<string>();
    const linked: LinkedResponse[] = [];
    // Of a party that is not resolved, a denial of the same matter nearby is taken for its answer.
    const candidates =
      accusation.accused >= 0
        ? (repliesOf.get(accusation.accused) ?? [])
        : [-2, -1, 0, 1, 2].flatMap((step) =>
            (denialsIn.get(accusation.paragraph + step) ?? []).filter(
              ({ entity, general, words }) =>
                entity !== accusation.accuser && (general || shared(own, words) > 0),
            ),
          );
    for (const reply of candidates) {
      if (reply.attribution >= 0 && reply.attribution === accusation.attribution) continue;
      const overlap = shared(own, reply.words);
      const distance = Math.abs(reply.paragraph - accusation.paragraph);
      if (
        reply.kind === 'comment' &&
        overlap === 0 &&
        (distance > 2 || reply.paragraph < accusation.paragraph)
      )
        continue;
      if (!reply.general && reply.kind === 'denial' && overlap === 0) {
        // A denial of one matter does not answer another one when it shares more words with a third.
        const others = (ofParty.get(accusation.accused) ?? []).slice(0, MOST_COMPARED);
        if (others.some((other) => other !== index && shared(topics[other] ?? own, reply.words) > 0))
          continue;
      }
      linked.push({ start: reply.start, end: reply.end, kind: reply.kind, attribution: reply.attribution });
      if (linked.length >= MOST_REPLIES) break;
    }
    return linked.sort((first, second) => first.start - second.start);
  });
}

/** Bounds that no article reaches; they keep a book-length text linear. */
const MOST_COMPARED = 50;
const MOST_REPLIES = 40;
