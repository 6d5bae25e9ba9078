/** The list of readers: a new format is a file beside this one, a case here and a line in `formats.ts`. */
import type { InputFormat } from './formats.ts';
import { readHtml } from './html.ts';
import { readNinjs } from './ninjs.ts';
import type { Reading } from './reading.ts';

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
