/**
 * Prints a part of the corpus as JSON lines for the scorer and the trainer:
 * `npx tsx scripts/corpus/toJsonl.mts train|dev|test` → {id, text, attributions: [{source, cue, content}]}, spans as [start, end].
 */
import { readFileSync } from 'node:fs';
import { CORPUS_PARTS, corpusFiles } from './files.mts';
import { parseArticle } from './inline.ts';
import type { Span } from '../../engine/text/spans.ts';

const pairs = (spans: readonly Span[]): [number, number][] => spans.map(({ start, end }) => [start, end]);

const part = CORPUS_PARTS.find((one) => one === process.argv[2]);
if (part === undefined) {
  console.error('usage: npx tsx scripts/corpus/toJsonl.mts train|dev|test');
  process.exitCode = 2;
} else {
  for (const file of corpusFiles(part)) {
    const { id, text, attributions } = parseArticle(readFileSync(file, 'utf8'));
    const rows = attributions.map(({ source, cue, content }) => ({
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
    }));
    console.log(JSON.stringify({ id, text, attributions: rows }));
  }
}
