/** *Show Sourcing Report*: a read-only document made by the server, shown as a page. */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS, VIRTUAL_SCHEME } from '../../../protocol/index.ts';
import { showMarkdown } from '../views/markdown.ts';
import { article, type Command } from './command.ts';

export const openReport: Command = {
  id: CLIENT_COMMANDS.openReport,
  async run(session) {
    const document = article(session);
    if (!document) return;
    const name = (document.uri.path.split('/').pop() ?? 'article').replace(/\.[^.]*$/, '');
    await showMarkdown(
      vscode.Uri.from({
        scheme: VIRTUAL_SCHEME,
        path: `/report/${name}.md`,
        query: document.uri.toString(),
      }),
    );
  },
};
