/**
 * Reports a sentence with more hedges than a reader can weigh. Knows the reviewed hedges.
 */
import { HEDGES } from '../lexicon/hedges.gen.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, spanOf } from './story.ts';

const WORDS: ReadonlySet<string> = new Set(
  HEDGES.filter(
    ([form, kind]) =>
      !form.includes(' ') && /adverb|modal/.test(kind) && form !== 'would' && form !== 'could',
  ).map(([form]) => form),
);

function check({ story, options, report }: RuleContext): void {
  const max = numberOption(options, 'max');
  const { words } = story;
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    const found: number[] = [];
    for (let i = sentence.first; i < sentence.end; i++) {
      // "May" with a capital inside a sentence is the month.
      if ((words.quote[i] ?? 0) > 0 || (words.form[i] === 'May' && i > sentence.first)) continue;
      if (WORDS.has(words.lower[i] ?? '')) found.push(i);
    }
    const first = found[0];
    const last = found[found.length - 1];
    if (found.length <= max || first === undefined || last === undefined) continue;
    report({
      ...spanOf(words, first, last + 1),
      message: 'pileup',
      args: { count: found.length },
      confidence: 0.9,
    });
  }
}

export const hedgePileup: Rule = {
  id: 'hedge-pileup',
  number: null,
  title: 'Hedge upon hedge',
  starred: false,
  needs: ['T'],
  severity: 'off',
  fix: 'none',
  docs: {
    summary: "More than `max` hedges in one sentence of the writer's own words.",
    range: 'From the first hedge to the last.',
    rationale: 'Each hedge takes something back; after three nothing is said (B3).',
    standards: [],
    silentOn: [{ what: 'the month of May', text: 'In May the firm may perhaps move, police said.' }],
    bad: [{ text: 'The firm ⟦may possibly have allegedly perhaps⟧ moved the money, police said.' }],
    good: [{ text: 'The firm may have moved the money, police said.' }],
  },
  messages: { pileup: '{count} hedges in one sentence: what does it still say?' },
  options: {
    max: {
      type: 'integer',
      default: 3,
      minimum: 1,
      maximum: 20,
      description: 'Hedges that a sentence may have.',
    },
  },
  check,
};
