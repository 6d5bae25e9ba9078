/** ninjs: which JSON is an item, what is read of it, and where it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORTERS } from '../../../engine/export/index.ts';
import { annotate } from '../../../engine/index.ts';
import { readNinjs } from '../../../engine/input/ninjs.ts';
import { inSource, type Reading } from '../../../engine/input/reading.ts';
import { checkPieces, lines, quotesInSource, written } from './support.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ITEM = readFileSync(join(ROOT, 'samples/quarry-item.ninjs.json'), 'utf8');

function item(fields: object): Reading {
  const reading = readNinjs(JSON.stringify({ uri: 'tag:x', ...fields }));
  if (reading === null) throw new Error('not read');
  checkPieces(reading);
  return reading;
}

describe('which JSON is an item', () => {
  it.each([
    ['a package', readFileSync(join(ROOT, 'package.json'), 'utf8')],
    ['an address without words', '{"uri":"x","type":"picture"}'],
    ['words without an address', '{"headline":"Quarry to close","body_text":"It will."}'],
    ['an address further down', '{"item":{"uri":"x"},"headline":"Quarry to close"}'],
    ['a list', '[{"uri":"x","headline":"Quarry to close"}]'],
    ['a string', '"uri headline"'],
    ['nothing', ''],
  ])('not %s', (_, source) => {
    expect(readNinjs(source)).toBeNull();
  });

  it('version 1, 2 and 3', () => {
    expect(
      lines(item({ headline: 'Quarry to close', byline: 'By Astrid Lind', body_text: 'It will.' })),
    ).toEqual(['Quarry to close', 'By Astrid Lind', 'It will.']);
    expect(
      lines(
        item({
          by: 'Astrid Lind',
          headlines: [
            { role: 'seo', value: 'No' },
            { role: 'main', value: 'Quarry to close' },
          ],
          bodies: [
            { role: 'main', contenttype: 'text/plain', value: 'Plain.' },
            { role: 'main', contenttype: 'text/html', value: '<p>It will.<p>Soon.' },
            { role: 'summary', contenttype: 'text/html', value: '<p>Short.' },
          ],
        }),
      ),
    ).toEqual(['By Astrid Lind', 'Quarry to close', 'It will.', 'Soon.']);
  });
});

describe('what is read', () => {
  it('takes the description where there is no body', () => {
    expect(lines(item({ headline: 'A quarry', description_text: 'The quarry on Sunday.' }))).toEqual([
      'A quarry',
      'The quarry on Sunday.',
    ]);
    expect(lines(item({ description_text: 'No', body_text: 'Yes' }))).toEqual(['Yes']);
  });

  it('takes headline and byline once', () => {
    const body_text = 'Quarry to close\n\nBy Astrid Lind\n\nIt will.';
    expect(lines(item({ headline: 'Quarry to close', byline: 'By Astrid Lind', body_text }))).toEqual([
      'Quarry to close',
      'By Astrid Lind',
      'It will.',
    ]);
  });

  it('marks a headline that stands behind the body', () => {
    expect(lines(item({ body_text: 'It will.', headline: 'Quarry to close' }))).toEqual([
      'It will.',
      '# Quarry to close',
    ]);
  });

  it('leaves out what belongs to other items', () => {
    expect(
      lines(item({ headline: 'One', associations: { main: { headline: 'Two', body_text: 'Three' } } })),
    ).toEqual(['One']);
  });

  it('goes as far as broken JSON goes', () => {
    expect(lines(readNinjs('{"uri":"x","headline":"Quarry to close","body_text":"It wi'))).toEqual([
      'Quarry to close',
      'It wi',
    ]);
  });
});

describe('places', () => {
  it.each([
    [
      'quotation marks',
      String.raw`{"uri":"x","body_text":"\"No,\" she said."}`,
      '"No,"',
      String.raw`\"No,\"`,
    ],
    ['escapes', String.raw`{"uri":"x","body_text":"\u201cNo\u201D"}`, '“No”', String.raw`\u201cNo\u201D`],
    ['pairs', String.raw`{"uri":"x","body_text":"a \ud83d\ude00 b"}`, '😀', String.raw`\ud83d\ude00`],
    ['halves of pairs', String.raw`{"uri":"x","body_text":"a \ud83d b"}`, '\ud83d', String.raw`\ud83d`],
    ['line ends', String.raw`{"uri":"x","body_text":"One\n\nTwo"}`, 'One\n\nTwo', String.raw`One\n\nTwo`],
    ['slashes', String.raw`{"uri":"x","body_text":"and\/or \\ b"}`, 'and/or \\ b', String.raw`and\/or \\ b`],
    ['broken escapes', String.raw`{"uri":"x","body_text":"a \u12 b"}`, 'u12 b', String.raw`\u12 b`],
    ['entities', String.raw`{"uri":"x","body_html":"<p>&ldquo;No&rdquo;"}`, '“No”', '&ldquo;No&rdquo;'],
    [
      'tags',
      String.raw`{"uri":"x","body_html":"<p>\"<b class=\"c\">No<\/b>\""}`,
      '"No"',
      String.raw`\"<b class=\"c\">No<\/b>\"`,
    ],
    [
      'escaped entities',
      String.raw`{"uri":"x","body_html":"<p>\u0026quot;No\u0026quot;"}`,
      '"No"',
      String.raw`\u0026quot;No\u0026quot;`,
    ],
  ])('through %s', (_, source, words, inItem) => {
    const reading = readNinjs(source);
    if (reading === null) throw new Error('not read');
    checkPieces(reading);
    expect(written(reading, words)).toBe(inItem);
  });

  it('of the sample are those of its quotations', () => {
    const reading = readNinjs(ITEM);
    if (reading === null) throw new Error('not read');
    expect(quotesInSource(reading)).toEqual([
      String.raw`\u201cno harm\u201d`,
      String.raw`\"The meters show <em>no harm</em>,\"`,
      '&ldquo;We will go on measuring.&rdquo;',
      String.raw`\u201cThey came when it rained,\u201d`,
      String.raw`\u201cThat is not so,\u201d`,
    ]);
  });
});

describe('what we export', () => {
  const ninjs = EXPORTERS.find(({ id }) => id === 'ninjs');
  const back = (text: string): void => {
    const analysis = annotate(text, { plainText: 'always' });
    const exported = ninjs?.write({ analysis, name: 'a story' }) ?? '';
    const reading = readNinjs(exported);
    if (text.trim() === '') return;
    expect(reading?.text.endsWith(text)).toBe(true);
    if (reading === null) return;
    checkPieces(reading);
    const shift = reading.text.length - text.length;
    for (const quote of analysis.annotation.quotes) {
      const { start, end } = inSource(reading, { start: quote.start + shift, end: quote.end + shift });
      expect(JSON.parse(`"${exported.slice(start, end)}"`)).toBe(text.slice(quote.start, quote.end));
    }
  };

  it('is read as it was, headline and byline once', () => {
    const text = readFileSync(join(ROOT, 'samples/harbour-strike.news'), 'utf8');
    const exported = ninjs?.write({ analysis: annotate(text, { plainText: 'always' }), name: 'x' }) ?? '';
    expect(readNinjs(exported)?.text).toBe(text);
    back(text);
  });

  it('is read as it was, whatever it is', () => {
    const word = fc.constantFrom(
      '“',
      '”',
      '"',
      '\\',
      '\n',
      '\n\n',
      ' ',
      'said',
      'Rey',
      '😀',
      '\t',
      '/',
      '<',
      '.',
      '\u0007',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        back(words.join(''));
      }),
      { numRuns: 200 },
    );
  });
});

it('never throws', () => {
  const part = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\\u',
    '"uri"',
    '"headline":',
    '"bodies":[{"value":"',
    '<p>',
    '&lt',
    '“',
    '\ud800',
    'x',
    '//',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 80 }), (parts) => {
      for (const source of [parts.join(''), `{"uri":"x","headline":"a",${parts.join('')}`]) {
        const reading = readNinjs(source);
        if (reading !== null) checkPieces(reading);
      }
    }),
    { numRuns: 2000 },
  );
});
