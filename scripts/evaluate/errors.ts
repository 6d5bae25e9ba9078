/**
 * What goes wrong and how often. Each class has an invented example; no sentence of a corpus is shown. Square brackets
 * mark what the engine took, braces what it should have taken.
 */
import type { Span } from '../../engine/text/spans.ts';
import { matched } from './coreVerbs.ts';
import type { Found } from './predictions.ts';

const EXAMPLES = {
  'missed: the cue is no reporting verb': 'Kolb {sees} the bridge as a burden.',
  'missed: the cue is a verb of speech': 'The audit {pointed to} missing invoices.',
  'missed: the cue is a noun or adjective': 'Oduya was {critical of} the plan.',
  'missed: a mark or word is the cue': 'Bridge to stay shut{:} Kolb',
  'invented: no gold attribution there': 'She [asked] for the bill and left.',
  'content begins too early': '[Still, the bridge is safe], Kolb said. (without "Still,")',
  'content begins too late': 'Kolb said {that} [the bridge was safe].',
  'content ends too early': 'Kolb said [the bridge was safe] {because it had been tested}.',
  'content ends too late': 'Kolb said [the bridge was safe, a day after it shut].',
  'content in other pieces': '[“We tried],” Kolb said, {“and failed.”}',
  'source missing': 'Kolb stayed on, {he} said.',
  'source where gold has none': '[The driver] was accused of speeding.',
  'another source': '[Kolb], who met {Oduya} on Monday, said ...',
  'source begins or ends elsewhere': '[Kolb], {the deputy mayor,} said ...',
  'cue begins or ends elsewhere': 'Kolb {has} [called] {for} a review.',
} as const;
export type ErrorClass = keyof typeof EXAMPLES;

export interface ErrorCount {
  readonly name: ErrorClass;
  readonly count: number;
  readonly example: string;
}

const same = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, i) => span.start === b[i]?.start && span.end === b[i].end);
const meet = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((x) => b.some((y) => x.start < y.end && y.start < x.end));

function missed(kind: string): ErrorClass {
  if (kind === 'punctuation' || kind.startsWith('preposition') || kind === 'according-to')
    return 'missed: a mark or word is the cue';
  if (kind === 'noun/adj' || kind === 'adverb') return 'missed: the cue is a noun or adjective';
  if (
    kind === 'unclassified verb' ||
    kind === 'attitude' ||
    kind.startsWith('desire') ||
    kind === 'cognition'
  )
    return 'missed: the cue is no reporting verb';
  return 'missed: the cue is a verb of speech';
}

/** Counts the classes, the commonest first. */
export function errorClasses(documents: readonly Found[]): ErrorCount[] {
  const counts = new Map<ErrorClass, number>();
  const add = (name: ErrorClass): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { gold, traits, predicted } of documents) {
    const pairs = matched(gold, predicted);
    const goldFound = new Set(pairs.map(([i]) => i));
    const real = new Set(pairs.map(([, j]) => j));
    for (const i of gold.keys()) if (!goldFound.has(i)) add(missed(traits[i]?.kind ?? ''));
    for (const j of predicted.keys()) if (!real.has(j)) add('invented: no gold attribution there');
    for (const [i, j] of pairs) {
      const g = gold[i];
      const p = predicted[j];
      if (!g || !p) continue;
      if (!same(g.cue, p.cue)) add('cue begins or ends elsewhere');
      if (!same(g.source, p.source)) {
        if (p.source.length === 0) add('source missing');
        else if (g.source.length === 0) add('source where gold has none');
        else add(meet(g.source, p.source) ? 'source begins or ends elsewhere' : 'another source');
      }
      if (same(g.content, p.content)) continue;
      const start = (g.content[0]?.start ?? 0) - (p.content[0]?.start ?? 0);
      const end = (p.content.at(-1)?.end ?? 0) - (g.content.at(-1)?.end ?? 0);
      if (start > 0) add('content begins too early');
      if (start < 0) add('content begins too late');
      if (end < 0) add('content ends too early');
      if (end > 0) add('content ends too late');
      if (start === 0 && end === 0) add('content in other pieces');
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, count, example: EXAMPLES[name] }))
    .sort((a, b) => b.count - a.count);
}
