/**
 * Gold articles with what is known of each attribution: jsonl files in the scorer's format, or the project's own corpus.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../engine/text/spans.ts';
import type { CorpusPart } from '../corpus/files.mts';
import { parseArticle, type CorpusArticle } from '../corpus/inline.ts';
import { projectRoot } from '../root.ts';
import type { GoldArticle } from './predictions.ts';
import type { Traits } from './score.ts';

type Pair = readonly [number, number];
interface Line {
  readonly id: string;
  readonly text: string;
  readonly discard?: readonly Pair[];
  readonly attributions: readonly {
    readonly source: readonly Pair[];
    readonly cue: readonly Pair[];
    readonly content: readonly Pair[];
    readonly quote?: Traits['quote'];
    readonly speech?: boolean;
    readonly cueClass?: string;
  }[];
}

const spansOf = (pairs: readonly Pair[]): Span[] => pairs.map(([start, end]) => ({ start, end }));

/** Reads a jsonl file in the scorer's format. */
export function readGold(file: string): GoldArticle[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, text, attributions, discard } = JSON.parse(line) as Line;
      return {
        id,
        text,
        attributions: attributions.map(({ source, cue, content }) => ({
          source: spansOf(source),
          cue: spansOf(cue),
          content: spansOf(content),
        })),
        traits: attributions.map(({ quote, speech, cueClass }) =>
          quote === undefined || speech === undefined || cueClass === undefined
            ? null
            : { quote, speech, kind: cueClass },
        ),
        discard: spansOf(discard ?? []),
      };
    });
}

/** Articles of one part of the own corpus, in the order of the file names. */
export function readOwn(part: CorpusPart): CorpusArticle[] {
  const folder = join(projectRoot(), 'data/corpus', part);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseArticle(readFileSync(join(folder, name), 'utf8')));
}

/** How much of a content stands in quotation marks, by the marks at and between the edges of its pieces. */
export function quotedShare(text: string, content: readonly Span[]): Traits['quote'] {
  const pieces = content.map(({ start, end }) => text.slice(start, end).trim());
  if (pieces.length > 0 && pieces.every((piece) => /^["“‘'].*["”’'][.,]?$/su.test(piece))) return 'entirely';
  return pieces.some((piece) => /["“”]|(?:^|\s)[‘']/u.test(piece)) ? 'partly' : 'none';
}

/** The own corpus in the form of the other gold. */
export function asGold({ id, text, attributions }: CorpusArticle): GoldArticle {
  return {
    id,
    text,
    attributions,
    traits: attributions.map((one) => ({
      quote: quotedShare(text, one.content),
      speech: one.class === 'speech',
      kind: one.class,
    })),
    discard: [],
  };
}
