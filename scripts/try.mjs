// npm run try [-- FILE] [--no-editor] [--desktop]
// From a fresh clone to an annotated article: installs what is missing, builds, prints FILE in the terminal, opens it
// in VS Code with the extension. Plain Node, since it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, installCodeServer, startCodeServer, unsupported } from './codeServer.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const HELP = `npm run try [-- FILE] [--no-editor] [--desktop]

  FILE         the article to read (default: samples/harbour-strike.news)
  --no-editor  stop after the terminal
  --desktop    open the desktop VS Code ("code" must be on PATH); the default when it is there
  --browser    open VS Code in the browser even if the desktop one is there
`;

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const bold = (text) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

class Trouble extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/** Says what a step does, does it, and says how long it took. */
async function step(text, work) {
  const since = Date.now();
  process.stdout.write(`${bold('›')} ${text} … `);
  try {
    const result = await work((line) => process.stdout.write(`\n  ${line} … `));
    process.stdout.write(`${seconds(since)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

function call(command, args, advice) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (result.status === 0) return result.stdout;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
  throw new Trouble(
    `${command} ${args.join(' ')}: ${result.error?.message ?? `exit code ${result.status}`}\n${output}`,
    advice,
  );
}

const isOnPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) =>
      ['', '.cmd', '.exe'].some((ending) => folder && existsSync(join(folder, name + ending))),
    );

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Trouble(
      `Node ${process.versions.node} is too old`,
      'Install Node 20.19 or newer from https://nodejs.org',
    );
  }
}

/** Installed packages are those of the lockfile when npm's own note of them is not older. */
function installed() {
  const note = join(root, 'node_modules/.package-lock.json');
  return (
    existsSync(note) && statSync(note).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 60_000
  );
}

function openDesktop(file) {
  // With a profile folder of its own, so that the user's VS Code stays as it is.
  const folder = join(cacheFolder(), 'desktop');
  const args = [
    `--extensionDevelopmentPath=${root.replace(/[/\\]$/, '')}`,
    '--user-data-dir',
    join(folder, 'user-data'),
    '--extensions-dir',
    join(folder, 'extensions'),
    '--disable-workspace-trust',
    '--skip-welcome',
    '--new-window',
    dirname(file),
    '--goto',
    file,
  ];
  // On Windows "code" is a script that needs the shell, which takes an unquoted path with a space for two words.
  const windows = process.platform === 'win32';
  const result = spawnSync('code', windows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'inherit',
    shell: windows,
  });
  if (result.status !== 0) throw new Trouble('the desktop VS Code did not open', 'Try again with --browser.');
  console.log(
    '\nVS Code is open. Rest the mouse on a quotation; F1, then “Sourcelight”, shows the commands.',
  );
}

async function openBrowser(file) {
  const reason = unsupported();
  if (reason)
    throw new Trouble(reason, 'Install VS Code, put "code" on PATH, and run: npm run try -- --desktop');
  const tools = await step('Looking for VS Code', (say) => installCodeServer('newest', say));
  const run = join(cacheFolder(), 'try');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // A folder with the article alone would hide the samples, and the article's own folder may be large.
  const workspace = join(run, 'articles');
  const server = await step('Starting VS Code', async () => {
    const vsix = join(root, `sourcelight-${version}.vsix`);
    call(npm, ['run', '--silent', 'package'], 'The packages may be incomplete; run: npm ci');
    rmSync(run, { recursive: true, force: true });
    mkdirSync(workspace, { recursive: true });
    cpSync(join(root, 'samples'), workspace, { recursive: true });
    cpSync(file, join(workspace, basename(file)));
    return await startCodeServer({ tools, folder: run, vsix: [vsix] });
  });
  const path = join(workspace, basename(file));
  const payload = JSON.stringify([['openFile', `vscode-remote://${server.authority}${path}`]]);
  const address = `${server.origin}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(payload)}`;
  writeFileSync(join(run, 'address.txt'), `${address}\n`);
  console.log(`\n  Open this address in a browser:\n\n    ${bold(address)}\n`);
  console.log('  Rest the mouse on a quotation; F1, then “Sourcelight”, shows the commands. Ctrl+C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      void server.stop().then(() => process.exit(0));
    });
  }
  await server.exited;
  throw new Trouble('VS Code has ended', `Its log is ${server.logFile}`);
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return;
  }
  const unknown = args.find(
    (arg) => arg.startsWith('-') && !['--no-editor', '--desktop', '--browser'].includes(arg),
  );
  if (unknown) throw new Trouble(`there is no option ${unknown}`, HELP);
  // npm runs scripts in the package's folder; INIT_CWD is where the user stands.
  const given = args.find((arg) => !arg.startsWith('-'));
  const file = given
    ? resolve(process.env.INIT_CWD ?? process.cwd(), given)
    : join(root, 'samples/harbour-strike.news');
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Trouble(`there is no file ${file}`, 'Give the path of an article.');
  checkNode();
  const since = Date.now();
  if (!installed()) {
    await step('Installing packages (npm ci; about half a minute)', () =>
      call(
        npm,
        ['ci', '--no-audit', '--no-fund'],
        'npm ci needs the npm registry; check the network and the proxy settings.',
      ),
    );
  }
  await step('Building', () => call(process.execPath, ['esbuild.mjs'], 'Run "npm ci" and try again.'));
  console.log('');
  const annotated = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'annotate', file], {
    stdio: 'inherit',
  });
  if (annotated.status !== 0) {
    throw new Trouble(
      'the article could not be annotated',
      'The message above says why. Does it read as news? Add --plain-text always to the CLI call.',
    );
  }
  console.log(`\n${bold('✓')} ${basename(file)} annotated; ready after ${seconds(since)}\n`);
  if (args.includes('--no-editor')) return;
  // In a terminal of VS Code over SSH, in a container or in WSL, "code" speaks to a window elsewhere, which does not see
  // an extension that lies here.
  const desktop = isOnPath('code') && !process.env.VSCODE_IPC_HOOK_CLI;
  if (args.includes('--desktop') && !desktop) {
    throw new Trouble(
      isOnPath('code') ? '"code" here opens a window on another computer' : '"code" is not on PATH',
      'In the desktop VS Code run “Shell Command: Install code command in PATH”, or leave --desktop out.',
    );
  }
  if (desktop && !args.includes('--browser')) openDesktop(file);
  else await openBrowser(file);
}

main().catch((error) => {
  console.error(`\n${error.message}`);
  if (error.advice) console.error(`→ ${error.advice}`);
  process.exitCode = 1;
});
