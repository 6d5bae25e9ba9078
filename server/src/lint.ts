/**
 * Findings of open documents: when they are computed (`lint.run`), with which configuration, and kept by version. The
 * sentence that is being written is left alone: what is new in it is held back until the text rests, the next edit is
 * elsewhere, or the document is saved. Knows nothing of diagnostics; the rules live in the engine.
 */
import { sentenceAt } from '../../engine/query.ts';
import type { Say } from '../../engine/say.ts';
import { overlaps } from '../../engine/text/spans.ts';
import type { LintFinding } from '../../engine/rules/lint.ts';
import type { Article } from './annotationCache.ts';
import { checkArticle, type ArticleFinding } from './check.ts';
import { fromSource } from './convert.ts';
import type { Documents } from './documents.ts';
import { comparesWorkspace, quotesElsewhere } from './drift.ts';
import type { Project, Projects } from './projects.ts';
import type { Runtime } from './runtime.ts';
import type { WorkspaceIndex } from './workspaceIndex.ts';

/** Findings of one version of a document. */
export interface Findings {
  readonly uri: string;
  readonly version: number;
  /** Changes whenever the findings may have changed; the `resultId` of pulled diagnostics. */
  readonly id: string;
  readonly items: readonly ArticleFinding[];
}

export interface LintService {
  /** The findings that hold for the article now: fresh, or (`onSave`, `manual`) those of the last run. */
  of(article: Article): Promise<Findings>;
  /** Computes them now, whatever `lint.run` says; holds nothing back. */
  now(article: Article): Promise<Findings>;
  /** Findings of the last run, if any. */
  peek(uri: string): Findings | null;
  /** Shows what is held back, if anything. */
  release(uri: string): void;
  forget(uri: string): void;
  invalidate(): void;
}

const NONE: readonly ArticleFinding[] = [];

/** A text that rests this long is no longer being written. */
const REST = 2000;

interface Run extends Findings {
  /** How often what is shown, by rule and words: it stays while the sentence around it is edited. */
  readonly shown: ReadonlyMap<string, number>;
  readonly holdsBack: boolean;
}

function keyOf(article: Article, finding: LintFinding): string {
  return `${finding.rule}\n${article.text.slice(finding.start, finding.end)}`;
}

function countKeys(article: Article, findings: readonly LintFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(article, finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** @param onRelease the findings of a document changed without an edit */
export function createLintService(
  documents: Documents,
  projects: Projects,
  runtime: Pick<Runtime, 'delay'>,
  say: Say,
  index: () => Pick<WorkspaceIndex, 'files' | 'generation'>,
  onRelease: (uri: string) => void,
): LintService {
  const runs = new Map<string, Run>();
  const timers = new Map<string, () => void>();
  /** Versions that rest: nothing is held back until the next edit. */
  const resting = new Map<string, number>();
  let generation = 0;
  /** Short names for the keys of projects, which are long. */
  const ids = new Map<string, number>();
  const prefixOf = (project: Project): string => {
    const id = ids.get(project.key) ?? ids.size;
    ids.set(project.key, id);
    const others = comparesWorkspace(project) ? `${index().generation()}.` : '';
    return `${generation}.${id}.${others}`;
  };

  const release = (uri: string): void => {
    timers.get(uri)?.();
    timers.delete(uri);
    const last = runs.get(uri);
    if (last?.holdsBack !== true) return;
    resting.set(uri, last.version);
    runs.delete(uri);
    onRelease(uri);
  };

  /** What may be shown while the sentence at `editedAt` is being written. */
  const calm = (
    article: Article,
    all: readonly ArticleFinding[],
    editedAt: number,
  ): readonly ArticleFinding[] => {
    const sentence = sentenceAt(article.analysis.paragraphs, fromSource(article.document, editedAt));
    if (sentence === null) return all;
    const before = runs.get(article.uri)?.shown;
    const counts = countKeys(article, all);
    return all.filter((finding) => {
      const key = keyOf(article, finding);
      return !overlaps(finding, sentence) || (counts.get(key) ?? 0) <= (before?.get(key) ?? 0);
    });
  };

  const run = async (article: Article, editedAt: number): Promise<Findings> => {
    const project = await projects.of(article.uri, article.settings);
    const elsewhere = comparesWorkspace(project)
      ? quotesElsewhere(index(), article.uri, article.analysis.annotation)
      : [];
    const all = article.settings.lint.enabled ? checkArticle(article, project, say, elsewhere) : NONE;
    const items = editedAt < 0 ? all : calm(article, all, editedAt);
    const holdsBack = items.length < all.length;
    timers.get(article.uri)?.();
    timers.delete(article.uri);
    if (holdsBack) {
      timers.set(
        article.uri,
        runtime.delay(() => {
          release(article.uri);
        }, REST),
      );
    }
    const findings: Run = {
      uri: article.uri,
      version: article.version,
      id: `${prefixOf(project)}${article.version}${holdsBack ? 'h' : ''}`,
      items,
      shown: countKeys(article, items),
      holdsBack,
    };
    runs.set(article.uri, findings);
    return findings;
  };
  return {
    now: (article) => run(article, -1),
    of: async (article) => {
      const { uri, version } = article;
      const { lint: settings } = article.settings;
      const last = runs.get(uri);
      const project = await projects.of(uri, article.settings);
      const prefix = prefixOf(project);
      if (last?.version === version && last.id.startsWith(prefix)) return last;
      const open = documents.get(uri);
      const saved = open?.savedVersion === version;
      const due =
        settings.run === 'onType' ||
        (settings.run === 'onSave' && (last === undefined || saved)) ||
        (settings.run === 'manual' && last !== undefined && !last.id.startsWith(prefix));
      if (!due) return last ?? { uri, version, id: `${prefix}none`, items: NONE };
      const calmly = settings.run === 'onType' && !saved && resting.get(uri) !== version;
      return run(article, calmly ? (open?.editedAt ?? -1) : -1);
    },
    peek: (uri) => runs.get(uri) ?? null,
    release,
    forget: (uri) => {
      timers.get(uri)?.();
      timers.delete(uri);
      runs.delete(uri);
      resting.delete(uri);
    },
    invalidate: () => {
      generation++;
    },
  };
}
