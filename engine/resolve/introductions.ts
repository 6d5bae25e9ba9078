/**
 * What changes when a name comes up for the first time: whom the article only described until now may be the same, and
 * a role gets its body. Knows the state of the walk.
 */
import type { Draft } from './cast.ts';
import { belongs, bodyBehind, bodyNear } from './descriptions.ts';
import { nameKey } from './entities.ts';
import { DOCUMENT_KIN, ROLE_KIN, isOfKind } from './kinds.ts';
import { FIELDS } from './names.ts';
import { pronounLink } from './pronouns.ts';
import { type BodySort, type State, nameOf, pushHead, rootOf, rank } from './state.ts';
import { BODY_NOUNS, PERSON_NOUNS } from './terms.ts';
import { type Words, lowerAt, sameSentence, tokenFrom } from './words.ts';

const TOPIC_OFFICE = /^(?:deputy |interim |acting |group )?(?:(?:finance|financial|managing|executive|commercial|operations|technical|sales|marketing|medical|artistic|sporting|communications) (?:director|officer|manager)|chief (?:[a-z]+ )?(?:officer|nurse|economist|scientist|engineer|technologist|executive)|general secretary|general manager)$/i; // prettier-ignore
/** The body that the article is about, or the one spoken of there. */
const topicNear = (state: State, i: number): number => (state.mainBody >= 0 ? state.mainBody : bodyNear(state, i)); // prettier-ignore

/** Who presides over a body or keeps its books. */
const OFFICERS =
  /(?:president|director|chairman|chairwoman|chairperson|chair|secretary|treasurer|commissioner|superintendent|principal|administrator)$/i;
/** An office without the field or the side that it is of: "chief executive", not "rebel spokesman". */
const PLAIN_OFFICE =
  /^(?:(?:former|ex|acting|interim|deputy|vice|senior|chief|managing|group|founding|outgoing|incoming|new|joint)[ -])*[A-Za-zÀ-ɏ-]+$/i;
/** Offices that somebody holds in a country. */
const STATE_OFFICES = new Set(['president', 'minister', 'premier', 'chancellor', 'ambassador']);
/** Offices that somebody holds in a body, so that one without a body is of the body spoken of. */
const BODY_OFFICES = new Set(['executive', 'ceo', 'cfo', 'coo', 'chairman', 'chairwoman', 'chairperson', 'founder', 'co-founder']); // prettier-ignore

/**
 * A name comes up for the first time: whom the article only described until now may be the same. "A former partner
 * complained … The former partner, Julian Prior", or, at the top, "A retired locksmith has confessed … Aristide
 * Fauconnier, 77, took 34 of them".
 */
