import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../scripts/evaluate/bootstrap.ts';
import { reliability } from '../../scripts/evaluate/calibration.ts';
import { coreVerbFigures, matched } from '../../scripts/evaluate/coreVerbs.ts';
import { errorClasses } from '../../scripts/evaluate/errors.ts';
import { quotedShare } from '../../scripts/evaluate/gold.ts';
import type { Found } from '../../scripts/evaluate/predictions.ts';
import {
  alignedPairs,
  countDocument,
  counted,
  scoreOf,
  sumCounts,
  type Parts,
  type Scored,
} from '../../scripts/evaluate/score.ts';

const text = 'Mayor Ines Kolb said the bridge is safe. Oduya denied it.';
/** Spans of words in the text. */
const at = (...words: readonly string[]): { start: number; end: number }[] =>
  words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
const parts = (source: string, cue: string, content: string): Parts => ({
  source: source === '' ? [] : at(source),
  cue: at(cue),
  content: at(content),
});

const gold = [parts('Mayor Ines Kolb', 'said', 'the bridge is safe'), parts('Oduya', 'denied', 'it')];
const scored = (predicted: readonly Parts[], more: Partial<Scored> = {}): Scored => ({
  text,
  gold,
  predicted,
  traits: gold.map(() => null),
  discard: [],
  ...more,
});
const score = (predicted: readonly Parts[], more: Partial<Scored> = {}): ReturnType<typeof scoreOf> =>
  scoreOf(countDocument(scored(predicted, more)));

describe('score', () => {
  it('gives 100 to gold scored against itself', () => {
    const { figures, sourceGivenContent } = score(gold);
    for (const [name, figure] of Object.entries(figures)) expect([name, figure.f]).toEqual([name, 100]);
    expect(sourceGivenContent).toEqual({ overlap: 100, exact: 100 });
  });

  it('counts by hand what one short and one missing attribution give', () => {
    // gold: 5 spans of source and content apart from cues; predicted: "Kolb said bridge is safe"
    const { figures, sourceGivenContent, cueGivenContent } = score([parts('Kolb', 'said', 'bridge is safe')]);
    expect(figures['span_exact_source']).toEqual({ p: 0, r: 0, f: 0 });
    expect(figures['span_any_source']).toEqual({ p: 100, r: 50, f: 66.67 });
    expect(figures['span_exact_cue']).toEqual({ p: 100, r: 50, f: 66.67 });
    // tokens of sources: 1 predicted, 4 in the gold, 1 right
    expect(figures['token_source']).toEqual({ p: 100, r: 25, f: 40 });
    // tokens of contents: 3 predicted, 5 in the gold, 3 right
    expect(figures['token_content']).toEqual({ p: 100, r: 60, f: 75 });
    // J = 3 / 4: found, but below 0.8
    expect(figures['attr_m50']).toEqual({ p: 100, r: 50, f: 66.67 });
    expect(figures['attr_m80']).toEqual({ p: 0, r: 0, f: 0 });
    expect(figures['attr_pair']).toEqual({ p: 100, r: 50, f: 66.67 });
    expect(figures['attr_allx']).toEqual({ p: 0, r: 0, f: 0 });
    expect(figures['pair_source_content']).toEqual({ p: 100, r: 50, f: 66.67 });
    expect(figures['citron_exact_cue']).toEqual({ p: 100, r: 50, f: 66.67 });
    expect(figures['citron_exact_all']).toEqual({ p: 0, r: 0, f: 0 });
    expect(sourceGivenContent).toEqual({ overlap: 100, exact: 0 });
    expect(cueGivenContent).toEqual({ overlap: 100, exact: 100 });
  });

  it('joins fragments that only white space parts and lets a span cover each token that it touches', () => {
    const split: Parts = {
      source: at('Mayor', 'Ines', 'Kolb'),
      cue: at('sai'),
      content: at('the bridge', 'is safe'),
    };
    expect(score([split, gold[1] ?? split]).figures['attr_allx']?.f).toBe(100);
  });

  it('aligns one to one, the larger overlap first', () => {
    const near = parts('', 'said', 'bridge is safe');
    const far = parts('', 'said', 'safe');
    expect(alignedPairs(scored([far, near]))).toMatchObject([{ gold: 0, predicted: 1, overlap: 0.75 }]);
  });

  it('takes two missing sources for agreement', () => {
    const none = parts('', 'said', 'the bridge is safe');
    const pair = alignedPairs({ ...scored([none]), gold: [none] })[0];
    expect(pair).toMatchObject({ sourceMeets: true, sourceEqual: true });
    expect(alignedPairs(scored([none]))[0]?.sourceMeets).toBe(false);
  });

  it('leaves out what lies wholly in discarded parts', () => {
    const whole = at('Oduya denied it.');
    expect(counted(gold, whole)).toHaveLength(1);
    expect(score(gold, { discard: whole }).figures['attr_m50']).toEqual({ p: 100, r: 50, f: 66.67 });
  });

  it('gives figures by kind', () => {
    const traits = [
      { quote: 'none', speech: true, kind: 'speech' },
      { quote: 'none', speech: true, kind: 'speech' },
    ] as const;
    expect(score(gold.slice(0, 1), { traits }).slices['speech=true']).toEqual({
      n: 2,
      recall50: 50,
      recallExact: 50,
      sourceOverlapGivenFound: 100,
    });
  });

  it('adds documents up', () => {
    const one = countDocument(scored(gold));
    const none = countDocument(scored([]));
    expect(scoreOf(sumCounts([one, none])).figures['attr_m50']).toEqual({ p: 100, r: 50, f: 66.67 });
  });

  it('survives empty texts and no predictions', () => {
    const empty = countDocument({ text: '', gold: [], predicted: [], traits: [], discard: [] });
    expect(scoreOf(empty).figures['attr_m50']).toEqual({ p: 0, r: 0, f: 0 });
  });
});

