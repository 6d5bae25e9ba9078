/** Entry point in the browser (vscode.dev and the like): the server is a web worker. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
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
          // The host's own Worker class is not the one the library would recognise, hence reader and writer.
          return Promise.resolve({
            reader: new BrowserMessageReader(worker),
            writer: new BrowserMessageWriter(worker),
          });
        },
        options,
      ),
  );
}
