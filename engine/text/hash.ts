/**
 * 32-bit hashes by which features address rows of the model's tables. No word is stored in a table: only the row
 * its hash falls into. FNV-1a with a final avalanche; `mix` and `mix2` combine a template number with values.
 */

/** Hash of a string (FNV-1a over UTF-16 units, with an avalanche step). */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

/** Hash of feature template `template` with one value. */
export function mix(template: number, value: number): number {
  let hash = Math.imul(Math.imul(template, 0x9e3779b1) ^ value, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Hash of feature template `template` with two values. */
export function mix2(template: number, first: number, second: number): number {
  let hash = Math.imul(Math.imul(template, 0x9e3779b1) ^ first, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 15)) + second, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
