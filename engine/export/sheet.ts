/**
 * The fact-check sheet: every checkable statement with its source, how it is known, who else says so, and a box to
 * tick. Opinions are left out; allegations are marked. Three carriers of one table: Markdown, CSV, HTML.
 */
import type { Analysis } from '../index.ts';
import { csv } from './csv.ts';
import { placeOf, wellFormed, type Exporter, type ExportInput } from './exporter.ts';
import { html, page, table } from './html.ts';
import { headlineOf, paragraphAt, roleOf, statementsOf, type Statement } from './statements.ts';

export interface SheetRow {
  readonly id: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly statement: string;
  readonly source: string;
  readonly howKnown: string;
  readonly secondSource: string;
  readonly reply: string;
}

/** The rows in text order: statements that can be checked, and allegations that nobody is named for. */
export function sheetRows(analysis: Analysis): readonly SheetRow[] {
  const { annotation, text } = analysis;
  const rows = statementsOf(analysis)
    .filter((statement) => statement.text !== '' && statement.attribution.verification !== 'opinion')
    .map((statement): SheetRow => ({
      id: statement.attribution.id,
      paragraph: statement.paragraph,
      start: statement.span.start,
      end: statement.span.end,
      statement: statement.text,
      source: sourceText(statement),
      howKnown: howKnownText(statement),
      secondSource: statement.seconded.join(', '),
      reply: replyText(
        statement.allegations.flatMap((allegation) => allegation.responses.map((response) => response.kind)),
        statement.allegations.length > 0,
      ),
    }));
  const bare = annotation.allegations
    .filter((allegation) => allegation.attribution === null)
    .map((allegation): SheetRow => ({
      id: allegation.id,
      paragraph: paragraphAt(analysis, allegation.start),
      start: allegation.start,
      end: allegation.end,
      statement: text.slice(allegation.start, allegation.end).replace(/\s+/g, ' '),
      source: allegation.attributed ? '' : 'nobody named',
      howKnown: allegation.legalStatus === 'alleged' ? 'unverified allegation' : allegation.legalStatus,
      secondSource: '',
      reply: replyText(
        allegation.responses.map((response) => response.kind),
        true,
      ),
    }));
  return [...rows, ...bare].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** An allegation is named as such, whatever else is known of the statement that carries it. */
function howKnownText({ allegations, howKnown, via }: Statement): string {
  const alleged = allegations.some((allegation) => allegation.legalStatus === 'alleged');
  const known = alleged ? 'unverified allegation' : howKnown;
  return via === null ? known : `${known}, through ${via}`;
}

function sourceText({ speaker, source }: Statement): string {
  if (speaker === null) return source === '' ? 'nobody named' : source;
  const role = roleOf(speaker);
  return role === '' || speaker.name.endsWith(role) ? speaker.name : `${speaker.name} (${role})`;
}

function replyText(kinds: readonly string[], due: boolean): string {
  return kinds.length > 0 ? [...new Set(kinds)].join(', ') : due ? 'none in the text' : '';
}

const HEADER = [
  'done',
  'no.',
  'paragraph',
  'statement',
  'source',
  'how known',
  'second source',
  'reply',
  'note',
] as const;

const titleOf = ({ analysis, name }: ExportInput): string => headlineOf(analysis) ?? name;

/** Markdown text that shows as it stands, on one line of a table. */
function cell(text: string): string {
  return wellFormed(text)
    .replace(/\s+/g, ' ')
    .replace(/\\/g, '\\\\')
    .replace(/([|`*_[\]<>#~])/g, '\\$1');
}

export const sheetMarkdown: Exporter = {
  id: 'sheet-md',
  label: 'Fact-check sheet (Markdown)',
  mediaType: 'text/markdown',
  extension: '.sheet.md',
  write: (input) => {
    const rows = sheetRows(input.analysis);
    const lines = rows.map(
      (row, index) =>
        `| ☐ | ${[String(index + 1), String(row.paragraph), row.statement, row.source, row.howKnown, row.secondSource, row.reply, ''].map(cell).join(' | ')} |`,
    );
    return [
      `# Fact-check sheet: ${cell(titleOf(input))}`,
      '',
      `Article: ${cell(input.name)}. ${rows.length} statements to check.`,
      '',
      `| ${HEADER.join(' | ')} |`,
      `| ${HEADER.map((title) => (title === 'no.' || title === 'paragraph' ? '---:' : '---')).join(' | ')} |`,
      ...lines,
      '',
    ].join('\n');
  },
};

export const sheetCsv: Exporter = {
  id: 'sheet-csv',
  label: 'Fact-check sheet (CSV)',
  mediaType: 'text/csv',
  extension: '.sheet.csv',
  write: (input) =>
    csv(
      [...HEADER, 'id', 'start', 'end'],
      sheetRows(input.analysis).map((row, index) => [
        '',
        index + 1,
        row.paragraph,
        row.statement,
        row.source,
        row.howKnown,
        row.secondSource,
        row.reply,
        '',
        row.id,
        placeOf(input, row).start,
        placeOf(input, row).end,
      ]),
    ),
};

export const sheetHtml: Exporter = {
  id: 'sheet-html',
  label: 'Fact-check sheet (HTML)',
  mediaType: 'text/html',
  extension: '.sheet.html',
  write: (input) => {
    const rows = sheetRows(input.analysis);
    const body = rows.map((row, index) => {
      const box = `<input type="checkbox" aria-label="Statement ${index + 1} is checked">`;
      return [
        box,
        String(index + 1),
        String(row.paragraph),
        html(row.statement),
        html(row.source),
        html(row.howKnown),
        html(row.secondSource),
        html(row.reply),
        '<span class="line"></span>',
      ];
    });
    const style =
      'td .line{display:block;min-width:6rem;height:1.4em;border-bottom:1px dotted var(--quiet)}input{width:1.2rem;height:1.2rem}';
    return page(
      `Fact-check sheet: ${titleOf(input)}`,
      `<main>
<h1>Fact-check sheet: ${html(titleOf(input))}</h1>
<p class="meta">Article: ${html(input.name)}. ${rows.length} statements to check.</p>
${table('Statements to check', HEADER, body)}</main>`,
      style,
    );
  },
};
