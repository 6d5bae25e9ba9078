/**
 * Workflow commands for annotations in a pull request. GitHub shows ten of each level a step, so errors come first
 * and the last line says how many there are in all.
 */
import type { Severity } from '../../engine/annotation.ts';
import { summaryText, type Render } from './format.ts';

const COMMANDS: Readonly<Partial<Record<Severity, string>>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

export const github: Render = (results, { summary }) => {
  let out = '';
  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const { file, findings } of results) {
      for (const finding of findings) {
        if (finding.severity !== severity) continue;
        const { line, column, endLine, endColumn } = finding.position;
        // GitHub takes columns only for a range within one line.
        const columns = endLine === line ? `,col=${column},endColumn=${Math.max(column, endColumn - 1)}` : '';
        out += `::${COMMANDS[severity] ?? ''} file=${property(file)},line=${line},endLine=${endLine}${columns},title=${property(finding.rule)}::${data(finding.message)}\n`;
      }
    }
  }
  return `${out}${data(summaryText(summary))}\n`;
};
