/**
 * The open documents: incremental text sync, and the decision whether a document is annotated at all. Knows the
 * gate and the settings it is given; analyses nothing.
 */
import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readsAsNews } from '../../engine/index.ts';
import { formatOfLanguage } from '../../engine/input/formats.ts';
import { read } from '../../engine/input/read.ts';
import type { Reading } from '../../engine/input/reading.ts';
import { GATED_LANGUAGES, NEWS_LANGUAGE, type DocumentState, type Settings } from '../../protocol/index.ts';

export interface Decision {
  readonly state: DocumentState;
  readonly score: number | null;
  readonly signals: readonly string[];
  readonly overridden: boolean;
}

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** Changes in place with each edit; compare `document.version` after every wait. */
  readonly document: TextDocument;
  /** Offset behind the last edit of `document.version`, or -1 when the text was replaced as a whole. */
  readonly editedAt: number;
  /** Version that was opened or last saved. */
  readonly savedVersion: number;
}

export type Override = 'annotate' | 'stop';

export interface Documents {
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
  /** How the words of a document that is no plain text were read; null for plain text. */
  reading(open: OpenDocument): Reading | null;
  /** Whether the current text is annotated; cheap to ask again for the same version. */
  decide(open: OpenDocument, settings: Settings): Decision;
  /** Overrules the gate until the other command is given; `null` asks the gate again. */
  override(uri: string, override: Override | null): void;
}

export interface DocumentListener {
  opened(uri: string): void;
  changed(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
}

/** A text that is annotated is judged again when this share of it has changed since. */
const JUDGE_AGAIN_AFTER = 0.2;

/** A page that is no news is judged again when so much of it has changed: templates are edited all day. */
const JUDGE_PAGE_AFTER = 300;

/** Documents with an override, or a judgement, that are kept in mind after they were closed. */
const REMEMBERED = 200;

interface Judgement {
  readonly version: number;
  readonly length: number;
  readonly isNews: boolean;
  readonly score: number;
  readonly signals: readonly string[];
}

function isOurs(languageId: string): boolean {
  return languageId === NEWS_LANGUAGE || GATED_LANGUAGES.includes(languageId.toLowerCase());
}

/** Where an edit ends in the new text; -1 for a replacement of the whole text. */
function endOfEdit(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): number {
  const last = changes.at(-1);
  if (last === undefined || !('range' in last)) return -1;
  return document.offsetAt(last.range.start) + last.text.length;
}

export function createDocuments(connection: Connection, listener: DocumentListener): Documents {
  const open = new Map<string, OpenDocument>();
  const overrides = new Map<string, Override>();
  const judgements = new Map<string, Judgement>();
  const changed = new Map<string, number>();
  const readings = new Map<string, { readonly version: number; readonly reading: Reading | null }>();

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const document = TextDocument.create(uri, languageId, version, text);
    open.set(uri, { uri, languageId, document, editedAt: -1, savedVersion: version });
    judgements.delete(uri);
    listener.opened(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const before = open.get(uri);
    if (before === undefined || contentChanges.length === 0) return;
    const lengthBefore = before.document.getText().length;
    const document = TextDocument.update(before.document, contentChanges, version);
    open.set(uri, { ...before, document, editedAt: endOfEdit(document, contentChanges) });
    let amount = (changed.get(uri) ?? 0) + Math.abs(document.getText().length - lengthBefore);
    for (const change of contentChanges) {
      amount += 'range' in change ? change.text.length : Number.POSITIVE_INFINITY;
    }
    changed.set(uri, amount);
    listener.changed(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const before = open.get(uri);
    if (before === undefined) return;
    open.set(uri, { ...before, savedVersion: before.document.version });
    listener.saved(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (!open.delete(uri)) return;
    judgements.delete(uri);
    changed.delete(uri);
    readings.delete(uri);
    listener.closed(uri);
  });

  const readingOf = ({ uri, languageId, document }: OpenDocument): Reading | null => {
    const format = formatOfLanguage(languageId);
    if (format === 'text') return null;
    const before = readings.get(uri);
    if (before?.version === document.version) return before.reading;
    const reading = read(document.getText(), format);
    readings.set(uri, { version: document.version, reading });
    return reading;
  };

  const judge = (current: OpenDocument): Judgement => {
    const { uri, languageId, document } = current;
    const before = judgements.get(uri);
    if (before?.version === document.version) return before;
    const length = document.getText().length;
    const amount = changed.get(uri) ?? 0;
    // Judging is one pass over a bounded beginning: a text that is out is asked again at each version.
    if (before?.isNews === true && amount < JUDGE_AGAIN_AFTER * before.length) return before;
    // A page has to be read as a whole for it.
    if (before?.isNews === false && formatOfLanguage(languageId) !== 'text' && amount < JUDGE_PAGE_AFTER)
      return before;
    const reading = readingOf(current);
    // JSON that is no news item.
    const verdict =
      reading === null && formatOfLanguage(languageId) === 'ninjs'
        ? { isNews: false, score: 0, signals: ['-code'] }
        : readsAsNews(reading?.text ?? document.getText(), { wasNews: before?.isNews ?? false });
    const judgement: Judgement = { version: document.version, length, ...verdict };
    judgements.set(uri, judgement);
    changed.set(uri, 0);
    return judgement;
  };

  return {
    get: (uri) => open.get(uri),
    all: () => [...open.values()],
    reading: readingOf,
    decide: (current, settings) => {
      const { uri, languageId, document } = current;
      const override = overrides.get(uri);
      const overridden = override !== undefined;
      const plain = (state: DocumentState): Decision => ({ state, score: null, signals: [], overridden });
      if (override === 'stop') return plain('stopped');
      if (override === undefined && !isOurs(languageId)) return plain('foreign');
      if (document.getText().length > settings.maxCharacters) {
        // Nobody expects an article in large JSON.
        return plain(formatOfLanguage(languageId) === 'ninjs' ? 'not-news' : 'paused');
      }
      if (override === 'annotate' || languageId === NEWS_LANGUAGE) return plain('annotated');
      if (settings.plainText === 'never') return plain('off');
      // Templates and data are no drafts, whatever is said of plain text.
      if (settings.plainText === 'always' && formatOfLanguage(languageId) === 'text')
        return plain('annotated');
      const { isNews, score, signals } = judge(current);
      return { state: isNews ? 'annotated' : 'not-news', score, signals, overridden };
    },
    override: (uri, override) => {
      overrides.delete(uri);
      if (override === null) return;
      overrides.set(uri, override);
      const [oldest] = overrides.keys();
      if (overrides.size > REMEMBERED && oldest !== undefined) overrides.delete(oldest);
    },
  };
}
