/**
 * Which party a description stands for: "the operator had opened the gates", "A heart surgeon closed his eyes", "Clinic
 * owner gave expired vaccine". Knows roles, names and introductions of the entity graph; guesses only when one fits.
 */
import type { LinkedDocument } from '../attribute/linked.ts';
import { type EntityGraph, entityAt } from '../resolve/entities.ts';
import type { PlacedParagraph, Tokens } from '../segment/paragraph.ts';
import { isNoun, lower, spanOf, tag } from './tokens.ts';

/** Entities by the party nouns that the article uses of them, each list in the order of first mention. */
export type NounIndex = ReadonlyMap<string, readonly number[]>;

/** Nouns for parties that may head an accusation before they are named: "a former care home manager". */
const PARTY_NOUN =
  /^(?:officer|owner|manager|director|chief|boss|minister|mayor|councillor|councilman|councilwoman|councilor|president|senator|congressman|congresswoman|governor|teacher|head|headteacher|principal|doctor|nurse|priest|pastor|vicar|bishop|driver|pilot|captain|skipper|coach|trainer|agent|player|chef|banker|lawyer|attorney|solicitor|judge|sheriff|constable|treasurer|secretary|accountant|auditor|contractor|supplier|company|firm|maker|bank|council|county|city|town|government|ministry|school|hospital|clinic|club|army|troops|soldier|forces|police|policeman|deputy|deputies|rebel|militia|separatist|fighter|gunners|crew|employer|landlord|landlady|broker|trader|clerk|guard|carer|supermarket|chain|airline|airport|agency|department|party|union|charity|university|college|factory|plant|mine|rival|opponent|husband|wife|brother|sister|son|daughter|father|mother|uncle|aide|adviser|official|founder|chairman|chairwoman|executive|couple|twins|team|staff|colleague|farmer|builder|dealer|developer|operator|referee|striker|midfielder|goalkeeper|surgeon|dentist|scientist|professor|researcher|student|contingent|peacekeeper|regiment|brigade|garrison|fleet|author|writer|singer|actor|host|reporter|editor|navy|office|consul|ambassador|envoy|butler|caretaker|inspector|engineer|consultant|foreman|mechanic|electrician|plumber|lecturer|trustee|bailiff|jockey|rider|cyclist|swimmer|boxer|promoter|member|defendant|accused|suspect)s?$/u;

const PUBLIC_BODY =
  /\b(?:Council|Court|Ministry|Police|Department|Agency|Authority|Commission|Office|University|School|Hospital|Union|Parliament|Senate|Committee|County|City|Government|Army|Party)\b/u;
/** Nouns that a name without such a word may hide: "Fairlea" is a company until told otherwise. */
const FIRM =
  /^(?:company|firm|airline|chain|supplier|operator|contractor|developer|employer|manufacturer|maker|retailer|supermarket|lender)s?$/u;

export function isPartyNoun(word: string): boolean {
  return PARTY_NOUN.test(word);
}

export function isFirmNoun(word: string): boolean {
  return FIRM.test(word);
}

const singular = (word: string): string => word.replace(/(?<=[^s])s$/u, '');

