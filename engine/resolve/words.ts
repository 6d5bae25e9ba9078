/**
 * The document's tokens in one row, in document offsets, so that resolution can look across paragraphs. Knows the
 * analysed paragraphs; knows nothing of names or speakers.
 */
import type { LinkedDocument } from '../attribute/linked.ts';
import type { Zone } from '../segment/paragraph.ts';
import type { Steps } from '../steps.ts';
import type { Span } from '../text/spans.ts';

export interface Words {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Sentence number in the document. */
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  /** 1 inside quotation marks (the marks included), else 0. */
  readonly quoted: Uint8Array;
  readonly tag: Uint8Array;
  readonly coarse: Uint8Array;
  /** 1 if the form begins with a capital letter. */
  readonly capital: Uint8Array;
  readonly form: readonly string[];
  readonly lower: readonly string[];
  /** Zone by paragraph, and index of each paragraph's first token (with one entry more at the end). */
  readonly zones: readonly Zone[];
  readonly paragraphStart: Int32Array;
}

const OTHER_CAPITAL = /^\p{Lu}/u;

function isCapital(form: string): number {
  const code = form.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? 1 : 0;
  return OTHER_CAPITAL.test(form) ? 1 : 0;
}

/** Paragraphs that are laid out in one step. */
const STEP = 250;

/** Lays the tokens of all paragraphs side by side. */
export function* wordsInSteps(document: LinkedDocument): Steps<Words> {
  let count = 0;
  for (const { paragraph } of document.paragraphs) count += paragraph.tokens.count;
  const words = {
    count,
    start: new Int32Array(count),
    end: new Int32Array(count),
    sentence: new Int32Array(count),
    paragraph: new Int32Array(count),
    quoted: new Uint8Array(count),
    tag: new Uint8Array(count),
    coarse: new Uint8Array(count),
    capital: new Uint8Array(count),
    form: [] as string[],
    lower: [] as string[],
    zones: [] as Zone[],
    paragraphStart: new Int32Array(document.paragraphs.length + 1),
  };
  let at = 0;
  let sentences = 0;
  for (let index = 0; index < document.paragraphs.length; index++) {
    const placed = document.paragraphs[index];
    if (placed === undefined) continue;
    if (index % STEP === STEP - 1) yield;
    const { paragraph, offset } = placed;
    const { tokens } = paragraph;
    words.zones.push(paragraph.zone);
    words.paragraphStart[index] = at;
    for (let i = 0; i < tokens.count; i++, at++) {
      const form = tokens.form[i] ?? '';
      words.start[at] = (tokens.start[i] ?? 0) + offset;
      words.end[at] = (tokens.end[i] ?? 0) + offset;
      words.sentence[at] = sentences + (tokens.sentence[i] ?? 0);
      words.paragraph[at] = index;
      words.quoted[at] = tokens.quote[i] ? 1 : 0;
      words.tag[at] = tokens.tag[i] ?? 0;
      words.coarse[at] = tokens.coarse[i] ?? 0;
      words.capital[at] = isCapital(form);
      words.form.push(form);
      words.lower.push(tokens.lower[i] ?? '');
    }
    sentences += Math.max(1, paragraph.sentenceStart.length);
  }
  words.paragraphStart[document.paragraphs.length] = at;
  return words;
}

/** The lower-case form of a token, '' outside the document. */
export function lowerAt(words: Words, i: number): string {
  return words.lower[i] ?? '';
}

/** The form of a token, '' outside the document. */
export function formAt(words: Words, i: number): string {
  return words.form[i] ?? '';
}

/** The first token that ends after `offset`. */
export function tokenFrom(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span from token `first` to token `last`, both included. */
export function spanOf(words: Words, first: number, last: number): Span {
  return { start: words.start[first] ?? 0, end: words.end[last] ?? 0 };
}

/** True if both tokens stand in one sentence. */
export function sameSentence(words: Words, a: number, b: number): boolean {
  return words.sentence[a] === words.sentence[b];
}
