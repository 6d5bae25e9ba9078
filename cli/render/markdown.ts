/** For review comments: a table by file. */
import { summaryText, type Render } from './format.ts';

const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\\/g, '\\\\')
    .replace(/([|`*_[\]<>#])/g, '\\$1');

export const markdown: Render = (results, { summary }) => {
  let out = '';
  for (const { file, findings } of results) {
    if (findings.length === 0) continue;
    out += `### ${cell(file)}\n\n| line | severity | rule | message |\n| ---: | --- | --- | --- |\n`;
    for (const { position, severity, rule, message } of findings) {
      out += `| ${position.line}:${position.column} | ${severity} | ${cell(rule)} | ${cell(message)} |\n`;
    }
    out += '\n';
  }
  return `${out}${cell(summaryText(summary))}\n`;
};
