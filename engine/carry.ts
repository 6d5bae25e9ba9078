/**
 * What is known of a text right after an edit, before it is resolved again: the paragraphs around the edit are analysed
 * anew, all the rest is the annotation before, moved. Takes as long as the edit is large, not the text, but for
 * moving offsets. Knows how paragraphs become attributions; resolves no speaker.
 */
import type { Annotation, Attribution, Quote } from './annotation.ts';
import type { AnalysisContext } from './attribute/analyse.ts';
import { placeParagraphs } from './attribute/attribute.ts';
import { link } from './attribute/link.ts';
import type { LinkedAttribution, LinkedDocument, LinkedQuote } from './attribute/linked.ts';
import type { PlacedParagraph } from './segment/paragraph.ts';
import { splitParagraphs } from './segment/paragraphs.ts';
import { finish } from './steps.ts';
import { shift, type Span } from './text/spans.ts';

/** An annotated text. */
interface Annotated {
  readonly annotation: Annotation;
  readonly linked: LinkedDocument;
}

/** One edit: `[from, before)` of the old text became `[from, after)` of the new. */
export interface Edit {
  readonly from: number;
  readonly before: number;
  readonly after: number;
}

/** Characters compared at once: the host compares strings faster than a loop does. */
const CHUNK = 4096;

/** The smallest edit that makes one text of the other. */
export function editBetween(old: string, text: string): Edit {
  const most = Math.min(old.length, text.length);
  let from = 0;
  while (from + CHUNK <= most && old.slice(from, from + CHUNK) === text.slice(from, from + CHUNK))
    from += CHUNK;
  while (from < most && old.charCodeAt(from) === text.charCodeAt(from)) from++;
  let before = old.length;
  let after = text.length;
  const left = (): number => Math.min(before, after) - from;
  while (left() >= CHUNK && old.slice(before - CHUNK, before) === text.slice(after - CHUNK, after)) {
    before -= CHUNK;
    after -= CHUNK;
  }
  while (left() > 0 && old.charCodeAt(before - 1) === text.charCodeAt(after - 1)) {
    before--;
    after--;
  }
  return { from, before, after };
}

/** Moves what was known of the old text into the new one; what stands before the edit is the same object. */
interface Mover {
  readonly span: (span: Span) => Span;
  readonly spans: (spans: readonly Span[]) => readonly Span[];
}

function moverOf({ from, before, after }: Edit): Mover {
  const grown = after - before;
  const endOf = (at: number): number => (at <= from ? at : at >= before ? at + grown : after);
  const span = (old: Span): Span => (old.end <= from ? old : { start: startOf(old), end: endOf(old.end) });
  const startOf = ({ start }: Span): number => (start >= before ? start + grown : Math.min(start, after));
  return {
    span,
    spans: (spans) =>
      (spans.at(-1)?.end ?? 0) <= from && spans.every(({ end }) => end <= from) ? spans : spans.map(span),
  };
}

const isLeft = ({ start, end }: Span): boolean => end > start;
const leftOf = (span: Span): Span | null => (isLeft(span) ? span : null);

const keyOf = (cue: readonly Span[]): string => cue.map(({ start, end }) => `${start}-${end}`).join();

/** The paragraphs that an edit touches, one more on either side: `[first, last)`. */
function touched(paragraphs: readonly PlacedParagraph[], { from, before }: Edit): readonly [number, number] {
  let first = 0;
  while (first < paragraphs.length && endOf(paragraphs[first]) < from) first++;
  let last = first;
  while (last < paragraphs.length && (paragraphs[last]?.offset ?? 0) <= before) last++;
  return [Math.max(0, first - 1), Math.min(paragraphs.length, last + 1)];
}

function endOf(placed: PlacedParagraph | undefined): number {
  return placed ? placed.offset + placed.paragraph.text.length : 0;
}

/**
 * The annotation of `known` carried over to `text`. Attributions beside the edit whose cue is still there keep their speaker,
 * stance and evidence; new ones have none until the text is resolved. Offsets are exact.
 */
