/**
 * Inference in linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001): best path, best path
 * that holds a required label, and marginals. Scores are integers (`UNIT` = 1 nat). Probabilities use only
 * + − × ÷, which ECMAScript fixes to the bit, and a table of powers of e made from literals, so results are the
 * same on every host.
 */
import { UNIT } from './table.ts';

export interface Chain {
  readonly labels: number;
  /** (labels + 1)²; row `labels` = from the start, column `labels` = to the end. */
  readonly transitions: Int32Array;
}

/** Score of a transition that cannot happen. */
export const FORBIDDEN: number = -(1 << 28);

/** Buffers that grow with the longest sequence seen; one per annotation, so that nothing is shared between texts. */
export interface ChainScratch {
  back: Uint8Array;
  score: Int32Array;
  forward: Float64Array;
  backward: Float64Array;
  emission: Float64Array;
}

/** New buffers. */
export function chainScratch(): ChainScratch {
  return {
    back: new Uint8Array(0),
    score: new Int32Array(0),
    forward: new Float64Array(0),
    backward: new Float64Array(0),
    emission: new Float64Array(0),
  };
}

function room(scratch: ChainScratch, size: number): void {
  if (scratch.forward.length >= size) return;
  scratch.forward = new Float64Array(size * 2);
  scratch.backward = new Float64Array(size * 2);
  scratch.emission = new Float64Array(size * 2);
}

/** e^(-1/1024) and e^-1 to double precision. */
const FINE = 0.999023914181976;
const WHOLE = 0.36787944117144233;
const LIMIT = 40;

function powers(base: number, count: number): Float64Array {
  const table = new Float64Array(count);
  let value = 1;
  for (let i = 0; i < count; i++) {
    table[i] = value;
    value *= base;
  }
  return table;
}
const FINE_POWERS = powers(FINE, UNIT);
const WHOLE_POWERS = powers(WHOLE, LIMIT);

/** e^(score / UNIT) for an integer score of at most 0; 0 below −40 nats. */
export function expOf(score: number): number {
  const depth = -score;
  const whole = depth >> 10;
  if (whole >= LIMIT) return 0;
  return (WHOLE_POWERS[whole] ?? 0) * (FINE_POWERS[depth & (UNIT - 1)] ?? 0);
}

/** 1 / (1 + e^−x) for an integer score x. */
export function sigmoid(score: number): number {
  const power = expOf(score > 0 ? -score : score);
  return score > 0 ? 1 / (1 + power) : power / (1 + power);
}

