/** The list of rules, in the order of the catalogue. A new rule is one file and one line here. */
import { allegationDoubleHedge } from './allegation-double-hedge.ts';
import { attributionPassive } from './attribution-passive.ts';
import { attributionVague } from './attribution-vague.ts';
import { quoteUnbalanced } from './quote-unbalanced.ts';
import type { Rule } from './rule.ts';
import { sourceBare } from './source-bare.ts';

export const RULES: readonly Rule[] = [
  quoteUnbalanced,
  attributionVague,
  attributionPassive,
  sourceBare,
  allegationDoubleHedge,
];
