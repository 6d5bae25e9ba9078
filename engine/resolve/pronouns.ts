/**
 * Sieves 6 to 8: he, she, it, they, I and we. By agreement, the subject of the paragraph, and the chain of the last
 * speaker; never by guessing gender from a name. Knows the state of the walk; knows nothing of noun phrases.
 */
import type { Span } from '../text/spans.ts';
import { type Draft, addGender, isKnownPerson, newDraft } from './cast.ts';
import { type Gender, nameKey } from './entities.ts';
import { type Range, textOf } from './phrases.ts';
import {
  type Link,
  NEAR,
  NOTHING,
  type Scored,
  type State,
  found,
  genderFits,
  isSinglePerson,
  nameOf,
  rank,
} from './state.ts';
import { type Words, formAt, lowerAt, spanOf } from './words.ts';

export const MALE: ReadonlySet<string> = new Set(['he', 'him', 'his', 'himself']);

export const FEMALE: ReadonlySet<string> = new Set(['she', 'her', 'hers', 'herself']);

const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves']);

const THING = new Set(['it', 'its', 'itself']);

export const FIRST: ReadonlySet<string> = new Set([
  'i',
  'me',
  'my',
  'we',
  'us',
  'our',
  'myself',
  'ourselves',
]);

export const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whose', 'whom']);

export const PRONOUNS: ReadonlySet<string> = new Set([
  ...MALE,
  ...FEMALE,
  ...PLURAL,
  ...THING,
  ...FIRST,
  ...RELATIVE,
  'you',
  'your',
]);

/** "Penny Blacks": a name that nothing shows to be a person's is whom a pronoun means last. */
const UNKNOWN = -0.6;

/** How much better one of two in one sentence must fit. */
const SAME_SENTENCE = 0.5;

const PAPER_VERBS =
  /^(?:accus|alleg|seek|nam|list|cit|describ|recommend|conclud|conced|read|stat|argu|contend|demand)(?:e?s|ed|d)?$/u;

function choose(state: State, ranked: readonly Scored[], pronoun: string, span: Span): Link {
  const first = ranked[0];
  if (first === undefined) return { ...NOTHING, kind: 'pronoun' };
  // "Kowalczyk and her neighbor, Barb Novak, take turns. She said": that the text has called one of them she decides nothing
  const near = (other: Scored): number => (other.sentence === first.sentence && first.sentence >= 0 ? SAME_SENTENCE : NEAR); // prettier-ignore
  const rivals = ranked.filter((other) => other.entity !== first.entity && first.score - other.score < near(other)); // prettier-ignore
  const isSpeaker = state.lastSpeaker?.entity === first.entity;
  if (rivals.length > 0) {
    return {
      ...NOTHING,
      kind: 'pronoun',
      candidates: [first.entity, ...rivals.map((rival) => rival.entity)],
      reasons: [{ kind: 'ambiguous', span, args: { word: pronoun, count: rivals.length + 1 } }],
    };
  }
  const second = ranked[1];
  const margin = second === undefined ? 3 : first.score - second.score;
  const args = { word: pronoun, name: nameOf(state, first.entity) };
  const why = ranked.length === 1 ? 'only-candidate' : isSpeaker ? 'previous-speaker' : 'subject';
  const confidence = Math.min(0.95, 0.68 + 0.09 * margin);
  return found(first.entity, 'pronoun', confidence, [
    { kind: 'pronoun', span, args, weight: confidence },
    { kind: why, args: { name: nameOf(state, first.entity) } },
  ]);
}

/** "Her lawyer, Dov Aronson, … Her mother": the second "her" is the first one, not the lawyer. */
function isOwnedBy(words: Words, draft: Draft, gender: Gender): boolean {
  return draft.owner >= 0 && draft.gender === null && (gender === 'male' ? MALE : FEMALE).has(lowerAt(words, draft.owner)); // prettier-ignore
}

/** Sieves 6 and 7: he, she, it, they. */
export function pronounLink(state: State, i: number, tie = false, exclude = -1, owns = false): Link {
  const { words, drafts } = state;
  const lower = lowerAt(words, i);
  const span = spanOf(words, i, i);
  if (MALE.has(lower) || FEMALE.has(lower)) {
    const gender: Gender = MALE.has(lower) ? 'male' : 'female';
    const ranked = rank(state, i, (draft) => draft.index !== exclude && draft.index !== state.author && isSinglePerson(draft) && genderFits(draft, gender), (draft) => (draft.gender === gender ? 0.45 : draft.lean === gender ? 0.3 : draft.lean !== null && draft.gender === null ? -3 : draft.spoken || !draft.named || isKnownPerson(draft) ? 0 : UNKNOWN) - (owns && isOwnedBy(words, draft, gender) ? 0.9 : 0), 3); // prettier-ignore
    const link = choose(state, ranked, formAt(words, i), span);
    const draft = drafts[link.entity];
    if (draft !== undefined && tie) draft.lean ??= gender;
    if (
      draft?.gender === null &&
      (tie
        ? link.confidence >= 0.75
        : ranked.length === 1 && (ranked[0]?.score ?? 0) > 3.3 && state.reported[i] !== 1)
    )
      addGender(draft, gender, 'pronoun', span);
    return link;
  }
  if (PLURAL.has(lower)) {
    const many = rank(state, i, (draft) => draft.index !== exclude && (draft.plural || draft.type === 'organization' || draft.type === 'group' || draft.type === 'country'), (draft) => (draft.plural || draft.type === 'group' ? 0.6 : 0), 3); // prettier-ignore
    const top = many[0];
    const speaker = state.lastSpeaker;
    const single = speaker === null ? undefined : drafts[speaker.entity];
    // Singular they: the last speaker is one person of unknown gender and no group is nearer.
    if (
      speaker !== null &&
      speaker.entity !== exclude &&
      single !== undefined &&
      isSinglePerson(single) &&
      single.gender === null &&
      (top === undefined || top.score < 3.4) &&
      (words.paragraph[i] ?? 0) - speaker.paragraph <= 1
    ) {
      // prettier-ignore
      single.neutral = true;
      return found(speaker.entity, 'pronoun', 0.7, [
        { kind: 'pronoun', span, args: { word: formAt(words, i), name: single.name }, weight: 0.7 },
        { kind: 'singular-they', args: { name: single.name } },
      ]);
    }
    return choose(state, many, formAt(words, i), span);
  }
  // "It accuses", "it seeks damages": papers do, when one was spoken of
  const ofPaper = PAPER_VERBS.test(lowerAt(words, i + 1));
  const things = rank(state, i, (draft) => !draft.plural && (draft.type === 'organization' || draft.type === 'country' || draft.type === 'document' || draft.type === 'agency' || draft.type === 'outlet'), (draft) => (draft.type === 'document' && ofPaper ? 0.5 : 0), 3); // prettier-ignore
  return choose(state, things, formAt(words, i), span);
}

