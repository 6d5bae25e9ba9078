// The command line as three files: dist/cli.js, which starts dist/cli.main.js with the compiled code kept in
// dist/cli.VERSION-PLATFORM-ARCHITECTURE.cache. Compiling a megabyte costs a short command more than its work. Where
// there is no cache for the Node at hand it compiles as usual.
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
const kept = join(__dirname, \`cli.\${process.version}-\${process.platform}-\${process.arch}.cache\`);
`;

const HEAD = `'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
`;

const LOADER = `#!/usr/bin/env node
${HEAD}${START}try {
  options.cachedData = readFileSync(kept);
} catch {
  // Without the cache it only starts slower.
}
new Script(source, options).runInThisContext()(exports, require, module, file, __dirname);
`;

/** Runs the commands that are called most over a sample and keeps what was compiled on the way. */
const RECORDER = `${HEAD}const { renameSync, writeFileSync } = require('node:fs');
const __dirname = process.env.SOURCELIGHT_DIST;
${START}const script = new Script(source, options);
process.on('exit', () => {
  writeFileSync(kept + '.tmp', script.createCachedData());
  renameSync(kept + '.tmp', kept);
});
for (const words of JSON.parse(process.env.SOURCELIGHT_COMMANDS)) {
  process.argv = [process.execPath, 'sourcelight', ...words];
  script.runInThisContext()(exports, require, module, file, __dirname);
}
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
  for (const name of readdirSync(dist)) if (/^cli\..*cache/.test(name)) rmSync(join(dist, name));
  const commands = [
    ['lint', '--no-config', sample],
    ['annotate', '--format', 'json', sample],
  ];
  spawnSync(process.execPath, ['-e', RECORDER], {
    stdio: 'ignore',
    env: { ...process.env, SOURCELIGHT_DIST: dist, SOURCELIGHT_COMMANDS: JSON.stringify(commands) },
  });
  renameSync(join(dist, 'cli.js.tmp'), join(dist, 'cli.js'));
}