export function introduceNamed(state: State, entity: number, i: number): void {
  const { drafts, words } = state;
  const named = drafts[entity];
  if (named === undefined || named.introduced) return;
  named.introduced = true;
  settleAffiliation(state, named);
  if (named.type !== 'person') {
    introduceBody(state, named);
    return;
  }
  const paragraph = words.paragraph[i] ?? 0;
  const about = nameKey(`${named.role ?? ''} ${named.affiliation ?? ''}`);
  const fits = new Set<number>();
  for (const head of withKin(named.heads)) {
    const stated = named.heads.has(head);
    for (const candidate of state.byHead.get(head) ?? []) {
      const draft = drafts[rootOf(drafts, candidate)];
      if (
        draft === undefined ||
        draft.named ||
        (draft.type !== 'person' && draft.type !== 'anonymous') ||
        draft.plural ||
        draft.first > i ||
        (!stated && words.paragraph[draft.first] !== state.topParagraph)
      )
        continue;
      if (
        paragraph - (words.paragraph[draft.first] ?? 0) > 4 &&
        (words.paragraph[draft.first] ?? 0) > state.topParagraph
      )
        continue;
      if (draft.gender !== null && named.gender !== null && draft.gender !== named.gender) continue;
      if (isElsewhere(draft, named, about)) continue;
      // "Teenager admits" is not the second teenager; and a child only of the same age
      if (/\b(?:second|third|another|other|fellow)\b/u.test(about) && !/\b(?:second|third|another|other|fellow)\b/u.test(nameKey(draft.name))) continue; // prettier-ignore
      const age = ageIn(state, draft);
      const own = ageAfter(words, i);
      if (age > 0 && own > 0 && age !== own) continue;
      fits.add(draft.index);
    }
  }
  if (fits.size === 0 && state.lead >= 0) {
    const lead = drafts[rootOf(drafts, state.lead)];
    if (lead !== undefined && isNamedLater(state, lead, named, i)) fits.add(lead.index);
    // The first person without a role was somebody else: nobody later is meant.
    else if (named.roleWeight === 0 && words.quoted[i] !== 1 && (words.paragraph[i] ?? 0) > state.topParagraph) state.lead = -1; // prettier-ignore
  }
  for (const index of fits) {
    const draft = drafts[index];
    if (draft === undefined || (fits.size > 1 && (words.paragraph[draft.first] ?? 0) > state.topParagraph))
      continue;
    draft.mergedInto = entity;
    if (named.roleWeight < 2 && draft.role !== null) {
      named.role = draft.role;
      named.roleSpan = draft.roleSpan;
    }
    named.affiliation ??= draft.affiliation;
    named.affiliationSpan ??= draft.affiliationSpan;
    named.gender ??= draft.gender;
    for (const head of draft.heads) {
      named.heads.add(head);
      pushHead(state, head, entity);
    }
    if (state.lead === index) state.lead = -1;
    if (state.lastSpeaker?.entity === index) state.lastSpeaker = { ...state.lastSpeaker, entity };
  }
}

/**
 * Do the two belong to different bodies? "the leader of Tarn Bridge council" and "who leads the Labour-run authority" do
 * not: a common noun of the same sort may mean the same body.
 */
function isElsewhere(draft: Draft, named: Draft, about: string): boolean {
  if (draft.affiliation === null || named.affiliation === null) return false;
  const one = nameKey(draft.affiliation);
  const other = nameKey(named.affiliation);
  if (about.includes(one) || one.includes(other)) return false;
  const last = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);
  const common = (text: string | null): boolean => text !== null && !/^[A-ZÀ-Þ]/.test(last(text));
  const sameSort = BODY_NOUNS.has(last(one)) && BODY_NOUNS.get(last(one)) === BODY_NOUNS.get(last(other));
  return !(sameSort && (common(named.affiliation) || common(draft.affiliation)) && last(one) !== last(other));
}

/** "The owner of the quarry … Hallmere Stone, which owns the quarry": the body that the text only described until now. */
function introduceBody(state: State, named: Draft): void {
  const { drafts } = state;
  if (named.object === '') return;
  for (const head of named.heads) {
    const fits = (state.byHead.get(head) ?? []).map((index) => drafts[rootOf(drafts, index)]).filter((draft) => draft !== undefined && !draft.named && !draft.plural && draft.first < named.first && isObjectOf(around(state, draft), named.object)); // prettier-ignore
    const only = fits.length === 1 ? fits[0] : undefined;
    if (only === undefined) continue;
    only.mergedInto = named.index;
    pushHead(state, head, named.index);
    if (state.lastSpeaker?.entity === only.index)
      state.lastSpeaker = { ...state.lastSpeaker, entity: named.index };
    if (state.lead === only.index) state.lead = -1;
    return;
  }
}

