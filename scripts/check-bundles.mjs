// Holds the bundles to what ARCHITECTURE.md promises of them. Reads the metafiles of `node esbuild.mjs --meta`.
import { existsSync, readFileSync } from 'node:fs';

const BUNDLES = ['cli', 'server', 'client', 'web-server', 'web-client', 'source-map', 'reading'];
/** Modules of Node that talk to the network. */
const NETWORK = /^(node:)?(http|https|http2|dgram|tls|dns)(\/|$)/;
/** Sockets: the language server library can serve over a socket, which is a way in, not out. */
const SOCKETS = /^(node:)?net$/;

const problems = [];
let checks = 0;
function check(holds, message) {
  checks += 1;
  if (!holds) problems.push(message);
}

for (const name of BUNDLES) {
  const file = `.cache/meta-${name}.json`;
  check(existsSync(file), `${file} is missing: run node esbuild.mjs --meta`);
  if (!existsSync(file)) continue;
  const { inputs, outputs } = JSON.parse(readFileSync(file, 'utf8'));
  const paths = Object.keys(inputs);
  const imports = paths.flatMap((from) => inputs[from].imports.map((found) => ({ from, ...found })));
  const external = imports.filter(({ external: outside }) => outside);
  const ours = (path) => !path.includes('node_modules/');
  const client = ['client', 'web-client', 'source-map', 'reading'].includes(name);
  const browser = ['web-server', 'web-client', 'source-map', 'reading'].includes(name);

  check(!external.some(({ path }) => NETWORK.test(path)), `${name} imports a network module`);
  check(
    !external.some(({ path, from }) => SOCKETS.test(path) && ours(from)),
    `${name}: our code opens sockets`,
  );
  if (client) {
    check(
      !paths.some((path) => /^(engine|server|cli)\//.test(path)),
      `${name} contains engine, server or CLI code`,
    );
  }
  if (browser)
    check(
      !external.some(({ path }) => path !== 'vscode' && !path.startsWith('#')),
      `${name} imports something the browser lacks`,
    );
  if (!client) check(!paths.some((path) => path.startsWith('client/')), `${name} contains client code`);
  for (const path of paths.filter(
    (input) => ours(input) && /\.m?ts$/.test(input) && !/\.gen\.ts$/.test(input),
  )) {
    const source = readFileSync(path, 'utf8');
    const calls = /(?<![.\w])(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/.exec(source);
    check(!calls, `${path} calls ${calls?.[1]}`);
  }
  for (const [path, { bytes }] of Object.entries(outputs)) {
    console.log(`  ${path.padEnd(30)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`);
  }
}
for (const problem of problems) console.error(`✗ ${problem}`);
console.log(`${checks - problems.length} passed, ${problems.length} failed`);
process.exitCode = problems.length > 0 ? 1 : 0;
