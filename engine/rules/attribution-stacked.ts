/**
 * Reports a content with too many sources stacked on it. Knows the outermost attribution and the reporting verbs that open
 * clause after clause inside its content.
 */
import { COARSE } from '../segment/tags.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { cueHead, spanOf, textOf, tokensIn, type Story } from './story.ts';

/** Verbs by which one source hands on what another said. */
const LAYERS: ReadonlySet<string> = new Set([
  'say',
  'tell',
  'report',
  'claim',
  'allege',
  'insist',
  'inform',
  'hear',
]);

/** Words within which the next source and its verb must stand: "the mayor told", "police in the port said". */
const NEAR = 6;

/** Index of a finite verb of speech near `from` that opens another layer, or -1. */
function nextVerb(story: Story, from: number, end: number): number {
  const { words } = story;
  for (let i = from; i < Math.min(end, from + NEAR); i++) {
    const word = words.lower[i] ?? '';
    if (/^[,;:.!?]$/.test(word) || (words.quote[i] ?? 0) > 0) return -1;
    if (i === from || !LAYERS.has(words.lemma[i] ?? '') || words.coarse[i] !== COARSE.verb) continue;
    // "told them what to say", "by saying": no layer of its own.
    if (words.lower[i - 1] !== 'to' && !word.endsWith('ing')) return i;
  }
  return -1;
}

function check({ story, options, report }: RuleContext): void {
  const maxDepth = numberOption(options, 'maxDepth');
  if (story.genre === 'court') return;
  const { words } = story;
  for (const attribution of story.annotation.attributions) {
    const cue = attribution.cue[0];
    const content = attribution.content[0];
    if (
      cue === undefined ||
      content === undefined ||
      attribution.source.length === 0 ||
      content.start < cue.end
    )
      continue;
    if (!LAYERS.has(words.lemma[cueHead(story, attribution)] ?? '')) continue;
    const { first, end } = tokensIn(words, content);
    let depth = 1;
    let last = -1;
    let from = words.lower[first] === 'that' ? first + 1 : first;
    for (let verb = nextVerb(story, from, end); verb >= 0; verb = nextVerb(story, from, end)) {
      depth++;
      last = verb;
      from = verb + 1;
      // "told her that": the hearer stands between.
      for (let i = from; i < Math.min(end, from + 4); i++) if (words.lower[i] === 'that') from = i + 1;
    }
    if (depth <= maxDepth || last < 0) continue;
    const span = { start: cue.start, end: spanOf(words, last, last + 1).end };
    report({
      ...span,
      message: 'stacked',
      args: { depth, words: textOf(story, span) },
      confidence: attribution.confidence * 0.9,
    });
  }
}

export const attributionStacked: Rule = {
  id: 'attribution-stacked',
  number: 16,
  title: 'Source upon source',
  starred: false,
  needs: ['G'],
  severity: 'info',
  fix: 'none',
  docs: {
    summary:
      'A content with more than `maxDepth` sources stacked on it, or the same source twice on one content.',
    range: 'From the first cue to the last.',
    rationale: 'The reader needs to know who really knows (B10).',
    standards: ['B10'],
    silentOn: [
      {
        what: 'hearsay that is itself the news',
        text: '---\ngenre: court\n---\n\nLena Lee, a councillor, said that the mayor told her that police said the alarm was late.',
      },
    ],
    bad: [
      { text: 'Lena Lee, a councillor, ⟦said that the mayor told her that police said⟧ the alarm was late.' },
    ],
    good: [{ text: 'Lena Lee, a councillor, said police had told the mayor the alarm was late.' }],
  },
  messages: { stacked: '{depth} sources are stacked on one claim: who really knows?' },
  options: {
    maxDepth: {
      type: 'integer',
      default: 2,
      minimum: 1,
      maximum: 5,
      description: 'Sources that may stand on one content.',
    },
  },
  check,
};
