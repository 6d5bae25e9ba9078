/** Findings of one article: the rules, then what directives in the text and the sidecar take out or do wrong. */
import { RULES } from '../../engine/rules/index.ts';
import { lint, type LintFinding } from '../../engine/rules/lint.ts';
import { applySuppressions, readSuppressions, SUPPRESSION_RULES } from '../../engine/suppress.ts';
import type { Article } from './annotationCache.ts';
import type { Project } from './projects.ts';

const KNOWN_RULES: readonly string[] = [...RULES.map((rule) => rule.id), ...SUPPRESSION_RULES];

export function checkArticle(
  { text, analysis }: Pick<Article, 'text' | 'analysis'>,
  project: Project,
): readonly LintFinding[] {
  if (project.ignored) return [];
  const { config, suppressions, sidecar } = project;
  const { directives } = readSuppressions(text, { marker: suppressions.plainTextMarker, sidecar });
  const { kept, problems } = applySuppressions(text, directives, lint(analysis, config), {
    knownRules: KNOWN_RULES,
    requireReason: suppressions.requireReason,
    reportUnused: suppressions.reportUnused,
  });
  return [...kept, ...problems].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1),
  );
}
