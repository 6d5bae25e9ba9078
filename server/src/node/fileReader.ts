/** Files of a Node host, by `file:` uri. Reads only; follows no links out of a folder. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileReader } from '../runtime.ts';

/** Files larger than this are no articles; they are not even opened. */
const MAX_BYTES = 20_000_000;

async function walk(
  folder: string,
  root: string,
  matches: (path: string) => boolean,
  limit: number,
  found: string[],
): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    // A folder that may not be read holds nothing for us.
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (found.length >= limit) return;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) {
        await walk(path, root, matches, limit, found);
      }
    } else if (entry.isFile() && matches(relative(root, path).replaceAll('\\', '/'))) {
      found.push(pathToFileURL(path).href);
    }
  }
}

export const nodeFileReader: FileReader = {
  readFile: async (uri) => {
    try {
      const path = fileURLToPath(uri);
      const { size } = await stat(path);
      if (size > MAX_BYTES) return null;
      // A byte order mark is no part of the text, as editors see it.
      return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    } catch {
      return null;
    }
  },
  listFiles: async (folder, matches, limit) => {
    const found: string[] = [];
    try {
      const root = fileURLToPath(folder);
      await walk(root, root, matches, limit, found);
    } catch {
      // Not a folder of this host.
    }
    return found;
  },
};
