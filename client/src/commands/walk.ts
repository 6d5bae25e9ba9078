/** *Go to Next Quotation* and its neighbours: the server knows the places, the client moves the cursor. */
import { CLIENT_COMMANDS, METHODS, type NextParams, type Range } from '../../../protocol/index.ts';
import { select, toRange } from '../place.ts';
import { article, editorOf, identifier, type Command } from './command.ts';

function walk(id: string, kind: NextParams['kind'], direction: NextParams['direction']): Command {
  return {
    id,
    async run(session) {
      const document = article(session);
      const editor = document && editorOf(document);
      if (!document || !editor) return;
      const { start, end } = editor.selection;
      const position = direction === 'next' ? end : start;
      const params: NextParams = {
        ...identifier(document),
        position: { line: position.line, character: position.character },
        kind,
        direction,
      };
      const range = await session.ask<Range>(METHODS.next, params);
      if (range) select(editor, toRange(range));
    },
  };
}

export const nextQuote: Command = walk(CLIENT_COMMANDS.nextQuote, 'quote', 'next');
export const previousQuote: Command = walk(CLIENT_COMMANDS.previousQuote, 'quote', 'previous');
export const nextSource: Command = walk(CLIENT_COMMANDS.nextSource, 'source', 'next');
