/**
 * The statements of an article, one row each, as sheets and tables show them: what is said, by whom, how it is
 * known, who else says so. Reads the annotation; judges nothing.
 */
import type { Allegation, Annotation, Attribution, Speaker, Verification } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import { hull, type Span } from '../text/spans.ts';

export interface Statement {
  readonly attribution: Attribution;
  /** From the first word of source, cue or content to the last. */
  readonly span: Span;
  /** Paragraph, from 1. */
  readonly paragraph: number;
  /** What is said: the content in the article's words, its pieces joined by an ellipsis. */
  readonly text: string;
  readonly cue: string;
  /** Words of the source as they stand; empty when none is named. */
  readonly source: string;
  readonly speaker: Speaker | null;
  readonly via: string | null;
  readonly howKnown: string;
  readonly allegations: readonly Allegation[];
  /** Other statements, by somebody else, that share most of their words with this one. */
  readonly seconded: readonly string[];
}

const HOW_KNOWN: Readonly<Record<Verification, string>> = {
  'unverified-allegation': 'unverified allegation',
  denial: 'denial',
  'official-statement': 'official statement',
  eyewitness: 'eyewitness',
  'reported-by-agency': 'reported by an agency',
  opinion: 'opinion',
  other: 'attributed',
};

/** How a statement is known, in words. */
export function howKnown(verification: Verification): string {
  return HOW_KNOWN[verification];
}

/** The text of spans, joined by an ellipsis, on one line. */
export function joinedText(text: string, spans: readonly Span[]): string {
  return spans
    .map((span) => text.slice(span.start, span.end).replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
    .join(' … ');
}

/** Number of the paragraph at `offset`, from 1. */
export function paragraphAt(analysis: Analysis, offset: number): number {
  let low = 0;
  let high = analysis.paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((analysis.paragraphs[middle]?.offset ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.max(1, low);
}

/** "spokesperson, Transport Ministry", as the article has it; empty when it gives neither. */
export function roleOf(speaker: Speaker | null): string {
  return [speaker?.role, speaker?.affiliation]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}

export function speakersById(annotation: Annotation): ReadonlyMap<string, Speaker> {
  return new Map(annotation.speakers.map((speaker) => [speaker.id, speaker]));
}

/** Words too common to tell two statements apart. */
const COMMON: ReadonlySet<string> = new Set(
  'the a an of in on at to for from with by and or but as is are was were be been had has have not that this it its he she they his her their we our you who which will would could may after before than more'.split(
    ' ',
  ),
);

function contentWords(text: string): ReadonlySet<string> {
  return new Set(
    (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => word.length > 2 && !COMMON.has(word)),
  );
}

/** Beyond this many statements, seconding is sought among near neighbours only, so that time stays linear. */
const NEIGHBOURS = 200;

/** All statements in text order; attitudes (wants, hopes, believes) only when asked for. */
export function statementsOf(analysis: Analysis, attitudes = false): readonly Statement[] {
  const { annotation, text } = analysis;
  const speakers = speakersById(annotation);
  const agencies = new Map(annotation.agencies.map((agency) => [agency.id, agency.name]));
  const allegations = new Map<string, Allegation[]>();
  for (const allegation of annotation.allegations) {
    if (allegation.attribution === null) continue;
    allegations.set(allegation.attribution, [...(allegations.get(allegation.attribution) ?? []), allegation]);
  }
  const chosen = annotation.attributions.filter(
    (attribution) => attitudes || attribution.class !== 'attitude',
  );
  const wordsOf = chosen.map((attribution) => contentWords(joinedText(text, attribution.content)));
  const rows = chosen.map((attribution, index): Statement => {
    const { source, cue, content } = attribution;
    const span = hull([...source, ...cue, ...content]) ?? { start: 0, end: 0 };
    const seconded: string[] = [];
    const own = wordsOf[index] ?? new Set<string>();
    for (let i = Math.max(0, index - NEIGHBOURS); i < Math.min(chosen.length, index + NEIGHBOURS); i++) {
      const other = chosen[i];
      const words = wordsOf[i];
      if (!other || !words || i === index || other.speaker === null || other.speaker === attribution.speaker)
        continue;
      if (attribution.tensions?.includes(other.id) === true || other.stance === 'deny') continue;
      let shared = 0;
      for (const word of own) if (words.has(word)) shared++;
      if (shared >= 3 && shared * 2 >= Math.min(own.size, words.size)) {
        const name = speakers.get(other.speaker)?.name;
        if (name !== undefined && !seconded.includes(name)) seconded.push(name);
      }
    }
    return {
      attribution,
      span,
      paragraph: paragraphAt(analysis, span.start),
      text: joinedText(text, content),
      cue: joinedText(text, cue),
      source: joinedText(text, source),
      speaker: attribution.speaker === null ? null : (speakers.get(attribution.speaker) ?? null),
      via: attribution.via === null ? null : (agencies.get(attribution.via) ?? null),
      howKnown: howKnown(attribution.verification),
      allegations: allegations.get(attribution.id) ?? [],
      seconded,
    };
  });
  return rows.sort((a, b) => a.span.start - b.span.start);
}

/** The headline as the article has it, or null. */
export function headlineOf(analysis: Analysis): string | null {
  const paragraph = analysis.paragraphs.find(({ paragraph: { zone } }) => zone === 'headline');
  return paragraph === undefined ? null : paragraph.paragraph.text.replace(/^#+\s*/, '').trim();
}
