/** The list of output formats of `lint`. Each is loaded only when it is asked for. */
import type { FileResult, Summary } from '../lint/result.ts';

export interface RenderContext {
  readonly version: string;
  readonly summary: Summary;
  readonly color: boolean;
  /** Also findings that were suppressed. */
  readonly showSuppressed: boolean;
}

/** The text of a whole run. Results are in path order, findings in text order; the same results give the same bytes. */
export type Render = (results: readonly FileResult[], context: RenderContext) => string;

export type FormatName =
  | 'stylish'
  | 'compact'
  | 'json'
  | 'jsonl'
  | 'sarif'
  | 'github'
  | 'gitlab'
  | 'junit'
  | 'checkstyle'
  | 'tap'
  | 'markdown'
  | 'html';

export const FORMATS: Readonly<Record<FormatName, () => Promise<Render>>> = {
  stylish: async () => (await import('./stylish.ts')).stylish,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./json.ts')).jsonl,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  tap: async () => (await import('./tap.ts')).tap,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./lintHtml.ts')).lintHtml,
};

/** Confidence in words, the same everywhere. */
export function sureness(confidence: number): 'sure' | 'likely' | 'unsure' {
  return confidence >= 0.9 ? 'sure' : confidence >= 0.7 ? 'likely' : 'unsure';
}

/** "3 errors, 1 warning". */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** One line about the whole run; what was not done is said too. */
export function summaryText(summary: Summary): string {
  const found = [
    [summary.errors, 'error'],
    [summary.warnings, 'warning'],
    [summary.infos, 'info'],
    [summary.hints, 'hint'],
  ] as const;
  const listed = found
    .filter(([count]) => count > 0)
    .map(([count, noun]) => (noun === 'info' ? `${count} info` : countText(count, noun)));
  const extra = [
    ...(summary.fixed > 0 ? [`${summary.fixed} fixed`] : []),
    ...(summary.known > 0 ? [`${countText(summary.known, 'known finding')} hidden by the baseline`] : []),
    ...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed`] : []),
    ...(summary.passedOver > 0 ? [`${countText(summary.passedOver, 'file')} passed over`] : []),
    ...(summary.skipped > 0 ? [`${countText(summary.skipped, 'file')} skipped`] : []),
    ...(summary.failed > 0 ? [`${countText(summary.failed, 'file')} not read`] : []),
  ];
  return `checked ${countText(summary.files, 'file')}: ${listed.length > 0 ? listed.join(', ') : 'nothing to report'}${extra.length > 0 ? ` (${extra.join(', ')})` : ''}`;
}
