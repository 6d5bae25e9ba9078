/** Diagnostics of our own files when they are open: the configuration, the source book, house packs, sidecars. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Fault } from '../../config/parse.ts';
import { parseText } from '../../config/parse.ts';
import { readPack } from '../../config/packs.ts';
import { testPack } from '../../config/packTest.ts';
import { readSidecar } from '../../engine/suppress.ts';
import type { Documents } from './documents.ts';
import type { Projects } from './projects.ts';
import { parseBook } from './sourceBook.ts';

export type OwnFile = 'book' | 'config' | 'pack' | 'sidecar';

/** What kind of file of ours a uri names, or null. */
export function ownFile(uri: string): OwnFile | null {
  if (/\/\.sourcelight\/sources\.(?:ya?ml|json)$/.test(uri)) return 'book';
  if (/\/\.sourcelight\.(?:jsonc?|ya?ml)$/.test(uri)) return 'config';
  if (/\.pack\.(?:jsonc?|ya?ml)$/.test(uri) && uri.includes('/.sourcelight/')) return 'pack';
  return /[^/]\.sourcelight\.json$/.test(uri) ? 'sidecar' : null;
}

async function sidecarFaults(uri: string, text: string): Promise<readonly Fault[]> {
  const parsed = await parseText(uri, text);
  if (parsed.faults.length > 0) return parsed.faults;
  return readSidecar(parsed.value).problems.map((message) => ({ ...parsed.placeOf([]), message }));
}

/** What is wrong in a pack, and which of its examples do not hold. */
async function packFaults(uri: string, text: string): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const pack = await readPack(uri, text, null, (message, place) => {
    faults.push({ ...place, message });
  });
  if (pack === null || faults.length > 0) return faults;
  return testPack(pack).failures.map(({ path, message }) => ({ ...pack.placeOf(path), message }));
}

/** The faults of an open file of ours; null for every other document. */
export async function ownDiagnostics(
  { documents, projects }: { readonly documents: Documents; readonly projects: Projects },
  uri: string,
): Promise<Diagnostic[] | null> {
  const kind = ownFile(uri);
  const open = documents.get(uri);
  if (kind === null || open === undefined) return null;
  const text = open.document.getText();
  const faults =
    kind === 'book'
      ? (await parseBook(uri, text)).faults
      : kind === 'config'
        ? await projects.problems(uri)
        : kind === 'pack'
          ? await packFaults(uri, text)
          : await sidecarFaults(uri, text);
  return faults.map(({ line, column, message }) => {
    const start = { line: line - 1, character: column - 1 };
    const rest = open.document.getText({ start, end: { line, character: 0 } });
    const word = /^"?[\w-]+"?|^\S+/.exec(rest)?.[0].length ?? 0;
    return {
      range: { start, end: { line: start.line, character: start.character + Math.max(1, word) } },
      severity: DiagnosticSeverity.Warning,
      source: 'sourcelight',
      code: `${kind}-invalid`,
      message,
    };
  });
}
