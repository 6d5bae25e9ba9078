/**
 * In what capacity somebody speaks: an officer or body of state or company, a witness, an expert. Knows roles, names
 * and source phrases; judges the standing of the speaker, never the truth of the words.
 */
import type { LinkedAttribution, LinkedDocument } from '../attribute/linked.ts';
import { STANDING_TERMS } from '../lexicon/standingTerms.gen.ts';
import type { Entity, EntityGraph } from '../resolve/entities.ts';

export interface Standing {
  readonly official: boolean;
  readonly witness: boolean;
  readonly expert: boolean;
  readonly court: boolean;
  readonly document: boolean;
  /** Family and friends, who speak of a person rather than against them. */
  readonly kin: boolean;
  /** A single person, not a body, group or paper. */
  readonly person: boolean;
}

const TERMS = new Map<string, string>(STANDING_TERMS.map(([term, kind]) => [term, kind]));
/** A former officer speaks for nobody; a lawyer speaks for a client. */
const NOT_IN_OFFICE =
  /\b(?:former|ex|retired|ousted|sacked|deposed|would-be|resident|opposition|fan|supporter|(?<!European )union|club|association|federation|league|orchestra|church|festival|university|owner|founder|manager|chairs?|chairman|chairwoman|treasurer)\b/iu;
const COURT = /\b(?:courts?|judges?|jury|jurors|tribunal|magistrates?|justices?|coroner|panel)\b/iu;
const PRIVATE =
  /\b(?:lawyer|attorney|solicitor|barrister|mother|father|sister|brother|wife|husband|son|daughter|family|friend|neighbou?r|KC|QC|counsel|campaigner|activist|residents?|plaintiffs?)\b/iu;

function kindsOf(text: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const words = text.toLowerCase().split(/[^\p{L}\d-]+/u);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1] ?? '';
    const kind =
      TERMS.get(`${word} ${next}`) ??
      TERMS.get(word) ??
      (word.endsWith('s') ? TERMS.get(word.slice(0, -1)) : undefined);
    if (kind) kinds.add(kind);
  }
  return kinds;
}

/** In what capacity the source of an attribution speaks. */
export function standingOf(
  document: LinkedDocument,
  graph: EntityGraph,
  attribution: LinkedAttribution,
  entity: Entity | null,
): Standing {
  const phrase = attribution.source.map((span) => document.text.slice(span.start, span.end)).join(' ');
  const described = [phrase, entity?.role ?? '', entity && entity.type !== 'person' ? entity.name : ''].join(
    ' ',
  );
  const kinds = kindsOf(described);
  const isPrivate = NOT_IN_OFFICE.test(described) || PRIVATE.test(described);
  const principal = entity && entity.principal >= 0 ? graph.entities[entity.principal] : undefined;
  const speaksForBody =
    entity?.principalKind === 'speaks-for' && principal !== undefined && principal.type !== 'person';
  const body =
    entity?.type === 'country' ||
    (entity?.type === 'organization' && !isPrivate && (kinds.has('body') || entity.named));
  const officer = (kinds.has('officer') || (kinds.has('body') && entity?.type === 'group')) && !isPrivate;
  return {
    official: body || officer || speaksForBody,
    witness: kinds.has('witness') && !officer && !body,
    expert: kinds.has('expert') && !officer,
    court: COURT.test(described) && !PRIVATE.test(described),
    kin: /\b(?:mother|father|sister|brother|wife|husband|son|daughter|family|friend|lawyer|attorney|solicitor|barrister|aunt|uncle|cousin|parents?|defending|mitigating)\b/iu.test(
      described,
    ),
    document: entity?.type === 'document',
    person: entity?.type === 'person' || entity?.type === 'anonymous',
  };
}
