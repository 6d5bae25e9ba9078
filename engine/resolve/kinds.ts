/**
 * What sort of speaker a common noun means, and which nouns can mean the same one. Knows words only.
 */
import type { SpeakerType } from '../annotation.ts';
import { tagIndex } from '../segment/tags.ts';
import type { Draft } from './cast.ts';
import { nameKey } from './entities.ts';
import type { Phrase } from './phrases.ts';
import { BODY_NOUNS, DEMONYMS, DOCUMENTS, GROUPS, INSTITUTIONS, PERSON_NOUNS, isPersonClass, singularOf, tableKey } from './terms.ts'; // prettier-ignore
import { type Words, lowerAt } from './words.ts';

const NNS = tagIndex('NNS');

const NNPS = tagIndex('NNPS');

/** With an article or an owner these are firms too: "the city's tram operator". */
const FIRMS = new Set(['operator', 'developer', 'supplier', 'manufacturer', 'publisher', 'carrier']);

/** "the coast guard", "the national guard": a force, not a guard. */
export const isGuard = (words: Words, i: number): boolean =>
  lowerAt(words, i) === 'guard' && /^(?:coast|national|border|home|republican|revolutionary|presidential)$/u.test(lowerAt(words, i - 1)); // prettier-ignore

/** Heads whose bearer is kept unnamed on purpose: "sources close to the board". */
const SECRET_HEADS = new Set(['source', 'sources', 'insider', 'insiders', 'whistleblower', 'whistleblowers', 'whistle-blower', 'informant', 'informants']); // prettier-ignore

/** Nouns for persons that in the news mean bodies: "the watchdog said", "the retailer blamed the weather". */
const OFFICES = new Set(['watchdog', 'regulator', 'retailer', 'insurer', 'lender', 'supermarket']);

/** What a description's head says of the sort of speaker. */
export function typeOfHead(
  words: Words,
  phrase: Phrase,
  finding: boolean,
): { readonly type: SpeakerType; readonly plural: boolean } {
  const lower = lowerAt(words, phrase.head);
  const last =
    lower.includes('-') && !PERSON_NOUNS.has(lower) ? lower.slice(lower.lastIndexOf('-') + 1) : lower;
  if (/^(?:hundreds|dozens|thousands|scores)$/.test(lower)) return { type: 'group', plural: true };
  if (lower === 'one' || lower === 'another') return { type: 'anonymous', plural: false };
  if (isGuard(words, phrase.head)) return { type: 'organization', plural: false };
  if (SECRET_HEADS.has(lower)) return { type: 'anonymous', plural: lower.endsWith('s') };
  const person = PERSON_NOUNS.get(last);
  if (OFFICES.has(last) || (phrase.determiner !== 'indefinite' && FIRMS.has(last)))
    return { type: 'organization', plural: false };
  if (person !== undefined && !person.plural) return { type: 'person', plural: false };
  if (/-?year-old$/u.test(lower)) return { type: 'person', plural: false };
  if (DOCUMENTS.has(lower) && !(person?.plural ?? false))
    return { type: 'document', plural: words.tag[phrase.head] === NNS };
  if (GROUPS.has(lower) || (person?.plural ?? false)) return { type: 'group', plural: true };
  if (BODY_NOUNS.has(lower)) return { type: 'organization', plural: false };
  if (DEMONYMS.has(lower)) return { type: 'group', plural: true };
  const tag = words.tag[phrase.head];
  if (tag === NNS || tag === NNPS) {
    const singular = lower.endsWith('ies')
      ? `${lower.slice(0, -3)}y`
      : lower.endsWith('s')
        ? lower.slice(0, -1)
        : lower;
    if (BODY_NOUNS.has(singular) || isPersonClass(singularOf(last))) return { type: 'group', plural: true };
    if (DOCUMENTS.has(singular)) return { type: 'document', plural: true };
    return finding ? { type: 'document', plural: true } : { type: 'group', plural: true };
  }
  if (
    isPersonClass(last) ||
    (/(?:er|or|ist|ian|man|woman|eer|smith|wright|herd|monger)$/u.test(last) && last.length > 4)
  )
    return { type: 'person', plural: false };
  return { type: finding ? 'document' : 'organization', plural: false };
}

/** Documents called by different nouns in one article. */
export const DOCUMENT_KIN: readonly ReadonlySet<string>[] = [
  new Set(['study', 'paper', 'research', 'article', 'analysis', 'findings']),
  new Set(['report', 'review', 'audit', 'inquiry', 'investigation', 'document', 'dossier', 'assessment']),
  new Set(['lawsuit', 'suit', 'complaint', 'filing', 'petition', 'claim', 'case']),
  new Set(['indictment', 'charges', 'filing', 'affidavit', 'warrant', 'document', 'papers']),
  new Set(['poll', 'survey']),
  new Set(['letter', 'email', 'e-mail', 'memo', 'memorandum', 'message', 'note']),
  new Set(['statement', 'communique', 'declaration', 'release']),
  new Set(['ruling', 'judgment', 'judgement', 'verdict', 'decision', 'order']),
];

