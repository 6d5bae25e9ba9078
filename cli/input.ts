/**
 * Reading texts: from files and standard input, as UTF-8 or (with a byte order mark) UTF-16. A byte order mark is
 * not part of the text: it is taken off here, and all offsets count from the character after it. Line ends stay as
 * they are. What is not text is refused with the reason and, where there is one, the place.
 */
import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { Failure } from './failure.ts';

export const DEFAULT_MAX_BYTES: number = 10 * 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
}

/** The text of `bytes`, or why they are none. `name` begins the message. */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes, 'utf-16le', name);
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes, 'utf-16be', name);
  const byteOrderMark = a === 0xef && b === 0xbb && c === 0xbf;
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new Failure(
      looksLikeUtf16(bytes)
        ? `${name}: looks like UTF-16 without a byte order mark; save it as UTF-8`
        : `${name}: not a text file (NUL byte at byte ${nul})`,
      looksLikeUtf16(bytes) ? 'encoding' : 'binary',
    );
  }
  try {
    // The decoder takes the mark off itself.
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      byteOrderMark,
    };
  } catch {
    const at = firstInvalidUtf8(bytes);
    let line = 1;
    for (let i = 0; i < at; i++) if (bytes[i] === 10) line++;
    const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    throw new Failure(
      `${name}: not UTF-8: invalid byte 0x${hex} at byte ${at} (line ${line}). ` +
        `If it is Windows-1252 text, convert it: iconv -f WINDOWS-1252 -t UTF-8`,
      'encoding',
    );
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', name: string): Decoded {
  if (bytes.length % 2 !== 0) {
    throw new Failure(
      `${name}: not valid UTF-16: the last character is cut off at byte ${bytes.length - 1}`,
      'encoding',
    );
  }
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, byteOrderMark: true };
  } catch {
    throw new Failure(`${name}: not valid UTF-16: it contains half of a surrogate pair`, 'encoding');
  }
}

/** Half of the bytes being NUL at positions of one parity is what English UTF-16 looks like. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4000);
  const count = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) count[i % 2] = (count[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = count;
  return Math.max(even, odd) > length * 0.4 && Math.min(even, odd) < length * 0.05;
}

/** Position of the first byte that no valid UTF-8 sequence (Unicode 16, table 3-7) has there. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead <= 0xdf
          ? 2
          : lead >= 0xe0 && lead <= 0xef
            ? 3
            : lead >= 0xf0 && lead <= 0xf4
              ? 4
              : 0;
    if (length === 0) return i;
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] ?? 0;
      const low = k === 1 ? (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80) : 0x80;
      const high = k === 1 ? (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf) : 0xbf;
      if (next < low || next > high) return i;
    }
    i += length;
  }
  return bytes.length;
}

/** The bytes of a text in the encoding it came in, with its byte order mark if it had one. */
export function encode(
  text: string,
  { encoding, byteOrderMark }: Pick<Decoded, 'encoding' | 'byteOrderMark'>,
): Uint8Array {
  const whole = byteOrderMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(whole, 'utf8');
  const bytes = Buffer.from(whole, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

/** Reads one text file. Throws a `Failure` that says what to do when it cannot be read as text. */
export function readText(path: string, maxBytes: number): Decoded {
  return decode(readBytes(path, maxBytes), path);
}

/** The bytes of a file, or a `Failure`: not there, not readable, too large. */
export function readBytes(path: string, maxBytes: number): Uint8Array {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new Failure(`${path}: is a directory`, 'missing');
    if (stat.isFile() && stat.size > maxBytes)
      throw new Failure(tooLarge(path, stat.size, maxBytes), 'large');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path}: ${reasonOf(error)}`, 'missing');
  }
}

/** What the system said, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read or write it';
  if (code === 'EROFS') return 'the folder is read-only';
  if (code === 'EISDIR') return 'is a directory';
  if (code === 'ENOSPC') return 'the disk is full';
  return error instanceof Error ? error.message : String(error);
}

export function tooLarge(name: string, size: number, maxBytes: number): string {
  const megabytes = (bytes: number): string =>
    `${(bytes / 1024 / 1024).toFixed(bytes < 1024 * 1024 ? 2 : 1)} MB`;
  return `${name}: too large (${megabytes(size)}; the limit is ${megabytes(maxBytes)}, raise it with --max-bytes)`;
}

/** All of standard input. */
export async function readStandardInput(maxBytes: number): Promise<Decoded> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) throw new Failure(tooLarge('<stdin>', size, maxBytes), 'large');
  }
  return decode(Buffer.concat(chunks), '<stdin>');
}

/**
 * The lines of a byte stream, split at line feeds only: JSON strings may hold the Unicode line separators at which
 * `node:readline` would cut them. A line that is not UTF-8 comes as null. The last line needs no line feed.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const textOf = (parts: readonly Uint8Array[]): string | null => {
    try {
      return decoder.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
    } catch {
      return null;
    }
  };
  let pending: Uint8Array[] = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      pending.push(chunk.subarray(from, at));
      yield textOf(pending);
      pending = [];
      from = at + 1;
    }
    if (from < chunk.length) pending.push(chunk.subarray(from));
  }
  if (pending.length > 0) yield textOf(pending);
}
