/** Quick fixes: they keep tense, person and typography, never overlap, and applying them leads somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../cli/lint/fix.ts';
import type { Fix } from '../../../engine/annotation.ts';
import { annotate } from '../../../engine/index.ts';
import { DEFAULT_CONFIG, mergeLayers } from '../../../engine/rules/config.ts';
import { inflect, inShape, shapeOf } from '../../../engine/rules/inflect.ts';
import { lint, type LintFinding } from '../../../engine/rules/lint.ts';
import { parseArticle } from '../../../scripts/corpus/inline.ts';
import { applyEdits, lintText } from './examples.ts';

const CORPUS = fileURLToPath(new URL('../../../data/corpus/', import.meta.url));
const STORIES = ['dev', 'train'].flatMap((part) =>
  readdirSync(path.join(CORPUS, part))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      name,
      text: parseArticle(readFileSync(path.join(CORPUS, part, name), 'utf8')).text,
    })),
);
const EVERYTHING = mergeLayers([{ rules: { 'time-relative': 'hint', 'quote-share': 'hint' }, unsure: true }]);

const lintAll = (text: string): readonly LintFinding[] =>
  lint(annotate(text, { plainText: 'always' }), EVERYTHING);

/** The text after the preferred fix of the only finding of a rule. */
function fixed(text: string, rule: string, nth = 0): string {
  const finding = lintText(text, mergeLayers([{ rules: { [rule]: 'warning' } }])).find(
    (candidate) => candidate.rule === rule,
  );
  const fix = finding?.fixes[nth];
  return fix === undefined ? '(no fix)' : applyEdits(text, fix.edits);
}

describe('a verb', () => {
  it.each([
    ['say', 'rants', 'says'],
    ['say', 'ranted', 'said'],
    ['say', 'ranting', 'saying'],
    ['say', 'rant', 'say'],
    ['speak', 'boasted', 'spoke'],
    ['deny', 'refutes', 'denies'],
    ['write', 'blasted', 'wrote'],
    ['admit', 'conceded', 'admitted'],
    ['go', 'left', 'went'],
    ['die', 'passing', 'dying'],
    ['reply', 'swore', 'replied'],
    ['visit', 'stopped', 'visited'],
  ])('%s in the shape of %s is %s', (verb, like, expected) => {
    expect(inflect(verb, like)).toBe(expected);
  });

  it('is a participle after an auxiliary', () => {
    expect(inflect('write', 'claimed', true)).toBe('written');
    expect(inflect('speak', 'boasted', true)).toBe('spoken');
    expect(inflect('say', 'claimed', true)).toBe('said');
  });

  it('doubles its last letter where English does', () => {
    expect(
      ['shrug', 'nod', 'quip', 'visit', 'sigh', 'smile', 'die'].map((verb) => inShape(verb, 'gerund')),
    ).toEqual(['shrugging', 'nodding', 'quipping', 'visiting', 'sighing', 'smiling', 'dying']);
  });

  it('shows its shape', () => {
    expect(['say', 'says', 'said', 'saying', 'spoken', 'told', 'slammed'].map(shapeOf)).toEqual([
      'base',
      'third',
      'past',
      'gerund',
      'participle',
      'past',
      'past',
    ]);
  });
});

describe('the fix of a loaded verb', () => {
  it.each([
    [
      'The minister, Eva Holm, insists that the road is closed.',
      'The minister, Eva Holm, says that the road is closed.',
    ],
    ['Two ministers insist that the road is closed.', 'Two ministers say that the road is closed.'],
    [
      'The minister, Eva Holm, has claimed that the road is closed.',
      'The minister, Eva Holm, has said that the road is closed.',
    ],
    [
      'The minister, Eva Holm, claims that the road is closed.',
      'The minister, Eva Holm, says that the road is closed.',
    ],
    ['“It is closed,” boasted Eva Holm, the minister.', '“It is closed,” said Eva Holm, the minister.'],
    ['"It is closed," boasted Eva Holm, the minister.', '"It is closed," said Eva Holm, the minister.'],
  ])('keeps tense, person and typography: %s', (text, expected) => {
    expect(fixed(text, 'verb-loaded')).toBe(expected);
  });

  it('is not offered where no other verb fits', () => {
    expect(fixed('The minister, Eva Holm, claimed to have seen the report.', 'verb-loaded')).toBe('(no fix)');
  });
});

