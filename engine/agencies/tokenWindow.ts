/**
 * Small readings of the tokens around a place: which token stands at an offset, what its sentence says. Knows tokens
 * only; shared by the detectors of agencies.
 */
import type { Paragraph, Tokens } from '../segment/paragraph.ts';
import { TAGS } from '../segment/tags.ts';
import type { Span } from '../text/spans.ts';

/** Index of the token that covers the offset, else of the first one after it; `count` when there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Part-of-speech tag of a token, '' outside the paragraph. */
export function tagOf(tokens: Tokens, index: number): string {
  const tag = tokens.tag[index];
  return index < 0 || index >= tokens.count || tag === undefined ? '' : (TAGS[tag] ?? '');
}

/** The token in lower case, '' outside the paragraph. */
export function lowerOf(tokens: Tokens, index: number): string {
  return tokens.lower[index] ?? '';
}

/** True when the token starts with a capital letter. */
export function isCapital(tokens: Tokens, index: number): boolean {
  const first = tokens.form[index]?.charAt(0) ?? '';
  return first !== first.toLowerCase();
}

/** First token and the one after the last of the sentence that holds the token. */
export function sentenceOf(paragraph: Paragraph, token: number): Span {
  const sentence = paragraph.tokens.sentence[token] ?? 0;
  return {
    start: paragraph.sentenceStart[sentence] ?? 0,
    end: paragraph.sentenceStart[sentence + 1] ?? paragraph.tokens.count,
  };
}

/** The text of a range of tokens, relative to the paragraph. */
export function textOf(paragraph: Paragraph, range: Span): string {
  const { tokens, text } = paragraph;
  if (range.end <= range.start) return '';
  return text.slice(tokens.start[range.start] ?? 0, tokens.end[range.end - 1] ?? 0);
}
