/** Shows a list of places; the target of lenses and hints. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS, type Location, type Position } from '../../../protocol/index.ts';
import { toLocation, toPosition } from '../place.ts';
import type { Command } from './command.ts';

export const showLocations: Command = {
  id: CLIENT_COMMANDS.showLocations,
  async run(_session, args) {
    const [uri, position, locations] = args as readonly [string, Position, readonly Location[]];
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      vscode.Uri.parse(uri),
      toPosition(position),
      locations.map(toLocation),
    );
  },
};
