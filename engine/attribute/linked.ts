/**
 * The document after attribution: paragraphs in place and the attributions that run within and across them,
 * in document offsets. This is what speakers, agencies and evidence are resolved from.
 */
import type { AttributionClass, Form, QuoteKind } from '../annotation.ts';
import type { PlacedParagraph } from '../segment/paragraph.ts';
import type { Span } from '../text/spans.ts';

export interface LinkedQuote extends Span {
  readonly paragraph: number;
  readonly level: number;
  readonly closed: boolean;
  readonly kind: QuoteKind;
  /** Index into `LinkedDocument.attributions`, or -1. */
  readonly attribution: number;
}

export interface LinkedAttribution {
  /** Index of the paragraph that holds the cue. */
  readonly paragraph: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Token index, in that paragraph, of the word that carries the meaning of the cue, or -1. */
  readonly cueHead: number;
  readonly class: AttributionClass;
  readonly form: Form;
  readonly confidence: number;
}

export interface LinkedDocument {
  readonly text: string;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly quotes: readonly LinkedQuote[];
  /** In text order of their first span. */
  readonly attributions: readonly LinkedAttribution[];
}
