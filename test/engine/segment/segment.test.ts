import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../../engine/segment/paragraphs.ts';
import { splitSentences } from '../../../engine/segment/sentences.ts';
import { tokenize } from '../../../engine/segment/tokens.ts';

const tokens = (text: string): string => tokenize(text).form.join(' ');
const sentences = (text: string): string[] => {
  const found = tokenize(text);
  const { sentenceStart } = splitSentences(found);
  return [...sentenceStart].map((first, k) => {
    const last = (sentenceStart[k + 1] ?? found.count) - 1;
    return text.slice(found.start[first], found.end[last]);
  });
};
const paragraphs = (text: string): string[] =>
  splitParagraphs(text).map(({ start, end, zone }) => `${zone}: ${text.slice(start, end)}`);

describe('tokens', () => {
  it.each([
    ['It’s Kolb’s dog; they can’t.', 'It ’s Kolb ’s dog ; they ca n’t .'],
    ["O'Dell won't say $3.5bn on 3:30", "O'Dell wo n't say $ 3.5bn on 3:30"],
    ['The U.S. and Dr. Kolb cannot go.', 'The U.S. and Dr. Kolb can not go .'],
    ["in the '90s, give 'em a go", "in the '90s , give 'em a go"],
    ['See https://tarn.example/a?b=1, now.', 'See https://tarn.example/a?b=1 , now .'],
    ['mail ada@tarn.example or @ada', 'mail ada@tarn.example or @ada'],
    ["a 10-year-old's ``best'' day", "a 10-year-old 's `` best '' day"],
    ['He left... then — no', 'He left ... then — no'],
    ['He said “no.”', 'He said “ no . ”'],
    ['😀 é', '😀 é'],
  ])('splits %s', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it('gives exact offsets', () => {
    const text = 'Ada 😀 said: “Não.”';
    const { start, end, form, count } = tokenize(text);
    for (let i = 0; i < count; i++) expect(text.slice(start[i], end[i])).toBe(form[i]);
  });
});

describe('sentences', () => {
  it.each([
    ['Dr. Kolb left. She ran.', ['Dr. Kolb left.', 'She ran.']],
    ['He works at Hartmann Inc. The firm is old.', ['He works at Hartmann Inc.', 'The firm is old.']],
    ['“Why?” he asked. “Why not?” Kolb said.', ['“Why?” he asked.', '“Why not?” Kolb said.']],
    ['“We won.” The crowd sang.', ['“We won.”', 'The crowd sang.']],
    ['It rose 3.5 percent to $4.2m. Shares fell.', ['It rose 3.5 percent to $4.2m.', 'Shares fell.']],
    ['(He left.) She stayed.', ['(He left.)', 'She stayed.']],
  ])('splits %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('paragraphs', () => {
  it('names headline, byline, body and credit', () => {
    expect(
      paragraphs(
        'Harbour chief denies taking cash\n\nBy Tessa Lindqvist\n\nThe harbour was quiet on Monday.\n\n(Reporting by Ada Quill; Editing by Bo Frey)',
      ),
    ).toEqual([
      'headline: Harbour chief denies taking cash',
      'byline: By Tessa Lindqvist',
      'body: The harbour was quiet on Monday.',
      'credit: (Reporting by Ada Quill; Editing by Bo Frey)',
    ]);
  });

  it('treats CRLF, CR and Unicode separators as line breaks', () => {
    for (const lineBreak of ['\n', '\r\n', '\r', '\u2028', '\u2029'])
      expect(paragraphs(`One here.${lineBreak}${lineBreak}Two here.`)).toEqual([
        'body: One here.',
        'body: Two here.',
      ]);
  });

  it('joins lines that were broken at a fixed width', () => {
    const wrapped =
      'The council of Tarn voted on Tuesday night to close the old bridge for\nrepairs, and its leader said that nobody should use it until the spring,\nwhen the works are over.\n\nNext story.';
    expect(paragraphs(wrapped)).toHaveLength(2);
  });

  it('does not join short lines of their own', () => {
    expect(
      paragraphs('Tarn wins cup\nBridge shut\nMayor resigns\nThe town was quiet on Monday.'),
    ).toHaveLength(4);
  });

  it('cuts a paragraph without end, never inside a surrogate pair', () => {
    const text = '😀'.repeat(30_000);
    for (const { start, end } of splitParagraphs(text)) {
      expect(end - start).toBeLessThanOrEqual(20_000);
      expect(text.charCodeAt(start)).toBe(0xd83d);
    }
  });

  it('takes front matter for furniture', () => {
    expect(paragraphs('---\ntitle: X\n---\nThe harbour was quiet.').at(-1)).toBe(
      'body: The harbour was quiet.',
    );
  });
});
