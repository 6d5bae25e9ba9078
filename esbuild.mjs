// Builds every bundle of the product and prints its size. `--only cli,server` limits it, `--meta` writes metafiles.
// All bundles are named .js: VS Code's web host appends .js to an entry without it and refuses .mjs.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { writeLoader } from './scripts/code-cache.mjs';
import { packedModel, UNPACK } from './scripts/pack-model.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const only = process.argv.includes('--only')
  ? (process.argv[process.argv.indexOf('--only') + 1] ?? '').split(',')
  : null;

/** One line per bundle: its entry point, and what its host demands. */
const bundles = [
  {
    name: 'cli',
    entry: 'cli/main.ts',
    out: 'dist/cli.main.js',
    platform: 'node',
    format: 'cjs',
    external: [],
    model: true,
  },
  {
    name: 'server',
    entry: 'server/src/node/main.ts',
    out: 'dist/node/server.js',
    platform: 'node',
    format: 'cjs',
    external: [],
    banner: 'require("../weights.js");',
    weights: true,
  },
  {
    name: 'client',
    entry: 'client/src/node/extension.ts',
    out: 'dist/node/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    name: 'web-server',
    entry: 'server/src/browser/main.ts',
    out: 'dist/browser/server.js',
    platform: 'browser',
    format: 'iife',
    external: [],
    weights: true,
  },
  {
    name: 'web-client',
    entry: 'client/src/browser/extension.ts',
    out: 'dist/browser/extension.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  // The pages beside the article; their style sheets come out beside them.
  {
    name: 'source-map',
    entry: 'client/webview/sourceMap.ts',
    out: 'dist/webview/sourceMap.js',
    platform: 'browser',
    format: 'iife',
    external: [],
  },
  {
    name: 'reading',
    entry: 'client/webview/reading.ts',
    out: 'dist/webview/reading.js',
    platform: 'browser',
    format: 'iife',
    external: [],
  },
];

/**
 * The model's weights are as large as all the rest together and compress no further, so they are one file,
 * dist/weights.js, for the command line and both servers. Node requires it; the browser client puts it before the
 * server's script (client/src/browser/extension.ts).
 */
const sharedWeights = {
  name: 'shared-weights',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]engine[/\\]model[/\\]weights\.gen\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const text = /(export const WEIGHTS: string =\s*)'([^']*)'/.exec(source);
      if (!text) throw new Error(`${path} has no WEIGHTS to share`);
      mkdirSync('dist', { recursive: true });
      writeFileSync('dist/weights.js', `globalThis.sourcelightWeights='${text[2]}';\n`);
      return { contents: source.replace(text[0], `${text[1]}globalThis.sourcelightWeights`), loader: 'ts' };
    });
  },
};

/**
 * The command line starts for one text, so it reads the model laid out ready in dist/model.dat (not shipped with the
 * extension) instead of unpacking the weights.
 */
const unpackedModel = {
  name: 'unpacked-model',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]engine[/\\]attribute[/\\]defaultModel\.ts$/ }, async () => {
      mkdirSync('dist', { recursive: true });
      // Renamed into place: a command that starts meanwhile sees the old file or the new one, never half of it.
      writeFileSync('dist/model.dat.tmp', await packedModel());
      renameSync('dist/model.dat.tmp', 'dist/model.dat');
      return { contents: UNPACK, loader: 'js', resolveDir: resolve('engine/attribute') };
    });
  },
};

/** Node reads base64 faster than any script. */
const base64OfNode = {
  name: 'base64-of-node',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]engine[/\\]text[/\\]base64\.ts$/ }, () => ({
      contents: "export const decodeBase64 = (text) => Uint8Array.from(Buffer.from(text, 'base64'));",
      loader: 'js',
    }));
  },
};

let failed = false;
for (const bundle of bundles) {
  if (only && !only.includes(bundle.name)) continue;
  if (!existsSync(bundle.entry)) {
    console.log(`${bundle.out.padEnd(28)} no ${bundle.entry} yet`);
    continue;
  }
  const node = bundle.platform === 'node';
  try {
    const result = await build({
      entryPoints: [bundle.entry],
      outfile: bundle.out,
      bundle: true,
      minify: true,
      keepNames: false,
      // Without these targets the binary loader emits Uint8Array.fromBase64, which Node 20 lacks.
      target: node ? 'node20' : 'es2022',
      platform: bundle.platform,
      format: bundle.format,
      external: bundle.external,
      mainFields: node ? ['module', 'main'] : ['browser', 'module', 'main'],
      conditions: node ? ['node'] : ['browser'],
      loader: { '.bin': 'binary', '.tsv': 'text' },
      define: { __VERSION__: JSON.stringify(version) },
      ...(bundle.banner ? { banner: { js: bundle.banner } } : {}),
      plugins: [
        ...(bundle.weights ? [sharedWeights] : bundle.model ? [unpackedModel] : []),
        ...(node ? [base64OfNode] : []),
      ],
      legalComments: 'none',
      // A source of one-byte characters is read and compiled twice as fast.
      charset: bundle.model ? 'ascii' : 'utf8',
      sourcemap: false,
      metafile: true,
      logLevel: 'warning',
    });
    if (process.argv.includes('--meta')) {
      mkdirSync('.cache', { recursive: true });
      writeFileSync(`.cache/meta-${bundle.name}.json`, JSON.stringify(result.metafile));
    }
    if (bundle.model) writeLoader(resolve('dist'), 'samples/harbour-strike.news');
    const bytes = readFileSync(bundle.out);
    const kilobytes = (n) => `${(n / 1024).toFixed(0)} KB`.padStart(8);
    console.log(
      `${bundle.out.padEnd(28)}${kilobytes(bytes.length)}${kilobytes(gzipSync(bytes).length)} gzip`,
    );
  } catch {
    // esbuild has printed the errors; the other bundles are still worth building.
    failed = true;
    console.log(`${bundle.out.padEnd(28)} failed`);
  }
}
if (failed) process.exitCode = 1;
