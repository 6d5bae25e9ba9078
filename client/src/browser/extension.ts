/** Entry point in the browser (vscode.dev and the like): the server is a web worker. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateShared, type Api } from '../extension.ts';

/** Reads the parts of the server: the weights of the model come before the script that uses them. */
async function serverScript(extension: vscode.Uri): Promise<string> {
  const parts = [
    ['dist', 'weights.js'],
    ['dist', 'browser', 'server.js'],
  ].map((path) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, ...path)));
  const bytes = (await Promise.all(parts)).map((part) => new Uint8Array(part));
  return URL.createObjectURL(new Blob(bytes, { type: 'text/javascript' }));
}

export function activate(context: vscode.ExtensionContext): Api {
  let script: Promise<string> | undefined;
  let worker: Worker | undefined;
  return activateShared(
    context,
    (options) =>
      new LanguageClient(
        'sourcelight',
        'Sourcelight',
        async () => {
          // After a pause or a restart the old worker has said goodbye but still holds its memory.
          worker?.terminate();
          worker = new Worker(await (script ??= serverScript(context.extensionUri)));
          // The host's own Worker class is not the one the library would recognise, hence reader and writer.
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      ),
  );
}
