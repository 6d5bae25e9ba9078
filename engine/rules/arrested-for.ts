/**
 * Reports arrested, held or detained *for* an offence. Knows offences and the words after the preposition: a time, a
 * question or a protest is no offence.
 */
import { WRONGDOING_VERBS } from '../lexicon/wrongdoingVerbs.gen.ts';
import { replace } from './fixes.ts';
import type { Rule, RuleContext } from './rule.ts';
import { hasAny, isProse, spanOf, textOf, type Story } from './story.ts';
import { OFFENCE_NOUNS, OFFENCE_VERBS, phraseAt, verbLemma } from './vocabulary.ts';

const VERBS: ReadonlySet<string> = new Set(['arrested', 'held', 'detained']);
const WRONGDOING: ReadonlySet<string> = new Set(WRONGDOING_VERBS.map(([lemma]) => lemma));
/** Hedges after the preposition take the guilt out of it. */
const HEDGED: ReadonlySet<string> = new Set('allegedly alleged suspected reportedly questioning'.split(' '));
const PROTEST: ReadonlySet<string> = new Set(
  'protest protesting blocking demonstrating marching striking picketing'.split(' '),
);
const CONVICTED: ReadonlySet<string> = new Set('convicted guilty sentenced conviction'.split(' '));

/** The token of the offence within a few words after the preposition, or -1. */
function offenceAfter(story: Story, first: number, end: number): number {
  const { words } = story;
  for (let i = first; i < Math.min(end, first + 5); i++) {
    const word = words.lower[i] ?? '';
    // "held for contempt of court" is an order, not a suspicion.
    if (word === 'contempt') return -1;
    if (HEDGED.has(word) || PROTEST.has(word) || /^\d/.test(word) || word === ',') return -1;
    if (phraseAt(OFFENCE_NOUNS, words, i, end) !== null) return i;
    if (
      word.endsWith('ing') &&
      (OFFENCE_VERBS.has(verbLemma(words.lower[i] ?? '')) || WRONGDOING.has(verbLemma(words.lower[i] ?? '')))
    )
      return i;
  }
  return -1;
}

function check({ story, report }: RuleContext): void {
  if (!hasAny(story, VERBS)) return;
  const { words } = story;
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i + 1 < sentence.end; i++) {
      if (!VERBS.has(words.lower[i] ?? '') || words.lower[i + 1] !== 'for' || (words.quote[i] ?? 0) > 0)
        continue;
      if (offenceAfter(story, i + 2, sentence.end) < 0) continue;
      let convicted = false;
      for (let k = sentence.first; k < sentence.end; k++)
        if (CONVICTED.has(words.lower[k] ?? '')) convicted = true;
      if (convicted) continue;
      const span = spanOf(words, i, i + 2);
      const preposition = spanOf(words, i + 1, i + 2);
      report({
        ...span,
        message: 'for',
        args: { words: textOf(story, span) },
        confidence: 0.9,
        fixes: [
          replace('Write “on suspicion of”', preposition, 'on suspicion of'),
          replace('Write “in connection with”', preposition, 'in connection with'),
        ],
      });
    }
  }
}

export const arrestedFor: Rule = {
  id: 'arrested-for',
  number: 32,
  title: 'Arrested “for” an offence',
  starred: false,
  needs: ['T'],
  severity: 'warning',
  fix: 'offer',
  docs: {
    summary: 'Arrested, held or detained *for* an offence.',
    range: 'Verb and preposition.',
    rationale: 'It says that the person did it (B6).',
    standards: ['B6'],
    fix: 'Offers *on suspicion of*, *in connection with*.',
    silentOn: [
      { what: 'a time', text: 'Jo Pike was held for two days.' },
      { what: 'questioning', text: 'Jo Pike was held for questioning.' },
      {
        what: 'a conviction',
        text: 'Jo Pike, who was convicted of theft in May, had been arrested for theft before.',
      },
      { what: 'a protest', text: 'Jo Pike was arrested for blocking the harbour road.' },
    ],
    bad: [
      {
        text: 'Jo Pike was ⟦arrested for⟧ arson, police said. Pike’s lawyer declined to comment.',
        fixed: 'Jo Pike was arrested on suspicion of arson, police said. Pike’s lawyer declined to comment.',
      },
    ],
    good: [
      { text: 'Jo Pike was arrested on suspicion of arson, police said. Pike’s lawyer declined to comment.' },
    ],
  },
  messages: { for: '“{words}” says that the person did it.' },
  check,
};
