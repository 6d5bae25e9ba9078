/**
 * Hover: who says it and how we know, the verb and its stance, through which agency, how it stands and what answers
 * it; on an agency its facts. Markdown with links that jump, or plain text for clients that show no Markdown.
 */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { cardAt, renderCard } from '../cards.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from '../handler.ts';
import type { Feature } from './feature.ts';

export const hover: Feature = {
  id: 'hover',
  capabilities: () => ({ hoverProvider: true }),
  register: (connection, services) => {
    connection.onHover(
      onDocument(
        services,
        'textDocument/hover',
        null as Hover | null,
        (article, params: { textDocument: { uri: string }; position: Position }) => {
          if (!article.settings.hover.enabled) return null;
          const card = cardAt(article, toOffset(article.document, params.position));
          if (card === null) return null;
          const markdown = services.client.markdownHover;
          return {
            contents: {
              kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
              value: renderCard(article, services.client, card, markdown),
            },
            range: toRange(article.document, card.span),
          };
        },
      ),
    );
  },
};
