/**
 * Reading files that are not open. Uris throughout. Where the host has a file system (Node) it is used for `file:`
 * uris; everything else is asked of the client, if it said that it answers; otherwise there is nothing to read.
 */
import type { Connection } from 'vscode-languageserver';
import { METHODS, type ListFilesParams } from '../../protocol/index.ts';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { FileReader } from './runtime.ts';

export interface FileAccess {
  /** The text of a file, the open document first; null when it cannot be read. */
  readonly read: (uri: string) => Promise<string | null>;
  /** The text as it was saved, whatever is open. */
  readonly readSaved: (uri: string) => Promise<string | null>;
  readonly list: (
    folder: string,
    pattern: { test(path: string): boolean },
    glob: string,
    limit: number,
  ) => Promise<readonly string[]>;
  /** False when no file can ever be read: then features across files are not offered. */
  readonly available: boolean;
}

export function createFileAccess(
  connection: Connection,
  client: Pick<Client, 'fileAccess'>,
  documents: Documents,
  reader: FileReader | null,
): FileAccess {
  const readSaved: FileAccess['readSaved'] = async (uri) => {
    if (reader !== null && uri.startsWith('file:')) return reader.readFile(uri);
    if (!client.fileAccess) return null;
    try {
      const text: unknown = await connection.sendRequest(METHODS.readFile, { uri });
      return typeof text === 'string' ? text : null;
    } catch {
      // The client could not read it, which is an answer.
      return null;
    }
  };
  return {
    available: reader !== null || client.fileAccess,
    read: async (uri) => documents.get(uri)?.document.getText() ?? readSaved(uri),
    readSaved,
    list: async (folder, pattern, glob, limit) => {
      if (reader !== null && folder.startsWith('file:')) {
        return reader.listFiles(folder, (path) => pattern.test(path), limit);
      }
      if (!client.fileAccess) return [];
      const params: ListFilesParams = { folder, pattern: glob, limit };
      try {
        const uris: unknown = await connection.sendRequest(METHODS.listFiles, params);
        return Array.isArray(uris) ? uris.filter((uri): uri is string => typeof uri === 'string') : [];
      } catch {
        return [];
      }
    },
  };
}

/** Uri of a file below a folder. */
export function joinUri(folder: string, path: string): string {
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Uri of the folder that holds a file, or null at the root. */
export function parentUri(uri: string): string | null {
  const match = /^([a-z][\w+.-]*:\/\/[^/]*)(\/.*)?$/i.exec(uri);
  if (match === null) return null;
  const path = (match[2] ?? '').replace(/\/[^/]*$/, '');
  return path === (match[2] ?? '') ? null : `${match[1] ?? ''}${path}`;
}

/** The last part of a uri, readable. */
export function nameOf(uri: string): string {
  const part =
    uri
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? uri;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
