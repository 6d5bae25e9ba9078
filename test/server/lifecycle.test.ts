import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { LSPErrorCodes, type Hover, type SemanticTokens } from 'vscode-languageserver';
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { METHODS, type StatusParams } from '../../protocol/index.ts';
import { nodeRuntime } from '../../server/src/node/runtime.ts';
import { createServer } from '../../server/src/server.ts';
import { COUNCIL, DRAFT, REQUIREMENTS } from './support/articles.ts';
import { POOR, RICH, startClient, until } from './support/client.ts';

const FULL = 'textDocument/semanticTokens/full';
const START = { line: 0, character: 0 };

/** A connection to a server that was told nothing yet. */
function rawConnection(): ReturnType<typeof createProtocolConnection> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  createServer(server, nodeRuntime);
  server.listen();
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  client.listen();
  return client;
}

describe('life cycle', () => {
  it('declares exactly these capabilities to a rich and to a poor client', async () => {
    for (const capabilities of [RICH, POOR]) {
      const client = await startClient({ capabilities });
      expect(client.initialized.serverInfo?.name).toBe('Sourcelight');
      expect(client.initialized.capabilities).toMatchSnapshot();
      await client.stop();
    }
  });

  it('refuses requests before initialize, a second initialize, unknown methods, and all after shutdown', async () => {
    const raw = rawConnection();
    await expect(raw.sendRequest('textDocument/hover', {})).rejects.toMatchObject({ code: -32002 });
    await raw.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await expect(
      raw.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }),
    ).rejects.toMatchObject({
      code: -32600,
    });
    await expect(raw.sendRequest('textDocument/teleport', {})).rejects.toMatchObject({ code: -32601 });
    await raw.sendRequest('shutdown');
    await expect(
      raw.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///x' }, position: START }),
    ).rejects.toMatchObject({ code: -32600 });
    raw.dispose();
  });

  it('answers nothing, and throws nothing, for documents it does not know', async () => {
    const client = await startClient({ capabilities: POOR });
    const textDocument = { uri: 'file:///w/unknown.news' };
    for (const method of [
      'textDocument/hover',
      'textDocument/definition',
      'textDocument/documentSymbol',
      'textDocument/codeLens',
      FULL,
      METHODS.sources,
      METHODS.sourceMap,
      METHODS.reading,
    ]) {
      expect(await client.request(method, { textDocument, position: START })).toBeNull();
    }
    await client.stop();
  });

  it('survives malformed parameters', async () => {
    const client = await startClient();
    await client.open('a.news', COUNCIL);
    for (const params of [{}, null, { textDocument: 7 }, { textDocument: { uri: 'file:///w/a.news' } }]) {
      await client.request('textDocument/hover', params).catch(() => undefined);
      await client.request('workspace/executeCommand', params).catch(() => undefined);
    }
    const article = await client.open('b.news', COUNCIL);
    expect(
      await article.ask<Hover>('textDocument/hover', { position: article.at('rebuild') }),
    ).not.toBeNull();
    // Positions outside the text are clamped.
    expect(await article.ask('textDocument/hover', { position: { line: 900, character: 900 } })).toBeNull();
    await client.stop();
  });

  it('cancels a request', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const { CancellationTokenSource } = await import('vscode-languageserver');
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest(FULL, { textDocument: { uri: article.uri } }, source.token);
    source.cancel();
    await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await client.stop();
  });

  it('says that the content was modified when an edit overtakes a request', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const request = article.ask(FULL);
    const edit = article.edit({ start: START, end: START }, 'New: ');
    await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    await edit;
    void article.edit({ start: START, end: START }, 'y');
    const diagnostics = article.ask('textDocument/diagnostic');
    await article.edit({ start: START, end: START }, 'x');
    await expect(diagnostics).rejects.toMatchObject({
      code: LSPErrorCodes.ServerCancelled,
      data: { retriggerRequest: true },
    });
    expect(await article.ask(FULL)).not.toBeNull();
    await client.stop();
  });

  it('keeps the text right over many edits at once', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    for (let i = 0; i < 200; i++) {
      const line = i % 11;
      const at = { line, character: i % 5 };
      await article.edit({ start: at, end: at }, i % 7 === 0 ? '\n' : i % 3 === 0 ? '🚢' : 'é');
    }
    const incremental = await article.ask<SemanticTokens>(FULL);
    const fresh = await client.open('b.news', article.document.getText());
    expect(incremental.data).toEqual((await fresh.ask<SemanticTokens>(FULL)).data);
    await client.stop();
  });

  it('tells what it decided: annotated, not news, paused, off, foreign, stopped', async () => {
    const client = await startClient({ settings: { maxCharacters: 2000 } });
    const state = async (name: string, text: string, language: string): Promise<string> => {
      const { uri } = await client.open(name, text, language);
      await until(`${name} is decided`, () =>
        client.statuses.some((status) => status.uri === uri && status.state !== 'busy'),
      );
      return client.statuses.filter((status) => status.uri === uri).at(-1)?.state ?? '';
    };
    expect(await state('a.news', COUNCIL, 'news')).toBe('annotated');
    expect(await state('a.txt', REQUIREMENTS, 'plaintext')).toBe('not-news');
    expect(await state('long.news', COUNCIL.repeat(10), 'news')).toBe('paused');
    expect(await state('a.ts', 'const x = 1;', 'typescript')).toBe('foreign');
    expect(client.statuses.find(({ state: is }) => is === 'paused')?.message).toContain('2000');
    client.settings = { plainText: 'never' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until('plain text is off', () => client.statuses.some(({ state: is }) => is === 'off'));
    await client.stop();
  });

  it('annotates plain text that reads as news, and forgets it when it no longer does', async () => {
    const client = await startClient();
    const article = await client.open('a.txt', COUNCIL, 'plaintext');
    expect(await article.ask(FULL)).not.toBeNull();
    await article.replace(REQUIREMENTS);
    expect(await article.ask(FULL)).toBeNull();
    await client.stop();
  });

  it('follows a change of settings and asks the client to ask again', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    await article.ask(FULL);
    client.settings = {
      highlight: { quotes: false, sources: false, cues: false, agencies: false, allegations: false },
    };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until('refreshes are asked for', () =>
      client.refreshes.includes('workspace/semanticTokens/refresh'),
    );
    expect((await article.ask<SemanticTokens>(FULL)).data).toEqual([]);
    await client.stop();
  });

  it('takes settings from clients that push them, and from initializationOptions, and repairs wrong ones', async () => {
    const client = await startClient({
      capabilities: POOR,
      initializationOptions: {
        settings: { plainText: 'sometimes', 'codeLens.summary': false, maxCharacters: 'many' },
      },
    });
    const article = await client.open('a.news', COUNCIL);
    expect(await article.ask('textDocument/codeLens')).toEqual([]);
    expect(client.logs.filter((line) => line.includes('sourcelight.plainText')).length).toBe(1);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { sourcelight: { codeLens: { summary: true } } },
    });
    expect(await article.ask<unknown[]>('textDocument/codeLens')).toHaveLength(1);
    await client.stop();
  });

  it('registers for settings and files where it may, and follows workspace folders', async () => {
    const client = await startClient({ files: { 'b.news': DRAFT } });
    await until('registrations arrive', () => client.registrations.length >= 2);
    expect(client.registrations).toEqual(
      expect.arrayContaining(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']),
    );
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: 'file:///w', name: 'w' }] },
    });
    await client.request('workspace/executeCommand', { command: 'sourcelight.server.reindex' });
    expect(await client.request(METHODS.indexStatus)).toMatchObject({ files: 0 });
    await client.stop();
    const poor = await startClient({ capabilities: POOR });
    await poor.open('a.news', COUNCIL);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(poor.registrations).toEqual([]);
    await poor.stop();
  });

  it('follows files that change outside', async () => {
    const client = await startClient({ files: { 'b.news': DRAFT } });
    await client.request('workspace/executeCommand', { command: 'sourcelight.server.reindex' });
    client.files['c.news'] = COUNCIL;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: 'file:///w/c.news', type: 1 },
        { uri: 'file:///w/b.news', type: 3 },
      ],
    });
    const files = async (): Promise<number> =>
      (await client.request<{ files: number }>(METHODS.indexStatus)).files;
    for (let i = 0; i < 200 && (await files()) !== 1; i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const symbols = await client.request<{ location: { uri: string } }[]>('workspace/symbol', {
      query: 'Novak',
    });
    expect(symbols.map(({ location }) => location.uri)).toEqual(['file:///w/c.news']);
    await client.stop();
  });

  it('gives diagnostics for a broken configuration and sidecar, and goes on', async () => {
    const client = await startClient({ files: {} });
    const config = await client.open('.sourcelight.json', '{ "rules": { "source-bare": "off" ', 'json');
    expect((await config.diagnostics())[0]).toMatchObject({ source: 'sourcelight', code: 'config-invalid' });
    const sidecar = await client.open('a.news.sourcelight.json', '{ "suppressions": 7 }', 'json');
    expect((await sidecar.diagnostics())[0]).toMatchObject({ code: 'sidecar-invalid' });
    const draft = await client.open('draft.news', DRAFT);
    expect(Array.isArray(await draft.diagnostics())).toBe(true);
    await client.stop();
  });

  it('works for untitled documents without a folder', async () => {
    const client = await startClient();
    const article = await client.open('untitled:Untitled-1', COUNCIL, 'plaintext');
    expect(await article.ask(FULL)).not.toBeNull();
    expect(await article.ask<StatusParams>(METHODS.stop)).toMatchObject({ state: 'stopped' });
    await client.stop();
  });

  it('colours the top of a long text first and lets other requests in between', async () => {
    const client = await startClient();
    const paragraph = '“We will rebuild every house,” said Maria Novak, the mayor of Northport.\n\n';
    const long = await client.open('long.news', `Long story\n\n${paragraph.repeat(4000)}`);
    const short = await client.open('a.news', COUNCIL);
    const order: string[] = [];
    await Promise.all([
      long.ask('textDocument/documentSymbol').then(() => order.push('whole')),
      long.ask<SemanticTokens>(FULL).then(({ data }) => order.push(data.length < 50_000 ? 'top' : 'all')),
      short.ask(FULL).then(() => order.push('short')),
    ]);
    expect(order.at(-1)).toBe('whole');
    expect(order.toSorted()).toEqual(['short', 'top', 'whole']);
    await client.stop();
  });
});

