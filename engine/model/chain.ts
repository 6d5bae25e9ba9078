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
  forward: Float64Array;
  backward: Float64Array;
  emission: Float64Array;
}

/** New buffers. */
export function chainScratch(): ChainScratch {
  return {
    back: new Uint8Array(0),
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
 * Best label sequence that uses a label ≥ `required` at least once: the states are doubled by "seen it yet".
 * Writes the path into `out` and returns its score.
 */
export function bestPathWith(
  chain: Chain,
  required: number,
  n: number,
  emission: Int32Array,
  out: Uint8Array,
  scratch: ChainScratch,
): number {
  const K = chain.labels;
  const T = chain.transitions;
  const K1 = K + 1;
  const S = K * 2;
  if (scratch.back.length < n * S) scratch.back = new Uint8Array(n * S * 2);
  const back = scratch.back;
  let current = new Int32Array(S).fill(FORBIDDEN);
  let next = new Int32Array(S);
  for (let k = 0; k < K; k++)
    current[k + (k >= required ? K : 0)] = Math.max(FORBIDDEN, emission[k]! + T[K * K1 + k]!);
  for (let i = 1; i < n; i++) {
    const row = i * K;
    next.fill(FORBIDDEN);
    for (let k = 0; k < K; k++) {
      const e = emission[row + k]!;
      for (let a = 0; a < K; a++) {
        const step = T[a * K1 + k]! + e;
        if (step <= FORBIDDEN / 2) continue;
        for (let seen = 0; seen < 2; seen++) {
          const score = current[a + seen * K]! + step;
          const target = k + (seen === 1 || k >= required ? K : 0);
          if (score > next[target]!) {
            next[target] = score;
            back[i * S + target] = a + seen * K;
          }
        }
      }
    }
    const swap = current;
    current = next;
    next = swap;
  }
  let best = -Infinity;
  let state = K + required;
  for (let k = 0; k < K; k++) {
    const score = current[k + K]! + T[k * K1 + K]!;
    if (score > best) {
      best = score;
      state = k + K;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    out[i] = state % K;
    state = back[i * S + state]!;
  }
  return best;
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

/**
 * The `k` best label sequences that use a label ≥ `required` at least once (list Viterbi; Seshadri and Sundberg 1994).
 * @returns up to `k` paths, best first, with their scores
 */
export function bestPathsWith(
  chain: Chain,
  required: number,
  k: number,
  n: number,
  emission: Int32Array,
): { readonly path: Uint8Array; readonly score: number }[] {
  const K = chain.labels;
  const T = chain.transitions;
  const K1 = K + 1;
  const S = K * 2;
  const width = S * k;
  let current = new Int32Array(width).fill(FORBIDDEN);
  let next = new Int32Array(width);
  // state × k + rank of the predecessor
  const back = new Uint8Array(n * width);
  for (let label = 0; label < K; label++)
    current[(label + (label >= required ? K : 0)) * k] = Math.max(
      FORBIDDEN,
      emission[label]! + T[K * K1 + label]!,
    );
  for (let i = 1; i < n; i++) {
    next.fill(FORBIDDEN);
    const row = i * width;
    for (let label = 0; label < K; label++) {
      const e = emission[i * K + label]!;
      for (let a = 0; a < K; a++) {
        const step = T[a * K1 + label]! + e;
        if (step <= FORBIDDEN / 2) continue;
        for (let seen = 0; seen < 2; seen++) {
          const from = (a + seen * K) * k;
          const to = (label + (seen === 1 || label >= required ? K : 0)) * k;
          for (let rank = 0; rank < k; rank++) {
            const before = current[from + rank]!;
            if (before <= FORBIDDEN / 2) break;
            const score = before + step;
            let at = k - 1;
            if (score <= next[to + at]!) break;
            while (at > 0 && next[to + at - 1]! < score) {
              next[to + at] = next[to + at - 1]!;
              back[row + to + at] = back[row + to + at - 1]!;
              at--;
            }
            next[to + at] = score;
            back[row + to + at] = from + rank;
          }
        }
      }
    }
    const swap = current;
    current = next;
    next = swap;
  }
  const ends: { slot: number; score: number }[] = [];
  for (let label = 0; label < K; label++)
    for (let rank = 0; rank < k; rank++) {
      const slot = (label + K) * k + rank;
      const score = current[slot]! + T[label * K1 + K]!;
      if (score > FORBIDDEN / 2) ends.push({ slot, score });
    }
  ends.sort((a, b) => b.score - a.score || a.slot - b.slot);
  return ends.slice(0, k).map(({ slot, score }) => {
    const path = new Uint8Array(n);
    let at = slot;
    for (let i = n - 1; i >= 0; i--) {
      path[i] = Math.floor(at / k) % K;
      at = back[i * width + at]!;
    }
    return { path, score };
  });
}
