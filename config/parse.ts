/**
 * Configuration text to a value, with the place of every key, so that a complaint names file and line. JSON with
 * comments and trailing commas, or YAML. Knows nothing of what the keys mean.
 */
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type ParseError,
} from 'jsonc-parser';

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface Fault extends Place {
  readonly message: string;
}

export type KeyPath = readonly (string | number)[];

export interface ParsedText {
  /** `undefined` when there is nothing to read. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Where the value at `path` stands; that of the nearest parent when it is not there. */
  readonly placeOf: (path: KeyPath) => Place;
}

/** Line and column of an offset. */
export function placeAt(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (let feed = text.indexOf('\n'); feed >= 0 && feed < offset; feed = text.indexOf('\n', start)) {
    line++;
    start = feed + 1;
  }
  return { line, column: offset - start + 1 };
}

/** Parses by the ending of the name: `.yaml` and `.yml` are YAML, `.tsv` a table, all else is JSON with comments. */
export async function parseText(name: string, text: string): Promise<ParsedText> {
  const source = text.replace(/^\ufeff/, '');
  if (/\.tsv$/i.test(name)) return parseTable(source);
  return /\.ya?ml$/i.test(name) ? await parseYaml(source) : parseJson(source);
}

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'unexpected word',
  InvalidNumberFormat: 'malformed number',
  PropertyNameExpected: 'a property name in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'nothing may follow the closing brace',
  InvalidCommentToken: 'malformed comment',
  UnexpectedEndOfString: 'the string is not closed',
  InvalidCharacter: 'invalid character in a string',
};

function parseJson(text: string): ParsedText {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return {
    value: tree === undefined ? undefined : (getNodeValue(tree) as unknown),
    faults: errors.map((error) => {
      const code = printParseErrorCode(error.error);
      return { ...placeAt(text, error.offset), message: MESSAGES[code] ?? code };
    }),
    placeOf(path) {
      for (let length = path.length; tree !== undefined && length >= 0; length--) {
        const node = length === 0 ? tree : findNodeAtLocation(tree, [...path.slice(0, length)]);
        // The key itself is where the eye looks for a property.
        const key = node?.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
        if (node) return placeAt(text, (key ?? node).offset);
      }
      return { line: 1, column: 1 };
    },
  };
}

/**
 * A table with tabs: the first line names the columns, `#` begins a comment line, an empty cell is left out. Every row
 * becomes an object; `|` in a cell of a column whose name is in `LISTS` separates the items of a list.
 */
function parseTable(text: string): ParsedText {
  const rows: Record<string, unknown>[] = [];
  const places: { readonly line: number; readonly columns: ReadonlyMap<string, number> }[] = [];
  const faults: Fault[] = [];
  let names: readonly string[] | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (raw.trim() === '' || raw.startsWith('#')) continue;
    const cells = raw.split('\t');
    if (names === null) {
      names = cells.map((cell) => cell.trim());
      continue;
    }
    if (cells.length > names.length)
      faults.push({ line, column: 1, message: `${cells.length} cells, but ${names.length} columns` });
    const row: Record<string, unknown> = {};
    const columns = new Map<string, number>();
    let column = 1;
    for (const [at, cell] of cells.entries()) {
      const name = names[at];
      const value = cell.trim();
      if (name !== undefined && name !== '' && value !== '') {
        row[name] = LISTS.has(name) ? value.split('|').map((item) => item.trim()) : value;
        columns.set(name, column);
      }
      column += cell.length + 1;
    }
    rows.push(row);
    places.push({ line, columns });
  }
  return {
    value: rows,
    faults,
    placeOf([row, name]) {
      const place = typeof row === 'number' ? places[row] : undefined;
      return { line: place?.line ?? 1, column: place?.columns.get(String(name)) ?? 1 };
    },
  };
}

/** Columns of a table that hold a list. */
const LISTS: ReadonlySet<string> = new Set(['instead', 'aliases', 'bad', 'good', 'needsCue']);

async function parseYaml(text: string): Promise<ParsedText> {
  // The YAML reader is the larger one and seldom needed: it is loaded when a file asks for it.
  const { isMap, isNode, isScalar, parseDocument } = await import('yaml');
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
  const faults = document.errors.map((error) => ({ ...placeAt(text, error.pos[0]), message: error.message }));
  let value: unknown;
  try {
    value = faults.length > 0 ? undefined : (document.toJS({ maxAliasCount: 50 }) as unknown);
  } catch (error) {
    faults.push({ line: 1, column: 1, message: error instanceof Error ? error.message : String(error) });
  }
  return {
    value: value ?? undefined,
    faults,
    placeOf(path) {
      for (let length = path.length; length > 0; length--) {
        const parent: unknown =
          length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
        const last = path[length - 1];
        const pair = isMap(parent)
          ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(last))
          : undefined;
        const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return placeAt(text, node.range[0]);
      }
      return { line: 1, column: 1 };
    },
  };
}
