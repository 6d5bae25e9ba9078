/** Findings for `annotate --lint`: the rules over an annotation that is made anyway, with suppressions. */
import type { Finding } from '../../engine/annotation.ts';
import type { Analysis } from '../../engine/index.ts';
import { DEFAULT_CONFIG } from '../../engine/rules/config.ts';
import { lint } from '../../engine/rules/lint.ts';
import { applySuppressions, readSuppressions } from '../../engine/suppress.ts';
import { configFor } from '../../config/apply.ts';
import { configurations } from '../configuration.ts';
import { KNOWN_RULES } from './check.ts';

export interface StoryLinter {
  readonly outlet: string | null;
  /** The text with directives blanked. */
  story(text: string): string;
  findings(text: string, analysis: Analysis): readonly Finding[];
}

/** A linter per path; a text without a path (JSON lines, standard input) is checked with the defaults. */
export function storyLinter(): (path: string | null) => Promise<StoryLinter> {
  const configs = configurations({});
  return async (path) => {
    const { lint: config, suppressions } =
      path === null ? { ...configFor(null, ''), lint: DEFAULT_CONFIG } : await configs.forFile(path);
    const marker = suppressions.plainTextMarker;
    return {
      outlet: config.outlet,
      story: (text) => readSuppressions(text, { marker }).text,
      findings: (text, analysis) => {
        const { directives } = readSuppressions(text, { marker });
        const { kept, problems } = applySuppressions(text, directives, lint(analysis, config), {
          knownRules: KNOWN_RULES,
          ...suppressions,
        });
        return [...kept, ...problems]
          .sort((a, b) => a.start - b.start || a.end - b.end)
          .map(({ rule, severity, start, end, message, confidence, docs, related, fixes, fingerprint }) => ({
            rule,
            severity,
            start,
            end,
            message,
            confidence,
            docs,
            related,
            fixes,
            fingerprint,
          }));
      },
    };
  };
}
