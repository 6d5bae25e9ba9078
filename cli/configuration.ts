/** Project configuration for the command line: reads files, keeps what was loaded per folder, prints faults once. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { configFor, type FileConfig } from '../config/apply.ts';
import { findConfig, loadConfig, type LoadedConfig } from '../config/load.ts';
import { NO_PACKS } from '../config/packs.ts';
import { normalisePath } from '../config/path.ts';
import type { ConfigLayer } from '../engine/rules/config.ts';
import { Failure } from './failure.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { note } from './output.ts';

/** Reads at once: Node's promises of files take longer to load than a configuration to read. */
function readNow(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}

const read = (path: string): Promise<string | null> =>
  new Promise((resolve) => {
    resolve(readNow(path));
  });

export interface Configurations {
  /** The configuration that applies in the folder of `path`, or null. */
  loadedFor(path: string): Promise<LoadedConfig | null>;
  /** The values in force for a file; flags of the command line are laid on top. */
  forFile(path: string): Promise<FileConfig>;
  /** True once a configuration had a fault; all were printed. */
  broken(): boolean;
}

export interface ConfigurationOptions {
  /** `--config FILE`: no search. */
  readonly file?: string | undefined;
  /** `--no-config`. */
  readonly none?: boolean | undefined;
  readonly flags?: ConfigLayer;
  /** Layers of `--preset`, below the flags. */
  readonly presets?: readonly string[];
}

export function presetOrFail(name: string): ConfigLayer {
  const layer = KNOWLEDGE.presetLayer(name);
  if (!layer)
    throw new Failure(`--preset: no preset “${name}”; known are ${KNOWLEDGE.presetNames.join(', ')}`);
  return layer;
}

export function configurations(options: ConfigurationOptions): Configurations {
  const presets = (options.presets ?? []).map((name) => ({
    origin: `preset ${name}`,
    layer: presetOrFail(name),
  }));
  const found = new Map<string, Promise<string | null>>();
  const loaded = new Map<string, Promise<LoadedConfig>>();
  let broken = false;

  const load = (path: string): Promise<LoadedConfig> => {
    const known = loaded.get(path);
    if (known) return known;
    const loading = loadConfig(path, read, KNOWLEDGE).then((config) => {
      for (const { file, line, column, message } of config.problems) {
        broken = true;
        note(`sourcelight: ${file}:${line}:${column}: ${message}`);
      }
      // A preset of the command line stands above those of the file, below the file's own words.
      return presets.length === 0
        ? config
        : { ...config, layers: [...config.layers.slice(0, -1), ...presets, ...config.layers.slice(-1)] };
    });
    loaded.set(path, loading);
    return loading;
  };

  const loadedFor = async (path: string): Promise<LoadedConfig | null> => {
    const bare: LoadedConfig | null =
      presets.length === 0
        ? null
        : { path: '', folder: normalisePath(process.cwd()), layers: presets, packs: NO_PACKS, problems: [] };
    if (options.none === true) return bare;
    if (options.file !== undefined) return await load(normalisePath(resolve(options.file)));
    const folder = normalisePath(dirname(resolve(path)));
    let search = found.get(folder);
    if (!search) {
      search = findConfig(folder, read);
      found.set(folder, search);
    }
    const file = await search;
    return file === null ? bare : await load(file);
  };

  return {
    loadedFor,
    forFile: async (path) => configFor(await loadedFor(path), normalisePath(resolve(path)), options.flags),
    broken: () => broken,
  };
}
