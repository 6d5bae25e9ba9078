/**
 * Semantic tokens: quotations, sources, cues, agencies, allegations, each with how sure and how answered it is. The
 * annotation's spans overlap; tokens may not, so the innermost wins, and lines are split for clients that want that.
 * Documents that are not annotated get null: an empty list would hide another extension's tokens.
 */
import type { Range, SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';
import type { Allegation, Attribution, Quote, Span } from '../../../engine/index.ts';
import { editBetween } from '../../../engine/carry.ts';
import { isShown, mentionFinder, paragraphIndexAt } from '../../../engine/query.ts';
import { overlaps } from '../../../engine/text/spans.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES, type TokenModifier, type TokenType } from '../../../protocol/index.ts';
import type { Article } from '../annotationCache.ts';
import { toSource, toSpan, toStretches } from '../convert.ts';
import { onDocument } from '../handler.ts';
import type { Feature } from './feature.ts';

/** A stretch of text of one type; stretches of a list do not overlap and are in text order. */
export interface Painted extends Span {
  readonly type: number;
  readonly modifiers: number;
}

interface Layer extends Painted {
  /** The higher one wins where two overlap; equal ones: the later start. */
  readonly priority: number;
}

const TYPE = Object.fromEntries(TOKEN_TYPES.map((type, index) => [type, index])) as Record<TokenType, number>;
const BIT = Object.fromEntries(TOKEN_MODIFIERS.map((modifier, index) => [modifier, 1 << index])) as Record<
  TokenModifier,
  number
>;

const PRIORITY: Readonly<Record<TokenType, number>> = {
  statement: 0,
  quote: 1,
  allegation: 2,
  cue: 4,
  source: 5,
  agency: 6,
};

/** Below this, a link is a guess. */
const UNSURE = 0.6;

function bits(...modifiers: readonly (TokenModifier | false)[]): number {
  return modifiers.reduce((sum, modifier) => (modifier === false ? sum : sum | BIT[modifier]), 0);
}

function evidence(attribution: Attribution, allegations: readonly Allegation[]): number {
  return bits(
    attribution.stance === 'deny' && 'denied',
    (attribution.verification === 'unverified-allegation' || allegations.length > 0) && 'alleged',
    attribution.verification === 'official-statement' && 'official',
    allegations.some((allegation) => allegation.responses.length > 0) && 'answered',
    (attribution.candidates?.length ?? 0) > 1 && 'ambiguous',
    attribution.source.length === 0 && attribution.speaker === null && 'unattributed',
    attribution.confidence < UNSURE && 'uncertain',
  );
}

function quoteBits(quote: Quote, attribution: Attribution | undefined, inherited: number): number {
  const somebodys = quote.kind === 'direct' || quote.kind === 'partial';
  return (
    inherited |
    bits(
      quote.kind === 'direct' && 'direct',
      quote.kind === 'partial' && 'partial',
      quote.kind === 'scare' && 'scare',
      (quote.kind === 'title' || quote.kind === 'nickname') && 'title',
      quote.level > 1 && 'nested',
      !quote.closed && 'unclosed',
      somebodys && attribution === undefined && quote.level === 1 && 'unattributed',
    )
  );
}

/** All overlapping spans of a stretch that are coloured under the article's settings. */
function layers(article: Article, within: Span): readonly Layer[] {
  const { lookup, settings } = article;
  const { annotation } = article.analysis;
  const { highlight } = settings;
  const result: Layer[] = [];
  const add = (type: TokenType, span: Span, modifiers: number): void => {
    if (span.end <= span.start) return;
    result.push({ start: span.start, end: span.end, type: TYPE[type], modifiers, priority: PRIORITY[type] });
  };
  const isInside = (span: Span): boolean => overlaps(span, within);
  const mentionAt = mentionFinder();
  const modifiersOf = (attribution: Attribution): number =>
    evidence(attribution, lookup.allegationsOf.get(attribution.id) ?? []);
  for (const attribution of annotation.attributions) {
    if (!isShown(attribution, settings.showAttitudes)) continue;
    const { source, cue, content } = attribution;
    if (!cue.some(isInside) && !source.some(isInside) && !content.some(isInside)) continue;
    const modifiers = modifiersOf(attribution);
    const speaker = attribution.speaker === null ? undefined : lookup.speakers.get(attribution.speaker);
    if (highlight.cues) for (const span of cue) add('cue', span, modifiers);
    if (highlight.sources) {
      for (const span of source) {
        const mention = speaker && mentionAt(speaker)(span);
        const introduces =
          speaker?.introduction !== null &&
          speaker?.introduction !== undefined &&
          speaker.introduction.start < span.end &&
          span.start < speaker.introduction.end;
        add(
          'source',
          span,
          (modifiers & (BIT.ambiguous | BIT.uncertain)) |
            bits(
              speaker?.type === 'anonymous' && 'anonymous',
              mention?.kind === 'pronoun' && 'pronoun',
              introduces && 'definition',
            ),
        );
      }
    }
    if (highlight.statements) {
      for (const span of content) add('statement', span, modifiers | BIT.indirect);
    }
  }
  if (highlight.quotes) {
    for (const quote of annotation.quotes) {
      if (!isInside(quote)) continue;
      const attribution = quote.attribution === null ? undefined : lookup.attributions.get(quote.attribution);
      add('quote', quote, quoteBits(quote, attribution, attribution ? modifiersOf(attribution) : 0));
    }
  }
  if (highlight.allegations) {
    for (const allegation of annotation.allegations) {
      if (!isInside(allegation)) continue;
      add(
        'allegation',
        allegation,
        bits(
          'alleged',
          !allegation.attributed && 'unattributed',
          allegation.responses.length > 0 && 'answered',
          allegation.responses.some((response) => response.kind === 'denial') && 'denied',
        ),
      );
    }
  }
  if (highlight.agencies) {
    for (const agency of annotation.agencies)
      for (const mention of agency.mentions) if (isInside(mention)) add('agency', mention, 0);
  }
  return result;
}

/** Overlapping layers as stretches that do not overlap: at each place the layer of the highest priority. */
export function paint(all: readonly Layer[]): readonly Painted[] {
  const sorted = [...all].sort((a, b) => a.start - b.start || b.priority - a.priority || b.end - a.end);
  const result: Painted[] = [];
  const push = (layer: Layer, start: number, end: number): void => {
    if (end <= start) return;
    const last = result.at(-1);
    if (last?.end === start && last.type === layer.type && last.modifiers === layer.modifiers) {
      result[result.length - 1] = { ...last, end };
    } else {
      result.push({ start, end, type: layer.type, modifiers: layer.modifiers });
    }
  };
  // The layers that are open at the current place; few at any time.
  let active: Layer[] = [];
  let at = 0;
  const top = (): Layer | undefined => {
    let best: Layer | undefined;
    for (const layer of active) {
      if (
        best === undefined ||
        layer.priority > best.priority ||
        (layer.priority === best.priority && layer.start >= best.start)
      ) {
        best = layer;
      }
    }
    return best;
  };
  const advance = (to: number): void => {
    while (at < to) {
      const current = top();
      if (current === undefined) {
        at = to;
        return;
      }
      let end = to;
      for (const layer of active) if (layer.end < end) end = layer.end;
      push(current, at, end);
      at = end;
      active = active.filter((layer) => layer.end > at);
    }
  };
  for (const layer of sorted) {
    advance(layer.start);
    active = active.filter((other) => other.end > layer.start);
    at = layer.start;
    active.push(layer);
  }
  advance(Number.POSITIVE_INFINITY);
  return result;
}

function clipped(spans: readonly Painted[], { start, end }: Span): readonly Painted[] {
  const result: Painted[] = [];
  for (const span of spans) {
    if (span.end <= start || span.start >= end) continue;
    result.push(
      span.start >= start && span.end <= end
        ? span
        : { ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) },
    );
  }
  return result;
}

