/**
 * Edits that silence a rule: here or in this file (a comment in Markdown, a marker line in plain text, or the sidecar
 * beside it), or for the whole project (its configuration file). Forms edits only; nothing is written here.
 */
import type { TextDocumentEdit, TextEdit, WorkspaceEdit, CreateFile } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isMap, parseDocument } from 'yaml';
import type { Span } from '../../engine/index.ts';
import { anchorOf } from '../../engine/suppress.ts';
import { FILES, type IgnoreParams, type Settings } from '../../protocol/index.ts';
import { toPosition, toRange, type PlacedDocument } from './convert.ts';
import { joinUri, nameOf, parentUri } from './fileAccess.ts';
import type { Services } from './services.ts';

/** Stands where a person has to write why; the editor's user replaces it. */
export const REASON = '‹why›';

export interface IgnoreTarget {
  readonly uri: string;
  readonly languageId: string;
  readonly document: PlacedDocument;
  readonly settings: Settings;
}

function isMarkdown(target: IgnoreTarget): boolean {
  return target.languageId === 'markdown' || /\.(?:md|markdown)$/i.test(target.uri);
}

/** The words, in which anchors are looked for. */
function wordsOf({ document }: IgnoreTarget): string {
  return document.reading?.text ?? document.getText();
}

function directive(target: IgnoreTarget, verb: string, rule: string, reason: string): string {
  const words = `sourcelight-${verb} ${rule} -- ${reason === '' ? REASON : reason}`;
  return isMarkdown(target) || target.document.reading?.format === 'html'
    ? `<!-- ${words} -->`
    : `%% ${words}`;
}

