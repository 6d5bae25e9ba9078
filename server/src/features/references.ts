/**
 * References: every mention of a speaker and every word ascribed to them, here and, through the index, in the other
 * files of the workspace; file by file as partial results where the client takes them.
 */
import type { Location, ReferenceParams } from 'vscode-languageserver';
import { hitsAt, speakerAt } from '../../../engine/query.ts';
import type { Article } from '../annotationCache.ts';
import { toOffset, toRange } from '../convert.ts';
import { onDocument } from '../handler.ts';
import { locationsElsewhere, locationsIn } from '../places.ts';
import type { Services } from '../services.ts';
import { rangesOf } from '../workspaceIndex.ts';
import type { Feature } from './feature.ts';

/** One list a file: the article itself first. */
function* groups(services: Services, article: Article, params: ReferenceParams): Generator<Location[]> {
  const offset = toOffset(article.document, params.position);
  const found = speakerAt(article.lookup, offset);
  if (found !== null) {
    yield locationsIn(article, found.speaker, params.context.includeDeclaration);
    yield* locationsElsewhere(services.index, article, found.speaker);
    return;
  }
  for (const hit of hitsAt(article.lookup.annotation, offset)) {
    if (hit.kind !== 'agency') continue;
    const { agency } = hit;
    yield agency.mentions.map((mention) => ({ uri: article.uri, range: toRange(article.document, mention) }));
    for (const file of services.index.files()) {
      if (file.uri === article.uri) continue;
      const same = file.agencies.filter(({ name }) => name === agency.name);
      if (same.length > 0)
        yield same.flatMap((other) => rangesOf(file, other).map((range) => ({ uri: file.uri, range })));
    }
    return;
  }
}

export const references: Feature = {
  id: 'references',
  capabilities: () => ({ referencesProvider: true }),
  register: (connection, services) => {
    connection.onReferences((params, token, _progress, partial) =>
      onDocument(services, 'textDocument/references', null as Location[] | null, (article) => {
        const result: Location[] = [];
        for (const locations of groups(services, article, params)) {
          if (partial) partial.report(locations);
          else result.push(...locations);
        }
        return result;
      })(params, token),
    );
  },
};
