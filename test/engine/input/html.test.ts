/** HTML: what is read of a page, and where it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../engine/input/html.ts';
import { BEGINS_WITH_MARK, checkPieces, ENDS_WITH_MARK, lines, quotesInSource, written } from './support.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../samples/quarry-page.html'), 'utf8');

/** Enough prose for an article, without a quotation. */
const PROSE =
  'The council of Hallmere will vote on the quarry next week, its chairwoman told a meeting in the old school. ';

describe('words and their places', () => {
  it.each([
    ['an entity', '<p>&ldquo;No&rdquo;', '“No”', '&ldquo;No&rdquo;'],
    ['an entity without its semicolon', '<p>&quotNo&quot she', '"No"', '&quotNo&quot'],
    ['a decimal reference', '<p>&#8220;No&#8221;', '“No”', '&#8220;No&#8221;'],
    ['a hexadecimal reference', '<p>&#x201C;No&#X201d;', '“No”', '&#x201C;No&#X201d;'],
    ['an old Windows reference', '<p>&#147;No&#148;', '“No”', '&#147;No&#148;'],
    ['an apostrophe within a word', '<p>Rey&rsquo;s', 'Rey’s', 'Rey&rsquo;s'],
    ['an accent within a word', '<p>Tom&aacute;s', 'Tomás', 'Tom&aacute;s'],
    ['an astral character', '<p>a &#128512; b', 'a 😀 b', 'a &#128512; b'],
    ['an astral character as it is', '<p>a 😀 b', 'a 😀 b', 'a 😀 b'],
    ['an ampersand that is none', '<p>R&D & Q&A', 'R&D & Q&A', 'R&D & Q&A'],
    ['a less-than sign that opens no tag', '<p>1 < 2', '1 < 2', '1 < 2'],
    ['a tag within a word', '<p><span class="cap">T</span>he end', 'The end', 'T</span>he end'],
    [
      'an attribute with a bracket',
      '<p>told <a title="a > b">Rey</a> so',
      'told Rey so',
      'told <a title="a > b">Rey</a> so',
    ],
    ['spaces and line ends', '<p>two\r\n\t  words', 'two words', 'two\r\n\t  words'],
    ['spaces around a tag', '<p>two <b> words</b>', 'two words', 'two <b> words'],
    ['a no-break space', '<p>Mr.&nbsp;Rey', 'Mr. Rey', 'Mr.&nbsp;Rey'],
    ['a soft hyphen', '<p>quar&shy;ry', 'quarry', 'quar&shy;ry'],
    ['quotation tags', '<p>She <q>will go</q>.', '“will go”', '<q>will go</q>'],
    ['a comment within words', '<p>one<!-- “two” --> three', 'one three', 'one<!-- “two” --> three'],
    ['uppercase tags', '<P>He <B>said</B> so', 'He said so', 'He <B>said</B> so'],
  ])('%s', (_, source, words, inSource) => {
    const reading = readHtml(source);
    checkPieces(reading);
    expect(written(reading, words)).toBe(inSource);
  });
});

describe('paragraphs', () => {
  it.each([
    ['are set apart by blocks', '<p>One.</p><div>Two.</div>Three.', ['One.', 'Two.', 'Three.']],
    [
      'need no closing tags',
      '<p>One.<p>Two.<ul><li>Three.<li>Four.</ul>',
      ['One.', 'Two.', 'Three.', 'Four.'],
    ],
    ['are left by inline tags', '<p>One <b>two</b> <i>three</i>.</p>', ['One two three.']],
    ['end at two line breaks', 'One.<br><br>Two.<br/>Three.', ['One.', 'Two.\nThree.']],
    ['keep the lines of preformatted text', '<pre>One\n  two</pre>', ['One\ntwo']],
    ['are the cells of a table', '<table><tr><td>One<td>Two<tr><td>Three</table>', ['One', 'Two', 'Three']],
    ['of headings are marked', '<p>One.</p><h2>Two</h2><p>Three.', ['One.', '# Two', 'Three.']],
    [
      'of captions are marked',
      '<p>One.<figure><figcaption>Two</figcaption></figure>',
      ['One.', 'Two (photo)'],
    ],
    ['survive misnested tags', '<p><b>One <i>two</b> three</i>.<p>Four.', ['One two three.', 'Four.']],
    ['survive stray closing tags', '</div></p>One.</b></article><p>Two.', ['One.', 'Two.']],
    ['survive an unclosed tag', '<p>One.<p class="two', ['One.']],
    [
      'leave out what is no prose',
      '<p>One.<script>“Two”</script><style>“3”</style><textarea>“4”</textarea><p hidden>5',
      ['One.'],
    ],
    [
      'leave out CDATA, declarations and instructions',
      '<!doctype html><?xml “1”?><![CDATA[“2”]]><p>Three.',
      ['Three.'],
    ],
    [
      'leave out what is hidden',
      '<p>One.<div style="display: none">Two.</div><p>Two<i aria-hidden="true">*</i>.',
      ['One.', 'Two.'],
    ],
  ])('%s', (_, source, expected) => {
    const reading = readHtml(source, true);
    checkPieces(reading);
    expect(lines(reading)).toEqual(expected);
  });
});

