import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuote } from '../../../engine/export/quoteCheck.ts';

const NOTES = `Interview with the mayor, 3 May

[00:03:12] NOVAK: Well, we, uh, we will never rebuild the houses on the quay, not
[00:03:20] NOVAK: while the river does what it does. Twelve pumps failed in one night.
[00:03:31] REPORTER: And the loans?
[00:03:33] NOVAK: The first loans will be paid in May, or in June if the bank is slow.
`;

/** The alignment as one line: [-left out-], {+put in+}, (marked). */
function shown(quote: string, notes = NOTES): string {
  return checkQuote(quote, notes)
    .runs.map(({ kind, quote: own, notes: other }) => {
      const written = own === null ? '' : quote.slice(own.start, own.end);
      const said = other === null ? '' : notes.slice(other.start, other.end).replace(/\s+/g, ' ');
      if (kind === 'same') return written;
      if (kind === 'marked') return `(${said})`;
      return `${said === '' ? '' : `[-${said}-]`}${written === '' ? '' : `{+${written}+}`}`;
    })
    .join(' ');
}

describe('a quotation in the notes', () => {
  it('stands there word for word, whatever the case, marks, fillers and times', () => {
    const check = checkQuote(
      '“We will never rebuild the houses on the quay, not while the river does what it does,”',
      NOTES,
    );
    expect(check.verdict).toBe('exact');
    expect(check.similarity).toBe(1);
    expect(NOTES.slice(check.place?.start, check.place?.end)).toMatch(/^we will never[^]*what it does$/);
  });

  it('may spell numbers as figures', () => {
    expect(checkQuote('“12 pumps failed in one night”', NOTES).verdict).toBe('exact');
  });

  it('has changed words shown in place', () => {
    const check = checkQuote('“We will not rebuild the houses near the quay,”', NOTES);
    expect(check.verdict).toBe('changed');
    expect(check.similarity).toBeCloseTo(7 / 9);
    expect(shown('“We will not rebuild the houses near the quay,”')).toBe(
      'We will [-never-]{+not+} rebuild the houses [-on-]{+near+} the quay',
    );
  });

  it('has words that were silently left out or put in', () => {
    expect(shown('“We will rebuild the houses on the quay,”')).toBe(
      'We will [-never-] rebuild the houses on the quay',
    );
    expect(shown('“The very first loans will be paid in May,”')).toBe(
      'The {+very+} first loans will be paid in May',
    );
  });

  it('may leave out and explain words if it says so', () => {
    const quote = '“We will never rebuild … while the river does what it does,”';
    expect(checkQuote(quote, NOTES).verdict).toBe('marked');
    expect(shown(quote)).toContain('(the houses on the quay, not');
    const explained = '“We will never rebuild [the old houses] on the quay,”';
    expect(checkQuote(explained, NOTES).verdict).toBe('marked');
    expect(checkQuote('“We will [soon] rebuild the houses on the quay,”', NOTES).verdict).toBe('marked');
  });

  it('leaves out no more than it must', () => {
    const check = checkQuote('“We … rebuild”', `We went home. ${NOTES}`);
    expect(check.verdict).toBe('marked');
    expect(shown('“We … rebuild”')).toBe('We (will never) rebuild');
  });

  it('is not found when the notes say something else, or when it is too short to be sure', () => {
    expect(checkQuote('“The harbour belongs to nobody but the people of this town,”', NOTES)).toMatchObject({
      verdict: 'not-found',
      place: null,
    });
    expect(checkQuote('“not rebuild here”', NOTES).verdict).toBe('not-found');
    expect(checkQuote('“never rebuild”', NOTES).verdict).toBe('exact');
    expect(checkQuote('“…”', NOTES).verdict).toBe('not-found');
    expect(checkQuote('“We will never rebuild”', '').verdict).toBe('not-found');
  });

  it('is found in subtitles', () => {
    const subtitles = `WEBVTT

1
00:00:01.000 --> 00:00:04.000
Nobody warned us about the ferry

2
00:00:04.000 --> 00:00:06.000
and nobody asked us either.
`;
    expect(checkQuote('“Nobody warned us about the ferry and nobody asked us,”', subtitles).verdict).toBe(
      'exact',
    );
  });

  it('is found in long notes in time that grows with their length', () => {
    const long = `${'He spoke of the river and of the weather that year. '.repeat(20_000)}${NOTES}`;
    const start = performance.now();
    expect(checkQuote('“We will not rebuild the houses on the quay,”', long).verdict).toBe('changed');
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('any two texts', () => {
  const sentence = fc
    .array(
      fc.constantFrom('we', 'will', 'never', 'rebuild', 'here', '…', '[the', 'town]', 'uh', 'May:', '12'),
    )
    .map((words) => words.join(' '));

  it('give runs that cover the quotation in order, and a verdict that fits them', () => {
    fc.assert(
      fc.property(sentence, sentence, (quote, notes) => {
        const { verdict, runs, similarity, place } = checkQuote(quote, notes);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(place === null).toBe(verdict === 'not-found');
        const kinds = new Set(runs.map(({ kind }) => kind));
        if (verdict === 'exact') expect([...kinds]).toEqual(['same']);
        if (verdict === 'marked')
          expect(kinds.has('replaced') || kinds.has('put-in') || kinds.has('left-out')).toBe(false);
        let end = 0;
        for (const { quote: own } of runs) {
          if (own === null) continue;
          expect(own.start).toBeGreaterThanOrEqual(end);
          end = own.end;
        }
      }),
    );
  });

  it('find every part of a text in the text itself', () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, (before, quote, after) => {
        const plain = quote.replace(/[….[\]]|May:|uh/g, '').trim();
        if (plain === '') return;
        expect(checkQuote(plain, `so ${before} ${plain} ${after} it is`).verdict).toBe('exact');
      }),
    );
  });
});
