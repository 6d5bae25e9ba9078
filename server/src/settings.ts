/**
 * Settings per resource: pulled from clients that have `workspace/configuration`, otherwise taken from the last
 * `workspace/didChangeConfiguration` or the `initializationOptions`. One cached promise per uri, cleared on change.
 * A value of the wrong type counts as absent and is named in the log once.
 */
import type { Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, SETTINGS_SECTION, type Settings } from '../../protocol/index.ts';
import type { Client } from './client.ts';
import type { Log } from './log.ts';

export interface SettingsStore {
  get(uri: string): Promise<Settings>;
  /** The settings changed; `pushed` is what the notification carried. */
  changed(pushed: unknown): void;
  forget(uri: string): void;
}

/** Words a setting may have, by its path. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  plainText: ['auto', 'always', 'never'],
  'lint.run': ['onType', 'onSave', 'manual'],
  'lint.editorSeverity': ['gentle', 'asConfigured'],
  'lint.ignoreIn': ['auto', 'text', 'sidecar'],
};

/** Numbers are held within these bounds. */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  maxCharacters: [1, 50_000_000],
  'lint.delay': [0, 60_000],
  'lint.minConfidence': [0, 1],
  'index.maxFiles': [0, 100_000],
  'index.maxCharacters': [1, 10_000_000],
};

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function merge(defaults: Tree, given: Tree, path: string, complain: (path: string) => void): Tree {
  const result: Record<string, unknown> = {};
  for (const [key, fallback] of Object.entries(defaults)) {
    const at = path === '' ? key : `${path}.${key}`;
    // Editors without nested settings send dotted keys.
    const value = given[key] ?? (path === '' ? given[at] : undefined);
    result[key] = fallback;
    if (value === undefined || value === null) {
      if (isTree(fallback) && at !== 'lint.rules') {
        const dotted: Record<string, unknown> = {};
        for (const [name, nested] of Object.entries(given)) {
          if (name.startsWith(`${key}.`)) dotted[name.slice(key.length + 1)] = nested;
        }
        result[key] = merge(fallback, dotted, at, complain);
      }
    } else if (at === 'lint.rules') {
      if (isTree(value)) result[key] = value;
      else complain(at);
    } else if (isTree(fallback)) {
      if (isTree(value)) result[key] = merge(fallback, value, at, complain);
      else complain(at);
    } else if (
      typeof value !== typeof fallback ||
      (typeof value === 'string' && CHOICES[at]?.includes(value) === false)
    ) {
      complain(at);
    } else if (typeof value === 'number') {
      const [low, high] = BOUNDS[at] ?? [-Infinity, Infinity];
      result[key] = Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : fallback;
    } else {
      result[key] = value;
    }
  }
  return result;
}

/** Settings from whatever a client sends: missing and malformed values are the defaults. */
export function readSettings(value: unknown, complain: (path: string) => void = () => undefined): Settings {
  if (!isTree(value)) return DEFAULT_SETTINGS;
  // Some clients wrap the section once more.
  const section = isTree(value[SETTINGS_SECTION]) ? value[SETTINGS_SECTION] : value;
  return merge(DEFAULT_SETTINGS as unknown as Tree, section, '', complain) as unknown as Settings;
}

export function createSettings(
  connection: Connection,
  client: Pick<Client, 'configuration'>,
  initial: unknown,
  log: Log,
): SettingsStore {
  const complained = new Set<string>();
  const complain = (path: string): void => {
    if (complained.has(path)) return;
    complained.add(path);
    log.warn(`The setting ${SETTINGS_SECTION}.${path} has a value of the wrong kind; the default is used.`);
  };
  let pushed = readSettings(initial, complain);
  const cache = new Map<string, Promise<Settings>>();

  const pull = async (uri: string): Promise<Settings> => {
    try {
      const value: unknown = await connection.workspace.getConfiguration({
        ...(uri === '' ? {} : { scopeUri: uri }),
        section: SETTINGS_SECTION,
      });
      return value === null || value === undefined ? pushed : readSettings(value, complain);
    } catch (error) {
      log.warn(
        `The client did not answer workspace/configuration (${String(error)}); the defaults are used.`,
      );
      return pushed;
    }
  };

  return {
    get: (uri) => {
      if (!client.configuration) return Promise.resolve(pushed);
      let settings = cache.get(uri);
      if (settings === undefined) {
        settings = pull(uri);
        cache.set(uri, settings);
      }
      return settings;
    },
    changed: (value) => {
      cache.clear();
      if (isTree(value) && isTree(value[SETTINGS_SECTION])) pushed = readSettings(value, complain);
    },
    forget: (uri) => {
      cache.delete(uri);
    },
  };
}
