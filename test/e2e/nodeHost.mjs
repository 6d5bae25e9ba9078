// The mocha suite in code-server's Node extension host. `vsix` tests the packaged extension instead of the folder.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCodeServer } from '../../scripts/codeServer.mjs';
import { buildSuite } from './buildSuite.mjs';
import { launch } from './chromium.mjs';
import { readResults } from './results.mjs';
import { freshWorkspace, out, root } from './workspace.mjs';

export async function runNodeHost({ tools, vsix = null, name = 'node-host' }) {
  const workspace = freshWorkspace(name);
  const log = join(out, name, 'console.log');
  writeFileSync(log, '');
  const suite = await buildSuite('node');
  const server = await startCodeServer({
    tools,
    folder: join(out, name, 'server'),
    vsix: vsix ? [vsix] : [],
    settings: { 'git.enabled': true },
    // Without it a product build ignores the `payload` parameter (from VS Code 1.139 on; 1.100 does not know it).
    args: tools.entry.includes('4.100') ? [] : ['--vscode-option', 'enable-smoke-test-driver'],
  });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page.on('console', (message) => appendFileSync(log, `[${message.type()}] ${message.text()}\n`));
    const uri = (path) => `vscode-remote://${server.authority}${path}`;
    const done = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('the tests did not end within four minutes')), 240_000).unref();
      page.on('crash', () => reject(new Error('the page crashed')));
      page.exposeFunction('codeAutomationExit', resolve);
      page.exposeFunction('codeAutomationLog', (type, args) =>
        appendFileSync(log, `[${type}] ${args.join(' ')}\n`),
      );
    });
    done.catch(() => undefined);
    // Asked for even when an installed extension is tested: then it points at an empty extension.
    const development = vsix ? join(root, 'test/e2e/stub-extension') : root;
    const payload = [
      ['extensionDevelopmentPath', uri(development)],
      ['extensionTestsPath', uri(suite)],
      ['skipWelcome', 'true'],
    ];
    await page.goto(
      `${server.origin}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
    );
    try {
      await done;
    } catch (error) {
      await page.screenshot({ path: join(out, name, 'failure.png') }).catch(() => undefined);
      throw error;
    }
    const results = readResults(workspace);
    if (!results || results.passed + results.failed === 0) throw new Error(`no test ran; the log is ${log}`);
    return results;
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}
