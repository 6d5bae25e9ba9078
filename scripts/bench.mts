/**
 * How fast, how big, beside which others.   npm run bench -- [--out docs/benchmarks.md] [--rounds N]
 *
 * Texts are the project's own corpus. Peers come from `npm run bench:peers` and are left out if not installed. Run on
 * a quiet machine: times are wall-clock times, the load before the run is noted.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { attribute } from '../engine/attribute/attribute.ts';
import { readParagraph } from '../engine/attribute/analyse.ts';
import { defaultModel } from '../engine/attribute/defaultModel.ts';
import { tagForms } from '../engine/detect/tagger.ts';
import { annotate, reannotate } from '../engine/index.ts';
import { WEIGHTS } from '../engine/model/weights.gen.ts';
import { resolve } from '../engine/resolve/resolve.ts';
import { lint } from '../engine/rules/lint.ts';
import type { FormTable } from '../engine/segment/forms.ts';
import { splitParagraphs } from '../engine/segment/paragraphs.ts';
import { commandLine } from './bench/commandLine.ts';
import { best, longText, percentile, time } from './bench/measure.ts';
import { loadPeers } from './bench/peers.ts';
import { readOwn } from './evaluate/gold.ts';
import { projectRoot } from './root.ts';

const { values: args } = parseArgs({
  options: {
    out: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    child: { type: 'boolean', default: false },
  },
});
const rounds = Number(args.rounds);
const root = projectRoot();
const articles = [...readOwn('train'), ...readOwn('dev')].map(({ text }) => text);
const size = articles.reduce((sum, text) => sum + text.length, 0);
const always = { plainText: 'always' } as const;

if (args.child) {
  // a process of its own: what the first document costs, before anything is compiled
  const load = time(() => defaultModel());
  const first = time(() => annotate(articles[0] ?? '', always));
  const cold = time(() => {
    for (const text of articles.slice(1)) annotate(text, always);
  });
  const { rss } = process.memoryUsage();
  console.log(JSON.stringify({ load, first, cold, rss }));
  process.exit(0);
}

const speed = (characters: number, milliseconds: number): string =>
  (characters / milliseconds / 1000).toFixed(2);
const rows: (readonly [string, string])[] = [];
const load = loadavg()[0] ?? 0;

const child = spawnSync(process.execPath, [process.argv[1] ?? '', '--child'], { encoding: 'utf8' });
const start = JSON.parse(child.stdout) as { load: number; first: number; cold: number; rss: number };
rows.push(
  ['Load of the model', `${start.load.toFixed(0)} ms`],
  ['First article after it', `${start.first.toFixed(0)} ms`],
  ['Cold: first pass over all articles', `${speed(size, start.cold)} MB/s`],
  ['Memory of the process after that pass', `${(start.rss / 1e6).toFixed(0)} MB`],
);

// ---- articles ----------------------------------------------------------------------------------------------------
const model = defaultModel();
const least = articles.map(() => Infinity);
const parts = { attribute: 0, resolve: 0 };
let total = Infinity;
for (let round = 0; round < rounds; round++) {
  let sum = 0;
  for (const [i, text] of articles.entries()) {
    const taken = time(() => annotate(text, always));
    sum += taken;
    least[i] = Math.min(least[i] ?? Infinity, taken);
  }
  total = Math.min(total, sum);
}
const attributeTimes = articles.map((text) => best(rounds, () => attribute(text, model)));
for (const [i, text] of articles.entries()) {
  parts.attribute += attributeTimes[i] ?? 0;
  const linked = attribute(text, model);
  parts.resolve += best(rounds, () => resolve(linked, {}));
}
rows.push(
  ['Warm: best of the passes over all articles', `${speed(size, total)} MB/s, ${((1000 * articles.length) / total).toFixed(0)} articles/s`],
  ['Attributions alone', `${speed(size, parts.attribute)} MB/s`],
  ['An article, p50 / p95 / most', `${percentile(least, 0.5).toFixed(1)} / ${percentile(least, 0.95).toFixed(1)} / ${Math.max(...least).toFixed(1)} ms`],
  ['Share of speakers, agencies and evidence in the time', `${((100 * parts.resolve) / (parts.attribute + parts.resolve)).toFixed(0)} %`],
); // prettier-ignore

// ---- keystrokes --------------------------------------------------------------------------------------------------
for (const [label, length, edits] of [
  ['5 kB', 5_000, 200],
  ['50 kB', 50_000, 60],
  ['1 MB', 1_000_000, 8],
] as const) {
  const text = longText(articles, length);
  let analysis = annotate(text, always);
  let current = text;
  const whole: number[] = [];
  const engine: number[] = [];
  for (let i = 0; i < edits; i++) {
    const at = Math.floor((current.length * (i + 0.5)) / edits);
    const next = current.slice(0, at) + 'e' + current.slice(at);
    engine.push(time(() => attribute(next, model, analysis.paragraphs)));
    whole.push(time(() => (analysis = reannotate(analysis, next, always))));
    current = next;
  }
  rows.push([
    `Keystroke in ${label}, p50 / p95`,
    `${percentile(whole, 0.5).toFixed(1)} / ${percentile(whole, 0.95).toFixed(1)} ms; attributions alone ${percentile(engine, 0.5).toFixed(1)} / ${percentile(engine, 0.95).toFixed(1)} ms`,
  ]);
}

// ---- growth ------------------------------------------------------------------------------------------------------
const grown = [100_000, 200_000, 400_000].map((length) => {
  const text = longText(articles, length);
  return best(3, () => annotate(text, always));
});
rows.push([
  'Growth: 100 → 200 → 400 kB takes',
  `× ${((grown[1] ?? 0) / (grown[0] ?? 1)).toFixed(2)}, × ${((grown[2] ?? 0) / (grown[1] ?? 1)).toFixed(2)}`,
]);

// ---- sizes -------------------------------------------------------------------------------------------------------
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
rows.push(['Weights', megabytes(Buffer.from(WEIGHTS, 'base64').length)]);
for (const file of ['dist/node/server.js', 'dist/browser/server.js', 'dist/cli.main.js']) {
  const path = join(root, file);
  if (!existsSync(path)) continue;
  const bytes = readFileSync(path);
  rows.push([
    `\`${file}\``,
    `${megabytes(bytes.length)}, gzip ${megabytes(gzipSync(bytes).length)}, brotli ${megabytes(brotliCompressSync(bytes).length)}`,
  ]);
}

// ---- peers -------------------------------------------------------------------------------------------------------
/** Their texts: a tenth of the corpus is enough, some are slow. */
const sample = articles.filter((_, i) => i % 10 === 0);
const sampleSize = sample.reduce((sum, text) => sum + text.length, 0);
const compared: (readonly [string, string, string, string, string])[] = [];
async function compare(
  name: string,
  does: string,
  run: (text: string) => number | Promise<number>,
): Promise<void> {
  let fastest = Infinity;
  let found = 0;
  for (let round = 0; round < Math.min(3, rounds); round++) {
    found = 0;
    const from = performance.now();
    for (const text of sample) found += await run(text);
    fastest = Math.min(fastest, performance.now() - from);
  }
  compared.push([
    name,
    does,
    speed(sampleSize, fastest),
    `${(fastest / sample.length).toFixed(1)} ms`,
    String(found),
  ]);
}
await compare('**Sourcelight**, tokens, sentences, tags', 'tokens and tags', (text) => {
  const forms: FormTable = new Map();
  let count = 0;
  for (const span of splitParagraphs(text)) {
    const read = readParagraph(text.slice(span.start, span.end), forms);
    count += tagForms(model.tagger, read.forms, read.sentenceStart).length;
  }
  return count;
});
await compare(
  '**Sourcelight**, annotation',
  'who says what',
  (text) => annotate(text, always).annotation.attributions.length,
);
await compare(
  '**Sourcelight**, annotation and all rules',
  'lint',
  (text) => lint(annotate(text, always)).length,
);
const { peers, missing } = await loadPeers(join(root, '.cache/bench-peers'));
for (const { name, does, run } of peers) await compare(name, does, run);
for (const reason of missing) console.error(`left out: ${reason} (npm run bench:peers installs the peers)`);

const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const report = `# Benchmarks

Written by \`npm run bench\`; do not edit. ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, load ${load.toFixed(1)} before the run, ${type()} ${release()}, Node ${process.version}. One thread. Texts: the own corpus, ${articles.length} articles, ${(size / 1000).toFixed(0)} kB.

${table(['what', 'figure'], rows)}

## The command line

Median of 20 starts and of 3 passes, wall-clock, the commands taking turns.

${table(['what', 'figure'], commandLine(root))}

## Beside others

The same ${sample.length} articles (${(sampleSize / 1000).toFixed(0)} kB) in the same run, best of ${Math.min(3, rounds)} passes. The tools do different things: nobody else says who says what.

${table(['tool', 'does', 'MB/s', 'an article', 'tokens, attributions or messages'], compared)}
`;
if (args.out) writeFileSync(args.out, report);
else console.log(report);
process.exit(0);
