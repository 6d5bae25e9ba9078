/** Configuration: found upwards, extended, overridden, and told where it is wrong. */
import { describe, expect, it } from 'vitest';
import { configFor, filesOf, globMatches, ignoresOf } from '../../config/apply.ts';
import {
  baselineText,
  checkAgainst,
  makeBaseline,
  pruneBaseline,
  readBaseline,
} from '../../config/baseline.ts';
import { findConfig, loadConfig, type Knowledge, type Read } from '../../config/load.ts';
import { folderOf, joinPath, normalisePath, relativePath } from '../../config/path.ts';

const reader =
  (files: Readonly<Record<string, string>>): Read =>
  (path) =>
    Promise.resolve(files[path] ?? null);

const knowledge: Knowledge = {
  presetNames: ['reuters', 'opinion'],
  presetLayer: (name) =>
    name === 'reuters'
      ? { rules: { 'source-single': 'warning' }, minConfidence: 0.6 }
      : name === 'opinion'
        ? { genre: 'opinion' }
        : null,
  validate: (value) =>
    Object.entries(value as Record<string, unknown>).flatMap(([key, entry]) =>
      key === 'minConfidence' && typeof entry !== 'number'
        ? [{ path: [key], message: '"minConfidence" must be a number' }]
        : key === 'bogus'
          ? [{ path: [key], message: 'unknown key "bogus"' }]
          : key === 'rules' && (entry as Record<string, unknown>)['no-such'] !== undefined
            ? [{ path: [key, 'no-such'], message: 'no rule "no-such"' }]
            : [],
    ),
};

describe('paths', () => {
  it('have forward slashes, for files, drives and URIs', () => {
    expect(normalisePath('/a/./b/../c/')).toBe('/a/c');
    expect(normalisePath('C:\\news\\x.txt')).toBe('C:/news/x.txt');
    expect(joinPath('file:///a/b', '../c.json')).toBe('file:///a/c.json');
    expect(joinPath('/a', '/b/c')).toBe('/b/c');
    expect(folderOf('/a')).toBe('/');
    expect(folderOf('/')).toBeNull();
    expect(relativePath('/a/b', '/a/b/c/d')).toBe('c/d');
    expect(relativePath('/a/b', '/a/bc')).toBeNull();
  });
});

describe('finding a configuration', () => {
  it('takes the nearest file upwards, and a package.json only with the key', async () => {
    const files = {
      '/w/.sourcelight.json': '{}',
      '/w/desk/package.json': '{"name":"x"}',
      '/w/court/package.json': '{"sourcelight": {"genre":"court"}}',
    };
    expect(await findConfig('/w/desk/today', reader(files))).toBe('/w/.sourcelight.json');
    expect(await findConfig('/w/court', reader(files))).toBe('/w/court/package.json');
    expect(await findConfig('/elsewhere', reader(files))).toBeNull();
  });
});

