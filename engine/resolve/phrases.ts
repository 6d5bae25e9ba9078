/**
 * Reads noun phrases: determiner, owner, modifiers, head, and the role and body that a description of a person gives.
 * Knows tokens and word lists; knows nothing of entities.
 */
import { COARSE, tagIndex } from '../segment/tags.ts';
import { FIELDS, POSITIONS, opensSentence } from './names.ts';
import {
  BODY_NOUNS,
  COUNTRY_NAMES,
  DEMONYMS,
  isOrdinary,
  isPersonClass,
  PERSON_NOUNS,
  TITLES,
  tableKey,
} from './terms.ts';
import { formAt, lowerAt, sameSentence, type Words } from './words.ts';

/** Token range, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

export interface Phrase {
  /** With determiner and owner, up to the head. */
  readonly first: number;
  readonly head: number;
  readonly determiner: 'definite' | 'indefinite' | 'owner' | 'count' | 'none';
  /** "Tolvania's" without the ending, or the pronoun "its"; null when nobody owns. */
  readonly owner: Range | null;
  /** First token after determiner and owner. */
  readonly core: number;
}

const VBN = tagIndex('VBN');
const VBG = tagIndex('VBG');
const CC = tagIndex('CC');

export const OWNER_PRONOUNS: ReadonlySet<string> = new Set([
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'whose',
]);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);
const COUNTS = new Set(['all', 'both', 'several', 'many', 'most', 'some', 'few', 'other', 'another', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'dozens', 'hundreds', 'no', 'every', 'each', 'any', 'more', 'half', 'either', 'neither', 'one']); // prettier-ignore
const STOPS = new Set('of for at in from with on by to about against over after before near close familiar who whom which that whose where when as and or but , ; : ( ) — – - as than is was are were has have had will would said says himself herself itself themselves'.split(' ')); // prettier-ignore

