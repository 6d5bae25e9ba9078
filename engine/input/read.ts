/**
 * Documents that are no plain text: which format one has, and its reading. The formats are a closed list; a new one
 * is a file here and a line below.
 */
import { readHtml } from './html.ts';
import { readNinjs } from './ninjs.ts';
import type { Reading, ReadFormat } from './reading.ts';

export type InputFormat = 'text' | ReadFormat;

export const INPUT_FORMATS: readonly InputFormat[] = ['text', 'html', 'ninjs'];

/** The format that a file's name or a language id promises; `null` for JSON, where only the content tells. */
const BY_ENDING: Readonly<Record<string, ReadFormat>> = {
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  json: 'ninjs',
  ninjs: 'ninjs',
};

/** The format to try for a file name. */
export function formatOfName(name: string): InputFormat {
  return BY_ENDING[/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'text';
}

/** The format to try for an editor's language id. */
export function formatOfLanguage(languageId: string): InputFormat {
  return BY_ENDING[languageId.toLowerCase()] ?? 'text';
}

/** The reading of a source in a format; null for plain text and for JSON that is no ninjs. Never throws. */
export function read(source: string, format: InputFormat): Reading | null {
  switch (format) {
    case 'text':
      return null;
    case 'html':
      return readHtml(source);
    case 'ninjs':
      return readNinjs(source);
  }
}
