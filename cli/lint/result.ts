/** What linting one file gives: plain data that crosses threads and lies in the cache. */
import type { LintFinding } from '../../engine/rules/lint.ts';

export interface Position {
  /** From 1; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as every output format gets it. */
export interface PlacedFinding extends LintFinding {
  readonly position: Position;
  /** The same span in code points. */
  readonly codePoints: { readonly start: number; readonly end: number };
  /** The first line of the range as it stands in the file, for people. */
  readonly sourceLine: string;
}

export interface SuppressedFinding {
  readonly finding: PlacedFinding;
  readonly reason: string | null;
}

export interface FileResult {
  /** As printed: relative to the working folder, forward slashes. */
  readonly file: string;
  /** `passed-over`: plain text that does not read as news; `skipped`: a binary or too large file in a folder. */
  readonly status: 'checked' | 'passed-over' | 'skipped' | 'failed';
  /** Why the file was passed over or could not be read. */
  readonly message: string | null;
  readonly words: number;
  readonly findings: readonly PlacedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Findings that the baseline knows. */
  readonly known: readonly PlacedFinding[];
  /** True when `--max-findings` cut the list. */
  readonly stopped: boolean;
  /** The text after all safe fixes, when it differs and fixes were asked for. */
  readonly fixed: string | null;
  /** How many fixes `fixed` holds. */
  readonly fixes: number;
}

export interface Summary {
  readonly files: number;
  readonly words: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Findings that `--fix` could settle. */
  readonly fixable: number;
  readonly suppressed: number;
  readonly known: number;
  readonly passedOver: number;
  readonly skipped: number;
  readonly failed: number;
  readonly fixed: number;
}

export function summarise(results: readonly FileResult[]): Summary {
  const count = (pick: (finding: PlacedFinding) => boolean): number =>
    results.reduce((sum, result) => sum + result.findings.filter(pick).length, 0);
  const total = (pick: (result: FileResult) => number): number =>
    results.reduce((sum, result) => sum + pick(result), 0);
  return {
    files: results.filter((result) => result.status === 'checked').length,
    words: total((result) => result.words),
    errors: count((finding) => finding.severity === 'error'),
    warnings: count((finding) => finding.severity === 'warning'),
    infos: count((finding) => finding.severity === 'info'),
    hints: count((finding) => finding.severity === 'hint'),
    fixable: count((finding) => finding.fixes[0]?.safe === true),
    suppressed: total((result) => result.suppressed.length),
    known: total((result) => result.known.length),
    passedOver: results.filter((result) => result.status === 'passed-over').length,
    skipped: results.filter((result) => result.status === 'skipped').length,
    failed: results.filter((result) => result.status === 'failed').length,
    fixed: total((result) => result.fixes),
  };
}

/** A file that gave no findings because it could not be checked. */
export function uncheckedResult(file: string, status: 'skipped' | 'failed', message: string): FileResult {
  return {
    file,
    status,
    message,
    words: 0,
    findings: [],
    suppressed: [],
    known: [],
    stopped: false,
    fixed: null,
    fixes: 0,
  };
}
