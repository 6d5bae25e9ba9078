/**
 * Read-only documents of the server (`workspace/textDocumentContent`): the report on an article at
 * `sourcelight:/report/NAME.md?URI`, a rule's page at `sourcelight:/rules/RULE.md`, a comparison of drafts at
 * `sourcelight:/compare/NAME.md?URI BASE`, a quotation against notes at `sourcelight:/check/NAME.md?URI LINE:CHARACTER
 * NOTES…`. Parts of a query are separated by spaces, which stand in no uri.
 */
import type { CancellationToken, TextDocumentContentResult } from 'vscode-languageserver';
import { VIRTUAL_SCHEME } from '../../../protocol/index.ts';
import { compareReport, compareWith } from '../compare.ts';
import { toOffset } from '../convert.ts';
import { guarded } from '../handler.ts';
import { checkQuoteAt, quoteCheckReport } from '../quoteCheck.ts';
import { nameOf } from '../fileAccess.ts';
import { reportOf } from '../report.ts';
import { explainRule } from '../rulePages.ts';
import type { Services } from '../services.ts';
import type { Feature } from './feature.ts';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function contentOf(services: Services, uri: string, token: CancellationToken): Promise<string | null> {
  const { say } = services;
  const rule = /^sourcelight:\/*rules\/([a-z-]+)\.md$/.exec(uri);
  if (rule !== null) return explainRule(rule[1] ?? '')?.markdown ?? null;
  const [, kind, query] = /^sourcelight:\/*(report|compare|check)\/[^?]*\?(.+)$/.exec(uri) ?? [];
  if (kind === undefined || query === undefined) return null;
  const [of = '', second = '', ...more] = decoded(query).split(' ');
  const article = await services.annotations.get(of);
  if (article === null) return `${say('This document is not open, or it is not annotated.')}\n`;
  if (kind === 'report') return reportOf(article, (await services.lint.of(article)).items, say);
  if (kind === 'compare') {
    const result = await compareWith(services, article, second);
    return result === null
      ? `${say('{0} cannot be read.', [nameOf(second)])}\n`
      : compareReport(services, result);
  }
  const [line = 0, character = 0] = second.split(':').map(Number);
  const offset = toOffset(article.document, { line, character });
  const result = await checkQuoteAt(services, article, offset, more.length > 0 ? more : undefined, token);
  return result === null
    ? `${say('There is no quotation at this place.')}\n`
    : quoteCheckReport(services, article.uri, result);
}

export const virtualDocuments: Feature = {
  id: 'virtualDocuments',
  capabilities: (client) =>
    client.textDocumentContent ? { workspace: { textDocumentContent: { schemes: [VIRTUAL_SCHEME] } } } : {},
  register: (connection, services) => {
    connection.workspace.textDocumentContent.on(
      guarded(
        services,
        'workspace/textDocumentContent',
        null as TextDocumentContentResult | null,
        async ({ uri }: { uri: string }, token) => {
          const text = await contentOf(services, uri, token);
          return text === null ? null : { text };
        },
      ),
    );
  },
};
