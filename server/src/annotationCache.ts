/**
 * The annotation of each open document, by version. An edit re-annotates what it touched; requests for the same
 * version share one run; a run whose version is superseded stops. Work is done a few milliseconds at a time, and
 * messages are let in between. Whoever cannot wait for a long text gets what is known right after the edit. Frees
 * everything on close.
 */
import { annotateInSteps, carry, type Analysis, type AnnotateOptions } from '../../engine/index.ts';
import { editBetween } from '../../engine/carry.ts';
import { createLookup, type Lookup } from '../../engine/query.ts';
import type { Settings } from '../../protocol/index.ts';
import { placedDocument, type PlacedDocument } from './convert.ts';
import type { Documents, OpenDocument } from './documents.ts';
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
  /** Names this annotation; `carriedFrom` is the name of the one it was carried over from, if it is not settled. */
  readonly mark: symbol;
  readonly carriedFrom: symbol | null;
}

/** Thrown when the document was edited or closed while it was being annotated. */
export class Superseded extends Error {}

export interface AnnotationCache {
  /** The annotation of the current version, or null when the document is not annotated. Throws `Superseded`. */
  get(uri: string): Promise<Article | null>;
  /**
   * For colours and cards: the same, but after an edit of a long text what is known at once, with exact places and
   * speakers as they were. `onSettled` is told when the true one is there.
   */
  soon(uri: string): Promise<Article | null>;
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

/** A first run over a longer text begins with a slice of about this many characters, so that its top is there soon. */
const SLICE = 40_000;
/** Each slice is so many times as long as what is done already: few enough that resolving them all costs little. */
const GROWTH = 3;

interface Entry {
  readonly key: string;
  readonly article: Article;
}

interface Current {
  readonly open: OpenDocument;
  readonly settings: Settings;
  readonly run: RunOptions;
}

interface Run {
  readonly key: string;
  readonly version: number;
  readonly promise: Promise<Article>;
}

/** Places, after blank lines, at which a long text is cut into slices. */
function cuts(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = SLICE; at * 2 < text.length; at *= GROWTH) {
    const blank = text.indexOf('\n\n', at);
    if (blank < 0) break;
    places.push(blank + 2);
  }
  if (places.at(-1) !== text.length) places.push(text.length);
  return places;
}

/** Milliseconds of work between two turns for messages. */
const TURN = 8;

/** From this length on an edit is answered at once from what is known. */
const SOON = 4_000;

/** From this length on it is resolved only when the text has rested. */
const LONG = 30_000;

/** Milliseconds that a long text rests before it is resolved: while somebody types, only `soon` is asked for. */
const REST = 250;

/** Does the steps of an analysis in turns, with messages let in between; stops when `check` throws. */
async function inTurns(
  previous: Analysis | null,
  text: string,
  options: AnnotateOptions,
  runtime: Pick<Runtime, 'yieldNow' | 'now'>,
  check: () => void,
): Promise<Analysis> {
  const steps = annotateInSteps(previous, text, options);
  for (let since = runtime.now(); ;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (runtime.now() - since < TURN) continue;
    await runtime.yieldNow();
    check();
    since = runtime.now();
  }
}

/** The analysis of a text that is not open, in turns. */
export function annotateInTurns(
  text: string,
  options: AnnotateOptions,
  runtime: Pick<Runtime, 'yieldNow' | 'now'>,
): Promise<Analysis> {
  return inTurns(null, text, options, runtime, () => undefined);
}

/** The one to carry over: the first, unless another knows much more of the text. */
function best(entries: readonly (Entry | undefined)[]): Entry | undefined {
  const known = (entry: Entry | undefined): number => entry?.article.analysis.text.length ?? -1;
  return entries.reduce<Entry | undefined>(
    (chosen, entry) => (known(entry) > 1.5 * known(chosen) ? entry : (chosen ?? entry)),
    undefined,
  );
}

/** As much of the new text as the article knew of the old one: of a text that is still being read, the top. */
function stillKnown({ text: old, analysis }: Article, text: string): string {
  const known = analysis.text.length;
  if (known >= old.length) return text;
  const { from, before, after } = editBetween(old, text);
  if (from >= known) return text.slice(0, known);
  return text.slice(0, before <= known ? known + after - before : from);
}