/** The stretches of an article, or of a part of it, in text order. */
export function paintedSpans(
  article: Article,
  within: Span = { start: 0, end: article.text.length },
): readonly Painted[] {
  return clipped(paint(layers(article, within)), within);
}

/** What was painted of an article. */
export interface Canvas {
  readonly text: string;
  readonly spans: readonly Painted[];
}

/** Paragraphs around an edit that are painted anew. */
const AROUND = 3;

/** The stretches after an edit: only what stands around it is painted anew, the rest is moved. */
export function repaint(before: Canvas, article: Article): readonly Painted[] {
  const { paragraphs } = article.analysis;
  const edit = editBetween(before.text, article.text);
  const grown = edit.after - edit.before;
  const start = paragraphs[paragraphIndexAt(paragraphs, edit.from) - AROUND]?.offset ?? 0;
  const end = paragraphs[paragraphIndexAt(paragraphs, edit.after) + AROUND]?.offset ?? article.text.length;
  const result: Painted[] = [...clipped(before.spans, { start: 0, end: start })];
  const append = (spans: readonly Painted[], by: number): void => {
    for (const [index, span] of spans.entries()) {
      const last = index === 0 ? result.at(-1) : undefined;
      const moved = by === 0 ? span : { ...span, start: span.start + by, end: span.end + by };
      // One stretch that the seam cut in two.
      if (last?.end === moved.start && last.type === moved.type && last.modifiers === moved.modifiers)
        result[result.length - 1] = { ...last, end: moved.end };
      else result.push(moved);
    }
  };
  append(paintedSpans(article, { start, end }), 0);
  append(clipped(before.spans, { start: end - grown, end: before.text.length }), grown);
  return result;
}

