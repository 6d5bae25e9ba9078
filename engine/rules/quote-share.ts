/**
 * Reports a speaker who holds more than a share of the quoted words. Knows the quotations and their speakers.
 */
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { tokensIn, type Story } from './story.ts';
import type { Quote } from '../annotation.ts';

const ONE_VOICE: ReadonlySet<string> = new Set([
  'profile',
  'interview',
  'obituary',
  'press-release',
  'brief',
]);

function length(story: Story, quote: Quote): number {
  const { first, end } = tokensIn(story.words, quote);
  let count = 0;
  for (let i = first; i < end; i++) if (/[A-Za-z0-9À-ɏḀ-ỿ]/u.test(story.words.form[i] ?? '')) count++;
  return count;
}

function check({ story, options, report }: RuleContext): void {
  const max = numberOption(options, 'max');
  if (ONE_VOICE.has(story.genre)) return;
  const shares = new Map<string, { words: number; readonly first: Quote }>();
  let total = 0;
  for (const quote of story.annotation.quotes) {
    if (quote.level > 1 || quote.speaker === null) continue;
    const words = length(story, quote);
    total += words;
    const known = shares.get(quote.speaker);
    if (known === undefined) shares.set(quote.speaker, { words, first: quote });
    else known.words += words;
  }
  if (shares.size < 2 || total < numberOption(options, 'minWords')) return;
  for (const [id, { words, first }] of shares) {
    if (words <= max * total) continue;
    const name = story.speaker.get(id)?.name ?? 'One speaker';
    report({
      start: first.start,
      end: first.end,
      message: 'share',
      args: { name, percent: Math.round((100 * words) / total) },
      confidence: 0.85,
      speakers: [name],
    });
  }
}

export const quoteShare: Rule = {
  id: 'quote-share',
  number: null,
  title: 'One voice over all others',
  starred: false,
  needs: ['G'],
  severity: 'off',
  fix: 'none',
  docs: {
    summary: 'One speaker holds more than `max` of the quoted words of a story with several voices.',
    range: 'The first quotation of that speaker.',
    rationale: "A story in which one voice does nearly all the talking is that voice's story (B25).",
    standards: [],
    silentOn: [
      {
        what: 'a story with one voice',
        text: '“The cranes are old, they groan in the wind, and we have paid for them twice,” said Tomas Berg, the port’s director.',
        options: { minWords: 10 },
      },
      {
        what: 'the genre profile',
        text: '---\ngenre: profile\n---\n\n“The cranes are old, they groan in the wind, and we have paid for them twice over since the flood,” said Tomas Berg, the port’s director.\n\n“They are safe,” said Ida Moen, who heads the dockers’ union.',
        options: { minWords: 10 },
      },
    ],
    bad: [
      {
        text: '⟦“The cranes are old, they groan in the wind, and we have paid for them twice over since the flood,”⟧ said Tomas Berg, the port’s director.\n\n“They are safe,” said Ida Moen, who heads the dockers’ union.',
        options: { minWords: 10 },
      },
    ],
    good: [
      {
        text: '“The cranes are old, and we have paid for them twice,” said Tomas Berg, the port’s director.\n\n“They are safe, and the men who work them know it,” said Ida Moen, who heads the dockers’ union.',
        options: { minWords: 10 },
      },
    ],
  },
  messages: { share: '{name} holds {percent} per cent of the quoted words.' },
  options: {
    max: {
      type: 'number',
      default: 0.6,
      minimum: 0.1,
      maximum: 1,
      description: 'Share of the quoted words that one speaker may hold.',
    },
    minWords: {
      type: 'integer',
      default: 60,
      minimum: 1,
      maximum: 10000,
      description: 'Stories with fewer quoted words are not looked at.',
    },
  },
  check,
};
