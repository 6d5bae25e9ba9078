/**
 * The reviewed word lists in the shape rules ask for: verbs by lemma, phrases by first word, patterns by kind.
 * Knows lists and tokens, nothing of attributions. Compiled once when the module loads; never changed.
 */
import { OFFENCES } from '../lexicon/offences.gen.ts';
import { lemmaOf } from '../lexicon/lemma.ts';
import { REPORTING_VERBS } from '../lexicon/reportingVerbs.gen.ts';
import type { VerbClass } from './house.ts';
import type { Sentence, Story, Words } from './story.ts';

export interface VerbEntry {
  readonly group: string;
  readonly stance: string;
  /** 0 neutral, 1 mild, 2 judges. */
  readonly load: number;
  readonly factive: boolean;
  readonly polysemous: boolean;
}

function verbs(): ReadonlyMap<string, VerbEntry> {
  const table = new Map<string, VerbEntry>();
  for (const [lemma, pos, group, stance, load, factive, polysemous] of REPORTING_VERBS) {
    if (pos !== 'v' && pos !== 'phrase') continue;
    const entry = {
      group,
      stance,
      load: Number(load),
      factive: factive === 'y',
      polysemous: polysemous === 'y',
    };
    const known = table.get(lemma);
    // A lemma may stand in two groups ("reveal" of people and of documents): the heavier load is the one rules ask for.
    if (known === undefined || entry.load > known.load) table.set(lemma, entry);
    const british = lemma.replace(/ize$/, 'ise');
    if (british !== lemma && !table.has(british)) table.set(british, entry);
  }
  return table;
}

/** Reporting verbs and phrases by lemma, British spellings included. */
export const VERBS: ReadonlyMap<string, VerbEntry> = verbs();

/** Groups whose members report speech, as against thoughts. */
const SPEECH_GROUPS: ReadonlySet<string> = new Set([
  'neutral-say',
  'explain-inform',
  'announce',
  'assertive',
  'distancing-claim',
  'accusing',
  'denying',
  'conceding',
  'revealing',
  'hedging',
  'mental-state',
  'demanding',
  'promising',
  'condemning',
  'praising',
  'manner',
]);

export function isReportingVerb(lemma: string): boolean {
  const entry = VERBS.get(lemma);
  return entry !== undefined && SPEECH_GROUPS.has(entry.group);
}

export interface Phrases<T> {
  readonly byFirst: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;
}

/** Phrases of lower-case words for matching against tokens; longer ones first. */
export function phrases<T>(entries: readonly (readonly [phrase: string, value: T])[]): Phrases<T> {
  const byFirst = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of entries) {
    const list = phrase.split(' ');
    const first = list[0] ?? '';
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [{ words: list, value }]);
    else known.push({ words: list, value });
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirst };
}

/** The longest phrase that begins at token `i`, with the token after it. */
export function phraseAt<T>(
  table: Phrases<T>,
  words: Words,
  i: number,
  end: number,
): { readonly end: number; readonly value: T } | null {
  for (const { words: list, value } of table.byFirst.get(words.lower[i] ?? '') ?? []) {
    if (i + list.length > end) continue;
    let k = 1;
    while (k < list.length && words.lower[i + k] === list[k]) k++;
    if (k === list.length) return { end: i + list.length, value };
  }
  return null;
}

/**
 * One expression for all patterns of a list, to be matched against `sentenceLine`, which is in lower case. Letters are
 * spelt out: Unicode classes take a hundred times as long to compile.
 */
