/**
 * Reports a second hedge on an act that is already hedged ("accused of allegedly"). Knows hedging words and the few
 * tokens between them; a comma, a conjunction or a relative pronoun between them makes them two acts.
 */
import { HEDGES } from '../lexicon/hedges.gen.ts';
import { deletion } from './fixes.ts';
import { flagOption, type Rule, type RuleContext } from './rule.ts';
import { hasAny, isProse, spanOf, textOf, type Sentence, type Story } from './story.ts';
import type { Fix } from '../annotation.ts';

const HEARSAY: ReadonlySet<string> = new Set(
  HEDGES.filter(
    ([form, kind, hearsay]) =>
      kind === 'reportative-adverb' && hearsay === 'y' && !form.includes(' ') && form.endsWith('ly'),
  ).map(([form]) => form),
);

/** What ends the reach of a first hedge: another act begins. */
const BOUNDARIES: ReadonlySet<string> = new Set(
  ', ; : - and but or who which while after before when where because ( )'.split(' '),
);

/** How far a first hedge reaches: "accused by prosecutors and the bank of allegedly". */
const REACH = 8;

/** The first hedge that begins at token `i`, as the token after it, or -1. */
function hedgeEnd(
  story: Story,
  sentence: Sentence,
  i: number,
  charged: boolean,
  hearsay: ReadonlySet<string>,
): number {
  const { words } = story;
  const word = words.lower[i] ?? '';
  if (hearsay.has(word)) return i + 1;
  if (word === 'accused' || word === 'suspected') {
    for (let k = i + 1; k < Math.min(sentence.end, i + REACH); k++) if (words.lower[k] === 'of') return k + 1;
    return -1;
  }
  if (word === 'accuse' || word === 'accuses' || word === 'accusing') {
    for (let k = i + 1; k < Math.min(sentence.end, i + REACH); k++) if (words.lower[k] === 'of') return k + 1;
    return -1;
  }
  if (charged && word === 'charged') {
    for (let k = i + 1; k < Math.min(sentence.end, i + REACH); k++) {
      if (words.lower[k] === 'for' || words.lower[k] === 'with') return k + 1;
    }
    return -1;
  }
  // "is alleged to have allegedly", "police allege he allegedly".
  if (
    word === 'alleged' ||
    word === 'allege' ||
    word === 'alleges' ||
    word === 'reported' ||
    word === 'rumoured'
  ) {
    const next = words.lower[i + 1] ?? '';
    if (next === 'to') return i + 2;
    if (word.startsWith('allege') && (next === 'that' || next === 'he' || next === 'she' || next === 'they'))
      return i + 1;
  }
  return -1;
}

function without(story: Story, first: number, end: number, words: string): Fix {
  return { title: `Delete “${words}”`, safe: true, edits: [deletion(story, first, end)] };
}

function check({ story, options, report }: RuleContext): void {
  if (story.house.hedges.length === 0 && !hasAny(story, HEARSAY) && !hasAny(story, ['alleged'])) return;
  const { words } = story;
  const charged = flagOption(options, 'chargedForAllegedly');
  const house = story.house.hedges;
  const hearsay =
    house.length === 0 ? HEARSAY : new Set([...HEARSAY, ...house.map((word) => word.toLowerCase())]);
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      // "alleged suspect": the weaker word goes.
      if (words.lower[i] === 'alleged' && /^suspects?$/.test(words.lower[i + 1] ?? '')) {
        const span = spanOf(words, i, i + 1);
        report({
          ...span,
          message: 'double',
          args: { second: textOf(story, span), first: words.form[i + 1] ?? '' },
          confidence: 0.95,
          fixes: [without(story, i, i + 1, textOf(story, span))],
        });
        continue;
      }
      const from = hedgeEnd(story, sentence, i, charged, hearsay);
      if (from < 0) continue;
      // "reportedly may have fled": the modal hedges again.
      const modal = words.lower[from] ?? '';
      if (hearsay.has(words.lower[i] ?? '') && (modal === 'may' || modal === 'might')) {
        const span = spanOf(words, from, from + 1);
        report({
          ...span,
          message: 'double',
          args: { second: modal, first: words.form[i] ?? '' },
          confidence: 0.85,
          fixes: [{ ...without(story, i, i + 1, words.form[i] ?? ''), safe: false }],
        });
        continue;
      }
      for (let k = from; k < Math.min(sentence.end, from + REACH); k++) {
        const word = words.lower[k] ?? '';
        if (BOUNDARIES.has(word)) break;
        if (!hearsay.has(word) || (words.quote[k] ?? 0) > 0) continue;
        const span = spanOf(words, k, k + 1);
        report({
          ...span,
          message: 'double',
          args: { second: textOf(story, span), first: textOf(story, spanOf(words, i, i + 1)) },
          confidence: 0.95,
          related: [{ ...spanOf(words, i, i + 1), message: 'The first hedge' }],
          fixes: [without(story, k, k + 1, textOf(story, span))],
        });
        i = k;
        break;
      }
    }
  }
}

export const allegationDoubleHedge: Rule = {
  id: 'allegation-double-hedge',
  number: 29,
  title: 'Two hedges on one act',
  starred: true,
  needs: ['T'],
  severity: 'info',
  fix: 'safe',
  docs: {
    summary: 'Two hedges on one act: accused of allegedly, alleged suspect, reportedly may have.',
    range: 'The second hedge (the first when it is the weaker word).',
    rationale: 'Doubling says less, not more (B3).',
    standards: ['B3'],
    fix: 'Safe: delete the second hedge and one space.',
    silentOn: [
      {
        what: 'two hedges on two different acts',
        text: 'Piers Doyle, the club’s treasurer, was accused by prosecutors of fraud and, the club’s auditor said, reportedly left the country. Doyle denies it.',
      },
      {
        what: 'a hedge inside a quotation',
        text: 'Piers Doyle, the club’s treasurer, was accused by prosecutors of “allegedly” taking the money. Doyle denies it.',
      },
      {
        what: 'a conviction',
        text: 'Piers Doyle, the club’s treasurer, was charged with fraud, prosecutors said. Doyle denies it.',
      },
    ],
    bad: [
      {
        text: 'Piers Doyle, the club’s treasurer, was accused by prosecutors of ⟦allegedly⟧ taking the money. Doyle denies it.',
        fixed:
          'Piers Doyle, the club’s treasurer, was accused by prosecutors of taking the money. Doyle denies it.',
      },
    ],
    good: [
      {
        text: 'Piers Doyle, the club’s treasurer, was accused by prosecutors of taking the money. Doyle denies it.',
      },
    ],
  },
  messages: { double: '“{second}” hedges again what “{first}” has hedged.' },
  options: {
    chargedForAllegedly: {
      type: 'boolean',
      default: true,
      description: '“charged … for allegedly” is reported too.',
    },
  },
  check,
};
