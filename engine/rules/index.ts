/** The list of rules, in the order of the catalogue. A new rule is one file and one line here. */
import { allegationDoubleHedge } from './allegation-double-hedge.ts';
import { attributionLate } from './attribution-late.ts';
import { attributionOrphanPronoun } from './attribution-orphan-pronoun.ts';
import { attributionPassive } from './attribution-passive.ts';
import { attributionVague } from './attribution-vague.ts';
import { quoteUnattributed } from './quote-unattributed.ts';
import { quoteUnbalanced } from './quote-unbalanced.ts';
import type { Rule } from './rule.ts';
import { sourceAnonymousNoReason } from './source-anonymous-no-reason.ts';
import { sourceBare } from './source-bare.ts';
import { sourceFirstReference } from './source-first-reference.ts';
import { verbLoaded } from './verb-loaded.ts';

export const RULES: readonly Rule[] = [
  quoteUnbalanced,
  quoteUnattributed,
  attributionLate,
  attributionVague,
  attributionPassive,
  verbLoaded,
  attributionOrphanPronoun,
  sourceAnonymousNoReason,
  sourceBare,
  sourceFirstReference,
  allegationDoubleHedge,
];
