/**
 * Places of the document as tokens of one paragraph, for everything that judges evidence. Knows paragraphs and offsets.
 */
import type { LinkedDocument } from '../attribute/linked.ts';
import type { PlacedParagraph, Tokens } from '../segment/paragraph.ts';
import { TAGS } from '../segment/tags.ts';
import type { Span } from '../text/spans.ts';

/** A range of tokens [from, to) of one paragraph. */
export interface Range {
  readonly placed: PlacedParagraph;
  readonly from: number;
  readonly to: number;
}

/** First token that ends after the offset (relative to the paragraph). */
function firstAfter(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The paragraph that holds an offset of the document, or null. */
export function paragraphAt(document: LinkedDocument, offset: number): PlacedParagraph | null {
  const { paragraphs } = document;
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low - 1] ?? null;
}

/** The tokens of a span of the document; null when no paragraph holds it. */
export function rangeOf(document: LinkedDocument, span: Span): Range | null {
  const placed = paragraphAt(document, span.start);
  if (!placed) return null;
  const { tokens } = placed.paragraph;
  const from = firstAfter(tokens, span.start - placed.offset);
  let to = firstAfter(tokens, span.end - placed.offset - 1);
  if (to < tokens.count) to++;
  return from < to ? { placed, from, to } : null;
}

/** The span of a range in the document. */
export function spanOf({ placed, from, to }: Range): Span {
  const { tokens } = placed.paragraph;
  return {
    start: placed.offset + (tokens.start[from] ?? 0),
    end: placed.offset + (tokens.end[to - 1] ?? 0),
  };
}

/** The sentence that holds a token, as a range. */
export function sentenceAround(placed: PlacedParagraph, token: number): Range {
  const { tokens, sentenceStart } = placed.paragraph;
  const sentence = tokens.sentence[token] ?? 0;
  return { placed, from: sentenceStart[sentence] ?? 0, to: sentenceStart[sentence + 1] ?? tokens.count };
}

export function lower(tokens: Tokens, index: number): string {
  return tokens.lower[index] ?? '';
}

export function lemma(tokens: Tokens, index: number): string {
  return tokens.lemma[index] ?? '';
}

/** Part-of-speech tag, '' outside the paragraph. */
export function tag(tokens: Tokens, index: number): string {
  const value = tokens.tag[index];
  return index < 0 || index >= tokens.count || value === undefined ? '' : (TAGS[value] ?? '');
}

export function isVerb(tokens: Tokens, index: number): boolean {
  return tag(tokens, index).startsWith('VB');
}

export function isNoun(tokens: Tokens, index: number): boolean {
  return tag(tokens, index).startsWith('NN');
}

/** A verb in the past tense, also where the tagger took it for a present: "Drowse sold recordings". */
export function isPastAt(tokens: Tokens, index: number): boolean {
  const kind = tag(tokens, index);
  if (kind === 'VBD') return true;
  const word = lower(tokens, index);
  return (
    kind === 'VBP' &&
    word !== lemma(tokens, index) &&
    !/^(?:are|am|have|do|['’](?:re|m|ve|d|ll))$/u.test(word)
  );
}

/** The words of a range in lower case, joined by single spaces. */
export function wordsOf({ placed, from, to }: Range): string {
  return placed.paragraph.tokens.lower.slice(from, to).join(' ');
}
