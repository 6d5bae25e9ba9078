/**
 * Which files are meant: named files, folders (recursively, by ending), globs; without what .gitignore,
 * .sourcelightignore and the configuration leave out. Everything that was named and is not checked is told.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { filesOf, globMatches, ignoresOf } from '../../config/apply.ts';
import { relativePath } from '../../config/path.ts';
import type { Configurations } from '../configuration.ts';
import { reasonOf } from '../input.ts';

export interface Target {
  /** Absolute. */
  readonly path: string;
  /** As printed: relative to the working folder, forward slashes. */
  readonly name: string;
}

export interface FileOptions {
  readonly gitignore: boolean;
  readonly ignoreFiles: boolean;
  /** `--ignore`. */
  readonly ignore: readonly string[];
}

export interface Selection {
  readonly targets: readonly Target[];
  /** One line for each thing that was named and is not there or is left out. */
  readonly notes: readonly string[];
  /** True when something that was named is missing. */
  readonly missing: boolean;
}

const ENDINGS: ReadonlySet<string> = new Set(['.news', '.article', '.md', '.markdown', '.txt']);
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules']);

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** How a file is called in all output. */
export function printedName(path: string): string {
  const local = relative(process.cwd(), path);
  return slashes(local === '' || local.startsWith(`..${sep}..${sep}..`) ? path : local);
}

/** An ignore file and the folder it speaks for. */
interface Ignores {
  readonly folder: string;
  readonly rules: Ignore;
}

function ignoresIn(folder: string, names: readonly string[]): Ignores[] {
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [];
    try {
      return [
        {
          folder,
          rules: ignore({ allowRelativePaths: true }).add(readFileSync(path, 'utf8').replace(/^\ufeff/, '')),
        },
      ];
    } catch {
      return [];
    }
  });
}

/** The last file that has an opinion wins, deeper ones over higher ones, as in git. */
function isIgnored(path: string, directory: boolean, stack: readonly Ignores[]): boolean {
  let ignored = false;
  for (const { folder, rules } of stack) {
    const local = slashes(relative(folder, path));
    if (local === '' || local.startsWith('..')) continue;
    const verdict = rules.test(directory ? `${local}/` : local);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

export async function selectFiles(
  args: readonly string[],
  configs: Configurations,
  options: FileOptions,
): Promise<Selection> {
  const names = [
    ...(options.gitignore ? ['.gitignore'] : []),
    ...(options.ignoreFiles ? ['.sourcelightignore'] : []),
  ];
  const found = new Map<string, Target>();
  const notes: string[] = [];
  let missing = false;

  /** Ignore files from the repository's root (or the folder itself outside of one) down to `folder`. */
  const stackFor = (folder: string): Ignores[] => {
    const chain: string[] = [];
    for (let at = folder; ; at = dirname(at)) {
      chain.unshift(at);
      if (existsSync(join(at, '.git')) || dirname(at) === at) break;
    }
    const root = chain.findIndex((at) => existsSync(join(at, '.git')));
    const from = root >= 0 ? root : Math.max(0, chain.indexOf(process.cwd()));
    return chain.slice(from).flatMap((at) => ignoresIn(at, names));
  };
  const flagged = (path: string): boolean =>
    options.ignore.some((glob) => globMatches(glob, printedName(path)));
  const configIgnores = async (path: string): Promise<boolean> => {
    if (!options.ignoreFiles) return false;
    const loaded = await configs.loadedFor(path);
    const local = loaded === null ? null : relativePath(loaded.folder, slashes(path));
    return local !== null && ignoresOf(loaded).some((glob) => globMatches(glob, local));
  };
  const add = (path: string): void => {
    found.set(path, { path, name: printedName(path) });
  };

  const walk = async (
    folder: string,
    stack: readonly Ignores[],
    wants: (path: string) => Promise<boolean> | boolean,
  ): Promise<void> => {
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      notes.push(`${printedName(folder)}: ${reasonOf(error)}`);
      missing = true;
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      // Links are followed to files, never to folders: no circles.
      const directory = entry.isDirectory();
      const file = entry.isFile() || (entry.isSymbolicLink() && isFile(path));
      if (directory) {
        if (entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name) || isIgnored(path, true, stack))
          continue;
        await walk(path, [...stack, ...ignoresIn(path, names)], wants);
      } else if (
        file &&
        !entry.name.startsWith('.') &&
        (await wants(path)) &&
        !isIgnored(path, false, stack)
      ) {
        if (!flagged(path) && !(await configIgnores(path))) add(path);
      }
    }
  };

  for (const arg of args) {
    const path = resolve(arg);
    const kind = existsSync(path) ? (statSync(path).isDirectory() ? 'folder' : 'file') : 'glob';
    if (kind === 'file') {
      const left = isIgnored(path, false, ownStack(dirname(path), names));
      if (left || flagged(path) || (await configIgnores(path)))
        notes.push(`${printedName(path)}: ignored, as your ignore patterns say (--no-ignore checks it)`);
      else add(path);
    } else if (kind === 'folder') {
      const loaded = await configs.loadedFor(join(path, 'x'));
      const globs = filesOf(loaded);
      await walk(path, stackFor(path), (file) => {
        if (globs === null) return ENDINGS.has(extname(file).toLowerCase());
        const local = loaded === null ? null : relativePath(loaded.folder, slashes(file));
        return local !== null && globs.some((glob) => globMatches(glob, local));
      });
    } else {
      const pattern = slashes(arg);
      const scan = picomatch.scan(pattern);
      if (!scan.isGlob) {
        notes.push(`${arg}: no such file or folder`);
        missing = true;
        continue;
      }
      const base = resolve(scan.base === '' ? '.' : scan.base);
      const before = found.size;
      if (existsSync(base)) {
        const matches = picomatch(scan.glob, { dot: false });
        await walk(base, stackFor(base), (file) => matches(slashes(relative(base, file))));
      }
      if (found.size === before) {
        notes.push(`${arg}: matches no file`);
        missing = true;
      }
    }
  }
  const targets = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { targets, notes, missing };
}

/** A file that was named is left out by `.sourcelightignore` only: what git ignores may still be a draft. */
function ownStack(folder: string, names: readonly string[]): Ignores[] {
  const own = names.filter((name) => name === '.sourcelightignore');
  const chain: Ignores[] = [];
  for (let at = folder; ; at = dirname(at)) {
    chain.unshift(...ignoresIn(at, own));
    if (existsSync(join(at, '.git')) || dirname(at) === at) return chain;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
