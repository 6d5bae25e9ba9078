import type { CodeAction, TextDocumentContentResult } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import {
  CLIENT_COMMANDS,
  METHODS,
  SERVER_COMMANDS,
  type CheckQuoteResult,
  type CompareResult,
} from '../../../protocol/index.ts';
import { COUNCIL } from '../support/articles.ts';
import { POOR, startClient } from '../support/client.ts';

const WITHOUT_DENIAL = COUNCIL.replace(/Novak denied.*\n\n/, '');

const NOTES = `Notes, Tuesday

[00:01:10] NOVAK: Well, we, uh, we will rebuild every single house, you know.
[00:02:00] HARTMANN: The books do not add up.
`;

describe('comparing drafts by sourcing', () => {
  it('tells what was lost since the saved version, with places in both', async () => {
    const client = await startClient({ files: { 'a.news': COUNCIL } });
    const article = await client.open('a.news', WITHOUT_DENIAL);
    const { changes } = await article.ask<CompareResult>(METHODS.compare, { base: article.uri });
    const lost = changes.find(({ kind }) => kind === 'reply-lost');
    expect(lost?.message).toMatch(/^lost the denial in paragraph 5/);
    expect(lost?.before?.range.start.line).toBe(8);
    expect(lost?.after && article.text(lost.after.range)).toContain('diverting');
    await client.stop();
  });

  it('is a page with links into both drafts, and says when nothing changed', async () => {
    const client = await startClient({
      files: { 'old.news': COUNCIL, 'a.news': COUNCIL },
      initializationOptions: { locationLinks: true },
    });
    const article = await client.open('a.news', WITHOUT_DENIAL);
    const page = async (base: string): Promise<string> =>
      (
        await client.request<TextDocumentContentResult>('workspace/textDocumentContent', {
          uri: `sourcelight:/compare/a.md?${encodeURIComponent(`${article.uri} ${base}`)}`,
        })
      ).text;
    const report = await page('file:///w/old.news');
    expect(report).toMatch(/^# What changed in sourcing: a\.news/);
    expect(report).toContain('Compared with old.news');
    expect(report).toMatch(
      /## Lost\n\n- Lost the denial in paragraph 5 to .*was in \[paragraph 5\]\(\/old\.news#L9,/,
    );
    expect(report).toMatch(/now in \[paragraph 4\]\(\/a\.news#L7,/);
    expect(await page('file:///w/none.news')).toContain('cannot be read');
    await article.replace(COUNCIL);
    expect(await page(article.uri)).toContain('Nothing changed in sourcing');
    await client.stop();
  });

  it('is a command for editors without pages', async () => {
    const client = await startClient({ capabilities: POOR, files: { 'a.news': COUNCIL } });
    const article = await client.open('a.news', WITHOUT_DENIAL);
    const run = (...args: unknown[]): Promise<unknown> =>
      client.request('workspace/executeCommand', { command: SERVER_COMMANDS.compare, arguments: args });
    const report = await run(article.uri);
    expect(report).toContain('Lost the denial in paragraph 5');
    expect(report).not.toContain('](');
    expect(await run(article.uri, 'file:///w/none.news')).toBeNull();
    await client.stop();
  });
});

describe('a quotation against notes', () => {
  const files = {
    'desk/notes-novak.txt': NOTES,
    'desk/plan.txt': 'We will rebuild every house, the plan says.',
  };

  it('stands there word for word or in other words, with the line', async () => {
    const client = await startClient({ files });
    const article = await client.open('a.news', COUNCIL);
    const check = (words: string, extra = {}): Promise<CheckQuoteResult | null> =>
      article.ask(METHODS.checkQuote, { position: article.at(words), ...extra });
    const exact = await check('The books do not');
    expect(exact?.searched).toEqual(['file:///w/desk/notes-novak.txt']);
    expect(exact?.matches[0]).toMatchObject({
      verdict: 'exact',
      similarity: 1,
      range: { start: { line: 3 } },
    });
    const changed = await check('We will rebuild');
    expect(changed?.matches[0]?.verdict).toBe('changed');
    expect(changed?.matches[0]?.runs.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'left-out', quote: '', notes: 'single' },
    ]);
    expect((await check('Nobody has asked us'))?.matches).toEqual([]);
    const chosen = await check('We will rebuild', { notes: ['file:///w/desk/plan.txt'] });
    expect(chosen?.matches[0]?.verdict).toBe('exact');
    expect(await article.ask(METHODS.checkQuote, { position: { line: 0, character: 2 } })).toBeNull();
    await client.stop();
  });

  it('is a page that shows the words that differ', async () => {
    const client = await startClient({ files, initializationOptions: { locationLinks: true } });
    const article = await client.open('a.news', COUNCIL);
    const { line, character } = article.at('We will rebuild');
    const page = async (place: string): Promise<string> =>
      (
        await client.request<TextDocumentContentResult>('workspace/textDocumentContent', {
          uri: `sourcelight:/check/a.md?${encodeURIComponent(`${article.uri} ${place}`)}`,
        })
      ).text;
    const report = await page(`${line}:${character}`);
    expect(report).toContain('> We will rebuild every ~~single~~ house');
    expect(report).toMatch(/\[notes.*line 3\]\(\/desk\/notes-novak\.txt#L3,/);
    expect(await page('0:1')).toContain('no quotation');
    const { line: at, character: column } = article.at('Nobody has asked us');
    expect(await page(`${at}:${column}`)).toContain('Not found in notes');
    await client.stop();
  });

  it('is offered on a quotation, as the client’s command or as ours with a message', async () => {
    const rich = await startClient({
      files,
      initializationOptions: { clientCommands: [CLIENT_COMMANDS.checkQuote] },
    });
    const article = await rich.open('a.news', COUNCIL);
    const place = { start: article.at('We will rebuild'), end: article.at('We will rebuild') };
    const ask = (only: string[]): Promise<CodeAction[]> =>
      article.ask('textDocument/codeAction', { range: place, context: { diagnostics: [], only } });
    const [action] = await ask(['refactor']);
    expect(action).toMatchObject({
      title: 'Check this quote against notes',
      command: { command: CLIENT_COMMANDS.checkQuote, arguments: [article.uri, place.start] },
    });
    expect((await ask(['quickfix'])).map(({ title }) => title)).not.toContain(action?.title);
    await rich.stop();

    const poor = await startClient({ capabilities: POOR, files });
    const shown: string[] = [];
    poor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
    const same = await poor.open('a.news', COUNCIL);
    const report = await poor.request('workspace/executeCommand', {
      command: SERVER_COMMANDS.checkQuote,
      arguments: [same.uri, same.at('The books do not')],
    });
    expect(report).toContain('Stands word for word in notes');
    expect(shown).toEqual(['Stands word for word in notes-novak.txt, line 4.']);
    await poor.stop();
  });

  it('says what to do when there are no notes', async () => {
    const client = await startClient({ files: {}, settings: { notes: '' } });
    const article = await client.open('a.news', COUNCIL);
    const report = await client.request('workspace/executeCommand', {
      command: SERVER_COMMANDS.checkQuote,
      arguments: [article.uri, article.at('We will rebuild')],
    });
    expect(report).toContain('sourcelight');
    expect(report).toContain('There are no notes to search');
    await client.stop();
  });
});

describe('wording that drifts between articles', () => {
  const CONFIG = JSON.stringify({ rules: { 'quote-drift': { severity: 'warning', workspace: true } } });
  const OTHER = `Floods recede

“We will rebuild each house,” said Maria Novak, the mayor of Northport.
`;

  it('is told as information with the place in the other file, once the configuration asks for it', async () => {
    const client = await startClient({ files: { 'b.news': OTHER, '.sourcelight.json': CONFIG } });
    await client.request('workspace/executeCommand', { command: SERVER_COMMANDS.reindex });
    const article = await client.open('a.news', COUNCIL);
    const drift = (await article.diagnostics()).find(({ code }) => code === 'quote-drift');
    expect(drift?.message).toBe('b.news quotes the same words as “We will rebuild each house,”');
    expect(drift?.severity).toBe(3);
    expect(drift?.relatedInformation?.[0]?.location).toEqual({
      uri: 'file:///w/b.news',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 29 } },
    });
    await client.stop();
  });

  it('is not looked for by default, and goes away with the other file', async () => {
    const quiet = await startClient({ files: { 'b.news': OTHER } });
    await quiet.request('workspace/executeCommand', { command: SERVER_COMMANDS.reindex });
    const first = await quiet.open('a.news', COUNCIL);
    expect((await first.diagnostics()).map(({ code }) => code)).not.toContain('quote-drift');
    await quiet.stop();

    const client = await startClient({ files: { 'b.news': OTHER, '.sourcelight.json': CONFIG } });
    await client.request('workspace/executeCommand', { command: SERVER_COMMANDS.reindex });
    const article = await client.open('a.news', COUNCIL);
    expect((await article.diagnostics()).map(({ code }) => code)).toContain('quote-drift');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/b.news', type: 3 }],
    });
    expect((await article.diagnostics()).map(({ code }) => code)).not.toContain('quote-drift');
    await client.stop();
  });
});
