/**
 * Finds and loads project configuration: nearest file upwards, `extends`, validation with file and line. Reads
 * through an injected function, so that the command line, the server and tests share it. Errors are values: a
 * broken key is told and left out, and the rest counts.
 */
import type { ConfigFile, ConfigLayer } from '../engine/rules/config.ts';
import { folderOf, joinPath, normalisePath } from './path.ts';
import { loadPacks, NO_PACKS, type Packs } from './packs.ts';
import { parseText, type KeyPath } from './parse.ts';
import { without } from './value.ts';

/** The text of a file, or null when there is none. Throws when it is there and cannot be read. */
export type Read = (path: string) => Promise<string | null>;

/** What rules and presets there are; comes from the engine. */
export interface Knowledge {
  presetLayer(name: string): ConfigLayer | null;
  readonly presetNames: readonly string[];
  validate(value: unknown): readonly { readonly path: KeyPath; readonly message: string }[];
}

export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface OriginLayer {
  /** "preset reuters", or the path of a file. */
  readonly origin: string;
  readonly layer: ConfigFile;
}

export interface LoadedConfig {
  readonly path: string;
  /** Globs and relative paths of the configuration start here. */
  readonly folder: string;
  /** Weakest first: presets and extended files, then the file itself. */
  readonly layers: readonly OriginLayer[];
  /** What the house packs and lexicons of all layers hold. */
  readonly packs: Packs;
  readonly problems: readonly ConfigProblem[];
}

/** Names of a configuration file, in the order in which they are looked for in a folder. */
export const CONFIG_NAMES = [
  '.sourcelight.json',
  '.sourcelight.jsonc',
  '.sourcelight.yaml',
  '.sourcelight.yml',
  'package.json',
] as const;

/** The nearest configuration file from `folder` upwards, or null. A package.json counts when it has our key. */
export async function findConfig(folder: string, read: Read): Promise<string | null> {
  for (let at: string | null = normalisePath(folder); at !== null; at = folderOf(at)) {
    for (const name of CONFIG_NAMES) {
      const path = joinPath(at, name);
      const text = await read(path).catch(() => '');
      if (text === null) continue;
      if (name !== 'package.json' || /"sourcelight"\s*:\s*\{/.test(text)) return path;
    }
  }
  return null;
}

/** Loads a configuration file with all it extends. Never throws. */
export async function loadConfig(path: string, read: Read, knowledge: Knowledge): Promise<LoadedConfig> {
  const clean = normalisePath(path);
  const problems: ConfigProblem[] = [];
  const layers = await loadLayers(clean, read, knowledge, [], problems);
  // Only a configuration that names packs waits for them.
  const named = layers.filter(({ layer }) => layer.packs !== undefined || layer.lexicons !== undefined);
  const packs = named.length === 0 ? NO_PACKS : await loadPacks(named, read, problems);
  return { path: clean, folder: folderOf(clean) ?? '/', layers, packs, problems };
}

async function loadLayers(
  path: string,
  read: Read,
  knowledge: Knowledge,
  chain: readonly string[],
  problems: ConfigProblem[],
): Promise<OriginLayer[]> {
  const tell = (message: string, place = { line: 1, column: 1 }, file = path): void => {
    problems.push({ file, ...place, message });
  };
  let text: string | null;
  try {
    text = await read(path);
  } catch (error) {
    tell(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
  if (text === null) {
    tell('no such file');
    return [];
  }
  const parsed = await parseText(path, text);
  for (const fault of parsed.faults) tell(fault.message, { line: fault.line, column: fault.column });
  const isPackage = /(?:^|\/)package\.json$/.test(path);
  const prefix: KeyPath = isPackage ? ['sourcelight'] : [];
  const value = isPackage ? property(parsed.value, 'sourcelight') : parsed.value;
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    tell('the configuration is not an object', parsed.placeOf(prefix));
    return [];
  }
  const wrong = knowledge.validate(value);
  for (const problem of wrong) tell(problem.message, parsed.placeOf([...prefix, ...problem.path]));
  const layer = without(
    value,
    wrong.map((problem) => problem.path),
  ) as ConfigFile;

  const layers: OriginLayer[] = [];
  for (const [index, name] of (layer.extends ?? []).entries()) {
    const place = parsed.placeOf([...prefix, 'extends', index]);
    const preset = knowledge.presetLayer(name);
    if (preset) {
      layers.push({ origin: `preset ${name}`, layer: preset });
    } else if (/^[./]|\.(?:jsonc?|ya?ml)$/.test(name)) {
      const target = joinPath(folderOf(path) ?? '/', name);
      if (chain.includes(target) || target === path) {
        tell(`“${name}” extends itself: ${[...chain, path, target].join(' → ')}`, place);
      } else if ((await read(target).catch(() => '')) === null) {
        tell(`“${name}” is extended and is not there`, place);
      } else {
        layers.push(...(await loadLayers(target, read, knowledge, [...chain, path], problems)));
      }
    } else {
      tell(
        `no preset “${name}”; known are ${knowledge.presetNames.join(', ')}; files begin with “./”`,
        place,
      );
    }
  }
  layers.push({ origin: path, layer });
  return layers;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