/** Offset behind front matter (`---` … `---`), or the start of the text. */
function afterFrontMatter(text: string): number {
  const match = /^\uFEFF?---\r?\n[^]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return match === null ? 0 : match[0].length;
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function inText(target: IgnoreTarget, rule: string, span: Span | null, reason: string): TextEdit {
  const { document } = target;
  const text = document.getText();
  if (document.reading !== undefined) {
    // A line of HTML is no paragraph: the comment stands in the paragraph it is about, or behind the doctype.
    const words = document.reading.text;
    const paragraph = span === null ? 0 : words.lastIndexOf('\n', span.start - 1) + 1;
    const comment = directive(target, span === null ? 'disable-file' : 'disable-line', rule, reason);
    const at =
      span === null
        ? document.positionAt(/^\s*(?:<!doctype[^>]*>\s*)?/i.exec(text)?.[0].length ?? 0)
        : toRange(document, { start: paragraph, end: paragraph + 1 }).start;
    return { range: { start: at, end: at }, newText: `${comment}${span === null ? lineBreakOf(text) : ' '}` };
  }
  const offset =
    span === null
      ? afterFrontMatter(text)
      : document.offsetAt({ line: document.positionAt(span.start).line, character: 0 });
  const line = directive(target, span === null ? 'disable-file' : 'disable-next-line', rule, reason);
  // In Markdown a comment on the line above would join the paragraph; a blank line keeps it apart.
  const gap = isMarkdown(target) || span === null ? lineBreakOf(text) : '';
  const at = toPosition(document, offset);
  return { range: { start: at, end: at }, newText: `${line}${lineBreakOf(text)}${gap}` };
}

function workspaceEdit(
  services: Services,
  uri: string,
  version: number | null,
  edits: TextEdit[],
  create: boolean,
): WorkspaceEdit {
  if (!services.client.documentChanges) return { changes: { [uri]: edits } };
  const documentChanges: (CreateFile | TextDocumentEdit)[] = [];
  if (create) documentChanges.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
  documentChanges.push({ textDocument: { uri, version }, edits });
  return { documentChanges };
}

/** Replaces the whole of a file, or fills a new one. */
function rewrite(services: Services, uri: string, before: string | null, after: string): WorkspaceEdit {
  const document = TextDocument.create(uri, '', 0, before ?? '');
  const range = toRange(document, { start: 0, end: (before ?? '').length });
  const version = services.documents.get(uri)?.document.version ?? null;
  return workspaceEdit(services, uri, version, [{ range, newText: after }], before === null);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The sidecar with one more suppression, or null when its present text cannot be read. */
export function sidecarWith(
  before: string | null,
  document: string,
  text: string,
  rule: string,
  span: Span | null,
  reason: string,
): string | null {
  const parsed = before === null ? { sourcelight: 1, document } : parseJson(before);
  if (!isRecord(parsed)) return null;
  const list = Array.isArray(parsed['suppressions']) ? (parsed['suppressions'] as unknown[]) : [];
  const entry = {
    rule,
    ...(span === null
      ? {}
      : {
          anchor: anchorOf(text, span),
        }),
    reason: reason === '' ? REASON : reason,
  };
  return `${JSON.stringify({ ...parsed, suppressions: [...list, entry] }, null, 2)}\n`;
}

/** A configuration file with the rule switched off, or null when its present text cannot be read. */
export function configWith(uri: string, before: string | null, rule: string): string | null {
  if (/\.ya?ml$/.test(uri)) {
    const document = parseDocument(before ?? '');
    if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return null;
    document.setIn(['rules', rule], 'off');
    return document.toString();
  }
  if (before === null) return `${JSON.stringify({ rules: { [rule]: 'off' } }, null, 2)}\n`;
  const parsed = parseJson(before);
  if (isRecord(parsed)) {
    const rules = isRecord(parsed['rules']) ? parsed['rules'] : {};
    return `${JSON.stringify({ ...parsed, rules: { ...rules, [rule]: 'off' } }, null, 2)}\n`;
  }
  // JSON with comments: the comments stay, the entry goes first in `rules`, or `rules` first in the object.
  const entry = `"${rule}": "off"`;
  const rules = /"rules"\s*:\s*\{/.exec(before);
  if (rules !== null) {
    const at = rules.index + rules[0].length;
    return `${before.slice(0, at)}\n    ${entry},${before.slice(at)}`;
  }
  const brace = before.indexOf('{');
  return brace < 0
    ? null
    : `${before.slice(0, brace + 1)}\n  "rules": { ${entry} },${before.slice(brace + 1)}`;
}

/** The configuration file that applies to a document: the nearest one upward, else a new one in its folder's root. */
async function configFile(services: Services, uri: string): Promise<{ uri: string; text: string | null }> {
  const root = services.folders().find((folder) => uri.startsWith(folder));
  for (let folder = parentUri(uri); folder !== null; folder = parentUri(folder)) {
    for (const name of FILES.configs) {
      if (name === 'package.json') continue;
      const candidate = joinUri(folder, name);
      const text = await services.files.read(candidate);
      if (text !== null) return { uri: candidate, text };
    }
    if (folder === root) break;
  }
  return { uri: joinUri(root ?? parentUri(uri) ?? uri, '.sourcelight.json'), text: null };
}

/** Whether “ignore here” goes into the file beside the text. */
function usesSidecar(services: Services, target: IgnoreTarget): boolean {
  const { ignoreIn } = target.settings.lint;
  const possible =
    services.client.createsFiles && services.files.available && /^(?:file|vscode)/.test(target.uri);
  // JSON has no comments.
  if (target.document.reading?.format === 'ninjs') return possible;
  const hasComments = isMarkdown(target) || target.document.reading?.format === 'html';
  return possible && (ignoreIn === 'sidecar' || (ignoreIn === 'auto' && !hasComments));
}

/** The edit for one of the three ways to ignore a finding; null when nothing can be written. */
export async function ignoreEdit(
  services: Services,
  target: IgnoreTarget,
  { rule, scope, reason }: Pick<IgnoreParams, 'rule' | 'scope' | 'reason'>,
  span: Span,
): Promise<WorkspaceEdit | null> {
  if (scope === 'always') {
    const config = await configFile(services, target.uri);
    if (config.text === null && !services.client.createsFiles) return null;
    const text = configWith(config.uri, config.text, rule);
    return text === null ? null : rewrite(services, config.uri, config.text, text);
  }
  const place = scope === 'file' ? null : span;
  if (usesSidecar(services, target)) {
    const uri = `${target.uri}${FILES.sidecarSuffix}`;
    const before = await services.files.read(uri);
    const text = wordsOf(target);
    const after = sidecarWith(before, nameOf(target.uri), text, rule, place, reason);
    if (after !== null) return rewrite(services, uri, before, after);
  }
  if (target.document.reading?.format === 'ninjs') return null;
  return workspaceEdit(
    services,
    target.uri,
    target.document.version,
    [inText(target, rule, place, reason)],
    false,
  );
}
