/** *Who Said This Elsewhere*: the same speaker and near-equal quotations in other files of the workspace. */
import * as vscode from 'vscode';
import {
  CLIENT_COMMANDS,
  METHODS,
  type ElsewhereResult,
  type PositionParams,
} from '../../../protocol/index.ts';
import { reveal, toLocation } from '../place.ts';
import { article, editorOf, identifier, type Command } from './command.ts';

interface Item extends vscode.QuickPickItem {
  readonly location?: vscode.Location;
}

function wording(similarity: number): string {
  if (similarity >= 0.995) return vscode.l10n.t('same words');
  return vscode.l10n.t('{0} % of the wording', Math.round(similarity * 100));
}

function items(found: ElsewhereResult): Item[] {
  const place = (location: vscode.Location): string =>
    `${vscode.workspace.asRelativePath(location.uri)}:${String(location.range.start.line + 1)}`;
  const statements: Item[] = found.statements.map((statement) => {
    const location = toLocation(statement);
    return {
      label: statement.text,
      description: [statement.speaker, wording(statement.similarity)]
        .filter((part) => part !== null)
        .join(' · '),
      detail: place(location),
      location,
    };
  });
  const mentions: Item[] = found.mentions.map((mention) => {
    const location = toLocation(mention);
    return { label: mention.name, description: place(location), location };
  });
  const heading = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    ...(statements.length > 0 ? [heading(vscode.l10n.t('Statements')), ...statements] : []),
    ...(mentions.length > 0 ? [heading(vscode.l10n.t('Mentions')), ...mentions] : []),
  ];
}

export const whoSaidElsewhere: Command = {
  id: CLIENT_COMMANDS.whoSaidElsewhere,
  async run(session) {
    const document = article(session);
    const editor = document && editorOf(document);
    if (!document || !editor) return;
    const { line, character } = editor.selection.active;
    const params: PositionParams = { ...identifier(document), position: { line, character } };
    const found = await session.ask<ElsewhereResult>(METHODS.elsewhere, params);
    if (!found) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor on a quotation or a source first.'),
      );
      return;
    }
    const name = found.speaker?.name ?? vscode.l10n.t('this quotation');
    const list = items(found);
    if (list.length === 0) {
      void vscode.window.showInformationMessage(
        found.complete
          ? vscode.l10n.t('Nothing else by {0} in this workspace.', name)
          : vscode.l10n.t('Nothing else by {0} so far; the workspace is still being read.', name),
      );
      return;
    }
    const choice = await vscode.window.showQuickPick(list, {
      placeHolder: found.complete
        ? vscode.l10n.t('{0} elsewhere', name)
        : vscode.l10n.t('{0} elsewhere (the workspace is still being read)', name),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (choice?.location) await reveal(choice.location.uri, choice.location.range);
  },
};
