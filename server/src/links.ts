/** Addresses of places in a document, for the links of cards; and Markdown's own characters. */
import type { Span } from '../../engine/index.ts';
import type { Location } from '../../protocol/index.ts';
import type { Article } from './annotationCache.ts';
import type { Client } from './client.ts';
import { toPosition } from './convert.ts';
import type { Services } from './services.ts';

/** Characters that Markdown would read as its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
}

/** `uri#L3,5` for clients that follow such links, else nothing. */
export function placeAddress(
  article: Article,
  client: Pick<Client, 'locationLinks'>,
): (span: Span) => string | null {
  return (span) => {
    if (!client.locationLinks) return null;
    const { line, character } = toPosition(article.document, span.start);
    return `${article.uri}#L${line + 1},${character + 1}`;
  };
}

/**
 * Words of a page as a Markdown link to a place, where the client can follow it; else the words alone. VS Code's
 * preview drops links with a scheme, but reads one that begins with a slash from the first workspace folder.
 */
export function placeLink({
  client,
  folders,
}: Pick<Services, 'client' | 'folders'>): (words: string, place: Location | null) => string {
  return (words, place) => {
    const label = escapeMarkdown(words);
    const root = folders()[0]?.replace(/\/$/, '');
    if (place === null || !client.locationLinks || root === undefined) return label;
    if (!place.uri.startsWith(`${root}/`)) return label;
    const { line, character } = place.range.start;
    const address = `${place.uri.slice(root.length)}#L${line + 1},${character + 1}`;
    return `[${label}](${address.replace(/[()\s]/g, encodeURIComponent)})`;
  };
}
