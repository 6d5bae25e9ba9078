/**
 * The legal status that the article states: who is suspected, arrested, charged, on trial, sued, convicted, liable or
 * cleared. Knows the ladder and its forms (data/legal-status.tsv); infers nothing that is not said.
 */
import type { LegalStatus } from '../annotation.ts';
import type { LinkedDocument } from '../attribute/linked.ts';
import { LEGAL_STATUS } from '../lexicon/legalStatus.gen.ts';
import { type EntityGraph, mentionsIn } from '../resolve/entities.ts';
import { rangeOf, sentenceAround, spanOf, tag } from './tokens.ts';
import type { Span } from '../text/spans.ts';

export interface LegalStatement extends Span {
  readonly status: LegalStatus;
  /** Place on the ladder; cleared stands above all, since it must go with every mention. */
  readonly rank: number;
  /** Entity it is said of, or -1. */
  readonly entity: number;
}

const STATUSES: ReadonlySet<string> = new Set<LegalStatus>([
  'alleged', 'suspected', 'arrested', 'charged', 'on-trial', 'sued', 'convicted', 'liable', 'cleared',
]); // prettier-ignore

function isStatus(value: string): value is LegalStatus {
  return STATUSES.has(value);
}

/** Rank of a status on the ladder. */
export const RANK: Readonly<Record<LegalStatus, number>> = {
  alleged: 0, suspected: 1, arrested: 2, sued: 3, charged: 3, 'on-trial': 4, liable: 5, convicted: 5, cleared: 6,
}; // prettier-ignore

/** Forms that say too little of a person by themselves; the patterns around accusations read them. */
const TOO_WEAK: ReadonlySet<string> = new Set([
  'linked to',
  'connected to',
  'mentioned in the',
  'testified',
  'settled',
  'fined',
  'extradited',
  'civil complaint',
  'was held by',
  'detained',
  'struck off',
]);

const PATTERNS: readonly (readonly [LegalStatus, RegExp])[] = (() => {
  const byStatus = new Map<LegalStatus, string[]>();
  for (const [, status, , , form, pattern] of LEGAL_STATUS)
    if (isStatus(status) && !TOO_WEAK.has(form))
      byStatus.set(status, [...(byStatus.get(status) ?? []), pattern]);
  return [...byStatus].map(([status, sources]) => [
    status,
    new RegExp(`(?<![A-Za-zÀ-ɏḀ-ỿ\\d])(?:${sources.join('|')})(?![A-Za-zÀ-ɏḀ-ỿ\\d])`, 'giu'),
  ]);
})();

/** Cheap test that keeps the patterns away from paragraphs without any legal word. */
const LEGAL_WORD =
  /\b(?:arrest|charg|indict|arraign|trial\b|convict|guilty|su(?:ed?|es|ing|it)\b|lawsuit|suspect|custody|bail|acquit|clear(?:ed|s)\b|investigat|liable|sentenc|plea|pled|the (?:jury|court) |in court|wanted|remand|impeach|defendant|exonerat|pardon|mistrial|summons|jailed|not proven|further action|verdict|caution|appear)/iu;

/** What stands before a match and takes its force away: "has not been charged". */
const UNDONE =
  /\b(?:not|n't|never|nor|without being|avoid(?:ed)? being|could be|may be|might be|would be|if|yet to be|deny|denied|denies|no one|nobody)\b[^.;,]{0,20}$/iu;

/** The entity that a legal word at this place is said of: the nearest mention before it in its sentence, else after. */
function legalSubject(document: LinkedDocument, graph: EntityGraph, span: Span): number {
  const range = rangeOf(document, span);
  if (!range) return -1;
  const sentence = spanOf(sentenceAround(range.placed, range.from));
  let subject = -1;
  let nearest = -1;
  for (const mention of mentionsIn(graph, { start: sentence.start, end: span.start })) {
    if (mention.entity < 0) continue;
    const { placed } = range;
    const before = rangeOf(document, { start: mention.start, end: mention.start + 1 });
    // "arrested by Tarn police": what follows a preposition is not whom it is said of.
    const governed = before?.placed === placed && tag(placed.paragraph.tokens, before.from - 1) === 'IN';
    if (mention.subject) subject = mention.entity;
    if (!governed) nearest = mention.entity;
  }
  if (subject >= 0) return subject;
  if (nearest >= 0) return nearest;
  // "charges against Ida Moen were dropped", then whoever comes after
  for (const mention of mentionsIn(graph, { start: span.start, end: sentence.end }))
    if (mention.entity >= 0) return mention.entity;
  return -1;
}

/** All legal statements of the article, in text order within a status. */
export function findLegal(document: LinkedDocument, graph: EntityGraph): readonly LegalStatement[] {
  const found: LegalStatement[] = [];
  for (const { paragraph, offset } of document.paragraphs) {
    if (!LEGAL_WORD.test(paragraph.text)) continue;
    for (const [status, pattern] of PATTERNS) {
      for (const match of paragraph.text.matchAll(pattern)) {
        if (UNDONE.test(paragraph.text.slice(Math.max(0, match.index - 40), match.index))) continue;
        const span = { start: offset + match.index, end: offset + match.index + match[0].length };
        found.push({ ...span, status, rank: RANK[status], entity: legalSubject(document, graph, span) });
      }
    }
  }
  return found;
}
