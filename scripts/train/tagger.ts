/** Trains the tagger: averaged perceptron (Collins 2002) on the teacher's tags, and the dictionary of sure forms. */
import { MAX_TAGGER_FEATURES, NO_TAG, correctTag, taggerFeatures } from '../../engine/detect/tagger.ts';
import { TAGS } from '../../engine/segment/tags.ts';
import type { Item } from './items.ts';
import { seededRandom, shuffle } from './random.ts';

export const TAGGER_BITS = 16;
const K = TAGS.length;
const NONE = 255;

export interface FloatTagger {
  readonly weights: Float32Array;
}

/** The teacher's tags of an item's tokens; 255 where the teacher split the words otherwise. */
export function taughtTags(item: Item, taught: ReadonlyMap<string, number>): Uint8Array {
  const { tokens } = item.read;
  const tags = new Uint8Array(tokens.count).fill(NONE);
  for (let i = 0; i < tokens.count; i++) {
    const start = (tokens.start[i] ?? 0) + item.offset;
    const end = (tokens.end[i] ?? 0) + item.offset;
    tags[i] = taught.get(`${start}-${end}`) ?? NONE;
  }
  return tags;
}

function bestTag(weights: Float32Array, features: Int32Array, n: number, scores: Float32Array): number {
  scores.fill(0);
  for (let j = 0; j < n; j++) {
    const row = features[j]! * K;
    for (let k = 0; k < K; k++) scores[k]! += weights[row + k]!;
  }
  let best = 0;
  for (let k = 1; k < K; k++) if (scores[k]! > scores[best]!) best = k;
  return best;
}

/** Trains on items and their taught tags. */
export function trainTagger(
  items: readonly Item[],
  taught: readonly Uint8Array[],
  epochs: number,
): FloatTagger {
  const size = K << TAGGER_BITS;
  const mask = (1 << TAGGER_BITS) - 1;
  const weights = new Float32Array(size);
  const sums = new Float64Array(size);
  const stamps = new Int32Array(size);
  let time = 0;
  const update = (features: Int32Array, n: number, tag: number, delta: number): void => {
    for (let j = 0; j < n; j++) {
      const o = features[j]! * K + tag;
      sums[o]! += (time - stamps[o]!) * weights[o]!;
      stamps[o] = time;
      weights[o]! += delta;
    }
  };
  const features = new Int32Array(MAX_TAGGER_FEATURES);
  const scores = new Float32Array(K);
  const order = Int32Array.from(items.keys());
  const random = seededRandom(7);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const item = items[index]!;
      const gold = taught[index]!;
      eachToken(item, (i, from, to, previous, beforePrevious) => {
        const n = taggerFeatures(item.read.forms, i, from, to, previous, beforePrevious, features, mask);
        const best = bestTag(weights, features, n, scores);
        const right = gold[i]!;
        if (right !== NONE) {
          time++;
          if (right !== best) {
            update(features, n, right, 1);
            update(features, n, best, -1);
          }
        }
        return best;
      });
    }
  }
  for (let o = 0; o < size; o++)
    weights[o] = (sums[o]! + (time - stamps[o]!) * weights[o]!) / Math.max(1, time);
  return { weights };
}

function eachToken(
  item: Item,
  visit: (i: number, from: number, to: number, previous: number, beforePrevious: number) => number,
): void {
  const { sentenceStart, tokens } = item.read;
  for (let s = 0; s < sentenceStart.length; s++) {
    const from = sentenceStart[s]!;
    const to = s + 1 < sentenceStart.length ? sentenceStart[s + 1]! : tokens.count;
    let previous = NO_TAG;
    let beforePrevious = NO_TAG;
    for (let i = from; i < to; i++) {
      const tag = visit(i, from, to, previous, beforePrevious);
      beforePrevious = previous;
      previous = tag;
    }
  }
}

/** Tags an item with float weights and the dictionary of sure forms. */
export function tagItem(tagger: FloatTagger, item: Item, sure: ReadonlyMap<number, number>): Uint8Array {
  const tags = new Uint8Array(item.read.tokens.count);
  const features = new Int32Array(MAX_TAGGER_FEATURES);
  const scores = new Float32Array(K);
  eachToken(item, (i, from, to, previous, beforePrevious) => {
    let tag = sure.get(item.read.forms[i]!.cased) ?? -1;
    if (tag < 0) {
      const mask = (1 << TAGGER_BITS) - 1;
      const n = taggerFeatures(item.read.forms, i, from, to, previous, beforePrevious, features, mask);
      tag = correctTag(bestTag(tagger.weights, features, n, scores), item.read.forms[i]!, previous);
    }
    tags[i] = tag;
    return tag;
  });
  return tags;
}

/**
 * Forms seen at least `least` times of which 99.5 % carry one tag, by the hash of the form. Saves the perceptron two
 * thirds of its work. Forms are hashed: no word of the text is stored.
 */
export function sureForms(
  items: readonly Item[],
  taught: readonly Uint8Array[],
  least = 12,
): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const [index, item] of items.entries())
    for (const [i, form] of item.read.forms.entries()) {
      const tag = taught[index]![i]!;
      if (tag === NONE) continue;
      let byTag = counts.get(form.cased);
      if (!byTag) counts.set(form.cased, (byTag = new Map<number, number>()));
      byTag.set(tag, (byTag.get(tag) ?? 0) + 1);
    }
  const sure = new Map<number, number>();
  for (const [hash, byTag] of counts) {
    let total = 0;
    let best = -1;
    let most = 0;
    for (const [tag, count] of byTag) {
      total += count;
      if (count > most) {
        most = count;
        best = tag;
      }
    }
    if (total >= least && most >= total * 0.995) sure.set(hash, best);
  }
  return sure;
}

/** Share of tokens tagged as the teacher does. */
export function agreement(tags: readonly Uint8Array[], taught: readonly Uint8Array[]): number {
  let right = 0;
  let total = 0;
  for (const [index, gold] of taught.entries())
    for (let i = 0; i < gold.length; i++) {
      if (gold[i] === NONE) continue;
      total++;
      if (tags[index]![i] === gold[i]) right++;
    }
  return right / Math.max(1, total);
}
