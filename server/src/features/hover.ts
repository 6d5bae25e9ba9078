/**
 * Hover: who says it and how we know, the verb and its stance, through which agency, how it stands and what answers
 * it; on an agency its facts. Markdown with links that jump, or plain text for clients that show no Markdown.
 */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { cardAt, renderMarkdown, renderPlain } from '../../../engine/cards/cards.ts';
import { toOffset, toRange } from '../convert.ts';
import { placeAddress } from '../links.ts';
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
        async (article, params: { textDocument: { uri: string }; position: Position }) => {
          if (!article.settings.hover.enabled) return null;
          const offset = toOffset(article.document, params.position);
          const { book } = await services.projects.of(article.uri, article.settings);
          const card = cardAt({ ...article, agencies: book.agencies, say: services.say }, offset);
          if (card === null) return null;
          const markdown = services.client.markdownHover;
          const href = placeAddress(article, services.client);
          return {
            contents: {
              kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
              value: markdown ? renderMarkdown(card, { href }) : renderPlain(card),
            },
            range: toRange(article.document, card.span),
          };
        },
        'soon',
      ),
    );
  },
};
