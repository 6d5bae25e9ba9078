import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate, carry, reannotate } from '../../engine/index.ts';
import { checkAnnotation } from './invariants.ts';
import { anyText, soup } from './texts.ts';

/** Number of documents per property; the nightly suite asks for more. */
const RUNS = Number(process.env['SOURCELIGHT_FUZZ_RUNS'] ?? 1000);

describe('annotate', () => {
  it('never throws, and every span lies in the text and is not empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { annotation } = annotate(text, { plainText: 'always' });
        checkAnnotation(text, annotation);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same whatever was annotated before', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const alone = annotate(second, { plainText: 'always' }).annotation;
        annotate(first, { plainText: 'always' });
        expect(annotate(second, { plainText: 'always' }).annotation).toEqual(alone);
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('gives after an edit what it gives afresh', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(20), (text, insert, at, removed) => {
        const start = text.length === 0 ? 0 : at % text.length;
        const edited = text.slice(0, start) + insert + text.slice(start + removed);
        const before = annotate(text, { plainText: 'always' });
        expect(reannotate(before, edited, { plainText: 'always' }).annotation).toEqual(
          annotate(edited, { plainText: 'always' }).annotation,
        );
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('carried over an edit has its spans in the text, and leads to the annotation of the new text', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(20), (text, insert, at, removed) => {
        const start = text.length === 0 ? 0 : at % text.length;
        const edited = text.slice(0, start) + insert + text.slice(start + removed);
        const carried = carry(annotate(text, { plainText: 'always' }), edited);
        checkAnnotation(edited, carried.annotation);
        expect(reannotate(carried, edited, { plainText: 'always' }).annotation).toEqual(
          annotate(edited, { plainText: 'always' }).annotation,
        );
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('is frozen plain data that survives JSON', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { annotation } = annotate(text, { plainText: 'always' });
        expect(JSON.parse(JSON.stringify(annotation))).toEqual(annotation);
      }),
      { numRuns: RUNS / 8 },
    );
  });

  it('takes about twice the time for twice the text', { retry: 3 }, () => {
    const story = soupStory();
    const time = (text: string): number => {
      let best = Infinity;
      for (let i = 0; i < 3; i++) {
        const from = performance.now();
        annotate(text, { plainText: 'always' });
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    time(story);
    expect(time(story.repeat(8)) / time(story.repeat(4))).toBeLessThan(3);
  });

  it.each([
    ['nothing', ''],
    ['one mark', '“'],
    ['only marks', '“”‘’"\''.repeat(2000)],
    ['no spaces', 'x'.repeat(300_000)],
    ['only dots', '.'.repeat(100_000)],
    ['dotted letters', 'a.'.repeat(50_000)],
    ['only newlines', '\n'.repeat(100_000)],
    ['lone surrogates', '\ud800'.repeat(10_000)],
    ['one long line', 'Kolb said the bridge was shut, and “no one” denied it. '.repeat(2000)],
    ['open marks', '“a '.repeat(20_000)],
    ['apostrophes', "o' ".repeat(20_000)],
  ])('bears %s', (_name, text) => {
    expect(() => annotate(text, { plainText: 'always' })).not.toThrow();
  });
});

function soupStory(): string {
  const lines: string[] = [];
  for (let i = 0; i < 40; i++)
    lines.push(
      `“The bridge number ${i} is closed,” Ada Quill${i}, the mayor of Tarn, told Reuters on Monday. She accused Bo Frey of taking bribes, which he denied.`,
    );
  return lines.join('\n\n') + '\n\n';
}
