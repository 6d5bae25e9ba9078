/** `sourcelight lint`: finds sourcing faults in drafts, at the desk and in CI. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import {
  baselineText,
  checkAgainst,
  makeBaseline,
  pruneBaseline,
  readBaseline,
  type Baseline,
} from '../../config/baseline.ts';
import type { Severity } from '../../engine/annotation.ts';
import { LEVELS, type ConfigLayer, type Level } from '../../engine/rules/config.ts';
import { readSidecar, type Sidecar } from '../../engine/suppress.ts';
import type { Command } from '../command.ts';
import { configurations, type Configurations } from '../configuration.ts';
import { formatFor, wantedFormat } from '../document.ts';
import { EXIT, Failure, nearest } from '../failure.ts';
import { DEFAULT_MAX_BYTES, decode, encode, readBytes, readStandardInput, type Decoded } from '../input.ts';
import type { Changes } from '../lint/changed.ts';
import { checkText, KNOWN_RULES, type CheckOptions } from '../lint/check.ts';
import { selectFiles, type Target } from '../lint/files.ts';
import { unifiedDiff } from '../lint/fix.ts';
import type { Cache } from '../lint/cache.ts';
import type { Pool } from '../lint/pool.ts';
import { summarise, uncheckedResult, type FileResult, type PlacedFinding } from '../lint/result.ts';
import { note, print, stderrIsTerminal, stdoutIsTerminal, tell, wantsColor } from '../output.ts';
import { FORMATS, summaryText, type FormatName } from '../render/format.ts';
import { sourceBooks, withHouse } from '../sourceBook.ts';
import { choice, wholeNumber } from '../values.ts';
import { VERSION } from '../version.ts';
import { writeAtomically } from '../write.ts';

const HELP = `Usage: sourcelight lint [options] FILE, FOLDER or GLOB… | -

Finds what a desk editor would ask about: quotes without a speaker, vague or bare sources, allegations without an
accuser, accused people without a reply. Folders are searched for .news, .article, .md, .markdown and .txt files;
the last three are checked when they read as news, and so are .html and ninjs files that are named or globbed.

Input
  -                        read standard input; --stdin-filename NAME names it (decides configuration and format)
  --file-list FILE         one path a line; - for standard input
  --plain-text WHEN        auto (default), always, never: are .txt, Markdown, HTML and ninjs files checked
  --input-format NAME      auto (default, by the file's name), text, html, ninjs
  --ignore GLOB            leave out; may be repeated. --no-ignore: no ignore files; --no-gitignore: not .gitignore
  --since REV              only findings on lines changed since the git revision
  --max-bytes N            largest file to read (default ${DEFAULT_MAX_BYTES})
  --allow-no-files         no file found is no fault

Rules
  --config FILE            instead of the nearest .sourcelight.json upwards; --no-config: defaults only
  --preset NAME            may be repeated
  --rule ID=LEVEL          for this run; levels: off, hint, info, warning, error; may be repeated
  --only IDS, --skip IDS   comma-separated rule ids
  --source-book FILE       the newsroom's speakers and agencies (default: the nearest .sourcelight/sources.yaml)
  --all                    also findings the engine is unsure about

Output
  --format NAME            ${Object.keys(FORMATS).join(', ')}
                           (default: stylish on a terminal, compact otherwise)
  --output-file FILE       findings go to FILE
  --severity LEVEL         lowest level shown (default info); --quiet: errors only
  --max-findings N         per file (default 200)
  --show-suppressed        show suppressed findings with their reason
  --color WHEN, --no-color auto (default), always, never
  --progress WHEN          auto (default: on a terminal, after a second), always, never
  --debug                  what was searched and how long it took, on standard error

Fixing
  --fix                    apply safe fixes; files are replaced as a whole or not at all
  --fix-dry-run            print the changes as a diff, write nothing

Adopting an archive
  --baseline FILE          hide the findings FILE knows; --baseline-ignore-paths: also in renamed files
  --write-baseline[=FILE]  record today's findings (default .sourcelight-baseline.json)
  --prune-baseline         drop entries that are gone

Speed
  --cache, --cache-location FILE   keep results by content (default .sourcelightcache)
  --jobs N                 worker threads (default auto)

  --max-warnings N         exit code 1 when there are more warnings
  --help, --version

Exit codes: 0 no errors and no more warnings than allowed, 1 findings, 2 wrong usage, broken configuration or an
unreadable file (all others are still checked), 130 interrupted.
`;

const DEFAULT_BASELINE = '.sourcelight-baseline.json';

const OPTIONS = {
  'stdin-filename': { type: 'string' },
  'file-list': { type: 'string' },
  'plain-text': { type: 'string' },
  'input-format': { type: 'string' },
  ignore: { type: 'string', multiple: true },
  'no-ignore': { type: 'boolean' },
  'no-gitignore': { type: 'boolean' },
  since: { type: 'string' },
  'max-bytes': { type: 'string' },
  'allow-no-files': { type: 'boolean' },
  'source-book': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  preset: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  skip: { type: 'string', multiple: true },
  all: { type: 'boolean' },
  format: { type: 'string' },
  'output-file': { type: 'string' },
  severity: { type: 'string' },
  quiet: { type: 'boolean' },
  'max-findings': { type: 'string' },
  'show-suppressed': { type: 'boolean' },
  color: { type: 'string' },
  'no-color': { type: 'boolean' },
  progress: { type: 'string' },
  debug: { type: 'boolean' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'prune-baseline': { type: 'boolean' },
  'baseline-ignore-paths': { type: 'boolean' },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
  jobs: { type: 'string' },
  'max-warnings': { type: 'string' },
} as const;

const ORDER: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

function ruleIds(option: string, values: readonly string[] | undefined): readonly string[] {
  const ids = (values ?? [])
    .flatMap((value) => value.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
  for (const id of ids) requireRule(option, id);
  return ids;
}

function requireRule(option: string, id: string): void {
  if (KNOWN_RULES.includes(id)) return;
  const near = nearest(id, KNOWN_RULES);
  throw new Failure(
    `${option}: there is no rule “${id}”${near === null ? '' : `; did you mean “${near}”?`} (sourcelight rules lists them)`,
  );
}

/** `--rule ID=LEVEL` as configuration. */
function ruleLevels(values: readonly string[] | undefined): Record<string, Level> {
  const levels: Record<string, Level> = {};
  for (const value of values ?? []) {
    const [id = '', level] = value.split(/[=:]/, 2);
    requireRule('--rule', id);
    if (level === undefined) throw new Failure(`--rule: write ${id}=LEVEL, with one of ${LEVELS.join(', ')}`);
    levels[id] = choice('--rule', level === 'information' ? 'info' : level, LEVELS) ?? 'off';
  }
  return levels;
}

