/** Comma-separated values (RFC 4180), safe to open in a spreadsheet. */
import { wellFormed } from './exporter.ts';

/** One cell: quoted when it must be; a leading `=`, `+`, `-`, `@` gets an apostrophe, so that no spreadsheet takes words for a formula. */
function cell(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const text = wellFormed(value).replace(/\u0000/g, '');
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) || /^\s|\s$/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

/** A table with a header row; lines end in CRLF, as the standard has it. */
export function csv(
  header: readonly string[],
  rows: readonly (readonly (string | number | boolean)[])[],
): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
