/** A document's attributions: paragraphs analysed one by one (unchanged ones taken over) and linked. */
import type { Paragraph, PlacedParagraph } from '../segment/paragraph.ts';
import { splitParagraphs, type ParagraphSpan } from '../segment/paragraphs.ts';
import { finish, type Steps } from '../steps.ts';
import { analyseParagraph, analysisContext, type AnalysisContext } from './analyse.ts';
import { link } from './link.ts';
import type { LinkedDocument } from './linked.ts';
import type { Model } from './model.ts';
import { THRESHOLD } from './settle.ts';

/** The key under which an analysed paragraph can be used again: all that its analysis depends on. */
function keyOf(zone: string, text: string): string {
  return `${zone}\u0000${text}`;
}

/** Characters analysed between two steps: about three milliseconds' worth. */
const STEP = 1000;

/** Finds the attributions of a text; see `attributeInSteps`. */
export function attribute(
  text: string,
  model: Model,
  known: readonly PlacedParagraph[] = [],
  threshold: number = THRESHOLD,
): LinkedDocument {
  return finish(attributeInSteps(text, model, known, threshold));
}

/**
 * Finds the attributions of a text.
 * @param known paragraphs analysed before, with the same model; those with the same text and zone are not analysed again
 */
export function* attributeInSteps(
  text: string,
  model: Model,
  known: readonly PlacedParagraph[] = [],
  threshold: number = THRESHOLD,
): Steps<LinkedDocument> {
  const paragraphs = yield* placeParagraphs(
    text,
    splitParagraphs(text),
    known,
    analysisContext(model, threshold),
  );
  yield;
  return link(text, paragraphs);
}

/** The paragraphs at `spans`, analysed where they are not `known`, numbered from 0. */
export function* placeParagraphs(
  text: string,
  spans: readonly ParagraphSpan[],
  known: readonly PlacedParagraph[],
  context: AnalysisContext,
): Steps<PlacedParagraph[]> {
  const reusable = new Map<string, Paragraph>();
  for (const { paragraph } of known) reusable.set(keyOf(paragraph.zone, paragraph.text), paragraph);
  const paragraphs: PlacedParagraph[] = [];
  let worked = 0;
  for (const span of spans) {
    const own = text.slice(span.start, span.end);
    const key = keyOf(span.zone, own);
    let paragraph = reusable.get(key);
    if (!paragraph) {
      paragraph = analyseParagraph(own, span.zone, context);
      reusable.set(key, paragraph);
      worked += own.length;
      if (worked >= STEP) {
        worked = 0;
        yield;
      }
    }
    paragraphs.push({ index: paragraphs.length, offset: span.start, paragraph });
  }
  return paragraphs;
}
