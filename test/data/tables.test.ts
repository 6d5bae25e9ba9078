import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileAll, parseTsv, type Table } from '../../scripts/build-lexicon.mts';

const data = path.join(import.meta.dirname, '../../data');
const table = (name: string): Table => parseTsv(readFileSync(path.join(data, `${name}.tsv`), 'utf8'), name);
const column = ({ columns, rows }: Table, name: string): string[] =>
  rows.map((row) => row[columns.indexOf(name)] ?? '');
const keys = (of: Table, ...names: string[]): string[] =>
  of.rows.map((row) => names.map((name) => row[of.columns.indexOf(name)] ?? '').join(' | '));

const STANCES = ['neutral', 'allege', 'accuse', 'deny', 'claim', 'confirm', 'condemn', 'demand', 'warn', 'concede', 'believe', 'promise', 'praise', 'other']; // prettier-ignore
const LEGAL = [
  'alleged',
  'suspected',
  'arrested',
  'charged',
  'on-trial',
  'sued',
  'convicted',
  'liable',
  'cleared',
];
const RESPONSES = ['denial', 'comment', 'no-comment', 'unreachable', 'plea', ''];

test('the compiled tables are those of data/ (npm run generate)', () => {
  for (const [file, source] of compileAll())
    expect(readFileSync(path.join(data, '../engine/lexicon', file), 'utf8') === source, file).toBe(true);
});

test('every table can be read', () => {
  for (const file of readdirSync(data).filter((name) => name.endsWith('.tsv')))
    expect(() => parseTsv(readFileSync(path.join(data, file), 'utf8'), file)).not.toThrow();
});

describe('no key occurs twice', () => {
  test.each([
    ['reporting-verbs', ['lemma', 'pos', 'group']],
    ['hedges', ['form', 'kind']],
    ['legal-status', ['form']],
    ['responses', ['form', 'kind']],
    ['offences', ['noun']],
    ['vague-sources', ['form', 'kind']],
    ['anonymous-descriptors', ['form', 'kind']],
    ['anonymity-reasons', ['form', 'kind']],
    ['wrongdoing-verbs', ['lemma']],
    ['standing-terms', ['term', 'kind']],
  ])('%s', (name, names) => {
    const found = keys(table(name), ...names);
    expect(found.filter((key, index) => found.indexOf(key) !== index)).toEqual([]);
  });
});

describe('every pattern compiles and matches its own form', () => {
  test.each(['legal-status', 'responses', 'anonymous-descriptors', 'anonymity-reasons'])('%s', (name) => {
    const { columns, rows } = table(name);
    for (const row of rows) {
      const form = row[columns.indexOf('form')] ?? '';
      const pattern = row[columns.indexOf('pattern')] ?? '';
      expect(
        new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'iu').test(form),
        `${form}: ${pattern}`,
      ).toBe(true);
    }
  });
});

describe('values are those of the annotation format', () => {
  test('stances', () => {
    for (const stance of column(table('reporting-verbs'), 'stance')) expect(STANCES).toContain(stance);
  });
  test('legal statuses', () => {
    for (const status of column(table('legal-status'), 'legal_status')) expect(LEGAL).toContain(status);
  });
  test('kinds of reply', () => {
    for (const kind of column(table('responses'), 'response_kind')) expect(RESPONSES).toContain(kind);
  });
  test('levels of wrongdoing', () => {
    for (const level of column(table('wrongdoing-verbs'), 'level'))
      expect(['crime', 'harm', 'wrongdoing', 'weak']).toContain(level);
    for (const level of column(table('offences'), 'level')) expect(['crime', 'wrongdoing']).toContain(level);
  });
});

test('the row counts of the README are right', () => {
  const readme = readFileSync(path.join(data, 'README.md'), 'utf8');
  for (const [, name, count] of readme.matchAll(/^\| `([a-z-]+)\.tsv` \| (\d+) \|/gmu))
    expect(`${name ?? ''} ${count ?? ''}`).toBe(`${name ?? ''} ${table(name ?? '').rows.length}`);
});

describe('the compiler refuses faulty tables', () => {
  test.each([
    ['no line feed at the end', 'a\tb\n1\t2'],
    ['cells', 'a\tb\n1\n'],
    ['occurs twice', 'a\tb\n1\t2\n1\t2\n'],
    ['white space', 'a\tb\n1 \t2\n'],
    ['bad column name', 'a\tclass\n1\t2\n'],
  ])('%s', (message, text) => {
    expect(() => parseTsv(text, 'x')).toThrow(message);
  });
});
