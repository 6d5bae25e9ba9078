/** A lint summary in words. */
import * as vscode from 'vscode';
import type { LintSummary } from '../../../protocol/index.ts';

const WORDS = {
  error: ['{0} error', '{0} errors'],
  warning: ['{0} warning', '{0} warnings'],
  info: ['{0} note', '{0} notes'],
  hint: ['{0} hint', '{0} hints'],
} as const;

export function findingsCount({ findings }: LintSummary): number {
  return findings.error + findings.warning + findings.info + findings.hint;
}

/** “2 warnings, 1 note”, or “no findings”. */
export function findingsText({ findings }: LintSummary): string {
  const parts = (['error', 'warning', 'info', 'hint'] as const)
    .filter((severity) => findings[severity] > 0)
    .map((severity) => vscode.l10n.t(WORDS[severity][findings[severity] === 1 ? 0 : 1], findings[severity]));
  return parts.length === 0 ? vscode.l10n.t('no findings') : parts.join(', ');
}
