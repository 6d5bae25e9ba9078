/**
 * Reads IPTC ninjs 1 to 3, JSON in which agencies deliver stories: headline, byline and body, each with its place in
 * the source through JSON's escapes and, where the body is HTML, through that too. Knows the standard's field names;
 * jsonc-parser's scanner says where strings stand. Broken JSON is read as far as it goes; never throws.
 */
import { createScanner } from 'jsonc-parser';
import { readHtml } from './html.ts';
import {
  append,
  copy,
  enter,
  finishReading,
  insert,
  put,
  startReading,
  type Builder,
  type Layer,
  type Reading,
} from './reading.ts';
import type { Span } from '../text/spans.ts';

/** A string of the item: the field it is in, and its place with the quotation marks. */
interface Value extends Span {
  /** `headline`, `bodies[].value`: keys from the outside in. */
  readonly path: string;
  /** Which element of the outermost array it stands in. */
  readonly element: number;
}

/** Fields of an item lie no deeper: `bodies[].value`. */
const DEPTH = 3;

/** A field of interest: cheap to ask of any JSON before it is scanned. */
const MAY_BE_ITEM =
  /"(?:headlines?|bodies|body_?(?:text|html|xhtml)|descriptions?|description_(?:text|html))"\s*:/;

/** Kinds of tokens; the library's own names for them are gone once it is compiled. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const STRING = 10;
const END = 17;

/** Strings of the item near its top, in order. Keys and values further down are passed over. */
function valuesOf(source: string): readonly Value[] {
  const values: Value[] = [];
  const scanner = createScanner(source, true);
  /** Names of the open objects and arrays; `[]` for an array. */
  const path: string[] = [];
  const isArray: boolean[] = [];
  let key = '';
  let expectsKey = false;
  let element = 0;
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    switch (kind) {
      case OPEN_BRACE:
      case OPEN_BRACKET: {
        const array = kind === OPEN_BRACKET;
        path.push(isArray.at(-1) === true ? '[]' : key);
        isArray.push(array);
        if (array && isArray.length === 2) element = 0;
        expectsKey = !array;
        key = '';
        break;
      }
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        path.pop();
        isArray.pop();
        expectsKey = false;
        break;
      case COMMA:
        expectsKey = isArray.at(-1) === false;
        if (isArray.length === 2 && isArray[1] === true) element++;
        break;
      case STRING: {
        const start = scanner.getTokenOffset();
        const end = start + scanner.getTokenLength();
        if (isArray.length === 0 || isArray.length > DEPTH) break;
        if (expectsKey) {
          key = scanner.getTokenValue();
          expectsKey = false;
        } else {
          const names = [...path.slice(1), ...(isArray.at(-1) === true ? ['[]'] : [key])];
          values.push({ path: names.join('.'), element, start, end });
        }
        break;
      }
      default:
        break;
    }
  }
  return values;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The characters of a JSON string with their places. */
function readString(source: string, { start, end }: Span): Reading {
  const builder = startReading(source);
  const stop = source.charCodeAt(end - 1) === 0x22 && end - 1 > start ? end - 1 : end;
  let from = start + 1;
  for (let at = source.indexOf('\\', from); at >= 0 && at < stop; at = source.indexOf('\\', at)) {
    if (at > from) copy(builder, from, at);
    if (at + 1 >= stop) return finishReading(builder, 'ninjs');
    const letter = source.charAt(at + 1);
    const hex = letter === 'u' ? /^[0-9a-f]{4}/i.exec(source.slice(at + 2, Math.min(stop, at + 6))) : null;
    const next = Math.min(stop, at + (hex ? 6 : 2));
    const character = hex ? String.fromCharCode(Number.parseInt(hex[0], 16)) : (ESCAPES[letter] ?? letter);
    // Two escapes that make one character stand for it together.
    const low = /^\\u(d[c-f][0-9a-f]{2})/i.exec(source.slice(next, Math.min(stop, next + 6)));
    if (low && /^[\ud800-\udbff]$/.test(character)) {
      at = next + 6;
      put(builder, character + String.fromCharCode(Number.parseInt(low[1] ?? '', 16)), next - 6, at);
    } else {
      put(builder, character, at, next);
      at = next;
    }
    from = at;
  }
  if (stop > from) copy(builder, from, stop);
  return finishReading(builder, 'ninjs');
}

