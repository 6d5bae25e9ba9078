/** Writing files so that nothing is ever lost: a new file beside the old one, then one rename. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import { reasonOf } from './input.ts';

/** Replaces the content of `path` as a whole, or throws a `Failure` and leaves it as it was. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  let target = path;
  let mode: number | null = null;
  try {
    // A link stays a link: what it points to is replaced.
    target = realpathSync(path);
    mode = statSync(target).mode & 0o777;
  } catch {
    // A new file.
  }
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    if (mode !== null && (mode & 0o200) === 0)
      throw Object.assign(new Error('the file is read-only'), { code: 'READONLY' });
    const handle = openSync(temporary, 'wx', mode ?? 0o666);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      let written = 0;
      while (written < bytes.length) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (mode !== null) chmodSync(temporary, mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Failure(`${path}: cannot be written: ${reasonOf(error)}; it is unchanged`, 'missing');
  }
}
