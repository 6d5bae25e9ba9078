/**
 * Reads the source of an attribution, and its hearer: name, joint names, apposition, relative word, description,
 * pronoun, or none. The first sieve that answers wins and leaves its reason. Knows all other sieves.
 */
import type { LinkedAttribution } from '../attribute/linked.ts';
import { COARSE, tagIndex } from '../segment/tags.ts';
import type { Span } from '../text/spans.ts';
import { type Draft, applyProfile, isKnownPerson, newDraft, profileBeforeComma } from './cast.ts';
import { belongs, descriptionLink } from './descriptions.ts';
import { nameKey } from './entities.ts';
import { MAKERS } from './kinds.ts';
import type { NameMention } from './names.ts';
import { OWNER_PRONOUNS, type Range, isPersonNoun, phraseFrom, profileOf, textOf } from './phrases.ts';
import { FIRST, PRONOUNS, RELATIVE, firstPersonLink, pronounLink, authorOf } from './pronouns.ts';
import {
  type Link,
  NOTHING,
  type State,
  entityOfTokens,
  found,
  genderFits,
  isSinglePerson,
  kindsIn,
  nameOf,
  note,
  pushHead,
  rank,
  rootOf,
} from './state.ts';
import { BODY_NOUNS, CAPITALS, GROUPS, PERSON_NOUNS, tableKey } from './terms.ts';
import { type Words, formAt, lowerAt, sameSentence, spanOf, tokenFrom } from './words.ts';

const VBN = tagIndex('VBN');

const VBG = tagIndex('VBG');

const MEDIA_NOUNS = new Set(['news', 'agency', 'newspaper', 'channel', 'broadcaster', 'magazine', 'website', 'network', 'newswire', 'wire', 'service', 'television', 'tv', 'radio', 'station']); // prettier-ignore

const NAME_CONFIDENCE: Readonly<Record<string, number>> = {
  'full-name': 0.97, 'title-surname': 0.96, surname: 0.95, 'surname-forward': 0.92, 'first-name': 0.9, abbreviation: 0.94, alias: 0.93, 'short-form': 0.9, capital: 0.85, nickname: 0.9,
}; // prettier-ignore

export function nameLink(state: State, at: number): Link {
  const { words, names, cast, drafts } = state;
  const mention = names[at];
  const link = cast.links[at];
  if (mention === undefined || link === undefined) return NOTHING;
  const span = spanOf(words, mention.nameFirst, mention.last);
  if (mention.sort === 'capital' && link.entity < 0) return capitalLink(state, mention, span);
  if (link.entity < 0) {
    return { ...NOTHING, kind: 'name', candidates: link.candidates, reasons: link.candidates.length > 0 ? [{ kind: 'ambiguous', span, args: { word: mention.parts.join(' '), count: link.candidates.length } }] : [] }; // prettier-ignore
  }
  const entity = rootOf(drafts, link.entity);
  const confidence = NAME_CONFIDENCE[link.reason] ?? 0.9;
  return found(entity, 'name', confidence, [
    {
      kind: link.reason,
      span,
      args: { word: mention.parts.join(' '), name: nameOf(state, entity) },
      weight: confidence,
    },
  ]);
}

/** Sieve 11: "Moscow said" — the seat for the government, when the country itself is not named in the article. */
function capitalLink(state: State, mention: NameMention, span: Span): Link {
  const name = mention.parts.join(' ');
  const country = CAPITALS.get(tableKey(name));
  if (country === undefined) return NOTHING;
  const key = nameKey(country);
  const known = state.cast.byKey.get(key);
  let draft = known === undefined || known < 0 ? undefined : state.drafts[known];
  if (draft === undefined) {
    draft = newDraft(state.drafts, 'country', name, mention.first);
    draft.introduction = span;
    draft.aliases.add(country);
    state.cast.byKey.set(key, draft.index);
    state.cast.byKey.set(nameKey(name), draft.index);
  }
  return found(draft.index, 'name', 0.85, [{ kind: 'capital', span, args: { word: name, name: country } }]);
}

/** Several named speakers as one: "Kolb and Oduya". */
export function jointLink(state: State, members: readonly number[], span: Span): Link {
  const { drafts } = state;
  const name = members.length === 2 ? members.map((member) => nameOf(state, member)).join(' and ') : `${members.slice(0, -1).map((member) => nameOf(state, member)).join(', ')} and ${nameOf(state, members.at(-1) ?? -1)}`; // prettier-ignore
  const key = nameKey(name);
  const known = state.cast.byKey.get(key);
  let draft = known === undefined ? undefined : drafts[known];
  if (draft === undefined) {
    draft = newDraft(drafts, 'group', name, tokenFrom(state.words, span.start));
    draft.plural = true;
    draft.members = members;
    draft.introduction = span;
    state.cast.byKey.set(key, draft.index);
  }
  return found(draft.index, 'name', 0.9, [{ kind: 'joint', span, args: { name, count: members.length } }]);
}

