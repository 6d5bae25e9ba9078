/** Findings of one article: the rules, then what directives in the text and the sidecar take out or do wrong. */
import { RULES } from '../../engine/rules/index.ts';
import { lint, type LintFinding } from '../../engine/rules/lint.ts';
import { applySuppressions, readSuppressions, SUPPRESSION_RULES } from '../../engine/suppress.ts';
import { withWritableFixes } from '../../engine/input/reading.ts';
import type { Say } from '../../engine/say.ts';
import type { Article } from './annotationCache.ts';
import type { PlacedQuote } from './drift.ts';
import type { Project } from './projects.ts';

/** A finding, and the quotation of another article that it is about. */
export interface ArticleFinding extends LintFinding {
  readonly other?: PlacedQuote;
}

const KNOWN_RULES: readonly string[] = [...RULES.map((rule) => rule.id), ...SUPPRESSION_RULES];

export function checkArticle(
  { text, analysis, document }: Pick<Article, 'text' | 'analysis'> & Partial<Pick<Article, 'document'>>,
  project: Project,
  say: Say,
  elsewhere: readonly PlacedQuote[] = [],
): readonly ArticleFinding[] {
  if (project.ignored) return [];
  const { config, suppressions, sidecar } = project;
  const { directives } = readSuppressions(text, { marker: suppressions.plainTextMarker, sidecar });
  const { kept, problems } = applySuppressions(text, directives, lint(analysis, config, { say, elsewhere }), {
    knownRules: KNOWN_RULES,
    requireReason: suppressions.requireReason,
    reportUnused: suppressions.reportUnused,
  });
  const { reading } = document ?? {};
  const told = problems.map((problem) => ({
    ...problem,
    message: say(problem.message),
    fixes: problem.fixes.map((fix) => ({ ...fix, title: say(fix.title) })),
  }));
  const withOther = kept.map((finding): ArticleFinding => {
    const other = finding.foreign === undefined ? undefined : elsewhere[finding.foreign];
    return other === undefined ? finding : { ...finding, other };
  });
  const found: readonly ArticleFinding[] = [...withOther, ...told];
  // What cannot be written between tags is not offered.
  const writable =
    reading === undefined ? found : found.map((finding) => withWritableFixes(reading, finding));
  return [...writable].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}
