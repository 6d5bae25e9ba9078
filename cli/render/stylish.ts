/** For people: grouped by file, with the source line and carets under the words concerned. */
import type { PlacedFinding } from '../lint/result.ts';
import { countText, sureness, type Render } from './format.ts';
import { clip, displayWidth, harmless, padEndTo, painter, type Paint } from './style.ts';

const COLORS = { error: '1;31', warning: '33', info: '34', hint: '2' } as const;
/** Shapes, so that the severity is not said by colour alone. */
const SIGNS = { error: '✖', warning: '▲', info: '●', hint: '·' } as const;
const WIDTH = 96;

export const stylish: Render = (results, { color, showSuppressed }) => {
  const paint = painter(color);
  let out = '';
  for (const result of results) {
    const suppressed = showSuppressed ? result.suppressed : [];
    if (result.findings.length === 0 && suppressed.length === 0) continue;
    out += `${paint('1;4', harmless(result.file))}\n`;
    for (const finding of result.findings) out += lines(finding, paint, null);
    for (const { finding, reason } of suppressed) out += lines(finding, paint, reason ?? 'no reason given');
    if (result.stopped)
      out += `  ${paint('2', `stopped at ${countText(result.findings.length, 'finding')}; --max-findings shows more`)}\n`;
    out += '\n';
  }
  return out;
};

function lines(finding: PlacedFinding, paint: Paint, suppressed: string | null): string {
  const { position, severity } = finding;
  const place = `${position.line}:${position.column}`;
  const sign = paint(COLORS[severity], `${SIGNS[severity]} ${severity.padEnd(7)}`);
  const message = harmless(finding.message.replace(/\s+/g, ' '));
  const sure = finding.confidence < 0.9 ? `${sureness(finding.confidence)} · ` : '';
  const fix =
    finding.fixes[0]?.safe === true ? ' · fixable' : finding.fixes.length > 0 ? ' · suggestion' : '';
  const off = suppressed === null ? '' : ` · suppressed: ${harmless(suppressed)}`;
  let out = `  ${paint('2', padEndTo(place, 7))} ${sign} ${message}  ${paint('2', `${sure}${finding.rule}${fix}${off}`)}\n`;
  const shown = excerpt(finding);
  if (shown) out += `          ${shown.text}\n          ${paint(COLORS[severity], shown.carets)}\n`;
  for (const related of finding.related.slice(0, 3))
    out += `          ${paint('2', `↳ ${harmless(clip(related.message, 90))}`)}\n`;
  return out;
}

/** The part of the line around the range, with carets aligned by display width. */
function excerpt(finding: PlacedFinding): { text: string; carets: string } | null {
  const { position, sourceLine } = finding;
  const start = position.column - 1;
  const end = position.endLine === position.line ? position.endColumn - 1 : sourceLine.length;
  if (sourceLine.trim() === '' || start > sourceLine.length) return null;
  const before = sourceLine.slice(Math.max(0, start - 30), start).replace(/^[\uDC00-\uDFFF]/, '');
  const range = sourceLine.slice(start, end);
  const shownRange = range.length > WIDTH - 36 ? `${range.slice(0, WIDTH - 37)}…` : range;
  const after = sourceLine
    .slice(end, end + Math.max(0, WIDTH - before.length - shownRange.length))
    .replace(/[\uD800-\uDBFF]$/, '');
  const clean = (text: string): string => harmless(text.replace(/\t/g, ' '));
  const lead = start > 30 ? '…' : '';
  const head = lead + clean(before);
  return {
    text: `${head}${clean(shownRange)}${clean(after)}${end + after.length < sourceLine.length ? '…' : ''}`.trimEnd(),
    carets: ' '.repeat(displayWidth(head)) + '^'.repeat(Math.max(1, displayWidth(clean(shownRange)))),
  };
}
