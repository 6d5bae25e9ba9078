/**
 * Accusations as the rules and the reply ledger see them: who is accused, in which words, by whom, and what is said in
 * reply. Reads the allegations of the annotation; the reviewed lists of offences and replies only say which of them
 * count as wrongdoing and which sentences answer.
 */
import type { Allegation, LegalStatus, Speaker } from '../annotation.ts';
import { RESPONSES } from '../lexicon/responses.gen.ts';
import { WRONGDOING_VERBS } from '../lexicon/wrongdoingVerbs.gen.ts';
import { hull, type Span } from '../text/spans.ts';
import { surname } from './graph.ts';
import { isProse, sentenceIndex, tokensIn, type Sentence, type Story } from './story.ts';
import {
  anyOf,
  OFFENCE_NOUNS,
  OFFENCE_VERBS,
  phraseAt,
  sentenceLine,
  verbLemma,
  type Offence,
} from './vocabulary.ts';

export interface Accusation {
  readonly allegation: Allegation;
  readonly target: Speaker;
  readonly offence: Offence | null;
  /** Index of the sentence that makes it. */
  readonly sentence: number;
}

/** Acts that are a crime wherever they are told; weaker words ("undermine", "pressure") are rhetoric too often. */
const WRONGDOING: ReadonlyMap<string, string> = new Map(
  WRONGDOING_VERBS.filter(([, level]) => level === 'crime'),
);

/** The first offence told in a token range: a noun ("fraud") or a verb ("taking bribes", "stole"). */
export function offenceIn(story: Story, first: number, end: number): Offence | null {
  const { words } = story;
  for (let i = first; i < end; i++) {
    const noun = phraseAt(OFFENCE_NOUNS, words, i, end);
    if (noun !== null) return noun.value;
    const lemma = verbLemma(words.lower[i] ?? '');
    const verb = OFFENCE_VERBS.get(lemma);
    if (verb !== undefined) return verb;
    const level = WRONGDOING.get(lemma);
    if (level !== undefined) return { noun: lemma, category: 'other', level };
  }
  return null;
}

/** A target that readers know: a person or body with a name. */
export function isNamed(speaker: Speaker): boolean {
  if (speaker.type !== 'person' && speaker.type !== 'organization' && speaker.type !== 'country')
    return false;
  return /^\p{Lu}/u.test(speaker.name) && speaker.mentions.some((mention) => mention.kind === 'name');
}

/** Every allegation against somebody the annotation knows, in text order. */
export function accusations(story: Story): readonly Accusation[] {
  const found: Accusation[] = [];
  for (const allegation of story.annotation.allegations) {
    const target = allegation.accused === null ? undefined : story.speaker.get(allegation.accused);
    if (target === undefined) continue;
    const whole = hull([allegation, ...allegation.cue]) ?? allegation;
    const { first, end } = tokensIn(story.words, whole);
    found.push({
      allegation,
      target,
      offence: offenceIn(story, first, end),
      sentence: sentenceIndex(story, allegation.cue[0]?.start ?? allegation.start),
    });
  }
  return found.sort((a, b) => a.allegation.start - b.allegation.start);
}

const RANK: Readonly<Record<LegalStatus, number>> = {
  alleged: 0,
  suspected: 1,
  arrested: 2,
  charged: 3,
  sued: 3,
  'on-trial': 4,
  convicted: 5,
  liable: 5,
  cleared: 6,
};

export function statusRank(status: LegalStatus): number {
  return RANK[status];
}

/** The highest status the story gives a target, over all accusations against it. */
export function bestStatus(all: readonly Accusation[], target: Speaker): LegalStatus | null {
  let best: LegalStatus | null = null;
  for (const { allegation, target: other } of all) {
    if (other.id !== target.id) continue;
    if (best === null || RANK[allegation.legalStatus] > RANK[best]) best = allegation.legalStatus;
  }
  return best;
}

const REPLIES: RegExp = anyOf(
  RESPONSES.filter(
    ([, kind, , counts]) =>
      counts === 'y' && /^(?:denial|plea|no-comment|no-answer|unreachable|outreach|concession)$/.test(kind),
  ).map(([, , , , pattern]) => pattern),
);

/**
 * A sentence in the writer's words that answers for a target although no link was found: it names the target (or, where
 * nobody else is accused, speaks of "he", "her lawyer") and tells a denial, a plea, or that there was no answer.
 */
export function looksLikeReply(
  story: Story,
  sentence: Sentence,
  target: Speaker,
  only: boolean,
  extra: readonly string[],
): boolean {
  const block = story.blocks[sentence.block];
  // “Doyle denies fraud” in a headline is a promise that the story has to keep.
  if (!isProse(block) || block.scope === 'headline') return false;
  const { words } = story;
  const last = surname(target.name).toLowerCase();
  let about = false;
  for (let i = sentence.first; i < sentence.end; i++) {
    const word = words.lower[i] ?? '';
    if (
      word === last ||
      (only &&
        /^(?:he|she|they|it|his|her|their|its|him|them|both|lawyer|lawyers|spokesman|spokeswoman|spokesperson)$/.test(
          word,
        ))
    ) {
      about = true;
      break;
    }
  }
  if (!about) return false;
  const line = sentenceLine(story, sentence).text;
  return line.search(REPLIES) >= 0 || extra.some((phrase) => line.includes(phrase.toLowerCase()));
}

/** Where a target is named at an accusation: the mention in its sentence or just before, else the first mention. */
export function nameAt(story: Story, accusation: Accusation): Span | null {
  const { target, sentence } = accusation;
  const here = story.sentences[sentence];
  const last = surname(target.name).toLowerCase();
  const { words } = story;
  const full = target.name.toLowerCase().split(/\s+/);
  const from = story.blocks[here?.block ?? 0]?.firstToken ?? 0;
  for (const range of here === undefined
    ? []
    : [[here.first, here.end] as const, [from, here.first] as const]) {
    for (let i = range[0]; i < range[1]; i++) {
      if (words.lower[i] !== last || !/^\p{Lu}/u.test(words.form[i] ?? '')) continue;
      // The whole name where it stands: "Piers Doyle".
      let first = i;
      for (let k = full.length - 2; k >= 0 && words.lower[first - 1] === full[k]; k--) first--;
      return { start: words.start[first] ?? 0, end: words.end[i] ?? 0 };
    }
  }
  const mention =
    target.introduction ?? target.mentions.find((candidate) => candidate.kind === 'name') ?? null;
  return mention === null ? null : { start: mention.start, end: mention.end };
}
