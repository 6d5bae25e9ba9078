/** `sourcelight lint`: what is checked, exit codes, configuration, fixing, baseline, git, cache, threads. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt, FAULTY, folder, put, run, start, STORY, type Files } from './run.ts';

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly position: { readonly line: number; readonly column: number };
  readonly codePoints: { readonly start: number };
}
interface Report {
  readonly files: readonly {
    readonly file: string;
    readonly status: string;
    readonly findings: readonly Finding[];
    readonly suppressed?: readonly unknown[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

let place: ReturnType<typeof folder>;
beforeAll(ensureBuilt);
beforeEach(() => {
  place = folder({});
});
afterEach(() => {
  chmodSync(place.path, 0o755);
  place.remove();
});
const files = (content: Files): void => {
  put(place.path, content);
};
const lint = (...args: string[]): ReturnType<typeof run> => run(['lint', ...args], { cwd: place.path });
const report = (...args: string[]): Report => JSON.parse(lint('--format', 'json', ...args).out) as Report;
const rulesOf = (...args: string[]): string[] =>
  report(...args).files.flatMap((file) => file.findings.map((finding) => finding.rule));
const read = (name: string): string => readFileSync(join(place.path, name), 'utf8');

/** A story in which no rule has anything to say at warning or above. */
const CLEAN = `Council to mend the bridge

By Tessa Lindqvist

The council of Tarn will mend the bridge at Marl in spring, its leader, Gareth Pell, said on Monday.
`;

describe('exit codes', () => {
  it('are 0 without errors, also with warnings, info and hints', () => {
    files({ 'clean.news': CLEAN, 'warn.news': 'Sources say the plan is dead.\n' });
    expect(lint('clean.news').code).toBe(0);
    expect(lint('warn.news')).toMatchObject({
      code: 0,
      out: expect.stringContaining('warn.news:1:1: warning source-bare') as string,
    });
  });

  it('are 1 with an error, or with more warnings than allowed', () => {
    files({ 'faulty.news': FAULTY, 'warn.news': 'Sources say the plan is dead.\n' });
    expect(lint('faulty.news').code).toBe(1);
    expect(lint('--max-warnings', '0', 'warn.news')).toMatchObject({
      code: 1,
      err: expect.stringContaining('1 warnings, more than the 0 allowed') as string,
    });
    expect(lint('--max-warnings', '1', 'warn.news').code).toBe(0);
    // What is hidden by --quiet still counts.
    expect(lint('--quiet', '--max-warnings', '0', 'warn.news')).toMatchObject({ code: 1, out: '' });
  });

  it('are 2 with wrong usage, missing files, a broken configuration, and nothing to check', () => {
    files({ 'clean.news': CLEAN });
    for (const args of [
      [],
      ['gone.news'],
      ['--rule', 'source-bear=off', 'clean.news'],
      ['--rule', 'source-bare', 'clean.news'],
      ['--preset', 'nyt', 'clean.news'],
      ['--format', 'xml', 'clean.news'],
      ['--jobs', 'x', 'clean.news'],
      ['-', 'clean.news'],
      ['--config', 'gone.json', 'clean.news'],
      ['--baseline', 'gone.json', 'clean.news'],
      ['*.article'],
    ]) {
      expect(lint(...args).code, args.join(' ')).toBe(2);
    }
    mkdirSync(join(place.path, 'empty'));
    expect(lint('empty')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no files to check') as string,
    });
    expect(lint('--allow-no-files', 'empty').code).toBe(0);
  });

  it('are 2 beside the findings of all readable files', () => {
    files({ 'faulty.news': FAULTY, 'latin.news': Buffer.from('He said \x93no\x94.', 'latin1') });
    const { code, out, err } = lint('.');
    expect(code).toBe(2);
    expect(out).toContain('faulty.news:1:1: warning source-bare');
    expect(err).toContain('latin.news: not UTF-8: invalid byte 0x93 at byte 8');
  });

  it('are 130 when interrupted, with what was found so far', async () => {
    files(
      Object.fromEntries(
        Array.from({ length: 400 }, (_, i) => [`s${String(i).padStart(3, '0')}.news`, FAULTY.repeat(8)]),
      ),
    );
    const child = start(['lint', '--jobs', '1', '--progress', 'always', '.'], place.path);
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString('utf8')));
    child.stderr.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(130);
    expect(out).toContain('s000.news:3:28: error quote-unbalanced');
    expect(out).not.toContain('s399.news');
  });
});

