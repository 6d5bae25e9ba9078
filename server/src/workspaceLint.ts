/**
 * Lints every draft of the workspace when the user asks for it, and keeps the diagnostics for clients that pull them
 * (others are sent them). Only open files are linted otherwise.
 */
import type {
  CancellationToken,
  Connection,
  Diagnostic,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readsAsNews } from '../../engine/index.ts';
import type { LintFinding } from '../../engine/rules/lint.ts';
import type { Say } from '../../engine/say.ts';
import { readSuppressions } from '../../engine/suppress.ts';
import { FILES, NEWS_LANGUAGE, type LintSummary, type Settings } from '../../protocol/index.ts';
import { annotateInTurns } from './annotationCache.ts';
import { checkArticle } from './check.ts';
import type { Client } from './client.ts';
import { shownSeverity, toDiagnostic } from './convert.ts';
import type { Documents } from './documents.ts';
import type { FileAccess } from './fileAccess.ts';
import type { Projects } from './projects.ts';
import type { Runtime } from './runtime.ts';
import type { SettingsStore } from './settings.ts';

export interface FileReport {
  readonly uri: string;
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface WorkspaceLint {
  run(token: CancellationToken, progress: WorkDoneProgressReporter | null): Promise<LintSummary>;
  reports(): readonly FileReport[];
  /** Resolves when the reports change or the token is cancelled. */
  change(token: CancellationToken): Promise<void>;
  /** A document was closed: what a client still shows of it is taken back, unless the workspace was linted. */
  closed(uri: string): void;
  /** The last documents that were closed, numbered in the order they were. */
  gone(): readonly { readonly uri: string; readonly number: number }[];
  /** Files were edited or deleted outside: what was said about them no longer holds. */
  drop(uris: readonly string[]): void;
}

export interface WorkspaceLintHost {
  readonly connection: Connection;
  readonly client: Client;
  readonly runtime: Runtime;
  readonly documents: Documents;
  readonly files: FileAccess;
  readonly settings: SettingsStore;
  readonly projects: Projects;
  readonly say: Say;
  folders(): readonly string[];
  rulePage(rule: string): string;
}

/** Closed documents that are kept in mind for clients that ask again. */
const MAX_GONE = 50;

const ARTICLE = /\.(?:news|article|md|markdown|txt)$/i;
const SKIPPED = /(?:^|\/)(?:node_modules|\.[^/]+)\//;

/** Counts of findings by file, and by the severity that Problems shows for them. */
export function summarize(
  files: readonly {
    readonly uri: string;
    readonly items: readonly LintFinding[];
    readonly settings: Settings;
  }[],
  skipped: LintSummary['skipped'],
  cancelled: boolean,
): LintSummary {
  const findings = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { items, settings } of files) {
    for (const item of items) findings[shownSeverity(item.severity, settings.lint.editorSeverity)]++;
  }
  return {
    files: files.length,
    skipped,
    findings,
    byFile: files
      .filter(({ items }) => items.length > 0)
      .map(({ uri, items }) => ({ uri, findings: items.length }))
      .sort((a, b) => b.findings - a.findings),
    cancelled,
  };
}

export function createWorkspaceLint(host: WorkspaceLintHost): WorkspaceLint {
  const { connection, client, runtime, documents, files, settings, projects } = host;
  const reports = new Map<string, FileReport>();
  let waiting: (() => void)[] = [];
  let gone: ReturnType<WorkspaceLint['gone']> = [];
  let closings = 0;
  let generation = 0;

  const announce = (): void => {
    const wake = waiting;
    waiting = [];
    for (const resolve of wake) resolve();
  };

  const lintFile = async (
    uri: string,
    run: number,
  ): Promise<readonly LintFinding[] | LintSummary['skipped'][number]['reason']> => {
    const text = await files.read(uri);
    if (text === null) return 'unreadable';
    const current = await settings.get(uri);
    if (text.length > current.maxCharacters) return 'too-long';
    const isNews = /\.(?:news|article)$/i.test(uri);
    if (!isNews && current.plainText !== 'always' && !readsAsNews(text).isNews) return 'not-news';
    const project = await projects.of(uri, current);
    if (project.ignored) return 'ignored';
    const story = readSuppressions(text, { marker: project.suppressions.plainTextMarker }).text;
    const analysis = await annotateInTurns(story, { ...project.options, plainText: 'always' }, runtime);
    const document = TextDocument.create(uri, NEWS_LANGUAGE, 0, text);
    const items = checkArticle({ text, analysis }, project, host.say);
    const diagnostics = items.map((finding) =>
      toDiagnostic(
        document,
        { ...finding, docs: host.rulePage(finding.rule) },
        current.lint.editorSeverity,
        client,
      ),
    );
    reports.set(uri, { uri, id: `w${run}`, diagnostics });
    if (!client.pullDiagnostics && documents.get(uri) === undefined) {
      await connection.sendDiagnostics({ uri, diagnostics });
    }
    return items;
  };

  const run: WorkspaceLint['run'] = async (token, progress) => {
    const mine = ++generation;
    const uris: string[] = [];
    for (const folder of host.folders()) {
      const current = await settings.get(folder);
      for (const uri of await files.list(folder, ARTICLE, FILES.articles, current.index.maxFiles)) {
        if (ARTICLE.test(uri) && !SKIPPED.test(uri.slice(folder.length))) uris.push(uri);
      }
    }
    // Loose files and drafts that were never saved belong to it too.
    for (const { uri, languageId } of documents.all()) {
      if (!uris.includes(uri) && languageId === NEWS_LANGUAGE) uris.push(uri);
    }
    progress?.begin(host.say('Linting drafts'), 0, host.say('{0} of {1}', [0, uris.length]), true);
    const linted: { uri: string; items: readonly LintFinding[]; settings: Settings }[] = [];
    const skipped: LintSummary['skipped'][number][] = [];
    let done = 0;
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const result = await lintFile(uri, mine);
      if (typeof result === 'string') {
        skipped.push({ uri, reason: result });
        reports.delete(uri);
      } else linted.push({ uri, items: result, settings: await settings.get(uri) });
      done++;
      progress?.report(Math.round((100 * done) / uris.length), host.say('{0} of {1}', [done, uris.length]));
      announce();
      await runtime.yieldNow();
    }
    progress?.done();
    return summarize(linted, skipped, token.isCancellationRequested);
  };

  return {
    run,
    reports: () => [...reports.values()],
    change: (token) =>
      new Promise((resolve) => {
        const subscription = token.onCancellationRequested(() => {
          resolve();
        });
        waiting.push(() => {
          subscription.dispose();
          resolve();
        });
      }),
    closed: (uri) => {
      if (documents.get(uri) !== undefined || reports.has(uri)) return;
      gone = [...gone.slice(1 - MAX_GONE), { uri, number: ++closings }];
      announce();
    },
    gone: () => gone,
    drop: (uris) => {
      let changed = false;
      for (const uri of uris) {
        changed = reports.delete(uri) || changed;
        if (!client.pullDiagnostics && documents.get(uri) === undefined) {
          void connection.sendDiagnostics({ uri, diagnostics: [] });
        }
      }
      if (changed) announce();
    },
  };
}
