import { describe, expect, test } from 'vitest';
import { annotate, type AnnotateOptions } from '../../../engine/index.ts';

/** "name: mention=function …" for each agency, and the agencies that statements came through. */
function found(text: string, options: AnnotateOptions = {}): string[] {
  const { annotation } = annotate(text, { plainText: 'always', ...options });
  return annotation.agencies.flatMap((agency) =>
    agency.mentions.map(
      (mention) =>
        `${agency.key ?? agency.name}: ${text.slice(mention.start, mention.end)}=${mention.function}`,
    ),
  );
}

describe('what an agency is there for', () => {
  test.each([
    ['LISBON, Nov 22 (Reuters) - The bank cut its rate.', ['reuters: Reuters=dateline']],
    ['NORTHPORT (AP) — The bank cut its rate.', ['ap: AP=dateline']],
    ['(Reuters) - The bank cut its rate.', ['reuters: Reuters=dateline']],
    ['The bank cut its rate on Monday, Quill told the Reuters news agency.', ['reuters: Reuters=told-to']],
    ['Quill said in an interview with ANSA on Monday that she would go.', ['ansa: ANSA=told-to']],
    ['Kyodo reported that the ship had sunk off the islands.', ['kyodo: Kyodo=source']],
    ['The ship had sunk, according to Xinhua, off the islands.', ['xinhua: Xinhua=source']],
    ['Interfax quoted the minister as saying that the talks had failed.', ['interfax: Interfax=source']],
    ['Reuters could not independently verify the report.', ['reuters: Reuters=self']],
    ['The strike at Agence France-Presse went into its second week.', ['afp: Agence France-Presse=mention']],
    [
      'Some information for this story was provided by the Associated Press and Reuters.',
      ['ap: Associated Press=contributor', 'reuters: Reuters=contributor'],
    ],
    ['VOA’s Armenian service contributed to this report.', ['voa: VOA=contributor']],
    ['She told AFP and dpa that the bridge would reopen.', ['afp: AFP=told-to', 'dpa: dpa=told-to']],
  ])('%s', (text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });

  test('a photo credit credits the photo', () => {
    expect(found('The bridge was shut on Monday, the mayor said.\n\nAP Photo/Ada Quill')).toEqual([
      'ap: AP=photo',
    ]);
  });

  test('a byline credits the agency', () => {
    expect(
      found(
        'Bridge shut\n\nBy Ada Quill, Associated Press\n\nThe bridge was shut on Monday, the mayor said.',
      ),
    ).toContain('ap: Associated Press=credit');
  });

  test('the agency of the dateline speaks of itself elsewhere', () => {
    expect(
      found(
        'NDESSA, Feb 11 (AFP) - The town fell on Monday, rebels said.\n\nAFP journalists saw families on the road.',
      ),
    ).toEqual(['afp: AFP=dateline', 'afp: AFP=self']);
  });
});

describe('outlets that the registry does not know', () => {
  test.each([
    ['Quill told the Harbour Echo that she was tired.', ['Harbour Echo: Harbour Echo=told-to']],
    ['The mayor will resign, the Daily Post reported.', ['Daily Post: Daily Post=source']],
    [
      'Lind told the French newspaper Le Matin Vestan that she had left.',
      ['Le Matin Vestan: Le Matin Vestan=told-to'],
    ],
    ['Residents told the local broadcaster Radio Tarn they were afraid.', ['Radio Tarn: Radio Tarn=told-to']],
    ['WTFN, a local television station, reported that the home had closed.', ['WTFN: WTFN=source']],
    ['The Harbour Echo has approached the council for comment.', ['Harbour Echo: Harbour Echo=self']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('its short name and its initials join it', () => {
    expect(
      found(
        'The Northern Press Agency (NPA) said the strike was over. NPA quoted Kolb as saying that he would go.',
      ).map((line) => line.split(':')[0]),
    ).toEqual(['Northern Press Agency', 'Northern Press Agency', 'Northern Press Agency']);
    expect(found('Quill told the Harbour Echo she would go. She told the Echo why.')).toEqual([
      'Harbour Echo: Harbour Echo=told-to',
      'Harbour Echo: Echo=told-to',
    ]);
  });
});

describe('what is no agency', () => {
  test.each([
    'The judge told the Star witness to leave the room.',
    'Kolb told Congress the truth about the bridge.',
    'She told Emily Post that the table was set.',
    'They bought an AFP-style rota for the newsroom.',
    'He told the press that he would go.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a name inside a quotation is no evidence of our sourcing', () => {
  expect(found('“Reuters said it first,” Kolb said on Monday.')).toEqual(['reuters: Reuters=mention']);
});

test('the outlet’s own name is told from others', () => {
  expect(found('Kolb told the Harbour Echo he was tired.', { outlet: 'Harbour Echo' })).toEqual([
    'Harbour Echo: Harbour Echo=self',
  ]);
  expect(found('Readers of this newspaper have known for years.', { outlet: 'Harbour Echo' })).toEqual([
    'Harbour Echo: this newspaper=self',
  ]);
});

test('two agencies with one abbreviation are told apart by the place, or left open', () => {
  expect(found('TAIPEI - The island will hold talks, CNA reported on Monday in Taiwan.')).toEqual([
    'cna-tw: CNA=source',
  ]);
  expect(found('The talks will be held, CNA reported on Monday.')).toEqual(['CNA: CNA=source']);
});

test('a statement carries the agency it came through', () => {
  const { annotation } = annotate('“We are done,” Quill told Reuters on Monday.', { plainText: 'always' });
  expect(annotation.attributions[0]?.via).toBe('g1');
});

test('agencies of the source book are found', () => {
  const entry = {
    id: 'nw',
    kind: 'agency' as const,
    names: { full: 'Norland Wire', short: ['NW'], aliases: [], former: [] },
    match: { needsCue: ['NW'] },
  };
  expect(found('Kolb told Norland Wire he was tired. He told NW why.', { agencies: [entry] })).toEqual([
    'nw: Norland Wire=told-to',
    'nw: NW=told-to',
  ]);
});

test('any text is read without fault', () => {
  for (const text of [
    '',
    '(',
    '(AP',
    'AP',
    'told',
    'told the',
    '“',
    'By',
    'By \n\n(AP)',
    'X'.repeat(5000),
    'told the Echo '.repeat(500),
  ])
    expect(() => annotate(text, { plainText: 'always', outlet: 'Echo' })).not.toThrow();
});
