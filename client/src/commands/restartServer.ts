/** *Restart Language Server*. */
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import type { Command } from './command.ts';

export const restartServer: Command = {
  id: CLIENT_COMMANDS.restartServer,
  async run(session) {
    await session.restart();
  },
};
