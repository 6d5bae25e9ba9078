/** The tree of the Sources view: order, filter, words, and the node under the cursor. */
import { describe, expect, it } from 'vitest';
import type { Range, SourcesResult, SpeakerNode, StatementNode } from '../../protocol/index.ts';
import { nodeAt, sourcesTree, type TreeNode, type Words } from '../../client/src/views/sourcesTree.ts';

const words: Words = {
  quotes: (count) => `${count} quotations`,
  statements: (count) => `${count} statements`,
  share: (share) => `${Math.round(share * 100)} %`,
  paragraph: (number) => `paragraph ${number}`,
  stance: (stance) => stance,
  verification: (verification) => verification,
  reply: (reply) => reply,
  response: (kind) => kind,
  unattributed: 'No source',
  agencies: 'Agencies',
  allegations: 'Allegations',
  anonymous: 'Anonymous',
  reason: (reason) => `because ${reason}`,
  noReason: 'no reason',
  against: (accuser, accused) => `${accuser ?? '?'} against ${accused ?? '?'}`,
  via: (name) => `via ${name}`,
  agencyFunction: (name) => name,
};

const at = (line: number, from: number, to: number): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});

function statement(id: string, line: number, more: Partial<StatementNode> = {}): StatementNode {
  return {
    id,
    text: `“Statement ${id}”`,
    form: 'direct',
    class: 'speech',
    stance: 'neutral',
    verification: 'other',
    negated: false,
    confidence: 0.9,
    words: 2,
    paragraph: line + 1,
    range: at(line, 0, 15),
    ranges: { source: [at(line, 16, 20)], cue: [at(line, 21, 25)], content: [at(line, 0, 15)] },
    cueText: 'said',
    via: null,
    to: null,
    allegation: null,
    ...more,
  };
}

function speaker(
  name: string,
  share: number,
  statements: readonly StatementNode[],
  more: Partial<SpeakerNode> = {},
): SpeakerNode {
  return {
    id: name,
    type: 'person',
    name,
    role: null,
    affiliation: null,
    note: null,
    introduction: null,
    mentions: [],
    statements,
    quotes: statements.length,
    words: share * 100,
    share,
    ...more,
  };
}

function result(more: Partial<SourcesResult> = {}): SourcesResult {
  return {
    uri: 'file:///a.news',
    version: 1,
    title: 'A headline',
    counts: {
      words: 100,
      quotes: 3,
      statements: 3,
      speakers: 2,
      agencies: 0,
      allegations: 0,
      unattributed: 0,
      anonymous: 0,
      findings: null,
    },
    speakers: [
      speaker('Theo Banning', 0.3, [statement('a1', 2)], { role: 'councillor' }),
      speaker('Ada Rusk', 0.7, [
        statement('a2', 4, { stance: 'deny', cueText: 'denied' }),
        statement('a3', 5),
      ]),
      speaker('Viktor Hale', 0, []),
    ],
    unattributed: [],
    agencies: [],
    allegations: [],
    anonymous: [],
    ...more,
  };
}

const labels = (nodes: readonly TreeNode[]): readonly string[] => nodes.map(({ label }) => label);

describe('the order of speakers', () => {
  it('is by share of voice, by first appearance or by name', () => {
    expect(labels(sourcesTree(result(), words, 'voice', ''))).toEqual(['Ada Rusk', 'Theo Banning']);
    expect(labels(sourcesTree(result(), words, 'appearance', ''))).toEqual(['Theo Banning', 'Ada Rusk']);
    expect(labels(sourcesTree(result(), words, 'name', ''))).toEqual(['Ada Rusk', 'Theo Banning']);
  });

  it('leaves out whoever is only mentioned', () => {
    expect(labels(sourcesTree(result(), words, 'name', ''))).not.toContain('Viktor Hale');
  });
});

describe('a speaker', () => {
  it('reads well aloud', () => {
    const [, banning] = sourcesTree(result(), words, 'voice', '');
    expect(banning?.spoken).toBe('Theo Banning, councillor, 1 quotations, 30 %');
  });

  it('carries statements with verb, stance and paragraph, and an icon for the stance', () => {
    const [rusk] = sourcesTree(result(), words, 'voice', '');
    expect(rusk?.children.map(({ description, icon }) => [description, icon])).toEqual([
      ['denied · deny · paragraph 5', 'circle-slash'],
      ['said · paragraph 6', 'quote'],
    ]);
  });
});

describe('the groups below the speakers', () => {
  it('appear only when there is something in them', () => {
    const tree = sourcesTree(
      result({
        unattributed: [statement('q9', 7)],
        allegations: [
          {
            id: 'l1',
            text: 'taking cash',
            range: at(8, 0, 11),
            paragraph: 9,
            accuser: { id: 's1', name: 'Ada Rusk' },
            accused: null,
            attributed: true,
            legalStatus: 'alleged',
            reply: 'answered',
            responses: [{ kind: 'denial', text: 'never', range: at(9, 0, 5), paragraph: 10 }],
            statement: 'a2',
          },
        ],
        anonymous: [{ speaker: 's9', name: 'an official', range: at(3, 0, 11), statements: 1, reason: null }],
        agencies: [
          {
            id: 'g1',
            key: 'ap',
            name: 'The Associated Press',
            country: 'United States',
            mentions: [{ ...at(0, 0, 2), function: 'dateline' }],
          },
        ],
      }),
      words,
      'voice',
      '',
    );
    expect(labels(tree)).toEqual([
      'Ada Rusk',
      'Theo Banning',
      'No source',
      'Allegations',
      'Anonymous',
      'Agencies',
    ]);
    const allegation = tree[3]?.children[0];
    expect(allegation?.description).toBe('Ada Rusk against ? · answered · paragraph 9');
    expect(labels(allegation?.children ?? [])).toEqual(['never']);
    expect(tree[4]?.children[0]?.description).toBe('1 statements · no reason');
  });
});

describe('the filter', () => {
  it('keeps a speaker with all statements when the name matches, and only matching statements otherwise', () => {
    const byName = sourcesTree(result(), words, 'voice', 'rusk');
    expect(byName.map(({ children }) => children.length)).toEqual([2]);
    const byWord = sourcesTree(result(), words, 'voice', 'statement a3');
    expect(byWord.map(({ children }) => labels(children))).toEqual([['“Statement a3”']]);
    expect(sourcesTree(result(), words, 'voice', 'nobody')).toEqual([]);
  });
});

describe('the node under the cursor', () => {
  const data = result();
  const tree = sourcesTree(data, words, 'voice', '');

  it('is the statement, its source and cue included', () => {
    expect(nodeAt(tree, data, 4, 3)?.label).toBe('“Statement a2”');
    expect(nodeAt(tree, data, 4, 22)?.label).toBe('“Statement a2”');
  });

  it('is nothing where nobody speaks', () => {
    expect(nodeAt(tree, data, 30, 0)).toBeNull();
  });
});
