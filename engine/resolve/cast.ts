/**
 * The named persons, bodies and countries of the article: which name mentions are one entity. Exact names first, then
 * title and surname, surname, first name, abbreviation, short form, seat of government. A name that fits two entities
 * is left open with both as candidates. Knows names and what stands beside them; knows nothing of pronouns.
 */
import type { SpeakerType } from '../annotation.ts';
import type { Steps } from '../steps.ts';
import type { Span } from '../text/spans.ts';
import { COARSE } from '../segment/tags.ts';
import { nameKey, type Entity, type Gender, type GenderEvidence } from './entities.ts';
import { FIELDS, isInitial, type NameMention } from './names.ts';
import {
  isPersonNoun,
  phraseFrom,
  profileAfter,
  profileBefore,
  profileOf,
  textOf,
  type KindAt,
  type NameKind,
  BARE,
  isEmployer,
  type Profile,
  type Range,
} from './phrases.ts';
import { MAKERS } from './kinds.ts';
import { BODY_NOUNS, CAPITALS, COUNTRY_NAMES, GIVEN, PARTICLES, PERSON_NOUNS, tableKey } from './terms.ts';
import { formAt, lowerAt, sameSentence, spanOf, type Words } from './words.ts';

/** An entity while the graph is being made. */
export interface Draft {
  readonly index: number;
  type: SpeakerType;
  /** True for a place that has not spoken: it becomes a country when it does. */
  place: boolean;
  /** False while a bare name could be a person or a body. */
  sure: boolean;
  name: string;
  named: boolean;
  plural: boolean;
  /** The text calls one person "they". */
  neutral: boolean;
  /** It has been the source of a statement. */
  spoken: boolean;
  /** What pronouns that were taken for it say of its gender: a hint, no evidence. */
  lean: Gender | null;
  gender: Gender | null;
  readonly genderEvidence: GenderEvidence[];
  role: string | null;
  roleSpan: Span | null;
  roleWeight: number;
  /** Head nouns by which a description can point here. */
  readonly heads: Set<string>;
  affiliation: string | null;
  affiliationSpan: Span | null;
  readonly aliases: Set<string>;
  introduction: Span | null;
  principal: number;
  principalKind: Entity['principalKind'];
  members: readonly number[];
  note: string | null;
  /** The walk has passed its first mention. */
  introduced: boolean;
  /** First token of its first mention. */
  first: number;
  given: string;
  surname: string;
  suffix: string;
  /** Token of the pronoun that owns the role ("its governor"), to be resolved in passing; -1 for none. */
  owner: number;
  /** Token of the body noun before the role ("League commissioner"), to be resolved in passing; -1 for none. */
  field: number;
  /** What a relative clause says the body owns, runs or makes ("which owns the quarry"), or ''. */
  object: string;
  /** Other entity that this one turned out to be, or -1. */
  mergedInto: number;
}

/** Why a name mention is this entity. */
export type NameReason =
  | 'full-name'
  | 'title-surname'
  | 'surname'
  | 'surname-forward'
  | 'first-name'
  | 'abbreviation'
  | 'alias'
  | 'short-form'
  | 'capital'
  | 'nickname';

export interface NameLink {
  readonly entity: number;
  readonly candidates: readonly number[];
  readonly reason: NameReason;
}

export interface KnownSpeaker {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly role?: string;
  readonly affiliation?: string;
  readonly note?: string;
}

export interface Cast {
  readonly drafts: Draft[];
  /** Per name mention. */
  readonly links: NameLink[];
  /** Key of a full name, abbreviation or alias → entity, -1 when shared. */
  readonly byKey: Map<string, number>;
  /** "orlian" → Orlia, for countries that no list holds. */
  readonly adjectives: Map<string, number>;
}

export function newDraft(drafts: Draft[], type: SpeakerType, name: string, first: number): Draft {
  const draft: Draft = {
    index: drafts.length, type, place: false, sure: true, name, named: true, plural: false, neutral: false, spoken: false, lean: null, gender: null, genderEvidence: [],
    role: null, roleSpan: null, roleWeight: 0, heads: new Set(), affiliation: null, affiliationSpan: null, aliases: new Set(),
    introduction: null, principal: -1, principalKind: null, members: [], note: null, introduced: false, first, given: '', surname: '', suffix: '', owner: -1, field: -1, object: '', mergedInto: -1,
  }; // prettier-ignore
  drafts.push(draft);
  return draft;
}

/** Notes what the text says of an entity's gender; contradicting evidence cancels it. */
export function addGender(draft: Draft, gender: Gender, kind: GenderEvidence['kind'], span: Span): void {
  if (draft.gender !== null && draft.gender !== gender && kind === 'pronoun') return;
  draft.genderEvidence.push({ ...span, gender, kind });
  draft.gender = gender;
}

/** Takes over a description of the entity; the first of the greatest weight stays. */
export function applyProfile(words: Words, draft: Draft, profile: Profile): void {
  draft.heads.add(profile.head);
  const noun = PERSON_NOUNS.get(profile.head.slice(profile.head.lastIndexOf('-') + 1));
  if (noun?.gender && profile.roleRange !== null)
    addGender(draft, noun.gender, 'noun', spanOf(words, profile.roleRange.last, profile.roleRange.last));
  const end = profile.roleRange === null ? -1 : (words.end[profile.roleRange.last] ?? -1);
  // Read again with more names known, the same words may give more.
  const again = profile.weight === draft.roleWeight && end === draft.roleSpan?.end;
  if (profile.role !== null && profile.roleRange !== null && (profile.weight > draft.roleWeight || again)) {
    draft.role = profile.role;
    draft.roleSpan = spanOf(words, profile.roleRange.first, profile.roleRange.last);
    draft.roleWeight = profile.weight;
  }
  if (profile.owner >= 0 && draft.owner < 0) draft.owner = profile.owner;
  if (profile.field >= 0 && draft.field < 0) draft.field = profile.field;
  if (draft.affiliation === null && profile.affiliation !== null && profile.affiliationRange !== null) {
    draft.affiliation = profile.affiliation;
    draft.affiliationSpan = spanOf(words, profile.affiliationRange.first, profile.affiliationRange.last);
  }
  draft.sure = true;
  if (draft.type === 'organization') draft.type = 'person';
}

/** Surname with its particles: "van der Berg", "al-Rashid". */
function surnameOf(parts: readonly string[]): string {
  let from = parts.length - 1;
  while (from > 1 && PARTICLES.has((parts[from - 1] ?? '').toLowerCase())) from--;
  return nameKey(parts.slice(from).join(' '));
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'on', 'in', '&', "'s", '’s']);

/** "Port Safety Board" → "psb". */
function initialsOf(parts: readonly string[]): string {
  let letters = '';
  for (const part of parts)
    if (!SMALL.has(part.toLowerCase())) for (const piece of part.split('-')) letters += piece.charAt(0);
  return letters.toLowerCase();
}

/** Other names of one and the same house: "No 10 said" after "Downing Street". */
const SAME_HOUSE: Readonly<Record<string, string>> = { 'no 10': 'downing street', 'number 10': 'downing street', '10 downing street': 'downing street', 'un': 'united nations', 'fed': 'federal reserve', 'lib dems': 'liberal democrats', 'tories': 'conservatives' }; // prettier-ignore
const LEGAL = /^(?:inc|ltd|limited|llc|plc|corp|corporation|co|company|group|holdings|gmbh|ag|sa|llp|&)$/u;

