/**
 * The analysed paragraph: the unit of incremental work. Everything in it depends on the paragraph's own text
 * and zone only, and all positions in it are relative to the paragraph's start, so an unchanged paragraph is
 * reused wherever it moves to. Struct of arrays: one entry per token.
 */
import type { Span } from '../text/spans.ts';
import type { AttributionClass } from '../annotation.ts';

/** What part of the article a paragraph is. Only `headline` and `body` are prose that is searched for attributions. */
export type Zone = 'headline' | 'byline' | 'body' | 'credit' | 'caption' | 'furniture';

export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of the token's sentence in the paragraph. */
  readonly sentence: Int32Array;
  /** As written. */
  readonly form: readonly string[];
  /** Lower case, curly marks made straight, long dashes made one. */
  readonly lower: readonly string[];
  readonly lemma: readonly string[];
  /** Index into `TAGS`. */
  readonly tag: Uint8Array;
  /** `COARSE` class of the tag. */
  readonly coarse: Uint8Array;
  /** Index of the innermost quote in `Paragraph.quotes` + 1, or 0 outside quotes. The marks themselves count as inside. */
  readonly quote: Int32Array;
}

/** A pair of quotation marks (or an unpaired one); both marks included in the span. */
export interface QuoteSpan extends Span {
  readonly level: number;
  readonly closed: boolean;
  /** Token indexes of the marks; `closeToken` is the last token inside when there is no closing mark. */
  readonly openToken: number;
  readonly closeToken: number;
  /** True when the quote has no opening mark of its own: it goes on from the paragraph before. */
  readonly continued: boolean;
}

/** A source-cue-content triple found inside one paragraph. */
export interface LocalAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Token index of the word that carries the meaning of the cue ("said", "accusation"), or -1. */
  readonly cueHead: number;
  readonly class: AttributionClass;
  /** Calibrated probability that this is an attribution, 0 to 1. */
  readonly confidence: number;
}

export interface Paragraph {
  readonly text: string;
  readonly zone: Zone;
  readonly tokens: Tokens;
  /** Token index of the first token of each sentence. */
  readonly sentenceStart: Int32Array;
  readonly quotes: readonly QuoteSpan[];
  /** Marks without a partner that open or close nothing (positions of single tokens). */
  readonly strayMarks: readonly Span[];
  readonly attributions: readonly LocalAttribution[];
  /** A cue at the paragraph's end that announces the next paragraph ("Kolb wrote:"), or null. */
  readonly opening: Omit<LocalAttribution, 'content'> | null;
  /** True for a turn of a transcript ("QUILL: …", "Q: …"). */
  readonly isTurn: boolean;
  /** "LONDON (Reuters) -" at the start of the first body paragraph, or null. */
  readonly dateline: Span | null;
}

/** A paragraph and where it stands in the document. */
export interface PlacedParagraph {
  readonly index: number;
  /** Offset of the paragraph's first code unit in the document. */
  readonly offset: number;
  readonly paragraph: Paragraph;
}
