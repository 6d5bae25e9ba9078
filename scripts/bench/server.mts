/**
 * Measures the language server over a real connection: the built bundle, spawned, over standard input and output.
 * Start and first annotation, keystroke to fresh tokens (didChange, then the token delta), hover, memory.
 * Usage: npx tsx scripts/bench/server.mts [--json] [--large]   (--large adds a document of 1 MB)
 *        npx tsx scripts/bench/server.mts --index 10000   (fills the workspace index while somebody types)
 * CPU time of the server is told beside the time on the clock, which a busy machine stretches.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IndexSummary } from '../../protocol/index.ts';
import { archive } from './archive.ts';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const BUNDLE = 'dist/node/server.js';

/** Invented names; each stretch of the story has people of its own, as a long document has. */
const FIRST = ['Maria', 'Piet', 'Ruth', 'Ole', 'Ilse', 'Tomas', 'Nadia', 'Henrik'];
const LAST = ['Nova', 'Hart', 'Adey', 'Tamm', 'Brand', 'Kolb', 'Odu', 'Lind'];
const ENDINGS = ['k', 'mann', 'emi', 'sen', 'ova', 'berg', 'wick', 'ari'];

function story(characters: number): string {
  const parts = [
    'Mayor denies misusing flood relief funds',
    'NORTHPORT (Reuters) - The council met on Tuesday to settle the dispute.',
  ];
  let length = 0;
  for (let i = 0; length < characters; i++) {
    const stretch = Math.floor(i / 6);
    const surname = (k: number): string => `${LAST[k % 8] ?? ''}${ENDINGS[Math.floor(k / 8) % 8] ?? ''}`;
    const one = surname(2 * stretch);
    const other = surname(2 * stretch + 1);
    const paragraph =
      [
        `“We will rebuild house number ${i} on the quay,” said ${FIRST[stretch % 8] ?? ''} ${one}, a councillor. “Nobody will be left behind,” ${one} added.`,
        `The harbour office said in its report number ${i} that the first loans would be paid in May. Residents waited for hours in the rain outside the town hall.`,
        `${FIRST[(stretch + 3) % 8] ?? ''} ${other}, a shopkeeper, said the ${i} pumps had failed at noon. “Nobody warned us,” ${other} said.`,
        `The hall was built in ${1900 + (i % 90)} and has been repaired ${i % 9} times since. It stands on a hill above the river.`,
        `${other} accused ${one} of diverting money from the relief fund to a road project, a claim that ${one} denied on Tuesday.`,
        `A vote is planned for next week, according to a notice on the door. It would be the third one this year.`,
      ][i % 6] ?? '';
    parts.push(paragraph);
    length += paragraph.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

interface Row {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly budget: number | null;
}

const rows: Row[] = [];
const add = (what: string, values: readonly number[], budget: number | null): void => {
  const row: Row = { what, p50: percentile(values, 0.5), p95: percentile(values, 0.95), budget };
  rows.push(row);
  if (process.argv.includes('--json')) return;
  const verdict = budget === null ? '' : row.p95 <= budget ? `≤ ${budget} ms` : `over ${budget} ms`;
  const figure = (value: number): string => `${value.toFixed(1).padStart(8)} ms`;
  console.log(`${what.padEnd(36)} p50 ${figure(row.p50)}   p95 ${figure(row.p95)}   ${verdict}`);
};

const indexed = process.argv.includes('--index')
  ? Number(process.argv[process.argv.indexOf('--index') + 1])
  : 0;
const folder = indexed > 0 ? mkdtempSync(join(tmpdir(), 'sourcelight-index-')) : null;
if (folder !== null) {
  for (const [i, text] of archive(indexed).entries()) writeFileSync(join(folder, `story-${i}.news`), text);
}

const spawned = performance.now();
// The same flag as the client gives it (client/src/node/extension.ts).
const child = spawn(process.execPath, ['--max-semi-space-size=4', BUNDLE, '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createProtocolConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
connection.onRequest('client/registerCapability', () => null);
connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
  items.map(() => ({ maxCharacters: 5_000_000 })),
);
connection.listen();
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: folder === null ? null : [{ uri: pathToFileURL(folder).href, name: 'index' }],
  capabilities: {
    workspace: { configuration: true },
    textDocument: { hover: { contentFormat: ['markdown'] }, diagnostic: {} },
  },
});
await connection.sendNotification('initialized', {});
add('start to initialized', [performance.now() - spawned], null);
/** Milliseconds of work that the server has done so far; NaN where the host does not say. */
function cpu(): number {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(' ');
    return 10 * (Number(fields[13]) + Number(fields[14]));
  } catch {
    return NaN;
  }
}
// An editor is open for a while before somebody opens an article in it; “the server is up” means warm.
if (!process.argv.includes('--cold')) await new Promise((resolve) => setTimeout(resolve, 1500));

