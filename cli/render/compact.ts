/** For grep: one line a finding. */
import type { Render } from './format.ts';
import { harmless } from './style.ts';

export const compact: Render = (results, { showSuppressed }) => {
  let out = '';
  for (const { file, findings, suppressed } of results) {
    for (const { position, severity, rule, message } of findings) {
      out +=
        harmless(
          `${file}:${position.line}:${position.column}: ${severity} ${rule} ${message.replace(/\s+/g, ' ')}`,
        ) + '\n';
    }
    if (!showSuppressed) continue;
    for (const { finding, reason } of suppressed) {
      const { position, rule, message } = finding;
      out +=
        harmless(
          `${file}:${position.line}:${position.column}: suppressed ${rule} ${message.replace(/\s+/g, ' ')} (${reason ?? 'no reason given'})`,
        ) + '\n';
    }
  }
  return out;
};
