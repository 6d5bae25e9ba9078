// The mocha suite in code-server's web worker extension host, with the language server as a web worker.
import { appendFileSync, createReadStream, existsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { startCodeServer } from '../../scripts/codeServer.mjs';
import { buildSuite } from './buildSuite.mjs';
import { launch } from './chromium.mjs';
import { readResults } from './results.mjs';
import { freshWorkspace, out, root } from './workspace.mjs';

const TYPES = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves the project folder on 127.0.0.1, so that it can be loaded as a web extension. */
async function serveProject() {
  const server = createServer((request, response) => {
    const file = join(root, decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (!file.startsWith(`${root}/`) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export async function runWebHost({ tools, name = 'web-host' }) {
  const workspace = freshWorkspace(name);
  const log = join(out, name, 'console.log');
  writeFileSync(log, '');
  await buildSuite('web');
  const files = await serveProject();
  const server = await startCodeServer({
    tools,
    folder: join(out, name, 'server'),
    args: ['--vscode-option', 'enable-smoke-test-driver'],
  });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    page.on('console', (message) => appendFileSync(log, `[${message.type()}] ${message.text()}\n`));
    const done = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('the tests did not end within four minutes')), 240_000).unref();
      page.on('crash', () => reject(new Error('the page crashed')));
      page.exposeFunction('codeAutomationExit', resolve);
      page.exposeFunction('codeAutomationLog', (type, args) =>
        appendFileSync(log, `[${type}] ${args.join(' ')}\n`),
      );
    });
    done.catch(() => undefined);
    // A web extension has to come from the page's own origin: code-server passes /proxy/PORT/ on to our file server.
    const base = { scheme: 'http', authority: server.authority, path: `/proxy/${files.address().port}` };
    const options = {
      extensions: [base],
      extensionTestsPath: { ...base, path: `${base.path}/test/e2e/out/suite/web.js` },
    };
    // The workbench reads its options from a <meta> element; ours are added on the way. (A fulfilled route would lose
    // the page its loopback address space, and Chromium then refuses its WebSocket.)
    await page.addInitScript((patch) => {
      const get = Element.prototype.getAttribute;
      Element.prototype.getAttribute = function (name) {
        const value = get.call(this, name);
        if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
        const configuration = JSON.parse(value);
        configuration.developmentOptions = { ...configuration.developmentOptions, ...patch };
        return JSON.stringify(configuration);
      };
    }, options);
    await page.goto(`${server.origin}/?folder=${encodeURIComponent(workspace)}`);
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
    files.close();
  }
}
