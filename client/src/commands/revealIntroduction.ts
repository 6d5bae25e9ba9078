/** *Go to the Speaker's Introduction*: the first full mention of whoever speaks at the cursor. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import { article, editorOf, type Command } from './command.ts';

export const revealIntroduction: Command = {
  id: CLIENT_COMMANDS.revealIntroduction,
  async run(session) {
    const document = article(session);
    if (!document || !editorOf(document)) return;
    await vscode.commands.executeCommand('editor.action.revealDefinition');
  },
};
