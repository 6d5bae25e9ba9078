/** The check of a configuration, the schema, and the pages: all from the rules, all in step. */
import { describe, expect, it } from 'vitest';
import { configSchema, validateConfig } from '../../../engine/rules/configSchema.ts';
import { nearestName } from '../../../engine/rules/schema.ts';
import { mergeLayers, ruleSetting } from '../../../engine/rules/config.ts';
import { RULES } from '../../../engine/rules/index.ts';
import { optionsOf } from '../../../engine/rules/lint.ts';
import { generateAll } from '../../../scripts/generate-rule-docs.mts';
import { readFileSync } from 'node:fs';

describe('validateConfig', () => {
  it('accepts the example of the documents', () => {
    expect(
      validateConfig({
        $schema: './node_modules/sourcelight/data/schemas/config-1.json',
        extends: ['recommended', 'reuters', './desk.json'],
        outlet: 'Northport Courier',
        minConfidence: 0.5,
        rules: {
          'quote-scare': 'off',
          'attribution-late': { severity: 'warning', maxChars: 250 },
          'verb-loaded': { allow: ['insist'] },
        },
        lexicons: { people: ['desk/people.tsv'] },
        ignore: ['archive/**'],
        overrides: [
          { files: ['opinion/**'], genre: 'opinion' },
          { files: ['courts/**'], rules: { 'right-of-reply-missing': 'error' } },
        ],
      }),
    ).toEqual([]);
  });

  it('names the path of a wrong type', () => {
    expect(validateConfig({ minConfidence: 'high' })).toEqual([
      { path: ['minConfidence'], message: 'expected number, found string' },
    ]);
    expect(validateConfig([])).toEqual([{ path: [], message: 'expected object, found array' }]);
    expect(validateConfig({ overrides: [{ genre: 'news' }] })).toEqual([
      { path: ['overrides', 0], message: '“files” is missing' },
    ]);
  });

  it('offers the nearest rule for one that does not exist', () => {
    expect(validateConfig({ rules: { 'quote-unbalanced': 'error', 'quote-scar': 'off' } })).toEqual([
      { path: ['rules', 'quote-scar'], message: 'there is no rule “quote-scar”', suggestion: 'quote-scare' },
    ]);
  });

  it('knows the options of each rule and their bounds', () => {
    expect(validateConfig({ rules: { 'quote-scare': { maxWord: 2 } } })[0]?.suggestion).toBe('maxWords');
    expect(validateConfig({ rules: { 'quote-scare': { maxWords: 99 } } })[0]?.message).toBe(
      'must be at most 10',
    );
    expect(validateConfig({ rules: { 'quote-scare': 3 } })[0]?.message).toContain(
      'expected a level or an object',
    );
    expect(validateConfig({ rules: { 'quote-scare': 'warn' } })[0]?.suggestion).toBe('warning');
  });

  it('refuses patterns that are broken or could take for ever', () => {
    expect(validateConfig({ ignorePattern: '(' })).toHaveLength(1);
    expect(validateConfig({ ignorePattern: '(a+)+b' })).toHaveLength(1);
    expect(validateConfig({ ignorePattern: '^Critics (say|said)$' })).toEqual([]);
  });

  it('is not fooled by names that every object has', () => {
    expect(validateConfig({ rules: { toString: 'off' } })[0]?.path).toEqual(['rules', 'toString']);
  });
});

describe('merging', () => {
  it('lays options over options and lists over lists', () => {
    const config = mergeLayers([
      { ignoreSpeakers: ['a'], rules: { 'verb-loaded': { severity: 'warning', allow: ['claim'] } } },
      { ignoreSpeakers: ['b'], rules: { 'verb-loaded': { level: 1 } } },
    ]);
    expect(config.ignoreSpeakers).toEqual(['b']);
    expect(config.rules['verb-loaded']).toEqual({
      severity: 'warning',
      options: { allow: ['claim'], level: 1 },
    });
  });

  it('splits shared keys from options', () => {
    expect(ruleSetting({ severity: 'information', scopes: ['lede'], max: 3 })).toEqual({
      severity: 'info',
      scopes: ['lede'],
      options: { max: 3 },
    });
  });

  it('falls back to the default for an option of the wrong type', () => {
    const rule = RULES.find(({ id }) => id === 'quote-scare');
    if (rule === undefined) throw new Error('no such rule');
    expect(optionsOf(rule, { maxWords: 'three', allow: 'x' })).toEqual({ maxWords: 3, allow: [] });
  });
});

describe('names', () => {
  it('finds what was meant', () => {
    expect(nearestName('recomended', ['recommended', 'strict'])).toBe('recommended');
    expect(nearestName('zzz', ['recommended', 'strict'])).toBeNull();
  });
});

describe('what is generated from the rules', () => {
  it('is up to date', () => {
    for (const [file, content] of generateAll()) {
      expect(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'), file).toBe(content);
    }
  });

  it('has an entry for every rule', () => {
    expect(Object.keys(configSchema().properties?.['rules']?.properties ?? {})).toEqual(
      RULES.map((rule) => rule.id),
    );
  });
});

describe('every rule', () => {
  it('has its own number, or is an extra that is off or speaks of house words only', () => {
    expect(RULES.flatMap((rule) => rule.number ?? [])).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    for (const rule of RULES.filter(({ number, id }) => number === null && id !== 'house-phrase'))
      expect(rule.severity).toBe('off');
    expect(RULES.filter((rule) => rule.starred)).toHaveLength(15);
  });

  it('is complete', () => {
    for (const rule of RULES) {
      expect(rule.docs.bad.length, rule.id).toBeGreaterThan(0);
      expect(rule.docs.good.length, rule.id).toBeGreaterThan(0);
      expect(rule.docs.silentOn.length, rule.id).toBeGreaterThan(0);
      expect(rule.docs.rationale.length, rule.id).toBeGreaterThan(10);
      expect(Object.keys(rule.messages).length, rule.id).toBeGreaterThan(0);
      for (const option of Object.values(rule.options ?? {}))
        expect(option.description.endsWith('.'), rule.id).toBe(true);
    }
  });
});
