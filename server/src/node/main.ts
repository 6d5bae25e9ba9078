/** The server as a Node program: over the channel the arguments name (`--node-ipc`, `--stdio`, `--socket=`), else stdio. */
import './v8Flags.ts';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createServer } from '../server.ts';
import { nodeRuntime } from './runtime.ts';

// `sourcelight lsp` and a bare start speak over standard input and output.
if (!process.argv.some((argument) => /^--(?:node-ipc|stdio|socket|pipe)/.test(argument))) {
  process.argv.push('--stdio');
}

const connection = createConnection(ProposedFeatures.all);
// Standard output carries the protocol only: whatever a library prints goes to the client's log.
console.log = (...values: unknown[]): void => {
  connection.console.log(values.map(String).join(' '));
};
process.on('uncaughtException', (error) => {
  connection.console.error(`Uncaught: ${error.stack ?? error.message}`);
});
process.on('unhandledRejection', (reason) => {
  connection.console.error(`Unhandled: ${String(reason)}`);
});
createServer(connection, nodeRuntime);
connection.listen();