/** A person with others whom the text only describes, as one: "Achterhof and her colleagues". */
function companyLink(state: State, entity: number, first: number, from: number, to: number): Link {
  const { words, text, drafts } = state;
  const at = (state.nameAt[from] ?? 0) - 1;
  const other = at < 0 ? -1 : rootOf(drafts, state.cast.links[at]?.entity ?? -1);
  if (drafts[other]?.type === 'person')
    return jointLink(state, [entity, other], spanOf(words, first, to - 1));
  const name = `${nameOf(state, entity)} and ${textOf(words, text, from, to - 1)}`;
  const key = nameKey(name);
  const known = state.cast.byKey.get(key);
  let draft = known === undefined ? undefined : drafts[known];
  if (draft === undefined) {
    draft = newDraft(drafts, 'group', name, first);
    draft.plural = true;
    draft.named = false;
    draft.members = [entity];
    draft.introduction = spanOf(words, first, to - 1);
    state.cast.byKey.set(key, draft.index);
  }
  return found(draft.index, 'name', 0.8, [{ kind: 'joint', span: spanOf(words, first, to - 1), args: { name, count: 2 } }]); // prettier-ignore
}

/** Sieve 5: "Oduya, who said" — the phrase before the relative word. */
function relativeLink(state: State, i: number): Link {
  const { words, drafts } = state;
  const span = spanOf(words, i, i);
  let end = i - 1;
  while (end >= 0 && sameSentence(words, end, i) && /^(?:,|and|of|with|to|some|all|one|many|most|both|\d{1,3})$/u.test(lowerAt(words, end))) end--; // prettier-ignore
  if (end < 0 || !sameSentence(words, end, i)) return { ...NOTHING, kind: 'pronoun' };
  if (end < i - 1) {
    // "a letter, sent in his name, that promised": an insertion between commas is passed over
    let comma = end;
    while (comma > 0 && sameSentence(words, comma, i) && lowerAt(words, comma) !== ',' && end - comma < 10)
      comma--;
    const opener = words.tag[comma + 1];
    if (lowerAt(words, comma) === ',' && (opener === VBN || opener === VBG || lowerAt(words, comma + 1).endsWith('ed') || /^(?:\d{1,3}|aged)$/u.test(lowerAt(words, comma + 1))) && sameSentence(words, comma - 1, i)) end = comma - 1; // prettier-ignore
  }
  // The mention that ends there; a person for "who", preferably not inside another phrase.
  for (let at = state.mentions.length - 1; at >= 0 && at > state.mentions.length - 12; at--) {
    const mention = state.mentions[at];
    if (mention === undefined || mention.entity < 0) continue;
    if (mention.end > span.start) continue;
    if (mention.end < (words.start[Math.max(0, end - 12)] ?? 0)) break;
    const between = tokenFrom(words, mention.end);
    if (lowerAt(words, i) === 'that' && between <= end) break;
    let clean = true;
    for (let j = between; j <= end; j++) if (words.coarse[j] === COARSE.verb || words.coarse[j] === COARSE.modal || words.coarse[j] === COARSE.end) clean = false; // prettier-ignore
    if (!clean) break;
    const draft = drafts[mention.entity];
    if (draft === undefined) continue;
    const thing = lowerAt(words, i) === 'which';
    const person = draft.type === 'person' || draft.type === 'group' || draft.type === 'anonymous';
    if (thing === person && lowerAt(words, i) !== 'that') continue;
    return found(mention.entity, 'pronoun', 0.88, [
      { kind: 'relative', span, args: { word: formAt(words, i), name: draft.name }, weight: 0.88 },
    ]);
  }
  // "a woman who said she …": make the phrase before it a mention.
  let from = end;
  while (from > 0 && sameSentence(words, from - 1, end) && end - from < 8 && (words.coarse[from - 1] === COARSE.noun || words.coarse[from - 1] === COARSE.name || words.coarse[from - 1] === COARSE.adjective || words.coarse[from - 1] === COARSE.number || words.coarse[from - 1] === COARSE.possessive)) from--; // prettier-ignore
  if (from > 0 && words.coarse[from - 1] === COARSE.determiner && sameSentence(words, from - 1, end)) from--;
  const phrase = phraseFrom(words, from, end + 1, false);
  if (phrase === null) return { ...NOTHING, kind: 'pronoun' };
  const link = descriptionLink(state, phrase, end + 1, false, null);
  return link.entity < 0 ? { ...link, kind: 'pronoun' } : found(link.entity, 'pronoun', 0.8, [{ kind: 'relative', span, args: { word: formAt(words, i), name: nameOf(state, link.entity) }, weight: 0.8 }]); // prettier-ignore
}

/** "The arborist, Kit Noble,": by its ending a trade. */
const TRADE = /[a-z]{3}(?:[^aeiou]er|ier|or|ist|ian)$/u;

/** Roles that firms and bodies have as well as people. */
const BODY_ROLES = new Set(['owner', 'owners', 'operator', 'shareholder', 'publisher', 'developer', 'contractor', 'supplier', 'sponsor', 'rival', 'employer', 'partner', 'insurer', 'lender', 'investor', 'creditor', 'client', 'customer', 'buyer', 'seller', 'landlord', 'tenant', 'member', 'ally', 'successor', 'predecessor', 'watchdog', 'regulator', 'champion', 'champions', 'opponent', 'opponents', 'host', 'hosts', 'builder', 'broker', 'adviser', 'backer']); // prettier-ignore

/** Does the name itself say that it is a body's? */
const isBodyName = (draft: Draft): boolean => nameKey(draft.name).split(' ').some((word) => BODY_NOUNS.has(word)); // prettier-ignore

