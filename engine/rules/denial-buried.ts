/**
 * Reports a reply that stands far below the accusation in the lede. Knows the accusations of the lede and where their
 * replies stand.
 */
import type { Fix } from '../annotation.ts';
import type { Span } from '../text/spans.ts';
import { accusations, looksLikeReply, type Accusation } from './accusations.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { blockOf, isProse, sentenceOf, spanOf, textOf, type Story } from './story.ts';

/** The earliest sentence that answers for the target, or null. */
function firstReply(
  story: Story,
  accusation: Accusation,
  all: readonly Accusation[],
  only: boolean,
): Span | null {
  const { target } = accusation;
  let first: Span | null = null;
  const consider = (span: Span): void => {
    if (first === null || span.start < first.start) first = span;
  };
  for (const other of all) {
    if (other.target.id !== target.id) continue;
    for (const response of other.allegation.responses) {
      const sentence = sentenceOf(story, response.start);
      if (sentence !== null) consider(spanOf(story.words, sentence.first, sentence.end));
    }
  }
  for (const sentence of story.sentences) {
    if (!looksLikeReply(story, sentence, target, only, [])) continue;
    consider(spanOf(story.words, sentence.first, sentence.end));
    break;
  }
  return first;
}

/** Moves the sentence behind the accusation, with the paragraph break that it leaves behind. */
function moved(story: Story, reply: Span, behind: number): readonly Fix[] {
  const block = blockOf(story, reply.start);
  if (block === null) return [];
  const alone = textOf(story, block).trim() === textOf(story, reply);
  const before = story.text.slice(0, reply.start);
  const start = alone ? before.trimEnd().length : /[ \t]$/.test(before) ? reply.start - 1 : reply.start;
  return [
    {
      title: 'Move the reply up behind the accusation',
      safe: false,
      edits: [
        { start: behind, end: behind, newText: ` ${textOf(story, reply)}` },
        { start, end: reply.end, newText: '' },
      ],
    },
  ];
}

function check({ story, options, report }: RuleContext): void {
  const maxParagraphs = numberOption(options, 'maxParagraphs');
  const minWords = numberOption(options, 'minWords');
  const all = accusations(story);
  const only = new Set(all.map((accusation) => accusation.target.id)).size === 1;
  const done = new Set<string>();
  for (const accusation of all) {
    const sentence = story.sentences[accusation.sentence];
    const lede = story.blocks[sentence?.block ?? -1];
    if (sentence === undefined || !isProse(lede) || lede.scope !== 'lede' || done.has(accusation.target.id))
      continue;
    done.add(accusation.target.id);
    const reply = firstReply(story, accusation, all, only);
    if (reply === null) continue;
    const block = blockOf(story, reply.start);
    if (block === null || block.body < 0) continue;
    const far = block.body - lede.body > maxParagraphs;
    const late = story.words.count >= minWords && reply.start > story.text.length * 0.7;
    if (!far && !late) continue;
    report({
      ...reply,
      message: 'buried',
      args: { name: accusation.target.name, paragraphs: block.body - lede.body },
      confidence: 0.85,
      speakers: [accusation.target.name],
      related: [
        { start: accusation.allegation.start, end: accusation.allegation.end, message: 'The accusation' },
      ],
      fixes: moved(story, reply, story.words.end[sentence.end - 1] ?? accusation.allegation.end),
    });
  }
}

export const denialBuried: Rule = {
  id: 'denial-buried',
  number: 36,
  title: 'Reply that few will reach',
  starred: false,
  needs: ['G', 'S'],
  severity: 'info',
  fix: 'offer',
  ofAttribution: true,
  docs: {
    summary:
      'A reply that exists but comes more than `maxParagraphs` after the accusation in the lede, or, in stories of `minWords` or more, in the last 30% of the text.',
    range: 'The reply.',
    rationale: 'An answer few will reach is half an answer (B15).',
    standards: ['B15'],
    fix: 'Offers to move the sentence up behind the accusation.',
    silentOn: [
      {
        what: 'an accusation that is not in the lede',
        text: 'The club has 400 members.\n\nThe city’s auditor accused Piers Doyle, the club’s treasurer, of fraud.\n\nIt meets in the old mill.\n\nDoyle denied the accusation.',
        options: { maxParagraphs: 1 },
      },
    ],
    bad: [
      {
        text: 'The city’s auditor accused Piers Doyle, the club’s treasurer, of fraud.\n\nThe club has 400 members.\n\nIt meets in the old mill.\n\n⟦Doyle denied the accusation.⟧',
        options: { maxParagraphs: 1 },
        fixed:
          'The city’s auditor accused Piers Doyle, the club’s treasurer, of fraud. Doyle denied the accusation.\n\nThe club has 400 members.\n\nIt meets in the old mill.',
      },
    ],
    good: [
      {
        text: 'The city’s auditor accused Piers Doyle, the club’s treasurer, of fraud. Doyle denied the accusation.\n\nThe club has 400 members.\n\nIt meets in the old mill.',
        options: { maxParagraphs: 1 },
      },
    ],
  },
  messages: { buried: '{name} answers only {paragraphs} paragraphs after the accusation.' },
  options: {
    maxParagraphs: {
      type: 'integer',
      default: 8,
      minimum: 1,
      maximum: 100,
      description: 'Paragraphs after the accusation within which the reply should stand.',
    },
    minWords: {
      type: 'integer',
      default: 250,
      minimum: 1,
      maximum: 100000,
      description: 'In longer stories a reply in the last 30 per cent of the text is reported too.',
    },
  },
  check,
};
