import { describe, expect, it } from 'vitest';
import { pairQuotes } from '../../../engine/detect/quotes.ts';
import { tokenize } from '../../../engine/segment/tokens.ts';

/** `1[“…”]` = level 1, closed; `1![…` = no closing mark; `?x` = a stray mark. */
function structure(text: string): string {
  const { quotes, strayMarks } = pairQuotes(text, tokenize(text));
  return [
    ...quotes.map((q) => `${q.level}${q.closed ? '' : '!'}[${text.slice(q.start, q.end)}]`),
    ...strayMarks.map((s) => `?${text.slice(s.start, s.end)}`),
  ].join(' ');
}

describe('quotation marks', () => {
  it.each([
    ['“We stay,” Kolb said. “We ‘must’ stay,” he added.', '1[“We stay,”] 1[“We ‘must’ stay,”] 2[‘must’]'],
    ['"We stay," Kolb said. "All of us."', '1["We stay,"] 1["All of us."]'],
    [
      "'We can't leave,' said Kolb. 'The workers' rights matter.'",
      "1['We can't leave,'] 1['The workers' rights matter.']",
    ],
    ['‘It’s the workers’ day,’ he said, ‘and we’ll win.’', '1[‘It’s the workers’ day,’] 1[‘and we’ll win.’]'],
    ["``We go,'' Kolb said.", "1[``We go,'']"],
    ['«Nous partons», dit-il. „Ja“, sagte er.', '1[«Nous partons»] 1[„Ja“]'],
    ["the Joneses' house and the 'best' dog", "1['best']"],
    ['Quill: ‘We’re done’', '1[‘We’re done’]'],
    // apostrophes, decades, measures are no marks
    ["It's the '90s, and they're 6'2\" tall.", ''],
    ["rock 'n' roll", "1['n']"],
    // faults stay where they are
    ['“Unclosed. Kolb said “this” too.', '1![“Unclosed. Kolb said] 1[“this”]'],
    ['closing only,” he said.', '?”'],
    ['“It goes on', '1![“It goes on]'],
  ])('pairs %s', (text, expected) => {
    expect(structure(text)).toBe(expected);
  });
});
