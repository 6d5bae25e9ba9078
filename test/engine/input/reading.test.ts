/** Edits of the words, as edits of what is written. */
import { describe, expect, it } from 'vitest';
import { formatOfLanguage, formatOfName } from '../../../engine/input/formats.ts';
import { readHtml } from '../../../engine/input/html.ts';
import { readNinjs } from '../../../engine/input/ninjs.ts';
import {
  editsInSource,
  findingInSource,
  withWritableFixes,
  type Reading,
} from '../../../engine/input/reading.ts';

/** The source after the words `old` were replaced, or null when that cannot be written. */
function replaced(reading: Reading | null, old: string, newText: string): string | null {
  if (reading === null) throw new Error('not read');
  const start = reading.text.indexOf(old);
  const edits = editsInSource(reading, { start, end: start + old.length, newText });
  return (
    edits?.reduceRight(
      (out, edit) => out.slice(0, edit.start) + edit.newText + out.slice(edit.end),
      reading.source,
    ) ?? null
  );
}

describe('an edit in HTML', () => {
  it.each([
    ['replaces an entity by an entity', '<p>ä &quot;No', '"', '“', '<p>ä &ldquo;No'],
    ['replaces a mark by a mark', '<p>ä "No', '"', '“', '<p>ä “No'],
    ['writes entities in a page of ASCII', '<p>"No', '"', '“', '<p>&ldquo;No'],
    ['writes references where there is no usual name', '<p>a b', 'b', 'ł', '<p>a &#322;'],
    ['escapes what HTML would read', '<p>a b', 'b', 'R&D <x>', '<p>a R&amp;D &lt;x&gt;'],
    [
      'leaves the tags between the words',
      '<p>one <b>two</b> three',
      'one two three',
      'four',
      '<p>four<b></b>',
    ],
    [
      'changes only what changes',
      '<p>she <b>really</b> said',
      'she really said',
      'she said',
      '<p>she <b></b>said',
    ],
    ['inserts in front of a word', '<p><b>No</b>', '', 'x', '<p><b>xNo</b>'],
    [
      'takes our comment away',
      '<p>One.</p><!-- sourcelight-disable x --><p>Two.',
      '<!-- sourcelight-disable x -->\n\n',
      '',
      '<p>One.</p><p>Two.',
    ],
  ])('%s', (_, source, old, newText, expected) => {
    expect(replaced(readHtml(source, true), old, newText)).toBe(expected);
  });

  it.each([
    ['join paragraphs', '<p>One.<p>Two.', 'e.\n\nT', 'e. T'],
    ['make paragraphs', '<p>One. Two.', ' ', '\n\n'],
    ['replace a tag', '<p>She <q>will</q>', '“', '"'],
    ['take a line break away', '<p>One<br>two', '\n', ' '],
  ])('does not %s', (_, source, old, newText) => {
    expect(replaced(readHtml(source, true), old, newText)).toBeNull();
  });
});

describe('an edit in ninjs', () => {
  it.each([
    [
      'escapes what JSON would read',
      '{"uri":"ä","body_text":"a b"}',
      'b',
      '"c" \\',
      String.raw`{"uri":"ä","body_text":"a \"c\" \\"}`,
    ],
    [
      'replaces an escape by an escape',
      String.raw`{"uri":"ä","body_text":"\u0022No"}`,
      '"',
      '“',
      String.raw`{"uri":"ä","body_text":"\u201cNo"}`,
    ],
    [
      'replaces an escaped mark',
      String.raw`{"uri":"ä","body_text":"\"No"}`,
      '"',
      '“',
      '{"uri":"ä","body_text":"“No"}',
    ],
    [
      'writes escapes in an item of ASCII',
      String.raw`{"uri":"a","body_text":"\"No"}`,
      '"',
      '😀',
      String.raw`{"uri":"a","body_text":"\ud83d\ude00No"}`,
    ],
    [
      'writes lines as JSON does',
      '{"uri":"ä","body_text":"a b"}',
      ' ',
      '\n',
      String.raw`{"uri":"ä","body_text":"a\nb"}`,
    ],
    [
      'writes both ways in HTML within JSON',
      '{"uri":"a","body_html":"<p>a b"}',
      'b',
      '“<"',
      String.raw`{"uri":"a","body_html":"<p>a &ldquo;&lt;\""}`,
    ],
  ])('%s', (_, source, old, newText, expected) => {
    expect(replaced(readNinjs(source), old, newText)).toBe(expected);
  });
});

it('a finding keeps the fixes that can be written', () => {
  const reading = readHtml('<p>&ldquo;No.<p>Yes', true);
  const fix = (
    start: number,
    end: number,
    newText: string,
  ): { title: string; edits: { start: number; end: number; newText: string }[] } => ({
    title: newText,
    edits: [{ start, end, newText }],
  });
  const finding = {
    rule: 'x',
    start: 0,
    end: 3,
    related: [{ start: 1, end: 3, message: 'here' }],
    fixes: [fix(0, 1, '"'), fix(0, reading.text.length, 'Joined')],
  };
  expect(withWritableFixes(reading, finding).fixes.map(({ title }) => title)).toEqual(['"']);
  expect(withWritableFixes(reading, { ...finding, fixes: [] }).fixes).toEqual([]);
  expect(findingInSource(reading, finding)).toEqual({
    rule: 'x',
    start: 3,
    end: 12,
    related: [{ start: 10, end: 12, message: 'here' }],
    fixes: [{ title: '"', edits: [{ start: 3, end: 10, newText: '"' }] }],
  });
});

it('formats go by name and language', () => {
  expect(
    ['a.html', 'b/c.HTM', 'x.ninjs.json', 'y.json', 'z.news', 'README', '.html'].map(formatOfName),
  ).toEqual(['html', 'html', 'ninjs', 'ninjs', 'text', 'text', 'html']);
  expect(['html', 'json', 'markdown', 'news'].map(formatOfLanguage)).toEqual([
    'html',
    'ninjs',
    'text',
    'text',
  ]);
});
