/**
 * Runs the rules over an analysis: which rule runs, with which options, what is silenced centrally, which finding
 * yields to which, and how severe each one is. Pure; knows no files, suppressions or output formats.
 */
import type { Finding, Severity } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import { english, type Say } from '../say.ts';
import { contains, overlaps, type Span } from '../text/spans.ts';
import { DEFAULT_CONFIG, type Level, type LintConfig, type Options, type RuleSetting } from './config.ts';
import { fingerprint } from './fingerprint.ts';
import { RULES } from './index.ts';
import type { ForeignQuote, Report, Rule } from './rule.ts';
import {
  blockOf,
  buildStory,
  insideQuote,
  isProse,
  sentenceIndex,
  sentenceOf,
  textOf,
  type Story,
} from './story.ts';

export interface LintFinding extends Finding {
  /** Key into the rule's messages. */
  readonly messageId: string;
  /** Index into `elsewhere` of the quotation of another story that is meant. */
  readonly foreign?: number;
  /** 64-bit hash of rule, words and sentence; repeats in one story get `#2`, `#3`, … in text order. */
  readonly fingerprint: string;
}

/** How near two findings must be for the first to silence the second. */
type Reach = 'words' | 'sentence' | 'paragraph' | 'story';

/** One cause, one finding: when the first rule reports, the others are silent within the reach. */
const YIELDS: readonly (readonly [winner: string, losers: readonly string[], reach: Reach])[] = [
  [
    'quote-unbalanced',
    [
      'quote-paragraph-continuation',
      'quote-nesting',
      'quote-mixed-marks',
      'quote-scare',
      'quote-altered',
      'quote-drift',
      'quote-run-together',
      'quote-unattributed',
      'attribution-late',
    ],
    'paragraph',
  ],
  ['quote-paragraph-continuation', ['quote-unattributed'], 'paragraph'],
  ['source-bare', ['attribution-vague', 'source-anonymous-no-reason'], 'sentence'],
  ['source-anonymous-attack', ['source-anonymous-no-reason'], 'sentence'],
  ['verb-nonspeech', ['verb-loaded', 'verb-factive'], 'words'],
  ['refute-deny', ['verb-loaded', 'verb-factive'], 'words'],
  ['verb-loaded', ['verb-factive'], 'words'],
  ['allegation-label', ['status-mismatch', 'allegation-unattributed'], 'sentence'],
  ['allegation-double-hedge', ['allegation-unattributed'], 'sentence'],
  ['alleged-victim', ['allegation-unattributed'], 'words'],
  ['allegation-unattributed', ['attribution-passive'], 'sentence'],
  ['allegation-as-fact', ['status-mismatch'], 'sentence'],
  ['source-name-inconsistent', ['source-first-reference'], 'words'],
  ['agency-credit-mismatch', ['agency-uncredited'], 'story'],
];

const ORDER: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/** From here on the configured severity stands; below it drops one level. */
const SURE = 0.8;

function moved(severity: Severity, steps: number): Severity {
  return ORDER[Math.min(ORDER.length - 1, Math.max(0, ORDER.indexOf(severity) + steps))] ?? 'hint';
}

function least(a: Severity, b: Severity): Severity {
  return ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b;
}

/** Of every rule the options nobody has set, so that they are not made anew for each story. */
const DEFAULTS: ReadonlyMap<string, Options> = new Map(
  RULES.map((rule) => [
    rule.id,
    Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, schema]) => [name, schema.default])),
  ]),
);

/** The rule's options with defaults filled in; values of the wrong type fall back to the default. */
export function optionsOf(rule: Rule, given: Options | undefined): Options {
  const defaults = given === undefined ? DEFAULTS.get(rule.id) : undefined;
  if (defaults !== undefined) return defaults;
  const options: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(rule.options ?? {})) {
    const value = given?.[name];
    const fits =
      schema.type === 'strings'
        ? Array.isArray(value)
        : schema.type === 'integer' || schema.type === 'number'
          ? typeof value === 'number'
          : typeof value === schema.type;
    options[name] = fits ? value : schema.default;
  }
  return options;
}

export function levelOf(rule: Rule, config: LintConfig): Level {
  return config.rules[rule.id]?.severity ?? rule.severity;
}

/** A user's pattern; one that does not compile matches nothing (the configuration check has reported it). */
function pattern(source: string | null | undefined): RegExp | null {
  if (source === null || source === undefined || source === '') return null;
  try {
    return new RegExp(source, 'u');
  } catch {
    return null;
  }
}

interface Raw {
  readonly rule: Rule;
  readonly report: Report;
  readonly severity: Severity;
  readonly confidence: number;
}

/** The silences that all rules share: whose words and which part of the story a range stands in. */
function silenced(story: Story, rule: Rule, report: Report): boolean {
  const block = blockOf(story, report.start);
  if (block === null || block.borrowed) return true;
  if (!isProse(block) && rule.inCredits !== true) return true;
  const dateline = block.placed.paragraph.dateline;
  if (rule.inCredits !== true && dateline !== null) {
    if (contains({ start: dateline.start + block.start, end: dateline.end + block.start }, report))
      return true;
  }
  return rule.insideQuotes !== true && insideQuote(story, report);
}

/** The bucket of the story within which two findings can meet. */
function bucket(story: Story, span: Span, reach: Reach): number {
  switch (reach) {
    case 'words':
    case 'sentence':
      return sentenceIndex(story, span.start);
    case 'paragraph':
      return blockOf(story, span.start)?.start ?? -1;
    case 'story':
      return 0;
  }
}

