/**
 * A quotation held against a transcript or notes: where its words stand there, and which words differ. The words are
 * aligned by approximate string matching (P. H. Sellers, "The theory and computation of evolutionary distances: pattern
 * recognition", Journal of Algorithms 1, 1980) with words in place of letters: the quotation may begin and end anywhere
 * in the notes, each word left out, put in or replaced has its cost. Compares texts; reads no files and no annotation.
 */
import type { Span } from '../text/spans.ts';

/** A run of words that stand, or fail to stand, on both sides. */
export interface WordRun {
  /** `left-out`: in the notes only, `put-in`: in the quotation only; `marked`: left out or put in as “…” and [ ] say. */
  readonly kind: 'same' | 'replaced' | 'left-out' | 'put-in' | 'marked';
  readonly quote: Span | null;
  readonly notes: Span | null;
}

export interface QuoteCheck {
  /** `marked`: the same words, but for omissions and additions that the quotation marks as such. */
  readonly verdict: 'exact' | 'marked' | 'changed' | 'not-found';
  /** 1 less what the words that differ cost, as a share of the quotation's words. */
  readonly similarity: number;
  /** Where in the notes, or null when nothing there resembles the quotation. */
  readonly place: Span | null;
  readonly runs: readonly WordRun[];
}

interface Word extends Span {
  readonly text: string;
  /** In square brackets: the writer's own, which stands in for whatever was said. */
  readonly added: boolean;
  /** “…” stands before the word: anything may have been left out there. */
  readonly afterGap: boolean;
}

/** Costs of a word that is put in or replaced, and of one left out: of two equal alignments the fuller one is meant. */
const WRITTEN = 4;
const LEFT_OUT = 3;
/** Below this share of equal words the notes say something else. */
const RESEMBLES = 0.5;
/** Fewer words than this are found everywhere, so only an exact match counts. */
const FEW = 4;
const NOTHING: QuoteCheck = { verdict: 'not-found', similarity: 0, place: null, runs: [] };

