/** *Show Log*. */
import { CLIENT_COMMANDS } from '../../../protocol/index.ts';
import type { Command } from './command.ts';

export const showLog: Command = {
  id: CLIENT_COMMANDS.showLog,
  run(session) {
    session.log.show();
  },
};
