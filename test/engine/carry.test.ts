import { describe, expect, it } from 'vitest';
import { annotate, annotateInSteps, carry, reannotate, type Analysis } from '../../engine/index.ts';

const STORY = `Ferry owner denies ignoring warnings

PORT ANSEL — Ferry owner Jonas Kolb on Monday denied that he had ignored warnings about the bow door.

“We checked it every night,” Kolb said. “Nobody told us it leaked.”

Prosecutor Ada Quill accused the firm of forging two inspection reports.

“She has not read them,” Kolb told the Ansel Courier.

The inquiry goes on, said Tess Marlow, its chair.`;
const always = { plainText: 'always' } as const;

/** Everything that points into the text, as the text it points at. */
function slices({ text, annotation }: Analysis): string[] {
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return [
    ...annotation.attributions.flatMap((one) => [...one.source, ...one.cue, ...one.content].map(slice)),
    ...annotation.quotes.map(slice),
    ...annotation.speakers.flatMap((speaker) => speaker.mentions.map(slice)),
    ...annotation.allegations.flatMap((one) => [slice(one), ...one.responses.map(slice)]),
  ];
}
const edited = (text: string, at: string, added: string, removed = 0): string => {
  const place = text.indexOf(at);
  return text.slice(0, place) + added + text.slice(place + removed);
};

describe('carry', () => {
  const before = annotate(STORY, always);

  it('keeps what stands elsewhere, at its new place', () => {
    const text = edited(STORY, 'Prosecutor Ada', 'On Tuesday ');
    const carried = carry(before, text);
    expect(slices(carried).filter((slice) => slice.includes('Kolb'))).toEqual(
      slices(before).filter((slice) => slice.includes('Kolb')),
    );
    expect(carried.annotation.speakers.map(({ name }) => name)).toEqual(
      before.annotation.speakers.map(({ name }) => name),
    );
  });

  it('keeps the speaker of the statement that is being written', () => {
    const text = edited(STORY, 'leaked.”', 'ever ');
    const { annotation } = carry(before, text);
    const quote = annotation.quotes.find(({ start, end }) => text.slice(start, end).includes('ever leaked'));
    const speaker = annotation.speakers.find(({ id }) => id === quote?.speaker);
    expect(speaker?.name).toBe('Jonas Kolb');
  });

  it('finds a new statement, and no speaker for it yet', () => {
    const text = `${STORY}\n\n“It was the pump,” said Olaf Rehn, a mechanic.`;
    const { annotation } = carry(before, text);
    const quote = annotation.quotes.at(-1);
    expect(text.slice(quote?.start, quote?.end)).toBe('“It was the pump,”');
    expect(quote?.attribution).not.toBeNull();
    expect(quote?.speaker).toBeNull();
  });

  it.each([
    ['a word', (text: string) => edited(text, 'every night', 'nearly ')],
    ['a paragraph break', (text: string) => edited(text, '“Nobody', '\n\n')],

    ['two paragraphs joined', (text: string) => edited(text, '\n\nThe inquiry', ' ', 2)],
    ['a mark lost', (text: string) => edited(text, '” Kolb told', '', 1)],
    ['a paragraph lost', (text: string) => text.replace(/“She has not.*\n\n/u, '')],
    ['the beginning lost', (text: string) => text.slice(20)],
    ['nothing', (text: string) => text],
    ['everything', () => 'Nothing is left.'],
    ['all but one word', (text: string) => text.slice(0, 5)],
  ])('gives the attributions and quotations of the new text: %s', (_, edit) => {
    const text = edit(STORY);
    const carried = carry(before, text);
    const fresh = annotate(text, always);
    const parts = ({ annotation }: Analysis): unknown => [
      annotation.attributions.map(({ source, cue, content, form }) => ({ source, cue, content, form })),
      annotation.quotes.map(({ start, end, level, kind }) => ({ start, end, level, kind })),
    ];
    expect(parts(carried)).toEqual(parts(fresh));
    expect(carried.paragraphs.map(({ index, offset }) => [index, offset])).toEqual(
      fresh.paragraphs.map(({ index, offset }) => [index, offset]),
    );
    const ids = new Set(carried.annotation.attributions.map(({ id }) => id));
    expect(ids.size).toBe(carried.annotation.attributions.length);
    for (const { start, end } of carried.annotation.quotes) expect(end).toBeGreaterThan(start);
    for (const one of carried.annotation.allegations)
      if (one.attribution !== null) expect(ids).toContain(one.attribution);
    // and the true analysis made from it is the analysis of the text
    expect(reannotate(carried, text, always).annotation).toEqual(fresh.annotation);
  });

  it('leaves a text that is no news alone', () => {
    const code = annotate('const a = 1;\n', { plainText: 'auto' });
    expect(carry(code, 'const a = 12;\n').annotation).toEqual(code.annotation);
  });
});

describe('annotateInSteps', () => {
  it('gives in many steps what annotate gives at once', () => {
    const steps = annotateInSteps(null, STORY, always);
    let count = 0;
    let result = steps.next();
    while (result.done !== true) {
      count++;
      result = steps.next();
    }
    expect(result.value.annotation).toEqual(annotate(STORY, always).annotation);
    expect(count).toBeGreaterThan(3);
  });
});
