// The command line as three files: dist/cli.js, which starts dist/cli.main.js with the compiled code kept in
// dist/cli.cache. Compiling a megabyte costs a short command more than its work. Another version of Node refuses the
// cache and compiles as usual.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The source is ASCII, so that it is read and compiled as one-byte text. V8 would first translate each regular
 * expression for its interpreter and improve that at length, then for the processor: the rules' many long ones took
 * a third of a short run. Straight to the processor costs a fifth of that.
 */
const START = `require('node:v8').setFlagsFromString('--no-regexp-tier-up');
const file = join(__dirname, 'cli.main.js');
const source = '(function (exports, require, module, __filename, __dirname) {' + readFileSync(file, 'latin1') + '\\n})';
const options = { filename: file };
`;

const HEAD = `'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
`;

const LOADER = `#!/usr/bin/env node
${HEAD}${START}try {
  options.cachedData = readFileSync(join(__dirname, 'cli.cache'));
} catch {
  // Without the cache it only starts slower.
}
new Script(source, options).runInThisContext()(exports, require, module, file, __dirname);
`;

/** Runs the program once over \`sample\` and keeps what was compiled on the way. */
const RECORDER = `${HEAD}const { writeFileSync } = require('node:fs');
const __dirname = process.env.SOURCELIGHT_DIST;
${START}const script = new Script(source, options);
process.on('exit', () => writeFileSync(join(__dirname, 'cli.cache.tmp'), script.createCachedData()));
script.runInThisContext()(exports, require, module, file, __dirname);
`;

/**
 * esbuild's `charset: 'ascii'` leaves regular expressions as they are, and raw templates, which here are sources of
 * regular expressions: there an escape means the same character.
 */
function toAscii(path) {
  const source = readFileSync(path, 'utf8');
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, source.replace(/[^\x00-\x7f]/g, escaped));
}

export function writeLoader(dist, sample) {
  toAscii(join(dist, 'cli.main.js'));
  writeFileSync(join(dist, 'cli.js.tmp'), LOADER);
  chmodSync(join(dist, 'cli.js.tmp'), 0o755);
  const recorded = spawnSync(
    process.execPath,
    ['-e', RECORDER, '--', 'sourcelight', 'annotate', '--lint', '--format', 'json', sample],
    {
      stdio: 'ignore',
      env: { ...process.env, SOURCELIGHT_DIST: dist },
    },
  );
  if (recorded.status === 0 && existsSync(join(dist, 'cli.cache.tmp'))) {
    renameSync(join(dist, 'cli.cache.tmp'), join(dist, 'cli.cache'));
  }
  renameSync(join(dist, 'cli.js.tmp'), join(dist, 'cli.js'));
}
