/**
 * The annotation of each open document, by version. An edit re-annotates what it touched; requests for the same
 * version share one run; a run whose version is superseded stops. Long texts are taken in slices, and messages are
 * let in between. Frees everything on close.
 */
import { annotate, reannotate, type Analysis, type AnnotateOptions } from '../../engine/index.ts';
import { createLookup, type Lookup } from '../../engine/query.ts';
import type { Settings } from '../../protocol/index.ts';
import { placedDocument, type PlacedDocument } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Runtime } from './runtime.ts';
import type { SettingsStore } from './settings.ts';

/** An open document that is annotated. `document` is `version` as long as nothing was awaited. */
export interface Article {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly document: PlacedDocument;
  /** The words; of a web page or news item without its markup. */
  readonly text: string;
  readonly analysis: Analysis;
  readonly lookup: Lookup;
  readonly settings: Settings;
}

/** Thrown when the document was edited or closed while it was being annotated. */
export class Superseded extends Error {}

export interface AnnotationCache {
  /** The annotation of the current version, or null when the document is not annotated. Throws `Superseded`. */
  get(uri: string): Promise<Article | null>;
  /** The last annotation made, whatever its version. */
  peek(uri: string): Article | null;
  forget(uri: string): void;
  /** Settings or the source book changed: the next `get` starts afresh. */
  invalidate(): void;
}

/** Options of a run and a key that tells two of them apart. */
export interface RunOptions {
  readonly key: string;
  readonly options: AnnotateOptions;
  /** The text to annotate, of the same length: directives of ours are blanked. */
  readonly story: (text: string) => string;
}

/** A first run over a longer text is cut into slices of about this many characters. */
const SLICE = 120_000;

interface Entry {
  readonly key: string;
  readonly article: Article;
}

interface Run {
  readonly key: string;
  readonly version: number;
  readonly promise: Promise<Article>;
}

/** Places, after blank lines, at which a long text is cut into slices. */
function cuts(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = SLICE; at < text.length; at += SLICE) {
    const blank = text.indexOf('\n\n', at);
    if (blank < 0) break;
    at = blank + 2;
    places.push(at);
  }
  if (places.at(-1) !== text.length) places.push(text.length);
  return places;
}

/** The analysis of a text that is not open: long ones in slices, with messages let in between. */
export async function annotateInSlices(
  text: string,
  options: AnnotateOptions,
  runtime: Pick<Runtime, 'yieldNow'>,
): Promise<Analysis> {
  let analysis: Analysis | null = null;
  for (const end of cuts(text)) {
    await runtime.yieldNow();
    const slice = end === text.length ? text : text.slice(0, end);
    analysis = analysis ? reannotate(analysis, slice, options) : annotate(slice, options);
  }
  return analysis ?? annotate(text, options);
}

export function createAnnotationCache(
  documents: Documents,
  settingsStore: SettingsStore,
  runtime: Runtime,
  optionsFor: (uri: string, settings: Settings) => Promise<RunOptions>,
): AnnotationCache {
  const entries = new Map<string, Entry>();
  const runs = new Map<string, Run>();
  /** First runs over long texts that an edit interrupted: the slices done so far are not lost. */
  const unfinished = new Map<string, { readonly key: string; readonly analysis: Analysis }>();
  let generation = 0;

  const run = async (
    uri: string,
    version: number,
    settings: Settings,
    { key, options, story }: RunOptions,
  ): Promise<Article> => {
    const isStale = (): boolean => documents.get(uri)?.document.version !== version;
    // One turn for messages that already wait: a burst of keystrokes is annotated once.
    await runtime.yieldNow();
    const open = documents.get(uri);
    if (open === undefined || isStale()) throw new Superseded();
    const reading = documents.reading(open);
    const original = reading?.text ?? open.document.getText();
    const text = story(original);
    const full: AnnotateOptions = { ...options, plainText: 'always' };
    const before = entries.get(uri);
    let analysis: Analysis | null = null;
    if (before?.key === key) {
      analysis = reannotate(before.article.analysis, text, full);
    } else {
      const started = unfinished.get(uri);
      if (started?.key === key) analysis = started.analysis;
      for (const end of cuts(text)) {
        if (analysis !== null && end <= analysis.text.length && end < text.length) continue;
        const slice = end === text.length ? text : text.slice(0, end);
        analysis = analysis ? reannotate(analysis, slice, full) : annotate(slice, full);
        if (end < text.length) {
          unfinished.set(uri, { key, analysis });
          await runtime.yieldNow();
        }
        if (isStale()) throw new Superseded();
      }
      unfinished.delete(uri);
    }
    analysis ??= annotate(text, full);
    const article: Article = {
      uri,
      languageId: open.languageId,
      version,
      document: placedDocument(open.document, reading),
      text: original,
      analysis,
      lookup: createLookup(analysis.annotation),
      settings,
    };
    entries.set(uri, { key, article });
    return article;
  };

  return {
    get: async (uri) => {
      const settings = await settingsStore.get(uri);
      const { key, options, story } = await optionsFor(uri, settings);
      const open = documents.get(uri);
      if (open === undefined) return null;
      if (documents.decide(open, settings).state !== 'annotated') {
        entries.delete(uri);
        return null;
      }
      const { version } = open.document;
      const fullKey = `${generation}\n${key}`;
      const entry = entries.get(uri);
      if (entry?.key === fullKey && entry.article.version === version) {
        return entry.article.settings === settings ? entry.article : { ...entry.article, settings };
      }
      const running = runs.get(uri);
      if (running?.key === fullKey && running.version === version) return running.promise;
      const promise = run(uri, version, settings, { key: fullKey, options, story }).finally(() => {
        if (runs.get(uri)?.promise === promise) runs.delete(uri);
      });
      runs.set(uri, { key: fullKey, version, promise });
      return promise;
    },
    peek: (uri) => entries.get(uri)?.article ?? null,
    forget: (uri) => {
      entries.delete(uri);
      runs.delete(uri);
      unfinished.delete(uri);
    },
    invalidate: () => {
      generation++;
    },
  };
}
