/**
 * Which format a document that is no plain text has, as its name or an editor's language id promises. Loads no
 * reader: asked for every document.
 */
import type { ReadFormat } from './reading.ts';

export type InputFormat = 'text' | ReadFormat;

export const INPUT_FORMATS: readonly InputFormat[] = ['text', 'html', 'ninjs'];

/** By file ending or language id. JSON is only tried: its content tells whether it is a news item. */
const FORMATS: ReadonlyMap<string, ReadFormat> = new Map([
  ['htm', 'html'],
  ['html', 'html'],
  ['xhtml', 'html'],
  ['json', 'ninjs'],
  ['ninjs', 'ninjs'],
]);

/** The format to try for a file's name or address. */
export function formatOfName(name: string): InputFormat {
  return FORMATS.get(/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '') ?? 'text';
}

/** The format to try for an editor's language id. */
export function formatOfLanguage(languageId: string): InputFormat {
  return FORMATS.get(languageId.toLowerCase()) ?? 'text';
}