function yieldToOthers(story: Story, found: readonly Raw[]): readonly Raw[] {
  const ids = new Set(found.map((raw) => raw.rule.id));
  const silent = new Set<Raw>();
  for (const [winner, losers, reach] of YIELDS) {
    if (!ids.has(winner) || !losers.some((loser) => ids.has(loser))) continue;
    const winners = new Map<number, Report[]>();
    for (const raw of found) {
      if (raw.rule.id !== winner || silent.has(raw)) continue;
      const key = bucket(story, raw.report, reach);
      winners.set(key, [...(winners.get(key) ?? []), raw.report]);
    }
    for (const raw of found) {
      if (!losers.includes(raw.rule.id)) continue;
      const others = winners.get(bucket(story, raw.report, reach)) ?? [];
      if (reach === 'words' ? others.some((other) => overlaps(other, raw.report)) : others.length > 0)
        silent.add(raw);
    }
  }
  return found.filter((raw) => !silent.has(raw));
}

function ignored(
  setting: RuleSetting | undefined,
  config: LintConfig,
  report: Report,
  words: string,
): boolean {
  const names = setting?.ignoreSpeakers ?? config.ignoreSpeakers;
  if (names.length > 0 && (report.speakers ?? []).some((name) => names.includes(name))) return true;
  return pattern(setting?.ignorePattern ?? config.ignorePattern)?.test(words) ?? false;
}

/** What lint may be told besides the story and the configuration. */
export interface LintExtras {
  /** Quotations of other stories (`quotationsOf`), for rules that compare across the workspace. */
  readonly elsewhere?: readonly ForeignQuote[];
  /** The reader's language; English when missing. */
  readonly say?: Say;
  /** For tests. */
  readonly rules?: readonly Rule[];
}

/** What one rule reports about a story. A rule that throws reports that, and nothing else: half a list misleads. */
function findingsOf(
  rule: Rule,
  story: Story,
  config: LintConfig,
  elsewhere: readonly ForeignQuote[],
): readonly Raw[] {
  const level = levelOf(rule, config);
  const opinion = story.genre === 'opinion' || story.genre === 'letters';
  if (level === 'off' || (opinion && rule.ofAttribution === true)) return [];
  const setting = config.rules[rule.id];
  const scopes = setting?.scopes ?? config.scopes;
  const minConfidence = config.unsure ? 0 : (setting?.minConfidence ?? config.minConfidence);
  const found: Raw[] = [];
  const severityOf = (base: Severity, steps: number): Severity => {
    const severity = least(moved(base, steps), config.ceiling);
    return ORDER.indexOf(severity) < ORDER.indexOf(config.floor) ? config.floor : severity;
  };
  try {
    rule.check({
      story,
      elsewhere,
      options: optionsOf(rule, setting?.options),
      report(report) {
        if (report.end <= report.start) return;
        const confidence = Math.min(1, Math.max(0, report.confidence ?? 1));
        if (confidence < minConfidence || silenced(story, rule, report)) return;
        const scope = blockOf(story, report.start)?.scope;
        if (scopes.length > 0 && (scope === null || scope === undefined || !scopes.includes(scope))) return;
        if (ignored(setting, config, report, textOf(story, report))) return;
        const steps = (report.step ?? 0) - (confidence < SURE ? 1 : 0);
        found.push({ rule, report, confidence, severity: severityOf(report.severity ?? level, steps) });
      },
    });
    return found;
  } catch (error) {
    const { words } = story;
    const start = words.start[0] ?? 0;
    const report: Report = {
      start,
      end: Math.max(start + 1, words.end[0] ?? 0),
      message: 'fault',
      args: { error: error instanceof Error ? error.message : String(error) },
    };
    return [{ rule, report, confidence: 1, severity: 'warning' }];
  }
}

const FAULT =
  'The rule failed on this story and was left out ({error}). Please report it with the text; the other rules ran.';

/** All findings of a story, in text order. Never throws; empty for a text that was not annotated. */
export function lint(
  analysis: Analysis,
  config: LintConfig = DEFAULT_CONFIG,
  extras: LintExtras = {},
): readonly LintFinding[] {
  if (analysis.paragraphs.length === 0) return [];
  const story = buildStory(analysis, config);
  const found = (extras.rules ?? RULES).flatMap((rule) =>
    findingsOf(rule, story, config, extras.elsewhere ?? []),
  );
  const kept = [...yieldToOthers(story, found)].sort(
    (a, b) =>
      a.report.start - b.report.start ||
      a.report.end - b.report.end ||
      (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0),
  );
  const { say = english } = extras;
  const seen = new Map<string, number>();
  return kept.slice(0, config.maxFindingsPerFile).map(({ rule, report, severity, confidence }) => {
    const sentence = sentenceOf(story, report.start);
    const { words } = story;
    const around =
      sentence === null
        ? ''
        : story.text.slice(words.start[sentence.first] ?? 0, words.end[sentence.end - 1] ?? 0);
    const key = fingerprint(rule.id, textOf(story, report), around);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const message = say(
      rule.messages[report.message] ?? (report.message === 'fault' ? FAULT : rule.title),
      report.args,
    );
    return {
      rule: rule.id,
      severity,
      start: report.start,
      end: report.end,
      message: config.explain ? `${message} ${rule.docs.rationale}` : message,
      messageId: report.message,
      confidence,
      docs: `docs/rules/${rule.id}.md`,
      related: (report.related ?? []).map((related) => ({ ...related, message: say(related.message) })),
      fixes: (report.fixes ?? []).map((fix) => ({ ...fix, title: say(fix.title) })),
      fingerprint: times > 1 ? `${key}#${times}` : key,
      ...(report.foreign === undefined ? {} : { foreign: report.foreign }),
    };
  });
}
