/**
 * Reports yesterday, last week and the like, and once a story without a date that uses such words. Knows the story's date
 * from its front matter; the calendar is counted from it, never from a clock.
 */
import { replace } from './fixes.ts';
import { listOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, spanOf, textOf } from './story.ts';
import { phraseAt, phrases, type Phrases } from './vocabulary.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const WEEKDAYS: ReadonlySet<string> = new Set(DAYS.map((day) => day.toLowerCase()));

/** Days from the story's date where the phrase names one day, else null. */
const WORDS: readonly (readonly [string, number | null])[] = [
  ['yesterday', -1],
  ['tomorrow', 1],
  ['last night', -1],
  ['last week', null],
  ['last month', null],
  ['last year', null],
  ['next week', null],
  ['next month', null],
  ['next year', null],
  ['recently', null],
  ['earlier this week', null],
  ['later this week', null],
];
const TABLE: Phrases<number | null> = phrases(WORDS);

/** The weekday `shift` days from a date, or null when the date is none. */
function weekday(date: string, shift: number): string | null {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const index = new Date(Date.UTC(year, month - 1, day + shift)).getUTCDay();
  return DAYS[index] ?? null;
}

function check({ story, options, report }: RuleContext): void {
  const { words, date } = story;
  if (story.genre === 'live') return;
  const maxDays = numberOption(options, 'maxDays');
  const removed = new Set(listOption(options, 'remove'));
  const added = listOption(options, 'add');
  const table =
    added.length > 0
      ? phrases([...WORDS, ...added.map((word) => [word.toLowerCase(), null] as const)])
      : TABLE;
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      if ((words.quote[i] ?? 0) > 0) continue;
      const found = phraseAt(table, words, i, sentence.end);
      if (found === null && !(date === null && WEEKDAYS.has(words.lower[i] ?? ''))) continue;
      const span = spanOf(words, i, found?.end ?? i + 1);
      const written = textOf(story, span);
      if (removed.has(written.toLowerCase())) continue;
      if (date === null) {
        report({ ...span, message: 'undated', args: { words: written }, fixes: [] });
        return;
      }
      const shift = found?.value ?? null;
      const day = shift === null || Math.abs(shift) > maxDays ? null : weekday(date, shift);
      report({
        ...span,
        message: 'relative',
        args: { words: written },
        fixes:
          day === null
            ? []
            : [
                replace(
                  `Write “on ${day}”`,
                  span,
                  `on ${day}${written.toLowerCase() === 'last night' ? ' night' : ''}`,
                ),
              ],
      });
    }
  }
}

export const timeRelative: Rule = {
  id: 'time-relative',
  number: 40,
  title: 'Time that depends on the day of reading',
  starred: false,
  needs: ['T', 'S'],
  severity: 'off',
  fix: 'offer',
  docs: {
    summary:
      "Yesterday, tomorrow, last week, recently, or a bare weekday more than seven days from the document's `date`; and, once, a document without a date that uses them.",
    range: 'The time word.',
    rationale:
      'Copy is read later than it is written (B8). 1.4 relative words and 1.3 weekdays in 1,000 words: keep it off unless the house asks.',
    standards: ['B8'],
    fix: 'Offers the weekday or the date counted from the front matter. ---',
    silentOn: [
      {
        what: 'quoted text',
        text: '---\ndate: 2026-11-20\n---\n\n“The council met yesterday,” said Ana Ruiz, a driver.',
        options: { severity: 'hint' },
      },
      {
        what: 'live blogs',
        text: '---\ndate: 2026-11-20\ngenre: live\n---\n\nThe council met yesterday and closed the road.',
        options: { severity: 'hint' },
      },
    ],
    bad: [
      {
        text: '---\ndate: 2026-11-20\n---\n\nThe council met ⟦yesterday⟧ and closed the road.',
        options: { severity: 'hint' },
        fixed: '---\ndate: 2026-11-20\n---\n\nThe council met on Thursday and closed the road.',
      },
    ],
    good: [
      {
        text: '---\ndate: 2026-11-20\n---\n\nThe council met on Thursday and closed the road.',
        options: { severity: 'hint' },
      },
    ],
  },
  messages: {
    relative: '“{words}” means another day to whoever reads this later.',
    undated: '“{words}” needs the date of the story, which its front matter does not give.',
  },
  options: {
    maxDays: {
      type: 'integer',
      default: 7,
      minimum: 1,
      maximum: 365,
      description: 'Days from the date within which a weekday is clear.',
    },
    add: { type: 'strings', default: [], description: 'Further words that are reported.' },
    remove: { type: 'strings', default: [], description: 'Words that are accepted.' },
  },
  check,
};
