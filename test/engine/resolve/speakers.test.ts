import { describe, expect, it } from 'vitest';
import { resolveMarked } from './marked.ts';

interface Case {
  readonly sieve: string;
  readonly text: string;
  readonly names: readonly string[];
}

const CASES: readonly Case[] = [
  {
    sieve: 'a full name with and without its initial is one person',
    text: '{s1 Ines M. Kolb} {c1 said} {t1 the bridge was shut}.\n\n{s2 Ines Kolb} {c2 added} {t2 that it would stay so}.',
    names: ['Ines M. Kolb', 'Ines M. Kolb'],
  },
  {
    sieve: 'title and surname, then the bare surname',
    text: '{s1 Education Secretary Ben Oduya} {c1 said} {t1 schools would open}. {s2 Mr Oduya} {c2 warned} {t2 of delays}. {s3 Oduya} {c3 left} {t3 no doubt}.',
    names: ['Ben Oduya', 'Ben Oduya', 'Ben Oduya'],
  },
  {
    sieve: 'a surname in the headline finds the full name below',
    text: '{s1 Kolb} {c1 denies} {t1 taking cash}\n\n{s2 Mayor Ines Kolb} {c2 said} on Friday {t2 that she had done nothing wrong and would stay in office until spring}.',
    names: ['Ines Kolb', 'Ines Kolb'],
  },
  {
    sieve: 'a particle belongs to the surname',
    text: '{s1 Pieter van der Laan} {c1 said} {t1 it was late}. {s2 Van der Laan} {c2 denied} {t2 it}.',
    names: ['Pieter van der Laan', 'Pieter van der Laan'],
  },
  {
    sieve: 'a nickname in marks is no part of the name and may come back',
    text: '{s1 Robert “Bo” Tarnley} {c1 said} {t1 he was tired}. {s2 Bo} {c2 said} {t2 it again}.',
    names: ['Robert Tarnley', 'Robert Tarnley'],
  },
  {
    sieve: 'two people of one surname are not told apart by guessing',
    text: '{s1 Ines Kolb} {c1 said} {t1 the bridge was safe}. {s2 Jon Kolb} {c2 said} {t2 it was not}.\n\n{s3 Kolb} {c3 said} {t3 nothing more}.',
    names: ['Ines Kolb', 'Jon Kolb', '?Ines Kolb|Jon Kolb'],
  },
  {
    sieve: 'a title tells two people of one surname apart',
    text: '{s1 Senator Ines Kolb} {c1 said} {t1 the bridge was safe}. {s2 Mayor Jon Kolb} {c2 said} {t2 it was not}.\n\n{s3 Senator Kolb} {c3 said} {t3 nothing more}.',
    names: ['Ines Kolb', 'Jon Kolb', 'Ines Kolb'],
  },
  {
    sieve: 'a surname before the second bearer comes is the first bearer',
    text: '{s1 Ines Kolb} {c1 said} {t1 the bridge was safe}. {s2 Kolb} {c2 repeated} {t2 it}.\n\n{s3 Her son, Jon Kolb,} {c3 said} {t3 it was not}.',
    names: ['Ines Kolb', 'Ines Kolb', 'Jon Kolb'],
  },
  {
    sieve: 'a first name after the full name',
    text: '{s1 Ines Kolb} {c1 said} {t1 the bridge was safe}. {s2 Ines} {c2 said} {t2 so twice}.',
    names: ['Ines Kolb', 'Ines Kolb'],
  },
  {
    sieve: 'an abbreviation in brackets',
    text: '{s1 The Port Safety Board (PSB)} {c1 said} {t1 the pier was unsafe}. {s2 The PSB} {c2 ordered} {t2 it shut}. {s3 The board} {c3 declined} {t3 to comment}.',
    names: ['Port Safety Board', 'Port Safety Board', 'Port Safety Board'],
  },
  {
    sieve: 'the short form of a company',
    text: '{s1 Hartmann & Söhne} {c1 said} {t1 sales fell}. {s2 Hartmann} {c2 blamed} {t2 the weather}. {s3 The company} {c3 expects} {t3 a better year}.',
    names: ['Hartmann & Söhne', 'Hartmann & Söhne', 'Hartmann & Söhne'],
  },
  {
    sieve: 'the seat of a government is the country that the article names',
    text: '{s1 Russia} {c1 denied} {t1 the claim}. {s2 Moscow} {c2 said} {t2 it had no ships there}.',
    names: ['Russia', 'Russia'],
  },
  {
    sieve: 'the seat of a government alone keeps its own name',
    text: '{s1 Berlin} {c1 favours} {t1 the scheme}.',
    names: ['Berlin'],
  },
  {
    sieve: 'institutions that are named for a place',
    text: '{s1 The Kremlin} {c1 denied} {t1 it}. {s2 Downing Street} {c2 declined} {t2 to comment}. {s3 Scotland Yard} {c3 said} {t3 nothing}.',
    names: ['Kremlin', 'Downing Street', 'Scotland Yard'],
  },
  {
    sieve: 'a role seen beside the name',
    text: '{s1 Ada Quill, the deputy mayor of Tarn,} {c1 said} {t1 the road was shut}.\n\n{s2 The deputy mayor} {c2 promised} {t2 repairs}.',
    names: ['Ada Quill', 'Ada Quill'],
  },
  {
    sieve: 'a description with the name behind it',
    text: '{s1 The EU’s foreign policy chief, Josep Vael,} {c1 called for} {t1 calm}. {s2 Vael} {c2 said} {t2 talks were under way}.',
    names: ['Josep Vael', 'Josep Vael'],
  },
  {
    sieve: 'the man of the first paragraph is named in the second',
    text: '{s1 A retired locksmith} {c1 confessed} {t1 to a series of break-ins at provincial museums over nineteen years}.\n\nAristide Fauconnier, 77, took 34 clocks. “I wound them,” {s2 he} {c2 said}.',
    names: ['Aristide Fauconnier', 'Aristide Fauconnier'],
  },
  {
    sieve: 'a relative pronoun is who stands before it',
    text: 'The chair of the inquiry is Ben Oduya, {s1 who} {c1 said} {t1 it would end in May}.',
    names: ['Ben Oduya'],
  },
  {
    sieve: 'the last speaker goes on',
    text: '{t1 “It is shut,”} {s1 Ines Kolb} {c1 told} {r1 Ben Oduya}. {s2 She} {c2 added} {t2 that it would stay so}.',
    names: ['Ines Kolb', 'Ines Kolb'],
  },
  {
    sieve: 'a title says who he is',
    text: 'Mrs Ines Kolb and Mr Ben Oduya met on Friday. {s1 He} {c1 said} {t1 the talks were useful}.',
    names: ['Ben Oduya'],
  },
  {
    sieve: 'two subjects and no evidence leave a pronoun open',
    text: 'Ines Kolb and Ben Oduya met on Friday. {s1 She} {c1 said} {t1 the talks were useful}.',
    names: ['?Ben Oduya|Ines Kolb'],
  },
  {
    sieve: 'two who met are equals',
    text: 'Kim Oduya, the buyer, met Sam Quill, the seller. {s1 He} {c1 said} {t1 the deal was done}.',
    names: ['?Sam Quill|Kim Oduya'],
  },
  {
    sieve: 'two people in the clause before leave a pronoun open',
    text: 'Ines Kolb arrived on Friday. When Ben Oduya telephoned Sam Quill on Sunday, {s1 he} {c1 asked} {t1 for more time}.',
    names: ['?Sam Quill|Ben Oduya'],
  },
  {
    sieve: 'the document spoken of',
    text: 'Ben Oduya has filed a civil suit. {s1 It} {c1 demands} {t1 $11,000 for the drone}.',
    names: ['a civil suit'],
  },
  {
    sieve: 'the paragraph’s own subject comes before an earlier speaker',
    text: '{s1 Ines Kolb} {c1 said} {t1 the bridge was safe}.\n\nBen Oduya crossed it on Friday with a lorry full of bricks. {t2 “It moved,”} {s2 he} {c2 said}.',
    names: ['Ines Kolb', 'Ben Oduya'],
  },
  {
    sieve: 'names inside quotations are no candidates outside',
    text: '{t1 “Ben Oduya knew,”} {s1 Ines Kolb} {c1 said}. {s2 She} {c2 would not say} {t2 how}.',
    names: ['Ines Kolb', 'Ines Kolb'],
  },
  {
    sieve: 'it is the body',
    text: '{s1 The Port Safety Board} {c1 said} {t1 the pier was unsafe}. {s2 It} {c2 ordered} {t2 repairs}.',
    names: ['Port Safety Board', 'Port Safety Board'],
  },
  {
    sieve: 'they are the group',
    text: '{s1 Prosecutors} {c1 allege} {t1 that he stole lamps}. {s2 They} {c2 have not said} {t2 why}.',
    names: ['prosecutors', 'prosecutors'],
  },
  {
    sieve: 'I outside quotation marks is the author',
    text: 'Walking home\n\nBy Tessa Lindqvist\n\nIt was a long way in the rain with nobody else on the road. {s1 I} {c1 think} {t1 it was worth it}.',
    names: ['Tessa Lindqvist'],
  },
  {
    sieve: 'possessive source',
    text: 'Ines Kolb resigned on Friday. {s1 Her} {c1 claim} {t1 that she was forced out} surprised the board.',
    names: ['Ines Kolb'],
  },
  {
    sieve: 'a ministry by its owner',
    text: '{s1 Azerbaijan} {c1 called} {t1 it a lie}. {s2 Its defence ministry} {c2 said} {t2 four soldiers were killed}.',
    names: ['Azerbaijan', "Azerbaijan's defence ministry"],
  },
  {
    sieve: 'a lawyer by the client',
    text: 'Ines Kolb was arrested on Friday. {s1 Her lawyer} {c1 said} {t1 she was innocent}.',
    names: ["Ines Kolb's lawyer"],
  },
  {
    sieve: 'joint speakers',
    text: '{s1 Ines Kolb and Ben Oduya} {c1 said} {t1 they were sorry}. {s2 Both} {c2 promised} {t2 to resign}.',
    names: ['Ines Kolb and Ben Oduya', 'Ines Kolb and Ben Oduya'],
  },
  {
    sieve: 'documents',
    text: '{s1 The indictment} {c1 says} {t1 he stole lamps}. {s2 It} {c2 describes} {t2 a barn full of them}.',
    names: ['indictment', 'indictment'],
  },
  {
    sieve: 'transcripts in capitals',
    text: 'Ines Kolb was questioned by the clerk of the council on Friday.\n\n{s1 KOLB}{c1 :} {t1 I did not see it.}',
    names: ['Ines Kolb'],
  },
  {
    sieve: 'a participle keeps the speaker of its clause',
    text: '{s1 Ines Kolb} {c1 said} {t1 the bridge was safe}, {c2 adding} {t2 that it had been tested}.',
    names: ['Ines Kolb', 'Ines Kolb'],
  },
  {
    sieve: 'nobody is named',
    text: '{c1 It is said} {t1 that the bridge sways}.',
    names: ['-'],
  },
];

