/** Pieces of HTML that the exports share: escaping, the page around them, colours for light, dark and paper. */
import { wellFormed } from './exporter.ts';

/** Text as HTML; control characters that HTML forbids are replaced. */
export function html(text: string): string {
  return wellFormed(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** Text tones reach 4.5:1 and more on both papers; every kind also has a shape or a word. */
const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1f;--paper:#fffefa;--quiet:#55555c;--line:#cfcfd6;--quote:#0b5d1e;--source:#00508f;--cue:#7a4b00;--allegation:#a4001d;--agency:#7a1fa2;--tint:#f3f1ea}
@media (prefers-color-scheme:dark){:root{--ink:#ececf0;--paper:#17171a;--quiet:#a9a9b3;--line:#3f3f47;--quote:#8fdc9f;--source:#8cc8ff;--cue:#ffc069;--allegation:#ff8f9b;--agency:#dba6f5;--tint:#232327}}
*{box-sizing:border-box}
body{font:1.0625rem/1.6 Georgia,"Times New Roman",serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.5rem}
nav,table,figure,.meta,.key,.note,caption{font-family:system-ui,sans-serif;font-size:.875rem;line-height:1.45}
a{color:var(--source)}.meta,.note,caption{color:var(--quiet);text-align:left}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}th{color:var(--quiet);font-weight:600}
.scroll{overflow-x:auto}
@media print{:root{--ink:#000;--paper:#fff;--quiet:#333;--line:#999;--quote:#000;--source:#000;--cue:#000;--allegation:#000;--agency:#000;--tint:#fff}body{max-width:none;padding:0}nav{display:none}tr,li{break-inside:avoid}h2{break-after:avoid}}
`;

/** A self-contained page: no script, nothing loaded. `body` is HTML. */
export function page(title: string, body: string, style = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Sourcelight">
<title>${html(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** A table with a caption and column headers; cells are HTML. */
export function table(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return `<div class="scroll" role="region" aria-label="${html(caption)}" tabindex="0"><table>
<caption>${html(caption)}</caption>
<thead><tr>${header.map((title) => `<th scope="col">${html(title)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`).join('')}</tbody>
</table></div>
`;
}