/** How many entities and words of an introduction are looked at, so that a book stays linear. */
const MOST_ENTITIES = 2000;
const MOST_LETTERS = 160;
/** Words that no other noun of the same phrase follows. */
const HEADS =
  /(\p{L}+)(?=\s*(?:$|[,;.“”"‘’'()–—-]|\b(?:of|at|for|in|on|by|with|from|to|and|who|which|that|whose|known|named|called)\b)|\s+\p{Lu})/gu;

export function indexNouns({ text }: LinkedDocument, graph: EntityGraph): NounIndex {
  const index = new Map<string, number[]>();
  const put = (word: string, entity: number): void => {
    const key = singular(word);
    const list = index.get(key);
    if (!list) index.set(key, [entity]);
    else if (list[list.length - 1] !== entity) list.push(entity);
  };
  for (const entity of graph.entities.slice(0, MOST_ENTITIES)) {
    if (entity.type === 'anonymous' || entity.type === 'document' || entity.mentions.length === 0) continue;
    const { introduction } = entity;
    const words = [
      entity.role ?? '',
      entity.type === 'organization' || !entity.named ? entity.name : '',
      introduction ? text.slice(introduction.start, introduction.end) : '',
    ]
      .join(' , ')
      .slice(0, MOST_LETTERS)
      .toLowerCase();
    const seen = new Set<string>();
    // Heads of phrases only: "a rebel commander" is a commander.
    for (const [, word = ''] of words.matchAll(HEADS))
      if (PARTY_NOUN.test(word) && !seen.has(singular(word))) {
        seen.add(singular(word));
        put(word, entity.index);
      }
    if (entity.type === 'organization' && entity.named && !PUBLIC_BODY.test(entity.name) && !seen.has('firm'))
      put('firm', entity.index);
  }
  return index;
}

/**
 * The token of the party noun that heads the phrase right before a verb, or -1: "[The captain] of a ferry that sank …
 * sailed" is headed by its first noun before a preposition.
 */
export function headBefore(tokens: Tokens, from: number, verb: number): number {
  let head = -1;
  for (let i = Math.max(from, verb - 20); i < verb; i++) {
    if (/^(?:that|which|;|:)$/u.test(lower(tokens, i)) && head < 0) head = -1;
    if (
      isNoun(tokens, i) &&
      PARTY_NOUN.test(lower(tokens, i)) &&
      !isNoun(tokens, i + 1) &&
      tag(tokens, i + 1) !== 'POS'
    ) {
      // what follows a preposition inside the phrase is not its head
      const governed = head >= 0;
      if (!governed) head = i;
    } else if (head >= 0 && tag(tokens, i) === 'CC') head = -1;
  }
  return head;
}

/** The entity that the party noun at a token stands for, -1 for none and for several alike. */
export function describedAt(
  graph: EntityGraph,
  nouns: NounIndex,
  tokens: Tokens,
  head: number,
  not: number,
): number {
  const word = singular(lower(tokens, head));
  const of = (key: string): readonly number[] => (nouns.get(key) ?? []).filter((entity) => entity !== not);
  let fitting = of(word);
  if (fitting.length === 0 && FIRM.test(word)) fitting = of('firm');
  if (fitting.length === 0) return -1;
  if (fitting.length === 1) return fitting[0] ?? -1;
  // Several: the words beside the noun decide, "the culture minister", "the dredging firm".
  const beside: string[] = [];
  for (let i = head - 1; i >= 0 && /^(?:NN|NNS|NNP|JJ)$/u.test(tag(tokens, i)); i--)
    beside.push(lower(tokens, i));
  const close = fitting.filter((index) => {
    const entity = graph.entities[index];
    const words = `${entity?.role ?? ''} ${entity?.name ?? ''}`.toLowerCase();
    return beside.some((one) => one.length > 2 && words.includes(one));
  });
  return close.length === 1 ? (close[0] ?? -1) : -1;
}

/** "managers at Pellet Logistics": the house of those who are only described, or -1. */
export function houseOf(graph: EntityGraph, placed: PlacedParagraph, head: number, to: number): number {
  const { tokens } = placed.paragraph;
  // One president of a club is not the club; its managers, its staff stand for it.
  const several =
    tag(tokens, head) === 'NNS' ||
    /^(?:staff|crew|team|management|police|ministry)$/u.test(lower(tokens, head));
  if (!several || lower(tokens, head).startsWith('member')) return -1;
  if (!/^(?:at|of|from)$/u.test(lower(tokens, head + 1))) return -1;
  const span = spanOf({ placed, from: head + 2, to: Math.max(head + 3, to) });
  const entity = entityAt(graph, span);
  return entity && (entity.type === 'organization' || entity.type === 'country') ? entity.index : -1;
}
