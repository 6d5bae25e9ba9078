/**
 * W3C Web Annotation: one annotation a span, anchored by quoted text with context and by position, so that other
 * tools find it again. Positions in the selectors are UTF-16 code units, as in the rest of the annotation.
 */
import { inSource, type Reading } from '../input/reading.ts';
import type { Span } from '../text/spans.ts';
import { uriOf, wellFormed, type Exporter, type ExportInput } from './exporter.ts';
import { howKnown, roleOf, speakersById } from './statements.ts';

const CONTEXT = 32;

/** Where a span stands: its words with their neighbours, and its position. Surrogate pairs are not cut. */
export function selectorsOf(
  text: string,
  span: Span,
  position: object = { type: 'TextPositionSelector', start: span.start, end: span.end },
): readonly object[] {
  const prefix = text.slice(Math.max(0, span.start - CONTEXT), span.start).replace(/^[\uDC00-\uDFFF]/, '');
  const suffix = text.slice(span.end, span.end + CONTEXT).replace(/[\uD800-\uDBFF]$/, '');
  return [
    {
      type: 'TextQuoteSelector',
      exact: wellFormed(text.slice(span.start, span.end)),
      prefix: wellFormed(prefix),
      suffix: wellFormed(suffix),
    },
    position,
  ];
}

/**
 * Positions in a web page or news item: the standard counts in its bytes, since what text a reader makes of it is
 * not agreed.
 */
function positionInSource(reading: Reading): (span: Span) => object {
  const { source } = reading;
  /** UTF-8 bytes before each `STEP`th unit. */
  const marks: number[] = [];
  let bytes = 0;
  for (let at = 0; at < source.length; at++) {
    if (at % STEP === 0) marks.push(bytes);
    bytes += bytesOf(source.charCodeAt(at));
  }
  const bytesBefore = (offset: number): number => {
    const mark = Math.min(Math.floor(offset / STEP), marks.length - 1);
    let count = marks[mark] ?? 0;
    for (let at = mark * STEP; at < offset; at++) count += bytesOf(source.charCodeAt(at));
    return count;
  };
  return (span) => {
    const { start, end } = inSource(reading, span);
    return { type: 'DataPositionSelector', start: bytesBefore(start), end: bytesBefore(end) };
  };
}

const STEP = 512;

/** UTF-8 bytes of a UTF-16 unit; the halves of a pair count two each. */
function bytesOf(unit: number): number {
  return unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

interface Item extends Span {
  readonly id: string;
  readonly motivation: 'identifying' | 'classifying' | 'describing';
  readonly purpose: 'identifying' | 'classifying' | 'tagging' | 'describing';
  readonly tag: string;
  readonly value: string;
}

function itemsOf({ analysis }: ExportInput): readonly Item[] {
  const { annotation } = analysis;
  const speakers = speakersById(annotation);
  const nameOf = (id: string | null): string => {
    const speaker = id === null ? undefined : speakers.get(id);
    const role = roleOf(speaker ?? null);
    return speaker === undefined ? 'nobody named' : role === '' ? speaker.name : `${speaker.name}, ${role}`;
  };
  const items: Item[] = [];
  for (const quote of annotation.quotes) {
    items.push({
      start: quote.start,
      end: quote.end,
      id: quote.id,
      motivation: 'classifying',
      purpose: 'classifying',
      tag: `quote:${quote.kind}`,
      value: nameOf(quote.speaker),
    });
  }
  for (const attribution of annotation.attributions) {
    const parts = [
      ['source', attribution.source],
      ['cue', attribution.cue],
      ['content', attribution.content],
    ] as const;
    for (const [part, spans] of parts) {
      spans.forEach((span, index) => {
        items.push({
          start: span.start,
          end: span.end,
          id: `${attribution.id}-${part}-${index + 1}`,
          motivation: part === 'source' ? 'identifying' : 'classifying',
          purpose: part === 'source' ? 'identifying' : 'classifying',
          tag: `attribution:${part}`,
          value:
            part === 'source'
              ? nameOf(attribution.speaker)
              : part === 'cue'
                ? attribution.stance
                : `${nameOf(attribution.speaker)}: ${howKnown(attribution.verification)}`,
        });
      });
    }
  }
  for (const allegation of annotation.allegations) {
    items.push({
      start: allegation.start,
      end: allegation.end,
      id: allegation.id,
      motivation: 'classifying',
      purpose: 'classifying',
      tag: `allegation:${allegation.legalStatus}`,
      value: `${nameOf(allegation.accuser)} about ${nameOf(allegation.accused)}; ${allegation.responses.length > 0 ? 'answered' : 'no reply'}`,
    });
  }
  for (const agency of annotation.agencies) {
    agency.mentions.forEach((mention, index) => {
      items.push({
        start: mention.start,
        end: mention.end,
        id: `${agency.id}-${index + 1}`,
        motivation: 'identifying',
        purpose: 'identifying',
        tag: `agency:${mention.function}`,
        value: agency.name,
      });
    });
  }
  return items.filter((item) => item.end > item.start).sort((a, b) => a.start - b.start || b.end - a.end);
}

export const webAnnotation: Exporter = {
  id: 'web-annotation',
  label: 'W3C Web Annotation (JSON-LD)',
  mediaType: 'application/ld+json',
  extension: '.annotations.jsonld',
  write: (input) => {
    const source = uriOf(input);
    const positionOf = input.reading === undefined ? null : positionInSource(input.reading);
    const items = itemsOf(input).map((item) => ({
      id: `${source}#${item.id}`,
      type: 'Annotation',
      motivation: item.motivation,
      body: [
        {
          type: 'TextualBody',
          purpose: item.purpose,
          format: 'text/plain',
          language: 'en',
          value: wellFormed(item.value),
        },
        { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: item.tag },
      ],
      target: { source, selector: selectorsOf(input.analysis.text, item, positionOf?.(item)) },
    }));
    return `${JSON.stringify(
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: `${source}#annotations`,
        type: 'AnnotationCollection',
        label: `Who says what in ${wellFormed(input.name)}`,
        total: items.length,
        ...(items.length === 0
          ? {}
          : { first: { id: `${source}#page-1`, type: 'AnnotationPage', startIndex: 0, items } }),
      },
      null,
      2,
    )}\n`;
  },
};
