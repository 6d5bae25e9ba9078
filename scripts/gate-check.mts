/**
 * Measures the news gate: how many of the files that are not news pass it, and how many articles it misses.
 * `npx tsx scripts/gate-check.mts [--other DIR] [--count N] [CORPUS.jsonl | FOLDER …]`; corpora are JSON lines with
 * `text`, or folders of .news and .txt files. Prints counts and the worst cases.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readsAsNews } from '../engine/gate.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    other: { type: 'string', multiple: true },
    count: { type: 'string', default: '3000' },
    verbose: { type: 'boolean' },
  },
});

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** A fixed pseudo-random choice, so that two runs look at the same files. */
function sample<T>(list: readonly T[], count: number): T[] {
  let state = 12345;
  return list
    .map((item) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return { item, key: state };
    })
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ item }) => item);
}

let failed = false;
for (const folder of values.other ?? ['node_modules']) {
  const texts = [...filesUnder(folder)].filter((path) => {
    const { size } = statSync(path);
    return size > 0 && size < 5_000_000 && !readFileSync(path).subarray(0, 4000).includes(0);
  });
  const chosen = sample(texts, Number(values.count));
  const passed = chosen
    .map((path) => ({ path, verdict: readsAsNews(readFileSync(path, 'utf8')) }))
    .filter(({ verdict }) => verdict.isNews);
  const kinds = new Set(chosen.map((path) => extname(path)));
  console.log(`${folder}: ${passed.length} of ${chosen.length} files (${kinds.size} kinds) read as news`);
  for (const { path, verdict } of passed.slice(0, values.verbose ? 1000 : 20)) {
    console.log(`  ${verdict.score} ${path} ${verdict.signals.join(' ')}`);
  }
  failed ||= passed.length > 0;
}

/** The article of an annotated corpus file: without the marks `{s1 …}` and what follows the line `---`. */
function withoutMarks(text: string): string {
  const parts = text.split(/^---$/m);
  const article = (text.startsWith('---\n') ? parts[2] : parts[0]) ?? '';
  return article.replace(/\{[a-z][\w,:]* /g, '').replaceAll('}', '');
}

for (const corpus of positionals) {
  const texts = statSync(corpus).isDirectory()
    ? [...filesUnder(corpus)]
        .filter((path) => /\.(?:news|txt|article)$/.test(path))
        .map((path) => ({ id: path, text: withoutMarks(readFileSync(path, 'utf8')) }))
    : readFileSync(corpus, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { id: string; text: string });
  const missed = texts
    .map(({ id, text }) => ({ id, verdict: readsAsNews(text) }))
    .filter(({ verdict }) => !verdict.isNews);
  const share = (100 * (texts.length - missed.length)) / Math.max(texts.length, 1);
  console.log(
    `${corpus}: ${texts.length - missed.length} of ${texts.length} articles read as news (${share.toFixed(2)} %)`,
  );
  for (const { id, verdict } of missed.slice(0, values.verbose ? 1000 : 20))
    console.log(`  ${verdict.score} ${id} ${verdict.signals.join(' ')}`);
}
if (failed) process.exitCode = 1;
