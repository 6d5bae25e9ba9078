/**
 * The baseline: findings of an archive that are known and do not fail. Keyed on file, rule and fingerprint of the
 * words, never on lines. Pure; whoever calls reads and writes the file.
 */

export interface BaselineEntry {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
}

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

interface Known {
  readonly rule: string;
  readonly fingerprint: string;
}

/** Reads the JSON value of a baseline file; null when it is none. */
export function readBaseline(value: unknown): Baseline | null {
  if (typeof value !== 'object' || value === null) return null;
  const { sourcelight, entries } = value as { sourcelight?: unknown; entries?: unknown };
  if (sourcelight !== 1 || !Array.isArray(entries)) return null;
  const read: BaselineEntry[] = [];
  for (const entry of entries as readonly unknown[]) {
    if (typeof entry !== 'object' || entry === null) return null;
    const { file, rule, fingerprint, count = 1 } = entry as Record<string, unknown>;
    if (
      typeof file !== 'string' ||
      typeof rule !== 'string' ||
      typeof fingerprint !== 'string' ||
      typeof count !== 'number'
    )
      return null;
    read.push({ file, rule, fingerprint, count });
  }
  return { entries: read };
}

/** Repeats of one finding in one file carry `#2`, `#3`; the baseline counts them instead. */
const base = (fingerprint: string): string => fingerprint.replace(/#\d+$/, '');

const keyOf = (file: string, rule: string, fingerprint: string): string =>
  `${file}\0${rule}\0${base(fingerprint)}`;

export interface BaselineCheck {
  /** The findings that are not in the baseline. */
  split<F extends Known>(
    file: string,
    findings: readonly F[],
  ): { readonly fresh: readonly F[]; readonly known: readonly F[] };
}

/** A check over a baseline; with `ignorePaths`, a renamed file keeps its entries. */
export function checkAgainst(baseline: Baseline, ignorePaths = false): BaselineCheck {
  const counts = new Map<string, number>();
  for (const entry of baseline.entries) {
    const key = keyOf(ignorePaths ? '' : entry.file, entry.rule, entry.fingerprint);
    counts.set(key, (counts.get(key) ?? 0) + entry.count);
  }
  return {
    split<F extends Known>(file: string, findings: readonly F[]) {
      const left = new Map<string, number>();
      const fresh: F[] = [];
      const known: F[] = [];
      for (const finding of findings) {
        const key = keyOf(ignorePaths ? '' : file, finding.rule, finding.fingerprint);
        const remaining = left.get(key) ?? counts.get(key) ?? 0;
        left.set(key, remaining - 1);
        (remaining > 0 ? known : fresh).push(finding);
      }
      return { fresh, known };
    },
  };
}

/** The baseline that hides exactly these findings, in a stable order. */
export function makeBaseline(
  files: readonly { readonly file: string; readonly findings: readonly Known[] }[],
): Baseline {
  const counts = new Map<string, BaselineEntry>();
  for (const { file, findings } of files) {
    for (const { rule, fingerprint } of findings) {
      const key = keyOf(file, rule, fingerprint);
      counts.set(key, {
        file,
        rule,
        fingerprint: base(fingerprint),
        count: (counts.get(key)?.count ?? 0) + 1,
      });
    }
  }
  const entries = [...counts.values()].sort(
    (a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
  );
  return { entries };
}

/** The entries that still have a finding, and how many were dropped. Files outside `files` are left as they are. */
export function pruneBaseline(
  baseline: Baseline,
  files: readonly { readonly file: string; readonly findings: readonly Known[] }[],
): { readonly baseline: Baseline; readonly dropped: number } {
  const today = new Map(
    makeBaseline(files).entries.map((entry) => [
      keyOf(entry.file, entry.rule, entry.fingerprint),
      entry.count,
    ]),
  );
  const looked = new Set(files.map(({ file }) => file));
  let dropped = 0;
  const entries: BaselineEntry[] = [];
  for (const entry of baseline.entries) {
    const count = looked.has(entry.file)
      ? Math.min(entry.count, today.get(keyOf(entry.file, entry.rule, entry.fingerprint)) ?? 0)
      : entry.count;
    dropped += entry.count - count;
    if (count > 0) entries.push({ ...entry, count });
  }
  return { baseline: { entries }, dropped };
}

/** The text of a baseline file: one entry a line, so that it diffs well. */
export function baselineText(baseline: Baseline): string {
  const lines = baseline.entries.map((entry) => `    ${JSON.stringify(entry)}`);
  return lines.length === 0
    ? '{ "sourcelight": 1, "entries": [] }\n'
    : `{\n  "sourcelight": 1,\n  "entries": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
