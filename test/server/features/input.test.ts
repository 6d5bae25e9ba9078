/** Saved web pages and ninjs items, in the editor: every place and edit is in the document as it is written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  DocumentSymbol,
  Hover,
  LocationLink,
  SemanticTokens,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { TOKEN_TYPES } from '../../../protocol/index.ts';
import { startClient, until, type Client, type Opened } from '../support/client.ts';

const SAMPLES = join(import.meta.dirname, '../../../samples');
const PAGE = readFileSync(join(SAMPLES, 'quarry-page.html'), 'utf8');
const ITEM = readFileSync(join(SAMPLES, 'quarry-item.ninjs.json'), 'utf8');

const SETTINGS = { lint: { ignoreIn: 'text' } };

/** The words of the tokens of a type, as they are written. */
async function words(opened: Opened, type: string): Promise<string[]> {
  const { data } = await opened.ask<SemanticTokens>('textDocument/semanticTokens/full');
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, kind = 0] = data.slice(at, at + 4);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    if (TOKEN_TYPES[kind] === type)
      found.push(opened.text({ start: { line, character }, end: { line, character: character + length } }));
  }
  return found;
}

async function actions(client: Client, opened: Opened, place: string): Promise<CodeAction[]> {
  const offered = await opened.ask<CodeAction[]>('textDocument/codeAction', {
    range: opened.range(place),
    context: { diagnostics: [] },
  });
  return Promise.all(offered.map((action) => client.request<CodeAction>('codeAction/resolve', action)));
}

function apply(opened: Opened, edit: WorkspaceEdit | undefined): string {
  const edits = (edit?.documentChanges ?? [])
    .filter((change): change is TextDocumentEdit => 'textDocument' in change)
    .flatMap((change) => change.edits);
  return TextDocument.applyEdits(opened.document, edits as never);
}

/** What the client is told at last of a document. */
async function stateOf(client: Client, { uri }: Opened): Promise<string | undefined> {
  const told = (): string | undefined => client.statuses.findLast((status) => status.uri === uri)?.state;
  await until('the state is told', () => told() !== undefined && told() !== 'busy');
  return told();
}

