/**
 * Third look at an accepted cue: of the few best ways to give it source and content, which reads best as a whole? A
 * log-linear model over properties that a chain cannot see token by token: how the content ends and what follows it,
 * whether marks and commas in it are balanced, the order of the parts (reranking after Collins 2000).
 */
import { PAD, sentenceEnd, type Grid } from '../detect/grid.ts';
import { UNIT } from '../model/table.ts';
import { COARSE } from '../segment/tags.ts';
import { mix, mix2 } from '../text/hash.ts';
import { FLAT } from './flat.ts';
import type { CueContext } from './roles.ts';

/** How many ways are compared. */
export const HYPOTHESES = 6;
export const MAX_RERANK_FEATURES = 64;

export interface Hypothesis {
  readonly source: readonly number[];
  readonly content: readonly number[];
  /** Score of the chain, in units of 1/1024 nat. */
  readonly score: number;
}

const length5 = (n: number): number => (n <= 1 ? 0 : n <= 3 ? 1 : n <= 6 ? 2 : n <= 12 ? 3 : n <= 24 ? 4 : 5);

/** Begin and end (exclusive) of runs of ascending token indexes. */
function runsOf(tokens: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const i of tokens) {
    const last = runs.at(-1);
    if (last?.[1] === i) last[1] = i + 1;
    else runs.push([i, i + 1]);
  }
  return runs;
}

