/**
 * Trains linear-chain conditional random fields on hashed features by AdaGrad (Duchi, Hazan and Singer 2011), with
 * weights averaged over the later epochs. Floating point is fine here: only the quantised result ships.
 */
import { seededRandom, shuffle } from './random.ts';
import type { FeatureStore } from './features.ts';

export interface Sequence {
  readonly n: number;
  /** First token of the sequence in the feature store. */
  readonly at: number;
  readonly gold: Uint8Array;
  /** 255 = free, otherwise the label that the position has for certain. */
  readonly fixed?: Uint8Array;
}

export interface FloatChain {
  readonly bits: number;
  readonly labels: number;
  readonly weights: Float32Array;
  /** (labels + 1)²: row `labels` = start, column `labels` = end. */
  readonly transitions: Float64Array;
  readonly allowed: Uint8Array;
}

export interface CrfSettings {
  readonly epochs: number;
  readonly step: number;
  readonly l2: number;
  readonly seed: number;
  /** Epoch from which weights are averaged. */
  readonly averageFrom: number;
}

/** A chain with zero weights. */
export function newChain(
  bits: number,
  labels: number,
  allows: (a: number, b: number) => boolean,
): FloatChain {
  const size = labels + 1;
  const allowed = new Uint8Array(size * size);
  for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) allowed[a * size + b] = allows(a, b) ? 1 : 0;
  return {
    bits,
    labels,
    weights: new Float32Array(labels << bits),
    transitions: new Float64Array(size * size),
    allowed,
  };
}

/** Trains a chain in place; returns the mean negative log-likelihood per token of the last epoch. */
export function trainCrf(
  chain: FloatChain,
  store: FeatureStore,
  sequences: readonly Sequence[],
  settings: CrfSettings,
): number {
  const { labels: K, weights: W, transitions: T, allowed } = chain;
  const K1 = K + 1;
  const ids = store.ids;
  const pointers = Int32Array.from(store.pointers);
  const G = new Float32Array(W.length);
  const GT = new Float64Array(T.length);
  const sumW = new Float32Array(W.length);
  const sumT = new Float64Array(T.length);
  let averaged = 0;
  let longest = 1;
  for (const s of sequences) longest = Math.max(longest, s.n);
  const X = new Float64Array(longest * K);
  const A = new Float64Array(longest * K);
  const B = new Float64Array(longest * K);
  const P = new Float64Array(longest * K);
  const scale = new Float64Array(longest);
  const ET = new Float64Array(K1 * K1);
  const GP = new Float64Array(K1 * K1);
  const E = new Float64Array(K);
  const order = Int32Array.from(sequences.keys());
  const random = seededRandom(settings.seed);
  const chunk = Math.ceil(order.length / 3);
  let perToken = 0;
  const average = (): void => {
    for (let o = 0; o < W.length; o++) sumW[o]! += W[o]!;
    for (let o = 0; o < T.length; o++) sumT[o]! += T[o]!;
    averaged++;
  };
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    let tokens = 0;
    for (let done = 0; done < order.length; done++) {
      if (epoch >= settings.averageFrom && done > 0 && done % chunk === 0) average();
      const { n, at, gold, fixed } = sequences[order[done]!]!;
      if (n === 0) continue;
      let goldScore = 0;
      let logZ = 0;
      for (let i = 0; i < n; i++) {
        E.fill(0);
        const end = pointers[at + i + 1]!;
        for (let j = pointers[at + i]!; j < end; j++) {
          const row = ids[j]! * K;
          for (let k = 0; k < K; k++) E[k]! += W[row + k]!;
        }
        goldScore += E[gold[i]!]!;
        const only = fixed ? fixed[i]! : 255;
        let top = -Infinity;
        for (let k = 0; k < K; k++) if ((only === 255 || only === k) && E[k]! > top) top = E[k]!;
        logZ += top;
        for (let k = 0; k < K; k++) X[i * K + k] = only === 255 || only === k ? Math.exp(E[k]! - top) : 0;
      }
      for (let o = 0; o < K1 * K1; o++) ET[o] = allowed[o] === 1 ? Math.exp(T[o]!) : 0;
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let k = 0; k < K; k++) {
          let v = 0;
          if (i === 0) v = ET[K * K1 + k]!;
          else for (let a = 0; a < K; a++) v += A[(i - 1) * K + a]! * ET[a * K1 + k]!;
          v *= X[i * K + k]!;
          A[i * K + k] = v;
          sum += v;
        }
        if (sum < 1e-300) sum = 1e-300;
        scale[i] = sum;
        logZ += Math.log(sum);
        for (let k = 0; k < K; k++) A[i * K + k]! /= sum;
      }
      let z = 0;
      for (let k = 0; k < K; k++) {
        B[(n - 1) * K + k] = ET[k * K1 + K]!;
        z += A[(n - 1) * K + k]! * ET[k * K1 + K]!;
      }
      logZ += Math.log(z);
      for (let i = n - 2; i >= 0; i--)
        for (let a = 0; a < K; a++) {
          let v = 0;
          for (let k = 0; k < K; k++) v += ET[a * K1 + k]! * X[(i + 1) * K + k]! * B[(i + 1) * K + k]!;
          B[i * K + a] = v / scale[i + 1]!;
        }
      for (let i = 0; i < n; i++)
        for (let k = 0; k < K; k++) P[i * K + k] = (A[i * K + k]! * B[i * K + k]!) / z;
      // gradient of the transitions
      GP.fill(0);
      for (let k = 0; k < K; k++) {
        GP[K * K1 + k]! += P[k]!;
        GP[k * K1 + K]! += P[(n - 1) * K + k]!;
      }
      for (let i = 1; i < n; i++)
        for (let a = 0; a < K; a++) {
          const left = A[(i - 1) * K + a]! / scale[i]! / z;
          if (left === 0) continue;
          for (let k = 0; k < K; k++)
            GP[a * K1 + k]! += left * ET[a * K1 + k]! * X[i * K + k]! * B[i * K + k]!;
        }
      let previous = K;
      for (let i = 0; i < n; i++) {
        const label = gold[i]!;
        goldScore += T[previous * K1 + label]!;
        GP[previous * K1 + label]! -= 1;
        previous = label;
      }
      goldScore += T[previous * K1 + K]!;
      GP[previous * K1 + K]! -= 1;
      loss += logZ - goldScore;
      tokens += n;
      for (let i = 0; i < n; i++) {
        const end = pointers[at + i + 1]!;
        const begin = pointers[at + i]!;
        for (let k = 0; k < K; k++) {
          const g = P[i * K + k]! - (gold[i] === k ? 1 : 0);
          if (g < 1e-3 && g > -1e-3) continue;
          const square = g * g;
          for (let j = begin; j < end; j++) {
            const o = ids[j]! * K + k;
            G[o]! += square;
            W[o]! -= (settings.step * (g + settings.l2 * W[o]!)) / Math.sqrt(G[o]! + 1e-2);
          }
        }
      }
      for (let o = 0; o < K1 * K1; o++) {
        const g = GP[o]!;
        if (g === 0 || allowed[o] === 0) continue;
        GT[o]! += g * g;
        T[o]! -= (settings.step * g) / Math.sqrt(GT[o]! + 1);
      }
    }
    perToken = loss / Math.max(1, tokens);
  }
  if (averaged > 0) {
    average();
    for (let o = 0; o < W.length; o++) W[o] = sumW[o]! / averaged;
    for (let o = 0; o < T.length; o++) T[o] = sumT[o]! / averaged;
  }
  return perToken;
}