/** What a description right before the name says of its bearer: "his widow, Agnieszka," "the owners, Isaura Lines,". */
export function apposed(state: State, head: Range, draft: Draft): void {
  const { words, text } = state;
  const phrase = phraseFrom(words, head.first, head.last + 1, false);
  if (phrase === null) return;
  const noun = lowerAt(words, phrase.head);
  const known = isKnownPerson(draft);
  pushHead(state, noun, draft.index);
  draft.heads.add(noun);
  // "Tannick's largest shareholder, Bexley Capital,": a body has a role too
  if (
    draft.type !== 'person' &&
    draft.sure &&
    isPersonNoun(noun) &&
    (BODY_ROLES.has(noun) || isBodyName(draft))
  ) {
    draft.role ??= textOf(words, text, phrase.core, phrase.head);
    draft.roleSpan ??= spanOf(words, phrase.core, phrase.head);
    return;
  }
  if ((BODY_NOUNS.has(noun) || MAKERS.has(noun)) && !known) {
    // "the building society, Dunmere Mutual,"
    if (draft.type === 'person' && draft.role === null) draft.type = 'organization';
    draft.sure = true;
    return;
  }
  if (!isPersonNoun(noun) && !BODY_NOUNS.has(noun) && !MAKERS.has(noun) && !(draft.type === 'person' && TRADE.test(noun))) return; // prettier-ignore
  draft.type = 'person';
  const profile = profileOf(words, text, phrase, head.last + 1, kindsIn(state));
  applyProfile(words, draft, profile);
  const kind = PERSON_NOUNS.get(noun)?.kind;
  // "A spokesman for Tolliver, Dean Craig,": he speaks for Tolliver
  const served = profile.forRange === null || kind === 'role' || kind === 'kin' ? -1 : entityOfTokens(state, profile.forRange.first, profile.forRange.last); // prettier-ignore
  if (phrase.owner === null && served >= 0 && served !== draft.index) {
    draft.principal = served;
    draft.principalKind = kind === 'lawyer' ? 'lawyer-for' : 'speaks-for';
  }
  if (phrase.owner === null) return;
  const owner = ownerOf(state, phrase.owner);
  if (owner < 0 || owner === draft.index) return;
  draft.principal = owner;
  draft.principalKind = kind === 'kin' ? 'related-to' : kind === 'lawyer' ? 'lawyer-for' : kind === 'spokes' || kind === 'aide' ? 'speaks-for' : 'part-of'; // prettier-ignore
  if (!belongs(state, owner, [noun])) draft.affiliation = null;
  else if (OWNER_PRONOUNS.has(lowerAt(words, phrase.owner.first))) draft.affiliation = nameOf(state, owner);
}

/** The entity that owns: "his" in "his widow", "Hartmann" in "Hartmann's lawyer". */
function ownerOf(state: State, owner: Range): number {
  const word = lowerAt(state.words, owner.first);
  if (owner.first === owner.last && OWNER_PRONOUNS.has(word))
    return FIRST.has(word) ? -1 : pronounLink(state, owner.first).entity;
  return entityOfTokens(state, owner.first, owner.last);
}

/** First name mention that begins inside the range, or -1. */
function firstNameOf(state: State, range: Range): number {
  for (let i = range.first; i <= range.last; i++) {
    const at = (state.nameAt[i] ?? 0) - 1;
    if (at >= 0 && state.names[at]?.sort !== 'role') return at;
  }
  return -1;
}

/** The name that heads a segment ("Commission vice-president Odile Marchetti"), or -1 when a noun heads it. */
function segmentName(state: State, segment: Range): number {
  const { words, names } = state;
  let to = segment.last + 1;
  // The possessive ending of a whole source: "Kolb's" in "Kolb's claim"
  if (/^(?:'s|')$/u.test(lowerAt(words, to - 1))) to--;
  const phrase = phraseFrom(words, segment.first, to, false);
  if (phrase === null) return -1;
  // Walk to the last name that touches the head of the phrase.
  let name = phrase.head;
  // "the Reuters news agency", "the Hlas newspaper": the noun behind the name only says what it is
  while (name > phrase.core && MEDIA_NOUNS.has(lowerAt(words, name)) && words.capital[name] === 0) name--;
  const at = (state.nameAt[name] ?? 0) - 1;
  if (name < phrase.head) {
    const named = names[at];
    return named?.last === name && named.sort !== 'role' && phrase.owner === null ? at : -1;
  }
  if (at < 0) return -1;
  const mention = names[at];
  if (mention === undefined || mention.sort === 'role') return -1;
  // "Tarn residents": the name only modifies. "Tarn officials" likewise.
  if (mention.last < phrase.head) return -1;
  // "A Department of Health spokesman"
  if (mention.last > phrase.head && mention.last < segment.last && isPersonNoun(lowerAt(words, segment.last))) return -1; // prettier-ignore
  if (mention.sort === 'demonym' && mention.last === phrase.head && phrase.core < phrase.head) return -1;
  return at;
}

