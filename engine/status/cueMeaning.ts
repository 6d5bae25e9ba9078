/**
 * What the words of a cue do: accuse, deny, confirm, demand … with negation and modality. Knows the reviewed list of
 * reporting verbs and the shape of verb groups; knows neither content nor speakers.
 */
import type { Stance } from '../annotation.ts';
import type { LinkedAttribution, LinkedDocument } from '../attribute/linked.ts';
import { REPORTING_VERBS } from '../lexicon/reportingVerbs.gen.ts';
import type { Tokens } from '../segment/paragraph.ts';
import { type Range, isVerb, lemma, lower, rangeOf } from './tokens.ts';

export interface CueMeaning {
  /** Lemma or phrase of the list, '' when the cue is none of them. */
  readonly lemma: string;
  readonly group: string;
  readonly stance: Stance;
  readonly negated: boolean;
  /** "may have said", "is expected to deny", "if he said": the act is not stated as done. */
  readonly unreal: boolean;
  readonly passive: boolean;
  readonly noun: boolean;
  /** Tokens of the first cue span, or null. */
  readonly range: Range | null;
}

interface Meaning {
  readonly lemma: string;
  readonly group: string;
  readonly stance: Stance;
}

const STANCES: ReadonlySet<string> = new Set<Stance>([
  'neutral', 'allege', 'accuse', 'deny', 'claim', 'confirm', 'condemn', 'demand',
  'warn', 'concede', 'believe', 'promise', 'praise', 'other',
]); // prettier-ignore

function isStance(value: string): value is Stance {
  return STANCES.has(value);
}

const VERBS = new Map<string, Meaning>();
const NOUNS = new Map<string, Meaning>();
/** Phrases by their first lemma. */
const PHRASES = new Map<string, { readonly words: readonly string[]; readonly meaning: Meaning }[]>();
for (const [entry, pos, group, stance] of REPORTING_VERBS) {
  if (!isStance(stance)) continue;
  const meaning: Meaning = { lemma: entry, group, stance };
  if (pos === 'phrase') {
    const words = entry.split(' ');
    const first = words[0] ?? '';
    PHRASES.set(first, [...(PHRASES.get(first) ?? []), { words, meaning }]);
  } else {
    const table = pos === 'n' ? NOUNS : VERBS;
    // The first row of a lemma is its commonest reading; "evidence-subject" rows only add verbs of their own.
    if (!table.has(entry)) table.set(entry, meaning);
  }
}

/** Regular forms of the listed verbs, for cues that a tagger takes for adjectives or nouns: "Quill alleged that …". */
const FORMS = new Map<string, string>();
for (const verb of VERBS.keys()) {
  const stem = verb.endsWith('e')
    ? verb.slice(0, -1)
    : verb.endsWith('y') && !/[aeiou]y$/u.test(verb)
      ? `${verb.slice(0, -1)}i`
      : verb;
  FORMS.set(`${stem}ed`, verb)
    .set(`${stem}es`, verb)
    .set(`${verb}s`, verb)
    .set(`${verb.replace(/e$/u, '')}ing`, verb);
}

/** American spelling of the list: "criticise" → "criticize", "rumour" → "rumor". */
function listed(word: string): string {
  if (word.endsWith('ise') && VERBS.has(`${word.slice(0, -3)}ize`)) return `${word.slice(0, -3)}ize`;
  if (word.includes('our') && VERBS.has(word.replace('our', 'or'))) return word.replace('our', 'or');
  return word;
}

function phraseAt(tokens: Tokens, at: number, to: number): Meaning | null {
  for (const { words, meaning } of PHRASES.get(lemma(tokens, at)) ?? []) {
    let next = at;
    let matched = true;
    for (const word of words) {
      // "called repeatedly for": an adverb may stand inside the phrase.
      while (next < to && next > at && lower(tokens, next).endsWith('ly')) next++;
      if (next >= to || (lemma(tokens, next) !== word && lower(tokens, next) !== word)) {
        matched = false;
        break;
      }
      next++;
    }
    if (matched) return meaning;
  }
  return null;
}

