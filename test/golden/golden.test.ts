/**
 * Whole annotations of short invented stories, reviewed by eye. What stands in an expected.txt is right; readings that
 * are known to be wrong are in KNOWN.md and in no story. `UPDATE_GOLDEN=1 npx vitest run test/golden` writes the files
 * anew: review the difference line by line before committing it.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../engine/index.ts';
import { printAnnotation } from './print.ts';

const here = new URL('.', import.meta.url);
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/story.news`, here)))
  .map((entry) => entry.name)
  .sort();
const update = process.env['UPDATE_GOLDEN'] === '1';
const strict = process.env['CI'] === 'true';

describe('golden annotations', () => {
  test('there are stories', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  test.each(cases)('%s', (name) => {
    const story = readFileSync(new URL(`${name}/story.news`, here), 'utf8');
    const golden = new URL(`${name}/expected.txt`, here);
    const printed = printAnnotation(story, annotate(story, { plainText: 'always' }).annotation);
    if (!existsSync(golden) && strict) throw new Error(`${name}/expected.txt is missing: run the tests locally and commit it`);
    if (update || !existsSync(golden)) writeFileSync(golden, printed);
    expect(printed).toBe(readFileSync(golden, 'utf8'));
  });
});
