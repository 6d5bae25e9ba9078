/**
 * Is a candidate cue an attribution? A logistic model that sees the candidate, its rivals in the sentence and the
 * parts that the role model gave it. Its probability is the attribution's confidence.
 */
import { PAD, sentenceEnd, type Grid } from '../detect/grid.ts';
import { sigmoid } from '../model/chain.ts';
import { UNIT } from '../model/table.ts';
import { mix, mix2 } from '../text/hash.ts';
import { FLAT, type CueCandidate, type FlatResult } from './flat.ts';
import type { CueContext, CueRoles } from './roles.ts';

export const MAX_VERIFIER_FEATURES = 64;

const decile = (probability: number, steps: number): number =>
  Math.min(steps - 1, Math.floor(probability * steps));

/** Features of a candidate; returns how many row numbers were written to `out`. */
export function verifierFeatures(
  grid: Grid,
  flat: FlatResult,
  candidate: CueCandidate,
  cue: CueContext,
  roles: CueRoles,
  out: Int32Array,
  mask: number,
): number {
  const { word, tag, lemma, wordClass } = grid;
  const { label } = flat;
  const { first, last } = candidate;
  const p = decile(candidate.probability, 20);
  const flatLabel = label[first]!;
  const after = last + 1 < grid.count ? word[last + 1 + PAD]! : 0;
  let n = 0;
  out[n++] = mix(1, 0);
  out[n++] = mix(2, p);
  out[n++] = mix2(3, p, flatLabel);
  out[n++] = mix2(4, cue.headLemma, flatLabel);
  out[n++] = mix2(5, cue.headClass, cue.headTag);
  out[n++] = mix2(6, cue.layout, 0);
  out[n++] = mix2(7, cue.nearLayout, p >> 2);
  out[n++] = mix2(8, cue.headLemma, cue.voice);
  out[n++] = mix2(9, last - first, p >> 2);
  out[n++] = mix2(10, cue.headLemma, after);
  out[n++] = mix2(11, cue.headLemma, tag[first - 1 + PAD]!);
  out[n++] = mix2(12, after, cue.headClass);
  out[n++] = mix2(13, cue.firstWord, cue.lastWord);
  out[n++] = mix2(14, cue.nounLemma, cue.headLemma);
  out[n++] = mix2(15, grid.quote[first]! > 0 ? 1 : 0, flatLabel * 32 + p);
  out[n++] = mix2(
    16,
    flatLabel * 10 + (first > 0 ? label[first - 1]! : 8),
    last + 1 < grid.count ? label[last + 1]! : 8,
  );
  const sentence = grid.sentence[first]!;
  const start = grid.sentenceStart[sentence]!;
  const end = sentenceEnd(grid, sentence);
  let sources = 0;
  let contents = 0;
  let cues = 0;
  for (let i = start; i < end; i++) {
    if (label[i] === FLAT.source) sources++;
    else if (label[i] === FLAT.content) contents++;
    else if (label[i] === FLAT.cue) cues++;
  }
  const counts = Math.min(3, sources) * 16 + Math.min(3, contents) * 4 + Math.min(3, cues);
  out[n++] = mix2(17, counts, flatLabel);
  out[n++] = mix2(18, counts, p);
  out[n++] = mix2(19, first === start ? 1 : 0, last === end - 1 ? 1 : 0);
  let rival = 0;
  for (const other of flat.candidates)
    if (other !== candidate && grid.sentence[other.first] === sentence && other.probability > rival)
      rival = other.probability;
  out[n++] = mix2(20, decile(rival, 9), p);
  out[n++] = mix2(21, lemma[first - 1 + PAD]!, cue.headClass);
  out[n++] = mix2(22, tag[first + PAD]!, tag[last + PAD]!);
  out[n++] = mix2(23, wordClass[cue.head + PAD]!, tag[last + 1 + PAD]!);
  out[n++] = mix2(24, cue.headGroup, cue.voice);
  out[n++] = mix2(25, cue.headGroup, p);
  // what the role model found
  const margin = Math.max(-8, Math.min(24, Math.floor(roles.margin / UNIT)));
  const sourceAt = roles.source[0];
  const contentAt = roles.content[0] ?? first;
  const contentEnd = roles.content.at(-1) ?? first;
  const sourceSide = sourceAt === undefined ? 0 : sourceAt < first ? 1 : 2;
  const sourceDistance =
    sourceAt === undefined
      ? 7
      : Math.min(6, sourceAt < first ? first - (roles.source.at(-1) ?? 0) : sourceAt - last);
  const size = roles.content.length;
  const sizeStep = size <= 1 ? 0 : size <= 3 ? 1 : size <= 6 ? 2 : size <= 12 ? 3 : size <= 24 ? 4 : 5;
  const quoted = grid.quoteState[contentAt] === 2 ? 1 : grid.quote[contentAt]! > 0 ? 2 : 0;
  let flatAgrees = 0;
  for (const i of roles.content) if (label[i]! >= FLAT.content) flatAgrees++;
  const agreement = size > 0 ? Math.round((4 * flatAgrees) / size) : 0;
  out[n++] = mix2(26, margin, p >> 1);
  out[n++] = mix(27, margin);
  out[n++] = mix2(28, sourceSide * 8 + sourceDistance, p >> 2);
  out[n++] = mix2(29, sourceSide * 8 + sizeStep, cue.headLemma);
  out[n++] = mix2(30, sizeStep * 4 + quoted, cue.headClass);
  out[n++] = mix2(31, word[contentAt + PAD]!, cue.headLemma);
  out[n++] = mix2(32, tag[contentAt + PAD]!, cue.headClass);
  out[n++] = mix2(33, agreement * 4 + quoted, p >> 1);
  out[n++] = mix2(34, sourceAt === undefined ? 0 : tag[sourceAt + PAD]!, cue.headClass);
  out[n++] = mix2(35, sourceAt === undefined ? 0 : lemma[(roles.source.at(-1) ?? 0) + PAD]!, cue.headLemma);
  out[n++] = mix2(36, lemma[contentEnd + PAD]!, cue.headGroup);
  out[n++] = mix2(37, quoted * 8 + grid.quoteLength[contentAt]!, sourceSide * 8 + sourceDistance);
  for (let k = 0; k < n; k++) out[k] = out[k]! & mask;
  return n;
}

/** Probability that a candidate with this score (units of 1/1024 nat) is an attribution. */
export function confidenceOf(score: number): number {
  return sigmoid(Math.max(-30 * UNIT, Math.min(30 * UNIT, score)));
}
