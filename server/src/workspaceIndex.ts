/**
 * Who is quoted in the files of the workspace that are not open: speakers, quotations and agencies of each article,
 * condensed. Filled in idle slices, with progress and cancellation, at most `index.maxFiles` files; each file keeps a
 * bounded number of entries. Open documents are read from the annotation cache instead.
 */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readsAsNews, type Annotation, type Span, type SpeakerType } from '../../engine/index.ts';
import { countWords } from '../../engine/query.ts';
import type { Say } from '../../engine/say.ts';
import { FILES, type IndexSummary, type Range, type Settings } from '../../protocol/index.ts';
import { annotateInTurns, type AnnotationCache, type Article } from './annotationCache.ts';
import type { Client } from './client.ts';
import { toRange, type PlacedDocument } from './convert.ts';
import type { Documents } from './documents.ts';
import type { FileAccess } from './fileAccess.ts';
import type { Log } from './log.ts';
import type { Runtime } from './runtime.ts';
import type { SettingsStore } from './settings.ts';

/**
 * Ten thousand articles have millions of places, so they are kept as numbers: four for each range, one array a file.
 * A speaker's, quotation's or agency's places stand in it one after the other; `rangesOf` reads them.
 */
export interface Places {
  /** Number of the first range. */
  readonly at: number;
  readonly count: number;
}

export interface IndexedSpeaker {
  readonly key: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly role: string | null;
  /** None or one. */
  readonly introduction: Places;
  readonly mentions: Places;
  readonly statements: Places;
  readonly words: number;
}

export interface IndexedQuote extends Places {
  readonly text: string;
  readonly speaker: string | null;
  /** `speakerKey` of the speaker. */
  readonly key: string | null;
}

export interface IndexedAgency extends Places {
  readonly name: string;
}

export interface IndexedFile {
  readonly uri: string;
  readonly speakers: readonly IndexedSpeaker[];
  readonly quotes: readonly IndexedQuote[];
  readonly agencies: readonly IndexedAgency[];
  readonly places: Int32Array;
}

/** Ranges of a speaker, quotation or agency of a file. */
export function rangesOf({ places }: Pick<IndexedFile, 'places'>, { at, count }: Places): readonly Range[] {
  return Array.from({ length: count }, (_, index) => {
    const [line = 0, character = 0, endLine = 0, endCharacter = 0] = places.subarray(4 * (at + index));
    return { start: { line, character }, end: { line: endLine, character: endCharacter } };
  });
}

export interface WorkspaceIndex {
  /** Reads the workspace; called again, it starts afresh. Resolves when all is read or it was stopped. */
  fill(): Promise<void>;
  stop(): void;
  changed(uri: string): void;
  deleted(uri: string): void;
  /** All indexed files, open documents as they are now. */
  files(): readonly IndexedFile[];
  summary(): IndexSummary;
  /** All is read. */
  complete(): boolean;
  /** Changes with every file that is read, changed or deleted. */
  generation(): number;
}

/** Entries kept of one file: more would be a book, not an article. */
const MAX_SPEAKERS = 200;
const MAX_MENTIONS = 100;
const MAX_QUOTES = 300;
const MAX_QUOTE_LENGTH = 300;

/** Rest after each file, as a share of the time it took, so that requests of open editors come first. */
const REST = 1;

/** What one speaker is called in two articles, or null for those who cannot be told apart by name. */
export function speakerKey(type: SpeakerType, name: string): string | null {
  if (type === 'anonymous' || type === 'document' || type === 'group') return null;
  const key = name.toLowerCase().normalize('NFC').replace(/’/g, "'").replace(/\s+/g, ' ').trim();
  // A surname alone is not the same person in another article.
  return key === '' || (type === 'person' && !key.includes(' ')) ? null : key;
}

