/** Standard output and standard error: results on the one, everything else on the other; a closed pipe ends us quietly. */
import process from 'node:process';

/** A reader such as `head` that closes the pipe early is no fault: stop without a message. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Writes to standard output and waits until the reader has taken it, so that memory stays bounded in a pipe. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });
}

/** One line for people, on standard error. */
export function note(message: string): void {
  process.stderr.write(`${message}\n`);
}

export type When = 'auto' | 'always' | 'never';

/** Whether `stream` gets colours: `--color` first, then NO_COLOR and FORCE_COLOR, then whether it is a terminal. */
export function wantsColor(when: When, stream: { readonly isTTY?: boolean }): boolean {
  if (when !== 'auto') return when === 'always';
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0';
  return stream.isTTY === true && term !== 'dumb';
}
