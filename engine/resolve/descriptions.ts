/**
 * Sieves 4, 10, 12 and 13: what "the deputy mayor", "its defence ministry", "residents", "a spokesman for Hartmann" and
 * "sources" point to, or a new entity for them. Knows the state of the walk and noun phrases.
 */
import type { Reason, SpeakerType } from '../annotation.ts';
import type { LinkedAttribution } from '../attribute/linked.ts';
import type { Span } from '../text/spans.ts';
import { addGender, applyProfile, newDraft } from './cast.ts';
import { nameKey } from './entities.ts';
import {
  COMPANY_WORDS,
  DOCUMENT_KIN,
  MAKERS,
  PERSON_WORDS,
  ROLE_KIN,
  STYLED,
  isOfKind,
  typeOfHead,
} from './kinds.ts';
import { BARE, DWELLERS, OWNER_PRONOUNS, type Phrase, phraseFrom, profileOf, textOf } from './phrases.ts';
import { FIRST, PRONOUNS, firstPersonLink, pronounLink } from './pronouns.ts';
import {
  type Link,
  NEAR,
  NOTHING,
  type State,
  entityOfTokens,
  found,
  isSinglePerson,
  isRecent,
  isSubject,
  kindsIn,
  nameOf,
  note,
  pushHead,
  rank,
  rootOf,
} from './state.ts';
import { BODY_NOUNS, PERSON_NOUNS, TITLES } from './terms.ts';
import { type Words, formAt, lowerAt, sameSentence, spanOf, tokenFrom } from './words.ts';

