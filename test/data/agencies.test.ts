import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { agencyCard } from '../../engine/cards/agencyCard.ts';
import { renderPlain } from '../../engine/cards/cards.ts';
import { spellings } from '../../engine/agencies/aliases.ts';
import { annotate } from '../../engine/index.ts';
import { AGENCIES } from '../../engine/lexicon/agencies.gen.ts';
import type { AgencyEntry, Fact } from '../../engine/lexicon/agencyEntry.ts';

const FACTS = [
  'country',
  'form',
  'owner',
  'seat',
  'founded',
  'languages',
  'website',
  'standards',
  'status',
  'wikidata',
] as const;
const factsOf = (entry: AgencyEntry): readonly Fact[] => [
  ...FACTS.flatMap((key) => entry[key] ?? []),
  ...(entry.memberships ?? []),
  ...(entry.classifications ?? []),
];
const functionsIn = (text: string, key: string): string[] =>
  annotate(text, { plainText: 'always' })
    .annotation.agencies.filter((agency) => agency.key === key)
    .flatMap((agency) => agency.mentions.map((mention) => mention.function));

test('at least 100 agencies, wires and broadcasters, each with its own id', () => {
  expect(AGENCIES.length).toBeGreaterThanOrEqual(100);
  expect(new Set(AGENCIES.map(({ id }) => id)).size).toBe(AGENCIES.length);
});

test('every fact has a source and a date', () => {
  for (const entry of AGENCIES)
    for (const fact of factsOf(entry)) {
      expect(fact.value, entry.id).not.toBe('');
      expect(fact.source, entry.id).toMatch(/\S/u);
      expect(fact.asOf, entry.id).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u);
    }
});

test('nothing but the documented fields is in the registry', () => {
  const known = new Set([
    'id',
    'kind',
    'names',
    'match',
    'otherMeanings',
    'memberships',
    'classifications',
    ...FACTS,
  ]);
  const raw = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../../data/agencies.json'), 'utf8'),
  ) as Record<string, unknown>[];
  for (const entry of raw)
    for (const key of Object.keys(entry)) expect(known.has(key), `${String(entry['id'])}: ${key}`).toBe(true);
});

test('a classification names its classifier and year', () => {
  for (const entry of AGENCIES)
    for (const classification of entry.classifications ?? [])
      expect(classification.classifier).toMatch(/\S/u);
});

test('no two entries share a name unless it is listed as ambiguous in both', () => {
  const holders = new Map<string, AgencyEntry[]>();
  for (const entry of AGENCIES)
    for (const name of spellings(entry)) holders.set(name, [...(holders.get(name) ?? []), entry]);
  for (const [name, entries] of holders)
    if (entries.length > 1)
      for (const entry of entries) expect(entry.match.needsCue, `${name} in ${entry.id}`).toContain(name);
});

describe('every name is found in a dateline, after told and before a verb', () => {
  const shared = new Set(
    AGENCIES.flatMap((entry) => spellings(entry)).filter((name, index, all) => all.indexOf(name) !== index),
  );
  test.each(AGENCIES.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
    for (const name of spellings(entry)) {
      if (shared.has(name)) continue;
      expect(
        functionsIn(
          `TARNHOLM (${name}) - The bridge at Tarnholm was closed on Monday, the council said.`,
          id,
        ),
        `dateline ${name}`,
      ).toEqual(['dateline']);
      expect(
        functionsIn(`The bridge would stay closed for a week, the mayor told ${name} on Monday.`, id),
        `told ${name}`,
      ).toEqual(['told-to']);
      expect(
        functionsIn(`The bridge was closed on Monday. It would stay closed, ${name} reported.`, id),
        `reported ${name}`,
      ).toEqual(['source']);
    }
  });
});

describe('an abbreviation with another meaning is no agency', () => {
  test.each([
    'Students who sat the exam (AP) in May will hear on Monday.',
    'She moved to Scranton, PA and opened a bakery there.',
    'He has gone to AA every Monday since the spring.',
    'Growth in the MENA region was slow last year.',
    'The EPA fined the mill on Monday.',
    'She was told to TAP the card twice.',
    'Michael Bloomberg told reporters that he would run again.',
    'The phone ran on a WAM chip that nobody could replace.',
    'They visited Petra and the desert in the spring.',
    'The team beat RT by three points.',
    'The AIM of the talks is a truce.',
  ])('%s', (text) => {
    expect(annotate(text, { plainText: 'always' }).annotation.agencies).toEqual([]);
  });
});

test('the card of every agency is under ten lines and judges nobody', () => {
  for (const entry of AGENCIES) {
    const agency = {
      id: 'g1',
      key: entry.id,
      name: entry.names.full,
      mentions: [{ start: 0, end: 3, function: 'source' as const }],
    };
    const annotation = {
      schemaVersion: 1 as const,
      news: { isNews: true, score: 1 },
      quotes: [],
      attributions: [],
      speakers: [],
      agencies: [agency],
      allegations: [],
    };
    const card = agencyCard(
      agency,
      agency.mentions[0] ?? null,
      { start: 0, end: 3 },
      { annotation, paragraph: () => 1 },
    );
    const text = renderPlain(card, { brief: true });
    expect(text.split('\n').length, text).toBeLessThanOrEqual(10);
    // "Press Trust" and "Trust Fund" are names.
    expect(text.replace(/\b(?:Press )?Trust(?: Fund)?\b/gu, '')).not.toMatch(
      /\b(?:score|(?:un)?trust(?:ed|worthy)?|reliab\w+|bias\w*|propaganda|mouthpiece)\b/iu,
    );
  }
});
