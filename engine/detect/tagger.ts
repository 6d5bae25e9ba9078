/**
 * Part-of-speech tags by a greedy averaged perceptron (Collins 2002) over hashed features, with a dictionary of
 * forms that have one tag. Training (`scripts/train/tagger.ts`) calls the same features.
 */
import { addSparse, type SparseTable } from '../model/table.ts';
import { EDGE, type Form } from '../segment/forms.ts';
import { lemmaOf } from '../lexicon/lemma.ts';
import { reportingGroup } from '../lexicon/reportingGroups.ts';
import { wordClass } from '../lexicon/wordClasses.ts';
import { tagIndex } from '../segment/tags.ts';
import { mix, mix2 } from '../text/hash.ts';

export interface TaggerModel {
  readonly table: SparseTable;
  /** Hashes (`Form.cased`) of the forms that only ever have one tag, ascending, and their tags. */
  readonly knownForms: Int32Array;
  readonly knownTags: Uint8Array;
}

/** Stands for the tag before a sentence. */
export const NO_TAG = 97;
export const MAX_TAGGER_FEATURES = 24;

/**
 * Features of the token at `i` in a sentence `from … to`.
 * @returns how many were written to `out`; each is a row number
 */
export function taggerFeatures(
  forms: readonly Form[],
  i: number,
  from: number,
  to: number,
  previous: number,
  beforePrevious: number,
  out: Int32Array,
  mask: number,
): number {
  const here = forms[i] ?? EDGE;
  const left = i > from ? (forms[i - 1] ?? EDGE) : EDGE;
  const left2 = i > from + 1 ? (forms[i - 2] ?? EDGE) : EDGE;
  const right = i + 1 < to ? (forms[i + 1] ?? EDGE) : EDGE;
  const right2 = i + 2 < to ? (forms[i + 2] ?? EDGE) : EDGE;
  const first = i === from ? 1 : 0;
  let n = 0;
  out[n++] = mix(1, here.word);
  out[n++] = mix2(2, here.suffix3, first);
  out[n++] = mix(3, here.suffix2);
  out[n++] = mix(4, here.suffix1);
  out[n++] = mix2(5, here.shape, first);
  out[n++] = mix(6, here.prefix3);
  out[n++] = mix(7, previous);
  out[n++] = mix2(8, previous, beforePrevious);
  out[n++] = mix2(9, previous, here.word);
  out[n++] = mix(10, left.word);
  out[n++] = mix(11, right.word);
  out[n++] = mix(12, right2.word);
  out[n++] = mix(13, left2.word);
  out[n++] = mix(14, right.suffix3);
  out[n++] = mix(15, left.suffix3);
  out[n++] = mix2(16, previous, right.word);
  out[n++] = mix2(17, here.word, right.word);
  out[n++] = mix2(18, here.suffix3, previous);
  out[n++] = mix2(19, here.shape, right.shape);
  out[n++] = mix2(20, left.word, here.word);
  out[n++] = mix(21, 0);
  out[n++] = mix2(22, here.suffix3, right.suffix2);
  out[n++] = mix2(23, here.cased, previous);
  for (let k = 0; k < n; k++) out[k] = out[k]! & mask;
  return n;
}

/** The only tag of a form, or -1 if it has several or is unknown. */
export function knownTag(model: TaggerModel, form: Form): number {
  const { knownForms, knownTags } = model;
  let low = 0;
  let high = knownForms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const hash = knownForms[middle]!;
    if (hash === form.cased) return knownTags[middle]!;
    if (hash < form.cased) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const NN = tagIndex('NN');
const NNS = tagIndex('NNS');
const JJ = tagIndex('JJ');
const DT = tagIndex('DT');
const POS = tagIndex('POS');
const POSSESSIVE = tagIndex('PRP$');
const VB = tagIndex('VB');
const VBP = tagIndex('VBP');
const VBZ = tagIndex('VBZ');
const TO = tagIndex('TO');
const MD = tagIndex('MD');

/** A reporting verb that is no noun, where no noun phrase goes on: "Prosecutors accuse Frey of fraud". */
export function correctTag(tag: number, form: Form, previous: number): number {
  if ((tag !== NN && tag !== NNS) || form.capitalised) return tag;
  if (previous === DT || previous === JJ || previous === POSSESSIVE || previous === POS || previous === NN)
    return tag;
  const { lower } = form;
  const lemma = tag === NNS ? lemmaOf(lower, 'VBZ') : lower;
  if (reportingGroup(lemma, true) === 0 || reportingGroup(lemma, false) > 0 || wordClass('noun', lemma) > 0)
    return tag;
  if (tag === NNS) return VBZ;
  return previous === TO || previous === MD ? VB : VBP;
}

/** Tags the forms of a paragraph, sentence by sentence. */
export function tagForms(model: TaggerModel, forms: readonly Form[], sentenceStart: Int32Array): Uint8Array {
  const tags = new Uint8Array(forms.length);
  const { table } = model;
  const mask = (1 << table.bits) - 1;
  const features = new Int32Array(MAX_TAGGER_FEATURES);
  const scores = new Int32Array(64);
  for (let s = 0; s < sentenceStart.length; s++) {
    const from = sentenceStart[s]!;
    const to = s + 1 < sentenceStart.length ? sentenceStart[s + 1]! : forms.length;
    let previous = NO_TAG;
    let beforePrevious = NO_TAG;
    for (let i = from; i < to; i++) {
      const form = forms[i];
      let best = form ? knownTag(model, form) : 0;
      if (best < 0) {
        const n = taggerFeatures(forms, i, from, to, previous, beforePrevious, features, mask);
        scores.fill(0);
        addSparse(table, features, n, scores);
        best = 0;
        for (let label = 1; label < table.labels; label++) if (scores[label]! > scores[best]!) best = label;
        if (form) best = correctTag(best, form, previous);
      }
      tags[i] = best;
      beforePrevious = previous;
      previous = best;
    }
  }
  return tags;
}
