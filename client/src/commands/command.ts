/** What a command is: an id that the manifest contributes, and what it does. One command a file. */
import * as vscode from 'vscode';
import { mayBeArticle, type Session } from '../session.ts';

export interface Command {
  readonly id: string;
  run(session: Session, args: readonly unknown[]): unknown;
}

/** The article the command is about, or null after the user was told that there is none. */
export function article(session: Session): vscode.TextDocument | null {
  const { document } = session;
  if (document && mayBeArticle(document)) return document;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a news article first: plain text, Markdown or a .news file.'),
  );
  return null;
}

/** An editor that shows the article, for commands that start from the cursor. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document === document) return active;
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

export const identifier = (
  document: vscode.TextDocument,
): { readonly textDocument: { readonly uri: string } } => ({
  textDocument: { uri: document.uri.toString() },
});
