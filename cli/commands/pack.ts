/** `sourcelight pack test`: runs the examples of house packs, and shows what a pack would report in a folder. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readPack, type PackFile } from '../../config/packs.ts';
import { testPack } from '../../config/packTest.ts';
import { LEXICON_NAMES } from '../../engine/rules/house.ts';
import { DEFAULT_CONFIG } from '../../engine/rules/config.ts';
import { annotate } from '../../engine/index.ts';
import { lint } from '../../engine/rules/lint.ts';
import type { Command } from '../command.ts';
import { configurations } from '../configuration.ts';
import { EXIT, Failure } from '../failure.ts';
import { DEFAULT_MAX_BYTES, decode, readBytes, reasonOf } from '../input.ts';
import { selectFiles } from '../lint/files.ts';
import { note, print } from '../output.ts';

const HELP = `Usage: sourcelight pack test [options] [PACK…]

Runs the examples that house packs carry: a bad one must be reported with exactly the words between ⟦ and ⟧, a good one
must not be reported. Without PACK, the packs and lexicons of the nearest configuration are tested.

  --as SECTION           PACK is a list or table of one section: ${LEXICON_NAMES.join(', ')}
  --corpus PATH          also show what the packs report in a file or folder, before they are published
  --count N              findings shown for each rule (default 10)
  --config FILE          the configuration to take the packs from
  --help, --version

Exit codes: 0 all examples hold, 1 one does not, 2 a pack has a fault or cannot be read.
`;

export const packCommand: Command = {
  help: HELP,
  run: async (argv) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        corpus: { type: 'string' },
        count: { type: 'string', default: '10' },
        config: { type: 'string' },
      },
    });
    const [verb, ...paths] = positionals;
    if (verb !== 'test') throw new Failure('pack: the only command is “pack test” (sourcelight pack --help)');
    const section = values.as === undefined ? null : LEXICON_NAMES.find((name) => name === values.as);
    if (section === undefined) throw new Failure(`--as: one of ${LEXICON_NAMES.join(', ')}`);
    const count = Number(values.count);
    if (!Number.isInteger(count) || count < 0) throw new Failure('--count: a whole number');
    let broken = false;
    const tell = (file: string, message: string, place: { line: number; column: number }): void => {
      broken = true;
      note(`sourcelight: ${file}:${place.line}:${place.column}: ${message}`);
    };

    const packs: PackFile[] = [];
    if (paths.length === 0) {
      const configs = configurations({ file: values.config });
      const loaded = await configs.loadedFor('pack');
      broken = configs.broken();
      packs.push(...(loaded?.packs.files ?? []));
      if (packs.length === 0 && !broken) throw new Failure('pack test: no configuration here names a pack');
    }
    for (const path of paths) {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        throw new Failure(`pack test: ${path}: ${reasonOf(error)}`);
      }
      const pack = await readPack(path, text, section, (message, place) => {
        tell(path, message, place);
      });
      if (pack !== null) packs.push(pack);
    }

    let failed = 0;
    for (const pack of packs) {
      const { count: run, failures } = testPack(pack);
      for (const { path, message } of failures) {
        const { line, column } = pack.placeOf(path);
        await print(`${pack.path}:${line}:${column}: ${message}\n`);
      }
      failed += failures.length;
      await print(
        `${pack.path}: ${run} examples, ${failures.length === 0 ? 'all hold' : `${failures.length} faults`}\n`,
      );
    }
    if (values.corpus !== undefined) await showHits(packs, values.corpus, count);
    return broken ? EXIT.fault : failed > 0 ? EXIT.findings : EXIT.clean;
  },
};

/** What only the packs report: findings with them that are not there without them. */
async function showHits(packs: readonly PackFile[], corpus: string, count: number): Promise<void> {
  const { mergeHouses } = await import('../../engine/rules/house.ts');
  const house = mergeHouses(packs.map((pack) => pack.file.house));
  const book = {
    speakers: packs.flatMap((pack) => pack.book.speakers),
    agencies: packs.flatMap((pack) => pack.book.agencies),
  };
  const configs = configurations({ none: true });
  const { targets } = await selectFiles([corpus], configs, {
    gitignore: true,
    ignoreFiles: true,
    ignore: [],
  });
  const hits = new Map<string, string[]>();
  for (const { path, name } of targets) {
    const text = readText(path);
    if (text === null) continue;
    const plain = new Set(
      lint(annotate(text, { plainText: 'always' })).map(({ rule, start, end }) => `${rule} ${start} ${end}`),
    );
    const found = lint(annotate(text, { plainText: 'always', ...book }), { ...DEFAULT_CONFIG, house });
    for (const { rule, start, end } of found) {
      if (plain.has(`${rule} ${start} ${end}`)) continue;
      const before = text.slice(Math.max(0, start - 40), start).replace(/\s+/g, ' ');
      const after = text.slice(end, end + 40).replace(/\s+/g, ' ');
      const line = `  ${name}: …${before}⟦${text.slice(start, end)}⟧${after}…`;
      hits.set(rule, [...(hits.get(rule) ?? []), line]);
    }
  }
  await print(`${targets.length} files in ${corpus}\n`);
  for (const [rule, lines] of [...hits].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await print(`${rule}: ${lines.length}\n${lines.slice(0, count).join('\n')}\n`);
  }
  if (hits.size === 0) await print('nothing there that the packs would report\n');
}

function readText(path: string): string | null {
  try {
    return decode(readBytes(resolve(path), DEFAULT_MAX_BYTES), path).text;
  } catch {
    return null;
  }
}
