/** Trains the verifier (logistic regression) and the reranker (log-linear choice), both on hashed features by AdaGrad. */
import { seededRandom, shuffle } from './random.ts';

export interface Example {
  readonly features: Int32Array;
  readonly isGold: boolean;
}

/** Weights of a logistic model over `1 << bits` rows, averaged over the later epochs. */
export function trainLogistic(
  examples: readonly Example[],
  bits: number,
  epochs: number,
  step = 0.05,
  l2 = 1e-5,
): Float32Array {
  const W = new Float32Array(1 << bits);
  const G = new Float32Array(1 << bits);
  const sum = new Float64Array(1 << bits);
  let averaged = 0;
  const random = seededRandom(5);
  const order = Int32Array.from(examples.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { features, isGold } = examples[index]!;
      let score = 0;
      for (const row of features) score += W[row]!;
      const g = 1 / (1 + Math.exp(-score)) - (isGold ? 1 : 0);
      if (Math.abs(g) < 1e-3) continue;
      for (const row of features) {
        const gradient = g + l2 * W[row]!;
        G[row]! += gradient * gradient;
        W[row]! -= (step * gradient) / Math.sqrt(G[row]! + 1e-2);
      }
    }
    if (epoch >= 2) {
      for (let o = 0; o < W.length; o++) sum[o]! += W[o]!;
      averaged++;
    }
  }
  if (averaged > 0) for (let o = 0; o < W.length; o++) W[o] = sum[o]! / averaged;
  return W;
}

/** Alternatives of which the worthiest are right. */
export interface Choice {
  readonly features: readonly Int32Array[];
  readonly worth: readonly number[];
}

/**
 * Weights of a log-linear model that chooses among alternatives, trained to give the worthiest (all of them, where
 * several are equal) the probability mass; averaged over the later epochs.
 */
export function trainChooser(
  choices: readonly Choice[],
  bits: number,
  epochs: number,
  step = 0.05,
  l2 = 1e-5,
): Float32Array {
  const W = new Float32Array(1 << bits);
  const G = new Float32Array(1 << bits);
  const sum = new Float64Array(1 << bits);
  let averaged = 0;
  const random = seededRandom(11);
  const order = Int32Array.from(choices.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { features, worth } = choices[index]!;
      const top = Math.max(...worth);
      if (features.length < 2 || worth.every((w) => w === top)) continue;
      const scores = features.map((rows) => rows.reduce((s, row) => s + W[row]!, 0));
      const most = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - most));
      const all = powers.reduce((a, b) => a + b, 0);
      const good = powers.reduce((s, p, k) => s + (worth[k] === top ? p : 0), 0);
      for (const [k, rows] of features.entries()) {
        const g = powers[k]! / all - (worth[k] === top ? powers[k]! / good : 0);
        if (Math.abs(g) < 1e-4) continue;
        for (const row of rows) {
          const gradient = g + l2 * W[row]!;
          G[row]! += gradient * gradient;
          W[row]! -= (step * gradient) / Math.sqrt(G[row]! + 1e-2);
        }
      }
    }
    if (epoch >= 2) {
      for (let o = 0; o < W.length; o++) sum[o]! += W[o]!;
      averaged++;
    }
  }
  if (averaged > 0) for (let o = 0; o < W.length; o++) W[o] = sum[o]! / averaged;
  return W;
}
