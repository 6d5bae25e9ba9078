/** The grammar line by line: what is coloured before, or without, the language server. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { IGrammar } from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammar, tokenize } from './tokens.ts';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** The pieces of a text that carry a scope, neighbours joined. */
function pieces(text: string, scope: string): readonly string[] {
  const found: string[] = [];
  for (const line of tokenize(grammar, text)) {
    let open = false;
    for (const token of line) {
      const has = token.scopes.some((name) => name.startsWith(scope));
      if (has && open) found.push((found.pop() ?? '') + token.text);
      else if (has) found.push(token.text);
      open = has;
    }
  }
  return found;
}

describe('the generated grammar', () => {
  it('is what its source says', () => {
    expect(JSON.parse(readFileSync('syntaxes/news.tmLanguage.json', 'utf8'))).toEqual(
      parse(readFileSync('syntaxes/news.tmLanguage.yaml', 'utf8')),
    );
  });
});

describe('quotations', () => {
  const lead = 'A headline\n\n';
  const quotes = (line: string): readonly string[] => pieces(lead + line, 'string.quoted');

  it.each([
    ['curly marks', '“We are done,” said Ida Quist. “Go home.”', ['“We are done,”', '“Go home.”']],
    ['straight marks', '"We are done," said Ida Quist.', ['"We are done,"']],
    ['guillemets', '«Wir gehen», said Ida Quist.', ['«Wir gehen»']],
    ['LaTeX marks', "``We are done,'' said Ida Quist.", ["``We are done,''"]],
    ['single curly marks', 'She called it ‘a farce’ and left.', ['‘a farce’']],
    ['single straight marks', "She called it 'a farce' and left.", ["'a farce'"]],
    ['a quotation in a quotation', '“He said ‘never’ to me,” she said.', ['“He said ‘never’ to me,”']],
    [
      'a quotation that goes on in the next paragraph',
      '“We are done.\n\n“Go home.”',
      ['“We are done.', '“Go home.”'],
    ],
  ])('sees %s', (_name, line, expected) => {
    expect(quotes(line)).toEqual(expected);
  });

  it.each([
    ['apostrophes', 'The mayor’s plan doesn’t help the dockers’ families.'],
    ['straight apostrophes', "The mayor's plan doesn't help the dockers' families."],
    ['decades', 'It was built in the ’90s and repaired in the 1990s.'],
    ['feet and inches', `He is 5'9" tall.`],
  ])('leaves %s alone', (_name, line) => {
    expect(quotes(line)).toEqual([]);
  });

  it('never lets a missing mark colour the next paragraph', () => {
    expect(quotes('“The fund is empty.\n\nIt is understood that nobody knew.')).toEqual([
      '“The fund is empty.',
    ]);
  });
});

describe('lines that are no story text', () => {
  it('sees dateline, place and agency', () => {
    const text = 'A headline\n\nPORT ANSEL, Velmark (Reuters) – A strike hit the harbour.';
    expect(pieces(text, 'entity.name.section.dateline')).toEqual(['PORT ANSEL, Velmark']);
    expect(pieces(text, 'variable.other.constant.agency')).toEqual(['Reuters']);
  });

  it('sees the headline, and not a first line that is a sentence', () => {
    expect(pieces('Mill boss held\n\nText.', 'markup.heading')).toEqual(['Mill boss held']);
    expect(pieces('The mill is shut.\n\nText.', 'markup.heading')).toEqual([]);
    expect(pieces('A headline\n\nAnother line without a full stop', 'markup.heading')).toEqual([
      'A headline',
    ]);
  });

  it('sees the byline and the credit', () => {
    expect(pieces('A headline\n\nBy Ada Quill and Jo Mar\n', 'entity.name.author')).toEqual([
      'Ada Quill and Jo Mar',
    ]);
    expect(pieces('A headline\n\nBy noon the mill was shut.', 'meta.byline')).toEqual([]);
    expect(
      pieces('A headline\n\n(Reporting by Ada Quill; editing by Jo Mar)', 'comment.block.credit'),
    ).toHaveLength(1);
  });

  it('sees speakers of transcripts', () => {
    expect(
      pieces('Hearing\n\nQUILL: The bridge stays shut.\nQ: And the ferry?', 'entity.name.type.source'),
    ).toEqual(['QUILL', 'Q']);
    expect(pieces('Hearing\n\nNote: the hall is cold.', 'entity.name.type.source')).toEqual([]);
  });

  it('sees marker lines, front matter and links', () => {
    const text =
      '---\ngenre: court\n---\nA headline\n\n%% sourcelight-disable-next-line source-bare -- the desk knows\nSee https://example.org/a.';
    expect(pieces(text, 'meta.embedded.block.frontmatter')).toHaveLength(3);
    expect(pieces(text, 'keyword.other.directive')).toEqual(['sourcelight-disable-next-line']);
    expect(pieces(text, 'markup.underline.link')).toEqual(['https://example.org/a']);
  });

  it('sees words that report', () => {
    expect(pieces('A headline\n\nShe said no, according to the clerk.', 'keyword.control.cue')).toEqual([
      'said',
      'according to',
    ]);
  });
});

describe('samples', () => {
  it.each(readdirSync('samples').filter((name) => name.endsWith('.news')))(
    '%s keeps its stored tokens',
    async (name) => {
      const lines = tokenize(grammar, readFileSync(join('samples', name), 'utf8'));
      const stored = lines
        .flatMap((line) =>
          line
            .filter(({ scopes }) => scopes.length > 0)
            .map(({ text, scopes }) => `${JSON.stringify(text)} ${scopes.join(' ')}`),
        )
        .join('\n');
      await expect(`${stored}\n`).toMatchFileSnapshot(`tokens/${name}.txt`);
    },
  );
});
