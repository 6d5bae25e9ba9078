/**
 * From analysed paragraphs to the document's attributions: spans in document offsets, quotations that go on over
 * paragraphs, and the kind of each quotation. The only place where paragraphs meet before speakers are resolved.
 */
import type { Form, QuoteKind } from '../annotation.ts';
import type {
  LocalAttribution,
  Paragraph,
  PlacedParagraph,
  QuoteSpan,
  Tokens,
} from '../segment/paragraph.ts';
import { COARSE } from '../segment/tags.ts';
import { contains, overlaps, shift, type Span } from '../text/spans.ts';
import type { LinkedAttribution, LinkedDocument, LinkedQuote } from './linked.ts';
import { readPassive } from './passive.ts';

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
    for (const found of paragraph.attributions) {
      const one = readPassive(found, paragraph);
      if (namesOnly(paragraph, one)) continue;
      here.push({
        paragraph: index,
        source: one.source.map((span) => shift(span, offset)),
        cue: one.cue.map((span) => shift(span, offset)),
        content: one.content.map((span) => shift(span, offset)),
        cueHead: one.cueHead,
        class: one.class,
        confidence: one.confidence,
      });
    }
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
      const kind = kindOf(paragraph, quote, order, attribution >= 0, inSource);
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

/** "Katz, known to friends as “Bear”": a byname is nobody's statement. */
function namesOnly({ tokens, quotes }: Paragraph, one: LocalAttribution): boolean {
  if (one.cueHead < 0 || !/^(?:know|nickname|codename)$/u.test(tokens.lemma[one.cueHead] ?? '')) return false;
  return quotes.some(
    (quote) =>
      isByname(tokens, quote.openToken) &&
      one.content.some((piece) => piece.end > quote.start && piece.start < quote.end),
  );
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

/** Nouns before a work's name: the film “The Long Tide”. */
const WORKS: ReadonlySet<string> = new Set(
  'film movie book novel memoir song album single play musical opera show series programme program podcast poem painting documentary drama comedy magazine newspaper essay article report paper column exhibition game blog project campaign episode track hit bestseller biography tour sitcom sculpture'.split(
    ' ',
  ),
);
/** Things that carry words: a sign reading “KEEP OUT”. */
const OBJECTS: ReadonlySet<string> = new Set(
  'sign banner placard poster sticker badge t-shirt tshirt shirt hat cap flag button graffiti label plaque billboard board wall mug slogan lettering inscription marked reading labelled labeled emblazoned painted scrawled daubed stencilled spelling'.split(
    ' ',
  ),
);

/** "nicknamed “The Wall”", "known to friends as “Bear”", "his nickname, “Ox”,": what comes is a byname. */
function isByname(tokens: Tokens, open: number): boolean {
  for (let i = open - 1; i >= Math.max(0, open - 7); i--) {
    const word = tokens.lower[i] ?? '';
    if (/^(?:nicknamed?|nicknames|alias|aka|codenamed?|code-named)$/u.test(word)) return open - i <= 3;
    if (word === 'known') return tokens.lower[open - 1] === 'as';
    if (/^[.;:]$/u.test(word)) return false;
  }
  return false;
}

/** What kind of quotation it is; see docs/annotation.md. */
function kindOf(
  paragraph: Paragraph,
  quote: QuoteSpan,
  order: number,
  attributed: boolean,
  inSource: boolean,
): QuoteKind {
  const { tokens } = paragraph;
  const open = quote.openToken;
  const close = quote.closed ? quote.closeToken : quote.closeToken + 1;
  const words: number[] = [];
  let finite = false;
  let capitals = 0;
  let lowered = 0;
  for (let i = open + 1; i < close; i++) {
    const form = tokens.form[i] ?? '';
    if (!/[\p{L}\p{N}]/u.test(form)) continue;
    words.push(i);
    const kind = tokens.coarse[i];
    if (kind === COARSE.verb || kind === COARSE.modal) finite = true;
    if (/^\p{Lu}/u.test(form)) capitals++;
    else if (
      kind !== COARSE.preposition &&
      kind !== COARSE.determiner &&
      kind !== COARSE.conjunction &&
      kind !== COARSE.to
    )
      lowered++;
  }
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return 'other';
  const before = tokens.form[open - 1] ?? '';
  const beforeLower = tokens.lower[open - 1] ?? '';
  const after = tokens.form[quote.closeToken + 1] ?? '';
  const startsCapital = /^\p{Lu}/u.test(tokens.form[first] ?? '');
  const endMark = tokens.form[close - 1] ?? '';
  const endsInside = /^[.,?!…;—–-]+$/u.test(endMark) || (tokens.form[last] ?? '').endsWith('.');
  if (quote.level > 1) return 'other';
  const name = (text: string): boolean => /^\p{Lu}\p{Ll}/u.test(text);
  // Ines “Bo” Kolb
  if (words.length <= 3 && name(before) && name(after) && startsCapital && !endsInside) return 'nickname';
  if (words.length <= 4 && startsCapital && isByname(tokens, open)) return 'nickname';
  let object = false;
  // "a sign on the gate read “KEEP OUT”", but not "the panic on board: “…”"; with "read" the object may stand further off
  const reads = /^(?:read|reads|reading|saying|bearing)$/u.test(beforeLower);
  for (let i = Math.max(0, open - (reads ? 10 : 4)); i < open && before !== ':'; i++)
    if (
      (tokens.sentence[i] === tokens.sentence[open] || !reads) &&
      (OBJECTS.has(tokens.lower[i] ?? '') || OBJECTS.has(tokens.lemma[i] ?? ''))
    )
      object = true;
  if (object && !(attributed && finite && words.length > 6)) return 'other';
  const titleCase = startsCapital && lowered === 0 && capitals >= 2;
  const sentenceMark = endMark === '.' || endMark === '?' || endMark === '!';
  const work =
    WORKS.has(beforeLower) ||
    WORKS.has(tokens.lower[open - 2] ?? '') ||
    WORKS.has(tokens.lemma[open - 1] ?? '');
  if (startsCapital && work && (lowered === 0 || !endsInside) && words.length <= 10) return 'title';
  if (
    titleCase &&
    !sentenceMark &&
    words.length <= 8 &&
    (!attributed || !finite) &&
    !/^[,:]$/u.test(before) &&
    before !== ''
  )
    return 'title';
  // "His last, “Slow Water”, was …": a name in apposition
  if (titleCase && !attributed && !finite && before === ',' && /^[,(]$/u.test(after) && words.length <= 8)
    return 'title';
  if (inSource) return 'scare';

  const opensSentence = open === 0 || (tokens.sentence[open - 1] ?? -1) !== (tokens.sentence[open] ?? 0);
  const introduced = /^[,:]$/u.test(before) || before === '—' || before === '–' || before === '--';
  if (attributed) {
    if (words.length === 1 && !sentenceMark && !introduced)
      return opensSentence && endsInside ? 'direct' : 'partial';
    if (opensSentence && (finite || endsInside)) return 'direct';
    if (introduced && (finite || endsInside || startsCapital)) return 'direct';
    if (startsCapital && finite && words.length >= 4 && endsInside) return 'direct';
    // a whole paragraph or headline in marks
    if (order === 0 && open === 0 && words.length >= 3 && finite) return 'direct';
    return 'partial';
  }
  // headline “Nobody told us”: crew demand answers
  const announces = after === ':' || after === '—' || after === '–';
  if ((opensSentence || introduced) && finite && words.length >= (announces && startsCapital ? 2 : 4))
    return 'direct';
  if (startsCapital && finite && words.length >= 5) return 'direct';
  if (words.length <= 5) return 'scare';
  return finite ? 'partial' : 'scare';
}
