/** *Open Reading View*: the article as a page with notes in the margin. */
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import { readingPanel } from '../views/reading.ts';
import { article, type Command } from './command.ts';

export const openReadingView: Command = {
  id: CLIENT_COMMANDS.readingView,
  run(session) {
    const document = article(session);
    if (document) readingPanel.show(session, document);
  },
};
