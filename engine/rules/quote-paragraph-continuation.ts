/**
 * Reports a quotation over paragraphs whose first part is closed too early, or whose later part is not opened again.
 * Knows paragraphs, pairs of marks and where attributions stand.
 */
import { COARSE } from '../segment/tags.ts';
import { anchorOf, attributionsIn } from './graph.ts';
import type { Rule, RuleContext } from './rule.ts';
import { isProse, spanOf, tokensIn, type Block, type Marked, type Story } from './story.ts';

/** The quotation that is the whole paragraph, or null. */
function wholeQuote(story: Story, block: Block): Marked | null {
  const index = story.words.quote[block.firstToken] ?? 0;
  const mark = story.marks[index - 1];
  return mark !== undefined &&
    mark.closed &&
    mark.open === block.firstToken &&
    mark.close === block.endToken - 1
    ? mark
    : null;
}

/** The paragraph opens with a quotation that its own speaker, named after it, says. */
function opensWithAttributed(story: Story, block: Block, index: number): boolean {
  if (story.words.coarse[block.firstToken] !== COARSE.quote) return false;
  const mark = story.marks[(story.words.quote[block.firstToken] ?? 0) - 1];
  if (mark === undefined) return false;
  return attributionsIn(story, index, index + 1).some(
    (attribution) =>
      attribution.source.length > 0 &&
      anchorOf(attribution) >= mark.end &&
      attribution.content.some((content) => content.start <= mark.start + 1 && content.end > mark.start),
  );
}

function check({ story, report }: RuleContext): void {
  const { blocks, words } = story;
  blocks.forEach((block, index) => {
    if (block.scope !== 'lede' && block.scope !== 'body') return;
    // “One thing.”¶ “And another,” said Ana Ruiz: the first mark says that Ruiz has stopped.
    const mark = wholeQuote(story, block);
    const next = blocks[index + 1];
    const previous = blocks[index - 1];
    if (
      mark !== null &&
      mark.close - mark.open > 5 &&
      isProse(next) &&
      opensWithAttributed(story, next, index + 1) &&
      attributionsIn(story, index, index + 1).length === 0 &&
      // Somebody who spoke in the paragraph before may go on in this one.
      (!isProse(previous) ||
        previous.scope === 'headline' ||
        attributionsIn(story, index - 1, index).length === 0)
    ) {
      const close = spanOf(words, mark.close, mark.close + 1);
      report({
        ...close,
        message: 'closed',
        args: { mark: words.form[mark.close] ?? '' },
        confidence: 0.85,
        fixes: [{ title: 'Remove the closing mark', safe: false, edits: [{ ...close, newText: '' }] }],
      });
    }
  });
  for (const mark of story.marks) {
    if (!mark.continued || !mark.closed) continue;
    const block = blocks[mark.block];
    if (!isProse(block)) continue;
    const { first } = tokensIn(words, { start: block.start, end: block.end });
    const word = spanOf(words, first, first + 1);
    const open = words.form[mark.close] === '"' ? '"' : words.form[mark.close] === '’' ? '‘' : '“';
    report({
      ...word,
      message: 'reopen',
      args: { mark: open },
      confidence: 0.85,
      fixes: [
        {
          title: `Insert ${open}`,
          safe: false,
          edits: [{ start: word.start, end: word.start, newText: open }],
        },
      ],
    });
  }
}

export const quoteParagraphContinuation: Rule = {
  id: 'quote-paragraph-continuation',
  number: 2,
  title: 'Quotation over paragraphs, wrongly closed or not reopened',
  starred: false,
  needs: ['T', 'S'],
  severity: 'warning',
  fix: 'offer',
  insideQuotes: true,
  docs: {
    summary:
      'A quote that runs over paragraphs where the earlier one is closed, or a later one does not reopen.',
    range: 'The closing mark that should go, or the first word that lacks a mark.',
    rationale: 'A closing mark tells the reader that the speaker has stopped (B9).',
    standards: ['B9'],
    fix: 'Offers to remove the closing mark or to add the opening one.',
    silentOn: [
      {
        what: 'two quotations that are both attributed',
        text: '“The pump failed at noon,” said Kim Ng, an engineer.\n\n“Nobody told us,” said Ana Ruiz, a shift manager.',
      },
      {
        what: 'a change of speaker',
        text: 'Kim Ng, an engineer, spoke first.\n\n“The pump failed at noon, and we had no spare,” Ng said.\n\n“Nobody told us,” said Ana Ruiz, a shift manager.',
      },
      {
        what: 'a partial quotation',
        text: 'Kim Ng, an engineer, called the pump “a museum piece”.\n\n“Nobody told us,” said Ana Ruiz, a shift manager.',
      },
    ],
    bad: [
      {
        text: '“The pump failed at noon, and we had no spare.⟦”⟧\n\n“And nobody told us,” said Ana Ruiz, a shift manager.',
        fixed:
          '“The pump failed at noon, and we had no spare.\n\n“And nobody told us,” said Ana Ruiz, a shift manager.',
      },
    ],
    good: [
      {
        text: '“The pump failed at noon, and we had no spare.\n\n“And nobody told us,” said Ana Ruiz, a shift manager.',
      },
    ],
  },
  messages: {
    closed: 'The mark {mark} closes a quotation that goes on in the next paragraph.',
    reopen: 'The quotation goes on from the paragraph before: it opens again with {mark}.',
  },
  check,
};
