/**
 * Half-open spans of UTF-16 code units, the only currency of positions in the engine.
 * Whether a span is relative to a paragraph or to the document is said by the type that holds it.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True if the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if `inner` lies wholly inside `outer` (equal bounds count). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span moved by `offset` code units. */
export function shift(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** The smallest span that covers all given spans, or null for an empty list. */
export function hull(spans: readonly Span[]): Span | null {
  const first = spans[0];
  if (!first) return null;
  let { start, end } = first;
  for (const span of spans) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  return { start, end };
}
