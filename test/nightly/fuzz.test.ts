/**
 * The long fuzz: 100,000 documents and more, soups of news pieces and articles of the corpus with parts cut, doubled,
 * swapped and replaced. `npm run test:nightly`; SOURCELIGHT_NIGHTLY_RUNS sets another number of documents.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate, reannotate } from '../../engine/index.ts';
import { parseArticle } from '../../scripts/corpus/inline.ts';
import { checkAnnotation } from '../properties/invariants.ts';
import { anyText, mutated } from '../properties/texts.ts';

const RUNS = Number(process.env['SOURCELIGHT_NIGHTLY_RUNS'] ?? 100_000);
const seed = Number(process.env['SOURCELIGHT_FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const hours = 8 * 3600 * 1000;

const articles = ['train', 'dev'].flatMap((part) => {
  const folder = join(import.meta.dirname, '../../data/corpus', part);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseArticle(readFileSync(join(folder, name), 'utf8')).text);
});
const always = { plainText: 'always' } as const;

describe(`fuzz, seed ${seed}`, () => {
  it(
    'bears soups of marks, names and cues',
    () => {
      fc.assert(
        fc.property(anyText, (text) => {
          checkAnnotation(text, annotate(text, always).annotation);
        }),
        { numRuns: Math.ceil(RUNS * 0.6), seed },
      );
      expect.assertions(0);
    },
    hours,
  );

  it(
    'bears articles that were cut, doubled, swapped and sprinkled',
    () => {
      fc.assert(
        fc.property(mutated(articles), (text) => {
          checkAnnotation(text, annotate(text, always).annotation);
        }),
        { numRuns: Math.ceil(RUNS * 0.3), seed },
      );
      expect.assertions(0);
    },
    hours,
  );

  it(
    'gives after an edit of an article what it gives afresh',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...articles),
          mutated(articles),
          fc.nat(),
          fc.nat(40),
          (text, other, at, removed) => {
            const start = at % text.length;
            const edited = text.slice(0, start) + other.slice(0, removed) + text.slice(start + removed);
            expect(reannotate(annotate(text, always), edited, always).annotation).toEqual(
              annotate(edited, always).annotation,
            );
          },
        ),
        { numRuns: Math.ceil(RUNS * 0.1), seed },
      );
    },
    hours,
  );
});
