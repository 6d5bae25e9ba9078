/**
 * Finds proper names and says of what sort each looks, from its own words only. Knows capitals, titles and the lists
 * of bodies, places and countries; knows nothing of the rest of the article or of speakers.
 */
import { COARSE, tagIndex } from '../segment/tags.ts';
import {
  BODY_NOUNS, CAPITALS, COUNTRY_NAMES, DEMONYMS, DOCUMENTS, GIVEN, GROUPS, INSTITUTIONS, isOrdinary, isThingNoun, NEVER_NAMES, PARTICLES, PERSON_NOUNS, PLACE_KEYS, PLACES, TITLES, tableKey,
} from './terms.ts'; // prettier-ignore
import { formAt, lowerAt, type Words } from './words.ts';
import type { Gender } from './entities.ts';
import type { Steps } from '../steps.ts';

export type NameSort =
  'person' | 'organization' | 'outlet' | 'country' | 'capital' | 'place' | 'demonym' | 'role' | 'unknown';

export interface NameMention {
  /** First and last token, titles and suffixes included. */
  readonly first: number;
  readonly last: number;
  /** First token of the name proper, after title or role. */
  readonly nameFirst: number;
  readonly sort: NameSort;
  /** The name's words, without title, nickname and suffix ("Jr."). */
  readonly parts: readonly string[];
  /** Title or capitalised role before the name ("Education Secretary"), or ''. */
  readonly title: string;
  readonly gender: Gender | null;
  readonly nickname: string;
  /** "Jr", "III", or ''. */
  readonly suffix: string;
  /** Abbreviation in brackets right after ("(WHO)"), or ''. */
  readonly abbreviation: string;
  /** Party or seat in brackets right after ("R-Tex."), as a token range, or null. */
  readonly tag: readonly [number, number] | null;
}

const NNP = tagIndex('NNP');
const NNPS = tagIndex('NNPS');
const POS = tagIndex('POS');

const NAME_SUFFIXES = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'qc',
  'kc',
  'md',
  'phd',
  'obe',
  'cbe',
  'mbe',
  'esq',
]);
/** Companies' legal forms after a comma: "Vael Dredging, Inc." */
const LEGAL = new Set(['inc', 'ltd', 'llc', 'plc', 'corp', 'co', 'llp', 'gmbh', 'sa', 'ag']);
/** What may follow "of" inside a title: "Secretary of State", "Chief of Staff". */
const TITLE_OBJECTS = new Set(['state', 'staff', 'commons', 'lords', 'exchequer', 'police', 'justice', 'defense', 'defence', 'education', 'labor', 'agriculture', 'energy', 'commerce', 'transportation', 'war', 'operations']); // prettier-ignore
/** Bodies that are often named with a possessive: "the Dock Workers' Union", "St Brannock's Hospital". */
const POSSESSED = new Set(['college', 'hospital', 'church', 'cathedral', 'school', 'union', 'association', 'federation', 'club', 'institute', 'league', 'society', 'university', 'party', 'alliance', 'council', 'hospice', 'guild', 'trust']); // prettier-ignore
/** Prepositions after which a bare name is more often a place than a person. */
const LOCATIVE = new Set([
  'in',
  'near',
  'outside',
  'across',
  'around',
  'throughout',
  'toward',
  'towards',
  'inside',
  'at',
]);

/** Fields of an office: "Education Secretary", "Fisheries Minister". */
export const FIELDS: ReadonlySet<string> = new Set('education health home foreign defence defense finance transport transportation interior justice environment energy trade treasury housing labour labor agriculture fisheries culture sport sports tourism science technology climate industry business economy economic policing security planning welfare pensions development immigration border police fire prime deputy vice shadow acting assistant chief executive press party union council county city district state general public attorney solicitor cabinet parliamentary permanent communications operations medical scientific investment'.split(' ')); // prettier-ignore

const bare = (word: string): string => (word.endsWith('.') ? word.replace(/\./gu, '') : word);
const isInitial = (form: string): boolean => /^\p{Lu}\.?$/u.test(form) || /^(?:\p{Lu}\.){2,}$/u.test(form);
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\d&-]{1,7}|(?:\p{Lu}\.){2,5})$/u;