interface Index {
  readonly surnames: Map<string, number[]>;
  readonly givens: Map<string, number[]>;
  readonly shortForms: Map<string, number[]>;
  readonly lastWords: Map<string, number[]>;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function setKey(byKey: Map<string, number>, key: string, index: number): void {
  if (key === '') return;
  const known = byKey.get(key);
  byKey.set(key, known === undefined || known === index ? index : -1);
}

const agreeing = (a: string, b: string): boolean =>
  a === b ||
  a === '' ||
  b === '' ||
  (a.length <= 2 && b.startsWith(a.charAt(0))) ||
  (b.length <= 2 && a.startsWith(b.charAt(0)));

/** What an abbreviated title stands for in a description ("Gov. Prewitt … the governor"). */
const TITLE_WORDS: Readonly<Record<string, string>> = { gov: 'governor', sen: 'senator', rep: 'representative', gen: 'general', capt: 'captain', lt: 'lieutenant', sgt: 'sergeant', col: 'colonel', cpl: 'corporal', adm: 'admiral', det: 'detective', insp: 'inspector', supt: 'superintendent', cllr: 'councillor', rev: 'reverend', prof: 'professor', dr: 'doctor', dci: 'inspector', di: 'inspector', ds: 'sergeant', dc: 'constable', pc: 'constable' }; // prettier-ignore

const TYPE_OF: Readonly<Record<string, SpeakerType>> = {
  person: 'person',
  organization: 'organization',
  outlet: 'outlet',
  country: 'country',
  place: 'country',
  demonym: 'group',
  unknown: 'person',
};

/** Names that are read in one step. */
const STEP = 400;

/** Makes the cast from all name mentions. */
export function* castInSteps(
  words: Words,
  text: string,
  names: readonly NameMention[],
  known: readonly KnownSpeaker[],
  agencyNames: ReadonlyMap<string, { readonly name: string; readonly type: 'agency' | 'outlet' }>,
): Steps<Cast> {
  const drafts: Draft[] = [];
  const byKey = new Map<string, number>();
  const adjectives = new Map<string, number>();
  const index: Index = {
    surnames: new Map(),
    givens: new Map(),
    shortForms: new Map(),
    lastWords: new Map(),
  };
  const links: NameLink[] = names.map(() => ({ entity: -1, candidates: [], reason: 'full-name' }));
  const countries = new Map<string, Draft>();
  const book = new Map<string, string>();
  for (const speaker of known) {
    book.set(nameKey(speaker.name), speaker.name);
    for (const alias of speaker.aliases ?? []) book.set(nameKey(alias), speaker.name);
  }

  const nameText = (mention: NameMention): string => {
    const joined = mention.parts.length === 1 ? (mention.parts[0] ?? '') : mention.parts.join(' ');
    return /['’]/.test(joined) ? joined.replace(/ (?=['’])/gu, '').replace(/['’]s?$/u, '') : joined;
  };

  const texts = names.map(nameText);
  const keys = texts.map(nameKey);

  /** Registers the forms under which an entity with a full name can come back. */
  const register = (draft: Draft, mention: NameMention): void => {
    const name = nameText(mention);
    setKey(byKey, nameKey(name), draft.index);
    const house = SAME_HOUSE[nameKey(name)];
    if (house !== undefined) setKey(byKey, house, draft.index);
    if (draft.type === 'person' && mention.parts.length > 1) {
      // "Lord Ambrose of Tidewell" comes back as Lord Ambrose
      const peer = mention.parts[1] === 'of';
      if (peer && mention.title !== '') draft.name = `${mention.title} ${name}`;
      draft.surname = peer ? nameKey(mention.parts[0] ?? '') : surnameOf(mention.parts);
      draft.given = nameKey(mention.parts[0] ?? '');
      push(index.surnames, draft.surname, draft.index);
      const hyphen = draft.surname.indexOf(' ');
      // "Kolb-Hansen" may come back as either half only in headlines; the last word is enough
      if (hyphen > 0) push(index.surnames, nameKey(mention.parts.at(-1) ?? ''), draft.index);
      if (!isInitial(mention.parts[0] ?? '')) push(index.givens, draft.given, draft.index);
      if (mention.nickname !== '') {
        push(index.givens, nameKey(mention.nickname), draft.index);
        draft.aliases.add(mention.nickname);
      }
    } else if (draft.type !== 'person' && mention.parts.length > 1) {
      const first = nameKey(mention.parts[0] ?? '');
      push(index.shortForms, first, draft.index);
      const stripped = mention.parts.filter((part) => !LEGAL.test(part.toLowerCase().replace(/\.$/u, '')));
      if (stripped.length > 0) push(index.shortForms, nameKey(stripped.join(' ')), draft.index);
      if (mention.parts.length > 2)
        push(index.shortForms, nameKey(mention.parts.slice(0, 2).join(' ')), draft.index);
      const initials = initialsOf(mention.parts);
      if (initials.length > 1) push(index.shortForms, initials, draft.index);
      push(index.lastWords, nameKey(mention.parts.at(-1) ?? ''), draft.index);
    }
    if (mention.abbreviation !== '') {
      push(index.shortForms, nameKey(mention.abbreviation), draft.index);
      draft.aliases.add(mention.abbreviation);
    }
  };

  const introduce = (draft: Draft, mention: NameMention, fuller: boolean): void => {
    const span = spanOf(words, mention.first, mention.last);
    if (draft.introduction === null || fuller) draft.introduction = span;
    if (mention.first < draft.first) draft.first = mention.first;
    if (mention.title !== '') {
      const title = lowerAt(words, mention.nameFirst - 1).replace(/\.$/u, '');
      draft.heads.add(TITLE_WORDS[title] ?? title);
    }
    if (mention.gender !== null)
      addGender(draft, mention.gender, 'title', spanOf(words, mention.first, mention.nameFirst - 1));
  };

  const link = (at: number, draft: Draft, reason: NameReason): void => {
    links[at] = { entity: draft.index, candidates: [], reason };
  };

  // Sieve 1: full names, names of bodies, countries. Long names of bodies first, so that "Argent Fork" finds "Argent
  // Fork Mining" wherever it stands.
  const personal = (mention: NameMention): boolean => mention.sort === 'person' || mention.sort === 'unknown'; // prettier-ignore
  // "Keeley Marsh … Mrs Marsh": not a marsh
  const titled = new Set(names.filter((mention) => mention.gender !== null && mention.parts.length === 1).map((mention) => (mention.parts[0] ?? '').toLowerCase())); // prettier-ignore
  const fullName = (named: NameMention, at: number): void => {
    const mention: NameMention = (named.sort === 'place' || named.sort === 'organization') && named.parts.length === 2 && titled.has((named.parts[1] ?? '').toLowerCase()) && !BODY_NOUNS.has((named.parts[1] ?? '').toLowerCase()) ? { ...named, sort: 'person' } : named; // prettier-ignore
    if (mention.sort === 'role' || mention.sort === 'capital' || links[at]?.entity !== -1) return;
    const name = texts[at] ?? '';
    const key = keys[at] ?? '';
    if (key === '') return;
    const fromBook = book.get(key);
    const agency = agencyNames.get(key);
    if (mention.sort === 'country') {
      const usual = COUNTRY_NAMES.get(tableKey(name)) ?? name;
      let draft = countries.get(usual);
      if (draft === undefined) {
        draft = newDraft(
          drafts,
          usual === 'European Union' ? 'organization' : 'country',
          name,
          mention.first,
        );
        countries.set(usual, draft);
        setKey(byKey, nameKey(usual), draft.index);
      }
      if (name.length > draft.name.length) draft.name = name;
      setKey(byKey, key, draft.index);
      introduce(draft, mention, false);
      link(at, draft, 'full-name');
      return;
    }
    // "Russian peacekeepers": an adjective names nobody; "Russians said" does
    if (mention.sort === 'demonym' && !key.endsWith('s')) return;
    const single = mention.parts.length < 2;
    if (
      single &&
      mention.sort !== 'organization' &&
      mention.sort !== 'demonym' &&
      mention.sort !== 'place' &&
      agency === undefined &&
      fromBook === undefined
    )
      return;
    if (
      single &&
      mention.sort === 'organization' &&
      /^[\p{Lu}\d.&-]+$/u.test(name) &&
      agency === undefined &&
      fromBook === undefined
    )
      return; // acronyms: later
    const seen = byKey.get(key) ?? byKey.get(SAME_HOUSE[key] ?? '');
    let draft = seen !== undefined && seen >= 0 ? drafts[seen] : undefined;
    const isPersonal = personal(mention);
    if (
      draft === undefined &&
      isPersonal &&
      !single &&
      PARTICLES.has((mention.parts[0] ?? '').toLowerCase())
    ) {
      // "Van der Laan" after "Pieter van der Laan"
      const bearers = index.surnames.get(key) ?? [];
      const only = bearers.length === 1 ? drafts[bearers[0] ?? -1] : undefined;
      if (only !== undefined) {
        link(at, only, 'surname');
        return;
      }
    }
    if (draft === undefined && isPersonal && !single) {
      // "Ines M. Kolb" and "Ines Kolb", "J. Vael" and "Jon Vael"
      const given = nameKey(mention.parts[0] ?? '');
      const fits = (index.surnames.get(surnameOf(mention.parts)) ?? []).filter((candidate) => {
        const other = drafts[candidate];
        return (
          other !== undefined &&
          agreeing(other.given, given) &&
          (other.suffix === '' || mention.suffix === '' || other.suffix === mention.suffix)
        );
      });
      if (fits.length === 1) draft = drafts[fits[0] ?? -1];
    }
    if (draft === undefined && !single && mention.title === '' && mention.sort !== 'person') {
      const fits = index.shortForms.get(key) ?? [];
      if (fits.length === 1) draft = drafts[fits[0] ?? -1];
    }
    if (draft === undefined && !isPersonal) {
      // "Vael Dredging" and "Vael Dredging Ltd"
      const stripped = mention.parts
        .filter((part) => !LEGAL.test(part.toLowerCase().replace(/\.$/u, '')))
        .join(' ');
      const fits = index.shortForms.get(nameKey(stripped)) ?? [];
      if (fits.length === 1 && stripped.includes(' ')) draft = drafts[fits[0] ?? -1];
    }
    if (draft === undefined) {
      draft = newDraft(drafts, agency?.type ?? TYPE_OF[mention.sort] ?? 'person', name, mention.first);
      draft.place = mention.sort === 'place';
      draft.sure = mention.sort !== 'unknown';
      draft.plural = mention.sort === 'demonym';
      draft.suffix = mention.suffix;
      introduce(draft, mention, true);
    } else {
      const fuller =
        name.length > draft.name.length && agreeing(name.split(' ')[0]?.toLowerCase() ?? '', draft.given);
      if (fuller) draft.name = name;
      introduce(draft, mention, false);
      if (mention.sort === 'person' && (draft.place || !draft.sure)) {
        draft.place = false;
        draft.sure = true;
        draft.type = 'person';
      }
    }
    register(draft, mention);
    link(at, draft, 'full-name');
  };
  names.forEach((mention, at) => {
    if (mention.parts.length > 2 && (mention.sort === 'organization' || mention.sort === 'outlet'))
      fullName(mention, at);
  });
  yield;
  for (let at = 0; at < names.length; at++) {
    if (at % STEP === STEP - 1) yield;
    const mention = names[at];
    if (mention !== undefined) fullName(mention, at);
  }
  yield;
  settleTypes(words, names, { drafts, links, byKey, adjectives });
  // What stands beside full names tells the two Bartons apart before "Mr Barton" is read.
  const shared = new Set([...index.surnames.values()].filter((list) => list.length > 1).flat());
  if (shared.size > 0) yield* describe(words, text, names, { drafts, links, byKey, adjectives }, shared);

  // A person's own namesake firm or place does not make the surname shared; two persons do.
  const persons = (list: readonly number[] | undefined): number[] =>
    (list ?? []).filter((candidate) => {
      const draft = drafts[candidate];
      return draft?.type === 'person' && !draft.place;
    });

  // "Mrs Wojda" after "his widow, Agnieszka,": not Piotr Wojda, whose widow she is
  const relatives: Draft[] = [];
  const spouseOf = (mention: NameMention, key: string): Draft | undefined => {
    const bearers = persons(index.surnames.get(key)).map((candidate) => drafts[candidate]);
    if (
      bearers.length === 0 ||
      bearers.some(
        (bearer) =>
          bearer?.genderEvidence.some(
            (evidence) =>
              evidence.gender === mention.gender &&
              (evidence.kind !== 'title' || evidence.start === bearer.introduction?.start),
          ) === true,
      )
    )
      return undefined;
    const owner = mention.gender === 'female' ? 'his' : 'her';
    const kin = relatives.filter((draft) => draft.gender === mention.gender && draft.first < mention.first && lowerAt(words, draft.owner) === owner); // prettier-ignore
    const only = kin.length === 1 ? kin[0] : undefined;
    if (only === undefined) return undefined;
    // "his" is whom the text named last before it
    const before = names.findLastIndex((other, at) => other.last < only.owner && drafts[links[at]?.entity ?? -1]?.type === 'person'); // prettier-ignore
    return bearers.some((bearer) => bearer?.index === links[before]?.entity) ? only : undefined;
  };

  // "Tom and Jean Morley planted it. … The Morleys say"
  const familyOf = (at: number, key: string): Draft | undefined => {
    const surname = [key.replace(/s$/u, ''), key.replace(/es$/u, '')].find((form) => form !== key && persons(index.surnames.get(form)).length > 0); // prettier-ignore
    if (surname === undefined) return undefined;
    const mention = names[at];
    const known = byKey.get(key);
    if (known !== undefined) return drafts[known];
    const bearers = persons(index.surnames.get(surname));
    const pair = names.findIndex((other, i) => other.last + 2 === names[i + 1]?.first && other.parts.length === 1 && lowerAt(words, other.last + 1) === 'and' && bearers.includes(links[i + 1]?.entity ?? -1)); // prettier-ignore
    const draft = newDraft(
      drafts,
      'group',
      mention === undefined ? key : nameText(mention),
      mention?.first ?? 0,
    );
    draft.plural = true;
    draft.members = bearers;
    if (mention !== undefined) introduce(draft, mention, true);
    const first = names[pair];
    const second = names[pair + 1];
    if (first !== undefined && second !== undefined) {
      draft.aliases.add(draft.name);
      draft.name = `${nameText(first)} and ${nameText(second)}`;
      draft.introduction = spanOf(words, first.first, second.last);
      draft.first = Math.min(draft.first, first.first);
      setKey(byKey, nameKey(draft.name), draft.index);
    }
    setKey(byKey, key, draft.index);
    return draft;
  };

  // Sieves 2, 3, 9: what is left are single words, titles with surnames, abbreviations.
  const singles = new Map<string, Draft>();
  const single = (mention: NameMention, at: number): void => {
    if (links[at]?.entity !== -1 || mention.sort === 'role' || mention.sort === 'demonym') return;
    const name = texts[at] ?? '';
    const key = keys[at] ?? '';
    if (key === '') return;
    if (mention.sort === 'capital') return;
    const candidates = persons(index.surnames.get(key)).filter((candidate) => {
      const draft = drafts[candidate];
      return draft !== undefined && (mention.gender === null || draft.gender === null || draft.gender === mention.gender) && (mention.suffix === '' || draft.suffix === '' || draft.suffix === mention.suffix); // prettier-ignore
    });
    if (candidates.length > 0) {
      // Several of one name: a first name was given, or a title tells; otherwise the ones introduced so far count.
      let fits = candidates;
      const title = mention.title.toLowerCase().replace(/\.$/u, '');
      if (fits.length > 1 && title !== '') {
        const byTitle = fits.filter((candidate) => {
          const draft = drafts[candidate];
          return (
            draft !== undefined &&
            (draft.heads.has(title) || (draft.role ?? '').toLowerCase().includes(title))
          );
        });
        const byGender =
          mention.gender === null
            ? []
            : fits.filter((candidate) => drafts[candidate]?.gender === mention.gender);
        if (byTitle.length === 1) fits = byTitle;
        else if (byGender.length === 1) fits = byGender;
      }
      if (fits.length > 1) {
        const before = fits.filter((candidate) => (drafts[candidate]?.first ?? 0) < mention.first);
        if (before.length === 1) fits = before;
      }
      if (fits.length === 1) {
        const draft = drafts[fits[0] ?? -1];
        if (draft !== undefined) {
          const forward = draft.first > mention.first;
          const gender = mention.gender;
          if (gender !== null)
            addGender(draft, gender, 'title', spanOf(words, mention.first, mention.nameFirst - 1));
          link(at, draft, mention.title !== '' ? 'title-surname' : forward ? 'surname-forward' : 'surname');
          return;
        }
      }
      links[at] = { entity: -1, candidates: fits, reason: 'surname' };
      return;
    }

    const family = mention.title === '' && lowerAt(words, mention.first - 1) === 'the' ? familyOf(at, key) : undefined; // prettier-ignore
    if (family !== undefined) {
      link(at, family, 'surname');
      return;
    }
    const short = index.shortForms.get(key) ?? [];
    if (mention.title === '' && short.length > 0) {
      // Of several bodies that begin alike ("Harbour Watch", "Harbour Board") the short form means none for sure.
      const bodies = short.filter((candidate) => drafts[candidate]?.place === false);
      const only = bodies.length === 1 ? drafts[bodies[0] ?? -1] : undefined;
      const isAbbreviation = /^[\p{Lu}\d.&-]+$/u.test(name);
      if (only !== undefined && (isAbbreviation || mention.sort !== 'organization' || name.length > 1)) {
        only.aliases.add(name);
        link(at, only, isAbbreviation ? 'abbreviation' : 'short-form');
        return;
      }
      if (bodies.length > 1 && isAbbreviation) {
        links[at] = { entity: -1, candidates: bodies, reason: 'abbreviation' };
        return;
      }
    }
    if (mention.title === '' && lowerAt(words, mention.first - 1) === 'the') {
      const bodies = (index.lastWords.get(key) ?? []).filter(
        (candidate) => drafts[candidate]?.place === false,
      );
      const only = bodies.length === 1 ? drafts[bodies[0] ?? -1] : undefined;
      if (only !== undefined) {
        link(at, only, 'short-form');
        return;
      }
    }
    const givens = persons(index.givens.get(key));
    if (givens.length === 1 && mention.title === '') {
      const draft = drafts[givens[0] ?? -1];
      if (draft !== undefined) {
        link(at, draft, draft.aliases.has(name) ? 'nickname' : 'first-name');
        return;
      }
    }
    if (givens.length > 1 && mention.title === '') {
      links[at] = { entity: -1, candidates: givens, reason: 'first-name' };
      return;
    }
    // A new entity of one word.
    const exact = byKey.get(key);
    let draft = singles.get(key) ?? (exact !== undefined && exact >= 0 ? drafts[exact] : undefined);
    if (draft === undefined) {
      const type = TYPE_OF[mention.sort] ?? 'person';
      draft = newDraft(drafts, mention.sort === 'organization' ? 'organization' : type, name, mention.first);
      draft.sure = mention.sort !== 'unknown' || mention.title !== '';
      // "Lord Ludlam" has no other name
      if (/^(?:lord|lady|viscount|viscountess|earl|baroness|prince|princess|duke|duchess|pope)$/iu.test(mention.title) && mention.nameFirst === mention.first + 1) draft.name = `${mention.title} ${name}`; // prettier-ignore
      // "Mr Justice Akande", "Lady Justice Corrigan": the style of a judge of whom no first name is given
      if (mention.nameFirst === mention.first + 2 && lowerAt(words, mention.first + 1) === 'justice') draft.name = `${mention.title} ${formAt(words, mention.first + 1)} ${name}`; // prettier-ignore
      singles.set(key, draft);
      setKey(byKey, key, draft.index);
      introduce(draft, mention, true);
    } else
      introduce(
        draft,
        mention,
        draft.introduction === null || (mention.title !== '' && draft.name === name && !draft.sure),
      );
    if (mention.title !== '') {
      draft.sure = true;
      draft.type = 'person';
    }
    link(at, draft, 'full-name');
  };
  for (let at = 0; at < names.length; at++) {
    if (at % STEP === STEP - 1) yield;
    const mention = names[at];
    if (mention !== undefined) single(mention, at);
  }
  yield;

  // Seats of governments stand for the country when they act: decided by the sources; here only the name is kept ready.
  names.forEach((mention, at) => {
    if (mention.sort !== 'capital') return;
    const country = CAPITALS.get(tableKey(nameText(mention)));
    const draft = country === undefined ? undefined : countries.get(country);
    links[at] = { entity: draft?.index ?? -1, candidates: [], reason: 'capital' };
  });

  settleTypes(words, names, { drafts, links, byKey, adjectives });
  yield* describe(words, text, names, { drafts, links, byKey, adjectives }, null);
  relatives.push(...drafts.filter((draft) => draft.owner >= 0 && !draft.name.includes(' ') && [...draft.heads].some((head) => SPOUSES.has(head)))); // prettier-ignore
  if (relatives.length > 0)
    names.forEach((mention, at) => {
      const spouse = mention.gender === null || mention.parts.length > 1 ? undefined : spouseOf(mention, nameKey(nameText(mention))); // prettier-ignore
      if (spouse === undefined) return;
      const bearer = drafts[links[at]?.entity ?? -1];
      link(at, spouse, 'title-surname');
      if (!spouse.name.includes(' ')) spouse.name = `${spouse.name} ${nameText(mention)}`;
      if (bearer === undefined || bearer === spouse) return;
      // The title was read as Piotr's until now.
      const kept = bearer.genderEvidence.filter((evidence) => evidence.start !== words.start[mention.first]);
      bearer.genderEvidence.splice(0, bearer.genderEvidence.length, ...kept);
      bearer.gender = kept[0]?.gender ?? null;
    });
  for (const [alias, name] of book) {
    const target = byKey.get(nameKey(name)) ?? byKey.get(alias);
    const draft = target === undefined ? undefined : drafts[target];
    if (draft === undefined) continue;
    setKey(byKey, alias, draft.index);
  }
  for (const speaker of known) {
    const target = [speaker.name, ...(speaker.aliases ?? [])].map((name) => byKey.get(nameKey(name))).find((found) => found !== undefined && found >= 0); // prettier-ignore
    const draft = target === undefined ? undefined : drafts[target];
    if (draft === undefined) continue;
    draft.role ??= speaker.role ?? null;
    draft.affiliation ??= speaker.affiliation ?? null;
    draft.note = speaker.note ?? null;
    for (const alias of speaker.aliases ?? []) if (alias !== draft.name) draft.aliases.add(alias);
  }
  return { drafts, links, byKey, adjectives };
}

const SPOUSES = new Set(['wife', 'widow', 'husband', 'widower', 'mother', 'father']);
const HEADING_VERBS = new Set(['heads', 'headed', 'leads', 'led', 'chairs', 'chaired', 'runs', 'ran', 'manages', 'managed', 'directs', 'directed', 'oversees', 'oversaw', 'represents', 'represented', 'owns', 'owned', 'founded', 'edits', 'edited', 'coaches', 'coached', 'commands', 'commanded', 'teaches', 'taught', 'studies', 'studied', 'presides', 'hosts', 'presents', 'organises', 'organizes', 'organised', 'organized', 'co-ordinates', 'coordinates']); // prettier-ignore
/** What the headline calls whoever does this ("the leader of the council" for "Holloway, who leads the authority"). */
const AGENTS: Readonly<Record<string, string>> = { heads: 'head', headed: 'head', leads: 'leader', led: 'leader', chairs: 'chair', chaired: 'chair', manages: 'manager', directs: 'director', owns: 'owner', founded: 'founder', edits: 'editor', coaches: 'coach', commands: 'commander', runs: 'boss', represents: 'representative' }; // prettier-ignore
const COPULAS = new Set(['is', 'was', 'became', 'remains', 'remained', 'serves', 'served']);

/** Does the text, or a first name that people bear, say that a name is a person's? */
export const isKnownPerson = (draft: Draft): boolean =>
  draft.type === 'person' &&
  (GIVEN.has(draft.given) || draft.gender !== null || draft.heads.size > 0 || draft.role !== null);

export const kindOfDraft = (draft: Draft | undefined): NameKind =>
  draft === undefined ? 'none' : draft.place ? 'place' : draft.type === 'country' ? 'country' : draft.type === 'person' ? (isKnownPerson(draft) ? 'person' : 'unknown') : draft.sure || draft.name.includes(' ') || draft.type !== 'organization' ? 'body' : 'unknown'; // prettier-ignore

/**
 * What stands at each token, by the name there. Words of bodies and places count inside titles too, so that "Tarn" in
 * "Tarn Mayor Ada Quill" is known as no field of office.
 */
function kindsOf(words: Words, names: readonly NameMention[], cast: Cast): KindAt {
  const byToken = new Map<number, NameKind>();
  const byWord = new Map<string, NameKind>();
  names.forEach((mention, at) => {
    if (mention.sort === 'role') return;
    const kind =
      mention.sort === 'capital' ? 'place' : kindOfDraft(cast.drafts[cast.links[at]?.entity ?? -1]);
    if (kind === 'none') return;
    for (let i = mention.nameFirst; i <= mention.last; i++) {
      byToken.set(i, kind);
      const lower = lowerAt(words, i);
      if (kind !== 'person' && !FIELDS.has(lower)) byWord.set(lower, kind);
    }
  });
  return (i) =>
    (words.capital[i] === 1 && cast.adjectives.has(lowerAt(words, i)) ? 'country' : undefined) ??
    byToken.get(i) ??
    (words.capital[i] === 1 ? (byWord.get(lowerAt(words, i)) ?? 'none') : 'none');
}

/** Reads role and affiliation of every named person, or of these only, beside every one of its mentions. */
function* describe(
  words: Words,
  text: string,
  names: readonly NameMention[],
  cast: Cast,
  only: ReadonlySet<number> | null,
): Steps<void> {
  const kindAt = kindsOf(words, names, cast);

  const read = (mention: NameMention, at: number): void => {
    const draft = cast.drafts[cast.links[at]?.entity ?? -1];
    if (draft === undefined || mention.sort === 'role' || only?.has(draft.index) === false) return;
    if (draft.place) return;
    const sentence = words.sentence[mention.first];
    const limit = Math.min(words.count, mention.last + 40);
    let to = mention.last + 1;
    while (to < limit && words.sentence[to] === sentence) to++;

    if (draft.type !== 'person') {
      describeBody(words, text, mention, draft, to);
      if (draft.sure || draft.role !== null) return;
    }
    const before = profileBefore(words, text, mention.nameFirst, kindAt);
    if (before !== null) applyProfile(words, draft, before);
    // "Prosecuting, Helen Garrick QC told", "Defending for the firm, Alice Munn said"
    if (lowerAt(words, mention.first - 1) === ',') {
      let opener = mention.first - 1;
      while (opener > 0 && mention.first - opener < 12 && sameSentence(words, opener - 1, mention.first))
        opener--;
      if (/^(?:prosecuting|defending|mitigating)$/u.test(lowerAt(words, opener)) && draft.roleWeight < 2) {
        draft.role = lowerAt(words, opener);
        draft.roleSpan = spanOf(words, opener, opener);
        draft.roleWeight = 2;
        draft.heads.add('counsel');
      }
    }
    // "Channel 6's Monique Salter"
    const owned =
      /^(?:'s|')$/u.test(lowerAt(words, mention.first - 1)) && kindAt(mention.first - 2) === 'body';
    if (owned && draft.affiliation === null) setAffiliation(words, text, draft, nameAround(words, mention.first - 2, kindAt)); // prettier-ignore
    if (mention.tag !== null && draft.affiliation === null)
      setAffiliation(words, text, draft, { first: mention.tag[0], last: mention.tag[1] });
    // "Sen. Kay Nordstrom, D-Minn.,"
    if (
      draft.affiliation === null &&
      lowerAt(words, mention.last + 1) === ',' &&
      /^[DRI]-\p{Lu}/u.test(formAt(words, mention.last + 2))
    )
      setAffiliation(words, text, draft, { first: mention.last + 2, last: mention.last + (formAt(words, mention.last + 3) === '.' && lowerAt(words, mention.last + 4) === ',' ? 3 : 2) }); // prettier-ignore
    let next = mention.tag === null ? mention.last + 1 : mention.tag[1] + 2;
    // "Teun Haverkort of the exporters' federation Granex", "Ada Quill from Harbour Watch"
    if (/^(?:of|from|at|with)$/u.test(lowerAt(words, next)) && next + 1 < to)
      next = affiliate(words, text, draft, next, to, kindAt, false);
    const following = lowerAt(words, next);
    if (following === ',' || following === '(' || following === '-') {
      next++;
      // "Joan Ferrow, 52, the former harbour chief,"
      if (/^(?:aged|age)$/u.test(lowerAt(words, next))) next++;
      if (/^\d{1,3}$/u.test(lowerAt(words, next)) && /^[,)]$/u.test(lowerAt(words, next + 1))) {
        draft.sure = true;
        next += 2;
        if (formAt(words, next) === ',') next++;
      }
      // "Edna Frobisher, 88, of Laburnum Close, a retired teacher,"
      if (/^(?:of|from)$/u.test(lowerAt(words, next))) {
        const after = affiliate(words, text, draft, next, to, kindAt, true);
        if (after > next && lowerAt(words, after) === ',') next = after + 1;
      }
      const word = lowerAt(words, next);
      if (word === 'who' || word === 'whose') {
        draft.sure = true;
        draft.type = 'person';
        relativeProfile(words, text, draft, next + 1, to, kindAt);
      } else if (/^(?:of|from|at|with)$/u.test(word)) affiliate(words, text, draft, next, to, kindAt, true);
      else if (isAdvocacy(words, next)) pleadFor(words, text, draft, next, to);
      else if (next < to) {
        const after = profileAfter(words, text, next, to, kindAt);
        if (after !== null && startsDescription(words, next)) applyProfile(words, draft, after);
      }
    } else if (following === 'as' && isAppointed(words, mention.first)) {
      const after = profileAfter(words, text, next + 1, to, kindAt);
      if (after !== null) applyProfile(words, draft, { ...after, weight: 1.2 });
    } else if (COPULAS.has(following) && words.quoted[next] === words.quoted[mention.last]) {
      const from = following === 'serves' || following === 'served' ? next + 2 : next + 1;
      const determiner = lowerAt(words, from);
      if (determiner === 'a' || determiner === 'an' || determiner === 'the') {
        const after = profileAfter(words, text, from, to, kindAt);
        if (after !== null) applyProfile(words, draft, { ...after, weight: 1.2 });
      }
    }
    if (lowerAt(words, mention.first - 1) === ',') {
      const apposed = profileBeforeComma(words, text, mention.first - 1, kindAt);
      if (apposed !== null) applyProfile(words, draft, apposed);
    }
  };
  for (let at = 0; at < names.length; at++) {
    if (at % STEP === STEP - 1) yield;
    const mention = names[at];
    if (mention !== undefined) read(mention, at);
  }
}

