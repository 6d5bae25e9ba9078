/** The list of commands. Each is loaded only when it is called, which keeps the start of the others short. */
export interface Command {
  readonly help: string;
  /** Returns the exit code. */
  run(argv: readonly string[]): Promise<number>;
}

export interface CommandEntry {
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  annotate: {
    summary: 'show quotes, speakers, agencies and allegations of a text',
    load: async () => (await import('./commands/annotate.ts')).annotateCommand,
  },
  lint: {
    summary: 'find sourcing faults in drafts; files without a command are linted',
    load: async () => (await import('./commands/lint.ts')).lintCommand,
  },
};
