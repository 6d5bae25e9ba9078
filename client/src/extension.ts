/**
 * The extension, the same on the desktop and in the browser: the two entry points differ in how they reach the
 * server. It shows and asks; it analyses nothing.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { CLIENT_COMMANDS, FILES, NEWS_LANGUAGE, type InitializationOptions } from '../../protocol/index.ts';
import { COMMANDS } from './commands/index.ts';
import { registerContextKeys } from './contextKeys.ts';
import { registerFileAccess } from './fileAccess.ts';
import { registerLanguageStatus } from './languageStatus.ts';
import { createSession, type Session } from './session.ts';
import { registerSourcesView } from './views/sources.ts';

/** What the extension gives to other extensions and to its tests. */
export interface Api {
  /** Resolves when the language server has answered. */
  readonly ready: Promise<void>;
  readonly session: Session;
}

export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Schemes of documents that are read; `news` documents are read whatever their scheme. */
function schemes(): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-userdata', ...folders])];
}

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    clientCommands: Object.values(CLIENT_COMMANDS),
    locationLinks: true,
    fileAccess: true,
    status: true,
  };
  return {
    documentSelector: [
      { language: NEWS_LANGUAGE },
      // Plain text also is the language of output channels, commit messages and the like.
      ...schemes().flatMap((scheme) => [
        { scheme, language: 'plaintext' },
        { scheme, language: 'markdown' },
        // Saved web pages, and JSON that is an IPTC ninjs item: the server looks. They never start the extension.
        { scheme, language: 'html' },
        { scheme, language: 'json' },
      ]),
    ],
    initializationOptions,
    outputChannel: log,
    markdown: { isTrusted: { enabledCommands: Object.values(CLIENT_COMMANDS) }, supportHtml: false },
    synchronize: {
      fileEvents: [
        vscode.workspace.createFileSystemWatcher(
          `**/{${FILES.configs.filter((name) => name !== 'package.json').join(',')}}`,
        ),
        vscode.workspace.createFileSystemWatcher(`**/*${FILES.sidecarSuffix}`),
        vscode.workspace.createFileSystemWatcher('**/.sourcelight/*'),
      ],
    },
  };
}

/** Registers everything and starts the server without waiting for it. */
export function activateShared(context: vscode.ExtensionContext, createClient: CreateClient): Api {
  const log = vscode.window.createOutputChannel('Sourcelight', { log: true });
  const client = createClient(clientOptions(log));
  const session = createSession(context, log, client);
  context.subscriptions.push(
    log,
    session,
    registerFileAccess(client),
    registerContextKeys(session),
    registerLanguageStatus(session),
    registerSourcesView(session),
    ...COMMANDS.map((command) =>
      vscode.commands.registerCommand(command.id, (...args: readonly unknown[]) =>
        command.run(session, args),
      ),
    ),
    { dispose: () => void (client.needsStop() && client.stop()) },
  );
  return { ready: session.ready, session };
}