/** "The trust has appointed Jo Keane as interim chief executive". */
function isAppointed(words: Words, first: number): boolean {
  for (let i = first - 1; i >= first - 3; i--) if (/^(?:appoint|nam|hir|elect|install|unveil|re-elect|nominat)(?:e?d|e?s|ing)?$/u.test(lowerAt(words, i))) return true; // prettier-ignore
  return false;
}

function setAffiliation(words: Words, text: string, draft: Draft, range: Range): void {
  draft.affiliation = textOf(words, text, range.first, range.last);
  draft.affiliationSpan = spanOf(words, range.first, range.last);
}

/** The whole name of which the token is part. */
function nameAround(words: Words, token: number, kindAt: KindAt): Range {
  const kind = kindAt(token);
  let first = token;
  let last = token;
  while (first > 0 && kindAt(first - 1) === kind && sameSentence(words, first - 1, token)) first--;
  while (kindAt(last + 1) === kind && sameSentence(words, last + 1, token)) last++;
  return { first, last };
}

/** "Rowena Pask, prosecuting,", "Nadia Brough KC, for Velluti,": how a report of a trial presents counsel. */
function isAdvocacy(words: Words, next: number): boolean {
  const word = lowerAt(words, next);
  if (/^(?:prosecuting|defending|mitigating|presiding)$/u.test(word)) return /^[,.:]$/u.test(lowerAt(words, next + 1)) || lowerAt(words, next + 1) === 'for'; // prettier-ignore
  if (word !== 'for') return false;
  // "Louise Penn, for the Medical Board, told the panel": between commas
  let end = next + 1;
  while (end < next + 7 && /^[\w.’'-]+$/u.test(lowerAt(words, end))) end++;
  return end > next + 1 && lowerAt(words, end) === ',' && (words.capital[end - 1] === 1 || /^(?:crown|prosecution|defence|defense|state|family|claimant)$/u.test(lowerAt(words, end - 1))); // prettier-ignore
}

function pleadFor(words: Words, text: string, draft: Draft, from: number, to: number): void {
  let last = from;
  while (last + 1 < to && !/^[,.;:]$/u.test(lowerAt(words, last + 1)) && last - from < 6) last++;
  draft.heads.add('counsel');
  draft.sure = true;
  if (draft.roleWeight >= 2) return;
  draft.role = textOf(words, text, from, last);
  draft.roleSpan = spanOf(words, from, last);
  draft.roleWeight = 2;
}

/** What is done by an owner, an operator, a maker. */
const BODY_AGENTS: Readonly<Record<string, string>> = { own: 'owner', operat: 'operator', run: 'operator', ran: 'operator', mak: 'maker', made: 'maker', build: 'builder', built: 'builder', publish: 'publisher', suppl: 'supplier', develop: 'developer', manag: 'manager', bought: 'buyer', buy: 'buyer', organis: 'organiser', organiz: 'organizer' }; // prettier-ignore

/** "Hallmere Stone Ltd, which owns the quarry": what "the owner of the quarry" meant. */
function relativeBody(words: Words, draft: Draft, from: number, to: number): void {
  let verb = from;
  while (verb < to && /^(?:has|have|had|also|now|once|still)$/u.test(lowerAt(words, verb))) verb++;
  const stem = lowerAt(words, verb).replace(/(?:ies|ied|es|ed|s|e)$/u, '');
  const agent = BODY_AGENTS[stem] ?? BODY_AGENTS[lowerAt(words, verb)];
  const phrase = agent === undefined ? null : phraseFrom(words, verb + 1, to, true);
  if (agent === undefined || phrase === null) return;
  draft.heads.add(agent);
  draft.object = lowerAt(words, phrase.head);
}

/** What the article calls a body: "the insurer Shire Mutual", "Hidrosur, the company that runs the dam,". */
function describeBody(words: Words, text: string, mention: NameMention, draft: Draft, to: number): void {
  if (lowerAt(words, mention.last + 1) === ',' && lowerAt(words, mention.last + 2) === 'which') relativeBody(words, draft, mention.last + 3, to); // prettier-ignore
  if (draft.role !== null || (draft.type !== 'organization' && draft.type !== 'outlet' && draft.type !== 'agency')) return; // prettier-ignore
  const set = (first: number, last: number): void => {
    draft.role = textOf(words, text, first, last);
    draft.roleSpan = spanOf(words, first, last);
    draft.roleWeight = 2;
    draft.heads.add(lowerAt(words, last));
  };
  // "Insurer Larch Mutual"
  if (mention.nameFirst > mention.first) {
    set(mention.first, mention.nameFirst - 1);
    return;
  }
  // Right before the name, or before the comma in front of it
  const isComma = lowerAt(words, mention.first - 1) === ',';
  const head = mention.first - (isComma ? 2 : 1);
  const noun = lowerAt(words, head);
  if (
    head >= 0 &&
    sameSentence(words, head, mention.first) &&
    words.capital[head] === 0 &&
    isBodyWord(noun)
  ) {
    let first = head;
    while (first > 0 && head - first < 6 && sameSentence(words, first - 1, head) && isModifier(words, first - 1)) first--; // prettier-ignore
    const opener = lowerAt(words, first - 1);
    const determined = /^(?:the|a|an|its|his|her|their|'s|')$/u.test(opener);
    if (determined && !(isComma && lowerAt(words, mention.last + 1) !== ',' && lowerAt(words, mention.last + 1) !== 'of')) { set(first, head); return; } // prettier-ignore
  }
  if (lowerAt(words, mention.last + 1) !== ',') return;
  const phrase = phraseFrom(words, mention.last + 2, to, true);
  if (phrase === null || phrase.determiner === 'none' || phrase.determiner === 'count') return;
  // "For two Octobers, the police say": a phrase of time or place, and the subject
  if (!/^(?:,|\.|which|that|who|of|for|in|at|behind|–|—)$/u.test(lowerAt(words, phrase.head + 1))) return;
  const after = lowerAt(words, phrase.head);
  if (!isBodyWord(after) && !/^(?:leader|owner|owners|operator|arm|unit|maker|home)$/u.test(after)) return;
  set(phrase.core, phrase.head);
}

const isBodyWord = (lower: string): boolean => BODY_NOUNS.has(lower) || MAKERS.has(lower) || /^(?:agency|label|charity|regulator|owners?)$/u.test(lower); // prettier-ignore

function isModifier(words: Words, i: number): boolean {
  const coarse = words.coarse[i];
  return (coarse === COARSE.noun || coarse === COARSE.adjective || coarse === COARSE.name) && !/^["“”]/u.test(formAt(words, i)); // prettier-ignore
}

/** An apposition begins with a determiner, an owner, or the bare role ("Kolb, deputy mayor of Tarn,"). */
function startsDescription(words: Words, i: number): boolean {
  const lower = lowerAt(words, i);
  if (/^(?:the|a|an|its|his|her|their|one)$/u.test(lower)) return true;
  return !/^(?:and|but|or|as|who|which|that|in|on|for|by|to)$/u.test(lower);
}

const STREETS = new Set(['close', 'way', 'lane', 'drive', 'crescent', 'terrace', 'place', 'row', 'mews', 'rise', 'grove', 'walk', 'green', 'street', 'road', 'avenue']); // prettier-ignore

/**
 * "Ada Quill of Harbour Watch": the phrase after of, from, at, with, if it names a body. Gives the token after the
 * phrase, also when it only says where somebody lives ("of Quay Street"), and the preposition's when it is no such phrase.
 */
function affiliate(
  words: Words,
  text: string,
  draft: Draft,
  preposition: number,
  to: number,
  kindAt: KindAt,
  afterComma: boolean,
  works = false,
): number {
  const phrase = phraseFrom(words, preposition + 1, to, true);
  if (phrase === null) return preposition;
  const word = lowerAt(words, preposition);
  let first = phrase.determiner === 'owner' && phrase.owner !== null ? phrase.owner.first : phrase.core;
  let last = phrase.head;
  // A name ends where the name ends, whatever the tagger takes the next word for.
  let named = first;
  while (named <= last && kindAt(named) === 'none') named++;
  if (named <= last) {
    const name = nameAround(words, named, kindAt);
    if (words.capital[last] === 1 || last > name.last + 3 || !BODY_NOUNS.has(lowerAt(words, last))) ({ first, last } = name); // prettier-ignore
  }
  const capital = words.capital[last] === 1;
  if (!capital) {
    // "accused Kolb of taking bribes", "cleared Kolb of the charge": no body
    const body =
      BODY_NOUNS.has(lowerAt(words, last)) && (phrase.determiner !== 'none' || words.capital[first] === 1);
    if (!body && !(works && phrase.determiner !== 'none')) return preposition;
    if ((word === 'from' || word === 'with') && !works) return preposition;
    if (draft.affiliation === null) setAffiliation(words, text, draft, { first, last });
    return last + 1;
  }
  const kind = kindAt(last);
  const role = [...draft.heads][0] ?? '';
  const own = words.lower.slice(first, last + 1);
  const isStreet = STREETS.has(own.at(-1) ?? '') || (afterComma && word === 'of' && kind !== 'country' && lowerAt(words, last + 1) === ',' && kindAt(last + 2) === 'place'); // prettier-ignore
  const fits =
    (kind === 'body' && !isStreet) ||
    BODY_NOUNS.has(lowerAt(words, last)) ||
    works ||
    (kind === 'unknown' &&
      word !== 'from' &&
      (first < last || word === 'at' || /^[A-Z]{2,}$/.test(formAt(words, last)) || first > phrase.core) &&
      !isStreet &&
      (!afterComma || word === 'at')) ||
    (kind === 'country' && word === 'of' && !afterComma) ||
    (kind === 'place' && word === 'at' && role !== '') ||
    (kind === 'place' &&
      word === 'of' &&
      !afterComma &&
      [...draft.heads].some((head) => isEmployer('place', head)));
  if (fits && draft.affiliation === null) setAffiliation(words, text, draft, { first, last });
  // "of Laburnum Close, Dunmere,"
  let end = last + 1;
  if (kind === 'place' && lowerAt(words, end) === ',' && kindAt(end + 1) === 'place') end = nameAround(words, end + 1, kindAt).last + 1; // prettier-ignore
  return end;
}

/** "who heads the port inquiry": the body is the affiliation, the clause the role. */
function relativeProfile(
  words: Words,
  text: string,
  draft: Draft,
  from: number,
  to: number,
  kindAt: KindAt,
): void {
  let verb = from;
  while (
    verb < to &&
    /^(?:now|also|once|previously|has|currently|formerly|still|then)$/u.test(lowerAt(words, verb))
  )
    verb++;
  const lower = lowerAt(words, verb);
  if (COPULAS.has(lower)) {
    const after = profileAfter(words, text, verb + 1, to, kindAt);
    if (after !== null) applyProfile(words, draft, { ...after, weight: 1 });
    return;
  }
  const works =
    lower === 'works' ||
    lower === 'worked' ||
    (/^(?:speaks|appears|acts)$/u.test(lower) && lowerAt(words, verb + 1) === 'for');
  if (!HEADING_VERBS.has(lower) && !works) return;
  if (works) {
    if (!/^(?:for|at|with)$/u.test(lowerAt(words, verb + 1))) return;
    // "who speaks for the separatist command", "who appears for Mr Inchbold"
    if (lower !== 'works' && lower !== 'worked' && draft.role === null) {
      const object = phraseFrom(words, verb + 2, to, true);
      if (object !== null) {
        draft.role = textOf(words, text, verb, object.head);
        draft.roleSpan = spanOf(words, verb, object.head);
        draft.roleWeight = 1;
        draft.heads.add(lower === 'speaks' ? 'spokesman' : 'counsel');
      }
    }
    if (lower !== 'appears' && lower !== 'acts')
      affiliate(words, text, draft, verb + 1, to, kindAt, false, true);
    return;
  }
  const phrase = phraseFrom(words, verb + 1, to, true);
  if (phrase === null) return;
  if (draft.role === null || draft.roleWeight < BARE) {
    draft.role = textOf(words, text, verb, phrase.head);
    draft.roleSpan = spanOf(words, verb, phrase.head);
    draft.roleWeight = 1;
  }
  const agent = AGENTS[lower];
  if (agent !== undefined) draft.heads.add(agent);
  if (draft.affiliation !== null) return;
  const owner = phrase.owner !== null && words.capital[phrase.owner.first] === 1 ? phrase.owner : null;
  const plain = owner ?? { first: phrase.core, last: phrase.head };
  // "who leads the Friends of Park Row"
  const body = kindAt(plain.last) === 'body' || kindAt(plain.last) === 'unknown' ? nameAround(words, plain.last, kindAt) : plain; // prettier-ignore
  if (
    words.capital[body.last] === 1 ||
    (lower !== 'led' &&
      BODY_NOUNS.has(lowerAt(words, body.last)) &&
      phrase.determiner === 'definite' &&
      !/^(?:at|of|for)$/u.test(lowerAt(words, body.last + 1)))
  ) {
    // prettier-ignore
    draft.affiliation = textOf(words, text, body.first, body.last);
    draft.affiliationSpan = spanOf(words, body.first, body.last);
    return;
  }
  // "who heads planning at the council", "who led the trial at Loxley Medical School"
  const preposition = phrase.head + 1;
  const object = /^(?:at|of|for)$/u.test(lowerAt(words, preposition))
    ? phraseFrom(words, preposition + 1, to, true)
    : null;
  if (object !== null && (words.capital[object.head] === 1 || BODY_NOUNS.has(lowerAt(words, object.head)))) {
    draft.affiliation = textOf(words, text, object.core, object.head);
    draft.affiliationSpan = spanOf(words, object.core, object.head);
  }
}

/** "In his letter to the prime minister, Mr Farrow expressed regret": the phrase at `i` belongs to another clause than the name. */
export function isFronted(words: Words, i: number, name: number): boolean {
  if (words.coarse[i - 1] !== COARSE.preposition && words.coarse[i - 1] !== COARSE.to) return false;
  let after = name;
  while (words.capital[after] === 1 && after < name + 7) after++;
  return sameSentence(words, after, name) && !/^[,.;:)”"’']/u.test(formAt(words, after));
}

/** "The EU's foreign policy chief, Josep …": the description that ends at the comma before the name. */
export function profileBeforeComma(
  words: Words,
  text: string,
  comma: number,
  kindAt: KindAt,
): Profile | null {
  for (let i = comma - 1; i >= 0 && i > comma - 16 && sameSentence(words, i, comma); i--) {
    const lower = lowerAt(words, i);
    if (/^[,:;–—]$/u.test(lower) || words.quoted[i] !== words.quoted[comma]) return null;
    const opens = /^(?:the|a|an|its|his|her|their|our)$/u.test(lower);
    const boundary =
      i === 0 || !sameSentence(words, i - 1, comma) || words.quoted[i - 1] !== words.quoted[comma];
    // "Hartmann's chief executive, Jon Vael": an owner without determiner opens the phrase
    const owned = words.capital[i] === 1 && (lowerAt(words, i + 1) === "'s" || lowerAt(words, i + 1) === "'");
    if (!opens && !boundary && !owned) continue;
    if (owned && !boundary && (words.capital[i - 1] === 1 || /^(?:the)$/u.test(lowerAt(words, i - 1))))
      continue;
    const phrase = phraseFrom(words, i, comma, true);
    if (phrase === null || phrase.determiner === 'count' || !isPersonNoun(lowerAt(words, phrase.head)))
      continue;
    if (phrase.determiner === 'none' && !boundary) continue;
    if (isFronted(words, i, comma + 1)) return null;
    // Between head and comma only prepositional phrases: a verb there means another clause.
    for (let j = phrase.head + 1; j < comma; j++) {
      const coarse = words.coarse[j];
      if (coarse === COARSE.verb || coarse === COARSE.modal) return null;
    }
    return profileOf(words, text, phrase, comma, kindAt);
  }
  return null;
}

const STATE_WORDS = /^(?:president|government|parliament|foreign|interior|defence|defense|prime|finance|capital|army|borders?|economy|ministry|king|queen)$/u; // prettier-ignore
/** Nouns whose possessor or object is a body: "Hartmann's chief executive", "shares in Hartmann", "a spokesman for Hartmann". */
const BODY_COMPANY = /^(?:chief|chairman|chairwoman|chair|boss|ceo|cfo|coo|regional|general|finance|technology|marketing|manager|engineers?|shares|stock|profits?|sales|revenue|owners?|headquarters|board|workers|staff|customers|factory|factories|plant|spokesman|spokeswoman|spokesperson|website|subsidiary|parent|shareholders|investors|managing|founder|co-founder|director|members|players|fans|supporters)$/u; // prettier-ignore

/** How people and things of a country may be called: "Orlian" for Orlia. */
function adjectivesOf(key: string): readonly string[] {
  const stem = key.replace(/[aeo]$/u, '');
  return [`${key}n`, `${stem}ian`, `${key}ian`, `${stem}ese`, `${stem}an`, `${stem}ish`, `${key}i`];
}

/**
 * Decides what bare names are. For a person: an age, "who", a first name that people bear, its last word standing
 * alone. For a body: an ordinary noun at the end, owners and shares, "the company" beside it. For a country: its
 * government, people derived from its name, places "in" it. Without any evidence two words are a person, one a body.
 */
function settleTypes(words: Words, names: readonly NameMention[], cast: Cast): void {
  const { drafts, links } = cast;
  const score = new Map<number, number>();
  const locative = new Set<number>();
  const governed = new Set<number>();
  const seen = new Map<number, number>();
  const governedBy = new Map<number, number>();
  const add = (entity: number, value: number): void => {
    score.set(entity, (score.get(entity) ?? 0) + value);
  };
  names.forEach((mention, at) => {
    const entity = links[at]?.entity ?? -1;
    const draft = drafts[entity];
    if (draft === undefined || draft.sure || !draft.named) return;
    const before = lowerAt(words, mention.first - 1);
    const next = lowerAt(words, mention.last + 1);
    const second = lowerAt(words, mention.last + 2);
    if (/^(?:in|across|near|outside|throughout|towards?|inside)$/u.test(before)) locative.add(entity);
    seen.set(entity, (seen.get(entity) ?? 0) + 1);
    if (/^(?:in|at|of|to|from|near|on|around|between|through|into|outside|across|via|for)$/u.test(before) || (before === ',' && words.capital[mention.first - 2] === 1 && !GIVEN.has(lowerAt(words, mention.first)))) governedBy.set(entity, (governedBy.get(entity) ?? 0) + 1); // prettier-ignore
    if (next === "'s" && STATE_WORDS.test(second)) governed.add(entity);
    if (before === 'the') add(entity, -2);
    if (next === "'s" && BODY_COMPANY.test(second)) add(entity, -1.5);
    if (/^(?:for|of|at|in)$/u.test(before) && BODY_COMPANY.test(lowerAt(words, mention.first - 2)))
      add(entity, -1.5);
    if (next === 'shares' || next === 'stock' || next === 'workers' || next === 'staff' || next === 'fans')
      add(entity, -1.5);
    if (next === ',' && /^\d{2}$/u.test(second)) add(entity, 3);
    if (next === ',' && (second === 'who' || second === 'whose')) add(entity, 3);
    if (next === ',' && second === 'which') add(entity, -3);
    if (next === ',' && /^(?:the|a|an|its)$/u.test(second)) {
      const phrase = phraseFrom(words, mention.last + 2, Math.min(words.count, mention.last + 12), true);
      const head = phrase === null ? '' : lowerAt(words, phrase.head);
      if (BODY_NOUNS.has(head)) add(entity, -2);
    }
    // "The building society, Dunmere Mutual,"
    if (before === ',' && next === ',' && mention.first > 3) {
      let from = mention.first - 2;
      while (from > 0 && mention.first - from < 7 && !/^(?:the|its|a|an|,)$/u.test(lowerAt(words, from)))
        from--;
      const phrase = phraseFrom(words, from, mention.first - 1, true);
      if (phrase !== null && phrase.head === mention.first - 2 && BODY_NOUNS.has(lowerAt(words, phrase.head)))
        add(entity, -2.5);
    }
    // "the brewer Hartmann", "rival Hartmann": a body's noun right before
    if (BODY_NOUNS.has(before) && words.capital[mention.first - 1] !== 1) add(entity, -2);
    // “No,” Haddad said. A body would have said it in a statement
    if (
      /^(?:["'”’]|'')$/u.test(before) &&
      /^(?:said|says|added|replied|asked)$/u.test(next) &&
      second === '.'
    )
      add(entity, 1);
    if (mention.title !== '') add(entity, 3);
  });
  const derived = new Set<string>();
  if (drafts.some((draft) => draft.type === 'person' && !draft.sure)) {
    for (let i = 0; i < words.count; i++) {
      if (words.capital[i] !== 1) continue;
      const lower = lowerAt(words, i);
      if (lower.length > 4 && /(?:n|ese|ish|i)$/u.test(lower)) derived.add(lower);
    }
  }
  for (const draft of drafts) {
    if (draft.type === 'country' && !draft.place) for (const form of adjectivesOf(nameKey(draft.name))) cast.adjectives.set(form, draft.index); // prettier-ignore
    if ((draft.type !== 'person' && draft.type !== 'organization') || draft.sure) continue;
    const key = nameKey(draft.name);
    const first = key.split(' ')[0] ?? '';
    const isSingle = !key.includes(' ');
    const evidence =
      (score.get(draft.index) ?? 0) +
      (GIVEN.has(first) ? (GIVEN.get(first) === true ? 1 : isSingle ? 2 : 3) : 0);
    const nationality = isSingle && key.length > 2 && adjectivesOf(key).some((form) => derived.has(form)); // prettier-ignore
    if (evidence < 2 && (governed.has(draft.index) || nationality)) {
      draft.type = 'country';
      for (const form of adjectivesOf(key)) cast.adjectives.set(form, draft.index);
    } else if (evidence < 2 && locative.has(draft.index)) {
      draft.type = 'country';
      draft.place = true;
    } else if (
      isSingle &&
      evidence === 0 &&
      (seen.get(draft.index) ?? 0) > 0 &&
      seen.get(draft.index) === governedBy.get(draft.index)
    ) {
      // never anything but the object of a preposition: "the town of Baskerville", "the ferry to Innisvar"
      draft.type = 'country';
      draft.place = true;
    } else if (isSingle)
      draft.type = evidence > 0 || (words.zones[words.paragraph[draft.first] ?? 0] === 'headline' && evidence === 0) ? 'person' : 'organization'; // prettier-ignore
    else draft.type = evidence < 0 ? 'organization' : 'person';
  }
}
