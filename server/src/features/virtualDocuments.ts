/**
 * Read-only documents of the server (`workspace/textDocumentContent`): the report on an article at
 * `sourcelight:/report/NAME.md?URI`, a rule's page at `sourcelight:/rules/RULE.md`.
 */
import type { TextDocumentContentResult } from 'vscode-languageserver';
import { VIRTUAL_SCHEME } from '../../../protocol/index.ts';
import { guarded } from '../handler.ts';
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

async function contentOf(services: Services, uri: string): Promise<string | null> {
  const rule = /^sourcelight:\/*rules\/([a-z-]+)\.md$/.exec(uri);
  if (rule !== null) return explainRule(rule[1] ?? '')?.markdown ?? null;
  const report = /^sourcelight:\/*report\/[^?]*\?(.+)$/.exec(uri);
  if (report === null) return null;
  const article = await services.annotations.get(decoded(report[1] ?? ''));
  if (article === null) return 'This document is not open, or it is not annotated.\n';
  return reportOf(article, (await services.lint.of(article)).items);
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
        async ({ uri }: { uri: string }) => {
          const text = await contentOf(services, uri);
          return text === null ? null : { text };
        },
      ),
    );
  },
};
