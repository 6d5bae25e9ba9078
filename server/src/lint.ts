/**
 * Findings of open documents: when they are computed (`lint.run`), with which configuration, and kept by version.
 * Knows nothing of diagnostics; the rules live in the engine.
 */
import type { LintFinding } from '../../engine/rules/lint.ts';
import type { Article } from './annotationCache.ts';
import { checkArticle } from './check.ts';
import type { Documents } from './documents.ts';
import type { Projects } from './projects.ts';

/** Findings of one version of a document. */
export interface Findings {
  readonly uri: string;
  readonly version: number;
  /** Changes whenever the findings may have changed; the `resultId` of pulled diagnostics. */
  readonly id: string;
  readonly items: readonly LintFinding[];
}

export interface LintService {
  /** The findings that hold for the article now: fresh, or (`onSave`, `manual`) those of the last run. */
  of(article: Article): Promise<Findings>;
  /** Computes them now, whatever `lint.run` says. */
  now(article: Article): Promise<Findings>;
  /** Findings of the last run, if any. */
  peek(uri: string): Findings | null;
  forget(uri: string): void;
  invalidate(): void;
}

const NONE: readonly LintFinding[] = [];

export function createLintService(documents: Documents, projects: Projects): LintService {
  const runs = new Map<string, Findings>();
  let generation = 0;
  /** Short names for the keys of projects, which are long. */
  const ids = new Map<string, number>();
  const prefixOf = (key: string): string => {
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return `${generation}.${id}.`;
  };

  const now: LintService['now'] = async (article) => {
    const project = await projects.of(article.uri, article.settings);
    const items = article.settings.lint.enabled ? checkArticle(article, project) : NONE;
    const findings: Findings = {
      uri: article.uri,
      version: article.version,
      id: `${prefixOf(project.key)}${article.version}`,
      items,
    };
    runs.set(article.uri, findings);
    return findings;
  };

  return {
    now,
    of: async (article) => {
      const { lint: settings } = article.settings;
      const last = runs.get(article.uri);
      const project = await projects.of(article.uri, article.settings);
      const prefix = prefixOf(project.key);
      if (last?.version === article.version && last.id.startsWith(prefix)) return last;
      const open = documents.get(article.uri);
      const due =
        settings.run === 'onType' ||
        (settings.run === 'onSave' && (last === undefined || open?.savedVersion === article.version)) ||
        (settings.run === 'manual' && last !== undefined && !last.id.startsWith(prefix));
      if (due) return now(article);
      return last ?? { uri: article.uri, version: article.version, id: `${prefix}none`, items: NONE };
    },
    peek: (uri) => runs.get(uri) ?? null,
    forget: (uri) => {
      runs.delete(uri);
    },
    invalidate: () => {
      generation++;
    },
  };
}
