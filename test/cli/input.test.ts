/** Web pages and ninjs items on the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotate, type Annotation } from '../../engine/index.ts';
import { ensureBuilt, folder, ROOT, run } from './run.ts';

const PAGE = readFileSync(join(ROOT, 'samples/quarry-page.html'), 'utf8');
const ITEM = readFileSync(join(ROOT, 'samples/quarry-item.ninjs.json'), 'utf8');
const STRIKE = readFileSync(join(ROOT, 'samples/harbour-strike.news'), 'utf8');

const files = folder({
  'page.html': PAGE,
  'page.txt': PAGE,
  'item.json': ITEM,
  'package.json': '{"name":"x","headline":"none"}',
  'strike.news': STRIKE,
  'template.html': '<div><button>Save</button>{{ items }}</div>',
});
const at = { cwd: files.path };

beforeAll(ensureBuilt);
afterAll(() => {
  files.remove();
});

function annotation(text: string): Annotation & { readonly error?: { readonly message: string } } {
  return JSON.parse(text) as Annotation & { readonly error?: { readonly message: string } };
}

const quotes = (source: string, { quotes: spans }: Annotation): readonly string[] =>
  spans.map(({ start, end }) => source.slice(start, end));

describe('annotate', () => {
  it('gives places in the page and in the item as they are written', () => {
    const page = annotation(run(['annotate', '--format', 'json', 'page.html'], at).out);
    expect(page.news.isNews).toBe(true);
    expect(quotes(PAGE, page)).toContain('&ldquo;Our children came home grey,&rdquo;');
    expect(page.speakers.map(({ name }) => name)).toContain('Tomás Rey');
    const item = annotation(run(['annotate', '--format', 'json', 'item.json'], at).out);
    expect(quotes(ITEM, item)).toContain(String.raw`\"The meters show <em>no harm</em>,\"`);
  });

  it('shows people the words without markup', () => {
    const { out } = run(['annotate', 'page.html'], at);
    expect(out).toContain('“Our children came home grey,”');
    expect(out).not.toMatch(/<\w|&\w+;/);
  });

  it('takes the format that is asked for, also from standard input', () => {
    const { out } = run(['annotate', '--format', 'json', '--input-format', 'html', '-'], { input: PAGE });
    expect(quotes(PAGE, annotation(out))).toContain('<q>would welcome any meter</q>');
    const raw = run(
      ['annotate', '--format', 'json', '--input-format', 'text', 'page.html', '--plain-text', 'always'],
      at,
    );
    expect(quotes(PAGE, annotation(raw.out)).some((quote) => quote.includes('script'))).toBe(true);
    const wrong = run(['annotate', '--input-format', 'ninjs', 'page.html'], at);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('not a ninjs item')]);
    expect(run(['annotate', '--input-format', 'docx', 'page.html'], at).code).toBe(2);
  });

  it('leaves templates and other JSON alone', () => {
    const { out, err } = run(['annotate', '--format', 'json', 'template.html', 'package.json'], at);
    expect((JSON.parse(out) as Annotation[]).map(({ news }) => news.isNews)).toEqual([false, false]);
    expect(err).toContain('package.json: does not read as news');
  });

  it('reads a format from each record of JSON lines', () => {
    const input = [
      { id: 1, text: PAGE, format: 'html' },
      { id: 2, text: ITEM, format: 'ninjs' },
      { id: 3, text: '“Yes,” said Ilse Brandt.' },
      { id: 4, text: '{}', format: 'ninjs' },
      { id: 5, text: 'x', format: 'pdf' },
    ];
    const { out, code } = run(['annotate', '--jsonl'], {
      input: input.map((line) => JSON.stringify(line)).join('\n'),
    });
    const [page, item, plain, broken, unknown] = out.trim().split('\n').map(annotation);
    if (!page || !item || !plain) throw new Error('no answer');
    expect(quotes(PAGE, page)).toContain('&lsquo;The figures are below the limit&rsquo;');
    expect(quotes(ITEM, item)).toContain('&ldquo;We will go on measuring.&rdquo;');
    expect(quotes('“Yes,” said Ilse Brandt.', plain)).toEqual(['“Yes,”']);
    expect(broken?.error?.message).toContain('not a ninjs item');
    expect(unknown?.error?.message).toContain('none of text, html, ninjs');
    expect(code).toBe(2);
  });
});

describe('lint', () => {
  it('tells lines and columns of the file, and fixes what is written there', () => {
    const line = PAGE.slice(0, PAGE.indexOf('"We wet')).split('\n').length;
    expect(run(['lint', '--format', 'compact', 'page.html'], at).out).toContain(`page.html:${line}:5:`);
    const diff = run(['lint', '--fix-dry-run', 'page.html'], at).out;
    expect(diff).toContain(
      '+    “We wet the road every hour,” its managing director, Tom&aacute;s Rey, told the',
    );
    expect(diff.split('\n').filter((row) => /^[+-](?![+-])/.test(row))).toHaveLength(2);
  });

  it('keeps what a comment in the page or a file beside the item says', () => {
    const comment = '<!-- sourcelight-disable-next-line quote-mixed-marks -- as in the letter -->';
    const sidecar = {
      sourcelight: 1,
      suppressions: [
        {
          rule: 'quote-mixed-marks',
          anchor: { exact: '"', prefix: 'Tuesday. ', suffix: 'The meters' },
          reason: 'as in the release',
        },
      ],
    };
    const kept = folder({
      'page.html': PAGE.replace('  <p>Hallmere Stone', `  ${comment}\n  <p>Hallmere Stone`),
      'item.json': ITEM,
      'item.json.sourcelight.json': JSON.stringify(sidecar),
    });
    for (const name of ['page.html', 'item.json']) {
      const { out, code } = run(['lint', name, '--format', 'compact'], { cwd: kept.path });
      expect([name, code, out]).toEqual([name, 0, '']);
      const shown = run(['lint', name, '--show-suppressed', '--format', 'stylish'], { cwd: kept.path });
      expect(shown.out).toContain('quote-mixed-marks');
    }
    kept.remove();
  });

  it('looks for neither in folders, but takes what a glob names', () => {
    expect(run(['lint', '.', '--debug'], at).err).not.toContain('page.html');
    expect(run(['lint', '*.html'], at).out).toContain('page.html:');
  });
});

describe('export, report and diff', () => {
  it('write clean text, with offsets in the file', () => {
    const html = run(['export', '--to', 'html', 'page.html'], at).out;
    expect(html).toContain('Our children came home grey');
    expect(html).not.toContain('newsletter');
    const rows = run(['export', '--to', 'csv', 'page.html'], at).out.trim().split('\n');
    const [, , start = '', end = ''] = (rows.find((row) => row.includes('Ilse Brandt')) ?? '').split(',');
    expect(PAGE.slice(Number(start), Number(end))).toMatch(/^&ldquo;Our .*&#8221;$/s);
    const { first } = JSON.parse(run(['export', '--to', 'web-annotation', 'page.html'], at).out) as {
      first: {
        items: { target: { selector: { type: string; exact?: string; start: number; end: number }[] } }[];
      };
    };
    const bytes = Buffer.from(PAGE, 'utf8');
    for (const { target } of first.items) {
      const [quote, position] = target.selector;
      expect(position?.type).toBe('DataPositionSelector');
      const written = bytes.subarray(position?.start, position?.end).toString('utf8');
      expect(written.slice(-1)).toMatch(/[;>\p{P}]|[\p{L}\d]/u);
      expect(quote?.exact?.slice(0, 2)).not.toContain('&');
    }
    expect(run(['report', 'item.json'], at).out).toContain('Mira Osei');
  });

  it('read back what they wrote', () => {
    const exported = run(
      ['export', '--to', 'ninjs', 'strike.news', '--output-file', 'strike.ninjs.json'],
      at,
    );
    expect(exported.code).toBe(0);
    const json = readFileSync(join(files.path, 'strike.ninjs.json'), 'utf8');
    const again = annotation(
      run(['annotate', '--format', 'json', '--plain-text', 'always', 'strike.ninjs.json'], at).out,
    );
    const before = annotate(STRIKE, { plainText: 'always' }).annotation;
    expect(quotes(json, again).map((quote) => JSON.parse(`"${quote}"`) as string)).toEqual(
      quotes(STRIKE, before),
    );
    expect(again.speakers.map(({ name }) => name)).toEqual(before.speakers.map(({ name }) => name));
    expect(run(['diff', 'strike.news', 'strike.ninjs.json'], at).out).toBe('no change in sourcing\n');
  });
});
