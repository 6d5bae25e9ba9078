/**
 * Tokens of a paragraph, much as the Penn Treebank splits them, with exact UTF-16 offsets. Knows abbreviations
 * and clitics; knows nothing of sentences, quotes or meaning.
 */
import { ABBREVIATIONS_BEFORE_NAMES, ABBREVIATIONS_MAYBE_FINAL } from './abbreviations.ts';

export interface TokenSpans {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly form: readonly string[];
}

/**
 * One token per match. Every repetition that could be tried again at each position is bounded, so that no input
 * takes more than linear time.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s“”"<>)]{1,2000}`, // web addresses
    String.raw`[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}`, // mail addresses
    String.raw`[@#]\w+`, // handles and hashtags
    String.raw`(?:\p{L}\.){2,12}`, // U.S., p.m.
    // 12.5, 3:30, 5th, 1990s, $ apart, 10-year-old
    String.raw`\d+(?:[.,:\/]\d+)*(?:st|nd|rd|th|s|[KkMmBb]n?)?(?:-[\p{L}\d]+){0,8}`,
    // words: inner hyphens, ampersands and apostrophes; "Change.org"
    String.raw`[\p{L}\p{M}][\p{L}\p{M}\d]*(?:[-&'’][\p{L}\d][\p{L}\p{M}\d]*)*(?:\.\p{L}{2,3}(?=\s|$|[,;:?!)]))?`,
    String.raw`\.{2,}|(?:\. ){2,8}\.`, // ellipses
    String.raw`-{2,}`,
    String.raw`''|‘‘|’’|` + '``', // double marks made of two singles
    String.raw`[^\s\u200b\ufeff\u2060]`, // any other visible character
  ].join('|'),
  'gu',
);

const CLITIC = /['’](?:s|re|ve|ll|d|m)$/iu;
const NEGATION = /n['’]t$/iu;
/** Apostrophe forms that are one word: "'em", "'90s", "’twas". */
const ELISION = /^['’](?:\d\ds?|em|til|cause|bout|tis|twas|n)(?![\p{L}\d])/iu;

/** Letters at either side of a possible elision mark decide whether it stands at a word's start. */
function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s([“"—–-]/u.test(text.charAt(at - 1));
}

/**
 * Splits a paragraph into tokens.
 * @param text the paragraph's own text
 * @returns spans relative to it, ordered, non-empty, not overlapping; white space belongs to none
 */
export function tokenize(text: string): TokenSpans {
  const start: number[] = [];
  const end: number[] = [];
  const push = (from: number, to: number): void => {
    start.push(from);
    end.push(to);
  };
  TOKEN.lastIndex = 0;
  let match: RegExpExecArray | null;
  while ((match = TOKEN.exec(text)) !== null) {
    const from = match.index;
    const token = match[0];
    let to = from + token.length;
    const first = token.charCodeAt(0);
    if (first === 0x68 || first === 0x77) {
      // h, w: a web address keeps no closing punctuation
      if (/^(?:https?:|www\.)/u.test(token)) {
        while (to > from + 1 && /[.,;:!?'’”]/u.test(text.charAt(to - 1))) to--;
        push(from, to);
        TOKEN.lastIndex = to;
        continue;
      }
    }
    if (token.length === 1 && (first === 0x27 || first === 0x2019)) {
      const elision = ELISION.exec(text.slice(from, from + 8));
      if (elision && startsWord(text, from)) {
        const after = from + elision[0].length;
        // "'em" is one word; a quoted "'n'" or "'90'" is not
        if (text.charAt(after) !== "'" && text.charAt(after) !== '’') {
          push(from, after);
          TOKEN.lastIndex = after;
          continue;
        }
      }
      // possessive of a name that ends outside the word pattern: "U.S.'s", "2016's"
      const clitic = /^['’]s(?![\p{L}\d])/iu.exec(text.slice(from, from + 3));
      if (clitic && end.at(-1) === from) {
        push(from, from + 2);
        TOKEN.lastIndex = from + 2;
        continue;
      }
    }
    if (isLetter(token) && (token.includes("'") || token.includes('’'))) {
      const negation = NEGATION.exec(token);
      const clitic = negation ?? CLITIC.exec(token);
      if (clitic && clitic.index > 0) {
        push(from, from + clitic.index);
        push(from + clitic.index, to);
        continue;
      }
    }
    if (text.charCodeAt(to) === 0x2e && isLetter(token) && takesFullStop(text, token, to)) {
      to++;
      TOKEN.lastIndex = to;
    }
    if (token.length === 6 && /^cannot$/iu.test(token)) {
      push(from, from + 3);
      push(from + 3, to);
      continue;
    }
    push(from, to);
  }
  const count = start.length;
  const form: string[] = [];
  for (let i = 0; i < count; i++) form.push(text.slice(start[i], end[i]));
  return { count, start: Int32Array.from(start), end: Int32Array.from(end), form };
}

function isLetter(token: string): boolean {
  return /^\p{L}/u.test(token);
}

/** Is the full stop after this word its own ("Dr.", "Sen.", "John F. Kolb") rather than the sentence's? */
function takesFullStop(text: string, token: string, at: number): boolean {
  const lower = token.toLowerCase();
  if (lower === 'no') return /^\.\s?\d/u.test(text.slice(at, at + 3)); // "No. 10", but "She said no."
  if (ABBREVIATIONS_BEFORE_NAMES.has(lower)) return true;
  const capital = /^\p{Lu}/u.test(token);
  if (ABBREVIATIONS_MAYBE_FINAL.has(lower)) return capital || lower.length > 2;
  return token.length === 1 && capital && lower !== 'i' && text.charAt(at + 1) === ' ';
}
