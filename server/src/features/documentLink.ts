/** Links: web addresses in an article, opened as they stand; the tooltip comes with `resolve`. */
import type { DocumentLink } from 'vscode-languageserver';
import { toRange } from '../convert.ts';
import { guarded, onDocument } from '../handler.ts';
import type { Feature } from './feature.ts';

/** An address up to white space, marks and brackets; the punctuation of the sentence behind it does not belong to it. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”‘’«»()[\]{}]+[^\s<>"“”‘’«»()[\]{}.,;:!?'…]/gi;

export const documentLink: Feature = {
  id: 'documentLink',
  capabilities: () => ({ documentLinkProvider: { resolveProvider: true } }),
  register: (connection, services) => {
    connection.onDocumentLinks(
      onDocument(services, 'textDocument/documentLink', null as DocumentLink[] | null, (article) =>
        [...article.text.matchAll(ADDRESS)].map((match) => ({
          range: toRange(article.document, { start: match.index, end: match.index + match[0].length }),
          target: match[0].toLowerCase().startsWith('www.') ? `https://${match[0]}` : match[0],
        })),
      ),
    );
    connection.onDocumentLinkResolve(
      guarded(services, 'documentLink/resolve', null as unknown as DocumentLink, (link: DocumentLink) =>
        services.client.linkTooltips
          ? { ...link, tooltip: services.say('Open the address in a browser') }
          : link,
      ),
    );
  },
};
