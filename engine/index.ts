/**
 * The engine's only import surface: text in, annotation out. Pure, synchronous, never throws, knows neither
 * Node nor the DOM, LSP or VS Code. Offsets are UTF-16 code units into the text as given.
 */
import type { Annotation, NewsVerdict } from './annotation.ts';
import { analysisContext } from './attribute/analyse.ts';
import { attributeInSteps } from './attribute/attribute.ts';
import { defaultModel } from './attribute/defaultModel.ts';
import type { LinkedDocument } from './attribute/linked.ts';
import { carryOver } from './carry.ts';
import { readsAsNews } from './gate.ts';
import { resolveInSteps, type ResolveOptions } from './resolve/resolve.ts';
import type { PlacedParagraph } from './segment/paragraph.ts';
import { finish, type Steps } from './steps.ts';

export type * from './annotation.ts';
export type { LinkedDocument } from './attribute/linked.ts';
export type { Paragraph, PlacedParagraph, Zone } from './segment/paragraph.ts';
export type { Span } from './text/spans.ts';
export { readsAsNews } from './gate.ts';

export interface AnnotateOptions extends ResolveOptions {
  /** `auto` (default) asks the gate whether the text reads as news; `always` and `never` overrule it. */
  readonly plainText?: 'auto' | 'always' | 'never';
}

/** A text with its annotation and the analysed paragraphs that the annotation was made from. */
export interface Analysis {
  readonly text: string;
  readonly annotation: Annotation;
  /** Empty when the text was not annotated (`annotation.news.isNews` is false). */
  readonly paragraphs: readonly PlacedParagraph[];
  readonly linked: LinkedDocument;
}

/** Analyses a text: who says what, through whom, and how sure. Accepts any string and never throws. */
export function annotate(text: string, options: AnnotateOptions = {}): Analysis {
  return finish(annotateInSteps(null, text, options));
}

/**
 * The analysis of `text`, taking over what `previous` knows of paragraphs that did not change. Equals
 * `annotate(text, options)`; only faster.
 */
export function reannotate(previous: Analysis, text: string, options: AnnotateOptions = {}): Analysis {
  return finish(annotateInSteps(previous, text, options));
}

/** The same a few milliseconds at a time, for long texts: between two steps others may work, and it may be dropped. */
export function* annotateInSteps(
  previous: Analysis | null,
  text: string,
  options: AnnotateOptions = {},
): Steps<Analysis> {
  const news = verdict(text, options.plainText ?? 'auto');
  const linked: LinkedDocument = news.isNews
    ? yield* attributeInSteps(text, defaultModel(), previous?.paragraphs)
    : { text, paragraphs: [], quotes: [], attributions: [] };
  yield;
  const resolved = yield* resolveInSteps(linked, options);
  return {
    text,
    annotation: { schemaVersion: 1, news, ...resolved },
    paragraphs: linked.paragraphs,
    linked,
  };
}

/**
 * An analysis of `text` to show until `reannotate` has made the true one: exact offsets, fresh attributions around the
 * edit, everything else as in `previous`, moved. A hundred times faster than `reannotate` on a long text. Whoever wants
 * the gate asked, or has other options, must not use it.
 */
export function carry(previous: Analysis, text: string): Analysis {
  if (!previous.annotation.news.isNews) return { ...previous, text, linked: { ...previous.linked, text } };
  const { annotation, linked } = carryOver(previous, text, analysisContext(defaultModel()));
  return { text, annotation, paragraphs: linked.paragraphs, linked };
}

function verdict(text: string, plainText: 'auto' | 'always' | 'never'): NewsVerdict {
  switch (plainText) {
    case 'always':
      return { isNews: true, score: 1 };
    case 'never':
      return { isNews: false, score: 0 };
    case 'auto': {
      const { isNews, score } = readsAsNews(text);
      return { isNews, score };
    }
  }
}
