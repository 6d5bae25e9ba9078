/** *Open Source Map*: the article's sources as a picture. */
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import { sourceMapPanel } from '../views/sourceMap.ts';
import { article, type Command } from './command.ts';

export const openSourceMap: Command = {
  id: CLIENT_COMMANDS.sourceMap,
  run(session) {
    const document = article(session);
    if (document) sourceMapPanel.show(session, document);
  },
};
