/**
 * What a card is: a heading, a few lines of plain words for the first glance, more lines on request, and places to
 * jump to, as spans. Knows neither Markdown nor editors.
 */
import type { Say } from '../say.ts';
import type { Span } from '../text/spans.ts';

/** A stretch of words; with `span` it leads to a place in the article, with `url` to a page (opened on a click only). */
export interface Piece {
  readonly text: string;
  readonly span?: Span;
  readonly url?: string;
}

/** One line: "Reply: denial in paragraph 9". Without a label the words stand alone. */
export interface Line {
  readonly label: string | null;
  readonly pieces: readonly Piece[];
}

export interface CardLink {
  readonly label: string;
  readonly span: Span;
}

export type CardKind = 'speaker' | 'statement' | 'allegation' | 'agency' | 'quote';

export interface Card {
  readonly kind: CardKind;
  /** What the card is about in the text: the range to light up. */
  readonly span: Span;
  readonly title: string;
  /** Role and affiliation, or what sort of thing it is; may be empty. */
  readonly subtitle: string;
  /** The first glance. */
  readonly lines: readonly Line[];
  /** More, for who asks. */
  readonly details: readonly Line[];
  readonly links: readonly CardLink[];
}

/** A line of plain words. */
export function line(label: string | null, text: string): Line {
  return { label, pieces: [{ text }] };
}

/** A line of several pieces. */
export function pieces(label: string | null, ...parts: readonly (Piece | string)[]): Line {
  return { label, pieces: parts.map((part) => (typeof part === 'string' ? { text: part } : part)) };
}

/** Joins words as a person would: "a", "a and b", "a, b and c". */
export function list(parts: readonly string[], say: Say): string {
  if (parts.length < 2) return parts[0] ?? '';
  return say('{0} and {1}', [parts.slice(0, -1).join(', '), parts.at(-1) ?? '']);
}

/**
 * Words of the article between quotation marks; marks inside become single ones, and one that the cut left open is
 * closed: “Park was let go because she was ‘chronically late’”.
 */
export function quoted(words: string): string {
  let open = 0;
  let straight = 0;
  const inner = words.replace(/[“”"]/gu, (mark) => {
    const opens = mark === '“' || (mark === '"' && straight++ % 2 === 0);
    if (!opens && open === 0) return '';
    open += opens ? 1 : -1;
    return opens ? '‘' : '’';
  });
  return `“${inner}${'’'.repeat(Math.max(0, open))}”`;
}

/** "1 statement", "3 statements"; a template for one and one for many, since languages differ. */
export function counted(say: Say, count: number, one: string, many: string): string {
  return say(count === 1 ? one : many, [count]);
}

/** A card with its labels in the reader's language; the words of its lines are so from the start. */
export function withLabels(card: Card, say: Say): Card {
  const named = (lines: readonly Line[]): readonly Line[] =>
    lines.map((each) => (each.label === null ? each : { ...each, label: say(each.label) }));
  return {
    ...card,
    lines: named(card.lines),
    details: named(card.details),
    links: card.links.map((link) => ({ ...link, label: say(link.label) })),
  };
}

/** First letter in upper case. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
