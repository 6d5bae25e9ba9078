/** *Lint All Drafts in Workspace*: with progress that can be cancelled, and a summary at the end. */
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import {
  CLIENT_COMMANDS,
  METHODS,
  type LintSummary,
  type LintWorkspaceParams,
} from '../../../protocol/index.ts';
import { type Command } from './command.ts';
import { findingsCount, findingsText } from './lintSummary.ts';

function summaryText(summary: LintSummary): string {
  const files = summary.byFile.length;
  const text =
    findingsCount(summary) === 0
      ? vscode.l10n.t('{0} drafts checked: no findings', summary.files)
      : vscode.l10n.t('{0} drafts checked: {1} in {2} of them', summary.files, findingsText(summary), files);
  const skipped =
    summary.skipped.length === 0
      ? ''
      : ` ${vscode.l10n.t('({0} files passed over)', summary.skipped.length)}`;
  return summary.cancelled ? vscode.l10n.t('Stopped. {0}', text + skipped) : text + skipped;
}

const REASONS = {
  'not-news': 'does not read as news',
  'too-long': 'too long',
  unreadable: 'cannot be read',
  ignored: 'ignored by the configuration',
} as const;

export const lintWorkspace: Command = {
  id: CLIENT_COMMANDS.lintWorkspace,
  async run(session): Promise<LintSummary | null> {
    const summary = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Linting all drafts'),
        cancellable: true,
      },
      async (progress, token) => {
        const workDoneToken = `sourcelight-lint-${String(Date.now())}`;
        let done = 0;
        const listening = session.client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
          if (value.kind === 'end') return;
          const percentage = value.percentage ?? done;
          progress.report({ message: value.message ?? '', increment: percentage - done });
          done = percentage;
        });
        try {
          return await session.ask<LintSummary>(
            METHODS.lintWorkspace,
            { workDoneToken } satisfies LintWorkspaceParams,
            token,
          );
        } finally {
          listening.dispose();
        }
      },
    );
    if (!summary) return null;
    const problems = vscode.l10n.t('Show Problems');
    const skipped = vscode.l10n.t('Show Files Passed Over');
    const actions = [
      ...(findingsCount(summary) > 0 ? [problems] : []),
      ...(summary.skipped.length > 0 ? [skipped] : []),
    ];
    // Not awaited: the command is done, the message may stay.
    void vscode.window.showInformationMessage(summaryText(summary), ...actions).then((choice) => {
      if (choice === problems) return vscode.commands.executeCommand('workbench.panel.markers.view.focus');
      if (choice === skipped) {
        for (const file of summary.skipped) {
          session.log.info(
            `${vscode.workspace.asRelativePath(vscode.Uri.parse(file.uri))}: ${vscode.l10n.t(REASONS[file.reason])}`,
          );
        }
        session.log.show(true);
      }
      return undefined;
    });
    return summary;
  },
};
