/**
 * Two reports as plain data: the reply ledger (for each accused person or body: what is said, by whom, where the case
 * stands, what they answer) and the headline contract (each claim of headline and lede beside the sentence that carries
 * it). Reads an analysis; command line, server and views print them.
 */
import type { LegalStatus, ResponseKind } from '../annotation.ts';
import type { Analysis } from '../index.ts';
import { accusations, bestStatus, isNamed, looksLikeReply } from '../rules/accusations.ts';
import { DEFAULT_CONFIG } from '../rules/config.ts';
import { headlineContract as contractOf, type Claim } from '../rules/contract.ts';
import { buildStory, spanOf } from '../rules/story.ts';
import type { Span } from '../text/spans.ts';

export interface LedgerAccusation extends Span {
  /** The allegation, by id. */
  readonly allegation: string;
  readonly text: string;
  /** Speaker id of the accuser, or null when nobody is named. */
  readonly accuser: string | null;
  readonly accuserName: string | null;
  readonly status: LegalStatus;
  /** The offence it names, or null ("wrongdoing" that no list knows). */
  readonly offence: string | null;
  /** Paragraph, from 1. */
  readonly paragraph: number;
}

export interface LedgerReply extends Span {
  /** `possible`: a sentence that reads like an answer but that no link ties to the accused. */
  readonly kind: ResponseKind | 'possible';
  readonly text: string;
  readonly attribution: string | null;
  readonly paragraph: number;
}

export interface LedgerRow {
  /** Speaker id of the accused. */
  readonly accused: string;
  readonly name: string;
  /** A person or body with a name, so that a reply is due. */
  readonly named: boolean;
  /** The furthest stage that the story tells. */
  readonly status: LegalStatus;
  readonly accusations: readonly LedgerAccusation[];
  readonly replies: readonly LedgerReply[];
}

export interface HeadlineClaim extends Claim {
  readonly text: string;
  readonly supportText: string | null;
}

function paragraphNumber(analysis: Analysis, offset: number): number {
  let low = 0;
  let high = analysis.paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((analysis.paragraphs[middle]?.offset ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One row for each accused person or body, in the order in which they are first accused. */
export function replyLedger(analysis: Analysis): readonly LedgerRow[] {
  const story = buildStory(analysis, DEFAULT_CONFIG);
  const all = accusations(story);
  const targets = [...new Map(all.map((accusation) => [accusation.target.id, accusation.target])).values()];
  const text = (span: Span): string => analysis.text.slice(span.start, span.end);
  return targets.map((target) => {
    const own = all.filter((accusation) => accusation.target.id === target.id);
    const replies: LedgerReply[] = [];
    for (const { allegation } of own) {
      for (const response of allegation.responses) {
        if (replies.some((known) => known.start === response.start && known.end === response.end)) continue;
        replies.push({
          start: response.start,
          end: response.end,
          kind: response.kind,
          text: text(response),
          attribution: response.attribution,
          paragraph: paragraphNumber(analysis, response.start),
        });
      }
    }
    if (replies.length === 0) {
      for (const sentence of story.sentences) {
        if (!looksLikeReply(story, sentence, target, targets.length === 1, [])) continue;
        const span = spanOf(story.words, sentence.first, sentence.end);
        replies.push({
          ...span,
          kind: 'possible',
          text: text(span),
          attribution: null,
          paragraph: paragraphNumber(analysis, span.start),
        });
      }
    }
    return {
      accused: target.id,
      name: target.name,
      named: isNamed(target),
      status: bestStatus(all, target) ?? 'alleged',
      accusations: own.map(({ allegation, offence }) => ({
        start: allegation.start,
        end: allegation.end,
        allegation: allegation.id,
        text: text(allegation),
        accuser: allegation.accuser,
        accuserName:
          allegation.accuser === null ? null : (story.speaker.get(allegation.accuser)?.name ?? null),
        status: allegation.legalStatus,
        offence: offence?.noun ?? null,
        paragraph: paragraphNumber(analysis, allegation.start),
      })),
      replies: replies.sort((a, b) => a.start - b.start),
    };
  });
}

/** Every claim of headline, lede and captions with the sentence of the body that carries it. */
export function headlineContract(analysis: Analysis): readonly HeadlineClaim[] {
  const story = buildStory(analysis, DEFAULT_CONFIG);
  return contractOf(story, { minOverlap: 2, claimQuotes: true }).map((claim) => ({
    ...claim,
    text: analysis.text.slice(claim.start, claim.end),
    supportText: claim.support === null ? null : analysis.text.slice(claim.support.start, claim.support.end),
  }));
}
