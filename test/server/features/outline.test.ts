import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { COUNCIL, REQUIREMENTS } from '../support/articles.ts';
import { POOR, startClient } from '../support/client.ts';

const ASK = 'textDocument/documentSymbol';

describe('document symbols', () => {
  it('list speakers with role, and what each says', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const symbols = await article.ask<DocumentSymbol[]>(ASK);
    const novak = symbols.find(({ name }) => name === 'Maria Novak');
    expect(novak?.detail).toContain('mayor');
    expect(article.text(novak?.selectionRange ?? article.range('x'))).toContain('Maria Novak');
    expect(novak?.children?.map(({ name }) => name)).toContain('“We will rebuild every house,”');
    expect(symbols.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Piet Hartmann', 'Ruth Adeyemi']),
    );
    // The protocol demands that the selection lies in the range.
    const check = (list: readonly DocumentSymbol[]): void => {
      for (const { range, selectionRange, children } of list) {
        const offset = (place: { line: number; character: number }): number =>
          article.document.offsetAt(place);
        expect(offset(range.start)).toBeLessThanOrEqual(offset(selectionRange.start));
        expect(offset(range.end)).toBeGreaterThanOrEqual(offset(selectionRange.end));
        check(children ?? []);
      }
    };
    check(symbols);
    await client.stop();
  });

  it('are flat, with the container’s name, for a poor client', async () => {
    const client = await startClient({ capabilities: POOR });
    const article = await client.open('a.news', COUNCIL);
    const symbols = await article.ask<SymbolInformation[]>(ASK);
    expect(symbols.find(({ name }) => name.startsWith('“We will'))).toMatchObject({
      containerName: 'Maria Novak',
    });
    expect(symbols.every(({ location }) => location.uri === article.uri)).toBe(true);
    await client.stop();
  });

  it('collect quotations without a speaker', async () => {
    const client = await startClient();
    const article = await client.open(
      'b.news',
      'Ferry plan in doubt\n\n“Nobody told us anything about the boats.”\n\nThe ferry sails at noon.\n',
    );
    const symbols = await article.ask<DocumentSymbol[]>(ASK);
    expect(symbols.find(({ name }) => name === 'No speaker found')?.children?.length).toBe(1);
    await client.stop();
  });

  it('are null for a file that is no news', async () => {
    const client = await startClient();
    const other = await client.open('requirements.txt', REQUIREMENTS, 'plaintext');
    expect(await other.ask(ASK)).toBeNull();
    await client.stop();
  });
});