export const COMPANY_WORDS: ReadonlySet<string> = new Set(['company', 'firm', 'group', 'business', 'corporation', 'retailer', 'manufacturer', 'maker', 'carmaker', 'lender', 'insurer', 'airline', 'operator', 'developer', 'supplier', 'publisher', 'startup', 'start-up', 'giant', 'conglomerate', 'utility', 'brewer', 'builder', 'bank', 'chain', 'organisation', 'organization', 'body', 'agency', 'charity', 'watchdog', 'regulator', 'institution', 'party', 'union', 'club', 'team', 'network', 'paper', 'newspaper', 'country', 'nation', 'kingdom', 'republic', 'island', 'maker', 'miner', 'producer', 'carrier', 'supermarket', 'shipbuilder', 'force', 'university', 'museum', 'hospital', 'school', 'campaign', 'federation', 'association', 'council', 'ministry', 'department']); // prettier-ignore

/** Bodies that a trade word describes: "the truck maker". */
export const MAKERS: ReadonlySet<string> = new Set(['maker', 'carmaker', 'giant', 'chain', 'operator', 'developer', 'builder', 'lender', 'retailer', 'brewer', 'manufacturer', 'supplier', 'insurer', 'watchdog', 'regulator', 'airline', 'publisher', 'producer', 'carrier', 'supermarket', 'shipbuilder', 'shipper', 'miner', 'start-up', 'startup', 'utility']); // prettier-ignore

/** What a person who is named anyway is called for a change of words. */
export const STYLED: ReadonlySet<string> = new Set('midfielder striker defender goalkeeper winger forward batsman batter bowler quarterback pitcher runner sprinter swimmer skater skier rider golfer boxer cyclist heptathlete rower actor actress singer songwriter musician rapper comedian author novelist writer poet filmmaker painter pensioner grandmother grandfather billionaire tycoon entrepreneur champion olympian politician lawmaker veteran star newcomer'.split(' ')); // prettier-ignore

export const PERSON_WORDS: ReadonlySet<string> = new Set([
  'man',
  'woman',
  'person',
  'boy',
  'girl',
  'teenager',
  'pensioner',
  'year-old',
]);

/** Roles that headlines and second mentions call by each other's names ("Rovers boss", "the club's manager"). */
export const ROLE_KIN: readonly ReadonlySet<string>[] = [
  new Set(['boss', 'manager', 'coach', 'chief', 'head', 'leader', 'executive', 'ceo', 'director']),
  new Set(['lawyer', 'solicitor', 'barrister', 'attorney', 'counsel']),
  new Set(['doctor', 'gp', 'physician', 'surgeon', 'medic']),
  new Set([
    'mp',
    'lawmaker',
    'legislator',
    'congressman',
    'congresswoman',
    'senator',
    'representative',
    'politician',
    'peer',
  ]),
  new Set([
    'policeman',
    'policewoman',
    'officer',
    'detective',
    'sergeant',
    'constable',
    'inspector',
    'superintendent',
    'commander',
  ]),
  new Set(['teacher', 'headteacher', 'principal', 'headmaster', 'headmistress']),
  new Set(['writer', 'author', 'novelist']),
  new Set(['actor', 'actress', 'star']),
  new Set([
    'scientist',
    'researcher',
    'biologist',
    'physicist',
    'chemist',
    'geologist',
    'ecologist',
    'academic',
    'professor',
    'expert',
  ]),
  new Set(['councillor', 'councilman', 'councilwoman', 'alderman']),
  new Set(['watchdog', 'regulator', 'authority', 'ombudsman']),
];

const SPORTS_BODIES = new Set(['club', 'team', 'side', 'squad']);
const UMBRELLAS = new Set(['body', 'organisation', 'organization', 'charity', 'institution', 'ngo', 'network']); // prettier-ignore

/** Can the body be called by this noun: its own name says nothing else ("Hartmann"), or the same sort ("Vael Motors")? */
export function isOfKind(draft: Draft, head: string): boolean {
  const kind =
    MAKERS.has(head) || head === 'paper' ? (head === 'paper' ? 'media' : 'company') : BODY_NOUNS.get(head);
  const nouns = nameKey(draft.name)
    .split(' ')
    .filter((word) => BODY_NOUNS.has(word));
  const own = nouns.map((word) => BODY_NOUNS.get(word));
  if (own.length === 0 && (head === 'watchdog' || head === 'regulator'))
    return /^Of[a-z]{2,6}$/.test(draft.name);
  if (own.length === 0 && INSTITUTIONS.has(tableKey(draft.name))) return false;
  if (own.length === 0)
    return (
      kind === 'company' ||
      kind === 'team' ||
      kind === 'media' ||
      SPORTS_BODIES.has(head) ||
      head === 'group' ||
      head === 'charity'
    );
  // "the watchdog" is an authority or a board, never the firm it watches
  if (head === 'watchdog' || head === 'regulator') return own.includes('government') || nouns.some((noun) => /^(?:board|body|commission)$/.test(noun)); // prettier-ignore
  // "the club" is Rovers, not the Football Association
  if (SPORTS_BODIES.has(head)) return own.includes('team') || nouns.includes('club');
  // an association is no union, a museum no charity
  if (kind === 'union') return nouns.includes(head) || (UMBRELLAS.has(head) && own.includes('union'));
  return own.includes(kind ?? '') || (kind === 'company' && own.every((found) => found !== 'government' && found !== 'court' && found !== 'police' && found !== 'parliament' && found !== 'university')); // prettier-ignore
}
