/**
 * Reports the outlet itself as the source of a content. Knows the outlet's name from configuration or front matter.
 */
import { trimmed } from './graph.ts';
import type { Rule, RuleContext } from './rule.ts';
import { textOf } from './story.ts';

function check({ story, report }: RuleContext): void {
  const outlet = story.outlet?.replace(/^the /i, '').toLowerCase();
  if (outlet === undefined || outlet === '') return;
  for (const attribution of story.annotation.attributions) {
    for (const source of attribution.source) {
      const span = trimmed(story, source);
      // "Northport Courier" itself, not "Ada Quill of the Northport Courier".
      if (textOf(story, span).replace(/^the /i, '').toLowerCase() !== outlet) continue;
      report({
        ...span,
        message: 'self',
        args: { outlet: story.outlet ?? '' },
        confidence: attribution.confidence * 0.95,
      });
    }
  }
}

export const selfQuote: Rule = {
  id: 'self-quote',
  number: null,
  title: 'The outlet as its own source',
  starred: false,
  needs: ['G'],
  severity: 'off',
  fix: 'none',
  docs: {
    summary: 'The outlet quotes itself as a source.',
    range: 'The source.',
    rationale: 'What the outlet knows it can say; what it was told has another source (B1, B10).',
    standards: [],
    silentOn: [
      {
        what: 'another outlet',
        text: '---\noutlet: Northport Courier\n---\n\nThe bridge will close in May, the Tarn Herald reported.',
      },
      { what: 'no outlet known', text: 'The bridge will close in May, the Northport Courier reported.' },
    ],
    bad: [
      {
        text: '---\noutlet: Northport Courier\n---\n\nThe bridge will close in May, ⟦the Northport Courier⟧ reported.',
      },
    ],
    good: [
      {
        text: '---\noutlet: Northport Courier\n---\n\nThe bridge will close in May, Mara Lund, the town’s engineer, said.',
      },
    ],
  },
  messages: { self: '{outlet} names itself as the source: who told it?' },
  check,
};
