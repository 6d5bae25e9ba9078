/** Entry point on the desktop and on remote machines: the server is a process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateShared, type Api } from '../extension.ts';
import { registerLintTasks } from './lintTasks.ts';

export function activate(context: vscode.ExtensionContext): Api {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'node', 'server.js').fsPath;
  context.subscriptions.push(registerLintTasks(context.extensionUri));
  return activateShared(
    context,
    (options) =>
      new LanguageClient(
        'sourcelight',
        'Sourcelight',
        {
          // What an article leaves behind is small and short-lived: a small nursery saves more memory than it costs time.
          run: { module, transport: TransportKind.ipc, options: { execArgv: ['--max-semi-space-size=4'] } },
          debug: {
            module,
            transport: TransportKind.ipc,
            options: { execArgv: ['--nolazy', '--inspect=6019'] },
          },
        },
        options,
      ),
  );
}
