/**
 * Who is quoted anywhere: speakers, quotations and agencies of the open and indexed articles, by any letters of the
 * query in order. Places come with `resolve` where the client resolves them.
 */
import { SymbolKind, type SymbolInformation, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Range } from '../../../protocol/index.ts';
import { nameOf } from '../fileAccess.ts';
import { guarded } from '../handler.ts';
import { rangesOf } from '../workspaceIndex.ts';
import type { Feature } from './feature.ts';

/** A list longer than this helps nobody; the next letter narrows it. */
const LIMIT = 500;

interface Found {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly uri: string;
  readonly range: Range;
  readonly container: string;
}

/** True if the letters of the query stand in the text in their order. */
export function matches(query: string, text: string): boolean {
  let at = 0;
  const lower = text.toLowerCase();
  for (const letter of query.toLowerCase()) {
    if (/\s/.test(letter)) continue;
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export const workspaceSymbol: Feature = {
  id: 'workspaceSymbol',
  capabilities: (client) => ({
    workspaceSymbolProvider: client.workspaceSymbolResolvesRange ? { resolveProvider: true } : true,
  }),
  register: (connection, services) => {
    const lazy = services.client.workspaceSymbolResolvesRange;
    connection.onWorkspaceSymbol((params, token) =>
      guarded(
        services,
        'workspace/symbol',
        null as SymbolInformation[] | WorkspaceSymbol[] | null,
        async (
          { query }: { query: string },
          innerToken,
        ): Promise<SymbolInformation[] | WorkspaceSymbol[] | null> => {
          // Open documents are found before the index has seen them.
          for (const { uri } of services.documents.all())
            await services.annotations.get(uri).catch(() => null);
          const found: Found[] = [];
          for (const file of services.index.files()) {
            if (innerToken.isCancellationRequested || found.length >= LIMIT) break;
            const container = nameOf(file.uri);
            for (const speaker of file.speakers) {
              if (speaker.statements.count === 0 || !matches(query, speaker.name)) continue;
              const [range] = [speaker.introduction, speaker.mentions, speaker.statements].flatMap((places) =>
                rangesOf(file, places),
              );
              if (range === undefined) continue;
              const kind = speaker.type === 'person' ? SymbolKind.Class : SymbolKind.Module;
              found.push({ name: speaker.name, kind, uri: file.uri, range, container });
            }
            for (const agency of file.agencies) {
              const [range] = matches(query, agency.name) ? rangesOf(file, agency) : [];
              if (range === undefined) continue;
              found.push({ name: agency.name, kind: SymbolKind.Package, uri: file.uri, range, container });
            }
            if (query === '') continue;
            for (const quote of file.quotes) {
              if (!quote.text.toLowerCase().includes(query.toLowerCase())) continue;
              const [range] = rangesOf(file, quote);
              if (range === undefined) continue;
              const name = quote.text.replace(/\s+/g, ' ').slice(0, 100);
              const where = quote.speaker === null ? container : `${quote.speaker} · ${container}`;
              found.push({
                name,
                kind: SymbolKind.String,
                uri: file.uri,
                range,
                container: where,
              });
            }
          }
          const listed = found.slice(0, LIMIT);
          return lazy
            ? listed.map(({ name, kind, uri, range, container }): WorkspaceSymbol => ({
                name,
                kind,
                containerName: container,
                location: { uri },
                data: { range },
              }))
            : listed.map(({ name, kind, uri, range, container }): SymbolInformation => ({
                name,
                kind,
                containerName: container,
                location: { uri, range },
              }));
        },
      )(params, token),
    );
    connection.onWorkspaceSymbolResolve(
      guarded(
        services,
        'workspaceSymbol/resolve',
        null as unknown as WorkspaceSymbol,
        (symbol: WorkspaceSymbol) => {
          const data = symbol.data as { readonly range?: Range } | undefined;
          return data?.range
            ? { ...symbol, location: { uri: symbol.location.uri, range: data.range } }
            : symbol;
        },
      ),
    );
  },
};
