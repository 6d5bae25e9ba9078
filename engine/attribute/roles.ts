/**
 * Second look, once per cue: a conditional random field that labels the tokens around one cue as its source and its
 * content. Asking per cue lets two cues share a source, and keeps "is this an attribution" (`verifier.ts`) apart
 * from "where are its parts".
 */
import {
  FORBIDDEN,
  bestPathIn,
  bestPathsIn,
  trellisWith,
  type Chain,
  type ChainScratch,
  type Trellis,
} from '../model/chain.ts';
import { sumRows, type RowTable } from '../model/table.ts';
import { PAD, OUTSIDE_COARSE, bucket, sentenceEnd, type Grid } from '../detect/grid.ts';
import { COARSE, tagIndex } from '../segment/tags.ts';
import { hashString, mix, mix2 } from '../text/hash.ts';
import { FLAT, type CueCandidate } from './flat.ts';
import type { Hypothesis } from './rerank.ts';

export const ROLE = { outside: 0, source: 1, sourceInside: 2, content: 3, contentInside: 4 } as const;
export const ROLE_LABELS = 5;
export const MAX_ROLE_FEATURES = 96;
/** Tokens looked at on either side of a cue; 99.9 % of sources and content pieces lie within. */
export const ROLE_REACH = 160;

/** May label `b` follow label `a`? `ROLE_LABELS` stands for the start and the end. */
export function roleAllows(a: number, b: number): boolean {
  const inside = b === ROLE.sourceInside || b === ROLE.contentInside;
  return !inside || a === b || a === b - 1;
}

const THAT = hashString('that');
const WHETHER = hashString('whether');
const BE = hashString('be');
const VBN = tagIndex('VBN');
const VBG = tagIndex('VBG');
/** Stand for tokens of the cue itself in the features of their neighbours. */
const CUE_TAG = 91;
const CUE_WORD = 5;

/** What the role features of one cue are read from: counts between the cue and each token, and the cue's own traits. */
export interface CueContext {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  /** Token that carries the cue's meaning. */
  readonly head: number;
  readonly headLemma: number;
  readonly headClass: number;
  readonly headTag: number;
  readonly headGroup: number;
  readonly nounLemma: number;
  readonly firstWord: number;
  readonly lastWord: number;
  /** 0 finite or other, 1 passive, 2 bare participle, 3 -ing form. */
  readonly voice: number;
  readonly layout: number;
  readonly nearLayout: number;
  readonly probability: number;
  readonly flatLabel: number;
  // per token of the window: counts of what stands between it and the cue, capped
  readonly commas: Uint8Array;
  readonly marks: Uint8Array;
  readonly verbs: Uint8Array;
  readonly cues: Uint8Array;
  readonly sentences: Uint8Array;
  readonly flags: Uint8Array;
  readonly sources: Uint8Array;
  readonly path: Int32Array;
}

/** Probability in eight steps. */
function step(probability: number): number {
  const bounds = [0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 0.95];
  let index = 0;
  while (index < bounds.length && probability >= bounds[index]!) index++;
  return index;
}

/** Token of a cue that carries its meaning: its last verb, else its last noun, else its first token. */
export function cueHead(grid: Pick<Grid, 'coarse'>, first: number, last: number): number {
  for (let i = last; i >= first; i--) if (grid.coarse[i + PAD] === COARSE.verb) return i;
  for (let i = last; i >= first; i--) if (grid.coarse[i + PAD] === COARSE.noun) return i;
  return first;
}