describe('loading a configuration', () => {
  const load = (
    files: Readonly<Record<string, string>>,
    path = '/w/.sourcelight.json',
  ): ReturnType<typeof loadConfig> => loadConfig(path, reader(files), knowledge);

  it('reads comments and trailing commas, YAML, and the key in package.json', async () => {
    const json = await load({ '/w/.sourcelight.json': '\ufeff{ // desk\n "outlet": "Courier", }' });
    expect(json.problems).toEqual([]);
    expect(configFor(json, '/w/x.txt').lint.outlet).toBe('Courier');
    const yaml = await load(
      { '/w/.sourcelight.yaml': 'outlet: Courier\nrules:\n  quote-scare: off\n' },
      '/w/.sourcelight.yaml',
    );
    expect(configFor(yaml, '/w/x.txt').lint.outlet).toBe('Courier');
    const pkg = await load({ '/w/package.json': '{"sourcelight":{"genre":"court"}}' }, '/w/package.json');
    expect(configFor(pkg, '/w/x.txt').lint.genre).toBe('court');
  });

  it('lays presets, extended files, the file, overrides and flags over each other', async () => {
    const loaded = await load({
      '/w/.sourcelight.json':
        '{"extends":["reuters","./house/base.json"],"rules":{"quote-scare":"off"},"overrides":[{"files":["opinion/**"],"genre":"opinion"},{"files":["*.md"],"excludedFiles":["draft.md"],"rules":{"quote-scare":"error"}}]}',
      '/w/house/base.json':
        '{"minConfidence":0.7,"rules":{"source-single":"hint"},"ignore":["old/**"],"files":["**/*.txt"]}',
    });
    const plain = configFor(loaded, '/w/desk/x.txt');
    expect(plain.lint).toMatchObject({
      minConfidence: 0.7,
      genre: 'news',
      rules: { 'source-single': { severity: 'hint' }, 'quote-scare': { severity: 'off' } },
    });
    expect(plain.origins.get('rules.source-single')).toBe('/w/house/base.json');
    const opinion = configFor(loaded, '/w/opinion/x.md');
    expect(opinion.lint.genre).toBe('opinion');
    expect(opinion.origins.get('rules.quote-scare')).toBe('/w/.sourcelight.json overrides[1]');
    expect(configFor(loaded, '/w/draft.md').lint.rules['quote-scare']?.severity).toBe('off');
    expect(
      configFor(loaded, '/w/x.md', { rules: { 'quote-scare': 'info' } }).lint.rules['quote-scare']?.severity,
    ).toBe('info');
    expect(ignoresOf(loaded)).toEqual(['old/**']);
    expect(filesOf(loaded)).toEqual(['**/*.txt']);
  });

  it('tells file and line of a wrong value and keeps the rest', async () => {
    const loaded = await load({
      '/w/.sourcelight.json':
        '{\n  "outlet": "Courier",\n  "minConfidence": "high",\n  "rules": {\n    "no-such": "off",\n    "quote-scare": "off"\n  }\n}',
    });
    expect(loaded.problems).toEqual([
      { file: '/w/.sourcelight.json', line: 3, column: 3, message: '"minConfidence" must be a number' },
      { file: '/w/.sourcelight.json', line: 5, column: 5, message: 'no rule "no-such"' },
    ]);
    expect(configFor(loaded, '/w/x.txt').lint).toMatchObject({
      outlet: 'Courier',
      minConfidence: 0.5,
      rules: { 'quote-scare': { severity: 'off' } },
    });
  });

  it('tells the line in YAML too', async () => {
    const loaded = await load(
      { '/w/.sourcelight.yaml': 'outlet: Courier\nrules:\n  no-such: off\n' },
      '/w/.sourcelight.yaml',
    );
    expect(loaded.problems).toMatchObject([{ line: 3, column: 3 }]);
    const broken = await load({ '/w/.sourcelight.yaml': 'a: [1\nb: 2\n' }, '/w/.sourcelight.yaml');
    expect(broken.problems.length).toBeGreaterThan(0);
  });

  it('tells syntax errors, circles, unknown presets and missing files', async () => {
    const messages = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
      (await load(files)).problems.map(({ line, message }) => `${line}: ${message}`);
    expect((await messages({ '/w/.sourcelight.json': '{\n "a" 1\n}' }))[0]).toBe('2: a colon is expected');
    expect(await messages({ '/w/.sourcelight.json': '[]' })).toEqual([
      '1: the configuration is not an object',
    ]);
    expect((await messages({ '/w/.sourcelight.json': '{"extends":["ap"]}' }))[0]).toContain(
      'no preset “ap”; known are reuters, opinion',
    );
    expect(
      (
        await messages({
          '/w/.sourcelight.json': '{"extends":["./b.json"]}',
          '/w/b.json': '{"extends":["./.sourcelight.json"]}',
        })
      )[0],
    ).toContain('extends itself');
    expect((await messages({ '/w/.sourcelight.json': '{"extends":["./gone.json"]}' }))[0]).toContain(
      'is not there',
    );
    expect(await messages({})).toEqual(['1: no such file']);
    expect(await messages({ '/w/.sourcelight.json': '' })).toEqual([]);
  });
});

describe('globs', () => {
  it('mean a name in any folder when they have no slash', () => {
    expect(globMatches('*.md', 'a/b.md')).toBe(true);
    expect(globMatches('./a/*.md', 'a/b.md')).toBe(true);
    expect(globMatches('a/', 'a/b/c.md')).toBe(true);
    expect(globMatches('a/*.md', 'a/b/c.md')).toBe(false);
    expect(globMatches('**/*.{news,txt}', 'x.txt')).toBe(true);
  });
});

describe('the baseline', () => {
  const finding = (rule: string, fingerprint: string): { rule: string; fingerprint: string } => ({
    rule,
    fingerprint,
  });
  const files = [
    { file: 'b.txt', findings: [finding('r', 'f1'), finding('r', 'f1#2')] },
    { file: 'a.txt', findings: [finding('r', 'f2')] },
  ];

  it('hides what it knows, as often as it knows it', () => {
    const baseline = makeBaseline(files);
    expect(baseline.entries).toEqual([
      { file: 'a.txt', rule: 'r', fingerprint: 'f2', count: 1 },
      { file: 'b.txt', rule: 'r', fingerprint: 'f1', count: 2 },
    ]);
    const check = checkAgainst(baseline);
    expect(
      check.split('b.txt', [finding('r', 'f1'), finding('r', 'f1#2'), finding('r', 'f1#3')]).fresh,
    ).toHaveLength(1);
    expect(check.split('c.txt', [finding('r', 'f1')]).known).toHaveLength(0);
    expect(checkAgainst(baseline, true).split('c.txt', [finding('r', 'f1')]).known).toHaveLength(1);
  });

  it('survives its own text and refuses others', () => {
    const baseline = makeBaseline(files);
    expect(readBaseline(JSON.parse(baselineText(baseline)))).toEqual(baseline);
    expect(readBaseline(JSON.parse(baselineText({ entries: [] })))).toEqual({ entries: [] });
    expect(readBaseline({ sourcelight: 2, entries: [] })).toBeNull();
    expect(readBaseline({ sourcelight: 1, entries: [{}] })).toBeNull();
    expect(readBaseline([])).toBeNull();
  });

  it('drops what is gone, but only from files that were looked at', () => {
    const { baseline, dropped } = pruneBaseline(makeBaseline(files), [
      { file: 'b.txt', findings: [finding('r', 'f1')] },
    ]);
    expect(dropped).toBe(1);
    expect(baseline.entries.map(({ file, count }) => `${file} ${count}`)).toEqual(['a.txt 1', 'b.txt 1']);
  });
});
