/** Sentence boundaries over the tokens of one paragraph. Knows marks and abbreviations, no grammar. */
import { SENTENCE_OPENERS } from './abbreviations.ts';
import type { TokenSpans } from './tokens.ts';

/**
 * Splits the tokens of a paragraph into sentences.
 * @returns the sentence index of each token, and the index of the first token of each sentence
 */
export function splitSentences(tokens: TokenSpans): { sentence: Int32Array; sentenceStart: Int32Array } {
  const { count, start, end, form } = tokens;
  const sentence = new Int32Array(count);
  const starts: number[] = [];
  let current = -1;
  let breakHere = true;
  let openStraight = false;
  for (let i = 0; i < count; i++) {
    if (breakHere) {
      current++;
      starts.push(i);
      breakHere = false;
    }
    sentence[i] = current;
    const token = form[i] ?? '';
    if (token === '"') openStraight = !openStraight;
    if (i + 1 >= count || !mayEnd(form, start, end, i)) continue;
    // Closing marks and brackets that touch the full stop belong to the sentence: (“It is shut.”)
    let next = i + 1;
    while (next < count && start[next] === end[next - 1] && isCloser(form[next] ?? '', openStraight)) {
      if (form[next] === '"') openStraight = false;
      sentence[next] = current;
      next++;
    }
    // “Really?” he asked: a small letter after the mark does not start a sentence.
    if (next < count && opensSentence(form[next] ?? '', form[next + 1]))
      breakHere = !(next > i + 1 && token !== '.' && speaksNext(form, next));
    i = next - 1;
  }
  return { sentence, sentenceStart: Int32Array.from(starts) };
}

function isCloser(token: string, openStraight: boolean): boolean {
  switch (token) {
    case '”':
    case '’':
    case "'":
    case "''":
    case ')':
    case ']':
    case '»':
    case '.':
    case '?':
    case '!':
      return true;
    case '"':
      return openStraight;
    default:
      return false;
  }
}

function mayEnd(form: readonly string[], start: Int32Array, end: Int32Array, i: number): boolean {
  const token = form[i] ?? '';
  const last = token.charCodeAt(token.length - 1);
  if (token === '.' || token === '?' || token === '!' || token === '…') return true;
  if (last !== 0x2e || token.length === 1) return false;
  if (/^[. ]+$/u.test(token)) return true; // "..." and ". . ."
  const next = form[i + 1];
  if (next === undefined) return true;
  if (/^[”"’]$/u.test(next) && start[i + 1] === end[i]) return isOpener(form[i + 2]);
  return isOpener(next);
}

/** A capitalised function word, which no name begins with. */
function isOpener(token: string | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token) && SENTENCE_OPENERS.has(token.toLowerCase());
}

function opensSentence(token: string, next: string | undefined): boolean {
  if (/^[\p{Lu}\p{Lt}\p{Lo}\d$£€@#]/u.test(token)) return true;
  if (token === '“' || token === '"' || token === '``' || token === '«' || token === '„') return true;
  if (/^['‘([•—–―-]/u.test(token)) return next === undefined || !/^\p{Ll}/u.test(next);
  return false;
}

const SAID: ReadonlySet<string> = new Set(
  'said says asked asks added adds told wrote writes tweeted shouted replied continued cried demanded wondered exclaimed yelled joked answered insisted quipped pleaded screamed recalled posted'.split(
    ' ',
  ),
);

/** “Why not?” Ines Kolb said: up to four capitalised words and a verb of saying go on with the quoted sentence. */
function speaksNext(form: readonly string[], from: number): boolean {
  for (let i = from; i < from + 5; i++) {
    const token = form[i] ?? '';
    if (SAID.has(token)) return i > from;
    if (!/^\p{Lu}/u.test(token)) return false;
  }
  return false;
}