/** Reads off the grid what the features of one cue need. */
export function cueContext(grid: Grid, cue: CueCandidate, label: Uint8Array): CueContext {
  const { first, last } = cue;
  const from = Math.max(0, first - ROLE_REACH);
  const to = Math.min(grid.count, last + ROLE_REACH + 1);
  const size = to - from;
  const commas = new Uint8Array(size);
  const marks = new Uint8Array(size);
  const verbs = new Uint8Array(size);
  const cues = new Uint8Array(size);
  const sentences = new Uint8Array(size);
  const flags = new Uint8Array(size);
  const sources = new Uint8Array(size);
  const path = new Int32Array(size);
  for (let direction = -1; direction <= 1; direction += 2) {
    let comma = 0;
    let mark = 0;
    let verb = 0;
    let otherCue = 0;
    let sentence = 0;
    let flag = 0;
    let source = 0;
    let hash = direction;
    let previous = direction < 0 ? first : last;
    let distance = 1;
    for (let i = previous + direction; i >= from && i < to; i += direction, distance++) {
      if (grid.sentence[i] !== grid.sentence[previous]) sentence++;
      const o = i - from;
      commas[o] = comma > 3 ? 3 : comma;
      marks[o] = mark > 3 ? 3 : mark;
      verbs[o] = verb > 3 ? 3 : verb;
      cues[o] = otherCue > 2 ? 2 : otherCue;
      sentences[o] = sentence > 3 ? 3 : sentence;
      flags[o] = flag;
      sources[o] = source > 2 ? 2 : source;
      const kind = grid.coarse[i + PAD]!;
      if (distance <= 6) hash = mix2(77, hash, kind);
      path[o] = hash;
      if (kind === COARSE.comma) comma++;
      else if (grid.mark[i]! > 0) mark++;
      else if (kind === COARSE.verb) verb++;
      if (label[i] === FLAT.cue) otherCue++;
      else if (label[i] === FLAT.source) source++;
      const word = grid.word[i + PAD]!;
      if (word === THAT || word === WHETHER) flag |= 1;
      if (kind === COARSE.wh) flag |= 2;
      else if (kind === COARSE.conjunction) flag |= 4;
      else if (kind === COARSE.dash) flag |= 8;
      previous = i;
    }
  }
  const head = cueHead(grid, first, last);
  let noun = -1;
  let passive = false;
  for (let i = first; i <= last; i++) {
    if (grid.coarse[i + PAD] === COARSE.noun) noun = i;
    if (i < head && grid.lemma[i + PAD] === BE) passive = true;
  }
  const headTag = grid.tag[head + PAD]!;
  const kindAt = (i: number): number =>
    i < 0 || i >= grid.count ? OUTSIDE_COARSE : grid.mark[i]! > 0 ? COARSE.quote : grid.coarse[i + PAD]!;
  return {
    first,
    last,
    from,
    to,
    head,
    headLemma: grid.lemma[head + PAD]!,
    headClass: grid.wordClass[head + PAD]! + grid.coarse[head + PAD]! * 64,
    headTag,
    headGroup: grid.group[head]!,
    nounLemma: noun >= 0 ? grid.lemma[noun + PAD]! : 0,
    firstWord: grid.word[first + PAD]!,
    lastWord: grid.word[last + PAD]!,
    voice: headTag === VBN ? (passive ? 1 : 2) : headTag === VBG ? 3 : 0,
    layout: ((kindAt(first - 2) * 32 + kindAt(first - 1)) * 32 + kindAt(last + 1)) * 32 + kindAt(last + 2),
    nearLayout: kindAt(first - 1) * 32 + kindAt(last + 1),
    probability: step(cue.probability),
    flatLabel: label[first]!,
    commas,
    marks,
    verbs,
    cues,
    sentences,
    flags,
    sources,
    path,
  };
}

