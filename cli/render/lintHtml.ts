/** A self-contained page: no script, readable without colour, in light and dark, on paper. */
import type { PlacedFinding } from '../lint/result.ts';
import { xml } from './escape.ts';
import { summaryText, sureness, type Render } from './format.ts';

const SIGNS = { error: '✖', warning: '▲', info: '●', hint: '·' } as const;

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --quiet: #55555c; --line: #d6d6dc; --error: #a4001d; --warning: #7a4b00; --info: #00508f; --hint: #55555c; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #17171a; --quiet: #a9a9b3; --line: #3a3a41; --error: #ff8f9b; --warning: #ffc069; --info: #8cc8ff; --hint: #a9a9b3; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); } blockquote { margin: .3rem 0 0; color: var(--quiet); } mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); } .hint { color: var(--hint); }
.severity { white-space: nowrap; font-weight: 600; }
@media print { body { max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`;

export const lintHtml: Render = (results, { summary }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Sourcelight findings</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Sourcelight findings</h1>
<p>${xml(summaryText(summary))}</p>
${results
  .filter((result) => result.findings.length > 0)
  .map(
    ({ file, findings }) => `<section>
<h2>${xml(file)}</h2>
<table>
<thead><tr><th scope="col">Place</th><th scope="col">Severity</th><th scope="col">Finding</th></tr></thead>
<tbody>
${findings.map(row).join('')}</tbody>
</table>
</section>
`,
  )
  .join('')}</main>
</body>
</html>
`;

function row(finding: PlacedFinding): string {
  const { severity, position, sourceLine } = finding;
  const start = position.column - 1;
  const end = position.endLine === position.line ? position.endColumn - 1 : sourceLine.length;
  const from = Math.max(0, start - 60);
  const to = Math.min(sourceLine.length, end + 60);
  const context = `${from > 0 ? '…' : ''}${xml(sourceLine.slice(from, start))}<mark>${xml(sourceLine.slice(start, end))}</mark>${xml(sourceLine.slice(end, to))}${to < sourceLine.length ? '…' : ''}`;
  return `<tr><td>${position.line}:${position.column}</td><td class="severity ${severity}">${SIGNS[severity]} ${severity}</td><td>${xml(finding.message)}<br><small>${xml(finding.rule)} · ${sureness(finding.confidence)}</small><blockquote>${context}</blockquote></td></tr>\n`;
}
