/** *Export Annotations…*: in a format of the user's choice, to a file of the user's choice. */
import * as vscode from 'vscode';
import {
  CLIENT_COMMANDS,
  METHODS,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
} from '../../../protocol/index.ts';
import { saveText } from '../saveText.ts';
import { article, identifier, type Command } from './command.ts';

export const exportAnnotations: Command = {
  id: CLIENT_COMMANDS.export,
  async run(session, [given]) {
    const document = article(session);
    if (!document) return;
    const formats = (await session.ask<readonly ExportFormat[]>(METHODS.exportFormats)) ?? [];
    const format =
      formats.find(({ id }) => id === given) ??
      (
        await vscode.window.showQuickPick(
          formats.map((format) => ({ label: format.label, description: format.extension, format })),
          { placeHolder: vscode.l10n.t('Export as') },
        )
      )?.format;
    if (!format) return;
    const params: ExportParams = { ...identifier(document), format: format.id };
    const result = await session.ask<ExportResult>(METHODS.export, params);
    if (!result) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This document is not annotated, so there is nothing to export.'),
      );
      return;
    }
    await saveText(document, result.fileName, result.content, {
      [format.label]: [format.extension.replace(/^\./, '')],
    });
  },
};
