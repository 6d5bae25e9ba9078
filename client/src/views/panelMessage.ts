/** What the extension and its pages (webviews) say to each other. Types only. */
import type { Position, Range, ReadingResult, SourceMapResult } from '../../../protocol/index.ts';

/** Texts of a page by id; the page itself knows no language. */
export type Texts = Readonly<Record<string, string>>;

export interface PageData {
  readonly sourceMap: SourceMapResult;
  readonly reading: ReadingResult;
}

export type ToPage<Data> =
  | { readonly type: 'data'; readonly data: Data; readonly texts: Texts; readonly language: string }
  /** There is nothing to show, and why. */
  | { readonly type: 'empty'; readonly message: string; readonly language: string }
  | { readonly type: 'cursor'; readonly position: Position };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly range: Range }
  /** `content` is text, or a data URL for pictures. */
  | { readonly type: 'save'; readonly extension: 'svg' | 'png' | 'html'; readonly content: string };