/** The description with what follows it: "The owner of the Hallmere quarry". */
function around(state: State, draft: Draft): string {
  const start = draft.introduction?.start ?? 0;
  return /^[^.,;:!?“”"]{0,70}/u.exec(state.text.slice(start, start + 70))?.[0] ?? '';
}

const SAME_THING: readonly ReadonlySet<string>[] = [
  new Set(['port', 'harbour', 'harbor', 'docks', 'terminal']),
  new Set(['plant', 'factory', 'works', 'mill', 'refinery', 'smelter']),
  new Set(['mine', 'pit', 'colliery', 'quarry']),
  new Set(['ferry', 'boat', 'ship', 'vessel']),
  new Set(['railway', 'line', 'train', 'trains', 'network']),
  new Set(['home', 'hospital', 'clinic', 'centre', 'center']),
  new Set(['paper', 'newspaper', 'title']),
];

/** Does the description speak of the thing, or of one that may be the same? */
function isObjectOf(name: string, object: string): boolean {
  const words = nameKey(name).split(' ');
  if (words.includes(object)) return true;
  return SAME_THING.some((kin) => kin.has(object) && words.some((word) => kin.has(word)));
}

/** The words for the same role too: "a police officer" is PC Turtle. */
function withKin(heads: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(heads);
  for (const kin of ROLE_KIN)
    for (const head of heads) if (kin.has(head)) for (const other of kin) all.add(other);
  return all;
}

/** The age that stands right behind a name ("Joan Ferrow, 52,"), or -1. */
function ageAfter(words: Words, i: number): number {
  let next = i;
  while (words.capital[next] === 1 && next < i + 6) next++;
  if (lowerAt(words, next) !== ',' && lowerAt(words, next) !== '(') return -1;
  const age = lowerAt(words, next + (/^(?:aged|age|now)$/u.test(lowerAt(words, next + 1)) ? 2 : 1));
  return /^\d{1,3}$/u.test(age) ? Number(age) : -1;
}

/** The age in a description ("a 17-year-old boy", "a woman of 91"), or -1. */
function ageIn(state: State, draft: Draft): number {
  const start = draft.introduction?.start ?? 0;
  const match = /^[^.!?]{0,40}?\b(\d{1,3})(?:-year-old)?\b/u.exec(state.text.slice(start, start + 60));
  return match === null ? -1 : Number(match[1]);
}

/** Nouns that say too little for a name without the same age: "the man" may be anybody. */
const ANYBODY = new Set(['man', 'woman', 'person', 'year-old', 'pensioner', 'victim', 'suspect', 'motorist', 'driver', 'resident', 'patient', 'passenger', 'customer', 'worker']); // prettier-ignore
const YOUNG = new Set(['boy', 'girl', 'teenager', 'child', 'pupil', 'schoolboy', 'schoolgirl', 'youth', 'toddler', 'baby', 'student', 'infant']); // prettier-ignore

/**
 * "A retired locksmith has confessed … Aristide Fauconnier, 77, took 34 of them": is the person of the first paragraph
 * named here? Only the first name without a role of its own, of the same age if the text gives one; nobody whom the text
 * will not name.
 */
function isNamedLater(state: State, lead: Draft, named: Draft, i: number): boolean {
  const { words } = state;
  const distance = (words.paragraph[i] ?? 0) - (words.paragraph[lead.first] ?? 0);
  if (!named.name.includes(' ')) return false;
  if (lead.named || lowerAt(words, lead.first + 1) === ':' || distance > 3 || words.quoted[i] === 1)
    return false;
  if (named.roleWeight > 0 && named.roleWeight !== 1.2) return false;
  if (named.suffix !== '' && /^[KQ]C$/iu.test(named.suffix)) return false;
  if (lead.gender !== null && named.gender !== null && lead.gender !== named.gender) return false;
  if (named.affiliation === null && livesThere(words, i)) return false;
  const start = lead.introduction?.start ?? 0;
  if (/\b(?:cannot|can't|can’t|not|declined to) be (?:named|identified)\b/u.test(state.text.slice(start, start + 400))) return false; // prettier-ignore
  const age = ageIn(state, lead);
  const own = ageAfter(words, i);
  if (age > 0 && own > 0 && age !== own) return false;
  const head = [...lead.heads].at(-1) ?? '';
  if (YOUNG.has(head) || head.endsWith('year-old')) return age > 0 && age === own;
  if (ANYBODY.has(head)) return own > 0;
  return own > 0 || distance <= 2;
}

/** "said Mary Dunn, of Quay Street": a passer-by, not whom the first paragraph described. */
function livesThere(words: Words, i: number): boolean {
  let next = i;
  while (words.capital[next] === 1 && next < i + 6) next++;
  return lowerAt(words, next) === ',' && /^(?:of|from)$/u.test(lowerAt(words, /^\d+$/u.test(lowerAt(words, next + 1)) ? next + 3 : next + 1)); // prettier-ignore
}

/** "its governor", "the company's head of sales", "chair of the board": the affiliation by name where the text gives one. */
function settleAffiliation(state: State, draft: Draft): void {
  const { words } = state;
  if (draft.owner >= 0 && draft.affiliation === null) {
    const role = [...draft.heads].map((head) => PERSON_NOUNS.get(head)?.kind);
    const owner = pronounLink(state, draft.owner).entity;
    if (owner >= 0 && owner !== draft.index) {
      draft.principal = owner;
      draft.principalKind = role.includes('kin') ? 'related-to' : role.includes('lawyer') ? 'lawyer-for' : role.includes('spokes') || role.includes('aide') ? 'speaks-for' : 'part-of'; // prettier-ignore
      if (belongs(state, owner, draft.heads)) draft.affiliation = nameOf(state, owner);
    }
    return;
  }
  // "Orlian foreign minister": of Orlia, if the article names it
  const country = draft.affiliation === null ? undefined : state.cast.adjectives.get(draft.affiliation.toLowerCase()); // prettier-ignore
  if (country !== undefined) {
    draft.affiliation = nameOf(state, country);
    draft.principal = country;
    draft.principalKind = 'part-of';
    return;
  }
  // "League commissioner Pat Orsted": the league that the article names
  if (draft.affiliation === null && draft.field >= 0) {
    const body = bodyCalled(state, lowerAt(words, draft.field), draft.field);
    if (body >= 0) {
      draft.affiliation = nameOf(state, body);
      draft.principal = body;
      draft.principalKind = 'part-of';
    } else if (OFFICERS.test(draft.role ?? '') || /^(?:council|party) leader$/iu.test(draft.role ?? '')) {
      // "City Council President Art Beale", "zoo director Farhan Qureshi"
      let first = draft.field;
      while (words.capital[first] === 1 && words.capital[first - 1] === 1 && sameSentence(words, first - 1, first)) first--; // prettier-ignore
      if (!/^(?:project|fund|programme|program|campaign|police)$/u.test(lowerAt(words, draft.field)) && (!FIELDS.has(lowerAt(words, draft.field)) || /^(?:council|party|union)$/u.test(lowerAt(words, draft.field)))) draft.affiliation = state.text.slice(words.start[first], words.end[draft.field]); // prettier-ignore
    }
    if (draft.affiliation !== null || !TOPIC_OFFICE.test(draft.role ?? '')) return;
  }
  // "Inspector Vael", "striker Oduya": of the one force or club that the article names
  const sort = draft.affiliation === null ? sortOfOffice(draft) : null;
  if (sort !== null) {
    const body = soleBody(state, sort);
    if (body >= 0) {
      draft.affiliation = nameOf(state, body);
      draft.principal = body;
      draft.principalKind = 'part-of';
      return;
    }
  }
  // "Finance director Olu Bado told the committee": of the body that the article is about
  const topic = draft.affiliation === null && TOPIC_OFFICE.test(draft.role ?? '') ? topicNear(state, draft.first) : -1; // prettier-ignore
  if (topic >= 0) {
    draft.affiliation = nameOf(state, topic);
    draft.principal = topic;
    draft.principalKind = 'speaks-for';
    return;
  }
  // "Chief Executive Birgit Falk": of the company that the text is about there
  if (
    draft.affiliation === null &&
    draft.roleWeight > 1 &&
    PLAIN_OFFICE.test(draft.role ?? '') &&
    [...draft.heads].some(
      (head) =>
        PERSON_NOUNS.get(head)?.kind === 'spokes' ||
        BODY_OFFICES.has(head) ||
        /^(?:general manager|head coach)$/i.test(draft.role ?? ''),
    )
  ) {
    // prettier-ignore
    const body = bodyNear(state, draft.first);
    if (body >= 0) {
      draft.affiliation = nameOf(state, body);
      draft.principal = body;
      draft.principalKind = 'speaks-for';
    }
    return;
  }
  if (draft.affiliation === null && [...draft.heads].some((head) => STATE_OFFICES.has(head))) {
    // "President Sarduk Amin": of the one country the article speaks of there
    const countries = rank(
      state,
      draft.first,
      (other) => other.type === 'country' && !other.place,
      () => 0,
      4,
    );
    // "Bolivia protested. … Foreign Minister Rosa Quenta said"
    const [first, second] = countries;
    const only = countries.length === 1 || (first !== undefined && first.score >= 4 && first.score - (second?.score ?? 0) >= 0.5) ? first : undefined; // prettier-ignore
    if (only !== undefined) {
      draft.affiliation = nameOf(state, only.entity);
      draft.principal = only.entity;
      draft.principalKind = 'part-of';
    }
    return;
  }
  if (draft.affiliation === null || draft.affiliationSpan === null || /\p{Lu}/u.test(draft.affiliation))
    return;
  const body = bodyBehind(state, tokenFrom(words, draft.affiliationSpan.start), tokenFrom(words, draft.affiliationSpan.end - 1)); // prettier-ignore
  if (body >= 0 && body !== draft.index) draft.affiliation = nameOf(state, body);
}

const OFFICE_SORTS: readonly (readonly [RegExp, BodySort])[] = [
  [
    /\b(?:PC|DC|DS|DI|DCI|inspector|insp|superintendent|supt|sergeant|sgt|constable|detective|det)\.?$/i,
    'police',
  ],
  [
    /\b(?:manager|head coach|coach|captain|striker|midfielder|defender|goalkeeper|winger|skipper|chairman|boss)$/i,
    'team',
  ],
];

function sortOfOffice(draft: Draft): BodySort | null {
  const role = draft.role ?? '';
  if (role === '' || /^(?:former|ex)\b/i.test(role)) return null;
  return OFFICE_SORTS.find(([pattern]) => pattern.test(role))?.[1] ?? null;
}

/** The one named body of its sort in the article, or -1. */
function soleBody(state: State, sort: BodySort): number {
  if (state.soleBodies === null) {
    const found = new Map<BodySort, number>();
    for (const draft of state.drafts) {
      if (draft.type !== 'organization' || !draft.named || draft.place || draft.mergedInto >= 0) continue;
      const words = nameKey(draft.name).split(' ');
      const last = words.at(-1) ?? '';
      const kind = words.includes('police') || last === 'constabulary' ? 'police' : BODY_NOUNS.get(last) === 'team' ? 'team' : null; // prettier-ignore
      if (kind !== null) found.set(kind, found.has(kind) ? -1 : draft.index);
    }
    state.soleBodies = found;
  }
  return state.soleBodies.get(sort) ?? -1;
}

/** The one body that is called by this noun, by its name or by what the article calls it; -1 when none or several are. */
function bodyCalled(state: State, noun: string, i: number): number {
  const { drafts } = state;
  const bodies = new Set<number>();
  const near = state.words.paragraph[i] ?? 0;
  for (const candidate of state.byHead.get(noun) ?? []) {
    const entity = rootOf(drafts, candidate);
    const draft = drafts[entity];
    if (draft === undefined || draft.type === 'person' || draft.type === 'document' || draft.place) continue;
    if (Math.abs((state.words.paragraph[draft.first] ?? 0) - near) <= 12) bodies.add(entity);
  }
  if (bodies.size > 1) for (const entity of [...bodies]) if (drafts[entity]?.named !== true) bodies.delete(entity); // prettier-ignore
  return bodies.size === 1 ? ([...bodies][0] ?? -1) : -1;
}

/**
 * "The grocery watchdog has alleged … the Fair Supply Office said", "the company promises … Lodestar Metals announced":
 * a body that the first paragraph only describes, when one that is named right after, or the main one, is of that sort.
 */
export function mergeBodies(state: State): void {
  const { drafts, words } = state;
  const main = drafts[state.mainBody];
  const top = drafts.filter((draft) => !draft.named && draft.type === 'organization' && draft.mergedInto < 0 && (words.paragraph[draft.first] ?? 0) <= state.topParagraph); // prettier-ignore
  for (const draft of top.slice(0, 8)) {
    const head = [...draft.heads][0] ?? '';
    if (head === 'watchdog' || head === 'regulator') {
      const fits = drafts.filter((other) => other.named && other.type === 'organization' && other.first > draft.first && (words.paragraph[other.first] ?? 0) <= state.topParagraph + 2 && isOfKind(other, head)); // prettier-ignore
      if (fits.length === 1) draft.mergedInto = fits[0]?.index ?? -1;
    } else if (main !== undefined && main.first > draft.first && ((/^(?:company|firm|club|charity)$/u.test(head) && /^(?:company|firm|club|charity)$/u.test(nameKey(draft.name))) || /^(?:operator|developer|airline|carrier|retailer|manufacturer|maker)$/u.test(head)) && isOfKind(main, head)) draft.mergedInto = main.index; // prettier-ignore
  }
}

/** Headlines say "study", "officials", "watchdog" of what the text below introduces. */
export function mergeHeadline(state: State): void {
  const { drafts, words } = state;
  let budget = 40;
  for (const draft of drafts) {
    if (draft.named || draft.mergedInto >= 0 || draft.members.length > 0 || (words.paragraph[draft.first] ?? 0) > state.topParagraph) continue; // prettier-ignore
    if (words.zones[words.paragraph[draft.first] ?? 0] !== 'headline' || budget-- === 0) continue;
    const head = [...draft.heads][0];
    if (head === undefined) continue;
    const heads = new Set([head]);
    if (draft.type === 'document')
      for (const kin of DOCUMENT_KIN) if (kin.has(head)) for (const other of kin) heads.add(other);
    for (const word of heads) {
      const bearers = (state.byHead.get(word) ?? []).map((index) => rootOf(drafts, index)).filter((index) => index !== draft.index && drafts[index]?.type === 'person'); // prettier-ignore
      if (draft.type === 'person' && new Set(bearers).size > 1) continue;
      const candidate = (state.byHead.get(word) ?? []).map((index) => drafts[rootOf(drafts, index)]).find((other) => other !== undefined && other !== draft && other.first > draft.first && (draft.type === 'person' ? other.named && other.type === 'person' : other.type === draft.type || (draft.type === 'organization' && other.named))); // prettier-ignore
      // "Teenager admits arson" is not "a second teenager"
      if (candidate === undefined || /^(?:second|third|another|other|fellow)\b/iu.test(candidate.role ?? ''))
        continue;
      draft.mergedInto = candidate.index;
      break;
    }
  }
}

/** Words by which a named entity can be described later: heads of roles, the body's own noun ("the board"). */
export function registerHeads(state: State, draft: Draft): void {
  for (const head of draft.heads) pushHead(state, head, draft.index);
  if (draft.type === 'organization' || draft.type === 'outlet') {
    for (const word of nameKey(draft.name).split(' '))
      if (BODY_NOUNS.has(word)) pushHead(state, word, draft.index);
  }
}
