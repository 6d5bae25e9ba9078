import { describe, expect, it } from 'vitest';
import { parseArticle, readArticle } from '../../scripts/corpus/inline.ts';
import { findProblems } from '../../scripts/corpus/problems.ts';
import { findQuotations } from '../../scripts/corpus/quotations.ts';

const HEAD = '---\nid: court-01\ngenre: court  # comment\nstyle: uk, curly\n---\n';
const SAMPLE = `${HEAD}{s1 Quay chief} {c1 denies} {t1 taking bribes}

PORT ANSEL (Reuters) – {s2,3 Prosecutor Imre Vael} {c2 accused} {t2 {x2 Joan Ferrow} of {l1 taking £40,000}} and {c3 urged} {t3 jail}.

{t4 “I never took a penny,”} {s4 Ferrow} {c4 told} {r4 a hearing}. {t4 “Not one.”} Her song is {q:title “Low Tide”}.
---
attributions:
1: speaker=Joan Ferrow; stance=deny; verification=denial
2: speaker=Imre Vael; stance=accuse; verification=unverified-allegation
3: speaker=Imre Vael; stance=demand
4: speaker=Joan Ferrow; stance=deny; verification=denial; negated=yes; via=reuters
speakers:
Joan Ferrow: type=person; role=quay chief
Imre Vael: type=person; role=Prosecutor
agencies:
reuters: dateline@"PORT ANSEL (|Reuters|)"
allegations:
l1: attribution=2; accuser=Imre Vael; accused=Joan Ferrow; responses=4:denial,@"Her song":comment
`;

describe('the corpus parser', () => {
  const article = parseArticle(SAMPLE);
  const words = (spans: readonly { start: number; end: number }[]): string[] =>
    spans.map(({ start, end }) => article.text.slice(start, end));

  it('removes the marks and keeps exact offsets', () => {
    expect(article.text).toMatch(/^Quay chief denies taking bribes\n\nPORT/);
    expect(article.text).not.toMatch(/[{}]/);
    const [, second, third, fourth] = article.attributions;
    expect(words(second?.source ?? [])).toEqual(['Prosecutor Imre Vael']);
    expect(words(third?.source ?? [])).toEqual(['Prosecutor Imre Vael']);
    expect(words(second?.content ?? [])).toEqual(['Joan Ferrow of taking £40,000']);
    expect(words(second?.accused ?? [])).toEqual(['Joan Ferrow']);
    expect(words(fourth?.content ?? [])).toEqual(['“I never took a penny,”', '“Not one.”']);
    expect(words(fourth?.hearer ?? [])).toEqual(['a hearing']);
  });

  it('reads the sections with their defaults', () => {
    expect(article.attributions[2]).toMatchObject({
      stance: 'demand',
      class: 'speech',
      verification: 'other',
      negated: false,
      to: null,
    });
    expect(article.attributions[3]).toMatchObject({ negated: true, via: 'reuters' });
    expect(words(article.agencies[0]?.mentions ?? [])).toEqual(['Reuters']);
    expect(words(article.quotes)).toEqual(['“Low Tide”']);
    expect(article.allegations[0]?.responses).toMatchObject([
      { kind: 'denial', attribution: 4 },
      { kind: 'comment', attribution: null },
    ]);
  });

  it('finds nothing wrong with a sound file', () => {
    expect(findProblems(SAMPLE)).toEqual([]);
  });

  it('says where the notation is at fault', () => {
    const broken = SAMPLE.replace('{c1 denies}', '{k1 denies}').replace('stance=deny;', 'stance=refuse;');
    const { problems } = readArticle(broken);
    expect(problems).toContainEqual({
      line: 6,
      column: 17,
      message: expect.stringContaining('opens no known mark') as string,
    });
    expect(problems.some((one) => one.message.includes('unknown stance "refuse"'))).toBe(true);
    expect(() => parseArticle(broken)).toThrow(/6:17/);
  });

  const faulty: readonly (readonly [string, string, string, string])[] = [
    ['an unclosed mark', '{t3 jail}', '{t3 jail', 'never closed'],
    ['a number without a line', '{c3 urged}', '{c9 urged}', '{c9 has no line'],
    ['an unknown speaker', '3: speaker=Imre Vael', '3: speaker=Imre Wael', 'not in the section speakers'],
    ['an ambiguous context', '"PORT ANSEL (|Reuters|)"', '"|e|"', 'occurs more than once'],
    ['a comma in the cue', '{c3 urged}', '{c3 urged, then,}', 'contains a comma'],
    ['a full stop in the content', '{t3 jail}.', '{t3 jail.}', 'unquoted full stop'],
    ['an unmarked quotation', '{q:title “Low Tide”}', '“Low Tide”', 'no {q:…} mark'],
    ['an unbalanced quotation', '“Not one.”', '“Not one.', 'never closed'],
    ['a cut word', '{t3 jail}', '{t3 jai}l', 'cuts a word'],
    [
      'nesting',
      '{t2 {x2 Joan Ferrow} of {l1 taking £40,000}} and {c3 urged}',
      '{t2 {x2 Joan Ferrow} of {l1 taking £40,000} and {c3 urged}}',
      'only the outermost',
    ],
    ['a second cue', '{c3 urged}', '{c3 urged} {c3 firmly}', 'exactly one'],
    ['a response that is none', '4:denial', '8:denial', 'no attribution'],
  ];
  for (const [what, from, to, message] of faulty) {
    it(`reports ${what}`, () => {
      const problems = findProblems(SAMPLE.replace(from, to));
      expect(problems.map((one) => one.message).join('\n')).toContain(message);
      for (const one of problems) expect(one.line).toBeGreaterThan(1);
    });
  }
});

describe('the quotation finder of the validator', () => {
  const found = (text: string): string[] =>
    findQuotations(text).quotations.map(({ start, end }) => text.slice(start, end));

  it('tells apostrophes from single marks', () => {
    expect(found('‘The workers’ union isn’t ready,’ Ros Tamm said.')).toEqual([
      '‘The workers’ union isn’t ready,’',
    ]);
    expect(found("Mayor's aides: 'we won't pay'")).toEqual(["'we won't pay'"]);
  });

  it('reads nested, latex and continued quotations', () => {
    expect(found('“He said ‘go’ and left.”')).toEqual(['“He said ‘go’ and left.”', '‘go’']);
    expect(found("``Stay,'' she said.")).toEqual(["``Stay,''"]);
    expect(findQuotations('“One.\n\n“Two.”').faults).toEqual([]);
    expect(findQuotations('“One.\n\nTwo.').faults).toHaveLength(1);
  });
});
