/**
 * Turns what the walk has gathered into the frozen graph: merged entities, principals, mentions in text order.
 */
import type { Draft } from './cast.ts';
import { type Entity, type EntityGraph, type ResolvedSource, nameKey } from './entities.ts';
import type { Steps } from '../steps.ts';
import { type State, rootOf } from './state.ts';
import { COUNTRY_NAMES, DEMONYMS, INSTITUTIONS, PERSON_NOUNS, tableKey } from './terms.ts';

const isSomebody = (draft: Draft): boolean => draft.type === 'person' || draft.type === 'anonymous';

export function* assemble(state: State, sources: readonly ResolvedSource[]): Steps<EntityGraph> {
  const { drafts, cast } = state;
  const root = (index: number): number => (index < 0 ? -1 : rootOf(drafts, index));
  const mentions = state.mentions
    .map((mention) => ({
      ...mention,
      entity: root(mention.entity),
      candidates: mention.candidates.map(root),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end || b.attribution - a.attribution)
    .filter((mention, index, all) => {
      // A hearer or an owner is met twice: by its attribution and in passing.
      const before = all[index - 1];
      return before?.start !== mention.start || before.end !== mention.end || before.entity !== mention.entity || mention.attribution >= 0; // prettier-ignore
    });
  yield;
  const byEntity = new Map<number, number[]>();
  mentions.forEach((mention, index) => {
    if (mention.entity < 0) return;
    const list = byEntity.get(mention.entity);
    if (list === undefined) byEntity.set(mention.entity, [index]);
    else list.push(index);
  });
  const byKey = new Map<string, number>();
  for (const [key, index] of cast.byKey) byKey.set(key, root(index));
  const lookup = (name: string): number => {
    const exact = byKey.get(nameKey(name));
    if (exact !== undefined) return exact;
    const country = DEMONYMS.get(tableKey(name)) ?? COUNTRY_NAMES.get(tableKey(name));
    return country === undefined ? -1 : (byKey.get(nameKey(country)) ?? -1);
  };
  for (const draft of drafts) {
    const into = drafts[draft.mergedInto];
    if (into === undefined) continue;
    into.role ??= draft.role;
    into.roleSpan ??= draft.roleSpan;
    into.gender ??= draft.gender;
    if (into.type === 'group' || into.type === 'document') into.affiliation ??= draft.affiliation;
  }
  yield;
  const entities: Entity[] = drafts.map((draft) => {
    let { principal, principalKind } = draft;
    if (principal < 0 && draft.type === 'person' && draft.affiliation !== null) {
      principal = lookup(draft.affiliation);
      const head = [...draft.heads].find((word) => PERSON_NOUNS.has(word));
      const kind = head === undefined ? undefined : PERSON_NOUNS.get(head)?.kind;
      principalKind = principal < 0 ? null : kind === 'lawyer' ? 'lawyer-for' : kind === 'spokes' || kind === 'aide' ? 'speaks-for' : 'part-of'; // prettier-ignore
    }
    if (principal < 0 && draft.type === 'organization') {
      const first = nameKey(draft.name).split(' ')[0] ?? '';
      const country = DEMONYMS.get(first) ?? INSTITUTIONS.get(tableKey(draft.name));
      if (country !== undefined && country !== '') principal = byKey.get(nameKey(country)) ?? -1;
      if (principal >= 0) principalKind = 'part-of';
    }
    const owner = drafts[root(principal)];
    // Nobody is part of a person.
    if (principal === draft.index || (principalKind === 'part-of' && owner?.type === 'person'))
      principal = -1;
    return {
      index: draft.index,
      type: draft.type,
      name: draft.name,
      named: draft.named,
      plural: draft.plural,
      gender: draft.gender,
      genderEvidence: draft.genderEvidence,
      role: draft.role,
      roleSpan: draft.roleSpan,
      // Groups and bodies belong to nobody in the sense of a reader: "Tolvania's army" says it already.
      affiliation: isSomebody(draft) ? draft.affiliation : null,
      affiliationSpan: isSomebody(draft) ? draft.affiliationSpan : null,
      aliases: [...draft.aliases].filter((alias) => alias !== draft.name),
      introduction: draft.introduction,
      principal: root(principal),
      principalKind: principal < 0 ? null : principalKind,
      members: draft.members.map(root),
      mentions: byEntity.get(draft.index) ?? [],
      note: draft.note,
    };
  });
  yield;
  return {
    entities,
    mentions,
    sources: sources.map((source) => ({
      ...source,
      entity: root(source.entity),
      candidates: [...new Set(source.candidates.map(root))],
      to: root(source.to),
      onBehalfOf: root(source.onBehalfOf),
    })),
    byKey,
  };
}