describe('speakers', () => {
  for (const { sieve, text, names } of CASES)
    it(sieve, () => {
      expect(resolveMarked(text).names).toEqual(names);
    });
});

describe('role and affiliation', () => {
  const rows: readonly (readonly [string, string, string | null, string | null])[] = [
    ['{s1 Russian Foreign Ministry spokesperson Maria Zorina} {c1 said} {t1 so}.', 'Maria Zorina', 'spokesperson', 'Russian Foreign Ministry'],
    ['{s1 Education Secretary Ben Oduya} {c1 said} {t1 so}.', 'Ben Oduya', 'Education Secretary', null],
    ['{s1 Ada Quill, the mayor of Tarn,} {c1 said} {t1 so}.', 'Ada Quill', 'mayor', 'Tarn'],
    ['{s1 Ada Quill, 52, a professor of law at Oldham University,} {c1 said} {t1 so}.', 'Ada Quill', 'professor of law', 'Oldham University'],
    ['{s1 The EU’s foreign policy chief, Josep Vael,} {c1 said} {t1 so}.', 'Josep Vael', 'foreign policy chief', 'EU'],
    ['{s1 Kay Nordstrom (R-Tex.)} {c1 said} {t1 so}.', 'Kay Nordstrom', null, 'R-Tex.'],
    ['{s1 Teun Haverkort of the exporters’ federation Granex} {c1 said} {t1 so}.', 'Teun Haverkort', null, 'Granex'],
    ['{s1 Rob Sefton, who heads the Port Safety Board,} {c1 said} {t1 so}.', 'Rob Sefton', 'heads the Port Safety Board', 'Port Safety Board'],
    ['{s1 union leader Ines Kolb} {c1 said} {t1 so}.', 'Ines Kolb', 'union leader', null],
    ['{s1 Ines Kolb} {c1 said} {t1 so}.\n\nKolb, the chair of the Port Safety Board, left early.', 'Ines Kolb', 'chair', 'Port Safety Board'],
  ]; // prettier-ignore
  for (const [text, name, role, affiliation] of rows)
    it(`reads “${text.replace(/\{\w+ ([^}]*)\}/g, '$1').slice(0, 60)}”`, () => {
      const speaker = resolveMarked(text).speaker(name);
      expect([speaker.role, speaker.affiliation]).toEqual([role, affiliation]);
    });
});

