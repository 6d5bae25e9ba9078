/** The group of a reporting verb or noun ("accusing", "denying", …), by name for rules and as a number for features. */
import { REPORTING_VERBS } from './reportingVerbs.gen.ts';

interface Group {
  readonly name: string;
  readonly number: number;
}

/** Groups in the order in which the table first names them. */
const GROUPS: ReadonlyMap<string, Group> = (() => {
  const groups = new Map<string, Group>();
  const names: string[] = [];
  for (const [lemma, pos, name] of REPORTING_VERBS) {
    if (!names.includes(name)) names.push(name);
    const key = (pos === 'n' ? 'n' : 'v') + lemma;
    // a lemma in two groups keeps its first, commoner one
    if (!groups.has(key)) groups.set(key, { name, number: names.indexOf(name) + 1 });
  }
  return groups;
})();

/** Group number of a lemma, or 0. */
export function reportingGroup(lemma: string, isVerb: boolean): number {
  return GROUPS.get((isVerb ? 'v' : 'n') + lemma)?.number ?? 0;
}

/** Group name of a lemma as in data/reporting-verbs.tsv, or null. */
export function reportingGroupName(lemma: string, isVerb: boolean): string | null {
  return GROUPS.get((isVerb ? 'v' : 'n') + lemma)?.name ?? null;
}
