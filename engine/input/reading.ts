/**
 * A reading: the words of a document that is no plain text, and where each of them stands in its source. The engine
 * analyses `text` as it would any other; whoever shows a place or writes an edit goes through the functions here.
 * Knows pieces and offsets; knows no format beyond how a character is written in it.
 */
import type { TextEdit } from '../annotation.ts';
import type { Span } from '../text/spans.ts';

/** How documents that are no plain text are written. */
export type ReadFormat = 'html' | 'ninjs';

/** How characters are written in a part of the source, innermost first: HTML in a JSON string is `html`, `json`. */
export type Layer = 'html' | 'json';

export interface Reading {
  readonly format: ReadFormat;
  readonly source: string;
  readonly text: string;
  /**
   * Where the text comes from, `FIELDS` numbers a piece, ascending in text and source: offset and length in the
   * text, offset and length in the source. A piece of equal lengths is copied; any other stands for what the source
   * writes differently (“&ldquo;”, “\n”, a run of spaces). Text between pieces was added: breaks between paragraphs.
   */
  readonly pieces: Int32Array;
  /** From which offset of the text on which layers hold; ascending. */
  readonly layers: readonly { readonly from: number; readonly layers: readonly Layer[] }[];
  /** The source holds ASCII only, so edits write other characters as entities or escapes. */
  readonly ascii: boolean;
}

const FIELDS = 4;
const TEXT = 0;
const SOURCE = 2;

/** Collects the pieces of a reading in order. */
export interface Builder {
  readonly source: string;
  readonly chunks: string[];
  readonly pieces: number[];
  readonly layers: { readonly from: number; readonly layers: readonly Layer[] }[];
  length: number;
}

export function startReading(source: string): Builder {
  return { source, chunks: [], pieces: [], layers: [], length: 0 };
}

/** Takes over a stretch of the source as it is written. */
export function copy(builder: Builder, start: number, end: number): void {
  put(builder, builder.source.slice(start, end), start, end);
}

/** Adds text that a stretch of the source stands for. */
export function put(builder: Builder, text: string, start: number, end: number): void {
  if (text === '') return;
  const { pieces, length } = builder;
  const last = pieces.length - FIELDS;
  const size = end - start;
  const before = last < 0 ? 0 : (pieces[last + 1] ?? 0);
  if (
    last >= 0 &&
    text.length === size &&
    before === pieces[last + 3] &&
    (pieces[last] ?? 0) + before === length &&
    (pieces[last + 2] ?? 0) + before === start
  ) {
    pieces[last + 1] = before + size;
    pieces[last + 3] = before + size;
  } else pieces.push(length, text.length, start, size);
  builder.chunks.push(text);
  builder.length += text.length;
}

/** Adds text that the source does not have. */
export function insert(builder: Builder, text: string): void {
  builder.chunks.push(text);
  builder.length += text.length;
}

/** From here on edits are written in these layers. */
export function enter(builder: Builder, layers: readonly Layer[]): void {
  builder.layers.push({ from: builder.length, layers });
}

export function finishReading(builder: Builder, format: ReadFormat): Reading {
  return {
    format,
    source: builder.source,
    text: builder.chunks.join(''),
    pieces: Int32Array.from(builder.pieces),
    layers: builder.layers,
    ascii: !/[^\0-\x7f]/.test(builder.source),
  };
}

/**
 * Adds what was read from a text that itself was read (`outer.text === inner.source`): HTML in a JSON string.
 */
export function append(builder: Builder, outer: Reading, inner: Reading): void {
  const { pieces, text } = inner;
  let at = 0;
  for (let i = 0; i < pieces.length; i += FIELDS) {
    const start = pieces[i] ?? 0;
    const length = pieces[i + 1] ?? 0;
    const from = pieces[i + 2] ?? 0;
    const size = pieces[i + 3] ?? 0;
    if (start > at) insert(builder, text.slice(at, start));
    at = start + length;
    if (length !== size) {
      const span = inSource(outer, { start: from, end: from + size });
      put(builder, text.slice(start, at), span.start, span.end);
      continue;
    }
    // Copied from a text that was read: each of its pieces on its own.
    const outerPieces = outer.pieces;
    for (let k = pieceAt(outer, TEXT, from); k < outerPieces.length; k += FIELDS) {
      const pieceStart = outerPieces[k] ?? 0;
      if (pieceStart >= from + size) break;
      const begin = Math.max(pieceStart, from);
      const end = Math.min(pieceStart + (outerPieces[k + 1] ?? 0), from + size);
      const span = inSource(outer, { start: begin, end });
      put(builder, text.slice(start + begin - from, start + end - from), span.start, span.end);
    }
  }
  if (at < text.length) insert(builder, text.slice(at));
}

