/**
 * The language server, free of any platform: makes the services when a client says `initialize`, merges what the
 * features can do, and keeps the life cycle. Host-specific things come in through `Runtime`.
 */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { readSuppressions } from '../../engine/suppress.ts';
import { FILES, SETTINGS_SECTION, VIRTUAL_SCHEME } from '../../protocol/index.ts';
import { createAnnotationCache, Superseded } from './annotationCache.ts';
import { describeClient, initializationOptions } from './client.ts';
import { createDocuments } from './documents.ts';
import { features } from './features/index.ts';
import { publishDiagnostics } from './features/diagnostics.ts';
import { createFileAccess } from './fileAccess.ts';
import { sayIn } from './language.ts';
import { createLintService } from './lint.ts';
import { createLog } from './log.ts';
import { ownDiagnostics } from './ownFiles.ts';
import { createProjects } from './projects.ts';
import type { Runtime } from './runtime.ts';
import type { Services } from './services.ts';
import { createSettings } from './settings.ts';
import { createStatus } from './status.ts';
import { warmUp as warmEngineUp } from './warmUp.ts';
import { createWorkspaceIndex } from './workspaceIndex.ts';
import { createWorkspaceLint } from './workspaceLint.ts';

/** Milliseconds until a client has forgotten a document that it closes. */
const AFTER_CLOSE = 300;

/** Rest after an edit before the document is annotated without being asked. */
const WARM_UP = 30;

function mergeCapabilities(parts: readonly Partial<ServerCapabilities>[]): ServerCapabilities {
  let merged: ServerCapabilities = {};
  for (const part of parts) {
    merged = { ...merged, ...part, workspace: { ...merged.workspace, ...part.workspace } };
  }
  return merged;
}

function initialFolders(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map((folder) => folder.uri);
  // Older clients send one root only.
  const root = (params as { readonly rootUri?: string | null }).rootUri;
  return typeof root === 'string' ? [root] : [];
}

