/** Texts to try the engine with: soups of news pieces and odd characters, and articles that were tampered with. */
import fc from 'fast-check';

export const pieces: readonly string[] = [
  '“', '”', '‘', '’', '"', "'", '``', "''", '«', '»', '„', ' ', ' ', ' ', '\n', '\n\n', '\r\n', '\u2028', '.', ',', ':',
  '—', '(', ')', '😀', '\ud800', '\udc00', '\u0000', '\u200b', '\u202e', 'e\u0301', 'Kolb', 'Ada Quill', 'the mayor of Tarn',
  'said', 'told Reuters', 'denied', 'according to', 'that', 'he', 'she', 'the bridge was shut', 'allegedly', 'accused', 'of fraud',
  'LONDON (Reuters) -', 'Q:', 'QUILL:', 'By Ada Quill', '---', '# ', 'Mr.', 'U.S.', 'n’t', '6\'2"', 'said:', '', 'no', 'Tuesday',
]; // prettier-ignore

export const soup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((list) => list.join(' '));
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  soup,
  soup,
);

/** One change to a text, at a place given as a share of its length. */
const change = fc.record({
  kind: fc.constantFrom('cut', 'double', 'move', 'insert', 'replace', 'lines', 'capitals'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(200),
  piece: fc.constantFrom(...pieces),
});

/** Parts of articles with up to eight changes. */
export function mutated(articles: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...articles),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 50, max: 1500 }),
      fc.array(change, { minLength: 1, maxLength: 8 }),
    )
    .map(([article, from, length, changes]) => {
      const first = Math.floor(from * article.length);
      let text = article.slice(first, first + length);
      for (const { kind, at, size, piece } of changes) {
        const start = Math.floor(at * text.length);
        const part = text.slice(start, start + size);
        const before = text.slice(0, start);
        const after = text.slice(start + size);
        switch (kind) {
          case 'cut':
            text = before + after;
            break;
          case 'double':
            text = before + part + part + after;
            break;
          case 'move':
            text = part + before + after;
            break;
          case 'insert':
            text = before + piece + text.slice(start);
            break;
          case 'replace':
            text = before + part.replaceAll(/["“”‘’',.]/gu, piece) + after;
            break;
          case 'lines':
            text = before + part.replaceAll(' ', '\n') + after;
            break;
          case 'capitals':
            text = before + part.toUpperCase() + after;
            break;
        }
      }
      return text;
    });
}
