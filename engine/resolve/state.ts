/**
 * What the walk over the article keeps in mind: entities so far, who was mentioned and who spoke last, and how likely
 * each of them is meant next. Knows words and drafts of entities; knows no sieve.
 */
import type { MentionKind, Reason } from '../annotation.ts';
import type { LinkedDocument } from '../attribute/linked.ts';
import { COARSE } from '../segment/tags.ts';
import { type Cast, type Draft, kindOfDraft } from './cast.ts';
import type { EntityMention, Gender } from './entities.ts';
import type { NameMention } from './names.ts';
import type { KindAt } from './phrases.ts';
import { type Words, lowerAt, sameSentence } from './words.ts';

export interface Link {
  readonly entity: number;
  readonly candidates: readonly number[];
  readonly reasons: readonly Reason[];
  readonly confidence: number;
  readonly kind: MentionKind;
  readonly onBehalfOf: number;
}

/** Something mentioned lately, for pronouns and descriptions. */
interface Focus {
  readonly entity: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly subject: boolean;
  readonly quoted: boolean;
  /** Inside reported words outside quotation marks. */
  readonly reported: boolean;
  readonly token: number;
  /** One of several named together ("Joe and Martin"), who are they, not he. */
  readonly joint: boolean;
}

/** Sorts of bodies of which an article often names one only. */
export type BodySort = 'police' | 'team';

export interface State {
  readonly words: Words;
  readonly text: string;
  readonly document: LinkedDocument;
  readonly names: readonly NameMention[];
  /** Per token: index of the name mention that begins or goes on there, + 1. */
  readonly nameAt: Int32Array;
  readonly cast: Cast;
  readonly drafts: Draft[];
  readonly mentions: EntityMention[];
  /** Descriptions by head noun → entities, oldest first. */
  readonly byHead: Map<string, number[]>;
  /** What was mentioned outside attributions and inside, newest last; only the end of it counts. */
  readonly recent: Focus[];
  /** Speaker of the last attribution outside quotes, with its place. */
  lastSpeaker: { entity: number; sentence: number; paragraph: number; token: number } | null;
  /** Per token: 1 inside the content of an attribution. */
  readonly reported: Uint8Array;
  author: number;
  /** Whom the last speaker told or asked, with the sentence. */
  lastHearer: { readonly entity: number; readonly sentence: number } | null;
  readonly apostrophe: string;
  /** Last paragraph of headline and first text. */
  readonly topParagraph: number;
  /** The named person that the article is mostly about, or -1. */
  readonly protagonist: number;
  /** The named body, no authority, that the article is mostly about, or -1. */
  readonly mainBody: number;
  /** The one named body of each sort, -1 for several; null until somebody asks. */
  soleBodies: Map<BodySort, number> | null;
  /** The person the first paragraph describes without naming, or -1. */
  lead: number;
}

const FOCUS_SIZE = 24;

const HEAD_SIZE = 12;

export const NOTHING: Link = {
  entity: -1,
  candidates: [],
  reasons: [],
  confidence: 0,
  kind: 'description',
  onBehalfOf: -1,
};

export const NEAR = 0.2;

export const found = (
  entity: number,
  kind: MentionKind,
  confidence: number,
  reasons: readonly Reason[],
): Link => ({
  entity,
  candidates: [],
  reasons,
  confidence,
  kind,
  onBehalfOf: -1,
});

/** Follows an entity that turned out to be another one. */
export function rootOf(drafts: readonly Draft[], index: number): number {
  let at = index;
  for (let step = 0; step < 8; step++) {
    const next = drafts[at]?.mergedInto ?? -1;
    if (next < 0) return at;
    at = next;
  }
  return at;
}

export const nameOf = (state: State, entity: number): string => state.drafts[entity]?.name ?? '';

export function pushHead(state: State, head: string, entity: number): void {
  const list = state.byHead.get(head);
  if (list === undefined) state.byHead.set(head, [entity]);
  else {
    const at = list.indexOf(entity);
    if (at >= 0) list.splice(at, 1);
    list.push(entity);
    // In a very long document only the latest bearers of a role can be meant; the bound keeps the work linear.
    if (list.length > HEAD_SIZE) list.shift();
  }
}

