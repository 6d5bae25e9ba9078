/**
 * Standard output and standard error: results on the one, everything else on the other; a closed pipe ends us quietly.
 * A terminal is written through Node's streams, which know its encoding; files and pipes are written directly, since
 * the streams alone take longer to load than a short text to check.
 */
import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';

const STDOUT = 1;
const STDERR = 2;

/** How long to wait for a reader of a full pipe that does not block, in milliseconds. */
const PATIENCE = 5;

/** Pipes and files are no terminals; of the rest (`/dev/null` is one) the stream knows. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

export function stdoutIsTerminal(): boolean {
  return mayBeTerminal(STDOUT) && process.stdout.isTTY;
}

export function stderrIsTerminal(): boolean {
  return mayBeTerminal(STDERR) && process.stderr.isTTY;
}

/** Writes all of `text`. A reader such as `head` that closes the pipe early is no fault: we stop without a message. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
      else if (code === 'EPIPE' && descriptor === STDERR) return;
      else if (code === 'EPIPE') process.exit(process.exitCode ?? 0);
      else throw error;
    }
  }
}

/** Writes to standard output and waits until the reader has taken it, so that memory stays bounded in a pipe. */
export async function print(text: string): Promise<void> {
  if (!stdoutIsTerminal()) writeAll(STDOUT, text);
  else {
    await new Promise<void>((resolve) => {
      process.stdout.write(text, () => {
        resolve();
      });
    });
  }
}

/** Text on standard error as it is: a progress line, a rendering that gives way to a fixed text. */
export function tell(text: string): void {
  if (stderrIsTerminal()) process.stderr.write(text);
  else writeAll(STDERR, text);
}

/** One line for people, on standard error. */
export function note(message: string): void {
  tell(`${message}\n`);
}

export type When = 'auto' | 'always' | 'never';

/** Whether what goes to `stream` gets colours: `--color` first, then NO_COLOR and FORCE_COLOR, then whether it is a terminal. */
export function wantsColor(when: When, stream: 'stdout' | 'stderr' = 'stdout'): boolean {
  if (when !== 'auto') return when === 'always';
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0';
  return term !== 'dumb' && (stream === 'stdout' ? stdoutIsTerminal() : stderrIsTerminal());
}
