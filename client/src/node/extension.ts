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
          run: { module, transport: TransportKind.ipc },
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