const SECRECY =
  /anonym|(?:not|n['’]t|never) (?:to )?be(?:en)? (?:named|identified|quoted)|to remain unnamed|not (?:been )?authori[sz]ed|not allowed to speak|declined to be (?:named|identified)|refused to be (?:named|identified)|identified only|gave only (?:his|her|their) first|names? (?:was|were|is|are|be|has been|have been) (?:not )?(?:withheld|changed)|familiar with (?:the|his|her|its|their)|(?:direct )?knowledge of|briefed on|close to the|who (?:attended|was present|were present|has seen|have seen)|off the record|\bunnamed\b|\bunidentified\b/iu;

/** Whom a first paragraph describes without meaning the one it will name ("A fraudster has phoned pensioners"). */
const WRONGDOERS = new Set(['fraudster', 'thief', 'burglar', 'robber', 'gunman', 'attacker', 'killer', 'murderer', 'intruder', 'suspect', 'hacker', 'scammer', 'vandal', 'arsonist', 'offender', 'assailant', 'shooter', 'kidnapper', 'driver', 'jury', 'judge', 'court', 'source', 'official', 'spokesman', 'spokeswoman', 'spokesperson', 'coroner', 'magistrate', 'inspector', 'prosecutor', 'detective', 'caller', 'reporter', 'resident', 'witness', 'critic']); // prettier-ignore

/** Modifiers of a phrase that tell one bearer from another. */
export function modifiersOf(words: Words, phrase: Phrase): string[] {
  const list: string[] = [];
  for (let i = phrase.core; i < phrase.head; i++) {
    const lower = lowerAt(words, i);
    if (
      /^[\p{L}]/u.test(lower) &&
      !/^(?:other|same|very|local|senior|top|new|former)$|-(?:based|listed|owned|headquartered)$/u.test(lower)
    )
      list.push(lower);
  }
  return list;
}

/** Name of an entity that the article only describes: its own words, without "the". */
function describedName(state: State, first: number, last: number): string {
  const { words, text } = state;
  let from = first;
  if (/^(?:the|this|that|these|those|our|my)$/u.test(lowerAt(words, from)) && from < last) from++;
  const name = textOf(words, text, from, last);
  const isName = (state.nameAt[from] ?? 0) > 0 || /^\p{Lu}[\p{Lu}\d.]/u.test(name) || name.startsWith('I ');
  return isName ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** Is the owner of a role an affiliation? A body is, but not for its lawyer or its neighbour; a person only for a spokesperson. */
export function belongs(state: State, owner: number, heads: Iterable<string>): boolean {
  const type = state.drafts[owner]?.type;
  const list = [...heads];
  const kinds = list.map((head) => PERSON_NOUNS.get(head)?.kind);
  if (kinds.includes('kin') || kinds.includes('lawyer') || list.some((head) => DWELLERS.has(head)))
    return false;
  return kinds.includes('spokes') || type === 'organization' || type === 'country' || type === 'outlet' || type === 'agency'; // prettier-ignore
}

/** The body that a spokesperson without one speaks for: the subject or speaker of the last sentences. */
export function bodyNear(state: State, i: number): number {
  // "Police confirmed it. They would summon witnesses, spokesman Agus Hadi said"
  const speaker = state.drafts[state.lastSpeaker?.entity ?? -1];
  if (speaker?.type === 'group' && !speaker.named && BODY_NOUNS.has(speaker.name) && state.lastSpeaker?.paragraph === state.words.paragraph[i]) return speaker.index; // prettier-ignore
  const bodies = rank(state, i, (draft) => !draft.place && !draft.plural && (draft.type === 'organization' || draft.type === 'country') && draft.named && (draft.sure || draft.type === 'country' || draft.name.includes(' ') || draft.index === state.mainBody || draft.index === state.lastSpeaker?.entity), () => 0, 1); // prettier-ignore
  const first = bodies[0];
  return first === undefined || bodies.some((other) => other !== first && first.score - other.score < NEAR)
    ? state.mainBody
    : first.entity;
}

/** The named body that a common noun stands for: "the company's sales chief" → Hartmann; -1 when none is or several are. */
export function bodyBehind(state: State, first: number, last: number): number {
  const { words, drafts } = state;
  const phrase: Phrase = { first, head: last, determiner: 'definite', owner: null, core: first };
  const link = coreference(state, phrase, lowerAt(words, last), modifiersOf(words, phrase), 'organization', spanOf(words, first, last), null); // prettier-ignore
  const body = drafts[link?.entity ?? -1];
  return body !== undefined && body.named && body.type !== 'person' ? body.index : -1;
}

/** Does the sentence say that the source is kept unnamed, and why? */
function isSecret(state: State, phrase: Phrase, to: number, attribution: LinkedAttribution): boolean {
  const { words, text } = state;
  if (/^(?:unnamed|unidentified|anonymous)$/u.test(lowerAt(words, phrase.core))) return true;
  const cue = attribution.cue.at(-1);
  let last = Math.max(to, cue === undefined ? to : tokenFrom(words, cue.end));
  const limit = Math.min(words.count, phrase.head + 60);
  while (last < limit && sameSentence(words, last, phrase.head)) last++;
  return SECRECY.test(text.slice(words.start[phrase.first], words.end[Math.min(last, words.count) - 1]));
}

/** The entity that a phrase inside a description names ("for Hartmann", "for the transport ministry"), or -1. */
function entityOfRange(state: State, phrase: Phrase): number {
  const named = entityOfTokens(state, phrase.owner === null ? phrase.core : phrase.owner.first, phrase.head);
  if (named >= 0) return named;
  if (phrase.head === phrase.first && PRONOUNS.has(lowerAt(state.words, phrase.head))) return pronounLink(state, phrase.head).entity; // prettier-ignore
  const link = descriptionLink(state, phrase, phrase.head + 1, false, null);
  return link.entity;
}

/** "The mayor's spokesman": the mayor, whom the article may have named, or describes here for the first time. */
function commonOwner(state: State, phrase: Phrase): number {
  const { words } = state;
  if (phrase.owner === null || words.capital[phrase.owner.last] === 1) return -1;
  const owner = phraseFrom(words, phrase.first, phrase.owner.last + 1, true);
  if (owner?.head !== phrase.owner.last || owner.owner !== null) return -1;
  const { lead } = state;
  const link = descriptionLink(state, owner, owner.head + 1, false, null);
  state.lead = lead;
  return link.entity;
}

/** Who stands to whom as X stood to Y: "her husband" of a woman met as "his wife". */
const CONVERSE: Readonly<Record<string, RegExp>> = { husband: /^(?:wife|widow)$/u, widower: /^(?:wife|widow)$/u, wife: /^husband$/u, widow: /^husband$/u, brother: /^(?:brother|sister)$/u, sister: /^(?:brother|sister)$/u, son: /^(?:mother|father)$/u, daughter: /^(?:mother|father)$/u, mother: /^(?:son|daughter)$/u, father: /^(?:son|daughter)$/u, partner: /^partner$/u }; // prettier-ignore

/** A relative already met: as "his sister" before, or because the owner was met as the relative of somebody. */
function kinOf(state: State, owner: number, head: string): number {
  const { drafts } = state;
  for (const candidate of state.byHead.get(head) ?? []) {
    const entity = rootOf(drafts, candidate);
    const draft = drafts[entity];
    if (draft?.principalKind === 'related-to' && rootOf(drafts, draft.principal) === owner) return entity;
  }
  const self = drafts[owner];
  if (self?.principalKind !== 'related-to' || self.principal < 0) return -1;
  const converse = CONVERSE[head];
  return converse !== undefined && [...self.heads].some((own) => converse.test(own)) ? rootOf(drafts, self.principal) : -1; // prettier-ignore
}

/** "its defence ministry" → Azerbaijan's defence ministry; "her lawyer" → Ferrow's lawyer. */
function ownedLink(
  state: State,
  phrase: Phrase,
  type: SpeakerType,
  plural: boolean,
  speaks: boolean,
): Link | null {
  const { words, text, drafts } = state;
  if (phrase.owner === null) return null;
  const word = lowerAt(words, phrase.owner.first);
  const isPronoun = phrase.owner.first === phrase.owner.last && OWNER_PRONOUNS.has(word);
  let owner: number;
  if (isPronoun) {
    const link = FIRST.has(word)
      ? firstPersonLink(state, phrase.owner.first, -1)
      : pronounLink(state, phrase.owner.first, false, -1, true);
    owner = link.entity;
    note(state, phrase.owner.first, phrase.owner.first, owner, 'pronoun', false, -1, link.candidates);
    if (owner < 0) return link.candidates.length > 0 ? { ...link, kind: 'description' } : null;
  } else {
    owner = entityOfTokens(state, phrase.owner.first, phrase.owner.last);
    if (owner < 0) owner = commonOwner(state, phrase);
    if (owner < 0) return null;
  }
  owner = rootOf(drafts, owner);
  const head = lowerAt(words, phrase.head);
  const core = textOf(words, text, phrase.core, phrase.head);
  const noun = PERSON_NOUNS.get(head);
  if (noun?.kind === 'kin' && !noun.plural) {
    const kin = kinOf(state, owner, head);
    if (kin >= 0) return found(kin, 'description', 0.85, [{ kind: 'owner', span: spanOf(words, phrase.first, phrase.head), args: { word: formAt(words, phrase.owner.first), name: nameOf(state, kin) } }]); // prettier-ignore
  }
  // "Tolvania's president" after "Ludvik Orsag, the president of Tolvania"
  if (type === 'person') {
    for (const candidate of state.byHead.get(head) ?? []) {
      const draft = drafts[rootOf(drafts, candidate)];
      if (draft?.affiliation !== undefined && draft.affiliation !== null && nameKey(draft.affiliation) === nameKey(nameOf(state, owner)))
        return found(draft.index, 'description', 0.85, [{ kind: 'role', span: spanOf(words, phrase.first, phrase.head), args: { word: core, name: draft.name } }]); // prettier-ignore
    }
  }
  const name = `${nameOf(state, owner)}${nameOf(state, owner).endsWith('s') && plural ? state.apostrophe : `${state.apostrophe}s`} ${core}`;
  const key = nameKey(name);
  const known = state.cast.byKey.get(key);
  const span = spanOf(words, phrase.first, phrase.head);
  const reason: Reason = {
    kind: 'owner',
    span,
    args: { word: formAt(words, phrase.owner.first), name: nameOf(state, owner) },
  };
  if (known !== undefined && known >= 0) return found(rootOf(drafts, known), 'description', 0.85, [reason]);
  // As the article calls it: "Mr Dax's mother"
  const shown = isPronoun ? name : describedName(state, phrase.first, phrase.head);
  const draft = newDraft(drafts, type, shown, phrase.first);
  draft.named = false;
  draft.plural = plural;
  draft.heads.add(head);
  draft.introduction = span;
  draft.affiliation = nameOf(state, owner);
  draft.affiliationSpan = spanOf(words, phrase.owner.first, phrase.owner.last);
  draft.principal = owner;
  draft.principalKind = noun === undefined ? 'part-of' : noun.kind === 'kin' ? 'related-to' : noun.kind === 'lawyer' ? 'lawyer-for' : noun.kind === 'spokes' || noun.kind === 'aide' ? 'speaks-for' : 'part-of'; // prettier-ignore
  if (noun !== undefined && !noun.plural) {
    draft.role = core;
    draft.roleSpan = spanOf(words, phrase.core, phrase.head);
    draft.roleWeight = 2;
    if (noun.gender !== null) addGender(draft, noun.gender, 'noun', spanOf(words, phrase.head, phrase.head));
    if (!belongs(state, owner, [head])) draft.affiliation = null;
  }
  state.cast.byKey.set(key, draft.index);
  pushHead(state, head, draft.index);
  // "his widow told mourners", "the club's former secretary has told a jury": named in the next paragraph
  if (speaks && type === 'person' && state.lead < 0 && (noun?.kind === 'kin' || noun?.kind === 'role') && !WRONGDOERS.has(head) && words.paragraph[phrase.first] === state.topParagraph && words.quoted[phrase.first] !== 1) state.lead = draft.index; // prettier-ignore
  const behalf = draft.principalKind === 'speaks-for' || draft.principalKind === 'lawyer-for' ? owner : -1;
  return { ...found(draft.index, 'description', 0.8, [reason]), onBehalfOf: behalf };
}

/** The only named bearer of a role that means nearly the same ("Rovers boss" for the club's manager), or -1. */
function akin(state: State, head: string, modifiers: readonly string[]): number {
  const { drafts } = state;
  let only = -1;
  for (const kin of ROLE_KIN) {
    if (!kin.has(head)) continue;
    for (const word of kin)
      for (const candidate of state.byHead.get(word) ?? []) {
        const entity = rootOf(drafts, candidate);
        const draft = drafts[entity];
        if (draft === undefined || !draft.named || entity === only) continue;
        const own = nameKey(`${draft.role ?? ''} ${draft.affiliation ?? ''}`);
        if (modifiers.length > 0 && !modifiers.every((modifier) => own.includes(nameKey(modifier)))) continue;
        if (only >= 0) return -1;
        only = entity;
      }
  }
  return only;
}

/** Finds what "the deputy mayor", "the board", "the report", "the company" points back (or, at the top, forward) to. */
export function coreference(
  state: State,
  phrase: Phrase,
  head: string,
  modifiers: readonly string[],
  type: SpeakerType,
  span: Span,
  object: Phrase | null,
): Link | null {
  const { words, text, drafts } = state;
  const heads = new Set([head]);
  if (type === 'document')
    for (const kin of DOCUMENT_KIN) if (kin.has(head)) for (const other of kin) heads.add(other);
  const objectText = object === null ? '' : nameKey(textOf(words, text, object.core, object.head));
  const fits: number[] = [];
  for (const word of heads) {
    for (const candidate of state.byHead.get(word) ?? []) {
      const entity = rootOf(drafts, candidate);
      const draft = drafts[entity];
      if (draft === undefined || fits.includes(entity)) continue;
      if (word !== head && type === 'document' && draft.type !== 'document') continue;
      // "the coach" is nobody's team
      if (type === 'person' && draft.named && draft.type !== 'person' && !(draft.role ?? '').endsWith(head))
        continue;
      if (modifiers.length === 0 && objectText === '') {
        fits.push(entity);
        continue;
      }
      const own = nameKey(`${draft.role ?? ''} ${draft.affiliation ?? ''} ${draft.name}`);
      if (modifiers.length > 0 && !modifiers.every((modifier) => own.includes(nameKey(modifier)))) continue;
      if (objectText !== '' && !own.includes(objectText) && draft.affiliation !== null) continue;
      if (objectText !== '' && !own.includes(objectText) && !draft.named) continue;
      fits.push(entity);
    }
  }
  const pick = (entity: number, confidence: number): Link =>
    found(entity, 'description', confidence, [
      {
        kind: 'role',
        span,
        args: { word: textOf(words, text, phrase.core, phrase.head), name: nameOf(state, entity) },
        weight: confidence,
      },
    ]);
  if (fits.length === 0 && (type === 'person' || MAKERS.has(head))) {
    const kin = akin(state, head, modifiers);
    if (kin >= 0) return pick(kin, 0.65);
  }
  // "the officials" are several, "one of the officials" is none of them
  const agreeing = fits.length > 1 && (type === 'group' || type === 'person') ? fits.filter((entity) => drafts[entity]?.plural === (type === 'group')) : fits; // prettier-ignore
  if (agreeing.length > 0 && agreeing.length < fits.length) fits.splice(0, fits.length, ...agreeing);
  if (fits.length === 1 && fits[0] !== undefined) return pick(fits[0], 0.88);
  if (fits.length > 1) {
    const speaker = state.lastSpeaker?.entity ?? -1;
    if (fits.includes(speaker) && type !== 'group') return pick(speaker, 0.7);
    // The one mentioned last, if the others are further than two paragraphs away.
    const paragraph = words.paragraph[phrase.first] ?? 0;
    const near = fits.filter((entity) => isRecent(state, entity, paragraph, 2));
    if (near.length === 1 && near[0] !== undefined) return pick(near[0], 0.7);
    if (type === 'document' || type === 'group' || near.length === 0) {
      const latest = fits.at(-1);
      if (latest !== undefined) return pick(latest, 0.6);
    }
    return {
      ...NOTHING,
      candidates: fits,
      reasons: [{ kind: 'ambiguous', span, args: { word: head, count: fits.length } }],
    };
  }
  // "the company", "the truck maker": the body spoken of last, if it is not of another kind by its own name
  if (
    (type === 'organization' || MAKERS.has(head) || head === 'paper') &&
    COMPANY_WORDS.has(head) &&
    phrase.determiner === 'definite' &&
    (modifiers.length === 0 || MAKERS.has(head))
  ) {
    // prettier-ignore
    const isCountry = /^(?:country|nation|kingdom|republic|island)$/u.test(head);
    const bodies = rank(state, phrase.first, (draft) => draft.named && !draft.plural && !draft.place && (isCountry ? draft.type === 'country' : (draft.type === 'organization' || draft.type === 'outlet') && isOfKind(draft, head)), (draft) => (draft.index === state.mainBody && modifiers.length === 0 ? 2.2 : 0), 4); // prettier-ignore
    const first = bodies[0];
    if (first !== undefined && bodies.filter((other) => first.score - other.score < 0.2).length === 1)
      return pick(first.entity, 0.65);
  }
  // "the 36-year-old", "the midfielder": one person lately spoken of, with no other role
  if (
    type === 'person' &&
    (STYLED.has(head) || /-?year-old$/u.test(head)) &&
    phrase.determiner === 'definite'
  ) {
    const people = rank(state, phrase.first, (draft) => isSinglePerson(draft) && draft.named && (draft.roleWeight < 2 || head.endsWith("year-old")), () => 0, 3); // prettier-ignore
    const first = people[0];
    if (first !== undefined && first.score >= 3 && people.filter((other) => first.score - other.score < NEAR).length === 1) return pick(first.entity, 0.6); // prettier-ignore
  }
  // "Nick Farringdon did not survive lunch. The business secretary resigned": the one person named so far, if nobody
  // has said what he is
  if (
    type === 'person' &&
    phrase.determiner === 'definite' &&
    object === null &&
    TITLES.get(head)?.kind === 'office' &&
    !WRONGDOERS.has(head) &&
    (words.paragraph[phrase.first] ?? 0) <= state.topParagraph + 2 &&
    words.quoted[phrase.first] !== 1
  ) {
    // prettier-ignore
    const people = rank(state, phrase.first, (draft) => isSinglePerson(draft), () => 0, 2); // prettier-ignore
    const only = people.length === 1 ? drafts[people[0]?.entity ?? -1] : undefined;
    if (
      only !== undefined &&
      only.named &&
      only.roleWeight === 0 &&
      only.first < phrase.first &&
      only.name.includes(' ') &&
      words.capital[phrase.first] === 1
    ) {
      applyProfile(words, only, profileOf(words, text, phrase, phrase.head + 1, kindsIn(state)));
      pushHead(state, head, only.index);
      return pick(only.index, 0.6);
    }
  }
  // "the man", "the woman": the one person lately spoken of who the text says is one
  if (type === 'person' && (head === 'man' || head === 'woman') && phrase.determiner === 'definite') {
    const gender = PERSON_NOUNS.get(head)?.gender ?? null;
    const people = rank(state, phrase.first, (draft) => isSinglePerson(draft) && draft.roleWeight < BARE && draft.gender === gender, () => 0, 2); // prettier-ignore
    if (people.length === 1 && people[0] !== undefined) return pick(people[0].entity, 0.6);
  }
  return null;
}

/** Sieves 4, 10, 12, 13: what a common noun phrase points to, or a new entity for it. */
export function descriptionLink(
  state: State,
  phrase: Phrase,
  to: number,
  finding: boolean,
  attribution: LinkedAttribution | null,
): Link {
  const { words, text, drafts } = state;
  const head = lowerAt(words, phrase.head);
  const { type, plural } = typeOfHead(words, phrase, finding);
  const span = spanOf(words, phrase.first, phrase.head);
  const kind = type === 'person' || type === 'anonymous' ? 'role' : 'description';

  // "its defence ministry", "her lawyer", "Hartmann's lawyer"
  if (phrase.owner !== null) {
    const owned = ownedLink(state, phrase, type, plural, attribution !== null);
    if (owned !== null) return owned;
  }
  const oneOf =
    /^(?:one|another)$/u.test(lowerAt(words, phrase.first)) && lowerAt(words, phrase.first + 1) === 'of';
  const definite = phrase.determiner === 'definite' || (phrase.determiner === 'none' && (type !== 'person' || words.zones[words.paragraph[phrase.first] ?? 0] === 'headline')) || (phrase.determiner === 'owner'); // prettier-ignore
  let lastOfName = phrase.head;
  // "a spokesman for Hartmann", "residents of Tarn": the phrase after belongs to the description
  let after: number = phrase.head + 1;
  const preposition = lowerAt(words, after);
  let behalf = -1;
  let object: Phrase | null = null;
  if (after + 1 < to && /^(?:for|of|at|from|with|in|close|near|to|who|on)$/u.test(preposition)) {
    if (preposition === 'close' || preposition === 'near') after++;
    if (lowerAt(words, after) === 'to') after++;
    object = preposition === 'who' ? null : phraseFrom(words, /^(?:for|of|at|from|with|in|on|to)$/u.test(lowerAt(words, after)) ? after + 1 : after, to, false); // prettier-ignore
    if (object !== null) lastOfName = object.head;
    // "a person with direct knowledge of the matter"
    if (object !== null && lowerAt(words, object.head) === 'knowledge' && lowerAt(words, object.head + 1) === 'of') lastOfName = phraseFrom(words, object.head + 2, to, false)?.head ?? lastOfName; // prettier-ignore
    // "a spokesperson for the Department of Health"
    while (
      words.capital[lastOfName] === 1 &&
      /^(?:of|for)$/u.test(lowerAt(words, lastOfName + 1)) &&
      words.capital[lastOfName + 2] === 1 &&
      lastOfName + 2 < to
    ) {
      // prettier-ignore
      lastOfName += 2;
      while (words.capital[lastOfName + 1] === 1 && lastOfName + 1 < to) lastOfName++;
    }
  } else if (
    /^(?:familiar|briefed|involved|acquainted)$/u.test(preposition) &&
    /^(?:with|on|in)$/u.test(lowerAt(words, after + 1)) &&
    after + 2 < to
  ) {
    // prettier-ignore
    // "a person familiar with the matter"
    const matter = phraseFrom(words, after + 2, to, false);
    if (matter !== null) lastOfName = matter.head;
  }
  const modifiers = modifiersOf(words, phrase);
  if (definite && !oneOf) {
    const link = coreference(state, phrase, head, modifiers, type, span, object);
    if (link !== null) return link;
  }
  const noun = PERSON_NOUNS.get(head);
  const representative = noun !== undefined && noun.kind !== 'role' && noun.kind !== 'kin';
  if (object !== null && (representative || plural || type === 'person'))
    behalf = entityOfRange(state, object);
  if (behalf < 0 && representative && phrase.core < phrase.head)
    behalf = entityOfTokens(state, phrase.core, phrase.head - 1);

  // "A spokeswoman said": for the body spoken of last
  if (behalf < 0 && noun?.kind === 'spokes' && phrase.core === phrase.head && object === null)
    behalf = bodyNear(state, phrase.first);

  const name = describedName(state, phrase.first, lastOfName);
  const key = nameKey(name);
  const same = state.cast.byKey.get(key);
  if (same !== undefined && same >= 0 && phrase.determiner !== 'indefinite') {
    return found(rootOf(drafts, same), 'description', 0.85, [
      { kind, span, args: { word: head, name: nameOf(state, same) } },
    ]);
  }
  const draft = newDraft(drafts, type, name, phrase.first);
  draft.named = false;
  draft.plural = plural;
  draft.heads.add(head);
  draft.introduction = spanOf(words, phrase.first, lastOfName);
  if (type === 'person' || (type === 'anonymous' && !plural) || (type === 'group' && noun !== undefined)) {
    const profile = profileOf(words, text, phrase, to, kindsIn(state));
    if (type === 'person') {
      applyProfile(words, draft, profile);
      draft.type = 'person';
      const range = profile.affiliationRange;
      if (range !== null && words.capital[range.last] === 0 && attribution !== null) {
        const body = bodyBehind(state, range.first, range.last);
        if (body >= 0) draft.affiliation = nameOf(state, body);
        if (body >= 0 && behalf < 0 && representative) behalf = body;
      }
    } else if (profile.affiliation !== null && profile.affiliationRange !== null) {
      draft.affiliation = profile.affiliation;
      draft.affiliationSpan = spanOf(words, profile.affiliationRange.first, profile.affiliationRange.last);
    }
  }
  if (type === 'person' && PERSON_WORDS.has(head)) draft.role = null;
  // "a market trader", "one official": somebody the article will not name
  if (type === 'person' && attribution !== null && phrase.determiner !== 'definite' && phrase.determiner !== 'owner' && phrase.determiner !== 'none' && !representative && behalf < 0) draft.type = 'anonymous'; // prettier-ignore
  if (oneOf) {
    draft.type = 'anonymous';
    draft.plural = false;
  }
  if (behalf >= 0) {
    if (noun?.kind === 'spokes') draft.affiliation ??= nameOf(state, behalf);
    draft.principal = behalf;
    draft.principalKind = noun?.kind === 'lawyer' ? 'lawyer-for' : 'speaks-for';
    if (!representative) {
      draft.principalKind = 'part-of';
      behalf = -1;
    }
  }
  if (phrase.determiner !== 'indefinite') state.cast.byKey.set(key, draft.index);
  const paragraph = words.paragraph[phrase.first] ?? 0;
  if (type === 'person' && state.lead < 0 && (noun === undefined || noun.kind === 'role' || noun.kind === 'kin') &&
    !WRONGDOERS.has(head) && paragraph === state.topParagraph && words.quoted[phrase.first] !== 1 && (attribution !== null || phrase.determiner === 'indefinite' || isSubject(words, phrase.first))) state.lead = draft.index; // prettier-ignore
  pushHead(state, head, draft.index);
  if (
    attribution !== null &&
    (type === 'person' || type === 'group' || type === 'anonymous') &&
    isSecret(state, phrase, to, attribution)
  )
    // prettier-ignore
    draft.type = 'anonymous';
  return {
    ...found(draft.index, 'description', 0.85, [
      { kind: draft.type === 'anonymous' ? 'anonymous' : 'described', span, args: { name: draft.name } },
      ...(behalf >= 0 ? [{ kind: 'on-behalf-of', args: { name: nameOf(state, behalf) } }] : []),
    ]),
    onBehalfOf: behalf,
  };
}
