/**
 * Growing selections: word, source or cue, quotation without and with its marks, content, clause with its cue,
 * sentence, paragraph, article.
 */
import type { Position, SelectionRange } from 'vscode-languageserver';
import type { Span } from '../../../engine/index.ts';
import { hitsAt, paragraphIndexAt, sentenceAt } from '../../../engine/query.ts';
import { hull } from '../../../engine/text/spans.ts';
import type { Article } from '../annotationCache.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from '../handler.ts';
import type { Feature } from './feature.ts';

const WORD = /[\p{L}\p{N}\p{M}’'_-]/u;

function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && WORD.test(text.charAt(start - 1))) start--;
  while (end < text.length && WORD.test(text.charAt(end))) end++;
  return { start, end };
}

/** Spans around the offset, each inside the next; crossing ones are left out. */
export function selectionsAt(article: Article, offset: number): readonly Span[] {
  const { text } = article;
  const { annotation, paragraphs } = article.analysis;
  const candidates: Span[] = [wordAt(text, offset)];
  for (const hit of hitsAt(annotation, offset)) {
    candidates.push(hit.span);
    if (hit.kind === 'quote') {
      candidates.push({
        start: hit.span.start + 1,
        end: hit.quote.closed ? hit.span.end - 1 : hit.span.end,
      });
    }
    if ('attribution' in hit) {
      const { source, cue, content } = hit.attribution;
      const clause = hull([...source, ...cue, ...content]);
      if (clause !== null) candidates.push(clause);
    }
  }
  const sentence = sentenceAt(paragraphs, offset);
  if (sentence !== null) candidates.push(sentence);
  const placed = paragraphs[paragraphIndexAt(paragraphs, offset)];
  if (placed !== undefined) {
    candidates.push({ start: placed.offset, end: placed.offset + placed.paragraph.text.length });
  }
  candidates.push({ start: 0, end: text.length });
  const around = candidates
    .filter((span) => span.start <= offset && offset <= span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of around) {
    const inner = chain.at(-1);
    if (inner === undefined) chain.push(span);
    else if (
      span.start <= inner.start &&
      inner.end <= span.end &&
      span.end - span.start > inner.end - inner.start
    ) {
      chain.push(span);
    }
  }
  return chain;
}

export const selectionRange: Feature = {
  id: 'selectionRange',
  capabilities: () => ({ selectionRangeProvider: true }),
  register: (connection, services) => {
    connection.onSelectionRanges(
      onDocument(
        services,
        'textDocument/selectionRange',
        null as SelectionRange[] | null,
        (article, params: { textDocument: { uri: string }; positions: Position[] }) =>
          params.positions.map((position) => {
            const chain = selectionsAt(article, toOffset(article.document, position));
            let range: SelectionRange | undefined;
            for (const span of [...chain].reverse()) {
              range = { range: toRange(article.document, span), ...(range ? { parent: range } : {}) };
            }
            return range ?? { range: { start: position, end: position } };
          }),
      ),
    );
  },
};
