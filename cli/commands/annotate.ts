/** `sourcelight annotate`: the annotation of texts, for people, as JSON, or as a filter over JSON lines. */
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Annotation, Finding } from '../../engine/annotation.ts';
import { annotate, readsAsNews } from '../../engine/index.ts';
import type { Command } from '../command.ts';
import { INPUT_FORMAT_HELP, readingOf, wantedFormat, type WantedFormat } from '../document.ts';
import { EXIT, Failure } from '../failure.ts';
import { DEFAULT_MAX_BYTES, linesOf, readStandardInput, readText, reasonOf, type Decoded } from '../input.ts';
import { INPUT_FORMATS, type InputFormat } from '../../engine/input/formats.ts';
import type { Reading } from '../../engine/input/reading.ts';
import type { StoryLinter } from '../lint/story.ts';
import { note, print, stdoutIsTerminal, wantsColor } from '../output.ts';
import { sourceBooks, type Books } from '../sourceBook.ts';
import { choice, wholeNumber } from '../values.ts';

const HELP = `Usage: sourcelight annotate [options] FILE… | -

Shows who says what in a text: quotes, sources, cues, speakers, agencies, allegations and replies.
“-” reads standard input. Texts are UTF-8, or UTF-16 with a byte order mark; offsets are UTF-16 code units and
count from the first character after a byte order mark. Web pages and ninjs items are annotated in place: offsets
count in the file as it is, markup and escapes included.

  --format text|json     text with a legend (default), or the annotation as JSON (one object for one file,
                         an array for several)
  --jsonl                filter: each input line {"id": …, "text": "…"} gives one output line, in order;
                         a line that cannot be read gives {"id": …, "error": {…}} and exit code 2
  --lint                 add the findings of the lint rules
${INPUT_FORMAT_HELP}.
                         With --jsonl a record may say it: {"text": …, "format": "html"}
  --plain-text WHEN      auto (default): files other than .news and .article are annotated when they read as
                         news; always; never. With --jsonl every text is annotated and "news" tells the verdict
  --attitudes            show wants, hopes and beliefs too (JSON always carries them)
  --outlet NAME          whose text this is, so that “told the Echo” is first-hand
  --source-book FILE     the newsroom's own speakers and agencies (default: the nearest .sourcelight/sources.yaml
                         upwards; none for standard input and JSON lines)
  --max-bytes N          largest file to read (default ${DEFAULT_MAX_BYTES})
  --color WHEN           auto (default), always, never; NO_COLOR and FORCE_COLOR are honoured
  --no-color             the same as --color never
  --help, --version

Exit codes: 0 done, 2 wrong usage or a file or line that could not be read (the others are still answered).
`;

interface Settings {
  readonly plainText: 'auto' | 'always' | 'never';
  readonly outlet: string | undefined;
  readonly books: Books;
  readonly format: WantedFormat;
  /** Null without `--lint`. */
  readonly lint: Linter | null;
}

/** Gives the story without directives and its findings; loaded only when it is asked for. */
type Linter = (path: string | null) => Promise<StoryLinter>;

async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      jsonl: { type: 'boolean' },
      lint: { type: 'boolean' },
      'plain-text': { type: 'string' },
      'input-format': { type: 'string' },
      attitudes: { type: 'boolean' },
      outlet: { type: 'string' },
      'source-book': { type: 'string' },
      'max-bytes': { type: 'string' },
      color: { type: 'string' },
      'no-color': { type: 'boolean' },
    },
  });
  const plainText = choice('--plain-text', values['plain-text'], ['auto', 'always', 'never']);
  const lint = values.lint === true ? (await import('../lint/story.ts')).storyLinter() : null;
  const settings: Settings = {
    plainText: plainText ?? 'auto',
    lint,
    outlet: values.outlet,
    books: sourceBooks(values['source-book']),
    format: wantedFormat(values['input-format']),
  };
  const maxBytes = wholeNumber('--max-bytes', values['max-bytes']) ?? DEFAULT_MAX_BYTES;
  if (values.jsonl === true) {
    if (values.format !== undefined) throw new Failure('--jsonl is a format of its own; leave --format out');
    return await filter(positionals, { ...settings, plainText: plainText ?? 'always' });
  }
  if (positionals.length === 0) throw new Failure('annotate: name a file, or “-” for standard input');
  const format = choice('--format', values.format, ['text', 'json']) ?? 'text';
  const color = wantsColor(
    values['no-color'] === true
      ? 'never'
      : (choice('--color', values.color, ['auto', 'always', 'never']) ?? 'auto'),
  );
  const results: object[] = [];
  let code: number = EXIT.clean;
  let shown = 0;
  for (const path of positionals) {
    let input: Decoded;
    let reading: Reading | null;
    try {
      input = path === '-' ? await readStandardInput(maxBytes) : readText(path, maxBytes);
      reading = await readingOf(input.text, path, path === '-' ? null : path, settings.format);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      note(`sourcelight: ${error.message}`);
      code = EXIT.fault;
      continue;
    }
    const always =
      ['.news', '.article'].includes(extname(path).toLowerCase()) && settings.plainText === 'auto';
    const annotated = await annotateText(
      reading?.text ?? input.text,
      path === '-' ? null : path,
      always ? { ...settings, plainText: 'always' } : settings,
    );
    const { annotation } = annotated;
    if (input.byteOrderMark && format === 'json') {
      note(`${path}: ${input.encoding} byte order mark left out; offsets count from the character after it`);
    }
    if (settings.plainText !== 'always' && !always && !annotation.news.isNews) {
      note(
        settings.plainText === 'never'
          ? `${path}: passed over (--plain-text never)`
          : `${path}: does not read as news (score ${annotation.news.score.toFixed(2)}); --plain-text always annotates it anyway`,
      );
    }
    if (format === 'json') results.push(withId(path, await inPlace(reading, annotated)));
    else {
      const { renderAnnotatedText } = await import('../render/annotatedText.ts');
      const width = stdoutIsTerminal() ? Math.min(process.stdout.columns, 110) : 0;
      const view = renderAnnotatedText(path, reading?.text ?? input.text, annotation, {
        color,
        width,
        attitudes: values.attitudes === true,
      });
      await print(`${shown++ > 0 ? '\n' : ''}${view}`);
    }
  }
  if (format === 'json' && results.length > 0) {
    await print(`${JSON.stringify(positionals.length === 1 ? results[0] : results, null, 2)}\n`);
  }
  return code;
}

