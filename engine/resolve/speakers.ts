/**
 * Who stands behind each source: walks the article once, in text order, with what has been named so far in mind, and
 * gives every source, hearer and personal pronoun its entity, or leaves it open with the candidates. The first sieve
 * that answers wins and leaves its reason. Never guesses gender from a name. Linear in the length of the document.
 */
import type { LinkedAttribution, LinkedDocument } from '../attribute/linked.ts';
import type { Steps } from '../steps.ts';
import { COARSE } from '../segment/tags.ts';
import { assemble } from './assemble.ts';
import { type Cast, type KnownSpeaker, castInSteps, isFronted } from './cast.ts';
import { coreference, descriptionLink, modifiersOf } from './descriptions.ts';
import { type EntityGraph, type ResolvedSource, nameKey } from './entities.ts';
import { introduceNamed, mergeBodies, mergeHeadline, registerHeads } from './introductions.ts';
import { type NameMention, namesInSteps } from './names.ts';
import { OWNER_PRONOUNS, type Phrase, isPersonNoun, phraseFrom } from './phrases.ts';
import { partyPhrases, settleGroups } from './parties.ts';
import { FEMALE, MALE, pronounLink } from './pronouns.ts';
import { apposed, hearerOf, jointLink, linkOf, nameLink, phraseLink } from './sources.ts';
import { NOTHING, type State, isSubject, note, rootOf } from './state.ts';
import { BODY_NOUNS, DOCUMENTS, GROUPS, PERSON_NOUNS } from './terms.ts';
import { type Words, lowerAt, sameSentence, spanOf, tokenFrom, wordsInSteps } from './words.ts';

export interface SpeakerOptions {
  /** A newsroom's own speakers. */
  readonly speakers?: readonly KnownSpeaker[];
  /** Names of agencies and outlets, by `nameKey`. */
  readonly agencyNames?: ReadonlyMap<string, { readonly name: string; readonly type: 'agency' | 'outlet' }>;
}

/** Per token: which name stands there. */
function indexNames(names: readonly NameMention[], count: number): Int32Array {
  const at = new Int32Array(count);
  names.forEach((mention, index) => {
    for (let i = mention.first; i <= mention.last; i++) at[i] = index + 1;
  });
  return at;
}

function markReported(words: Words, attributions: readonly LinkedAttribution[]): Uint8Array {
  const marks = new Uint8Array(words.count);
  for (const attribution of attributions) {
    // "Pask is accused of": the accused stands outside anybody's words
    if (attribution.source.length === 0) continue;
    for (const content of attribution.content)
      for (
        let i = tokenFrom(words, content.start);
        i < words.count && (words.start[i] ?? 0) < content.end;
        i++
      )
        marks[i] = 1;
  }
  return marks;
}

const EMPTY_NAMES: ReadonlyMap<string, { readonly name: string; readonly type: 'agency' | 'outlet' }> =
  new Map();

/** "in the Pune district court": the court is spoken of, not the town. */
function isModifierOfBody(state: State, name: NameMention): boolean {
  const { words } = state;
  let next = name.last + 1;
  while (next < name.last + 3 && words.coarse[next] === COARSE.noun && words.capital[next] === 0 && !BODY_NOUNS.has(lowerAt(words, next))) next++; // prettier-ignore
  return words.capital[next] === 0 && sameSentence(words, next, name.last) && BODY_NOUNS.has(lowerAt(words, next)) && words.coarse[next] === COARSE.noun && !isSubject(words, name.first); // prettier-ignore
}

/** "the deputy mayor", "a defense official" in running text: a person the article describes. */
/** "Kadam filed the suit on Monday. It accuses": a document that somebody brings into the world is spoken of next. */
function isIssued(words: Words, i: number): boolean {
  return /^(?:fil|lodg|publish|releas|issu|submitt?|wr[oi]t?|sign|bring|brought|serv|post|present|unveil|leak)(?:e|es|ed|ing|s|ten|te)?$/u.test(lowerAt(words, i - 1)); // prettier-ignore
}

