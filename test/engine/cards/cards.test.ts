import { describe, expect, test } from 'vitest';
import { cardAt, renderMarkdown, renderPlain, type Card } from '../../../engine/cards/cards.ts';
import { quoted } from '../../../engine/cards/card.ts';
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
    expect(text).toContain('Statement: “denied”, reported speech');
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
    expect(text).toContain('Here: credited in the dateline');
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

/** The card on some words of a text, in plain words. */
function plainOn(text: string, words: string, inside = 1): string {
  const result = annotate(text, { plainText: 'always' });
  const card = cardAt({ analysis: result }, text.indexOf(words) + inside);
  return card ? renderPlain(card) : '';
}

describe('the wording of the cards', () => {
  const told =
    'The bridge will stay shut, Ada Quill, the mayor of Tarn, told Reuters.\n\nQuill said it was old.';

  test('a neutral verb is not called a statement, and a verb of denial is not said twice', () => {
    expect(plainOn(told, 'told')).toContain('Statement: “told”, reported speech');
    expect(plainOn(STORY, 'denied')).not.toContain('denies');
    expect(plainOn('Ada Quill conceded the bridge was unsafe.', 'conceded')).not.toContain('concedes');
  });

  test('one outlet that was told is one line', () => {
    const text = plainOn(told, 'told');
    expect(text).toContain('Through: Reuters, told to it');
    expect(text).not.toContain('Told to:');
  });

  test('counts are in words that fit', () => {
    expect(plainOn('“No,” Ada Quill said.', 'Ada')).toContain('1 statement; 1 quotation of 1 word.');
    expect(plainOn('Ada Quill said she was tired.', 'Ada')).toContain('1 statement, not quoted.');
    expect(plainOn(told, 'Ada')).toContain('2 statements, none quoted.');
  });

  test('where somebody is mentioned is told once for each paragraph', () => {
    expect(plainOn(told, 'Ada')).toContain('Mentioned: first in paragraph 1; again in paragraph 2.');
    expect(plainOn('Ada Quill said she was tired.', 'Ada')).toContain('Mentioned: only in paragraph 1.');
  });

  test('who answers is named when it is not the accused', () => {
    const text =
      'Ada Quill accused Jonas Kolb of taking bribes from a builder.\n\nKolb’s lawyer, Mina Osei, denied the accusation, saying her client had taken no bribes.';
    expect(plainOn(text, 'taking bribes', 3)).toMatch(/Reply: denied by Mina Osei in paragraph 2/u);
  });

  test('parties of an allegation come with what the article says of them', () => {
    expect(plainOn(STORY, 'taking bribes from', 3)).toContain('Accuser: Ada Quill, mayor');
  });

  test('initials that fit two agencies are left open', () => {
    expect(plainOn('The talks will be held, CNA reported on Monday.', 'CNA')).toMatch(
      /^CNA: fits .+ and .+; the text leaves open which/u,
    );
  });

  test('an outlet without entry is no fault of the outlet', () => {
    expect(plainOn('The mayor will resign, the Daily Post reported.', 'Daily Post')).toMatch(
      /^Daily Post: an outlet that is not in the registry/u,
    );
  });
});

test('words of the article keep their marks apart from those of the card', () => {
  expect(quoted('Kolb was “chronically late”')).toBe('“Kolb was ‘chronically late’”');
  expect(quoted('Kolb was “chronically')).toBe('“Kolb was ‘chronically’”');
  expect(quoted('he was late”')).toBe('“he was late”');
  expect(quoted('Kolb was "late" again')).toBe('“Kolb was ‘late’ again”');
});

test('an agency that is only mentioned is not said to be mentioned twice', () => {
  expect(plainOn('Journalists at Agence France-Presse will strike, Ada Quill said.', 'France')).toContain(
    'In this story: mentioned in paragraph 1.',
  );
});
