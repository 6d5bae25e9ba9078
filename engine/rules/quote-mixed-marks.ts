/**
 * Reports, once a story, that quotation marks of several kinds are mixed, or that a curly mark faces the wrong way. Knows
 * the marks that segmentation took for quotation marks, so that feet, inches and code are none of its business.
 */
import type { Fix, TextEdit } from '../annotation.ts';
import { textOption, type Rule, type RuleContext } from './rule.ts';
import { isProse, spanOf, type Story } from './story.ts';

type Kind = 'curly' | 'straight' | 'other';

interface Mark {
  readonly token: number;
  readonly opens: boolean;
  readonly kind: Kind;
}

function kindOf(form: string): Kind | null {
  if (/^[“”‘’]$/.test(form)) return 'curly';
  if (/^["']$/.test(form)) return 'straight';
  return /^(?:``|''|`|´|′|″)$/.test(form) ? 'other' : null;
}

function marksOf(story: Story): readonly Mark[] {
  const found: Mark[] = [];
  for (const mark of story.marks) {
    if (!isProse(story.blocks[mark.block])) continue;
    const open = kindOf(story.words.form[mark.open] ?? '');
    if (open !== null && !mark.continued) found.push({ token: mark.open, opens: true, kind: open });
    const close = kindOf(story.words.form[mark.close] ?? '');
    if (close !== null && mark.closed && mark.close > mark.open)
      found.push({ token: mark.close, opens: false, kind: close });
  }
  return found.sort((a, b) => a.token - b.token);
}

/** “ where a quotation closes, ” where it opens. */
function wrongWay(story: Story, mark: Mark): boolean {
  const form = story.words.form[mark.token] ?? '';
  return mark.opens ? form === '”' : form === '“';
}

function written(mark: Mark, form: string, style: 'curly' | 'straight'): string {
  const single = /^[‘’'`´′]$/.test(form);
  if (style === 'straight') return single ? "'" : '"';
  return single ? (mark.opens ? '‘' : '’') : mark.opens ? '“' : '”';
}

/** Every mark and apostrophe of the story in one style. */
function unify(story: Story, marks: readonly Mark[], style: 'curly' | 'straight'): readonly Fix[] {
  const edits: TextEdit[] = [];
  const touched = new Set<number>();
  for (const mark of marks) {
    const span = spanOf(story.words, mark.token, mark.token + 1);
    const form = story.words.form[mark.token] ?? '';
    const newText = written(mark, form, style);
    touched.add(span.start);
    if (newText !== form) edits.push({ ...span, newText });
  }
  const from =
    style === 'curly'
      ? /(?<=\p{L})'(?=\p{L}|\s|$)|(?<=\s)'(?=\d0s)/gu
      : /(?<=\p{L})’(?=\p{L}|\s|$)|(?<=\s)’(?=\d0s)/gu;
  for (const block of story.blocks) {
    if (!isProse(block)) continue;
    for (const match of story.text.slice(block.start, block.end).matchAll(from)) {
      const start = block.start + match.index;
      if (!touched.has(start)) edits.push({ start, end: start + 1, newText: style === 'curly' ? '’' : "'" });
    }
  }
  edits.sort((a, b) => a.start - b.start);
  return [
    { title: style === 'curly' ? 'Make all marks curly' : 'Make all marks straight', safe: true, edits },
  ];
}

function check({ story, options, report }: RuleContext): void {
  const wanted = textOption(options, 'style');
  const marks = marksOf(story);
  const curly = marks.filter((mark) => mark.kind === 'curly').length;
  const straight = marks.filter((mark) => mark.kind === 'straight').length;
  const style = wanted === 'curly' || (wanted === 'majority' && curly >= straight) ? 'curly' : 'straight';
  // Copy that is typed with LaTeX marks throughout is of one kind.
  const mixed = [curly, straight, marks.length - curly - straight].filter((count) => count > 0).length > 1;
  const odd = marks.filter(
    (mark) => ((mixed || wanted !== 'majority') && mark.kind !== style) || wrongWay(story, mark),
  );
  const first = odd[0];
  if (first === undefined) return;
  const span = spanOf(story.words, first.token, first.token + 1);
  report({
    ...span,
    message: wrongWay(story, first) ? 'direction' : 'mixed',
    args: { mark: story.words.form[first.token] ?? '', count: odd.length, style },
    confidence: 0.95,
    related: odd
      .slice(1, 20)
      .map((mark) => ({ ...spanOf(story.words, mark.token, mark.token + 1), message: 'Another one' })),
    fixes: unify(story, marks, style),
  });
}

export const quoteMixedMarks: Rule = {
  id: 'quote-mixed-marks',
  number: 4,
  title: 'Straight and curly marks in one story',
  starred: false,
  needs: ['T'],
  severity: 'info',
  fix: 'safe',
  insideQuotes: true,
  docs: {
    summary:
      'Straight and curly marks in one document, a curly mark that faces the wrong way, or a backtick or prime used as a mark. One finding a document, at the first mark of the rarer kind; the others are related ranges.',
    range: '',
    rationale:
      "Mixed marks break searching and pairing; half of the measured stories use each style, and some use LaTeX marks (``` ``…'' ```), so input must accept all.",
    standards: ['house style'],
    fix: 'Safe, and part of *fix all*: make all marks and apostrophes of one kind.',
    silentOn: [
      { what: 'measurements', text: '“The wall is 6\' 2" high,” said Ana Ruiz, a builder.' },
      {
        what: 'one kind throughout',
        text: '"The road is open," said Ana Ruiz, a driver. "It is safe," she added.',
      },
    ],
    bad: [
      {
        text: '“The road is open,” said Ana Ruiz, a driver. ⟦"⟧It is safe," she added.',
        fixed: '“The road is open,” said Ana Ruiz, a driver. “It is safe,” she added.',
      },
    ],
    good: [{ text: '“The road is open,” said Ana Ruiz, a driver. “It is safe,” she added.' }],
  },
  messages: {
    mixed: 'Marks are mixed: {count} here are not {style}.',
    direction: 'The mark {mark} faces the wrong way.',
  },
  options: {
    style: {
      type: 'string',
      default: 'majority',
      enum: ['majority', 'curly', 'straight'],
      description: 'The kind of marks that the story should have; `majority` takes what most marks are.',
    },
  },
  check,
};
