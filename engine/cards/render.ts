/**
 * Cards as Markdown and as plain text. Knows the shape of a card and how to escape words; where a link leads is told
 * by the caller, so that the server can make command links, paths or nothing.
 */
import type { Span } from '../text/spans.ts';
import type { Card, Line, Piece } from './card.ts';

export interface RenderOptions {
  /** Address of a place in the article, or null when it cannot be linked. */
  readonly href?: (span: Span) => string | null;
  /** Leaves out what is only for who asks. */
  readonly brief?: boolean;
}

/** Words as they are, whatever Markdown would make of them. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&]/gu, '\\$&');
}

function plainPiece({ text, url }: Piece): string {
  return url === undefined || text.includes(url) ? text : `${text} (${url})`;
}

function plainLine({ label, pieces }: Line): string {
  const words = pieces.map(plainPiece).join('').replace(/\s+/gu, ' ');
  return label === null ? words : `${label}: ${words}`;
}

/** A card as plain text: one thing a line, readable aloud. */
export function renderPlain(card: Card, options: RenderOptions = {}): string {
  const heading = card.subtitle === '' ? card.title : `${card.title}: ${card.subtitle}`;
  return [heading, ...card.lines.map(plainLine), ...(options.brief ? [] : card.details.map(plainLine))].join(
    '\n',
  );
}

function markdownPiece(piece: Piece, href: (span: Span) => string | null): string {
  const words = escapeMarkdown(piece.text);
  const lead = /^\s/u.test(piece.text) ? ' ' : '';
  const tail = /\s$/u.test(piece.text) ? ' ' : '';
  const address = piece.url ?? (piece.span ? href(piece.span) : null);
  return address === null || piece.text.trim() === ''
    ? words
    : `${lead}[${words.trim()}](${address.replace(/[()\s]/gu, encodeURIComponent)})${tail}`;
}

/** A card as Markdown: heading, first glance, details, links. */
export function renderMarkdown(card: Card, options: RenderOptions = {}): string {
  const href = options.href ?? ((): string | null => null);
  const lineOf = ({ label, pieces }: Line): string =>
    `${label === null ? '' : `${escapeMarkdown(label)}: `}${pieces.map((piece) => markdownPiece(piece, href)).join('')}`;
  const heading = `**${escapeMarkdown(card.title)}**${card.subtitle === '' ? '' : `: ${escapeMarkdown(card.subtitle)}`}`;
  const links = card.links.flatMap(({ label, span }) => {
    const address = href(span);
    return address === null
      ? []
      : [`[${escapeMarkdown(label)}](${address.replace(/[()\s]/gu, encodeURIComponent)})`];
  });
  return [
    heading,
    card.lines.map(lineOf).join('  \n'),
    ...(options.brief ? [] : [card.details.map(lineOf).join('  \n')]),
    links.join(' | '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
