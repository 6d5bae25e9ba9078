/** The server as a web worker: messages come and go through the worker's own channel. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { Runtime } from '../runtime.ts';
import { createServer } from '../server.ts';
import { VERSION } from '../version.ts';

declare const self: DedicatedWorkerGlobalScope;

const channel = new MessageChannel();
let turns: (() => void)[] = [];
channel.port1.onmessage = (): void => {
  const waiting = turns;
  turns = [];
  for (const resolve of waiting) resolve();
};

const runtime: Runtime = {
  version: VERSION,
  delay: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  // A message turn, since nested timers are clamped to four milliseconds.
  yieldNow: () =>
    new Promise((resolve) => {
      turns.push(resolve);
      channel.port2.postMessage(null);
    }),
  now: () => performance.now(),
  files: null,
};

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
createServer(connection, runtime);
connection.listen();