export function note(
  state: State,
  first: number,
  last: number,
  entity: number,
  kind: MentionKind,
  subject: boolean,
  attribution: number,
  candidates: readonly number[] = [],
): void {
  const { words } = state;
  state.mentions.push({
    start: words.start[first] ?? 0,
    end: words.end[last] ?? 0,
    entity,
    kind,
    paragraph: words.paragraph[first] ?? 0,
    quoted: words.quoted[first] === 1,
    attribution,
    subject,
    candidates,
  });
  if (entity < 0) return;
  const draft = state.drafts[entity];
  if (draft === undefined || (draft.place && attribution < 0)) return;
  state.recent.push({
    entity,
    sentence: words.sentence[first] ?? 0,
    paragraph: words.paragraph[first] ?? 0,
    subject,
    quoted: words.quoted[first] === 1,
    reported: state.reported[first] === 1 && attribution < 0,
    token: first,
    joint: kind === 'name' && attribution < 0 && isOneOf(state, first, last),
  });
}

/** Does another name stand beside this one with "and" between? */
function isOneOf(state: State, first: number, last: number): boolean {
  const { words, nameAt } = state;
  return (lowerAt(words, last + 1) === 'and' && (nameAt[last + 2] ?? 0) > 0) || (lowerAt(words, first - 1) === 'and' && (nameAt[first - 2] ?? 0) > 0); // prettier-ignore
}

/**
 * Is the phrase at `i` the subject of its clause? No verb stands between it and the beginning of the sentence or the
 * clause, and no preposition before it.
 */
export function isSubject(words: Words, i: number): boolean {
  let j = i - 1;
  while (j >= 0 && sameSentence(words, j, i) && /^(?:the|a|an)$/u.test(lowerAt(words, j))) j--;
  if (j < 0 || !sameSentence(words, j, i)) return true;
  if (words.coarse[j] === COARSE.preposition || words.coarse[j] === COARSE.to) return /^(?:because|while|although|though|if|when|as|since|after|before|until|whether|that)$/u.test(lowerAt(words, j)); // prettier-ignore
  for (; j >= 0 && sameSentence(words, j, i) && j > i - 14; j--) {
    const coarse = words.coarse[j];
    if (words.quoted[j] === 1 && words.quoted[i] !== 1) return true;
    const lower = lowerAt(words, j);
    if (coarse === COARSE.verb || coarse === COARSE.modal) return false;
    if (
      coarse === COARSE.preposition &&
      j > i - 4 &&
      !/^(?:because|while|although|though|if|when|as|since|after|before|until|whether|that)$/u.test(lower)
    ) {
      // prettier-ignore
      // "On Friday Kolb said": a phrase of time before the subject; "the mayor of Tarn" is caught by its own start
      return lowerAt(words, i - 1) === ',' || words.coarse[i - 1] === COARSE.noun || words.capital[i - 1] === 1;
    }
    if (/^(?:and|but|while|;|because|that)$/u.test(lower)) return true;
  }
  return true;
}

/** Can the entity be meant by a singular personal pronoun? */
export function isSinglePerson(draft: Draft): boolean {
  return (
    !draft.plural && !draft.place && !draft.neutral && (draft.type === 'person' || draft.type === 'anonymous')
  );
}

export function genderFits(draft: Draft, gender: Gender): boolean {
  return draft.gender === null || draft.gender === gender;
}

export interface Scored {
  readonly entity: number;
  readonly score: number;
  readonly token: number;
  /** Sentence of the mention that counts most; -1 for the chain of the speaker. */
  readonly sentence: number;
}

/** Does the sentence open with a clause of its own ("When Kolb met Oduya, …") that ends before `i`? */
function isAfterFrontedClause(words: Words, i: number): boolean {
  if (lowerAt(words, i - 1) !== ',') return false;
  let first = i - 1;
  while (first > 0 && sameSentence(words, first - 1, i) && i - first < 30) first--;
  return /^(?:when|after|before|while|as|once)$/u.test(lowerAt(words, first));
}

/** Was the entity mentioned not more than this many paragraphs ago? */
export function isRecent(state: State, entity: number, paragraph: number, reach: number): boolean {
  const { recent, drafts } = state;
  for (let at = Math.max(0, recent.length - FOCUS_SIZE); at < recent.length; at++) {
    const focus = recent[at];
    if (focus !== undefined && paragraph - focus.paragraph <= reach && rootOf(drafts, focus.entity) === entity) return true; // prettier-ignore
  }
  return false;
}

