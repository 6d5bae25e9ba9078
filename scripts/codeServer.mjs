// A real VS Code from the npm registry: installs code-server (with the Node it needs) once into the user's cache
// folder, and starts it on 127.0.0.1 with folders of its own. Plain Node, so that it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The versions that are tested together. The newest needs Node 24; the oldest is what `engines.vscode` promises. */
export const VERSIONS = {
  newest: { codeServer: '4.139.1', vscode: '1.139.1', node: '24.21.0' },
  oldest: { codeServer: '4.100.3', vscode: '1.100.3', node: null },
};

export const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sourcelight');

/** Why code-server cannot be had here, or null. */
export function unsupported() {
  if (process.platform !== 'linux' && process.platform !== 'darwin')
    return `no code-server for ${process.platform}`;
  if (process.arch !== 'x64' && process.arch !== 'arm64') return `no code-server for ${process.arch}`;
  return null;
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Settings of the surrounding npm call that would lead the nested ones astray. */
function cleanEnvironment(extra = {}) {
  const env = { ...process.env, ...extra };
  for (const key of Object.keys(env)) {
    if (/^npm_(package|lifecycle|config_(local_prefix|global_prefix|prefix|noproxy|nodedir))/i.test(key))
      delete env[key];
  }
  return { ...env, ...extra };
}

function run(command, args, options) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-12).join('\n');
    throw new Error(
      `${command} ${args.join(' ')} failed (${result.error?.message ?? result.status})\n${output}`,
    );
  }
}

/**
 * Installs a code-server unless it is there; returns `{ entry, node }`. `say` is told what happens.
 * Scripts of the packages are not run, except those that build the three native modules VS Code needs.
 */
export function installCodeServer(which = 'newest', say = () => {}) {
  const version = VERSIONS[which];
  const folder = join(cacheFolder(), `code-server-${version.codeServer}`);
  const stamp = join(folder, `.done-${version.codeServer}-${version.node ?? 'own-node'}`);
  const entry = join(folder, 'node_modules/code-server/out/node/entry.js');
  const platformNode = `node-${process.platform}-${process.arch}`;
  const nodeHome = version.node
    ? join(folder, 'node_modules', platformNode)
    : dirname(dirname(process.execPath));
  const node = version.node ? join(nodeHome, 'bin/node') : process.execPath;
  if (existsSync(stamp)) return { entry, node };

  say(`VS Code ${version.vscode} from the npm registry (code-server, about 800 MB in ${folder}; once)`);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  if (version.node) {
    run(npm, ['install', ...quiet, `${platformNode}@${version.node}`], {
      cwd: folder,
      env: cleanEnvironment(),
    });
    symlinkSync(join('node_modules', platformNode), join(folder, 'node'));
  }
  // From here on npm itself runs on the Node that VS Code will run on, and native modules are built with its headers.
  const env = cleanEnvironment({
    PATH: `${dirname(node)}:${process.env.PATH}`,
    ...(existsSync(join(nodeHome, 'include/node')) ? { npm_config_nodedir: nodeHome } : {}),
  });
  run(npm, ['install', ...quiet, `code-server@${version.codeServer}`], { cwd: folder, env });
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  // `npm ci` refuses this shrinkwrap.
  run(npm, ['install', '--omit=dev', ...quiet], { cwd: vscode, env });
  run(npm, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: vscode, env });
  // Older versions hash passwords with a native module that has no prebuilt file on the registry.
  if (existsSync(join(folder, 'node_modules/argon2/binding.gyp'))) {
    run(npm, ['rebuild', 'argon2', '--build-from-source'], { cwd: folder, env });
  }
  const extensions = join(vscode, 'extensions');
  if (existsSync(join(extensions, 'package.json')))
    run(npm, ['install', '--omit=dev', ...quiet], { cwd: extensions, env });
  writeFileSync(stamp, '');
  return { entry, node };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A quiet VS Code: no trust dialog, no welcome page, no telemetry, no AI features, no updates. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  'npm.autoDetect': 'off',
};

/**
 * Starts code-server on 127.0.0.1 with its own settings, extensions and home below `folder`.
 * Returns `{ origin, authority, stop, exited, logFile }`.
 */
export async function startCodeServer({ tools, folder, vsix = [], settings = {}, args = [], env = {} }) {
  const userData = join(folder, 'user-data');
  const extensions = join(folder, 'extensions');
  const home = join(folder, 'home');
  const config = join(folder, 'config.yaml');
  for (const path of [join(userData, 'User'), join(userData, 'Machine'), extensions, home])
    mkdirSync(path, { recursive: true });
  writeFileSync(
    join(userData, 'User/settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2),
  );
  writeFileSync(config, '');
  const environment = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    ...env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: '',
  };
  for (const key of [
    'PORT',
    'PASSWORD',
    'HASHED_PASSWORD',
    'VSCODE_PROXY_URI',
    'VSCODE_IPC_HOOK_CLI',
    'NODE_OPTIONS',
  ]) {
    delete environment[key];
  }
  const folders = ['--config', config, '--user-data-dir', userData, '--extensions-dir', extensions];
  for (const file of vsix) {
    const result = spawnSync(tools.node, [tools.entry, ...folders, '--install-extension', file, '--force'], {
      env: environment,
      encoding: 'utf8',
    });
    if (result.status !== 0 || !/successfully installed/.test(result.stdout)) {
      throw new Error(`installing ${file} failed (${result.status})\n${result.stdout}\n${result.stderr}`);
    }
  }
  const port = await freePort();
  const logFile = join(folder, 'server.log');
  const log = openSync(logFile, 'a');
  const child = spawn(
    tools.node,
    [
      tools.entry,
      ...folders,
      ...[
        '--auth',
        'none',
        '--bind-addr',
        `127.0.0.1:${port}`,
        '--disable-telemetry',
        '--disable-update-check',
      ],
      ...['--disable-workspace-trust', '--disable-getting-started-override', ...args],
    ],
    // A process group of its own (server, extension host, terminals), so that all of it can be ended.
    { env: environment, stdio: ['ignore', log, log], detached: true },
  );
  let gone = false;
  const exited = new Promise((resolve) => {
    child.on('exit', () => {
      gone = true;
      resolve();
    });
  });
  const stop = async () => {
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // Already gone.
      }
    };
    end('SIGTERM');
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 5000))]);
    end('SIGKILL');
  };
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (gone) throw new Error(`VS Code ended while starting; its log is ${logFile}`);
    try {
      if ((await fetch(`${origin}/healthz`)).ok) break;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`VS Code did not answer within a minute; its log is ${logFile}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, authority: `127.0.0.1:${port}`, stop, exited, logFile };
}
