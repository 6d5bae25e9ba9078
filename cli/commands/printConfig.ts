/** `sourcelight print-config` and `sourcelight init`: the configuration in force, and a first one. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { RULES } from '../../engine/rules/index.ts';
import { levelOf } from '../../engine/rules/lint.ts';
import type { Command } from '../command.ts';
import { configurations } from '../configuration.ts';
import { EXIT, Failure } from '../failure.ts';
import { note, print } from '../output.ts';
import { writeAtomically } from '../write.ts';

const HELP = `Usage: sourcelight print-config [options] FILE

Prints the values in force for FILE and where each comes from. FILE need not exist.

  --json                 as JSON
  --config FILE, --no-config, --preset NAME   as for lint
  --help, --version

Exit codes: 0 done, 2 broken configuration.
`;

export const printConfigCommand: Command = {
  help: HELP,
  run: async (argv) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        config: { type: 'string' },
        'no-config': { type: 'boolean' },
        preset: { type: 'string', multiple: true },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Failure('print-config: name one file');
    const configs = configurations({
      file: values.config,
      none: values['no-config'],
      presets: values.preset ?? [],
    });
    const config = await configs.forFile(path);
    const loaded = await configs.loadedFor(path);
    const lint = Object.entries(config.lint).filter(([key]) => key !== 'rules');
    const origin = (key: string): string => config.origins.get(key) ?? 'default';
    const rows: (readonly [key: string, value: unknown, origin: string])[] = [
      ...lint.map(([key, value]): (typeof rows)[number] => [key, value, origin(key)] as const),
      ...Object.entries(config.suppressions).map(
        ([key, value]) => [`suppressions.${key}`, value, origin('suppressions')] as const,
      ),
      ...RULES.map((rule) => {
        const setting = config.lint.rules[rule.id];
        const value = { severity: levelOf(rule, config.lint), ...setting };
        return [`rules.${rule.id}`, value, origin(`rules.${rule.id}`)] as const;
      }),
    ];
    if (values.json === true) {
      await print(
        `${JSON.stringify({ file: path, config: loaded?.path ?? null, values: Object.fromEntries(rows.map(([key, value, from]) => [key, { value, from }])) }, null, 2)}\n`,
      );
    } else {
      const text = ([key, value, from]: (typeof rows)[number]): string => {
        const only = typeof value === 'object' && value !== null && Object.keys(value).join() === 'severity';
        return `${key.padEnd(44)} ${(only ? String((value as { severity: unknown }).severity) : JSON.stringify(value)).padEnd(16)} ${from}\n`;
      };
      await print(`# ${path}: ${loaded?.path ?? 'no configuration file'}\n${rows.map(text).join('')}`);
    }
    return configs.broken() ? EXIT.fault : EXIT.clean;
  },
};

const INIT_HELP = `Usage: sourcelight init [--force]

Writes a commented .sourcelight.json into this folder.

  --force                replace one that is there
  --help, --version

Exit codes: 0 written, 2 there is one already, or the folder cannot be written.
`;

const FIRST_CONFIG = `{
  // Which rules run. Presets: recommended, essential, ap, reuters, bbc, guardian, classroom, opinion (and more;
  // see docs/configuration.md). Later ones win.
  "extends": ["recommended"],

  // The name of your outlet, so that it is never taken for a second source.
  // "outlet": "Northport Courier",

  "rules": {
    // off, hint, info, warning or error; "sourcelight rules" lists them, "sourcelight explain RULE" tells why.
    // "quote-scare": "off",
    // "attribution-late": { "severity": "warning", "maxChars": 250 }
  },

  // Left out when a folder is checked; .gitignore and .sourcelightignore count too.
  "ignore": [],

  "overrides": [
    // { "files": ["opinion/**"], "genre": "opinion" }
  ]
}
`;

export const initCommand: Command = {
  help: INIT_HELP,
  run: (argv) => {
    const { values } = parseArgs({ args: [...argv], options: { force: { type: 'boolean' } } });
    const path = '.sourcelight.json';
    if (existsSync(path) && values.force !== true)
      throw new Failure(`init: ${path} is there already (--force replaces it)`);
    writeAtomically(path, FIRST_CONFIG);
    note(`${path} written`);
    return Promise.resolve(EXIT.clean);
  },
};
