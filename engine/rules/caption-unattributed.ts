/**
 * Reports a caption that tells an accusation with no source. Knows captions, offences and the attributions in them.
 */
import { offenceIn } from './accusations.ts';
import { anchorOf } from './graph.ts';
import type { Rule, RuleContext } from './rule.ts';
import { spanOf, textOf } from './story.ts';

const SOURCED: ReadonlySet<string> = new Set(
  'accused charged convicted denies denied according says said court trial sentenced'.split(' '),
);

function check({ story, report }: RuleContext): void {
  const { words } = story;
  for (const block of story.blocks) {
    if (block.scope !== 'caption') continue;
    const spoken = story.annotation.attributions.some((attribution) => {
      const at = anchorOf(attribution);
      // "Caption:", "Photo:" is a label, no speaker.
      const label = attribution.source[0]?.start === block.start;
      return at >= block.start && at < block.end && !label;
    });
    let sourced = spoken;
    for (let i = block.firstToken; i < block.endToken; i++)
      if (SOURCED.has(words.lower[i] ?? '')) sourced = true;
    if (sourced) continue;
    for (let i = block.firstToken; i < block.endToken; i++) {
      if ((words.quote[i] ?? 0) > 0 || offenceIn(story, i, i + 1) === null) continue;
      const span = spanOf(words, i, i + 1);
      report({ ...span, message: 'caption', args: { words: textOf(story, span) }, confidence: 0.8 });
      break;
    }
  }
}

export const captionUnattributed: Rule = {
  id: 'caption-unattributed',
  number: null,
  title: 'Accusation in a caption with no source',
  starred: false,
  needs: ['G', 'S'],
  severity: 'off',
  fix: 'none',
  docs: {
    summary: 'A caption that tells wrongdoing as a fact or hedges it without a source.',
    range: 'The words of the caption that tell the act.',
    rationale: 'Captions are read before the story and often alone (B3, B21).',
    standards: [],
    silentOn: [
      {
        what: 'a caption with its source',
        text: 'Caption: Piers Doyle, the club’s treasurer, who is accused of theft.\n\nProsecutors accuse Piers Doyle, the club’s treasurer, of theft. Doyle denies it.',
      },
    ],
    bad: [
      {
        text: 'Caption: Piers Doyle, the club’s treasurer, who ⟦stole⟧ the money.\n\nProsecutors accuse Piers Doyle, the club’s treasurer, of theft. Doyle denies it.',
      },
    ],
    good: [
      {
        text: 'Caption: Piers Doyle, the club’s treasurer, leaves the court.\n\nProsecutors accuse Piers Doyle, the club’s treasurer, of theft. Doyle denies it.',
      },
    ],
  },
  messages: { caption: 'The caption tells “{words}” with no source.' },
  check,
};
