/**
 * Where paragraphs begin and end, and what part of the article each one is. Reads lines, not words: a paragraph
 * is a line, or a run of lines that was broken at a fixed width.
 */
import type { Span } from '../text/spans.ts';
import type { Zone } from './paragraph.ts';

export interface ParagraphSpan extends Span {
  readonly zone: Zone;
}

/** A paragraph longer than this is cut at white space, so that no single one takes unbounded time or memory. */
const MAX_PARAGRAPH = 20_000;

/**
 * Splits a text into paragraphs, without the white space around them. Front matter between `---` lines is furniture.
 * @param bodySeen the text is part of a longer one whose body began before it: it has no headline of its own
 * @returns ordered, non-overlapping, non-empty spans in document offsets
 */
export function splitParagraphs(text: string, bodySeen = false): ParagraphSpan[] {
  const spans: Span[] = [];
  let block: Span[] = [];
  const flush = (): void => {
    for (const span of joinWrapped(text, block)) cutLong(text, span, spans);
    block = [];
  };
  for (const line of lines(text)) {
    if (line.end > line.start) block.push(line);
    else flush();
  }
  flush();
  return assignZones(text, spans, bodySeen);
}

/** Lines without their breaks and without white space around them; blank lines are empty spans. */
function* lines(text: string): Generator<Span> {
  let from = 0;
  while (from <= text.length) {
    let to = from;
    while (to < text.length) {
      const code = text.charCodeAt(to);
      // LF, CR, line and paragraph separators, form feed and vertical tab
      if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 11 || code === 12)
        break;
      to++;
    }
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    yield { start, end };
    from = to + 1;
    if (text.charCodeAt(to) === 13 && text.charCodeAt(from) === 10) from++;
  }
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x200b ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f
  );
}

/**
 * Joins the lines of a block that were broken at a fixed width (mail, wire copy): each line is as full as the
 * width allows, and at least one breaks in the middle of a sentence.
 */
function joinWrapped(text: string, block: readonly Span[]): readonly Span[] {
  const first = block[0];
  const last = block.at(-1);
  if (block.length < 2 || !first || !last) return block;
  let width = 0;
  for (const line of block) width = Math.max(width, line.end - line.start);
  if (width > 110 || width < 45) return block;
  let broken = 0;
  for (let i = 0; i + 1 < block.length; i++) {
    const line = block[i];
    const next = block[i + 1];
    if (!line || !next) continue;
    let wordEnd = next.start;
    while (wordEnd < next.end && !isSpace(text.charCodeAt(wordEnd))) wordEnd++;
    const length = line.end - line.start;
    // Two columns of slack: tools differ in counting the space and trailing marks.
    if (length + 1 + (wordEnd - next.start) < width - 2 || length < 0.6 * width) return block;
    const lastChar = text.charAt(line.end - 1);
    const nextChar = text.charAt(next.start);
    if (/[\p{L}\d,;—–-]/u.test(lastChar) && /\p{Ll}/u.test(nextChar)) broken++;
  }
  return broken > 0 ? [{ start: first.start, end: last.end }] : block;
}

function cutLong(text: string, span: Span, out: Span[]): void {
  let start = span.start;
  while (span.end - start > MAX_PARAGRAPH) {
    let cut = start + MAX_PARAGRAPH;
    const floor = start + MAX_PARAGRAPH / 2;
    let space = -1;
    for (let i = cut; i > floor; i--) {
      if (!isSpace(text.charCodeAt(i))) continue;
      if (space < 0) space = i;
      if (/[.?!”"]/u.test(text.charAt(i - 1))) {
        space = i;
        break;
      }
    }
    if (space >= 0) cut = space;
    // never between the halves of a surrogate pair
    else if (isLowSurrogate(text.charCodeAt(cut))) cut--;
    out.push({ start, end: cut });
    start = cut;
    while (start < span.end && isSpace(text.charCodeAt(start))) start++;
  }
  if (span.end > start) out.push({ start, end: span.end });
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** "By Tessa Lindqvist", "BY TESSA LINDQVIST, Staff Writer", "Tessa Lindqvist reports from Tarn" is not one. */
const BYLINE = /^(?:by|from|story by|words by|written by)\s+(?:the\s+)?[A-Za-zÀ-ɏḀ-ỿ][^.!?“"]{2,100}$/i;
/** "(Reporting by …; Editing by …)", "Additional reporting by …", "Some information for this story was provided by …" */
const CREDIT =
  /^\W{0,3}(?:(?:additional |further )?reporting by|with (?:reporting|files|additional reporting) (?:by|from)|edited by|editing by|writing by|source:|sources:|(?:some|part of the) (?:information|material|reporting) (?:for|in) this (?:story|article|report)|(?:photo|picture|image|photograph)s?(?: credit)?s?(?: by)?:|this (?:story|article|report) (?:was|has been) (?:written|produced|provided|compiled|first published|originally published|updated)|©|copyright\b|all rights reserved)/i;
const CONTRIBUTED =
  /\b(?:contributed to this (?:story|report|article)|contributed (?:reporting|to reporting)|compiled (?:this|from)|all rights reserved)\b[^“"]*$/i;
const CAPTION =
  /^(?:photo|picture|image|caption|file photo|pictured)\b[:\s]|\((?:photo|image|picture|AP Photo|file)[^)]{0,80}\)\s*$/i;
const FURNITURE =
  /^(?:read more|see also|related|more on this|advertisement|sign up|subscribe|follow us|share this|click here|watch:|listen:|updated?:?\s+\d|published:?\s+\d|last updated|comments?\b|tags?:)/i;
const MARKDOWN_HEADING = /^#{1,6}\s/u;

function assignZones(text: string, spans: readonly Span[], within: boolean): ParagraphSpan[] {
  const zones: ParagraphSpan[] = [];
  let bodySeen = within;
  let frontMatter = false;
  for (const [index, span] of spans.entries()) {
    const length = span.end - span.start;
    const line = text.slice(span.start, Math.min(span.end, span.start + 400));
    let zone: Zone = 'body';
    if (index === 0 && !within && line === '---') frontMatter = true;
    if (frontMatter) {
      zone = 'furniture';
      if (index > 0 && line.endsWith('---')) frontMatter = false;
      if (index > 40) frontMatter = false;
    } else if (MARKDOWN_HEADING.test(line)) zone = 'headline';
    else if (length <= 120 && BYLINE.test(line)) zone = 'byline';
    else if (length <= 300 && (CREDIT.test(line) || CONTRIBUTED.test(line))) zone = 'credit';
    else if (length <= 300 && CAPTION.test(line)) zone = 'caption';
    else if (length <= 160 && FURNITURE.test(line)) zone = 'furniture';
    else if (!bodySeen && spans.length > 1 && looksLikeHeadline(line, length)) zone = 'headline';
    if (zone === 'body') bodySeen = true;
    zones.push({ start: span.start, end: span.end, zone });
  }
  return zones;
}

/** Before the body, a line without a final full stop: "Harbour chief denies taking cash", "‘We will not leave’: Quill". */
function looksLikeHeadline(line: string, length: number): boolean {
  if (length > 160 || !/[\p{L}\d?!’”"')\]]$/u.test(line)) return false;
  if (length > 40 && /[.!?][”’"']$/u.test(line)) return false; // a quotation is body
  if (/^(?:Q|A|[A-Z][A-Z. ]{2,30}):\s/u.test(line)) return false; // a transcript's turn
  return !/[.!?]["”’']?$/u.test(line) || /^[‘'“"][^”’"']{0,120}[’'”"][^.]{0,80}$/u.test(line);
}
