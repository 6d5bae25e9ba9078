/** Highlights of the speaker at the cursor: Write = introduction, Read = mentions, Text = their words. */
import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver';
import { hitsAt, speakerAt } from '../../../engine/query.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from '../handler.ts';
import { placesOf } from '../places.ts';
import type { Feature } from './feature.ts';

export const documentHighlight: Feature = {
  id: 'documentHighlight',
  capabilities: () => ({ documentHighlightProvider: true }),
  register: (connection, services) => {
    connection.onDocumentHighlight(
      onDocument(
        services,
        'textDocument/documentHighlight',
        null as DocumentHighlight[] | null,
        (article, params: { textDocument: { uri: string }; position: Position }) => {
          const { document, lookup } = article;
          const offset = toOffset(document, params.position);
          const found = speakerAt(lookup, offset);
          if (found !== null) {
            const { introduction, mentions, words } = placesOf(article, found.speaker);
            return [
              ...(introduction
                ? [{ range: toRange(document, introduction), kind: DocumentHighlightKind.Write }]
                : []),
              ...mentions.map((span) => ({
                range: toRange(document, span),
                kind: DocumentHighlightKind.Read,
              })),
              ...words.map((span) => ({ range: toRange(document, span), kind: DocumentHighlightKind.Text })),
            ];
          }
          for (const hit of hitsAt(lookup.annotation, offset)) {
            if (hit.kind === 'agency') {
              return hit.agency.mentions.map((span) => ({
                range: toRange(document, span),
                kind: DocumentHighlightKind.Read,
              }));
            }
            const attribution =
              hit.kind === 'quote'
                ? lookup.attributions.get(hit.quote.attribution ?? '')
                : 'attribution' in hit
                  ? hit.attribution
                  : undefined;
            if (attribution !== undefined) {
              return [
                ...attribution.source.map((span) => ({
                  range: toRange(document, span),
                  kind: DocumentHighlightKind.Read,
                })),
                ...[...attribution.cue, ...attribution.content].map((span) => ({
                  range: toRange(document, span),
                  kind: DocumentHighlightKind.Text,
                })),
              ];
            }
          }
          return null;
        },
      ),
    );
  },
};