/** Ranks what was mentioned lately; the best and whatever comes too near to it. */
export function rank(
  state: State,
  i: number,
  accepts: (draft: Draft) => boolean,
  bonus: (draft: Draft) => number,
  reach: number,
): Scored[] {
  const { words, recent, drafts } = state;
  const from = Math.max(0, recent.length - FOCUS_SIZE);
  const sentence = words.sentence[i] ?? 0;
  const paragraph = words.paragraph[i] ?? 0;
  const best = new Map<number, Scored>();
  // The sentence whose subject could be meant, last before this one.
  let lastSubjectSentence = -1;
  let lastSubjectParagraph = -1;
  for (let at = from; at < recent.length; at++) {
    const focus = recent[at];
    if (focus === undefined) continue;
    if (!focus.subject || focus.quoted || focus.reported || focus.sentence >= sentence) continue;
    const draft = drafts[rootOf(drafts, focus.entity)];
    if (draft === undefined || !accepts(draft)) continue;
    lastSubjectSentence = focus.sentence;
    lastSubjectParagraph = focus.paragraph;
  }
  const speaker = state.lastSpeaker;
  const isQuoted = words.quoted[i] === 1;
  // "When Kirsten visited Annika, she wept": both stand alike
  const fronted = isAfterFrontedClause(words, i);
  const opensParagraph = words.paragraphStart[paragraph] === i;
  const offer = (entity: number, score: number, token: number, sentence: number): void => {
    const known = best.get(entity);
    if (known === undefined || known.score < score) best.set(entity, { entity, score, token, sentence });
  };
  for (let at = from; at < recent.length; at++) {
    const focus = recent[at];
    if (focus === undefined) continue;
    const entity = rootOf(drafts, focus.entity);
    const draft = drafts[entity];
    if (draft === undefined || !accepts(draft)) continue;
    if (paragraph - focus.paragraph > reach || focus.quoted !== isQuoted) continue;
    const near = focus.paragraph === paragraph;
    let score: number;
    if (focus.sentence === sentence && fronted && !focus.reported) score = 5;
    else if (focus.sentence === sentence)
      score = focus.subject && !focus.reported ? 5.4 : focus.token < i ? 4.3 : 1.6;
    else if (focus.reported) score = near ? 1.6 : 1.2;
    // "The pond belongs to Len Furnival, 77. … he said": nobody else is the subject of this paragraph
    else if (!focus.subject) score = near ? (lastSubjectParagraph === paragraph ? 2.4 : 4.25) : 1.9;
    else if (focus.sentence === lastSubjectSentence) score = near ? 4.4 : 3.4;
    else score = near ? 3.5 : 2.7;
    // "Edna Frobisher paid after a caller told her": the subject of the whole sentence stays before its inner speaker
    const above = speaker !== null && focus.subject && !focus.reported && focus.sentence === speaker.sentence && focus.token < speaker.token && entity !== speaker.entity; // prettier-ignore
    if (above && focus.sentence !== sentence) score = Math.max(score, 4.2);
    // "His sons, Joe and Martin, help him. He said"
    if (focus.joint && focus.sentence !== sentence) score -= 1.3;
    if (entity === state.protagonist && opensParagraph) score += 0.6;
    offer(entity, score + bonus(draft), focus.token, focus.sentence);
  }
  if (speaker !== null && paragraph - speaker.paragraph <= reach) {
    const draft = drafts[speaker.entity];
    // The chain of the speaker goes on until the paragraph has a subject of its own.
    if (draft !== undefined && accepts(draft)) {
      const overtaken = lastSubjectSentence > speaker.sentence;
      // Whom the article only quotes in passing ("an engineer recalls") does not carry over to the next paragraph.
      const passing = !draft.named && draft.type === 'anonymous' && draft.gender === null;
      offer(
        speaker.entity,
        (overtaken ? 3 : speaker.paragraph === paragraph ? 4.5 : passing ? 2.9 : 3.9) + bonus(draft),
        -1,
        -1,
      );
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.token - a.token);
}

/** What stands at each token, by the name there. */
export function kindsIn(state: State): KindAt {
  return (i) => {
    if (state.words.capital[i] === 1 && state.cast.adjectives.has(lowerAt(state.words, i))) return 'country';
    const at = (state.nameAt[i] ?? 0) - 1;
    const mention = state.names[at];
    if (mention === undefined || mention.sort === 'role' || i < mention.nameFirst) return 'none';
    if (mention.sort === 'capital') return 'place';
    return kindOfDraft(state.drafts[rootOf(state.drafts, state.cast.links[at]?.entity ?? -1)]);
  };
}

/** The named entity whose mention ends at or before `last`, not before `first`, or -1. */
export function entityOfTokens(state: State, first: number, last: number): number {
  for (let i = last; i >= first; i--) {
    const at = (state.nameAt[i] ?? 0) - 1;
    if (at < 0) continue;
    const link = state.cast.links[at];
    return link === undefined ? -1 : rootOf(state.drafts, link.entity);
  }
  return -1;
}
