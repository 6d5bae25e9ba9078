/** Shows one place; the target of hovers, trees and pictures. */
import { CLIENT_COMMANDS, type Location } from '../../../protocol/index.ts';
import { reveal, toLocation } from '../place.ts';
import type { Command } from './command.ts';

export const revealPlace: Command = {
  id: CLIENT_COMMANDS.reveal,
  async run(_session, args) {
    const { uri, range } = toLocation(args[0] as Location);
    await reveal(uri, range);
  },
};
