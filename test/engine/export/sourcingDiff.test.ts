/** Draft diff by sourcing: what was lost, what became weaker, what only moved. */
import { describe, expect, it } from 'vitest';
import { sourcingDiff } from '../../../engine/export/sourcingDiff.ts';
import { annotate, type Analysis } from '../../../engine/index.ts';

const of = (text: string): Analysis => annotate(text, { plainText: 'always' });
const kinds = (before: string, after: string): string[] =>
  sourcingDiff(of(before), of(after)).map((change) => change.kind);

const DRAFT = `Prosecutor Imre Vael accused Joan Ferrow, the former harbour chief, of taking £40,000 from a dredging firm.

“I never took a penny,” Ferrow told reporters on Monday.

Ada Quill, the mayor of Tarn, said the council would publish the contract in full.`;

describe('the sourcing diff', () => {
  it('is silent about the same draft, other marks, and moved paragraphs', () => {
    expect(kinds(DRAFT, DRAFT)).toEqual([]);
    expect(kinds(DRAFT, DRAFT.replace(/[“”]/g, '"'))).toEqual([]);
    expect(kinds(DRAFT, `A quiet morning in Tarn.\n\n${DRAFT}`)).toEqual([]);
  });

  it('tells a lost denial with its paragraph', () => {
    const changes = sourcingDiff(of(DRAFT), of(DRAFT.replace(/“I never.*\n\n/, '')));
    expect(changes.map((change) => change.kind)).toEqual(
      expect.arrayContaining(['reply-lost', 'statement-lost']),
    );
    expect(changes.find((change) => change.kind === 'reply-lost')?.message).toMatch(
      /^lost the denial in paragraph 2 /,
    );
  });

  it('tells a source that became vaguer, and one that became clearer', () => {
    const vague = DRAFT.replace('Ada Quill, the mayor of Tarn,', 'An official');
    expect(kinds(DRAFT, vague)).toContain('source-weaker');
    expect(kinds(vague, DRAFT)).toContain('source-stronger');
  });

  it('tells words of a quote that changed, and statements that came', () => {
    const [change] = sourcingDiff(of(DRAFT), of(DRAFT.replace('never took a penny', 'never took one penny')));
    expect(change).toMatchObject({
      kind: 'quote-changed',
      before: { paragraph: 2 },
      after: { paragraph: 2 },
    });
    expect(kinds(DRAFT, `${DRAFT}\n\nTom Hale, a builder, said the bridge was rotten.`)).toEqual([
      'statement-added',
    ]);
  });

  it('tells a claim that lost its attribution', () => {
    const bare = DRAFT.replace('Ada Quill, the mayor of Tarn, said the council', 'The council');
    expect(kinds(DRAFT, bare)).toContain('attribution-lost');
  });

  it('takes hardly longer for twice the text', () => {
    const story = (n: number): string =>
      Array.from(
        { length: n },
        (_, i) => `Ada Quill, the mayor, said the bridge number ${i} was shut on Friday.`,
      ).join('\n\n');
    const time = (n: number): number => {
      const [a, b] = [of(story(n)), of(story(n).replaceAll('shut', 'closed'))];
      const start = performance.now();
      sourcingDiff(a, b);
      return performance.now() - start;
    };
    time(50);
    expect(time(800)).toBeLessThan(time(400) * 6 + 300);
  });
});
