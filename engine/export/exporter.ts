/** What an export format is: a pure function from an analysed article to a text. One format a file; `index.ts` is the list. */
import type { Finding } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import { inSource, type Reading } from '../input/reading.ts';
import type { Span } from '../text/spans.ts';

export interface ExportInput {
  readonly analysis: Analysis;
  /** Name of the article: its file name, or what the caller calls it. */
  readonly name: string;
  /** Where the article lives, as a URI; without one a URN is made from the name. */
  readonly uri?: string;
  readonly findings?: readonly Finding[];
  /** How the text was read, when the article is no plain text: exported offsets count in its source. */
  readonly reading?: Reading;
}

export interface Exporter {
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  /** With its dot; may be a double one (`.sheet.csv`). */
  readonly extension: string;
  write(input: ExportInput): string;
}

/** Where a span of the text stands in the article as it is written. */
export function placeOf({ reading }: ExportInput, span: Span): Span {
  return reading === undefined ? span : inSource(reading, span);
}

/** The article's URI, or a URN of its name. */
export function uriOf(input: ExportInput): string {
  return input.uri ?? `urn:sourcelight:${encode(input.name)}`;
}

/** Percent-encodes whatever a URI may not hold, lone surrogates (which `encodeURIComponent` refuses) included. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that survives UTF-8: lone surrogates become the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd');
}
