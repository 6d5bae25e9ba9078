/**
 * The engine's only import surface: text in, annotation out. Pure, synchronous, never throws, knows neither
 * Node nor the DOM, LSP or VS Code. Offsets are UTF-16 code units into the text as given.
 */
import type { Annotation } from './annotation.ts';
import { attribute } from './attribute/attribute.ts';
import { defaultModel } from './attribute/defaultModel.ts';
import type { LinkedDocument } from './attribute/linked.ts';
import { readsAsNews } from './gate.ts';
import { resolve, type ResolveOptions } from './resolve/resolve.ts';
import type { PlacedParagraph } from './segment/paragraph.ts';

export type * from './annotation.ts';
export type { LinkedDocument } from './attribute/linked.ts';
export type { Paragraph, PlacedParagraph, Zone } from './segment/paragraph.ts';
export type { Span } from './text/spans.ts';
export { readsAsNews } from './gate.ts';

export interface AnnotateOptions extends ResolveOptions {
  /** `auto` (default) asks the gate whether the text reads as news; `always` and `never` overrule it. */
  readonly plainText?: 'auto' | 'always' | 'never';
  /** Asked between paragraphs; when it returns true the work stops and null is returned. */
  readonly isCancelled?: () => boolean;
}

/** A text with its annotation and the analysed paragraphs that the annotation was made from. */
export interface Analysis {
  readonly text: string;
  readonly annotation: Annotation;
  /** Empty when the text was not annotated (`annotation.news.isNews` is false). */
  readonly paragraphs: readonly PlacedParagraph[];
  readonly linked: LinkedDocument;
}

type Uncancelled = Omit<AnnotateOptions, 'isCancelled'>;

/**
 * Analyses a text: who says what, through whom, and how sure. Accepts any string and never throws.
 * @returns the analysis, or null if `options.isCancelled` said so
 */
export function annotate(text: string, options?: Uncancelled): Analysis;
export function annotate(text: string, options: AnnotateOptions): Analysis | null;
export function annotate(text: string, options: AnnotateOptions = {}): Analysis | null {
  return analyse(text, [], options);
}

/**
 * The analysis of `text`, taking over what `previous` knows of paragraphs that did not change. Equals
 * `annotate(text, options)`; only faster.
 */
export function reannotate(previous: Analysis, text: string, options?: Uncancelled): Analysis;
export function reannotate(previous: Analysis, text: string, options: AnnotateOptions): Analysis | null;
export function reannotate(previous: Analysis, text: string, options: AnnotateOptions = {}): Analysis | null {
  return analyse(text, previous.paragraphs, options);
}

function analyse(text: string, known: readonly PlacedParagraph[], options: AnnotateOptions): Analysis | null {
  const { isNews, score } = verdict(text, options.plainText ?? 'auto');
  const linked: LinkedDocument | null = isNews
    ? attribute(text, defaultModel(), known, options.isCancelled)
    : { text, paragraphs: [], quotes: [], attributions: [] };
  if (!linked) return null;
  return {
    text,
    annotation: { schemaVersion: 1, news: { isNews, score }, ...resolve(linked, options) },
    paragraphs: linked.paragraphs,
    linked,
  };
}

function verdict(text: string, plainText: 'auto' | 'always' | 'never'): { isNews: boolean; score: number } {
  switch (plainText) {
    case 'always':
      return { isNews: true, score: 1 };
    case 'never':
      return { isNews: false, score: 0 };
    case 'auto':
      return readsAsNews(text);
  }
}
