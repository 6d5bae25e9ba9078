import { describe, expect, it } from 'vitest';
import { lemmaOf } from '../../../engine/lexicon/lemma.ts';
import { reportingGroup, reportingGroupName } from '../../../engine/lexicon/reportingGroups.ts';
import { VERB_OF_COMMUNICATION, wordClass } from '../../../engine/lexicon/wordClasses.ts';

describe('lemmas', () => {
  it.each([
    ['said', 'VBD', 'say'],
    ['told', 'VBN', 'tell'],
    ['says', 'VBZ', 'say'],
    ['denies', 'VBZ', 'deny'],
    ['accused', 'VBN', 'accuse'],
    ['planned', 'VBD', 'plan'],
    ['called', 'VBD', 'call'],
    ['urging', 'VBG', 'urge'],
    ['bring', 'VBG', 'bring'],
    ['claims', 'NNS', 'claim'],
    ['boss', 'NN', 'boss'],
    ['quickly', 'RB', 'quickly'],
    ['', 'NN', ''],
  ])('%s as %s is %s', (form, tag, lemma) => {
    expect(lemmaOf(form, tag)).toBe(lemma);
  });
});

describe('word classes', () => {
  it('know verbs of communication', () => {
    for (const verb of ['say', 'tell', 'announce', 'deny'])
      expect(wordClass('verb', verb)).toBe(VERB_OF_COMMUNICATION);
  });
  it('do not know invented words', () => {
    expect(wordClass('verb', 'quillize')).toBe(0);
    expect(wordClass('noun', '')).toBe(0);
  });
});

describe('reporting groups', () => {
  it('number and name agree', () => {
    expect(reportingGroup('say', true)).toBeGreaterThan(0);
    expect(reportingGroupName('say', true)).not.toBeNull();
    expect(reportingGroup('quillize', true)).toBe(0);
    expect(reportingGroupName('quillize', true)).toBeNull();
  });
});
