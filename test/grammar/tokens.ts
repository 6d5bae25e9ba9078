/** Tokenizes text with the shipped grammar, as VS Code does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, type IGrammar } from 'vscode-textmate';

export interface Token {
  readonly text: string;
  /** Scopes within the line, without `text.news` itself. */
  readonly scopes: readonly string[];
}

export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === 'text.news'
          ? (JSON.parse(readFileSync('syntaxes/news.tmLanguage.json', 'utf8')) as never)
          : // Front matter is YAML; that grammar is VS Code's own.
            ({ scopeName: scope, patterns: [], repository: {} } as never),
      ),
  });
  const grammar = await registry.loadGrammar('text.news');
  if (!grammar) throw new Error('the grammar does not load');
  return grammar;
}

export function tokenize(grammar: IGrammar, text: string): readonly (readonly Token[])[] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}
