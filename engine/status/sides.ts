/**
 * Who stands on whose side: who may answer for an accused party, and who cannot be its accuser. Knows the entity graph.
 */
import type { EntityGraph } from '../resolve/entities.ts';

/** Walks from a speaker to its principals as long as each link is of a kind that counts. */
function reaches(graph: EntityGraph, speaker: number, party: number, partOf: boolean): boolean {
  let current = speaker;
  for (let step = 0; step < 4 && current >= 0; step++) {
    if (current === party) return true;
    const entity = graph.entities[current];
    if (!entity) return false;
    if (entity.members.includes(party)) return true;
    const kind = entity.principalKind;
    if (
      kind === 'related-to' ||
      (kind === 'part-of' && (!partOf || graph.entities[entity.principal]?.type === 'person'))
    )
      return false;
    current = entity.principal;
  }
  return false;
}

/** The joint parties that somebody belongs to: "Two councillors are accused …": each of them answers for the two. */
export type Groups = ReadonlyMap<number, readonly number[]>;

export function groupsOf(graph: EntityGraph): Groups {
  const groups = new Map<number, number[]>();
  for (const group of graph.entities)
    for (const member of group.members) {
      const list = groups.get(member);
      if (list) list.push(group.index);
      else groups.set(member, [group.index]);
    }
  return groups;
}

/** Everybody for whom the speaker may answer: itself, those it speaks for, those who speak through it. */
export function partiesOf(graph: EntityGraph, groups: Groups, speaker: number): readonly number[] {
  const parties: number[] = [];
  let current = speaker;
  for (let step = 0; step < 4 && current >= 0; step++) {
    parties.push(current);
    const entity = graph.entities[current];
    if (!entity) break;
    parties.push(...entity.members);
    const kind = entity.principalKind;
    if (kind === 'related-to' || (kind === 'part-of' && graph.entities[entity.principal]?.type === 'person'))
      break;
    current = entity.principal;
  }
  parties.push(...(groups.get(speaker) ?? []));
  const state = stateBehind(graph, speaker);
  if (state >= 0 && state !== speaker) parties.push(state);
  return parties;
}

/** True if what the speaker says counts as the party's answer: itself, its spokesperson, lawyer, officer or group. */
export function answersFor(graph: EntityGraph, speaker: number, party: number): boolean {
  if (speaker < 0 || party < 0) return false;
  // "Two councillors are accused …": each of them answers for the two
  return (
    reaches(graph, speaker, party, true) ||
    stateBehind(graph, speaker) === party ||
    (graph.entities[party]?.members.some((member) => reaches(graph, speaker, member, true)) ?? false)
  );
}

/** True if the two speak with one voice, so that one does not accuse the other; a driver may well accuse the firm. */
export function sameSide(graph: EntityGraph, a: number, b: number): boolean {
  return a >= 0 && b >= 0 && (reaches(graph, a, b, false) || reaches(graph, b, a, false));
}

const STATE_MEDIUM =
  /\b(?:state|official|government) (?:television|tv|radio|media|news agency|newspaper|broadcaster)\b/i;

/**
 * "Government warplanes struck a market, residents said. State television denied it": the accused is not the station but
 * the state it speaks for, if the article names only one; else nobody (-1). Any other party is itself.
 */
export function stateBehind(graph: EntityGraph, party: number): number {
  const entity = graph.entities[party];
  if (!entity || entity.type === 'person' || !STATE_MEDIUM.test(entity.name)) return party;
  const states = graph.entities.filter(({ type, named }) => type === 'country' && named);
  const only = states.length === 1 ? states[0] : undefined;
  return only ? only.index : -1;
}
