import type {
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  InlayHint,
  Location,
  LocationLink,
  SelectionRange,
} from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { COUNCIL, REQUIREMENTS } from '../support/articles.ts';
import { POOR, startClient } from '../support/client.ts';

describe('definition and declaration', () => {
  it('lead from a pronoun to the introduction, with the range they start from', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    for (const method of ['textDocument/definition', 'textDocument/declaration']) {
      const [link] = await article.ask<LocationLink[]>(method, { position: article.at('She told') });
      expect(article.text(link?.targetSelectionRange ?? article.range('x'))).toContain('Maria Novak');
    }
    const [link] = await article.ask<LocationLink[]>('textDocument/definition', {
      position: article.range('She').start,
    });
    expect(article.text(link?.originSelectionRange ?? article.range('x'))).toBe('She');
    await client.stop();
  });

  it('lead from a quotation to its speaker', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const [link] = await article.ask<LocationLink[]>('textDocument/definition', {
      position: article.at('books do not'),
    });
    expect(article.text(link?.targetSelectionRange ?? article.range('x'))).toContain('Piet Hartmann');
    await client.stop();
  });

  it('are a plain location for a poor client, and null where there is nobody', async () => {
    const client = await startClient({ capabilities: POOR });
    const article = await client.open('a.news', COUNCIL);
    const location = await article.ask<Location>('textDocument/definition', { position: article.at('She') });
    expect(location.uri).toBe(article.uri);
    const other = await client.open('requirements.txt', REQUIREMENTS, 'plaintext');
    expect(await other.ask('textDocument/definition', { position: { line: 0, character: 1 } })).toBeNull();
    await client.stop();
  });
});

describe('references', () => {
  const elsewhere = `Bridge opens

“It is a good day,” said Maria Novak, the mayor of Northport. She cut the ribbon.

“The bridge is safe,” said Ole Tamm, an engineer.
`;

  it('are every mention and every word of a speaker, in the whole workspace', async () => {
    const client = await startClient({ files: { 'b.news': elsewhere } });
    const article = await client.open('a.news', COUNCIL);
    await client.request('workspace/executeCommand', { command: 'sourcelight.server.reindex' });
    const ask = (includeDeclaration: boolean): Promise<Location[]> =>
      article.ask<Location[]>('textDocument/references', {
        position: article.at('She'),
        context: { includeDeclaration },
      });
    const all = await ask(true);
    const here = all.filter(({ uri }) => uri === article.uri).map(({ range }) => article.text(range));
    expect(here).toEqual(
      expect.arrayContaining(['She', 'she', '“We will rebuild every house,”', 'Maria Novak']),
    );
    expect(all.some(({ uri }) => uri === 'file:///w/b.news')).toBe(true);
    expect((await ask(false)).length).toBeLessThan(all.length);
    await client.stop();
  });

  it('come file by file as partial results', async () => {
    const client = await startClient({ files: { 'b.news': elsewhere } });
    const article = await client.open('a.news', COUNCIL);
    await client.request('workspace/executeCommand', { command: 'sourcelight.server.reindex' });
    const rest = await article.ask<Location[]>('textDocument/references', {
      position: article.at('She'),
      context: { includeDeclaration: true },
      partialResultToken: 'r1',
    });
    expect(rest).toEqual([]);
    const parts = client.progress.filter(({ token }) => token === 'r1');
    expect(parts.length).toBe(2);
    await client.stop();
  });

  it('are those of an agency, too', async () => {
    const client = await startClient({ capabilities: POOR });
    const article = await client.open('a.news', COUNCIL);
    const locations = await article.ask<Location[]>('textDocument/references', {
      position: article.at('Reuters'),
      context: { includeDeclaration: true },
    });
    expect(locations.map(({ range }) => article.text(range))).toContain('Reuters');
    await client.stop();
  });
});

describe('document highlights', () => {
  it('tell introduction, mentions and words apart', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const highlights = await article.ask<DocumentHighlight[]>('textDocument/documentHighlight', {
      position: article.at('She'),
    });
    const of = (kind: number): string[] =>
      highlights.filter((highlight) => highlight.kind === kind).map(({ range }) => article.text(range));
    expect(of(3)).toEqual(['Maria Novak']);
    expect(of(2)).toContain('She');
    expect(of(1)).toContain('“We will rebuild every house,”');
    await client.stop();
  });

  it('are null for a file that is no news', async () => {
    const client = await startClient({ capabilities: POOR });
    const other = await client.open('requirements.txt', REQUIREMENTS, 'plaintext');
    expect(
      await other.ask('textDocument/documentHighlight', { position: { line: 0, character: 1 } }),
    ).toBeNull();
    await client.stop();
  });
});

