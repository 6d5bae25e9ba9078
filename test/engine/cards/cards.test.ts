import { describe, expect, test } from 'vitest';
import { cardAt, renderMarkdown, renderPlain, type Card } from '../../../engine/cards/cards.ts';
import { annotate, type Analysis } from '../../../engine/index.ts';

const STORY = `PORT ANSEL (Reuters) - Ada Quill, the mayor of Tarn, accused Jonas Kolb of taking bribes from a builder on Monday.

Kolb denied taking bribes. “I never took a penny,” he told Reuters.
`;
const analysis: Analysis = annotate(STORY, { plainText: 'always' });

function cardOn(words: string, inside = 1): Card {
  const card = cardAt({ analysis }, STORY.indexOf(words) + inside);
  if (!card) throw new Error(`no card on ${words}`);
  return card;
}

describe('the card of a place', () => {
  test('a name gives the speaker with role, statements and mentions', () => {
    const text = renderPlain(cardOn('Ada Quill'));
    expect(text).toMatch(/^Ada Quill: /u);
    expect(text).toContain('mayor');
    expect(text).toMatch(/In this article: \d+ statement/u);
  });

  test('a verb gives the statement with stance and who is answered', () => {
    const text = renderPlain(cardOn('denied'));
    expect(text).toMatch(/^Jonas Kolb/u);
    expect(text).toContain('“denied”, denies');
    expect(text).toContain('Status: denial');
  });

  test('an allegation names accuser, accused, status and reply', () => {
    const card = cardOn('taking bribes from', 3);
    expect(card.kind).toBe('allegation');
    const text = renderPlain(card);
    expect(text).toContain('Accuser: Ada Quill');
    expect(text).toContain('Accused: Jonas Kolb');
    expect(text).toContain('Reply: denied in paragraph 2');
  });

  test('an agency says what is known, from where, and what it does here', () => {
    const text = renderPlain(cardOn('Reuters'));
    expect(text).toContain('Reuters: news agency, United Kingdom');
    expect(text).toContain('Here: named in the dateline');
    expect(text).toContain('In this story: ');
    expect(text).toMatch(/Facts of \d{4}/u);
  });

  test('plain narrative has no card', () => {
    expect(cardAt({ analysis: annotate('The bridge stood.', { plainText: 'always' }) }, 5)).toBeNull();
  });
});

test('an allegation without a reply says so', () => {
  const text = 'Ada Quill accused Jonas Kolb of taking bribes from a builder.';
  const card = cardAt({ analysis: annotate(text, { plainText: 'always' }) }, text.indexOf('taking') + 2);
  expect(card ? renderPlain(card) : '').toContain('no response in this article');
});

test('links lead where the caller says, and nowhere when it does not', () => {
  const card = cardOn('taking bribes from', 3);
  const linked = renderMarkdown(card, { href: ({ start, end }) => `command:go?${start},${end}` });
  expect(linked).toMatch(/\[paragraph 2\]\(command:go\?\d+,\d+\)/u);
  expect(linked).toContain('[Go to the denial](command:go?');
  expect(renderMarkdown(card)).not.toContain('](');
});

test('Markdown of the article stays text', () => {
  const text = 'Ada *Quill* said on Monday the bridge [shut](x) was closed.';
  const result = annotate(text, { plainText: 'always' });
  for (let offset = 0; offset < text.length; offset++) {
    const card = cardAt({ analysis: result }, offset);
    if (card) expect(renderMarkdown(card)).not.toMatch(/(?<!\\)\[shut\]\(x\)/u);
  }
});

test('every card is short at first glance and readable aloud', () => {
  for (let offset = 0; offset < STORY.length; offset++) {
    const card = cardAt({ analysis }, offset);
    if (!card) continue;
    const text = renderPlain(card, { brief: true });
    expect(text.split('\n').length).toBeLessThanOrEqual(10);
    expect(text).not.toMatch(/[→✓✗•|]/u);
    expect(offset).toBeGreaterThanOrEqual(card.span.start);
    expect(offset).toBeLessThanOrEqual(card.span.end);
  }
});