export function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z0-9À-ɏ])(?:${patterns.join('|')})(?![a-z0-9À-ɏ])`, 'g');
}

/** A run of tokens as one line of lower-case words with single spaces, so that patterns see no marks, breaks or curls. */
export interface Line {
  readonly text: string;
  /** Position of each token in `text`. */
  readonly at: readonly number[];
  readonly first: number;
}

export function lineOf(words: Words, first: number, end: number): Line {
  const at: number[] = [];
  let text = '';
  for (let i = first; i < end; i++) {
    // Contractions and possessives are written together, as patterns write them: "did n't" → didn't.
    const word = words.lower[i] ?? '';
    if (text !== '' && !/^(?:n't|'(?:s|ve|re|d|ll|m)?|[,.;:!?)])$/.test(word)) text += ' ';
    at.push(text.length);
    text += word;
  }
  return { text, at, first };
}

export function sentenceLine(story: Story, sentence: Sentence): Line {
  return lineOf(story.words, sentence.first, sentence.end);
}

/** Token range of a match in a line. */
export function matchTokens(
  line: Line,
  start: number,
  length: number,
): { readonly first: number; readonly end: number } {
  let first = 0;
  while (first + 1 < line.at.length && (line.at[first + 1] ?? 0) <= start) first++;
  let end = first + 1;
  while (end < line.at.length && (line.at[end] ?? 0) < start + length) end++;
  return { first: line.first + first, end: line.first + end };
}

export interface Offence {
  readonly noun: string;
  /** property, violence, financial, … */
  readonly category: string;
  /** `crime` or `wrongdoing`. */
  readonly level: string;
}

/** Offences by name ("theft", "money laundering"). */
export const OFFENCE_NOUNS: Phrases<Offence> = phrases(
  OFFENCES.map(([noun, category, level]) => [noun, { noun, category, level }] as const),
);

/** Guilt nouns by name ("thief", "drug dealer"), singular and plural. */
export const GUILT_NOUNS: Phrases<Offence> = phrases(
  OFFENCES.flatMap(([noun, category, level, agent]) => {
    if (agent === '') return [];
    const plural = agent.endsWith('thief')
      ? agent.replace(/thief$/, 'thieves')
      : agent === 'spy'
        ? 'spies'
        : `${agent}s`;
    return [[agent, { noun, category, level }] as const, [plural, { noun, category, level }] as const];
  }),
);

/** Offences by the verb that tells them ("steal", "defraud"). */
export const OFFENCE_VERBS: ReadonlyMap<string, Offence> = new Map(
  OFFENCES.flatMap(([noun, category, level, , verb]) =>
    verb === '' || verb.includes(' ') ? [] : [[verb, { noun, category, level }] as const],
  ),
);

/** The lemma of a word taken as a verb, whatever a tagger makes of headline grammar: stole, stealing → steal. */
export function verbLemma(lower: string): string {
  return lemmaOf(lower, lower.endsWith('ing') ? 'VBG' : lower.endsWith('s') ? 'VBZ' : 'VBD');
}

/** Verbs of the house packs of one class. */
export function houseVerbs(story: Story, kind: VerbClass): readonly string[] {
  return story.house.verbs.flatMap((entry) => (entry.class === kind ? [entry.verb] : []));
}

/** What a house pack offers in the place of a verb, or null. */
export function insteadOf(story: Story, verb: string): readonly string[] | null {
  const entry = story.house.verbs.find((candidate) => candidate.verb === verb);
  return entry === undefined || entry.instead.length === 0 ? null : entry.instead;
}

/** A wanted verb at a token, with up to two particles ("double down on"); the longest one, or null. */
export function houseVerb(
  story: Story,
  head: number,
  wanted: { readonly has: (verb: string) => boolean },
): { readonly first: number; readonly end: number; readonly lemma: string } | null {
  const { words } = story;
  for (const lemma of new Set([words.lemma[head] ?? '', verbLemma(words.lower[head] ?? '')])) {
    for (let more = 2; more >= 0; more--) {
      const rest = Array.from({ length: more }, (_, k) => words.lower[head + 1 + k] ?? '');
      const verb = [lemma, ...rest].join(' ');
      if (wanted.has(verb)) return { first: head, end: head + 1 + more, lemma: verb };
    }
  }
  return null;
}
