/**
 * What commands and views share: the connection to the server, the statuses of documents, and which article the
 * user is at. It analyses nothing.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { GATED_LANGUAGES, METHODS, NEWS_LANGUAGE, type StatusParams } from '../../protocol/index.ts';
import { createStatuses, type Statuses } from './statuses.ts';

/** Whether annotations are shown at all. */
export type Running = 'starting' | 'running' | 'paused' | 'failed';

export interface Session {
  dispose(): void;
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly statuses: Statuses;
  /** Resolves when the server has answered for the first time; rejects when it cannot be started. */
  readonly ready: Promise<void>;
  readonly running: Running;
  readonly onDidChangeRunning: vscode.Event<Running>;
  /** The article in the active editor, or the last one while a panel, view or picture has the focus. */
  readonly document: vscode.TextDocument | undefined;
  readonly onDidChangeDocument: vscode.Event<vscode.TextDocument | undefined>;
  /** Asks the server; waits for its start; null when it is paused or the request was cancelled. */
  ask<Result>(method: string, params?: unknown, token?: vscode.CancellationToken): Promise<Result | null>;
  /** The client, for what `ask` does not cover: progress. */
  readonly client: BaseLanguageClient;
  pause(): Promise<void>;
  resume(): Promise<void>;
  restart(): Promise<void>;
}

/** Whether a document may be an article; the server decides whether it is one. */
export function mayBeArticle(document: vscode.TextDocument): boolean {
  if (document.uri.scheme === 'output' || document.uri.scheme === 'sourcelight') return false;
  return document.languageId === NEWS_LANGUAGE || GATED_LANGUAGES.includes(document.languageId);
}

export function createSession(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  client: BaseLanguageClient,
): Session {
  const statuses = createStatuses();
  const runningChanged = new vscode.EventEmitter<Running>();
  const documentChanged = new vscode.EventEmitter<vscode.TextDocument | undefined>();
  const disposables: { dispose(): unknown }[] = [statuses, runningChanged, documentChanged];

  let running: Running = 'starting';
  const setRunning = (value: Running): void => {
    if (value === running) return;
    running = value;
    if (value !== 'running') statuses.clear();
    runningChanged.fire(value);
  };

  let document: vscode.TextDocument | undefined;
  const setDocument = (value: vscode.TextDocument | undefined): void => {
    if (value === document) return;
    document = value;
    documentChanged.fire(value);
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    if (editor === undefined) {
      // A panel of ours has the focus, or the last editor was closed: the latter is told by onDidCloseTextDocument.
      if (
        vscode.window.visibleTextEditors.length === 0 &&
        vscode.window.tabGroups.all.every((g) => g.tabs.length === 0)
      ) {
        setDocument(undefined);
      }
      return;
    }
    if (editor.document.uri.scheme !== 'output') setDocument(editor.document);
  };
  disposables.push(
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) setDocument(undefined);
    }),
    // A change of language closes the document and opens it again.
    vscode.workspace.onDidOpenTextDocument((opened) => {
      if (vscode.window.activeTextEditor?.document === opened) setDocument(opened);
    }),
    client.onNotification(METHODS.status, (status: StatusParams) => {
      statuses.set(status);
    }),
  );
  follow(vscode.window.activeTextEditor);

  const start = async (): Promise<void> => {
    setRunning('starting');
    try {
      await client.start();
      setRunning('running');
    } catch (error) {
      setRunning('failed');
      log.error(error instanceof Error ? error : String(error));
      throw error;
    }
  };
  let started = start();
  const ready = started;
  // Whoever waits for `ready` hears of a failure; the language status item shows it to everybody else.
  ready.catch(() => undefined);

  return {
    context,
    log,
    client,
    statuses,
    ready,
    get running() {
      return running;
    },
    onDidChangeRunning: runningChanged.event,
    get document() {
      return document;
    },
    onDidChangeDocument: documentChanged.event,
    async ask<Result>(
      method: string,
      params?: unknown,
      token?: vscode.CancellationToken,
    ): Promise<Result | null> {
      if (running === 'paused') return null;
      await started;
      if (token?.isCancellationRequested) return null;
      try {
        // An absent token must not be passed on: the library would send it as a second parameter.
        return await (token
          ? client.sendRequest<Result | null>(method, params ?? null, token)
          : client.sendRequest<Result | null>(method, params ?? null));
      } catch (error) {
        // -32800 cancelled, -32801 the text has changed since: the next event asks again.
        const code = (error as { readonly code?: unknown }).code;
        if (code === -32800 || code === -32801) return null;
        throw error;
      }
    },
    async pause(): Promise<void> {
      if (running === 'paused') return;
      await started.catch(() => undefined);
      setRunning('paused');
      await client.stop();
    },
    async resume(): Promise<void> {
      started = start();
      await started;
    },
    async restart(): Promise<void> {
      await started.catch(() => undefined);
      if (client.needsStop()) await client.stop();
      started = start();
      await started;
    },
    dispose(): void {
      for (const disposable of disposables) disposable.dispose();
    },
  };
}