describe('a saved web page', () => {
  it('has tokens on the words, not on the tags between them', async () => {
    const client = await startClient({ settings: SETTINGS });
    const page = await client.open('quarry-page.html', PAGE, 'html');
    const quotes = await words(page, 'quote');
    expect(quotes).toContain('&ldquo;Our children came home grey,&rdquo;');
    expect(quotes).toContain('&#8220;Nobody ');
    expect(quotes).toContain('ever');
    expect(quotes.join('\n')).not.toContain('<em>');
    expect(await words(page, 'source')).toContain('Ilse Brandt');
    await client.stop();
  });

  it('answers hover, outline and definition at the place of the words', async () => {
    const client = await startClient({ settings: SETTINGS });
    const page = await client.open('quarry-page.html', PAGE, 'html');
    const hover = await page.ask<Hover>('textDocument/hover', { position: page.at('came home') });
    expect(JSON.stringify(hover.contents)).toContain('Ilse Brandt');
    const symbols = await page.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    const all = symbols.flatMap((symbol) => [symbol, ...(symbol.children ?? [])]);
    const brandt = all.find(({ name }) => name.includes('Ilse Brandt'));
    expect(page.text(brandt?.selectionRange ?? page.range('Quarry'))).toContain('Ilse Brandt');
    const definition = await page.ask<LocationLink[]>('textDocument/definition', {
      position: page.at('She'),
    });
    expect(page.text(definition[0]?.targetRange ?? page.range('Quarry'))).toContain('Mira Osei');
    // In the page's script and in what stands around the article nothing is said.
    expect(await page.ask('textDocument/hover', { position: page.at('“A script said') })).toBeNull();
    await client.stop();
  });

  it('gets marks as the page writes them', async () => {
    const client = await startClient({ settings: SETTINGS });
    const entity = PAGE.replace('"We wet the road every hour,"', '&quot;We wet the road every hour,&quot;');
    for (const [source, fixed] of [
      [PAGE, '“We wet the road every hour,”'],
      [entity, '&ldquo;We wet the road every hour,&rdquo;'],
    ] as const) {
      const page = await client.open('quarry-page.html', source, 'html');
      const [finding] = (await page.diagnostics()).filter(({ code }) => code === 'quote-mixed-marks');
      expect(page.text(finding?.range ?? page.range('x'))).toMatch(/^(?:"|&quot;)/);
      const [fix] = (await actions(client, page, 'We wet'))
        .concat(await actions(client, page, source === PAGE ? '"We' : '&quot;We'))
        .filter(({ diagnostics }) => diagnostics?.[0]?.code === 'quote-mixed-marks');
      const text = apply(page, fix?.edit);
      expect(text).toContain(fixed);
      expect(text.replace(fixed, '')).toBe(
        source.replace(/(?:"|&quot;)We wet the road every hour,(?:"|&quot;)/, ''),
      );
      await page.close();
    }
    await client.stop();
  });

  it('is silenced by a comment in the paragraph', async () => {
    const client = await startClient({ settings: SETTINGS });
    const page = await client.open('quarry-page.html', PAGE, 'html');
    const ignore = (await actions(client, page, '"We wet')).find(({ title }) =>
      title.startsWith('Ignore here: quote-mixed-marks'),
    );
    const text = apply(page, ignore?.edit).replace('‹why›', 'as in the letter');
    expect(text).toContain(
      '<p><!-- sourcelight-disable-line quote-mixed-marks -- as in the letter --> Hallmere',
    );
    await page.replace(text);
    expect((await page.diagnostics()).map(({ code }) => code)).not.toContain('quote-mixed-marks');
    await client.stop();
  });

  it('follows edits, and renames a speaker around the markup', async () => {
    const client = await startClient({ settings: SETTINGS });
    const page = await client.open('quarry-page.html', PAGE, 'html');
    await page.ask('textDocument/semanticTokens/full');
    await page.edit(page.range('Ilse Brandt'), 'Ilse <i>Brandt</i>-Holm');
    expect(await words(page, 'source')).toEqual(expect.arrayContaining(['Ilse ', 'Brandt', '-Holm']));
    const edit = await page.ask<WorkspaceEdit>('textDocument/rename', {
      position: page.at('Brandt'),
      newName: 'Ilse Brandt-Falk',
    });
    expect(apply(page, edit)).toContain('<strong>Ilse <i>Brandt</i>-Falk</strong>');
    await client.stop();
  });

  it('is left alone when it is a template, or was stopped', async () => {
    const client = await startClient({ settings: { ...SETTINGS, plainText: 'always' } });
    const template =
      '<!doctype html><div id="app" class="root"><button>Save</button><p>{{ count }} items</p></div>';
    const page = await client.open('index.html', template, 'html');
    expect(await page.ask('textDocument/semanticTokens/full')).toBeNull();
    expect(await stateOf(client, page)).toBe('not-news');
    await client.stop();
  });
});

describe('a ninjs item', () => {
  it('has tokens on the words, through escapes, entities and tags', async () => {
    const client = await startClient({ settings: SETTINGS });
    const item = await client.open('quarry-item.ninjs.json', ITEM, 'json');
    expect(await words(item, 'quote')).toEqual([
      String.raw`\u201cno harm\u201d`,
      String.raw`\"The meters show `,
      'no harm',
      String.raw`,\"`,
      '&ldquo;We will go on measuring.&rdquo;',
      String.raw`\u201cThey came when it rained,\u201d`,
      String.raw`\u201cThat is not so,\u201d`,
    ]);
    await client.stop();
  });

  it('stays JSON when marks are replaced', async () => {
    const client = await startClient({ settings: SETTINGS });
    const item = await client.open('quarry-item.ninjs.json', ITEM, 'json');
    const [fix] = (await actions(client, item, 'The meters show'))
      .concat(await actions(client, item, String.raw`\"The`))
      .filter(({ diagnostics }) => diagnostics?.[0]?.code === 'quote-mixed-marks');
    const text = apply(item, fix?.edit);
    // The rest of the file is ASCII, so the marks are written as HTML in it writes them.
    expect(text).toContain('<p>&ldquo;The meters show <em>no harm</em>,&rdquo; council');
    expect(JSON.parse(text)).toMatchObject({ uri: 'tag:wire.example,2026:quarry-7' });
    await client.stop();
  });

  it('is silenced in the file beside it, since JSON has no comments', async () => {
    const client = await startClient({ settings: SETTINGS, files: {} });
    const item = await client.open('quarry-item.ninjs.json', ITEM, 'json');
    const ignore = (await actions(client, item, String.raw`\"The`)).find(({ title }) =>
      title.startsWith('Ignore here: quote-mixed-marks'),
    );
    const changes = (ignore?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const beside = changes.find((change) => 'textDocument' in change);
    expect(beside?.textDocument.uri).toBe('file:///w/quarry-item.ninjs.json.sourcelight.json');
    const sidecar = JSON.stringify(beside?.edits[0]);
    expect(sidecar).toContain('exact');
    await client.stop();
  });

  it('is told from other JSON', async () => {
    const client = await startClient({ settings: { ...SETTINGS, plainText: 'always' } });
    const manifest = readFileSync(join(SAMPLES, '../package.json'), 'utf8');
    const other = await client.open('package.json', manifest, 'json');
    expect(await other.ask('textDocument/semanticTokens/full')).toBeNull();
    expect(await stateOf(client, other)).toBe('not-news');
    await client.stop();
  });
});
