/** The client's language over a real connection, and that the German table is whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, CodeLens, Hover, TextDocumentContentResult } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import * as wording from '../../engine/cards/wording.ts';
import { RULES } from '../../engine/rules/index.ts';
import { sayIn } from '../../server/src/language.ts';
import { METHODS, SERVER_COMMANDS, type CompareResult } from '../../protocol/index.ts';
import { COUNCIL, DRAFT } from './support/articles.ts';
import { RICH, startClient, until, type Client } from './support/client.ts';

const german = (files?: Record<string, string>): Promise<Client> =>
  startClient({ locale: 'de-AT', ...(files ? { files } : {}) });

async function hover(client: Client, words: string): Promise<string> {
  const article = await client.open('a.news', COUNCIL);
  const { contents } = await article.ask<Hover>('textDocument/hover', { position: article.at(words) });
  return (contents as { value: string }).value;
}

describe('a client in German', () => {
  it('is shown cards in German', async () => {
    const client = await german();
    const speaker = await hover(client, 'Maria Novak');
    expect(speaker).toContain('In diesem Artikel: ');
    expect(speaker).toMatch(/\d Aussagen/);
    expect(speaker).toMatch(/Absatz|Absätzen/);
    const allegation = await hover(client, 'diverting relief');
    expect(allegation).toContain('Unbewiesener Vorwurf');
    expect(allegation).toMatch(/Beschuldigt: .*Maria Novak/);
    expect(allegation).toMatch(/Antwort: .*bestritten.* in .*Absatz/);
    expect(await hover(client, 'Reuters')).toMatch(/Nachrichtenagentur[^]*In diesem Text: /);
    expect(`${speaker}${allegation}`).not.toMatch(/paragraph|statement|Accused/);
    await client.stop();
  });

  it('is told findings, fixes and what can be done in German', async () => {
    const client = await german();
    const draft = await client.open('d.news', DRAFT);
    const found = await draft.diagnostics();
    expect(found.find(({ code }) => code === 'source-bare')?.message).toMatch(/nichts sagt, wer das ist/);
    const actions = await draft.ask<CodeAction[]>('textDocument/codeAction', {
      range: draft.range('Sources say'),
      context: { diagnostics: [] },
    });
    const titles = actions.map(({ title }) => title);
    expect(titles).toContain('Hier nicht melden: source-bare');
    expect(titles).toContain('Die Quelle beschreiben');
    await client.stop();
  });

  it('is shown lens, status, outline and pages in German', async () => {
    const client = await german({ 'a.news': COUNCIL });
    const article = await client.open('a.news', COUNCIL.replace(/Novak denied.*\n\n/, ''));
    const [lens] = await article.ask<CodeLens[]>('textDocument/codeLens');
    const resolved = await client.request<CodeLens>('codeLens/resolve', lens);
    expect(resolved.command?.title).toMatch(/^3 Quellen · \d Zitate/);
    await until('the status is told', () => client.statuses.some(({ state }) => state === 'annotated'));
    expect(client.statuses.at(-1)?.message).toMatch(/^3 Quellen, /);
    const page = await client.request<TextDocumentContentResult>('workspace/textDocumentContent', {
      uri: `sourcelight:/report/a.md?${encodeURIComponent(article.uri)}`,
    });
    expect(page.text).toContain('## Wer beschuldigt wird, und die Antwort');
    const { changes } = await article.ask<CompareResult>(METHODS.compare, { base: article.uri });
    expect(changes.map(({ message }) => message).join()).toContain('verloren ist das Dementi in Absatz 5');
    await expect(article.ask('textDocument/prepareRename', { position: article.at('She') })).rejects.toThrow(
      /Pronomen/,
    );
    await client.stop();
  });

  it('sees progress in German', async () => {
    const client = await startClient({
      locale: 'de',
      capabilities: RICH,
      files: Object.fromEntries(Array.from({ length: 3 }, (_, i) => [`${i}.news`, COUNCIL])),
    });
    await client.request('workspace/executeCommand', { command: SERVER_COMMANDS.reindex });
    expect(JSON.stringify(client.progress)).toContain('Artikel werden gelesen');
    await client.stop();
  });
});

describe('a client in another language', () => {
  it.each([undefined, 'en-GB', 'xx', ''])('is spoken to in English (%s)', (locale) => {
    expect(sayIn(locale)('{0} sources', [2])).toBe('2 sources');
  });
});

describe('the German table', () => {
  const table = JSON.parse(readFileSync('l10n/server.de.json', 'utf8')) as Record<string, string>;
  const sources = ['server/src', 'engine/cards', 'engine/export/sourcingDiff.ts']
    .flatMap((path) =>
      path.endsWith('.ts')
        ? [path]
        : readdirSync(path, { recursive: true, encoding: 'utf8' })
            .filter((name) => name.endsWith('.ts'))
            .map((name) => join(path, name)),
    )
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

  it('has every sentence that the server forms', () => {
    const said = [
      ...[...sources.matchAll(/\bsay\(\s*'((?:[^'\\\n]|\\.)*)'/g)].map((match) => match[1] ?? ''),
      // Both branches of a choice, and the pairs of one and many.
      ...[...sources.matchAll(/'((?:\{0\} |“\{0\}”|Facts of |newly |lost the )[^'\n]*)'/g)].map(
        (match) => match[1] ?? '',
      ),
      ...Object.values(wording).flatMap((value) => (typeof value === 'object' ? Object.values(value) : [])),
    ].filter((template) => template !== '');
    expect(said.length).toBeGreaterThan(150);
    expect([...new Set(said)].filter((template) => !(template in table))).toEqual([]);
  });

  it('has the labels and links of the cards', () => {
    const cards =
      readFileSync('engine/cards/cards.ts', 'utf8') + readFileSync('engine/cards/agencyCard.ts', 'utf8');
    const labels = [
      ...[...cards.matchAll(/\b(?:line|pieces)\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
      ...[...cards.matchAll(/label: '([^']+)'/g)].map((match) => match[1] ?? ''),
    ];
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => !(label in table))).toEqual([]);
  });

  it('has every message of every rule', () => {
    const messages = RULES.flatMap((rule) => Object.values(rule.messages));
    expect(messages.filter((message) => !(message in table))).toEqual([]);
  });

  it('fills in what the English sentence fills in, and keeps its edges', () => {
    for (const [template, translated] of Object.entries(table)) {
      const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(places(translated), template).toEqual(places(template));
      expect(/^\s/.test(translated), template).toBe(/^\s/.test(template));
      expect(/\s$/.test(translated), template).toBe(/\s$/.test(template));
    }
  });

  it('translates titles that come filled in', () => {
    expect(sayIn('de')('Write “said”')).toBe('„said“ schreiben');
    expect(sayIn('de')('Attribute it to Ada Quill')).toBe('Ada Quill zuschreiben');
    expect(sayIn('de')('There is no rule “x”; did you mean “y”?')).toBe(
      'Es gibt keine Regel „x“; ist „y“ gemeint?',
    );
    expect(sayIn('de')('Something new')).toBe('Something new');
  });
});
