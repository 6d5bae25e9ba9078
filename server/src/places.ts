/**
 * Where a speaker stands: introduction, mentions and words, in this article and in the files of the index. Shared by
 * references, highlights, lenses and “who said this elsewhere”.
 */
import type { Location } from 'vscode-languageserver';
import type { Span, Speaker } from '../../engine/index.ts';
import type { Article } from './annotationCache.ts';
import { toRange } from './convert.ts';
import { rangesOf, speakerKey, type WorkspaceIndex } from './workspaceIndex.ts';

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Mentions without the introduction, and the content of all that is ascribed to the speaker. */
export function placesOf(
  article: Article,
  speaker: Speaker,
): {
  readonly introduction: Span | null;
  readonly mentions: readonly Span[];
  readonly words: readonly Span[];
} {
  const { introduction } = speaker;
  return {
    introduction,
    mentions: speaker.mentions.filter((mention) => introduction === null || !sameSpan(mention, introduction)),
    words: (article.lookup.statements.get(speaker.id) ?? []).flatMap((attribution) => attribution.content),
  };
}

export function locationsIn(article: Article, speaker: Speaker, includeDeclaration: boolean): Location[] {
  const { introduction, mentions, words } = placesOf(article, speaker);
  const spans = [...(includeDeclaration && introduction ? [introduction] : []), ...mentions, ...words];
  return spans
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((span, index, all) => {
      const before = all[index - 1];
      return before === undefined || !sameSpan(before, span);
    })
    .map((span) => ({ uri: article.uri, range: toRange(article.document, span) }));
}

/** The same speaker in other files, file by file. */
export function* locationsElsewhere(
  index: WorkspaceIndex,
  article: Article,
  speaker: Speaker,
): Generator<Location[]> {
  const key = speakerKey(speaker.type, speaker.name);
  if (key === null) return;
  for (const file of index.files()) {
    if (file.uri === article.uri) continue;
    const locations: Location[] = [];
    for (const other of file.speakers) {
      if (other.key !== key) continue;
      const seen = new Set<string>();
      const ranges = [other.introduction, other.mentions, other.statements].flatMap((places) =>
        rangesOf(file, places),
      );
      for (const range of ranges) {
        const place = `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
        if (seen.has(place)) continue;
        seen.add(place);
        locations.push({ uri: file.uri, range });
      }
    }
    if (locations.length > 0) yield locations;
  }
}