describe('the bundle over standard input and output', () => {
  const bundle = 'dist/node/server.js';

  it.skipIf(!existsSync(bundle))('serves, restarts, and exits with 0 after shutdown', async () => {
    for (let i = 0; i < 2; i++) {
      const client = await startClient({ spawn: [process.execPath, bundle, '--stdio'] });
      const article = await client.open('a.news', COUNCIL);
      expect(
        await article.ask<Hover>('textDocument/hover', { position: article.at('rebuild') }),
      ).not.toBeNull();
      expect((await article.ask<SemanticTokens>(FULL)).data.length).toBeGreaterThan(0);
      await client.stop();
      expect(client.process?.exitCode).toBe(0);
    }
  });

  it.skipIf(!existsSync(bundle))('exits with 1 without shutdown', async () => {
    const client = await startClient({ spawn: [process.execPath, bundle] });
    await client.connection.sendNotification('exit');
    const code = await new Promise((resolve) => client.process?.once('exit', resolve));
    expect(code).toBe(1);
    client.connection.dispose();
  });

  it.skipIf(!existsSync(bundle))(
    'writes nothing but messages, and survives a message that is no JSON',
    async () => {
      const child = spawn(process.execPath, [bundle, '--stdio']);
      const answers: string[] = [];
      child.stdout.on('data', (chunk: Buffer) => answers.push(chunk.toString('utf8')));
      const send = (body: string): void => {
        child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      send(
        JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'initialize',
          params: { processId: null, capabilities: {} },
        }),
      );
      await until('the server is initialized', () => answers.join('').includes('"id":1'));
      send('{ this is no JSON');
      send(JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'workspace/symbol', params: { query: 'x' } }));
      await until('the next request is answered', () => answers.join('').includes('"id":2'));
      expect(answers.join('').startsWith('Content-Length: ')).toBe(true);
      send(JSON.stringify({ jsonrpc: '2.0', id: 3, method: 'shutdown' }));
      send(JSON.stringify({ jsonrpc: '2.0', method: 'exit' }));
      expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    },
  );
});
