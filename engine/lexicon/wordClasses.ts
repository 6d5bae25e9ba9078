/**
 * Meaning classes of verbs and nouns: the WordNet lexicographer file of a lemma's first sense, by hash. Lets the
 * model treat a verb it never saw ("remonstrated") like its kind.
 */
import { hashString } from '../text/hash.ts';
import { decodeBase64 } from '../text/base64.ts';
import { WORDNET, WORDNET_BITS } from './wordnet.gen.ts';

const SIZE = 1 << WORDNET_BITS;
const table = decodeBase64(WORDNET);

/** Class of a lemma (1 to 44, as numbered by WordNet), or 0 if it is not known as that part of speech. */
export function wordClass(pos: 'verb' | 'noun', lemma: string): number {
  const hash = hashString((pos === 'verb' ? 'v' : 'n') + lemma);
  const fingerprint = hash >>> 16 || 1;
  for (let slot = hash & (SIZE - 1), probes = 0; probes < 64; probes++, slot = (slot + 1) & (SIZE - 1)) {
    const found = ((table[slot] ?? 0) << 8) | (table[SIZE + slot] ?? 0);
    if (found === fingerprint) return table[2 * SIZE + slot] ?? 0;
    if (found === 0) return 0;
  }
  return 0;
}

/** WordNet's number for verbs of telling, asking, ordering. */
export const VERB_OF_COMMUNICATION = 32;
