/** The gate: labelled files, stability while typing, layout, bounds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readsAsNews } from '../../engine/gate.ts';

const folder = (name: string): string => join(import.meta.dirname, name);
const files = (name: string): string[] => readdirSync(folder(name)).sort();
const read = (name: string, file: string): string => readFileSync(join(folder(name), file), 'utf8');

describe('the gate', () => {
  it.each(files('news'))('reads %s as news', (file) => {
    expect(readsAsNews(read('news', file))).toMatchObject({ isNews: true });
  });

  it.each(files('other'))('does not read %s as news', (file) => {
    expect(readsAsNews(read('other', file))).toMatchObject({ isNews: false });
  });

  it.each(files('news'))('reads %s the same with other line ends and behind a byte order mark', (file) => {
    const text = read('news', file).replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
    expect(readsAsNews(`\ufeff${text.replaceAll('\n', '\r\n')}`).isNews).toBe(true);
  });

  it('keeps what it took for news until the text clearly is none', () => {
    // Between the two thresholds: news stays news, other text stays other text.
    const border = ['Gulls came back. ', 'The ferry was late and the harbour was empty. ', 'Ada Quill left on Monday. '];
    let flips = 0;
    let wasNews = false;
    const text = border.join('').repeat(20);
    for (let length = 1; length <= text.length; length++) {
      const { isNews } = readsAsNews(text.slice(0, length), { wasNews });
      if (isNews !== wasNews) flips++;
      wasNews = isNews;
    }
    expect(flips).toBeLessThanOrEqual(1);
    const low = readsAsNews(text.slice(0, 60));
    expect(readsAsNews(text.slice(0, 60), { wasNews: true }).score).toBe(low.score);
  });

  it('decides an article being typed once and stays with it', () => {
    for (const file of ['council-story.txt', 'conflict.txt', 'markdown-front-matter.md', 'opinion-column.txt']) {
      const text = read('news', file);
      let wasNews = false;
      let flips = 0;
      for (let length = 0; length <= text.length; length += 3) {
        const { isNews } = readsAsNews(text.slice(0, length), { wasNews });
        if (isNews !== wasNews) flips++;
        wasNews = isNews;
      }
      expect(flips, file).toBeLessThanOrEqual(3);
      expect(wasNews).toBe(true);
    }
  });

  it('says why', () => {
    expect(readsAsNews(read('news', 'conflict.txt')).signals).toContain('+dateline');
    expect(readsAsNews(read('other', 'server.log')).signals[0]).toBe('-code');
    expect(readsAsNews(read('other', 'poem.txt')).signals).toContain('-verse');
  });

  it('never throws and keeps its score between 0 and 1 on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { score } = readsAsNews(text);
        return score >= 0 && score <= 1;
      }),
    );
  });

  it('looks at a bounded beginning only: ten megabytes cost no more than forty kilobytes', () => {
    const time = (text: string): number => {
      const start = performance.now();
      for (let i = 0; i < 20; i++) readsAsNews(text);
      return performance.now() - start;
    };
    const story = read('news', 'conflict.txt');
    const page = story.repeat(Math.ceil(40_000 / story.length));
    time(page);
    const small = time(page);
    const large = time(page.repeat(250));
    expect(large).toBeLessThan(small * 4 + 20);
  });

  it('takes no longer over hostile lines than over prose', () => {
    for (const line of ['A'.repeat(20_000), 'a,'.repeat(10_000), '. '.repeat(10_000), ' -'.repeat(10_000), 'A B '.repeat(5_000), '"'.repeat(20_000), 'a   '.repeat(5_000), 'A.'.repeat(10_000)]) {
      const start = performance.now();
      readsAsNews(line);
      expect(performance.now() - start, line.slice(0, 10)).toBeLessThan(200);
    }
  });
});
