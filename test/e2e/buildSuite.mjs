// Bundles the extension tests: one suite, for the Node host and for the web worker host.
import { build } from 'esbuild';
import { join } from 'node:path';
import { out, root } from './workspace.mjs';

export async function buildSuite(host) {
  const file = join(out, 'suite', `${host}.js`);
  await build({
    entryPoints: [join(root, `test/extension/${host}.ts`)],
    outfile: file,
    bundle: true,
    format: 'cjs',
    logLevel: 'warning',
    ...(host === 'node'
      ? { platform: 'node', target: 'node20', external: ['vscode', 'mocha'] }
      : {
          platform: 'browser',
          target: 'es2022',
          external: ['vscode'],
          define: { global: 'globalThis' },
          // Mocha's browser build looks for these in a page; a worker has neither.
          banner: { js: 'globalThis.window ??= globalThis; globalThis.location ??= { search: "" };' },
        }),
  });
  return file;
}
