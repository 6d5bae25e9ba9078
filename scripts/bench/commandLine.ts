/**
 * What a user of the command line waits for: one story from a cold start, and 200 long ones beside other linters, each
 * as the command its users call. Times are wall-clock; commands take turns, so that a busy moment meets all of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive } from './archive.ts';
import { percentile, time } from './measure.ts';

const STARTS = 20;
const STORIES = 200;
/** Articles of the corpus are short: so many of them one after the other have the 600 words of a usual story. */
const ARTICLES_A_STORY = 3.5;
const PASSES = 3;

type Row = readonly [string, string];

interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** The median time of each command. A linter that finds something ends with 1, so the exit code tells nothing. */
function medians(contenders: readonly Contender[], rounds: number): readonly number[] {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { command }] of contenders.entries()) {
      const [program, ...args] = command;
      times[index]?.push(time(() => spawnSync(program, args, { stdio: 'ignore' })));
    }
  }
  return times.map((list) => percentile(list, 0.5));
}

function coldStart(cli: string, story: string): readonly Row[] {
  const contenders: readonly Contender[] = [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
    { name: 'lint', command: [process.execPath, cli, 'lint', '--no-config', story] },
    { name: 'annotate', command: [process.execPath, cli, 'annotate', '--format', 'json', story] },
  ];
  const [node = NaN, ...ours] = medians(contenders, STARTS);
  return [
    ['Start of Node alone (`node -e 0`)', `${node.toFixed(0)} ms`],
    ...ours.map((taken, index): Row => [
      `\`sourcelight ${contenders[index + 1]?.name ?? ''}\` of one story, cold`,
      `${taken.toFixed(0)} ms, ${(taken / node).toFixed(1)} × Node's start`,
    ]),
  ];
}

function longRun(cli: string, folder: string, peers: string): readonly Row[] {
  const articles = archive(Math.ceil(STORIES * ARTICLES_A_STORY));
  const files: string[] = [];
  let words = 0;
  for (let i = 0; i < STORIES; i++) {
    const from = Math.floor(i * ARTICLES_A_STORY);
    const text = articles.slice(from, Math.floor((i + 1) * ARTICLES_A_STORY)).join('\n\n');
    const file = join(folder, `story-${i}.news`);
    writeFileSync(file, text);
    files.push(file);
    words += text.split(/\s+/).length;
  }
  const bin = (name: string): string => join(peers, 'node_modules/.bin', name);
  const all: readonly Contender[] = [
    { name: 'sourcelight lint', command: [process.execPath, cli, 'lint', '--no-config', folder] },
    { name: 'write-good', command: [bin('write-good'), ...files] },
    { name: 'markdownlint-cli2', command: [bin('markdownlint-cli2'), `${folder}/*.news`] },
  ];
  const contenders = all.filter(({ command }) => existsSync(command[0]));
  const taken = medians(contenders, PASSES);
  return contenders.map(({ name }, index): Row => [
    `\`${name}\` on ${STORIES} stories, ${Math.round(words / 1000)},000 words`,
    `${((taken[index] ?? NaN) / 1000).toFixed(1)} s`,
  ]);
}

/** Rows for the report; none without a built command line. */
export function commandLine(root: string): readonly Row[] {
  const cli = join(root, 'dist/cli.js');
  if (!existsSync(cli)) return [];
  const folder = mkdtempSync(join(tmpdir(), 'sourcelight-bench-'));
  try {
    return [
      ...coldStart(cli, join(root, 'samples/harbour-strike.news')),
      ...longRun(cli, folder, join(root, '.cache/bench-peers')),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
