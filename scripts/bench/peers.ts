/**
 * The tools that the engine is compared with, each as a function from text to a count of what it found. Loaded from
 * .cache/bench-peers (`npm run bench:peers`); those that are not there are left out.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Peer {
  readonly name: string;
  readonly does: 'tokens and tags' | 'lint';
  /** Reads a text and returns how many tokens or messages came out. */
  readonly run: (text: string) => number | Promise<number>;
}

// foreign modules come untyped; each loader below says what it uses of them
type Loader = (load: (name: string) => Promise<unknown>) => Promise<Peer['run']>;

interface Definition {
  readonly packageName: string;
  readonly name: string;
  readonly does: Peer['does'];
  readonly load: Loader;
}

const DEFINITIONS: readonly Definition[] = [
  {
    packageName: 'wink-nlp',
    name: 'wink-nlp, eng-lite-web',
    does: 'tokens and tags',
    load: async (load) => {
      interface Wink {
        its: { pos: unknown };
        readDoc: (text: string) => { tokens: () => { out: (its: unknown) => unknown[] } };
      }
      const { default: wink } = (await load('wink-nlp')) as { default: (model: unknown) => Wink };
      const { default: model } = (await load('wink-eng-lite-web-model')) as { default: unknown };
      const nlp = wink(model);
      return (text) => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
    },
  },
  {
    packageName: 'compromise',
    name: 'compromise',
    does: 'tokens and tags',
    load: async (load) => {
      interface Sentence {
        terms: readonly { tags: readonly string[] }[];
      }
      const { default: nlp } = (await load('compromise')) as {
        default: (text: string) => { json: (options: object) => Sentence[] };
      };
      return (text) =>
        nlp(text)
          .json({ offset: true, terms: { tags: true } })
          .reduce((sum, { terms }) => sum + terms.length, 0);
    },
  },
  {
    packageName: 'write-good',
    name: 'write-good',
    does: 'lint',
    load: async (load) => {
      const { default: writeGood } = (await load('write-good')) as { default: (text: string) => unknown[] };
      return (text) => writeGood(text).length;
    },
  },
  {
    packageName: 'alex',
    name: 'alex',
    does: 'lint',
    load: async (load) => {
      const { text: check } = (await load('alex')) as { text: (text: string) => { messages: unknown[] } };
      return (text) => check(text).messages.length;
    },
  },
  {
    packageName: '@textlint/kernel',
    name: 'textlint, 3 rules',
    does: 'lint',
    load: async (load) => {
      interface Kernel {
        lintText: (text: string, options: object) => Promise<{ messages: unknown[] }>;
      }
      const { TextlintKernel } = (await load('@textlint/kernel')) as { TextlintKernel: new () => Kernel };
      const unwrap = (module: unknown): unknown => {
        const { default: inner } = module as { default: unknown };
        return (inner as { default?: unknown }).default ?? inner;
      };
      const plugin = unwrap(await load('@textlint/textlint-plugin-text'));
      const names = ['common-misspellings', 'no-todo', 'write-good'];
      const rules = await Promise.all(
        names.map(async (ruleId) => ({ ruleId, rule: unwrap(await load(`textlint-rule-${ruleId}`)) })),
      );
      const kernel = new TextlintKernel();
      return async (text) =>
        (
          await kernel.lintText(text, {
            filePath: 'story.txt',
            ext: '.txt',
            plugins: [{ pluginId: 'text', plugin }],
            rules,
          })
        ).messages.length;
    },
  },
  {
    packageName: 'harper.js',
    name: 'harper.js',
    does: 'lint',
    load: async (load) => {
      interface Linter {
        setup: () => Promise<void>;
        lint: (text: string, options: object) => Promise<unknown[]>;
      }
      const { LocalLinter } = (await load('harper.js')) as {
        LocalLinter: new (options: object) => Linter;
      };
      const { binaryInlined } = (await load('harper.js/binaryInlined')) as { binaryInlined: unknown };
      const linter = new LocalLinter({ binary: binaryInlined });
      await linter.setup();
      return async (text) => (await linter.lint(text, { language: 'plaintext' })).length;
    },
  },
  {
    packageName: 'markdownlint-cli2',
    name: 'markdownlint-cli2',
    does: 'lint',
    load: async (load) => {
      const { main } = (await load('markdownlint-cli2')) as { main: (options: object) => Promise<number> };
      return async (text) => {
        let messages = 0;
        await main({
          argv: [],
          nonFileContents: text,
          logMessage: () => undefined,
          logError: () => messages++,
        });
        return messages;
      };
    },
  },
  {
    packageName: 'cspell-lib',
    name: 'cspell',
    does: 'lint',
    load: async (load) => {
      const { spellCheckDocument } = (await load('cspell-lib')) as {
        spellCheckDocument: (
          document: object,
          options: object,
          settings: object,
        ) => Promise<{ issues: unknown[] }>;
      };
      return async (text) =>
        (
          await spellCheckDocument(
            { uri: 'file:///story.txt', text, languageId: 'plaintext', locale: 'en' },
            { generateSuggestions: false, noConfigSearch: true },
            { language: 'en', suggestionsTimeout: 0 },
          )
        ).issues.length;
    },
  },
];

/** Loads the peers that are installed in a folder; the others are named with the reason. */
export async function loadPeers(
  folder: string,
): Promise<{ readonly peers: readonly Peer[]; readonly missing: readonly string[] }> {
  const require = createRequire(join(folder, 'package.json'));
  const load = async (name: string): Promise<unknown> =>
    import(pathToFileURL(resolvePackage(require, folder, name)).href);
  const peers: Peer[] = [];
  const missing: string[] = [];
  for (const { packageName, name, does, load: loader } of DEFINITIONS) {
    try {
      const run = await loader(load);
      const { version } = require(join(folder, 'node_modules', packageName, 'package.json')) as {
        version: string;
      };
      peers.push({ name: `${name} ${version}`, does, run });
    } catch (error) {
      missing.push(
        `${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      );
    }
  }
  return { peers, missing };
}

/** The file of a package, also of one that only has an entry for `import`. */
function resolvePackage(require: NodeJS.Require, folder: string, name: string): string {
  try {
    return require.resolve(name);
  } catch (error) {
    const parts = name.split('/');
    const packageName = name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name);
    const sub = name === packageName ? '.' : `.${name.slice(packageName.length)}`;
    const root = join(folder, 'node_modules', packageName);
    const { exports: entries, main } = require(join(root, 'package.json')) as {
      exports?: unknown;
      main?: string;
    };
    let entry: unknown = entries;
    if (typeof entry === 'object' && entry !== null && sub in entry)
      entry = (entry as Record<string, unknown>)[sub];
    while (typeof entry === 'object' && entry !== null) {
      const conditions = entry as Record<string, unknown>;
      entry = conditions['import'] ?? conditions['node'] ?? conditions['default'];
    }
    const file = typeof entry === 'string' ? entry : main;
    if (file === undefined) throw error;
    return join(root, file);
  }
}