const HEADLINE = /^(?:headline|headlines\.\[\]\.value)$/;
const BYLINE = /^(?:byline|by)$/;
const BODY = /^(?:body_?(?:x?html|text)|body_\w+|bodies\.\[\]\.value)$/;
const DESCRIPTION = /^(?:description_\w+|descriptions\.\[\]\.value)$/;
/** Other versions of a text than the one that is published. */
const SHORTER = /^(?:summary|abstract|short|caption|teaser|social|seo)/;
const HTML_START = /^\s*<(?:p|div|h[1-6]|article|section|blockquote)\b/i;

/** The value of a neighbouring field in the same element: a body's content type, a headline's role. */
function beside(source: string, values: readonly Value[], { path, element }: Value, name: RegExp): string {
  const folder = path.slice(0, path.lastIndexOf('.') + 1);
  if (folder === '') return '';
  const found = values.find(
    (value) =>
      value.element === element &&
      value.path.startsWith(folder) &&
      name.test(value.path.slice(folder.length)),
  );
  return found === undefined ? '' : source.slice(found.start + 1, found.end - 1).toLowerCase();
}

/** What is read of a field: its words, and whether they stand in HTML. */
interface Field extends Value {
  readonly isHtml: boolean;
  readonly reading: Reading;
}

/** The one version of a text that is read: the main one, and HTML, which keeps captions apart, before plain text. */
function versionOf(source: string, values: readonly Value[], name: RegExp): Field | null {
  let best: (Value & { readonly isHtml: boolean }) | null = null;
  let bestRank = -1;
  for (const value of values) {
    if (!name.test(value.path) || source.slice(value.start + 1, value.end - 1).trim() === '') continue;
    const type = beside(source, values, value, /^content_?type$/i);
    const isHtml =
      value.path.includes('html') ||
      type.includes('html') ||
      (type === '' && HTML_START.test(source.slice(value.start + 1, value.start + 40)));
    const isMain = !SHORTER.test(beside(source, values, value, /^role$/));
    const rank = (isMain ? 2 : 0) + (isHtml ? 1 : 0);
    if (rank <= bestRank) continue;
    best = { ...value, isHtml };
    bestRank = rank;
  }
  if (best === null) return null;
  const reading = readString(source, best);
  return { ...best, reading };
}

/** Words without differences of space, for comparing fields. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads a ninjs item; null for JSON that is none. */
export function readNinjs(source: string): Reading | null {
  if (!MAY_BE_ITEM.test(source) || !/"uri"\s*:/.test(source)) return null;
  const values = valuesOf(source);
  if (!values.some(({ path }) => path === 'uri')) return null;
  const headline = versionOf(source, values, HEADLINE);
  const body = versionOf(source, values, BODY) ?? versionOf(source, values, DESCRIPTION);
  if (headline === null && body === null) return null;
  const byline = versionOf(source, values, BYLINE);
  const inner = body?.isHtml === true ? readHtml(body.reading.text, true) : null;
  // Many systems put headline and byline into the body too; they are read where they are part of the story.
  const beginning = flat((inner ?? body?.reading)?.text.slice(0, 1000) ?? '').replace(/^# /, '');
  const fields = [
    ...(headline === null || beginning.startsWith(flat(headline.reading.text)) ? [] : [headline]),
    ...(byline === null || beginning.includes(flat(byline.reading.text)) ? [] : [byline]),
    ...(body === null ? [] : [body]),
  ].sort((a, b) => a.start - b.start);
  const builder = startReading(source);
  for (const field of fields) {
    if (builder.length > 0) insert(builder, '\n\n');
    const layers: readonly Layer[] = field.isHtml ? ['html', 'json'] : ['json'];
    enter(builder, layers);
    // A headline that the item holds behind the body is one all the same.
    if (field === headline && body !== null && body.start < headline.start) insert(builder, '# ');
    if (field === byline && !/^\s*(?:by|from)\s/i.test(byline.reading.text)) insert(builder, 'By ');
    const html = field === body ? inner : field.isHtml ? readHtml(field.reading.text, true) : null;
    if (html === null) appendWhole(builder, field.reading);
    else append(builder, field.reading, html);
  }
  return finishReading(builder, 'ninjs');
}

/** Adds all of a text that was read. */
function appendWhole(builder: Builder, reading: Reading): void {
  const { pieces, text } = reading;
  for (let at = 0; at < pieces.length; at += 4) {
    const start = pieces[at] ?? 0;
    const from = pieces[at + 2] ?? 0;
    put(builder, text.slice(start, start + (pieces[at + 1] ?? 0)), from, from + (pieces[at + 3] ?? 0));
  }
}
