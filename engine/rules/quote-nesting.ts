/**
 * Reports a quotation inside a quotation that wears the same marks, or goes against the house order. Knows the marks and
 * their nesting level as segmentation found them.
 */
import type { Fix } from '../annotation.ts';
import { textOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, textOf, type Marked, type Story } from './story.ts';

type Kind = 'double' | 'single' | null;

/** Straight marks do not tell how they nest. */
function kindOf(mark: string): Kind {
  if (/^[“”„«»]$/.test(mark)) return 'double';
  return /^[‘’‚‹›]$/.test(mark) ? 'single' : null;
}

/** The quotation around this one: the nearest opening before it that has not closed. */
function outerOf(story: Story, inner: Marked, index: number): Marked | null {
  for (let i = index - 1; i >= 0; i--) {
    const mark = story.marks[i];
    if (mark?.block !== inner.block) return null;
    if (mark.level < inner.level && mark.end >= inner.end) return mark;
  }
  return null;
}

function swap(story: Story, inner: Marked, to: 'double' | 'single'): readonly Fix[] {
  const { words } = story;
  const [open, close] = to === 'single' ? ['‘', '’'] : ['“', '”'];
  return [
    {
      title: `Write ${open} … ${close}`,
      safe: true,
      edits: [
        { start: words.start[inner.open] ?? 0, end: words.end[inner.open] ?? 0, newText: open },
        { start: words.start[inner.close] ?? 0, end: words.end[inner.close] ?? 0, newText: close },
      ],
    },
  ];
}

function check({ story, options, report }: RuleContext): void {
  const house = textOption(options, 'outer');
  story.marks.forEach((inner, index) => {
    if (inner.level < 2 || !inner.closed || !isProse(story.blocks[inner.block])) return;
    const outer = outerOf(story, inner, index);
    if (outer === null) return;
    const innerKind = kindOf(story.words.form[inner.open] ?? '');
    const outerKind = kindOf(story.words.form[outer.open] ?? '');
    if (innerKind === null || outerKind === null) return;
    const wanted = inner.level % 2 === 0 ? outerKind : null;
    const against = house !== 'any' && inner.level === 2 && outerKind !== house;
    if (wanted === innerKind || against) {
      report({
        start: inner.start,
        end: inner.end,
        message: wanted === innerKind ? 'same' : 'order',
        args: { words: textOf(story, inner) },
        confidence: 0.9,
        fixes: wanted === innerKind ? swap(story, inner, innerKind === 'double' ? 'single' : 'double') : [],
      });
    }
  });
}

export const quoteNesting: Rule = {
  id: 'quote-nesting',
  number: 3,
  title: 'Inner quotation marks like the outer ones',
  starred: false,
  needs: ['T'],
  severity: 'info',
  fix: 'safe',
  insideQuotes: true,
  docs: {
    summary: 'Inner marks that equal the outer ones, or that go against the house order.',
    range: 'The inner quote with its marks.',
    rationale: 'The reader loses track of who is quoting whom.',
    standards: ['house style'],
    fix: 'Safe: swap the inner marks.',
    silentOn: [
      { what: 'straight marks', text: '"He called it "a joke" and left," said Ana Ruiz, a driver.' },
      { what: 'marks that differ', text: '‘He called it “a joke” and left,’ said Ana Ruiz, a driver.' },
    ],
    bad: [
      {
        text: '“He called it ⟦“a joke”⟧ and left,” said Ana Ruiz, a driver.',
        fixed: '“He called it ‘a joke’ and left,” said Ana Ruiz, a driver.',
      },
    ],
    good: [{ text: '“He called it ‘a joke’ and left,” said Ana Ruiz, a driver.' }],
  },
  messages: {
    same: '{words} wears the same marks as the quotation around it.',
    order: '{words} goes against the house order of marks.',
  },
  options: {
    outer: {
      type: 'string',
      default: 'any',
      enum: ['any', 'double', 'single'],
      description: 'The house’s outer marks; `any` only asks that inner marks differ.',
    },
  },
  check,
};