describe('a run that is cut short', () => {
  it('hears Ctrl+C while it works on one long text', async () => {
    files({ 'long.news': `${STORY}\n\n`.repeat(Math.ceil(4_000_000 / STORY.length)) });
    const child = start(['lint', '--debug', 'long.news'], place.path);
    const since = Date.now();
    child.stderr.once('data', () => setTimeout(() => child.kill('SIGINT'), 500));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(130);
    expect(Date.now() - since).toBeLessThan(10_000);
  });

  it('ends quietly when the reader of its findings goes away', async () => {
    files(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}.news`, FAULTY.repeat(20)])));
    const child = start(['lint', '--jobs', '1', '--format', 'json', '.'], place.path);
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString('utf8')));
    child.stdout.once('data', () => {
      child.stdout.destroy();
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(err).not.toMatch(/EPIPE|fault/);
  });
});

describe('what is checked', () => {
  it('takes folders by ending, globs and named files, in path order', () => {
    files({
      'b/x.news': CLEAN,
      'a/y.article': CLEAN,
      'a/z.md': STORY,
      'a/w.html': STORY,
      'node_modules/m.news': CLEAN,
      '.hidden/h.news': CLEAN,
      'c.news': CLEAN,
    });
    expect(report('.').files.map((file) => file.file)).toEqual([
      'a/y.article',
      'a/z.md',
      'b/x.news',
      'c.news',
    ]);
    expect(report('**/*.news').files.map((file) => file.file)).toEqual(['b/x.news', 'c.news']);
    expect(
      report('--plain-text', 'always', 'a/w.html', 'c.news', 'c.news').files.map((file) => file.file),
    ).toEqual(['a/w.html', 'c.news']);
  });

  it('passes over plain text that does not read as news, and says which', () => {
    files({ 'list.txt': 'eggs\nbread\n', 'story.txt': STORY });
    const { files: checked, summary } = report('.');
    expect(checked.map((file) => [file.file, file.status])).toEqual([
      ['list.txt', 'passed-over'],
      ['story.txt', 'checked'],
    ]);
    expect(summary['passedOver']).toBe(1);
    expect(lint('.').err).toContain('list.txt: does not read as news');
  });

  it('leaves out what .gitignore, .sourcelightignore, the configuration and --ignore say', () => {
    files({
      '.git/HEAD': '',
      '.gitignore': 'out/\n*.tmp.news\n!keep.tmp.news\n',
      '.sourcelightignore': '# old\narchive/\n',
      '.sourcelight.json': '{ "ignore": ["wire/**"] }',
      'sub/.gitignore': 'local.news\n',
      'out/a.news': CLEAN,
      'b.tmp.news': CLEAN,
      'keep.tmp.news': CLEAN,
      'archive/c.news': CLEAN,
      'wire/d.news': CLEAN,
      'sub/local.news': CLEAN,
      'sub/e.news': CLEAN,
      'f.news': CLEAN,
    });
    const names = (...args: string[]): string[] => report(...args).files.map((file) => file.file);
    expect(names('.')).toEqual(['f.news', 'keep.tmp.news', 'sub/e.news']);
    expect(names('--ignore', 'sub/**', '.')).toEqual(['f.news', 'keep.tmp.news']);
    expect(names('--no-gitignore', '.')).toContain('out/a.news');
    expect(names('--no-ignore', '.')).toHaveLength(8);
    const named = lint('archive/c.news', 'f.news');
    expect(named.err).toContain('archive/c.news: ignored');
  });

  it('skips binaries and huge files in a folder, but not when they are named', () => {
    files({ 'a.news': CLEAN, 'b.txt': Uint8Array.from([1, 0, 2]), 'big.news': CLEAN.repeat(40) });
    const all = lint('--max-bytes', '2000', '.');
    expect(all.code).toBe(0);
    expect(all.err).toContain('b.txt: not a text file');
    expect(all.err).toContain('big.news: too large');
    expect(all.err).toContain('2 files skipped');
    expect(lint('b.txt').code).toBe(2);
    expect(lint('--max-bytes', '2000', 'big.news').code).toBe(2);
  });

  it('reads standard input under a name, and lists of files', () => {
    files({
      '.sourcelight.json': '{ "overrides": [{ "files": ["desk/**"], "rules": { "source-bare": "error" } }] }',
      'a.news': CLEAN,
      list: 'a.news\n',
    });
    const input = 'Sources say the plan is dead.\n';
    const named = run(['lint', '--stdin-filename', 'desk/x.news', '-'], { cwd: place.path, input });
    expect(named.code).toBe(1);
    expect(named.out).toContain('desk/x.news:1:1: error source-bare');
    expect(run(['lint', '--plain-text', 'always', '-'], { cwd: place.path, input }).out).toContain(
      '<stdin>:1:1: warning',
    );
    expect(report('--file-list', 'list').files.map((file) => file.file)).toEqual(['a.news']);
    expect(
      run(['lint', '--format', 'json', '--file-list', '-'], { cwd: place.path, input: 'a.news\n' }).out,
    ).toContain('a.news');
  });

  it('gives exact places: lines, columns and code points', () => {
    files({ 'e.news': '🚢🚢 Tarn.\r\n\r\nSources say the plan is dead.\r\n' });
    const finding = report('--only', 'source-bare', 'e.news').files[0]?.findings[0];
    expect(finding).toMatchObject({
      start: 14,
      end: 21,
      position: { line: 3, column: 1 },
      codePoints: { start: 12 },
    });
  });

  it('works without the word lint', () => {
    files({ 'faulty.news': FAULTY });
    expect(run(['faulty.news'], { cwd: place.path }).code).toBe(1);
    expect(run(['--quiet', './faulty.news'], { cwd: place.path }).code).toBe(1);
  });
});

describe('configuration', () => {
  it('is found upwards, nearest first, and overruled by flags', () => {
    files({
      '.sourcelight.json': '{ "rules": { "source-bare": "off" } }',
      'desk/.sourcelight.yaml': 'rules:\n  source-bare: error\n',
      'a.news': FAULTY,
      'desk/b.news': FAULTY,
    });
    expect(rulesOf('a.news')).not.toContain('source-bare');
    expect(
      report('desk/b.news').files[0]?.findings.find((finding) => finding.rule === 'source-bare')?.severity,
    ).toBe('error');
    expect(rulesOf('--no-config', 'a.news')).toContain('source-bare');
    expect(rulesOf('--rule', 'source-bare=info', 'a.news')).toContain('source-bare');
    expect(rulesOf('--config', '.sourcelight.json', 'desk/b.news')).not.toContain('source-bare');
    expect(rulesOf('--skip', 'source-bare,quote-unbalanced', 'desk/b.news')).not.toContain(
      'quote-unbalanced',
    );
    expect(rulesOf('--only', 'quote-unbalanced', 'desk/b.news')).toEqual(['quote-unbalanced']);
    expect(lint('--preset', 'opinion', 'a.news').code).toBe(1);
  });

  it('tells faults with file and line, goes on, and ends with 2', () => {
    files({
      '.sourcelight.json': '{\n  "rules": {\n    "source-bear": "off",\n    "verb-loaded": 7\n  }\n}',
      'a.news': FAULTY,
    });
    const { code, out, err } = lint('a.news');
    expect(code).toBe(2);
    expect(err).toMatch(/\.sourcelight\.json:3:5: .*source-bear/);
    expect(err).toMatch(/\.sourcelight\.json:4:5: /);
    expect(out).toContain('source-bare');
    expect(run(['print-config', 'a.news'], { cwd: place.path }).code).toBe(2);
  });

  it('is printed with its origins, and written for a start', () => {
    expect(run(['init'], { cwd: place.path })).toMatchObject({ code: 0 });
    expect(run(['init'], { cwd: place.path })).toMatchObject({ code: 2 });
    files({
      'base.json': '{ "extends": ["reuters"], "outlet": "Courier" }',
      '.sourcelight.json': '{ "extends": ["./base.json"], "rules": { "quote-scare": "off" } }',
    });
    const { code, out } = run(['print-config', '--json', 'a.news'], { cwd: place.path });
    expect(code).toBe(0);
    const { values } = JSON.parse(out) as { values: Record<string, { value: unknown; from: string }> };
    expect(values['outlet']).toEqual({ value: 'Courier', from: join(place.path, 'base.json') });
    expect(values['rules.quote-scare']?.from).toBe(join(place.path, '.sourcelight.json'));
    expect(values['rules.source-single']?.from).toBe('preset reuters');
    expect(run(['print-config', 'a.news'], { cwd: place.path }).out).toMatch(/^outlet +"Courier" +\//m);
  });
});

describe('the source book', () => {
  it('is found upwards, tells its faults with file and line, and gives speakers their names', () => {
    files({
      '.sourcelight/sources.yaml':
        'speakers:\n  - name: Joan Ferrow\n    note: known to the desk\n    nope: 1\n',
      'desk/a.news': STORY,
    });
    const { code, err } = lint('desk/a.news');
    expect(code).toBe(2);
    expect(err).toMatch(/sources\.yaml:4:5: .*nope/);
    const out = run(['annotate', '--format', 'json', 'desk/a.news'], { cwd: place.path }).out;
    const { speakers } = JSON.parse(out) as { speakers: { name: string; note?: string }[] };
    expect(speakers.find((speaker) => speaker.name === 'Joan Ferrow')?.note).toBe('known to the desk');
    expect(lint('--source-book', 'gone.yaml', 'desk/a.news').code).toBe(2);
  });
});

describe('suppressions', () => {
  it('hold in the copy and beside it, and are reported when unused', () => {
    files({
      'a.news':
        '%% sourcelight-disable-next-line source-bare -- the desk knows\nSources say the plan is dead.\n',
      'b.news': 'Sources say the plan is dead.\n',
      'b.news.sourcelight.json': JSON.stringify({
        sourcelight: 1,
        suppressions: [
          { rule: 'source-bare', anchor: { exact: 'Sources', prefix: '', suffix: ' say' }, reason: 'known' },
        ],
      }),
      'c.news': `%% sourcelight-disable-next-line verb-loaded -- x\n${CLEAN}`,
    });
    expect(rulesOf('a.news')).toEqual([]);
    expect(rulesOf('b.news')).toEqual([]);
    expect(rulesOf('c.news')).toEqual(['suppression-unused']);
    expect(lint('--show-suppressed', 'a.news').out).toContain('(the desk knows)');
    expect(lint('a.news').err).toContain('1 suppressed');
    expect(lint('--fix', 'c.news').code).toBe(0);
    expect(read('c.news')).toBe(CLEAN);
  });
});

describe('fixing', () => {
  const FIXABLE = 'Police accused Dan Moult, a builder, of allegedly stealing a boat in Tarn.\n';

  it('writes safe fixes, keeps encoding, marks, line ends and mode, and is done after one run', () => {
    const crlf = `\ufeff${FIXABLE.replaceAll('\n', '\r\n')}`;
    files({ 'a.news': FIXABLE, 'crlf.news': crlf, 'wide.news': Buffer.from(`\ufeff${FIXABLE}`, 'utf16le') });
    chmodSync(join(place.path, 'a.news'), 0o640);
    symlinkSync('a.news', join(place.path, 'link.news'));
    const { err } = lint('--fix', 'link.news', 'crlf.news', 'wide.news');
    expect(err).toContain('fixed');
    expect(read('a.news')).toBe('Police accused Dan Moult, a builder, of stealing a boat in Tarn.\n');
    expect(statSync(join(place.path, 'a.news')).mode & 0o777).toBe(0o640);
    expect(read('crlf.news')).toBe(crlf.replace('allegedly ', ''));
    expect(readFileSync(join(place.path, 'wide.news')).toString('utf16le')).toBe(
      `\ufeff${FIXABLE.replace('allegedly ', '')}`,
    );
    const before = read('a.news');
    lint('--fix', 'a.news');
    expect(read('a.news')).toBe(before);
    expect(readdirSync(place.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('shows the change as a diff that git applies, and writes nothing', () => {
    files({ 'a.news': FIXABLE });
    const { code, out } = lint('--fix-dry-run', 'a.news');
    expect(code).toBe(0);
    expect(read('a.news')).toBe(FIXABLE);
    files({ 'x.patch': out });
    execFileSync('git', ['apply', '--unsafe-paths', 'x.patch'], { cwd: place.path });
    expect(read('a.news')).toBe(FIXABLE.replace('allegedly ', ''));
    files({ 'b.news': FIXABLE.trimEnd() });
    expect(lint('--fix-dry-run', 'b.news').out.match(/No newline at end of file/g)).toHaveLength(2);
  });

  it('prints the fixed text of standard input, findings on standard error', () => {
    const { code, out, err } = run(['lint', '--fix', '--stdin-filename', 'x.news', '-'], {
      cwd: place.path,
      input: `Sources say so. ${FIXABLE}`,
    });
    expect(code).toBe(0);
    expect(out).toBe(`Sources say so. ${FIXABLE.replace('allegedly ', '')}`);
    expect(err).toContain('source-bare');
    expect(
      run(['lint', '--fix', '--stdin-filename', 'x.news', '-'], { cwd: place.path, input: CLEAN }).out,
    ).toBe(CLEAN);
  });

  it('loses nothing when a file cannot be written', () => {
    files({ 'a.news': FIXABLE });
    chmodSync(join(place.path, 'a.news'), 0o444);
    const { code, err } = lint('--fix', 'a.news');
    expect(code).toBe(2);
    expect(err).toMatch(/a\.news: cannot be written: .*it is unchanged/);
    expect(read('a.news')).toBe(FIXABLE);
    expect(readdirSync(place.path)).toEqual(['a.news']);
    // What is told is what the file still holds.
    expect(err).not.toContain('fixed)');
    expect(lint('--fix', '--format', 'json', 'a.news').out).toBe(lint('--format', 'json', 'a.news').out);
  });
});

describe('adopting an archive', () => {
  it('hides what the baseline knows, by words and not by lines', () => {
    files({ 'a.news': FAULTY });
    expect(lint('--write-baseline', 'a.news')).toMatchObject({
      code: 1,
      err: expect.stringContaining('.sourcelight-baseline.json:') as string,
    });
    const hidden = lint('--baseline', '.sourcelight-baseline.json', 'a.news');
    expect(hidden).toMatchObject({ code: 0, out: '' });
    expect(hidden.err).toContain('known findings hidden by the baseline');
    // A paragraph before moves everything and changes nothing.
    files({ 'a.news': `A new lede about Tarn.\n\n${FAULTY}` });
    expect(lint('--baseline', '.sourcelight-baseline.json', 'a.news').code).toBe(0);
    files({ 'a.news': `${FAULTY}\nSources say a second plan is dead too.\n` });
    expect(rulesOf('--baseline', '.sourcelight-baseline.json', 'a.news')).toEqual(['source-bare']);
    files({ 'a.news': CLEAN });
    expect(lint('--prune-baseline', 'a.news').err).toMatch(/[1-9]\d* entries dropped/);
    expect(read('.sourcelight-baseline.json')).toContain('"entries": []');
    files({ 'b.json': '{}' });
    expect(lint('--baseline', 'b.json', 'a.news')).toMatchObject({ code: 2 });
  });

  it('checks only what changed since a revision', () => {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
        cwd: place.path,
        stdio: 'pipe',
      });
    };
    files({ 'a.news': FAULTY, 'é b.news': FAULTY, 'c.news': FAULTY });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    expect(lint('--since', 'HEAD', '.')).toMatchObject({ code: 0, out: '' });
    files({
      'é b.news': `${FAULTY}\nSources say a second plan is dead too.\n`,
      'new.news': 'Sources say so.\n',
    });
    expect(
      report('--since', 'HEAD', '.').files.map((file) => [
        file.file,
        file.findings.map((finding) => finding.position.line),
      ]),
    ).toEqual([
      ['new.news', [1]],
      ['é b.news', [7]],
    ]);
    // A file that only moved has nothing new in it.
    git('mv', 'a.news', 'moved.news');
    expect(lint('--since', 'HEAD', 'moved.news')).toMatchObject({ code: 0, out: '' });
    expect(lint('--since', 'nothing', '.')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no revision “nothing”') as string,
    });
  });

  it('says so where there is no repository', () => {
    files({ 'a.news': FAULTY });
    expect(lint('--since', 'HEAD', 'a.news')).toMatchObject({
      code: 2,
      err: expect.stringContaining('git') as string,
    });
  });
});

describe('speed', () => {
  const many = (count: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `s${String(i).padStart(3, '0')}.news`,
        i % 3 === 0 ? FAULTY : STORY,
      ]),
    );

  it('prints the same bytes from the cache, and with any number of threads', () => {
    files(many(70));
    const fresh = lint('--format', 'json', '--jobs', '1', '.');
    expect(lint('--format', 'json', '--jobs', '3', '.').out).toBe(fresh.out);
    const first = lint('--format', 'json', '--cache', '.');
    expect(first.out).toBe(fresh.out);
    expect(existsSync(join(place.path, '.sourcelightcache'))).toBe(true);
    expect(lint('--format', 'json', '--cache', '.').out).toBe(fresh.out);
    files({ 's000.news': CLEAN });
    expect(lint('--format', 'json', '--cache', '.').out).toBe(lint('--format', 'json', '.').out);
    expect(lint('--format', 'json', '--cache', '--rule', 'source-bare=error', '.').out).toContain(
      '"errors": ',
    );
    files({ '.sourcelightcache': 'rubbish' });
    const broken = lint('--format', 'json', '--cache', '.');
    expect(broken.err).toContain('not a readable cache');
    expect(broken.out).toBe(lint('--format', 'json', '.').out);
  });

  it('says when it stops at a limit', () => {
    files({ 'a.news': FAULTY.repeat(5) });
    expect(report('--max-findings', '2', 'a.news').files[0]?.findings).toHaveLength(2);
    expect(lint('--format', 'stylish', '--max-findings', '2', 'a.news').out).toContain(
      'stopped at 2 findings',
    );
  });
});

describe('other commands', () => {
  it('explain a rule and list all', () => {
    const { code, out } = run(['explain', 'source-bare']);
    expect(code).toBe(0);
    expect(out).toContain('Why');
    expect(out).toContain('⟦Sources⟧ say the merger is off.');
    expect((JSON.parse(run(['explain', '--json', 'source-bare']).out) as { id: string }).id).toBe(
      'source-bare',
    );
    const rules = JSON.parse(run(['rules', '--json']).out) as { id: string }[];
    expect(rules.length).toBeGreaterThanOrEqual(40);
    expect(run(['rules']).out).toContain('quote-unbalanced');
  });

  it('tell what changed in sourcing between two drafts', () => {
    const draft = STORY.replace('Harbour chief denies taking cash', 'Harbour chief in court');
    const without = draft
      .replace(/“I never took a penny.*\n\n/, '')
      .replace('Ada Quill, the mayor of Port Ansel,', 'An official');
    files({ 'old.news': draft, 'new.news': without });
    const { code, out } = run(['diff', 'old.news', 'new.news'], { cwd: place.path });
    expect(code).toBe(0);
    expect(out).toMatch(/lost the denial in paragraph 4/);
    expect(out).toMatch(/from Ada Quill to/);
    const { changes } = JSON.parse(
      run(['diff', '--format', 'json', 'old.news', 'new.news'], { cwd: place.path }).out,
    ) as { changes: { kind: string }[] };
    expect(changes.map((change) => change.kind)).toEqual(
      expect.arrayContaining(['reply-lost', 'source-weaker']),
    );
    expect(run(['diff', '--exit-code', 'old.news', 'new.news'], { cwd: place.path }).code).toBe(1);
    expect(run(['diff', '--exit-code', 'old.news', 'old.news'], { cwd: place.path })).toMatchObject({
      code: 0,
      out: 'no change in sourcing\n',
    });
    expect(run(['diff', 'old.news'], { cwd: place.path }).code).toBe(2);
  });

  it('report voices, replies and the headline', () => {
    files({ 'a.news': STORY });
    const { out } = run(['report', 'a.news'], { cwd: place.path });
    expect(out).toContain('Reply ledger');
    expect(out).toMatch(/Joan Ferrow · alleged/);
    const ledger = JSON.parse(
      run(['report', '--ledger', '--format', 'json', 'a.news'], { cwd: place.path }).out,
    ) as Record<string, unknown[]>;
    expect(Object.keys(ledger)).toEqual(['schemaVersion', 'id', 'ledger']);
    expect(ledger['ledger']).toHaveLength(1);
    expect(run(['report', 'sheet', '--format', 'csv', 'a.news'], { cwd: place.path }).out).toMatch(
      /^done,no\.,paragraph,/,
    );
    expect(run(['export', '--to', 'nonsense', 'a.news'], { cwd: place.path }).code).toBe(2);
    expect(
      run(['export', '--to', 'html', '--output-file', 'a.html', 'a.news'], { cwd: place.path }),
    ).toMatchObject({ code: 0, out: '' });
    expect(read('a.html')).toMatch(/^<!doctype html>/);
  });

  it('serve the language server over standard input and output', async () => {
    const child = start(['lsp', '--stdio'], place.path);
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    let out = '';
    const answered = new Promise<void>((resolve) =>
      child.stdout.on('data', (data: Buffer) => {
        out += data.toString('utf8');
        if (out.includes('"capabilities"')) resolve();
      }),
    );
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await answered;
    expect(out).toContain('hoverProvider');
    const left = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await left;
  });
});
