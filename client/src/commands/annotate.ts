/** *Annotate This Document*: overrules the decision that a text does not read as news. */
import { CLIENT_COMMANDS, METHODS, type StatusParams } from '../../../protocol/index.ts';
import { article, identifier, type Command } from './command.ts';

export const annotate: Command = {
  id: CLIENT_COMMANDS.annotate,
  async run(session) {
    const document = article(session);
    if (!document) return;
    if (session.running === 'paused') await session.resume();
    const status = await session.ask<StatusParams>(METHODS.annotate, identifier(document));
    if (status) session.statuses.set(status);
  },
};
