/**
 * Questions that every front end asks of an annotation: what stands at this place, who is behind it, what else did
 * they say. Pure functions over plain data; knows neither editors nor terminals.
 */
import type {
  Agency,
  AgencyMention,
  Allegation,
  AllegationResponse,
  Annotation,
  Attribution,
  Mention,
  Quote,
  Speaker,
} from './annotation.ts';
import type { PlacedParagraph } from './segment/paragraph.ts';
import type { Span } from './text/spans.ts';

/** The annotation with its references resolved to maps. Built once for each annotation. */
export interface Lookup {
  readonly annotation: Annotation;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly attributions: ReadonlyMap<string, Attribution>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly agencies: ReadonlyMap<string, Agency>;
  /** Attributions by speaker id, in text order. */
  readonly statements: ReadonlyMap<string, readonly Attribution[]>;
  /** Quotations by attribution id. */
  readonly quotesOf: ReadonlyMap<string, readonly Quote[]>;
  /** Allegations by the id of the attribution they rest on. */
  readonly allegationsOf: ReadonlyMap<string, readonly Allegation[]>;
  /** The allegation that an attribution answers, by attribution id. */
  readonly answers: ReadonlyMap<string, readonly Allegation[]>;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function group<T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const id = key(item);
    if (id === null) continue;
    const list = groups.get(id);
    if (list) list.push(item);
    else groups.set(id, [item]);
  }
  return groups;
}

/** Maps for an annotation. */
export function createLookup(annotation: Annotation): Lookup {
  const answers = new Map<string, Allegation[]>();
  for (const allegation of annotation.allegations) {
    for (const response of allegation.responses) {
      if (response.attribution === null) continue;
      const list = answers.get(response.attribution);
      if (list) list.push(allegation);
      else answers.set(response.attribution, [allegation]);
    }
  }
  return {
    annotation,
    quotes: byId(annotation.quotes),
    attributions: byId(annotation.attributions),
    speakers: byId(annotation.speakers),
    agencies: byId(annotation.agencies),
    statements: group(annotation.attributions, (attribution) => attribution.speaker),
    quotesOf: group(annotation.quotes, (quote) => quote.attribution),
    allegationsOf: group(annotation.allegations, (allegation) => allegation.attribution),
    answers,
  };
}

/** Something that stands at a place. */
export type Hit =
  | { readonly kind: 'source' | 'cue' | 'content'; readonly span: Span; readonly attribution: Attribution }
  | { readonly kind: 'quote'; readonly span: Span; readonly quote: Quote }
  | { readonly kind: 'mention'; readonly span: Span; readonly speaker: Speaker; readonly mention: Mention }
  | { readonly kind: 'agency'; readonly span: Span; readonly agency: Agency; readonly mention: AgencyMention }
  | { readonly kind: 'allegation'; readonly span: Span; readonly allegation: Allegation }
  | {
      readonly kind: 'response';
      readonly span: Span;
      readonly allegation: Allegation;
      readonly response: AllegationResponse;
    };

/** True if the place lies in the span; the place right after the last character counts, as a cursor does. */
function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The more specific of two equally long hits comes first. */
const ORDER: readonly Hit['kind'][] = [
  'agency',
  'mention',
  'source',
  'cue',
  'response',
  'allegation',
  'quote',
  'content',
];

