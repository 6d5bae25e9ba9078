import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../engine/index.ts';
import {
  countWords,
  createLookup,
  excerpt,
  hitsAt,
  paragraphNumber,
  sentenceAt,
  spanFinder,
  speakerAt,
} from '../../../engine/query.ts';

const TEXT = `Bridge opens

“It is a good day,” said Maria Novak, the mayor of Northport. She cut the ribbon.

“The bridge is safe,” she said.
`;

describe('questions to an annotation', () => {
  const analysis = annotate(TEXT, { plainText: 'always' });
  const lookup = createLookup(analysis.annotation);

  it('find what stands at a place, the innermost first', () => {
    const hits = hitsAt(analysis.annotation, TEXT.indexOf('good'));
    expect(hits.map(({ kind }) => kind)).toContain('quote');
    for (let i = 1; i < hits.length; i++) {
      const length = (index: number): number => (hits[index]?.span.end ?? 0) - (hits[index]?.span.start ?? 0);
      expect(length(i)).toBeGreaterThanOrEqual(length(i - 1));
    }
  });

  it('find who is meant', () => {
    expect(speakerAt(lookup, TEXT.indexOf('good'))?.speaker.name).toBe('Maria Novak');
    expect(speakerAt(lookup, TEXT.indexOf('Bridge opens'))).toBeNull();
  });

  it('count paragraphs from one and give sentences', () => {
    expect(paragraphNumber(analysis.paragraphs, TEXT.indexOf('good'))).toBe(2);
    const sentence = sentenceAt(analysis.paragraphs, TEXT.indexOf('cut'));
    expect(TEXT.slice(sentence?.start, sentence?.end)).toBe('She cut the ribbon.');
    expect(sentenceAt([], 0)).toBeNull();
  });

  it('count words and shorten at a word', () => {
    expect(countWords('“Well — no,” 3 times')).toBe(4);
    expect(excerpt('one two three four', { start: 0, end: 18 }, 12)).toBe('one two…');
  });

  it('find the overlapping span as a search over all would', () => {
    const span = fc
      .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (spans, wanted) => {
        const expected = spans.some(({ start, end }) => start < wanted.end && wanted.start < end);
        const found = spanFinder(spans)(wanted);
        expect(found !== undefined).toBe(expected);
        if (found) expect(found.start < wanted.end && wanted.start < found.end).toBe(true);
      }),
    );
  });
});
