/**
 * Links in Markdown to places in a document, and the same places as words for clients that show no links.
 */
import type { Span } from '../../engine/index.ts';
import type { Article } from './annotationCache.ts';
import type { Client } from './client.ts';
import { toPosition } from './convert.ts';

/** Characters that Markdown would read as its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
}

/** `[label](uri#L3,5)` where the client follows such links, else the label and the line. */
export function placeLink(
  article: Article,
  client: Pick<Client, 'locationLinks'>,
  label: string,
  span: Span,
): string {
  const { line, character } = toPosition(article.document, span.start);
  const words = escapeMarkdown(label);
  return client.locationLinks
    ? `[${words}](${article.uri}#L${line + 1},${character + 1})`
    : `${words} (line ${line + 1})`;
}
