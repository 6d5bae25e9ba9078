// Tests in a real VS Code: node test/e2e/run.mjs [node] [web] [ui] [packed] [oldest]   (default: node web ui packed)
//   VSCODE_EXECUTABLE_PATH=/path/to/code  the mocha suite in that desktop VS Code
//   E2E_HOST=electron                     in one that @vscode/test-electron downloads
//   otherwise                             code-server from npm, and Chromium
// Without Chromium or code-server it says so and skips; under CI=true that is a failure.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installCodeServer, unsupported } from '../../scripts/codeServer.mjs';
import { chromiumPath } from './chromium.mjs';
import { root } from './workspace.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsix = join(root, `sourcelight-${version}.vsix`);
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const wanted = chosen.length > 0 ? chosen : ['node', 'web', 'ui'];
const total = { passed: 0, failed: 0 };

async function part(name, work) {
  const since = Date.now();
  console.log(`\n${name}`);
  let result;
  try {
    result = await work();
  } catch (error) {
    console.log(`  ✗ ${error.stack ?? error}`);
    result = { passed: 0, failed: 1 };
  }
  total.passed += result.passed;
  total.failed += result.failed;
  console.log(
    `  ${result.passed} passed, ${result.failed} failed, ${((Date.now() - since) / 1000).toFixed(1)} s`,
  );
}

function finish() {
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
}

function skip(reason) {
  if (process.env.CI === 'true') {
    console.log(`VS Code tests: ${reason}, and CI=true demands them`);
    total.failed += 1;
  } else console.log(`VS Code tests skipped: ${reason}`);
  finish();
}

if (process.env.VSCODE_EXECUTABLE_PATH || process.env.E2E_HOST === 'electron') {
  const { runDesktopHost } = await import('./desktopHost.mjs');
  await part('desktop VS Code', runDesktopHost);
  finish();
}
if (!chromiumPath()) skip('no Chromium found (install the package "chromium" or set CHROMIUM_PATH)');
if (unsupported()) skip(unsupported());
let tools;
try {
  tools = installCodeServer('newest', (line) => console.log(`installing ${line}`));
} catch (error) {
  skip(`VS Code could not be installed from the npm registry: ${error.message}`);
}
if (wanted.includes('node')) {
  const { runNodeHost } = await import('./nodeHost.mjs');
  await part('Node extension host', () => runNodeHost({ tools }));
}
if (wanted.includes('web')) {
  const { runWebHost } = await import('./webHost.mjs');
  await part('web worker extension host', () => runWebHost({ tools }));
}
if (wanted.includes('packed')) {
  const { runNodeHost } = await import('./nodeHost.mjs');
  await part('packaged extension', () => runNodeHost({ tools, vsix, name: 'packed' }));
}
if (wanted.includes('oldest')) {
  const { runNodeHost } = await import('./nodeHost.mjs');
  await part('packaged extension in the oldest VS Code', () =>
    runNodeHost({
      tools: installCodeServer('oldest', (line) => console.log(`installing ${line}`)),
      vsix,
      name: 'oldest',
    }),
  );
}
if (wanted.includes('ui')) {
  const { runUi } = await import('./ui.mjs');
  await part('user interface', () => runUi({ tools, vsix }));
}
finish();
