/**
 * The graph of who is in the article: entities, every mention of them (sources or not), the evidence each link rests
 * on, and who speaks for whom. Knows nothing of how it was made; agencies, evidence and the final annotation read it
 * through the functions below.
 */
import type { Mention, MentionKind, Reason, Speaker, SpeakerType } from '../annotation.ts';
import type { Span } from '../text/spans.ts';

export type Gender = 'male' | 'female';

/** Why the text itself (never a first name) says that an entity is a man or a woman. */
export interface GenderEvidence extends Span {
  readonly gender: Gender;
  /** A title (Mrs), a noun (spokeswoman, mother), a pronoun tied to the entity by itself. */
  readonly kind: 'title' | 'noun' | 'pronoun';
}

export interface Entity {
  /** Index in `EntityGraph.entities`. */
  readonly index: number;
  readonly type: SpeakerType;
  /** The fullest form in the article, without title. */
  readonly name: string;
  /** True for a proper name, false when the entity is only described ("a ministry official"). */
  readonly named: boolean;
  /** True for several people or things as one ("residents", "Kolb and Oduya"). */
  readonly plural: boolean;
  readonly gender: Gender | null;
  readonly genderEvidence: readonly GenderEvidence[];
  readonly role: string | null;
  readonly roleSpan: Span | null;
  readonly affiliation: string | null;
  readonly affiliationSpan: Span | null;
  readonly aliases: readonly string[];
  /** First full mention. */
  readonly introduction: Span | null;
  /** Entity that this one speaks for, belongs to as a body, or represents: -1 for none. */
  readonly principal: number;
  /** How it stands to its principal. */
  readonly principalKind: 'speaks-for' | 'lawyer-for' | 'part-of' | 'related-to' | null;
  /** Entities joined in this one ("Kolb and Oduya"); empty otherwise. */
  readonly members: readonly number[];
  /** Indexes into `EntityGraph.mentions`, in text order. */
  readonly mentions: readonly number[];
  readonly note: string | null;
}

export interface EntityMention extends Span {
  /** -1 when the mention could not be resolved. */
  readonly entity: number;
  readonly kind: MentionKind;
  readonly paragraph: number;
  /** The mention stands inside quotation marks. */
  readonly quoted: boolean;
  /** The mention is (part of) the source of this attribution, or -1. */
  readonly attribution: number;
  /** Subject of its sentence or clause, as far as word order tells. */
  readonly subject: boolean;
  /** Entities that fit equally well, when `entity` is -1. */
  readonly candidates: readonly number[];
}

/** What resolution found for one attribution; same index as in `LinkedDocument.attributions`. */
export interface ResolvedSource {
  readonly entity: number;
  readonly candidates: readonly number[];
  /** The hearer ("told reporters"), or -1, and where it stands. */
  readonly to: number;
  readonly toSpan: Span | null;
  /** Principal of an unnamed representative, or -1. */
  readonly onBehalfOf: number;
  /** Certainty of the link, 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

export interface EntityGraph {
  readonly entities: readonly Entity[];
  /** In text order; at the same start the longer one first. */
  readonly mentions: readonly EntityMention[];
  readonly sources: readonly ResolvedSource[];
  /** Key of a name, alias or description → entity, or -1 when several share it. */
  readonly byKey: ReadonlyMap<string, number>;
}

/** Index of the first mention that starts at or after `offset`. */
function firstMentionFrom(mentions: readonly EntityMention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mention = mentions[middle];
    if (mention !== undefined && mention.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Mentions that lie wholly inside the span, in text order. */
export function mentionsIn(graph: EntityGraph, span: Span): readonly EntityMention[] {
  const found: EntityMention[] = [];
  for (let at = firstMentionFrom(graph.mentions, span.start); at < graph.mentions.length; at++) {
    const mention = graph.mentions[at];
    if (mention === undefined || mention.start >= span.end) break;
    if (mention.end <= span.end) found.push(mention);
  }
  return found;
}

/**
 * The entity that a noun phrase or pronoun at this span points to: the resolved mention with the same bounds, else the
 * first resolved one inside it ("Joan Ferrow, 52, the former harbour chief," → Joan Ferrow), else the one around it.
 */
export function entityAt(graph: EntityGraph, span: Span): Entity | null {
  let inside: EntityMention | null = null;
  for (const mention of mentionsIn(graph, span)) {
    if (mention.entity < 0) continue;
    if (mention.start === span.start && mention.end === span.end)
      return graph.entities[mention.entity] ?? null;
    inside ??= mention;
  }
  if (inside !== null) return graph.entities[inside.entity] ?? null;
  // A mention around the span starts before it; mentions nest at most a few levels, so a short look back is enough.
  const from = firstMentionFrom(graph.mentions, span.start + 1);
  for (let at = from - 1; at >= 0 && at >= from - 8; at--) {
    const mention = graph.mentions[at];
    if (
      mention !== undefined &&
      mention.entity >= 0 &&
      mention.start <= span.start &&
      mention.end >= span.end
    )
      return graph.entities[mention.entity] ?? null;
  }
  return null;
}

const NON_ASCII = /[^\u0000-\u007f]/u;
const PLAIN_WORDS = /^[a-z\d]+(?: [a-z\d]+)*$/u;

/** Lower case, without accents, dots, marks, determiner and possessive ending: equal keys are the same name. */
export function nameKey(name: string): string {
  const plain = NON_ASCII.test(name) ? name.normalize('NFD').replace(/[\u0300-\u036f]/gu, '') : name;
  const lower = plain.toLowerCase();
  // Most names are plain words and need no more.
  if (PLAIN_WORDS.test(lower)) return lower.replace(/^(?:the|an?) /u, '');
  return lower
    .replace(/['’]s?$/u, '')
    .replace(/[.,"“”‘’'()]/gu, '')
    .replace(/[-‐-―\s]+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?) /u, '');
}

/** The entity known under a name, surname, abbreviation, alias or description; null when unknown or shared by several. */
export function entityOf(graph: EntityGraph, name: string): Entity | null {
  const index = graph.byKey.get(nameKey(name));
  return index === undefined || index < 0 ? null : (graph.entities[index] ?? null);
}

/** Id of the speaker that an entity becomes; stable within one annotation. */
export function speakerId(entity: number): string {
  return `s${entity + 1}`;
}

/** The speaker as the annotation shows it: its sources and its introduction are its mentions. */
export function speakerOf(graph: EntityGraph, entity: Entity): Speaker {
  const mentions: Mention[] = [];
  for (const index of entity.mentions) {
    const mention = graph.mentions[index];
    if (mention === undefined) continue;
    const introduces =
      entity.introduction !== null &&
      mention.start === entity.introduction.start &&
      mention.end === entity.introduction.end;
    if (mention.attribution >= 0 || introduces)
      mentions.push({ start: mention.start, end: mention.end, kind: mention.kind });
  }
  return {
    id: speakerId(entity.index),
    type: entity.type,
    name: entity.name,
    role: entity.role,
    affiliation: entity.affiliation,
    introduction: entity.introduction,
    mentions,
    ...(entity.roleSpan === null ? {} : { roleSpan: entity.roleSpan }),
    ...(entity.affiliationSpan === null ? {} : { affiliationSpan: entity.affiliationSpan }),
    ...(entity.aliases.length === 0 ? {} : { aliases: entity.aliases }),
    ...(entity.note === null ? {} : { note: entity.note }),
  };
}
