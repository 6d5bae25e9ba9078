/**
 * How far figures would move with other articles: articles are drawn with replacement, again and again (Efron and
 * Tibshirani 1993, percentile intervals). Seeded, so that the same documents give the same intervals.
 */
import { seededRandom } from '../train/random.ts';
import { scoreOf, sumCounts, type Counts } from './score.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % intervals of the F1 of every figure. */
export function bootstrap(
  documents: readonly Counts[],
  rounds = 1000,
  seed = 20261122,
): Map<string, Interval> {
  const random = seededRandom(seed);
  const samples = new Map<string, number[]>();
  // slices are not resampled: their names would be summed a thousand times for nothing
  const lean = documents.map(
    (counts): Counts => new Map([...counts].filter(([name]) => !name.includes('|'))),
  );
  for (let round = 0; round < rounds; round++) {
    const drawn = lean.map(() => lean[Math.floor(random() * lean.length)] ?? new Map<string, number>());
    for (const [name, { f }] of Object.entries(scoreOf(sumCounts(drawn)).figures)) {
      const list = samples.get(name);
      if (list) list.push(f);
      else samples.set(name, [f]);
    }
  }
  return new Map(
    [...samples].map(([name, values]) => {
      values.sort((a, b) => a - b);
      const at = (share: number): number => values[Math.floor(share * (values.length - 1))] ?? 0;
      return [name, { low: at(0.025), high: at(0.975) }];
    }),
  );
}
