/**
 * Reports accused, alleged or suspected hung on a noun for a person. Knows guilt nouns and the adjective position: after a
 * determiner, at the start of a sentence, or before a noun and a name; never after a subject, where "accused" is a verb.
 */
import type { Fix } from '../annotation.ts';
import { COARSE } from '../segment/tags.ts';
import { replace } from './fixes.ts';
import { listOption, type Rule, type RuleContext } from './rule.ts';
import { hasAny, isProse, spanOf, textOf, type Sentence, type Story } from './story.ts';
import { GUILT_NOUNS, phraseAt } from './vocabulary.ts';

const ADJECTIVES: ReadonlySet<string> = new Set(['accused', 'alleged', 'suspected']);

/** Nouns for a person who did it, beyond the guilt nouns of the offences. */
const NOUNS: ReadonlySet<string> = new Set(
  (
    'gunman gunmen bomber bombers mastermind masterminds ringleader ringleaders accomplice accomplices assailant ' +
    'assailants perpetrator perpetrators culprit culprits predator gangster gangsters mobster militant militants ' +
    'extremist extremists looter criminal criminals offender offenders jihadist jihadists'
  ).split(' '),
);

/** Words before an adjective; after any other noun, name or pronoun "accused" is a verb. */
const BEFORE: ReadonlySet<string> = new Set(
  'a an the this that these those his her its their our my one two three four five six some several many other of by with for from in on to and or as , ; : - (  against between among'.split(
    ' ',
  ),
);

/** The end of the noun for a person that begins at token `i`, or -1. */
function personEnd(
  story: Story,
  i: number,
  end: number,
  added: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): number {
  const { words } = story;
  const guilt = phraseAt(GUILT_NOUNS, words, i, end);
  if (guilt !== null) return removed.has(words.lower[guilt.end - 1] ?? '') ? -1 : guilt.end;
  const word = words.lower[i] ?? '';
  return (NOUNS.has(word) && !removed.has(word)) || added.has(word) ? i + 1 : -1;
}

/** The name beside the label: "accused killer Jo Pike", "the accused killer, Jo Pike,". */
function nameFix(story: Story, sentence: Sentence, first: number, end: number): readonly Fix[] {
  const { words } = story;
  const comma = words.lower[end] === ',';
  const from = comma ? end + 1 : end;
  let to = from;
  while (to < sentence.end && /^\p{Lu}/u.test(words.form[to] ?? '')) to++;
  const determined = /^(?:an?|the)$/.test(words.lower[first - 1] ?? '');
  const start = determined ? first - 1 : first;
  if (to === from) {
    const whole = spanOf(words, first, end);
    return [replace('Name the charge', whole, 'person charged with ‹offence›')];
  }
  const name = textOf(story, spanOf(words, from, to));
  const stop = comma && words.lower[to] === ',' ? to + 1 : to;
  return [
    replace(
      'Name the person, then the charge',
      spanOf(words, start, stop),
      `${name}, who is charged with ‹offence›,`,
    ),
  ];
}

function check({ story, options, report }: RuleContext): void {
  if (!hasAny(story, ADJECTIVES)) return;
  const { words } = story;
  const added = new Set(listOption(options, 'add'));
  const removed = new Set(listOption(options, 'remove'));
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      if (!ADJECTIVES.has(words.lower[i] ?? '') || (words.quote[i] ?? 0) > 0) continue;
      if (
        i > sentence.first &&
        !BEFORE.has(words.lower[i - 1] ?? '') &&
        words.coarse[i - 1] !== COARSE.number
      )
        continue;
      let noun = i + 1;
      // One adjective may stand between: "alleged serial killer".
      if (personEnd(story, noun, sentence.end, added, removed) < 0) noun++;
      const end = personEnd(story, noun, sentence.end, added, removed);
      if (end < 0) continue;
      // "suspected terrorist attack": the noun is an act.
      if (words.coarse[end] === COARSE.noun && words.lower[end] !== words.form[end]?.toUpperCase()) {
        if (!/^\p{Lu}/u.test(words.form[end] ?? '')) continue;
      }
      // "…, accused smugglers of using the pier": a verb after all.
      if (words.lower[i] === 'accused' && words.lower[end] === 'of') continue;
      if (words.lower[end] === "'s" || words.lower[end] === '-') continue;
      const span = spanOf(words, i, end);
      report({
        ...span,
        message: 'label',
        args: { words: textOf(story, span) },
        confidence: 0.9,
        fixes: nameFix(story, sentence, i, end),
      });
    }
  }
}

export const allegationLabel: Rule = {
  id: 'allegation-label',
  number: 30,
  title: 'Accusation hung on a name',
  starred: false,
  needs: ['T', 'S'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary: 'Accused, alleged or suspected hung on a noun for a person: accused killer.',
    range: 'The adjective and the noun.',
    rationale: 'The label sticks to the name (B4).',
    standards: ['B4'],
    fix: 'Offers the name and the charge.',
    silentOn: [
      {
        what: 'an act',
        text: 'Police are looking into suspected arson and alleged fraud at the bank, Mara Lund, the chief constable, said.',
      },
      {
        what: 'a suspected terrorist attack',
        text: 'A suspected terrorist attack closed the port, police said.',
      },
      {
        what: '“the accused” as a noun',
        text: 'The accused, Jo Pike, will appear in court. Pike pleaded not guilty.',
      },
      { what: 'a verb', text: 'Mara Lund, the harbour chief, accused smugglers of using the pier.' },
    ],
    bad: [
      {
        text: 'The ⟦accused killer⟧, Jo Pike, will appear in court. Pike pleaded not guilty.',
        fixed: 'Jo Pike, who is charged with ‹offence›, will appear in court. Pike pleaded not guilty.',
        fill: ['the killing'],
      },
    ],
    good: [
      { text: 'Jo Pike, who is charged with the killing, will appear in court. Pike pleaded not guilty.' },
    ],
  },
  messages: { label: '“{words}” sticks the accusation to the person: write the name, then the charge.' },
  options: {
    add: { type: 'strings', default: [], description: 'Further nouns for a person, in lower case.' },
    remove: { type: 'strings', default: [], description: 'Nouns of the list that are accepted.' },
  },
  check,
};
