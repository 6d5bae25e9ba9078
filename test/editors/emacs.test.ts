import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COUNCIL } from '../server/support/articles.ts';
import { readLog } from './log.ts';

const bundle = resolve('dist/node/server.js');
// Eglot is part of Emacs 29; for Emacs 28 it is a package of its own.
const hasEglot =
  spawnSync('emacs', [
    '--batch',
    '-Q',
    '--eval',
    '(progn (dolist (f (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*")) (add-to-list \'load-path f)) (kill-emacs (if (locate-library "eglot") 0 1)))',
  ]).status === 0;
if (!hasEglot)
  console.warn(
    'Emacs with Eglot is not installed (apt-get install emacs-nox elpa-eglot): its test is skipped.',
  );
if (!existsSync(bundle))
  console.warn('dist/node/server.js is missing (npm run build): the Emacs test is skipped.');

describe.skipIf(!hasEglot || !existsSync(bundle))('Emacs', () => {
  it('shows hover, diagnostics and symbols, jumps, and applies a code action', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'sourcelight-emacs-'));
    const article = join(folder, 'article.txt');
    writeFileSync(article, `${COUNCIL}\nSources say the mayor will resign by Friday.\n`);
    try {
      const log = execFileSync('emacs', ['--batch', '-Q', '-l', resolve('test/editors/emacs.el')], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 60_000,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, NODE: process.execPath, SERVER: bundle, ARTICLE: article, HOME: folder },
      });
      const lines = readLog(log);
      expect(lines.get('error')).toBeUndefined();
      expect(lines.get('server')).toBe('Sourcelight');
      expect(lines.get('hover')).toContain('Maria Novak');
      expect(lines.get('diagnostics')).toContain('source-bare');
      expect(lines.get('symbols')).toContain('Maria Novak');
      expect(lines.get('definition')).toBe('2');
      expect(lines.get('code action')).toBe('Ignore here: source-bare');
      expect(lines.get('applied')).toBe('yes');
      expect(lines.get('still reported')).toBe('no');
      expect(lines.get('shut down')).toBe('yes');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