/** Index of the last piece that begins at or before `offset` (in the text or in the source), or a negative number. */
function pieceAt({ pieces }: Reading, field: typeof TEXT | typeof SOURCE, offset: number): number {
  let low = -1;
  let high = pieces.length / FIELDS - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle * FIELDS + field] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low * FIELDS;
}

/** Where the character at `offset` of the text begins in the source. */
function startInSource(reading: Reading, offset: number): number {
  const { pieces } = reading;
  const at = pieceAt(reading, TEXT, offset);
  const text = pieces[at] ?? 0;
  const length = pieces[at + 1] ?? 0;
  if (at >= 0 && offset < text + length)
    return (pieces[at + 2] ?? 0) + (length === pieces[at + 3] ? offset - text : 0);
  const next = at < 0 ? 0 : at + FIELDS;
  return next < pieces.length ? (pieces[next + 2] ?? 0) : endInSource(reading, offset);
}

/** Where the character before `offset` of the text ends in the source. */
function endInSource(reading: Reading, offset: number): number {
  const { pieces } = reading;
  const at = pieceAt(reading, TEXT, offset - 1);
  if (at < 0) return pieces[2] ?? 0;
  const length = pieces[at + 1] ?? 0;
  const size = pieces[at + 3] ?? 0;
  const source = pieces[at + 2] ?? 0;
  const into = offset - (pieces[at] ?? 0);
  return source + (length === size ? Math.min(into, length) : size);
}

/** True if the character at `offset` of the text was added by the reader. */
function isAdded(reading: Reading, offset: number): boolean {
  const at = pieceAt(reading, TEXT, offset);
  return at < 0 || offset >= (reading.pieces[at] ?? 0) + (reading.pieces[at + 1] ?? 0);
}

/** Where a span of the text stands in the source, from its first character to its last, markup between them included. */
export function inSource(reading: Reading, { start, end }: Span): Span {
  if (end <= start) {
    // A place between two characters belongs to the one before it, unless a paragraph begins there.
    const at =
      start > 0 && !isAdded(reading, start - 1) ? endInSource(reading, start) : startInSource(reading, start);
    return { start: at, end: at };
  }
  const from = startInSource(reading, start);
  return { start: from, end: Math.max(from, endInSource(reading, end)) };
}

/**
 * The place in the text for a place in the source. In a tag between words it is that of the word behind it; in what is
 * not read it touches no word: -1 before the first, between two paragraphs, or one more than the length of the text.
 */
export function inText(reading: Reading, offset: number): number {
  const { pieces, text } = reading;
  const at = pieceAt(reading, SOURCE, offset);
  if (at < 0) return -1;
  const start = pieces[at] ?? 0;
  const length = pieces[at + 1] ?? 0;
  const into = offset - (pieces[at + 2] ?? 0);
  const size = pieces[at + 3] ?? 0;
  if (into < size) return start + (length === size ? into : 0);
  const end = start + length;
  if (into === size) return end;
  const next = at + FIELDS < pieces.length ? (pieces[at + FIELDS] ?? 0) : text.length + 1;
  return next > end && text.startsWith('\n\n', end) ? end + 1 : next;
}

/** The stretches of the source that the words of a span fill: markup and what was added are left out. */
export function stretchesOf(reading: Reading, { start, end }: Span): readonly Span[] {
  const { pieces } = reading;
  const stretches: Span[] = [];
  for (let at = Math.max(0, pieceAt(reading, TEXT, start)); at < pieces.length; at += FIELDS) {
    const text = pieces[at] ?? 0;
    if (text >= end) break;
    const stop = text + (pieces[at + 1] ?? 0);
    if (stop <= start) continue;
    const piece = inSource(reading, { start: Math.max(start, text), end: Math.min(end, stop) });
    const before = stretches.at(-1);
    if (before?.end === piece.start)
      stretches[stretches.length - 1] = { start: before.start, end: piece.end };
    else stretches.push(piece);
  }
  return stretches;
}

/**
 * Plain data with every span of the text in it replaced by its place in the source. An object with a numeric `start`
 * and `end` is a span.
 */
