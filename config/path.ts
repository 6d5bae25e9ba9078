/** Paths with forward slashes, for files and for URIs alike. Knows no file system. */

/** Forward slashes only, `.` and `..` resolved, no slash at the end (but for a root). */
export function normalisePath(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const root = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/]*\/?|[a-z]:\/|\/)/i.exec(slashes)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of slashes.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || root === '') parts.push(part);
  }
  return root + parts.join('/');
}

/** The folder of a path, or null at a root. */
export function folderOf(path: string): string | null {
  const clean = normalisePath(path);
  const root = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/]*\/?|[a-z]:\/|\/)/i.exec(clean)?.[0] ?? '';
  if (clean.length <= root.length) return null;
  const slash = clean.lastIndexOf('/');
  return slash < root.length ? root : clean.slice(0, slash);
}

export function joinPath(folder: string, relative: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(relative)
    ? normalisePath(relative)
    : normalisePath(folder.endsWith('/') ? folder + relative : `${folder}/${relative}`);
}

/** `path` as seen from `folder`, or null when it lies elsewhere. */
export function relativePath(folder: string, path: string): string | null {
  const base = normalisePath(folder);
  const full = normalisePath(path);
  const prefix = base.endsWith('/') ? base : `${base}/`;
  return full.startsWith(prefix) ? full.slice(prefix.length) : null;
}
