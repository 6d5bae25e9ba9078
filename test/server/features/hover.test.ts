import type { Hover } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { COUNCIL, REQUIREMENTS } from '../support/articles.ts';
import { POOR, RICH, startClient } from '../support/client.ts';

describe('hover', () => {
  it('shows who says it as Markdown, with the range of the words', async () => {
    const client = await startClient({ capabilities: RICH, initializationOptions: { locationLinks: true } });
    const article = await client.open('a.news', COUNCIL);
    const hover = await article.ask<Hover>('textDocument/hover', { position: article.at('rebuild') });
    expect(hover.contents).toMatchObject({ kind: 'markdown' });
    const { value } = hover.contents as { value: string };
    expect(value).toContain('**Maria Novak**');
    expect(value).toMatch(/file:\/\/\/w\/a\.news#L\d+,\d+/);
    expect(article.text(hover.range ?? article.range('x'))).toBe('“We will rebuild every house,”');
    await client.stop();
  });

  it('tells a pronoun’s speaker, an agency and an allegation with its reply', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const value = async (words: string): Promise<string> => {
      const hover = await article.ask<Hover>('textDocument/hover', { position: article.at(words) });
      return (hover.contents as { value: string }).value;
    };
    expect(await value('She told')).toContain('Maria Novak');
    expect(await value('Reuters')).toContain('Reuters');
    const allegation = await value('diverting');
    expect(allegation).toContain('Piet Hartmann');
    expect(allegation).toContain('Maria Novak');
    expect(allegation).toContain('paragraph 5');
    await client.stop();
  });

  it('gives plain text without links to a poor client', async () => {
    const client = await startClient({ capabilities: POOR });
    const article = await client.open('a.news', COUNCIL);
    const hover = await article.ask<Hover>('textDocument/hover', { position: article.at('rebuild') });
    expect(hover.contents).toMatchObject({ kind: 'plaintext' });
    const { value } = hover.contents as { value: string };
    expect(value).toContain('Maria Novak');
    expect(value).not.toMatch(/\*\*|\]\(/);
    await client.stop();
  });

  it('answers null in plain words, in a file that is no news, and when it is switched off', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    expect(await article.ask('textDocument/hover', { position: article.at('who runs') })).not.toBeUndefined();
    const other = await client.open('requirements.txt', REQUIREMENTS, 'plaintext');
    expect(await other.ask('textDocument/hover', { position: other.at('pandas') })).toBeNull();
    client.settings = { hover: { enabled: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await article.ask('textDocument/hover', { position: article.at('rebuild') })).toBeNull();
    await client.stop();
  });
});
