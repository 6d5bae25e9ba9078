/**
 * Reports refuted and rebutted where only a denial is told. Knows the verb and the words of its sentence that show proof.
 */
import { COARSE } from '../segment/tags.ts';
import { replace } from './fixes.ts';
import { inflect } from './inflect.ts';
import type { Rule, RuleContext } from './rule.ts';
import { hasAny, isProse, spanOf, textOf } from './story.ts';

const VERBS: ReadonlySet<string> = new Set(['refute', 'rebut']);
const FORMS: ReadonlySet<string> = new Set(
  'refute refutes refuted refuting rebut rebuts rebutted rebutting'.split(' '),
);
/** Proof in the sentence: "by showing", "with records". */
const PROOF: ReadonlySet<string> = new Set(
  (
    'showing producing proving pointing citing presenting publishing records figures evidence data documents proof ' +
    'receipts video footage photographs study studies research researchers experiment experiments scientists theory ' +
    'hypothesis findings analysis'
  ).split(' '),
);

function check({ story, report }: RuleContext): void {
  if (!hasAny(story, FORMS)) return;
  const { words } = story;
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      const form = words.lower[i] ?? '';
      if (!FORMS.has(form) || (words.quote[i] ?? 0) > 0 || words.coarse[i] === COARSE.noun) continue;
      if (!VERBS.has(words.lemma[i] ?? '') && !FORMS.has(form)) continue;
      let proof = false;
      for (let k = sentence.first; k < sentence.end; k++)
        if (k !== i && PROOF.has(words.lower[k] ?? '')) proof = true;
      // "did not rebut the point", "are easily refuted": nobody is said to have done it.
      const before = words.lower[i - 1] ?? '';
      if (proof || before === 'not' || before === "n't" || before.endsWith('ly')) continue;
      const span = spanOf(words, i, i + 1);
      report({
        ...span,
        message: 'refute',
        args: { verb: textOf(story, span) },
        confidence: 0.85,
        fixes: ['deny', 'dispute', 'reject'].map((verb) => {
          const text = inflect(verb, form);
          return replace(`Write “${text}”`, span, text);
        }),
      });
    }
  }
}

export const refuteDeny: Rule = {
  id: 'refute-deny',
  number: 37,
  title: 'Refuted, or only denied?',
  starred: false,
  needs: ['T'],
  severity: 'info',
  fix: 'offer',
  docs: {
    summary: '*refuted* or *rebutted* where only a denial is told.',
    range: 'The verb.',
    rationale: 'To refute is to prove wrong.',
    standards: ['plain meaning'],
    fix: 'Offers *denied*, *disputed*, *rejected*.',
    silentOn: [
      { what: '“by showing”', text: 'The mayor, Bola Adeyemi, refuted the claim by showing the receipts.' },
      {
        what: '“with records”',
        text: 'The mayor, Bola Adeyemi, refuted the claim with records from the bank.',
      },
      { what: 'science', text: 'The experiment refuted the theory.' },
      { what: 'quoted text', text: '“She refuted the claim,” said Ana Ruiz, a lawyer.' },
    ],
    bad: [
      {
        text: 'The mayor, Bola Adeyemi, ⟦refuted⟧ the claim.',
        fixed: 'The mayor, Bola Adeyemi, denied the claim.',
      },
    ],
    good: [{ text: 'The mayor, Bola Adeyemi, denied the claim.' }],
  },
  messages: { refute: '“{verb}” says that the claim was proved wrong; was it, or was it denied?' },
  check,
};