describe('a saved page', () => {
  it('is read from headline to last paragraph, without what stands around it', () => {
    expect(lines(readHtml(PAGE))).toMatchInlineSnapshot(`
      [
        "Quarry owner rejects claims over dust",
        "By Astrid Lind | 9 March 2026",
        "The owner of the Hallmere quarry let dust drift over a school for months, parents alleged on Monday, and the council said it would send PM meters.",
        "“Our children came home grey,” said Ilse Brandt, who speaks for the parents’ group. “Nobody ever told us what we were breathing.”",
        "The quarry above Hallmere on Sunday. Photo: Jon Ferrer (photo)",
        "Hallmere Stone Ltd., which owns the quarry, denied the allegation. "We wet the road every hour," its managing director, Tomás Rey, told the Velden Courier. He added that the company “would welcome any meter”.",
        "‘The figures are below the limit’, a letter from the company says.",
        "A spokeswoman for the council, Mira Osei, said the first readings were due in April.
      She declined to name the contractor.",
      ]
    `);
  });

  it('gives each quotation from mark to mark as it is written', () => {
    const quotes = quotesInSource(readHtml(PAGE));
    expect(quotes).toEqual([
      '&ldquo;Our children came home grey,&rdquo;',
      '&#8220;Nobody <em>ever</em> told us what we were breathing.&#8221;',
      '"We wet the road every hour,"',
      '<q>would welcome any meter</q>',
      '&lsquo;The figures are below the limit&rsquo;',
    ]);
    for (const quote of quotes) {
      expect(quote).toMatch(BEGINS_WITH_MARK);
      expect(quote).toMatch(ENDS_WITH_MARK);
    }
  });

  const article = `<article><h1>Quarry to close</h1><p>${PROSE.repeat(2)}</article>`;
  const body = ['Quarry to close', PROSE.repeat(2).trim()];
  it.each([
    [
      'articles before teasers',
      `<article><h2>Other</h2><p>Teaser.</article>${article}<article>x</article>`,
      body,
    ],
    [
      'main without an article',
      `<p>Menu</p><main><h1>Quarry to close</h1><p>${PROSE.repeat(2)}</main>`,
      body,
    ],
    [
      'the headline in the page header',
      `<header><h1>Quarry to close</h1></header><article><p>${PROSE.repeat(2)}</article>`,
      body,
    ],
    [
      'the title without a headline',
      `<title>Quarry to close | The Velden Courier</title><article><p>${PROSE.repeat(2)}</article>`,
      body,
    ],
    [
      'a byline called one',
      `<h1>Quarry to close</h1><span class="author-name">Astrid Lind</span><p>${PROSE.repeat(2)}`,
      [body[0], 'By Astrid Lind', body[1]],
    ],
    [
      'no menus, sidebars, footers',
      `<div role="navigation">a</div><div class="site-nav">b</div>${article}<div id="sidebar"><p>${PROSE}</div><footer>c</footer>`,
      body,
    ],
    [
      'no teasers in the article',
      article.replace('</article>', '<p><a href="/x">Hallmere: all we know about the case</a></article>'),
      body,
    ],
    [
      'pages that say what they have',
      `<body class="has-sidebar no-comments"><div class="page with-nav">${article}</div>`,
      body,
    ],
    [
      'pages whose names mislead',
      `<div class="comments"><h1>Quarry to close</h1><p>${PROSE.repeat(2)}</div>`,
      body,
    ],
    [
      'frames that are called after what they hold',
      `<div class="content-sidebar-wrap"><main>${article.replace(/<\/?article>/g, '')}</main><div class="sidebar"><p>${PROSE}</div></div>`,
      body,
    ],
    [
      'pages saved with a dialog open',
      `<div aria-hidden="true">${article}</div><div role="dialog"><p>${PROSE.repeat(3)}</div>`,
      body,
    ],
    [
      'stories whose part is called after its comments',
      `<h1>Quarry to close</h1><div class="post comments-enabled"><p>${PROSE.repeat(2)}</div>`,
      body,
    ],
    ['pages without a body or head', `<html><title>Quarry to close</title><p>${PROSE.repeat(2)}`, body],
  ])('%s', (_, source, expected) => {
    const reading = readHtml(source);
    checkPieces(reading);
    expect(lines(reading)).toEqual(expected);
  });

  it('keeps our comments wherever they stand, and no others', () => {
    const reading = readHtml(
      `<!-- sourcelight-disable-file verb-loaded -- quoted --><!-- note -->${article.replace('<p>', '<!-- sourcelight-disable-next-line source-bare -- known --><p><!-- sourcelight-disable-line x -->')}`,
    );
    expect(lines(reading)).toEqual([
      '<!-- sourcelight-disable-file verb-loaded -- quoted -->',
      'Quarry to close',
      '<!-- sourcelight-disable-next-line source-bare -- known -->',
      `<!-- sourcelight-disable-line x -->${PROSE.repeat(2).trim()}`,
    ]);
  });

  it('takes time in proportion to length, whatever is written', () => {
    const units = [
      '<p>',
      '<b>',
      '<b><p>',
      '<ul><li>',
      '<article>',
      '</b>',
      '<',
      '<q>',
      '</a ',
      '&',
      '&#0',
      '<!--',
    ];
    const timeOf = (source: string): number => {
      const start = performance.now();
      readHtml(source);
      return performance.now() - start;
    };
    for (const unit of units) {
      timeOf(unit.repeat(5_000));
      const short = Math.min(timeOf(unit.repeat(20_000)), timeOf(unit.repeat(20_000)));
      const long = Math.min(timeOf(unit.repeat(160_000)), timeOf(unit.repeat(160_000)));
      expect(long, unit).toBeLessThan(short * 40 + 200);
    }
  });
});
