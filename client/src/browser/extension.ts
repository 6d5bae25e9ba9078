/** Entry point in the browser (vscode.dev and the like): the server is a web worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateShared, type Api } from '../extension.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  let worker: Worker | undefined;
  return activateShared(
    context,
    (options) =>
      new LanguageClient(
        'sourcelight',
        'Sourcelight',
        () => {
          // After a pause or a restart the old worker has said goodbye but still holds its memory.
          worker?.terminate();
          worker = new Worker(script);
          return Promise.resolve(worker);
        },
        options,
      ),
  );
}