const LF = 10;
const CR = 13;

/**
 * The numbers that go over the wire: five for each token, relative to the one before. Lines are counted along the
 * way, so the cost is one pass over the text.
 */
function encode(text: string, spans: readonly Painted[], multiline: boolean, within: Span): number[] {
  const data: number[] = [];
  let line = 0;
  let lineStart = 0;
  let cursor = 0;
  let lastLine = 0;
  let lastCharacter = 0;
  const moveTo = (offset: number): void => {
    for (; cursor < offset; cursor++) {
      const code = text.charCodeAt(cursor);
      if (code === LF || (code === CR && text.charCodeAt(cursor + 1) !== LF)) {
        line++;
        lineStart = cursor + 1;
      }
    }
  };
  const emit = (start: number, end: number, span: Painted): void => {
    if (end <= start) return;
    moveTo(start);
    const character = start - lineStart;
    data.push(
      line - lastLine,
      line === lastLine ? character - lastCharacter : character,
      end - start,
      span.type,
      span.modifiers,
    );
    lastLine = line;
    lastCharacter = character;
  };
  for (const span of spans) {
    if (span.end <= within.start || span.start >= within.end) continue;
    if (multiline) {
      emit(span.start, span.end, span);
      continue;
    }
    let start = span.start;
    for (let at = span.start; at < span.end; at++) {
      const code = text.charCodeAt(at);
      if (code !== LF && code !== CR) continue;
      emit(start, at, span);
      start = at + 1;
    }
    emit(start, span.end, span);
  }
  return data;
}

/** The one edit between two token arrays, aligned to whole tokens; none when they are equal. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) prefix++;
  if (prefix === before.length && prefix === after.length) return [];
  prefix -= prefix % 5;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix++;
  }
  suffix -= suffix % 5;
  return [
    {
      start: prefix,
      deleteCount: before.length - prefix - suffix,
      data: after.slice(prefix, after.length - suffix),
    },
  ];
}

export const semanticTokens: Feature = {
  id: 'semanticTokens',
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  }),
  register: (connection, services) => {
    const results = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
    let count = 0;
    const canvases = new Map<string, Canvas & Pick<Article, 'mark' | 'settings'>>();
    const painted = (article: Article): readonly Painted[] => {
      const { uri, mark, carriedFrom, settings, text } = article;
      const before = canvases.get(uri);
      const known = before?.settings === settings ? before : undefined;
      if (known?.mark === mark) return known.spans;
      const spans = known?.mark === carriedFrom ? repaint(known, article) : paintedSpans(article);
      canvases.set(uri, { text, spans, mark, settings });
      return spans;
    };
    const tokens = (article: Article, range: Range | null): number[] => {
      const { document } = article;
      const text = document.reading === undefined ? article.text : document.getText();
      const stretch = range === null ? null : toSpan(document, range);
      const spans = stretch === null ? painted(article) : paintedSpans(article, stretch);
      // Tags within the words keep the colours of their language.
      const inSource =
        document.reading === undefined
          ? spans
          : spans.flatMap((span) => toStretches(document, span).map((piece) => ({ ...span, ...piece })));
      const within = stretch === null ? { start: 0, end: text.length } : toSource(document, stretch);
      return encode(text, inSource, services.client.multilineTokens, within);
    };
    const remember = (uri: string, data: readonly number[]): string => {
      const id = String(++count);
      results.set(uri, { id, data });
      // Closed documents ask no more.
      for (const known of results.keys())
        if (services.documents.get(known) === undefined) {
          results.delete(known);
          canvases.delete(known);
        }
      return id;
    };
    connection.languages.semanticTokens.on(
      onDocument(
        services,
        'textDocument/semanticTokens/full',
        null as SemanticTokens | null,
        (article) => {
          const data = tokens(article, null);
          return { resultId: remember(article.uri, data), data };
        },
        'soon',
      ),
    );
    connection.languages.semanticTokens.onDelta(
      onDocument(
        services,
        'textDocument/semanticTokens/full/delta',
        null as SemanticTokens | SemanticTokensDelta | null,
        (article, params: { textDocument: { uri: string }; previousResultId: string }) => {
          const before = results.get(article.uri);
          const data = tokens(article, null);
          const resultId = remember(article.uri, data);
          return before?.id === params.previousResultId
            ? { resultId, edits: tokenEdits(before.data, data) }
            : { resultId, data };
        },
        'soon',
      ),
    );
    connection.languages.semanticTokens.onRange(
      onDocument(
        services,
        'textDocument/semanticTokens/range',
        null as SemanticTokens | null,
        (article, params: { textDocument: { uri: string }; range: Range }) => ({
          data: tokens(article, params.range),
        }),
        'soon',
      ),
    );
  },
};