/** Everything that stands at `offset`, the innermost first. */
export function hitsAt(annotation: Annotation, offset: number): readonly Hit[] {
  const hits: Hit[] = [];
  for (const attribution of annotation.attributions) {
    for (const span of attribution.source) {
      if (touches(span, offset)) hits.push({ kind: 'source', span, attribution });
    }
    for (const span of attribution.cue) {
      if (touches(span, offset)) hits.push({ kind: 'cue', span, attribution });
    }
    for (const span of attribution.content) {
      if (touches(span, offset)) hits.push({ kind: 'content', span, attribution });
    }
  }
  for (const quote of annotation.quotes) {
    if (touches(quote, offset)) hits.push({ kind: 'quote', span: quote, quote });
  }
  for (const speaker of annotation.speakers) {
    for (const mention of speaker.mentions) {
      if (touches(mention, offset)) hits.push({ kind: 'mention', span: mention, speaker, mention });
    }
  }
  for (const agency of annotation.agencies) {
    for (const mention of agency.mentions) {
      if (touches(mention, offset)) hits.push({ kind: 'agency', span: mention, agency, mention });
    }
  }
  for (const allegation of annotation.allegations) {
    if (touches(allegation, offset)) hits.push({ kind: 'allegation', span: allegation, allegation });
    for (const response of allegation.responses) {
      if (touches(response, offset)) hits.push({ kind: 'response', span: response, allegation, response });
    }
  }
  // A span that goes on behind the cursor is meant rather than one that ends at it.
  const endsHere = (hit: Hit): number => (hit.span.end === offset ? 1 : 0);
  return hits.sort(
    (a, b) =>
      endsHere(a) - endsHere(b) ||
      a.span.end - a.span.start - (b.span.end - b.span.start) ||
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
}

/** The speaker meant at a place and the span that says so, or null. */
export function speakerAt(
  lookup: Lookup,
  offset: number,
): { readonly speaker: Speaker; readonly span: Span } | null {
  for (const hit of hitsAt(lookup.annotation, offset)) {
    const id =
      hit.kind === 'mention'
        ? hit.speaker.id
        : hit.kind === 'quote'
          ? hit.quote.speaker
          : hit.kind === 'source' || hit.kind === 'cue' || hit.kind === 'content'
            ? hit.attribution.speaker
            : null;
    const speaker = id === null ? undefined : lookup.speakers.get(id);
    if (speaker) return { speaker, span: hit.span };
  }
  return null;
}

/** True for what people see by default; attitudes (hopes, beliefs, support) are shown on request. */
export function isShown(attribution: Attribution, showAttitudes: boolean): boolean {
  return showAttitudes || attribution.class !== 'attitude';
}

/** Index into `paragraphs` of the one that holds the offset (or the last before it); -1 before the first. */
export function paragraphIndexAt(paragraphs: readonly PlacedParagraph[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const paragraph = paragraphs[middle];
    if (paragraph !== undefined && paragraph.offset <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Number of the paragraph as a reader counts: from 1, headline included. */
export function paragraphNumber(paragraphs: readonly PlacedParagraph[], offset: number): number {
  return Math.max(0, paragraphIndexAt(paragraphs, offset)) + 1;
}

/** The span of the sentence around an offset, without the white space after it, or null outside paragraphs. */
export function sentenceAt(paragraphs: readonly PlacedParagraph[], offset: number): Span | null {
  const placed = paragraphs[paragraphIndexAt(paragraphs, offset)];
  if (placed === undefined) return null;
  const { tokens, sentenceStart, text } = placed.paragraph;
  const local = offset - placed.offset;
  if (local > text.length || tokens.count === 0) return null;
  let index = 0;
  for (let i = 0; i < sentenceStart.length; i++) {
    const first = sentenceStart[i] ?? 0;
    if ((tokens.start[first] ?? 0) <= local) index = i;
  }
  const first = sentenceStart[index] ?? 0;
  const next = sentenceStart[index + 1] ?? tokens.count;
  return {
    start: placed.offset + (tokens.start[first] ?? 0),
    end: placed.offset + (tokens.end[next - 1] ?? text.length),
  };
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Words in a stretch of text: runs without white space that hold a letter or digit. */
export function countWords(text: string, span: Span = { start: 0, end: text.length }): number {
  let count = 0;
  for (const run of text.slice(span.start, span.end).split(/\s+/)) if (LETTER_OR_DIGIT.test(run)) count++;
  return count;
}

/** A stretch of text on one line, cut at a word to at most `limit` characters. */
export function excerpt(text: string, span: Span, limit: number): string {
  const line = text
    .slice(span.start, Math.min(span.end, span.start + 4 * limit))
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit) return line;
  const cut = line.lastIndexOf(' ', limit - 1);
  return `${line.slice(0, cut > limit / 2 ? cut : limit - 1)}…`;
}

/**
 * A function that finds the first of many spans that overlaps a given one, by halving: for walks over whole documents,
 * where a search for each span would cost the square of their number.
 */
export function spanFinder<T extends Span>(spans: readonly T[]): (wanted: Span) => T | undefined {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  // The furthest end so far tells where spans that begin earlier may still reach.
  const reach: number[] = [];
  let furthest = -1;
  for (const span of sorted) {
    furthest = Math.max(furthest, span.end);
    reach.push(furthest);
  }
  return (wanted) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((reach[middle] ?? 0) > wanted.start) high = middle;
      else low = middle + 1;
    }
    for (let i = low; i < sorted.length; i++) {
      const span = sorted[i];
      if (span === undefined || span.start >= wanted.end) return undefined;
      if (span.end > wanted.start) return span;
    }
    return undefined;
  };
}

/** For walks over all sources: the mention of a speaker that overlaps a span, each speaker's mentions sorted once. */
export function mentionFinder(): (speaker: Speaker) => (wanted: Span) => Mention | undefined {
  const finders = new Map<string, (wanted: Span) => Mention | undefined>();
  return (speaker) => {
    let finder = finders.get(speaker.id);
    if (finder === undefined) {
      finder = spanFinder(speaker.mentions);
      finders.set(speaker.id, finder);
    }
    return finder;
  };
}
