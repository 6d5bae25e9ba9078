/** What lint does around the rules: severity, silences, one cause, scopes, presets, messages, fingerprints. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../engine/index.ts';
import { DEFAULT_CONFIG, mergeConfig, mergeLayers, type ConfigLayer } from '../../../engine/rules/config.ts';
import { fingerprint, normalise } from '../../../engine/rules/fingerprint.ts';
import { frontMatter, frontMatterValues } from '../../../engine/rules/frontMatter.ts';
import { RULES } from '../../../engine/rules/index.ts';
import { lint } from '../../../engine/rules/lint.ts';
import type { Rule } from '../../../engine/rules/rule.ts';
import { PRESET_NAMES, presetLayer } from '../../../engine/rules/presets.ts';
import { lintText } from './examples.ts';

const VAGUE = 'Critics say the plan is unfair.';
const rulesOf = (text: string, layer: ConfigLayer = {}): readonly string[] =>
  lintText(text, mergeConfig(DEFAULT_CONFIG, layer)).map((finding) => finding.rule);

describe('severity', () => {
  it('is the one configured', () => {
    const config = mergeConfig(DEFAULT_CONFIG, { rules: { 'attribution-vague': 'error' } });
    expect(lintText(VAGUE, config)[0]?.severity).toBe('error');
  });

  it('accepts the word of the Language Server Protocol', () => {
    const config = mergeConfig(DEFAULT_CONFIG, { rules: { 'attribution-vague': 'information' } });
    expect(lintText(VAGUE, config)[0]?.severity).toBe('info');
  });

  it('drops one level for a finding that is less than 80 per cent sure', () => {
    const finding = lintText('Officials said the bridge was safe.')[0];
    expect(finding?.rule).toBe('source-bare');
    expect(finding?.confidence).toBeLessThan(0.8);
    expect(finding?.severity).toBe('info');
  });

  it('hides findings below the least confidence', () => {
    expect(rulesOf(VAGUE, { minConfidence: 0.95 })).toEqual([]);
    expect(rulesOf(VAGUE, { rules: { 'attribution-vague': { minConfidence: 0.95 } } })).toEqual([]);
  });

  it('shows everything when asked to, a rule’s own least confidence included', () => {
    const rules = { 'attribution-vague': { minConfidence: 0.95 } };
    expect(rulesOf(VAGUE, { minConfidence: 0, rules })).toEqual([]);
    expect(rulesOf(VAGUE, { unsure: true, rules })).toEqual(['attribution-vague']);
  });

  it('keeps between floor and ceiling', () => {
    const config = mergeConfig(DEFAULT_CONFIG, {
      rules: { 'attribution-vague': 'error' },
      ceiling: 'warning',
    });
    expect(lintText(VAGUE, config)[0]?.severity).toBe('warning');
    const raised = mergeConfig(DEFAULT_CONFIG, { rules: { 'attribution-vague': 'hint' }, floor: 'info' });
    expect(lintText(VAGUE, raised)[0]?.severity).toBe('info');
  });
});

describe('silences that all rules share', () => {
  it('leaves block quotes alone', () => {
    expect(
      rulesOf('The mayor, Ines Roy, wrote a letter.\n\n> Critics say the plan is unfair.'),
    ).not.toContain('attribution-vague');
  });

  it('leaves the words of others alone', () => {
    expect(rulesOf('“Critics say the plan is unfair,” said Ana Ruiz, a driver.')).toEqual([]);
  });

  it('switches the attribution rules off for opinion', () => {
    expect(rulesOf(`---\ngenre: opinion\n---\n\n${VAGUE}`)).toEqual([]);
    expect(rulesOf(VAGUE, { genre: 'letters' })).toEqual([]);
  });

  it('keeps to the scopes asked for', () => {
    expect(rulesOf(VAGUE, { scopes: ['headline'] })).toEqual([]);
    expect(rulesOf(VAGUE, { scopes: ['lede'] })).toEqual(['attribution-vague']);
  });

  it('ignores what a pattern matches, and a broken pattern ignores nothing', () => {
    expect(rulesOf(VAGUE, { ignorePattern: '^Critics' })).toEqual([]);
    expect(rulesOf(VAGUE, { ignorePattern: '(' })).toEqual(['attribution-vague']);
  });

  it('ignores findings about speakers of the list', () => {
    const text = 'The minister, Eva Holm, admitted that the road was closed.';
    expect(rulesOf(text)).toEqual(['verb-loaded']);
    expect(rulesOf(text, { ignoreSpeakers: ['Eva Holm'] })).toEqual([]);
  });
});

describe('one cause, one finding', () => {
  it('reports the bare source and not the missing reason as well', () => {
    expect(rulesOf('Sources said on condition of anonymity that the merger is off.')).toEqual([
      'source-bare',
    ]);
  });

  it('lets the other rule speak when the first is off', () => {
    const layer: ConfigLayer = { rules: { 'source-bare': 'off' } };
    expect(rulesOf('Sources said on condition of anonymity that the merger is off.', layer)).toEqual([
      'source-anonymous-no-reason',
    ]);
  });
});

describe('findings', () => {
  it('stop at the number asked for', () => {
    const text = Array.from({ length: 12 }, () => VAGUE).join('\n\n');
    expect(rulesOf(text, { maxFindingsPerFile: 5 })).toHaveLength(5);
  });

  it('carry the reason where the reader wants to learn', () => {
    const config = mergeConfig(DEFAULT_CONFIG, { explain: true });
    expect(lintText(VAGUE, config)[0]?.message).toContain('The reader cannot weigh');
  });

  it('come in text order and name a page of the documents', () => {
    const findings = lintText(`${VAGUE} The firm is believed to owe millions.`);
    expect(findings.map((finding) => finding.start)).toEqual(
      [...findings.map((finding) => finding.start)].sort((a, b) => a - b),
    );
    expect(findings[0]?.docs).toBe('docs/rules/attribution-vague.md');
  });

  it('are empty for a text that is not annotated', () => {
    expect(lint(annotate('x=1\ny=2\n', { plainText: 'never' }))).toEqual([]);
  });
});

describe('fingerprints', () => {
  it('do not change when a paragraph moves or the layout changes', () => {
    const one = lintText(VAGUE)[0]?.fingerprint;
    const two = lintText(`The bridge is open.\r\n\r\n${VAGUE}`)[0]?.fingerprint;
    expect(two).toBe(one);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
  });

  it('change when the sentence does', () => {
    expect(lintText('Critics say the plan is bad.')[0]?.fingerprint).not.toBe(
      lintText(VAGUE)[0]?.fingerprint,
    );
  });

  it('number repeats in one story', () => {
    const prints = lintText(`${VAGUE}\n\n${VAGUE}`).map((finding) => finding.fingerprint);
    expect(prints[1]).toBe(`${prints[0] ?? ''}#2`);
  });

  it('take curly and straight marks for the same', () => {
    expect(normalise('“It’s”\n so')).toBe('"It\'s" so');
    expect(fingerprint('r', '“a”', 'x')).toBe(fingerprint('r', '"a"', 'x'));
  });
});

describe('presets', () => {
  it('all exist under their names', () => {
    for (const name of [
      'recommended',
      'strict',
      'court',
      'broadcast',
      'student',
      'off',
      'essential',
      'ap',
      'reuters',
      'bbc',
      'guardian',
      'classroom',
      'opinion',
    ])
      expect(PRESET_NAMES).toContain(name);
    expect(presetLayer('nonesuch')).toBeNull();
    expect(presetLayer('toString')).toBeNull();
  });

  it('name only rules that exist, with options that exist', () => {
    for (const name of PRESET_NAMES) {
      for (const [id, entry] of Object.entries(presetLayer(name)?.rules ?? {})) {
        const rule = RULES.find((candidate) => candidate.id === id);
        expect(rule, `${name}: ${id}`).toBeDefined();
        if (typeof entry === 'string') continue;
        for (const key of Object.keys(entry))
          expect(['severity', ...Object.keys(rule?.options ?? {})]).toContain(key);
      }
    }
  });

  it('off runs nothing but what a later layer switches on', () => {
    const off = presetLayer('off') ?? {};
    expect(lintText(VAGUE, mergeLayers([off]))).toEqual([]);
    expect(
      lintText(VAGUE, mergeLayers([off, { rules: { 'attribution-vague': 'error' } }])).map(
        (finding) => finding.rule,
      ),
    ).toEqual(['attribution-vague']);
  });

  it('essential keeps the fifteen', () => {
    const off = Object.keys(presetLayer('essential')?.rules ?? {});
    expect(RULES.filter((rule) => !off.includes(rule.id)).map((rule) => rule.id)).toHaveLength(15);
  });
});

describe('front matter', () => {
  it('gives genre, date, outlet and credit', () => {
    const values = frontMatterValues(
      '---\ngenre: court\ndate: 2026-11-20\noutlet: "Harbour Echo"\ncredit: AFP # wire\nother: x\n---\n\nText.',
    );
    expect(frontMatter(values)).toEqual({
      genre: 'court',
      date: '2026-11-20',
      outlet: 'Harbour Echo',
      credit: 'AFP',
    });
  });

  it('is nothing without a closing fence or with unknown values', () => {
    expect(frontMatterValues('---\ngenre: court\n\nText.').size).toBe(0);
    expect(frontMatter(frontMatterValues('---\ngenre: epic\ndate: soon\n---\n'))).toEqual({});
  });
});

describe('any text', () => {
  const soup = fc.array(
    fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      ' said ',
      'Critics say ',
      'allegedly ',
      'Jo Pike ',
      'he ',
      '\n\n',
      ', ',
      '. ',
      'was accused of ',
      'theft ',
      'AP ',
      '# ',
      '🌊',
      '\ud800',
      '> ',
    ),
    { maxLength: 60 },
  );

  it('is linted without a fault, with ranges inside it', () => {
    const config = mergeConfig(DEFAULT_CONFIG, {
      rules: Object.fromEntries(RULES.map((rule) => [rule.id, 'hint' as const])),
    });
    fc.assert(
      fc.property(soup, (parts) => {
        const text = parts.join('');
        for (const finding of lintText(text, config)) {
          expect(finding.start).toBeGreaterThanOrEqual(0);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(finding.end).toBeLessThanOrEqual(text.length);
          for (const fix of finding.fixes) {
            for (const edit of fix.edits) {
              expect(edit.start).toBeGreaterThanOrEqual(0);
              expect(edit.end).toBeLessThanOrEqual(text.length);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

function firstRule(): Rule {
  const [rule] = RULES;
  if (rule === undefined) throw new Error('there are rules');
  return rule;
}

describe('a rule that throws', () => {
  const broken: Rule = {
    ...firstRule(),
    id: 'quote-broken',
    check: ({ report }) => {
      report({ start: 0, end: 3, message: 'lone' });
      throw new RangeError('too deep');
    },
  };

  it('is told once, and the others go on', () => {
    const analysis = annotate(VAGUE, { plainText: 'always' });
    const found = lint(analysis, DEFAULT_CONFIG, { rules: [broken, ...RULES] });
    expect(found.map((finding) => [finding.rule, finding.messageId])).toEqual([
      ['quote-broken', 'fault'],
      ['attribution-vague', 'vague'],
    ]);
    expect(found[0]?.severity).toBe('warning');
    expect(found[0]?.message).toContain('too deep');
  });
});
