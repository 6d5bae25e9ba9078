/**
 * Prints an annotation for review by eye: the story line by line, under each line one row for every quotation,
 * attribution, allegation and agency that touches it, then tables of speakers, agencies and allegations. Confidences are
 * left out: they move with every training and are measured elsewhere.
 */
import type { Allegation, Annotation, Attribution, Quote } from '../../engine/annotation.ts';
import type { Span } from '../../engine/text/spans.ts';

/** Columns after which a line of the story is continued on the next one, so that rows stay under their words. */
const WIDTH = 110;

interface Row {
  /** Spans with the letter that is printed under each of their characters. */
  readonly pieces: readonly (readonly [Span, string])[];
  readonly label: string;
}

function quoteRow(quote: Quote): Row {
  const flags = [quote.kind, quote.level > 1 ? `level ${quote.level}` : '', quote.closed ? '' : 'unclosed'];
  return {
    pieces: [[quote, '^']],
    label: [quote.id, ...flags.filter((flag) => flag !== ''), quote.attribution ?? 'nobody'].join(' '),
  };
}

function attributionRow(one: Attribution, name: (id: string | null) => string): Row {
  const parts = [
    one.id,
    one.class === 'speech' ? '' : one.class,
    one.form,
    one.stance,
    one.verification,
    one.negated ? 'negated' : '',
    `by ${one.candidates && one.candidates.length > 0 ? one.candidates.map(name).join(' or ') : name(one.speaker)}`,
    one.onBehalfOf === undefined ? '' : `for ${name(one.onBehalfOf)}`,
    one.to === null ? '' : `to ${name(one.to)}`,
    one.via === null ? '' : `via ${name(one.via)}`,
  ];
  return {
    pieces: [
      ...one.source.map((span) => [span, 's'] as const),
      ...one.cue.map((span) => [span, 'c'] as const),
      ...one.content.map((span) => [span, 't'] as const),
    ],
    label: parts.filter((part) => part !== '').join(' · '),
  };
}

function allegationRow(one: Allegation): Row {
  return { pieces: [[one, '!'], ...one.cue.map((span) => [span, 'c'] as const)], label: one.id };
}

/** Pieces of a line of at most WIDTH columns, cut at spaces. */
function wrap(text: string, line: Span): Span[] {
  const parts: Span[] = [];
  let { start } = line;
  while (line.end - start > WIDTH) {
    const space = text.lastIndexOf(' ', start + WIDTH);
    const end = space > start ? space + 1 : start + WIDTH;
    parts.push({ start, end });
    start = end;
  }
  parts.push({ start, end: line.end });
  return parts;
}

/** Lines of the text without their breaks. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n/gu)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) lines.push({ start, end: text.length });
  return lines;
}

/** No-break spaces and the like would hide in a text file: they are printed as a dot. */
function visible(text: string): string {
  return text.replace(/[\u00a0\u2007\u202f]/gu, '·').replace(/[\u200b\ufeff\u00ad]/gu, '¦').replace(/\t/gu, ' ');
}

/** The row of letters under one part of a line, or null when it has nothing there. */
function under(row: Row, part: Span, used: Set<Row>): string | null {
  const letters: (string | undefined)[] = [];
  for (const [span, letter] of row.pieces)
    for (let at = Math.max(span.start, part.start); at < Math.min(span.end, part.end); at++)
      letters[at - part.start] = letter;
  if (letters.length === 0) return null;
  const label = used.has(row) ? row.label.split(' ')[0] : row.label;
  used.add(row);
  return `  ${Array.from(letters, (letter) => letter ?? " ").join('')}  ${label}`;
}

/** The whole annotation of a text as plain text. */
export function printAnnotation(text: string, annotation: Annotation): string {
  const names = new Map<string, string>([
    ...annotation.speakers.map((speaker) => [speaker.id, speaker.name] as const),
    ...annotation.agencies.map((agency) => [agency.id, agency.name] as const),
  ]);
  const name = (id: string | null): string => (id === null ? '–' : (names.get(id) ?? id));
  const rows: Row[] = [
    ...annotation.quotes.map(quoteRow),
    ...annotation.attributions.map((one) => attributionRow(one, name)),
    ...annotation.allegations.map(allegationRow),
    ...annotation.agencies.flatMap((agency) =>
      agency.mentions.map((mention): Row => ({
        pieces: [[mention, '~']],
        label: `${agency.id} ${mention.function}`,
      })),
    ),
  ];
  const out: string[] = [];
  const used = new Set<Row>();
  for (const line of linesOf(text)) {
    if (line.start === line.end) {
      out.push('');
      continue;
    }
    for (const part of wrap(text, line)) {
      out.push(`| ${visible(text.slice(part.start, part.end)).trimEnd()}`);
      for (const row of rows) {
        const printed = under(row, part, used);
        if (printed !== null) out.push(printed);
      }
    }
  }
  const excerpt = (span: Span): string => visible(text.slice(span.start, span.end)).replace(/\s+/gu, ' ');
  const cut = (span: Span): string => {
    const whole = excerpt(span);
    return whole.length > 70 ? `${whole.slice(0, 69)}…` : whole;
  };
  out.push('', 'SPEAKERS');
  for (const { id, type, name: own, role, affiliation, introduction, mentions, aliases } of annotation.speakers)
    out.push(
      `${id} ${type} · ${own}` +
        (role === null ? '' : ` · role: ${role}`) +
        (affiliation === null ? '' : ` · of: ${affiliation}`) +
        (aliases === undefined || aliases.length === 0 ? '' : ` · also: ${aliases.join(', ')}`) +
        (introduction === null ? '' : ` · introduced: ${excerpt(introduction)}`) +
        ` · ${mentions.map((mention) => `${excerpt(mention)} (${mention.kind})`).join(' | ')}`,
    );
  out.push('', 'AGENCIES');
  for (const { id, key, name: own, mentions } of annotation.agencies)
    out.push(`${id} ${key ?? '–'} · ${own} · ${mentions.map((one) => `${excerpt(one)} (${one.function})`).join(' | ')}`);
  out.push('', 'ALLEGATIONS');
  for (const one of annotation.allegations) {
    out.push(
      `${one.id} ${one.legalStatus} · ${one.attribution ?? 'no attribution'}${one.attributed ? '' : ' · unattributed'}` +
        ` · ${name(one.accuser)} → ${name(one.accused)} · ${cut(one)}`,
    );
    for (const response of one.responses)
      out.push(`   ${response.kind} ${response.attribution ?? '–'} · ${cut(response)}`);
  }
  return `${out.join('\n').trimEnd()}\n`;
}
