/**
 * The word lists of `data/` as sets and maps for resolution: titles, roles, kin, bodies, groups, documents, countries
 * and what stands for them. Knows the tables; holds no rule.
 */
import type { Gender } from './entities.ts';
import { COUNTRIES } from '../lexicon/countries.gen.ts';
import { DOCUMENT_NOUNS } from '../lexicon/documentNouns.gen.ts';
import { GIVEN_NAMES } from '../lexicon/givenNames.gen.ts';
import { GROUP_NOUNS } from '../lexicon/groupNouns.gen.ts';
import { HONORIFICS } from '../lexicon/honorifics.gen.ts';
import { KINSHIP } from '../lexicon/kinship.gen.ts';
import { METONYMS } from '../lexicon/metonyms.gen.ts';
import { NAME_PARTICLES } from '../lexicon/nameParticles.gen.ts';
import { ORG_SUFFIXES } from '../lexicon/orgSuffixes.gen.ts';
import { PLACE_NAMES } from '../lexicon/placeNames.gen.ts';
import { PLACE_NOUNS } from '../lexicon/placeNouns.gen.ts';
import { ROLES } from '../lexicon/roles.gen.ts';
import { wordClass } from '../lexicon/wordClasses.ts';

const genderOf = (value: string): Gender | null => (value === 'male' || value === 'female' ? value : null);

/** Titles before a name, lower case without full stop → what they say of gender, and their kind. */
export const TITLES: ReadonlyMap<string, { readonly gender: Gender | null; readonly kind: string }> = new Map(
  HONORIFICS.map(([form, gender, kind]) => [form, { gender: genderOf(gender), kind }]),
);

export type RoleKind = 'role' | 'spokes' | 'lawyer' | 'aide' | 'kin';
export interface PersonNoun {
  readonly gender: Gender | null;
  readonly kind: RoleKind;
  readonly plural: boolean;
  /** Singular form. */
  readonly lemma: string;
}

/** The usual plural: "spokesman" → "spokesmen", "deputy" → "deputies", "witness" → "witnesses". */
function pluralOf(noun: string): string {
  if (noun.endsWith('man')) return `${noun.slice(0, -3)}men`;
  if (noun.endsWith('person')) return `${noun.slice(0, -6)}people`;
  if (noun.endsWith('-in-law')) return `${noun.slice(0, -7)}s-in-law`;
  if (noun === 'child') return 'children';
  if (noun === 'wife') return 'wives';
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|ch|sh)$/u.test(noun)) return `${noun}es`;
  return `${noun}s`;
}

function personNouns(): ReadonlyMap<string, PersonNoun> {
  const map = new Map<string, PersonNoun>();
  const add = (form: string, gender: string, kind: RoleKind): void => {
    const entry = { gender: genderOf(gender), kind, lemma: form };
    if (!map.has(form)) map.set(form, { ...entry, plural: false });
    const plural = pluralOf(form);
    if (!map.has(plural)) map.set(plural, { ...entry, plural: true });
  };
  for (const [form, gender] of KINSHIP) if (form !== 'family') add(form, gender, 'kin');
  for (const [form, gender, kind] of ROLES)
    add(form, gender, kind === 'spokes' || kind === 'lawyer' || kind === 'aide' ? kind : 'role');
  return map;
}

/** Nouns for persons, singular and plural. */
export const PERSON_NOUNS: ReadonlyMap<string, PersonNoun> = personNouns();

/** Nouns for bodies ("ministry", "board", "ltd") → kind. */
export const BODY_NOUNS: ReadonlyMap<string, string> = new Map(
  ORG_SUFFIXES.map(([form, kind]) => [form, kind]),
);
export const GROUPS: ReadonlySet<string> = new Set(GROUP_NOUNS.map(([form]) => form));
export const DOCUMENTS: ReadonlySet<string> = new Set(DOCUMENT_NOUNS.map(([form]) => form));
export const PLACES: ReadonlySet<string> = new Set(PLACE_NOUNS.map(([form]) => form));
export const PARTICLES: ReadonlySet<string> = new Set(NAME_PARTICLES.map(([form]) => form));

