/**
 * The fingerprint of a finding: a hash of what it says about which words, never of where they stand, so that a
 * baseline survives moved paragraphs (docs: baseline). Plain 32-bit arithmetic: the same on every host.
 */

/** Unicode NFC, curly marks straight, white space collapsed: what survives reformatting. */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»]|``|''/g, '"')
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 64 bits in hex. */
export function fingerprint(rule: string, range: string, sentence: string): string {
  const key = `${rule}\0${normalise(range)}\0${normalise(sentence)}`;
  const hex = (value: number): string => value.toString(16).padStart(8, '0');
  return hex(hash32(key, 0x811c9dc5)) + hex(hash32(key, 0x9747b28c));
}
