/**
 * *Compare Sourcing with …*: what changed in sourcing since the saved version, the last commit or another file, as a
 * page made by the server. Which older draft is meant is all that is decided here.
 */
import * as vscode from 'vscode';
import { CLIENT_COMMANDS, FILES, VIRTUAL_SCHEME } from '../../../protocol/index.ts';
import type { Session } from '../session.ts';
import { showMarkdown } from '../views/markdown.ts';
import { article, type Command } from './command.ts';

/** The part of the built-in git extension's interface (version 1) that is used here. */
interface GitApi {
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  getRepository(uri: vscode.Uri): unknown;
}
interface GitExtension {
  getAPI(version: 1): GitApi;
}

async function show(document: vscode.TextDocument, base: vscode.Uri): Promise<void> {
  const name = (document.uri.path.split('/').pop() ?? 'article').replace(/\.[^.]*$/, '');
  await showMarkdown(
    vscode.Uri.from({
      scheme: VIRTUAL_SCHEME,
      path: `/compare/${name}.md`,
      query: `${document.uri.toString()} ${base.toString()}`,
    }),
  );
}

function command(
  id: string,
  baseOf: (document: vscode.TextDocument, args: readonly unknown[]) => Promise<vscode.Uri | null>,
): Command {
  return {
    id,
    async run(session: Session, args: readonly unknown[]): Promise<void> {
      const document = article(session);
      const base = document && (await baseOf(document, args));
      if (document && base) await show(document, base);
    },
  };
}

export const compareWithSaved: Command = command(CLIENT_COMMANDS.compareSaved, (document) => {
  if (!document.isUntitled && document.isDirty) return Promise.resolve(document.uri);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Nothing was edited since this document was saved.'),
  );
  return Promise.resolve(null);
});

export const compareWithHead: Command = command(CLIENT_COMMANDS.compareHead, async (document) => {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  try {
    const git = (await extension?.activate())?.getAPI(1);
    if (git && git.getRepository(document.uri) !== null) return git.toGitUri(document.uri, 'HEAD');
  } catch {
    // Switched off, or git is not installed: for the user the same.
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('This document is in no git repository.'));
  return null;
});

export const compareWithFile: Command = command(CLIENT_COMMANDS.compareFile, async (document, [given]) => {
  if (typeof given === 'string') return vscode.Uri.parse(given);
  const files = (await vscode.workspace.findFiles(FILES.articles, undefined, 2000)).filter(
    (uri) => uri.toString() !== document.uri.toString(),
  );
  const browse: vscode.QuickPickItem = { label: vscode.l10n.t('Another File…'), alwaysShow: true };
  const choice = await vscode.window.showQuickPick(
    [browse, ...files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))],
    { placeHolder: vscode.l10n.t('The older draft') },
  );
  if (choice && 'uri' in choice) return choice.uri;
  if (choice !== browse) return null;
  const [picked] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('The older draft') })) ?? [];
  return picked ?? null;
});
