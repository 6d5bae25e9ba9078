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
  report: {
    summary: 'who speaks how much, who answers an accusation; report sheet: the fact-check sheet',
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  export: {
    summary: 'the article as HTML, CSV, schema.org, Web Annotation, ninjs',
    load: async () => (await import('./commands/report.ts')).exportCommand,
  },
  diff: {
    summary: 'what changed in sourcing between two drafts',
    load: async () => (await import('./commands/diff.ts')).diffCommand,
  },
  explain: {
    summary: 'the page of a rule',
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  rules: {
    summary: 'the list of rules with the severity in force',
    load: async () => (await import('./commands/explain.ts')).rulesCommand,
  },
  pack: {
    summary: 'pack test: run the examples of house packs',
    load: async () => (await import('./commands/pack.ts')).packCommand,
  },
  'print-config': {
    summary: 'the configuration in force for a file, and where it comes from',
    load: async () => (await import('./commands/printConfig.ts')).printConfigCommand,
  },
  init: {
    summary: 'write a commented configuration',
    load: async () => (await import('./commands/printConfig.ts')).initCommand,
  },
  lsp: {
    summary: 'the language server, for every other editor',
    load: async () => (await import('./commands/lsp.ts')).lspCommand,
  },
};
