/** Measuring: percentiles, best-of-several times, texts to measure on. Knows nothing of what is measured. */

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Milliseconds that one call takes. */
export function time(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** The least of several times: what the work takes when the machine does nothing else. */
export function best(rounds: number, work: () => unknown): number {
  let least = Infinity;
  for (let i = 0; i < rounds; i++) least = Math.min(least, time(work));
  return least;
}

/**
 * The articles one after the other until the text has `size` characters. Paragraphs are numbered, or an engine that
 * keeps what it knows of a paragraph would work on the first copy only.
 */
export function longText(articles: readonly string[], size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let copy = 0; length < size && articles.length > 0; copy++)
    for (const article of articles) {
      if (length >= size) break;
      const text = copy === 0 ? article : article.replace(/([.”"])(\n\n|$)/gu, `$1 It is number ${copy}.$2`);
      parts.push(text);
      length += text.length + 2;
    }
  return parts.join('\n\n').slice(0, size);
}
