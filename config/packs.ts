/**
 * House packs and lexicons that a configuration names: read, checked with file and line, merged. A broken entry is told
 * and left out, and the rest counts. Pure but for the injected function that reads.
 */
import type { ConfigFile } from '../engine/rules/config.ts';
import {
  LEXICON_NAMES,
  mergeHouses,
  NO_HOUSE,
  packSchema,
  readHouse,
  type House,
  type HouseFile,
  type LexiconName,
} from '../engine/rules/house.ts';
import { problemsIn } from '../engine/rules/schema.ts';
import { mergeSourceBooks, readSourceBook, type SourceBook } from '../engine/sourceBook.ts';
import type { ConfigProblem, Read } from './load.ts';
import { parseText, type KeyPath, type ParsedText } from './parse.ts';
import { folderOf, joinPath } from './path.ts';
import { without } from './value.ts';

export type HouseBook = Pick<SourceBook, 'speakers' | 'agencies'>;

export interface PackFile {
  readonly path: string;
  readonly file: HouseFile;
  readonly book: HouseBook;
  /** Where an entry stands; for tests of the pack. */
  readonly placeOf: (path: KeyPath) => { readonly line: number; readonly column: number };
}

export interface Packs {
  readonly files: readonly PackFile[];
  readonly house: House;
  readonly book: HouseBook;
}

export const NO_PACKS: Packs = { files: [], house: NO_HOUSE, book: { speakers: [], agencies: [] } };

/** A larger file is no list of house words. */
const MAX_LENGTH = 2_000_000;

type Tell = (message: string, place: { readonly line: number; readonly column: number }) => void;

/** A list of its own (`lexicons`) is a pack with one section; paths in it lack the section's name. */
function asPack(
  parsed: ParsedText,
  section: LexiconName | null,
): { readonly value: unknown; readonly placeOf: ParsedText['placeOf'] } {
  if (section === null) return parsed;
  const { value } = parsed;
  // A pack may be named as a lexicon: then only that section of it counts.
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return {
      value: { [section]: (value as Readonly<Record<string, unknown>>)[section] ?? [] },
      placeOf: parsed.placeOf,
    };
  return { value: { [section]: value ?? [] }, placeOf: (path) => parsed.placeOf(path.slice(1)) };
}

/** Reads one pack or lexicon from its text. Never throws. */
export async function readPack(
  path: string,
  text: string,
  section: LexiconName | null,
  tell: Tell,
): Promise<PackFile | null> {
  if (text.length > MAX_LENGTH) {
    tell('the file is too large for a house pack', { line: 1, column: 1 });
    return null;
  }
  const parsed = await parseText(path, text);
  for (const fault of parsed.faults) tell(fault.message, fault);
  if (parsed.value === undefined) return null;
  if (section === null && Array.isArray(parsed.value)) {
    tell('a pack is an object with lists; name a table or a list under “lexicons”', { line: 1, column: 1 });
    return null;
  }
  const pack = asPack(parsed, section);
  const wrong = problemsIn(pack.value, packSchema());
  for (const { path: at, message, suggestion } of wrong) {
    tell(suggestion === undefined ? message : `${message}; did you mean “${suggestion}”?`, pack.placeOf(at));
  }
  const value = withoutFaults(
    pack.value,
    wrong.map((problem) => problem.path),
  );
  const given = value as Readonly<Partial<Record<LexiconName, unknown>>>;
  const read = readSourceBook({ speakers: given.people, agencies: given.agencies });
  for (const problem of read.problems) {
    const [list, ...rest] = problem.path;
    // The schema has told of an entry without a name.
    if (
      wrong.some(({ path: [section, at] }) =>
        section === 'people' || section === 'agencies' ? at === rest[0] : false,
      )
    )
      continue;
    tell(problem.message, pack.placeOf([list === 'speakers' ? 'people' : (list ?? ''), ...rest]));
  }
  return {
    path,
    file: readHouse(value),
    book: { speakers: read.speakers, agencies: read.agencies },
    placeOf: pack.placeOf,
  };
}

/** A faulty part goes; a faulty entry leaves an empty one, so that the numbers of the others hold. */
function withoutFaults(value: unknown, paths: readonly KeyPath[]): unknown {
  const kept = without(
    value,
    paths.filter((path) => path.length !== 2),
  );
  if (typeof kept !== 'object' || kept === null) return {};
  const copy: Record<string, unknown> = { ...kept };
  for (const [section, index] of paths.filter((path) => path.length === 2)) {
    const list = copy[String(section)];
    if (!Array.isArray(list)) continue;
    copy[String(section)] = list.map((item: unknown, at) => (at === index ? {} : item));
  }
  return copy;
}

/** All packs and lexicons that the layers name, in their order; paths start in the folder of the naming file. */
export async function loadPacks(
  layers: readonly { readonly origin: string; readonly layer: ConfigFile }[],
  read: Read,
  problems: ConfigProblem[],
): Promise<Packs> {
  const files: PackFile[] = [];
  for (const { origin, layer } of layers) {
    const named: (readonly [section: LexiconName | null, name: string])[] = [
      ...(layer.packs ?? []).map((name) => [null, name] as const),
      ...LEXICON_NAMES.flatMap((section) =>
        (layer.lexicons?.[section] ?? []).map((name) => [section, name] as const),
      ),
    ];
    for (const [section, name] of named) {
      const path = joinPath(folderOf(origin) ?? '/', name);
      const tell: Tell = (message, { line, column }) => {
        problems.push({ file: path, line, column, message });
      };
      let text: string | null = null;
      try {
        text = await read(path);
        if (text === null) tell(`no such file (named in ${origin})`, { line: 1, column: 1 });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        tell(`cannot be read: ${reason}`, { line: 1, column: 1 });
      }
      const pack = text === null ? null : await readPack(path, text, section, tell);
      if (pack !== null) files.push(pack);
    }
  }
  const book = mergeSourceBooks(files.map((file) => ({ ...file.book, problems: [] })));
  return {
    files,
    house: mergeHouses(files.map((file) => file.file.house)),
    book: { speakers: book.speakers, agencies: book.agencies },
  };
}