export function createAnnotationCache(
  documents: Documents,
  settingsStore: SettingsStore,
  runtime: Runtime,
  optionsFor: (uri: string, settings: Settings) => Promise<RunOptions>,
  /** What `soon` gave away early is settled now. */
  onSettled: (uri: string) => void,
): AnnotationCache {
  const entries = new Map<string, Entry>();
  /** What was given away before it was settled. */
  const early = new Map<string, Entry>();
  const runs = new Map<string, Run>();
  /** First runs over long texts: the slices done so far, shown at once and not lost when an edit interrupts. */
  const unfinished = new Map<string, Entry>();
  /** Who waits for the top of a long text. */
  const tops = new Map<string, (article: Article) => void>();
  let generation = 0;

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      runtime.delay(resolve, REST);
    });

  const run = async (
    uri: string,
    version: number,
    settings: Settings,
    { key, options, story }: RunOptions,
  ): Promise<Article> => {
    const check = (): void => {
      if (documents.get(uri)?.document.version !== version) throw new Superseded();
    };
    // One turn for messages that already wait: a burst of keystrokes is annotated once.
    await runtime.yieldNow();
    check();
    const open = documents.get(uri);
    if (open === undefined) throw new Superseded();
    const reading = documents.reading(open);
    const original = reading?.text ?? open.document.getText();
    const text = story(original);
    const full: AnnotateOptions = { ...options, plainText: 'always' };
    const document = placedDocument(open.document, reading);
    const articleOf = (made: Analysis): Article => ({
      uri,
      languageId: open.languageId,
      version,
      document,
      text: original,
      analysis: made,
      lookup: createLookup(made.annotation),
      settings,
      mark: Symbol(String(version)),
      carriedFrom: null,
    });
    const before = entries.get(uri);
    let analysis: Analysis | null = null;
    if (before?.key === key) {
      if (text.length >= LONG) await rest();
      check();
      analysis = await inTurns(before.article.analysis, text, full, runtime, check);
    } else {
      const started = unfinished.get(uri);
      if (started?.key === key) {
        analysis = started.article.analysis;
        if (started.article.version !== version) await rest();
        check();
      }
      for (const end of cuts(text)) {
        if (analysis !== null && end <= analysis.text.length && end < text.length) continue;
        const slice = end === text.length ? text : text.slice(0, end);
        analysis = await inTurns(analysis, slice, full, runtime, check);
        if (end === text.length) continue;
        const article = articleOf(analysis);
        unfinished.set(uri, { key, article });
        tops.get(uri)?.(article);
        tops.delete(uri);
        onSettled(uri);
      }
    }
    check();
    unfinished.delete(uri);
    analysis ??= await inTurns(null, text, full, runtime, check);
    const article = articleOf(analysis);
    entries.set(uri, { key, article });
    tops.delete(uri);
    if (early.delete(uri)) onSettled(uri);
    return article;
  };

  /** The document as it stands with the options that hold for it, or null when it is not annotated. */
  const current = async (uri: string): Promise<Current | null> => {
    const settings = await settingsStore.get(uri);
    const { key, options, story } = await optionsFor(uri, settings);
    const open = documents.get(uri);
    if (open === undefined) return null;
    if (documents.decide(open, settings).state === 'annotated')
      return { open, settings, run: { key: `${generation}\n${key}`, options, story } };
    entries.delete(uri);
    early.delete(uri);
    return null;
  };

  const settled = (uri: string, { open, settings, run: { key } }: Current): Article | null => {
    const entry = entries.get(uri);
    if (entry?.key !== key || entry.article.version !== open.document.version) return null;
    return entry.article.settings === settings ? entry.article : { ...entry.article, settings };
  };

  const get = async (uri: string): Promise<Article | null> => {
    const now = await current(uri);
    if (now === null) return null;
    const article = settled(uri, now);
    if (article !== null) return article;
    const { version } = now.open.document;
    const running = runs.get(uri);
    if (running?.key === now.run.key && running.version === version) return running.promise;
    const promise = run(uri, version, now.settings, now.run).finally(() => {
      if (runs.get(uri)?.promise === promise) runs.delete(uri);
    });
    runs.set(uri, { key: now.run.key, version, promise });
    return promise;
  };

  return {
    get,
    soon: async (uri) => {
      const now = await current(uri);
      if (now === null) return null;
      const article = settled(uri, now);
      if (article !== null) return article;
      const { open, settings, run: options } = now;
      const reading = documents.reading(open);
      const original = reading?.text ?? open.document.getText();
      const last = best(
        [early.get(uri), entries.get(uri), unfinished.get(uri)].filter((entry) => entry?.key === options.key),
      );
      if (last === undefined) {
        // Whichever comes first: the top of a long text, or the whole.
        const top = new Promise<Article>((resolve) => {
          tops.set(uri, resolve);
        });
        return Promise.race([get(uri), top]);
      }
      if (original.length < SOON) return get(uri);
      const { version } = open.document;
      if (last.article.version === version) return last.article;
      const analysis = carry(last.article.analysis, stillKnown(last.article, options.story(original)));
      const soon: Article = {
        ...last.article,
        version,
        document: placedDocument(open.document, reading),
        text: original,
        analysis,
        lookup: createLookup(analysis.annotation),
        settings,
        mark: Symbol(String(version)),
        carriedFrom: last.article.mark,
      };
      early.set(uri, { key: options.key, article: soon });
      return soon;
    },
    peek: (uri) => entries.get(uri)?.article ?? null,
    forget: (uri) => {
      entries.delete(uri);
      runs.delete(uri);
      unfinished.delete(uri);
      early.delete(uri);
      tops.delete(uri);
    },
    invalidate: () => {
      generation++;
    },
  };
}
