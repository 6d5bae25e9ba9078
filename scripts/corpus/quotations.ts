/**
 * Finds the quotation marks of a corpus article, all four styles, paragraph by paragraph, so that the validator can
 * check them against the annotation. It is written apart from the engine on purpose: the gold must not depend on the
 * code it measures. It must not know attributions.
 */
import type { Span } from '../../engine/text/spans.ts';

export interface Quotation extends Span {
  readonly level: number;
  /** False: no closing mark, because the next paragraph opens again. */
  readonly closed: boolean;
}

export interface QuotationFault {
  readonly at: number;
  readonly message: string;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', "'": "'", '``': "''" };

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/**
 * "the workers’ union" inside ‘…’: a mark after s, before a lower-case word, with a later mark that can close the
 * quotation, is an apostrophe.
 */
function isPossessive(paragraph: string, at: number, mark: string): boolean {
  if (paragraph.charAt(at - 1) !== 's' || !/^ \p{Ll}/u.test(paragraph.slice(at + 1, at + 3))) return false;
  const rest = paragraph.slice(at + 1);
  const opening = mark === '’' ? '‘' : " '";
  const limit = rest.indexOf(opening);
  const scope = limit < 0 ? rest : rest.slice(0, limit);
  return new RegExp(`${mark}(?![\\p{L}\\p{N}])`, 'u').test(scope);
}

/** Every quotation of the text, outer before inner, and every mark that has no partner. */
export function findQuotations(text: string): {
  readonly quotations: readonly Quotation[];
  readonly faults: readonly QuotationFault[];
} {
  const quotations: Quotation[] = [];
  const faults: QuotationFault[] = [];
  const paragraphs = [...text.matchAll(/[^\n]+/g)];
  paragraphs.forEach((match, index) => {
    const paragraph = match[0];
    const base = match.index;
    const next = paragraphs[index + 1]?.[0] ?? '';
    const stack: { mark: string; start: number }[] = [];
    const close = (end: number): void => {
      const open = stack.pop();
      if (open !== undefined) {
        quotations.push({ start: base + open.start, end: base + end, level: stack.length + 1, closed: true });
      }
    };
    for (let i = 0; i < paragraph.length; i++) {
      const two = paragraph.slice(i, i + 2);
      const mark = two === '``' || two === "''" ? two : paragraph.charAt(i);
      const top = stack.at(-1)?.mark;
      const before = paragraph.charAt(i - 1);
      const after = paragraph.charAt(i + mark.length);
      const opens = (before === '' || /[\s(["'“‘—–\-/]/.test(before)) && after !== '' && !/\s/.test(after);
      if (mark === '“' || mark === '``') {
        stack.push({ mark, start: i });
        i += mark.length - 1;
      } else if (mark === '”' || mark === "''") {
        if (top !== undefined && CLOSING[top] === mark) close(i + mark.length);
        else faults.push({ at: base + i, message: `${mark} closes no quotation` });
        i += mark.length - 1;
      } else if (mark === '"') {
        if (top === '"') close(i + 1);
        else if (opens) stack.push({ mark, start: i });
        else faults.push({ at: base + i, message: '" neither opens nor closes a quotation' });
      } else if (mark === '‘') stack.push({ mark, start: i });
      else if (mark === '’' || mark === "'") {
        const closes = top !== undefined && CLOSING[top] === mark && !isWord(after);
        if (closes && !isPossessive(paragraph, i, mark)) close(i + 1);
        else if (mark === "'" && opens && !closes && /'(?![\p{L}\p{N}])/u.test(paragraph.slice(i + 1))) {
          stack.push({ mark, start: i });
        }
      }
    }
    for (const [level, open] of stack.entries()) {
      const continued = next.startsWith(open.mark) && level === 0;
      if (!continued) faults.push({ at: base + open.start, message: `${open.mark} is never closed` });
      quotations.push({
        start: base + open.start,
        end: base + paragraph.length,
        level: level + 1,
        closed: false,
      });
    }
  });
  return { quotations: quotations.sort((a, b) => a.start - b.start || b.end - a.end), faults };
}
