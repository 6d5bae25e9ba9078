/** Values of options, checked: one of a list, or a whole number. */
import { Failure, nearest } from './failure.ts';

/** `value` when it is one of `known`, undefined when absent. */
export function choice<T extends string>(
  option: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((entry) => entry === value);
  if (found === undefined) {
    const near = nearest(value, known);
    throw new Failure(
      `${option}: “${value}” is not one of ${known.join(', ')}${near === null ? '' : `; did you mean “${near}”?`}`,
    );
  }
  return found;
}

export function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw new Failure(`${option}: “${value}” is not a whole number`);
  return Number(value);
}
