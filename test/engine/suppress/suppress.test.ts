/** Suppressions in every carrier: what they cover, what is blanked, and what is reported about them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorOf,
  applySuppressions,
  locateAnchor,
  readSidecar,
  readSuppressions,
  type SuppressionOptions,
} from '../../../engine/suppress.ts';

const RULES = ['source-bare', 'verb-loaded', 'quote-scare'];

/** Findings stand where `⟦…⟧` marks them; all are of rule `source-bare`. */
function run(
  marked: string,
  options: SuppressionOptions = {},
  rule = 'source-bare',
): { kept: string[]; suppressed: (string | null)[]; problems: string[]; text: string; story: string } {
  const findings: { rule: string; start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/(⟦[^⟧]*⟧)/)) {
    const start = text.length;
    text += piece.replace(/[⟦⟧]/g, '');
    if (piece.startsWith('⟦')) findings.push({ rule, start, end: text.length });
  }
  const { text: story, directives } = readSuppressions(text, options);
  const outcome = applySuppressions(text, directives, findings, { knownRules: RULES });
  return {
    kept: outcome.kept.map(({ start, end }) => text.slice(start, end)),
    suppressed: outcome.suppressed.map(({ reason }) => reason),
    problems: outcome.problems.map((problem) => problem.rule),
    text,
    story,
  };
}

