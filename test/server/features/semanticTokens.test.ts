import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { annotate, carry, type Analysis } from '../../../engine/index.ts';
import { createLookup } from '../../../engine/query.ts';
import { DEFAULT_SETTINGS, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../../protocol/index.ts';
import type { Article } from '../../../server/src/annotationCache.ts';
import { placedDocument } from '../../../server/src/convert.ts';
import {
  paint,
  paintedSpans,
  repaint,
  tokenEdits,
  type Canvas,
} from '../../../server/src/features/semanticTokens.ts';
import { COUNCIL, REQUIREMENTS } from '../support/articles.ts';
import { POOR, RICH, startClient, until, type Opened } from '../support/client.ts';

interface Token {
  readonly text: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

function decode(article: Opened, data: readonly number[]): Token[] {
  const tokens: Token[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [deltaLine = 0, deltaCharacter = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    line += deltaLine;
    character = deltaLine === 0 ? character + deltaCharacter : deltaCharacter;
    tokens.push({
      text: article.text({ start: { line, character }, end: { line, character: character + length } }),
      type: TOKEN_TYPES[type] ?? '?',
      modifiers: TOKEN_MODIFIERS.filter((_, bit) => (bits & (1 << bit)) !== 0),
    });
  }
  return tokens;
}

const FULL = 'textDocument/semanticTokens/full';

describe('semantic tokens', () => {
  it('marks quotations, cues, sources and agencies where they stand', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const { data } = await article.ask<SemanticTokens>(FULL);
    const tokens = decode(article, data);
    const find = (text: string): Token | undefined => tokens.find((token) => token.text === text);
    expect(find('“We will rebuild every house,”')).toMatchObject({ type: 'quote' });
    expect(find('“We will rebuild every house,”')?.modifiers).toContain('direct');
    expect(find('said')).toMatchObject({ type: 'cue' });
    expect(find('Maria Novak, the mayor of Northport')?.modifiers).toContain('definition');
    expect(find('Reuters')).toMatchObject({ type: 'agency' });
    expect(find('She')?.modifiers).toContain('pronoun');
    expect(
      tokens.some(({ type, modifiers }) => type === 'allegation' && modifiers.includes('answered')),
    ).toBe(true);
    await client.stop();
  });

  it('splits at lines, at nestings, and gets positions right behind emoji, accents and CRLF', async () => {
    const text =
      'Harbour news\r\n\r\n🤔 Café café: “The ﬁrst boat 🚢 sank,” said Zoë Brandt, the harbour master.\r\n\r\n“We told them, ‘no more’, twice,” she said.\r\n';
    const client = await startClient();
    const article = await client.open('b.news', text);
    const { data } = await article.ask<SemanticTokens>(FULL);
    const tokens = decode(article, data);
    expect(tokens.map((token) => token.text)).toContain('“The ﬁrst boat 🚢 sank,”');
    expect(tokens.every((token) => !/[\r\n]/.test(token.text) && token.text.length > 0)).toBe(true);
    for (let i = 0; i < data.length; i += 5) expect(data[i + 2]).toBeGreaterThan(0);
    await client.stop();
  });

  it('sends one edit after a keystroke, and the whole list for an unknown result', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const first = await article.ask<SemanticTokens>(FULL);
    const at = article.range('“We read').start;
    await article.edit({ start: at, end: at }, 'Well. ');
    const delta = await article.ask<SemanticTokensDelta>(`${FULL}/delta`, {
      previousResultId: first.resultId,
    });
    expect(delta.edits.length).toBeLessThanOrEqual(1);
    const data = [...first.data];
    for (const edit of delta.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const again = await article.ask<SemanticTokens>(FULL);
    expect(data).toEqual(again.data);
    const unknown = await article.ask<SemanticTokens>(`${FULL}/delta`, { previousResultId: 'gone' });
    expect(unknown.data).toEqual(again.data);
    await client.stop();
  });

  it('answers a range with the tokens in it', async () => {
    const client = await startClient();
    const article = await client.open('a.news', COUNCIL);
    const { data } = await article.ask<SemanticTokens>('textDocument/semanticTokens/range', {
      range: article.range('“We will rebuild every house,” said'),
    });
    expect(decode(article, data).map(({ text }) => text)).toEqual(['“We will rebuild every house,”', 'said']);
    await client.stop();
  });

  it('answers null, not an empty list, for a file that is no news, also for a poor client', async () => {
    for (const capabilities of [RICH, POOR]) {
      const client = await startClient({ capabilities });
      const other = await client.open('requirements.txt', REQUIREMENTS, 'plaintext');
      expect(await other.ask(FULL)).toBeNull();
      expect(await other.ask(`${FULL}/delta`, { previousResultId: '1' })).toBeNull();
      await client.stop();
    }
  });

  it('switches layers singly', async () => {
    const client = await startClient({ settings: { highlight: { quotes: false, statements: true } } });
    const article = await client.open('a.news', COUNCIL);
    const types = decode(article, (await article.ask<SemanticTokens>(FULL)).data).map(({ type }) => type);
    expect(types).not.toContain('quote');
    expect(types).toContain('statement');
    await client.stop();
  });

  it('paints the innermost of overlapping stretches, without overlaps', () => {
    const layer = (start: number, end: number, type: number, priority: number) => ({
      start,
      end,
      type,
      modifiers: 0,
      priority,
    });
    expect(paint([layer(0, 10, 1, 1), layer(3, 5, 2, 2), layer(4, 12, 3, 0)])).toEqual([
      { start: 0, end: 3, type: 1, modifiers: 0 },
      { start: 3, end: 5, type: 2, modifiers: 0 },
      { start: 5, end: 10, type: 1, modifiers: 0 },
      { start: 10, end: 12, type: 3, modifiers: 0 },
    ]);
  });

  it('finds the one edit between two lists', () => {
    expect(tokenEdits([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toEqual([]);
    expect(tokenEdits([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9, 0])).toEqual([
      { start: 5, deleteCount: 0, data: [6, 7, 8, 9, 0] },
    ]);
    expect(tokenEdits([], [1, 2, 3, 4, 5])).toEqual([{ start: 0, deleteCount: 0, data: [1, 2, 3, 4, 5] }]);
  });
});

describe('a long text', () => {
  const long = Array.from({ length: 60 }, (_, i) =>
    COUNCIL.replaceAll('Novak', `Novak${'abcdefghij'[i % 10] ?? ''}`).replace(
      'every house',
      `house number ${i}`,
    ),
  ).join('\n');

  it('is recoloured at once after an edit, and settles to what a fresh server says', async () => {
    const client = await startClient();
    const article = await client.open('long.news', long);
    const ask = (): Promise<SemanticTokens> => article.ask('textDocument/semanticTokens/full');
    await ask();
    const { length } = client.refreshes;
    await article.edit(article.range('the mayor of Northport', 20), 'the mayor of Southport');
    await article.edit(article.range('said Ruth Adeyemi', 20), 'claimed Ruth Adeyemi');
    const soon = await ask();
    await until('the tokens are settled', () =>
      client.refreshes.slice(length).includes('workspace/semanticTokens/refresh'),
    );
    const settled = await ask();
    const fresh = await client.open('fresh.news', article.document.getText());
    expect(settled.data).toEqual((await fresh.ask<SemanticTokens>('textDocument/semanticTokens/full')).data);
    // The new cue is there before all the rest is known.
    expect(decode(article, soon.data)).toContainEqual(
      expect.objectContaining({ text: 'claimed', type: 'cue' }),
    );
    await client.stop();
  });

  it('is coloured from the top while the rest is still being read, also when it is edited meanwhile', async () => {
    const client = await startClient();
    const huge = Array.from({ length: 8 }, () => long).join('\n');
    const article = await client.open('huge.news', huge);
    const ask = (): Promise<SemanticTokens> => article.ask('textDocument/semanticTokens/full');
    const top = await ask();
    await article.edit(article.range('said Ruth Adeyemi'), 'claimed Ruth Adeyemi');
    const edited = await ask();
    expect(decode(article, edited.data)).toContainEqual(
      expect.objectContaining({ text: 'claimed', type: 'cue' }),
    );
    await article.ask('textDocument/documentSymbol').catch(() => null);
    await until('the whole is coloured', () => client.refreshes.length > 0);
    const whole = await ask();
    expect(top.data.length).toBeLessThan(whole.data.length);
    expect(edited.data.length).toBeLessThan(whole.data.length);
    await client.stop();
  });

  it('is repainted around an edit as it would be painted whole', () => {
    const article = (analysis: Analysis): Article => ({
      uri: 'file:///w/a.news',
      languageId: 'news',
      version: 1,
      document: placedDocument(TextDocument.create('file:///w/a.news', 'news', 1, analysis.text), null),
      text: analysis.text,
      analysis,
      lookup: createLookup(analysis.annotation),
      settings: { ...DEFAULT_SETTINGS, highlight: { ...DEFAULT_SETTINGS.highlight, statements: true } },
      mark: Symbol(),
      carriedFrom: null,
    });
    let analysis = annotate(long.slice(0, 9_000), { plainText: 'always' });
    let canvas: Canvas = { text: analysis.text, spans: paintedSpans(article(analysis)) };
    for (const [at, cut, words] of [
      [700, 0, 'x'],
      [3_000, 0, '\n\n“We knew,” said Ada Quill.\n\n'],
      [2_500, 900, ''],
      [0, 10, ''],
      [8_000, 1, ' he said '],
      [400, 3_000, '“'],
    ] as const) {
      const text = analysis.text.slice(0, at) + words + analysis.text.slice(at + cut);
      analysis = carry(analysis, text);
      const whole = paintedSpans(article(analysis));
      const spans = repaint(canvas, article(analysis));
      expect(spans).toEqual(whole);
      canvas = { text, spans };
    }
  });
});
