/**
 * Parties of statements, as tokens show them: who is the subject of a clause, whom readers can identify, where the clause
 * of a word begins and ends. Knows the entity graph and word classes; knows nothing of accusations.
 */
import type { LinkedDocument } from '../attribute/linked.ts';
import type { EntityGraph } from '../resolve/entities.ts';
import type { PlacedParagraph, Tokens } from '../segment/paragraph.ts';
import type { CueMeaning } from './cueMeaning.ts';
import { type NounIndex, isPartyNoun } from './descriptions.ts';
import type { Standing } from './standing.ts';
import { type Range, isNoun, lower, sentenceAround, tag } from './tokens.ts';

export interface Context {
  readonly document: LinkedDocument;
  readonly graph: EntityGraph;
  readonly cues: readonly CueMeaning[];
  readonly standings: readonly Standing[];
  /** Entities by the nouns that describe them. */
  readonly nouns: NounIndex;
}

/** True if the mention that starts at a token hangs on a preposition: "fire from across the Sava river". */
export function isGoverned(tokens: Tokens, first: number, from: number): boolean {
  for (let i = first - 1; i >= from && i >= first - 3; i--) {
    const kind = tag(tokens, i);
    if (kind === 'IN' || kind === 'TO') return true;
    // "the agent of striker Luca Bento"
    if (kind !== 'DT' && kind !== 'JJ' && kind !== 'PRP$' && kind !== 'NN') return false;
  }
  return false;
}

/** Only auxiliaries, adverbs and asides stand between the mention and the verb. */
export function verbFollows(tokens: Tokens, from: number, verb: number): boolean {
  for (let i = from; i < verb; i++)
    if (!/^(?:RB|MD|VBD|VBZ|VBP|VBN|,|CD)$/u.test(tag(tokens, i))) return false;
  return true;
}

/** Index of the first token with one of these words in [from, to) outside brackets, or -1. */
export function find(tokens: Tokens, from: number, to: number, words: RegExp): number {
  for (let i = from; i < to; i++) if (words.test(lower(tokens, i))) return i;
  return -1;
}

/** Drops marks and punctuation at both ends of a range. */
export function trim(range: Range): Range {
  const { tokens } = range.placed.paragraph;
  let { from, to } = range;
  while (
    from < to &&
    (/^[\p{P}\s]+$/u.test(lower(tokens, from)) || /^(?:that|whether)$/u.test(lower(tokens, from)))
  )
    from++;
  while (to > from && /^[\p{P}]+$/u.test(lower(tokens, to - 1)) && lower(tokens, to - 1) !== ')') to--;
  return { placed: range.placed, from, to };
}

/** The sentence of a content in which a wrong stands, cut to the content. */
export function clauseOf(placed: PlacedParagraph, at: number, from: number, to: number): Range {
  const sentence = sentenceAround(placed, at);
  return trim({ placed, from: Math.max(from, sentence.from), to: Math.min(to, sentence.to) });
}

/** The subject of a verb is a party that is only described: "A former care home manager stole more than £90,000". */
export function subjectIsParty(tokens: Tokens, from: number, verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(from, verb - 14); i--) {
    if (/^(?:that|which|;|:)$/u.test(lower(tokens, i))) return false;
    if (isNoun(tokens, i) && isPartyNoun(lower(tokens, i))) return true;
  }
  return false;
}

/** A party of whom readers know who is meant: a name, a body, a definite description; not "a man" or "gunmen". */
export function identifiable(graph: EntityGraph, index: number): boolean {
  const entity = graph.entities[index];
  if (!entity) return false;
  if (entity.named || entity.type === 'country' || entity.type === 'organization') return true;
  // "officials", "managers", "deputies": a body of people whom readers can place; not whoever did it.
  if (entity.type === 'group') return !WHOEVER.test(entity.name);
  return (
    entity.type !== 'anonymous' &&
    (entity.role !== null || entity.mentions.length > 1 || entity.principal >= 0)
  );
}

/** People of whom the text says no more than that they did it or were there. */
const WHOEVER =
  /\b(?:men|people|gunmen|attackers?|assailants?|thieves|robbers|burglars|youths|teenagers|vandals|raiders|killers|suspects|residents|locals|witnesses|victims|critics|experts|some|others|many|most|children|women|fans|passengers|they|we|everybody|nobody|somebody|someone|which|who)\b/iu;
