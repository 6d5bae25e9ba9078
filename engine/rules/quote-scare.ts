/**
 * Reports one to three quoted words with no attribution in their sentence. Knows the kind of each quotation (a title or a
 * nickname is none of its business) and the words that introduce a term.
 */
import type { Quote } from '../annotation.ts';
import { overlaps } from '../text/spans.ts';
import { COARSE } from '../segment/tags.ts';
import { replace } from './fixes.ts';
import { isReportingVerb } from './vocabulary.ts';
import { anchorOf } from './graph.ts';
import { listOption, numberOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, sentenceIndex, textOf, tokensIn, type Story } from './story.ts';

/** What introduces a term or a word as a word: "the word “shall”", "known as “the Wall”". */
const INTRODUCERS: ReadonlySet<string> = new Set(
  (
    'so-called known called dubbed nicknamed named termed labelled labeled titled entitled word words phrase term terms ' +
    'slogan motto sign banner reading read reads marked means meaning as name brand codename codenamed expression'
  ).split(' '),
);

const NAMING: ReadonlySet<string> = new Set(
  'call dub term name label describe find promise brand list spot spell misspell'.split(' '),
);

function wordsOf(story: Story, quote: Quote): readonly string[] {
  const { first, end } = tokensIn(story.words, quote);
  const found: string[] = [];
  for (let i = first; i < end; i++)
    if (/[A-Za-z0-9À-ɏḀ-ỿ]/u.test(story.words.form[i] ?? '')) found.push(story.words.lower[i] ?? '');
  return found;
}

function introduced(story: Story, first: number, end: number): boolean {
  const { words } = story;
  for (let i = first - 1; i >= Math.max(0, first - 3); i--)
    if (INTRODUCERS.has(words.lower[i] ?? '') || words.lemma[i] === 'call') return true;
  // "called them in a column last week “…”", "found the dogs “…”": somebody's word, however far the verb.
  const sentence = story.sentences[words.sentence[first] ?? -1];
  for (let i = sentence?.first ?? first; i < first; i++) {
    if ((words.quote[i] ?? 0) > 0 || words.coarse[i] !== COARSE.verb) continue;
    const lemma = words.lemma[i] ?? '';
    if (NAMING.has(lemma) || isReportingVerb(lemma)) return true;
  }
  // "a “targeted area”, which is defined as": a term that is explained.
  const which = words.lower[end] === ',' ? end + 1 : end;
  if (words.lower[which] === 'which' && words.lemma[which + 1] === 'be') return true;
  // “Base towns” is an occasional series: the subject of a sentence that says what it is.
  if (words.lemma[end] === 'be' && /^(?:an?|the)$/.test(words.lower[end + 1] ?? '')) return true;
  // A nickname stands between names: Jo “Bo” Pike.
  return words.coarse[first - 1] === COARSE.name && words.coarse[end] === COARSE.name;
}

/** Every word of weight begins with a capital. */
function properName(story: Story, first: number, end: number): boolean {
  let words = 0;
  for (let i = first; i < end; i++) {
    const form = story.words.form[i] ?? '';
    if (!/^\p{L}{3}/u.test(form) || /^(?:the|and|for|with)$/.test(form)) continue;
    words++;
    if (!/^\p{Lu}/u.test(form)) return false;
  }
  return words > 0;
}

function check({ story, options, report }: RuleContext): void {
  const maxWords = numberOption(options, 'maxWords');
  const allow = new Set(listOption(options, 'allow').map((term) => term.toLowerCase()));
  const { annotation, words } = story;
  const speaking = new Set(
    annotation.attributions.map((attribution) => sentenceIndex(story, anchorOf(attribution))),
  );
  const said = new Set(
    annotation.quotes
      .filter((quote) => quote.attribution !== null)
      .map((quote) => wordsOf(story, quote).join(' ')),
  );
  for (const quote of annotation.quotes) {
    if (quote.level > 1 || quote.attribution !== null || !quote.closed) continue;
    if (quote.kind === 'title' || quote.kind === 'nickname' || quote.kind === 'other') continue;
    const own = wordsOf(story, quote);
    const term = own.join(' ');
    if (own.length === 0 || own.length > maxWords || allow.has(term) || said.has(term)) continue;
    const { first, end } = tokensIn(words, quote);
    const block = story.blocks[words.block[first] ?? -1];
    // Quotation marks in a headline are the claim of somebody below.
    if (!isProse(block) || block.scope === 'headline') continue;
    // A paragraph in straight marks with curly ones inside: somebody's words already.
    if (words.form[block.firstToken] === '"' && first > block.firstToken && words.form[first] !== '"')
      continue;
    if (speaking.has(words.sentence[first] ?? -1) || introduced(story, first, end)) continue;
    if (
      annotation.attributions.some((attribution) =>
        attribution.content.some((content) => overlaps(content, quote)),
      )
    )
      continue;
    // “Mud Sunday”, “CrumbWatch”, “RESTRICTED”: a name, a title, a stamp; “3,210 victims” a figure somebody counted.
    if (properName(story, first, end) || /^\d/.test(term)) continue;
    said.add(term);
    const inner = textOf(story, quote)
      .replace(/^[“"‘'«`]+/, '')
      .replace(/[”"’'»]+$/, '');
    report({
      start: quote.start,
      end: quote.end,
      message: 'scare',
      args: { words: textOf(story, quote) },
      confidence: 0.85,
      fixes: [
        replace('Remove the marks', quote, inner),
        replace('Say whose word it is', quote, `what ‹name› called ${textOf(story, quote)}`),
      ],
    });
  }
}

export const quoteScare: Rule = {
  id: 'quote-scare',
  number: 5,
  title: 'Quotation marks around a word nobody is said to have used',
  starred: false,
  needs: ['T', 'G'],
  severity: 'hint',
  fix: 'offer',
  docs: {
    summary: 'One to three quoted words with no attribution in their sentence.',
    range: 'The quote with its marks.',
    rationale:
      "Readers cannot tell a source's word from a sneer (B20). 43.6% of measured one-word quotes and 21% of two- and three-word ones have no source, so this stays quiet.",
    standards: ['B20'],
    fix: 'Offers to remove the marks, or to insert an attribution.',
    silentOn: [
      { what: 'nicknames between names', text: 'Jo “Bo” Pike opened the fair.' },
      { what: 'words as words', text: 'The word “shall” stands in the deed.' },
      { what: 'a term introduced by “known as”', text: 'The hill is known as “the Wall”.' },
      {
        what: 'words already attributed',
        text: 'Ines Roy, the mayor, called the panel “experts”. The “experts” met for two hours.',
      },
    ],
    bad: [
      {
        text: 'The ⟦“experts”⟧ met in the town hall for two hours.',
        fixed: 'The experts met in the town hall for two hours.',
      },
    ],
    good: [
      { text: 'The panel, which the mayor, Ines Roy, called “experts”, met in the town hall for two hours.' },
    ],
  },
  messages: { scare: 'Whose word is {words}?' },
  options: {
    maxWords: {
      type: 'integer',
      default: 3,
      minimum: 1,
      maximum: 10,
      description: 'Longest quotation that is looked at, in words.',
    },
    allow: { type: 'strings', default: [], description: 'Terms that are accepted.' },
  },
  check,
};
