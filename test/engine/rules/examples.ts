/** Reads the examples of the rules (`⟦ ⟧` marks the range) and runs lint over a text with one rule's options set. */
import { annotate } from '../../../engine/index.ts';
import type { Finding } from '../../../engine/annotation.ts';
import type { Span } from '../../../engine/text/spans.ts';
import { DEFAULT_CONFIG, ruleSetting, type LintConfig, type Options } from '../../../engine/rules/config.ts';
import { lint, type LintFinding } from '../../../engine/rules/lint.ts';
import type { Example, Rule } from '../../../engine/rules/rule.ts';

export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Takes the `⟦ ⟧` out and gives the ranges they marked. */
export function unmark(marked: string): Marked {
  const spans: Span[] = [];
  let text = '';
  let open = -1;
  for (const char of marked) {
    if (char === '⟦') open = text.length;
    else if (char === '⟧') spans.push({ start: open, end: text.length });
    else text += char;
  }
  return { text, spans };
}

/** Recommended severities, the rule's options as in the example; an `off` rule is switched on as a warning. */
export function configFor(rule: Rule, options: Options | undefined): LintConfig {
  const setting = ruleSetting(options ?? {});
  const severity = rule.severity === 'off' ? { severity: 'warning' as const } : {};
  return { ...DEFAULT_CONFIG, rules: { [rule.id]: { ...severity, ...setting } } };
}

export function lintText(text: string, config: LintConfig = DEFAULT_CONFIG): readonly LintFinding[] {
  return lint(annotate(text, { plainText: 'always' }), config);
}

/** A finding as one line, for messages of failing tests. */
export function show(text: string, finding: Finding): string {
  return `${finding.rule} ${finding.severity} ⟦${text.slice(finding.start, finding.end)}⟧@${finding.start} ${finding.message}`;
}

export function applyEdits(text: string, edits: readonly (Span & { readonly newText: string })[]): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start);
  let result = text;
  for (const edit of ordered) result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  return result;
}

/** Writes the example's words into the placeholders, in order; a placeholder without one keeps its name. */
export function fillIn(text: string, fill: readonly string[] = []): string {
  let next = 0;
  return text.replace(/‹([^›]*)›/g, (_whole, name: string) => fill[next++] ?? name);
}

export function exampleName(example: Example): string {
  return unmark(example.text).text.replace(/\s+/g, ' ').slice(0, 90);
}
