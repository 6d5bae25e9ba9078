/**
 * The story as rules read it: the tokens of all paragraphs in one row with document offsets, sentences and blocks over
 * them, and the annotation by id. Built once per lint from an `Analysis`; never looks at raw text to decide anything.
 */
import type { Annotation, Attribution, Quote, Speaker } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import type { PlacedParagraph, Zone } from '../segment/paragraph.ts';
import { COARSE } from '../segment/tags.ts';
import type { Span } from '../text/spans.ts';
import { mergeConfig, type Dialect, type Genre, type LintConfig, type Scope } from './config.ts';
import type { House } from './house.ts';
import { frontMatter, frontMatterValues } from './frontMatter.ts';

export interface Words {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly form: readonly string[];
  readonly lower: readonly string[];
  readonly lemma: readonly string[];
  readonly tag: Uint8Array;
  readonly coarse: Uint8Array;
  /** Index of the sentence in the story. */
  readonly sentence: Int32Array;
  /** Index of the block. */
  readonly block: Int32Array;
  /** Index of the innermost quotation in `Story.marks` + 1 (its marks included), or 0 in the writer's own words. */
  readonly quote: Int32Array;
}

/** A pair of quotation marks as segmentation found it, whatever is quoted. */
export interface Marked extends Span {
  readonly level: number;
  readonly closed: boolean;
  /** Goes on from the paragraph before without an opening mark. */
  readonly continued: boolean;
  /** Tokens of the marks; the last token inside when there is no closing mark. */
  readonly open: number;
  readonly close: number;
  readonly block: number;
}

export interface Sentence {
  /** Token range. */
  readonly first: number;
  readonly end: number;
  readonly block: number;
}

/** One paragraph of the story. */
export interface Block extends Span {
  readonly zone: Zone;
  readonly scope: Scope | null;
  readonly firstToken: number;
  readonly endToken: number;
  readonly firstSentence: number;
  readonly endSentence: number;
  /** Ordinal among the body paragraphs, or -1. */
  readonly body: number;
  /** Block quotes, embeds, lists of headlines, code: not the writer's prose. */
  readonly borrowed: boolean;
  readonly placed: PlacedParagraph;
}

export interface Story {
  readonly text: string;
  readonly annotation: Annotation;
  readonly words: Words;
  readonly sentences: readonly Sentence[];
  readonly blocks: readonly Block[];
  /** Every word of the story in lower case, for a quick no. */
  readonly vocabulary: ReadonlySet<string>;
  /** Where each capitalised word stands, by its lower-case form: a name is looked up and not searched for. */
  readonly capitals: ReadonlyMap<string, readonly number[]>;
  /** In text order of their opening. */
  readonly marks: readonly Marked[];
  readonly genre: Genre;
  readonly dialect: Dialect;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly credit: string | null;
  /** Front matter as given, keys in lower case. */
  readonly front: ReadonlyMap<string, string>;
  /** The words of the house packs. */
  readonly house: House;
  readonly quote: ReadonlyMap<string, Quote>;
  readonly attribution: ReadonlyMap<string, Attribution>;
  readonly speaker: ReadonlyMap<string, Speaker>;
}

/**
 * Markdown block quotes, table rows, code and markup: "> We are closing, the notice read." belongs to the notice.
 */
