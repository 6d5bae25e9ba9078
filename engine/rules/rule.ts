/**
 * What a lint rule is: metadata and examples beside the check. One rule a file, named by its id; the list is
 * `rules/index.ts`. A rule reads the analysis; it never searches the raw text to find out who speaks.
 */
import type { Fix, Severity } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import type { Span } from '../text/spans.ts';

export interface Report extends Span {
  /** Key into the rule's `messages`. */
  readonly message: string;
  readonly args?: Readonly<Record<string, string | number>>;
  /** 0 to 1, default 1. */
  readonly confidence?: number;
  readonly related?: readonly (Span & { readonly message: string })[];
  readonly fixes?: readonly Fix[];
}

export interface Example {
  /** Article text; `⟦ ⟧` mark the exact range that must be reported and are not part of the text. */
  readonly text: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** For a fixable rule: the text after the preferred fix. */
  readonly fixed?: string;
}

export interface RuleContext {
  readonly analysis: Analysis;
  readonly options: Readonly<Record<string, unknown>>;
  report(finding: Report): void;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity | 'off';
  readonly fix: 'safe' | 'offer' | 'none';
  readonly docs: {
    readonly summary: string;
    readonly rationale: string;
    /** The public standards the rule rests on. */
    readonly standards?: readonly string[];
    readonly silentOn?: readonly string[];
    readonly bad: readonly Example[];
    readonly good: readonly Example[];
  };
  /** Message templates with `{name}` placeholders. */
  readonly messages: Readonly<Record<string, string>>;
  /** JSON Schema of the options, property by property, each with `default` and `description`. */
  readonly options?: Readonly<Record<string, unknown>>;
  check(context: RuleContext): void;
}
