/**
 * The lint configuration as plain data: the shape of a `.sourcelight.json` layer, the merged `LintConfig` that `lint`
 * takes, and the pure functions between them. Knows nothing of files, globs or editors: whoever finds the files hands
 * their parsed layers over in the order of docs/configuration (defaults, presets, file, overrides, front matter, flags).
 */
import type { Severity } from '../annotation.ts';
import { NO_HOUSE, type House, type LexiconName } from './house.ts';

export type Level = Severity | 'off';

export const LEVELS: readonly Level[] = ['off', 'hint', 'info', 'warning', 'error'];

export const GENRES = [
  'news',
  'court',
  'live',
  'brief',
  'feature',
  'profile',
  'obituary',
  'interview',
  'opinion',
  'letters',
  'press-release',
] as const;
export type Genre = (typeof GENRES)[number];

export const SCOPES = ['headline', 'lede', 'body', 'caption', 'push'] as const;
export type Scope = (typeof SCOPES)[number];

export const DIALECTS = ['any', 'en-GB', 'en-US'] as const;
export type Dialect = (typeof DIALECTS)[number];

export type Options = Readonly<Record<string, unknown>>;

/** What a configuration says about one rule. Everything absent keeps the value of the layer below. */
export interface RuleSetting {
  readonly severity?: Level;
  readonly minConfidence?: number;
  readonly ignoreSpeakers?: readonly string[];
  readonly ignorePattern?: string;
  readonly scopes?: readonly Scope[];
  readonly options?: Options;
}

/** A rule's entry as written in a file: a level, or an object of shared keys and the rule's own options side by side. */
export type RuleEntry = Level | 'information' | Readonly<Record<string, unknown>>;

/** One layer of configuration: the part of a `.sourcelight.json`, an override, a preset or the flags that concerns `lint`. */
export interface ConfigLayer {
  readonly genre?: Genre;
  readonly outlet?: string;
  readonly dialect?: Dialect;
  readonly minConfidence?: number;
  readonly maxFindingsPerFile?: number;
  readonly ignoreSpeakers?: readonly string[];
  readonly ignorePattern?: string;
  readonly scopes?: readonly Scope[];
  readonly rules?: Readonly<Record<string, RuleEntry>>;
  /** Findings below this level are raised to it (`classroom` shows hints as info). */
  readonly floor?: Severity;
  /** Findings above this level are lowered to it. */
  readonly ceiling?: Severity;
  /** Messages carry the rule's reason. */
  readonly explain?: boolean;
  /** Publication date of the story, `YYYY-MM-DD`. */
  readonly date?: string;
  /** Credit of the story, as front matter gives it. */
  readonly credit?: string;
  /** Findings below any least confidence are shown too, a rule's own included (`--all`). No key of a file. */
  readonly unsure?: boolean;
}

/** A whole configuration file. `lint` never sees it; the keys beyond `ConfigLayer` belong to whoever walks the folders. */
export interface ConfigFile extends ConfigLayer {
  readonly $schema?: string;
  readonly extends?: readonly string[];
  readonly files?: readonly string[];
  readonly ignore?: readonly string[];
  readonly maxFileBytes?: number;
  readonly lexicons?: Readonly<Partial<Record<LexiconName, readonly string[]>>>;
  readonly packs?: readonly string[];
  readonly suppressions?: {
    readonly requireReason?: boolean;
    readonly reportUnused?: boolean;
    readonly plainTextMarker?: string;
    readonly sidecar?: boolean;
  };
  readonly baseline?: string;
  readonly overrides?: readonly (ConfigLayer & {
    readonly files: readonly string[];
    readonly excludedFiles?: readonly string[];
  })[];
}