/** The first word of a sentence, or of a quotation, a bullet or a part after a colon, where a capital says nothing. */
function opensSentence(words: Words, i: number): boolean {
  if (i === 0 || words.sentence[i - 1] !== words.sentence[i]) return true;
  const before = words.coarse[i - 1];
  if (before === COARSE.quote || before === COARSE.dash || before === COARSE.end) return true;
  const form = formAt(words, i - 1);
  return /^[“”"'‘’`:;–—•(\-…]/u.test(form);
}

function isCommonWord(lower: string): boolean {
  return GROUPS.has(lower) || DOCUMENTS.has(lower) || PERSON_NOUNS.has(lower) || BODY_NOUNS.has(lower);
}

/** Months that are first names too: "June Haskell"; but "in June Haskell said" and "June 4". */
const MONTH_NAMES = new Set(['april', 'may', 'june', 'august', 'jan', 'jun']);
const DATED =
  /^(?:in|of|on|by|last|next|since|until|till|from|to|early|late|mid|this|every|each|before|after|and|\d+)$/u;

/** Can the token be part of a name? */
function isNameToken(words: Words, i: number): boolean {
  if (words.capital[i] !== 1) return false;
  const lower = lowerAt(words, i);
  // "the Kessel-based company"
  if (/-(?:based|listed|owned|born|educated|led|run|backed|headquartered)$/.test(lower)) return false;
  // "No 10 said"
  if (lower === 'no' || lower === 'no.') return lowerAt(words, i + 1) === '10';
  // "Harbour Watch"; but "Watch: …" in a headline
  if (lower === 'watch') return words.capital[i - 1] === 1 && words.sentence[i - 1] === words.sentence[i];
  // "Sen. Kay Nordstrom, D-Minn.,"
  if (lower.length < 9 && lower.charAt(1) === '-' && /^[dri]-[a-z]/.test(lower) && /^[DRI]-[A-Z]/.test(formAt(words, i))) return false; // prettier-ignore
  if (MONTH_NAMES.has(lower) && words.capital[i + 1] === 1 && words.sentence[i + 1] === words.sentence[i] && !NEVER_NAMES.has(lowerAt(words, i + 1)) && !DATED.test(lowerAt(words, i - 1))) return true; // prettier-ignore
  return !NEVER_NAMES.has(lower) || (lower === 'may' && words.tag[i] === NNP && words.capital[i - 1] === 1);
}

/** Does a capital at the start of a sentence belong to a name? */
function startsName(words: Words, i: number): boolean {
  const lower = lowerAt(words, i);
  const tag = words.tag[i];
  if (lower === 'no' || lower === 'no.' || MONTH_NAMES.has(lower)) return true;
  // "Police and Crime Commissioner Dawn Settle"
  if (lowerAt(words, i + 1) === 'and' && isNameToken(words, i + 2) && [i + 2, i + 3, i + 4].some((at) => isNameToken(words, at) && isNameToken(words, at + 1) && TITLES.has(lowerAt(words, at)))) return true; // prettier-ignore
  const nextIsName =
    i + 1 < words.count && words.sentence[i + 1] === words.sentence[i] && isNameToken(words, i + 1);
  // "Officials said", "Study finds": common nouns stand alone at the start; "Officer Kolb said" does not.
  if (isCommonWord(lower) && !nextIsName) return ACRONYM.test(formAt(words, i));
  if ((tag === NNP || tag === NNPS) && (nextIsName || GIVEN.has(lower) || !isOrdinary(lower))) return true;
  const coarse = words.coarse[i];
  if (COUNTRY_NAMES.has(lower) || CAPITALS.has(lower) || DEMONYMS.has(lower) || INSTITUTIONS.has(lower))
    return true;
  // "Van der Laan said"
  if (PARTICLES.has(lower) && (nextIsName || PARTICLES.has(lowerAt(words, i + 1)))) return true;
  if (GIVEN.has(lower) && nextIsName) return true;
  if (nextIsName && !isOrdinary(lower) && !lower.endsWith('ly')) return true;
  if (nextIsName)
    return (
      TITLES.has(bare(lower)) || coarse === COARSE.noun || coarse === COARSE.name || coarse === COARSE.other
    );
  return false;
}

/** Kinds of bodies whose noun can also end a person's or a place's name ("Jon Banks", "Mary House"). */
const WEAK_BODIES = new Set(['house', 'post', 'mail', 'sun', 'star', 'rail', 'lines', 'county', 'city', 'day', 'forest', 'command', 'force', 'sheriff', 'sons', 'brothers', 'bench', 'front', 'guardian', 'marina', 'trading', 'works', 'mills', 'county', 'state', 'standard', 'monitor', 'executive', 'regulator', 'operator', 'developer', 'supplier', 'publisher', 'retailer', 'manufacturer', 'lender', 'insurer', 'independent', 'observer', 'examiner', 'advertiser', 'broadcaster', 'fund', 'squad', 'wanderers', 'power', 'water', 'gas']); // prettier-ignore

function sortOf(
  parts: readonly string[],
  title: string,
  precededBy: string,
  followedByComma: boolean,
): NameSort {
  const lower = parts.map((part) => bare(part.toLowerCase().replace(/’/gu, "'")));
  const whole = lower.join(' ');
  const last = lower.at(-1) ?? '';
  const first = lower[0] ?? '';
  if (title === '') {
    if (COUNTRY_NAMES.has(whole)) return 'country';
    if (INSTITUTIONS.has(whole)) return 'organization';
    if (CAPITALS.has(whole)) return 'capital';
    if (DEMONYMS.has(whole)) return 'demonym';
    if (PLACE_KEYS.has(whole)) return 'place';
  }
  // "BBC Radio Kent", "Hill Road Primary"
  if (
    title === '' &&
    lower.length > 1 &&
    (first === 'bbc' || lower.includes('radio') || lower.includes('fm'))
  )
    return 'outlet';
  if (title === '' && lower.length > 1 && /^(?:primary|secondary|grammar|comprehensive|infants)$/u.test(last)) return 'organization'; // prettier-ignore
  const body = BODY_NOUNS.get(last);
  if (body !== undefined && lower.length > 1 && title === '') {
    // "Human Rights Monitor said": a paper would have its article
    if (body === 'media') return precededBy !== 'the' && /^(?:monitor|observer|review)$/u.test(last) ? 'organization' : 'outlet'; // prettier-ignore
    if (!WEAK_BODIES.has(last) || precededBy === 'the' || lower.length > 2) return 'organization';
    return 'organization';
  }
  // "Police Scotland", "Radio Calder"
  if (title === '' && lower.length === 2 && /^(?:police|radio|bank|banque|banco|banca|rail|air|transport|energy|team)$/u.test(first)) return first === 'radio' ? 'outlet' : 'organization'; // prettier-ignore
  // "Bank of Lyra", "Ministry of Fisheries", "Institute for Tidal Studies"
  if (lower.length > 2 && lower.some((part, at) => at > 0 && (part === 'of' || part === 'for' || part === 'on')) && lower.some((part) => BODY_NOUNS.has(part) || part === 'organization' || part === 'friends')) return 'organization'; // prettier-ignore
  if (lower.includes('&') || LEGAL.has(last)) return 'organization';
  if (title !== '') return 'person';
  if (lower.length === 1) {
    if (ACRONYM.test(parts[0] ?? '')) return 'organization';
    if (body !== undefined) return body === 'media' ? 'outlet' : 'organization';
    return 'unknown';
  }
  if (GIVEN.get(first) === false && lower.length < 4 && precededBy !== 'the') return 'person';
  if (PLACES.has(last) || first === 'port' || first === 'mount' || first === 'fort' || first === 'cape' || first === 'lake') return 'place'; // prettier-ignore
  if (/^(?:new|north|south|east|west|san|santa|saint|st|los|las|upper|lower|great|little)$/u.test(first) && lower.length === 2 && LOCATIVE.has(precededBy)) return 'place'; // prettier-ignore
  if (DEMONYMS.has(first) || COUNTRY_NAMES.has(first)) return 'organization';
  if (GIVEN.get(first) === false && precededBy !== 'the') return 'person';
  if (precededBy === 'the') return 'unknown';
  if (LOCATIVE.has(precededBy)) return followedByComma ? 'place' : 'unknown';
  // "Westway Coaches", "Tarn Builders"
  if (PERSON_NOUNS.get(last)?.plural === true && !GIVEN.has(first) && !isInitial(parts[0] ?? '')) return 'organization'; // prettier-ignore
  // "Lodestar Metals", "Kestrel Homes": no first name, and an ordinary noun at the end
  if (!GIVEN.has(first) && !isInitial(parts[0] ?? '') && isThingNoun(last)) return 'organization';
  return lower.length <= 4 ? 'person' : 'unknown';
}

/** What is named with "of": "Friends of Park Row", "Vale of Orrin NHS Trust". */
const NAMED_OF = new Set(['friends', 'vale', 'isle', 'sons', 'daughters']);

interface Run {
  readonly first: number;
  readonly last: number;
}

/** The longest run of name tokens from `i`, with the small words that hold names together. */
function runFrom(words: Words, i: number): Run {
  const sentence = words.sentence[i];
  let last = i;
  let headIsBody = BODY_NOUNS.has(lowerAt(words, i)) || NAMED_OF.has(lowerAt(words, i));
  let hasBody = headIsBody;
  const inSentence = (at: number): boolean => at < words.count && words.sentence[at] === sentence;
  const isPart = (at: number): boolean => inSentence(at) && isNameToken(words, at);
  for (;;) {
    const next = last + 1;
    if (!inSentence(next)) break;
    const lower = lowerAt(words, next);
    if (isPart(next)) {
      // A new quotation or a bracket starts anew; a name does not run through it.
      last = next;
      headIsBody = BODY_NOUNS.has(lower) || lower === 'organization' || lower === 'organisation';
      hasBody ||= headIsBody;
      continue;
    }
    const after = next + 1;
    // "Ludwig van der Berg", "Ana de la Cruz"
    if (PARTICLES.has(lower) && words.capital[next] === 0) {
      let at = after;
      while (inSentence(at) && PARTICLES.has(lowerAt(words, at)) && at < next + 3) at++;
      if (isPart(at) && !hasBody) {
        last = at;
        continue;
      }
    }
    if ((lower === '&' || lower === '+') && isPart(after)) {
      last = after;
      hasBody = true;
      continue;
    }
    const previous = lowerAt(words, last);
    if (lower === 'of' || lower === 'for' || lower === 'on') {
      const object = lowerAt(words, after) === 'the' ? after + 1 : after;
      if (isPart(object)) {
        const objectWord = lowerAt(words, object);
        const bodyOf = headIsBody && !(lower === 'for' && object !== after) && (lower !== 'on' || previous === 'committee' || previous === 'commission' || previous === 'council'); // prettier-ignore
        const titleOf = lower === 'of' && PERSON_NOUNS.has(previous) && TITLE_OBJECTS.has(objectWord);
        // "Lord Ambrose of Tidewell"
        const peer = lower === 'of' && last === i + 1 && /^(?:lord|lady|baroness|viscount|earl|duke|duchess)$/u.test(lowerAt(words, i)); // prettier-ignore
        if (bodyOf || titleOf || peer) {
          last = object;
          headIsBody = BODY_NOUNS.has(objectWord);
          continue;
        }
      }
    }
    // "the Department of Health and Welfare", "the Health and Safety Executive"
    if (lower === 'and' && isPart(after)) {
      let end = after;
      while (isPart(end + 1)) end++;
      // "The Transport and Dockers' Union"
      if (last === i && /^(?:'s|')$/u.test(lowerAt(words, end + 1)) && isPart(end + 2) && BODY_NOUNS.has(lowerAt(words, end + 2))) end += 2; // prettier-ignore
      const inBody = /^(?:of|for)$/u.test(lowerAt(words, last - 1)) && hasBody;
      const opensBody = last === i && lowerAt(words, i - 1) === 'the' && BODY_NOUNS.has(lowerAt(words, end)) && end > after; // prettier-ignore
      // "Police and Crime Commissioner Dawn Settle"
      const titled = (BODY_NOUNS.has(previous) || FIELDS.has(previous)) && end > after + 1 && [after, after + 1, after + 2].some((at) => at < end && TITLES.has(lowerAt(words, at))); // prettier-ignore
      const pair = `${tableKey(formAt(words, last))} and ${tableKey(formAt(words, after))}`;
      if (inBody || opensBody || titled || COUNTRY_NAMES.has(pair)) {
        last = end;
        hasBody = true;
        continue;
      }
    }
    // "the Dock Workers' Union", "St Brannock's Hospital"
    if ((lower === "'s" || lower === "'") && isPart(after)) {
      let end = after;
      while (isPart(end + 1) && end < after + 2) end++;
      if (
        POSSESSED.has(lowerAt(words, end)) &&
        words.capital[end] === 1 &&
        !COUNTRY_NAMES.has(previous) &&
        (lower === "'" || end === after)
      ) {
        // prettier-ignore
        last = end;
        hasBody = true;
        continue;
      }
    }
    // "Kolb, Jr.", "Vael Dredging, Inc."
    if (lower === ',' && inSentence(after)) {
      const word = bare(lowerAt(words, after));
      if ((NAME_SUFFIXES.has(word) || LEGAL.has(word)) && words.capital[after] === 1) {
        last = after;
        continue;
      }
    }
    // "Robert “Bo” Tarn": a nickname in marks between two parts
    if (words.coarse[next] === COARSE.quote || /^["“‘'`]/u.test(lower)) {
      const close = [after + 1, after + 2].find(
        (at) => inSentence(at) && /^["”’']+$/u.test(formAt(words, at)),
      );
      if (close !== undefined && words.capital[after] === 1 && isPart(close + 1) && !hasBody) {
        last = close + 1;
        continue;
      }
    }
    // "Channel 4", "Radio 5", "No 10"
    if (
      words.coarse[next] === COARSE.number &&
      /^\d{1,4}$/u.test(lower) &&
      /^(?:channel|radio|no|no\.|number|bbc|local|unit|district|precinct|branch|lodge|area)$/u.test(previous)
    ) {
      // prettier-ignore
      last = next;
      hasBody = true;
      continue;
    }
    break;
  }
  return { first: i, last };
}

/** Positions on a field that no title is. */
export const POSITIONS: ReadonlySet<string> = new Set(['center', 'centre', 'guard', 'forward', 'prop', 'lock', 'wing', 'tackle', 'linebacker', 'cornerback', 'receiver', 'fullback', 'lead']); // prettier-ignore
const TRADES = new Set(['insurer', 'retailer', 'airline', 'brewer', 'carmaker', 'charity', 'lender', 'publisher', 'developer', 'broadcaster', 'supermarket', 'builder', 'housebuilder', 'pollster', 'miner', 'automaker', 'drugmaker']); // prettier-ignore
const NAME_TITLES = new Set(['dean', 'earl', 'duke', 'marshal', 'king', 'prince', 'baron', 'bishop', 'abbot', 'major', 'judge', 'duchess', 'princess', 'count']); // prettier-ignore

/** The last token of the title or role that opens a run, or `first - 1`. */
function titleEnd(words: Words, first: number, last: number): number {
  let end = first - 1;
  for (let i = first; i < last; i++) {
    const lower = bare(lowerAt(words, i));
    const noun = PERSON_NOUNS.get(lower);
    // "Dean Craig": a first name where no other stands
    if (i === first && last === first + 1 && NAME_TITLES.has(lower) && GIVEN.get(lower) === false) break;
    const isTitle = TITLES.has(lower);
    if (!isTitle && (noun === undefined || noun.plural)) continue;
    // After a first name a role word is a surname: "Jon Baker Tarn", "Stephen King Oduya"; "Deputy Mayor Tarn" is a title.
    const opener = lowerAt(words, first);
    if (
      i > first &&
      end < i - 1 &&
      (GIVEN.has(opener) || (isInitial(formAt(words, first)) && !COUNTRY_NAMES.has(tableKey(opener)))) &&
      !TITLES.has(bare(opener))
    )
      continue;
    if (i > first + 1 && end < i - 1 && !isTitle && !FIELDS.has(lowerAt(words, i - 1)) && !BODY_NOUNS.has(lowerAt(words, i - 1)) && !DEMONYMS.has(lowerAt(words, i - 1)) && !PLACES.has(lowerAt(words, i - 1))) continue; // prettier-ignore
    end = i;
    // "Secretary of State X"
    if (lowerAt(words, i + 1) === 'of' && TITLE_OBJECTS.has(lowerAt(words, i + 2)) && i + 2 < last) {
      end = i + 2;
      i += 2;
    }
  }
  return end;
}

/** "the Prime Minister", "Foreign Secretary": a capitalised role with no name behind it; but "Mr Baker", "Baker said". */
function isRoleAlone(words: Words, first: number, last: number, title: number): boolean {
  const lower = lowerAt(words, last);
  const noun = PERSON_NOUNS.get(lower);
  if (noun?.plural === true && !TITLES.has(bare(lowerAt(words, last - 1)))) return last === first;
  if (last > first) {
    if (TITLES.has(`${bare(lowerAt(words, last - 1))} ${lower}`)) return true;
    if (noun === undefined && !TITLES.has(lower)) return false;
    if (TITLES.get(bare(lowerAt(words, title)))?.kind === 'courtesy' && title === last - 1) return false;
    if (title === last - 1) return true;
    // "Education Secretary", "Police Chief": what stands before is a field, not a first name
    const before = lowerAt(words, last - 1);
    return (
      TITLES.get(lower)?.kind === 'office' &&
      (FIELDS.has(before) || DEMONYMS.has(before) || BODY_NOUNS.has(before))
    );
  }
  const kind = TITLES.get(bare(lower))?.kind;
  if (noun === undefined && kind === undefined) return false;
  if (kind === 'courtesy') return false;
  const before = words.coarse[first - 1];
  const determined =
    before === COARSE.determiner || before === COARSE.possessive || before === COARSE.adjective;
  return determined || kind === 'office' || opensSentence(words, first);
}

function mentionOf(words: Words, run: Run): NameMention | null {
  const { first } = run;
  let { last } = run;
  const runLast = last;
  // The possessive is not part of the name.
  let suffix = '';
  while (last > first && NAME_SUFFIXES.has(bare(lowerAt(words, last)))) {
    suffix = bare(formAt(words, last));
    last--;
    if (lowerAt(words, last) === ',') last--;
  }
  const lastLower = lowerAt(words, last);
  const endsAsBody = last > first && BODY_NOUNS.has(lastLower) && !WEAK_BODIES.has(lastLower);
  let title =
    endsAsBody && TITLES.get(bare(lowerAt(words, first)))?.kind !== 'courtesy'
      ? first - 1
      : titleEnd(words, first, last);
  if (isRoleAlone(words, first, last, title))
    return { first, last: runLast, nameFirst: first, sort: 'role', parts: [], title: '', gender: PERSON_NOUNS.get(lastLower)?.gender ?? null, nickname: '', suffix: '', abbreviation: '', tag: null }; // prettier-ignore
  if (title >= last) title = first - 1;
  let gender: Gender | null = null;
  for (let i = first; i <= title; i++) {
    const word = bare(lowerAt(words, i));
    gender = TITLES.get(word)?.gender ?? PERSON_NOUNS.get(word)?.gender ?? gender;
  }
  const parts: string[] = [];
  let nationality = false;
  let nickname = '';
  for (let i = title + 1; i <= last; i++) {
    const form = formAt(words, i);
    if (/^["“”‘’'`]+$/u.test(form) && lowerAt(words, i) !== "'") {
      let at = i + 1;
      for (; at < last && !/^["“”‘’'`]+$/u.test(formAt(words, at)); at++)
        nickname += (nickname === '' ? '' : ' ') + formAt(words, at);
      i = at;
      continue;
    }
    if (words.tag[i] === POS || /^['’]s?$/u.test(form)) {
      const before = parts.pop();
      if (before !== undefined) parts.push(before + form);
      continue;
    }
    if (form !== ',') parts.push(form);
  }
  if (parts.length === 0) return null;
  // "Grandmaster Ilya Renko": by its ending a trade, and a first name follows
  if (
    title < first &&
    parts.length === 3 &&
    opensSentence(words, first) &&
    !GIVEN.has((parts[0] ?? '').toLowerCase()) &&
    GIVEN.get((parts[1] ?? '').toLowerCase()) === false &&
    /[a-z]{3}(?:[^aeiou]er|or|ist|ian|man|woman|mistress)$/.test(parts[0] ?? '') &&
    !BODY_NOUNS.has(lastLower)
  ) {
    // prettier-ignore
    parts.shift();
    title = first;
    nationality = true;
  }
  // "Insurer Larch Mutual said": the trade is no part of the name
  if (
    title < first &&
    parts.length > 1 &&
    TRADES.has((parts[0] ?? '').toLowerCase()) &&
    opensSentence(words, first) &&
    !BODY_NOUNS.has((parts[1] ?? '').toLowerCase())
  ) {
    // prettier-ignore
    parts.shift();
    title = first;
    nationality = true;
  }
  // "Australian Jess Tarrant": a nationality is no first name
  if (
    title < first &&
    parts.length > 2 &&
    (DEMONYMS.has((parts[0] ?? '').toLowerCase()) || POSITIONS.has((parts[0] ?? '').toLowerCase())) &&
    (GIVEN.get((parts[1] ?? '').toLowerCase()) === false || POSITIONS.has((parts[0] ?? '').toLowerCase())) &&
    !BODY_NOUNS.has(lastLower)
  ) {
    // prettier-ignore
    parts.shift();
    title = first;
    nationality = true;
  }
  let abbreviation = '';
  let tag: [number, number] | null = null;
  if (formAt(words, runLast + 1) === '(') {
    let close = runLast + 2;
    while (close < words.count && close < runLast + 7 && formAt(words, close) !== ')') close++;
    if (formAt(words, close) === ')') {
      const inner = formAt(words, runLast + 2);
      if (close === runLast + 3 && /^\p{Lu}[\p{L}\d&.-]{1,9}$/u.test(inner) && /\p{Lu}.*\p{Lu}/u.test(inner))
        abbreviation = inner;
      if (
        /^(?:D|R|I|Ind|Lab|Con|Lib|LD|SNP|Green|PC|DUP|SF)(?:[-–,.]|$)/u.test(inner) ||
        /^(?:D|R|I)-/u.test(inner)
      ) {
        tag = [runLast + 2, close - 1];
        if (!BODY_NOUNS.has(lastLower)) abbreviation = '';
      }
    }
  }
  const titleText = title >= first && !nationality ? formAt(words, first) : '';
  const sort = sortOf(parts, titleText, lowerAt(words, first - 1), lowerAt(words, runLast + 1) === ',');
  return {
    first,
    last: runLast,
    nameFirst: title + 1,
    sort:
      abbreviation !== '' && sort === 'person' && titleText === '' && tag === null ? 'organization' : sort,
    parts,
    title: titleText,
    gender,
    nickname,
    suffix,
    abbreviation,
    tag,
  };
}

/** Is a headline set with capitals on most words, so that they say nothing? */
function isTitleCase(words: Words, from: number, to: number): boolean {
  let long = 0;
  let capital = 0;
  let plain = 0;
  for (let i = from; i < to; i++) {
    const form = formAt(words, i);
    if (/\p{Ll}/u.test(form)) plain++;
    if (form.length < 4) continue;
    long++;
    capital += words.capital[i] ?? 0;
  }
  if (plain === 0 && to - from > 1) return true;
  return long >= 4 && capital / long > 0.65;
}

function scan(
  words: Words,
  from: number,
  to: number,
  found: NameMention[],
  known: ReadonlySet<string> | null,
  deferred: number[],
): void {
  for (let i = from; i < to; i++) {
    if (!isNameToken(words, i)) continue;
    if (known !== null) {
      // "MALLICK: It depends": a name in capitals before a colon signs its words
      if (!known.has(lowerAt(words, i))) continue;
      let last = i;
      while (last + 1 < to && words.capital[last + 1] === 1 && known.has(lowerAt(words, last + 1))) last++;
      const mention = mentionOf(words, { first: i, last });
      if (mention !== null && mention.sort !== 'role') found.push(mention);
      i = last;
      continue;
    }
    if (opensSentence(words, i) && !startsName(words, i)) {
      deferred.push(i);
      continue;
    }
    const whole = runFrom(words, i);
    // "in Lisbon Selby threw 37 metres": the place ends where the next name begins
    const placed = LOCATIVE.has(lowerAt(words, i - 1)) && !GIVEN.has(lowerAt(words, i)) && (CAPITALS.has(lowerAt(words, i)) || PLACE_KEYS.has(lowerAt(words, i)) || COUNTRY_NAMES.has(tableKey(lowerAt(words, i)))); // prettier-ignore
    const cut = placed && whole.last === i + 1 && !BODY_NOUNS.has(lowerAt(words, i + 1)) && !PLACES.has(lowerAt(words, i + 1)) && !isThingNoun(lowerAt(words, i + 1)) && !PLACE_KEYS.has(`${lowerAt(words, i)} ${lowerAt(words, i + 1)}`) && !CAPITALS.has(`${lowerAt(words, i)} ${lowerAt(words, i + 1)}`); // prettier-ignore
    const run = cut ? { first: i, last: i } : whole;
    const mention = mentionOf(words, run);
    if (mention !== null) found.push(mention);
    i = run.last;
  }
}

/** Does the word sign other paragraphs too, as in a transcript ("ROOK:")? */
function signs(words: Words, token: number): boolean {
  if (PERSON_NOUNS.has(lowerAt(words, token))) return true;
  for (let paragraph = 0; paragraph < words.zones.length; paragraph++) {
    const from = words.paragraphStart[paragraph] ?? 0;
    if (from !== token && formAt(words, from) === formAt(words, token) && formAt(words, from + 1) === ':') return true; // prettier-ignore
  }
  return false;
}

/** First token after a dateline ("PORT ANSEL, Ohio (AP) —"), whose place names speak for nobody. */
function afterDateline(words: Words, from: number, to: number, isFirst: boolean): number {
  const limit = Math.min(to, from + 16);
  if (from >= to || words.capital[from] !== 1 || !/^\p{Lu}[\p{Lu}.'’-]+$/u.test(formAt(words, from)))
    return from;
  for (let i = from + 1; i < limit; i++) {
    const form = formAt(words, i);
    if (/^[–—-]{1,2}$/u.test(form)) return i + 1;
    // "NASHIK: The district collector"
    if (form === ':')
      return isFirst && i === from + 1 && to - from > 11 && !signs(words, from) ? i + 1 : from;
    if (words.capital[i] !== 1 && !/^[(),/.\d]+$/u.test(form) && !/^(?:de|la|of|del|upon|and)$/u.test(form))
      return from;
  }
  return from;
}

/** Paragraphs that are read in one step. */
const STEP = 120;

/**
 * All names of the document, in text order. In headlines set in title case or capitals only words that the body knows
 * as names count ("Kolb Denies Taking Cash").
 */
export function* namesInSteps(words: Words): Steps<NameMention[]> {
  const found: NameMention[] = [];
  const deferred: number[] = [];
  const shouted: [number, number][] = [];
  let sawBody = false;
  for (let paragraph = 0; paragraph < words.zones.length; paragraph++) {
    const zone = words.zones[paragraph];
    if (paragraph % STEP === STEP - 1) yield;
    if (zone === undefined || zone === 'furniture' || zone === 'credit' || zone === 'byline') continue;
    let from = words.paragraphStart[paragraph] ?? 0;
    const to = words.paragraphStart[paragraph + 1] ?? 0;
    if (zone !== 'headline') from = afterDateline(words, from, to, zone === 'body' && !sawBody);
    sawBody ||= zone === 'body' && to - from > 11;
    const line = zone === 'headline' || (to - from < 20 && !/^[.!?”"’']$/u.test(formAt(words, to - 1)));
    if (line && isTitleCase(words, from, to)) shouted.push([from, to]);
    else scan(words, from, to, found, null, deferred);
  }
  const known = new Set<string>();
  // "Banks told supporters" after "Tom Banks"
  const surnames = new Set<string>();
  for (const mention of found) if (mention.sort === 'person' && mention.parts.length > 1) surnames.add((mention.parts.at(-1) ?? '').toLowerCase()); // prettier-ignore
  for (const mention of found)
    if (mention.sort !== 'role') for (let i = mention.nameFirst; i <= mention.last; i++) if (words.capital[i] === 1) known.add(lowerAt(words, i)); // prettier-ignore
  // "Banning said": a first word that looks like no name, but is one elsewhere in the article
  for (const i of deferred) {
    const lower = lowerAt(words, i);
    if (!known.has(lower) || (isCommonWord(lower) && !surnames.has(lower))) continue;
    const mention = mentionOf(words, runFrom(words, i));
    if (mention !== null && mention.sort !== 'role') found.push(mention);
  }
  for (const [from, to] of shouted) scan(words, from, to, found, known, deferred);
  if (deferred.length > 0 || shouted.length > 0) found.sort((a, b) => a.first - b.first);
  return found;
}

export { isInitial, opensSentence };
