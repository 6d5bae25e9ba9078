/**
 * Articles to train and measure on: jsonl in the scorer's format (`--train FILE`), or the project's own corpus.
 * All spans are UTF-16 offsets into the text.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../root.ts';
import type { Span } from '../../engine/text/spans.ts';
import { parseArticle } from '../corpus/inline.ts';

export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface Article {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
  /** Parts that carry no gold: bylines, credits, "follow us" lines. */
  readonly discard: readonly Span[];
}

type Pair = readonly [number, number];
interface Line {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Readonly<Record<'source' | 'cue' | 'content', readonly Pair[]>>[];
  readonly discard?: readonly Pair[];
}

/** Spans in order, those parted by white space only joined, without white space at their edges. */
export function tidySpans(text: string, spans: readonly Span[]): Span[] {
  const tidy: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    let { start, end } = span;
    while (start < end && /\s/u.test(text.charAt(start))) start++;
    while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
    if (end <= start) continue;
    const last = tidy.at(-1);
    if (last && (start <= last.end || text.slice(last.end, start).trim() === ''))
      last.end = Math.max(last.end, end);
    else tidy.push({ start, end });
  }
  return tidy;
}

/** Reads a jsonl file in the scorer's format. */
export function readJsonl(file: string): Article[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const article = JSON.parse(line) as Line;
      const spans = (pairs: readonly Pair[] | undefined): Span[] =>
        tidySpans(
          article.text,
          (pairs ?? []).map(([start, end]) => ({ start, end })),
        );
      return {
        id: article.id,
        text: article.text,
        attributions: article.attributions.map((one) => ({
          source: spans(one.source),
          cue: spans(one.cue),
          content: spans(one.content),
        })),
        discard: spans(article.discard),
      };
    });
}

/** Reads one part of the project's own corpus, in the order of the file names. */
export function readOwnCorpus(part: 'train' | 'dev'): Article[] {
  const folder = join(projectRoot(), 'data', 'corpus', part);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const article = parseArticle(readFileSync(join(folder, name), 'utf8'));
      return {
        id: article.id,
        text: article.text,
        attributions: article.attributions.map((one) => ({
          source: tidySpans(article.text, one.source),
          cue: tidySpans(article.text, one.cue),
          content: tidySpans(article.text, one.content),
        })),
        discard: [],
      };
    });
}
