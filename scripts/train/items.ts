/** Articles made ready for training: paragraphs read by the engine, gold in token indexes. */
import { layOut, type Grid } from '../../engine/detect/grid.ts';
import { readParagraph, type ReadParagraph } from '../../engine/attribute/analyse.ts';
import { FLAT } from '../../engine/attribute/flat.ts';
import type { FormTable } from '../../engine/segment/forms.ts';
import type { Zone } from '../../engine/segment/paragraph.ts';
import { splitParagraphs } from '../../engine/segment/paragraphs.ts';
import type { TokenSpans } from '../../engine/segment/tokens.ts';
import type { Span } from '../../engine/text/spans.ts';
import type { Article } from './articles.ts';

export interface GoldRoles {
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
}

export interface Item {
  readonly article: number;
  readonly offset: number;
  readonly zone: Zone;
  readonly read: ReadParagraph;
  /** Gold attributions whose cue lies in this paragraph, by token. */
  readonly gold: readonly GoldRoles[];
  /** Flat gold label of each token. */
  readonly flat: Uint8Array;
  /** True for tokens whose gold is not to be used. */
  readonly discarded: Uint8Array;
}

/** Token indexes that a document span touches in a paragraph that starts at `offset`. */
export function tokensIn(tokens: TokenSpans, offset: number, spans: readonly Span[]): number[] {
  const found: number[] = [];
  for (const span of spans) {
    const from = span.start - offset;
    const to = span.end - offset;
    let low = 0;
    let high = tokens.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens.end[middle] ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < tokens.count && (tokens.start[i] ?? 0) < to; i++) found.push(i);
  }
  return found;
}

/** Reads the paragraphs of articles. */
export function prepare(articles: readonly Article[], forms: FormTable): Item[] {
  const items: Item[] = [];
  for (const [index, article] of articles.entries()) {
    for (const span of splitParagraphs(article.text)) {
      const read = readParagraph(article.text.slice(span.start, span.end), forms);
      const inside = (spans: readonly Span[]): number[] => tokensIn(read.tokens, span.start, spans);
      const flat = new Uint8Array(read.tokens.count);
      const gold: GoldRoles[] = [];
      for (const one of article.attributions) {
        const roles = { source: inside(one.source), cue: inside(one.cue), content: inside(one.content) };
        for (const [list, begin] of [
          [roles.content, FLAT.content],
          [roles.source, FLAT.source],
          [roles.cue, FLAT.cue],
        ] as const)
          for (const [k, i] of list.entries()) flat[i] = k === 0 || list[k - 1] !== i - 1 ? begin : begin + 1;
        if (roles.cue.length > 0) gold.push(roles);
      }
      repair(flat, [FLAT.cueInside, FLAT.sourceInside, FLAT.contentInside]);
      const discarded = new Uint8Array(read.tokens.count);
      for (const i of inside(article.discard)) discarded[i] = 1;
      items.push({ article: index, offset: span.start, zone: span.zone, read, gold, flat, discarded });
    }
  }
  return items;
}

/** Makes an "inside" label that follows nothing of its kind a "begin" label. */
export function repair(labels: Uint8Array, inside: readonly number[]): void {
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0;
    const previous = i > 0 ? (labels[i - 1] ?? 0) : 0;
    if (inside.includes(label) && previous !== label && previous !== label - 1) labels[i] = label - 1;
  }
}

/** Lays out an item with given tags. */
export function gridOf(item: Item, tags: Uint8Array): Grid {
  const { read } = item;
  return layOut(read.forms, tags, read.sentence, read.sentenceStart, read.quotes, item.zone);
}
