/**
 * A newsroom's own speakers and agencies (`.sourcelight/sources.yaml` or `.json`): from the parsed file to what
 * resolution and the cards take, with a list of what is wrong in it. Knows the shape of the book
 * (data/schemas/sources-1.json says the same); knows neither files nor YAML. A broken book never stops annotating: what
 * can be used is used, the rest is a problem with its path.
 */
import { agencyById } from './agencies/aliases.ts';
import type { AgencyEntry, AgencyKind, Fact } from './lexicon/agencyEntry.ts';
import type { KnownSpeaker } from './resolve/cast.ts';
import { editDistance } from './text/editDistance.ts';

export interface SourceBookProblem {
  /** Keys and indexes from the root to the faulty value: ["speakers", 2, "name"]. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface SourceBook {
  readonly speakers: readonly KnownSpeaker[];
  readonly agencies: readonly AgencyEntry[];
  readonly problems: readonly SourceBookProblem[];
}

export const EMPTY_SOURCE_BOOK: SourceBook = { speakers: [], agencies: [], problems: [] };

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;

const BOOK_KEYS = ['$schema', 'version', 'speakers', 'agencies'];
const SPEAKER_KEYS = ['name', 'aliases', 'role', 'affiliation', 'note'];
const AGENCY_KEYS = [
  'id',
  'name',
  'aliases',
  'needsCue',
  'kind',
  'country',
  'owner',
  'seat',
  'founded',
  'website',
  'standards',
  'note',
  'source',
  'asOf',
];
const KINDS: readonly AgencyKind[] = ['agency', 'broadcaster', 'newspaper'];
/** A longer book is more likely a mistake than a newsroom. */
const MOST_ENTRIES = 5000;
const LONGEST = 400;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reports keys that the book does not have, with the nearest one that it has. */
function checkKeys(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: Path,
  report: Report,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near =
      key.length > 40
        ? undefined
        : known.find((candidate) => editDistance(key.toLowerCase(), candidate.toLowerCase()) <= 2);
    report(
      [...path, key],
      near
        ? `Unknown key "${key}". Did you mean "${near}"?`
        : `Unknown key "${key}". Known keys: ${known.join(', ')}.`,
    );
  }
}

/** A text of reasonable length, or null with a problem. Numbers are taken as they are written (`founded: 1921`). */
function textAt(value: unknown, path: Path, report: Report): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') {
    report(path, 'A text is expected.');
    return null;
  }
  const trimmed = text.trim();
  if (trimmed === '') {
    report(path, 'The text is empty.');
    return null;
  }
  if (trimmed.length > LONGEST) {
    report(path, `The text is longer than ${LONGEST} characters.`);
    return null;
  }
  return trimmed;
}

function listAt(value: unknown, path: Path, report: Report): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report(path, 'A list of texts is expected, for instance [HA, the authority].');
    return [];
  }
  return value.flatMap((item: unknown, index) => textAt(item, [...path, index], report) ?? []);
}

function oneOf<T extends string>(
  value: string | null,
  known: readonly T[],
  path: Path,
  report: Report,
): T | null {
  if (value === null) return null;
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) report(path, `"${value}" is not one of ${known.join(', ')}.`);
  return found ?? null;
}

function addressAt(value: unknown, path: Path, report: Report): string | null {
  const text = textAt(value, path, report);
  if (text === null) return null;
  if (/^https?:\/\/[^\s]+$/u.test(text)) return text;
  report(path, 'An address is expected that begins with https:// or http://.');
  return null;
}

function readSpeaker(value: unknown, path: Path, report: Report): KnownSpeaker | null {
  if (!isRecord(value)) {
    report(path, 'A speaker is expected: name, and if you like aliases, role, affiliation, note.');
    return null;
  }
  checkKeys(value, SPEAKER_KEYS, path, report);
  const name = textAt(value['name'], [...path, 'name'], report);
  if (name === null) {
    if (value['name'] === undefined || value['name'] === null) report(path, 'The name is missing.');
    return null;
  }
  const role = textAt(value['role'], [...path, 'role'], report);
  const affiliation = textAt(value['affiliation'], [...path, 'affiliation'], report);
  const note = textAt(value['note'], [...path, 'note'], report);
  const aliases = listAt(value['aliases'], [...path, 'aliases'], report);
  return {
    name,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(role === null ? {} : { role }),
    ...(affiliation === null ? {} : { affiliation }),
    ...(note === null ? {} : { note }),
  };
}

