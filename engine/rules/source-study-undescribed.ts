/**
 * Reports a study, report, survey or poll that found something, without who, when or a link. Knows document nouns, the
 * verbs that go with them, and what counts as a description nearby.
 */
import { COARSE } from '../segment/tags.ts';
import { beginsClause, sentencesFrom } from './clause.ts';
import { insert } from './fixes.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, looksLikeTitle, spanOf, textOf, type Story } from './story.ts';

/** With an indefinite article: a first mention that should say whose it is. */
const COUNTED: ReadonlySet<string> = new Set('study report survey poll analysis paper review'.split(' '));
/** Without an article, as the subject of a clause: "research shows". */
const BARE: ReadonlySet<string> = new Set(
  'studies research surveys polls data statistics figures science reports'.split(' '),
);
const MODIFIERS: ReadonlySet<string> = new Set(
  'new recent latest major landmark large small separate another one fresh leaked damning internal scientific medical academic opinion exit official'.split(
    ' ',
  ),
);
const VERBS: ReadonlySet<string> = new Set(
  'find show suggest reveal indicate conclude say warn estimate report claim put'.split(' '),
);
const BETWEEN: ReadonlySet<string> = new Set(
  'has have had also now consistently repeatedly clearly recently already'.split(' '),
);
/** What tells a reader where to look. */
const DESCRIBERS: ReadonlySet<string> = new Set(
  (
    'by from published journal conducted commissioned released carried university institute institution college ' +
    'according appeared authors author researchers led funded compiled produced census issued'
  ).split(' '),
);

/** Who, when or a link stands in the sentences: "by Northport University", "published in May", a URL, a year. */
function described(story: Story, from: number, count: number, after: number): boolean {
  const { words } = story;
  for (const sentence of sentencesFrom(story, from, count)) {
    for (let i = sentence.first; i < sentence.end; i++) {
      const word = words.lower[i] ?? '';
      if (DESCRIBERS.has(word) && (i < after - 3 || i >= after - 1)) return true;
      if (/^(?:https?:|www\.|\[\d+\]$|(?:19|20)\d\d$)/.test(word)) return true;
    }
  }
  return false;
}

function check({ story, options, report }: RuleContext): void {
  const { words } = story;
  const window = numberOption(options, 'window');
  story.sentences.forEach((sentence, index) => {
    if (!isProse(story.blocks[sentence.block])) return;
    for (let i = sentence.first; i < sentence.end; i++) {
      const noun = words.lower[i] ?? '';
      const counted = COUNTED.has(noun);
      if ((!counted && !BARE.has(noun)) || (words.quote[i] ?? 0) > 0) continue;
      let first = i;
      while (first > sentence.first && MODIFIERS.has(words.lower[first - 1] ?? '')) first--;
      if (counted) {
        if (!/^(?:an?|one|another)$/.test(words.lower[first - 1] ?? '') || first - 1 < sentence.first)
          continue;
        first--;
      } else if (!beginsClause(words, first, sentence.first)) continue;
      let verb = i + 1;
      while (verb < sentence.end && BETWEEN.has(words.lower[verb] ?? '')) verb++;
      if (!VERBS.has(words.lemma[verb] ?? '') || verb >= sentence.end) continue;
      // "figures put", "data claim" are nouns or actions often enough; "reports say" belongs to media-reports-vague.
      if (!counted && (noun === 'reports' || words.lemma[verb] === 'put' || words.lemma[verb] === 'claim'))
        continue;
      if (words.coarse[verb] === COARSE.noun && words.lower[verb] !== words.lemma[verb]) continue;
      // "Figures reported on Sunday": a participle; "Polls show gap" in a headline: the story below says whose.
      const home = story.blocks[sentence.block];
      if (words.lemma[verb] === 'report' || (home !== undefined && looksLikeTitle(story, home))) continue;
      if (described(story, index, window, verb + 1)) continue;
      const span = spanOf(words, first, verb + 1);
      report({
        ...span,
        message: 'study',
        args: { words: textOf(story, span) },
        confidence: counted ? 0.9 : 0.8,
        fixes: [insert('Say whose it is', words.end[i] ?? span.end, ' by ‹who›, published ‹when›,')],
      });
    }
  });
}

export const sourceStudyUndescribed: Rule = {
  id: 'source-study-undescribed',
  number: 26,
  title: 'Study without author or date',
  starred: false,
  needs: ['T'],
  severity: 'info',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary:
      'A study, report, survey or poll that found something, without who, when or a link in the sentence or the next.',
    range: 'The document phrase and its verb.',
    rationale: 'Sources in enough detail that a reader can repeat the check (B22). 0.10 hits in 1,000 words.',
    standards: ['B22'],
    fix: 'Offers ` by ‹who›, published ‹when›,`.',
    silentOn: [
      {
        what: 'a later mention of a described study',
        text: 'A study by Northport University, published in May, found that the ferry is slow. The study found that the bridge is faster.',
      },
      {
        what: 'a link',
        text: 'A study found that the ferry is slower than the bridge (https://ferry.example/study).',
      },
      { what: 'a fixed name', text: 'The census found that the town had grown.' },
    ],
    bad: [
      {
        text: '⟦A study found⟧ that the ferry is slower than the bridge.',
        fixed: 'A study by ‹who›, published ‹when›, found that the ferry is slower than the bridge.',
        fill: ['Northport University', 'in May'],
      },
    ],
    good: [
      {
        text: 'A study by Northport University, published in May, found that the ferry is slower than the bridge.',
      },
    ],
  },
  messages: { study: '“{words}”: whose is it, and from when?' },
  options: {
    window: {
      type: 'integer',
      default: 2,
      minimum: 1,
      maximum: 5,
      description: 'Sentences in which a description is looked for, the mention’s own included.',
    },
  },
  check,
};