/** "The ransom note was written …", "Mathur has filed a civil suit": things that "it" may mean. */
function runningThing(state: State, i: number, phrase: Phrase): void {
  const { words } = state;
  if (state.reported[i] === 1) return;
  const head = lowerAt(words, phrase.head);
  const document = DOCUMENTS.has(head);
  const subject = isSubject(words, i);
  if (!document && !(subject && BODY_NOUNS.has(head))) return;
  if (!subject && phrase.determiner !== 'indefinite' && !(document && isIssued(words, i))) return;
  if (lowerAt(words, i - 1) === ',' || (state.nameAt[phrase.head + 1] ?? 0) > 0) return;
  const link = descriptionLink(state, phrase, phrase.head + 1, document, null);
  if (link.entity >= 0) note(state, i, phrase.head, link.entity, 'description', subject, -1);
}

/** "Mrs Kolb and her sister-in-law have fallen out": a second subject, so that "she" stays open. */
function runningRelative(state: State, i: number): void {
  const { words } = state;
  const before = state.names[(state.nameAt[i - 2] ?? 0) - 1];
  if (before === undefined || !isSubject(words, before.first)) return;
  const phrase = phraseFrom(words, i, Math.min(words.count, i + 6), true);
  if (phrase === null || !isPersonNoun(lowerAt(words, phrase.head))) return;
  const next = phrase.head + 1;
  if ((state.nameAt[next] ?? 0) > 0 || (lowerAt(words, next) === ',' && (state.nameAt[next + 1] ?? 0) > 0))
    return;
  const link = descriptionLink(state, phrase, phrase.head + 1, false, null);
  if (link.entity >= 0) note(state, i, phrase.head, link.entity, 'description', true, -1);
}

/** "Investors pulled $600 million. … He told them": a group that opens a sentence is whom "they" will mean. */
function runningGroup(state: State, i: number): void {
  const { words } = state;
  const lower = lowerAt(words, i);
  if (!GROUPS.has(lower) && PERSON_NOUNS.get(lower)?.plural !== true) return;
  const next = words.coarse[i + 1];
  if (next !== COARSE.verb && next !== COARSE.modal && next !== COARSE.adverb && !/^(?:of|in|at|from|who|on)$/u.test(lowerAt(words, i + 1))) return; // prettier-ignore
  const phrase = phraseFrom(words, i, Math.min(words.count, i + 2), true);
  if (phrase === null) return;
  const link = descriptionLink(state, phrase, phrase.head + 1, false, null);
  if (link.entity >= 0) note(state, i, phrase.head, link.entity, 'description', true, -1);
}

const ANIMALS = new Set(['dog', 'cat', 'horse', 'pony', 'parrot', 'bird', 'spaniel', 'labrador', 'terrier', 'puppy', 'kitten', 'goat', 'cow', 'pig', 'donkey', 'rabbit', 'boat', 'yacht', 'car']); // prettier-ignore

/** "His wife, Hanneke, had no such scruple. … she said": a relative of whom the text goes on to speak. */
function runningOwned(state: State, i: number): void {
  const { words, drafts } = state;
  if (state.reported[i] === 1 || words.quoted[i] === 1) return;
  const phrase = phraseFrom(words, i, Math.min(words.count, i + 6), true);
  if (phrase === null) return;
  const next = phrase.head + 1;
  if (ANIMALS.has(lowerAt(words, phrase.head))) {
    // "His dog, Bruno, opened it": nobody who speaks
    const name = (state.nameAt[lowerAt(words, next) === ',' ? next + 1 : next] ?? 0) - 1;
    const animal = drafts[state.cast.links[name]?.entity ?? -1];
    if (animal !== undefined && !animal.name.includes(' ')) animal.neutral = true;
    return;
  }
  if (!isPersonNoun(lowerAt(words, phrase.head))) return;
  if ((state.nameAt[next] ?? 0) > 0) return;
  const at = lowerAt(words, next) === ',' ? (state.nameAt[next + 1] ?? 0) - 1 : -1;
  const named = at >= 0 && state.names[at]?.first === next + 1 ? drafts[rootOf(drafts, state.cast.links[at]?.entity ?? -1)] : undefined; // prettier-ignore
  if (named !== undefined) {
    if (!named.place && (named.type === 'person' || !named.sure)) apposed(state, { first: i, last: phrase.head }, named); // prettier-ignore
    return;
  }
  // "Her co-founder is her ex-husband, Todd Mercer": nobody new
  if (!isSubject(words, i) || words.capital[i] !== 1 || /^(?:is|was|are|were)$/u.test(lowerAt(words, next))) return; // prettier-ignore
  const link = descriptionLink(state, phrase, phrase.head + 1, false, null);
  if (link.entity >= 0) note(state, i, phrase.head, link.entity, 'description', true, -1);
}

