/** Does an attribution with confidence 0.8 turn out right four times in five? Right = it is a gold attribution (`matched`). */
import { matched } from './coreVerbs.ts';
import type { Found } from './predictions.ts';

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanConfidence: number;
  readonly right: number;
}
export interface Calibration {
  readonly bins: readonly Bin[];
  /** Mean squared distance of confidence and outcome (Brier 1950): 0 is perfect. */
  readonly brier: number;
  /** Mean distance of confidence and share of right ones, weighted by the size of the bins. */
  readonly expectedError: number;
}

/** Reliability of confidences in ten bins. */
export function reliability(
  outcomes: readonly { readonly confidence: number; readonly right: boolean }[],
): Calibration {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, confidence: 0, right: 0 }));
  let squares = 0;
  for (const { confidence, right } of outcomes) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.n++;
    bin.confidence += confidence;
    if (right) bin.right++;
    squares += (confidence - (right ? 1 : 0)) ** 2;
  }
  const total = Math.max(1, outcomes.length);
  return {
    bins: bins.map(({ n, confidence, right }, i) => ({
      from: i / 10,
      to: (i + 1) / 10,
      n,
      meanConfidence: n > 0 ? confidence / n : 0,
      right: n > 0 ? right / n : 0,
    })),
    brier: squares / total,
    expectedError: bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / total,
  };
}

/** Reliability of what was found in articles. */
export function calibration(documents: readonly Found[]): Calibration {
  return reliability(
    documents.flatMap(({ gold, predicted }) => {
      const right = new Set(matched(gold, predicted).map(([, j]) => j));
      return predicted.map(({ confidence }, j) => ({ confidence, right: right.has(j) }));
    }),
  );
}
