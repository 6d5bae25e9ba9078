/** Safe fixes: chosen without overlap, applied until nothing is left to fix. Pure. */
import type { TextEdit } from '../../engine/annotation.ts';

interface Fixable {
  readonly start: number;
  readonly fixes: readonly { readonly safe: boolean; readonly edits: readonly TextEdit[] }[];
}

/** More passes than any text needs; a rule whose fix makes it report again stops here. */
const MAX_PASSES = 10;

/** The edits of one pass: each finding's first fix when it is safe, the first by offset winning where two overlap. */
export function editsOfPass(findings: readonly Fixable[]): readonly (readonly TextEdit[])[] {
  const chosen: (readonly TextEdit[])[] = [];
  let free = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    const [fix] = finding.fixes;
    if (fix?.safe !== true || fix.edits.length === 0) continue;
    const edits = [...fix.edits].sort((a, b) => a.start - b.start || a.end - b.end);
    // A placeholder is for a person to fill; it is never written by itself.
    if (edits.some((edit) => /‹[^›]*›/.test(edit.newText))) continue;
    const start = Math.min(...edits.map((edit) => edit.start));
    if (start < free) continue;
    chosen.push(edits);
    // The code unit after an edit stays free, so that two insertions never meet at one place.
    free = Math.max(...edits.map((edit) => edit.end)) + 1;
  }
  return chosen;
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let from = 0;
  for (const edit of edits) {
    out += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return out + text.slice(from);
}

/** The text with all safe fixes, and how many there were. `lint` is asked again after each pass. */
export function fixAll(
  text: string,
  lint: (text: string) => readonly Fixable[],
): { readonly text: string; readonly fixes: number } {
  let current = text;
  let fixes = 0;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const chosen = editsOfPass(lint(current));
    if (chosen.length === 0) break;
    const next = applyEdits(current, chosen.flat());
    if (next === current) break;
    current = next;
    fixes += chosen.length;
  }
  return { text: current, fixes };
}

interface Row {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Beyond this many pairs of lines a changed region is shown as a whole instead of line by line. */
const MAX_PAIRS = 4_000_000;

/** A unified diff with three lines of context; empty when the texts are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const rows = diffRows(linesOf(before), linesOf(after));
  const context = 3;
  const near = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    if (row.sign === ' ') return;
    near.fill(1, Math.max(0, index - context), Math.min(rows.length, index + context + 1));
  });
  let out = `--- a/${name}\n+++ b/${name}\n`;
  let oldLine = 1;
  let newLine = 1;
  for (let at = 0; at < rows.length;) {
    if (near[at] !== 1) {
      at++;
      oldLine++;
      newLine++;
      continue;
    }
    let end = at;
    while (end < rows.length && near[end] === 1) end++;
    const hunk = rows.slice(at, end);
    const olds = hunk.filter((row) => row.sign !== '+').length;
    const news = hunk.filter((row) => row.sign !== '-').length;
    out += `@@ -${oldLine},${olds} +${newLine},${news} @@\n`;
    for (const { sign, text } of hunk)
      out += `${sign}${text}${text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`;
    oldLine += olds;
    newLine += news;
    at = end;
  }
  return out;
}

/** Lines with their line feeds; the last may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function diffRows(a: readonly string[], b: readonly string[]): readonly Row[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const oldPart = a.slice(head, a.length - tail);
  const newPart = b.slice(head, b.length - tail);
  const same = (text: string): Row => ({ sign: ' ', text });
  return [
    ...a.slice(0, head).map(same),
    ...middleRows(oldPart, newPart),
    ...a.slice(a.length - tail).map(same),
  ];
}

/** Longest common subsequence by table. */
function middleRows(a: readonly string[], b: readonly string[]): readonly Row[] {
  const removed = (text: string): Row => ({ sign: '-', text });
  const added = (text: string): Row => ({ sign: '+', text });
  if (a.length * b.length > MAX_PAIRS) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const rows: Row[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      rows.push({ sign: ' ', text: a[i] ?? '' });
      i++;
      j++;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
      rows.push(removed(a[i++] ?? ''));
    else rows.push(added(b[j++] ?? ''));
  }
  return [...rows, ...a.slice(i).map(removed), ...b.slice(j).map(added)];
}
