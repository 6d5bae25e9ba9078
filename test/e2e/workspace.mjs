// The folder that the tests open: the samples and a few files that are no articles, copied to a fresh place. It is a git
// repository of its own, with everything committed: else it would be an ignored folder of ours.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
export const out = join(root, 'test/e2e/out');

export function freshWorkspace(name) {
  const folder = join(out, name, 'workspace');
  rmSync(join(out, name), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'samples'), folder, { recursive: true });
  cpSync(join(root, 'test/extension/fixtures'), folder, { recursive: true });
  const git = (...args) =>
    execFileSync(
      'git',
      ['-C', folder, '-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args],
      {
        stdio: 'ignore',
      },
    );
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Draft');
  return folder;
}
