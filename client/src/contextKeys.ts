/** Context keys for menus, keys and welcome texts: `sourcelight.state` says how the article at hand stands. */
import * as vscode from 'vscode';
import { mayBeArticle, type Session } from './session.ts';

function state(session: Session): string {
  if (session.running === 'paused') return 'suspended';
  const { document } = session;
  if (!document) return 'none';
  return session.statuses.of(document.uri)?.state ?? (mayBeArticle(document) ? 'busy' : 'foreign');
}

export function registerContextKeys(session: Session): vscode.Disposable {
  let last = '';
  const update = (): void => {
    const now = state(session);
    if (now === last) return;
    last = now;
    void vscode.commands.executeCommand('setContext', 'sourcelight.state', now);
  };
  update();
  return vscode.Disposable.from(
    session.onDidChangeDocument(update),
    session.onDidChangeRunning(update),
    session.statuses.onDidChange(update),
  );
}