const NEGATION: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'neither',
  'nor',
  'no',
  'cannot',
  'without',
]);
const UNREAL: ReadonlySet<string> = new Set([
  'may',
  'might',
  'could',
  'should',
  'must',
  'if',
  'expected',
  'likely',
  'due',
  'set',
  'about',
]);
/** Verbs that only prepare what the cue really says: "stopped short of accusing", "refused to confirm". */
const NEGATING_LEMMAS: ReadonlySet<string> = new Set([
  'stop',
  'refuse',
  'decline',
  'fail',
  'avoid',
  'refrain',
]);
/** Stances that a cue of several words is remembered for, the strongest first. */
const WEIGHT: Readonly<Record<Stance, number>> = {
  accuse: 9, deny: 9, allege: 9, condemn: 7, demand: 6, confirm: 6, warn: 6, concede: 6, promise: 6,
  praise: 6, claim: 5, believe: 4, other: 3, neutral: 1,
}; // prettier-ignore

const NONE: Meaning = { lemma: '', group: '', stance: 'neutral' };

/** Cues that have been read, by their words and word classes: most of an article's are one "said". */
export type CueMemo = Map<string, Omit<CueMeaning, 'range'>>;

/** Reads the cue of an attribution. */
export function readCue(document: LinkedDocument, attribution: LinkedAttribution, memo: CueMemo): CueMeaning {
  const span = attribution.cue[0];
  const range = span ? rangeOf(document, span) : null;
  if (!range) return { ...NONE, negated: false, unreal: false, passive: false, noun: false, range: null };
  const source = attribution.source[0];
  // "Neither brother's solicitor would comment": the negation may stand in the source.
  const neither =
    source !== undefined &&
    /^(?:neither|nobody|no one|none)\b/iu.test(document.text.slice(source.start, source.start + 8));
  const { tokens } = range.placed.paragraph;
  let key = `${neither ? '!' : ''}${attribution.cueHead - range.from}`;
  // The passive looks up to four words back from the head, at most out of the cue's front.
  for (let i = Math.max(0, range.from - 4); i < range.to; i++)
    key += ` ${lower(tokens, i)}/${String(tokens.tag[i] ?? 0)}`;
  const known = memo.get(key);
  if (known) return { ...known, range };
  const read = readCueAt(attribution, range, neither);
  memo.set(key, read);
  return read;
}

function readCueAt(attribution: LinkedAttribution, range: Range, neither: boolean): CueMeaning {
  const { placed, from, to } = range;
  const { tokens } = placed.paragraph;
  let meaning: Meaning = NONE;
  let noun = false;
  let at = -1;
  for (let i = from; i < to; i++) {
    const found =
      phraseAt(tokens, i, to) ??
      (isVerb(tokens, i) || i === attribution.cueHead
        ? (VERBS.get(listed(lemma(tokens, i))) ?? NOUNS.get(listed(lemma(tokens, i))))
        : NOUNS.get(lemma(tokens, i)));
    if (!found) continue;
    if (meaning === NONE || WEIGHT[found.stance] > WEIGHT[meaning.stance]) {
      // "said in a statement": a neutral noun does not outrank its verb.
      meaning = found;
      noun = !isVerb(tokens, i) && NOUNS.has(lemma(tokens, i));
      at = i;
    }
  }
  if (meaning === NONE)
    for (let i = to - 1; i >= from && meaning === NONE; i--) {
      const verb =
        FORMS.get(lower(tokens, i)) ?? (VERBS.has(lower(tokens, i)) ? lower(tokens, i) : undefined);
      meaning = (verb === undefined ? undefined : VERBS.get(verb)) ?? NONE;
      if (meaning !== NONE) at = i;
    }
  let negated = false;
  let unreal = false;
  for (let i = from; i < to; i++) {
    const word = lower(tokens, i);
    if (NEGATION.has(word) && (at < 0 || i < at || word === "n't")) negated = true;
    if (UNREAL.has(word) && i < at) unreal = true;
    if (NEGATING_LEMMAS.has(lemma(tokens, i)) && i < at) negated = true;
  }
  if (neither) negated = true;
  const head = at >= 0 ? at : to - 1;
  let passive = false;
  if (isVerb(tokens, head) && /(?:ed|en|wn|de|ld|id)$/u.test(lower(tokens, head)))
    for (let i = head - 1; i >= Math.max(0, head - 4); i--) {
      if (/^(?:is|are|was|were|been|being|be|stands|stood|'s|'re)$/u.test(lower(tokens, i))) passive = true;
      else if (!/(?:ly|not|n't|also|been|has|have|had)$/u.test(lower(tokens, i))) break;
    }
  return { ...meaning, negated, unreal, passive, noun, range };
}
