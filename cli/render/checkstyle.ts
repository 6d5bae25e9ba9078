/** Checkstyle XML for Jenkins and its kin. */
import type { Render } from './format.ts';
import { attribute } from './escape.ts';

const SEVERITIES = { error: 'error', warning: 'warning', info: 'info', hint: 'info' } as const;

export const checkstyle: Render = (results) => {
  const files = results.map(({ file, findings, status, message }) => {
    const rows = findings.map(
      (finding) =>
        `    <error line="${finding.position.line}" column="${finding.position.column}" severity="${SEVERITIES[finding.severity]}" message="${attribute(finding.message)}" source="sourcelight.${attribute(finding.rule)}"/>\n`,
    );
    if (status === 'failed') {
      rows.push(
        `    <error line="1" column="1" severity="error" message="${attribute(message ?? '')}" source="sourcelight.read"/>\n`,
      );
    }
    return `  <file name="${attribute(file)}">\n${rows.join('')}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
};