/** Features of token `i` relative to a cue; returns how many row numbers were written to `out`. */
export function roleFeatures(
  grid: Grid,
  cue: CueContext,
  label: Uint8Array,
  i: number,
  out: Int32Array,
  mask: number,
): number {
  const { first, last, from, headLemma } = cue;
  let n = 0;
  if (i >= first && i <= last) {
    out[0] = mix(1, 0) & mask;
    return 1;
  }
  const { word, tag, coarse } = grid;
  const p = i + PAD;
  const o = i - from;
  const side = i < first ? 0 : 1;
  const distance = side === 1 ? i - last : first - i;
  const place = side * 16 + bucket(distance);
  // neighbours that belong to the cue are seen as "the cue", whatever its words
  const leftIsCue = i - 1 >= first && i - 1 <= last;
  const rightIsCue = i + 1 >= first && i + 1 <= last;
  const left2IsCue = i - 2 >= first && i - 2 <= last;
  const right2IsCue = i + 2 >= first && i + 2 <= last;
  const wm1 = leftIsCue ? CUE_WORD : word[p - 1]!;
  const wp1 = rightIsCue ? CUE_WORD : word[p + 1]!;
  const tm1 = leftIsCue ? CUE_TAG : tag[p - 1]!;
  const tp1 = rightIsCue ? CUE_TAG : tag[p + 1]!;
  const tm2 = left2IsCue ? CUE_TAG : tag[p - 2]!;
  const tp2 = right2IsCue ? CUE_TAG : tag[p + 2]!;
  const w0 = word[p]!;
  const t0 = tag[p]!;
  const c0 = coarse[p]!;
  const f0 = label[i]!;
  const fm1 = leftIsCue ? 7 : i > 0 ? label[i - 1]! : 8;
  const fp1 = rightIsCue ? 7 : i + 1 < grid.count ? label[i + 1]! : 8;
  const fm2 = left2IsCue ? 7 : i > 1 ? label[i - 2]! : 8;
  const fp2 = right2IsCue ? 7 : i + 2 < grid.count ? label[i + 2]! : 8;
  const state = grid.quoteState[i]!;
  const verbs = cue.verbs[o]!;
  const cues = cue.cues[o]!;
  const flags = cue.flags[o]!;
  const between = ((cue.commas[o]! * 4 + cue.marks[o]!) * 4 + cue.sentences[o]!) * 2 + side;
  const sentence = grid.sentence[i]!;
  const start = grid.sentenceStart[sentence]!;
  const end = sentenceEnd(grid, sentence);
  const edge = (i === start ? 1 : 0) + (i === end - 1 ? 2 : 0) + (i === end - 2 ? 4 : 0);
  out[n++] = mix(2, place);
  out[n++] = mix2(3, place, t0);
  out[n++] = mix2(4, place, headLemma);
  out[n++] = mix2(5, side * 128 + t0, cue.headClass);
  out[n++] = mix2(6, between, state);
  out[n++] = mix2(7, between * 64 + t0, verbs);
  out[n++] = mix2(8, side * 4 + cues, (verbs * 4 + cue.commas[o]!) * 64 + t0);
  out[n++] = mix2(9, side, w0);
  out[n++] = mix2(10, side * 8 + (distance < 5 ? distance : 5), w0);
  out[n++] = mix2(11, side, wm1);
  out[n++] = mix2(12, side, wp1);
  out[n++] = mix2(13, side, (tm1 * 128 + t0) * 128 + tp1);
  out[n++] = mix2(14, place, tm1 * 128 + t0);
  out[n++] = mix2(15, place, tp1 * 128 + t0);
  out[n++] = mix2(16, cue.path[o]!, distance < 7 ? distance : 7);
  out[n++] = mix2(17, side * 128 + t0, headLemma);
  out[n++] = mix2(18, cue.lastWord, mix2(2, place, w0));
  out[n++] = mix2(19, cue.layout, between);
  out[n++] = mix2(20, cue.nearLayout, between * 64 + c0);
  out[n++] = mix2(21, cue.nearLayout * 32 + place, t0);
  out[n++] = mix2(22, between * 8 + edge, c0);
  out[n++] = mix2(23, between, tp1);
  out[n++] = mix2(24, between, tm1);
  out[n++] = mix2(25, side * 16 + cue.headGroup, t0);
  out[n++] = mix2(26, place * 32 + cue.headGroup, cue.voice);
  out[n++] = mix2(27, (flags * 4 + verbs) * 2 + side, t0);
  out[n++] = mix2(28, flags * 64 + place, headLemma);
  out[n++] = mix2(29, side * 128 + tp1, w0);
  out[n++] = mix2(30, side * 128 + tm1, w0);
  out[n++] = mix2(31, cue.voice * 2 + side, tm1 * 128 + t0);
  out[n++] = mix2(32, state * 8 + edge, between);
  out[n++] = mix2(33, grid.wordClass[p]!, place);
  out[n++] = mix2(34, cue.headClass, between);
  out[n++] = mix2(35, cue.headClass * 8 + cue.voice, place);
  out[n++] = mix2(36, cue.headTag * 64 + place, c0);
  out[n++] = mix2(37, cue.nounLemma, place);
  out[n++] = mix2(38, cue.firstWord, place);
  out[n++] = mix2(39, wp1, between);
  out[n++] = mix2(40, wm1, place);
  out[n++] = mix2(41, grid.lemma[p]!, headLemma);
  out[n++] = mix(42, grid.isHeadline ? place : 0);
  out[n++] = mix2(43, side, grid.quote[start]! > 0 ? 1 : 0);
  out[n++] = mix2(44, grid.quote[first]! > 0 ? 1 : 0, state * 2 + side);
  out[n++] = mix2(45, tm2 * 128 + tm1, t0 * 2 + side);
  out[n++] = mix2(46, tp1 * 128 + tp2, t0 * 2 + side);
  out[n++] = mix2(47, cue.probability, side);
  out[n++] = mix2(48, cue.probability * 8 + cue.flatLabel, side * 16 + f0);
  out[n++] = mix2(49, cue.probability * 8 + cue.flatLabel, headLemma + side);
  out[n++] = mix2(50, f0, side);
  out[n++] = mix2(51, f0, place);
  out[n++] = mix2(52, f0 * 4 + cues, side);
  out[n++] = mix2(53, f0 * 4 + cues, between);
  out[n++] = mix2(54, (fm1 * 9 + f0) * 9 + fp1, side * 4 + cues);
  out[n++] = mix2(55, f0 * 128 + t0, side);
  out[n++] = mix2(56, f0, headLemma + side);
  out[n++] = mix2(57, (f0 * 4 + cue.sources[o]!) * 4 + cues, side);
  out[n++] = mix2(58, f0 * 8 + state, between);
  out[n++] = mix2(59, cue.nearLayout, (f0 * 4 + cues) * 2 + side);
  out[n++] = mix2(60, f0, wp1);
  out[n++] = mix2(61, f0, wm1);
  out[n++] = mix2(62, (fm2 * 9 + fm1) * 9 + f0, side);
  out[n++] = mix2(63, (fp1 * 9 + fp2) * 9 + f0, side);
  out[n++] = mix2(64, grid.quoteLength[i]! * 8 + state, between);
  out[n++] = mix2(65, (grid.quote[i]! > 0 && grid.quote[i] === grid.quote[first] ? 1 : 0) * 8 + state, place);
  // word pairs at the edges of content: ", but he", ", which", "and warned"
  out[n++] = mix2(66, side, mix2(1, wp1, right2IsCue ? CUE_WORD : word[p + 2]!));
  out[n++] = mix2(67, side, mix2(2, w0, wp1));
  out[n++] = mix2(68, side, mix2(3, wm1, w0));
  out[n++] = mix2(69, place, mix2(4, tm1 * 64 + t0, tp1 * 64 + tp2));
  const left = grid.verbLeft[i]!;
  const right = grid.verbRight[i]!;
  // the clause around: is its verb the cue, and what kind of verb comes next
  const leftIsHead = left >= first && left <= last;
  const rightIsHead = right >= first && right <= last;
  out[n++] = mix2(
    70,
    (leftIsHead ? 100 : left >= 0 ? grid.wordClass[left + PAD]! : 99) * 128 +
      (rightIsHead ? 100 : right >= 0 ? grid.wordClass[right + PAD]! : 99),
    side * 64 + t0,
  );
  out[n++] = mix2(71, wp1, (verbs * 4 + cue.commas[o]!) * 2 + side);
  out[n++] = mix2(72, mix2(5, wp1, right2IsCue ? CUE_WORD : word[p + 2]!), verbs * 8 + state);
  out[n++] = mix2(73, cue.headGroup * 32 + place, f0 * 128 + t0);
  for (let k = 0; k < n; k++) out[k] = out[k]! & mask;
  return n;
}