/** "Kim Ng met Sam Osei. He said": verbs whose two sides are equals, so that a pronoun may mean either. */
const MUTUAL = /^(?:met|meets|meet|meeting|joined|married|telephoned|phoned|visited|faced|greeted|embraced|succeeded|replaced|fought|debated)$/u; // prettier-ignore

/** "Carl Nyquist and Beth Nyquist handed in a letter": subjects that "they" will mean. */
function runningPair(state: State, at: number): void {
  const { words, names, drafts, cast } = state;
  const first = names[at];
  const second = names[at + 1];
  if (first === undefined || second?.first !== first.last + 2) return;
  if (lowerAt(words, first.last + 1) !== 'and' || !isSubject(words, first.first)) return;
  const members = [cast.links[at]?.entity ?? -1, cast.links[at + 1]?.entity ?? -1].map((member) => (member < 0 ? -1 : rootOf(drafts, member))); // prettier-ignore
  if (members.some((member) => drafts[member]?.type !== 'person') || members[0] === members[1]) return;
  const link = jointLink(state, members, spanOf(words, first.first, second.last));
  note(state, first.first, second.last, link.entity, 'name', true, -1);
}

/** "She and her colleague Tomas Ruiz plan a trial": both are whom "they" will mean. */
function runningCompany(state: State, i: number, entity: number): void {
  const { words, drafts } = state;
  if (entity < 0 || lowerAt(words, i + 1) !== 'and' || !isSubject(words, i)) return;
  for (let next = i + 2; next < i + 7 && sameSentence(words, next, i); next++) {
    const at = (state.nameAt[next] ?? 0) - 1;
    if (at < 0) continue;
    const other = rootOf(drafts, state.cast.links[at]?.entity ?? -1);
    const last = state.names[at]?.last ?? next;
    if (drafts[other]?.type !== 'person' || other === entity) return;
    const link = jointLink(state, [entity, other], spanOf(words, i, last));
    note(state, i, last, link.entity, 'pronoun', true, -1);
    return;
  }
}

