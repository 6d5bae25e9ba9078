import type {
  CodeLens,
  CompletionItem,
  SymbolInformation,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import {
  CLIENT_COMMANDS,
  METHODS,
  SERVER_COMMANDS,
  type ElsewhereResult,
  type ExplainResult,
  type ExportFormat,
  type ExportResult,
  type IndexSummary,
  type Range,
  type ReadingResult,
  type SourceMapResult,
  type SourcesResult,
  type StatusParams,
} from '../../../protocol/index.ts';
import { similarity } from '../../../server/src/elsewhere.ts';
import { COUNCIL, DRAFT, REQUIREMENTS } from '../support/articles.ts';
import { POOR, RICH, startClient, until } from '../support/client.ts';

const BRIDGE = `Bridge opens

“It is a good day,” said Maria Novak, the mayor of Northport. “We will rebuild every single house,” she added.

“The bridge is safe,” said Ole Tamm, an engineer.
`;

describe('workspace symbols', () => {
  it('find who is quoted anywhere; the place comes with resolve', async () => {
    const client = await startClient({ files: { 'b.news': BRIDGE } });
    await client.open('a.news', COUNCIL);
    await client.request('workspace/executeCommand', { command: SERVER_COMMANDS.reindex });
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'novak' });
    expect(symbols.map(({ location }) => location.uri).sort()).toEqual([
      'file:///w/a.news',
      'file:///w/b.news',
    ]);
    expect(symbols[0]?.location).not.toHaveProperty('range');
    const resolved = await client.request<WorkspaceSymbol>('workspaceSymbol/resolve', symbols[0]);
    expect(resolved.location).toHaveProperty('range');
    const quotes = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'bridge is safe' });
    expect(quotes[0]?.name).toContain('The bridge is safe');
    await client.stop();
  });

  it('have their place at once for a poor client', async () => {
    const client = await startClient({ capabilities: POOR });
    await client.open('a.news', COUNCIL);
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'hrtmn' });
    expect(symbols[0]).toMatchObject({ name: 'Piet Hartmann', location: { uri: 'file:///w/a.news' } });
    expect(symbols[0]?.location.range).toBeDefined();
    await client.stop();
  });
});

describe('rename', () => {
  it('changes the full name and the surname, keeps pronouns, and asks about the rest', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const position = article.at('Maria Novak');
    const prepared = await article.ask<{ range: Range; placeholder: string }>('textDocument/prepareRename', {
      position,
    });
    expect(prepared.placeholder).toBe('Maria Novak');
    const edit = await article.ask<WorkspaceEdit>('textDocument/rename', { position, newName: 'Mara Nowak' });
    expect(edit.changeAnnotations?.['unsure']?.needsConfirmation).toBe(true);
    const [change] = edit.documentChanges ?? [];
    if (change === undefined || !('edits' in change)) throw new Error('an edit is expected');
    const after = TextDocument.applyEdits(article.document, change.edits as never);
    expect(after).toContain('said Mara Nowak, the mayor of Northport');
    expect(after).toContain('accused Nowak of diverting');
    expect(after).toContain('Nowak denied the accusation');
    expect(after).not.toContain('Novak');
    expect(after).toContain('She told');
    await client.stop();
  });

  it('refuses pronouns and agencies with a reason', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    await expect(article.ask('textDocument/prepareRename', { position: article.at('She') })).rejects.toThrow(
      /pronoun/,
    );
    await expect(
      article.ask('textDocument/prepareRename', { position: article.at('Reuters') }),
    ).rejects.toThrow(/agencies/);
    await expect(
      article.ask('textDocument/rename', { position: article.at('Maria'), newName: '  ' }),
    ).rejects.toThrow(/empty/);
    await client.stop();
  });

  it('sends plain changes to a poor client', async () => {
    const client = await startClient({ capabilities: POOR });
    expect(client.initialized.capabilities.renameProvider).toBe(true);
    const article = await client.open('a.news', COUNCIL);
    const edit = await article.ask<WorkspaceEdit>('textDocument/rename', {
      position: article.at('Hartmann'),
      newName: 'Peter Hartman',
    });
    expect(edit.changes?.[article.uri]?.length).toBe(2);
    await client.stop();
  });
});

