import { describe, expect, test } from 'vitest';
import { annotate } from '../../engine/index.ts';
import { mergeSourceBooks, readSourceBook } from '../../engine/sourceBook.ts';

test('speakers and agencies of a book are read', () => {
  const book = readSourceBook({
    version: 1,
    speakers: [
      { name: 'Ada Quill', aliases: ['Mayor Ada'], role: 'mayor', affiliation: 'Tarn', note: 'Ring first.' },
    ],
    agencies: [
      {
        name: 'Norland Wire',
        aliases: ['NW'],
        needsCue: ['NW'],
        founded: 1921,
        website: 'https://nw.example',
      },
    ],
  });
  expect(book.problems).toEqual([]);
  expect(book.speakers[0]).toMatchObject({
    name: 'Ada Quill',
    aliases: ['Mayor Ada'],
    role: 'mayor',
    note: 'Ring first.',
  });
  expect(book.agencies[0]).toMatchObject({ id: 'norland-wire', local: true, founded: { value: '1921' } });
});

test('an id of the registry changes single facts and keeps the names', () => {
  const book = readSourceBook({ agencies: [{ id: 'reuters', note: 'Our wire.' }] });
  expect(book.problems).toEqual([]);
  expect(book.agencies[0]).toMatchObject({
    id: 'reuters',
    names: { full: 'Reuters' },
    note: 'Our wire.',
    kind: 'agency',
  });
});

describe('faults are told with their place and stop nothing', () => {
  test.each([
    ['not a book', 'a line', [[]]],
    ['a list is missing', { speakers: 'Ada' }, [['speakers']]],
    ['a name is missing', { speakers: [{ role: 'mayor' }] }, [['speakers', 0]]],
    ['a key is misspelt', { speakers: [{ name: 'Ada Quill', rolle: 'mayor' }] }, [['speakers', 0, 'rolle']]],
    [
      'an alias is no text',
      { speakers: [{ name: 'Ada Quill', aliases: [true] }] },
      [['speakers', 0, 'aliases', 0]],
    ],
    [
      'an address is none',
      { agencies: [{ name: 'Norland Wire', website: 'nw' }] },
      [['agencies', 0, 'website']],
    ],
    ['a kind is unknown', { agencies: [{ name: 'Norland Wire', kind: 'wire' }] }, [['agencies', 0, 'kind']]],
    [
      'an id twice',
      {
        agencies: [
          { id: 'a', name: 'A B' },
          { id: 'a', name: 'C D' },
        ],
      },
      [['agencies', 1]],
    ],
    ['a name twice', { speakers: [{ name: 'Ada' }, { name: 'ada' }] }, [['speakers', 1]]],
    ['an unknown version', { version: 2 }, [['version']]],
  ])('%s', (_name, value, paths) => {
    expect(readSourceBook(value).problems.map(({ path }) => path)).toEqual(paths);
  });

  test('what can be used is used', () => {
    const book = readSourceBook({ speakers: [{ name: 'Ada Quill', aliases: 3 }, 7, { name: '' }] });
    expect(book.speakers.map(({ name }) => name)).toEqual(['Ada Quill']);
    expect(book.problems).toHaveLength(3);
  });

  test('the nearest key is offered', () => {
    expect(readSourceBook({ speaker: [] }).problems[0]?.message).toContain('Did you mean "speakers"?');
  });
});

test('nothing at all is an empty book', () => {
  expect(readSourceBook(null)).toEqual({ speakers: [], agencies: [], problems: [] });
  expect(readSourceBook(undefined).problems).toEqual([]);
});

test('of two books the later counts', () => {
  const merged = mergeSourceBooks([
    readSourceBook({ speakers: [{ name: 'Ada Quill', role: 'mayor' }] }),
    readSourceBook({ speakers: [{ name: 'Ada Quill', role: 'senator' }] }),
  ]);
  expect(merged.speakers).toEqual([{ name: 'Ada Quill', role: 'senator' }]);
});

test('a book reaches the annotation', () => {
  const book = readSourceBook({
    agencies: [{ name: 'Norland Wire' }],
    speakers: [{ name: 'Ada Quill', note: 'Ring first.' }],
  });
  const { annotation } = annotate('“We are done,” Ada Quill told Norland Wire on Monday.', {
    plainText: 'always',
    ...book,
  });
  expect(annotation.agencies[0]?.key).toBe('norland-wire');
  expect(annotation.speakers[0]?.note).toBe('Ring first.');
});