interface Annotated {
  readonly annotation: Annotation;
  readonly findings: readonly Finding[] | null;
}

/** The annotation. A text that is annotated whatever the gate says still carries the gate's verdict in `news`. */
async function annotateText(text: string, path: string | null, settings: Settings): Promise<Annotated> {
  const linter = settings.lint === null ? null : await settings.lint(path);
  const outlet = settings.outlet ?? linter?.outlet;
  const analysis = annotate(linter?.story(text) ?? text, {
    plainText: settings.plainText,
    ...(await settings.books.forFile(path)),
    ...(outlet === undefined || outlet === null ? {} : { outlet }),
  });
  const { isNews, score } = settings.plainText === 'always' ? readsAsNews(text) : analysis.annotation.news;
  return {
    annotation: { ...analysis.annotation, news: { isNews, score } },
    findings: linter?.findings(text, analysis) ?? null,
  };
}

/** What was found in the words of a document, placed in the document as it is written. */
async function inPlace(reading: Reading | null, { annotation, findings }: Annotated): Promise<Annotated> {
  if (reading === null) return { annotation, findings };
  const { findingInSource, placedInSource } = await import('../../engine/input/reading.ts');
  return {
    annotation: placedInSource(reading, annotation),
    findings: findings?.map((finding) => findingInSource(reading, finding)) ?? null,
  };
}

function withId(id: unknown, { annotation, findings }: Annotated): object {
  const { schemaVersion, ...rest } = annotation;
  return { schemaVersion, id, ...rest, ...(findings === null ? {} : { findings }) };
}

/** The `--jsonl` filter: answers each line as it comes. */
async function filter(paths: readonly string[], settings: Settings): Promise<number> {
  let code: number = EXIT.clean;
  for (const path of paths.length === 0 ? ['-'] : paths) {
    let number = 0;
    try {
      for await (const line of linesOf(path === '-' ? process.stdin : createReadStream(path))) {
        number++;
        const request = requestOf(number === 1 && line !== null ? line.replace(/^\ufeff/, '') : line);
        const answer = 'message' in request ? request : await answerTo(request, settings);
        if ('message' in answer) {
          code = EXIT.fault;
          const { id, message } = answer;
          await print(`${JSON.stringify({ id, error: { line: number, message } })}\n`);
        } else await print(`${JSON.stringify(answer.record)}\n`);
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      note(`sourcelight: ${path}: ${reasonOf(error)}`);
      code = EXIT.fault;
    }
  }
  return code;
}

interface Request {
  readonly id: unknown;
  readonly text: string;
  readonly format: InputFormat | null;
}

interface Refusal {
  readonly id: unknown;
  readonly message: string;
}

async function answerTo(
  { id, text, format }: Request,
  settings: Settings,
): Promise<{ readonly record: object } | Refusal> {
  let reading: Reading | null;
  try {
    reading = await readingOf(text, 'the field "text"', null, format ?? settings.format);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { id, message: error.message };
  }
  const annotated = await annotateText(reading?.text ?? text, null, settings);
  return { record: withId(id, await inPlace(reading, annotated)) };
}

function requestOf(line: string | null): Request | Refusal {
  if (line === null) return { id: null, message: 'the line is not UTF-8' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return {
      id: null,
      message:
        line.trim() === '' ? 'the line is empty' : `not JSON: ${error instanceof Error ? error.message : ''}`,
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, message: 'not a JSON object' };
  }
  const { id = null, text, format = null } = value as { id?: unknown; text?: unknown; format?: unknown };
  if (text === undefined) return { id, message: 'the field "text" is missing' };
  if (typeof text !== 'string') return { id, message: 'the field "text" is not a string' };
  const known = INPUT_FORMATS.find((name) => name === format) ?? null;
  if (format !== null && known === null)
    return { id, message: `the field "format" is none of ${INPUT_FORMATS.join(', ')}` };
  return { id, text, format: known };
}

export const annotateCommand: Command = { help: HELP, run };
