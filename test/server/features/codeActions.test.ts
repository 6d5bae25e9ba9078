import type { CodeAction, Command, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import { configWith, sidecarWith } from '../../../server/src/ignore.ts';
import { DRAFT, REQUIREMENTS } from '../support/articles.ts';
import { POOR, startClient, type Opened } from '../support/client.ts';

const ASK = 'textDocument/codeAction';

function editsOf(edit: WorkspaceEdit | undefined): TextDocumentEdit[] {
  return (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => 'textDocument' in change,
  );
}

/** The document after an action. */
function apply(article: Opened, action: CodeAction): string {
  const edits = editsOf(action.edit).flatMap(({ edits: list }) => list);
  return TextDocument.applyEdits(article.document, edits as never);
}

const offered = (article: Opened, words: string, only?: string[]): Promise<CodeAction[]> =>
  article.ask<CodeAction[]>(ASK, {
    range: article.range(words),
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });

describe('code actions', () => {
  it('offer fixes, three ways to ignore and the explanation; the edit comes with resolve', async () => {
    const client = await startClient({
      initializationOptions: { clientCommands: [CLIENT_COMMANDS.explain] },
    });
    const draft = await client.open('draft.news', DRAFT);
    const actions = await offered(draft, 'Sources');
    const titles = actions.map(({ title }) => title);
    expect(titles).toContain('Ignore here: source-bare');
    expect(titles).toContain('Ignore in this file: source-bare');
    expect(titles).toContain('Never report in this project: source-bare');
    expect(actions.find(({ title }) => title.startsWith('Explain'))?.command?.command).toBe(
      CLIENT_COMMANDS.explain,
    );
    expect(actions.every(({ edit }) => edit === undefined)).toBe(true);
    expect(actions[0]?.diagnostics?.[0]?.code).toBe('source-bare');
    const fix = actions.find(({ diagnostics }) => diagnostics !== undefined);
    const resolved = await client.request<CodeAction>('codeAction/resolve', fix);
    expect(apply(draft, resolved)).not.toBe(DRAFT);
    await client.stop();
  });

  it('close a quotation mark, after which the finding is gone', async () => {
    const client = await startClient();
    const draft = await client.open('draft.news', DRAFT);
    const before = (await draft.diagnostics()).find(({ code }) => code === 'quote-unbalanced');
    expect(before).toBeDefined();
    const actions = await draft.ask<CodeAction[]>(ASK, {
      range: before?.range,
      context: { diagnostics: [] },
    });
    const fix = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'quote-unbalanced');
    expect(fix).toBeDefined();
    const fixed = apply(draft, await client.request<CodeAction>('codeAction/resolve', fix));
    await draft.replace(fixed);
    expect((await draft.diagnostics()).map(({ code }) => code)).not.toContain('quote-unbalanced');
    await client.stop();
  });

  it('ignore here in plain text with a marker line, in Markdown with a comment; both silence the finding', async () => {
    for (const [name, language] of [
      ['draft.news', 'news'],
      ['draft.md', 'markdown'],
    ] as const) {
      const client = await startClient({ settings: { plainText: 'always', lint: { ignoreIn: 'text' } } });
      const draft = await client.open(name, DRAFT, language);
      const action = (await offered(draft, 'Sources')).find(
        ({ title }) => title === 'Ignore here: source-bare',
      );
      const text = apply(draft, await client.request<CodeAction>('codeAction/resolve', action));
      expect(text).toContain(
        language === 'markdown'
          ? '<!-- sourcelight-disable-next-line source-bare -- '
          : '%% sourcelight-disable-next-line source-bare -- ',
      );
      await draft.replace(text);
      const codes = (await draft.diagnostics()).map(({ code }) => code);
      expect(codes).not.toContain('source-bare');
      expect(codes).not.toContain('suppression-unused');
      await client.stop();
    }
  });

  it('ignore here in the file beside the text where the client can make it', async () => {
    const client = await startClient({ files: {} });
    const draft = await client.open('draft.news', DRAFT);
    const action = (await offered(draft, 'Sources')).find(
      ({ title }) => title === 'Ignore here: source-bare',
    );
    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    expect(edit?.documentChanges?.[0]).toMatchObject({
      kind: 'create',
      uri: 'file:///w/draft.news.sourcelight.json',
    });
    const [written] = editsOf(edit);
    const sidecar: unknown = JSON.parse((written?.edits[0] as { newText: string }).newText);
    expect(sidecar).toMatchObject({ suppressions: [{ rule: 'source-bare', anchor: { exact: 'Sources' } }] });
    client.files['draft.news.sourcelight.json'] = JSON.stringify(sidecar);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/draft.news.sourcelight.json', type: 1 }],
    });
    expect((await draft.diagnostics()).map(({ code }) => code)).not.toContain('source-bare');
    await client.stop();
  });

  it('never report in this project: writes the configuration, which is obeyed', async () => {
    const client = await startClient({ files: {} });
    const draft = await client.open('draft.news', DRAFT);
    const action = (await offered(draft, 'Sources')).find(({ title }) => title.startsWith('Never'));
    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    const [written] = editsOf(edit);
    expect(written?.textDocument.uri).toBe('file:///w/.sourcelight.json');
    client.files['.sourcelight.json'] = (written?.edits[0] as { newText: string }).newText;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/.sourcelight.json', type: 1 }],
    });
    expect((await draft.diagnostics()).map(({ code }) => code)).not.toContain('source-bare');
    await client.stop();
  });

  it('fix all: only when asked for, only safe fixes', async () => {
    const client = await startClient();
    const draft = await client.open('draft.news', DRAFT);
    expect((await offered(draft, 'Sources')).every(({ kind }) => kind === 'quickfix')).toBe(true);
    const all = await offered(draft, 'Sources', ['source.fixAll']);
    expect(all.every(({ kind }) => kind === 'source.fixAll.sourcelight')).toBe(true);
    expect(await offered(draft, 'Sources', ['refactor'])).toEqual([]);
    await client.stop();
  });

  it('refuse to resolve for another version', async () => {
    const client = await startClient();
    const draft = await client.open('draft.news', DRAFT);
    const [action] = await offered(draft, 'Sources');
    await draft.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, 'x');
    await expect(client.request('codeAction/resolve', action)).rejects.toMatchObject({ code: -32801 });
    await client.stop();
  });

  it('carry the edit at once for a poor client, as a command the server runs', async () => {
    const client = await startClient({ capabilities: { ...POOR, workspace: { applyEdit: true } } });
    const draft = await client.open('draft.news', DRAFT);
    const commands = await draft.ask<Command[]>(ASK, {
      range: draft.range('Sources'),
      context: { diagnostics: [] },
    });
    expect(commands.length).toBeGreaterThan(0);
    const [first] = commands;
    const result = await client.request('workspace/executeCommand', {
      command: first?.command,
      arguments: first?.arguments,
    });
    expect(result).toBe(true);
    expect(client.applied[0]).toMatchObject({ changes: { [draft.uri]: expect.any(Array) as unknown } });
    await client.stop();
  });

  it('are null for a file that is no news', async () => {
    const client = await startClient();
    const other = await client.open('requirements.txt', REQUIREMENTS, 'plaintext');
    expect(await offered(other, 'numpy')).toBeNull();
    await client.stop();
  });

  it('keep what stands in sidecars and configurations, comments included, and give up on broken ones', () => {
    expect(configWith('a/.sourcelight.json', '{ // why\n  "outlet": "Echo"\n}', 'source-bare')).toContain(
      '// why',
    );
    expect(configWith('a/.sourcelight.yaml', '# why\noutlet: Echo\n', 'source-bare')).toBe(
      '# why\noutlet: Echo\nrules:\n  source-bare: off\n',
    );
    expect(configWith('a/.sourcelight.json', 'nonsense', 'source-bare')).toBeNull();
    expect(sidecarWith('[1]', 'a.txt', 'x', 'source-bare', null, '')).toBeNull();
    expect(sidecarWith('{"people":[1]}', 'a.txt', 'x', 'source-bare', null, 'desk')).toContain('"people"');
  });
});
