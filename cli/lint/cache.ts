/**
 * The cache: results by content, engine and configuration. A cached run prints the same bytes as a fresh one; a
 * broken cache file is told, ignored and written anew.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeAtomically } from '../write.ts';
import { note } from '../output.ts';
import { VERSION } from '../version.ts';
import type { CheckOptions } from './check.ts';
import type { FileResult } from './result.ts';

export interface Cache {
  /** The result for this content under this configuration, or null. */
  get(file: string, key: string): FileResult | null;
  set(file: string, key: string, result: FileResult): void;
  save(): void;
}

interface Entry {
  readonly key: string;
  readonly result: FileResult;
}

/** Everything a result depends on. */
export function cacheKey(text: string, options: CheckOptions): string {
  return createHash('sha1')
    .update(engineId())
    .update('\0')
    .update(JSON.stringify(options))
    .update('\0')
    .update(text)
    .digest('hex');
}

let engine: string | null = null;

/** The engine with its tables and weights is this very file, so its hash names the version, also while developing. */
function engineId(): string {
  engine ??= VERSION + createHash('sha1').update(readFileSync(__filename)).digest('hex');
  return engine;
}

export function openCache(path: string): Cache {
  let entries = new Map<string, Entry>();
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as {
      sourcelight?: unknown;
      entries?: Record<string, Entry>;
    };
    if (value.sourcelight !== 1 || typeof value.entries !== 'object') throw new Error('not a cache file');
    entries = new Map(Object.entries(value.entries));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      note(`${path}: not a readable cache; it is written anew`);
  }
  let changed = false;
  return {
    get: (file, key) => {
      const entry = entries.get(file);
      return entry?.key === key && entry.result.file === file ? entry.result : null;
    },
    set: (file, key, result) => {
      entries.set(file, { key, result });
      changed = true;
    },
    save: () => {
      if (!changed) return;
      writeAtomically(path, JSON.stringify({ sourcelight: 1, entries: Object.fromEntries(entries) }));
    },
  };
}
