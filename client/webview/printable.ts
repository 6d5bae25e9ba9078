/** The page as a file of its own, dark on white, for a browser to print. */
import type { ReadingResult } from '../../protocol/index.ts';

const STYLE = `
body { font: 12pt/1.5 Georgia, serif; color: #000; background: #fff; max-width: 52em; margin: 2em auto; padding: 0 1em; }
.row { display: grid; grid-template-columns: 1fr 14em; gap: 0 1.6em; break-inside: avoid; }
p.text { margin: 0 0 .8em; } h1.text { font-size: 20pt; line-height: 1.2; margin: 0 0 .5em; }
.byline p, .credit p, .caption p, .furniture p { font-size: 10pt; }
.notes { list-style: none; margin: 0; padding: 0 0 .6em .8em; border-left: 1px solid #888; font: 9pt/1.35 sans-serif; }
.notes button { all: unset; } .name { font-weight: bold; } .detail { display: block; } .notes li { margin-bottom: .4em; }
.quote { background: #eee; print-color-adjust: exact; } .agency, .statement { text-decoration: underline dotted; }
.allegation { text-decoration: underline wavy; } .gap { border-bottom: 1px solid #000; } .legend span { margin-right: 1em; }`;

export function printable(data: ReadingResult, page: HTMLElement): string {
  const copy = document.implementation.createHTMLDocument(data.title);
  copy.documentElement.lang = document.documentElement.lang;
  const charset = copy.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const style = copy.createElement('style');
  style.textContent = STYLE;
  copy.head.prepend(charset);
  copy.head.append(style);
  for (const part of page.querySelectorAll('article, .legend')) copy.body.append(copy.importNode(part, true));
  for (const node of copy.querySelectorAll('[style], [tabindex], [data-key]')) {
    for (const name of ['style', 'tabindex', 'data-key']) node.removeAttribute(name);
  }
  return `<!DOCTYPE html>\n${copy.documentElement.outerHTML}\n`;
}
