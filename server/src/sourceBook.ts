/**
 * The newsroom's source book, `.sourcelight/sources.yaml` or JSON: its speakers and agencies for the engine, its
 * faults for the editor. A broken book never stops annotating.
 */
import type { Fault } from '../../config/parse.ts';
import { parseText } from '../../config/parse.ts';
import type { AgencyEntry } from '../../engine/lexicon/agencyEntry.ts';
import type { KnownSpeaker } from '../../engine/resolve/cast.ts';
import { readSourceBook } from '../../engine/sourceBook.ts';
import type { FileAccess } from './fileAccess.ts';

export interface SourceBook {
  readonly speakers: readonly KnownSpeaker[];
  readonly agencies: readonly AgencyEntry[];
  readonly faults: readonly Fault[];
}

const EMPTY: SourceBook = { speakers: [], agencies: [], faults: [] };

/** The book in a text; what is not as documented is told with its place and left out. */
export async function parseBook(name: string, text: string): Promise<SourceBook> {
  const parsed = await parseText(name, text);
  const { speakers, agencies, problems } = readSourceBook(parsed.value);
  const faults = problems.map(({ path, message }) => ({ ...parsed.placeOf(path), message }));
  return { speakers, agencies, faults: [...parsed.faults, ...faults] };
}

/** The book at a place; with `.yaml` in the name also `.yml` and `.json` are tried. */
export async function readBook(files: FileAccess, uri: string | null): Promise<SourceBook> {
  if (uri === null || !files.available) return EMPTY;
  const stem = uri.replace(/\.(?:ya?ml|json)$/, '');
  for (const name of [uri, `${stem}.yml`, `${stem}.json`]) {
    const text = await files.read(name);
    if (text !== null) return parseBook(name, text);
  }
  return EMPTY;
}