describe('completion', () => {
  const complete = async (name: string, text: string, language: string): Promise<string[] | null> => {
    const client = await startClient();
    const document = await client.open(name, text, language);
    const lines = text.split('\n');
    const items = await document.ask<CompletionItem[] | null>('textDocument/completion', {
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    });
    await client.stop();
    return items?.map(({ label }) => label) ?? null;
  };

  it('offers directives and rules in suppression comments', async () => {
    expect(await complete('a.news', '%% sourcelight-', 'news')).toContain('disable-next-line');
    expect(await complete('a.news', '%% sourcelight-disable-next-line sour', 'news')).toContain(
      'source-bare',
    );
    expect(await complete('a.md', '<!-- sourcelight-disable ', 'markdown')).toContain('source-bare');
    expect(await complete('a.news', '%% sourcelight-disable source-bare -- the de', 'news')).toBeNull();
  });

  it('offers keys in the source book and rules in the configuration', async () => {
    expect(await complete('.sourcelight/sources.yaml', 'speakers:\n  - na', 'yaml')).toContain('name');
    expect(await complete('.sourcelight.json', '{\n  "rules": {\n    "sou', 'json')).toContain('source-bare');
  });

  it('never appears while prose is typed', async () => {
    expect(await complete('a.news', `${COUNCIL}The co-`, 'news')).toBeNull();
    expect(await complete('a.news', `${COUNCIL}He said 10% of`, 'news')).toBeNull();
  });

  it('explains a rule with resolve, as Markdown or plain', async () => {
    for (const capabilities of [RICH, POOR]) {
      const client = await startClient({ capabilities });
      const item = await client.request<CompletionItem>('completionItem/resolve', { label: 'source-bare' });
      expect(typeof item.documentation).toBe(capabilities === RICH ? 'object' : 'string');
      await client.stop();
    }
  });
});

describe('code lenses', () => {
  it('sum the article up above the headline, and open the Sources view of a client that has one', async () => {
    const client = await startClient({
      initializationOptions: { clientCommands: [CLIENT_COMMANDS.showSources] },
    });
    const article = await client.open('a.news', COUNCIL);
    const lenses = await article.ask<CodeLens[]>('textDocument/codeLens');
    expect(lenses.length).toBe(1);
    expect(lenses[0]?.command).toBeUndefined();
    const resolved = await client.request<CodeLens>('codeLens/resolve', lenses[0]);
    expect(resolved.command).toMatchObject({
      command: CLIENT_COMMANDS.showSources,
      arguments: [article.uri],
    });
    expect(resolved.command?.title).toMatch(/^3 sources · 5 quotations/);
    await client.stop();
  });

  it('name the speakers of each paragraph on request, without a command for a poor client', async () => {
    const client = await startClient({
      capabilities: POOR,
      initializationOptions: { settings: { codeLens: { summary: false, paragraphs: true } } },
    });
    const article = await client.open('a.news', COUNCIL);
    const titles: string[] = [];
    for (const lens of await article.ask<CodeLens[]>('textDocument/codeLens')) {
      const { command } = await client.request<CodeLens>('codeLens/resolve', lens);
      expect(command?.command).toBe('');
      titles.push(command?.title ?? '');
    }
    expect(titles).toContain('Ruth Adeyemi');
    await client.stop();
  });
});

describe('execute command', () => {
  it('runs each command it declares, and refuses others', async () => {
    const client = await startClient({ capabilities: POOR });
    const declared = client.initialized.capabilities.executeCommandProvider?.commands ?? [];
    expect(declared).toEqual(Object.values(SERVER_COMMANDS));
    const article = await client.open('a.news', COUNCIL);
    const run = (command: string, ...args: unknown[]): Promise<unknown> =>
      client.request('workspace/executeCommand', { command, arguments: args });
    expect(await run(SERVER_COMMANDS.report, article.uri)).toContain('Maria Novak');
    expect(await run(SERVER_COMMANDS.explain, 'source-bare')).toContain('# source-bare');
    expect(await run(SERVER_COMMANDS.lint, article.uri)).toMatchObject({ files: 1 });
    expect(await run(SERVER_COMMANDS.stop, article.uri)).toMatchObject({ state: 'stopped' });
    expect(await run(SERVER_COMMANDS.annotate, article.uri)).toMatchObject({ state: 'annotated' });
    await expect(run('format.disk')).rejects.toThrow(/no command/);
    await expect(run(SERVER_COMMANDS.report, 7)).rejects.toThrow(/uri/);
    await client.stop();
  });

  it('ignores a finding through an edit that the client applies', async () => {
    const client = await startClient({ settings: { lint: { ignoreIn: 'text' } } });
    const draft = await client.open('draft.news', DRAFT);
    const done = await client.request('workspace/executeCommand', {
      command: SERVER_COMMANDS.ignore,
      arguments: [
        {
          textDocument: { uri: draft.uri },
          rule: 'source-bare',
          scope: 'here',
          range: draft.range('Sources'),
          reason: 'the desk knows',
        },
      ],
    });
    expect(done).toBe(true);
    expect(JSON.stringify(client.applied)).toContain('source-bare -- the desk knows');
    await client.stop();
  });
});