const isQuoteMark = (form: string): boolean => /^["“”‘’'`]+$/u.test(form);
const isPossessive = (lower: string): boolean => lower === "'s" || lower === "'" || lower === '’s';

/** A possessive ending, not a closing quotation mark: "the exporters’ federation". */
function isPossessiveMark(words: Words, i: number): boolean {
  const lower = lowerAt(words, i);
  if (!isPossessive(lower)) return false;
  if (lower !== "'" || words.coarse[i] !== COARSE.quote) return true;
  return (
    words.start[i] === words.end[i - 1] &&
    lowerAt(words, i - 1).endsWith('s') &&
    words.quoted[i] === words.quoted[i + 1]
  );
}

/** Can the token stand inside a noun phrase (after its determiner)? */
function inPhrase(words: Words, i: number, to: number, strict: boolean): boolean {
  const lower = lowerAt(words, i);
  if (STOPS.has(lower)) return false;
  if (!strict) return true;
  switch (words.coarse[i]) {
    case COARSE.noun:
    case COARSE.name:
    case COARSE.adjective:
    case COARSE.number:
      return true;
    case COARSE.possessive:
      return isPossessive(lower);
    case COARSE.verb: {
      if (PERSON_NOUNS.has(lower) || BODY_NOUNS.has(lower)) return true;
      // "the elected mayor", "a leading engineer": a participle before a noun
      const tag = words.tag[i];
      const next = words.coarse[i + 1];
      return (tag === VBN || tag === VBG) && i + 1 < to && (next === COARSE.noun || next === COARSE.adjective || next === COARSE.name); // prettier-ignore
    }
    case COARSE.adverb: {
      const next = words.coarse[i + 1];
      return (
        i + 1 < to &&
        (next === COARSE.adjective || next === COARSE.verb) &&
        words.sentence[i] === words.sentence[i + 1]
      );
    }
    case COARSE.other:
      return /^[\p{L}\d$£€&]/u.test(lower);
    default:
      return false;
  }
}

/**
 * The noun phrase that begins at `from` and ends before `to`. With `strict`, tags say where it ends (for phrases in
 * running text); without, only a preposition, a comma or a relative word does (for spans known to be one phrase).
 */
export function phraseFrom(words: Words, from: number, to: number, strict: boolean): Phrase | null {
  let i = from;
  while (i < to && isQuoteMark(formAt(words, i)) && !isPossessive(lowerAt(words, i))) i++;
  const first = i;
  let determiner: Phrase['determiner'] = 'none';
  let owner: Range | null = null;
  // "all of the residents", "two of the guards"
  if (COUNTS.has(lowerAt(words, i)) || words.coarse[i] === COARSE.number) {
    determiner = 'count';
    if (i + 1 < to && lowerAt(words, i + 1) === 'of' && i + 2 < to) i += 2;
    else if (i + 1 < to) i++;
  }
  const lower = lowerAt(words, i);
  if (lower === 'a' || lower === 'an') {
    determiner = 'indefinite';
    i++;
  } else if (DEFINITE.has(lower)) {
    if (determiner === 'none') determiner = 'definite';
    i++;
  } else if (OWNER_PRONOUNS.has(lower) && i + 1 < to) {
    determiner = 'owner';
    owner = { first: i, last: i };
    i++;
  }
  let core = i;
  let head = -1;
  for (; i < to && (i === from || sameSentence(words, i, from)); i++) {
    const word = lowerAt(words, i);
    if (head >= 0 && isPossessiveMark(words, i)) {
      if (i + 1 >= to || STOPS.has(lowerAt(words, i + 1))) break;
      // "The EU's foreign policy chief": what came so far owns what follows
      owner = { first: core, last: i - 1 };
      determiner = 'owner';
      core = i + 1;
      head = -1;
      continue;
    }
    if (isQuoteMark(formAt(words, i)) && !isPossessiveMark(words, i)) {
      if (strict) break;
      continue;
    }
    if (word === 'and' && words.tag[i] === CC && i + 1 < to && words.capital[i - 1] === 1 && words.capital[i + 1] === 1 && !strict) break; // prettier-ignore
    if (!inPhrase(words, i, to, strict)) break;
    // A participle after the head begins a clause: "a paper published on Wednesday"
    if (
      !strict &&
      head >= 0 &&
      words.coarse[i] === COARSE.verb &&
      !PERSON_NOUNS.has(word) &&
      !BODY_NOUNS.has(word)
    ) {
      const next = words.coarse[i + 1];
      if (i + 1 >= to || (next !== COARSE.noun && next !== COARSE.name)) break;
    }
    head = i;
  }
  if (head < 0) return null;
  return { first, head, determiner, owner, core };
}

/** Is the word a noun for one person: in the list, or by its ending ("tunneller", "kayakist")? */
export function isPersonNoun(lower: string): boolean {
  const noun = PERSON_NOUNS.get(lower.includes('-') ? (PERSON_NOUNS.has(lower) ? lower : lower.slice(lower.lastIndexOf('-') + 1)) : lower); // prettier-ignore
  return noun !== undefined
    ? !noun.plural
    : (isPersonClass(lower) || JOB.test(lower)) && !BODY_NOUNS.has(lower);
}

/** Endings that only jobs have, for the trades no list holds ("glaciologist", "cheesemonger", "wheelwright"). */
const JOB = /[a-z](?:ologist|ographer|keeper|monger|wright|woman|mistress|ician)$/u;
const AGENTIVE = /(?:[^aeiou]er|or|ist|ian|man|woman|ologist|keeper|maker|eer)$/u;

export interface Profile {
  readonly role: string | null;
  readonly roleRange: Range | null;
  readonly affiliation: string | null;
  readonly affiliationRange: Range | null;
  /** Head noun of the role, lower case. */
  readonly head: string;
  /** 2: said of the person in an apposition or before the name; `BARE`; 1: a rank or title only. */
  readonly weight: number;
  /** Token of the pronoun that owns the role ("its governor"), or -1. */
  readonly owner: number;
  /** What the role is for: "a spokesman for Hartmann" → the tokens of Hartmann. */
  readonly forRange: Range | null;
  /** Token of the body noun before the role ("League commissioner"), whose name the article may give elsewhere; or -1. */
  readonly field: number;
}

/** Weight of an office before the name ("Councillor Kolb") and of a loose description ("a stress engineer"). */
export const BARE = 1.5;

/** Common nouns that somebody can be the head or the mouth of, though they name no body. */
const SEATS = new Set(['practice', 'plant', 'mine', 'farm', 'shop', 'campus', 'bar', 'movement', 'presidency', 'rebels', 'police', 'airport', 'station', 'park', 'lab', 'home', 'prison', 'jail', 'paper', 'label', 'show', 'lifeboat', 'inquiry', 'country', 'nation', 'island']); // prettier-ignore
const QUALIFIERS = new Set(['lead', 'principal', 'former', 'ex', 'acting', 'then', 'deputy', 'vice', 'outgoing', 'incoming', 'interim', 'senior', 'chief', 'late', 'longtime', 'long-serving', 'retired', 'associate', 'assistant', 'junior', 'co']); // prettier-ignore

/** The words from token to token as they stand in the text. */
export function textOf(words: Words, text: string, first: number, last: number): string {
  return text.slice(words.start[first], words.end[last]).replace(/\s+/gu, ' ');
}

/** Words that stand before an office like a name but name nobody ("Federal regulators"). */
const NO_BODY = new Set(['federal', 'national', 'state', 'regional', 'central', 'local', 'provincial', 'municipal', 'first', 'second', 'western', 'eastern', 'northern', 'southern']); // prettier-ignore
/** Offices that somebody holds for a country, so that a place after them is one ("the president of Orlia"). */
const NATIONAL = new Set(['president', 'premier', 'minister', 'chancellor', 'ambassador', 'king', 'queen', 'prince', 'princess', 'emperor', 'envoy', 'consul', 'sultan', 'emir', 'dictator', 'ruler', 'diplomat']); // prettier-ignore
/** Offices over a town or a region: "the mayor of Tarn". */
const CIVIC = new Set(['mayor', 'mayor-elect', 'provost', 'governor', 'sarpanch', 'headman', 'alderman', 'mp-elect', 'chieftain']); // prettier-ignore
/** Roles that somebody has in a club, so that a place beside them is the club ("the former Wenlock hooker"). */
const SPORTING = new Set(['midfielder', 'striker', 'defender', 'goalkeeper', 'winger', 'forward', 'hooker', 'flanker', 'batsman', 'batter', 'bowler', 'pitcher', 'quarterback', 'shortstop', 'captain', 'skipper', 'coach', 'manager', 'boss', 'player', 'keeper', 'prop', 'scrum-half', 'fly-half', 'wicketkeeper']); // prettier-ignore
/** Words that open the name of a party before an office: "Lib Dem MP", "Conservative councillor". */
const PARTY_WORDS = new Set(['labour', 'conservative', 'tory', 'lib', 'dem', 'liberal', 'democrat', 'democratic', 'republican', 'snp', 'dup', 'socialist', 'communist', 'plaid', 'ukip', 'bjp', 'anc', 'green', 'greens']); // prettier-ignore
const LEGISLATORS = new Set(['mp', 'mla', 'msp', 'mep', 'councillor', 'councilor', 'senator', 'candidate', 'lawmaker', 'peer', 'spokesman', 'spokeswoman', 'spokesperson', 'leader']); // prettier-ignore
const isAcronym = (form: string): boolean => /^[A-Z]{2,6}$/.test(form);
/** Bodies that are places too: "a nurse in the county". */
const AREAS = new Set(['county', 'borough', 'municipality', 'city', 'house', 'market', 'forest']);
/** Members of a parliament, whose party is their body, not whom they stand for. */
const MEMBERS = new Set(['mp', 'mla', 'msp', 'mep', 'td', 'ms', 'senator', 'congressman', 'congresswoman', 'representative', 'assemblyman', 'assemblywoman', 'lawmaker']); // prettier-ignore
/** Who acts for a country, so that its adjective is the body: "the Orlian official", but not "the American naturalist". */
const STATESMEN = new Set(['official', 'diplomat', 'negotiator', 'general', 'officer', 'commander', 'soldier', 'colonel', 'admiral', 'lawmaker', 'senator', 'mp', 'prosecutor', 'judge', 'leader', 'chief', 'secretary', 'delegate', 'representative', 'attache', 'governor', 'mediator', 'trooper', 'police', 'agent', 'spy', 'astronaut']); // prettier-ignore
const PARTISANS = new Set(['democrat', 'republican', 'conservative', 'tory', 'socialist', 'communist', 'liberal', 'green', 'independent']); // prettier-ignore
/** Who only lives there, or is somebody's: no place and no body after these is an affiliation. */
export const DWELLERS: ReadonlySet<string> = new Set(['resident', 'native', 'citizen', 'inhabitant', 'visitor', 'villager', 'islander', 'voter', 'survivor', 'victim', 'author', 'winner', 'fan', 'friend', 'neighbour', 'neighbor', 'man', 'woman', 'boy', 'girl', 'person', 'customer', 'passenger', 'witness', 'critic', 'opponent', 'supporter', 'patient']); // prettier-ignore

/** What the names of the article are, by token; `none` where no name stands, `unknown` for what may be person or body. */
export type NameKind = 'none' | 'person' | 'unknown' | 'body' | 'country' | 'place';
export type KindAt = (i: number) => NameKind;

/** Can the kind of thing be what somebody with this role belongs to? A lawyer's client never is, a place seldom. */
export function isEmployer(kind: NameKind, head: string): boolean {
  const role = PERSON_NOUNS.get(head)?.kind;
  if (DWELLERS.has(head) || role === 'kin') return false;
  // "Ashgill's MP", "the senator from Ardoun": a constituency
  if (MEMBERS.has(head)) return kind === 'body';
  if (kind === 'place')
    return CIVIC.has(head) || NATIONAL.has(head) || SPORTING.has(head) || role === 'spokes';
  if (kind === 'person') return role === 'spokes' || /^(?:aide|advis[eo]r|secretary)$/u.test(head);
  return true;
}

/** Does a body's noun follow before the head ("Russian Foreign Ministry lawyer")? */
function isBodyAhead(words: Words, from: number, head: number): boolean {
  for (let i = from + 1; i < head; i++) if (BODY_NOUNS.has(lowerAt(words, i))) return true;
  return false;
}

/** Splits "Russian Foreign Ministry spokesperson" into body and role. */
function splitCore(
  words: Words,
  core: number,
  head: number,
  kindAt: KindAt,
): { readonly prefix: Range | null; readonly body: Range | null; readonly role: Range } {
  let start = core;
  while (start < head && QUALIFIERS.has(lowerAt(words, start))) start++;
  let bodyEnd = -1;
  const headCapital = words.capital[head] === 1;
  const headLower = lowerAt(words, head);
  const speaks = PERSON_NOUNS.get(headLower)?.kind === 'spokes';
  for (let i = start; i < head; i++) {
    const lower = lowerAt(words, i);
    if (lower === "'s" || NO_BODY.has(lower)) continue;
    // "U.S. Attorney Felicia Drum": the office is called so
    if (
      headCapital &&
      lower === 'u.s.' &&
      /^(?:attorney|district|circuit|magistrate|marshal|assistant)$/u.test(lowerAt(words, i + 1))
    )
      continue;
    const nationality = DEMONYMS.has(lower) || COUNTRY_NAMES.has(tableKey(formAt(words, i)));
    const kind = kindAt(i);
    // "the American naturalist": no country employs him
    if (nationality && bodyEnd < 0 && !speaks && !NATIONAL.has(headLower) && !STATESMEN.has(headLower) && !SPORTING.has(headLower) && !isBodyAhead(words, i, head)) continue; // prettier-ignore
    // "the Teller County sheriff": where the office is, no body
    if (kind === 'place' && !nationality && !isEmployer(kind, headLower)) continue;
    // A capital at the start of the sentence says nothing: "Local officials"
    const party = PARTY_WORDS.has(lower);
    const meant = nationality || party || kind !== 'none' || !opensSentence(words, i) || (words.coarse[i] === COARSE.name && !isOrdinary(lower)); // prettier-ignore
    // "a No 10 source"
    if (kind === 'body' && bodyEnd === i - 1 && words.coarse[i] === COARSE.number) bodyEnd = i;
    if (
      words.capital[i] === 1 &&
      meant &&
      (!headCapital ||
        nationality ||
        party ||
        kind !== 'none' ||
        (LEGISLATORS.has(headLower) && isAcronym(formAt(words, i))))
    ) {
      // prettier-ignore
      // "Health secretary Alan Pryce": a field, though it looks like a name
      const alone = kind === 'none' || (kind !== 'country' && kindAt(i - 1) === 'none' && kindAt(i + 1) === 'none' && !(BODY_NOUNS.has(lower) && speaks)); // prettier-ignore
      if (!(FIELDS.has(lower) && alone)) bodyEnd = i;
    }
    // "transport ministry spokesman": two words and more name the body, one ("union leader") only the kind,
    // but who speaks, speaks for it: "a council spokesman"
    else if (
      (BODY_NOUNS.has(lower) || (lower === 'guard' && lowerAt(words, i - 1) === 'coast')) &&
      (speaks || (i > start && !headCapital && !FIELDS.has(lower)))
    )
      bodyEnd = i;
  }
  // "Green Party deputy leader": the role begins after the body
  if (bodyEnd < 0) return { prefix: null, body: null, role: { first: core, last: head } };
  while (bodyEnd + 1 < head && lowerAt(words, bodyEnd + 1) === "'s") bodyEnd++;
  const body = { first: start, last: lowerAt(words, bodyEnd) === "'s" ? bodyEnd - 1 : bodyEnd };
  return {
    prefix: start > core ? { first: core, last: start - 1 } : null,
    body,
    role: { first: bodyEnd + 1, last: head },
  };
}

/** Field of a role after "of" or "for": lower-case and not a body ("professor of law", "minister for fisheries"). */
function isField(words: Words, at: number): boolean {
  return words.capital[at] === 0 && !BODY_NOUNS.has(lowerAt(words, at)) && words.coarse[at] === COARSE.noun;
}

/** Is a common noun a body that somebody can belong to? */
const isSeat = (lower: string): boolean => BODY_NOUNS.has(lower) || SEATS.has(lower);

/** The owner of a role as its body: "Hartmann's chief executive", "the union's secretary"; not "the dead man's housekeeper". */
function employerOwner(words: Words, owner: Range, head: string, kindAt: KindAt): boolean {
  const lower = lowerAt(words, owner.last);
  const kind = kindAt(owner.last);
  const role = PERSON_NOUNS.get(head)?.kind;
  if (OWNER_PRONOUNS.has(lower) || role === 'lawyer' || role === 'kin') return false;
  if (words.capital[owner.last] === 1) return isEmployer(kind, head);
  return isSeat(lower) || (role === 'spokes' && PERSON_NOUNS.has(lower));
}

/**
 * Role and affiliation from a description of a person ("the deputy mayor of Tarn", "a professor of law at Oldham
 * University", "Russian Foreign Ministry spokesperson") that ends at or before `to`.
 */
export function profileOf(words: Words, text: string, phrase: Phrase, to: number, kindAt: KindAt): Profile {
  const { prefix, body, role } = splitCore(words, phrase.core, phrase.head, kindAt);
  const head = lowerAt(words, phrase.head);
  const kind = PERSON_NOUNS.get(head)?.kind;
  let roleLast = role.last;
  let affiliation: Range | null = body;
  let forRange: Range | null = null;
  let at = phrase.head + 1;
  // Prepositional phrases after the head, in order: fields widen the role, the first body is the affiliation.
  for (let step = 0; step < 4 && at + 1 < to; step++) {
    const preposition = lowerAt(words, at);
    if (!/^(?:of|for|at|in|with|from|on|to)$/u.test(preposition)) break;
    const object = phraseFrom(words, at + 1, to, true);
    if (object === null) break;
    const field = object.determiner === 'none' && object.owner === null && isField(words, object.head);
    if (field && (preposition === 'of' || preposition === 'for') && affiliation === body) {
      roleLast = object.head;
      at = object.head + 1;
      // "head of research and development"
      if (lowerAt(words, at) === 'and' && at + 1 < to && isField(words, at + 1)) {
        roleLast = at + 1;
        at += 2;
      }
      continue;
    }
    if (/^(?:of|for|at|with|from|in|to)$/u.test(preposition)) {
      let first = object.determiner === 'owner' && object.owner !== null && !OWNER_PRONOUNS.has(lowerAt(words, object.owner.first)) ? object.owner.first : object.core; // prettier-ignore
      // "of the grain exporters' federation Granex": the name is enough
      if (words.capital[object.head] === 1) {
        let name = object.head;
        while (name > first && (words.capital[name - 1] === 1 || lowerAt(words, name - 1) === '&')) name--;
        if (name > first && !/^(?:'s|')$/u.test(lowerAt(words, name - 1))) first = name;
      }
      let last = object.head;
      // "head of St Bede's primary"
      if (words.capital[last] === 0 && object.owner !== null && words.capital[object.owner.last] === 1 && /^(?:of|at|for)$/u.test(preposition) && !PERSON_NOUNS.has(lowerAt(words, last))) first = object.owner.first; // prettier-ignore
      // "the Department of Health", "Institute for Tidal Studies"
      while (
        last + 2 < to &&
        /^(?:of|for|and)$/u.test(lowerAt(words, last + 1)) &&
        words.capital[last] === 1
      ) {
        const more = lowerAt(words, last + 2) === 'the' ? last + 3 : last + 2;
        if (more >= to || words.capital[more] !== 1 || (lowerAt(words, last + 1) === 'and' && !BODY_NOUNS.has(lowerAt(words, more + 1)))) break; // prettier-ignore
        last = more;
        while (last + 1 < to && words.capital[last + 1] === 1) last++;
      }
      if (preposition === 'for' || (preposition === 'of' && forRange === null)) forRange ??= { first, last };
      const named = kindAt(last);
      const owned = first === object.owner?.first && words.capital[first] === 1;
      // "a man in a fleece", "investigators at the time", "friends of the minister": no body; nor where somebody
      // lives ("a baker in Port Ansel", "a retired machinist from Akron"), nor a lawyer's client
      const isBody =
        words.capital[last] === 1
          ? isEmployer(named, head) &&
            (named === 'body' || /^(?:of|for|at|with)$/u.test(preposition) || (preposition === 'to' && kind === 'aide'))
          : owned && isEmployer(kindAt(first), head) || BODY_NOUNS.has(lowerAt(words, last)) && preposition !== 'to' && !(AREAS.has(lowerAt(words, last)) && preposition !== 'of' && preposition !== 'for') && !DWELLERS.has(head) ||
            (/^(?:of|for|at)$/u.test(preposition) && SEATS.has(lowerAt(words, last)) && isEmployer('body', head)); // prettier-ignore
      if (!isBody || (kind === 'lawyer' && /^(?:of|for)$/u.test(preposition))) {
        // "the mayor of Tarn", "the lawyer for Kolb": part of the role
        if (roleLast === at - 1 && affiliation === body && /^(?:of|for)$/u.test(preposition) && words.capital[last] === 1) roleLast = last; // prettier-ignore
        at = last + 1;
        continue;
      }
      if (
        affiliation === null ||
        (affiliation === body &&
          body.first === body.last &&
          (DEMONYMS.has(lowerAt(words, body.first)) || PARTY_WORDS.has(lowerAt(words, body.first))))
      )
        // prettier-ignore
        affiliation = { first, last };
      at = last + 1;
      continue;
    }
    break;
  }
  if (phrase.owner !== null && affiliation === null && employerOwner(words, phrase.owner, head, kindAt))
    affiliation = phrase.owner;
  // "a Republican from Louisiana": a party, no office
  if (affiliation === null && PARTISANS.has(head) && words.capital[phrase.head] === 1) {
    const first = phrase.core < phrase.head && words.capital[phrase.head - 1] === 1 ? phrase.head - 1 : phrase.head; // prettier-ignore
    return { role: null, roleRange: null, affiliation: textOf(words, text, first, phrase.head), affiliationRange: { first, last: phrase.head }, head, weight: 1, owner: -1, forRange: null, field: -1 }; // prettier-ignore
  }
  const roleText = textOf(words, text, role.first, roleLast);
  const field = phrase.head - 1;
  return {
    role: prefix === null ? roleText : `${textOf(words, text, prefix.first, prefix.last)} ${roleText}`,
    roleRange: { first: prefix?.first ?? role.first, last: roleLast },
    affiliation: affiliation === null ? null : textOf(words, text, affiliation.first, affiliation.last),
    affiliationRange: affiliation,
    head,
    weight: phrase.determiner === 'indefinite' ? BARE : 2,
    owner:
      phrase.owner !== null && OWNER_PRONOUNS.has(lowerAt(words, phrase.owner.first))
        ? phrase.owner.first
        : -1,
    forRange: forRange ?? body ?? null,
    field: affiliation === null && field >= phrase.core && BODY_NOUNS.has(lowerAt(words, field)) ? field : -1,
  };
}

/** Description right before a name: "union leader" Kolb, "Russian Foreign Ministry spokesperson" Zakharova. */
export function profileBefore(words: Words, text: string, nameFirst: number, kindAt: KindAt): Profile | null {
  const head = nameFirst - 1;
  if (head < 0 || !sameSentence(words, head, nameFirst)) return null;
  const lower = lowerAt(words, head).replace(/\.$/u, '');
  // "A senior Osterhal official": a quality, no role
  if (/^(?:senior|junior|late|lead|elder|younger|local)$/u.test(lower)) return null;
  // "Ada Quill accused Jonas Kolb" is a verb; "the accused Jonas Kolb" hardly occurs
  if (lower === 'accused' || (words.coarse[head] === COARSE.verb && (words.tag[head] === VBN || words.tag[head] === VBG))) return null; // prettier-ignore
  const title = TITLES.get(lower);
  const twoWords = TITLES.get(`${lowerAt(words, head - 1).replace(/\.$/u, '')} ${lower}`);
  const kind = twoWords?.kind ?? title?.kind;
  const noun =
    isPersonNoun(lower) || POSITIONS.has(lower) || (kind === 'office' && words.capital[head] === 1);
  // "Secretary of State Ada Quill"
  const ofState = lowerAt(words, head - 1) === 'of' && isPersonNoun(lowerAt(words, head - 2));
  if (!noun && title === undefined && twoWords === undefined && !ofState) return null;
  if (kind === 'courtesy' || kind === 'nobility' || lower === 'dr' || lower === 'doctor') {
    // "the pharmacist Mr Orsag": look behind the courtesy title
    if (kind !== 'courtesy' && lower !== 'dr') return null;
    return words.capital[head] === 1 &&
      head > 0 &&
      (words.capital[head - 1] === 0 ||
        (isPersonNoun(lowerAt(words, head - 1)) && opensSentence(words, head - 1)))
      ? profileBefore(words, text, head, kindAt)
      : null;
  }
  // "army spokesman Major Désiré Mbala": the rank is no part of the role
  if (kind !== undefined && kind !== 'office' && words.capital[head] === 1 && words.capital[head - 1] === 0 && isPersonNoun(lowerAt(words, head - 1))) return profileBefore(words, text, head, kindAt); // prettier-ignore
  let first = ofState ? head - 2 : head;
  for (let j = first - 1; j >= 0 && j > head - 10 && sameSentence(words, j, head); j--) {
    const word = lowerAt(words, j);
    if (isQuoteMark(formAt(words, j)) && word !== "'s" && word !== "'") break;
    const coarse = words.coarse[j];
    const part = coarse === COARSE.noun || coarse === COARSE.name || coarse === COARSE.adjective || (word === "'s" || (word === "'" && coarse === COARSE.possessive)) || word === '&' || QUALIFIERS.has(word) || (coarse === COARSE.number && /year-old|\d(?:st|nd|rd|th)/u.test(word)) || (words.tag[j] === VBN && j > 0 && words.coarse[j - 1] === COARSE.determiner) || (word.includes('-') && word.length > 2); // prettier-ignore
    const joined = (word === 'of' || word === 'and' || word === 'for') && words.capital[j - 1] === 1 && words.capital[j + 1] === 1; // prettier-ignore
    if (!part && !joined) break;
    if (STOPS.has(word) && !joined) break;
    first = j;
  }
  while (/^(?:'s|')$/u.test(lowerAt(words, first)) && first < head) first++;
  // "52-year-old teacher Kolb": the age is no part of the role
  while (first < head && /year-old|^\d/u.test(lowerAt(words, first))) first++;
  const phrase = phraseFrom(words, first, head + 1, false);
  if (ofState || phrase?.head !== head) {
    return { role: textOf(words, text, first, head), roleRange: { first, last: head }, affiliation: null, affiliationRange: null, head: ofState ? lowerAt(words, head - 2) : lower, weight: 2, owner: -1, forRange: null, field: -1 }; // prettier-ignore
  }
  const profile = profileOf(words, text, phrase, head + 1, kindAt);
  // "Councillor Kolb", "Major Kolb": any description says more
  const bare = kind !== undefined && words.capital[head] === 1 && phrase.core === head;
  return bare ? { ...profile, weight: kind === 'office' ? BARE : 1 } : profile;
}

/** Description after a name: "Kolb, 52, a professor of law at Oldham University," — from the token after the comma. */
export function profileAfter(
  words: Words,
  text: string,
  from: number,
  to: number,
  kindAt: KindAt,
): Profile | null {
  const phrase = phraseFrom(words, from, to, true);
  if (phrase === null) return null;
  const head = lowerAt(words, phrase.head);
  const known = isPersonNoun(head) || TITLES.get(head)?.kind === 'office';
  const endsWell = phrase.head + 1 >= to || !sameSentence(words, phrase.head, phrase.head + 1) || /^[,.;:()—–-]|^(?:of|for|at|in|with|from|and|who|on|to|whose|based|representing|said|says)$/u.test(lowerAt(words, phrase.head + 1)) || words.coarse[phrase.head + 1] === COARSE.verb || words.coarse[phrase.head + 1] === COARSE.quote || words.coarse[phrase.head + 1] === COARSE.adverb; // prettier-ignore
  if (!endsWell) return null;
  if (
    !known &&
    !(phrase.determiner === 'indefinite' && AGENTIVE.test(head)) &&
    !(phrase.determiner !== 'none' && AGENTIVE.test(head) && head.length > 5)
  )
    // prettier-ignore
    return null;
  if (phrase.determiner === 'count') return null;
  return profileOf(words, text, phrase, to, kindAt);
}
