/** *Lint This Draft*: checks now, whatever the settings say about when, and shows what was found. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS, METHODS, type LintSummary } from '../../../protocol/index.ts';
import { article, identifier, type Command } from './command.ts';
import { findingsCount, findingsText } from './lintSummary.ts';

export const lintDraft: Command = {
  id: CLIENT_COMMANDS.lintDraft,
  async run(session): Promise<LintSummary | null> {
    const document = article(session);
    if (!document) return null;
    const summary = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Linting') },
      () => session.ask<LintSummary>(METHODS.lint, identifier(document)),
    );
    if (!summary) return null;
    const skipped = summary.skipped[0];
    if (skipped?.reason === 'not-news') {
      const annotate = vscode.l10n.t('Annotate This Document');
      void vscode.window
        .showInformationMessage(
          vscode.l10n.t('This document does not read as news, so it was not checked.'),
          annotate,
        )
        .then((choice) => choice === annotate && vscode.commands.executeCommand(CLIENT_COMMANDS.annotate));
    } else if (skipped) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This document was not checked: it is too long or cannot be read.'),
      );
    } else {
      const text = vscode.l10n.t('Sourcelight: {0}', findingsText(summary));
      vscode.window.setStatusBarMessage(text, 8000);
      // Problems lists no hints; they are dots in the text.
      if (findingsCount(summary) > summary.findings.hint)
        await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
      else void vscode.window.showInformationMessage(text);
    }
    return summary;
  },
};
