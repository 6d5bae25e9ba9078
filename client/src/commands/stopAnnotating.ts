/** *Stop Annotating This Document*. */
import { CLIENT_COMMANDS, METHODS, type StatusParams } from '../../../protocol/index.ts';
import { article, identifier, type Command } from './command.ts';

export const stopAnnotating: Command = {
  id: CLIENT_COMMANDS.stop,
  async run(session) {
    const document = article(session);
    if (!document) return;
    const status = await session.ask<StatusParams>(METHODS.stop, identifier(document));
    if (status) session.statuses.set(status);
  },
};