/** The same characters as a string of their own: a slice would keep the whole article in memory. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/** The part of an annotation that the index keeps. */
export function condense(
  uri: string,
  document: PlacedDocument,
  text: string,
  annotation: Annotation,
): IndexedFile {
  const numbers: number[] = [];
  const place = (spans: readonly Span[]): Places => {
    const at = numbers.length / 4;
    for (const span of spans) {
      const { start, end } = toRange(document, span);
      numbers.push(start.line, start.character, end.line, end.character);
    }
    return { at, count: spans.length };
  };
  const names = new Map<string, { readonly name: string; readonly key: string | null }>();
  const speakers: IndexedSpeaker[] = [];
  for (const [index, speaker] of annotation.speakers.entries()) {
    const name = detached(speaker.name);
    const found = speakerKey(speaker.type, speaker.name);
    const key = found === null ? null : detached(found);
    names.set(speaker.id, { name, key });
    if (key === null || index >= MAX_SPEAKERS) continue;
    const statements = annotation.attributions.filter((attribution) => attribution.speaker === speaker.id);
    const content = statements.flatMap((attribution) => attribution.content);
    speakers.push({
      key,
      name,
      type: speaker.type,
      role: speaker.role === null ? null : detached(speaker.role),
      introduction: place(speaker.introduction === null ? [] : [speaker.introduction]),
      mentions: place(speaker.mentions.slice(0, MAX_MENTIONS)),
      statements: place(content.slice(0, MAX_MENTIONS)),
      words: content.reduce((sum, span) => sum + countWords(text, span), 0),
    });
  }
  const quotes = annotation.quotes
    .filter((quote) => quote.kind === 'direct' || quote.kind === 'partial')
    .slice(0, MAX_QUOTES)
    .map((quote): IndexedQuote => {
      const who = names.get(quote.speaker ?? '');
      const words = text.slice(quote.start, Math.min(quote.end, quote.start + MAX_QUOTE_LENGTH));
      return { text: detached(words), speaker: who?.name ?? null, key: who?.key ?? null, ...place([quote]) };
    });
  const agencies = annotation.agencies.map((agency): IndexedAgency => ({
    name: detached(agency.name),
    ...place(agency.mentions.slice(0, MAX_MENTIONS)),
  }));
  return { uri, speakers, quotes, agencies, places: Int32Array.from(numbers) };
}

/** File names that hold articles; `FILES.articles` as a pattern. */
const ARTICLE = /\.(?:news|article|md|markdown|txt)$/i;
/** Folders that hold no drafts. */
const SKIPPED = /(?:^|\/)(?:node_modules|\.[^/]+)\//;

export interface IndexHost {
  readonly connection: Connection;
  readonly client: Pick<Client, 'workDoneProgress'>;
  readonly runtime: Runtime;
  readonly documents: Documents;
  readonly annotations: AnnotationCache;
  readonly files: FileAccess;
  readonly settings: SettingsStore;
  readonly log: Log;
  readonly say: Say;
  folders(): readonly string[];
  /** The whole workspace was read. */
  filled(): void;
}