export function carryOver(known: Annotated, text: string, context: AnalysisContext): Annotated {
  const { annotation, linked } = known;
  const edit = editBetween(linked.text, text);
  const move = moverOf(edit);
  const [first, last] = touched(linked.paragraphs, edit);
  const grown = edit.after - edit.before;
  const from = first === 0 ? 0 : endOf(linked.paragraphs[first - 1]);
  const to = (linked.paragraphs[last]?.offset ?? linked.text.length) + grown;
  const body = linked.paragraphs.findIndex(({ paragraph }) => paragraph.zone === 'body');
  const bodySeen = body >= 0 && body < first;
  const spans = splitParagraphs(text.slice(from, to), bodySeen).map(({ zone, ...span }) => ({
    ...shift(span, from),
    zone,
  }));
  const local = link(
    text,
    finish(placeParagraphs(text, spans, linked.paragraphs.slice(first, last), context)),
  );

  const paragraphs: PlacedParagraph[] = linked.paragraphs.slice(0, first);
  for (const placed of local.paragraphs) paragraphs.push({ ...placed, index: paragraphs.length });
  for (const { offset, paragraph } of linked.paragraphs.slice(last))
    paragraphs.push({ index: paragraphs.length, offset: offset + grown, paragraph });
  const moreParagraphs = paragraphs.length - linked.paragraphs.length;
  const isKept = ({ paragraph }: { readonly paragraph: number }): boolean =>
    paragraph < first || paragraph >= last;
  const paragraphOf = (paragraph: number): number =>
    paragraph < first ? paragraph : paragraph + moreParagraphs;
  const isOutside = (span: Span): boolean => span.end <= from || span.start >= to - grown;

  // ---- attributions: those before, those around the edit, those after ----
  const lost = new Map<string, Attribution>();
  const gone = new Set<string>();
  let highest = 0;
  for (const [index, attribution] of annotation.attributions.entries()) {
    highest = Math.max(highest, Number(attribution.id.slice(1)));
    const draft = linked.attributions[index];
    if (!draft || isKept(draft)) continue;
    gone.add(attribution.id);
    lost.set(keyOf(move.spans(attribution.cue)), attribution);
  }
  const linkedAttributions: LinkedAttribution[] = [];
  const attributions: Attribution[] = [];
  /** New index of each old attribution, or -1. */
  const place = new Int32Array(linked.attributions.length).fill(-1);
  const keep = (index: number): void => {
    const draft = linked.attributions[index];
    const attribution = annotation.attributions[index];
    if (!draft || !attribution) return;
    place[index] = attributions.length;
    const source = move.spans(attribution.source);
    const cue = move.spans(attribution.cue);
    // what it had in a paragraph around the edit is that paragraph's own again
    const outside = attribution.content.every(isOutside)
      ? attribution.content
      : attribution.content.filter(isOutside);
    const content = move.spans(outside);
    const paragraph = paragraphOf(draft.paragraph);
    if (source === attribution.source && cue === attribution.cue && content === attribution.content) {
      attributions.push(attribution);
      linkedAttributions.push(draft);
    } else {
      attributions.push({ ...attribution, source, cue, content });
      linkedAttributions.push({ ...draft, source, cue, content, paragraph });
    }
  };
  for (const [index, draft] of linked.attributions.entries()) if (draft.paragraph < first) keep(index);
  const offset = attributions.length;
  for (const draft of local.attributions) {
    const old = lost.get(keyOf(draft.cue));
    if (old) {
      lost.delete(keyOf(draft.cue));
      gone.delete(old.id);
    }
    linkedAttributions.push({ ...draft, paragraph: draft.paragraph + first });
    const { form, source, cue, content, class: kind, confidence } = draft;
    const unresolved = {
      id: `a${++highest}`,
      speaker: null,
      to: null,
      via: null,
      stance: 'neutral',
      verification: 'other',
      negated: false,
      reasons: [],
    } as const;
    attributions.push({ ...(old ?? unresolved), form, source, cue, content, class: kind, confidence });
  }
  for (const [index, draft] of linked.attributions.entries()) if (draft.paragraph >= last) keep(index);

  // ---- quotes, in the same order ----
  const linkedQuotes: LinkedQuote[] = [];
  const quotes: Quote[] = [];
  const put = (quote: LinkedQuote): void => {
    const attribution = attributions[quote.attribution];
    linkedQuotes.push(quote);
    quotes.push({
      id: `q${quotes.length + 1}`,
      start: quote.start,
      end: quote.end,
      kind: quote.kind,
      level: quote.level,
      closed: quote.closed,
      attribution: attribution?.id ?? null,
      speaker: attribution?.speaker ?? null,
      confidence: attribution?.confidence ?? 0.5,
    });
  };
  const putOld = (quote: LinkedQuote): void => {
    const { start, end } = move.span(quote);
    put({
      start,
      end,
      level: quote.level,
      closed: quote.closed,
      kind: quote.kind,
      paragraph: paragraphOf(quote.paragraph),
      attribution: place[quote.attribution] ?? -1,
    });
  };
  for (const quote of linked.quotes) if (quote.paragraph < first) putOld(quote);
  for (const quote of local.quotes)
    put({
      ...quote,
      paragraph: quote.paragraph + first,
      attribution: quote.attribution < 0 ? -1 : quote.attribution + offset,
    });
  for (const quote of linked.quotes) if (quote.paragraph >= last) putOld(quote);

  // ---- what hangs on them ----
  return {
    linked: { text, paragraphs, quotes: linkedQuotes, attributions: linkedAttributions },
    annotation: {
      schemaVersion: annotation.schemaVersion,
      news: annotation.news,
      quotes,
      attributions:
        gone.size === 0
          ? attributions
          : attributions.map((one) =>
              one.tensions ? { ...one, tensions: one.tensions.filter((id) => !gone.has(id)) } : one,
            ),
      speakers: annotation.speakers.map((speaker) => ({
        ...speaker,
        introduction: speaker.introduction && leftOf(move.span(speaker.introduction)),
        mentions: speaker.mentions
          .map((mention) => ({ ...move.span(mention), kind: mention.kind }))
          .filter(isLeft),
        ...(speaker.roleSpan ? { roleSpan: move.span(speaker.roleSpan) } : {}),
        ...(speaker.affiliationSpan ? { affiliationSpan: move.span(speaker.affiliationSpan) } : {}),
      })),
      agencies: annotation.agencies.map((agency) => ({
        ...agency,
        mentions: agency.mentions.map((mention) => ({ ...mention, ...move.span(mention) })).filter(isLeft),
      })),
      allegations: annotation.allegations
        .filter(({ attribution }) => attribution === null || !gone.has(attribution))
        .map((allegation) => ({
          ...allegation,
          ...move.span(allegation),
          cue: move.spans(allegation.cue).filter(isLeft),
          responses: allegation.responses
            .filter(({ attribution }) => attribution === null || !gone.has(attribution))
            .map((response) => ({ ...response, ...move.span(response) }))
            .filter(isLeft),
        }))
        .filter(isLeft),
    },
  };
}
