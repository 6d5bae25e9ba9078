/** `sourcelight diff`: what changed in sourcing between two drafts. */
import { execFileSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sourcingDiff, type Change } from '../../engine/export/sourcingDiff.ts';
import { annotate, type Analysis } from '../../engine/index.ts';
import type { Reading } from '../../engine/input/reading.ts';
import type { Command } from '../command.ts';
import { INPUT_FORMAT_HELP, readingOf, wantedFormat } from '../document.ts';
import { EXIT, Failure } from '../failure.ts';
import { DEFAULT_MAX_BYTES, decode, readText } from '../input.ts';
import { print, wantsColor } from '../output.ts';
import { harmless, painter } from '../render/style.ts';
import { choice, wholeNumber } from '../values.ts';

const HELP = `Usage: sourcelight diff [options] OLD NEW
       sourcelight diff --since REV FILE

Tells what changed in sourcing between two drafts: statements that came or went, sources that became vaguer or
clearer, quotes whose words changed, replies that were lost.

  --since REV            the old draft is FILE as it is in the git revision
  --format text|json
  --exit-code            exit with 1 when something was lost (statement, attribution, reply, firmer source)
${INPUT_FORMAT_HELP}
  --max-bytes N, --color WHEN, --help, --version

Exit codes: 0 done, 1 with --exit-code, 2 wrong usage or an unreadable file.
`;

const LOSSES: ReadonlySet<string> = new Set([
  'statement-lost',
  'attribution-lost',
  'reply-lost',
  'source-weaker',
]);
const SIGNS: Readonly<Record<Change['kind'], readonly [sign: string, codes: string]>> = {
  'statement-lost': ['−', '31'],
  'attribution-lost': ['✖', '1;31'],
  'source-weaker': ['▼', '31'],
  'reply-lost': ['✖', '1;31'],
  'statement-added': ['+', '32'],
  'source-stronger': ['▲', '32'],
  'reply-added': ['✔', '32'],
  'source-changed': ['≠', '33'],
  'quote-changed': ['≠', '33'],
  'cue-changed': ['≠', '33'],
  'allegation-added': ['⚑', '33'],
  'allegation-lost': ['−', '33'],
};

/** The file as it is in a revision. */
function fromGit(revision: string, path: string, maxBytes: number): string {
  const full = resolve(path);
  try {
    const commit = execFileSync(
      'git',
      ['-C', dirname(full), 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    ).trim();
    const bytes = execFileSync('git', ['-C', dirname(full), 'show', `${commit}:./${basename(full)}`], {
      maxBuffer: maxBytes + 1,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return decode(bytes, `${path} in ${revision}`).text;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? '--since needs git, and git is not installed'
        : `--since: git has no ${path} in “${revision}”`,
    );
  }
}

interface Draft {
  readonly reading: Reading | null;
  readonly analysis: Analysis;
}

/** Changes with their places in the drafts as they are written. */
async function placed(changes: readonly Change[], old: Draft, fresh: Draft): Promise<readonly Change[]> {
  if (old.reading === null && fresh.reading === null) return changes;
  const { placedInSource } = await import('../../engine/input/reading.ts');
  return changes.map((change) => ({
    ...change,
    before: old.reading === null ? change.before : placedInSource(old.reading, change.before),
    after: fresh.reading === null ? change.after : placedInSource(fresh.reading, change.after),
  }));
}

function line(change: Change, color: boolean): string {
  const [sign, codes] = SIGNS[change.kind];
  const where = [
    ...(change.before === null ? [] : [`paragraph ${change.before.paragraph}`]),
    ...(change.after === null
      ? []
      : [change.before === null ? `paragraph ${change.after.paragraph}` : `now ${change.after.paragraph}`]),
  ];
  return `${painter(color)(codes, sign)} ${harmless(change.message)} (${where.join(', ')})\n`;
}

export const diffCommand: Command = {
  help: HELP,
  run: async (argv) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        since: { type: 'string' },
        format: { type: 'string' },
        'exit-code': { type: 'boolean' },
        'input-format': { type: 'string' },
        'max-bytes': { type: 'string' },
        color: { type: 'string' },
      },
    });
    const maxBytes = wholeNumber('--max-bytes', values['max-bytes']) ?? DEFAULT_MAX_BYTES;
    const format = choice('--format', values.format, ['text', 'json']) ?? 'text';
    const [first, second, ...more] = positionals;
    if (first === undefined || more.length > 0 || (values.since === undefined) !== (second !== undefined)) {
      throw new Failure('diff: name two files, or one with --since REV');
    }
    const wanted = wantedFormat(values['input-format']);
    const draft = async (source: string, path: string): Promise<Draft> => {
      const reading = await readingOf(source, path, path, wanted);
      return { reading, analysis: annotate(reading?.text ?? source, { plainText: 'always' }) };
    };
    const old = await draft(
      values.since === undefined ? readText(first, maxBytes).text : fromGit(values.since, first, maxBytes),
      first,
    );
    const fresh = await draft(readText(second ?? first, maxBytes).text, second ?? first);
    const changes = await placed(sourcingDiff(old.analysis, fresh.analysis), old, fresh);
    if (format === 'json') {
      await print(
        `${JSON.stringify({ schemaVersion: 1, old: values.since === undefined ? first : `${values.since}:${first}`, new: second ?? first, changes }, null, 2)}\n`,
      );
    } else {
      const color = wantsColor(choice('--color', values.color, ['auto', 'always', 'never']) ?? 'auto');
      await print(
        changes.length === 0
          ? 'no change in sourcing\n'
          : changes.map((change) => line(change, color)).join(''),
      );
    }
    return values['exit-code'] === true && changes.some((change) => LOSSES.has(change.kind))
      ? EXIT.findings
      : EXIT.clean;
  },
};