/** Best label sequence; writes it into `out` and returns its score. */
export function bestPath(
  chain: Chain,
  n: number,
  emission: Int32Array,
  out: Uint8Array,
  scratch: ChainScratch,
): number {
  const K = chain.labels;
  const T = chain.transitions;
  const K1 = K + 1;
  if (scratch.back.length < n * K) scratch.back = new Uint8Array(n * K * 2);
  const back = scratch.back;
  let current = new Int32Array(K);
  let next = new Int32Array(K);
  for (let k = 0; k < K; k++) current[k] = Math.max(FORBIDDEN, emission[k]! + T[K * K1 + k]!);
  for (let i = 1; i < n; i++) {
    const row = i * K;
    for (let k = 0; k < K; k++) {
      let best = -Infinity;
      let from = 0;
      for (let a = 0; a < K; a++) {
        const score = current[a]! + T[a * K1 + k]!;
        if (score > best) {
          best = score;
          from = a;
        }
      }
      next[k] = Math.max(FORBIDDEN, best + emission[row + k]!);
      back[row + k] = from;
    }
    const swap = current;
    current = next;
    next = swap;
  }
  let best = -Infinity;
  let label = 0;
  for (let k = 0; k < K; k++) {
    const score = current[k]! + T[k * K1 + K]!;
    if (score > best) {
      best = score;
      label = k;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    out[i] = label;
    label = back[i * K + label]!;
  }
  return best;
}

/**
 * All ways through a sequence that use a label ≥ `required` at least once. States are labels, doubled by "has one been seen":
 * label + (seen ? labels : 0). Lives in the scratch it was made with: valid until that is used again.
 */
export interface Trellis {
  readonly chain: Chain;
  readonly required: number;
  readonly n: number;
  readonly emission: Int32Array;
  /** n × 2 labels: score of the best way to each state, and the state before it. */
  readonly score: Int32Array;
  readonly back: Uint8Array;
}

/** Fills the trellis of a sequence of `n` positions. */
export function trellisWith(
  chain: Chain,
  required: number,
  n: number,
  emission: Int32Array,
  scratch: ChainScratch,
): Trellis {
  const K = chain.labels;
  const T = chain.transitions;
  const K1 = K + 1;
  const S = K * 2;
  if (scratch.back.length < n * S) scratch.back = new Uint8Array(n * S * 2);
  if (scratch.score.length < n * S) scratch.score = new Int32Array(n * S * 2);
  const { back, score } = scratch;
  score.fill(FORBIDDEN, 0, n * S);
  for (let k = 0; k < K; k++)
    score[k + (k >= required ? K : 0)] = Math.max(FORBIDDEN, emission[k]! + T[K * K1 + k]!);
  for (let i = 1; i < n; i++) {
    const row = i * S;
    const before = row - S;
    for (let k = 0; k < K; k++) {
      const e = emission[i * K + k]!;
      for (let a = 0; a < K; a++) {
        const step = T[a * K1 + k]! + e;
        if (step <= FORBIDDEN / 2) continue;
        for (let seen = 0; seen < S; seen += K) {
          const here = score[before + a + seen]! + step;
          const target = row + k + (seen > 0 || k >= required ? K : 0);
          if (here > score[target]!) {
            score[target] = here;
            back[target] = a + seen;
          }
        }
      }
    }
  }
  return { chain, required, n, emission, score, back };
}

function endScore({ chain, score, n }: Trellis, state: number): number {
  const K = chain.labels;
  return score[(n - 1) * K * 2 + state]! + chain.transitions[(state % K) * (K + 1) + K]!;
}

/** Writes the best path through a trellis into `out` and returns its score. */
export function bestPathIn(trellis: Trellis, out: Uint8Array): number {
  const { chain, required, n, back } = trellis;
  const K = chain.labels;
  let best = -Infinity;
  let state = K + required;
  for (let seen = K; seen < K * 2; seen++) {
    const score = endScore(trellis, seen);
    if (score > best) {
      best = score;
      state = seen;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    out[i] = state % K;
    state = back[i * K * 2 + state]!;
  }
  return best;
}

/** A path that leaves a known one: at position `at` it is in `state`, after it where the known one is. */
interface Deviation {
  readonly score: number;
  readonly of: Uint8Array | null;
  readonly at: number;
  readonly state: number;
}

/**
 * The `k` best paths through a trellis, best first. Each is found as the best deviation from those before it, whose
 * price the trellis tells at once (tree-trellis search, Soong and Huang 1991), so that the others cost little more than
 * the first.
 */
export function bestPathsIn(
  trellis: Trellis,
  k: number,
): { readonly path: Uint8Array; readonly score: number }[] {
  const { chain, required, n, emission, score, back } = trellis;
  const K = chain.labels;
  const T = chain.transitions;
  const K1 = K + 1;
  const S = K * 2;
  const found: { path: Uint8Array; score: number }[] = [];
  const statesOf = ({ of, at, state }: Deviation): Uint8Array => {
    const states = of ? of.slice() : new Uint8Array(n);
    for (let i = at, here = state; i >= 0; i--) {
      states[i] = here;
      here = back[i * S + here]!;
    }
    return states;
  };
  /** Of equal scores, the path with the smaller label where they last differ comes first. */
  const isBetter = (a: Deviation, b: Deviation): boolean => {
    if (a.score !== b.score) return a.score > b.score;
    const [one, other] = [statesOf(a), statesOf(b)];
    let i = n - 1;
    while (i > 0 && one[i] === other[i]) i--;
    return (one[i]! % K) - (other[i]! % K) < 0 || (one[i]! % K === other[i]! % K && one[i]! < other[i]!);
  };
  /** The best deviations not yet taken, best first. */
  const open: Deviation[] = [];
  const offer = (deviation: Deviation): void => {
    let at = open.length;
    while (at > 0 && isBetter(deviation, open[at - 1]!)) at--;
    if (at >= k - found.length) return;
    open.splice(at, 0, deviation);
    if (open.length > k - found.length) open.pop();
  };
  for (let state = K; state < S; state++) {
    const total = endScore(trellis, state);
    if (total > FORBIDDEN / 2) offer({ score: total, of: null, at: n - 1, state });
  }
  for (let next = open.shift(); next && found.length < k; next = open.shift()) {
    const states = statesOf(next);
    found.push({ path: states.map((state) => state % K), score: next.score });
    if (found.length === k) break;
    for (let i = next.at - 1; i >= 0; i--) {
      const after = states[i + 1]!;
      const label = after % K;
      const rest = next.score - score[(i + 1) * S + after]! + emission[(i + 1) * K + label]!;
      for (let state = 0; state < S; state++) {
        const step = T[(state % K) * K1 + label]!;
        const before = score[i * S + state]!;
        if (state === states[i] || step <= FORBIDDEN / 2 || before <= FORBIDDEN / 2) continue;
        // "seen" must be what it is after this position
        if (after !== label + (state >= K || label >= required ? K : 0)) continue;
        offer({ score: rest + before + step, of: states, at: i, state });
      }
    }
  }
  return found;
}

/**
 * Marginal probability of each label at each position (forward-backward, scaled per position).
 * @param out n × labels probabilities
 */
export function marginals(
  chain: Chain,
  n: number,
  emission: Int32Array,
  out: Float64Array,
  scratch: ChainScratch,
): void {
  const K = chain.labels;
  const K1 = K + 1;
  const T = chain.transitions;
  room(scratch, (n + 1) * K);
  const A = scratch.forward;
  const B = scratch.backward;
  const X = scratch.emission;
  const E = new Float64Array(K1 * K1);
  for (let i = 0; i < K1 * K1; i++) {
    const t = T[i]!;
    E[i] = t <= FORBIDDEN / 2 ? 0 : t > 0 ? 1 / expOf(-t) : expOf(t);
  }
  for (let i = 0; i < n; i++) {
    let top = emission[i * K]!;
    for (let k = 1; k < K; k++) if (emission[i * K + k]! > top) top = emission[i * K + k]!;
    for (let k = 0; k < K; k++) X[i * K + k] = expOf(emission[i * K + k]! - top);
  }
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < K; k++) {
      let value = 0;
      if (i === 0) value = E[K * K1 + k]!;
      else for (let a = 0; a < K; a++) value += A[(i - 1) * K + a]! * E[a * K1 + k]!;
      value *= X[i * K + k]!;
      A[i * K + k] = value;
      sum += value;
    }
    const scale = sum > 1e-300 ? 1 / sum : 0;
    for (let k = 0; k < K; k++) A[i * K + k] = A[i * K + k]! * scale;
  }
  for (let k = 0; k < K; k++) B[(n - 1) * K + k] = E[k * K1 + K]!;
  for (let i = n - 2; i >= 0; i--) {
    let sum = 0;
    for (let a = 0; a < K; a++) {
      let value = 0;
      for (let k = 0; k < K; k++) value += E[a * K1 + k]! * X[(i + 1) * K + k]! * B[(i + 1) * K + k]!;
      B[i * K + a] = value;
      sum += value;
    }
    const scale = sum > 1e-300 ? 1 / sum : 0;
    for (let a = 0; a < K; a++) B[i * K + a] = B[i * K + a]! * scale;
  }
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < K; k++) sum += A[i * K + k]! * B[i * K + k]!;
    const scale = sum > 1e-300 ? 1 / sum : 0;
    for (let k = 0; k < K; k++) out[i * K + k] = A[i * K + k]! * B[i * K + k]! * scale;
  }
}
