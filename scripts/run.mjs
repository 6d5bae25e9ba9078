/**
 * Runs a TypeScript script as a bundle, twice as fast as through tsx (whose wrapper round inner functions hits the
 * feature code):  node scripts/run.mjs SCRIPT.mts [arguments]
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const [script, ...rest] = process.argv.slice(2);
if (!script) {
  console.error('usage: node scripts/run.mjs SCRIPT.mts [arguments]');
  process.exit(2);
}
// beside the script, so that paths relative to import.meta.url stay right
const outfile = join(root, 'scripts', `.run-${process.pid}-${basename(script).replace(/\.mts$/, '')}.mjs`);
buildSync({
  entryPoints: [script],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, ['--max-old-space-size=6000', outfile, ...rest], {
  stdio: 'inherit',
});
rmSync(outfile, { force: true });
process.exit(status ?? 1);
