/** `sourcelight explain` and `sourcelight rules`: what the rules are. */
import { parseArgs } from 'node:util';
import { levelOf } from '../../engine/rules/lint.ts';
import { RULES } from '../../engine/rules/index.ts';
import type { Command } from '../command.ts';
import { configurations } from '../configuration.ts';
import { EXIT, Failure, nearest } from '../failure.ts';
import { print, wantsColor } from '../output.ts';
import { padEndTo, painter } from '../render/style.ts';
import { choice } from '../values.ts';

const EXPLAIN_HELP = `Usage: sourcelight explain [options] RULE…

Prints the page of a rule: what it reports, why, examples, options, fix.

  --json                 the same as JSON
  --color WHEN           auto (default), always, never
  --help, --version

Exit codes: 0 done, 2 no such rule.
`;

const RULES_HELP = `Usage: sourcelight rules [options]

Lists the rules with the severity in force in this folder.

  --json                 as JSON
  --color WHEN           auto (default), always, never
  --help, --version

Exit codes: 0 done, 2 wrong usage.
`;

export const explainCommand: Command = {
  help: EXPLAIN_HELP,
  run: async (argv) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, color: { type: 'string' } },
    });
    if (positionals.length === 0) throw new Failure('explain: name a rule (sourcelight rules lists them)');
    const ids = RULES.map((rule) => rule.id);
    const rules = positionals.map((id) => {
      const rule = RULES.find((candidate) => candidate.id === id);
      if (rule) return rule;
      const near = nearest(id, ids);
      throw new Failure(
        `explain: there is no rule “${id}”${near === null ? '' : `; did you mean “${near}”?`}`,
      );
    });
    if (values.json === true) {
      // Functions are no JSON: `check` falls out by itself.
      const plain = rules;
      await print(`${JSON.stringify(plain.length === 1 ? plain[0] : plain, null, 2)}\n`);
      return EXIT.clean;
    }
    const { rulePage } = await import('../render/rulePage.ts');
    const color = wantsColor(choice('--color', values.color, ['auto', 'always', 'never']) ?? 'auto');
    await print(rules.map((rule) => rulePage(rule, color)).join('\n'));
    return EXIT.clean;
  },
};

export const rulesCommand: Command = {
  help: RULES_HELP,
  run: async (argv) => {
    const { values } = parseArgs({
      args: [...argv],
      options: { json: { type: 'boolean' }, color: { type: 'string' } },
    });
    const configs = configurations({});
    const { lint } = await configs.forFile('story.news');
    const rows = RULES.map((rule) => ({
      id: rule.id,
      severity: levelOf(rule, lint),
      default: rule.severity,
      fix: rule.fix,
      needs: rule.needs.join(' '),
      summary: rule.docs.summary,
    }));
    if (values.json === true) await print(`${JSON.stringify(rows, null, 2)}\n`);
    else {
      const paint = painter(
        wantsColor(choice('--color', values.color, ['auto', 'always', 'never']) ?? 'auto'),
      );
      const width = Math.max(...rows.map((row) => row.id.length));
      await print(
        rows
          .map(
            (row) =>
              `${paint('1', padEndTo(row.id, width))}  ${row.severity.padEnd(7)}  ${row.fix === 'safe' ? 'fixable' : row.fix === 'offer' ? 'suggests' : ''.padEnd(8)}`.padEnd(
                10,
              ) + `  ${row.summary}\n`,
          )
          .join(''),
      );
    }
    return configs.broken() ? EXIT.fault : EXIT.clean;
  },
};
