/**
 * Installs the tools that `npm run bench` compares with into .cache/bench-peers, versions pinned. They are no
 * dependencies of the project and nothing of them is shipped.   npm run bench:peers
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../root.ts';

const dependencies = {
  'wink-nlp': '2.4.0',
  'wink-eng-lite-web-model': '1.8.1',
  compromise: '14.17.0',
  'write-good': '1.0.8',
  alex: '11.0.1',
  '@textlint/kernel': '15.8.0',
  '@textlint/textlint-plugin-text': '15.8.0',
  'textlint-rule-common-misspellings': '1.0.1',
  'textlint-rule-no-todo': '2.0.1',
  'textlint-rule-write-good': '2.0.0',
  'harper.js': '2.10.0',
  'markdownlint-cli2': '0.24.1',
  'cspell-lib': '10.4.0',
};
const folder = join(projectRoot(), '.cache/bench-peers');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify({ name: 'bench-peers', private: true, dependencies }, null, 2)}\n`,
);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { status } = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
