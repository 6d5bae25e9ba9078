/**
 * What the host gives the server: timers, a clock and, where there is one, a file system. The only door to the
 * platform; `node/main.ts` and `browser/main.ts` fill it.
 */

/** Reads files named by uri; the answer is null (or an empty list) for anything that cannot be read. */
export interface FileReader {
  readFile(uri: string): Promise<string | null>;
  /** Uris of the files below a folder whose names match, at most `limit`. */
  listFiles(folder: string, matches: (path: string) => boolean, limit: number): Promise<readonly string[]>;
}

export interface Runtime {
  readonly version: string;
  /** Calls back after `milliseconds`; the result cancels the call. */
  delay(callback: () => void, milliseconds: number): () => void;
  /** Lets waiting messages in. */
  yieldNow(): Promise<void>;
  /** Milliseconds since some fixed moment; for measuring and logging only. */
  now(): number;
  /** Null in a browser: then files are asked of the client. */
  readonly files: FileReader | null;
}
