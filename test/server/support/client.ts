/**
 * A language client for tests: talks to the real server over a real connection, either inside the test process (two
 * streams) or to the spawned bundle over standard input and output. Answers what servers ask of clients.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type PublishDiagnosticsParams,
  type ProtocolConnection,
  type Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { METHODS, type InitializationOptions, type StatusParams } from '../../../protocol/index.ts';
import { createServer } from '../../../server/src/server.ts';
import { nodeRuntime } from '../../../server/src/node/runtime.ts';
import type { FileReader } from '../../../server/src/runtime.ts';

/** What VS Code says it can do, as far as a language server cares. */
export const RICH: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    symbol: { resolveSupport: { properties: ['location.range'] } },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    semanticTokens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
    textDocumentContent: { dynamicRegistration: true },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown'] } },
    definition: { linkSupport: true },
    declaration: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
      multilineTokenSupport: false,
      overlappingTokenSupport: false,
    },
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
    documentLink: { tooltipSupport: true },
    rename: { prepareSupport: true },
  },
};

/** A client that says nothing about itself. */
export const POOR: ClientCapabilities = {};

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly settings?: Record<string, unknown>;
  readonly initializationOptions?: InitializationOptions | Record<string, unknown>;
  /** Files of the workspace `file:///w/`, by path. */
  readonly files?: Record<string, string>;
  /** Command line of a spawned server instead of one in this process. */
  readonly spawn?: readonly string[];
}

export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly published: PublishDiagnosticsParams[];
  readonly statuses: StatusParams[];
  readonly refreshes: string[];
  readonly registrations: string[];
  readonly logs: string[];
  readonly progress: { token: unknown; value: unknown }[];
  readonly applied: unknown[];
  readonly process: ChildProcess | null;
  settings: Record<string, unknown>;
  readonly files: Record<string, string>;
  request<R = unknown>(method: string, params?: unknown): Promise<R>;
  open(name: string, text: string, languageId?: string): Promise<Opened>;
  stop(): Promise<void>;
}

export interface Opened {
  readonly uri: string;
  /** The document as the client sees it. */
  document: TextDocument;
  edit(range: Range, newText: string): Promise<void>;
  replace(text: string): Promise<void>;
  save(): Promise<void>;
  close(): Promise<void>;
  /** Range of the nth occurrence of some words. */
  range(words: string, nth?: number): Range;
  /** A position inside the nth occurrence. */
  at(words: string, nth?: number): { line: number; character: number };
  text(range: Range): string;
  /** A request about this document. */
  ask<R = unknown>(method: string, extra?: object): Promise<R>;
  diagnostics(): Promise<Diagnostic[]>;
}

/** A workspace from a literal tree. */
function memoryFiles(files: Record<string, string>): FileReader {
  const path = (uri: string): string => decodeURIComponent(uri).replace('file:///w/', '');
  return {
    readFile: (uri) => Promise.resolve(files[path(uri)] ?? null),
    listFiles: (folder, matches, limit) =>
      Promise.resolve(
        Object.keys(files)
          .filter((name) => `file:///w/${name}`.startsWith(folder) && matches(name))
          .slice(0, limit)
          .map((name) => `file:///w/${name.split('/').map(encodeURIComponent).join('/')}`),
      ),
  };
}

function connect(options: Options, files: Record<string, string>): [ProtocolConnection, ChildProcess | null] {
  const [command, ...args] = options.spawn ?? [];
  if (command !== undefined) {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    return [
      createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
      child,
    ];
  }
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  createServer(server, { ...nodeRuntime, files: memoryFiles(files) });
  server.listen();
  return [
    createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
    null,
  ];
}

/** Waits until something holds; fails with its description after a while. */
export async function until(what: string, holds: () => boolean, milliseconds = 10_000): Promise<void> {
  for (const end = performance.now() + milliseconds; !holds();) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function startClient(options: Options = {}): Promise<Client> {
  const files = { ...options.files };
  const [connection, child] = connect(options, files);
  const published: PublishDiagnosticsParams[] = [];
  const statuses: StatusParams[] = [];
  const refreshes: string[] = [];
  const registrations: string[] = [];
  const logs: string[] = [];
  const progress: { token: unknown; value: unknown }[] = [];
  const applied: unknown[] = [];
  let settings = options.settings ?? {};

  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  connection.onNotification(METHODS.status, (params: StatusParams) => {
    statuses.push(params);
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logs.push(message);
  });
  connection.onNotification('$/progress', (params: { token: unknown; value: unknown }) => {
    progress.push(params);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => settings),
  );
  connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
    registrations.push(...params.registrations.map(({ method }) => method));
    return null;
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: unknown }) => {
    applied.push(edit);
    return { applied: true };
  });
  for (const method of [
    'workspace/semanticTokens/refresh',
    'workspace/diagnostic/refresh',
    'workspace/inlayHint/refresh',
    'workspace/codeLens/refresh',
    'workspace/foldingRange/refresh',
  ]) {
    connection.onRequest(method, () => {
      refreshes.push(method);
      return null;
    });
  }
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    capabilities: options.capabilities ?? RICH,
    clientInfo: { name: 'test' },
    workspaceFolders: options.files ? [{ uri: 'file:///w', name: 'w' }] : null,
    initializationOptions: options.initializationOptions ?? { status: true },
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    initialized,
    published,
    statuses,
    refreshes,
    registrations,
    logs,
    progress,
    applied,
    files,
    process: child,
    get settings() {
      return settings;
    },
    set settings(value) {
      settings = value;
    },
    request: (method, params) => connection.sendRequest(method, params),
    open: async (name, text, languageId = 'news') => {
      const uri = name.includes(':') ? name : `file:///w/${name}`;
      let version = 1;
      let document = TextDocument.create(uri, languageId, version, text);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text },
      });
      const change = async (changes: { range?: Range; text: string }[]): Promise<void> => {
        version++;
        document = TextDocument.update(document, changes, version);
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: changes,
        });
      };
      const offset = (words: string, nth: number): number => {
        let at = -1;
        for (let i = 0; i <= nth; i++) {
          at = document.getText().indexOf(words, at + 1);
          if (at < 0) throw new Error(`“${words}” is not in the text ${nth + 1} times`);
        }
        return at;
      };
      return {
        uri,
        get document() {
          return document;
        },
        edit: (range, newText) => change([{ range, text: newText }]),
        replace: (newText) => change([{ text: newText }]),
        save: () => connection.sendNotification('textDocument/didSave', { textDocument: { uri } }),
        close: () => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
        range: (words, nth = 0) => ({
          start: document.positionAt(offset(words, nth)),
          end: document.positionAt(offset(words, nth) + words.length),
        }),
        at: (words, nth = 0) => document.positionAt(offset(words, nth) + Math.floor(words.length / 2)),
        text: (range) => document.getText(range),
        ask: (method, extra = {}) => connection.sendRequest(method, { textDocument: { uri }, ...extra }),
        diagnostics: async () => {
          const report: { items?: Diagnostic[] } = await connection.sendRequest('textDocument/diagnostic', {
            textDocument: { uri },
          });
          return report.items ?? [];
        },
      };
    },
    stop: async () => {
      await connection.sendRequest('shutdown');
      if (child) {
        await connection.sendNotification('exit');
        await new Promise((resolve) => child.once('exit', resolve));
      }
      connection.dispose();
    },
  };
}
