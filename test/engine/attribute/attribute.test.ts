import { describe, expect, it } from 'vitest';
import { annotate } from '../../../engine/index.ts';

/** `S source | C cue | T content` of each attribution of a text, pieces parted by " … ". */
function read(text: string): string[] {
  const { annotation } = annotate(text, { plainText: 'always' });
  const join = (spans: readonly { start: number; end: number }[]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return annotation.attributions.map((a) => `S ${join(a.source)} | C ${join(a.cue)} | T ${join(a.content)}`);
}

describe('attributions', () => {
  it.each([
    ['“We will stay,” Ines Kolb said.', ['S Ines Kolb | C said | T “We will stay,”']],
    [
      '“We will stay,” said Ines Kolb, the mayor of Tarn.',
      ['S Ines Kolb, the mayor of Tarn | C said | T “We will stay,”'],
    ],
    ['Kolb said, “We will stay.”', ['S Kolb | C said | T “We will stay.”']],
    [
      'Kolb said that the bridge would stay closed.',
      ['S Kolb | C said | T that the bridge would stay closed'],
    ],
    ['The bridge will stay closed, Kolb said.', ['S Kolb | C said | T The bridge will stay closed']],
    [
      'According to Kolb, the bridge will stay closed.',
      ['S Kolb | C According to | T the bridge will stay closed'],
    ],
    ['Kolb told reporters that the bridge was safe.', ['S Kolb | C told | T that the bridge was safe']],
    // whoever stands before a headline's verb
    [
      'Minister accuses port operator of hiding spill\n\nThe water was brown on Monday.\n\nFish lay on the sand.',
      ['S Minister | C accuses | T port operator of hiding spill'],
    ],
    [
      'Nordvik shares plunge as short-seller alleges fraud\n\nThe shares fell by a third on Thursday.\n\nThey had been rising.',
      ['S short-seller | C alleges | T fraud'],
    ],
    // whoever stands behind "told" is the hearer
    [
      '“He sold the harbour by the metre,” Quill told Reuters. She said the council would sue.',
      [
        'S Quill | C told | T “He sold the harbour by the metre,”',
        'S She | C said | T the council would sue',
      ],
    ],
    ['Kolb called the plan “a disgrace.”', ['S Kolb | C called | T the plan “a disgrace.”']],
    [
      '“We will stay,” Kolb said. “All of us will.”',
      ['S Kolb | C said | T “We will stay,” … “All of us will.”'],
    ],
    ['“The river was our life.” — Ines Kolb', ['S Ines Kolb | C — | T “The river was our life.”']],
    ['QUILL: We never signed that letter.', ['S QUILL | C : | T We never signed that letter.']],
    ['‘We will stay,’ said Ms Kolb.', ['S Ms Kolb | C said | T ‘We will stay,’']],
    ["``We will stay,'' Kolb said.", ["S Kolb | C said | T ``We will stay,''"]],
    [
      'In a letter to the board, Kolb wrote:\n\n“The bridge was never safe, and the council knew it.”',
      ['S Kolb | C wrote: | T “The bridge was never safe, and the council knew it.”'],
    ],
    [
      '“The bridge was never safe,” Kolb said. “Nobody listened.\n\n“They said it would hold.”',
      ['S Kolb | C said | T “The bridge was never safe,” … “Nobody listened. … “They said it would hold.”'],
    ],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('finds nothing in narrative', () => {
    expect(read('The ferry left the harbour at noon. It carried forty people and two dogs.')).toEqual([]);
  });
});

describe('kinds of quotes', () => {
  const kinds = (text: string): string[] =>
    annotate(text, { plainText: 'always' }).annotation.quotes.map((q) => q.kind);
  it.each([
    ['“We will stay,” Kolb said.', ['direct']],
    ['Kolb called the plan “a disgrace” on Monday.', ['partial']],
    ['Ines “Bo” Kolb left the room.', ['nickname']],
    ['Kolb starred in the film “The Long Tide” last year.', ['title']],
    ['The so-called “reform” was dropped.', ['scare']],
    ['A sign reading “KEEP OUT” hung on the gate.', ['other']],
    ['“He told me ‘never again’ and left,” Kolb said.', ['direct', 'other']],
  ])('of %s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});
