/**
 * Data of the source map: share of voice, who accuses and answers whom, and how each stretch of the article is
 * supported. Reads the annotation; draws nothing.
 */
import type { Attribution, Span } from '../../engine/index.ts';
import { countWords, excerpt, paragraphNumber, spanFinder } from '../../engine/query.ts';
import type { GraphEdge, GraphNode, SourceMapResult, StripPiece, VoiceBar } from '../../protocol/index.ts';
import type { Article } from './annotationCache.ts';
import { toRange } from './convert.ts';
import {
  countsOf,
  shownAttributions,
  speakingSpeakers,
  titleOf,
  unattributedQuotes,
  wordsIn,
} from './summary.ts';

const UNKNOWN = 'unknown';

function bars(article: Article, shown: readonly Attribution[]): VoiceBar[] {
  const { annotation } = article.analysis;
  const total = shown.reduce((sum, attribution) => sum + wordsIn(article, attribution.content), 0);
  return speakingSpeakers(article)
    .map((speaker) => {
      const statements = shown.filter((attribution) => attribution.speaker === speaker.id);
      const words = statements.reduce((sum, attribution) => sum + wordsIn(article, attribution.content), 0);
      const quotes = annotation.quotes.filter((quote) => quote.speaker === speaker.id && quote.level === 1);
      const directWords = Math.min(words, wordsIn(article, quotes));
      const at = speaker.introduction ?? speaker.mentions[0] ?? null;
      return {
        speaker: speaker.id,
        name: speaker.name,
        type: speaker.type,
        directWords,
        indirectWords: words - directWords,
        statements: statements.length,
        share: total === 0 ? 0 : words / total,
        range: at === null ? null : toRange(article.document, at),
      };
    })
    .sort((a, b) => b.directWords + b.indirectWords - (a.directWords + a.indirectWords));
}

function edgesOf(article: Article, shown: readonly Attribution[]): GraphEdge[] {
  const { analysis, document, lookup, text } = article;
  const edges: GraphEdge[] = [];
  const add = (kind: GraphEdge['kind'], from: string | null, to: string | null, span: Span): void => {
    edges.push({
      kind,
      from: from ?? UNKNOWN,
      to: to ?? UNKNOWN,
      text: excerpt(text, span, 120),
      range: toRange(document, span),
      paragraph: paragraphNumber(analysis.paragraphs, span.start),
    });
  };
  for (const allegation of analysis.annotation.allegations) {
    if (allegation.accuser !== null || allegation.accused !== null) {
      add('accuses', allegation.accuser, allegation.accused, allegation);
    }
    for (const response of allegation.responses) {
      const from = lookup.attributions.get(response.attribution ?? '')?.speaker ?? allegation.accused;
      const kind =
        response.kind === 'denial'
          ? 'denies'
          : response.kind === 'no-comment' || response.kind === 'unreachable'
            ? 'no-comment'
            : 'comments';
      add(kind, from, allegation.accuser, response);
    }
  }
  for (const attribution of shown) {
    const span = attribution.content[0] ?? attribution.cue[0];
    if (span === undefined || attribution.speaker === null) continue;
    if (attribution.to !== null) add('tells', attribution.speaker, attribution.to, span);
    if (attribution.via !== null) add('through', attribution.speaker, attribution.via, span);
    if (attribution.onBehalfOf !== undefined)
      add('speaks-for', attribution.speaker, attribution.onBehalfOf, span);
  }
  return edges;
}

function nodesOf(article: Article, edges: readonly GraphEdge[]): GraphNode[] {
  const { document, lookup } = article;
  const ids = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [...ids].map((id) => {
    const speaker = lookup.speakers.get(id);
    const agency = lookup.agencies.get(id);
    const at = speaker?.introduction ?? speaker?.mentions[0] ?? agency?.mentions[0] ?? null;
    return {
      id,
      name: speaker?.name ?? agency?.name ?? 'not named',
      type: speaker?.type ?? (agency ? 'agency' : 'unknown'),
      range: at === null ? null : toRange(document, at),
    };
  });
}

/** How a stretch of words is supported; the weaker support is named first. */
function support(article: Article, attribution: Attribution, quoted: boolean): StripPiece['kind'] {
  const speaker = article.lookup.speakers.get(attribution.speaker ?? '');
  if (attribution.stance === 'deny') return 'denied';
  if (
    attribution.verification === 'unverified-allegation' ||
    article.lookup.allegationsOf.has(attribution.id)
  ) {
    return 'alleged';
  }
  if (speaker?.type === 'anonymous') return 'anonymous';
  return quoted ? 'quoted' : 'attributed';
}

/** The body of the article as pieces without gaps: what is said by whom, and what stands on its own. */
function strip(article: Article, shown: readonly Attribution[]): StripPiece[] {
  const { analysis, document, text } = article;
  const quoteAt = spanFinder(analysis.annotation.quotes);
  const marked: (Span & { kind: StripPiece['kind']; speaker: string | null })[] = [];
  for (const attribution of shown) {
    for (const span of attribution.content) {
      const quoted = quoteAt(span) !== undefined;
      marked.push({
        start: span.start,
        end: span.end,
        kind: support(article, attribution, quoted && attribution.form !== 'indirect'),
        speaker: attribution.speaker,
      });
    }
  }
  for (const quote of unattributedQuotes(article)) {
    marked.push({ start: quote.start, end: quote.end, kind: 'unattributed', speaker: null });
  }
  marked.sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: StripPiece[] = [];
  let next = 0;
  for (const { offset, paragraph } of analysis.paragraphs) {
    if (paragraph.zone !== 'body' && paragraph.zone !== 'headline') continue;
    const end = offset + paragraph.text.length;
    const number = paragraphNumber(analysis.paragraphs, offset);
    let at = offset;
    const push = (span: Span, kind: StripPiece['kind'], speaker: string | null): void => {
      const words = countWords(text, span);
      if (words > 0) pieces.push({ kind, paragraph: number, words, range: toRange(document, span), speaker });
    };
    while (next < marked.length) {
      const mark = marked[next];
      if (mark === undefined || mark.start >= end) break;
      next++;
      const start = Math.max(at, mark.start);
      const stop = Math.min(end, mark.end);
      if (stop <= start) continue;
      push({ start: at, end: start }, 'bare', null);
      push({ start, end: stop }, mark.kind, mark.speaker);
      at = stop;
    }
    push({ start: at, end }, 'bare', null);
  }
  return pieces;
}

export function sourceMapOf(article: Article, findings: number | null): SourceMapResult {
  const shown = shownAttributions(article);
  const edges = edgesOf(article, shown);
  return {
    uri: article.uri,
    version: article.version,
    title: titleOf(article),
    counts: countsOf(article, findings),
    bars: bars(article, shown),
    nodes: nodesOf(article, edges),
    edges,
    strip: strip(article, shown),
  };
}
