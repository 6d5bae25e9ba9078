/**
 * Small builders of quick fixes. `‹…›` in a new text is a placeholder that the writer fills in; a fix that has one is
 * never safe.
 */
import type { Fix } from '../annotation.ts';
import type { Span } from '../text/spans.ts';
import type { Story, Words } from './story.ts';

export function replace(title: string, span: Span, newText: string, safe = false): Fix {
  return { title, safe, edits: [{ start: span.start, end: span.end, newText }] };
}

export function insert(title: string, at: number, newText: string, safe = false): Fix {
  return { title, safe, edits: [{ start: at, end: at, newText }] };
}

/** Deletes a token range together with the space that follows it (or precedes it, at the end of a clause). */
export function deletion(
  story: Story,
  first: number,
  end: number,
): { start: number; end: number; newText: string } {
  const { words, text } = story;
  let start = words.start[first] ?? 0;
  let stop = words.end[end - 1] ?? start;
  if (/[ \t]/.test(text.charAt(stop))) stop++;
  else if (/[ \t]/.test(text.charAt(start - 1))) start--;
  return { start, end: stop, newText: '' };
}

/** `word` with the capital letter that `like` has. */
export function matchCase(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** The offset just before the closing punctuation of a sentence given by its token range. */
export function beforeStop(words: Words, first: number, end: number): number {
  let last = end - 1;
  while (last > first && /^[.!?…"'”’)]+$/.test(words.lower[last] ?? '')) last--;
  return words.end[last] ?? 0;
}