/** "Norland Wire" → "norland-wire": the id of an entry that gives none. */
function idFrom(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

function readAgency(value: unknown, path: Path, report: Report): AgencyEntry | null {
  if (!isRecord(value)) {
    report(path, 'An agency is expected: name, and if you like id, aliases, kind, country, note.');
    return null;
  }
  checkKeys(value, AGENCY_KEYS, path, report);
  const id = textAt(value['id'], [...path, 'id'], report);
  const known = id === null ? null : agencyById(id);
  const name = textAt(value['name'], [...path, 'name'], report) ?? known?.names.full ?? null;
  if (name === null) {
    report(
      path,
      id === null ? 'The name is missing.' : `"${id}" is not in the registry, so the name is needed.`,
    );
    return null;
  }
  const aliases = listAt(value['aliases'], [...path, 'aliases'], report);
  const kind = oneOf(textAt(value['kind'], [...path, 'kind'], report), KINDS, [...path, 'kind'], report);
  const source = textAt(value['source'], [...path, 'source'], report) ?? 'source book of this workspace';
  const asOf = textAt(value['asOf'], [...path, 'asOf'], report);
  const fact = (
    key: 'country' | 'owner' | 'seat' | 'founded',
  ): Readonly<Partial<Record<typeof key, Fact>>> => {
    const text = textAt(value[key], [...path, key], report);
    return text === null ? {} : { [key]: { value: text, source, asOf: asOf ?? 'undated' } };
  };
  const page = (key: 'website' | 'standards'): Readonly<Partial<Record<typeof key, Fact>>> => {
    const text = addressAt(value[key], [...path, key], report);
    return text === null ? {} : { [key]: { value: text, source, asOf: asOf ?? 'undated' } };
  };
  const note = textAt(value['note'], [...path, 'note'], report);
  return {
    id: id ?? idFrom(name),
    kind: kind ?? known?.kind ?? 'newspaper',
    names: {
      full: name,
      short: known?.names.short ?? [],
      aliases: [...new Set([...(known?.names.aliases ?? []), ...aliases])],
      former: known?.names.former ?? [],
    },
    match: {
      needsCue: [
        ...(known?.match.needsCue ?? []),
        ...listAt(value['needsCue'], [...path, 'needsCue'], report),
      ],
      ...(known?.match.places ? { places: known.match.places } : {}),
    },
    ...fact('country'),
    ...fact('owner'),
    ...fact('seat'),
    ...fact('founded'),
    ...page('website'),
    ...page('standards'),
    ...(note === null ? {} : { note }),
    local: true,
  };
}

function entriesAt<T>(
  value: unknown,
  key: string,
  read: (value: unknown, path: Path, report: Report) => T | null,
  report: Report,
): readonly { readonly entry: T; readonly path: Path }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report([key], 'A list is expected.');
    return [];
  }
  if (value.length > MOST_ENTRIES) report([key], `Only the first ${MOST_ENTRIES} entries are used.`);
  return value.slice(0, MOST_ENTRIES).flatMap((item: unknown, index) => {
    const path = [key, index];
    const entry = read(item, path, report);
    return entry === null ? [] : [{ entry, path }];
  });
}

/** Reads a source book from the plain value that a YAML or JSON parser gives. Never throws. */
export function readSourceBook(value: unknown): SourceBook {
  if (value === undefined || value === null) return EMPTY_SOURCE_BOOK;
  const problems: SourceBookProblem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  if (!isRecord(value)) {
    report([], 'A source book is expected with the lists "speakers" and "agencies".');
    return { speakers: [], agencies: [], problems };
  }
  checkKeys(value, BOOK_KEYS, [], report);
  const { version } = value;
  if (version !== undefined && version !== 1) report(['version'], 'Only version 1 is known.');
  const speakers = entriesAt(value['speakers'], 'speakers', readSpeaker, report);
  const agencies = entriesAt(value['agencies'], 'agencies', readAgency, report);
  const names = new Map<string, Path>();
  for (const { entry, path } of speakers) {
    for (const name of [entry.name, ...(entry.aliases ?? [])]) {
      const key = name.toLowerCase();
      const other = names.get(key);
      if (other && other !== path)
        report(
          path,
          `"${name}" also names the speaker number ${Number(other[1] ?? 0) + 1}; it stays ambiguous.`,
        );
      names.set(key, path);
    }
  }
  const ids = new Set<string>();
  for (const { entry, path } of agencies) {
    if (ids.has(entry.id)) report(path, `The id "${entry.id}" occurs twice.`);
    ids.add(entry.id);
  }
  return {
    speakers: speakers.map(({ entry }) => entry),
    agencies: agencies.map(({ entry }) => entry),
    problems,
  };
}

/** Several books as one, in the order given; of two entries with one name or id the later counts. */
export function mergeSourceBooks(books: readonly SourceBook[]): SourceBook {
  const speakers = new Map(
    books.flatMap((book) => book.speakers.map((speaker) => [speaker.name.toLowerCase(), speaker] as const)),
  );
  const agencies = new Map(
    books.flatMap((book) => book.agencies.map((agency) => [agency.id, agency] as const)),
  );
  return {
    speakers: [...speakers.values()],
    agencies: [...agencies.values()],
    problems: books.flatMap((book) => book.problems),
  };
}