/** "we, uh, we will never rebuild": sounds that nobody writes down as words. */
const FILLERS: ReadonlySet<string> = new Set(['uh', 'um', 'er', 'erm', 'ah', 'hmm', 'mhm']);
/** "twelve pumps" said, "12 pumps" written. */
const NUMBERS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** "NOVAK:", "[00:03:12]", "00:03:12.500 --> 00:03:15.000": who speaks and when, no words of theirs. */
const FURNITURE =
  /^[ \t>]*(?:\d+[ \t]*$|\[?\(?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\)?\]?(?:[ \t]*-->[^\n]*)?|\*{0,2}(?:\p{Lu}[\p{L}.'’-]*[ \t]*){1,4}:\*{0,2}(?=[ \t]))/gmu;
const WORD = /…|\.{3}|\[|\]|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

function normal(word: string): string {
  const plain = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’.-]/g, '');
  return NUMBERS.get(plain) ?? plain;
}

function wordsOf(text: string, isNotes: boolean): readonly Word[] {
  // Blanked, so that offsets stay; twice, since a time may stand before a name.
  const blank = (found: string): string => ' '.repeat(found.length);
  const clean = isNotes ? text.replace(FURNITURE, blank).replace(FURNITURE, blank) : text;
  const words: Word[] = [];
  let added = false;
  let afterGap = false;
  for (const match of clean.matchAll(WORD)) {
    const [found] = match;
    if (found === '[' || found === ']') added = found === '[' && !isNotes;
    else if (found === '…' || found === '...') afterGap = !isNotes;
    else {
      const text = normal(found);
      if (isNotes && FILLERS.has(text)) continue;
      words.push({ start: match.index, end: match.index + found.length, text, added, afterGap });
      afterGap = false;
    }
  }
  return words;
}

/** Cost of a word of the notes that is left out after `row` words of the quotation. */
function skipCost(quote: readonly Word[], row: number): number {
  const next = quote[row];
  return next?.afterGap === true || next?.added === true || quote[row - 1]?.added === true ? 0 : LEFT_OUT;
}

function putInCost(word: Word | undefined): number {
  return word?.added === true ? 0 : WRITTEN;
}

function matchCost(word: Word, other: Word): number {
  return word.text === other.text || word.added ? 0 : WRITTEN;
}

/** First and last word of the cheapest stretch of the notes, and its cost: two rows of Sellers’ table at a time. */
function cheapest(
  quote: readonly Word[],
  notes: readonly Word[],
): { readonly from: number; readonly to: number; readonly cost: number } {
  const size = quote.length + 1;
  let costs = new Int32Array(size);
  let starts = new Int32Array(size);
  let nextCosts = new Int32Array(size);
  let nextStarts = new Int32Array(size);
  const putIn = Int32Array.from(quote, putInCost);
  const skips = Int32Array.from({ length: size }, (_, row) => skipCost(quote, row));
  for (let row = 1; row < size; row++) costs[row] = (costs[row - 1] ?? 0) + (putIn[row - 1] ?? 0);
  let best = { from: 0, to: 0, cost: costs[size - 1] ?? 0 };
  for (const [column, word] of notes.entries()) {
    nextCosts[0] = 0;
    nextStarts[0] = column + 1;
    for (let row = 1; row < size; row++) {
      const own = quote[row - 1];
      if (own === undefined) continue;
      const together = (costs[row - 1] ?? 0) + matchCost(own, word);
      const skipped = (costs[row] ?? 0) + (row === size - 1 ? LEFT_OUT : (skips[row] ?? 0));
      const alone = (nextCosts[row - 1] ?? 0) + (putIn[row - 1] ?? 0);
      const least = Math.min(together, skipped, alone);
      // Of equally cheap stretches the one that begins last, so that a marked omission spans no more than it must.
      nextCosts[row] = least;
      nextStarts[row] = Math.max(
        together === least ? (starts[row - 1] ?? 0) : 0,
        skipped === least ? (starts[row] ?? 0) : 0,
        alone === least ? (nextStarts[row - 1] ?? 0) : 0,
      );
    }
    const cost = nextCosts[size - 1] ?? 0;
    if (cost < best.cost) best = { from: nextStarts[size - 1] ?? 0, to: column + 1, cost };
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
  return best;
}

type Step = Pick<WordRun, 'kind'> & { readonly quote: Word | null; readonly notes: Word | null };

/** The steps of the cheapest alignment of the quotation with one stretch of the notes. */
function align(quote: readonly Word[], notes: readonly Word[]): readonly Step[] {
  const width = notes.length + 1;
  const table = new Int32Array((quote.length + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] ?? 0;
  for (let column = 1; column < width; column++) table[column] = at(0, column - 1) + skipCost(quote, 0);
  for (let row = 1; row <= quote.length; row++) {
    const own = quote[row - 1];
    if (own === undefined) continue;
    table[row * width] = at(row - 1, 0) + putInCost(own);
    for (let column = 1; column < width; column++) {
      const other = notes[column - 1];
      if (other === undefined) continue;
      table[row * width + column] = Math.min(
        at(row - 1, column - 1) + matchCost(own, other),
        at(row, column - 1) + skipCost(quote, row),
        at(row - 1, column) + putInCost(own),
      );
    }
  }
  const steps: Step[] = [];
  let row = quote.length;
  let column = notes.length;
  while (row > 0 || column > 0) {
    const own = quote[row - 1];
    const other = notes[column - 1];
    if (own && other && at(row, column) === at(row - 1, column - 1) + matchCost(own, other)) {
      const kind = own.text === other.text ? 'same' : own.added ? 'marked' : 'replaced';
      steps.push({ kind, quote: own, notes: other });
      row--;
      column--;
    } else if (other && at(row, column) === at(row, column - 1) + skipCost(quote, row)) {
      steps.push({ kind: skipCost(quote, row) === 0 ? 'marked' : 'left-out', quote: null, notes: other });
      column--;
    } else {
      steps.push({ kind: own?.added === true ? 'marked' : 'put-in', quote: own ?? null, notes: null });
      row--;
    }
  }
  return steps.reverse();
}

function joined(span: Span | null, word: Word | null): Span | null {
  if (word === null) return span;
  return { start: span?.start ?? word.start, end: word.end };
}

function runsOf(steps: readonly Step[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  for (const { kind, quote, notes } of steps) {
    const last = runs.at(-1);
    if (last?.kind === kind)
      runs[runs.length - 1] = { kind, quote: joined(last.quote, quote), notes: joined(last.notes, notes) };
    else runs.push({ kind, quote: joined(null, quote), notes: joined(null, notes) });
  }
  return runs;
}

/**
 * Looks for the words of a quotation in notes. Case, punctuation, fillers, times and names of speakers do not count:
 * `[00:12] NOVAK: We, uh, will never rebuild here.` holds “We will never rebuild here” exactly.
 */
export function checkQuote(quote: string, notes: string): QuoteCheck {
  const words = wordsOf(quote, false);
  const own = words.filter((word) => !word.added).length;
  if (own === 0) return NOTHING;
  const said = wordsOf(notes, true);
  const { from, to, cost } = cheapest(words, said);
  const stretch = said.slice(from, to);
  const first = stretch[0];
  const last = stretch.at(-1);
  const similarity = Math.max(0, 1 - cost / (WRITTEN * own));
  if (first === undefined || last === undefined) return NOTHING;
  if (cost > 0 && (own < FEW || similarity < RESEMBLES)) return { ...NOTHING, similarity };
  const runs = runsOf(align(words, stretch));
  return {
    verdict: cost > 0 ? 'changed' : runs.some(({ kind }) => kind === 'marked') ? 'marked' : 'exact',
    similarity,
    place: { start: first.start, end: last.end },
    runs,
  };
}
