// Runs after `npm install` of the repository itself, and where npm or pre-commit installs the command line straight
// from the repository: there nothing is built yet, and with `npm install -g` not even the build's packages are there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));

function run(command, args, env = process.env) {
  const { status } = spawnSync(command, args, {
    cwd,
    env,
    // Standard output is the caller's: `npm pack` prints the name of the package there.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(`${cwd}/dist/cli.js`)) {
  if (!existsSync(`${cwd}/node_modules/esbuild`)) {
    // What npm was told for the outer installation would send this one to the same global folder.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^npm_config_(?:global|prefix|local_prefix|location)$/i.test(name),
      ),
    );
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    run(npm, ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], env);
  }
  run(process.execPath, ['esbuild.mjs', '--only', 'cli,server']);
}