/** Merged and validated: what `lint` takes. */
export interface LintConfig {
  readonly genre: Genre;
  readonly outlet: string | null;
  readonly dialect: Dialect;
  readonly minConfidence: number;
  readonly maxFindingsPerFile: number;
  readonly ignoreSpeakers: readonly string[];
  readonly ignorePattern: string | null;
  /** Empty = everywhere. */
  readonly scopes: readonly Scope[];
  /** By rule id; a rule that is not listed has its own default. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly floor: Severity;
  readonly ceiling: Severity;
  readonly explain: boolean;
  readonly date: string | null;
  readonly credit: string | null;
  readonly unsure: boolean;
  /** The words of the house packs and lexicons. */
  readonly house: House;
}

export const DEFAULT_CONFIG: LintConfig = {
  genre: 'news',
  outlet: null,
  dialect: 'any',
  minConfidence: 0.5,
  maxFindingsPerFile: 200,
  ignoreSpeakers: [],
  ignorePattern: null,
  scopes: [],
  rules: {},
  floor: 'hint',
  ceiling: 'error',
  explain: false,
  date: null,
  credit: null,
  unsure: false,
  house: NO_HOUSE,
};

/** Keys of a rule entry that every rule understands; the rest are the rule's own options. */
export const SHARED_RULE_KEYS = [
  'severity',
  'minConfidence',
  'ignoreSpeakers',
  'ignorePattern',
  'scopes',
] as const;

/** The Language Server Protocol's word is accepted for ours. */
function levelOf(value: unknown): Level | undefined {
  if (value === 'information') return 'info';
  return LEVELS.find((level) => level === value);
}

/** A rule's entry as written, in the shape that `lint` reads. */
export function ruleSetting(entry: RuleEntry): RuleSetting {
  if (typeof entry === 'string') {
    const severity = levelOf(entry);
    return severity === undefined ? {} : { severity };
  }
  const shared: Record<string, unknown> = {};
  const options: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(entry)) {
    if (key === 'severity') {
      const severity = levelOf(value);
      if (severity !== undefined) shared[key] = severity;
    } else if ((SHARED_RULE_KEYS as readonly string[]).includes(key)) shared[key] = value;
    else options[key] = value;
  }
  return Object.keys(options).length > 0 ? { ...shared, options } : shared;
}

function mergeSetting(below: RuleSetting | undefined, above: RuleSetting): RuleSetting {
  if (below === undefined) return above;
  const merged = { ...below, ...above };
  return below.options !== undefined && above.options !== undefined
    ? { ...merged, options: { ...below.options, ...above.options } }
    : merged;
}

/** `layer` laid over `below`. Lists replace lists; rule options merge key by key. */
export function mergeConfig(below: LintConfig, layer: ConfigLayer): LintConfig {
  const rules: Record<string, RuleSetting> = { ...below.rules };
  for (const [id, entry] of Object.entries(layer.rules ?? {})) {
    rules[id] = mergeSetting(rules[id], ruleSetting(entry));
  }
  return {
    genre: layer.genre ?? below.genre,
    outlet: layer.outlet ?? below.outlet,
    dialect: layer.dialect ?? below.dialect,
    minConfidence: layer.minConfidence ?? below.minConfidence,
    maxFindingsPerFile: layer.maxFindingsPerFile ?? below.maxFindingsPerFile,
    ignoreSpeakers: layer.ignoreSpeakers ?? below.ignoreSpeakers,
    ignorePattern: layer.ignorePattern ?? below.ignorePattern,
    scopes: layer.scopes ?? below.scopes,
    rules,
    floor: layer.floor ?? below.floor,
    ceiling: layer.ceiling ?? below.ceiling,
    explain: layer.explain ?? below.explain,
    date: layer.date ?? below.date,
    credit: layer.credit ?? below.credit,
    unsure: layer.unsure ?? below.unsure,
    house: below.house,
  };
}

/** All layers, weakest first, over the built-in defaults. */
export function mergeLayers(layers: readonly ConfigLayer[]): LintConfig {
  return layers.reduce(mergeConfig, DEFAULT_CONFIG);
}
