/**
 * Small readings of a clause at token level that several rules share: the reporting verb of a subject, whose modifier a
 * noun carries, where a clause begins. Knows tokens and word lists only.
 */
import { COARSE } from '../segment/tags.ts';
import type { Sentence, Story, Words } from './story.ts';
import { isReportingVerb, VERBS } from './vocabulary.ts';

/** Words that may stand between a subject and its reporting verb: "critics have long argued". */
const BETWEEN: ReadonlySet<string> = new Set(
  (
    "have has had do did does not n't also often long already now still always never repeatedly frequently since ever " +
    'previously recently privately publicly openly widely generally usually sometimes later may might can could would ' +
    'will are were is was be been'
  ).split(' '),
);

/** Verbs by which an unnamed class reports or judges; verbs of acting ("residents told the court") are not among them. */
const CLASS_VERBS: ReadonlySet<string> = new Set(
  (
    'say argue believe think claim fear suggest warn contend insist complain feel worry predict speculate maintain note ' +
    'agree assert question wonder estimate reckon allege caution concede expect suspect hope describe add acknowledge'
  ).split(' '),
);

/** Words that begin a clause, so that a bare "some" or "many" after them is a subject. */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  ', ; : - ( but and or that while as although though because where when which whereas yet so if since what how why'.split(
    ' ',
  ),
);

/**
 * Index of the finite reporting verb whose subject ends at token `i`, or -1. "critics have long argued" → argued;
 * "critics of the plan met" → -1.
 */
export function classVerbAfter(words: Words, i: number, end: number, plural: boolean): number {
  let k = i;
  while (k < end && k - i < 4 && BETWEEN.has(words.lower[k] ?? '')) k++;
  const form = words.lower[k] ?? '';
  const lemma = words.lemma[k] ?? '';
  if (k >= end || !CLASS_VERBS.has(lemma)) return -1;
  // "some claims", "many hopes": a noun; a plural subject has no verb in -s.
  if (plural && form.endsWith('s')) return -1;
  if (form.endsWith('ing') && k === i) return -1;
  // "some question remains", "many fear of flying" are nouns.
  const next = words.lower[k + 1] ?? '';
  if (form === lemma && (next === 'of' || next === 'is' || next === 'was' || next === 'remains')) return -1;
  // "experts said to favour the plan": a participle.
  if (next === 'to' && k === i && lemma === 'say') return -1;
  return k;
}

/** Index of the reporting verb just before token `i` ("…," said officials), or -1. */
export function verbBefore(words: Words, i: number, first: number): number {
  const k = i - 1;
  if (k < first) return -1;
  const lemma = words.lemma[k] ?? '';
  const form = words.lower[k] ?? '';
  if (!VERBS.has(lemma) || !isReportingVerb(lemma) || form === lemma || form.endsWith('ing')) return -1;
  return VERBS.get(lemma)?.group === 'neutral-say' ? k : -1;
}

export function beginsClause(words: Words, i: number, first: number): boolean {
  if (i <= first) return true;
  const before = words.lower[i - 1] ?? '';
  return (
    CLAUSE_OPENERS.has(before) || words.coarse[i - 1] === COARSE.quote || words.coarse[i - 1] === COARSE.dash
  );
}

/** True if a token of the sentence from `first` to `end` has one of the lemmas or forms. */
export function hasWord(words: Words, first: number, end: number, wanted: ReadonlySet<string>): boolean {
  for (let i = first; i < end; i++) {
    if (wanted.has(words.lower[i] ?? '') || wanted.has(words.lemma[i] ?? '')) return true;
  }
  return false;
}

/** True if two words stand next to each other in the range: "according to". */
export function hasPair(words: Words, first: number, end: number, a: string, b: string): boolean {
  for (let i = first; i + 1 < end; i++) if (words.lower[i] === a && words.lower[i + 1] === b) return true;
  return false;
}

/** The sentences from `index` on, within the story, `count` of them. */
export function sentencesFrom(story: Story, index: number, count: number): readonly Sentence[] {
  return story.sentences.slice(index, index + count);
}
