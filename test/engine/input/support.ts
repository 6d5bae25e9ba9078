/** What the tests of the readers ask again and again. */
import { annotate } from '../../../engine/index.ts';
import { inSource, type Reading } from '../../../engine/input/reading.ts';

/** The words, for comparison: breaks between paragraphs as ` / `, other white space as it is. */
export function lines(reading: Reading | null): readonly string[] {
  return (reading?.text ?? '').split(/\n\n/);
}

/** What stands in the source where the words stand in the text. */
export function written(reading: Reading, words: string): string {
  const start = reading.text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  const span = inSource(reading, { start, end: start + words.length });
  return reading.source.slice(span.start, span.end);
}

/** Each quotation as the source writes it. */
export function quotesInSource(reading: Reading): readonly string[] {
  const { annotation } = annotate(reading.text, { plainText: 'always' });
  return annotation.quotes.map((quote) => {
    const { start, end } = inSource(reading, quote);
    return reading.source.slice(start, end);
  });
}

/** How a quotation mark may be written: itself, a character reference, an escape, the tags of `<q>`. */
const MARK = String.raw`["“”„‟«»‹›'‘’‚‛]|\`\`|\\"|\\u201[89a-f]|\\u00[ab]b|&(?:[lr]?[sd]quo|[bs]dquo|sbquo|quot|apos|[lr]aquo|#\d+|#[xX][0-9a-fA-F]+);?|<\/?q\b[^>]*>`;

export const BEGINS_WITH_MARK = new RegExp(`^(?:${MARK})`);
export const ENDS_WITH_MARK = new RegExp(`(?:${MARK})$`);

/** Throws unless the pieces of a reading are what they promise to be. */
export function checkPieces(reading: Reading): void {
  const { pieces, text, source } = reading;
  let textEnd = 0;
  let sourceEnd = 0;
  for (let at = 0; at < pieces.length; at += 4) {
    const [start = -1, length = -1, from = -1, size = -1] = pieces.subarray(at, at + 4);
    if (start < textEnd || from < sourceEnd || length <= 0 || size < 0)
      throw new Error(`piece ${at / 4} is not behind the one before it`);
    textEnd = start + length;
    sourceEnd = from + size;
    if (textEnd > text.length || sourceEnd > source.length) throw new Error(`piece ${at / 4} ends outside`);
    // Copied: the same characters, but for the spaces that HTML takes for one kind.
    if (length === size && space(text.slice(start, textEnd)) !== space(source.slice(from, sourceEnd)))
      throw new Error(`piece ${at / 4} is not what stands there`);
  }
}

function space(words: string): string {
  return words.replace(/[\s\u00a0\u202f]/g, ' ');
}
