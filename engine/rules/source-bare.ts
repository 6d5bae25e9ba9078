/**
 * Reports a source, an official or an aide with a reporting verb and no description at all. Knows the reviewed list of
 * bare nouns and the words beside them; a described mention earlier in the story serves for later ones.
 */
import { VAGUE_SOURCES } from '../lexicon/vagueSources.gen.ts';
import { COARSE } from '../segment/tags.ts';
import { classVerbAfter, verbBefore } from './clause.ts';
import { replace, matchCase } from './fixes.ts';
import { listOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, looksLikeTitle, spanOf, textOf, type Story } from './story.ts';

/** Heads of one word; "circles" and "quarters" have frames of their own. */
const HEADS: ReadonlySet<string> = new Set(
  VAGUE_SOURCES.filter(([form, , owner]) => owner === 'source-bare' && !form.includes(' '))
    .map(([form]) => form)
    .filter((form) => form !== 'circles' && form !== 'quarters')
    .concat(['insiders', 'aide']),
);

const SINGULAR: ReadonlySet<string> = new Set(['official', 'source', 'insider', 'aide']);
/** Of authorities readers know better than of officials who is meant. */
const WEAK: ReadonlySet<string> = new Set(['authorities', 'officials', 'aides']);

const OPENERS: ReadonlySet<string> = new Set(
  'a an one some several two three four five other another many multiple unnamed anonymous various certain'.split(
    ' ',
  ),
);

/** Words after the noun that describe it: "officials in Northport", "a source close to the talks". */
const DESCRIBERS: ReadonlySet<string> = new Set(
  'in of at from with who close familiar near inside within for on involved briefed working speaking quoted'.split(
    ' ',
  ),
);

/** Where the noun phrase begins; -1 when something before the noun describes it. */
function phraseStart(story: Story, first: number, i: number): number {
  const { words } = story;
  let k = i;
  while (k > first && OPENERS.has(words.lower[k - 1] ?? '')) k--;
  if (k > first) {
    const before = words.lower[k - 1] ?? '';
    const coarse = words.coarse[k - 1];
    // "the official": a second mention. "harbour officials", "US officials", "its sources": described.
    if (before === 'the' || before === 'this' || before === 'these' || before === 'those') return -1;
    if (
      coarse === COARSE.noun ||
      coarse === COARSE.name ||
      coarse === COARSE.adjective ||
      coarse === COARSE.possessive ||
      coarse === COARSE.number ||
      (coarse === COARSE.preposition &&
        before !== 'that' &&
        before !== 'while' &&
        before !== 'as' &&
        before !== 'because' &&
        before !== 'although') ||
      before === '-'
    ) {
      return -1;
    }
  }
  return k;
}

function check({ story, options, report }: RuleContext): void {
  const { words } = story;
  const house = [...listOption(options, 'add'), ...story.house.bareSources].map((word) => word.toLowerCase());
  const heads = new Set([...HEADS, ...house]);
  for (const word of listOption(options, 'remove')) heads.delete(word);
  /** Heads that the story has described so far, in the singular. */
  const described = new Set<string>();
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i < sentence.end; i++) {
      const head = words.lower[i] ?? '';
      if (!heads.has(head)) continue;
      const key = head.replace(/s$/, '');
      const after = words.lower[i + 1] ?? '';
      const start = phraseStart(story, sentence.first, i);
      if (start < 0 || DESCRIBERS.has(after) || (after === ',' && DESCRIBERS.has(words.lower[i + 2] ?? ''))) {
        if (words.lower[i - 1] !== 'the') described.add(key);
        continue;
      }
      if ((words.quote[i] ?? 0) > 0 || described.has(key)) continue;
      const according = words.lower[start - 1] === 'to' && words.lower[start - 2] === 'according';
      const speaks =
        according ||
        classVerbAfter(words, i + 1, sentence.end, !SINGULAR.has(head)) >= 0 ||
        // "A spokeswoman said officials would study it": the officials do something, they say nothing
        (verbBefore(words, start, sentence.first) >= 0 && !BEGINS_PREDICATE.test(after));
      if (!speaks) continue;
      // "Shelling kills 14, officials say": a headline has no room, the story below has.
      const home = story.blocks[sentence.block];
      if (home !== undefined && looksLikeTitle(story, home)) continue;
      const span = spanOf(words, start, i + 1);
      const placeholder = '‹number› ‹role› who ‹how they know›';
      report({
        ...span,
        message: 'bare',
        args: { words: textOf(story, span) },
        confidence: WEAK.has(head) ? 0.75 : 0.95,
        fixes: [replace('Describe the source', span, matchCase(placeholder, textOf(story, span)))],
      });
    }
  }
}

const BEGINS_PREDICATE =
  /^(?:will|would|can|could|may|might|must|should|shall|had|has|have|is|are|was|were|did|do|does|\w+ed|\w+n['’]t|also|never|not)$/;

export const sourceBare: Rule = {
  id: 'source-bare',
  number: 20,
  title: 'Source without any description',
  starred: true,
  needs: ['T'],
  severity: 'warning',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary:
      'A source, sources, an official, officials, insiders, an aide with a reporting verb and no description at all.',
    range: 'The noun phrase.',
    rationale:
      'A plain "a source" is nearly always barred (B2), and "officials say" is not enough (B16). 0.01 hits in 1,000 words: rare, and nearly always worth a word.',
    standards: ['B2', 'B16'],
    fix: 'Offers `‹number› ‹role› who ‹how they know›`.',
    silentOn: [
      {
        what: 'a source that the story has described',
        text: 'A source close to the harbour talks, who spoke because the papers will be published anyway, expects a deal. The source said it would be signed on Friday.',
      },
      {
        what: 'officials of whom somebody speaks',
        text: 'A spokeswoman for the health ministry said officials would study the results.',
      },
      {
        what: 'sources of water, energy, light and news',
        text: 'The springs are sources of water for the town.',
      },
      {
        what: 'a place or body that describes them',
        text: 'Officials in Northport said the bridge was safe.',
      },
      {
        what: 'a noun or adjective that describes them',
        text: 'Harbour officials said the bridge was safe.',
      },
      { what: 'quoted text', text: '“Sources say the merger is off,” said Ana Ruiz, a broker.' },
    ],
    bad: [
      {
        text: '⟦Sources⟧ say the merger is off.',
        fixed: '‹number› ‹role› who ‹how they know› say the merger is off.',
        fill: ['Two', 'people', 'have seen the board papers'],
      },
    ],
    good: [
      {
        text: 'Two people who have seen the board papers say the merger is off. They asked not to be named because the talks are private.',
      },
    ],
  },
  messages: { bare: '“{words}”: nothing tells the reader who this is or how they know.' },
  options: {
    add: {
      type: 'strings',
      default: [],
      description: 'Further nouns for a source that says nothing, in lower case.',
    },
    remove: { type: 'strings', default: [], description: 'Nouns of the list that are accepted.' },
  },
  check,
};
