// The same mocha suite in a desktop VS Code: the one at VSCODE_EXECUTABLE_PATH, or one that @vscode/test-electron
// downloads (E2E_HOST=electron, VSCODE_VERSION). On a machine without a display run it under xvfb-run.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSuite } from './buildSuite.mjs';
import { readResults } from './results.mjs';
import { freshWorkspace, root } from './workspace.mjs';

export async function runDesktopHost() {
  const { runTests } = await import('@vscode/test-electron');
  const workspace = freshWorkspace('desktop-host');
  const suite = await buildSuite('node');
  // Short: VS Code's socket path below it must stay under 103 characters.
  const userData = mkdtempSync(join(tmpdir(), 'vsc-'));
  const executable = process.env.VSCODE_EXECUTABLE_PATH;
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    version: process.env.VSCODE_VERSION || 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [
      workspace,
      ...['--user-data-dir', userData, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
      ...['--skip-release-notes', '--disable-telemetry', '--disable-updates', '--disable-gpu'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }).catch((error) => console.error(String(error)));
  const results = readResults(workspace);
  if (!results || results.passed + results.failed === 0)
    throw new Error('no test ran in the desktop VS Code');
  return results;
}