/** The name under a letter or an opinion piece: "Margaret Flynn, Ardoyle", "Owusu Mensah is a teacher in Kumasi." */
function signature(words: Words): Range | null {
  const paragraphs = words.zones.length;
  let open = 0;
  while (open < paragraphs - 1 && !OPENING.test(lowerAt(words, words.paragraphStart[open] ?? 0))) open++;
  const isLetter = open < paragraphs - 1 && open < 4;
  let found: Range | null = null;
  for (let paragraph = paragraphs - 1; paragraph > 0 && paragraph >= paragraphs - 4; paragraph--) {
    const from = words.paragraphStart[paragraph] ?? 0;
    const to = words.paragraphStart[paragraph + 1] ?? 0;
    let last = from - 1;
    while (last + 1 < to && last < from + 5 && (words.capital[last + 1] === 1 || /^(?:de|van|von|al|bin|der)$/u.test(lowerAt(words, last + 1))) && /[A-Za-zÀ-ɏ]/.test(formAt(words, last + 1))) last++; // prettier-ignore
    const next = lowerAt(words, last + 1);
    if (paragraph === paragraphs - 1 && last > from && /^(?:is|was|writes|teaches|lives)$/u.test(next) && to - from <= 40) return { first: from, last }; // prettier-ignore
    // The name stands above the place, the town under it
    if (!isLetter || to - from > 12 || /^[.!?”"]$/u.test(formAt(words, to - 1)) || lowerAt(words, from) === 'yours') break; // prettier-ignore
    if (last > from && (last + 1 >= to || next === ',' || next === '(')) found = { first: from, last };
  }
  return found;
}

/** How a letter begins, by its first word. */
const OPENING = /^(?:to|dear|sir|sirs|madam|letters?|re)$/u;

function bylineOf(words: Words): Range | null {
  const byline = words.zones.findIndex((zone, paragraph) => zone === 'byline' && /^by$/iu.test(lowerAt(words, words.paragraphStart[paragraph] ?? 0))); // prettier-ignore
  if (byline < 0) return null;
  const first = (words.paragraphStart[byline] ?? 0) + 1;
  let last = first;
  while (last + 1 < (words.paragraphStart[byline + 1] ?? 0) && words.capital[last + 1] === 1) last++;
  return words.capital[first] === 1 ? { first, last } : null;
}

export function authorOf(state: State, i: number): number {
  if (state.author >= 0) return state.author;
  const { words, drafts, text, cast } = state;
  const signed = bylineOf(words) ?? signature(words);
  const name = signed === null ? 'the author' : textOf(words, text, signed.first, signed.last);
  const known = signed === null ? undefined : cast.byKey.get(nameKey(name));
  if (known !== undefined && known >= 0) {
    state.author = known;
    return known;
  }
  const draft = newDraft(drafts, 'person', name, signed?.first ?? i);
  draft.named = signed !== null;
  if (signed !== null) {
    draft.introduction = spanOf(words, signed.first, signed.last);
    cast.byKey.set(nameKey(name), draft.index);
  }
  state.author = draft.index;
  return draft.index;
}

/** Sieve 8: I and we. Inside quotation marks the speaker of the quotation, outside the author. */
export function firstPersonLink(state: State, i: number, attribution: number): Link {
  const { words, document } = state;
  const span = spanOf(words, i, i);
  if (words.quoted[i] === 1) {
    const start = words.start[i] ?? 0;
    for (let at = attribution; at >= 0 && at >= attribution - 3; at--) {
      const other = document.attributions[at];
      if (other === undefined || at === attribution) continue;
      if (other.content.some((content) => content.start <= start && start < content.end)) {
        const speaker = state.lastSpeaker;
        if (speaker !== null) return found(speaker.entity, 'pronoun', 0.8, [{ kind: 'first-person', span, args: { word: formAt(words, i), name: nameOf(state, speaker.entity) } }]); // prettier-ignore
      }
    }
    const speaker = state.lastSpeaker;
    if (speaker !== null) return found(speaker.entity, 'pronoun', 0.6, [{ kind: 'first-person', span, args: { word: formAt(words, i), name: nameOf(state, speaker.entity) } }]); // prettier-ignore
    return { ...NOTHING, kind: 'pronoun' };
  }
  const author = authorOf(state, i);
  return found(author, 'pronoun', 0.75, [
    { kind: 'author', span, args: { word: formAt(words, i) }, weight: 0.75 },
  ]);
}
