/**
 * Verbs in the form of another verb, so that a fix keeps tense and person: "rants" → "says", "had slammed" → "had
 * criticised". Knows the irregular forms and the spelling of the regular ones, nothing of sentences.
 */
import { IRREGULAR_FORMS } from '../lexicon/irregularForms.gen.ts';
import { lemmaOf } from '../lexicon/lemma.ts';

export type Shape = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/** Verbs whose past form is their base: the tagger or an auxiliary would have to tell; news tells in the past. */
const SAME_IN_PAST: ReadonlySet<string> = new Set('hit shot let put cut set shut spread'.split(' '));

/** Irregular forms by lemma, without those in -s and -ing. */
const IRREGULAR: ReadonlyMap<string, readonly string[]> = irregular();

function irregular(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const [form, pos, lemma] of IRREGULAR_FORMS) {
    if (pos !== 'v' || form.startsWith("'") || /(?:s|ing)$/.test(form)) continue;
    const known = table.get(lemma);
    if (known === undefined) table.set(lemma, [form]);
    else known.push(form);
  }
  return table;
}

/** "given", "gone", "sworn", "begun": what follows *has*. */
const isParticiple = (form: string): boolean => /(?:n|ne|un|um)$/.test(form) && !/(?:an)$/.test(form);

/** The shape of a verb's form. A form in -ed counts as past; after *has* or *was* the caller says `participle`. */
export function shapeOf(form: string): Shape {
  const lower = form.toLowerCase();
  if (lower.endsWith('ing') && lemmaOf(lower, 'VBG') !== lower) return 'gerund';
  if (lower.endsWith('ed') || SAME_IN_PAST.has(lower)) return 'past';
  if (lower.endsWith('s') && !lower.endsWith('ss')) return 'third';
  const lemma = lemmaOf(lower, 'VBD');
  if (lemma === lower) return 'base';
  return (IRREGULAR.get(lemma) ?? []).some((other) => other !== lower) && isParticiple(lower)
    ? 'participle'
    : 'past';
}

/** "admit" doubles its last letter, "visit" does not. */
function doubles(verb: string): boolean {
  if (
    /(?:admit|permit|commit|submit|rebut|refer|prefer|infer|concur|occur|deter|regret|rebel|compel)$/.test(
      verb,
    )
  )
    return true;
  return /^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$/.test(verb);
}

function regular(verb: string, ending: 'ed' | 'ing'): string {
  if (ending === 'ing' && verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !(ending === 'ing' && /(?:ee|ye|oe)$/.test(verb)))
    return verb.slice(0, -1) + ending;
  if (ending === 'ed' && /[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doubles(verb) ? verb + verb.slice(-1) + ending : verb + ending;
}

/** A lemma in a shape: `inShape('deny', 'third')` → denies. */
export function inShape(verb: string, shape: Shape): string {
  switch (shape) {
    case 'base':
      return verb;
    case 'third':
      if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
      return /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
    case 'gerund':
      return regular(verb, 'ing');
    case 'past':
    case 'participle': {
      const forms = IRREGULAR.get(verb) ?? [];
      const fits = forms.find((form) => isParticiple(form) === (shape === 'participle'));
      return fits ?? forms[0] ?? regular(verb, 'ed');
    }
  }
}

/** The participle stands where an auxiliary stands before it; a past form alone cannot tell. */
export function inflect(verb: string, like: string, afterAuxiliary = false): string {
  const shape = shapeOf(like);
  return inShape(verb, shape === 'past' && afterAuxiliary ? 'participle' : shape);
}
