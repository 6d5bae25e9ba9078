/** Lemmas: irregular forms by table, regular ones by suffix, checked against the verbs that WordNet knows. */
import { IRREGULAR_FORMS } from './irregularForms.gen.ts';
import { wordClass } from './wordClasses.ts';

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  IRREGULAR_FORMS.map(([form, pos, lemma]) => [`${pos}${form}`, lemma]),
);

/**
 * Lemma of a word.
 * @param lower the form in lower case with plain marks
 * @param tag its Penn tag
 */
export function lemmaOf(lower: string, tag: string): string {
  if (tag.startsWith('VB') || tag === 'MD') {
    const irregular = IRREGULAR.get('v' + lower);
    if (irregular !== undefined) return irregular;
    if (tag === 'VBZ') return regularVerb(lower, lower.endsWith('s') ? 's' : '');
    if (tag === 'VBD' || tag === 'VBN') return regularVerb(lower, lower.endsWith('ed') ? 'ed' : '');
    if (tag === 'VBG') return regularVerb(lower, lower.endsWith('ing') ? 'ing' : '');
    return lower === "'s" ? 'be' : lower;
  }
  if (tag === 'NNS' || tag === 'NN') {
    const irregular = IRREGULAR.get('n' + lower);
    if (irregular !== undefined) return irregular;
    return tag === 'NNS' ? singular(lower) : lower;
  }
  return lower;
}

const isVerb = (lemma: string): boolean => wordClass('verb', lemma) > 0;

function regularVerb(form: string, suffix: '' | 's' | 'ed' | 'ing'): string {
  if (suffix === '' || form.length < suffix.length + 2) return form;
  if (suffix === 's') {
    if (form.endsWith('ies') && form.length > 4) return form.slice(0, -3) + 'y';
    const bare = form.slice(0, -1);
    if (form.endsWith('es') && !isVerb(bare) && isVerb(form.slice(0, -2))) return form.slice(0, -2);
    return form.endsWith('ss') ? form : bare;
  }
  if (suffix === 'ed' && form.endsWith('ied') && form.length > 4) return form.slice(0, -3) + 'y';
  const stem = form.slice(0, -suffix.length);
  if (!/[aeiouy]/u.test(stem)) return form; // "bring" ends in no suffix
  const last = stem.charAt(stem.length - 1);
  const before = stem.charAt(stem.length - 2);
  const vowel = /[aeiouy]/u;
  // "planned" → plan, but "called" → call
  if (last === before && !vowel.test(last)) {
    if (isVerb(stem)) return stem;
    return isVerb(stem.slice(0, -1)) ? stem.slice(0, -1) : stem;
  }
  // two consonants at the end rarely drop an e: "singing" → sing; "urging" → urge is no verb without it
  const order = !vowel.test(last) && !vowel.test(before) ? [stem, stem + 'e'] : [stem + 'e', stem];
  for (const candidate of order) if (isVerb(candidate)) return candidate;
  return /(?:[cgsvz]|at|ut|l)$/u.test(stem) && !/(?:ss|ng|ll|rl|el|al)$/u.test(stem) ? stem + 'e' : stem;
}

function singular(form: string): string {
  if (form.endsWith('ies') && form.length > 4) return form.slice(0, -3) + 'y';
  if (/(?:ss|sh|ch|x|zz)es$/u.test(form)) return form.slice(0, -2);
  if (form.endsWith('s') && !/(?:ss|us|is)$/u.test(form) && form.length > 2) return form.slice(0, -1);
  return form;
}
