import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COUNCIL } from '../server/support/articles.ts';
import { readLog } from './log.ts';

const bundle = resolve('dist/node/server.js');
const hasNeovim = spawnSync('nvim', ['--version']).status === 0;
if (!hasNeovim) console.warn('Neovim is not installed (apt-get install neovim): its test is skipped.');
if (!existsSync(bundle))
  console.warn('dist/node/server.js is missing (npm run build): the Neovim test is skipped.');

describe.skipIf(!hasNeovim || !existsSync(bundle))('Neovim', () => {
  it('shows hover, diagnostics and symbols, jumps, and applies a code action', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sourcelight-nvim-'));
    const article = join(folder, 'article.txt');
    writeFileSync(article, `${COUNCIL}\nSources say the mayor will resign by Friday.\n`);
    try {
      const log = execFileSync(
        'nvim',
        ['--headless', '--clean', '-c', `luafile ${resolve('test/editors/neovim.lua')}`],
        {
          cwd: folder,
          encoding: 'utf8',
          timeout: 60_000,
          env: {
            ...process.env,
            NODE: process.execPath,
            SERVER: bundle,
            ARTICLE: article,
            XDG_STATE_HOME: folder,
            XDG_CACHE_HOME: folder,
          },
        },
      );
      const lines = readLog(log);
      expect(lines.get('error')).toBeUndefined();
      expect(lines.get('hover')).toContain('Maria Novak');
      expect(lines.get('diagnostics')).toContain('source-bare');
      expect(lines.get('symbols')).toContain('Maria Novak');
      expect(lines.get('definition')).toBe('line 2');
      expect(lines.get('code action')).toBe('Ignore here: source-bare');
      expect(lines.get('applied')).toBe('yes');
      expect(lines.get('still reported')).toBe('no');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