/** The parts of one cue, as token indexes. */
export interface CueRoles {
  readonly source: readonly number[];
  readonly content: readonly number[];
  /** Score of the chosen parts above "this cue has none", in units of 1/1024 nat. */
  readonly margin: number;
  /** All ways to give the cue its parts, from which further readings can be drawn until the next cue is looked at. */
  readonly trellis: Trellis;
}

/** Finds source and content of a cue; content is never empty. */
export function labelRoles(
  grid: Grid,
  cue: CueContext,
  label: Uint8Array,
  table: RowTable,
  chain: Chain,
  scratch: ChainScratch,
): CueRoles {
  const n = cue.to - cue.from;
  const emission = new Int32Array(n * ROLE_LABELS);
  const features = new Int32Array(MAX_ROLE_FEATURES);
  const mask = (1 << table.bits) - 1;
  const K = ROLE_LABELS;
  const T = chain.transitions;
  let nothing = T[K * (K + 1)]! + T[K]!;
  for (let i = cue.from; i < cue.to; i++) {
    const at = (i - cue.from) * K;
    const found = roleFeatures(grid, cue, label, i, features, mask);
    sumRows(table, features, found, emission, at);
    nothing += emission[at]! + (i > cue.from ? T[0]! : 0);
    if (i < grid.bodyStart || (i >= cue.first && i <= cue.last))
      for (let k = 1; k < K; k++) emission[at + k] = FORBIDDEN / 4;
  }
  const best = new Uint8Array(n);
  const trellis = trellisWith(chain, ROLE.content, n, emission, scratch);
  const score = bestPathIn(trellis, best);
  return { ...partsOf(best, cue.from), margin: score - nothing, trellis };
}

/** Source and content tokens of a label path that starts at token `from`. */
function partsOf(path: Uint8Array, from: number): { source: number[]; content: number[] } {
  const source: number[] = [];
  const content: number[] = [];
  for (let i = 0; i < path.length; i++) {
    const role = path[i]!;
    if (role === ROLE.source || role === ROLE.sourceInside) source.push(from + i);
    else if (role >= ROLE.content) content.push(from + i);
  }
  return { source, content };
}

/** The best few ways to give a cue its parts, best first. */
export function roleHypotheses(cue: CueContext, roles: CueRoles, count: number): Hypothesis[] {
  return bestPathsIn(roles.trellis, count).map(({ path, score }) => ({
    ...partsOf(path, cue.from),
    score,
  }));
}
