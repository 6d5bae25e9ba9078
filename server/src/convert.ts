/**
 * Between the engine's spans and the protocol's ranges. The only file that knows both. Positions are UTF-16 code
 * units on either side, so nothing is ever counted again; a span that lies outside the text is clamped.
 */
import {
  DiagnosticSeverity,
  type Diagnostic,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity, Span, TextEdit as SpanEdit } from '../../engine/index.ts';
import type { Settings } from '../../protocol/index.ts';
import type { Client } from './client.ts';

export function toPosition(document: TextDocument, offset: number): Position {
  return document.positionAt(offset);
}

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toRanges(document: TextDocument, spans: readonly Span[]): Range[] {
  return spans.map((span) => toRange(document, span));
}

export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

export function toSpan(document: TextDocument, range: Range): Span {
  const start = document.offsetAt(range.start);
  return { start, end: Math.max(start, document.offsetAt(range.end)) };
}

export function toTextEdit(document: TextDocument, edit: SpanEdit): TextEdit {
  return { range: toRange(document, edit), newText: edit.newText };
}

const AS_CONFIGURED: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A draft is no broken program: one step milder than configured, so that Problems stays calm. */
const GENTLE: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Warning,
  warning: DiagnosticSeverity.Information,
  info: DiagnosticSeverity.Hint,
  hint: DiagnosticSeverity.Hint,
};

/** What a code action needs of the finding it fixes; travels in `Diagnostic.data`. */
export interface DiagnosticData {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly version: number;
}

export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  editorSeverity: Settings['lint']['editorSeverity'],
  client: Pick<Client, 'diagnosticCodeDescription' | 'diagnosticRelated' | 'diagnosticData'>,
): Diagnostic {
  const data: DiagnosticData = {
    rule: finding.rule,
    start: finding.start,
    end: finding.end,
    version: document.version,
  };
  return {
    range: toRange(document, finding),
    severity: (editorSeverity === 'gentle' ? GENTLE : AS_CONFIGURED)[finding.severity],
    code: finding.rule,
    source: 'sourcelight',
    message: finding.message,
    ...(client.diagnosticCodeDescription && /^[a-z]+:/.test(finding.docs)
      ? { codeDescription: { href: finding.docs } }
      : {}),
    ...(client.diagnosticRelated && finding.related.length > 0
      ? {
          relatedInformation: finding.related.map((related) => ({
            location: { uri: document.uri, range: toRange(document, related) },
            message: related.message,
          })),
        }
      : {}),
    ...(client.diagnosticData ? { data } : {}),
  };
}