export function createWorkspaceIndex(host: IndexHost): WorkspaceIndex {
  const { runtime, documents, annotations, files, settings, log, say } = host;
  const entries = new Map<string, IndexedFile>();
  const pending = new Set<string>();
  const live = new WeakMap<Article, IndexedFile>();
  /** Raised by each `fill` and `stop`: work of an older run ends. */
  let run = 0;
  let working: Promise<void> | null = null;
  let generation = 0;

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      runtime.delay(resolve, milliseconds);
    });

  const read = async (uri: string, current: Settings): Promise<void> => {
    const text = await files.read(uri);
    generation++;
    entries.delete(uri);
    if (text === null || text.length > current.index.maxCharacters) return;
    if (!/\.(?:news|article)$/i.test(uri) && current.plainText !== 'always' && !readsAsNews(text).isNews)
      return;
    const { annotation } = await annotateInTurns(text, { plainText: 'always' }, runtime);
    entries.set(uri, condense(uri, TextDocument.create(uri, '', 0, text), text, annotation));
  };

  /** Works off what is pending; one at a time, however often it is called. */
  const work = (mine: number, onFile: () => void): Promise<void> => {
    working ??= (async () => {
      while (pending.size > 0) {
        const [uri] = pending;
        if (uri === undefined || run !== mine) break;
        pending.delete(uri);
        const start = runtime.now();
        try {
          const current = await settings.get(uri);
          if (entries.size < current.index.maxFiles) await read(uri, current);
        } catch (error) {
          log.warn(`${uri} could not be indexed: ${String(error)}`);
        }
        onFile();
        await rest(REST * (runtime.now() - start));
      }
    })().finally(() => {
      working = null;
    });
    return working;
  };

  const fill = async (): Promise<void> => {
    const mine = ++run;
    if (working) await working;
    if (run !== mine) return;
    pending.clear();
    entries.clear();
    for (const folder of host.folders()) {
      const current = await settings.get(folder);
      if (!current.index.enabled || current.plainText === 'never') continue;
      const uris = await files.list(folder, ARTICLE, FILES.articles, current.index.maxFiles);
      for (const uri of uris) {
        if (ARTICLE.test(uri) && !SKIPPED.test(uri.slice(folder.length))) pending.add(uri);
      }
    }
    const total = pending.size;
    if (total === 0 || run !== mine) return;
    let progress: WorkDoneProgressServerReporter | null = null;
    if (host.client.workDoneProgress) {
      progress = await host.connection.window.createWorkDoneProgress();
      progress.begin(say('Sourcelight: reading articles'), 0, say('{0} of {1}', [0, total]), true);
      progress.token.onCancellationRequested(() => {
        if (run === mine) run++;
      });
    }
    let done = 0;
    await work(mine, () => {
      done++;
      if (done % 10 === 0)
        progress?.report(Math.round((100 * done) / total), say('{0} of {1}', [done, total]));
    });
    progress?.done();
    log.info(`Indexed ${entries.size} articles of ${total} files.`);
    if (run === mine) host.filled();
  };

  const complete = (): boolean => pending.size === 0 && working === null;

  return {
    generation: () => generation,
    complete,
    fill: () =>
      fill().catch((error: unknown) => {
        log.error('The workspace index failed', error);
      }),
    stop: () => {
      run++;
      pending.clear();
    },
    changed: (uri) => {
      if (!ARTICLE.test(uri) || SKIPPED.test(uri)) return;
      pending.add(uri);
      void work(run, () => undefined);
    },
    deleted: (uri) => {
      pending.delete(uri);
      entries.delete(uri);
      generation++;
    },
    files: () => {
      const open = new Map<string, IndexedFile | null>();
      for (const { uri } of documents.all()) {
        const article = annotations.peek(uri);
        if (article === null) continue;
        let file = live.get(article);
        // Positions come from the live document, so only an annotation of its current version can be placed.
        if (file === undefined && article.document.version === article.version) {
          file = condense(uri, article.document, article.text, article.analysis.annotation);
          live.set(article, file);
        }
        open.set(uri, file ?? entries.get(uri) ?? null);
      }
      const result: IndexedFile[] = [];
      for (const file of open.values()) if (file !== null) result.push(file);
      for (const file of entries.values()) if (!open.has(file.uri)) result.push(file);
      return result;
    },
    summary: () => {
      const speakers = new Set<string>();
      const agencies = new Set<string>();
      let quotes = 0;
      for (const file of entries.values()) {
        for (const speaker of file.speakers) speakers.add(speaker.key);
        for (const agency of file.agencies) agencies.add(agency.name);
        quotes += file.quotes.length;
      }
      return {
        files: entries.size,
        pending: pending.size,
        speakers: speakers.size,
        quotes,
        agencies: agencies.size,
        complete: complete(),
      };
    },
  };
}
