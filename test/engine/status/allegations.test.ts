import { describe, expect, test } from 'vitest';
import { evidenceOf } from './marked.ts';

/** "proposition | accuser → accused | status | replies" of each allegation. */
function told(source: string): string[] {
  const { allegations, text, nameOf } = evidenceOf(source);
  return allegations.map(
    (allegation) =>
      `${text.slice(allegation.start, allegation.end)} | ${nameOf(allegation.accuser) ?? '-'} → ${nameOf(allegation.accused) ?? '-'} | ${allegation.legalStatus} | ${allegation.responses.map(({ kind }) => kind).join(',')}`,
  );
}

describe('accusing words', () => {
  test.each([
    [
      '{s Ada Quill} {c accused} {t Jonas Kolb of taking bribes from a builder}.',
      'taking bribes from a builder | Ada Quill → Jonas Kolb | alleged | ',
    ],
    [
      '{s Prosecutor Imre Vael} {c alleged} {t that Jonas Kolb had taken bribes}.',
      'Jonas Kolb had taken bribes | Imre Vael → Jonas Kolb | alleged | ',
    ],
    [
      '{s Ada Quill} {c blamed} {t Jonas Kolb for hiding the report}.',
      'hiding the report | Ada Quill → Jonas Kolb | alleged | ',
    ],
  ])('%s', (source, expected) => {
    expect(told(source)).toEqual([expected]);
  });
});

describe('neutral words over an accusation', () => {
  test('somebody is said to have done wrong', () => {
    expect(told('{s Police} {c said} {t Jonas Kolb stole £900 from the till}.')).toEqual([
      'Jonas Kolb stole £900 from the till | police → Jonas Kolb | alleged | ',
    ]);
  });

  test('what the speakers say they did not do accuses nobody', () => {
    expect(
      told(
        '{s1 Drevian officials} {c1 accused} {t1 Tolvania of firing the rockets}. {s2 Tolvania’s army} {c2 said} {t2 “Our forces did not fire over the Sava last night”}.',
      ),
    ).toHaveLength(1);
  });

  test('what the state’s station denies is the state’s', () => {
    const source =
      '{s1 Residents} {c1 said} {t1 government warplanes had struck a market in Kharma, killing 14 people}. {s2 State television} {c2 denied} {t2 that the warplanes had struck a market in Tolvania}.';
    expect(evidenceOf(source).allegations).toHaveLength(1);
    expect(told(source)[0]).not.toMatch(/television/iu);
  });

  test('an act of force is denied by the party that is meant', () => {
    expect(
      told(
        '{s1 Drevian officials} {c1 said} {t1 artillery fire had killed 14 people}. {s2 Tolvania} {c2 denied} {t2 firing a single round}.',
      ).map((line) => line.replace(/^.*→/u, '→')),
    ).toEqual(['→ Tolvania | alleged | denial']);
  });
});

describe('words without anybody who says so', () => {
  test.each([
    ['Jonas Kolb is accused of stealing a tractor.', 'stealing a tractor | - → Jonas Kolb | alleged | '],
    ['Jonas Kolb was charged with fraud on Monday.', 'fraud | - → Jonas Kolb | charged | '],
    [
      '{s Jonas Kolb} {c denies} {t arson and is due to stand trial in March}.',
      'arson | - → Jonas Kolb | on-trial | denial',
    ],
    [
      '{s Jonas Kolb} {c has denied claims} {t that he altered records}.',
      'he altered records | - → Jonas Kolb | alleged | denial',
    ],
    [
      'The anti-fraud office on Friday arraigned a former treasurer, Jonas Kolb, over an alleged theft of public money.',
      'alleged theft of public money | - → Jonas Kolb | charged | ',
    ],
    ['Jonas Kolb is suspected of arson.', 'arson | - → Jonas Kolb | suspected | '],
    ['Jonas Kolb was arrested on suspicion of theft.', 'theft | - → Jonas Kolb | arrested | '],
    [
      'Jonas Kolb allegedly took £900 from the till.',
      'Jonas Kolb allegedly took £900 from the till | - → Jonas Kolb | alleged | ',
    ],
  ])('%s', (source, expected) => {
    expect(told(source)).toEqual([expected]);
    expect(evidenceOf(source).allegations[0]?.attributed).toBe(false);
  });
});

describe('what is no allegation', () => {
  test.each([
    ['a denial', '{s Jonas Kolb} {c denied} {t taking bribes}.'],
    ['a prediction', '{s Ada Quill} {c said} {t Jonas Kolb would steal the show}.'],
    ['a condemnation', '{s Ada Quill} {c condemned} {t the plan as weak}.'],
    [
      'a conviction',
      'Jonas Kolb was convicted of fraud. {s Ada Quill} {c said} {t Jonas Kolb committed fraud}.',
    ],
    ['an own act', '{s Jonas Kolb} {c said} {t he stole the cash}.'],
    ['a charge of another kind', 'Jonas Kolb charged his phone and was charged £3 for it.'],
    ['a storm', '{s Police} {c said} {t the storm killed two people}.'],
    ['someone whom nobody knows', '{s Police} {c said} {t a man robbed a shop in Tarn}.'],
  ])('%s', (_name, source) => {
    expect(told(source)).toEqual([]);
  });
});

describe('replies', () => {
  const ACCUSED = '{s1 Ada Quill} {c1 accused} {t1 Jonas Kolb of taking bribes}.\n\n';

  test.each([
    ['{s2 Jonas Kolb} {c2 denied} {t2 the allegations}.', 'denial'],
    ['{t2 “I never took a penny,”} {s2 Kolb} {c2 told} reporters.', 'denial'],
    ['Kolb could not be reached for comment.', 'unreachable'],
    ['Kolb did not respond to requests for comment.', 'no-comment'],
    ['{s2 Kolb} {c2 declined} {t2 to comment}.', 'no-comment'],
    ['{s2 A lawyer for Jonas Kolb, Tessa Vale,} {c2 rejected} {t2 the charge}.', 'denial'],
  ])('%s', (reply, kind) => {
    const [allegation] = evidenceOf(ACCUSED + reply).allegations;
    expect(allegation?.responses.map((response) => response.kind)).toEqual([kind]);
  });

  test('somebody else who denies something else answers nothing', () => {
    const [allegation] = evidenceOf(`${ACCUSED}{s2 Lena Marsh} {c2 denied} {t2 owning a boat}.`).allegations;
    expect(allegation?.responses).toEqual([]);
  });
});

test('an allegation and its denial contradict each other', () => {
  const { attributions } = evidenceOf(
    '{s1 Ada Quill} {c1 accused} {t1 Jonas Kolb of taking bribes}. {s2 Kolb} {c2 denied} {t2 taking bribes}.',
  );
  expect(attributions[0]?.tensions).toEqual(['a2']);
  expect(attributions[1]?.tensions).toEqual(['a1']);
});

test('the highest legal status that the article states counts', () => {
  const { allegations } = evidenceOf(
    '{s Ada Quill} {c said} {t Jonas Kolb stole the cash}. Jonas Kolb was charged with theft in May.',
  );
  expect(allegations.map(({ legalStatus }) => legalStatus)).toContain('charged');
});