describe('inlay hints', () => {
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  it('are off until the user wants them', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    expect(await article.ask('textDocument/inlayHint', { range: all })).toEqual([]);
    await client.stop();
  });

  it('name who a pronoun means; the tooltip, with the setting, comes with resolve', async () => {
    const client = await startClient({ settings: { inlayHints: { references: true } } });
    const article = await client.open('a.news', COUNCIL);
    const hints = await article.ask<InlayHint[]>('textDocument/inlayHint', { range: all });
    const she = hints.find(({ position }) => position.line === article.range('She').start.line);
    expect(she?.label).toMatchObject([{ value: '‹Maria Novak›' }]);
    expect(she?.position).toEqual(article.range('She').end);
    expect(she?.tooltip).toBeUndefined();
    const resolved = await client.request<InlayHint>('inlayHint/resolve', she);
    expect(JSON.stringify(resolved.tooltip)).toContain('sourcelight.inlayHints.references');
    await client.stop();
  });

  it('name the speaker of a quotation that stands alone', async () => {
    const client = await startClient({ settings: { inlayHints: { quotes: true } } });
    const article = await client.open(
      'b.news',
      'Harbour news\n\n“We will sell the ferry,” said Ilse Brandt, the harbour master.\n\n“The boat is old.”\n',
    );
    const hints = await article.ask<InlayHint[]>('textDocument/inlayHint', { range: all });
    for (const { position } of hints) expect(position).toEqual(article.range('“The boat is old.”').end);
    await client.stop();
  });

  it('carry the tooltip at once for a poor client', async () => {
    const client = await startClient({
      capabilities: POOR,
      initializationOptions: { settings: { inlayHints: { references: true } } },
    });
    const article = await client.open('a.news', COUNCIL);
    const hints = await article.ask<InlayHint[]>('textDocument/inlayHint', { range: all });
    expect(hints[0]?.tooltip).toBeDefined();
    await client.stop();
  });
});

describe('folding ranges', () => {
  const text = `---
genre: news
---
Harbour news

“We will sell the ferry,” said Ilse Brandt, the harbour master.

Brandt said the boat was old.

“And the crew is tired,” Brandt added.

“I disagree,” said Ole Tamm, an engineer.
`;

  it('fold front matter and the run of one speaker, by lines', async () => {
    const client = await startClient();
    const article = await client.open('b.news', text);
    const ranges = await article.ask<FoldingRange[]>('textDocument/foldingRange');
    expect(ranges).toContainEqual({ startLine: 0, endLine: 2, kind: 'comment' });
    expect(ranges).toContainEqual({ startLine: 5, endLine: 9, kind: 'region' });
    await client.stop();
  });

  it('keep to the client’s limit, and give characters to clients that fold by characters', async () => {
    const limited = await startClient({
      capabilities: { textDocument: { foldingRange: { rangeLimit: 1 } } },
    });
    const article = await limited.open('b.news', text);
    const ranges = await article.ask<FoldingRange[]>('textDocument/foldingRange');
    expect(ranges.length).toBe(1);
    expect(ranges[0]?.endCharacter).toBeDefined();
    await limited.stop();
  });
});

describe('selection ranges', () => {
  it('grow from the word over the quotation and its clause to the article', async () => {
    for (const capabilities of [undefined, POOR]) {
      const client = await startClient(capabilities ? { capabilities } : {});
      const article = await client.open('a.news', COUNCIL);
      const [first] = await article.ask<SelectionRange[]>('textDocument/selectionRange', {
        positions: [article.at('rebuild')],
      });
      const texts: string[] = [];
      for (let range = first; range !== undefined; range = range.parent)
        texts.push(article.text(range.range));
      expect(texts.slice(0, 4)).toEqual([
        'rebuild',
        'We will rebuild every house,',
        '“We will rebuild every house,”',
        '“We will rebuild every house,” said Maria Novak, the mayor of Northport',
      ]);
      expect(texts.at(-1)).toBe(COUNCIL);
      await client.stop();
    }
  });
});

describe('document links', () => {
  it('are addresses without the punctuation behind them; the tooltip comes with resolve', async () => {
    const client = await startClient();
    const article = await client.open(
      'b.news',
      'Harbour news\n\nThe plan (see https://harbour.example/plan?x=1) was posted on www.northport.example. “It is final,” said Ilse Brandt.\n',
    );
    const links = await article.ask<DocumentLink[]>('textDocument/documentLink');
    expect(links.map(({ target }) => target)).toEqual([
      'https://harbour.example/plan?x=1',
      'https://www.northport.example',
    ]);
    const resolved = await client.request<DocumentLink>('documentLink/resolve', links[0]);
    expect(resolved.tooltip).toBeDefined();
    await client.stop();
  });
});
