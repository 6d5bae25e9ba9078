/**
 * Reports "accused with" and "charged of". Knows offences, to tell the slip from "accused with two others".
 */
import { COARSE } from '../segment/tags.ts';
import { replace } from './fixes.ts';
import type { Rule, RuleContext } from './rule.ts';
import { hasAny, isProse, spanOf, textOf, type Story } from './story.ts';
import { OFFENCE_NOUNS, phraseAt } from './vocabulary.ts';

const WANTED: Readonly<Record<string, readonly [wrong: string, right: string]>> = {
  accused: ['with', 'of'],
  charged: ['of', 'with'],
};

/** How near the offence stands: at once (0), within a few words (1), or nowhere (-1). */
function offenceDistance(story: Story, first: number, end: number): number {
  const { words } = story;
  for (let i = first; i < Math.min(end, first + 4); i++) {
    if (phraseAt(OFFENCE_NOUNS, words, i, end) !== null) return i === first ? 0 : 1;
    const word = words.lower[i] ?? '';
    if (words.coarse[i] === COARSE.number || word === ',' || /^(?:others?|him|her|them|us|me)$/.test(word))
      return -1;
    if (i === first && word.endsWith('ing') && words.coarse[i] === COARSE.verb) return 1;
  }
  return -1;
}

function check({ story, report }: RuleContext): void {
  if (!hasAny(story, ['accused', 'charged'])) return;
  const { words } = story;
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i + 2 < sentence.end; i++) {
      const pair = WANTED[words.lower[i] ?? ''];
      if (pair === undefined || words.lower[i + 1] !== pair[0] || (words.quote[i] ?? 0) > 0) continue;
      const distance = offenceDistance(story, i + 2, sentence.end);
      if (distance < 0) continue;
      const span = spanOf(words, i, i + 2);
      report({
        ...span,
        message: 'idiom',
        args: { words: textOf(story, span), right: `${words.form[i] ?? ''} ${pair[1]}` },
        confidence: 0.95,
        fixes: [replace(`Write “${pair[1]}”`, spanOf(words, i + 1, i + 2), pair[1], distance === 0)],
      });
    }
  }
}

export const accusedWith: Rule = {
  id: 'accused-with',
  number: 33,
  title: 'Accused “with”, charged “of”',
  starred: false,
  needs: ['T'],
  severity: 'error',
  fix: 'safe',
  docs: {
    summary: '*accused with* and *charged of*.',
    range: 'Verb and preposition.',
    rationale: 'The idiom (B4).',
    standards: ['B4'],
    fix: 'Safe when an offence follows at once: replace the preposition. Otherwise an offer.',
    silentOn: [
      {
        what: 'accused, with two others, of',
        text: 'Jo Pike was accused, with two others, of fraud by the bank. Pike denies it.',
      },
      {
        what: 'accused with others',
        text: 'Jo Pike was accused with two others of fraud by the bank. Pike denies it.',
      },
      {
        what: 'charged, of course, with',
        text: 'Jo Pike was charged, of course, with fraud, prosecutors said. Pike denies it.',
      },
    ],
    bad: [
      {
        text: 'Jo Pike was ⟦accused with⟧ fraud by the bank. Pike denies it.',
        fixed: 'Jo Pike was accused of fraud by the bank. Pike denies it.',
      },
    ],
    good: [{ text: 'Jo Pike was accused of fraud by the bank. Pike denies it.' }],
  },
  messages: { idiom: '“{words}”: the idiom is “{right}”.' },
  check,
};