const list = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(','));
const key = (name: string): string => name.toLowerCase().replace(/\./gu, '').replace(/’/gu, "'");

/** Name or alias of a country, lower case without full stops → its usual name. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(([name, aliases]) =>
    [name, ...list(aliases)].map((form): [string, string] => [key(form), name]),
  ),
);
/** Seat of a government, lower case → the country it can stand for. */
export const CAPITALS: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(([name, , , capitals]) =>
    list(capitals).map((form): [string, string] => [key(form), name]),
  ),
);
/** "Russian", "Saudis", lower case → country. */
export const DEMONYMS: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(([name, , demonyms]) =>
    list(demonyms).map((form): [string, string] => [key(form), name]),
  ),
);
/** "Kremlin", "Downing Street", "Fed": names that are institutions though they do not sound so → country, or ''. */
export const INSTITUTIONS: ReadonlyMap<string, string> = new Map(
  METONYMS.map(([form, , country]) => [key(form), country]),
);

/** States, counties and cities that are no seat of a government, lower case. */
export const PLACE_KEYS: ReadonlySet<string> = new Set(PLACE_NAMES.map(([name]) => key(name)));

/** Key for the tables above. */
export const tableKey: (name: string) => string = key;

/** Capitalised words that are never part of a name, wherever they stand. */
export const NEVER_NAMES: ReadonlySet<string> = new Set(
  (
    'the a an this that these those there here it its he she they we i you his her their our my your who whom whose ' +
    'which what when where why how in on at by for from with without into onto over under after before since until ' +
    'during between among against about above below near as if but and or nor so yet because although though while ' +
    'whereas unless once than then thus hence also both either neither not no yes all any each every many most much ' +
    'few several some such other others another more less only just even still already again ever never now today ' +
    'tomorrow yesterday tonight later earlier meanwhile however moreover nevertheless instead according asked speaking ' +
    'former ex late acting outgoing incoming one two three four five six seven eight nine ten dozens hundreds thousands ' +
    'is are was were be been being do does did has have had will would can could may might must shall should let ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun ' +
    'q: a: q breaking exclusive updated update watch live opinion analysis photo picture image video file yes okay ok oh ' +
    'neighbouring neighboring local last next first second third under asked pressed reached contacted nobody everyone ' +
    'dear yours faithfully sincerely somebody anybody something nothing everything none half part please thank thanks'
  ).split(' '),
);

/** First names that people commonly bear (true: also a place or a month). They tell a person from a firm, never a gender. */
export const GIVEN: ReadonlyMap<string, boolean> = new Map(
  GIVEN_NAMES.map(([form, weak]) => [form, weak === 'y']),
);

const NOUN_LOCATION = 15;
const NOUN_PERSON = 18;

/** The usual singular of a noun. */
export const singularOf = (word: string): string =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : /(?:sses|uses|xes|ches|shes)$/u.test(word) ? word.slice(0, -2) : word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word; // prettier-ignore

/** Is the word an ordinary noun for a thing, body or deed, so that it names no person ("Metals", "Freight")? */
export function isThingNoun(lower: string): boolean {
  const singular = singularOf(lower);
  const found = wordClass('noun', lower) || wordClass('noun', singular);
  // "Kestrel Homes": a plural of places is an ordinary noun; "Paris" is not
  if (found === NOUN_LOCATION) return singular !== lower && wordClass('noun', singular) === NOUN_LOCATION;
  return found !== 0 && found !== NOUN_PERSON && found !== NOUN_LOCATION;
}

/** Is the word an ordinary verb or noun, so that a capital at the start of a sentence says nothing? */
export function isOrdinary(lower: string): boolean {
  return (
    isThingNoun(lower) ||
    wordClass('verb', lower) !== 0 ||
    wordClass('noun', singularOf(lower)) === NOUN_PERSON
  );
}

/** Does WordNet know the noun as a person ("thatcher", "jogger")? */
export function isPersonClass(lower: string): boolean {
  return wordClass('noun', lower) === NOUN_PERSON;
}
