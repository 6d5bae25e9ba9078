/** The newsroom's source book: the nearest `.sourcelight/sources.yaml` (or .yml, .json) upwards, or the one that is named. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ResolveOptions } from '../engine/resolve/resolve.ts';
import { Failure } from './failure.ts';
import { reasonOf } from './input.ts';
import { note } from './output.ts';

/** The part of the engine's options that a source book gives. */
export type Book = Pick<ResolveOptions, 'speakers' | 'agencies'>;

const NO_BOOK: Book = {};
const NAMES = ['sources.yaml', 'sources.yml', 'sources.json'];

export interface Books {
  /** The book for a file; faults in it are printed once and stop nothing. */
  forFile(path: string | null): Promise<Book>;
  /** True once a book had a fault. */
  broken(): boolean;
}

/** A source book before the people and agencies of house packs: where both name one, the book counts. */
export function withHouse(book: Book, house: Required<Book>): Book {
  if (house.speakers.length === 0 && house.agencies.length === 0) return book;
  const names = new Set((book.speakers ?? []).map((speaker) => speaker.name.toLowerCase()));
  const ids = new Set((book.agencies ?? []).map((agency) => agency.id));
  return {
    speakers: [
      ...(book.speakers ?? []),
      ...house.speakers.filter((speaker) => !names.has(speaker.name.toLowerCase())),
    ],
    agencies: [...(book.agencies ?? []), ...house.agencies.filter((agency) => !ids.has(agency.id))],
  };
}

/** `named` is `--source-book FILE`; without it the search starts in the folder of each file. */
export function sourceBooks(named: string | undefined): Books {
  if (named !== undefined && !existsSync(named)) throw new Failure(`--source-book: ${named}: no such file`);
  const places = new Map<string, string | null>();
  const books = new Map<string, Promise<Book>>();
  let broken = false;

  const find = (folder: string): string | null => {
    const known = places.get(folder);
    if (known !== undefined) return known;
    const here = NAMES.map((name) => join(folder, '.sourcelight', name)).find((path) => existsSync(path));
    const parent = dirname(folder);
    const found = here ?? (parent === folder ? null : find(parent));
    places.set(folder, found);
    return found;
  };
  const load = async (path: string): Promise<Book> => {
    const tell = (place: { readonly line: number; readonly column: number }, message: string): void => {
      broken = true;
      note(`sourcelight: ${path}:${place.line}:${place.column}: ${message}`);
    };
    try {
      // Loaded only where there is a book: most folders have none.
      const [{ parseText }, { readSourceBook }] = await Promise.all([
        import('../config/parse.ts'),
        import('../engine/sourceBook.ts'),
      ]);
      const parsed = await parseText(path, readFileSync(path, 'utf8'));
      for (const fault of parsed.faults) tell(fault, fault.message);
      const { speakers, agencies, problems } = readSourceBook(parsed.value);
      for (const problem of problems) tell(parsed.placeOf(problem.path), problem.message);
      return { speakers, agencies };
    } catch (error) {
      tell({ line: 1, column: 1 }, reasonOf(error));
      return NO_BOOK;
    }
  };
  return {
    forFile: async (path) => {
      const file = named ?? (path === null ? null : find(dirname(resolve(path))));
      if (file === null) return NO_BOOK;
      const known = books.get(file);
      if (known) return await known;
      const loading = load(file);
      books.set(file, loading);
      return await loading;
    },
    broken: () => broken,
  };
}
