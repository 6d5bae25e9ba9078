/** `sourcelight report` and `sourcelight export`: who speaks how much, who answers, and the article in other formats. */
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Finding } from '../../engine/annotation.ts';
import { EXPORTERS } from '../../engine/export/index.ts';
import { annotate, type Analysis } from '../../engine/index.ts';
import type { Reading } from '../../engine/input/reading.ts';
import type { Command } from '../command.ts';
import { INPUT_FORMAT_HELP, readingOf, wantedFormat } from '../document.ts';
import { EXIT, Failure } from '../failure.ts';
import { DEFAULT_MAX_BYTES, readStandardInput, readText } from '../input.ts';
import { note, print, wantsColor } from '../output.ts';
import { sourceBooks } from '../sourceBook.ts';
import { choice, wholeNumber } from '../values.ts';
import { writeAtomically } from '../write.ts';

const FORMAT_LIST = EXPORTERS.map((exporter) => `  ${exporter.id.padEnd(16)} ${exporter.label}`).join('\n');

const HELP = `Usage: sourcelight report [sheet] [options] FILE | -

Who speaks in the article, as what, with how many words, on the record or not; what is alleged and who answers.

  sheet                  the fact-check sheet (the same as --to sheet-md; --format csv or html for the others)
  --ledger               only the reply ledger: each accused person or body, the accusation, who makes it, the reply
  --headline             only the headline contract: each claim of headline and lede, and the sentence that carries it
  --to NAME              write the article in another format (sourcelight export --help lists them)
  --format text|json     for the report, ledger and headline contract
  --output-file FILE     instead of standard output
${INPUT_FORMAT_HELP}
  --plain-text WHEN      auto, always, never
  --outlet NAME          whose text this is
  --source-book FILE     the newsroom's own speakers and agencies (default: the nearest .sourcelight/sources.yaml)
  --max-bytes N, --color WHEN, --help, --version

Exit codes: 0 done, 2 wrong usage or an unreadable file.
`;

const EXPORT_HELP = `Usage: sourcelight export --to NAME [options] FILE | -

Writes the annotated article in another format.

${FORMAT_LIST}

  --output-file FILE     instead of standard output
  --uri URI              where the article lives; without it a URN is made from its name
  --lint                 give the findings to formats that carry them (ninjs: the note to the desk)
${INPUT_FORMAT_HELP}
  --plain-text WHEN      auto, always, never
  --outlet NAME          whose text this is
  --source-book FILE     the newsroom's own speakers and agencies (default: the nearest .sourcelight/sources.yaml)
  --max-bytes N, --help, --version

Exit codes: 0 done, 2 wrong usage or an unreadable file.
`;

const OPTIONS = {
  ledger: { type: 'boolean' },
  headline: { type: 'boolean' },
  to: { type: 'string' },
  format: { type: 'string' },
  'output-file': { type: 'string' },
  'plain-text': { type: 'string' },
  'input-format': { type: 'string' },
  outlet: { type: 'string' },
  'source-book': { type: 'string' },
  uri: { type: 'string' },
  lint: { type: 'boolean' },
  'max-bytes': { type: 'string' },
  color: { type: 'string' },
} as const;

interface Article {
  readonly name: string;
  readonly analysis: Analysis;
  readonly reading: Reading | null;
}

async function readArticle(
  path: string,
  values: {
    readonly 'plain-text'?: string;
    readonly 'input-format'?: string;
    readonly outlet?: string;
    readonly 'source-book'?: string;
    readonly 'max-bytes'?: string;
  },
): Promise<Article> {
  const maxBytes = wholeNumber('--max-bytes', values['max-bytes']) ?? DEFAULT_MAX_BYTES;
  const wanted = choice('--plain-text', values['plain-text'], ['auto', 'always', 'never']) ?? 'auto';
  const wantedInput = wantedFormat(values['input-format']);
  const input = path === '-' ? await readStandardInput(maxBytes) : readText(path, maxBytes);
  const reading = await readingOf(input.text, path, path === '-' ? null : path, wantedInput);
  const text = reading?.text ?? input.text;
  const always = wanted === 'auto' && ['.news', '.article'].includes(extname(path).toLowerCase());
  const analysis = annotate(text, {
    plainText: always ? 'always' : wanted,
    ...(await sourceBooks(values['source-book']).forFile(path === '-' ? null : path)),
    ...(values.outlet === undefined ? {} : { outlet: values.outlet }),
  });
  if (!analysis.annotation.news.isNews)
    note(`${path}: does not read as news; --plain-text always annotates it anyway`);
  return { name: path, analysis, reading };
}

async function write(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) await print(text);
  else writeAtomically(file, text);
}

async function exported(
  id: string,
  { name, analysis, reading }: Article,
  values: { readonly uri?: string; readonly lint?: boolean },
): Promise<string> {
  const known = EXPORTERS.map((exporter) => exporter.id);
  const format = choice('--to', id, known);
  const exporter = EXPORTERS.find((candidate) => candidate.id === format);
  if (!exporter) throw new Failure(`--to: one of ${known.join(', ')}`);
  let findings: readonly Finding[] = [];
  if (values.lint === true) {
    const { storyLinter } = await import('../lint/story.ts');
    findings = (await storyLinter()(name === '-' ? null : name)).findings(analysis.text, analysis);
  }
  const uri = values.uri ?? (name === '-' ? undefined : pathToFileURL(name).href);
  return exporter.write({
    analysis,
    name: name === '-' ? 'standard input' : name,
    findings,
    ...(reading === null ? {} : { reading }),
    ...(uri === undefined ? {} : { uri }),
  });
}

export const reportCommand: Command = {
  help: HELP,
  run: async (argv) => {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
    const sheet = positionals[0] === 'sheet';
    const paths = sheet ? positionals.slice(1) : positionals;
    const [path, ...more] = paths;
    if (path === undefined || more.length > 0)
      throw new Failure('report: name one file, or “-” for standard input');
    const format =
      choice('--format', values.format, sheet ? ['text', 'markdown', 'csv', 'html'] : ['text', 'json']) ??
      'text';
    const article = await readArticle(path, values);
    const target = sheet
      ? { text: 'sheet-md', markdown: 'sheet-md', csv: 'sheet-csv', html: 'sheet-html', json: 'sheet-md' }[
          format
        ]
      : values.to;
    if (target !== undefined) {
      await write(await exported(target, article, values), values['output-file']);
      return EXIT.clean;
    }
    const { renderReport } = await import('../render/report.ts');
    const color =
      values['output-file'] === undefined &&
      wantsColor(choice('--color', values.color, ['auto', 'always', 'never']) ?? 'auto');
    const parts =
      values.ledger === true || values.headline === true
        ? { ledger: values.ledger === true, headline: values.headline === true }
        : null;
    await write(renderReport(article, { json: format === 'json', color, parts }), values['output-file']);
    return EXIT.clean;
  },
};

export const exportCommand: Command = {
  help: EXPORT_HELP,
  run: async (argv) => {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new Failure('export: name one file, or “-” for standard input');
    if (values.to === undefined)
      throw new Failure(
        `export: say where with --to: ${EXPORTERS.map((exporter) => exporter.id).join(', ')}`,
      );
    const text = await exported(values.to, await readArticle(path, values), values);
    await write(text, values['output-file']);
    return EXIT.clean;
  },
};
