/** `sourcelight annotate`: text, JSON, JSON lines, encodings, bad input, streams. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { annotate } from '../../engine/index.ts';
import { CLI, ensureBuilt, FAULTY, folder, put, ROOT, run, start, STORY } from './run.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Annotated {
  readonly schemaVersion: number;
  readonly id: unknown;
  readonly news: { readonly isNews: boolean; readonly score: number };
  readonly quotes: readonly (Span & { readonly speaker: string | null })[];
  readonly attributions: readonly {
    readonly cue: readonly Span[];
    readonly source: readonly Span[];
    readonly class: string;
  }[];
  readonly speakers: readonly { readonly name: string }[];
  readonly agencies: readonly { readonly name: string }[];
  readonly allegations: readonly Span[];
  readonly findings?: readonly { readonly rule: string }[];
  readonly error?: { readonly line: number; readonly message: string };
}

const parse = (text: string): Annotated => JSON.parse(text) as Annotated;
const lines = (text: string): Annotated[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map(parse);

let place: ReturnType<typeof folder>;
beforeAll(() => {
  ensureBuilt();
  place = folder({
    'story.news': STORY,
    'story.txt': STORY,
    'notes.txt': 'eggs\nbread\nmilk\n',
    'faulty.news': FAULTY,
  });
});
afterAll(() => {
  place.remove();
});
const at = (...args: string[]): ReturnType<typeof run> => run(args, { cwd: place.path });

describe('annotate FILE', () => {
  it('shows the text with marks, a legend and the speakers', () => {
    const { code, out, err } = at('annotate', 'story.news');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('[source, with the number of the speaker]');
    expect(out).toContain('_accused_');
    expect(out).toMatch(/Speakers\n(?:.*\n)* {2}\d {2}Imre Vael/);
    expect(out).toContain('Reuters');

    expect(out).not.toMatch(/\u001b/);
  });

  it('uses colours when it is told to, and NO_COLOR wins over a terminal', () => {
    expect(run(['annotate', '--color', 'always', 'story.news'], { cwd: place.path }).out).toContain(
      '\u001b[',
    );
    expect(run(['annotate', 'story.news'], { cwd: place.path, env: { FORCE_COLOR: '1' } }).out).toContain(
      '\u001b[',
    );
    expect(
      run(['annotate', 'story.news'], { cwd: place.path, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }).out,
    ).not.toContain('\u001b[');
  });

  it('does not pass control characters of the text on to the terminal', () => {
    put(place.path, { 'evil.news': `${STORY}\u001b]0;owned\u0007\u001b[2J\u009b31m` });
    const { out } = at('annotate', 'evil.news');

    expect(out).not.toMatch(/[\u001b\u0007\u009b]/);
  });

  it('prints one object for one file and an array for several', () => {
    const one = parse(at('annotate', '--format', 'json', 'story.news').out);
    expect(one).toMatchObject({ schemaVersion: 1, id: 'story.news', news: { isNews: true } });
    expect(one.attributions.length).toBeGreaterThanOrEqual(3);
    expect(one.speakers.map((speaker) => speaker.name)).toContain('Joan Ferrow');
    expect(one.findings).toBeUndefined();
    const several = JSON.parse(
      at('annotate', '--format', 'json', 'story.news', 'story.txt').out,
    ) as Annotated[];
    expect(several.map((entry) => entry.id)).toEqual(['story.news', 'story.txt']);
  });

  it('adds findings with --lint', () => {
    const { findings } = parse(at('annotate', '--format', 'json', '--lint', 'faulty.news').out);
    expect(findings?.map((finding) => finding.rule)).toContain('source-bare');
  });

  it('prints what the engine finds, to the last offset', () => {
    // The program is built, packed, escaped and cached on its way here; the engine under test is the source.
    for (const file of ['council-library', 'court-ferry', 'draft-with-faults', 'harbour-strike']) {
      const path = join(ROOT, 'samples', `${file}.news`);
      const { schemaVersion, id, news, ...built } = JSON.parse(
        run(['annotate', '--format', 'json', path]).out,
      ) as Record<string, unknown>;
      const {
        schemaVersion: version,
        news: verdict,
        ...direct
      } = annotate(readFileSync(path, 'utf8'), { plainText: 'always' }).annotation;
      expect([schemaVersion, id, typeof news, typeof verdict]).toEqual([version, path, 'object', 'object']);
      expect(built).toEqual(JSON.parse(JSON.stringify(direct)));
    }
  });

  it('prints what the published schema describes', () => {
    const schema = JSON.parse(
      readFileSync(join(ROOT, 'data', 'schemas', 'annotation-1.json'), 'utf8'),
    ) as object;
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    for (const args of [['story.news'], ['--lint', 'faulty.news'], ['notes.txt']]) {
      const valid = validate(parse(at('annotate', '--format', 'json', ...args).out));
      expect(validate.errors).toBeNull();
      expect(valid).toBe(true);
    }
    for (const file of ['council-library', 'court-ferry', 'draft-with-faults', 'harbour-strike']) {
      validate(parse(run(['annotate', '--format', 'json', '--lint', `samples/${file}.news`]).out));
      expect(validate.errors).toBeNull();
    }
  });

  it('asks the gate for plain text, and says so', () => {
    const notes = at('annotate', '--format', 'json', 'notes.txt');
    expect(notes.code).toBe(0);
    expect(parse(notes.out)).toMatchObject({ news: { isNews: false }, quotes: [], attributions: [] });
    expect(notes.err).toContain('notes.txt: does not read as news');
    expect(parse(at('annotate', '--format', 'json', 'story.txt').out).attributions.length).toBeGreaterThan(0);
    expect(
      parse(at('annotate', '--format', 'json', '--plain-text', 'never', 'story.txt').out).attributions,
    ).toEqual([]);
    expect(
      parse(at('annotate', '--format', 'json', '--plain-text', 'always', 'notes.txt').out).news.isNews,
    ).toBe(false);
  });

  it('reads standard input', () => {
    const { code, out } = run(['annotate', '--format', 'json', '-'], { input: STORY });
    expect(code).toBe(0);
    expect(parse(out)).toMatchObject({ id: '-', news: { isNews: true } });
  });
});

describe('encodings', () => {
  const utf16 = (text: string, big: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  const cueText = (text: string, annotated: Annotated): string[] =>
    annotated.attributions.flatMap(({ cue }) => cue.map(({ start, end }) => text.slice(start, end)));

  it('gives the same offsets with and without a byte order mark, in UTF-8 and UTF-16', () => {
    put(place.path, {
      'plain.news': STORY,
      'bom.news': `\ufeff${STORY}`,
      'le.news': utf16(STORY, false),
      'be.news': utf16(STORY, true),
    });
    const plain = parse(at('annotate', '--format', 'json', 'plain.news').out);
    for (const file of ['bom.news', 'le.news', 'be.news']) {
      const { out, err, code } = at('annotate', '--format', 'json', file);
      expect(code).toBe(0);
      expect({ ...parse(out), id: 'plain.news' }).toEqual(plain);
      expect(err).toContain('byte order mark left out');
    }
  });

  it('keeps CRLF as it is: offsets fit the file', () => {
    const crlf = STORY.replaceAll('\n', '\r\n');
    put(place.path, { 'crlf.news': crlf });
    const annotated = parse(at('annotate', '--format', 'json', 'crlf.news').out);
    expect(cueText(crlf, annotated)).toEqual(
      cueText(STORY, parse(at('annotate', '--format', 'json', 'plain.news').out)),
    );
  });

  it('counts UTF-16 code units behind emoji', () => {
    const text = STORY.replace('Harbour chief', '🚢🚢 Harbour chief');
    const annotated = parse(
      run(['annotate', '--format', 'json', '--plain-text', 'always', '-'], { input: text }).out,
    );
    expect(cueText(text, annotated)).toContain('told');
  });
});

describe('input that cannot be read', () => {
  it('says what is wrong, goes on with the others and ends with 2', () => {
    put(place.path, {
      'binary.txt': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]),
      'latin1.txt': Buffer.from('He said \x93no\x94 on Monday.', 'latin1'),
      'odd.txt': Uint8Array.from([0xff, 0xfe, 0x41]),
      'nobom.txt': Buffer.from(STORY, 'utf16le'),
      'empty.txt': '',
    });
    const cases: readonly (readonly [string, RegExp])[] = [
      ['gone.txt', /gone\.txt: no such file/],
      ['binary.txt', /binary\.txt: not a text file/],
      ['latin1.txt', /latin1\.txt: not UTF-8: invalid byte 0x93 at byte 8 \(line 1\)/],
      ['odd.txt', /odd\.txt: not valid UTF-16/],
      ['nobom.txt', /looks like UTF-16 without a byte order mark/],
      ['.', /is a directory/],
    ];
    for (const [file, message] of cases) {
      const { code, out, err } = at('annotate', file, 'story.news');
      expect(code, file).toBe(2);
      expect(err).toMatch(message);
      expect(out).toContain('Imre Vael');
    }
    expect(at('annotate', '--format', 'json', 'empty.txt').code).toBe(0);
  });

  it('refuses huge files and tells the limit', () => {
    const { code, err } = at('annotate', '--max-bytes', '100', 'story.news');
    expect(code).toBe(2);
    expect(err).toMatch(/story\.news: too large \(.*--max-bytes\)/);
    const piped = run(['annotate', '--max-bytes', '100', '-'], { input: STORY });
    expect(piped.code).toBe(2);
  });

  it('tells a file without permission', () => {
    put(place.path, { 'locked.news': STORY });
    chmodSync(join(place.path, 'locked.news'), 0);
    // The superuser may read everything.
    if (process.getuid?.() === 0) return;
    expect(at('annotate', 'locked.news')).toMatchObject({ code: 2 });
  });
});

describe('annotate --jsonl', () => {
  it('answers each line in order with its id, whatever the gate says', () => {
    const texts = ['“We will appeal,” Nadia Oduya, the company’s lawyer, said.', 'He said no.', ''];
    const input = texts.map((text, index) => JSON.stringify({ id: `x${index}`, text })).join('\n');
    const { code, out, err } = run(['annotate', '--jsonl'], { input });
    expect(code).toBe(0);
    expect(err).toBe('');
    const answers = lines(out);
    expect(answers.map((answer) => answer.id)).toEqual(['x0', 'x1', 'x2']);
    expect(answers[0]?.attributions).toHaveLength(1);
    expect(answers[1]?.attributions).toHaveLength(1);
    expect(answers[1]?.news.isNews).toBe(false);
    expect(answers[2]?.attributions).toEqual([]);
  });

  it('answers a bad line with an error and exit code 2, and the others all the same', () => {
    const input = [
      '{"id":"a","text":"She said no."}',
      'no json',
      '{"id":7}',
      '{"id":"c","text":5}',
      '[1]',
      '',
      '{"text":"He said yes."}',
    ].join('\n');
    const { code, out, err } = run(['annotate', '--jsonl'], { input: `${input}\n` });
    expect(code).toBe(2);
    expect(err).toBe('');
    const answers = lines(out);
    expect(answers.map(({ id, error }) => [id, error?.line ?? null])).toEqual([
      ['a', null],
      [null, 2],
      [7, 3],
      ['c', 4],
      [null, 5],
      [null, 6],
      [null, null],
    ]);
    expect(Object.keys(answers[2] ?? {})).toEqual(['id', 'error']);
  });

  it('cuts lines at line feeds only, takes CRLF, a byte order mark and bytes that are no UTF-8', () => {
    const separated = JSON.stringify({ id: 1, text: 'He said “no\u2028yes”.' }).replace('\\u2028', '\u2028');
    const input = Buffer.concat([
      Buffer.from(`\ufeff${separated}\r\n`),
      Buffer.from('{"id":2,"text":"He said \xe9"}\n', 'latin1'),
      Buffer.from('{"id":3,"text":"She said so."}'),
    ]);
    const { code, out } = run(['annotate', '--jsonl'], { input });
    expect(code).toBe(2);
    expect(lines(out).map(({ id, error }) => [id, error?.message ?? ''])).toEqual([
      [1, ''],
      [null, 'the line is not UTF-8'],
      [3, ''],
    ]);
  });

  it('answers a line before the next one comes', async () => {
    const child = start(['annotate', '--jsonl'], place.path);
    const answer = new Promise<string>((resolve) =>
      child.stdout.once('data', (data: Buffer) => {
        resolve(data.toString('utf8'));
      }),
    );
    child.stdin.write('{"id":"first","text":"He said no."}\n');
    expect(parse(await answer).id).toBe('first');
    child.stdin.end();
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  it('adds findings with --lint, and survives lone surrogates', () => {
    const [answer] = lines(
      run(['annotate', '--jsonl', '--lint'], {
        input: '{"id":1,"text":"Sources say \\ud83d the plan is dead."}',
      }).out,
    );
    expect(answer?.findings?.map((finding) => finding.rule)).toContain('source-bare');
  });
});

describe('streams and usage', () => {
  it('ends quietly when the reader goes away', async () => {
    put(place.path, { 'many.jsonl': '{"id":1,"text":"He said no. She said yes."}\n'.repeat(3000) });
    const child = start(['annotate', '--jsonl', 'many.jsonl'], place.path);
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString('utf8')));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it('has help and a version for each command, on standard output', () => {
    const overview = run(['--help']);
    expect(overview.code).toBe(0);
    const commands = [...overview.out.matchAll(/^ {2}([a-z-]+) {2}/gm)].map((match) => match[1] ?? '');
    expect(commands).toEqual(
      expect.arrayContaining([
        'annotate',
        'lint',
        'report',
        'export',
        'diff',
        'explain',
        'rules',
        'print-config',
        'init',
        'lsp',
      ]),
    );
    for (const command of commands) {
      const help = run([command, '--help']);
      expect(help).toMatchObject({ code: 0, err: '' });
      expect(help.out).toContain(`Usage: sourcelight ${command}`);
      expect(run([command, '--version'])).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^sourcelight .* \d+\.\d+\.\d+\n$/) as string,
      });
    }
    expect(run(['--version']).out).toMatch(/^sourcelight \d+\.\d+\.\d+\n$/);
  });

  it('tells wrong usage in one line with exit code 2', () => {
    for (const [args, message] of [
      [['anotate', 'x'], /did you mean “annotate”/],
      [['annotate'], /name a file/],
      [['annotate', '--nope', 'x'], /--nope/],
      [['annotate', '--format', 'jsn', 'x'], /did you mean “json”/],
      [['annotate', '--max-bytes', 'ten', 'x'], /not a whole number/],
      [['annotate', '--jsonl', '--format', 'json'], /format of its own/],
      [['explain', 'source-bear'], /did you mean “source-bare”/],
      [['lsp', '--what'], /unknown option/],
    ] as const) {
      const { code, out, err } = run(args);
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err).toMatch(message);
    }
    expect(run([]).code).toBe(2);
  });

  it('is one executable file with a first line for the shell', () => {
    expect(readFileSync(CLI, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });
});