interface BaselineUse {
  readonly path: string;
  readonly baseline: Baseline;
}

async function run(argv: readonly string[]): Promise<number> {
  const started = process.uptime();
  const args = argv.map((arg) => (arg === '--write-baseline' ? `--write-baseline=${DEFAULT_BASELINE}` : arg));
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const debug = (message: string): void => {
    if (values.debug === true)
      note(`debug: ${message} (${((process.uptime() - started) * 1000).toFixed(0)} ms)`);
  };

  const fixing = values.fix === true || values['fix-dry-run'] === true;
  const format =
    choice('--format', values.format, Object.keys(FORMATS) as FormatName[]) ??
    (stdoutIsTerminal() ? 'stylish' : 'compact');
  const lowest =
    values.quiet === true
      ? 'error'
      : (choice('--severity', values.severity === 'information' ? 'info' : values.severity, ORDER) ?? 'info');
  const maxWarnings = wholeNumber('--max-warnings', values['max-warnings']);
  const maxBytes = wholeNumber('--max-bytes', values['max-bytes']);
  const maxFindings = wholeNumber('--max-findings', values['max-findings']);
  const plainText = choice('--plain-text', values['plain-text'], ['auto', 'always', 'never']) ?? 'auto';
  const jobs =
    values.jobs === undefined || values.jobs === 'auto' ? 'auto' : (wholeNumber('--jobs', values.jobs) ?? 1);
  const inputFormat = wantedFormat(values['input-format']);
  const progress = choice('--progress', values.progress, ['auto', 'always', 'never']) ?? 'auto';
  const color =
    choice('--color', values['no-color'] === true ? 'never' : values.color, ['auto', 'always', 'never']) ??
    'auto';
  const only = values.only === undefined ? null : ruleIds('--only', values.only);
  const flags: ConfigLayer = {
    ...(values.all === true ? { minConfidence: 0, unsure: true } : {}),
    ...(maxFindings === undefined ? {} : { maxFindingsPerFile: maxFindings }),
    rules: {
      ...ruleLevels(values.rule),
      ...Object.fromEntries(ruleIds('--skip', values.skip).map((id) => [id, 'off' as const])),
    },
  };
  const books = sourceBooks(values['source-book']);
  const configs = configurations({
    file: values.config,
    none: values['no-config'],
    flags,
    presets: values.preset ?? [],
  });
  if (values.config !== undefined && !existsSync(values.config))
    throw new Failure(`--config: ${values.config}: no such file`);

  const fromStdin = positionals.includes('-');
  if (fromStdin && positionals.length > 1) throw new Failure('“-” stands alone: standard input is one text');
  const listed = values['file-list'] === undefined ? [] : await fileList(values['file-list']);
  if (positionals.length === 0 && values['file-list'] === undefined)
    throw new Failure('lint: name a file, folder or glob, or “-” for standard input');

  const changes =
    values.since === undefined ? null : (await import('../lint/changed.ts')).changesSince(values.since);
  const results: FileResult[] = [];
  const originals = new Map<string, Original>();
  let code: number = EXIT.clean;
  const stop = { asked: false };
  const interrupted = new Promise<void>((resume) => {
    process.once('SIGINT', () => {
      stop.asked = true;
      resume();
    });
  });

  const optionsFor = async (
    path: string,
    sidecar: Sidecar | null,
  ): Promise<CheckOptions & { readonly maxBytes: number }> => {
    const config = await configs.forFile(path);
    const always = ['.news', '.article'].includes(extname(path).toLowerCase()) && plainText === 'auto';
    return {
      config: config.lint,
      suppressions: config.suppressions,
      sidecar: config.suppressions.sidecar ? sidecar : null,
      book: withHouse(await books.forFile(path === '<stdin>' ? null : path), config.book),
      plainText: always ? 'always' : plainText,
      format: formatFor(path === '<stdin>' ? null : path, inputFormat),
      only,
      fix: fixing,
      maxBytes: maxBytes ?? config.maxFileBytes ?? DEFAULT_MAX_BYTES,
    };
  };

  if (fromStdin) {
    const name = values['stdin-filename'] ?? '<stdin>';
    const { maxBytes: limit, ...options } = await optionsFor(name, readSidecarOf(name));
    const input = await readStandardInput(limit);
    const result = await checkText(name, input.text, options);
    results.push(result);
    originals.set(name, { path: name, input });
  } else {
    const selection = await selectFiles([...positionals, ...listed], configs, {
      gitignore: values['no-ignore'] !== true && values['no-gitignore'] !== true,
      ignoreFiles: values['no-ignore'] !== true,
      ignore: values.ignore ?? [],
    });
    for (const message of selection.notes) note(message);
    if (selection.missing) code = EXIT.fault;
    debug(`${selection.targets.length} files selected`);
    const targets =
      changes === null
        ? selection.targets
        : selection.targets.filter(({ path }) => changes.linesOf(path) !== null);
    if (selection.targets.length === 0 && values['allow-no-files'] !== true) {
      note('sourcelight: no files to check');
      code = EXIT.fault;
    }
    const cache = await cacheOf(
      values.cache === true || values['cache-location'] !== undefined
        ? (values['cache-location'] ?? '.sourcelightcache')
        : null,
    );
    const named = new Set([...positionals, ...listed].map((arg) => resolve(arg)));
    const bar = progressBar(progress, targets.length);
    const { quotesElsewhere } = await import('../lint/drift.ts');
    const elsewhere = await quotesElsewhere(targets, (path) => optionsFor(path, null));
    await checkAll(targets, {
      jobs,
      cache,
      optionsFor: async (path, sidecar) => ({
        ...(await optionsFor(path, sidecar)),
        elsewhere: elsewhere(path),
      }),
      isNamed: (path) => named.has(path),
      isInterrupted: () => stop.asked,
      interrupted,
      keepOriginal: (target, input) => {
        if (fixing) originals.set(target.name, { path: target.path, input });
      },
      done: (result) => {
        results.push(result);
        bar.step(result);
      },
    });
    bar.end();
    cache?.save();
    results.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    debug(`${results.length} files checked`);
  }
  process.removeAllListeners('SIGINT');

  for (const result of results) {
    if (result.status === 'failed') {
      note(`sourcelight: ${result.message ?? result.file}`);
      code = EXIT.fault;
    }
  }
  tellPassedOver(results);

  const use = await baselineOf(values, configs, results);
  if (values.fix === true && !fromStdin) {
    for (const [index, result] of results.entries()) {
      const original = originals.get(result.file);
      if (result.fixed === null || !original) continue;
      try {
        writeFixed(original, result.fixed);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        note(`sourcelight: ${error.message}`);
        code = EXIT.fault;
        // What is told is what the file holds: as it was, without the fixes.
        const options = await optionsFor(original.path, readSidecarOf(original.path));
        results[index] = await checkText(result.file, original.input.text, { ...options, fix: false });
      }
    }
  }
  const kept = results.map((result) =>
    filtered(result, { changes, use, ignorePaths: values['baseline-ignore-paths'] === true }),
  );

  if (values['write-baseline'] !== undefined || values['prune-baseline'] === true) {
    writeBaseline(values['write-baseline'], use, results);
  }

  const shown = kept.map((result) => ({
    ...result,
    findings: result.findings.filter((finding) => ORDER.indexOf(finding.severity) >= ORDER.indexOf(lowest)),
  }));
  const summary = summarise(shown);
  const render = await FORMATS[format]();
  const toFile = values['output-file'];
  const toStderr = (fromStdin && values.fix === true) || values['fix-dry-run'] === true;
  const text = render(shown, {
    version: VERSION,
    summary,
    color: toFile === undefined && wantsColor(color, toStderr ? 'stderr' : 'stdout'),
    showSuppressed: values['show-suppressed'] === true,
  });
  if (values['fix-dry-run'] === true) {
    for (const result of results) {
      const before = originals.get(result.file)?.input.text;
      if (result.fixed !== null && before !== undefined)
        await print(unifiedDiff(result.file, before, result.fixed));
    }
  } else if (fromStdin && values.fix === true) {
    await print(results[0]?.fixed ?? originals.values().next().value?.input.text ?? '');
  }
  if (toFile !== undefined) writeAtomically(toFile, text);
  else if (toStderr) tell(text);
  else await print(text);
  if (format !== 'github') note(summaryText(summary));
  debug('done');

  if (configs.broken() || books.broken()) code = EXIT.fault;
  if (stop.asked) {
    note('interrupted');
    return EXIT.interrupted;
  }
  const all = summarise(kept);
  const tooMany = maxWarnings !== undefined && all.warnings > maxWarnings;
  if (tooMany) note(`${all.warnings} warnings, more than the ${maxWarnings} allowed`);
  return code !== EXIT.clean ? code : all.errors > 0 || tooMany ? EXIT.findings : EXIT.clean;
}

