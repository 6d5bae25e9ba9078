/**
 * Lints one text: annotation, rules, suppressions, fixes, positions. Runs in the main thread and in workers; knows
 * files only by name.
 */
import { annotate } from '../../engine/index.ts';
import type { InputFormat } from '../../engine/input/formats.ts';
import { findingInSource, type Reading } from '../../engine/input/reading.ts';
import { RULES } from '../../engine/rules/index.ts';
import { lint, type LintFinding } from '../../engine/rules/lint.ts';
import type { LintConfig } from '../../engine/rules/config.ts';
import type { ForeignQuote } from '../../engine/rules/rule.ts';
import {
  applySuppressions,
  readSuppressions,
  SUPPRESSION_RULES,
  type Sidecar,
} from '../../engine/suppress.ts';
import type { SuppressionSettings } from '../../config/apply.ts';
import type { Book } from '../sourceBook.ts';
import { fixAll } from './fix.ts';
import type { FileResult, PlacedFinding, Position } from './result.ts';

export interface CheckOptions {
  readonly config: LintConfig;
  readonly suppressions: SuppressionSettings;
  readonly sidecar: Sidecar | null;
  readonly book: Book;
  readonly plainText: 'auto' | 'always' | 'never';
  /** The format to try; what is not in it is plain text. */
  readonly format: InputFormat;
  /** Rules that are asked for; null = all. */
  readonly only: readonly string[] | null;
  readonly fix: boolean;
  /** Quotations of the other files, where `quote-drift` compares across them. */
  readonly elsewhere?: readonly ForeignQuote[];
}

/** Every id that a suppression or an option may name. */
export const KNOWN_RULES: readonly string[] = [...RULES.map((rule) => rule.id), ...SUPPRESSION_RULES];

interface Linted {
  /** The words that were checked. */
  readonly text: string;
  readonly isNews: boolean;
  readonly kept: readonly LintFinding[];
  readonly suppressed: readonly { readonly finding: LintFinding; readonly reason: string | null }[];
  readonly stopped: boolean;
}

/** Gives the words of a document that is no plain text. */
type Reader = (source: string) => Reading | null;

/** Lints a document as it is written; all places are in it. */
function lintSource(source: string, options: CheckOptions, read: Reader): Linted {
  const reading = read(source);
  if (reading === null) return lintText(source, options);
  const linted = lintText(reading.text, options);
  return {
    ...linted,
    kept: linted.kept.map((finding) => findingInSource(reading, finding)),
    suppressed: linted.suppressed.map(({ finding, reason }) => ({
      finding: findingInSource(reading, finding),
      reason,
    })),
  };
}

function lintText(text: string, options: CheckOptions): Linted {
  const { config } = options;
  const { text: story, directives } = readSuppressions(text, {
    marker: options.suppressions.plainTextMarker,
    sidecar: options.sidecar,
  });
  const analysis = annotate(story, {
    plainText: options.plainText,
    ...options.book,
    ...(config.outlet === null ? {} : { outlet: config.outlet }),
  });
  if (!analysis.annotation.news.isNews)
    return { text, isNews: false, kept: [], suppressed: [], stopped: false };
  // One more than the limit tells whether it was reached.
  const limit = config.maxFindingsPerFile;
  const found = lint(
    analysis,
    { ...config, maxFindingsPerFile: limit + 1 },
    { elsewhere: options.elsewhere ?? [] },
  );
  const outcome = applySuppressions(text, directives, found, {
    knownRules: KNOWN_RULES,
    requireReason: options.suppressions.requireReason,
    // With some rules only, a suppression of another rule is not unused.
    reportUnused: options.suppressions.reportUnused && options.only === null,
  });
  const wanted = (finding: LintFinding): boolean =>
    options.only === null || options.only.includes(finding.rule);
  const kept = [...outcome.kept, ...outcome.problems]
    .filter(wanted)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
  return {
    text,
    isNews: true,
    kept: kept.slice(0, limit),
    suppressed: outcome.suppressed.filter(({ finding }) => wanted(finding)),
    stopped: found.length > limit,
  };
}

/** Lints `text`, which came from `file`. Never throws on any text. */
export async function checkText(file: string, text: string, options: CheckOptions): Promise<FileResult> {
  const { format } = options;
  const readers = format === 'text' ? null : await import('../../engine/input/read.ts');
  const read: Reader = (source) => readers?.read(source, format) ?? null;
  let current = text;
  let fixes = 0;
  if (options.fix) {
    const outcome = fixAll(text, (candidate) => lintSource(candidate, options, read).kept);
    current = outcome.text;
    fixes = outcome.fixes;
  }
  const linted = lintSource(current, options, read);
  const place = placer(current);
  return {
    file,
    status: linted.isNews ? 'checked' : 'passed-over',
    message: linted.isNews
      ? null
      : options.plainText === 'never'
        ? 'passed over (--plain-text never)'
        : 'does not read as news',
    words: linted.isNews ? countWords(linted.text) : 0,
    findings: linted.kept.map(place),
    suppressed: linted.suppressed.map(({ finding, reason }) => ({ finding: place(finding), reason })),
    known: [],
    stopped: linted.stopped,
    fixed: current === text ? null : current,
    fixes,
  };
}

export function countWords(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/\S+/g)) count += match[0] === '' ? 0 : 1;
  return count;
}

/** Gives findings lines, columns and code points. One pass over the text, then a search per finding. */
function placer(text: string): (finding: LintFinding) => PlacedFinding {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  // Surrogate pairs before each offset are what code points differ by.
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next < 0xe000) pairs.push(i++);
    }
  }
  const below = (list: readonly number[], offset: number): number => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((list[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const lineOf = (offset: number): number => below(starts, offset + 1) - 1;
  return (finding) => {
    const first = lineOf(finding.start);
    const last = lineOf(finding.end);
    const start = starts[first] ?? 0;
    const position: Position = {
      line: first + 1,
      column: finding.start - start + 1,
      endLine: last + 1,
      endColumn: finding.end - (starts[last] ?? 0) + 1,
    };
    return {
      ...finding,
      position,
      codePoints: {
        start: finding.start - below(pairs, finding.start),
        end: finding.end - below(pairs, finding.end),
      },
      sourceLine: text.slice(start, starts[first + 1] ?? text.length).replace(/[\r\n]+$/, ''),
    };
  };
}
