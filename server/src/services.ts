/**
 * What the features work with: one record of services, made once per connection by server.ts. Types only.
 */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Say } from '../../engine/say.ts';
import type { AnnotationCache } from './annotationCache.ts';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { FileAccess } from './fileAccess.ts';
import type { LintService } from './lint.ts';
import type { Log } from './log.ts';
import type { Runtime } from './runtime.ts';
import type { SettingsStore } from './settings.ts';
import type { StatusService } from './status.ts';
import type { Projects } from './projects.ts';
import type { WorkspaceIndex } from './workspaceIndex.ts';
import type { WorkspaceLint } from './workspaceLint.ts';

export interface Services {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly client: Client;
  readonly log: Log;
  /** Words for people, in the client's language. */
  readonly say: Say;
  readonly settings: SettingsStore;
  readonly documents: Documents;
  readonly annotations: AnnotationCache;
  readonly projects: Projects;
  readonly lint: LintService;
  readonly workspaceLint: WorkspaceLint;
  readonly files: FileAccess;
  readonly index: WorkspaceIndex;
  readonly status: StatusService;
  /** Uris of the workspace folders. */
  folders(): readonly string[];
  /** Diagnostics of a file of ours (source book, configuration); null for every other file. */
  ownDiagnostics(uri: string): Promise<Diagnostic[] | null>;
  /** Address of a rule's page that this client can open; empty when there is none. */
  rulePage(rule: string): string;
  /** True after `shutdown`: then every request is refused. */
  isShutDown(): boolean;
  /** Asks the client to ask again for everything we show. */
  refresh(): void;
}
