/** Trains the verifier (logistic regression) and the reranker (log-linear choice), both on hashed features by AdaGrad. */
import { seededRandom, shuffle } from './random.ts';

/** Moves the weights of an example's rows against the gradient `g` of its score. */
type Step = (rows: Int32Array, g: number) => void;

const STEP = 0.05;
const L2 = 1e-5;
/** Epoch from which weights are averaged. */
const AVERAGE_FROM = 2;

/**
 * Runs AdaGrad over `count` examples in seeded random order and averages the weights of the later epochs.
 * @param visit looks at example `index` under the weights so far and takes its steps
 */
function adaGrad(
  count: number,
  bits: number,
  epochs: number,
  seed: number,
  visit: (index: number, W: Float32Array, step: Step) => void,
): Float32Array {
  const W = new Float32Array(1 << bits);
  const G = new Float32Array(1 << bits);
  const sum = new Float64Array(1 << bits);
  let averaged = 0;
  const random = seededRandom(seed);
  const order = Int32Array.from(Array(count).keys());
  const step: Step = (rows, g) => {
    for (const row of rows) {
      const gradient = g + L2 * W[row]!;
      G[row]! += gradient * gradient;
      W[row]! -= (STEP * gradient) / Math.sqrt(G[row]! + 1e-2);
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) visit(index, W, step);
    if (epoch >= AVERAGE_FROM) {
      for (let o = 0; o < W.length; o++) sum[o]! += W[o]!;
      averaged++;
    }
  }
  if (averaged > 0) for (let o = 0; o < W.length; o++) W[o] = sum[o]! / averaged;
  return W;
}

export interface Example {
  readonly features: Int32Array;
  readonly isGold: boolean;
}

/** Weights of a logistic model over `1 << bits` rows. */
export function trainLogistic(examples: readonly Example[], bits: number, epochs: number): Float32Array {
  return adaGrad(examples.length, bits, epochs, 5, (index, W, step) => {
    const { features, isGold } = examples[index]!;
    let score = 0;
    for (const row of features) score += W[row]!;
    const g = 1 / (1 + Math.exp(-score)) - (isGold ? 1 : 0);
    if (Math.abs(g) >= 1e-3) step(features, g);
  });
}

/** Alternatives of which the worthiest are right. */
export interface Choice {
  readonly features: readonly Int32Array[];
  readonly worth: readonly number[];
}

/**
 * Weights of a log-linear model that chooses among alternatives, trained to give the worthiest (all of them, where
 * several are equal) the probability mass.
 */
export function trainChooser(choices: readonly Choice[], bits: number, epochs: number): Float32Array {
  return adaGrad(choices.length, bits, epochs, 11, (index, W, step) => {
    const { features, worth } = choices[index]!;
    const top = Math.max(...worth);
    if (features.length < 2 || worth.every((w) => w === top)) return;
    const scores = features.map((rows) => rows.reduce((s, row) => s + W[row]!, 0));
    const most = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - most));
    const all = powers.reduce((a, b) => a + b, 0);
    const good = powers.reduce((s, p, k) => s + (worth[k] === top ? p : 0), 0);
    for (const [k, rows] of features.entries()) {
      const g = powers[k]! / all - (worth[k] === top ? powers[k]! / good : 0);
      if (Math.abs(g) >= 1e-4) step(rows, g);
    }
  });
}