describe('links beyond the name', () => {
  it('knows for whom an unnamed spokesman speaks', () => {
    const { annotation, speaker } = resolveMarked(
      '{s1 Hartmann Dredging} {c1 denied} {t1 it}. {s2 A spokesman for Hartmann} {c2 said} {t2 the claim was false}.',
    );
    expect(annotation.attributions[1]?.onBehalfOf).toBe(speaker('Hartmann Dredging').id);
  });

  it('finds the hearer before a passive cue', () => {
    const { annotation } = resolveMarked('A jury {c1 was told} {t1 that the lamps were stolen}.');
    const to = annotation.speakers.find((speaker) => speaker.id === annotation.attributions[0]?.to);
    expect(to?.name).toBe('a jury');
  });

  it('finds the hearer', () => {
    const { annotation } = resolveMarked('{s1 Ines Kolb} {c1 told} {r1 reporters} {t1 she was sorry}.');
    const to = annotation.speakers.find((speaker) => speaker.id === annotation.attributions[0]?.to);
    expect(to?.name).toBe('reporters');
  });

  it('keeps an unnamed official anonymous over all mentions', () => {
    const { names, speaker } = resolveMarked(
      '{s1 A U.S. official, who spoke on condition of anonymity,} {c1 said} {t1 the ship had left}. {s2 The official} {c2 declined} {t2 to say when}.',
    );
    expect(names[1]).toBe(names[0]);
    expect(speaker(names[0] ?? '').type).toBe('anonymous');
  });

  it('takes over what the newsroom knows', () => {
    const { speaker } = resolveMarked('{s1 Ines Kolb} {c1 said} {t1 she was sorry}.', {
      speakers: [{ name: 'Ines Kolb', role: 'mayor', affiliation: 'Tarn', note: 'prefers Mayor Kolb' }],
    });
    expect(speaker('Ines Kolb')).toMatchObject({
      role: 'mayor',
      affiliation: 'Tarn',
      note: 'prefers Mayor Kolb',
    });
  });

  it('leaves a reason on every link', () => {
    const { annotation } = resolveMarked(
      '{s1 Ines Kolb} {c1 said} {t1 it}. {s2 She} {c2 added} {t2 more}. {s3 Police} {c3 agreed} {t3 to it}.',
    );
    for (const attribution of annotation.attributions) expect(attribution.reasons.length).toBeGreaterThan(0);
  });
});
