import type { Hover } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import type { SourcesResult } from '../../protocol/index.ts';
import { METHODS } from '../../protocol/index.ts';
import { COUNCIL } from './support/articles.ts';
import { startClient } from './support/client.ts';

const BOOK = `speakers:
  - name: Ruth Adeyemi
    role: baker
    note: Prefers to be called after four.
`;

describe('the source book', () => {
  it('puts its notes on the cards and into the Sources view, and is followed when it changes', async () => {
    const client = await startClient({ files: { '.sourcelight/sources.yaml': BOOK } });
    const article = await client.open('a.news', COUNCIL);
    const hover = await article.ask<Hover>('textDocument/hover', { position: article.at('Ruth Adeyemi') });
    expect(JSON.stringify(hover.contents)).toContain('after four');
    client.files['.sourcelight/sources.yaml'] = BOOK.replace('after four', 'before noon');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/.sourcelight/sources.yaml', type: 2 }],
    });
    const sources = await article.ask<SourcesResult>(METHODS.sources);
    expect(sources.speakers.find(({ name }) => name === 'Ruth Adeyemi')?.note).toContain('before noon');
    await client.stop();
  });

  it('has its faults shown in its own file, at their place, and stops nothing', async () => {
    const broken = 'speakers:\n  - nmae: Ruth Adeyemi\n  - 7\nagencies: many\n';
    const client = await startClient({ files: { '.sourcelight/sources.yaml': broken } });
    const book = await client.open('.sourcelight/sources.yaml', broken, 'yaml');
    const faults = await book.diagnostics();
    expect(faults.length).toBeGreaterThanOrEqual(3);
    expect(faults.every(({ source, code }) => source === 'sourcelight' && code === 'book-invalid')).toBe(
      true,
    );
    expect(faults.map(({ range }) => range.start.line)).toEqual(expect.arrayContaining([2, 3]));
    const syntax = await client.open('.sourcelight/sources.yml', 'speakers: [\n', 'yaml');
    expect((await syntax.diagnostics()).length).toBeGreaterThan(0);
    const article = await client.open('a.news', COUNCIL);
    expect(await article.ask('textDocument/hover', { position: article.at('rebuild') })).not.toBeNull();
    await client.stop();
  });
});
