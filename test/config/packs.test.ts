/** House packs: read with file and line, broken parts left out, examples run, words in force for the rules. */
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { configFor } from '../../config/apply.ts';
import { loadConfig } from '../../config/load.ts';
import { readPack } from '../../config/packs.ts';
import { testPack } from '../../config/packTest.ts';
import { KNOWLEDGE } from '../../cli/knowledge.ts';
import { annotate } from '../../engine/index.ts';
import { lint } from '../../engine/rules/lint.ts';

const from = (files: Readonly<Record<string, string>>) => (path: string) =>
  Promise.resolve(files[path] ?? null);

async function findings(files: Readonly<Record<string, string>>, text: string): Promise<readonly string[]> {
  const loaded = await loadConfig('/desk/.sourcelight.json', from(files), KNOWLEDGE);
  expect(loaded.problems).toEqual([]);
  const { lint: config, book } = configFor(loaded, '/desk/a.news');
  return lint(annotate(text, { plainText: 'always', ...book }), config).map(
    (finding) =>
      `${finding.rule} ${text.slice(finding.start, finding.end)} → ${finding.fixes[0]?.edits[0]?.newText ?? '–'}`,
  );
}

const CONFIG = '{ "packs": ["house.pack.yaml"] }';

describe('the words of a pack', () => {
  it('make a verb loaded, with what the house offers in its place', async () => {
    const pack = 'verbs:\n  - { verb: double down, class: loaded, instead: [say again] }\n';
    expect(
      await findings(
        { '/desk/.sourcelight.json': CONFIG, '/desk/house.pack.yaml': pack },
        'Eva Holm, the mayor, has doubled down that the road was safe.',
      ),
    ).toEqual(['verb-loaded doubled down → said again']);
  });

  it('make a verb neutral that the built-in list calls loaded', async () => {
    const pack = 'verbs:\n  - { verb: insist, class: neutral }\n';
    expect(
      await findings(
        { '/desk/.sourcelight.json': CONFIG, '/desk/house.pack.yaml': pack },
        'Eva Holm, the mayor, insisted that the road was safe.',
      ),
    ).toEqual([]);
  });

  it('replace a phrase in every form', async () => {
    const pack = 'phrases:\n  - { phrase: pass away, instead: die, forms: all }\n';
    const found = await findings(
      { '/desk/.sourcelight.json': CONFIG, '/desk/house.pack.yaml': pack },
      'Many pass away here, and Tomas Berg, a driver, passed away too. Passing away is cheap.',
    );
    expect(found).toEqual([
      'house-phrase pass away → die',
      'house-phrase passed away → died',
      'house-phrase Passing away → Dying',
    ]);
  });

  it('take the severity that the pack gives a phrase', async () => {
    const loaded = await loadConfig(
      '/desk/.sourcelight.json',
      from({
        '/desk/.sourcelight.json': CONFIG,
        '/desk/house.pack.yaml': 'phrases:\n  - { phrase: migrant flood, severity: error }\n',
      }),
      KNOWLEDGE,
    );
    const text = 'The migrant flood worries nobody here, said Ana Ruiz, a driver.';
    expect(
      lint(annotate(text, { plainText: 'always' }), configFor(loaded, '/desk/a.news').lint)[0]?.severity,
    ).toBe('error');
  });

  it('come from a table under “lexicons”, people included', async () => {
    const files = {
      '/desk/.sourcelight.json': '{ "lexicons": { "people": ["people.tsv"], "roles": ["roles.tsv"] } }',
      '/desk/people.tsv': 'name\trole\taliases\nLina Haddad\tschool head\tHaddad|L. Haddad\n',
      '/desk/roles.tsv': 'words\nReeve\n',
    };
    expect(await findings(files, '“No,” said Reeve Odum.')).toEqual([]);
    const loaded = await loadConfig('/desk/.sourcelight.json', from(files), KNOWLEDGE);
    expect(configFor(loaded, '/desk/a.news').book.speakers).toEqual([
      { name: 'Lina Haddad', role: 'school head', aliases: ['Haddad', 'L. Haddad'] },
    ]);
  });

  it('come from the folder of the file that names them', async () => {
    const files = {
      '/desk/.sourcelight.json': '{ "extends": ["../shared/base.json"] }',
      '/shared/base.json': '{ "packs": ["words.json"] }',
      '/shared/words.json': '{ "vagueSources": ["harbour watchers"] }',
    };
    expect(await findings(files, 'Harbour watchers say the crane will never work.')).toHaveLength(1);
  });
});

describe('a broken pack', () => {
  it('is told with file, line and column, and the rest of it counts', async () => {
    const loaded = await loadConfig(
      '/desk/.sourcelight.json',
      from({
        '/desk/.sourcelight.json': '{ "packs": ["house.pack.yaml", "gone.yaml"] }',
        '/desk/house.pack.yaml':
          'verbs:\n  - verb: grouse\n    class: lodaed\n  - { verb: moan, class: loaded }\nvague: [x]\n',
      }),
      KNOWLEDGE,
    );
    expect(
      loaded.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
    ).toEqual([
      '/desk/house.pack.yaml:3:5: “lodaed” is not one of loaded, mild, factive, nonspeech, neutral; did you mean “loaded”?',
      '/desk/house.pack.yaml:5:1: unknown key “vague”; did you mean “vagueSources”?',
      '/desk/gone.yaml:1:1: no such file (named in /desk/.sourcelight.json)',
    ]);
    expect(loaded.packs.house.verbs.map(({ verb }) => verb)).toEqual(['moan']);
  });

  it('never holds patterns', async () => {
    const problems: string[] = [];
    const pack = await readPack(
      'p.json',
      '{ "phrases": [{ "phrase": "a\\nb" }, "(a+)+ b"] }',
      null,
      (message) => problems.push(message),
    );
    expect(problems).toHaveLength(1);
    // What looks like a pattern is three words like any others.
    expect(pack?.file.house.phrases.map(({ phrase }) => phrase)).toEqual(['(a+)+ b']);
  });
});

describe('the examples of a pack', () => {
  const run = async (text: string) => {
    const pack = await readPack('p.yaml', text, null, () => undefined);
    return pack === null ? [] : testPack(pack).failures.map(({ message }) => message);
  };

  it('hold in the sample', async () => {
    const path = new URL('../../samples/house/.sourcelight/house.pack.yaml', import.meta.url);
    expect(await run(readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('fail when a bad one is silent or marks other words', async () => {
    expect(
      await run('phrases:\n  - { phrase: pass away, bad: ["He ⟦passed⟧ away.", "He ⟦pass away⟧."] }\n'),
    ).toEqual(['house-phrase reports nothing, expected ⟦passed⟧: “He passed away.”']);
  });

  it('fail when a good one is reported', async () => {
    expect(
      await run('phrases:\n  - { phrase: so be it, bad: ["⟦So be it⟧."], good: ["So be it, he said."] }\n'),
    ).toEqual(['house-phrase reports ⟦So be it⟧, expected nothing: “So be it, he said.”']);
  });

  it('are missed where an entry has none', async () => {
    expect(await run('hedges: [purportedly]\n')).toEqual(['“purportedly” has no example that tests it']);
  });
});
