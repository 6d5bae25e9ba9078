/**
 * The verbs that carry most attributions: how many of theirs are found, and how many found ones are real. A prediction
 * and a gold attribution are one when they share a character of cue or content; one to one, the closest first.
 */
import type { Span } from '../../engine/text/spans.ts';
import type { Found } from './predictions.ts';
import type { Parts } from './score.ts';

export const CORE_VERBS: ReadonlySet<string> = new Set([
  'say',
  'tell',
  'add',
  'write',
  'ask',
  'note',
  'tweet',
]);

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);
function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const x of a)
    for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return sum;
}
function jaccard(a: readonly Span[], b: readonly Span[]): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (lengthOf(a) + lengthOf(b) - both);
}

/** Which prediction is which gold attribution: pairs of indexes (gold, predicted). */
export function matched(gold: readonly Parts[], predicted: readonly Parts[]): (readonly [number, number])[] {
  const choices: { readonly pair: readonly [number, number]; readonly weight: number }[] = [];
  for (const [i, g] of gold.entries())
    for (const [j, p] of predicted.entries()) {
      const cue = jaccard(g.cue, p.cue);
      const content = jaccard(g.content, p.content);
      if (cue === 0 && content === 0) continue;
      choices.push({ pair: [i, j], weight: 2 * cue + 1.5 * content + jaccard(g.source, p.source) });
    }
  choices.sort((a, b) => b.weight - a.weight || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
  const goldTaken = new Set<number>();
  const taken = new Set<number>();
  const pairs: (readonly [number, number])[] = [];
  for (const { pair } of choices) {
    if (goldTaken.has(pair[0]) || taken.has(pair[1])) continue;
    goldTaken.add(pair[0]);
    taken.add(pair[1]);
    pairs.push(pair);
  }
  return pairs;
}

export interface CoreVerbFigures {
  readonly gold: number;
  readonly found: number;
  readonly predicted: number;
  readonly right: number;
}

/** Recall over gold cues and precision over found cues whose head is a core verb. */
export function coreVerbFigures(documents: readonly Found[]): CoreVerbFigures {
  const sum = { gold: 0, found: 0, predicted: 0, right: 0 };
  for (const { gold, goldHeads, predicted } of documents) {
    sum.gold += goldHeads.filter((head) => CORE_VERBS.has(head)).length;
    sum.predicted += predicted.filter(({ head }) => CORE_VERBS.has(head)).length;
    for (const [i, j] of matched(gold, predicted)) {
      if (CORE_VERBS.has(goldHeads[i] ?? '')) sum.found++;
      if (CORE_VERBS.has(predicted[j]?.head ?? '')) sum.right++;
    }
  }
  return sum;
}
