/**
 * Documents in any format that is read: plain text as it is, HTML and ninjs through their readers, which are loaded
 * when a file asks for them.
 */
import { formatOfName, INPUT_FORMATS, type InputFormat } from '../engine/input/formats.ts';
import type { Reading } from '../engine/input/reading.ts';
import { Failure } from './failure.ts';
import { choice } from './values.ts';

/** The value of `--input-format`; `auto` goes by the file's name. */
export type WantedFormat = 'auto' | InputFormat;

export const INPUT_FORMAT_HELP = `  --input-format NAME    auto (default): .html and .htm are web pages, .json is IPTC ninjs if it looks like it,
                         everything else is text; or text, html, ninjs`;

export function wantedFormat(value: string | undefined): WantedFormat {
  return choice('--input-format', value, ['auto', ...INPUT_FORMATS]) ?? 'auto';
}

/** The format to try for a file; standard input (null) is text unless it is said what it is. */
export function formatFor(path: string | null, wanted: WantedFormat): InputFormat {
  return wanted !== 'auto' ? wanted : path === null ? 'text' : formatOfName(path);
}

/**
 * The reading of a document, or null when it is read as plain text.
 * @param name begins the message when it is not in the format that was asked for
 */
export async function readingOf(
  source: string,
  name: string,
  path: string | null,
  wanted: WantedFormat,
): Promise<Reading | null> {
  const format = formatFor(path, wanted);
  if (format === 'text') return null;
  const { read } = await import('../engine/input/read.ts');
  const reading = read(source, format);
  if (reading === null && wanted !== 'auto') {
    throw new Failure(`${name}: not a ninjs item (JSON with "uri" and a headline or body)`, 'encoding');
  }
  return reading;
}
