/** What the engine finds in an article, in the form that figures are made from. Knows the model and the gold. */
import { attribute } from '../../engine/attribute/attribute.ts';
import { cueHead } from '../../engine/attribute/roles.ts';
import type { LinkedDocument } from '../../engine/attribute/linked.ts';
import type { Model } from '../../engine/attribute/model.ts';
import { PAD } from '../../engine/detect/grid.ts';
import type { Span } from '../../engine/text/spans.ts';
import { counted, type Parts, type Scored, type Traits } from './score.ts';

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Parts[];
  readonly traits: readonly (Traits | null)[];
  readonly discard: readonly Span[];
}

export interface Prediction extends Parts {
  readonly confidence: number;
  /** Lemma of the cue's head. */
  readonly head: string;
}

/** An article with what was found in it; predictions in discarded parts are left out. */
export interface Found extends Scored {
  readonly id: string;
  readonly predicted: readonly Prediction[];
  /** Lemma of the head of each gold cue. */
  readonly goldHeads: readonly string[];
}

/** Lemma of the head of a cue: its last verb, else its last noun, else its first token. */
function headOf(document: LinkedDocument, cue: readonly Span[]): string {
  const first = cue[0];
  if (!first) return '';
  const placed = document.paragraphs.findLast(({ offset }) => offset <= first.start);
  if (!placed) return '';
  const { tokens } = placed.paragraph;
  const inside: number[] = [];
  for (let i = 0; i < tokens.count; i++)
    if (
      cue.some(
        (span) =>
          span.start < (tokens.end[i] ?? 0) + placed.offset &&
          (tokens.start[i] ?? 0) + placed.offset < span.end,
      )
    )
      inside.push(i);
  const from = inside[0];
  const to = inside.at(-1);
  if (from === undefined || to === undefined) return '';
  const coarse = new Uint8Array(tokens.count + 2 * PAD);
  for (let i = from; i <= to; i++) coarse[i + PAD] = tokens.coarse[i] ?? 0;
  return tokens.lemma[cueHead({ coarse }, from, to)] ?? '';
}

/** Runs the engine over articles. */
export function predict(articles: readonly GoldArticle[], model: Model, threshold?: number): Found[] {
  return articles.map((article) => {
    const document = attribute(article.text, model, [], threshold);
    const found = document.attributions;
    const predicted = found.map((one) => ({
      source: one.source,
      cue: one.cue,
      content: one.content,
      confidence: one.confidence,
      head: headOf(document, one.cue),
    }));
    const kept = new Set<Parts>(counted(predicted, article.discard));
    return {
      id: article.id,
      text: article.text,
      gold: article.attributions,
      predicted: predicted.filter((one) => kept.has(one)),
      traits: article.traits,
      discard: article.discard,
      goldHeads: article.attributions.map(({ cue }) => headOf(document, cue)),
    };
  });
}
