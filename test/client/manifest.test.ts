/** The manifest against the code: what is promised exists, and what exists is promised. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CLIENT_COMMANDS,
  DEFAULT_SETTINGS,
  SERVER_COMMANDS,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../../protocol/index.ts';
import { RULES } from '../../engine/rules/index.ts';
import { PRESET_NAMES } from '../../engine/rules/presets.ts';

interface Property {
  readonly default?: unknown;
  readonly order?: number;
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}
interface Manifest {
  readonly version: string;
  readonly icon: string;
  readonly main: string;
  readonly browser: string;
  readonly files?: unknown;
  readonly type?: unknown;
  readonly activationEvents: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly dependencies?: unknown;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<
      Record<
        string,
        readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]
      >
    >;
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
      readonly when: string;
    }[];
    readonly configuration: readonly {
      readonly order: number;
      readonly title: string;
      readonly properties: Readonly<Record<string, Property>>;
    }[];
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly languages: readonly {
      readonly id: string;
      readonly extensions: readonly string[];
      readonly firstLine: string;
      readonly configuration: string;
    }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly semanticTokenTypes: readonly {
      readonly id: string;
      readonly superType: string;
      readonly description: string;
    }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string } }[];
    }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly problemMatchers: readonly {
      readonly name: string;
      readonly pattern: { readonly regexp: string };
    }[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const words = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
const client = sources('client/src');

/** `{a: {b: 1}}` as `{'a.b': 1}`; a value that is itself a table of rules stays whole. */
function flat(value: object, prefix = ''): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null && prefix + key !== 'lint.rules'
        ? Object.entries(flat(inner, `${prefix}${key}.`))
        : [[prefix + key, inner]],
    ),
  );
}