/** Features of one hypothesis; returns how many row numbers were written to `out`. */
export function rerankFeatures(
  grid: Grid,
  cue: CueContext,
  label: Uint8Array,
  hypothesis: Hypothesis,
  rank: number,
  best: number,
  out: Int32Array,
  mask: number,
): number {
  const { word, tag, coarse, lemma } = grid;
  const { headLemma, headGroup, first, last } = cue;
  const contents = runsOf(hypothesis.content);
  const sources = runsOf(hypothesis.source);
  const [start, firstEnd] = contents[0] ?? [last + 1, last + 1];
  const [lastStart, end] = contents.at(-1) ?? [last + 1, last + 1];
  const [from, to] = sources[0] ?? [-1, -1];
  let n = 0;
  out[n++] = mix(1, rank);
  const gap = Math.min(31, Math.floor((best - hypothesis.score) / (UNIT / 4)));
  out[n++] = mix(2, gap);
  // order of the parts: S source, V cue, C content
  const parts = [
    ...contents.map(([at]) => at * 4 + 1),
    ...sources.map(([at]) => at * 4 + 2),
    first * 4 + 3,
  ].sort((a, b) => a - b);
  let order = 0;
  for (const part of parts.slice(0, 6)) order = order * 4 + (part & 3);
  out[n++] = mix(3, order);
  out[n++] = mix2(4, order, headLemma);
  out[n++] = mix2(5, order, headGroup * 8 + cue.voice);
  out[n++] = mix2(6, contents.length * 4 + sources.length, headGroup);
  // how the content ends and what follows
  const sentence = grid.sentence[end - 1] ?? 0;
  const stop = sentenceEnd(grid, sentence);
  const tail = stop - end;
  let tailVerb = 0;
  for (let i = end; i < stop; i++) if (coarse[i + PAD] === COARSE.verb) tailVerb = 1;
  const next = word[end + PAD]!;
  const next2 = word[end + 1 + PAD]!;
  const lastWord = word[end - 1 + PAD]!;
  const lastTag = tag[end - 1 + PAD]!;
  const nextTag = tag[end + PAD]!;
  const tailSize = tail <= 0 ? 0 : tail === 1 ? 1 : tail <= 4 ? 2 : tail <= 10 ? 3 : 4;
  out[n++] = mix2(7, next, next2);
  out[n++] = mix2(8, next, tailSize * 2 + tailVerb);
  out[n++] = mix2(9, lastWord, next);
  out[n++] = mix2(10, lastTag * 128 + nextTag, tailSize);
  out[n++] = mix2(11, nextTag * 128 + tag[end + 1 + PAD]!, tailSize * 2 + tailVerb);
  out[n++] = mix2(12, tailSize * 2 + tailVerb, headLemma);
  out[n++] = mix2(13, next2, tailSize * 2 + tailVerb);
  out[n++] = mix2(14, lastWord, tailSize);
  out[n++] = mix2(
    15,
    grid.quoteState[end - 1] ?? 0,
    (end < grid.count ? grid.quoteState[end]! : 7) * 8 + tailSize,
  );
  out[n++] = mix2(41, gap, tailSize * 2 + tailVerb);
  out[n++] = mix2(42, gap, order);
  out[n++] = mix2(43, next, headGroup * 8 + cue.voice);
  const third = tag[end + 2 + PAD]!;
  out[n++] = mix2(44, mix2(1, next, next2), third);
  out[n++] = mix2(45, lastWord, nextTag * 8 + tailSize);
  const verb = end < grid.count ? grid.verbRight[end]! : -1;
  out[n++] = mix2(46, next, verb >= 0 && verb < stop ? tag[verb + PAD]! : 0);
  out[n++] = mix2(47, label[end] ?? 7, tailSize * 2 + tailVerb);
  // how it begins
  const opening = word[start + PAD]!;
  const previous = word[start - 1 + PAD]!;
  const side = start > last ? 1 : 0;
  out[n++] = mix2(16, opening, headLemma);
  out[n++] = mix2(17, previous, opening);
  out[n++] = mix2(18, tag[start + PAD]!, headLemma);
  out[n++] = mix2(19, side * 64 + Math.min(12, side === 1 ? start - last : first - firstEnd), headGroup);
  out[n++] = mix2(20, side * 64 + Math.min(12, side === 1 ? start - last : first - firstEnd), headLemma);
  out[n++] = mix2(21, word[lastStart + PAD]!, word[lastStart - 1 + PAD]!);
  const inSentence = start - (grid.sentenceStart[grid.sentence[start] ?? 0] ?? 0);
  out[n++] = mix2(22, side * 8 + Math.min(3, inSentence), tag[start + PAD]!);
  // what is in it
  let commas = 0;
  let marks = 0;
  let verbs = 0;
  let brackets = 0;
  let flatContent = 0;
  for (const i of hypothesis.content) {
    const kind = coarse[i + PAD];
    if (kind === COARSE.comma) commas++;
    else if (kind === COARSE.verb) verbs++;
    else if (kind === COARSE.bracket) brackets++;
    if (grid.mark[i] === 1) marks++;
    else if (grid.mark[i] === 2) marks--;
    if (label[i]! >= FLAT.content) flatContent++;
  }
  const size = length5(hypothesis.content.length);
  out[n++] = mix2(23, Math.min(3, commas) * 4 + (marks === 0 ? 0 : marks > 0 ? 1 : 2), brackets & 1);
  out[n++] = mix2(24, size * 4 + Math.min(3, verbs), headLemma);
  out[n++] = mix2(25, size, headGroup * 8 + cue.voice);
  const agree = Math.round((6 * flatContent) / Math.max(1, hypothesis.content.length));
  const startsAsFlat = label[start] === FLAT.content ? 1 : 0;
  const endsAsFlat = label[end - 1]! >= FLAT.content && (label[end] ?? 0) !== FLAT.contentInside ? 1 : 0;
  out[n++] = mix2(26, agree, startsAsFlat * 2 + endsAsFlat);
  const crosses = (grid.sentence[end - 1] ?? 0) - (grid.sentence[start] ?? 0);
  out[n++] = mix2(
    27,
    Math.min(3, crosses),
    (grid.quoteState[start]! > 0 ? 1 : 0) * 4 + (grid.quoteState[end - 1]! > 0 ? 2 : 0),
  );
  out[n++] = mix2(28, grid.quoteState[start]! * 8 + (grid.quoteState[end - 1] ?? 0), order);
  // the source
  if (from < 0) {
    out[n++] = mix2(29, headLemma, cue.voice);
    out[n++] = mix2(30, headGroup, cue.voice * 64 + cue.flatLabel);
  } else {
    let sourceVerbs = 0;
    let sourceCommas = 0;
    for (let i = from; i < to; i++) {
      if (coarse[i + PAD] === COARSE.verb) sourceVerbs = 1;
      if (coarse[i + PAD] === COARSE.comma) sourceCommas++;
    }
    const sourceSize = length5(to - from);
    const sourceSide = from < first ? 1 : 2;
    const distance = Math.min(9, sourceSide === 1 ? first - to : from - last - 1);
    const asFlat =
      (label[from] === FLAT.source ? 1 : 0) +
      (label[to - 1]! >= FLAT.source && label[to - 1]! <= FLAT.sourceInside && label[to] !== FLAT.sourceInside
        ? 2
        : 0);
    out[n++] = mix2(31, asFlat, sourceSide * 16 + distance);
    out[n++] = mix2(32, word[from - 1 + PAD]!, tag[from + PAD]!);
    out[n++] = mix2(33, word[to + PAD]!, tag[to - 1 + PAD]!);
    out[n++] = mix2(34, tag[from + PAD]! * 128 + tag[from - 1 + PAD]!, sourceSide);
    out[n++] = mix2(35, tag[to - 1 + PAD]! * 128 + tag[to + PAD]!, sourceSide);
    out[n++] = mix2(36, sourceSize * 8 + Math.min(3, sourceCommas) * 2 + sourceVerbs, sourceSide);
    out[n++] = mix2(
      37,
      coarse[to - 1 + PAD] === COARSE.comma ? 1 : 0,
      Math.min(3, sourceCommas) * 64 + coarse[to + PAD]!,
    );
    out[n++] = mix2(38, sourceSide * 16 + distance, headLemma);
    out[n++] = mix2(39, lemma[to - 1 + PAD]!, headLemma);
    out[n++] = mix2(40, tag[from + PAD]!, tag[to - 1 + PAD]! * 8 + sourceSize);
  }
  for (let k = 0; k < n; k++) out[k] = out[k]! & mask;
  return n;
}
