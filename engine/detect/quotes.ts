/**
 * Quotation marks of one paragraph, paired by a stack. Knows marks, spacing and apostrophes; knows nothing of who
 * speaks. An unclosed or stray mark affects its own paragraph only: it never flips the rest of the text.
 */
import type { QuoteSpan } from '../segment/paragraph.ts';
import type { TokenSpans } from '../segment/tokens.ts';
import type { Span } from '../text/spans.ts';

export interface QuoteStructure {
  readonly quotes: readonly QuoteSpan[];
  readonly strayMarks: readonly Span[];
  /** Per token: index of the innermost quote + 1, or 0. */
  readonly quote: Int32Array;
  /** Per token: 0 no mark, 1 opening mark, 2 closing mark. */
  readonly mark: Uint8Array;
}

/** Families of marks; a closing mark closes the nearest open mark of its family. */
const FAMILY = { none: 0, double: 1, single: 2, angle: 3 } as const;
type Family = (typeof FAMILY)[keyof typeof FAMILY];
type Role = 'open' | 'close' | 'either' | 'none';

interface Open {
  readonly token: number;
  readonly family: Family;
  /** The mark was „: then “ closes it. */
  readonly low: boolean;
}

/**
 * Pairs the marks of a paragraph.
 * @param text the paragraph's text, which the tokens' offsets refer to
 */
