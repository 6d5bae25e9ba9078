/**
 * First look at a paragraph: a conditional random field over its tokens with labels for cue, source and content.
 * It finds where attributions are; which source and content belong to which cue is decided later (`roles.ts`),
 * since one flat label sequence cannot express "Kolb said X and warned Y".
 */
import { FORBIDDEN, bestPath, marginals, type Chain, type ChainScratch } from '../model/chain.ts';
import { sumRows, type RowTable } from '../model/table.ts';
import { PAD, bucket, sentenceEnd, type Grid } from '../detect/grid.ts';
import { mix, mix2 } from '../text/hash.ts';

/** Labels: outside, then begin and inside of cue, source and content. */
export const FLAT = {
  outside: 0,
  cue: 1,
  cueInside: 2,
  source: 3,
  sourceInside: 4,
  content: 5,
  contentInside: 6,
} as const;
export const FLAT_LABELS = 7;
export const MAX_FLAT_FEATURES = 96;

/** May label `b` follow label `a`? `FLAT_LABELS` stands for the start and the end. */
export function flatAllows(a: number, b: number): boolean {
  const inside = b === FLAT.cueInside || b === FLAT.sourceInside || b === FLAT.contentInside;
  return !inside || a === b || a === b - 1;
}

/** Features of token `i`; returns how many row numbers were written to `out`. */
export function flatFeatures(grid: Grid, i: number, out: Int32Array, mask: number): number {
  const { word, lemma, tag, coarse, wordClass, group } = grid;
  const p = i + PAD;
  let n = 0;
  const w0 = word[p]!;
  const l0 = lemma[p]!;
  const lm1 = lemma[p - 1]!;
  const lp1 = lemma[p + 1]!;
  const t0 = tag[p]!;
  const tm1 = tag[p - 1]!;
  const tp1 = tag[p + 1]!;
  const tm2 = tag[p - 2]!;
  const tp2 = tag[p + 2]!;
  const c0 = coarse[p]!;
  const k0 = wordClass[p]!;
  const state = grid.quoteState[i]!;
  out[n++] = mix(1, grid.isHeadline ? 1 : 0);
  out[n++] = mix(2, w0);
  out[n++] = mix2(3, l0, t0);
  out[n++] = mix(4, word[p - 1]!);
  out[n++] = mix(5, word[p + 1]!);
  out[n++] = mix(6, word[p - 2]!);
  out[n++] = mix(7, word[p + 2]!);
  out[n++] = mix(8, word[p - 3]!);
  out[n++] = mix(9, word[p + 3]!);
  out[n++] = mix(10, t0);
  out[n++] = mix(11, tm1);
  out[n++] = mix(12, tp1);
  out[n++] = mix(13, tm2);
  out[n++] = mix(14, tp2);
  out[n++] = mix2(15, t0, tp1);
  out[n++] = mix2(16, tm1, t0);
  out[n++] = mix2(17, tm1 * 64 + t0, tp1);
  out[n++] = mix2(18, tm2 * 64 + tm1, t0);
  out[n++] = mix2(19, t0 * 64 + tp1, tp2);
  out[n++] = mix2(20, l0, lp1);
  out[n++] = mix2(21, lm1, l0);
  out[n++] = mix2(22, l0, tp1);
  out[n++] = mix2(23, tm1, l0);
  out[n++] = mix2(24, l0, state);
  out[n++] = mix2(25, t0, state);
  out[n++] = mix2(26, grid.shape[i]!, t0);
  out[n++] = mix(27, grid.suffix3[i]!);
  out[n++] = mix2(28, k0, tp1);
  out[n++] = mix2(29, k0, t0);
  out[n++] = mix2(30, wordClass[p - 1]! * 64 + wordClass[p + 1]!, t0);
  out[n++] = mix2(31, group[i]!, t0);
  out[n++] = mix2(32, wordClass[p + 1]!, tp1 * 64 + t0);
  out[n++] = mix2(33, wordClass[p - 1]!, tm1 * 64 + t0);
  out[n++] = mix2(34, wordClass[p + 2]!, tp2 * 64 + t0);
  out[n++] = mix2(35, wordClass[p - 2]!, tm2 * 64 + t0);
  out[n++] = mix2(36, lm1, lp1);
  out[n++] = mix2(37, lemma[p - 2]!, lm1);
  out[n++] = mix2(38, lp1, lemma[p + 2]!);
  out[n++] = mix2(39, (coarse[p - 3]! * 32 + coarse[p - 2]!) * 32 + coarse[p - 1]!, c0);
  out[n++] = mix2(40, (coarse[p + 3]! * 32 + coarse[p + 2]!) * 32 + coarse[p + 1]!, c0);
  // place in the sentence and the paragraph
  const sentence = grid.sentence[i]!;
  const from = grid.sentenceStart[sentence]!;
  const to = sentenceEnd(grid, sentence);
  out[n++] = mix2(41, i === from ? 1 : i === from + 1 ? 2 : i === to - 1 ? 3 : i === to - 2 ? 4 : 0, t0);
  out[n++] = mix2(42, i === 0 ? 1 : i === grid.count - 1 ? 2 : 0, state);
  // quotation marks around
  const before = grid.markLeft[i]!;
  const after = grid.markRight[i]!;
  out[n++] = mix2(43, before, after);
  out[n++] = mix2(44, before, t0);
  out[n++] = mix2(45, after, t0);
  out[n++] = mix2(46, before * 32 + after, k0 * 64 + t0);
  // verbs around
  const left = grid.verbLeft[i]!;
  const right = grid.verbRight[i]!;
  out[n++] = mix2(47, left >= 0 ? lemma[left + PAD]! : 0, t0);
  out[n++] = mix2(48, right >= 0 ? lemma[right + PAD]! : 0, t0);
  const leftClass = left >= 0 ? wordClass[left + PAD]! : -1;
  const rightClass = right >= 0 ? wordClass[right + PAD]! : -1;
  out[n++] = mix2(49, leftClass, c0);
  out[n++] = mix2(50, rightClass, c0);
  if (left >= 0) out[n++] = mix2(51, leftClass * 16 + bucket(i - left), t0);
  if (right >= 0) out[n++] = mix2(52, rightClass * 16 + bucket(right - i), t0);
  const comma = grid.commaLeft[i]!;
  out[n++] = mix2(53, grid.commaRight[i]! * 32 + (comma > 6 ? 7 : comma), t0);
  const ends = (grid.quote[from]! > 0 ? 1 : 0) + (grid.quote[to - 1]! > 0 ? 2 : 0);
  out[n++] = mix2(54, ends + (state > 0 ? 4 : 0), t0);
  out[n++] = mix2(55, grid.thatLeft[i]!, t0);
  out[n++] = mix2(56, word[from + PAD]!, c0);
  out[n++] = mix2(57, w0, grid.capital[i]!);
  out[n++] = mix2(58, grid.quoteLength[i]! * 8 + state, t0);
  out[n++] = mix2(59, grid.quoteLength[i]! * 8 + state, ends);
  out[n++] = mix2(60, left >= 0 ? group[left]! * 16 + bucket(i - left) : -1, c0);
  out[n++] = mix2(61, right >= 0 ? group[right]! * 16 + bucket(right - i) : -1, c0);
  out[n++] = mix2(62, grid.isHeadline ? t0 : -1, tp1);
  // word pairs at the edges, where sources and contents begin and end
  out[n++] = mix2(63, word[p + 1]!, word[p + 2]!);
  out[n++] = mix2(64, word[p - 2]!, word[p - 1]!);
  out[n++] = mix2(65, word[p - 1]!, t0 * 64 + tp1);
  out[n++] = mix2(66, word[p + 1]!, tm1 * 64 + t0);
  // the verbs on both sides together, and what the nearest name or pronoun before is
  out[n++] = mix2(67, leftClass * 64 + rightClass, t0);
  out[n++] = mix2(68, left >= 0 ? lemma[left + PAD]! : 0, right >= 0 ? lemma[right + PAD]! : 0);
  out[n++] = mix2(69, left >= 0 ? group[left]! : 0, (right >= 0 ? group[right]! : 0) * 64 + t0);
  out[n++] = mix2(70, l0, grid.thatLeft[i]! * 8 + state);
  for (let k = 0; k < n; k++) out[k] = out[k]! & mask;
  return n;
}