export function placedInSource<T>(reading: Reading, value: T): T {
  const place = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) return (item as readonly unknown[]).map(place);
    const entries = Object.entries(item).map(([key, entry]) => [key, place(entry)] as const);
    const { start, end } = item as { readonly start?: unknown; readonly end?: unknown };
    const span =
      typeof start === 'number' && typeof end === 'number' ? inSource(reading, { start, end }) : {};
    return { ...Object.fromEntries(entries), ...span };
  };
  return place(value) as T;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '“': '&ldquo;',
  '”': '&rdquo;',
  '‘': '&lsquo;',
  '’': '&rsquo;',
  '–': '&ndash;',
  '—': '&mdash;',
  '…': '&hellip;',
};

/** Text as the source writes it; `escaped`: with entities and escapes for all that is not ASCII. */
function written(text: string, layers: readonly Layer[], escaped: boolean): string {
  let out = text;
  for (const layer of layers) {
    if (layer === 'html') {
      out = out.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
      if (escaped) out = out.replace(NOT_ASCII, entityOf);
    } else {
      out = JSON.stringify(out).slice(1, -1);
      if (escaped) out = out.replace(NOT_ASCII, escapeOf);
    }
  }
  return out;
}

const NOT_ASCII = /[^\0-\x7f]/gu;

function entityOf(character: string): string {
  return ENTITIES[character] ?? `&#${character.codePointAt(0) ?? 0xfffd};`;
}

function escapeOf(character: string): string {
  let out = '';
  for (let at = 0; at < character.length; at++)
    out += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return out;
}

function layersAt(reading: Reading, offset: number): readonly Layer[] {
  let found: readonly Layer[] = [];
  for (const { from, layers } of reading.layers) if (from <= offset) found = layers;
  return found;
}

/**
 * An edit of the text as edits of the source, written as the source is: only what changes is replaced, and markup
 * between the words stays. Null when that cannot be: the edit joins or makes paragraphs, or replaces a tag.
 */
export function editsInSource(reading: Reading, edit: TextEdit): readonly TextEdit[] | null {
  const { text, source } = reading;
  let { start, end, newText } = edit;
  while (start < end && newText !== '' && text[start] === newText[0] && !isHalf(text, start)) {
    start++;
    newText = newText.slice(1);
  }
  while (end > start && newText !== '' && text[end - 1] === newText.at(-1) && !isHalf(text, end - 1)) {
    end--;
    newText = newText.slice(0, -1);
  }
  // A line that is taken away takes the breaks around it along; they are not written anywhere.
  if (newText === '') {
    while (start < end && isAdded(reading, start)) start++;
    while (end > start && isAdded(reading, end - 1)) end--;
  }
  if (start === end && newText === '') return [];
  const layers = layersAt(reading, start);
  // Line ends mean nothing in HTML.
  if (layers.includes('html') && newText.includes('\n')) return null;
  if (start === end)
    return [{ ...inSource(reading, { start, end }), newText: written(newText, layers, reading.ascii) }];
  for (let at = start; at < end; at++) if (isAdded(reading, at)) return null;
  const stretches = stretchesOf(reading, { start, end });
  if (stretches.some((stretch) => layers.includes('html') && isTag(source.slice(stretch.start, stretch.end))))
    return null;
  // What was written as an entity or escape is replaced by one.
  const first = source.slice(stretches[0]?.start, stretches[0]?.end);
  const replacement = written(newText, layers, reading.ascii || /^(?:&|\\u)/.test(first));
  return stretches.map((stretch, index) => ({ ...stretch, newText: index === 0 ? replacement : '' }));
}

function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xe000;
}

/** `<q>` and `<br>` stand for characters; our own comments may go. */
function isTag(stretch: string): boolean {
  return /<(?!!--)/.test(stretch);
}

/** A finding with its places in the source, and with those of its fixes that can be written there. */
export function findingInSource<
  F extends Span & {
    readonly related: readonly Span[];
    readonly fixes: readonly { readonly edits: readonly TextEdit[] }[];
  },
>(reading: Reading, finding: F): F {
  const fixes = finding.fixes.flatMap((fix) => {
    const edits = fix.edits.map((edit) => editsInSource(reading, edit));
    return edits.some((list) => list === null)
      ? []
      : [{ ...fix, edits: edits.flatMap((list) => list ?? []) }];
  });
  return {
    ...finding,
    ...inSource(reading, finding),
    related: placedInSource(reading, finding.related),
    fixes,
  };
}

/** A finding as it is, without the fixes that cannot be written in the source. */
export function withWritableFixes<
  F extends { readonly fixes: readonly { readonly edits: readonly TextEdit[] }[] },
>(reading: Reading, finding: F): F {
  const fixes = finding.fixes.filter((fix) =>
    fix.edits.every((edit) => editsInSource(reading, edit) !== null),
  );
  return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
}