function isBorrowed(text: string): boolean {
  return /^\s*(?:>|\||```|~~~|<\/?[a-z])/i.test(text);
}

/** A word, not a mark whose typography was made plain. */
function isLetter(form: string): boolean {
  return form.charAt(0).toLowerCase() !== form.charAt(0);
}

/** The story of an analysis; what its front matter says goes before `base`. */
export function buildStory(analysis: Analysis, base: LintConfig): Story {
  const front = frontMatterValues(analysis.text);
  const config = mergeConfig(base, frontMatter(front));
  let count = 0;
  for (const { paragraph } of analysis.paragraphs) count += paragraph.tokens.count;
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const tag = new Uint8Array(count);
  const coarse = new Uint8Array(count);
  const sentenceOf = new Int32Array(count);
  const blockOf = new Int32Array(count);
  const quote = new Int32Array(count);
  const form = new Array<string>(count);
  const lower = new Array<string>(count);
  const lemma = new Array<string>(count);
  const vocabulary = new Set<string>();
  const capitals = new Map<string, number[]>();
  const sentences: Sentence[] = [];
  const blocks: Block[] = [];
  const marks: Marked[] = [];
  let token = 0;
  let body = 0;
  for (const placed of analysis.paragraphs) {
    const { paragraph, offset } = placed;
    const { tokens } = paragraph;
    const first = token;
    const firstSentence = sentences.length;
    const firstMark = marks.length;
    let sentenceFirst = token;
    for (let i = 0; i < tokens.count; i++, token++) {
      if (i > 0 && tokens.sentence[i] !== tokens.sentence[i - 1]) {
        sentences.push({ first: sentenceFirst, end: token, block: blocks.length });
        sentenceFirst = token;
      }
      start[token] = (tokens.start[i] ?? 0) + offset;
      end[token] = (tokens.end[i] ?? 0) + offset;
      tag[token] = tokens.tag[i] ?? 0;
      coarse[token] = tokens.coarse[i] ?? 0;
      const marked = tokens.quote[i] ?? 0;
      quote[token] = marked > 0 ? firstMark + marked : 0;
      sentenceOf[token] = sentences.length;
      blockOf[token] = blocks.length;
      const word = tokens.lower[i] ?? '';
      const written = tokens.form[i] ?? '';
      form[token] = written;
      // Upper-case letters are those that change; marks that are made plain do not begin with a letter.
      if (written !== word && !word.startsWith(written.charAt(0)) && isLetter(written)) {
        const known = capitals.get(word);
        if (known === undefined) capitals.set(word, [token]);
        else known.push(token);
      }
      lower[token] = word;
      lemma[token] = tokens.lemma[i] ?? '';
      vocabulary.add(word);
    }
    if (token > sentenceFirst) sentences.push({ first: sentenceFirst, end: token, block: blocks.length });
    for (const span of paragraph.quotes) {
      marks.push({
        start: span.start + offset,
        end: span.end + offset,
        level: span.level,
        closed: span.closed,
        continued: span.continued,
        open: first + span.openToken,
        close: first + span.closeToken,
        block: blocks.length,
      });
    }
    const borrowed = isBorrowed(paragraph.text);
    const isBody = paragraph.zone === 'body' && tokens.count > 0 && !borrowed;
    blocks.push({
      start: offset,
      end: offset + paragraph.text.length,
      zone: paragraph.zone,
      scope:
        paragraph.zone === 'headline'
          ? 'headline'
          : paragraph.zone === 'caption'
            ? 'caption'
            : isBody
              ? body === 0
                ? 'lede'
                : 'body'
              : null,
      firstToken: first,
      endToken: token,
      firstSentence,
      endSentence: sentences.length,
      body: isBody ? body : -1,
      borrowed,
      placed,
    });
    if (isBody) body++;
  }
  const { annotation } = analysis;
  return {
    text: analysis.text,
    annotation,
    words: {
      count,
      start,
      end,
      form,
      lower,
      lemma,
      tag,
      coarse,
      sentence: sentenceOf,
      block: blockOf,
      quote,
    },
    sentences,
    blocks,
    vocabulary,
    capitals,
    marks,
    genre: config.genre,
    dialect: config.dialect,
    outlet: config.outlet,
    date: config.date,
    credit: config.credit,
    front,
    house: config.house,
    quote: new Map(annotation.quotes.map((quote) => [quote.id, quote])),
    attribution: new Map(annotation.attributions.map((attribution) => [attribution.id, attribution])),
    speaker: new Map(annotation.speakers.map((speaker) => [speaker.id, speaker])),
  };
}

/** Index of the first token that ends after `offset`; `count` when there is none. */
export function tokenAt(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words.end[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens that a span touches, as a half-open token range. */
export function tokensIn(words: Words, span: Span): { readonly first: number; readonly end: number } {
  const first = tokenAt(words, span.start);
  let end = first;
  while (end < words.count && (words.start[end] ?? 0) < span.end) end++;
  return { first, end };
}

/** The span of a token range. */
export function spanOf(words: Words, first: number, end: number): Span {
  return { start: words.start[first] ?? 0, end: words.end[end - 1] ?? 0 };
}

export function sentenceOf(story: Story, offset: number): Sentence | null {
  const token = Math.min(tokenAt(story.words, offset), story.words.count - 1);
  return story.sentences[story.words.sentence[token] ?? -1] ?? null;
}

export function sentenceIndex(story: Story, offset: number): number {
  const token = Math.min(tokenAt(story.words, offset), story.words.count - 1);
  return story.words.sentence[token] ?? -1;
}

export function blockOf(story: Story, offset: number): Block | null {
  let low = 0;
  let high = story.blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((story.blocks[middle]?.end ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  const block = story.blocks[low];
  return block !== undefined && block.start <= offset ? block : null;
}

export function textOf(story: Story, span: Span): string {
  return story.text.slice(span.start, span.end);
}

/** A first line that reads like a title although it ends in a full stop. */
const TITLE_WORDS = 18;

/** Nearly every longer word wears a capital: "Reyes: Council Must Answer for the Ferry". */
function inTitleCase(story: Story, block: Block): boolean {
  if (block.endSentence - block.firstSentence > 2 || block.endToken - block.firstToken > 40) return false;
  let long = 0;
  let capital = 0;
  for (let i = block.firstToken; i < block.endToken; i++) {
    const form = story.words.form[i] ?? '';
    if (form.length < 4 || !/^[A-Za-zÀ-ɏ]/.test(form)) continue;
    long++;
    if (/^[A-ZÀ-Þ]/.test(form)) capital++;
  }
  return long >= 4 && capital >= 0.8 * long;
}

/**
 * The first paragraph of a longer story, short and alone: a headline that lost its place ("Sanders: bank must answer.").
 * Rules that ask for introductions in running text pass over it.
 */
export function looksLikeTitle(story: Story, block: Block): boolean {
  if (block.scope === 'headline') return true;
  if (block.body === 0 && inTitleCase(story, block)) return true;
  if (block.body !== 0 || block.endToken - block.firstToken > TITLE_WORDS) return false;
  // Where there is a headline, the first paragraph is a short lede.
  if (story.blocks.some((other) => other.scope === 'headline')) return false;
  return (
    block.endSentence - block.firstSentence === 1 &&
    story.blocks.filter((other) => other.body >= 0).length >= 4
  );
}

/** Prose that belongs to the story: headline, body, captions; not credits, furniture or borrowed text. */
export function isProse(block: Block | null | undefined): block is Block {
  return (block?.scope ?? null) !== null && block?.borrowed === false;
}

const AUXILIARY: ReadonlySet<string> = new Set(['have', 'be', 'do', 'get', "'ve", "'s", "'d", "'re"]);

/**
 * The token that carries the meaning of a cue: "has repeatedly said in a statement" → said. The first verb that is no
 * auxiliary, or the first word ("according", "claim") when there is none.
 */
export function cueHead(story: Story, attribution: Attribution): number {
  const { words } = story;
  for (const span of attribution.cue) {
    const { first, end } = tokensIn(words, span);
    for (let i = first; i < end; i++) {
      if (words.coarse[i] === COARSE.verb && !AUXILIARY.has(words.lemma[i] ?? '')) return i;
    }
  }
  for (const span of attribution.cue) {
    const { first, end } = tokensIn(words, span);
    for (let i = first; i < end; i++) if (/^\p{L}/u.test(words.lower[i] ?? '')) return i;
  }
  return -1;
}

/** True if the span lies strictly inside a quotation, so that its words are somebody else's. */
export function insideQuote(story: Story, span: Span): boolean {
  const index = story.words.quote[tokenAt(story.words, span.start)] ?? 0;
  const mark = story.marks[index - 1];
  if (mark === undefined || span.start < mark.start) return false;
  if (mark.level > 1) return true;
  return mark.start < span.start || span.end < mark.end;
}

/** True if one of the words stands anywhere in the story: most rules have nothing to do in most stories. */
export function hasAny(story: Story, wanted: Iterable<string>): boolean {
  for (const word of wanted) if (story.vocabulary.has(word)) return true;
  return false;
}
