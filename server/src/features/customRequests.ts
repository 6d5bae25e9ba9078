/**
 * Our own requests (`sourcelight/…`): data for the Sources view, the source map and the reading view, overrides of the
 * gate, linting on demand, walking, exports. Each is typed and described in protocol/index.ts.
 */
import type { CancellationToken, Position } from 'vscode-languageserver';
import {
  METHODS,
  type CheckQuoteParams,
  type CheckQuoteResult,
  type CompareParams,
  type CompareResult,
  type DocumentParams,
  type ElsewhereResult,
  type ExplainParams,
  type ExplainResult,
  type ExportFormat,
  type ExportParams,
  type ExportResult,
  type IndexSummary,
  type LintSummary,
  type LintWorkspaceParams,
  type NextParams,
  type PositionParams,
  type Range,
  type ReadingResult,
  type SourceMapResult,
  type SourcesResult,
  type StatusParams,
} from '../../../protocol/index.ts';
import { exportDocument, formats, lintNow, lintWorkspace, overrule } from '../actions.ts';
import type { Article } from '../annotationCache.ts';
import { compareWith } from '../compare.ts';
import { toOffset, toRange } from '../convert.ts';
import { elsewhere } from '../elsewhere.ts';
import { guarded, onDocument } from '../handler.ts';
import { checkQuoteAt } from '../quoteCheck.ts';
import { readingOf } from '../reading.ts';
import { explainRule } from '../rulePages.ts';
import type { Services } from '../services.ts';
import { sourceMapOf } from '../sourceMap.ts';
import { isSomebodysWords, shownAttributions, sourcesOf, unattributedQuotes } from '../summary.ts';
import type { Span } from '../../../engine/index.ts';
import type { Feature } from './feature.ts';

const NO_FINDINGS: LintSummary = {
  files: 0,
  skipped: [],
  findings: { error: 0, warning: 0, info: 0, hint: 0 },
  byFile: [],
  cancelled: false,
};

/** The stations of a walk, in text order. */
function stations(services: Services, article: Article, kind: NextParams['kind']): readonly Span[] {
  const { annotation } = article.analysis;
  const spans: Readonly<Record<NextParams['kind'], () => readonly Span[]>> = {
    quote: () => annotation.quotes.filter((quote) => quote.level === 1 && isSomebodysWords(quote)),
    source: () => shownAttributions(article).flatMap((attribution) => attribution.source),
    allegation: () => annotation.allegations,
    finding: () => services.lint.peek(article.uri)?.items ?? [],
    unattributed: () => unattributedQuotes(article),
  };
  return [...spans[kind]()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The next or previous station from an offset, around the ends. */
export function nextStation(
  spans: readonly Span[],
  offset: number,
  direction: NextParams['direction'],
): Span | null {
  if (direction === 'next') return spans.find(({ start }) => start > offset) ?? spans[0] ?? null;
  return spans.filter(({ start }) => start < offset).at(-1) ?? spans.at(-1) ?? null;
}

export const customRequests: Feature = {
  id: 'customRequests',
  capabilities: () => ({ experimental: { sourcelight: Object.values(METHODS) } }),
  register: (connection, services) => {
    const known = (uri: string): number | null => services.lint.peek(uri)?.items.length ?? null;
    const document = (method: string, compute: (article: Article) => unknown): void => {
      connection.onRequest(
        method,
        onDocument<DocumentParams, unknown>(services, method, null, (article) => compute(article)),
      );
    };
    const plain = (
      method: string,
      fallback: unknown,
      compute: (params: never, token: CancellationToken) => unknown,
    ): void => {
      const handle = guarded(services, method, fallback, compute);
      // A request without parameters is handed over as the token alone.
      connection.onRequest(method, (params: unknown, token?: CancellationToken) =>
        token === undefined
          ? handle(undefined as never, params as CancellationToken)
          : handle(params as never, token),
      );
    };

    document(METHODS.sources, (article): SourcesResult => sourcesOf(article, known(article.uri)));
    document(METHODS.sourceMap, (article): SourceMapResult => sourceMapOf(article, known(article.uri)));
    document(METHODS.reading, (article): ReadingResult => readingOf(article));
    connection.onRequest(
      METHODS.next,
      onDocument<NextParams, Range | null>(services, METHODS.next, null, async (article, params) => {
        if (params.kind === 'finding') await services.lint.of(article);
        const offset = toOffset(article.document, params.position);
        const span = nextStation(stations(services, article, params.kind), offset, params.direction);
        return span === null ? null : toRange(article.document, span);
      }),
    );
    connection.onRequest(
      METHODS.elsewhere,
      onDocument<PositionParams, ElsewhereResult | null>(
        services,
        METHODS.elsewhere,
        null,
        (article, params) =>
          elsewhere(services.index, article, toOffset(article.document, params.position as Position)),
      ),
    );
    connection.onRequest(
      METHODS.compare,
      onDocument<CompareParams, CompareResult | null>(services, METHODS.compare, null, (article, { base }) =>
        compareWith(services, article, base),
      ),
    );
    connection.onRequest(
      METHODS.checkQuote,
      onDocument<CheckQuoteParams, CheckQuoteResult | null>(
        services,
        METHODS.checkQuote,
        null,
        (article, { position, notes }, token) =>
          checkQuoteAt(services, article, toOffset(article.document, position), notes, token),
      ),
    );
    plain(METHODS.annotate, null, ({ textDocument }: DocumentParams): Promise<StatusParams | null> =>
      overrule(services, textDocument.uri, 'annotate'),
    );
    plain(METHODS.stop, null, ({ textDocument }: DocumentParams): Promise<StatusParams | null> =>
      overrule(services, textDocument.uri, 'stop'),
    );
    plain(METHODS.lint, NO_FINDINGS, ({ textDocument }: DocumentParams): Promise<LintSummary> =>
      lintNow(services, textDocument.uri),
    );
    // A cancelled run still tells what it did, so it answers instead of failing.
    connection.onRequest(METHODS.lintWorkspace, async (...given: readonly unknown[]) => {
      const token = given.at(-1) as CancellationToken;
      const params = given.length > 1 ? (given[0] as LintWorkspaceParams | null) : null;
      const progress =
        params?.workDoneToken === undefined
          ? null
          : connection.window.attachWorkDoneProgress(params.workDoneToken);
      try {
        return await lintWorkspace(services, token, progress);
      } catch (error) {
        services.log.error(`${METHODS.lintWorkspace} failed`, error);
        return NO_FINDINGS;
      }
    });
    plain(METHODS.export, null, (params: ExportParams): Promise<ExportResult | null> =>
      exportDocument(services, params),
    );
    plain(METHODS.exportFormats, [], (): readonly ExportFormat[] => formats());
    plain(METHODS.explain, null, ({ rule }: ExplainParams): ExplainResult | null => explainRule(rule));
    plain(METHODS.indexStatus, null, (): IndexSummary => services.index.summary());
  },
};