describe('virtual documents', () => {
  it('show the report and a rule’s page, read only, to clients that ask for them', async () => {
    const client = await startClient();
    expect(client.initialized.capabilities.workspace?.textDocumentContent).toEqual({
      schemes: ['sourcelight'],
    });
    const article = await client.open('a.news', COUNCIL);
    const report = await client.request<{ text: string }>('workspace/textDocumentContent', {
      uri: `sourcelight:/report/a.md?${encodeURIComponent(article.uri)}`,
    });
    expect(report.text).toContain('| Maria Novak |');
    expect(report.text).toContain('| Piet Hartmann |');
    const page = await client.request<{ text: string }>('workspace/textDocumentContent', {
      uri: 'sourcelight:/rules/source-bare.md',
    });
    expect(page.text).toContain('# source-bare');
    expect(await client.request('workspace/textDocumentContent', { uri: 'sourcelight:/nothing' })).toBeNull();
    await client.stop();
    const poor = await startClient({ capabilities: POOR });
    expect(poor.initialized.capabilities.workspace?.textDocumentContent).toBeUndefined();
    await poor.stop();
  });
});

describe('requests of our own', () => {
  it('give the Sources view its tree', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const sources = await article.ask<SourcesResult>(METHODS.sources);
    expect(sources.speakers.map(({ name }) => name)).toContain('Ruth Adeyemi');
    expect(sources.speakers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 1);
    const shares = sources.speakers.map(({ words }) => words);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const [allegation] = sources.allegations;
    expect(allegation).toMatchObject({
      accuser: { name: 'Piet Hartmann' },
      accused: { name: 'Maria Novak' },
      reply: 'answered',
    });
    expect(sources.agencies[0]?.name).toBe('Reuters');
    const statement = sources.speakers
      .flatMap(({ statements }) => statements)
      .find(({ text }) => text.includes('books'));
    expect(article.text(statement?.ranges.cue[0] ?? article.range('x'))).toBe('said');
    await client.stop();
  });

  it('give the source map bars, edges and a strip without gaps', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const map = await article.ask<SourceMapResult>(METHODS.sourceMap);
    expect(map.bars.length).toBe(3);
    expect(map.edges.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['accuses', 'denies']));
    const names = new Map(map.nodes.map(({ id, name }) => [id, name]));
    const accusation = map.edges.find(({ kind }) => kind === 'accuses');
    expect([names.get(accusation?.from ?? ''), names.get(accusation?.to ?? '')]).toEqual([
      'Piet Hartmann',
      'Maria Novak',
    ]);
    expect(map.strip.some(({ kind }) => kind === 'quoted')).toBe(true);
    expect(map.strip.some(({ kind }) => kind === 'bare')).toBe(true);
    for (let i = 1; i < map.strip.length; i++) {
      const before = map.strip[i - 1]?.range.end;
      const start = map.strip[i]?.range.start;
      expect(article.document.offsetAt(start ?? { line: 0, character: 0 })).toBeGreaterThanOrEqual(
        article.document.offsetAt(before ?? { line: 99, character: 0 }),
      );
    }
    await client.stop();
  });

  it('give the reading view every character of the paragraphs', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const page = await article.ask<ReadingResult>(METHODS.reading);
    for (const paragraph of page.paragraphs) {
      expect(paragraph.runs.map(({ text }) => text).join('')).toBe(article.text(paragraph.range));
    }
    expect(page.paragraphs.flatMap(({ notes }) => notes.map(({ name }) => name))).toContain('Ruth Adeyemi');
    await client.stop();
  });

  it('walk from quotation to quotation, around the end', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const next = (words: string, kind: string, direction: string): Promise<Range> =>
      article.ask<Range>(METHODS.next, { position: article.range(words).start, kind, direction });
    expect(article.text(await next('Mayor', 'quote', 'next'))).toBe('“We will rebuild every house,”');
    expect(article.text(await next('“We will', 'quote', 'previous'))).toBe('“We read it in the paper.”');
    expect(article.text(await next('“We read', 'quote', 'next'))).toBe('“We will rebuild every house,”');
    expect(article.text(await next('Mayor', 'allegation', 'next'))).toContain('diverting relief money');
    await client.stop();
  });

  it('overrule the gate either way, and tell the client', async () => {
    const client = await startClient();
    const other = await client.open('requirements.txt', REQUIREMENTS, 'plaintext');
    await until('the gate has spoken', () => client.statuses.some(({ state }) => state === 'not-news'));
    expect(client.statuses.at(-1)?.signals.length).toBeGreaterThan(0);
    expect(await other.ask<StatusParams>(METHODS.annotate)).toMatchObject({
      state: 'annotated',
      overridden: true,
    });
    expect(await other.ask('textDocument/semanticTokens/full')).not.toBeNull();
    expect(await other.ask<StatusParams>(METHODS.stop)).toMatchObject({ state: 'stopped' });
    expect(await other.ask('textDocument/semanticTokens/full')).toBeNull();
    await client.stop();
  });

  it('export in each format that is offered', async () => {
    const client = await startClient();
    const article = await client.open('my story.news', COUNCIL);
    const formats = await client.request<ExportFormat[]>(METHODS.exportFormats);
    expect(formats.length).toBeGreaterThan(0);
    for (const { id, extension } of formats) {
      const result = await article.ask<ExportResult>(METHODS.export, { format: id });
      expect(result.fileName).toBe(`my story${extension}`);
      expect(result.content.length).toBeGreaterThan(0);
    }
    expect(await article.ask(METHODS.export, { format: 'stone' })).toBeNull();
    await client.stop();
  });

  it('find the same words and the same speaker elsewhere', async () => {
    const client = await startClient({ files: { 'b.news': BRIDGE, 'notes.txt': REQUIREMENTS } });
    const article = await client.open('a.news', COUNCIL);
    await client.request('workspace/executeCommand', { command: SERVER_COMMANDS.reindex });
    const found = await article.ask<ElsewhereResult>(METHODS.elsewhere, { position: article.at('rebuild') });
    expect(found.speaker?.name).toBe('Maria Novak');
    expect(found.statements[0]).toMatchObject({ uri: 'file:///w/b.news' });
    expect(found.statements[0]?.text).toContain('rebuild every single house');
    expect(found.statements[0]?.similarity).toBeLessThan(1);
    expect(found.complete).toBe(true);
    const index = await client.request<IndexSummary>(METHODS.indexStatus);
    expect(index).toMatchObject({ files: 1, pending: 0, complete: true });
    await client.stop();
  });

  it('explain a rule, and say null for one that is not there', async () => {
    const client = await startClient();
    const page = await client.request<ExplainResult>(METHODS.explain, { rule: 'quote-unbalanced' });
    expect(page.markdown).toContain('## Reported');
    expect(await client.request(METHODS.explain, { rule: 'made-up' })).toBeNull();
    await client.stop();
  });

  it('take requests without parameters', async () => {
    const client = await startClient({ files: {} });
    expect(await client.connection.sendRequest(METHODS.indexStatus)).toMatchObject({ files: 0 });
    expect(await client.connection.sendRequest(METHODS.exportFormats)).not.toEqual([]);
    expect(await client.connection.sendRequest(METHODS.lintWorkspace)).toMatchObject({
      files: 0,
      cancelled: false,
    });
    await client.stop();
  });

  it('compares wording by runs of words', () => {
    expect(similarity('We will rebuild', 'we will rebuild')).toBe(1);
    expect(similarity('We will rebuild', 'They sold the ferry')).toBe(0);
    expect(similarity('', 'x')).toBe(0);
  });
});