function runningDescription(state: State, i: number): void {
  const { words, drafts } = state;
  if (words.quoted[i] === 1) return;
  const phrase = phraseFrom(words, i, Math.min(words.count, i + 8), true);
  if (phrase === null || (state.nameAt[phrase.head] ?? 0) > 0 && words.capital[phrase.head] === 1 && state.names[(state.nameAt[phrase.head] ?? 0) - 1]?.sort !== 'role') return; // prettier-ignore
  const head = lowerAt(words, phrase.head);
  if (
    phrase.owner !== null &&
    !OWNER_PRONOUNS.has(lowerAt(words, phrase.owner.first)) &&
    (state.nameAt[phrase.owner.last] ?? 0) === 0 &&
    isPersonNoun(lowerAt(words, phrase.owner.last))
  ) {
    // prettier-ignore
    // "The pilot's last message": the owner is whom "he" will mean
    const owner = phraseFrom(words, i, phrase.owner.last + 1, true);
    const link = owner === null ? null : coreference(state, owner, lowerAt(words, owner.head), modifiersOf(words, owner), 'person', spanOf(words, i, owner.head), null); // prettier-ignore
    if (owner !== null && link !== null && link.entity >= 0)
      note(state, i, owner.head, link.entity, 'description', false, -1);
    return;
  }
  if (phrase.owner !== null) return;
  if (!isPersonNoun(head)) {
    runningThing(state, i, phrase);
    return;
  }
  // "the mayor, Ada Quill,": the name follows and is the mention
  const next = phrase.head + 1;
  if ((state.nameAt[next] ?? 0) > 0) return;
  if (lowerAt(words, next) === ',') {
    // "the mayor, Ada Quill,", "The neighbor, software engineer Dev Mathur,"
    let name = next + 1;
    while (name < next + 5 && (state.nameAt[name] ?? 0) === 0 && (words.coarse[name] === COARSE.noun || words.coarse[name] === COARSE.adjective)) name++; // prettier-ignore
    const link = (state.nameAt[name] ?? 0) > 0 ? state.cast.links[(state.nameAt[name] ?? 0) - 1] : undefined;
    const named = drafts[link?.entity ?? -1];
    if (named !== undefined && !named.place && named.type === 'person' && !isFronted(words, i, name)) {
      apposed(state, { first: i, last: phrase.head }, named);
      return;
    }
  }
  // "Ada Quill, the mayor of Tarn,": an apposition to the name before
  if (lowerAt(words, i - 1) === ',' && (state.nameAt[i - 2] ?? 0) > 0) return;
  if (lowerAt(words, i - 1) === ',' && /^\d{1,3}$/u.test(lowerAt(words, i - 2)) && lowerAt(words, i - 3) === ',' && (state.nameAt[i - 4] ?? 0) > 0) return; // prettier-ignore
  if (/^(?:is|was|as|became|be|been|remains)$/u.test(lowerAt(words, i - 1))) return;
  const definite = lowerAt(words, i) === 'the' || (words.capital[i] === 1 && phrase.determiner === 'none');
  if (definite) {
    const link = coreference(
      state,
      phrase,
      head,
      modifiersOf(words, phrase),
      'person',
      spanOf(words, i, phrase.head),
      null,
    );
    if (link !== null && link.entity >= 0) {
      note(state, i, phrase.head, link.entity, 'description', isSubject(words, i), -1);
      return;
    }
    if (link !== null) return;
  }
  // New persons: a subject, or "a former partner" with its own article; not in somebody's words.
  const subject = isSubject(words, i);
  if (state.reported[i] === 1 || (!subject && phrase.determiner !== 'indefinite')) return;
  if (
    lowerAt(words, i - 1) === ',' &&
    words.coarse[next] !== COARSE.verb &&
    words.coarse[next] !== COARSE.modal
  )
    return;
  if (!subject && PERSON_NOUNS.get(head)?.kind === 'kin' && head !== 'partner') return;
  const link = descriptionLink(state, phrase, phrase.head + 1, false, null);
  const draft = drafts[link.entity];
  if (draft !== undefined) note(state, i, phrase.head, link.entity, 'description', subject, -1);
}

/** Does the quoted content speak of "I"? */
function saysI(state: State, attribution: LinkedAttribution): boolean {
  const { words } = state;
  for (const content of attribution.content) {
    const from = tokenFrom(words, content.start);
    for (let i = from; i < words.count && i < from + 60 && (words.start[i] ?? 0) < content.end; i++)
      if (words.quoted[i] === 1 && /^(?:i|my|me|myself)$/u.test(lowerAt(words, i))) return true;
  }
  return false;
}

/** "Turtle said he took the bag home": most likely of himself. */
function leanOf(state: State, attribution: LinkedAttribution, entity: number): void {
  const { words, drafts } = state;
  const draft = drafts[entity];
  const content = attribution.content[0];
  const cue = attribution.cue[0];
  // "Her lawyer said she would plead": of somebody else
  if (draft?.type !== 'person' || draft.gender !== null || draft.owner >= 0 || draft.principal >= 0 || content === undefined || cue === undefined) return; // prettier-ignore
  if (content.start < cue.end) return;
  let first = tokenFrom(words, content.start);
  if (lowerAt(words, first) === 'that') first++;
  if (words.quoted[first] === 1) return;
  if (lowerAt(words, first) === 'he') draft.lean ??= 'male';
  else if (lowerAt(words, first) === 'she') draft.lean ??= 'female';
}

/** Tokens that are walked over in one step. */
const STEP = 1200;

