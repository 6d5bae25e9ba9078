/** The list of rules, in the order of the catalogue. A new rule is one file and one line here. */
import { accusedWith } from './accused-with.ts';
import { agencyCreditMismatch } from './agency-credit-mismatch.ts';
import { agencyUncredited } from './agency-uncredited.ts';
import { allegationAsFact } from './allegation-as-fact.ts';
import { allegationDoubleHedge } from './allegation-double-hedge.ts';
import { allegationLabel } from './allegation-label.ts';
import { allegationUnattributed } from './allegation-unattributed.ts';
import { allegedVictim } from './alleged-victim.ts';
import { arrestedFor } from './arrested-for.ts';
import { attributionLate } from './attribution-late.ts';
import { attributionMissingSecond } from './attribution-missing-second.ts';
import { attributionOrphanPronoun } from './attribution-orphan-pronoun.ts';
import { attributionPassive } from './attribution-passive.ts';
import { attributionStacked } from './attribution-stacked.ts';
import { attributionVague } from './attribution-vague.ts';
import { captionUnattributed } from './caption-unattributed.ts';
import { denialBuried } from './denial-buried.ts';
import { hedgePileup } from './hedge-pileup.ts';
import { housePhrase } from './house-phrase.ts';
import { mediaReportsVague } from './media-reports-vague.ts';
import { quoteAltered } from './quote-altered.ts';
import { quoteDrift } from './quote-drift.ts';
import { quoteMixedMarks } from './quote-mixed-marks.ts';
import { quoteNesting } from './quote-nesting.ts';
import { quoteParagraphContinuation } from './quote-paragraph-continuation.ts';
import { quoteRunTogether } from './quote-run-together.ts';
import { quoteScare } from './quote-scare.ts';
import { quoteShare } from './quote-share.ts';
import { quoteUnattributed } from './quote-unattributed.ts';
import { quoteUnbalanced } from './quote-unbalanced.ts';
import { refuteDeny } from './refute-deny.ts';
import { rightOfReplyMissing } from './right-of-reply-missing.ts';
import type { Rule } from './rule.ts';
import { selfQuote } from './self-quote.ts';
import { sourceAnonymousAttack } from './source-anonymous-attack.ts';
import { sourceAnonymousNoReason } from './source-anonymous-no-reason.ts';
import { sourceBare } from './source-bare.ts';
import { sourceFirstReference } from './source-first-reference.ts';
import { sourceNameInconsistent } from './source-name-inconsistent.ts';
import { sourcePluralSingle } from './source-plural-single.ts';
import { sourceSingle } from './source-single.ts';
import { sourceStudyUndescribed } from './source-study-undescribed.ts';
import { statusMismatch } from './status-mismatch.ts';
import { timeRelative } from './time-relative.ts';
import { verbFactive } from './verb-factive.ts';
import { verbLoaded } from './verb-loaded.ts';
import { verbNonspeech } from './verb-nonspeech.ts';

export const RULES: readonly Rule[] = [
  quoteUnbalanced,
  quoteParagraphContinuation,
  quoteNesting,
  quoteMixedMarks,
  quoteScare,
  quoteAltered,
  quoteDrift,
  quoteRunTogether,
  quoteUnattributed,
  attributionLate,
  attributionVague,
  attributionPassive,
  verbLoaded,
  verbFactive,
  verbNonspeech,
  attributionStacked,
  attributionOrphanPronoun,
  attributionMissingSecond,
  sourceAnonymousNoReason,
  sourceBare,
  sourceAnonymousAttack,
  sourcePluralSingle,
  sourceSingle,
  sourceFirstReference,
  sourceNameInconsistent,
  sourceStudyUndescribed,
  allegationUnattributed,
  allegationAsFact,
  allegationDoubleHedge,
  allegationLabel,
  allegedVictim,
  arrestedFor,
  accusedWith,
  statusMismatch,
  rightOfReplyMissing,
  denialBuried,
  refuteDeny,
  agencyUncredited,
  agencyCreditMismatch,
  timeRelative,
  mediaReportsVague,
  hedgePileup,
  quoteShare,
  selfQuote,
  captionUnattributed,
  housePhrase,
];
