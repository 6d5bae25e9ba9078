/**
 * The command line: picks the command, loads only that one, and turns faults into messages and exit codes
 * (0 clean, 1 findings, 2 wrong usage or unreadable input, 130 interrupted).
 */
import process from 'node:process';
import { COMMANDS, type Command } from './command.ts';
import { EXIT, Failure, nearest } from './failure.ts';
import { WORKER_MARK } from './lint/workerMark.ts';
import { note, print } from './output.ts';
import { VERSION } from './version.ts';

async function main(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const topic = first === 'help' ? rest[0] : undefined;
    if (topic !== undefined) return await run(topic, ['--help']);
    await print(overview());
    return first === undefined ? EXIT.fault : EXIT.clean;
  }
  if (first === '--version' || first === '-v' || first === '-V') {
    await print(`sourcelight ${VERSION}\n`);
    return EXIT.clean;
  }
  // Files without a command are linted, unless the word looks like a misspelt command.
  if (!Object.hasOwn(COMMANDS, first) && (first.startsWith('-') || /[./*\\]/.test(first))) {
    return await run('lint', argv);
  }
  return await run(first, rest);
}

async function run(name: string, argv: readonly string[]): Promise<number> {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    const near = nearest(name, Object.keys(COMMANDS));
    throw new Failure(
      `no command “${name}”${near === null ? '' : `; did you mean “${near}”?`} (sourcelight --help lists them)`,
    );
  }
  if (argv.includes('--version')) {
    await print(`sourcelight ${name} ${VERSION}\n`);
    return EXIT.clean;
  }
  const command: Command = await entry.load();
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  if (flags.includes('--help') || flags.includes('-h')) {
    await print(command.help);
    return EXIT.clean;
  }
  return await command.run(argv);
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return [
    'sourcelight: who says what in a news text. Offline; nothing leaves this computer.',
    '',
    'Usage: sourcelight <command> [options] [files]',
    '',
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'sourcelight <command> --help   options of a command',
    'sourcelight --version          the version',
    '',
    'Exit codes: 0 clean, 1 findings, 2 wrong usage or unreadable input, 130 interrupted.',
    '',
  ].join('\n');
}

function tell(error: unknown): void {
  const usage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof Failure || usage) note(`sourcelight: ${error.message}`);
  else {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    note(`sourcelight: internal fault, please report it: ${what}`);
  }
  process.exitCode = EXIT.fault;
}

// `node:worker_threads` is loaded only where the mark says that this may be a thread of ours.
if (process.argv[2] === WORKER_MARK) {
  import('./lint/worker.ts').then(({ serveJobs }) => {
    serveJobs();
  }, tell);
} else {
  main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  }, tell);
}
