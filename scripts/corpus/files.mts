/** The corpus files on disk: which there are and in what order. Knows folders, not what is in the files. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../root.ts';

export type CorpusPart = 'train' | 'dev' | 'test';
export const CORPUS_PARTS: readonly CorpusPart[] = ['train', 'dev', 'test'];

export function corpusFiles(part: CorpusPart): readonly string[] {
  const folder = path.join(projectRoot(), 'data/corpus', part);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => path.join(folder, name));
}
