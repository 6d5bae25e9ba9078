/**
 * What a feature is: one request of the protocol (or a family of them), with the capability it declares and the
 * handlers it registers. The list is features/index.ts; server.ts merges and registers.
 */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../client.ts';
import type { Services } from '../services.ts';

export interface Feature {
  readonly id: string;
  capabilities(client: Client): Partial<ServerCapabilities>;
  register(connection: Connection, services: Services): void;
}
