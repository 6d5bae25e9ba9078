/**
 * Definition and declaration: from a mention, a pronoun or the words of a speaker to the first full mention; from a
 * quotation without a known speaker to the words that introduce it.
 */
import type { Definition, DefinitionLink, Location, LocationLink, Position } from 'vscode-languageserver';
import type { Span } from '../../../engine/index.ts';
import { hitsAt, speakerAt } from '../../../engine/query.ts';
import type { Article } from '../annotationCache.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from '../handler.ts';
import type { Feature } from './feature.ts';

interface Target {
  readonly origin: Span;
  readonly target: Span;
}

function targetAt(article: Article, offset: number): Target | null {
  const { lookup } = article;
  const found = speakerAt(lookup, offset);
  if (found !== null) {
    const target = found.speaker.introduction ?? found.speaker.mentions[0];
    if (target !== undefined) return { origin: found.span, target };
  }
  for (const hit of hitsAt(lookup.annotation, offset)) {
    if (hit.kind === 'agency') {
      const [target] = hit.agency.mentions;
      if (target !== undefined) return { origin: hit.span, target };
    }
    const attribution =
      hit.kind === 'quote'
        ? lookup.attributions.get(hit.quote.attribution ?? '')
        : 'attribution' in hit
          ? hit.attribution
          : undefined;
    const target = attribution?.source[0] ?? attribution?.cue[0];
    if (target !== undefined) return { origin: hit.span, target };
  }
  return null;
}

export const definition: Feature = {
  id: 'definition',
  capabilities: () => ({ definitionProvider: true, declarationProvider: true }),
  register: (connection, services) => {
    const answer =
      (links: boolean) =>
      (
        article: Article,
        params: { textDocument: { uri: string }; position: Position },
      ): Location | LocationLink[] | null => {
        const found = targetAt(article, toOffset(article.document, params.position));
        if (found === null) return null;
        const range = toRange(article.document, found.target);
        if (!links) return { uri: article.uri, range };
        return [
          {
            originSelectionRange: toRange(article.document, found.origin),
            targetUri: article.uri,
            targetRange: range,
            targetSelectionRange: range,
          },
        ];
      };
    connection.onDefinition(
      onDocument(
        services,
        'textDocument/definition',
        null as Definition | DefinitionLink[] | null,
        answer(services.client.definitionLinks),
      ),
    );
    connection.onDeclaration(
      onDocument(
        services,
        'textDocument/declaration',
        null as Location | LocationLink[] | null,
        answer(services.client.declarationLinks),
      ),
    );
  },
};