/** Registers everything on the connection; the caller listens. */
export function createServer(connection: Connection, runtime: Runtime): void {
  let state: 'new' | 'running' | 'shut-down' = 'new';

  const start = (params: InitializeParams): InitializeResult => {
    const client = describeClient(params);
    const log = createLog(connection);
    const say = sayIn(params.locale);
    const settings = createSettings(
      connection,
      client,
      initializationOptions(params.initializationOptions).settings,
      log,
    );
    let folders: readonly string[] = initialFolders(params);
    const pendingWarmUps = new Map<string, () => void>();

    const documents = createDocuments(connection, {
      opened: (uri) => {
        schedule(uri, 0);
      },
      changed: (uri) => {
        schedule(uri, WARM_UP);
      },
      saved: (uri) => {
        schedule(uri, 0);
        lint.release(uri);
        void refreshIfOnSave(uri);
      },
      closed: (uri) => {
        pendingWarmUps.get(uri)?.();
        pendingWarmUps.delete(uri);
        annotations.forget(uri);
        lint.forget(uri);
        status.forget(uri);
        settings.forget(uri);
        index.changed(uri);
        if (!client.pullDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
        // A client that pulls asks once more when it closes a document, and forgets it only then.
        else
          runtime.delay(() => {
            workspaceLint.closed(uri);
          }, AFTER_CLOSE);
      },
    });
    const files = createFileAccess(connection, client, documents, runtime.files);
    const projects = createProjects(files, () => folders);
    const annotations = createAnnotationCache(
      documents,
      settings,
      runtime,
      async (uri, current) => {
        const project = await projects.of(uri, current);
        const { plainTextMarker: marker } = project.suppressions;
        return {
          key: project.optionsKey,
          options: project.options,
          story: (text) => readSuppressions(text, { marker }).text,
        };
      },
      () => {
        if (client.refresh.tokens) ask(() => connection.languages.semanticTokens.refresh());
      },
    );
    const lint = createLintService(
      documents,
      projects,
      runtime,
      say,
      () => index,
      (uri) => {
        if (client.refresh.diagnostics) refreshDiagnostics();
        else schedule(uri, 0);
      },
    );
    const status = createStatus(connection, client, documents, settings, say);
    const index = createWorkspaceIndex({
      connection,
      client,
      runtime,
      documents,
      annotations,
      files,
      settings,
      log,
      say,
      folders: () => folders,
      filled: () => {
        if (client.refresh.diagnostics) refreshDiagnostics();
        else for (const { uri } of documents.all()) schedule(uri, 0);
      },
    });
    const rulePage = (rule: string): string =>
      client.textDocumentContent ? `${VIRTUAL_SCHEME}:/rules/${rule}.md` : '';
    const workspaceLint = createWorkspaceLint({
      connection,
      client,
      runtime,
      documents,
      files,
      settings,
      projects,
      say,
      folders: () => folders,
      rulePage,
    });
    const services: Services = {
      connection,
      runtime,
      client,
      log,
      say,
      settings,
      documents,
      annotations,
      projects,
      lint,
      workspaceLint,
      files,
      index,
      status,
      folders: () => folders,
      ownDiagnostics: (uri) => ownDiagnostics({ documents, projects }, uri),
      rulePage,
      isShutDown: () => state === 'shut-down',
      refresh,
    };

    /** A client that refuses to refresh shows the old things a little longer. */
    function ask(request: () => Promise<void>): void {
      request().catch((error: unknown) => {
        log.trace(`The client refused a refresh: ${String(error)}`);
      });
    }

    function refresh(): void {
      if (client.refresh.tokens) ask(() => connection.languages.semanticTokens.refresh());
      if (client.refresh.diagnostics) refreshDiagnostics();
      if (client.refresh.inlayHints) ask(() => connection.languages.inlayHint.refresh());
      if (client.refresh.codeLenses) ask(() => connection.sendRequest('workspace/codeLens/refresh'));
      if (client.refresh.folding) ask(() => connection.languages.foldingRange.refresh());
      for (const { uri } of documents.all()) schedule(uri, 0);
    }

    async function refreshIfOnSave(uri: string): Promise<void> {
      const current = await settings.get(uri);
      if (current.lint.run === 'onSave' && client.refresh.diagnostics) refreshDiagnostics();
    }

    function refreshDiagnostics(): void {
      ask(() => connection.languages.diagnostics.refresh());
    }

    /** Annotates in the background, so that the status and pushed diagnostics follow the text. */
    function schedule(uri: string, delay: number): void {
      pendingWarmUps.get(uri)?.();
      const cancel = runtime.delay(() => {
        pendingWarmUps.delete(uri);
        warmUp(uri).catch((error: unknown) => {
          // An edit superseded it and scheduled its own.
          if (!(error instanceof Superseded)) log.error(`${uri} could not be annotated`, error);
        });
      }, delay);
      pendingWarmUps.set(uri, cancel);
    }

    async function warmUp(uri: string): Promise<void> {
      if (state !== 'running') return;
      await status.send(uri, annotations.peek(uri), lint.peek(uri)?.items.length ?? null);
      const article = await annotations.get(uri);
      if (!client.pullDiagnostics) await publishDiagnostics(services, uri, article);
      await status.send(uri, article, lint.peek(uri)?.items.length ?? null);
    }

    connection.onInitialized(() => {
      state = 'running';
      log.info(`Sourcelight ${runtime.version} serves ${client.name}.`);
      if (client.registersConfiguration) {
        void connection.client.register(DidChangeConfigurationNotification.type, {
          section: SETTINGS_SECTION,
        });
      }
      if (client.registersWatchers) {
        void connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            { globPattern: FILES.articles },
            { globPattern: '**/*.sourcelight.json' },
            { globPattern: '**/.sourcelight.{json,jsonc,yaml,yml}' },
            { globPattern: '**/.sourcelight/**' },
          ],
        });
      }
      if (client.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map((folder) => folder.uri));
          folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)];
          projects.invalidate();
          void index.fill();
          refresh();
        });
      }
      // An editor that starts us for an article has sent it by then; then that is the first one.
      runtime.delay(() => {
        if (documents.all().length === 0) warmEngineUp();
      }, WARM_UP);
      if (files.available && folders.length > 0) void index.fill();
    });
    connection.onDidChangeConfiguration(({ settings: pushed }: { readonly settings: unknown }) => {
      settings.changed(pushed);
      lint.invalidate();
      refresh();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      let configChanged = false;
      for (const { uri, type } of changes) {
        if (/\/\.sourcelight[./][^/]*$|\.sourcelight\.json$/.test(uri)) configChanged = true;
        else if (type === FileChangeType.Deleted) index.deleted(uri);
        else if (documents.get(uri) === undefined) index.changed(uri);
      }
      workspaceLint.drop(changes.map(({ uri }) => uri));
      if (!configChanged) return;
      projects.invalidate();
      lint.invalidate();
      refresh();
    });
    connection.onShutdown(() => {
      state = 'shut-down';
      index.stop();
      for (const cancel of pendingWarmUps.values()) cancel();
      pendingWarmUps.clear();
    });

    for (const feature of features) feature.register(connection, services);
    return {
      capabilities: mergeCapabilities([
        {
          positionEncoding: PositionEncodingKind.UTF16,
          textDocumentSync: {
            openClose: true,
            change: TextDocumentSyncKind.Incremental,
            save: { includeText: false },
          },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        ...features.map((feature) => feature.capabilities(client)),
      ]),
      serverInfo: { name: 'Sourcelight', version: runtime.version },
    };
  };

  connection.onInitialize((params) => {
    if (state !== 'new')
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    state = 'running';
    return start(params);
  });
  // Whatever no feature handles; before `initialize` that is every request.
  connection.onRequest((method: string) => {
    if (state === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Send initialize first.');
    if (state === 'shut-down')
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
    throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
  });
}
