/** Folding: front matter, quotations over several paragraphs, runs of paragraphs in which one speaker speaks. */
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Span } from '../../../engine/index.ts';
import { paragraphIndexAt } from '../../../engine/query.ts';
import type { Article } from '../annotationCache.ts';
import { toPosition } from '../convert.ts';
import { onDocument } from '../handler.ts';
import { shownAttributions } from '../summary.ts';
import type { Feature } from './feature.ts';

/** The one speaker of each paragraph; undefined where nobody or several speak. */
function speakerOfParagraphs(article: Article): readonly (string | undefined)[] {
  const { paragraphs } = article.analysis;
  const speakers = paragraphs.map(() => new Set<string>());
  for (const attribution of shownAttributions(article)) {
    if (attribution.speaker === null) continue;
    for (const span of [...attribution.content, ...attribution.cue]) {
      speakers[paragraphIndexAt(paragraphs, span.start)]?.add(attribution.speaker);
    }
  }
  return speakers.map((set, index) =>
    set.size === 1 && paragraphs[index]?.paragraph.zone === 'body' ? [...set][0] : undefined,
  );
}

function spansOf(article: Article): readonly (Span & { readonly kind: string | undefined })[] {
  const { text } = article;
  const { annotation, paragraphs } = article.analysis;
  const spans: (Span & { kind: string | undefined })[] = [];
  const matter = /^\uFEFF?---\r?\n[^]*?\r?\n---(?=\r?\n|$)/.exec(text);
  if (matter !== null) spans.push({ start: 0, end: matter[0].length, kind: FoldingRangeKind.Comment });
  const endOf = (index: number): number => {
    const placed = paragraphs[index];
    return placed === undefined ? 0 : placed.offset + placed.paragraph.text.length;
  };
  const speakers = speakerOfParagraphs(article);
  for (let first = 0; first < speakers.length;) {
    let last = first;
    while (speakers[first] !== undefined && speakers[last + 1] === speakers[first]) last++;
    if (last > first) {
      spans.push({ start: paragraphs[first]?.offset ?? 0, end: endOf(last), kind: FoldingRangeKind.Region });
    }
    first = last + 1;
  }
  for (const quote of annotation.quotes) {
    if (quote.level === 1) spans.push({ start: quote.start, end: quote.end, kind: undefined });
  }
  return spans;
}

export const foldingRange: Feature = {
  id: 'foldingRange',
  capabilities: () => ({ foldingRangeProvider: true }),
  register: (connection, services) => {
    const { lineFoldingOnly, foldingLimit } = services.client;
    connection.languages.foldingRange.on(
      onDocument(services, 'textDocument/foldingRange', null as FoldingRange[] | null, (article) => {
        const taken = new Set<number>();
        const ranges: FoldingRange[] = [];
        for (const { start, end, kind } of spansOf(article)) {
          const from = toPosition(article.document, start);
          const to = toPosition(article.document, end);
          // Editors fold a line once; a run of one speaker comes before the quotation that opens it.
          if (to.line <= from.line || taken.has(from.line) || ranges.length >= foldingLimit) continue;
          taken.add(from.line);
          ranges.push({
            startLine: from.line,
            endLine: to.line,
            ...(lineFoldingOnly ? {} : { startCharacter: from.character, endCharacter: to.character }),
            ...(kind === undefined ? {} : { kind }),
          });
        }
        return ranges;
      }),
    );
  },
};
