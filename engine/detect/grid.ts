/**
 * What the features of a paragraph are read from: one padded row of numbers per property, so that a feature may
 * look four tokens past either edge without asking, and what lies to the left and right of each token within its
 * sentence, found in one pass instead of once per feature.
 */
import { lemmaOf } from '../lexicon/lemma.ts';
import { reportingGroup } from '../lexicon/reportingGroups.ts';
import { wordClass } from '../lexicon/wordClasses.ts';
import { EDGE, type Form } from '../segment/forms.ts';
import type { Zone } from '../segment/paragraph.ts';
import { COARSE, COARSE_OF_TAG, TAGS } from '../segment/tags.ts';
import { hashString } from '../text/hash.ts';
import type { QuoteStructure } from './quotes.ts';

/** Empty positions before and after the tokens. */
export const PAD = 4;
/** Tag and coarse class of a position outside the paragraph. */
export const OUTSIDE_TAG = 90;
export const OUTSIDE_COARSE = 30;

export interface Grid {
  readonly count: number;
  readonly isHeadline: boolean;
  /** Tokens before this one are the dateline: they are nobody's words and nobody's name. */
  readonly bodyStart: number;
  // padded: token i stands at i + PAD
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Uint8Array;
  readonly coarse: Uint8Array;
  /** WordNet class of verbs and nouns, else 0. */
  readonly wordClass: Uint8Array;
  // not padded
  readonly lemmaText: readonly string[];
  readonly suffix3: Int32Array;
  readonly shape: Int32Array;
  readonly capital: Uint8Array;
  /** Group of a reporting verb or noun, else 0. */
  readonly group: Uint8Array;
  readonly sentence: Int32Array;
  readonly sentenceStart: Int32Array;
  /** 0 outside quotes, 1 inside, 2 opening mark, 3 closing mark, 4 stray mark. */
  readonly quoteState: Uint8Array;
  /** Innermost quote + 1, or 0. */
  readonly quote: Int32Array;
  readonly mark: Uint8Array;
  /** Bucket of the length, in tokens, of the quote around the token: 0 none … 5 long. */
  readonly quoteLength: Uint8Array;
  /** Nearest verb to the left and right in the sentence (within 25 tokens), or -1. */
  readonly verbLeft: Int32Array;
  readonly verbRight: Int32Array;
  /** Distance to the comma before (0 none, at most 15); 1 if a comma follows within 15. */
  readonly commaLeft: Uint8Array;
  readonly commaRight: Uint8Array;
  /** "that" stands to the left in the sentence, with no quotation mark between. */
  readonly thatLeft: Uint8Array;
  /** Bucketed distance and kind of the nearest quotation mark before and after (within 12 tokens). */
  readonly markLeft: Uint8Array;
  readonly markRight: Uint8Array;
}

/** Index of the last token of the sentence + 1. */
export function sentenceEnd(grid: Pick<Grid, 'sentenceStart' | 'count'>, sentence: number): number {
  return sentence + 1 < grid.sentenceStart.length ? grid.sentenceStart[sentence + 1]! : grid.count;
}

const THAT = hashString('that');
const bucketMark = (distance: number, kind: number): number =>
  (distance <= 4 ? distance : distance <= 8 ? 5 : 6) * 4 + kind;
const bucketLength = (length: number): number =>
  length <= 3 ? 1 : length <= 5 ? 2 : length <= 9 ? 3 : length <= 16 ? 4 : 5;