export function pairQuotes(text: string, tokens: TokenSpans): QuoteStructure {
  const { count, start, end, form } = tokens;
  const quote = new Int32Array(count);
  const mark = new Uint8Array(count);
  const found: { open: number; close: number; closed: boolean; level: number }[] = [];
  const stray: Span[] = [];
  const stack: Open[] = [];
  const singles = singleClosers(text, tokens);
  const nests = nestedOpenings(form);

  const close = (depth: number, token: number): void => {
    // everything opened later and never closed ends here too
    while (stack.length > depth + 1) {
      const lost = stack.pop();
      if (!lost) break;
      dropUnclosed(lost, token - 1);
    }
    const open = stack.pop();
    if (!open) return;
    mark[token] = 2;
    found.push({ open: open.token, close: token, closed: true, level: stack.length + 1 });
  };
  const dropUnclosed = (open: Open, lastInside: number): void => {
    // A lone ‘ or ' is an apostrophe more often than a quotation: ‘cos, 'til
    if (open.family === FAMILY.single) {
      mark[open.token] = 0;
      return;
    }
    found.push({ open: open.token, close: lastInside, closed: false, level: stack.length + 1 });
  };

  for (let i = 0; i < count; i++) {
    const token = form[i] ?? '';
    if (token.length > 2) continue;
    const family = familyOf(token);
    if (family === FAMILY.none) continue;
    const from = start[i] ?? 0;
    const to = end[i] ?? 0;
    const spaceBefore = i === 0 || from > (end[i - 1] ?? 0) || /[([—–-]/u.test(text.charAt(from - 1));
    const spaceAfter = i + 1 >= count || to < (start[i + 1] ?? 0);
    if (isMeasure(text, token, from)) continue;
    const depth = lastOpen(stack, family);
    const open = stack[depth];
    let role: Role = roleOf(token, open);
    if (role === 'either') {
      if (family === FAMILY.single)
        role = singleRole(text, from, to, spaceBefore, depth >= 0, singles[i] === 1);
      else if (open)
        role = spaceBefore && !spaceAfter && !/[,.?!]/u.test(text.charAt(from - 1)) ? 'open' : 'close';
      else role = spaceAfter && !spaceBefore ? 'close' : 'open';
    } else if (family === FAMILY.single) {
      if (role === 'close') role = singleRole(text, from, to, spaceBefore, depth >= 0, singles[i] === 1);
      else if (spaceAfter || singles[i] !== 1) role = 'none'; // ‘ with no partner in sight
    }
    if (role === 'none') continue;
    if (role === 'close') {
      if (open) close(depth, i);
      else if (family !== FAMILY.single) {
        mark[i] = 2;
        stray.push({ start: from, end: to });
      }
      continue;
    }
    // The same mark opened twice at the same depth: the first was never closed. “… “…”
    const top = stack.at(-1);
    if (top?.family === family && !top.low && nests[i] === 0) {
      stack.pop();
      dropUnclosed(top, i - 1);
    }
    mark[i] = 1;
    stack.push({ token: i, family, low: token === '„' || token === '‚' });
  }
  while (stack.length > 0) {
    const open = stack.pop();
    if (open) dropUnclosed(open, count - 1);
  }

  found.sort((a, b) => a.open - b.open || b.close - a.close);
  const quotes: QuoteSpan[] = found.map((pair) => ({
    start: start[pair.open] ?? 0,
    end: end[pair.close] ?? 0,
    level: pair.level,
    closed: pair.closed,
    openToken: pair.open,
    closeToken: pair.close,
    continued: false,
  }));
  // inner quotes come later in the list and overwrite their part of the outer one
  for (const [index, pair] of found.entries()) quote.fill(index + 1, pair.open, pair.close + 1);
  return { quotes, strayMarks: stray, quote, mark };
}

function familyOf(token: string): Family {
  switch (token) {
    case '“':
    case '”':
    case '"':
    case '„':
    case '‟':
    case '``':
    case "''":
    case '‘‘':
    case '’’':
    case '＂':
      return FAMILY.double;
    case '‘':
    case '’':
    case "'":
    case '‚':
    case '‛':
    case '`':
      return FAMILY.single;
    case '«':
    case '»':
      return FAMILY.angle;
    default:
      return FAMILY.none;
  }
}

function roleOf(token: string, open: Open | undefined): Role {
  switch (token) {
    case '“':
    case '‘':
      return open?.low === true ? 'close' : 'open'; // „so“
    case '„':
    case '‚':
    case '``':
    case '‘‘':
    case '‛':
    case '‟':
    case '`':
    case '«':
      return 'open';
    case '”':
    case '»':
    case '’':
    case '’’':
      return 'close';
    case "''":
      return open ? 'close' : 'either';
    default:
      return 'either';
  }
}

function lastOpen(stack: readonly Open[], family: Family): number {
  for (let i = stack.length - 1; i >= 0; i--) if (stack[i]?.family === family) return i;
  return -1;
}

/** 6'2", 5′ 10″, a 3" pipe: a mark right after a digit that is no closing mark of a number in quotes. */
function isMeasure(text: string, token: string, at: number): boolean {
  if (token !== '"' && token !== "'" && token !== '’' && token !== '”') return false;
  if (!/\d/u.test(text.charAt(at - 1))) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  if (token === '"' || token === '”') {
    if (/\d['’′]\s?\d{1,2}(?:\.\d)?$/u.test(before)) return true; // 6'2"
    // a 3" pipe: an opening mark earlier in the paragraph would make it a closing one
    return (
      token === '"' &&
      /(?:^|\s)\d{1,3}$/u.test(before) &&
      text.lastIndexOf('"', at - 1) < 0 &&
      /^"\s\p{Ll}/u.test(text.slice(at, at + 3))
    );
  }
  return /^['’]\s?\d{1,2}(?:["”″]|\b)/u.test(text.slice(at, at + 5)) && /(?:^|[\s(“"])\d$/u.test(before);
}

/** What ' or ’ does at this place: closes, opens, or is an apostrophe. */
function singleRole(
  text: string,
  from: number,
  to: number,
  spaceBefore: boolean,
  isOpen: boolean,
  hasPartner: boolean,
): Role {
  const after = text.charAt(to);
  const before = text.charAt(from - 1);
  const letterAfter = /[\p{L}\d]/u.test(after);
  if (spaceBefore || from === 0 || /[“"‘«]/u.test(before)) {
    if (text.charAt(from) === '’') return 'none'; // ’em, ’til: never opens
    return (letterAfter || /[“"£$€[(…]/u.test(after)) && hasPartner ? 'open' : 'none';
  }
  if (letterAfter) return 'none'; // inside a word
  if (!isOpen) return 'none';
  if (!/[sS]/u.test(before)) return 'close';
  // "the workers' rights": after s, an apostrophe unless the quotation has no other end
  return hasPartner ? 'none' : 'close';
}

/**
 * For each single mark, whether a plausible closing mark follows in the paragraph (1) or not (0).
 * "He ‘may’ go" opens; "rock ‘n’ roll" and "‘cos it rained" do not. One pass from the end.
 */
function singleClosers(text: string, tokens: TokenSpans): Uint8Array {
  const { count, start, end, form } = tokens;
  const partner = new Uint8Array(count);
  let closerAhead = false;
  for (let i = count - 1; i >= 0; i--) {
    const token = form[i] ?? '';
    if (token !== "'" && token !== '’' && token !== '‘' && token !== '‛') continue;
    partner[i] = closerAhead ? 1 : 0;
    const from = start[i] ?? 0;
    const to = end[i] ?? 0;
    const before = text.charAt(from - 1);
    const after = text.charAt(to);
    const touchesBefore = from > 0 && !/[\s(“"—–[]/u.test(before);
    const freeAfter = after === '' || !/[\p{L}\d]/u.test(after);
    if (token === '‘' || token === '‛') {
      closerAhead = false; // what closes after here belongs to this one
      continue;
    }
    if (touchesBefore && freeAfter) {
      // a possessive s' alone is weak evidence: it closes only if punctuation or an end follows
      if (!/[sS]/u.test(before) || /^[\s]*$|^[\s]*[,.;:?!)”"—–]/u.test(text.slice(to, to + 2)))
        closerAhead = true;
    } else if (!touchesBefore && token === "'") closerAhead = false;
  }
  return partner;
}

/**
 * For each “, whether it can nest in an open “ before it: two closing marks follow that no other opening mark takes.
 * “He called it “a joke” and left,” nests; “It is shut. Kolb said “so” too. does not. One pass from the end.
 */
function nestedOpenings(form: readonly string[]): Uint8Array {
  const nests = new Uint8Array(form.length);
  // depth to come relative to here, and the lowest it gets
  let lowest = 0;
  for (let i = form.length - 1; i >= 0; i--) {
    const token = form[i];
    if (token === '“') {
      nests[i] = lowest <= -2 ? 1 : 0;
      lowest = Math.min(0, lowest + 1);
    } else if (token === '”') lowest = Math.min(0, lowest) - 1;
  }
  return nests;
}
