/**
 * Reports "alleged victim", with one adjective between at most. Knows the words only.
 */
import { replace } from './fixes.ts';
import { listOption, type Rule, type RuleContext } from './rule.ts';
import { hasAny, isProse, spanOf, textOf } from './story.ts';

function check({ story, options, report }: RuleContext): void {
  if (!hasAny(story, ['alleged'])) return;
  const { words } = story;
  const replacements = listOption(options, 'replacements');
  for (const sentence of story.sentences) {
    if (!isProse(story.blocks[sentence.block])) continue;
    for (let i = sentence.first; i + 1 < sentence.end; i++) {
      if (words.lower[i] !== 'alleged' || (words.quote[i] ?? 0) > 0) continue;
      const noun = /^victims?$/.test(words.lower[i + 1] ?? '') ? i + 1 : i + 2;
      const form = words.lower[noun] ?? '';
      if (noun >= sentence.end || !/^victims?$/.test(form)) continue;
      const span = spanOf(words, i, noun + 1);
      const plural = form === 'victims';
      report({
        ...span,
        message: 'victim',
        args: { words: textOf(story, span) },
        confidence: 0.95,
        fixes: replacements.map((text) => {
          const written =
            plural && !text.includes(' ') ? `${text}s` : plural ? text.replace(/^person/, 'people') : text;
          return replace(`Write “${written}”`, span, written);
        }),
      });
    }
  }
}

export const allegedVictim: Rule = {
  id: 'alleged-victim',
  number: 31,
  title: '“Alleged victim”',
  starred: false,
  needs: ['T'],
  severity: 'info',
  fix: 'offer',
  docs: {
    summary: '*alleged victim(s)*, with one adjective between at most.',
    range: 'The phrase.',
    rationale: 'It casts doubt on the person, not on the act (B3).',
    standards: ['B3'],
    fix: 'Offers *the complainant*, *the person who reported ‹what›*.',
    silentOn: [
      { what: 'quoted text', text: '“The alleged victim gave evidence,” said Ana Ruiz, a lawyer.' },
      { what: 'an alleged act', text: 'The victim of the alleged assault gave evidence.' },
    ],
    bad: [
      {
        text: 'The ⟦alleged victim⟧ gave evidence for two hours.',
        fixed: 'The complainant gave evidence for two hours.',
      },
    ],
    good: [{ text: 'The woman who reported the assault gave evidence for two hours.' }],
  },
  messages: { victim: '“{words}” casts doubt on the person, not on the act.' },
  options: {
    replacements: {
      type: 'strings',
      default: ['complainant', 'person who reported ‹what›'],
      description: 'What is offered instead, in the singular.',
    },
  },
  check,
};
