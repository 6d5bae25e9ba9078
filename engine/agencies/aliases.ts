/**
 * Names of agencies and how they are found in running text: an index by first word, built once from the registry and
 * extended per call by a newsroom's own entries and by outlets that the article itself introduces. Knows spellings,
 * upper and lower case and word boundaries; does not know what a mention is there for.
 */
import { AGENCIES } from '../lexicon/agencies.gen.ts';
import type { AgencyEntry } from '../lexicon/agencyEntry.ts';
import type { Span } from '../text/spans.ts';
import { KNOWN_PAPERS } from './papers.ts';

/** One spelling and every entry that goes by it (more than one when an abbreviation is shared). */
export interface Alias {
  readonly name: string;
  readonly entries: readonly AgencyEntry[];
  /** The spelling is a word, a person's name or another body's initials as well: evidence is needed. */
  readonly weak: boolean;
}

/**
 * Aliases by their first word, the longest first. A single lower-case letter is a key with no aliases where a name
 * begins with it, so that other words in lower case are not looked up.
 */
export type AliasIndex = ReadonlyMap<string, readonly Alias[]>;

/** A place where an alias stands; offsets as in the text that was searched. */
export interface AliasHit extends Span {
  readonly alias: Alias;
}

/** Letters and digits; everything from À up counts as a letter, which is right for names in running text. */
function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x206f))
  );
}

function firstWord(name: string): string {
  let end = 0;
  while (end < name.length && isWord(name.charCodeAt(end))) end++;
  return name.slice(0, end);
}

/** Every spelling of an entry; a leading article is not part of a name ("the Associated Press"). */
export function spellings(entry: AgencyEntry): readonly string[] {
  const { full, short, aliases, former } = entry.names;
  return [...new Set([full, ...short, ...aliases, ...former].map((name) => name.replace(/^The /, '')))];
}

/** An index over the given entries; a spelling that two entries share is weak. */
export function indexAliases(entries: readonly AgencyEntry[]): AliasIndex {
  const byName = new Map<string, { entries: AgencyEntry[]; weak: boolean }>();
  for (const entry of entries) {
    for (const name of spellings(entry)) {
      if (name === '') continue;
      const known = byName.get(name);
      const weak = entry.match.needsCue.includes(name);
      if (known) {
        known.entries.push(entry);
        known.weak = true;
      } else byName.set(name, { entries: [entry], weak });
    }
  }
  // Credits and headlines in capitals: "REUTERS/Ada Quill", "By ADA QUILL, ASSOCIATED PRESS".
  for (const [name, known] of [...byName]) {
    const capitals = name.toUpperCase();
    if (name.length > 5 && !byName.has(capitals)) byName.set(capitals, known);
  }
  const index = new Map<string, Alias[]>();
  for (const [name, { entries: sharing, weak }] of byName) {
    const key = firstWord(name);
    const list = index.get(key) ?? [];
    list.push({ name, entries: sharing, weak });
    index.set(key, list);
    const letter = key.charAt(0);
    if (letter >= 'a' && letter <= 'z' && !index.has(letter)) index.set(letter, []);
  }
  for (const list of index.values()) list.sort((a, b) => b.name.length - a.name.length);
  return index;
}

/** Begins the id of an outlet that is no entry of the registry; its key in the annotation is null. */
export const UNLISTED = 'unknown:';

/** An entry for an outlet that has a name and nothing else. */
export function unlistedEntry(
  full: string,
  short: readonly string[] = [],
  weak: readonly string[] = [],
): AgencyEntry {
  return {
    id: UNLISTED + full,
    kind: 'newspaper',
    names: { full, short, aliases: [], former: [] },
    match: { needsCue: weak },
  };
}

const PAPERS: readonly AgencyEntry[] = KNOWN_PAPERS.map(({ name, weak }) =>
  unlistedEntry(name, [], weak ? [name] : []),
);

/** The registry as shipped, and the papers that are known by name only. */
export const REGISTRY_INDEX: AliasIndex = indexAliases([...AGENCIES, ...PAPERS]);

const BY_ID: ReadonlyMap<string, AgencyEntry> = new Map(AGENCIES.map((entry) => [entry.id, entry]));

/** The registry's entry with this id, or null. */
export function agencyById(id: string): AgencyEntry | null {
  return BY_ID.get(id) ?? null;
}

/** Every entry of the registry that goes by this name. */
export function entriesNamed(name: string): readonly AgencyEntry[] {
  return REGISTRY_INDEX.get(firstWord(name))?.find((alias) => alias.name === name)?.entries ?? [];
}

/** The registry with local entries merged in: a known id replaces single fields, a new id adds an agency. */
export function mergeEntries(local: readonly AgencyEntry[]): readonly AgencyEntry[] {
  const merged = new Map([...BY_ID, ...PAPERS.map((entry) => [entry.id, entry] as const)]);
  for (const entry of local) {
    const known = merged.get(entry.id);
    merged.set(entry.id, known ? { ...known, ...entry, local: true } : { ...entry, local: true });
  }
  return [...merged.values()];
}

/** Lower-case letters that a name of the registry or of a source book may begin with ("dpa", "epd") are few. */
function beginsName(code: number, index: AliasIndex): boolean {
  return code < 97 || code > 122 || index.has(String.fromCharCode(code));
}

/**
 * All places where a name of the index stands in the text, left to right, without overlaps; the longest name wins
 * ("Associated Press of Pakistan" is not the Associated Press). Compounds are passed over: "an AFP-style rota".
 */
export function findAliases(text: string, index: AliasIndex): readonly AliasHit[] {
  const hits: AliasHit[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWord(code)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && isWord(text.charCodeAt(end))) end++;
    let next = end;
    const candidates = beginsName(code, index) ? index.get(text.slice(at, end)) : undefined;
    if (candidates && !(text.charAt(at - 1) === '-' && at > 1 && isWord(text.charCodeAt(at - 2)))) {
      for (const alias of candidates) {
        const stop = at + alias.name.length;
        if (!text.startsWith(alias.name, at) || (stop < text.length && isWord(text.charCodeAt(stop))))
          continue;
        if (text.charAt(stop) === '-' && stop + 1 < text.length && isWord(text.charCodeAt(stop + 1)))
          continue;
        hits.push({ start: at, end: stop, alias });
        next = stop;
        break;
      }
    }
    at = next;
  }
  return hits;
}
