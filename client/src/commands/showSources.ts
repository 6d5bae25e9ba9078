/** *Show Sources*: the tree of speakers. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import type { Command } from './command.ts';

export const showSources: Command = {
  id: CLIENT_COMMANDS.showSources,
  async run() {
    await vscode.commands.executeCommand('sourcelight.sources.focus');
  },
};