function* walk(state: State): Steps<ResolvedSource[]> {
  const { words, document, names, drafts } = state;
  const resolved: ResolvedSource[] = document.attributions.map(() => ({ entity: -1, candidates: [], to: -1, toSpan: null, onBehalfOf: -1, confidence: 0, reasons: [] })); // prettier-ignore
  // Attributions by the token where their source (or cue) begins.
  const starting = new Map<number, number[]>();
  document.attributions.forEach((attribution, index) => {
    const span = attribution.source[0] ?? attribution.cue[0] ?? attribution.content[0];
    if (span === undefined) return;
    const token = tokenFrom(words, span.start);
    const list = starting.get(token);
    if (list === undefined) starting.set(token, [index]);
    else list.push(index);
  });
  const parties = partyPhrases(words, state.nameAt);
  let sourceEnd = -1;
  let sourceOf = -1;
  let due = STEP;
  for (let i = 0; i < words.count; i++) {
    if (i >= due) {
      due = i + STEP;
      yield;
    }
    const indexes = starting.get(i);
    if (indexes !== undefined) {
      for (const index of indexes) {
        const attribution = document.attributions[index];
        if (attribution === undefined) continue;
        const span = attribution.source[0];
        const shared = indexes[0] !== index && span !== undefined;
        const link = shared ? null : linkOf(state, attribution, index);
        const first = resolved[indexes[0] ?? -1];
        const { entity, candidates, confidence, reasons, onBehalfOf } = link ?? first ?? NOTHING;
        const quoted = words.quoted[i] === 1;
        if (entity >= 0 && !quoted) {
          state.lastSpeaker = {
            entity,
            sentence: words.sentence[i] ?? 0,
            paragraph: words.paragraph[i] ?? 0,
            token: i,
          };
          const draft = drafts[entity];
          if (draft !== undefined) draft.spoken = true;
          if (draft?.place === true) draft.place = false;
          // "“I saw nothing,” Haddad said": a bare name that says I is a person
          if (
            draft !== undefined &&
            !draft.sure &&
            draft.type === 'organization' &&
            saysI(state, attribution)
          )
            draft.type = 'person';
        }
        if (entity >= 0 && !quoted) leanOf(state, attribution, entity);
        const hearer = hearerOf(state, attribution, index);
        if (hearer !== null && hearer.entity >= 0) state.lastHearer = { entity: hearer.entity, sentence: words.sentence[i] ?? 0 }; // prettier-ignore
        if (link !== null && span !== undefined) {
          sourceEnd = tokenFrom(words, span.end - 1);
          sourceOf = index;
          note(state, i, sourceEnd, entity, link.kind, true, index, candidates);
        }
        resolved[index] = {
          entity,
          candidates,
          to: hearer?.entity ?? -1,
          toSpan: hearer?.span ?? null,
          onBehalfOf,
          confidence,
          reasons,
        };
      }
    }
    const inSource = i <= sourceEnd;
    const at = (state.nameAt[i] ?? 0) - 1;
    const name = names[at];
    // "Prosecutors on Thursday charged …": a bare noun that opens the sentence reads as a role
    if (name?.first === i && !(name.sort === 'role' && parties.has(i))) {
      if (name.sort !== 'capital' && name.sort !== 'role') {
        const link = nameLink(state, at);
        if (link.entity >= 0 && drafts[link.entity]?.first === name.first)
          introduceNamed(state, link.entity, i);
        if (link.entity >= 0 || link.candidates.length > 0) {
          const whole = state.mentions.at(-1);
          const repeated = inSource && whole?.attribution === sourceOf && whole.entity === link.entity && whole.end === words.end[name.last] && whole.start === words.start[name.first]; // prettier-ignore
          if (!repeated && !isModifierOfBody(state, name)) note(state, name.nameFirst, name.last, link.entity, 'name', !inSource && (isSubject(words, name.first) || MUTUAL.test(lowerAt(words, name.first - 1))), -1, link.candidates); // prettier-ignore
        }
        if (!inSource && words.quoted[i] !== 1) runningPair(state, at);
      } else if (name.sort === 'role' && !inSource) runningDescription(state, i);
      i = name.last;
      if (i < sourceEnd || !starting.has(i)) continue;
    }
    if (inSource) continue;
    const partyEnd = parties.get(i);
    if (partyEnd !== undefined) {
      const link = phraseLink(state, i, partyEnd, null, -1);
      note(state, i, partyEnd - 1, link.entity, link.kind, isSubject(words, i), -1, link.candidates);
      continue;
    }
    const lower = words.lower[i] ?? '';
    const coarse = words.coarse[i];
    if (coarse === COARSE.pronoun || coarse === COARSE.possessive) {
      if (MALE.has(lower) || FEMALE.has(lower)) {
        if (words.quoted[i] === 1) continue;
        if (coarse === COARSE.possessive && lowerAt(words, i - 1) === 'and') runningRelative(state, i);
        else if (coarse === COARSE.possessive || (lower === 'her' && words.coarse[i + 1] === COARSE.noun)) runningOwned(state, i); // prettier-ignore
        const link = pronounLink(state, i);
        note(
          state,
          i,
          i,
          link.entity,
          'pronoun',
          coarse === COARSE.pronoun && isSubject(words, i),
          -1,
          link.candidates,
        );
        if (coarse === COARSE.pronoun) runningCompany(state, i, link.entity);
      }
      // "My wife feeds them. … She believes", in a letter
      else if (/^(?:my|our)$/u.test(lower) && coarse === COARSE.possessive) runningOwned(state, i);
    } else if (
      coarse === COARSE.noun &&
      words.capital[i] === 1 &&
      words.quoted[i] !== 1 &&
      words.sentence[i - 1] !== words.sentence[i] &&
      words.zones[words.paragraph[i] ?? 0] === 'body'
    )
      // prettier-ignore
      runningGroup(state, i);
    else if (coarse === COARSE.determiner && /^(?:the|a|an)$/u.test(lower)) runningDescription(state, i);
  }
  return resolved;
}