/** Lays out a tagged paragraph. */
export function layOut(
  forms: readonly Form[],
  tags: Uint8Array,
  sentence: Int32Array,
  sentenceStart: Int32Array,
  quotes: QuoteStructure,
  zone: Zone,
  bodyStart = 0,
): Grid {
  const count = forms.length;
  const size = count + 2 * PAD;
  const word = new Int32Array(size).fill(EDGE.word);
  const lemma = new Int32Array(size).fill(EDGE.word);
  const tag = new Uint8Array(size).fill(OUTSIDE_TAG);
  const coarse = new Uint8Array(size).fill(OUTSIDE_COARSE);
  const classes = new Uint8Array(size);
  const lemmaText: string[] = [];
  const suffix3 = new Int32Array(count);
  const shape = new Int32Array(count);
  const capital = new Uint8Array(count);
  const group = new Uint8Array(count);
  const quoteState = new Uint8Array(count);
  const quoteLength = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const form = forms[i] ?? EDGE;
    const tagHere = tags[i]!;
    const kind = COARSE_OF_TAG[tagHere]!;
    const text = lemmaOf(form.lower, TAGS[tagHere] ?? 'NN');
    word[i + PAD] = form.word;
    lemma[i + PAD] = text === form.lower ? form.word : hashString(text);
    tag[i + PAD] = tagHere;
    coarse[i + PAD] = kind;
    if (kind === COARSE.verb) classes[i + PAD] = wordClass('verb', text);
    else if (kind === COARSE.noun) classes[i + PAD] = wordClass('noun', text);
    if (kind === COARSE.verb || kind === COARSE.noun) group[i] = reportingGroup(text, kind === COARSE.verb);
    lemmaText.push(text);
    suffix3[i] = form.suffix3;
    shape[i] = form.shape;
    capital[i] = form.capitalised ? 1 : 0;
    const mark = quotes.mark[i]!;
    quoteState[i] = quotes.quote[i]! > 0 ? (mark > 0 ? mark + 1 : 1) : mark > 0 ? 4 : 0;
  }
  for (const quote of quotes.quotes) {
    if (quote.level > 1) continue;
    const bucket = bucketLength(quote.closeToken - quote.openToken - 1);
    for (let i = quote.openToken; i <= quote.closeToken; i++) quoteLength[i] = bucket;
  }
  const verbLeft = new Int32Array(count).fill(-1);
  const verbRight = new Int32Array(count).fill(-1);
  const commaLeft = new Uint8Array(count);
  const commaRight = new Uint8Array(count);
  const thatLeft = new Uint8Array(count);
  const markLeft = new Uint8Array(count);
  const markRight = new Uint8Array(count);
  for (let s = 0; s < sentenceStart.length; s++) {
    const from = sentenceStart[s]!;
    const to = s + 1 < sentenceStart.length ? sentenceStart[s + 1]! : count;
    let verb = -99;
    let comma = -99;
    let that = -99;
    for (let i = from; i < to; i++) {
      if (i - verb < 25) verbLeft[i] = verb;
      if (i - comma < 15) commaLeft[i] = i - comma;
      if (i - that < 20) thatLeft[i] = 1;
      const kind = coarse[i + PAD]!;
      if (kind === COARSE.verb) verb = i;
      else if (kind === COARSE.comma) comma = i;
      else if (kind === COARSE.quote) that = -99;
      if (word[i + PAD] === THAT) that = i;
    }
    verb = comma = count + 99;
    for (let i = to - 1; i >= from; i--) {
      if (verb - i < 25) verbRight[i] = verb;
      const kind = coarse[i + PAD]!;
      if (kind === COARSE.comma) comma = i;
      if (comma - i < 15) commaRight[i] = 1;
      if (kind === COARSE.verb) verb = i;
    }
  }
  let last = -99;
  for (let i = 0; i < count; i++) {
    if (i - last <= 12) markLeft[i] = bucketMark(i - last, quotes.mark[last]!);
    if (quotes.mark[i]! > 0) last = i;
  }
  last = count + 99;
  for (let i = count - 1; i >= 0; i--) {
    if (last - i <= 12) markRight[i] = bucketMark(last - i, quotes.mark[last]!);
    if (quotes.mark[i]! > 0) last = i;
  }
  return {
    count,
    isHeadline: zone === 'headline',
    bodyStart,
    word,
    lemma,
    tag,
    coarse,
    wordClass: classes,
    lemmaText,
    suffix3,
    shape,
    capital,
    group,
    sentence,
    sentenceStart,
    quoteState,
    quote: quotes.quote,
    mark: quotes.mark,
    quoteLength,
    verbLeft,
    verbRight,
    commaLeft,
    commaRight,
    thatLeft,
    markLeft,
    markRight,
  };
}

/** Signed distance in twelve steps. */
export function bucket(distance: number): number {
  const size = distance < 0 ? -distance : distance;
  const step = size <= 6 ? size : size <= 9 ? 7 : size <= 14 ? 8 : size <= 22 ? 9 : size <= 40 ? 10 : 11;
  return distance < 0 ? -step : step;
}