describe('texts', () => {
  const english = words('package.nls.json');
  const used = new Set([...text.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ''));

  it('resolves every %key% and leaves none unused', () => {
    expect([...used].filter((key) => !(key in english))).toEqual([]);
    expect(Object.keys(english).filter((key) => !used.has(key))).toEqual([]);
  });

  it('has every text of the manifest in German too', () => {
    expect(Object.keys(words('package.nls.de.json')).sort()).toEqual(Object.keys(english).sort());
  });

  it('has every text of the client in German too, with the same places to fill in', () => {
    const german = words('l10n/bundle.l10n.de.json');
    const direct = [...client.matchAll(/l10n\.t\(\s*(['"])((?:(?!\1)[^\\\n]|\\.)+)\1/g)].map((match) =>
      (match[2] ?? '').replaceAll('\\', ''),
    );
    expect(direct.filter((message) => !(message in german))).toEqual([]);
    for (const [message, translated] of Object.entries(german)) {
      const places = (value: string): readonly string[] => [...value.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(places(translated), message).toEqual(places(message));
    }
  });
});

describe('commands', () => {
  const ids = contributes.commands.map(({ command }) => command);

  it('contributes exactly the commands the client registers', () => {
    const view = [...client.matchAll(/^ {4}(\w+): (?:async )?\(?(?:node|\(\))?/gm)].map(
      (match) => match[1] ?? '',
    );
    const known = new Set<string>([...Object.values(CLIENT_COMMANDS), 'sourcelight.openSample']);
    for (const id of ids) {
      const name = id.replace('sourcelight.sources.', '');
      expect(
        known.has(id) ||
          (id.startsWith('sourcelight.sources.') && (view.includes(name) || client.includes(`${name}:`))),
        id,
      ).toBe(true);
    }
    expect([...known].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('keeps the ids of the server for the server', () => {
    expect(Object.values<string>(SERVER_COMMANDS).filter((id) => ids.includes(id))).toEqual([]);
  });

  it('has one category, and menus and keys that name contributed commands', () => {
    expect(new Set(contributes.commands.map(({ category }) => category))).toEqual(new Set(['Sourcelight']));
    const named = [
      ...Object.values(contributes.menus)
        .flat()
        .flatMap(({ command }) => (command === undefined ? [] : [command])),
      ...contributes.keybindings.map(({ command }) => command),
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('binds no key twice and only where an article has the focus', () => {
    const keys = contributes.keybindings.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { when } of contributes.keybindings) expect(when).toMatch(/^editorTextFocus && /);
  });
});

describe('settings', () => {
  const properties = Object.assign(
    {},
    ...contributes.configuration.map((group) => group.properties),
  ) as Record<string, Property>;
  const OWN = ['sources.followCursor', 'sources.sortBy', 'trace.server'];

  it('has the defaults of the protocol, and nothing the code does not know', () => {
    const defaults = Object.fromEntries(
      Object.entries(properties)
        .map(([key, property]) => [key.replace('sourcelight.', ''), property.default] as const)
        .filter(([key]) => !OWN.includes(key)),
    );
    expect(defaults).toEqual(flat(DEFAULT_SETTINGS));
  });

  it('has a reader in the client for the settings that are its own', () => {
    for (const key of OWN.filter((name) => name !== 'trace.server')) expect(client).toContain(`'${key}'`);
  });

  it('orders, describes and scopes every setting', () => {
    expect(contributes.configuration.map(({ order }) => order)).toEqual(
      contributes.configuration.map((_group, index) => index + 1),
    );
    for (const [key, property] of Object.entries(properties)) {
      expect(property.order, key).toBeTypeOf('number');
      expect(property.markdownDescription, key).toMatch(/^%.+%$/);
      expect(['resource', 'window'], key).toContain(property.scope);
      if (property.enum) expect(property.markdownEnumDescriptions?.length, key).toBe(property.enum.length);
    }
  });

  it('completes every rule and every preset', () => {
    expect(Object.keys(properties['sourcelight.lint.rules']?.properties ?? {})).toEqual(
      RULES.map(({ id }) => id).sort(),
    );
    expect(properties['sourcelight.lint.preset']?.enum).toEqual(PRESET_NAMES);
  });
});

describe('colours', () => {
  it('contributes the token legend of the protocol, each type with a super type and scopes', () => {
    expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual(TOKEN_TYPES);
    expect(contributes.semanticTokenModifiers.map(({ id }) => id)).toEqual(TOKEN_MODIFIERS);
    const scopes = contributes.semanticTokenScopes[0]?.scopes ?? {};
    for (const type of TOKEN_TYPES) expect(scopes[type]?.length, type).toBeGreaterThan(0);
  });

  it('tells every class but the quotation, which has its marks, by font as well as by colour', () => {
    const customizations = contributes.configurationDefaults['editor.semanticTokenColorCustomizations'];
    const rules = (customizations?.['rules'] ?? {}) as Readonly<
      Record<string, Readonly<Record<string, unknown>>>
    >;
    const looks = TOKEN_TYPES.filter((type) => type !== 'quote' && type !== 'statement').map((type) =>
      JSON.stringify(rules[type]),
    );
    expect(looks).not.toContain(undefined);
    expect(new Set(looks).size).toBe(looks.length);
    for (const rule of Object.values(rules)) expect(rule).not.toHaveProperty('foreground');
  });

  it('asks for semantic colours in all three languages', () => {
    for (const language of ['[news]', '[plaintext]', '[markdown]']) {
      expect(contributes.configurationDefaults[language]?.['editor.semanticHighlighting.enabled']).toBe(true);
    }
    expect(Object.keys(contributes.configurationDefaults['[plaintext]'] ?? {})).toHaveLength(1);
    expect(Object.keys(contributes.configurationDefaults['[markdown]'] ?? {})).toHaveLength(1);
  });
});

describe('language', () => {
  const [news] = contributes.languages;
  const first = new RegExp(news?.firstLine ?? '$^');

  it('knows an article by its first line', () => {
    for (const line of [
      'PORT ANSEL, Velmark (Reuters) – A drone strike',
      'TARN (AP) -- The mill',
      'MARROW BAY — “We are done,”',
      'ST. IVEL, March 3 (dpa) - The bridge',
    ]) {
      expect(first.test(line), line).toBe(true);
    }
    for (const line of [
      'TODO - fix the build',
      '# HEADING',
      'import x from "y"',
      'A - B',
      'README',
      'SELECT * FROM t - all',
    ]) {
      expect(first.test(line), line).toBe(false);
    }
  });

  it('matches the findings of the compact format as problems', () => {
    const matcher = new RegExp(contributes.problemMatchers[0]?.pattern.regexp ?? '$^');
    expect(
      matcher.exec('desk/mill.news:5:96: warning source-bare “sources”: who are they?')?.slice(1),
    ).toEqual(['desk/mill.news', '5', '96', 'warning', 'source-bare', '“sources”: who are they?']);
  });
});

describe('package', () => {
  it('names files that exist', () => {
    const files = [
      manifest.icon,
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('has an icon of at least 128 pixels', () => {
    const png = readFileSync(manifest.icon);
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    expect(png.readUInt32BE(20)).toBeGreaterThanOrEqual(128);
  });

  it('is no ES module package, bundles all libraries and activates for articles only', () => {
    expect(manifest.type).toBeUndefined();
    expect(manifest.files).toBeUndefined();
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.activationEvents).toEqual(['onLanguage:plaintext', 'onLanguage:markdown']);
  });

  it('packs exactly the files on the list', () => {
    expect(existsSync('dist/cli.js'), 'run npm run build first').toBe(true);
    const result = spawnSync(
      process.execPath,
      ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'],
      { encoding: 'utf8' },
    );
    const files = result.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/^docs\/rules\/.*\.md$/, 'docs/rules/*.md'));
    expect(`${[...new Set(files)].sort().join('\n')}\n`).toBe(
      readFileSync('test/client/packedFiles.txt', 'utf8'),
    );
  });

  it('bundles within their budgets', () => {
    for (const [file, kilobytes] of [
      ['dist/node/extension.js', 520],
      ['dist/browser/extension.js', 500],
      ['dist/webview/sourceMap.js', 120],
      ['dist/webview/reading.js', 30],
    ] as const) {
      expect(statSync(file).size, file).toBeLessThanOrEqual(kilobytes * 1024);
    }
  });
});
