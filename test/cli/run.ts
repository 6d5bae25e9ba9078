/** Runs the built command line in folders of its own. */
import { spawnSync, spawn, execFileSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT: string = join(import.meta.dirname, '..', '..');
export const CLI: string = join(ROOT, 'dist', 'cli.js');

/** Builds the command line when nobody has. */
export function ensureBuilt(): void {
  if (!existsSync(CLI))
    execFileSync(process.execPath, ['esbuild.mjs', '--only', 'cli,server'], { cwd: ROOT });
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !['NO_COLOR', 'FORCE_COLOR'].includes(name)),
);

/** Runs `sourcelight` with these arguments and waits for it. */
export function run(args: readonly string[], options: RunOptions = {}): Outcome {
  const result = spawnSync(process.execPath, [CLI, ...args], {
    cwd: options.cwd ?? ROOT,
    input: options.input ?? '',
    env: { ...ENVIRONMENT, ...options.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: result.status, out: result.stdout.toString('utf8'), err: result.stderr.toString('utf8') };
}

export function start(args: readonly string[], cwd: string): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [CLI, ...args], { cwd, env: ENVIRONMENT });
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files, and a function that removes it. */
export function folder(files: Files): { readonly path: string; remove(): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'sourcelight-')));
  put(path, files);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export function put(path: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
}

/** A short article in which everything happens: an accusation, a denial, an agency, an anonymous source. */
export const STORY = `Harbour chief denies taking cash

By Tessa Lindqvist

PORT ANSEL (Reuters) – Prosecutor Imre Vael accused Joan Ferrow, 52, the former harbour chief, of taking £40,000 from a dredging firm.

“I never took a penny,” Ferrow told reporters outside the court on Monday. “Not one.”

Ada Quill, the mayor of Port Ansel, said the council would publish the contract.
`;

/** Faults of several severities: an unbalanced mark (error), a bare source (warning), a doubled hedge (info, safe fix). */
export const FAULTY = `Sources say the plan is dead.

Tom Hale, the mayor, said: “No, and left the council on Monday.

Police accused Dan Moult, a builder, of allegedly stealing a boat in Tarn.
`;
