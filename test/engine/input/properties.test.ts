/** What holds of any markup: nothing throws, places are exact, the words are those that browsers show. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../engine/input/html.ts';
import { readNinjs } from '../../../engine/input/ninjs.ts';
import { editsInSource, inSource, inText, stretchesOf } from '../../../engine/input/reading.ts';
import { BEGINS_WITH_MARK, checkPieces, ENDS_WITH_MARK, quotesInSource } from './support.ts';

const SAMPLES = join(import.meta.dirname, '../../../samples');

/** Pieces of markup, right and wrong. */
const junk = fc.constantFrom(
  ...`<p> </p> <b> </b> <a\u00a0href="x">y"> <a <!-- --> --!> <! <? & &amp &amp; &ldquo; &#8221; &#x; &#99999999; &#0; <q> </q> <br>
  </br> <pre> </pre> <script> </script> <title> </title> <textarea> </textarea> <article> </article> <h1> </h1> <figcaption>
  <table> <td> </table> <li> <svg> </svg> <![CDATA[ ]]> < > " ' = / “ ” said Rey`.split(/\s+/),
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u00ad',
  '\ud83d',
  '😀',
  '\0',
  '<!-- sourcelight-disable-line x -- y -->',
  '<p class="share">',
  '<div hidden>',
);
const anything = fc.array(junk, { maxLength: 60 }).map((parts) => parts.join(''));

/** Well-formed and misnested inline and block markup, without what readers leave out. */
const fragment = fc
  .array(
    fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<b>',
        '</b>',
        '<i>',
        '</i>',
        '<a href="#x>y">',
        '</a>',
        '<ul>',
        '<li>',
        '</ul>',
      ],
      ...[
        '&amp;',
        '&amp',
        '&ldquo;',
        '&rdquo;',
        '&#8217;',
        '&#x1F600;',
        '&notanentity;',
        '&',
        '&copy',
        '&times1;',
        '<!-- “c” -->',
      ],
      ...[
        '“No,”',
        'said',
        'Rey',
        ' ',
        '\n  ',
        'ä',
        '😀',
        '.',
        '<',
        '1 < 2',
        '>',
        '"',
        '<script>“s”</script>',
        '<style>p</style>',
      ],
    ),
    { maxLength: 50 },
  )
  .map((parts) => parts.join(''));

function textOf(node: Tree.ChildNode | Tree.DocumentFragment): string {
  if (node.nodeName === 'script' || node.nodeName === 'style') return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const bare = (text: string): string => text.replace(/\s+/g, '');

describe('any markup', () => {
  it('is read without a fault, piece by piece in order', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (source, isFragment) => {
        checkPieces(readHtml(source, isFragment));
      }),
      { numRuns: 3000 },
    );
  });

  it('shows the words that a browser shows', () => {
    fc.assert(
      fc.property(fragment, (source) => {
        expect(bare(readHtml(source, true).text)).toBe(bare(textOf(parseFragment(source))));
      }),
      { numRuns: 2000 },
    );
  });

  it('has places that lead back', () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(), (source, a, b) => {
        const reading = readHtml(source, true);
        const { length } = reading.text;
        const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
        const span = inSource(reading, { start, end });
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(source.length);
        let at = span.start;
        for (const stretch of stretchesOf(reading, { start, end })) {
          expect(stretch.start).toBeGreaterThanOrEqual(at);
          expect(stretch.end).toBeLessThanOrEqual(span.end);
          at = stretch.end;
        }
        const back = Math.max(0, inText(reading, span.start));
        // Text that was added has its place where the next words are.
        expect(reading.text.slice(Math.min(start, back), Math.max(start, back))).toMatch(/^[\s#(photo)By]*$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is edited where its words are, and nowhere else', () => {
    fc.assert(
      fc.property(
        fragment,
        fc.nat(),
        fc.nat(4),
        fc.constantFrom('“', 'new & <old>', '', 'x'),
        (source, a, size, newText) => {
          const reading = readHtml(source, true);
          const start = a % (reading.text.length + 1);
          const end = Math.min(reading.text.length, start + size);
          // Spaces meet and fall together, half characters make none.
          fc.pre(!/\s|[\ud800-\udfff&<;#]/.test(reading.text.slice(Math.max(0, start - 1), end + 1)));
          const edits = editsInSource(reading, { start, end, newText });
          if (edits === null) return;
          let edited = '';
          let at = 0;
          for (const edit of edits) {
            expect(edit.start).toBeGreaterThanOrEqual(at);
            edited += source.slice(at, edit.start) + edit.newText;
            at = edit.end;
          }
          edited += source.slice(at);
          const wanted = reading.text.slice(0, start) + newText + reading.text.slice(end);
          expect(bare(readHtml(edited, true).text)).toBe(bare(wanted));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

it('quotations are written from mark to mark', () => {
  const open = fc.constantFrom('“', '&ldquo;', '&#8220;', '&#x201C;', '"', '&quot;', '<q>');
  const close: Readonly<Record<string, string>> = {
    '“': '”',
    '&ldquo;': '&rdquo;',
    '&#8220;': '&#8221;',
    '&#x201C;': '&#x201d;',
    '"': '"',
    '&quot;': '&quot;',
    '<q>': '</q>',
  };
  const tag = fc.constantFrom('b', 'i', 'a', 'span', 'strong');
  fc.assert(
    fc.property(open, tag, tag, (mark, inside, around) => {
      const source = `<h1>Quarry to close</h1><p><${around}>${mark}We <${inside}>will</${inside}> close it,${close[mark] ?? ''}</${around}> said Tom&aacute;s Rey, the owner&rsquo;s son.`;
      const quotes = quotesInSource(readHtml(source, true));
      expect(quotes).toHaveLength(1);
      expect(quotes[0]).toMatch(BEGINS_WITH_MARK);
      expect(quotes[0]).toMatch(ENDS_WITH_MARK);
    }),
    { numRuns: 200 },
  );
});

/** How pages write what would be read as markup, and some of what would not. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '“': '&ldquo;',
  '”': '&#8221;',
  '’': '&rsquo;',
  '—': '&#x2014;',
};

it.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.news')))(
  '%s says as a page what it says',
  (name) => {
    const paragraphs = readFileSync(join(SAMPLES, name), 'utf8')
      .trim()
      .split(/\s*\n\s*/);
    const text = paragraphs.join('\n\n');
    const [headline = '', ...body] = paragraphs.map((paragraph) =>
      paragraph
        .replace(/[&<“”’—]/g, (mark) => REFERENCES[mark] ?? mark)
        .split(' ')
        .map((word, index) => (index % 7 === 3 ? `<b>${word}</b>` : word))
        .join('\n  '),
    );
    const page = readHtml(
      `<title>x</title><nav>y</nav><article><h1>${headline}</h1>${body.map((words) => `<p>${words}</p>`).join('')}</article>`,
    );
    expect(page.text).toBe(text);
    const item = readNinjs(
      JSON.stringify({
        uri: 'x',
        headline: paragraphs[0],
        body_html: body.map((words) => `<p>${words}`).join(''),
      }),
    );
    expect(item?.text).toBe(text);
  },
);
