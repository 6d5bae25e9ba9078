/**
 * The outline: speakers and, below each, what they say; then what nobody is given for. A flat list for clients
 * without hierarchy.
 */
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { Attribution, Span, Speaker, SpeakerType } from '../../../engine/index.ts';
import { STANCE_WORDS } from '../../../engine/cards/wording.ts';
import { excerpt } from '../../../engine/query.ts';
import type { Say } from '../../../engine/say.ts';
import type { Article } from '../annotationCache.ts';
import { toRange } from '../convert.ts';
import { onDocument } from '../handler.ts';
import { shownAttributions, speakingSpeakers, titleOf, unattributedQuotes } from '../summary.ts';
import type { Feature } from './feature.ts';

/** Icons that editors have, chosen so that people, bodies and papers differ. */
const KINDS: Readonly<Record<SpeakerType, SymbolKind>> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  country: SymbolKind.Namespace,
  agency: SymbolKind.Package,
  outlet: SymbolKind.Package,
  group: SymbolKind.Enum,
  anonymous: SymbolKind.Null,
  document: SymbolKind.File,
};

function detailOf(speaker: Speaker): string {
  return [speaker.role, speaker.affiliation].filter((part) => part !== null && part !== '').join(', ');
}

/** From the first to the last span. */
function around(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}

function statementSymbol(article: Article, attribution: Attribution, say: Say): DocumentSymbol | null {
  const content = attribution.content.length > 0 ? attribution.content : attribution.cue;
  const [first] = content;
  if (first === undefined) return null;
  const whole = around([...content, ...attribution.cue, ...attribution.source]);
  const cue = attribution.cue.map((span) => article.text.slice(span.start, span.end)).join(' … ');
  const notes = [
    cue,
    attribution.stance === 'neutral' || attribution.stance === 'other'
      ? ''
      : say(STANCE_WORDS[attribution.stance]),
  ];
  return {
    name: excerpt(article.text, first, 80) || '…',
    detail: notes.filter((note) => note !== '').join(' · '),
    kind: attribution.form === 'indirect' ? SymbolKind.Field : SymbolKind.String,
    range: toRange(article.document, whole),
    selectionRange: toRange(article.document, first),
  };
}

export function outlineOf(article: Article, say: Say): DocumentSymbol[] {
  const { document, lookup, text } = article;
  const shown = new Set(shownAttributions(article));
  const symbols: DocumentSymbol[] = [];
  for (const speaker of speakingSpeakers(article)) {
    const statements = (lookup.statements.get(speaker.id) ?? []).filter((attribution) =>
      shown.has(attribution),
    );
    const children = statements
      .map((attribution) => statementSymbol(article, attribution, say))
      .filter((symbol): symbol is DocumentSymbol => symbol !== null);
    const selection = speaker.introduction ?? speaker.mentions[0] ?? statements[0]?.cue[0];
    if (selection === undefined) continue;
    const spans = statements.flatMap((statement) => [
      ...statement.source,
      ...statement.cue,
      ...statement.content,
    ]);
    symbols.push({
      name: speaker.name || '…',
      detail: detailOf(speaker),
      kind: KINDS[speaker.type],
      range: toRange(document, around([selection, ...spans])),
      selectionRange: toRange(document, selection),
      children,
    });
  }
  const bare: DocumentSymbol[] = [];
  for (const attribution of shown) {
    if (attribution.speaker !== null) continue;
    const symbol = statementSymbol(article, attribution, say);
    if (symbol !== null) bare.push(symbol);
  }
  for (const quote of unattributedQuotes(article)) {
    const range = toRange(document, quote);
    bare.push({ name: excerpt(text, quote, 80), kind: SymbolKind.String, range, selectionRange: range });
  }
  const [first] = bare;
  if (first !== undefined) {
    bare.sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
    symbols.push({
      name: say('No speaker found'),
      kind: SymbolKind.Null,
      range: { start: (bare[0] ?? first).range.start, end: (bare.at(-1) ?? first).range.end },
      selectionRange: (bare[0] ?? first).selectionRange,
      children: bare,
    });
  }
  return symbols;
}

function flatten(
  article: Article,
  symbols: readonly DocumentSymbol[],
  container: string,
): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: symbol.kind,
      location: { uri: article.uri, range: symbol.selectionRange },
      containerName: container,
    },
    ...flatten(article, symbol.children ?? [], symbol.name),
  ]);
}

export const documentSymbol: Feature = {
  id: 'documentSymbol',
  capabilities: () => ({ documentSymbolProvider: { label: 'Sourcelight' } }),
  register: (connection, services) => {
    connection.onDocumentSymbol(
      onDocument(
        services,
        'textDocument/documentSymbol',
        null as DocumentSymbol[] | SymbolInformation[] | null,
        (article) => {
          const symbols = outlineOf(article, services.say);
          return services.client.hierarchicalSymbols ? symbols : flatten(article, symbols, titleOf(article));
        },
      ),
    );
  },
};
