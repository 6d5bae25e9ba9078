/**
 * What our own requests and the commands for any editor have in common: overrule the gate, lint now, export, report.
 */
import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type {
  ExportFormat,
  ExportParams,
  ExportResult,
  LintSummary,
  StatusParams,
} from '../../protocol/index.ts';
import type { Override } from './documents.ts';
import { exportArticle, exportFormats } from './exports.ts';
import type { Services } from './services.ts';
import { summarize } from './workspaceLint.ts';

/** Overrules the gate for an open document and says what holds then. */
export async function overrule(
  services: Services,
  uri: string,
  override: Override,
): Promise<StatusParams | null> {
  services.documents.override(uri, override);
  services.refresh();
  const article = await services.annotations.get(uri);
  return services.status.of(uri, article, services.lint.peek(uri)?.items.length ?? null);
}

export async function lintNow(services: Services, uri: string): Promise<LintSummary> {
  const article = await services.annotations.get(uri);
  if (article === null) {
    const paused = (await services.status.of(uri, null, null))?.state === 'paused';
    return summarize([], [{ uri, reason: paused ? 'too-long' : 'not-news' }], false);
  }
  const findings = await services.lint.now(article);
  await services.status.send(uri, article, findings.items.length);
  services.refresh();
  return summarize([{ uri, items: findings.items, settings: article.settings }], [], false);
}

export async function lintWorkspace(
  services: Services,
  token: CancellationToken,
  progress: WorkDoneProgressReporter | null,
): Promise<LintSummary> {
  const summary = await services.workspaceLint.run(token, progress);
  services.refresh();
  return summary;
}

export function formats(): readonly ExportFormat[] {
  return exportFormats();
}

export async function exportDocument(services: Services, params: ExportParams): Promise<ExportResult | null> {
  const article = await services.annotations.get(params.textDocument.uri);
  if (article === null) return null;
  return exportArticle(article, (await services.lint.of(article)).items, params.format);
}