const found = (predicted: readonly (Parts & { head: string; confidence: number })[]): Found => ({
  id: 'invented',
  text,
  gold,
  predicted,
  traits: gold.map(() => null),
  discard: [],
  goldHeads: ['say', 'deny'],
});

describe('core verbs', () => {
  it('matches by cue and content', () => {
    expect(matched(gold, [parts('', 'denied', 'it'), parts('', 'said', 'safe')])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(matched(gold, [parts('', 'Mayor', 'Ines')])).toEqual([]);
  });

  it('counts only say, tell, add, write, ask, note and tweet', () => {
    const say = { ...parts('Kolb', 'said', 'safe'), head: 'say', confidence: 0.9 };
    const wrong = { ...parts('', 'Mayor', 'Ines'), head: 'tell', confidence: 0.5 };
    const deny = { ...parts('Oduya', 'denied', 'it'), head: 'deny', confidence: 0.8 };
    expect(coreVerbFigures([found([say, wrong, deny])])).toEqual({
      gold: 1,
      found: 1,
      predicted: 2,
      right: 1,
    });
  });
});

describe('calibration', () => {
  it('computes Brier score and bins by hand', () => {
    const { brier, bins, expectedError } = reliability([
      { confidence: 0.9, right: true },
      { confidence: 0.9, right: false },
      { confidence: 1, right: true },
    ]);
    // (0.01 + 0.81 + 0) / 3
    expect(brier).toBeCloseTo(0.82 / 3, 10);
    expect(bins[9]).toMatchObject({ n: 3, right: 2 / 3 });
    // |2.8 − 2| / 3
    expect(expectedError).toBeCloseTo(0.8 / 3, 10);
  });
});

describe('bootstrap', () => {
  it('is the same for the same seed, and holds the figure', () => {
    const documents = [
      countDocument(scored(gold)),
      countDocument(scored([])),
      countDocument(scored(gold.slice(0, 1))),
    ];
    const first = bootstrap(documents, 200, 7);
    expect(bootstrap(documents, 200, 7)).toEqual(first);
    const interval = first.get('attr_m50');
    const value = scoreOf(sumCounts(documents)).figures['attr_m50']?.f ?? 0;
    expect(interval?.low).toBeLessThanOrEqual(value);
    expect(interval?.high).toBeGreaterThanOrEqual(value);
    expect(interval?.high).toBeLessThanOrEqual(100);
  });
});

describe('errors', () => {
  it('names what is wrong with a found attribution', () => {
    const late = { ...parts('Kolb', 'said', 'bridge is safe'), head: 'say', confidence: 0.9 };
    const names = errorClasses([found([late])]).map(({ name, count }) => [name, count]);
    expect(names).toContainEqual(['content begins too late', 1]);
    expect(names).toContainEqual(['source begins or ends elsewhere', 1]);
    expect(names).toContainEqual(['missed: the cue is a verb of speech', 1]);
    expect(names).toHaveLength(3);
  });
});

describe('quoted share of a content', () => {
  const story = '“We tried,” Kolb said, “and failed.” She called it “a mess” in the end.';
  const span = (part: string): { start: number; end: number } => ({
    start: story.indexOf(part),
    end: story.indexOf(part) + part.length,
  });
  it.each([
    [['“We tried,”', '“and failed.”'], 'entirely'],
    [['it “a mess” in the end'], 'partly'],
    [['in the end'], 'none'],
  ] as const)('%j: %s', (pieces, share) => {
    expect(quotedShare(story, pieces.map(span))).toBe(share);
  });
});
