/** `sourcelight lsp`: the language server over standard input and output, from the same bundle as the editor's. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';

const HELP = `Usage: sourcelight lsp --stdio

Runs the language server for Neovim, Helix, Zed, Emacs and every other editor that speaks the Language Server
Protocol (docs/editors.md).

  --stdio                speak over standard input and output (the default)
  --help, --version
`;

export const lspCommand: Command = {
  help: HELP,
  run: async (argv) => {
    const unknown = argv.find(
      (arg) => !/^--(?:stdio|node-ipc|socket=\d+|pipe=.+|clientProcessId=\d+)$/.test(arg),
    );
    if (unknown !== undefined)
      throw new Failure(`lsp: unknown option “${unknown}”; write sourcelight lsp --stdio`);
    // The server is a bundle of its own beside this one; its path is put together here, so that it is not built in.
    const server = join(__dirname, 'node', 'server.js');
    if (!existsSync(server)) throw new Failure(`lsp: ${server} is missing; npm run build makes it`);
    createRequire(__filename)(server);
    // The server ends the process itself, when its client says so or goes away.
    return await new Promise<number>(() => undefined);
  },
};
