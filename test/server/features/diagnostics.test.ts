import type { Diagnostic, DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { METHODS, type LintSummary } from '../../../protocol/index.ts';
import { COUNCIL, DRAFT, REQUIREMENTS } from '../support/articles.ts';
import { POOR, RICH, startClient, until } from '../support/client.ts';

const PULL = 'textDocument/diagnostic';

describe('diagnostics', () => {
  it('are pulled with rule, range, page and data, and unchanged while nothing changed', async () => {
    const client = await startClient();
    const draft = await client.open('draft.news', DRAFT);
    const report = await draft.ask<DocumentDiagnosticReport>(PULL);
    if (report.kind !== 'full') throw new Error('a full report is expected');
    const bare = report.items.find(({ code }) => code === 'source-bare');
    expect(bare).toMatchObject({
      source: 'sourcelight',
      codeDescription: { href: 'sourcelight:/rules/source-bare.md' },
      data: { rule: 'source-bare' },
    });
    expect(draft.text(bare?.range ?? draft.range('x'))).toBe('Sources');
    const again = await draft.ask<DocumentDiagnosticReport>(PULL, { previousResultId: report.resultId });
    expect(again).toEqual({ kind: 'unchanged', resultId: report.resultId });
    await client.stop();
  });

  it('follow an edit', async () => {
    const client = await startClient();
    const draft = await client.open('draft.news', DRAFT);
    expect((await draft.diagnostics()).map(({ code }) => code)).toContain('source-bare');
    await draft.edit(draft.range('Sources say the ferry will be sold by Friday.'), 'The ferry will be sold.');
    expect((await draft.diagnostics()).map(({ code }) => code)).not.toContain('source-bare');
    await client.stop();
  });

  it('are milder than configured unless the user wants them as configured', async () => {
    const client = await startClient();
    const draft = await client.open('draft.news', DRAFT);
    const severity = async (): Promise<number | undefined> =>
      (await draft.diagnostics()).find(({ code }) => code === 'quote-unbalanced')?.severity;
    const gentle = await severity();
    client.settings = { lint: { editorSeverity: 'asConfigured' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await severity()).toBeLessThan(gentle ?? 0);
    await client.stop();
  });

  it('run on save or by hand when the user says so', async () => {
    const client = await startClient({ settings: { lint: { run: 'manual' } } });
    const draft = await client.open('draft.news', DRAFT);
    expect(await draft.diagnostics()).toEqual([]);
    const summary = await client.request<LintSummary>(METHODS.lint, { textDocument: { uri: draft.uri } });
    expect(summary.byFile[0]?.findings).toBeGreaterThan(0);
    expect((await draft.diagnostics()).length).toBeGreaterThan(0);
    await client.stop();

    const saving = await startClient({ settings: { lint: { run: 'onSave' } } });
    const other = await saving.open('draft.news', DRAFT);
    const before = await other.ask<{ resultId: string }>(PULL);
    await other.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, 'Late: ');
    const typed = await other.ask<{ kind: string }>(PULL, { previousResultId: before.resultId });
    expect(typed.kind).toBe('unchanged');
    await other.save();
    const saved = await other.ask<{ kind: string }>(PULL, { previousResultId: before.resultId });
    expect(saved.kind).toBe('full');
    await saving.stop();
  });

  it('are pushed, with version and after a rest, to a client that cannot pull', async () => {
    const client = await startClient({
      capabilities: POOR,
      initializationOptions: { settings: { lint: { delay: 20 } } },
    });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const draft = await client.open('draft.news', DRAFT);
    await until('diagnostics arrive', () => client.published.length > 0);
    expect(client.published.at(-1)).toMatchObject({ uri: draft.uri, version: 1 });
    expect(client.published.at(-1)?.diagnostics.map(({ code }) => code)).toContain('source-bare');
    for (let i = 0; i < 5; i++)
      await draft.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, 'x');
    await until('the last version was linted', () => client.published.at(-1)?.version === 6);
    // Keystrokes in between are not linted one by one.
    expect(client.published.length).toBeLessThanOrEqual(3);
    await draft.close();
    await until('they are cleared', () => client.published.at(-1)?.diagnostics.length === 0);
    await client.stop();
  });

  it('are empty for a file that is no news and with lint switched off', async () => {
    const client = await startClient();
    const other = await client.open('requirements.txt', REQUIREMENTS, 'plaintext');
    expect(await other.diagnostics()).toEqual([]);
    const draft = await client.open('draft.news', DRAFT);
    client.settings = { lint: { enabled: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await draft.diagnostics()).toEqual([]);
    await client.stop();
  });

  it('cover the workspace only when asked, in partial results, and wait for changes', async () => {
    const client = await startClient({
      files: { 'a.news': COUNCIL, 'b.news': DRAFT, 'requirements.txt': REQUIREMENTS, 'notes/c.md': DRAFT },
    });
    const empty = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(empty.items).toEqual([]);

    const streamed = (): { uri: string; items?: Diagnostic[] }[] =>
      client.progress
        .filter(({ token }) => token === 'w1')
        .flatMap(({ value }) => (value as { items: { uri: string; items?: Diagnostic[] }[] }).items);
    const held = client.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'w1' });
    held.catch(() => undefined);
    const summary = await client.request<LintSummary>(METHODS.lintWorkspace, { workDoneToken: 'p1' });
    expect(summary.skipped).toContainEqual({ uri: 'file:///w/requirements.txt', reason: 'not-news' });
    expect(summary.byFile.map(({ uri }) => uri)).toContain('file:///w/b.news');
    await until('the draft’s findings are streamed', () =>
      streamed().some(({ uri, items }) => uri === 'file:///w/b.news' && (items?.length ?? 0) > 0),
    );
    expect(client.progress).toContainEqual({ token: 'p1', value: { kind: 'end' } });

    const full = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const known = full.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const unchanged = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: known,
    });
    expect(unchanged.items.every(({ kind }) => kind === 'unchanged')).toBe(true);
    await client.stop();
  });

  it('are taken back when a document is closed', async () => {
    const client = await startClient({ files: { 'a.news': DRAFT } });
    const held = client.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'w2' });
    held.catch(() => undefined);
    const draft = await client.open('a.news', DRAFT);
    expect((await draft.diagnostics()).length).toBeGreaterThan(0);
    await draft.close();
    await until('the findings are taken back', () =>
      client.progress.some(
        ({ token, value }) =>
          token === 'w2' &&
          (value as { items: { uri: string; items?: unknown[] }[] }).items.some(
            ({ uri, items }) => uri === draft.uri && items?.length === 0,
          ),
      ),
    );
    await client.stop();
  });

  it('point to other places with related information', async () => {
    const client = await startClient({ capabilities: RICH, settings: { lint: { minConfidence: 0 } } });
    const draft = await client.open('draft.news', `${DRAFT}\n${COUNCIL}`);
    for (const { relatedInformation } of await draft.diagnostics()) {
      for (const related of relatedInformation ?? []) expect(related.location.uri).toBe(draft.uri);
    }
    await client.stop();
  });
});