/** The named person with twice as many mentions by name as anybody else, and four at least. */
function protagonistOf(cast: Cast): number {
  const counts = new Map<number, number>();
  for (const link of cast.links) {
    const draft = cast.drafts[link.entity];
    if (draft?.type === 'person') counts.set(draft.index, (counts.get(draft.index) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = sorted;
  return first !== undefined && first[1] >= 4 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : -1;
}

/** The named body that is no authority and is named twice as often as any other, or alone. */
function mainBodyOf(cast: Cast): number {
  const counts = new Map<number, number>();
  for (const link of cast.links) {
    const draft = cast.drafts[link.entity];
    if (draft?.type !== 'organization' || draft.place || !draft.named) continue;
    const kinds = nameKey(draft.name).split(' ').map((word) => BODY_NOUNS.get(word)); // prettier-ignore
    if (kinds.some((kind) => kind === 'government' || kind === 'court' || kind === 'police' || kind === 'parliament')) continue; // prettier-ignore
    counts.set(draft.index, (counts.get(draft.index) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && ((counts.size === 1 && (cast.drafts[first[0]]?.name ?? '').includes(' ')) || (first[1] >= 2 && first[1] >= 2 * (second?.[1] ?? 0))) ? first[0] : -1; // prettier-ignore
}

/** Resolves the speakers of a document, a step at a time. Linear in its length; never throws. */
export function* resolveSpeakersInSteps(
  document: LinkedDocument,
  options: SpeakerOptions = {},
): Steps<EntityGraph> {
  const words = yield* wordsInSteps(document);
  yield;
  const names = yield* namesInSteps(words);
  yield;
  const cast = yield* castInSteps(
    words,
    document.text,
    names,
    options.speakers ?? [],
    options.agencyNames ?? EMPTY_NAMES,
  );
  const state: State = {
    words,
    text: document.text,
    document,
    names,
    nameAt: indexNames(names, words.count),
    cast,
    drafts: cast.drafts,
    mentions: [],
    byHead: new Map(),
    recent: [],
    lastSpeaker: null,
    reported: markReported(words, document.attributions),
    author: -1,
    lastHearer: null,
    soleBodies: null,
    apostrophe: document.text.includes('’') ? '’' : "'",
    topParagraph: Math.max(
      0,
      document.paragraphs.findIndex(
        ({ paragraph }) => paragraph.zone === 'body' && paragraph.tokens.count > 11,
      ),
    ),
    protagonist: protagonistOf(cast),
    mainBody: mainBodyOf(cast),
    lead: -1,
  };
  yield;
  for (const draft of cast.drafts) registerHeads(state, draft);
  yield;
  const sources = yield* walk(state);
  yield;
  mergeHeadline(state);
  mergeBodies(state);
  settleGroups(state);
  yield;
  return yield* assemble(state, sources);
}
