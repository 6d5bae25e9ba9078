/**
 * The configuration in force for one file: layers in order of precedence, overrides by glob, and where each value
 * comes from. Pure.
 */
import picomatch from 'picomatch';
import {
  DEFAULT_CONFIG,
  mergeConfig,
  type ConfigFile,
  type ConfigLayer,
  type LintConfig,
} from '../engine/rules/config.ts';
import type { LoadedConfig } from './load.ts';
import { NO_PACKS, type HouseBook } from './packs.ts';
import { relativePath } from './path.ts';

export interface SuppressionSettings {
  readonly requireReason: boolean;
  readonly reportUnused: boolean;
  readonly plainTextMarker: string;
  readonly sidecar: boolean;
}

export interface FileConfig {
  readonly lint: LintConfig;
  readonly suppressions: SuppressionSettings;
  /** Largest file in bytes, or null for the caller's own limit. */
  readonly maxFileBytes: number | null;
  /** Path of the baseline file, or null. */
  readonly baseline: string | null;
  /** People and agencies of the house packs; a source book goes before them. */
  readonly book: HouseBook;
  /** By dotted key (`rules.quote-scare`): the origin of the value in force. */
  readonly origins: ReadonlyMap<string, string>;
}

/** Keys of a layer that `lint` merges; each is reported with its origin. */
const LAYER_KEYS = [
  'genre',
  'outlet',
  'dialect',
  'minConfidence',
  'maxFindingsPerFile',
  'ignoreSpeakers',
  'ignorePattern',
  'scopes',
  'floor',
  'ceiling',
  'explain',
  'date',
  'credit',
] as const;

const matchers = new Map<string, (path: string) => boolean>();

/** Whether a glob means `path`, relative with forward slashes. A pattern without a slash means the name in any folder. */
export function globMatches(glob: string, path: string): boolean {
  // A compiled pattern is a pure function of its text; keeping it is only a matter of speed.
  let matcher = matchers.get(glob);
  if (!matcher) {
    const clean = glob.replace(/^\.\//, '').replace(/\/$/, '/**');
    matcher = picomatch(clean, { dot: true, basename: !clean.includes('/') });
    matchers.set(glob, matcher);
  }
  return matcher(path);
}

/** The configuration for `path` (absolute, or relative to the configuration's folder). */
export function configFor(loaded: LoadedConfig | null, path: string, flags: ConfigLayer = {}): FileConfig {
  const inside = loaded === null ? path : (relativePath(loaded.folder, path) ?? path);
  const origins = new Map<string, string>();
  let lint = DEFAULT_CONFIG;
  const lay = (layer: ConfigLayer, origin: string): void => {
    lint = mergeConfig(lint, layer);
    for (const key of LAYER_KEYS) if (layer[key] !== undefined) origins.set(key, origin);
    for (const id of Object.keys(layer.rules ?? {})) origins.set(`rules.${id}`, origin);
  };
  let suppressions: SuppressionSettings = {
    requireReason: true,
    reportUnused: true,
    plainTextMarker: '%%',
    sidecar: true,
  };
  let maxFileBytes: number | null = null;
  let baseline: string | null = null;
  for (const { layer, origin } of loaded?.layers ?? []) {
    lay(layer, origin);
    suppressions = { ...suppressions, ...layer.suppressions };
    maxFileBytes = layer.maxFileBytes ?? maxFileBytes;
    baseline = layer.baseline ?? baseline;
  }
  for (const { layer, origin } of loaded?.layers ?? []) {
    for (const [index, override] of (layer.overrides ?? []).entries()) {
      const applies =
        override.files.some((glob) => globMatches(glob, inside)) &&
        !(override.excludedFiles ?? []).some((glob) => globMatches(glob, inside));
      if (applies) lay(override, `${origin} overrides[${index}]`);
    }
  }
  lay(flags, 'command line');
  const packs = loaded?.packs ?? NO_PACKS;
  if (packs.files.length > 0) {
    lint = { ...lint, house: packs.house };
    origins.set('house', packs.files.map(({ path }) => path).join(', '));
  }
  return { lint, suppressions, maxFileBytes, baseline, book: packs.book, origins };
}

/** The globs of files that are linted when a folder is named; null = the caller's default. */
export function filesOf(loaded: LoadedConfig | null): readonly string[] | null {
  return lastOf(loaded, (layer) => layer.files);
}

/** The `ignore` globs of the configuration. */
export function ignoresOf(loaded: LoadedConfig | null): readonly string[] {
  return (loaded?.layers ?? []).flatMap(({ layer }) => layer.ignore ?? []);
}

function lastOf<T>(loaded: LoadedConfig | null, pick: (layer: ConfigFile) => T | undefined): T | null {
  let value: T | null = null;
  for (const { layer } of loaded?.layers ?? []) value = pick(layer) ?? value;
  return value;
}