async function measure(
  name: string,
  size: number,
  keys: number,
  budget: number,
  first: number | null,
): Promise<void> {
  const uri = `untitled:${name}`;
  const text = story(size);
  const cpuBefore = cpu();
  const textDocument = { uri };
  let version = 1;
  const opened = performance.now();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'news', version, text },
  });
  let tokens = await connection.sendRequest<{ resultId: string; data: number[] }>(
    'textDocument/semanticTokens/full',
    { textDocument },
  );
  add(`${name}: open to first tokens`, [performance.now() - opened], first);
  add(`${name}: the same, CPU`, [cpu() - cpuBefore], first);
  // The outline waits for the whole text; typing is measured after that.
  await connection.sendRequest('textDocument/documentSymbol', { textDocument });
  add(`${name}: open to all known`, [performance.now() - opened], null);
  tokens = await connection.sendRequest('textDocument/semanticTokens/full', { textDocument });
  const lines = text.split('\n');
  const line = Math.floor(lines.length / 2 / 2) * 2;
  const times: number[] = [];
  const cpuTyping = cpu();
  for (let i = 0; i < keys; i++) {
    const character = (lines[line]?.indexOf(' ') ?? 0) + 1 + i;
    const at = { line, character };
    const start = performance.now();
    version++;
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: 'abcdefgh'[i % 8] ?? 'a' }],
    });
    tokens = await connection.sendRequest('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: tokens.resultId,
    });
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  add(`${name}: keystroke to fresh tokens`, times.slice(3), budget);
  // With all that is done afterwards: resolving, status, findings.
  add(`${name}: a keystroke in all, CPU`, [(cpu() - cpuTyping) / keys], null);
  const hovers: number[] = [];
  for (let i = 0; i < 50; i++) {
    const position = { line: (i * 2) % lines.length, character: 5 };
    const start = performance.now();
    await connection.sendRequest('textDocument/hover', { textDocument, position });
    hovers.push(performance.now() - start);
  }
  add(`${name}: hover`, hovers.slice(3), 5);
  const pulls: number[] = [];
  for (let i = 0; i < 5; i++) {
    version++;
    const at = { line, character: 0 };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    const start = performance.now();
    await connection.sendRequest('textDocument/diagnostic', { textDocument }).catch(() => null);
    pulls.push(performance.now() - start);
  }
  add(`${name}: keystroke to fresh findings`, pulls, null);
  await connection.sendNotification('textDocument/didClose', { textDocument });
}

/** Types into an open article until the index is full. */
async function measureIndex(): Promise<void> {
  const uri = 'untitled:open';
  const textDocument = { uri };
  const start = performance.now();
  let version = 1;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'news', version, text: story(5_000) },
  });
  const times: number[] = [];
  for (;;) {
    const at = { line: 4, character: 5 + (version % 20) };
    const key = performance.now();
    version++;
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: 'a' }],
    });
    await connection.sendRequest('textDocument/semanticTokens/full', { textDocument });
    times.push(performance.now() - key);
    // Counting the whole index is work too, so it is asked seldom.
    if (times.length % 20 === 0) {
      const { complete, files, speakers } =
        await connection.sendRequest<IndexSummary>('sourcelight/indexStatus');
      if (complete && files > 0) {
        console.log(`${files} articles, ${speakers} speakers in the index`);
        break;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  add(`${indexed} articles indexed`, [performance.now() - start], null);
  add('keystroke while indexing', times.slice(3), 50);
}

if (indexed > 0) await measureIndex();
else {
  await measure('5 kB', 5_000, 60, 20, 150);
  await measure('50 kB', 50_000, 30, 30, null);
  if (process.argv.includes('--large')) await measure('1 MB', 1_000_000, 15, 60, null);
}
let memory = NaN;
try {
  memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
} catch {
  // Only Linux says.
}
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
connection.dispose();
if (folder !== null) rmSync(folder, { recursive: true, force: true });

if (process.argv.includes('--json')) console.log(JSON.stringify({ rows, memory }));
else console.log(`memory after all that: ${memory.toFixed(0)} MB`);