describe('suppressions', () => {
  it('cover the next line that is not blank', () => {
    const { kept, suppressed, problems } = run(
      '%% sourcelight-disable-next-line source-bare -- the desk knows\n\n⟦Sources⟧ say no.\n⟦Sources⟧ say yes.',
    );
    expect(kept).toEqual(['Sources']);
    expect(suppressed).toEqual(['the desk knows']);
    expect(problems).toEqual([]);
  });

  it('stand in HTML comments, on their own line or within one', () => {
    expect(
      run('<!-- sourcelight-disable-next-line source-bare -- known -->\n⟦Sources⟧ say no.').kept,
    ).toEqual([]);
    expect(run('⟦Sources⟧ say no. <!-- sourcelight-disable-line source-bare -- known -->').kept).toEqual([]);
  });

  it('stand as a trailing marker on the line they cover', () => {
    expect(
      run('⟦Sources⟧ say no. %% sourcelight-disable-line -- known\n⟦Sources⟧ say yes.').kept,
    ).toHaveLength(1);
  });

  it('cover a block until they are enabled again, or the whole file', () => {
    expect(
      run('%% sourcelight-disable source-bare -- known\n⟦A⟧\n\n⟦B⟧\n%% sourcelight-enable source-bare\n⟦C⟧')
        .kept,
    ).toEqual(['C']);
    expect(run('⟦A⟧\n⟦B⟧\n%% sourcelight-disable-file source-bare -- known').kept).toEqual([]);
  });

  it('stand in front matter, on the key or as a list', () => {
    expect(run('---\ntitle: x\nsourcelight-disable: source-bare -- known\n---\n⟦A⟧').kept).toEqual([]);
    expect(
      run('---\nsourcelight-disable:\n  - source-bare -- known\n  - verb-loaded -- house style\n---\n⟦A⟧'),
    ).toMatchObject({ kept: [], problems: ['suppression-unused'] });
  });

  it('stand in an end-note block, anchored by quoted words', () => {
    const story =
      '⟦Sources⟧ say the merger is off.\n\n⟦Sources⟧ say more.\n\n%% sourcelight\nsource-bare "Sources say the merger" -- the desk knows\n';
    expect(run(story)).toMatchObject({ kept: ['Sources'], suppressed: ['the desk knows'], problems: [] });
    expect(run('⟦A⟧\n%% sourcelight\nsource-bare "gone words" -- x')).toMatchObject({
      kept: ['A'],
      problems: ['suppression-lost'],
    });
  });

  it('stand in a sidecar, anchored by words and their neighbours', () => {
    const sidecar = readSidecar({
      suppressions: [
        {
          rule: 'source-bare',
          anchor: { exact: 'Sources', prefix: 'But ', suffix: ' say' },
          reason: 'known',
        },
      ],
    }).sidecar;
    expect(run('⟦Sources⟧ spoke. But ⟦Sources⟧ say yes.', { sidecar })).toMatchObject({
      kept: ['Sources'],
      suppressed: ['known'],
      problems: [],
    });
    // Two equal places: never by guess.
    const bare = readSidecar({
      suppressions: [{ rule: 'source-bare', anchor: { exact: 'Sources' }, reason: 'known' }],
    }).sidecar;
    expect(run('⟦Sources⟧ spoke. ⟦Sources⟧ say yes.', { sidecar: bare })).toMatchObject({
      problems: ['suppression-lost'],
    });
    expect(readSidecar([]).problems).toEqual(['is not a JSON object']);
    expect(readSidecar({ suppressions: [{ rule: 1 }] }).problems).toHaveLength(1);
  });

  it('need a reason, a known rule and something to suppress', () => {
    expect(run('%% sourcelight-disable-next-line source-bare\n⟦A⟧').problems).toEqual(['suppression-reason']);
    expect(run('%% sourcelight-disable-next-line source-bear -- x\n⟦A⟧')).toMatchObject({
      kept: ['A'],
      problems: ['suppression-unknown'],
    });
    expect(run('%% sourcelight-disable-next-line verb-loaded -- x\n⟦A⟧')).toMatchObject({
      kept: ['A'],
      problems: ['suppression-unused'],
    });
  });

  it('offer the nearest rule and to be removed', () => {
    const text = 'A.\n%% sourcelight-disable-next-line source-bear -- x\nB.\n';
    const { problems } = applySuppressions(text, readSuppressions(text).directives, [], {
      knownRules: RULES,
    });
    expect(problems[0]?.message).toContain('did you mean “source-bare”');
    const [edit] = problems[0]?.fixes[0]?.edits ?? [];
    expect(text.slice(0, edit?.start) + (edit?.newText ?? '') + text.slice(edit?.end)).toContain(
      'source-bare --',
    );
    const unused = 'A.\n%% sourcelight-disable-next-line source-bare -- x\nB.\n';
    const [problem] = applySuppressions(unused, readSuppressions(unused).directives, [], {
      knownRules: RULES,
    }).problems;
    const [removal] = problem?.fixes[0]?.edits ?? [];
    expect(unused.slice(0, removal?.start) + unused.slice(removal?.end)).toBe('A.\nB.\n');
  });

  it('are blanked without moving anything', () => {
    const { text, story } = run(
      'One.\r\n%% sourcelight-disable-next-line source-bare -- x\r\n⟦Two⟧. <!-- sourcelight-disable-line -- y -->\r\n%% sourcelight\r\nsource-bare "Two" -- z\r\n',
    );
    expect(story).toHaveLength(text.length);
    expect(story.trim().replace(/\s+/g, ' ')).toBe('One. Two.');
    expect([...story.matchAll(/\r\n/g)].map((m) => m.index)).toEqual(
      [...text.matchAll(/\r\n/g)].map((m) => m.index),
    );
  });

  it('take another marker', () => {
    expect(run('// sourcelight-disable-next-line source-bare -- x\n⟦A⟧', { marker: '//' }).kept).toEqual([]);
    expect(run('// sourcelight-disable-next-line source-bare -- x\n⟦A⟧').kept).toEqual(['A']);
  });

  it('leave a text alone that only speaks of them', () => {
    expect(run('The sourcelight-disable thing is “odd”, he said.\n⟦A⟧')).toMatchObject({
      kept: ['A'],
      problems: [],
    });
  });

  it('give anchors that are found again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.nat(80),
        fc.nat(20),
        (text, start, length) => {
          const anchor = anchorOf(text, { start, end: start + length });
          const place = locateAnchor(text, anchor);
          return place === null || flat(text.slice(place.start, place.end)) === flat(anchor.exact);
        },
      ),
    );
  });

  it('never throw and keep the length of any text', () => {
    const piece = fc.constantFrom(
      '%% sourcelight',
      '%% sourcelight-disable',
      'sourcelight-enable',
      '<!-- ',
      ' -->',
      '\n',
      '---',
      '"',
      ' -- x',
      'source-bare',
      '\ud83d',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { text: story, directives } = readSuppressions(text);
        applySuppressions(text, directives, [{ rule: 'source-bare', start: 0, end: 1 }], {
          knownRules: RULES,
        });
        return story.length === text.length;
      }),
    );
  });
});

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
