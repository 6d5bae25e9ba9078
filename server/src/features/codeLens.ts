/**
 * Code lenses: one line above the headline that sums the article up; on request one above each paragraph in which
 * somebody speaks. Words and command come with `resolve`.
 */
import type { CodeLens, Command } from 'vscode-languageserver';
import type { Span } from '../../../engine/index.ts';
import type { Say } from '../../../engine/say.ts';
import { paragraphIndexAt } from '../../../engine/query.ts';
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import type { Article } from '../annotationCache.ts';
import { toRange } from '../convert.ts';
import { guarded, onDocument } from '../handler.ts';
import type { Services } from '../services.ts';
import { countsOf, plural, shownAttributions } from '../summary.ts';
import type { Feature } from './feature.ts';

interface LensData {
  readonly uri: string;
  /** Index of the paragraph, or -1 for the whole article. */
  readonly paragraph: number;
}

function isLensData(value: unknown): value is LensData {
  return typeof value === 'object' && value !== null && 'uri' in value && 'paragraph' in value;
}

export function summaryTitle(article: Article, findings: number | null, say: Say): string {
  const counts = countsOf(article, findings);
  const parts = [
    plural(say, counts.speakers, '{0} source', '{0} sources'),
    plural(say, counts.quotes, '{0} quotation', '{0} quotations'),
    ...(counts.unattributed > 0 ? [say('{0} without a source', [counts.unattributed])] : []),
    ...(counts.anonymous > 0 ? [say('{0} anonymous', [counts.anonymous])] : []),
    ...(counts.allegations > 0 ? [plural(say, counts.allegations, '{0} allegation', '{0} allegations')] : []),
  ];
  return parts.join(' · ');
}

/** Who speaks in each paragraph, by index. */
function speakersByParagraph(article: Article): ReadonlyMap<number, ReadonlySet<string>> {
  const { lookup, analysis } = article;
  const result = new Map<number, Set<string>>();
  for (const attribution of shownAttributions(article)) {
    const name = lookup.speakers.get(attribution.speaker ?? '')?.name;
    if (name === undefined) continue;
    for (const span of [...attribution.cue, ...attribution.content]) {
      const paragraph = paragraphIndexAt(analysis.paragraphs, span.start);
      const names = result.get(paragraph);
      if (names) names.add(name);
      else result.set(paragraph, new Set([name]));
    }
  }
  return result;
}

function command(services: Services, title: string, uri: string, paragraph: number): Command {
  // A lens without a command is shown as plain words.
  return paragraph < 0 && services.client.commands.has(CLIENT_COMMANDS.showSources)
    ? { title, command: CLIENT_COMMANDS.showSources, arguments: [uri] }
    : { title, command: '' };
}

function titleOf(services: Services, article: Article, paragraph: number): string {
  if (paragraph < 0)
    return summaryTitle(article, services.lint.peek(article.uri)?.items.length ?? null, services.say);
  return [...(speakersByParagraph(article).get(paragraph) ?? [])].join(' · ');
}

export const codeLens: Feature = {
  id: 'codeLens',
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (connection, services) => {
    connection.onCodeLens(
      onDocument(services, 'textDocument/codeLens', null as CodeLens[] | null, (article) => {
        const { document, settings } = article;
        const { paragraphs } = article.analysis;
        const lens = (span: Span, paragraph: number): CodeLens => ({
          range: toRange(document, { start: span.start, end: span.start }),
          data: { uri: article.uri, paragraph } satisfies LensData,
        });
        const lenses: CodeLens[] = [];
        const first = paragraphs[0];
        if (settings.codeLens.summary && first !== undefined) {
          lenses.push(lens({ start: first.offset, end: first.offset }, -1));
        }
        if (settings.codeLens.paragraphs) {
          for (const index of speakersByParagraph(article).keys()) {
            const placed = paragraphs[index];
            if (placed !== undefined) lenses.push(lens({ start: placed.offset, end: placed.offset }, index));
          }
        }
        return lenses;
      }),
    );
    connection.onCodeLensResolve(
      guarded(services, 'codeLens/resolve', null as unknown as CodeLens, async (lens: CodeLens) => {
        const data: unknown = lens.data;
        if (!isLensData(data)) return lens;
        const article = await services.annotations.get(data.uri);
        const title = article === null ? '' : titleOf(services, article, data.paragraph);
        return { ...lens, command: command(services, title, data.uri, data.paragraph) };
      }),
    );
  },
};
