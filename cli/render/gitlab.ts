/** GitLab Code Quality report. The fingerprint must be unique in the report, so it holds the file. */
import { createHash } from 'node:crypto';
import type { Render } from './format.ts';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info', hint: 'info' } as const;

export const gitlab: Render = (results) =>
  `${JSON.stringify(
    results.flatMap(({ file, findings }) =>
      findings.map((finding) => ({
        type: 'issue',
        check_name: finding.rule,
        description: finding.message,
        categories: ['Clarity'],
        severity: SEVERITIES[finding.severity],
        fingerprint: createHash('sha256')
          .update(`${file}\0${finding.rule}\0${finding.fingerprint}`)
          .digest('hex')
          .slice(0, 32),
        location: {
          path: file,
          lines: { begin: finding.position.line, end: finding.position.endLine },
          positions: {
            begin: { line: finding.position.line, column: finding.position.column },
            end: { line: finding.position.endLine, column: finding.position.endColumn },
          },
        },
      })),
    ),
    null,
    2,
  )}\n`;