/** A run of tokens that may be a cue, first and last token included, and its marginal probability. */
export interface CueCandidate {
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

export interface FlatResult {
  /** Best label of each token. */
  readonly label: Uint8Array;
  readonly candidates: readonly CueCandidate[];
}

/** Labels a paragraph and lists what may be a cue in it. */
export function labelFlat(grid: Grid, table: RowTable, chain: Chain, scratch: ChainScratch): FlatResult {
  const n = grid.count;
  const emission = new Int32Array(n * FLAT_LABELS);
  const features = new Int32Array(MAX_FLAT_FEATURES);
  const mask = (1 << table.bits) - 1;
  for (let i = 0; i < n; i++) {
    const found = flatFeatures(grid, i, features, mask);
    sumRows(table, features, found, emission, i * FLAT_LABELS);
    if (i < grid.bodyStart)
      for (let k = 1; k < FLAT_LABELS; k++) emission[i * FLAT_LABELS + k] = FORBIDDEN / 4;
  }
  const label = new Uint8Array(n);
  const probability = new Float64Array(n * FLAT_LABELS);
  bestPath(chain, n, emission, label, scratch);
  marginals(chain, n, emission, probability, scratch);
  return { label, candidates: cueCandidates(n, label, probability) };
}

/** Below this marginal probability a token starts no candidate. */
const CANDIDATE_THRESHOLD = 0.1;

/**
 * Cues of the best path, and runs off it whose first token is a cue with probability ≥ `CANDIDATE_THRESHOLD`.
 * @param probability n × FLAT_LABELS marginals
 */
function cueCandidates(n: number, label: Uint8Array, probability: Float64Array): CueCandidate[] {
  const K = FLAT_LABELS;
  const found: CueCandidate[] = [];
  const used = new Uint8Array(n);
  const take = (first: number, last: number): void => {
    let top = 0;
    for (let i = first; i <= last; i++) {
      used[i] = 1;
      const p = probability[i * K + FLAT.cue]! + probability[i * K + FLAT.cueInside]!;
      if (p > top) top = p;
    }
    found.push({ first, last, probability: top > 1 ? 1 : top });
  };
  for (let i = 0; i < n; i++) {
    if (label[i] !== FLAT.cue) continue;
    let last = i;
    while (last + 1 < n && label[last + 1] === FLAT.cueInside) last++;
    take(i, last);
  }
  for (let i = 0; i < n; i++) {
    if (used[i]) continue;
    const begins = probability[i * K + FLAT.cue]!;
    if (begins < CANDIDATE_THRESHOLD) continue;
    let stronger = false;
    for (let j = i + 1; j <= i + 3 && j < n; j++)
      if (!used[j] && probability[j * K + FLAT.cue]! > begins) stronger = true;
    if (stronger) continue;
    let last = i;
    while (last + 1 < n && !used[last + 1]) {
      const inside = probability[(last + 1) * K + FLAT.cueInside]!;
      if (inside <= 0.5 * begins || inside <= probability[(last + 1) * K + FLAT.cue]!) break;
      last++;
    }
    take(i, last);
  }
  return found.sort((a, b) => a.first - b.first);
}
