/** *Explain This Finding*: the rule's page, for the finding under the cursor or the one the user picks. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS, METHODS, VIRTUAL_SCHEME, type ExplainResult } from '../../../protocol/index.ts';
import { showMarkdown } from '../views/markdown.ts';
import { article, editorOf, type Command } from './command.ts';

function rule(diagnostic: vscode.Diagnostic): string | null {
  const { code } = diagnostic;
  if (typeof code === 'string') return code;
  return typeof code === 'object' ? String(code.value) : null;
}

async function chooseRule(document: vscode.TextDocument): Promise<string | null> {
  const ours = vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source?.toLowerCase() === 'sourcelight' && rule(diagnostic) !== null);
  const position = editorOf(document)?.selection.active;
  const here = position ? ours.filter((diagnostic) => diagnostic.range.contains(position)) : [];
  if (here.length === 1 && here[0]) return rule(here[0]);
  const choice = await vscode.window.showQuickPick(
    (here.length > 0 ? here : ours).map((diagnostic) => ({
      label: diagnostic.message,
      description: vscode.l10n.t('line {0}', diagnostic.range.start.line + 1),
      diagnostic,
    })),
    {
      placeHolder:
        ours.length > 0 ? vscode.l10n.t('Which finding?') : vscode.l10n.t('This draft has no findings'),
    },
  );
  return choice ? rule(choice.diagnostic) : null;
}

export const explainFinding: Command = {
  id: CLIENT_COMMANDS.explain,
  async run(session, [given]) {
    const document = typeof given === 'string' ? null : article(session);
    const id = typeof given === 'string' ? given : document ? await chooseRule(document) : null;
    if (id === null) return;
    const page = await session.ask<ExplainResult>(METHODS.explain, { rule: id });
    if (!page) {
      void vscode.window.showWarningMessage(vscode.l10n.t('There is no rule “{0}”.', id));
      return;
    }
    await showMarkdown(vscode.Uri.from({ scheme: VIRTUAL_SCHEME, path: `/rules/${id}.md` }));
  },
};
