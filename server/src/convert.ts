/**
 * Between the engine's spans and the protocol's ranges. The only file that knows both. Positions are UTF-16 code
 * units on either side, so nothing is ever counted again; a span that lies outside the text is clamped. The engine's
 * spans are of the words; where these were read from HTML or ninjs, the ranges are of the document as it is written.
 */
import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Location,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity, Span, TextEdit as SpanEdit } from '../../engine/index.ts';
import { editsInSource, inSource, inText, stretchesOf, type Reading } from '../../engine/input/reading.ts';
import type { Settings } from '../../protocol/index.ts';
import type { Client } from './client.ts';

/** A document as it is written, and how its words were read when it is no plain text. */
export interface PlacedDocument extends Pick<
  TextDocument,
  'uri' | 'version' | 'getText' | 'positionAt' | 'offsetAt'
> {
  readonly reading?: Reading;
}

/** The document with its reading; it changes with the document, as the document itself does. */
export function placedDocument(document: TextDocument, reading: Reading | null): PlacedDocument {
  if (reading === null) return document;
  return {
    uri: document.uri,
    reading,
    get version() {
      return document.version;
    },
    getText: (range) => document.getText(range),
    positionAt: (offset) => document.positionAt(offset),
    offsetAt: (position) => document.offsetAt(position),
  };
}

/** Where a span of the words stands in the document. */
export function toSource({ reading }: PlacedDocument, span: Span): Span {
  return reading === undefined ? span : inSource(reading, span);
}

/** The parts of the document that the words of a span fill, without the markup between them. */
export function toStretches({ reading }: PlacedDocument, span: Span): readonly Span[] {
  return reading === undefined ? [span] : stretchesOf(reading, span);
}

/** The place in the words for a place in the document; outside of the words where the document says nothing. */
export function fromSource({ reading }: PlacedDocument, offset: number): number {
  return reading === undefined ? offset : inText(reading, offset);
}

export function toPosition(document: PlacedDocument, offset: number): Position {
  return document.positionAt(toSource(document, { start: offset, end: offset }).start);
}

export function toRange(document: PlacedDocument, span: Span): Range {
  const { start, end } = toSource(document, span);
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toRanges(document: PlacedDocument, spans: readonly Span[]): Range[] {
  return spans.map((span) => toRange(document, span));
}

export function toOffset(document: PlacedDocument, position: Position): number {
  return fromSource(document, document.offsetAt(position));
}

export function toSpan(document: PlacedDocument, range: Range): Span {
  const start = Math.max(0, toOffset(document, range.start));
  return { start, end: Math.max(start, toOffset(document, range.end)) };
}

/** An edit of the words as edits of the document; none when it cannot be written there. */
export function toTextEdits(document: PlacedDocument, edit: SpanEdit): TextEdit[] {
  const edits = document.reading === undefined ? [edit] : (editsInSource(document.reading, edit) ?? []);
  return edits.map(({ start, end, newText }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText,
  }));
}

const LEVELS: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A draft is no broken program: one step milder than configured, so that Problems stays calm. */
const GENTLE: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'info',
  info: 'hint',
  hint: 'hint',
};

/** The severity an editor shows; whatever counts or names severities for its user goes through here. */
export function shownSeverity(
  severity: Severity,
  editorSeverity: Settings['lint']['editorSeverity'],
): Severity {
  return editorSeverity === 'gentle' ? GENTLE[severity] : severity;
}

/** What a code action needs of the finding it fixes; travels in `Diagnostic.data`. */
export interface DiagnosticData {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly version: number;
}

export function toDiagnostic(
  document: PlacedDocument,
  finding: Finding & { readonly other?: Location & { readonly where: string; readonly text: string } },
  editorSeverity: Settings['lint']['editorSeverity'],
  client: Pick<Client, 'diagnosticCodeDescription' | 'diagnosticRelated' | 'diagnosticData'>,
): Diagnostic {
  const data: DiagnosticData = {
    rule: finding.rule,
    start: finding.start,
    end: finding.end,
    version: document.version,
  };
  const { other } = finding;
  const related: DiagnosticRelatedInformation[] = [
    ...finding.related.map((place) => ({
      location: { uri: document.uri, range: toRange(document, place) },
      message: place.message,
    })),
    // In another file, which says so itself.
    ...(other ? [{ location: { uri: other.uri, range: other.range }, message: other.text }] : []),
  ];
  return {
    range: toRange(document, finding),
    severity: LEVELS[shownSeverity(finding.severity, editorSeverity)],
    code: finding.rule,
    source: 'sourcelight',
    message: finding.message,
    ...(client.diagnosticCodeDescription && /^[a-z]+:/.test(finding.docs)
      ? { codeDescription: { href: finding.docs } }
      : {}),
    ...(client.diagnosticRelated && related.length > 0 ? { relatedInformation: related } : {}),
    ...(client.diagnosticData ? { data } : {}),
  };
}
