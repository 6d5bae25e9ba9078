/**
 * What the server last said about each open document. Knows nothing of how it is shown.
 */
import * as vscode from 'vscode';
import type { StatusParams } from '../../protocol/index.ts';

export interface Statuses {
  dispose(): void;
  readonly onDidChange: vscode.Event<StatusParams>;
  of(uri: vscode.Uri): StatusParams | undefined;
  set(status: StatusParams): void;
  /** Forgets everything, as when the server has stopped. */
  clear(): void;
}

/** The server may write a uri with other escapes than VS Code does. */
const key = (uri: vscode.Uri): string => uri.toString();

export function createStatuses(): Statuses {
  const changed = new vscode.EventEmitter<StatusParams>();
  const known = new Map<string, StatusParams>();
  const closing = vscode.workspace.onDidCloseTextDocument((document) => known.delete(key(document.uri)));
  return {
    onDidChange: changed.event,
    of: (uri) => known.get(key(uri)),
    set(status): void {
      known.set(key(vscode.Uri.parse(status.uri)), status);
      changed.fire(status);
    },
    clear(): void {
      known.clear();
    },
    dispose(): void {
      closing.dispose();
      changed.dispose();
    },
  };
}
