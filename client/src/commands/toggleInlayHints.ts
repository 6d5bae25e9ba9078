/** *Show or Hide Speaker Names in the Text*: both kinds of inlay hints at once. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS, SETTINGS_SECTION } from '../../../protocol/index.ts';
import type { Command } from './command.ts';

export const toggleInlayHints: Command = {
  id: CLIENT_COMMANDS.toggleInlayHints,
  async run() {
    const settings = vscode.workspace.getConfiguration(SETTINGS_SECTION);
    const shown =
      settings.get<boolean>('inlayHints.references') === true ||
      settings.get<boolean>('inlayHints.quotes') === true;
    for (const key of ['inlayHints.references', 'inlayHints.quotes']) {
      await settings.update(key, !shown, vscode.ConfigurationTarget.Global);
    }
  },
};
