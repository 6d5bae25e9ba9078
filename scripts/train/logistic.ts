/** Trains the verifier: logistic regression on hashed features by AdaGrad. */
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
        G[row] += gradient * gradient;
        W[row] -= (step * gradient) / Math.sqrt(G[row]! + 1e-2);
      }
    }
    if (epoch >= 2) {
      for (let o = 0; o < W.length; o++) sum[o] += W[o]!;
      averaged++;
    }
  }
  if (averaged > 0) for (let o = 0; o < W.length; o++) W[o] = sum[o]! / averaged;
  return W;
}
