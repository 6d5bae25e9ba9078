/**
 * Faults that the user can do something about: wrong usage, unreadable files, broken configuration. They are
 * printed as one line on standard error and end with status 2; anything else is a fault of ours.
 */
export const EXIT = { clean: 0, findings: 1, fault: 2, interrupted: 130 } as const;

/** `binary` and `large` files are passed over in a folder and a fault only when named; the rest is always a fault. */
export type FailureKind = 'usage' | 'missing' | 'binary' | 'large' | 'encoding';

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;

  constructor(message: string, kind: FailureKind = 'usage') {
    super(message);
    this.kind = kind;
  }
}

/** The nearest of the known words by edit distance, to offer for a misspelt one, or null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
