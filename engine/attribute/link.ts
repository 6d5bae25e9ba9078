/**
 * From analysed paragraphs to the document's attributions: spans in document offsets, quotations that go on over
 * paragraphs, and the kind of each quotation. The only place where paragraphs meet before speakers are resolved.
 */
import type { Form } from '../annotation.ts';
import type { LocalAttribution, Paragraph, PlacedParagraph } from '../segment/paragraph.ts';
import { contains, overlaps, shift, type Span } from '../text/spans.ts';
import type { LinkedAttribution, LinkedDocument, LinkedQuote } from './linked.ts';
import { quoteKind } from './quoteKind.ts';

interface Draft {
  readonly paragraph: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  content: readonly Span[];
  readonly cueHead: number;
  readonly class: LinkedAttribution['class'];
  readonly confidence: number;
}

/** Links the paragraphs of a document. */
export function link(text: string, paragraphs: readonly PlacedParagraph[]): LinkedDocument {
  /** Drafts by the paragraph of their cue. */
  const local: Draft[][] = [];
  for (const { index, offset, paragraph } of paragraphs) {
    const here: Draft[] = [];
    for (const one of paragraph.attributions)
      here.push({
        paragraph: index,
        source: one.source.map((span) => shift(span, offset)),
        cue: one.cue.map((span) => shift(span, offset)),
        content: one.content.map((span) => shift(span, offset)),
        cueHead: one.cueHead,
        class: one.class,
        confidence: one.confidence,
      });
    local.push(here);
  }
  const drafts = continueOverParagraphs(paragraphs, local);
  drafts.sort((a, b) => firstOffset(a) - firstOffset(b));

  const quotes: LinkedQuote[] = [];
  // contents in text order, so that quotes find theirs in one pass
  const pieces = drafts
    .flatMap((draft, index) => draft.content.map((span) => ({ span, index })))
    .sort((a, b) => a.span.start - b.span.start);
  const sources = drafts.flatMap((draft) => draft.source).sort((a, b) => a.start - b.start);
  let piece = 0;
  let from = 0;
  for (const { index, offset, paragraph } of paragraphs) {
    const end = offset + paragraph.text.length;
    while (piece < pieces.length && (pieces[piece]?.span.end ?? 0) <= offset) piece++;
    while (from < sources.length && (sources[from]?.end ?? 0) <= offset) from++;
    for (const [order, quote] of paragraph.quotes.entries()) {
      const span = shift(quote, offset);
      let attribution = -1;
      let most = 0;
      for (let k = piece; k < pieces.length; k++) {
        const candidate = pieces[k];
        if (!candidate || candidate.span.start >= end) break;
        const shared = Math.min(span.end, candidate.span.end) - Math.max(span.start, candidate.span.start);
        if (shared > most) {
          most = shared;
          attribution = candidate.index;
        }
      }
      // at least half of the quote must be content: a title inside a source is nobody's words
      if (most * 2 < span.end - span.start) attribution = -1;
      let inSource = false;
      for (let k = from; k < sources.length; k++) {
        const source = sources[k];
        if (!source || source.start >= end) break;
        if (contains(source, span)) inSource = true;
      }
      const kind = quoteKind(paragraph, quote, order, attribution >= 0, inSource);
      if (kind === 'title' || kind === 'nickname') attribution = -1;
      quotes.push({ ...span, paragraph: index, level: quote.level, closed: quote.closed, kind, attribution });
    }
  }
  const byAttribution = new Map<number, LinkedQuote[]>();
  for (const quote of quotes)
    if (quote.attribution >= 0 && quote.level === 1) {
      const list = byAttribution.get(quote.attribution);
      if (list) list.push(quote);
      else byAttribution.set(quote.attribution, [quote]);
    }
  const attributions = drafts.map((draft, index): LinkedAttribution => ({
    paragraph: draft.paragraph,
    source: draft.source,
    cue: draft.cue,
    content: draft.content,
    cueHead: draft.cueHead,
    class: draft.class,
    form: formOf(draft.content, byAttribution.get(index) ?? []),
    confidence: draft.confidence,
  }));
  return { text, paragraphs, quotes, attributions };
}

function firstOffset(draft: Draft): number {
  let first = Infinity;
  for (const list of [draft.source, draft.cue, draft.content])
    for (const span of list) if (span.start < first) first = span.start;
  return first;
}

