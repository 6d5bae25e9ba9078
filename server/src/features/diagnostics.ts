/**
 * Findings as diagnostics: pulled (with `resultId` and `unchanged`, for documents and for the workspace in partial
 * results), or pushed, after a rest, to clients that cannot pull. Annotations are no problems: only rules report here.
 */
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { Superseded, type Article } from '../annotationCache.ts';
import { toDiagnostic } from '../convert.ts';
import { guarded } from '../handler.ts';
import type { Findings } from '../lint.ts';
import type { Services } from '../services.ts';
import type { Feature } from './feature.ts';

const EMPTY: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function toDiagnostics(services: Services, article: Article, findings: Findings): Diagnostic[] {
  return findings.items.map((finding) =>
    toDiagnostic(
      article.document,
      { ...finding, docs: services.rulePage(finding.rule) },
      article.settings.lint.editorSeverity,
      services.client,
    ),
  );
}

/** Sends the diagnostics of a document to a client that cannot pull them, once the text rests. */
export async function publishDiagnostics(
  services: Services,
  uri: string,
  article: Article | null,
): Promise<void> {
  const { connection, documents, lint, runtime } = services;
  const open = documents.get(uri);
  if (open === undefined) return;
  const { version } = open.document;
  if (article !== null && article.settings.lint.run === 'onType') {
    await new Promise<void>((resolve) => {
      runtime.delay(resolve, article.settings.lint.delay);
    });
  }
  if (documents.get(uri)?.document.version !== version) return;
  const own = await services.ownDiagnostics(uri);
  const findings = article === null ? null : await lint.of(article);
  if (documents.get(uri)?.document.version !== version) return;
  // Findings of an older text (run on save or by hand) stay as the client has moved them.
  if (findings !== null && findings.items.length > 0 && findings.version !== version) return;
  const diagnostics =
    own ?? (article === null || findings === null ? [] : toDiagnostics(services, article, findings));
  await connection.sendDiagnostics({ uri, version, diagnostics });
}

export const diagnostics: Feature = {
  id: 'diagnostics',
  capabilities: (client) =>
    client.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'sourcelight',
            interFileDependencies: false,
            workspaceDiagnostics: true,
          },
        }
      : {},
  register: (connection, services) => {
    connection.languages.diagnostics.on(
      guarded(services, 'textDocument/diagnostic', EMPTY, async (params) => {
        const { uri } = params.textDocument;
        const asked = services.documents.get(uri)?.document.version;
        if (asked === undefined) return EMPTY;
        const again = (): ResponseError<{ retriggerRequest: boolean }> =>
          new ResponseError(LSPErrorCodes.ServerCancelled, 'The document was edited meanwhile.', {
            retriggerRequest: true,
          });
        try {
          const own = await services.ownDiagnostics(uri);
          if (own !== null) return { kind: DocumentDiagnosticReportKind.Full, items: own };
          const article = await services.annotations.get(uri);
          if (article === null) return EMPTY;
          let findings = await services.lint.of(article);
          if (findings.id === params.previousResultId) {
            return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: findings.id };
          }
          // Findings of an older text cannot be placed in this one.
          if (findings.version !== article.version) findings = await services.lint.now(article);
          if (services.documents.get(uri)?.document.version !== asked) throw again();
          void services.status.send(uri, article, findings.items.length);
          return {
            kind: DocumentDiagnosticReportKind.Full,
            resultId: findings.id,
            items: toDiagnostics(services, article, findings),
          };
        } catch (error) {
          if (error instanceof Superseded) throw again();
          throw error;
        }
      }),
    );
    const nothing: WorkspaceDiagnosticReport = { items: [] };
    connection.languages.diagnostics.onWorkspace(async (params, token, _progress, partial) =>
      guarded(services, 'workspace/diagnostic', nothing, async () => {
        const { documents, workspaceLint } = services;
        const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
        let told = workspaceLint.gone().at(-1)?.number ?? 0;
        const news = (): WorkspaceDocumentDiagnosticReport[] => {
          const reports: WorkspaceDocumentDiagnosticReport[] = [];
          const current = new Set<string>();
          for (const { uri, id, diagnostics: items } of workspaceLint.reports()) {
            current.add(uri);
            const version = documents.get(uri)?.document.version ?? null;
            reports.push(
              known.get(uri) === id
                ? { uri, version, kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
                : { uri, version, kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] },
            );
            known.set(uri, id);
          }
          // What the client still shows of files that are closed and no longer reported.
          const gone = workspaceLint.gone().filter(({ number }) => number > told);
          told = gone.at(-1)?.number ?? told;
          for (const uri of new Set([...known.keys(), ...gone.map((closed) => closed.uri)])) {
            if (current.has(uri) || documents.get(uri) !== undefined) continue;
            known.delete(uri);
            reports.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
          }
          return reports;
        };
        if (partial === undefined) return { items: news() };
        // A client that takes partial results is told when something changes, instead of asking every two seconds.
        for (let first = true; !token.isCancellationRequested; first = false) {
          const items = news().filter((report) => first || report.kind === DocumentDiagnosticReportKind.Full);
          for (const item of items) partial.report({ items: [item] });
          await workspaceLint.change(token);
        }
        return nothing;
      })(params, token),
    );
  },
};
