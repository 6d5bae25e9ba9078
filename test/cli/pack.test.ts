/** `sourcelight pack test`, house words in `lint`, and quotations compared across files. */
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt, folder, put, ROOT, run } from './run.ts';

let place: ReturnType<typeof folder>;
beforeAll(ensureBuilt);
beforeEach(() => {
  place = folder({});
});
afterEach(() => {
  place.remove();
});
const here = (...args: string[]): ReturnType<typeof run> => run(args, { cwd: place.path });

const PACK = `phrases:
  - phrase: pass away
    instead: die
    forms: all
    bad: ['Tomas Berg, a driver, ⟦passed away⟧ on Friday, the port authority said.']
    good: ['“He passed away,” said Ana Ruiz, a neighbour.']
`;

describe('sourcelight pack test', () => {
  it('says that the sample holds', () => {
    const { code, out } = run(['pack', 'test'], { cwd: join(ROOT, 'samples', 'house') });
    expect(out).toContain('all hold');
    expect(code).toBe(0);
  });

  it('names the example that does not, with its line, and exits 1', () => {
    put(place.path, { 'p.pack.yaml': PACK.replace('⟦passed away⟧', '⟦passed⟧ away') });
    const { code, out } = here('pack', 'test', 'p.pack.yaml');
    expect(out).toMatch(/^p\.pack\.yaml:5:\d+: house-phrase reports ⟦passed away⟧, expected ⟦passed⟧/);
    expect(code).toBe(1);
  });

  it('tells a fault with file, line and column and exits 2', () => {
    put(place.path, { 'p.pack.yaml': PACK.replace('forms: all', 'forms: every') });
    const { code, err } = here('pack', 'test', 'p.pack.yaml');
    expect(err).toContain('p.pack.yaml:4:5: “every” is not one of as-written, all');
    expect(code).toBe(2);
  });

  it('shows what a pack would report in a folder', () => {
    put(place.path, {
      'p.pack.yaml': PACK,
      'archive/a.news': 'Ida Moen, a clerk, passed away in May, her family said.\n',
    });
    const { code, out } = here('pack', 'test', 'p.pack.yaml', '--corpus', 'archive');
    expect(out).toContain('house-phrase: 1');
    expect(out).toContain('⟦passed away⟧');
    expect(code).toBe(0);
  });

  it('wants a pack', () => {
    expect(here('pack', 'test').code).toBe(2);
    expect(here('pack').code).toBe(2);
  });
});

describe('sourcelight lint', () => {
  it('goes on when a pack is broken, and says so', () => {
    put(place.path, {
      '.sourcelight.json': '{ "packs": ["p.pack.yaml", "gone.yaml"] }',
      'p.pack.yaml': PACK,
      'a.news': 'Ida Moen, a clerk, passed away in May, her family said.\n',
    });
    const { code, out, err } = here('lint', '--format', 'compact', 'a.news');
    expect(out).toContain('house-phrase The house writes “died” for “passed away”.');
    expect(err).toContain('gone.yaml:1:1: no such file');
    expect(code).toBe(2);
  });

  it('compares quotations across files where the house asks for it', () => {
    const drift = (workspace: boolean): string => {
      put(place.path, {
        '.sourcelight.json': JSON.stringify({ rules: { 'quote-drift': { severity: 'warning', workspace } } }),
        'a.news':
          'The mayor, Ines Roy, spoke.\n\n“We will never rebuild the old town here,” Ines Roy said.\n',
        'b.news': 'The council met.\n\n“We will not rebuild the old town here,” said Ines Roy, the mayor.\n',
      });
      return here('lint', '--format', 'compact', '.').out;
    };
    expect(drift(true)).toContain('a.news:3:1: warning quote-drift b.news quotes the same words');
    expect(drift(false)).toBe('');
  });
});