/** Direct: every piece of content is quoted; indirect: none is; mixed: some are, or parts of some. */
function formOf(content: readonly Span[], quotes: readonly Span[]): Form {
  if (quotes.length === 0) return 'indirect';
  const within = (piece: Span): boolean => {
    let covered = 0;
    for (const quote of quotes)
      if (overlaps(quote, piece))
        covered += Math.min(quote.end, piece.end) - Math.max(quote.start, piece.start);
    // spaces between neighbouring quotes and a final mark outside them do not make a piece mixed
    return covered >= (piece.end - piece.start) * 0.94 || piece.end - piece.start - covered <= 2;
  };
  return content.every(within) ? 'direct' : 'mixed';
}

/**
 * Gives paragraphs that are wholly quotation to whoever speaks in them: to the cue that announced them ("Kolb wrote:"),
 * to the speaker whose quotation was left open in the paragraph before, else, if they have no cue of their own, to the
 * speaker of the paragraph before (right four times in five) or after. What is reported inside such a quotation is
 * the speaker's: attributions are not nested.
 */
function continueOverParagraphs(paragraphs: readonly PlacedParagraph[], local: Draft[][]): Draft[] {
  const lastOf: (Draft | null)[] = [];
  for (const { index, offset, paragraph } of paragraphs) {
    const here = local[index] ?? [];
    const free = paragraph.isTurn ? null : freeQuotation(paragraph);
    const previous = paragraphs[index - 1];
    const before = lastOf[index - 1] ?? null;
    let owner: Draft | null = null;
    if (free && previous) {
      const announced = previous.paragraph.opening;
      if (announced) owner = announce(announced, previous, local[index - 1] ?? []);
      else if (before && leftOpen(previous.paragraph) && paragraph.quotes[0]?.openToken === 0) owner = before;
      else if (here.length === 0) {
        const next = local[index + 1]?.[0];
        const looksBack = next?.content.some((piece) => piece.start < (next.cue[0]?.start ?? 0)) === true;
        owner = before ?? (looksBack ? next : null);
      }
    } else if (!free && previous?.paragraph.opening && here.length === 0) {
      // "Kolb told the council:" before a paragraph that opens with a quotation
      const first = paragraph.quotes[0];
      if (first?.openToken === 0 && first.end - first.start > 20) {
        owner = announce(previous.paragraph.opening, previous, local[index - 1] ?? []);
        owner.content = [...owner.content, shift(first, offset)];
        lastOf.push(owner);
        continue;
      }
    }
    if (owner && free) {
      owner.content = [...owner.content, shift(free, offset)].sort((a, b) => a.start - b.start);
      if (owner.paragraph !== index) here.length = 0;
      lastOf.push(owner);
    } else lastOf.push(lastQuoted(here, offset, paragraph));
  }
  return local.flat();
}

/** The attribution that a paragraph's closing cue opens; one that has the same cue already is taken. */
function announce(
  opening: Omit<LocalAttribution, 'content'>,
  { index, offset }: PlacedParagraph,
  here: Draft[],
): Draft {
  const cue = opening.cue.map((span) => shift(span, offset));
  const known = here.find((draft) => draft.cue.some((a) => cue.some((b) => overlaps(a, b))));
  if (known) return known;
  const draft: Draft = {
    paragraph: index,
    source: opening.source.map((span) => shift(span, offset)),
    cue,
    content: [],
    cueHead: opening.cueHead,
    class: opening.class,
    confidence: opening.confidence,
  };
  here.push(draft);
  return draft;
}

/** The last quotation of the paragraph has no closing mark: by convention it goes on in the next paragraph. */
function leftOpen(paragraph: Paragraph): boolean {
  return paragraph.quotes.some((quote) => !quote.closed && quote.closeToken === paragraph.tokens.count - 1);
}

/** The last attribution of a paragraph whose content is quoted, at its end rather than in its middle. */
function lastQuoted(drafts: readonly Draft[], offset: number, paragraph: Paragraph): Draft | null {
  let best: Draft | null = null;
  let at = -1;
  for (const draft of drafts)
    for (const piece of draft.content)
      for (const quote of paragraph.quotes)
        if (overlaps(shift(quote, offset), piece) && piece.end > at) {
          at = piece.end;
          best = draft;
        }
  return best;
}

/** The span of a paragraph that is quotation from its first token to its last (a final mark may be missing). */
function freeQuotation(paragraph: Paragraph): Span | null {
  const { tokens } = paragraph;
  if (paragraph.zone !== 'body' || tokens.count < 4 || tokens.quote[0] === 0) return null;
  let outside = 0;
  for (let i = 0; i < tokens.count; i++) if (tokens.quote[i] === 0) outside++;
  if (outside > 1) return null;
  const start = tokens.start[0] ?? 0;
  const end = tokens.end[tokens.count - 1] ?? 0;
  return { start, end };
}
