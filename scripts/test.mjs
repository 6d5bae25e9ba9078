// npm test [-- --no-vscode]: everything, from a fresh clone, ending in one line `N passed, N failed`.
// A check that is no test of its own (types, lint, format, bundles) counts as one.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const total = { passed: 0, failed: 0 };
const failed = [];

/** Runs a command and keeps what it prints. */
function run(command, args, { env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? String(result.error) : ''}`;
  return { ok: result.status === 0, output };
}

/** Runs a script and shows what it prints as it comes. */
function follow(script) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** The last “N passed, N failed” of an output, if there is one. */
function counts(output) {
  const found = [...output.matchAll(/^\s*(\d+) passed, (\d+) failed\s*$/gm)].at(-1);
  return found ? { passed: Number(found[1]), failed: Number(found[2]) } : null;
}

function part(name, work) {
  const since = Date.now();
  process.stdout.write(`› ${name} … `);
  const { ok, output, tests, notes = '' } = work();
  const passed = tests?.passed ?? (ok ? 1 : 0);
  // A part that fails without saying which test did counts as one failure.
  const lost = tests ? (!ok && tests.failed === 0 ? 1 : tests.failed) : ok ? 0 : 1;
  total.passed += passed;
  total.failed += lost;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  console.log(
    `${lost > 0 ? 'FAILED' : 'ok'} (${tests ? `${passed} passed, ${lost} failed, ` : ''}${seconds} s)${notes}`,
  );
  if (lost > 0) {
    failed.push(name);
    console.log(output.trim().split('\n').slice(-400).join('\n'));
  }
}

const bin = (name) => join(root, 'node_modules/.bin', name);
const node = (...args) => run(process.execPath, args);

function vitest() {
  const file = join(root, '.cache/vitest.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(file, { force: true });
  const { ok, output } = run(
    bin('vitest'),
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    {
      // A missing golden file is created locally and must fail where nobody looks at it.
      env: process.env.CI === 'true' ? { CI: 'true' } : {},
    },
  );
  if (!existsSync(file)) return { ok: false, output };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot be loaded has no tests of its own.
  const broken = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const faults = [
    ...broken.map(({ name, message }) => `✗ ${name}\n${message}`),
    ...result.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => {
          const message = failureMessages.join('\n').split('\n').slice(0, 12).join('\n    ');
          return `✗ ${name.replace(root, '')} › ${fullName}\n    ${message}`;
        }),
    ),
  ];
  return {
    ok,
    output: faults.length > 0 ? faults.join('\n') : output,
    tests: { passed: result.numPassedTests, failed: result.numFailedTests + broken.length },
  };
}

function installed() {
  const note = join(root, 'node_modules/.package-lock.json');
  return (
    existsSync(note) && statSync(note).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 60_000
  );
}

if (!installed()) {
  part('installing packages (npm ci)', () => run(npm, ['ci', '--no-audit', '--no-fund']));
  if (total.failed > 0) {
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  }
  total.passed = 0;
}

part('generated files are up to date', () => {
  const lexicon = run(bin('tsx'), ['scripts/build-lexicon.mts', '--check']);
  const grammar = run(bin('tsx'), ['scripts/build-grammar.mts', '--check']);
  return { ok: lexicon.ok && grammar.ok, output: lexicon.output + grammar.output };
});
part('bundles', () => node('esbuild.mjs', '--meta'));
part('bundles keep their promises', () => node('scripts/check-bundles.mjs'));
part('types', () => run(bin('tsc'), ['-b']));
part('types of the extension tests', () => run(bin('tsc'), ['-b', 'test/extension']));
part('lint', () => run(bin('eslint'), ['.', '--max-warnings', '0']));
part('nothing is left unused', () => run(bin('knip'), ['--no-progress']));
part('format', () => run(bin('prettier'), ['--check', '.', '--log-level', 'warn']));
part('unit, golden, property, grammar, manifest, command line and server tests', vitest);
part('packaging', () => {
  const { ok, output } = run(npm, ['run', '--silent', 'package']);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, `sourcelight-${version}.vsix`);
  const size = existsSync(file) ? statSync(file).size : 0;
  const small = size > 0 && size <= 4 * 1024 * 1024;
  return {
    ok: ok && small,
    output: small ? output : `${output}\n${file} has ${size} bytes; the budget is 4 MB`,
    notes: ` ${(size / 1024 / 1024).toFixed(2)} MB`,
  };
});
if (!process.argv.includes('--no-vscode')) {
  console.log('› in a real VS Code');
  const { ok, output } = await follow('test/e2e/run.mjs');
  const tests = counts(output) ?? { passed: 0, failed: 1 };
  total.passed += tests.passed;
  total.failed += !ok && tests.failed === 0 ? 1 : tests.failed;
  if (!ok) failed.push('in a real VS Code');
}

if (failed.length > 0) console.log(`\nfailed: ${failed.join('; ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