describe('other fixes', () => {
  it('keep the number of what they name', () => {
    expect(
      fixed(
        'Jo Pike and Kit Moss were charged with theft, prosecutors said. The thieves took four bikes.',
        'status-mismatch',
      ),
    ).toContain('The defendants took four bikes.');
  });

  it('keep the marks of the copy', () => {
    expect(
      fixed(
        'The bridge closed at noon. "Nobody warned us about the ferry." Traffic stopped.',
        'quote-unattributed',
      ),
    ).toBe('The bridge closed at noon. "Nobody warned us about the ferry," ‹name› said. Traffic stopped.');
  });

  it('turn a verb that nobody can say into said and a participle', () => {
    expect(fixed('“Fine,” she shrugs.', 'verb-nonspeech')).toBe('“Fine,” she says, shrugging.');
  });
});

function wellFormed(text: string, fix: Fix): boolean {
  const edits = [...fix.edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return edits.every(
    (edit, index) =>
      edit.start >= 0 &&
      edit.end >= edit.start &&
      edit.end <= text.length &&
      (index === 0 || edit.start >= (edits[index - 1]?.end ?? 0)),
  );
}

describe('over our own articles', () => {
  it('edits of a fix lie in the text and never overlap', () => {
    for (const { name, text } of STORIES) {
      for (const finding of lintAll(text)) {
        for (const fix of finding.fixes) expect(wellFormed(text, fix), `${name}: ${fix.title}`).toBe(true);
      }
    }
  });

  it('safe fixes come to an end, never raise the number of findings, and change nothing the second time', () => {
    for (const { name, text } of STORIES) {
      const before = lint(annotate(text, { plainText: 'always' }), DEFAULT_CONFIG).length;
      const once = fixAll(text, (candidate) => lintText(candidate));
      const after = lintText(once.text);
      expect(after.length, name).toBeLessThanOrEqual(before);
      expect(fixAll(once.text, (candidate) => lintText(candidate)).text, name).toBe(once.text);
    }
  });

  it('safe fixes of a draft whose marks are broken do the same', () => {
    for (const { name, text } of STORIES.slice(0, 60)) {
      // Every second curly mark straight, a hedge doubled, an idiom mistaken: what hurried typing does.
      let count = 0;
      const hurried = text
        .replace(/[“”]/g, (mark) => (count++ % 2 === 0 ? '"' : mark))
        .replaceAll('accused of', 'accused with')
        .replaceAll('allegedly', 'allegedly allegedly');
      const before = lintText(hurried).length;
      const once = fixAll(hurried, (candidate) => lintText(candidate));
      expect(lintText(once.text).length, name).toBeLessThanOrEqual(before);
      expect(fixAll(once.text, (candidate) => lintText(candidate)).text, name).toBe(once.text);
    }
  });

  it('an offered fix without a placeholder takes its finding away', () => {
    const left: string[] = [];
    for (const { name, text } of STORIES) {
      for (const finding of lintText(text)) {
        const fix = finding.fixes[0];
        if (fix === undefined || fix.edits.some((edit) => edit.newText.includes('‹'))) continue;
        const again = lintText(applyEdits(text, fix.edits)).filter(
          (candidate) => candidate.rule === finding.rule && candidate.start === finding.start,
        );
        if (again.length > 0) left.push(`${name}: ${finding.rule} ${text.slice(finding.start, finding.end)}`);
      }
    }
    expect(left).toEqual([]);
  });
});