describe('the sentence that is being written', () => {
  it('is left alone until the document is saved; the rest of the text is not', async () => {
    const client = await startClient();
    const draft = await client.open('draft.news', DRAFT);
    const before = (await draft.diagnostics()).length;
    const end = draft.document.positionAt(draft.document.getText().length);
    await draft.edit({ start: end, end }, '\nSources say the mayor will resign.');
    expect((await draft.diagnostics()).length).toBe(before);
    await draft.save();
    await until('the client is asked to ask again', () =>
      client.refreshes.includes('workspace/diagnostic/refresh'),
    );
    const after = await draft.diagnostics();
    expect(after.length).toBeGreaterThan(before);
    // What is shown stays while its sentence goes on.
    const inside = draft.range('mayor will').start;
    await draft.edit({ start: inside, end: inside }, 'old ');
    expect((await draft.diagnostics()).length).toBe(after.length);
    await client.stop();
  });

  it('is judged when the text rests, also for a client that is sent diagnostics', async () => {
    const client = await startClient({
      capabilities: POOR,
      initializationOptions: { settings: { lint: { delay: 10 } } },
    });
    const draft = await client.open(
      'draft.news',
      'Ferry plan in doubt\n\nThe ferry sails at noon on Friday.\n',
    );
    await until('it was linted', () => client.published.length > 0);
    const end = draft.document.positionAt(draft.document.getText().length);
    await draft.edit({ start: end, end }, '\nSources say the mayor will resign.');
    await until('the sentence is judged', () =>
      client.published.some(({ diagnostics: list }) => list.some(({ code }) => code === 'source-bare')),
    );
    await client.stop();
  });
});
