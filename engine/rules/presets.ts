/**
 * Presets: named layers of configuration. The name of a house says which public standard is followed and claims no
 * endorsement. Knows the list of rules and nothing of files.
 */
import type { ConfigLayer, Level, RuleEntry } from './config.ts';
import { RULES } from './index.ts';

type Rules = Readonly<Record<string, RuleEntry>>;

/** Every rule at the level that `levelOf` gives it, null for "as it is". */
function each(levelFor: (id: string, starred: boolean, extra: boolean) => Level | null): Rules {
  const rules: Record<string, RuleEntry> = {};
  for (const rule of RULES) {
    const level = levelFor(rule.id, rule.starred, rule.number === null);
    if (level !== null) rules[rule.id] = level;
  }
  return rules;
}

const EXTRAS: Rules = each((_id, _starred, extra) => (extra ? 'info' : null));

const PRESETS: Readonly<Record<string, ConfigLayer>> = {
  /** Every rule at its own level. */
  recommended: {},
  /** The fifteen that a desk wants first. */
  essential: { rules: each((_id, starred) => (starred ? null : 'off')) },
  /** For copy that lawyers read: more rules, higher levels, less patience. */
  strict: {
    minConfidence: 0.4,
    rules: {
      ...EXTRAS,
      'quote-unattributed': 'warning',
      'attribution-late': 'warning',
      'attribution-orphan-pronoun': 'warning',
      'attribution-stacked': 'warning',
      'attribution-missing-second': 'info',
      'verb-loaded': 'warning',
      'verb-factive': 'warning',
      'quote-altered': 'info',
      'source-anonymous-no-reason': { severity: 'error', weakReasons: 'report', trigger: 'any' },
      'source-bare': 'error',
      'source-anonymous-attack': 'error',
      'source-first-reference': { severity: 'warning', requireRole: true },
      'allegation-as-fact': 'error',
      'status-mismatch': 'error',
      'source-single': 'warning',
      'source-study-undescribed': 'warning',
      'alleged-victim': 'warning',
      'right-of-reply-missing': 'error',
      'denial-buried': 'warning',
      'refute-deny': 'warning',
      'time-relative': 'hint',
    },
  },
  /** Crime and courts: what an accusation needs is an error, a court frame licenses what was heard. */
  court: {
    rules: {
      'allegation-unattributed': 'error',
      'allegation-as-fact': 'error',
      'allegation-label': 'error',
      'alleged-victim': 'warning',
      'arrested-for': 'error',
      'accused-with': 'error',
      'status-mismatch': 'error',
      'right-of-reply-missing': 'error',
      'denial-buried': 'warning',
      'verb-loaded': { severity: 'warning', allow: ['admit', 'plead', 'confess'] },
      'attribution-stacked': 'off',
      'attribution-missing-second': 'off',
    },
  },
  /** Copy to be read aloud: the listener sees no marks and must hear the source first. */
  broadcast: {
    rules: {
      'attribution-late': { severity: 'warning', maxSentences: 1, maxChars: 120 },
      'attribution-missing-second': { severity: 'info', max: 2 },
      'quote-mixed-marks': 'off',
      'quote-nesting': 'off',
      'quote-scare': 'info',
      'time-relative': 'off',
    },
  },
  /** For learners: every rule on, nothing above a warning, each message with its reason. */
  student: {
    floor: 'info',
    ceiling: 'warning',
    explain: true,
    rules: { ...EXTRAS, 'time-relative': 'info' },
  },
  classroom: { floor: 'info', ceiling: 'warning', explain: true },
  ap: { rules: { 'time-relative': 'hint', 'alleged-victim': 'warning', 'arrested-for': 'warning' } },
  reuters: {
    rules: {
      'attribution-late': 'warning',
      'source-plural-single': 'error',
      'quote-run-together': 'warning',
      'source-single': 'warning',
    },
  },
  bbc: {
    rules: { 'source-single': 'warning', 'right-of-reply-missing': 'error' },
  },
  guardian: {
    rules: {
      'quote-scare': 'info',
      'quote-altered': 'info',
      'verb-loaded': { preferred: ['say'], add: ['explain'] },
    },
  },
  opinion: {
    rules: {
      'quote-unattributed': 'off',
      'attribution-vague': 'off',
      'attribution-passive': 'off',
      'attribution-missing-second': 'off',
      'source-bare': 'off',
      'source-plural-single': 'off',
      'source-single': 'off',
      'source-study-undescribed': 'off',
      'right-of-reply-missing': 'off',
      'denial-buried': 'off',
    },
  },
  /** Nothing runs but what a later layer switches on. */
  off: { rules: each(() => 'off') },
};

export const PRESET_NAMES: readonly string[] = Object.keys(PRESETS);

/** The layer of a preset, or null when there is none of that name. */
export function presetLayer(name: string): ConfigLayer | null {
  return Object.hasOwn(PRESETS, name) ? (PRESETS[name] ?? null) : null;
}
