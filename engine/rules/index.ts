/** The list of rules, in the order of the catalogue. A new rule is one file and one line here. */
import { accusedWith } from './accused-with.ts';
import { agencyUncredited } from './agency-uncredited.ts';
import { allegationAsFact } from './allegation-as-fact.ts';
import { allegationDoubleHedge } from './allegation-double-hedge.ts';
import { allegationLabel } from './allegation-label.ts';
import { allegationUnattributed } from './allegation-unattributed.ts';
import { allegedVictim } from './alleged-victim.ts';
import { arrestedFor } from './arrested-for.ts';
import { attributionLate } from './attribution-late.ts';
import { attributionOrphanPronoun } from './attribution-orphan-pronoun.ts';
import { attributionPassive } from './attribution-passive.ts';
import { attributionVague } from './attribution-vague.ts';
import { quoteAltered } from './quote-altered.ts';
import { quoteMixedMarks } from './quote-mixed-marks.ts';
import { quoteNesting } from './quote-nesting.ts';
import { quoteParagraphContinuation } from './quote-paragraph-continuation.ts';
import { quoteUnattributed } from './quote-unattributed.ts';
import { quoteUnbalanced } from './quote-unbalanced.ts';
import { refuteDeny } from './refute-deny.ts';
import { rightOfReplyMissing } from './right-of-reply-missing.ts';
import type { Rule } from './rule.ts';
import { sourceAnonymousNoReason } from './source-anonymous-no-reason.ts';
import { sourceBare } from './source-bare.ts';
import { sourceFirstReference } from './source-first-reference.ts';
import { sourceStudyUndescribed } from './source-study-undescribed.ts';
import { timeRelative } from './time-relative.ts';
import { verbLoaded } from './verb-loaded.ts';
import { verbNonspeech } from './verb-nonspeech.ts';

export const RULES: readonly Rule[] = [
  quoteUnbalanced,
  quoteParagraphContinuation,
  quoteNesting,
  quoteMixedMarks,
  quoteAltered,
  quoteUnattributed,
  attributionLate,
  attributionVague,
  attributionPassive,
  verbLoaded,
  verbNonspeech,
  attributionOrphanPronoun,
  sourceAnonymousNoReason,
  sourceBare,
  sourceFirstReference,
  sourceStudyUndescribed,
  allegationUnattributed,
  allegationAsFact,
  allegationDoubleHedge,
  allegationLabel,
  allegedVictim,
  arrestedFor,
  accusedWith,
  rightOfReplyMissing,
  refuteDeny,
  agencyUncredited,
  timeRelative,
];
