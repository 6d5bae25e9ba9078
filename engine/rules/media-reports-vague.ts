/**
 * Reports media reports, local media and the like in the place of an outlet. Knows the reviewed list of such phrases.
 */
import { VAGUE_SOURCES } from '../lexicon/vagueSources.gen.ts';
import { classVerbAfter } from './clause.ts';
import { matchCase, replace } from './fixes.ts';
import type { Rule, RuleContext } from './rule.ts';
import { isProse, spanOf, textOf } from './story.ts';
import { phraseAt, phrases } from './vocabulary.ts';

const TABLE = phrases(
  VAGUE_SOURCES.filter(([, kind]) => kind === 'media-class').map(
    ([form]) => [form, form === 'reports'] as const,
  ),
);

function check({ story, report }: RuleContext): void {
  const { words } = story;
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      const found = phraseAt(TABLE, words, i, sentence.end);
      if (found === null) continue;
      const according = words.lower[i - 1] === 'to' && words.lower[i - 2] === 'according';
      // The bare word "reports" is a source only after "according to"; the phrases also with a verb of their own.
      const says = according || (!found.value && classVerbAfter(words, found.end, sentence.end, true) >= 0);
      const next = words.lower[found.end] ?? '';
      if (!says || next === 'in' || next === 'by' || next === 'from') continue;
      const span = spanOf(words, i, found.end);
      report({
        ...span,
        message: 'media',
        args: { words: textOf(story, span) },
        confidence: 0.9,
        fixes: [replace('Name the outlet', span, matchCase('‹outlet›', textOf(story, span)))],
      });
      i = found.end - 1;
    }
  }
}

export const mediaReportsVague: Rule = {
  id: 'media-reports-vague',
  number: null,
  title: '“Media reports” as a source',
  starred: false,
  needs: ['T'],
  severity: 'off',
  fix: 'offer',
  docs: {
    summary: 'Media reports, local media, state media and the like in the place of an outlet.',
    range: 'The phrase.',
    rationale: 'A reader cannot check a report that has no name; name the outlet and link to it (B16).',
    standards: [],
    fix: 'Offers a placeholder for the outlet.',
    silentOn: [
      {
        what: 'a named outlet',
        text: 'Media reports in the Northport Courier say that the ferry will stop in May.',
      },
      { what: 'quoted text', text: '“Media reports say the ferry will stop,” said Ana Ruiz, a driver.' },
    ],
    bad: [{ text: '⟦Media reports⟧ say that the ferry will stop in May.', fill: ['The Northport Courier'] }],
    good: [{ text: 'The Northport Courier reports that the ferry will stop in May.' }],
  },
  messages: { media: '“{words}”: which outlet?' },
  check,
};
