/** A document's attributions: paragraphs analysed one by one (unchanged ones taken over) and linked. */
import type { Paragraph, PlacedParagraph } from '../segment/paragraph.ts';
import { splitParagraphs } from '../segment/paragraphs.ts';
import { analyseParagraph, analysisContext } from './analyse.ts';
import { link } from './link.ts';
import type { LinkedDocument } from './linked.ts';
import type { Model } from './model.ts';
import { THRESHOLD } from './settle.ts';

/** The key under which an analysed paragraph can be used again: all that its analysis depends on. */
function keyOf(zone: string, text: string): string {
  return `${zone}\u0000${text}`;
}

/**
 * Finds the attributions of a text.
 * @param known paragraphs analysed before, with the same model; those with the same text and zone are not analysed again
 * @param isCancelled asked before each paragraph; when true, null is returned
 */
export function attribute(
  text: string,
  model: Model,
  known: readonly PlacedParagraph[] = [],
  isCancelled: () => boolean = () => false,
  threshold: number = THRESHOLD,
): LinkedDocument | null {
  const reusable = new Map<string, Paragraph>();
  for (const { paragraph } of known) reusable.set(keyOf(paragraph.zone, paragraph.text), paragraph);
  const context = analysisContext(model, threshold);
  const paragraphs: PlacedParagraph[] = [];
  for (const span of splitParagraphs(text)) {
    if (isCancelled()) return null;
    const own = text.slice(span.start, span.end);
    const key = keyOf(span.zone, own);
    let paragraph = reusable.get(key);
    if (!paragraph) {
      paragraph = analyseParagraph(own, span.zone, context);
      reusable.set(key, paragraph);
    }
    paragraphs.push({ index: paragraphs.length, offset: span.start, paragraph });
  }
  return link(text, paragraphs);
}
