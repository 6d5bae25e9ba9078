/** *Pause or Resume Annotations*: stops the server, so that nothing is read and nothing is shown. */
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import type { Command } from './command.ts';

export const toggleAnnotations: Command = {
  id: CLIENT_COMMANDS.toggleAnnotations,
  async run(session) {
    if (session.running === 'paused') await session.resume();
    else await session.pause();
  },
};
