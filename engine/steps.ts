/**
 * Work that can be done a little at a time: a generator that yields when it has worked for a few milliseconds on a long
 * text. Whoever drives it may let others in between, or drop it. Knows no clock: work is counted, so that results and
 * steps are the same on every host.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
