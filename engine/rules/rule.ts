/**
 * What a lint rule is: metadata, options and examples beside the check. One rule a file, named by its id; the list is
 * `rules/index.ts`. A rule reads the story (annotation and tokens); it never searches raw text to find out who speaks.
 */
import type { Fix, Severity } from '../annotation.ts';
import type { Span } from '../text/spans.ts';
import type { Level, Options } from './config.ts';
import type { Story } from './story.ts';

/** What a rule says: a range, a message id with arguments, and what can be done about it. */
export interface Report extends Span {
  /** Key into the rule's `messages`. */
  readonly message: string;
  readonly args?: Readonly<Record<string, string | number>>;
  /** 0 to 1, default 1. */
  readonly confidence?: number;
  /** Levels above (+) or below (-) the configured severity: a case that is worse, or only a matter of taste. */
  readonly step?: number;
  /** In the place of the configured severity: a phrase of a house pack that has its own. */
  readonly severity?: Severity;
  readonly related?: readonly (Span & { readonly message: string })[];
  /** Index into `elsewhere`: the quotation of another story that is meant. */
  readonly foreign?: number;
  /** Names of the speakers concerned, for `ignoreSpeakers`. */
  readonly speakers?: readonly string[];
  /** The first one is preferred. */
  readonly fixes?: readonly Fix[];
}

export interface Example {
  /** Article text; `⟦ ⟧` mark the exact range that must be reported and are not part of the text. */
  readonly text: string;
  readonly options?: Options;
  /** For a fixable rule: the text after the preferred fix, `‹ ›` placeholders included. */
  readonly fixed?: string;
  /** What a test writes into the placeholders, in order. */
  readonly fill?: readonly string[];
  /** Other rules that must report as well. */
  readonly also?: readonly string[];
}

/** A text on which the rule says nothing although it resembles what it reports. */
export interface Silence extends Example {
  readonly what: string;
}

export interface OptionSchema {
  readonly type: 'boolean' | 'integer' | 'number' | 'string' | 'strings';
  readonly default: boolean | number | string | readonly string[];
  readonly description: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A quotation of another story, as much of it as comparing takes. */
export interface ForeignQuote {
  /** Where it stands, for people: the name of the file. */
  readonly where: string;
  readonly text: string;
  /** The speaker's name, or null. */
  readonly speaker: string | null;
}

export interface RuleContext {
  readonly story: Story;
  /** Quotations of other stories; empty when the caller looks at one story only. */
  readonly elsewhere: readonly ForeignQuote[];
  /** The rule's options, validated, defaults filled in. */
  readonly options: Options;
  readonly report: (finding: Report) => void;
}

export interface Rule {
  readonly id: string;
  /** Number in the catalogue; the five extras have none. */
  readonly number: number | null;
  readonly title: string;
  /** One of the 15 that `essential` keeps. */
  readonly starred: boolean;
  /** What it reads: T tokens and word lists, S article structure, G the attribution graph. */
  readonly needs: readonly ('T' | 'S' | 'G')[];
  /** The default level; a graph rule's findings are lowered by their confidence. */
  readonly severity: Level;
  readonly fix: 'safe' | 'offer' | 'none';
  /** `true`: also reports inside quotations (rules about the marks themselves). Default: the writer's own words only. */
  readonly insideQuotes?: boolean;
  /** `true`: also reports in bylines, datelines and credit lines. */
  readonly inCredits?: boolean;
  /** Attribution rules are off for `opinion` and `letters`. */
  readonly ofAttribution?: boolean;
  readonly docs: {
    readonly summary: string;
    readonly range: string;
    readonly rationale: string;
    /** The public standards the rule rests on (B1 to B27 of docs/rules/README.md). */
    readonly standards: readonly string[];
    readonly fix?: string;
    readonly silentOn: readonly Silence[];
    readonly bad: readonly Example[];
    readonly good: readonly Example[];
  };
  /** Message templates with `{name}` placeholders. */
  readonly messages: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, OptionSchema>>;
  readonly check: (context: RuleContext) => void;
}

/** An option by name. Lint has filled in defaults of the declared type, so the fallbacks are never seen by a user. */
export function numberOption(options: Options, name: string): number {
  const value = options[name];
  return typeof value === 'number' ? value : 0;
}

export function textOption(options: Options, name: string): string {
  const value = options[name];
  return typeof value === 'string' ? value : '';
}

export function flagOption(options: Options, name: string): boolean {
  return options[name] === true;
}

export function listOption(options: Options, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