/** The members when a source joins several: "Kolb and Oduya", "Kolb, the mayor, and Oduya, her deputy,". */
function jointMembers(state: State, segments: readonly Range[]): number[] | null {
  const { words, names } = state;
  const pieces: Range[] = [];
  let sawAnd = false;
  for (const segment of segments) {
    let start = segment.first;
    for (let i = segment.first; i <= segment.last + 1; i++) {
      const lower = lowerAt(words, i);
      if (
        /^(?:who|which|whose|that|of|for|at|with|from|in)$/u.test(lower) &&
        i <= segment.last &&
        (state.nameAt[i] ?? 0) === 0
      ) {
        if (i > start) pieces.push({ first: start, last: i - 1 });
        // what follows belongs to this phrase; a later "and" may join another name
        let j = i;
        while (j <= segment.last && lowerAt(words, j) !== 'and') j++;
        if (/^(?:who|which|whose|that)$/u.test(lower)) j = segment.last + 1;
        i = j;
        start = j + 1;
        if (j <= segment.last) sawAnd = true;
        continue;
      }
      if (i > segment.last || (lower === 'and' && (state.nameAt[i] ?? 0) === 0)) {
        if (i <= segment.last) sawAnd = true;
        if (i > start) pieces.push({ first: start, last: Math.min(i - 1, segment.last) });
        start = i + 1;
      }
    }
  }
  if (!sawAnd || pieces.length < 2) return null;
  const members: number[] = [];
  for (const piece of pieces) {
    const name = segmentName(state, piece);
    if (name < 0) continue;
    const mention = names[name];
    const link = mention === undefined ? NOTHING : nameLink(state, name);
    const draft = state.drafts[link.entity];
    if (draft === undefined || draft.place || members.includes(link.entity)) continue;
    members.push(link.entity);
  }
  return members.length >= 2 ? members : null;
}

/** "Both", "neither", "the pair": several named together lately, or the two persons of the last two paragraphs. */
function pairLink(state: State, first: number, last: number): Link {
  const { words, drafts, text } = state;
  const span = spanOf(words, first, last);
  const args = { word: textOf(words, text, first, last) };
  const many = rank(
    state,
    first,
    (draft) => draft.plural || draft.type === 'group',
    () => 0,
    2,
  );
  const top = many[0];
  if (top !== undefined && top.score >= 3.3) return found(top.entity, 'pronoun', 0.7, [{ kind: 'pronoun', span, args: { ...args, name: nameOf(state, top.entity) } }]); // prettier-ignore
  const people = rank(
    state,
    first,
    (draft) => draft.named && isSinglePerson(draft),
    () => 0,
    1,
  );
  if (people.length === 2) {
    const members = people
      .map((person) => person.entity)
      .sort((a, b) => (drafts[a]?.first ?? 0) - (drafts[b]?.first ?? 0));
    return { ...jointLink(state, members, span), kind: 'pronoun', confidence: 0.65 };
  }
  const phrase = phraseFrom(words, first, last + 1, false);
  return phrase === null ? NOTHING : descriptionLink(state, phrase, last + 1, false, null);
}

/** "Q:" and "A:": the interviewer, and the one person the article presents. */
function interviewLink(state: State, i: number): Link {
  const { words, drafts } = state;
  const span = spanOf(words, i, i);
  const word = lowerAt(words, i);
  if (word.startsWith('q')) return { ...NOTHING, kind: 'pronoun', reasons: [{ kind: 'interviewer', span }] };
  const counts = new Map<number, number>();
  // The bound keeps long transcripts linear.
  for (const mention of state.mentions.slice(-400)) {
    const draft = drafts[mention.entity];
    if (draft?.type === 'person' && draft.named) counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1); // prettier-ignore
  }
  let best = -1;
  let most = 0;
  for (const [entity, count] of counts)
    if (count > most) {
      best = entity;
      most = count;
    }
  return best < 0
    ? NOTHING
    : found(best, 'pronoun', 0.75, [{ kind: 'interviewee', span, args: { name: nameOf(state, best) } }]);
}

/** Is the phrase a person of a body that is only a noun ("a spokesman for the studio")? */
function bodyOfPerson(state: State, head: Range): boolean {
  const { words } = state;
  const phrase = phraseFrom(words, head.first, head.last + 1, false);
  if (phrase === null || !isPersonNoun(lowerAt(words, phrase.head))) return false;
  return /^(?:for|of|at|from|with)$/u.test(lowerAt(words, phrase.head + 1)) && words.capital[head.last] === 0 && words.coarse[head.last] === COARSE.noun && !isPersonNoun(lowerAt(words, head.last)); // prettier-ignore
}

