/** Parsed values without the parts that are wrong. Knows no files and no meaning. */
import type { KeyPath } from './parse.ts';

/** A copy of `value` without what stands at `paths`; an item of a list goes, the list stays. */
export function without(value: unknown, paths: readonly KeyPath[]): unknown {
  if (paths.some((path) => path.length === 0)) return {};
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const kept: [string, unknown][] = [];
  for (const [key, child] of Object.entries(value)) {
    const below = paths.filter((path) => String(path[0]) === key).map((path) => path.slice(1));
    if (below.some((path) => path.length === 0)) continue;
    kept.push([key, without(child, below)]);
  }
  return Array.isArray(value) ? kept.map(([, child]) => child) : Object.fromEntries(kept);
}
