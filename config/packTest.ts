/**
 * Runs the examples that a house pack carries: a bad one must be reported with exactly the marked words, a good one must
 * not. Pure.
 */
import { annotate } from '../engine/index.ts';
import { DEFAULT_CONFIG, type LintConfig } from '../engine/rules/config.ts';
import { lint } from '../engine/rules/lint.ts';
import type { KeyPath } from './parse.ts';
import type { PackFile } from './packs.ts';

export interface PackFailure {
  readonly path: KeyPath;
  readonly message: string;
}

export interface PackTest {
  /** Examples that were run. */
  readonly count: number;
  readonly failures: readonly PackFailure[];
}

interface Marked {
  readonly text: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly broken: boolean;
}

/** Takes the `⟦ ⟧` out and gives the ranges they marked. */
function unmark(marked: string): Marked {
  const spans: (readonly [number, number])[] = [];
  let text = '';
  let open = -1;
  let broken = false;
  for (const char of marked) {
    if (char === '⟦') {
      broken ||= open >= 0;
      open = text.length;
    } else if (char === '⟧') {
      broken ||= open < 0 || open === text.length;
      spans.push([open, text.length]);
      open = -1;
    } else text += char;
  }
  return { text, spans, broken: broken || open >= 0 };
}

/** The rule as a warning, whatever the project says: the pack is tested, not the project. */
function configOf(pack: PackFile, rule: string): LintConfig {
  return { ...DEFAULT_CONFIG, house: pack.file.house, rules: { [rule]: { severity: 'warning' } } };
}

/** What a pack promises and does not keep. */
export function testPack(pack: PackFile): PackTest {
  const failures: PackFailure[] = [];
  for (const { rule, text: marked, path } of pack.file.examples) {
    const fail = (message: string): void => {
      failures.push({ path, message });
    };
    const { text, spans, broken } = unmark(marked);
    const bad = path.includes('bad');
    if (broken) {
      fail('the marks ⟦ ⟧ do not pair');
      continue;
    }
    if (bad && spans.length === 0) {
      fail('a bad example marks with ⟦ ⟧ what must be reported');
      continue;
    }
    const analysis = annotate(text, { plainText: 'always', ...pack.book });
    const found = lint(analysis, configOf(pack, rule))
      .filter((finding) => finding.rule === rule)
      .map(({ start, end }) => `⟦${text.slice(start, end)}⟧`);
    const wanted = bad ? spans.map(([start, end]) => `⟦${text.slice(start, end)}⟧`) : [];
    if (found.join() === wanted.join()) continue;
    const told = found.length === 0 ? 'reports nothing' : `reports ${found.join(', ')}`;
    fail(`${rule} ${told}, expected ${wanted.length === 0 ? 'nothing' : wanted.join(', ')}: “${text}”`);
  }
  for (const { path, words } of pack.file.untested) {
    failures.push({ path, message: `“${words}” has no example that tests it` });
  }
  return { count: pack.file.examples.length, failures };
}
