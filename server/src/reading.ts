/**
 * The article as a page: paragraphs as runs of equally marked text, with margin notes of who speaks and how it
 * stands. The client sets the page.
 */
import type { Span } from '../../engine/index.ts';
import { paragraphIndexAt, spanFinder } from '../../engine/query.ts';
import {
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  type ReadingNote,
  type ReadingParagraph,
  type ReadingResult,
  type ReadingRun,
} from '../../protocol/index.ts';
import type { Article } from './annotationCache.ts';
import { toRange } from './convert.ts';
import { paintedSpans, type Painted } from './features/semanticTokens.ts';
import { shownAttributions, titleOf } from './summary.ts';

type SpeakerAt = (span: Span) => string | null;

/** Who is behind a stretch: of its attribution, else of its quotation. */
function speakerFinder({ analysis }: Article): SpeakerAt {
  const { attributions, quotes } = analysis.annotation;
  const inAttribution = spanFinder(
    attributions.flatMap(({ source, cue, content, speaker }) =>
      [...source, ...cue, ...content].map(({ start, end }) => ({ start, end, speaker })),
    ),
  );
  const inQuote = spanFinder(quotes);
  return (span) => inAttribution(span)?.speaker ?? inQuote(span)?.speaker ?? null;
}

function run(article: Article, span: Span, painted: Painted | null, speakerAt: SpeakerAt): ReadingRun {
  return {
    text: article.text.slice(span.start, span.end),
    type: painted === null ? null : (TOKEN_TYPES[painted.type] ?? null),
    modifiers:
      painted === null ? [] : TOKEN_MODIFIERS.filter((_, bit) => (painted.modifiers & (1 << bit)) !== 0),
    speaker: painted === null ? null : speakerAt(span),
  };
}

function notes(article: Article): ReadonlyMap<number, readonly ReadingNote[]> {
  const { analysis, document, lookup } = article;
  const result = new Map<number, ReadingNote[]>();
  for (const attribution of shownAttributions(article)) {
    const span = attribution.content[0] ?? attribution.cue[0];
    if (span === undefined) continue;
    const speaker = lookup.speakers.get(attribution.speaker ?? '');
    const paragraph = paragraphIndexAt(analysis.paragraphs, span.start);
    const note: ReadingNote = {
      speaker: speaker?.id ?? null,
      name: speaker?.name ?? 'nobody named',
      detail: [speaker?.role, speaker?.affiliation].filter(Boolean).join(', ') || null,
      stance: attribution.stance,
      verification: attribution.verification,
      range: toRange(document, span),
    };
    const list = result.get(paragraph);
    if (list === undefined) result.set(paragraph, [note]);
    else if (!list.some(({ name, stance }) => name === note.name && stance === note.stance)) list.push(note);
  }
  return result;
}

export function readingOf(article: Article): ReadingResult {
  const painted = paintedSpans(article);
  const margin = notes(article);
  const speakerAt = speakerFinder(article);
  let next = 0;
  const paragraphs: ReadingParagraph[] = article.analysis.paragraphs.map(({ offset, paragraph }, index) => {
    const end = offset + paragraph.text.length;
    const runs: ReadingRun[] = [];
    let at = offset;
    while (next < painted.length) {
      const span = painted[next];
      if (span === undefined || span.start >= end) break;
      const start = Math.max(at, span.start);
      const stop = Math.min(end, span.end);
      if (start > at) runs.push(run(article, { start: at, end: start }, null, speakerAt));
      if (stop > start) runs.push(run(article, { start, end: stop }, span, speakerAt));
      at = Math.max(at, stop);
      // A span over several paragraphs goes on in the next one.
      if (span.end > end) break;
      next++;
    }
    if (at < end) runs.push(run(article, { start: at, end }, null, speakerAt));
    return {
      zone: paragraph.zone,
      range: toRange(article.document, { start: offset, end }),
      runs,
      notes: margin.get(index) ?? [],
    };
  });
  return { uri: article.uri, version: article.version, title: titleOf(article), paragraphs };
}