/** What a noun phrase span (source or hearer) points to. The phrase may hold appositions and clauses. */
export function phraseLink(
  state: State,
  from: number,
  to: number,
  attribution: LinkedAttribution | null,
  index: number,
): Link {
  const { words, drafts, names } = state;
  let first = from;
  while (first < to && (/^[,;:()–—"“”‘’`-]+$/u.test(formAt(words, first)) || /^(?:that|according|by)$/u.test(lowerAt(words, first))) && first + 1 < to) first++; // prettier-ignore
  const word = lowerAt(words, first);
  // One pronoun: alone, or with its own clause ("those who said" is a description)
  if (
    PRONOUNS.has(word) &&
    (first + 1 >= to ||
      (!OWNER_PRONOUNS.has(word) &&
        /^(?:,|who|himself|herself|itself|themselves|both|all|too)$/u.test(lowerAt(words, first + 1))))
  ) {
    // prettier-ignore
    if (FIRST.has(word)) return firstPersonLink(state, first, index);
    if (RELATIVE.has(word)) return relativeLink(state, first);
    const answer = attribution === null ? null : replyLink(state, attribution, first);
    if (answer !== null) return answer;
    if (word === 'you' || word === 'your') return { ...NOTHING, kind: 'pronoun' };
    return pronounLink(state, first, true);
  }
  // "Outside court she said": the pronoun is the source, what precedes is when or where
  const last = lowerAt(words, to - 1);
  if (to - first > 1 && to - first < 7 && /^(?:he|she|they)$/u.test(last) && words.coarse[to - 1] === COARSE.pronoun && words.coarse[first] !== COARSE.pronoun && lowerAt(words, to - 2) !== 'and') return pronounLink(state, to - 1, true); // prettier-ignore
  // "She and other protesters"
  if ((word === 'he' || word === 'she') && lowerAt(words, first + 1) === 'and' && first + 2 < to) {
    const self = pronounLink(state, first, true);
    return self.entity < 0 ? self : companyLink(state, self.entity, first, first + 2, to);
  }
  // "families, some of whom said"
  if (/^(?:some|many|most|all|both|several)$/u.test(word) && lowerAt(words, first + 1) === 'of' && lowerAt(words, first + 2) === 'whom') return relativeLink(state, first); // prettier-ignore
  if (/^(?:both|neither|each)$/u.test(word) && first + 1 === to) return pairLink(state, first, first);
  if (to - first === 2 && word === 'the' && /^(?:two|pair|duo|couple)$/u.test(lowerAt(words, first + 1))) return pairLink(state, first, first + 1); // prettier-ignore
  if (to - first === 1 && /^(?:q|a|question|answer)$/u.test(word)) return interviewLink(state, first);

  // Split at top-level commas; the first segment is the phrase, later ones are appositions or more members.
  const segments: Range[] = [];
  let start = first;
  for (let i = first; i <= to; i++) {
    if (i === to || lowerAt(words, i) === ',') {
      if (i > start) segments.push({ first: start, last: i - 1 });
      start = i + 1;
    }
  }
  const head = segments[0];
  if (head === undefined) return NOTHING;
  const joint = jointMembers(state, segments);
  if (joint !== null) {
    const link = jointLink(state, joint, spanOf(words, first, to - 1));
    // "Nkosi and Ferris, the owners of the Blue Kettle,": "the owners" will be these
    for (const segment of segments.slice(1)) {
      const phrase = phraseFrom(words, segment.first, segment.last + 1, false);
      const noun = phrase === null ? '' : lowerAt(words, phrase.head);
      if (phrase?.determiner === 'definite' && PERSON_NOUNS.get(noun)?.plural === true) pushHead(state, noun, link.entity); // prettier-ignore
    }
    return link;
  }

  const headName = segmentName(state, head);
  // "The EU's foreign policy chief, Josep …,": a description with its name behind the comma
  const second = segments
    .slice(1)
    .find((segment) => !/^(?:who|which|whose|and|\d+|aged|seen|obtained|published|led|chaired|commissioned|written|released|reviewed|leaked|dated|signed|filed|backed|carried|compiled|produced|sent|shared|viewed)$/u.test(lowerAt(words, segment.first))); // prettier-ignore
  if (second !== undefined && headName < 0 && segments.indexOf(second) === 1) {
    const at = firstNameOf(state, second);
    const opens = names[at]?.first ?? -1;
    if (
      at >= 0 &&
      opens >= second.first &&
      opens <= second.first + 6 &&
      !/^(?:of|for|in|at|from|near|with|by)$/u.test(lowerAt(words, opens - 1))
    ) {
      // prettier-ignore
      const name = nameLink(state, at);
      const draft = drafts[name.entity];
      // "A spokesman for the studio, Nova Pictures, said": the studio is called so, not the spokesman
      if (draft !== undefined && draft.type !== 'person' && bodyOfPerson(state, head)) {
        const phrase = phraseFrom(words, head.first, head.last + 1, false);
        const link =
          phrase === null ? NOTHING : descriptionLink(state, phrase, head.last + 1, false, attribution);
        const speaker = drafts[link.entity];
        if (speaker !== undefined && !speaker.named && speaker.type !== 'organization') {
          speaker.affiliation = draft.name;
          speaker.principal = draft.index;
          speaker.principalKind = 'speaks-for';
          return { ...link, onBehalfOf: draft.index };
        }
      }
      if (draft !== undefined && !draft.place && draft.type !== 'country') {
        apposed(state, head, draft);
        return { ...name, reasons: [...name.reasons, { kind: 'apposition', span: spanOf(words, head.first, head.last), args: { name: draft.name } }] }; // prettier-ignore
      }
    }
  }
  if (headName >= 0) {
    const name = nameLink(state, headName);
    // "Achterhof and her colleagues"
    const next = (names[headName]?.last ?? head.last) + 1;
    if (
      name.entity >= 0 &&
      lowerAt(words, next) === 'and' &&
      next < head.last &&
      drafts[name.entity]?.type === 'person'
    ) {
      const others = phraseFrom(words, next + 1, head.last + 1, true);
      const noun = others === null ? '' : lowerAt(words, others.head);
      if (GROUPS.has(noun) || PERSON_NOUNS.get(noun)?.plural === true) return companyLink(state, name.entity, head.first, next + 1, head.last + 1); // prettier-ignore
    }
    return name;
  }
  const plain = phraseFrom(words, head.first, head.last + 1, false);
  if (plain === null) return NOTHING;
  const named = names[(state.nameAt[plain.head] ?? 0) - 1];
  const phrase = named !== undefined && named.last > plain.head && named.last < head.last && isPersonNoun(lowerAt(words, head.last)) ? { ...plain, head: head.last } : plain; // prettier-ignore
  return descriptionLink(state, phrase, head.last + 1, attribution?.class === 'finding', attribution);
}

/** "She asked Turtle what it was. He replied": whoever was asked, if the pronoun can mean him. */
function replyLink(state: State, attribution: LinkedAttribution, i: number): Link | null {
  const { words, drafts, lastHearer } = state;
  const cue = attribution.cue[0];
  if (lastHearer === null || cue === undefined || (words.sentence[i] ?? 0) - lastHearer.sentence > 2)
    return null;
  if (!/^(?:repl|answer|respond|retort)/u.test(lowerAt(words, tokenFrom(words, cue.end - 1)))) return null;
  const draft = drafts[lastHearer.entity];
  const word = lowerAt(words, i);
  if (draft === undefined || !isSinglePerson(draft) || (word !== 'he' && word !== 'she') || draft.index === state.lastSpeaker?.entity) return null; // prettier-ignore
  if (!genderFits(draft, word === 'he' ? 'male' : 'female')) return null;
  return found(draft.index, 'pronoun', 0.8, [{ kind: 'pronoun', span: spanOf(words, i, i), args: { word: formAt(words, i), name: draft.name }, weight: 0.8 }]); // prettier-ignore
}

const HEARER_VERBS = new Set(['tell', 'ask', 'inform', 'remind', 'assure', 'advise', 'notify', 'brief', 'warn', 'urge', 'order', 'instruct', 'beg', 'implore', 'promise', 'persuade', 'convince', 'question', 'press', 'reassure']); // prettier-ignore

/** "A jury was told", "Surgeon ‘stitched with eyes shut’, tribunal told": the hearer stands before a passive cue. */
function toldBefore(
  state: State,
  attribution: LinkedAttribution,
  index: number,
): { entity: number; span: Span } | null {
  const { words } = state;
  const last = tokenFrom(words, attribution.cue[0]?.start ?? 0) - 1;
  if (last < 0 || words.paragraph[last] !== attribution.paragraph || words.quoted[last] === 1) return null;
  let first = last;
  while (first > 0 && sameSentence(words, first - 1, last) && last - first < 6 && (words.coarse[first - 1] === COARSE.noun || words.coarse[first - 1] === COARSE.name || words.coarse[first - 1] === COARSE.adjective || words.coarse[first - 1] === COARSE.number)) first--; // prettier-ignore
  if (first > 0 && words.coarse[first - 1] === COARSE.determiner && sameSentence(words, first - 1, last))
    first--;
  const link = phraseLink(state, first, last + 1, null, index);
  if (link.entity < 0) return null;
  note(state, first, last, link.entity, link.kind, true, -1);
  return { entity: link.entity, span: spanOf(words, first, last) };
}

/** Cues that end in writing to somebody: "said in a letter to", "wrote to". */
const WRITTEN_TO =
  /\b(?:letter|email|e-mail|memo|note|message|submission|statement|speech|report|evidence) to$/u;

/** Is the token inside the content? */
const inContent = (state: State, attribution: LinkedAttribution, i: number): boolean => {
  const start = state.words.start[i] ?? 0;
  return attribution.content.some((content) => content.start <= start && start < content.end);
};

/** What follows whoever is asked or told: "to raise", "that", "not to", "he would", "of it". */
function opensMessage(words: Words, i: number): boolean {
  const coarse = words.coarse[i];
  return (
    /^(?:to|not|never|that|of|for|about|whether|if|why|how|what|when|where|against|over|on)$/u.test(
      lowerAt(words, i),
    ) ||
    coarse === COARSE.pronoun ||
    coarse === COARSE.determiner ||
    coarse === COARSE.possessive ||
    coarse === COARSE.name
  );
}

/** The hearer after the cue: "told reporters", "asked the court". */
export function hearerOf(
  state: State,
  attribution: LinkedAttribution,
  index: number,
): { entity: number; span: Span } | null {
  const { words, document } = state;
  const cue = attribution.cue.at(-1);
  if (cue === undefined) return null;
  const placed = document.paragraphs[attribution.paragraph];
  const lemma = placed?.paragraph.tokens.lemma[attribution.cueHead] ?? '';
  const cueText = state.text.slice(cue.start, cue.end).toLowerCase();
  let from = tokenFrom(words, cue.end);
  const passive = /\b(?:was|were|been|be|is|are) (?:\w+ )?(?:told|asked|informed|assured|promised|advised|warned|urged)$/u.test(cueText); // prettier-ignore
  // "Pratt was told": who is told stands where the source of another verb does
  if (attribution.source.length === 0 && (passive || cueText === 'told' || cueText === 'hears'))
    return toldBefore(state, attribution, index);
  // "She put it to him that", "put to the minister"
  const putTo = lemma === 'put' && /\bput (?:it )?to$/u.test(cueText);
  const putToThem = /\bput (?:it )?to (?:him|her|them)$/u.test(cueText);
  if (putToThem) from--;
  const withPreposition = /^(?:to|with)$/u.test(lowerAt(words, from)) && /^(?:say|speak|talk|complain|write|explain|admit|confess|testify|insist|interview|put|appeal|apologi[sz]e|report|suggest|reply|announce|reveal|describe|boast|claim)$/u.test(lemma); // prettier-ignore
  // "said in a letter to the minister"
  const letter = /^(?:in|by)$/u.test(lowerAt(words, from)) ? letterTo(words, from) : -1;
  const endsInTo =
    putTo ||
    putToThem ||
    WRITTEN_TO.test(cueText) || (cueText.endsWith(' to') && /^(?:put|appeal|write|speak|say|complain|confess|explain|apologi[sz]e|report|reply)$/u.test(lemma)); // prettier-ignore
  if (letter >= 0) from = letter;
  else if (withPreposition) from++;
  else if (!endsInTo && (passive || !(HEARER_VERBS.has(lemma) || /\b(?:told|asked|informed|reminded|assured|warned|urged)\b/u.test(cueText)))) return null; // prettier-ignore
  if (from >= words.count || words.paragraph[from] !== attribution.paragraph) return null;
  const within = inContent(state, attribution, from);
  // "“…,” told Kolb to reporters" is rare: the speaker is never the hearer
  const start = words.start[from] ?? 0;
  if (attribution.source.some((source) => source.start <= start && start < source.end)) return null;
  const lower = lowerAt(words, from);
  if (words.quoted[from] === 1 || /^[,.:;]$/u.test(lower) || / (?:for|about|of)$/u.test(cueText)) return null;
  // "warned Tuesday", "advised an hour later"
  if ((DAYS.test(lower) || /^(?:yesterday|today|last|on|in|at)$/u.test(lower)) && !/^(?:'s|’s|')$/u.test(lowerAt(words, from + 1))) return null; // prettier-ignore
  // "told her she was too small", but "told her lawyer"
  const objectHer = lower === 'her' && ((!within && inContent(state, attribution, from + 1)) || (words.coarse[from + 1] !== COARSE.noun && words.coarse[from + 1] !== COARSE.adjective && words.coarse[from + 1] !== COARSE.name && words.coarse[from + 1] !== COARSE.number)); // prettier-ignore
  if (PRONOUNS.has(lower) && (objectHer || !OWNER_PRONOUNS.has(lower))) {
    const span = spanOf(words, from, from);
    // "asked it to be moved": what is asked, not who
    if (within && (lower === 'it' || lower === 'that' || lower === 'which' || lower === 'who' || !opensMessage(words, from + 1))) return null; // prettier-ignore
    if (FIRST.has(lower)) {
      const author = authorOf(state, from);
      return { entity: state.drafts[author]?.named === true ? author : -1, span };
    }
    const link = RELATIVE.has(lower) ? NOTHING : pronounLink(state, from, false, state.lastSpeaker?.entity);
    return link.entity < 0 || link.entity === state.lastSpeaker?.entity
      ? null
      : { entity: link.entity, span };
  }
  // "has not told either of them"
  if (
    /^(?:either|both|neither|one|all|none|each)$/u.test(lower) &&
    lowerAt(words, from + 1) === 'of' &&
    PRONOUNS.has(lowerAt(words, from + 2))
  ) {
    // prettier-ignore
    const link = pronounLink(state, from + 2, false, state.lastSpeaker?.entity);
    return link.entity < 0 ? null : { entity: link.entity, span: spanOf(words, from, from + 2) };
  }
  let to = from;
  const limit = Math.min(words.count, from + 10);
  while (to < limit && sameSentence(words, to, from) && inContent(state, attribution, to) === within && !(within && to > from && opensMessage(words, to) && (state.nameAt[to] ?? 0) === 0) && !/^(?:that|,|\.|;|:|outside|in|on|at|after|before|during|by|as|last|next|later|earlier|yesterday|today|tonight|this)$/u.test(to === from ? '' : lowerAt(words, to)) && !(to > from && DAYS.test(lowerAt(words, to)))) to++; // prettier-ignore
  if (to <= from) return null;
  if (within && !opensMessage(words, to)) return null;
  const at = (state.nameAt[from] ?? 0) - 1;
  const determined = at >= 0 || OWNER_PRONOUNS.has(lower) || words.coarse[from] === COARSE.determiner || words.coarse[from] === COARSE.noun || words.coarse[from] === COARSE.possessive || words.coarse[from] === COARSE.adjective || words.coarse[from] === COARSE.number || words.coarse[from] === COARSE.name; // prettier-ignore
  if (!determined) return null;
  const phrase = phraseFrom(words, from, to, at < 0);
  if (phrase === null) return null;
  if (/^(?:hour|day|week|month|year|minute|moment|time)s?$/u.test(lowerAt(words, phrase.head))) return null;
  // "promised repairs to the road": only those can be asked who can hear
  const name = state.names[(state.nameAt[phrase.head] ?? 0) - 1];
  if (within && name === undefined && !canHear(lowerAt(words, phrase.head))) return null;
  // "told the chair of the committee"
  const object = lowerAt(words, phrase.head + 1) === 'of' && !within && isPersonNoun(lowerAt(words, phrase.head)) ? phraseFrom(words, phrase.head + 2, Math.min(words.count, phrase.head + 8), true) : null; // prettier-ignore
  let link = phraseLink(state, from, (object?.head ?? phrase.head) + 1, null, index);
  // Nobody tells himself: "Hartmann told the regulator" is another body
  if (link.entity >= 0 && link.entity === state.lastSpeaker?.entity && link.kind === 'description') link = descriptionLink(state, { ...phrase, determiner: 'indefinite' }, phrase.head + 1, false, null); // prettier-ignore
  // "told her opponent, businessman Scott Dunleavy, in a debate"
  const beside = lowerAt(words, phrase.head + 1) === ',' ? namedBeside(state, phrase.head + 2) : -1;
  if (
    beside >= 0 &&
    state.drafts[link.entity]?.named === false &&
    state.drafts[link.entity]?.type === 'person'
  ) {
    const draft = state.drafts[beside];
    if (draft !== undefined) apposed(state, { first: from, last: phrase.head }, draft);
    link = { ...link, entity: beside };
  }
  const span = spanOf(words, from, phrase.head);
  if (link.entity < 0 || link.entity === state.lastSpeaker?.entity) return null;
  if (within && state.drafts[link.entity]?.type === 'document') return null;
  note(state, from, phrase.head, link.entity, link.kind, false, -1);
  return { entity: link.entity, span };
}

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/u;

const canHear = (lower: string): boolean =>
  PERSON_NOUNS.has(lower) || GROUPS.has(lower) || BODY_NOUNS.has(lower);

/** "in a letter to the minister": the token after "to", or -1. */
function letterTo(words: Words, from: number): number {
  for (let i = from + 1; i < from + 6 && sameSentence(words, i, from); i++)
    if (lowerAt(words, i) === 'to' && /^(?:letter|email|e-mail|memo|note|message|submission|statement|speech|report|evidence|phone|call)$/u.test(lowerAt(words, i - 1))) return i + 1; // prettier-ignore
  return -1;
}

/** The person whose name begins at the token, or after a word or two that say what he is; -1 for none. */
function namedBeside(state: State, from: number): number {
  for (let i = from; i < from + 3; i++) {
    const at = (state.nameAt[i] ?? 0) - 1;
    if (at < 0) continue;
    const entity = state.cast.links[at]?.entity ?? -1;
    const root = rootOf(state.drafts, entity);
    return state.names[at]?.sort !== 'role' && state.drafts[root]?.type === 'person' ? root : -1;
  }
  return -1;
}

/** An attribution whose source the text does not name in its place. */
function missingSource(state: State, attribution: LinkedAttribution, index: number): Link {
  const { document, words } = state;
  const previous = document.attributions[index - 1];
  const speaker = state.lastSpeaker;
  if (previous === undefined || speaker === null) return NOTHING;
  const cue = attribution.cue[0];
  const at = tokenFrom(words, (cue ?? attribution.content[0])?.start ?? 0);
  if (cue === undefined) {
    // A quotation that goes on without a new cue belongs to the one who spoke before.
    if (attribution.form === 'direct' && attribution.paragraph - previous.paragraph <= 1)
      return found(speaker.entity, 'description', 0.7, [
        { kind: 'continued-quote', args: { name: nameOf(state, speaker.entity) } },
      ]);
    return NOTHING;
  }
  const lemma = lowerAt(words, at);
  const previousCue = previous.cue[0];
  const sentence = words.sentence[at];
  const sameAsPrevious =
    previousCue !== undefined && words.sentence[tokenFrom(words, previousCue.start)] === sentence;
  // "…, she said, adding that": the participle has the subject of the clause before
  if (
    sameAsPrevious &&
    (lemma.endsWith('ing') ||
      lowerAt(words, at - 1) === 'and' ||
      lowerAt(words, at - 1) === 'but' ||
      lowerAt(words, at - 2) === 'and')
  )
    // prettier-ignore
    return found(speaker.entity, 'description', 0.8, [{ kind: 'same-clause', args: { name: nameOf(state, speaker.entity) } }]);
  return NOTHING;
}

export function linkOf(state: State, attribution: LinkedAttribution, index: number): Link {
  const { words } = state;
  const span = attribution.source[0];
  if (span === undefined) return missingSource(state, attribution, index);
  const from = tokenFrom(words, span.start);
  const to = tokenFrom(words, span.end - 1) + 1;
  let link = phraseLink(state, from, to, attribution, index);
  if (link.entity >= 0) {
    // Inverted order with an apposition outside the source span: "said the mayor, Ada Quill."
    const draft = state.drafts[link.entity];
    if (
      draft !== undefined &&
      !draft.named &&
      draft.type === 'person' &&
      lowerAt(words, to) === ',' &&
      words.capital[to + 1] === 1
    ) {
      const at = (state.nameAt[to + 1] ?? 0) - 1;
      const name = state.names[at];
      if (
        name !== undefined &&
        name.first <= to + 4 &&
        profileBeforeComma(words, state.text, to, kindsIn(state)) !== null
      ) {
        const named = nameLink(state, at);
        if (named.entity >= 0 && state.drafts[named.entity]?.type === 'person') {
          draft.mergedInto = draft.index === named.entity ? -1 : named.entity;
          link = { ...named, reasons: [...named.reasons, { kind: 'apposition', span: spanOf(words, from, to - 1), args: { name: nameOf(state, named.entity) } }] }; // prettier-ignore
        }
      }
    }
  }
  return link;
}
