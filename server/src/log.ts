/**
 * The server's log: one line per event through `window/logMessage`. Texts of articles never enter it, only names of
 * methods, uris, counts and times.
 */
import type { Connection } from 'vscode-languageserver';

export interface Log {
  error(message: string, cause?: unknown): void;
  warn(message: string): void;
  info(message: string): void;
  /** For the verbose log; dropped unless the client asked for a trace. */
  trace(message: string): void;
}

function describe(cause: unknown): string {
  if (cause instanceof Error) return cause.stack ?? cause.message;
  return String(cause);
}

export function createLog(connection: Connection): Log {
  return {
    error: (message, cause) => {
      connection.console.error(cause === undefined ? message : `${message}: ${describe(cause)}`);
    },
    warn: (message) => {
      connection.console.warn(message);
    },
    info: (message) => {
      connection.console.info(message);
    },
    trace: (message) => {
      connection.tracer.log(message);
    },
  };
}