interface Original {
  readonly path: string;
  readonly input: Decoded;
}

async function fileList(path: string): Promise<string[]> {
  const { text } =
    path === '-'
      ? await readStandardInput(DEFAULT_MAX_BYTES)
      : decode(readBytes(path, DEFAULT_MAX_BYTES), path);
  return text.split(/\r?\n/).filter((line) => line !== '');
}

/** `story.txt.sourcelight.json` beside the story; faults in it are told and stop nothing. */
function readSidecarOf(path: string): Sidecar | null {
  const file = `${path}.sourcelight.json`;
  if (!existsSync(file)) return null;
  try {
    const { sidecar, problems } = readSidecar(JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')));
    for (const problem of problems) note(`sourcelight: ${file}: ${problem}`);
    return sidecar;
  } catch (error) {
    note(`sourcelight: ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function cacheOf(location: string | null): Promise<Cache | null> {
  return location === null ? null : (await import('../lint/cache.ts')).openCache(location);
}

interface CheckRun {
  readonly jobs: number | 'auto';
  readonly cache: Cache | null;
  optionsFor(path: string, sidecar: Sidecar | null): Promise<CheckOptions & { readonly maxBytes: number }>;
  isNamed(path: string): boolean;
  isInterrupted(): boolean;
  /** Settles with Ctrl+C, so that nobody waits for threads that work on a long text. */
  readonly interrupted: Promise<void>;
  keepOriginal(target: Target, input: Decoded): void;
  done(result: FileResult): void;
}

/** Checks all files, with worker threads where that pays. Results come in any order. */
async function checkAll(targets: readonly Target[], job: CheckRun): Promise<void> {
  const pool = await poolFor(job.jobs, targets);
  const cacheKey = job.cache === null ? null : (await import('../lint/cache.ts')).cacheKey;
  const running = new Set<Promise<void>>();
  let lastYield = process.uptime();
  try {
    for (const target of targets) {
      if (job.isInterrupted()) break;
      const { maxBytes, ...options } = await job.optionsFor(target.path, readSidecarOf(target.path));
      let input: Decoded;
      try {
        input = decode(readBytes(target.path, maxBytes), target.name);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        // In a folder a picture or an export of 50 MB is passed over; who names it wants to know.
        const skipped = (error.kind === 'binary' || error.kind === 'large') && !job.isNamed(target.path);
        const message = error.message.replace(`${target.path}: `, `${target.name}: `);
        if (skipped) note(`${message}; skipped`);
        job.done(uncheckedResult(target.name, skipped ? 'skipped' : 'failed', message));
        continue;
      }
      job.keepOriginal(target, input);
      const key = cacheKey === null ? null : cacheKey(input.text, options);
      const cached = key === null ? null : (job.cache?.get(target.name, key) ?? null);
      const finish = (result: FileResult): void => {
        if (key !== null && cached === null) job.cache?.set(target.name, key, result);
        job.done(result);
      };
      // A fault of ours in one file is told; the other files are still checked.
      const broken = (error: unknown): void => {
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
        job.done(
          uncheckedResult(target.name, 'failed', `${target.name}: internal fault, please report it: ${what}`),
        );
      };
      if (cached !== null) finish(cached);
      else if (pool === null) {
        try {
          finish(await checkText(target.name, input.text, options));
        } catch (error) {
          broken(error);
        }
        if (process.uptime() - lastYield > 0.05) {
          // Lets Ctrl+C through and the progress line out.
          await new Promise((resume) => setImmediate(resume));
          lastYield = process.uptime();
        }
      } else {
        const work = pool.run({ file: target.name, text: input.text, options }).then(finish, broken);
        const tracked: Promise<void> = work.finally(() => running.delete(tracked));
        running.add(tracked);
        if (running.size >= pool.capacity) await Promise.race([...running, job.interrupted]);
      }
    }
    await Promise.race([Promise.all(running), job.interrupted]);
  } finally {
    await pool?.close();
  }
}

/** Below this, starting threads costs more than it gains on any machine (`pool.ts`). */
const MIN_BYTES = 400_000;

async function poolFor(jobs: number | 'auto', targets: readonly Target[]): Promise<Pool | null> {
  if (jobs === 1) return null;
  const bytes = targets.reduce(
    (sum, { path }) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  if (jobs === 'auto' && bytes < MIN_BYTES) return null;
  const { openPool, threadsFor } = await import('../lint/pool.ts');
  const threads = threadsFor(jobs, targets.length, bytes);
  return threads > 0 ? openPool(threads) : null;
}

/** Names the files that were passed over, the first of them only where there are many. */
function tellPassedOver(results: readonly FileResult[]): void {
  const passed = results.filter((result) => result.status === 'passed-over');
  for (const { file, message } of passed.slice(0, 10)) note(`${file}: ${message ?? ''}`);
  if (passed.length > 10) note(`… and ${passed.length - 10} more files that do not read as news`);
  if (passed.length > 0) note('--plain-text always checks them anyway');
}

function withinFolder(folder: string, file: string): string {
  return relative(folder, resolve(file)).split(sep).join('/');
}

async function baselineOf(
  values: {
    readonly baseline?: string;
    readonly 'write-baseline'?: string;
    readonly 'prune-baseline'?: boolean;
  },
  configs: Configurations,
  results: readonly FileResult[],
): Promise<BaselineUse | null> {
  let path = values.baseline ?? null;
  if (path === null) {
    const first = results[0]?.file ?? '.';
    const { baseline } = await configs.forFile(first);
    const loaded = await configs.loadedFor(first);
    if (baseline !== null) path = isAbsolute(baseline) ? baseline : join(loaded?.folder ?? '.', baseline);
  }
  if (path === null && values['prune-baseline'] === true) path = DEFAULT_BASELINE;
  if (path === null) return null;
  if (!existsSync(path)) {
    if (values['write-baseline'] !== undefined) return null;
    throw new Failure(`--baseline: ${path}: no such file (--write-baseline makes one)`);
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    value = null;
  }
  const baseline = readBaseline(value);
  if (!baseline) throw new Failure(`--baseline: ${path}: not a baseline file`);
  return { path, baseline };
}

function writeBaseline(
  target: string | undefined,
  use: BaselineUse | null,
  results: readonly FileResult[],
): void {
  const path = target ?? use?.path ?? DEFAULT_BASELINE;
  const folder = dirname(resolve(path));
  const files = results.map((result) => ({
    file: withinFolder(folder, result.file),
    findings: result.findings,
  }));
  if (target !== undefined) {
    const baseline = makeBaseline(files);
    writeAtomically(path, baselineText(baseline));
    note(`${path}: ${baseline.entries.reduce((sum, entry) => sum + entry.count, 0)} findings recorded`);
  } else if (use !== null) {
    const { baseline, dropped } = pruneBaseline(use.baseline, files);
    writeAtomically(path, baselineText(baseline));
    note(`${path}: ${dropped} entries dropped`);
  }
}

/** What remains of a result: on changed lines, not in the baseline. */
function filtered(
  result: FileResult,
  options: {
    readonly changes: Changes | null;
    readonly use: BaselineUse | null;
    readonly ignorePaths: boolean;
  },
): FileResult {
  const ranges = options.changes?.linesOf(resolve(result.file)) ?? 'all';
  const touched = (finding: PlacedFinding): boolean =>
    ranges === 'all' ||
    ranges.some(([first, last]) => finding.position.line <= last && finding.position.endLine >= first);
  const findings = result.findings.filter(touched);
  if (options.use === null) return { ...result, findings };
  const file = withinFolder(dirname(resolve(options.use.path)), result.file);
  const { fresh, known } = checkAgainst(options.use.baseline, options.ignorePaths).split(file, findings);
  return { ...result, findings: fresh, known };
}

/** Writes the fixed text if the file is still what was checked. */
function writeFixed({ path, input }: Original, fixed: string): void {
  const now = readBytes(path, Number.MAX_SAFE_INTEGER);
  if (Buffer.compare(encode(input.text, input), now) !== 0)
    throw new Failure(`${path}: changed while it was checked; it is left as it is`);
  writeAtomically(path, encode(fixed, input));
}

interface ProgressBar {
  step(result: FileResult): void;
  end(): void;
}

/** Files done and findings so far, on a terminal, after a second. */
function progressBar(when: 'auto' | 'always' | 'never', total: number): ProgressBar {
  const wanted = when === 'always' || (when === 'auto' && stderrIsTerminal());
  const started = process.uptime();
  let last = 0;
  let files = 0;
  let findings = 0;
  let drawn = false;
  return {
    step(result) {
      files++;
      findings += result.findings.length;
      if (!wanted) return;
      const now = process.uptime();
      if ((when === 'auto' && now - started < 1) || now - last < 0.1) return;
      last = now;
      drawn = true;
      tell(`\r\u001b[K${files} of ${total} files, ${findings} findings`);
    },
    end() {
      if (drawn) tell('\r\u001b[K');
    },
  };
}

export const lintCommand: Command = { help: HELP, run };
