/**
 * Reports a quotation with many ellipses, brackets or [sic]. Knows the tokens of a quotation.
 */
import type { Fix } from '../annotation.ts';
import { numberOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, textOf, type Marked, type Story } from './story.ts';

function repairs(story: Story, mark: Marked): number {
  let count = 0;
  for (let i = mark.open; i <= mark.close; i++) {
    const form = story.words.form[i] ?? '';
    if (form === '[' || form.startsWith('[') || /^(?:…|\.{3,4})$/.test(form)) count++;
  }
  return count;
}

/** Speaker's pronouns have to be changed by hand in indirect speech. */
const OWN = /\b(?:I|we|my|our|me|us|mine|ours|you|your)\b/giu;

/** Marks off, brackets resolved, omissions closed. */
function indirect(story: Story, mark: Marked): Fix {
  const inner = textOf(story, mark)
    .replace(/^["“«‘'`]+/, '')
    .replace(/["”»’']+$/, '');
  const plain = inner
    .replace(/\s*\[sic\]/gi, '')
    .replace(/\[([^\]]*)\]/g, '$1')
    .replace(/\s*(?:…|\.{3,4})\s*/g, ' ')
    .replace(OWN, '‹$&›');
  return {
    title: 'Tell it in indirect speech',
    safe: false,
    edits: [{ start: mark.start, end: mark.end, newText: plain }],
  };
}

function check({ story, options, report }: RuleContext): void {
  const max = numberOption(options, 'max');
  if (story.genre === 'interview') return;
  for (const mark of story.marks) {
    if (mark.level > 1 || !isProse(story.blocks[mark.block])) continue;
    const count = repairs(story, mark);
    if (count <= max) continue;
    report({
      start: mark.start,
      end: mark.end,
      message: 'altered',
      args: { count },
      confidence: 0.9,
      fixes: [indirect(story, mark)],
    });
  }
}

export const quoteAltered: Rule = {
  id: 'quote-altered',
  number: 6,
  title: 'Quotation mended too often',
  starred: false,
  needs: ['T'],
  severity: 'hint',
  fix: 'offer',
  docs: {
    summary: 'A quote with more than `max` ellipses, brackets or *[sic]*.',
    range: 'The quote with its marks.',
    rationale: 'A quote that had to be mended that often is better told as indirect speech (B20).',
    standards: ['B20'],
    fix: 'Offers indirect speech with the brackets resolved as a placeholder.',
    silentOn: [
      { what: 'two repairs', text: '“The [council] … knew about it,” said Ana Ruiz, a resident.' },
      {
        what: 'the genre interview',
        text: '---\ngenre: interview\n---\n\n“The [council] … knew about the [leak] for weeks,” said Ana Ruiz, a resident.',
      },
    ],
    bad: [
      {
        text: '⟦“The [council] … knew about the [leak] for weeks,”⟧ said Ana Ruiz, a resident.',
        fixed: 'The council knew about the leak for weeks, said Ana Ruiz, a resident.',
      },
    ],
    good: [{ text: 'The council knew about the leak for weeks, said Ana Ruiz, a resident.' }],
  },
  messages: { altered: 'The quotation is mended in {count} places; indirect speech may be fairer.' },
  options: {
    max: {
      type: 'integer',
      default: 2,
      minimum: 0,
      maximum: 20,
      description: 'Ellipses and brackets that are accepted.',
    },
  },
  check,
};
