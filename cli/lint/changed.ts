/** Which lines changed since a revision, asked of git. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { Failure } from '../failure.ts';

export interface Changes {
  /** The changed lines of a file (absolute path) as `[first, last]` pairs; `all` for a new file; null when unchanged. */
  linesOf(path: string): readonly (readonly [number, number])[] | 'all' | null;
}

function git(folder: string, args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Throws a `Failure` when there is no git, no repository or no such revision. */
export function changesSince(revision: string): Changes {
  const folder = process.cwd();
  let root: string;
  try {
    root = git(folder, ['rev-parse', '--show-toplevel']).trim();
  } catch (error) {
    throw new Failure(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? '--since needs git, and git is not installed'
        : '--since needs a git repository, and this folder is in none',
    );
  }
  let listed: string;
  try {
    // `--end-of-options` keeps a revision that begins with a dash from being an option.
    const commit = git(root, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]).trim();
    listed = git(root, ['diff', '--name-status', '-z', '-M', '--no-ext-diff', '--diff-filter=d', commit]);
    const fresh = new Set(
      git(root, ['ls-files', '--others', '--exclude-standard', '-z'])
        .split('\0')
        .filter(Boolean)
        .map((name) => join(root, name)),
    );
    const changed = readNames(listed, root);
    return {
      linesOf(path) {
        if (fresh.has(path)) return 'all';
        const names = changed.get(path);
        if (names === undefined) return null;
        const diff = git(dirname(path), [
          'diff',
          '--unified=0',
          '-M',
          '--no-color',
          '--no-ext-diff',
          '--no-textconv',
          commit,
          '--',
          ...names,
        ]);
        const ranges: (readonly [number, number])[] = [];
        for (const match of diff.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)) {
          const first = Number(match[1]);
          const count = match[2] === undefined ? 1 : Number(match[2]);
          if (count > 0) ranges.push([first, first + count - 1]);
        }
        return ranges;
      },
    };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`--since: git knows no revision “${revision}”`);
  }
}

/** Absolute path → the paths that a diff of it needs: a moved file's old one too, or all of it would count as new. */
function readNames(listed: string, root: string): ReadonlyMap<string, readonly string[]> {
  const fields = listed.split('\0');
  const names = new Map<string, readonly string[]>();
  for (let i = 0; i + 1 < fields.length;) {
    const moved = /^[RC]/.test(fields[i] ?? '');
    const paths = fields.slice(i + 1, i + (moved ? 3 : 2)).map((name) => join(root, name));
    names.set(paths.at(-1) ?? '', paths);
    i += paths.length + 1;
  }
  return names;
}
