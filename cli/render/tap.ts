/** Test Anything Protocol 13: a test a finding, `not ok` for errors and warnings. */
import type { Render } from './format.ts';

const line = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/\\/g, '\\\\')
    .replace(/#/g, '\\#');

export const tap: Render = (results) => {
  const rows: string[] = [];
  for (const { file, findings, status, message } of results) {
    if (status === 'failed') rows.push(`not ok ${rows.length + 1} - ${line(`${file}: ${message ?? ''}`)}`);
    else if (status === 'passed-over' || status === 'skipped')
      rows.push(`ok ${rows.length + 1} - ${line(file)} # SKIP ${message ?? ''}`);
    else if (findings.length === 0) rows.push(`ok ${rows.length + 1} - ${line(file)}`);
    for (const { severity, position, rule, message: text } of findings) {
      const verdict = severity === 'error' || severity === 'warning' ? 'not ok' : 'ok';
      rows.push(
        `${verdict} ${rows.length + 1} - ${line(`${file}:${position.line}:${position.column} ${severity} ${rule} ${text}`)}`,
      );
    }
  }
  return `TAP version 13\n1..${rows.length}\n${rows.map((row) => `${row}\n`).join('')}`;
};
