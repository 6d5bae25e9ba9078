/**
 * Allegations: who is said to have done what, by whom. First from attributions (accusing cues, and neutral cues over
 * content that asserts wrongdoing by somebody), then from words that carry no source of their own ("is accused of",
 * "allegedly", "the alleged theft"). Knows cues, words of wrongdoing and the entity graph; responses are linked later.
 */
import type { LegalStatus } from '../annotation.ts';
import type { LinkedAttribution } from '../attribute/linked.ts';
import { entityAt, entityOf, mentionsIn } from '../resolve/entities.ts';
import { DEMONYMS, tableKey } from '../resolve/terms.ts';
import type { PlacedParagraph, Tokens } from '../segment/paragraph.ts';
import type { Span } from '../text/spans.ts';
import {
  type Answers,
  describedAct,
  establishes,
  findContested,
  isHearing,
  OPEN_CUE,
  partyOf,
} from './contested.ts';
import type { CueMeaning } from './cueMeaning.ts';
import { describedAt, isFirmNoun, headBefore, houseOf, isPartyNoun } from './descriptions.ts';
import { findInHeadlines } from './headlines.ts';
import {
  type Context,
  clauseOf,
  find,
  identifiable,
  isGoverned,
  subjectIsParty,
  trim,
  verbFollows,
} from './parties.ts';
import { sameSide, stateBehind } from './sides.ts';
import {
  type Range,
  isNoun,
  isVerb,
  lemma,
  lower,
  rangeOf,
  sentenceAround,
  spanOf,
  tag,
  wordsOf,
} from './tokens.ts';
import { type Wrong, findWrongs } from './wrongdoing.ts';

/** An allegation before responses and final status; indexes of attributions and entities, -1 for none. */
export interface Accusation extends Span {
  readonly cue: readonly Span[];
  readonly attribution: number;
  readonly accuser: number;
  accused: number;
  readonly attributed: boolean;
  readonly status: LegalStatus;
  readonly paragraph: number;
  /** The subject is an act of force ("shelling"), whoever did it. */
  readonly act?: boolean;
  /** A court or panel heard it; nobody is named as its accuser. */
  readonly heard?: boolean;
}

const ACT_NOUN =
  /^(?:strike|airstrike|shelling|bombing|raid|attack|assault|bombardment|operation|action|offensive|missile|rocket|drone|shell|fire|artillery|ambush|invasion|incursion|crackdown|barrage|gunfire|effort|campaign)s?$/u;

/** The entity that a verb of wrongdoing at `at` is said of, looking left from the verb, or right for "by …". */
function agentOf(context: Context, placed: PlacedParagraph, wrong: Wrong, from: number, to: number): number {
  const { graph } = context;
  const { tokens } = placed.paragraph;
  const { offset } = placed;
  const inSpan = (a: number, b: number): Span => ({
    start: offset + (tokens.start[a] ?? 0),
    end: offset + (tokens.end[b - 1] ?? 0),
  });
  if (wrong.passive || wrong.kind === 'noun')
    for (let i = wrong.at + 1; i < Math.min(to, wrong.at + 12); i++)
      if (lower(tokens, i) === 'by') {
        const behind = inSpan(i + 1, Math.min(to, i + 8));
        const country = demonymOf(context, placed, i + 1, Math.min(to, i + 4));
        if (country >= 0) return country;
        const agent = mentionsIn(graph, behind).find((mention) => mention.entity >= 0);
        if (agent) return agent.entity;
      }
  if (wrong.passive || wrong.at <= from) return -1;
  // The nearest mention before the verb that is not part of a prepositional phrase; the clause's subject otherwise.
  let nearest = -1;
  let subject = -1;
  for (const mention of mentionsIn(graph, inSpan(from, wrong.at))) {
    if (mention.entity < 0) continue;
    const first = rangeOf(context.document, { start: mention.start, end: mention.start + 1 });
    if (!first || isGoverned(tokens, first.from, from)) continue;
    const last = rangeOf(context.document, { start: mention.end - 1, end: mention.end });
    // "the company's lorries": the possessor is not the agent, but stands for it.
    nearest = mention.entity;
    if (mention.subject || verbFollows(tokens, last?.to ?? 0, wrong.at)) subject = mention.entity;
  }
  if (subject >= 0) return subject;
  // "the operator had opened the gates": the one who is described, not the town named before it.
  const head = headBefore(tokens, from, wrong.at);
  const only = head >= 0 ? describedAt(graph, context.nouns, tokens, head, -1) : -1;
  if (only >= 0) return only;
  const house = head >= 0 ? houseOf(graph, placed, head, wrong.at) : -1;
  if (house >= 0) return house;
  return nounBefore(tokens, from, wrong.at) ? -1 : nearest;
}

/** The subject right before the verb is a definite party noun: "the operator had opened". */
function nounBefore(tokens: Tokens, from: number, verb: number): boolean {
  let i = verb - 1;
  while (i > from && /^(?:RB|MD|VBD|VBZ|VBP|VBN)$/u.test(tag(tokens, i))) i--;
  return (
    isNoun(tokens, i) &&
    isPartyNoun(lower(tokens, i)) &&
    /^(?:the|its|their|his|her)$/u.test(lower(tokens, i - 1))
  );
}

/** Verbs whose accused stands before a preposition: [preposition before the matter]. */
const MATTER: Readonly<Record<string, RegExp>> = {
  accuse: /^of$/u,
  suspect: /^of$/u,
  blame: /^for$/u,
  fault: /^for$/u,
  charge: /^with$/u,
  indict: /^(?:on|for)$/u,
  sue: /^(?:for|over|alleging)$/u,
  criticize: /^for$/u,
  criticise: /^for$/u,
  condemn: /^for$/u,
  denounce: /^for$/u,
  rebuke: /^for$/u,
  convict: /^of$/u,
};

function ownStatus(lemmaOfCue: string): LegalStatus {
  if (lemmaOfCue === 'charge' || lemmaOfCue === 'indict' || lemmaOfCue === 'indictment') return 'charged';
  if (lemmaOfCue === 'suspect') return 'suspected';
  if (lemmaOfCue === 'sue' || lemmaOfCue === 'lawsuit') return 'sued';
  return 'alleged';
}

/**
 * The preposition that opens the matter: "accused the leader of Tarn council, Piers Holloway, [of] a cover-up" has an
 * earlier one inside the accused's description.
 */
function matterAt(tokens: Tokens, from: number, to: number, preposition: RegExp): number {
  const first = find(tokens, from, to, preposition);
  for (let at = first; at >= from; at = find(tokens, at + 1, to, preposition)) {
    const next = find(tokens, at + 1, to, preposition);
    const end = next < 0 ? to : next;
    if (tag(tokens, at + 1) === 'VBG' || findWrongs(tokens, at + 1, end).length > 0) return at;
  }
  return first;
}

/** "accused X of Y", "blamed X for Y", "X was accused of Y": the matter and the accused, or null. */
function readMatter(
  context: Context,
  attribution: LinkedAttribution,
  cue: CueMeaning,
): { readonly matter: Range; readonly accused: number } | null {
  const { document, graph } = context;
  const preposition = Object.hasOwn(MATTER, cue.lemma) ? MATTER[cue.lemma] : undefined;
  if (!preposition) return null;
  const inOrder = attribution.content.flatMap((content) => rangeOf(document, content) ?? []);
  // "[Fennick, 67, of Quay Road,] is accused of [writing cheques]": the matter stands after the cue when anything does
  const cueEnd = attribution.cue[0]?.end ?? 0;
  const ranges = [...inOrder].sort(
    (a, b) => Number(spanOf(b).start >= cueEnd) - Number(spanOf(a).start >= cueEnd),
  );
  const entityIn = (range: Range): number => {
    const entity = entityAt(graph, spanOf(range));
    if (entity) return entity.index;
    const { tokens } = range.placed.paragraph;
    const head = headBefore(tokens, range.from, range.to);
    return head >= 0 ? describedAt(graph, context.nouns, tokens, head, -1) : -1;
  };
  for (const range of ranges) {
    const { placed, from, to } = range;
    const { tokens } = placed.paragraph;
    if (cue.lemma === 'blame' && find(tokens, from, to, /^for$/u) < 0) {
      // "blamed the fire on Ferrow"
      const on = find(tokens, from, to, /^on$/u);
      if (on > from)
        return { matter: trim({ placed, from, to: on }), accused: entityIn({ placed, from: on + 1, to }) };
    }
    // The preposition may be the last word of the cue: "is accused of".
    const inCue = cue.range?.to === from && preposition.test(lower(tokens, from - 1));
    const at = inCue ? from - 1 : matterAt(tokens, from, to, preposition);
    if ((at < from && !inCue) || at + 1 >= to) continue;
    // "[Ferrow, 52,] is accused [of theft]": a piece of the content before the cue names the accused.
    const before = inOrder[inOrder.indexOf(range) - 1] ?? ranges.find((other) => other !== range);
    const accused =
      at > from
        ? entityIn({ placed, from, to: at })
        : before
          ? entityIn(before)
          : cue.range
            ? subjectBefore(context, placed, cue.range.from)
            : -1;
    return { matter: trim({ placed, from: at + 1, to }), accused };
  }
  return null;
}

/** The entity that is the subject before a token, in the same sentence: "Ferrow, 52, [is accused]", "who is accused". */
export function subjectBefore(
  context: Pick<Context, 'document' | 'graph' | 'nouns'>,
  placed: PlacedParagraph,
  before: number,
): number {
  const { graph } = context;
  const sentence = sentenceAround(placed, Math.max(0, before - 1));
  const { tokens } = placed.paragraph;
  if (before <= sentence.from) return -1;
  let best = -1;
  let nearest = -1;
  for (const mention of mentionsIn(graph, spanOf({ placed, from: sentence.from, to: before }))) {
    if (mention.entity < 0) continue;
    const first = rangeOf(context.document, { start: mention.start, end: mention.start + 1 });
    const governed = first ? /^(?:IN|TO)$/u.test(tag(tokens, first.from - 1)) : false;
    // "Ferrisburg mayor charged with theft": the town only tells which mayor
    const last = rangeOf(context.document, { start: mention.end - 1, end: mention.end });
    if (last && last.to < before && isNoun(tokens, last.to) && isPartyNoun(lower(tokens, last.to))) {
      const whole = describedAt(graph, context.nouns, tokens, last.to, -1);
      if (whole >= 0) {
        best = whole;
        nearest = whole;
      }
      continue;
    }
    if (mention.subject) best = mention.entity;
    if (!governed) nearest = mention.entity;
  }
  // "…, who is accused": the relative pronoun belongs to the nearest mention, not to the subject of the sentence.
  let relative = false;
  for (let i = before - 1; i >= Math.max(sentence.from, before - 4); i--)
    if (/^(?:who|which|that)$/u.test(lower(tokens, i))) relative = true;
  if (relative && nearest >= 0) return nearest;
  return best >= 0 ? best : nearest;
}

const STRONG_CUE: ReadonlySet<string> = new Set(['accuse', 'allege']);

const FILING =
  /\b(?:lawsuit|suit|complaint|indictment|affidavit|charge sheet|filing|prosecut\w+|plaintiffs?)\b/iu;

/** Cues and sources under which any past act of a party is in dispute: claims, testimony, filings. */
function assertsOf({ document }: Context, attribution: LinkedAttribution, cue: CueMeaning): boolean {
  if (/^(?:claim|contend|assert|testify|allege|suggest|insinuate|imply|hint)$/u.test(cue.lemma) && !cue.noun)
    return true;
  return attribution.source.some((span) => FILING.test(document.text.slice(span.start, span.end)));
}

/** The allegation that an attribution makes, or null. */
function fromAttribution(context: Context, index: number, attribution: LinkedAttribution): Accusation | null {
  const { document, graph } = context;
  const cue = context.cues[index];
  const standing = context.standings[index];
  if (!cue || !standing || cue.unreal) return null;
  const speaker = graph.sources[index]?.entity ?? -1;
  if (cue.negated && cue.lemma !== 'stop') return null;
  const strong = STRONG_CUE.has(cue.stance);
  if (!strong && !OPEN_CUE.has(cue.stance)) return null;
  // What a court rules or convicts of is established, not alleged.
  if (standing.court && establishes(cue.lemma)) return null;
  // "the tribunal was told", "a court heard": whoever hears it does not say it
  const hears = isHearing(cue, standing);
  // What the defence puts to a witness is its answer
  const counters =
    graph.entities[speaker]?.principalKind === 'lawyer-for' &&
    /^(?:suggest|put it|submit|argue|say|tell)$/u.test(cue.lemma);
  const make = (range: Range, accused: number): Accusation => ({
    ...spanOf(range),
    cue: attribution.cue,
    attribution: index,
    accuser: hears ? -1 : speaker,
    accused,
    attributed: !hears && speaker >= 0,
    ...(hears ? { heard: true } : {}),
    status: ownStatus(cue.lemma),
    paragraph: range.placed.index,
  });
  const matter = readMatter(context, attribution, cue);
  if (matter) {
    if (sameSide(graph, speaker, matter.accused)) return null;
    if (SUM.test(wordsOf(matter.matter))) return null;
    const wrongs = findWrongs(matter.matter.placed.paragraph.tokens, matter.matter.from, matter.matter.to);
    if (!strong && wrongs.length === 0) return null;
    // "blamed a shortage for the delay": things are to blame as well as parties.
    const act = tag(matter.matter.placed.paragraph.tokens, matter.matter.from) === 'VBG';
    if (cue.lemma === 'blame' || cue.lemma === 'fault') {
      const party = matter.accused >= 0 && identifiable(graph, matter.accused);
      if (!party && !act && wrongs.length === 0) return null;
    }
    return make(matter.matter, matter.accused);
  }
  for (const content of attribution.content) {
    const range = rangeOf(document, content);
    if (!range) continue;
    const { placed, from, to } = range;
    const { tokens } = placed.paragraph;
    // A question asserts nothing.
    if (lower(tokens, to - 1) === '?' || lower(tokens, to - 2) === '?') continue;
    for (const wrong of findWrongs(tokens, from, to)) {
      if (!strong && wrong.level === 'weak' && cue.stance === 'neutral') continue;
      const clause = clauseOf(placed, wrong.at, from, to);
      if (wrong.kind !== 'verb') {
        // "called the raid a war crime": a label for what somebody did; other nouns need an accusing cue.
        const label =
          /^(?:call|describe|label|brand|term|denounce|condemn|characterize)$/u.test(cue.lemma) &&
          wrong.level === 'crime';
        if (!strong && !label) continue;
      }
      let accused = agentOf(context, placed, wrong, clause.from, clause.to);
      if (accused < 0) accused = actorOf(context, placed, clause.from, clause.to, speaker);
      if (accused < 0 && wrong.kind === 'verb') accused = demonymOf(context, placed, clause.from, wrong.at);
      if (sameSide(graph, speaker, accused)) {
        // "The watchdog has alleged that Fairlea underpaid growers": an accusing cue is never said of oneself.
        // Who is named in it is accused; whoever it was resolved to, is not the accuser.
        if (strong && !wrong.passive) return { ...make(clause, accused), accuser: -1 };
        continue;
      }
      const act =
        wrong.kind === 'verb' &&
        ((wrong.level === 'harm' && !wrong.passive && subjectIsAct(tokens, clause.from, wrong.at)) ||
          (wrong.level !== 'weak' && !wrong.passive && subjectIsParty(tokens, clause.from, wrong.at)) ||
          (wrong.level !== 'weak' && wrong.passive && hasAgent(tokens, wrong.at, clause.to)));
      if (!strong && accused < 0 && (!act || attribution.class === 'finding')) continue;
      // What the defence puts to a witness is its answer: "suggested that Orr's own kitchen was to blame".
      if (!strong && counters) continue;
      if (!strong && accused >= 0 && !identifiable(graph, accused)) continue;
      const force = accused < 0 && subjectIsAct(tokens, clause.from, wrong.at);
      return force ? { ...make(clause, accused), act: true } : make(clause, accused);
    }
  }
  const about = strong || attribution.class === 'attitude' ? null : partyOf(context, index, attribution);
  if (!strong && !counters && assertsOf(context, attribution, cue)) {
    if (about) return make(about.clause, about.party);
    const act = describedAct(context, attribution, speaker);
    if (act && (act.party >= 0 || attribution.class !== 'finding')) return make(act.clause, act.party);
  }
  if (!strong || cue.lemma === 'blame' || cue.lemma === 'fault') return null;
  // Of several pieces the longest is the matter; the others name the accused.
  const longest = attribution.content.reduce<Span | null>(
    (best, piece) => (best && best.end - best.start >= piece.end - piece.start ? best : piece),
    null,
  );
  const range = longest ? rangeOf(document, longest) : null;
  if (!range) return null;
  const clause = clauseOf(range.placed, range.from, range.from, range.to);
  if (clause.to - clause.from < 2) return null;
  // "has sued its former chief executive", "a boat named Relief": whom or what it is about, not what was done.
  if (!tellsAnAct(clause)) return null;
  const subject = mentionsIn(graph, spanOf(clause)).find((mention) => mention.entity >= 0);
  const accused = subject?.entity ?? -1;
  if (sameSide(graph, speaker, accused)) return null;
  return make(clause, accused);
}

/** The clause has a verb of its own or a word of wrongdoing, so that it says what somebody did. */
function tellsAnAct({ placed, from, to }: Range): boolean {
  const { tokens } = placed.paragraph;
  for (let i = from; i < to; i++) if (/^(?:VBD|VBZ|VBP|VBG|MD)$/u.test(tag(tokens, i))) return true;
  return findWrongs(tokens, from, to).length > 0;
}

/** A sum of money and nothing else: what somebody is sued for, not what they did. */
const SUM = /^(?:(?:£|\$|€|[\d.,]+|a|an|more|than|about|million|billion|m|bn|damages|in|some)\s*)+$/u;

/**
 * Whose act it is when the subject is "the strike", "the operation": the country, body or group that the sentences
 * before have acting. "Drevia fired on the town. Officials said the shelling killed 14."
 */
function actorOf(
  context: Context,
  placed: PlacedParagraph,
  from: number,
  to: number,
  speaker: number,
): number {
  const { graph } = context;
  const { tokens } = placed.paragraph;
  let act = -1;
  for (let i = from; i < to && act < 0; i++)
    if (isNoun(tokens, i) && ACT_NOUN.test(lower(tokens, i))) act = i;
  if (act < 0) return -1;
  let definite = false;
  for (let i = act - 1; i >= from && i >= act - 3; i--)
    if (/^(?:the|this|that|these|those)$/u.test(lower(tokens, i))) definite = true;
  if (!definite) return -1;
  const before = placed.offset + (tokens.start[from] ?? 0);
  let actor = -1;
  const start = context.document.paragraphs[Math.max(0, placed.index - 3)]?.offset ?? 0;
  for (const mention of mentionsIn(graph, { start, end: before })) {
    if (mention.entity < 0 || !mention.subject) continue;
    const type = graph.entities[mention.entity]?.type;
    if (type !== 'country' && type !== 'organization' && type !== 'group') continue;
    if (mention.entity === speaker || sameSide(graph, mention.entity, speaker)) continue;
    // The first actor of the passage keeps the act; those who only speak about it do not take it over.
    if (actor < 0 || mention.attribution < 0) actor = mention.entity;
  }
  return actor;
}

/** The country behind "the Russian peacekeeping contingent", when the article speaks of it. */
function demonymOf({ graph }: Context, placed: PlacedParagraph, from: number, to: number): number {
  const { tokens } = placed.paragraph;
  for (let i = from; i < to; i++) {
    const country = DEMONYMS.get(tableKey(tokens.form[i] ?? ''));
    const stem =
      country === undefined
        ? /^(\p{Lu}\p{Ll}{3,}?)(?:ian|an|n|ish|ese)$/u.exec(tokens.form[i] ?? '')?.[1]
        : undefined;
    const entity =
      country !== undefined
        ? entityOf(graph, country)
        : stem === undefined
          ? null
          : graph.entities.find(
              ({ type, name }) =>
                type === 'country' && name.startsWith(stem) && name.length <= stem.length + 3,
            );
    if (entity) return entity.index;
  }
  return -1;
}

/** A passive with its agent: "were beaten and robbed by men in rebel uniforms". */
function hasAgent(tokens: Tokens, verb: number, to: number): boolean {
  for (let i = verb + 1; i < Math.min(to, verb + 6); i++)
    if (lower(tokens, i) === 'by' && isNoun(tokens, i + 1)) return true;
  return false;
}

/** "the strike killed", "artillery fire from across the river had killed": an act, not a person, is the subject. */
function subjectIsAct(tokens: Tokens, from: number, verb: number): boolean {
  for (let i = verb - 1; i >= from; i--) {
    // "action was taken after explosions that killed four": another clause begins.
    if (/^(?:that|which|who|to)$/u.test(lower(tokens, i))) return false;
    if (isVerb(tokens, i) && !/^(?:be|have)$/u.test(lemma(tokens, i)) && i < verb - 1) return false;
    if (isNoun(tokens, i) && ACT_NOUN.test(lower(tokens, i))) return true;
  }
  return false;
}

interface Trigger {
  readonly status: LegalStatus;
  /** Words after which the matter stands. */
  readonly matter: RegExp;
  readonly needsWrong: boolean;
}

/** Participles and phrases without an accuser, by lemma: "was charged with theft", "is suspected of arson". */
const TRIGGERS: Readonly<Record<string, Trigger>> = {
  accuse: { status: 'alleged', matter: /^of$/u, needsWrong: false },
  charge: { status: 'charged', matter: /^(?:with|over)$/u, needsWrong: false },
  indict: { status: 'charged', matter: /^(?:on|for|over)$/u, needsWrong: false },
  suspect: { status: 'suspected', matter: /^of$/u, needsWrong: false },
  arrest: { status: 'arrested', matter: /^(?:of|for|over|with|after)$/u, needsWrong: true },
  detain: { status: 'arrested', matter: /^(?:of|for|over)$/u, needsWrong: true },
  investigate: { status: 'suspected', matter: /^(?:for|over)$/u, needsWrong: false },
  investigation: { status: 'suspected', matter: /^(?:for|over)$/u, needsWrong: true },
  question: { status: 'suspected', matter: /^(?:over|about)$/u, needsWrong: true },
  prosecute: { status: 'charged', matter: /^(?:for|over)$/u, needsWrong: false },
  sue: { status: 'sued', matter: /^(?:for|over)$/u, needsWrong: false },
  impeach: { status: 'charged', matter: /^(?:for|over|on)$/u, needsWrong: false },
  wanted: { status: 'suspected', matter: /^(?:for|over|with)$/u, needsWrong: false },
  trial: { status: 'on-trial', matter: /^(?:for|over|of|on)$/u, needsWrong: true },
  plead: { status: 'on-trial', matter: /^to$/u, needsWrong: false },
};

/** Nouns that stand for somebody's accusation. */
const ALLEGATION_NOUN = /^(?:allegations?|accusations?|suspicions?|charges?|claims?|counts?)$/u;

/** A clause begins here: a verb follows soon, or a word that looks like one behind a name. */
function tellsWhat(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (isVerb(tokens, i) || (i > from && lower(tokens, i).endsWith('ed'))) return true;
  return false;
}

function hasVerb(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isVerb(tokens, i)) return true;
  return false;
}

/** End of a noun phrase or clause that starts at `from`: the next comma, stop, quote or conjunction of another clause. */
function clauseEnd(tokens: Tokens, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const word = lower(tokens, i);
    if (
      /^[.;:?!]$/u.test(word) ||
      /^(?:but|while|whereas|although|though|which|who|prosecutors|according)$/u.test(word)
    )
      return i;
    if (word === ',' && i > from + 1) return i;
    if (word === 'and' && /^(?:VBD|VBN)$/u.test(tag(tokens, i + 1)) && !hasVerb(tokens, from, i)) return i;
    if (
      word === 'and' &&
      /^(?:is|are|was|were|has|had|have|will|he|she|they|faces|denies|denied|said)$/u.test(
        lower(tokens, i + 1),
      )
    )
      return i;
  }
  return to;
}

/** Allegations in words without a source of their own, in one sentence. */
function fromSentence(
  context: Context,
  sentence: Range,
  covered: (span: Span) => number,
  add: (accusation: Accusation) => void,
): void {
  const { graph } = context;
  const { placed, from, to } = sentence;
  const { tokens } = placed.paragraph;
  const cueSpan = (a: number, b: number): Span => spanOf({ placed, from: a, to: b });
  const put = (
    matter: Range,
    accused: number,
    cue: Span,
    status: LegalStatus,
    by = -1,
    heard = false,
  ): void => {
    const trimmed = withoutDay(trim(matter));
    if (trimmed.from >= trimmed.to) return;
    const span = spanOf(trimmed);
    const attribution = covered(span);
    // "pleaded not guilty to charges that she paid a man": whoever denies it does not say it.
    const denied = attribution >= 0 && context.cues[attribution]?.stance === 'deny';
    const speaker = attribution >= 0 && !denied ? (graph.sources[attribution]?.entity ?? -1) : -1;
    if (sameSide(graph, speaker, accused) || (by >= 0 && sameSide(graph, by, accused))) return;
    let accuser = speaker >= 0 ? speaker : by;
    // "was accused by prosecutors of theft": the accuser stands in the passive.
    for (let i = trimmed.from - 1; accuser < 0 && i > trimmed.from - 15 && i >= from; i--)
      if (lower(tokens, i) === 'by')
        accuser = entityAt(graph, spanOf({ placed, from: i + 1, to: trimmed.from }))?.index ?? -1;
    add({
      ...span,
      cue: [cue],
      attribution,
      accuser,
      accused,
      attributed: accuser >= 0,
      status,
      paragraph: placed.index,
      ...(heard ? { heard } : {}),
    });
  };
  for (let i = from; i < to; i++) {
    const word = lower(tokens, i);
    const base = lemma(tokens, i);
    if (!TRIGGER_WORDS.has(word) && !TRIGGER_WORDS.has(base)) continue;
    if ((tokens.quote[i] ?? 0) > 0 && covered(cueSpan(i, i + 1)) < 0) continue;
    if (
      word === 'allegedly' ||
      ((word === 'reportedly' || word === 'purportedly' || word === 'supposedly') &&
        findWrongs(tokens, i, Math.min(to, i + 10)).length > 0)
    ) {
      const start = clauseStart(tokens, from, i);
      const end = clauseEnd(tokens, i + 1, to);
      put({ placed, from: start, to: end }, subjectBefore(context, placed, i), cueSpan(i, i + 1), 'alleged');
      continue;
    }
    if (
      (word === 'alleged' || word === 'suspected' || word === 'purported') &&
      !/^(?:that|to|of|the|it|he|she|they)$/u.test(lower(tokens, i + 1)) &&
      !/^(?:is|are|was|were|be|been|has|have|had|he|she|they|also|who)$/u.test(lower(tokens, i - 1)) &&
      tag(tokens, i) !== 'VBD'
    ) {
      let end = i + 1;
      while (end < to && (isNoun(tokens, end) || /^(?:JJ|VBN|VBG|CC)$/u.test(tag(tokens, end)))) end++;
      if (end > i + 1) {
        // "the alleged theft of £40,000 by Ferrow": the phrase goes on after of and by.
        let tail = end;
        while (/^(?:of|from|by|in|at|against)$/u.test(lower(tokens, tail)) && tail < to)
          tail = Math.max(tail + 1, nounPhraseEnd(tokens, tail + 1, to));
        const person =
          /^(?:attacker|killer|thief|gunman|victim|accomplice|robber|driver|ringleader|spy|smuggler|perpetrator|hitman|member|leader|mastermind)s?$/u.test(
            lower(tokens, end - 1),
          );
        const by = find(tokens, end, tail, /^by$/u);
        const possessor =
          lower(tokens, i - 1) === "'s"
            ? entityAt(graph, spanOf({ placed, from: Math.max(from, i - 4), to: i - 1 }))
            : null;
        const dealt = by < 0 && !person && !possessor ? dealtWith(context, placed, from, i) : null;
        const accused =
          by >= 0
            ? (entityAt(graph, spanOf({ placed, from: by + 1, to: tail }))?.index ?? -1)
            : person
              ? (entityAt(graph, spanOf({ placed, from: i, to: end }))?.index ?? -1)
              : (possessor?.index ?? dealt?.party ?? subjectBefore(context, placed, i));
        if (lower(tokens, end - 1) !== 'victim' && lower(tokens, end - 1) !== 'victims')
          put(
            { placed, from: i, to: tail },
            accused,
            cueSpan(i, i + 1),
            dealt?.status ?? (word === 'suspected' ? 'suspected' : 'alleged'),
          );
      }
      continue;
    }
    // "is alleged to have hidden", "is believed to have fled with the cash"
    if (
      /^(?:alleged|said|believed|thought|reported|suspected|claimed|understood|accused)$/u.test(word) &&
      lower(tokens, i + 1) === 'to' &&
      lower(tokens, i + 2) === 'have'
    ) {
      const end = clauseEnd(tokens, i + 2, to);
      const wrongs = findWrongs(tokens, i + 3, end);
      if (word === 'alleged' || word === 'accused' || wrongs.length > 0)
        put(
          { placed, from: i + 3, to: end },
          subjectBefore(context, placed, i),
          cueSpan(i, i + 1),
          word === 'suspected' ? 'suspected' : 'alleged',
        );
      continue;
    }
    const trigger = TRIGGERS[word === 'wanted' ? 'wanted' : base];
    if (trigger && Object.hasOwn(TRIGGERS, word === 'wanted' ? 'wanted' : base)) {
      const active = !readsAsCharge(tokens, i, base);
      if (active && !charges(tokens, i, base)) continue;
      let at = -1;
      const reach = lower(tokens, i + 1) === 'by' ? 14 : 9;
      for (let k = i + 1; k < Math.min(to, i + reach); k++) {
        if (trigger.matter.test(lower(tokens, k))) {
          at = k;
          if (base !== 'arrest' && base !== 'detain') break;
          // "arrested on suspicion of": the last of the prepositions.
          if (lower(tokens, k) === 'of' || lower(tokens, k) === 'with') break;
        }
        if (/^[.;]$/u.test(lower(tokens, k)) || isVerb(tokens, k)) break;
        // "accused by a colleague, Bill Mead, of taking"
        if (lower(tokens, k) === ',' && lower(tokens, i + 1) !== 'by') break;
      }
      if (at < 0) continue;
      const end = clauseEnd(tokens, at + 1, to);
      const suspicion = lower(tokens, at - 1) === 'suspicion';
      if (trigger.needsWrong && !suspicion && findWrongs(tokens, at + 1, end).length === 0) continue;
      if (/^[\p{P}]+$/u.test(lower(tokens, at + 1)) && !/^["“‘'«]$/u.test(lower(tokens, at + 1))) continue;
      const subject = subjectBefore(context, placed, i);
      if (!active) {
        put({ placed, from: at + 1, to: end }, subject, cueSpan(i, i + 1), trigger.status);
        continue;
      }
      // "Prosecutors on Thursday charged two engineers with manslaughter": the object is accused, the subject accuses
      const object = entityAt(graph, spanOf({ placed, from: i + 1, to: at }))?.index ?? -1;
      if (object >= 0 && object !== subject)
        put({ placed, from: at + 1, to: end }, object, cueSpan(i, i + 1), trigger.status, subject);
      continue;
    }
    if (/^(?:heard|hears|alleged|claimed)$/u.test(word) && i > from + 5) {
      const tail = tailStart(tokens, from, i);
      const span = tail > 0 ? cueSpan(from, tail) : null;
      if (span && covered(span) < 0) {
        const verb = firstVerb({ placed, from, to: tail });
        const heard = word.startsWith('hear');
        const hearing = COURT_NOUN.test(lower(tokens, heard ? i - 1 : i));
        if (verb > from && (heard ? hearing : findWrongs(tokens, from, tail).length > 0)) {
          const head = headBefore(tokens, from, verb);
          const party =
            head >= 0
              ? describedAt(graph, context.nouns, tokens, head, -1)
              : (entityAt(graph, cueSpan(from, verb))?.index ?? -1);
          const by = heard ? -1 : (entityAt(graph, cueSpan(tail + 1, i))?.index ?? -1);
          put({ placed, from, to: tail }, party, cueSpan(i, i + 1), 'alleged', by, heard);
        }
      }
      continue;
    }
    if (ALLEGATION_NOUN.test(word) && isNoun(tokens, i)) {
      const next = lower(tokens, i + 1);
      const plainClaim = /^(?:claim|claims|charge|charges|counts?)$/u.test(word);
      let at = -1;
      for (let k = i + 1; k < Math.min(to, i + 8); k++) {
        if (/^(?:that|of)$/u.test(lower(tokens, k))) {
          at = k;
          break;
        }
        if (/^(?:[,.;:"“”‘’']|as)$/u.test(lower(tokens, k)) || (isVerb(tokens, k) && k > i + 1)) break;
      }
      let against =
        next === 'against'
          ? (entityAt(graph, spanOf({ placed, from: i + 2, to: Math.min(to, at > 0 ? at : i + 8) }))?.index ??
            -1)
          : -1;
      if (at < 0) continue;
      let end = clauseEnd(tokens, at + 1, to);
      // "allegations of fraud against the Lantern Trust"
      const target = lower(tokens, at) === 'of' ? find(tokens, at + 1, end, /^against$/u) : -1;
      if (target > 0) {
        against =
          entityAt(graph, spanOf({ placed, from: target + 1, to: Math.max(target + 2, end) }))?.index ?? -1;
        end = target;
      }
      const wrongs = findWrongs(tokens, at + 1, end);
      if (plainClaim && wrongs.length === 0) continue;
      if (wrongs.length === 0 && against < 0 && lower(tokens, at) !== 'that') continue;
      const inner = mentionsIn(graph, spanOf({ placed, from: at + 1, to: Math.max(at + 2, end) })).find(
        (mention) => mention.entity >= 0 && mention.subject,
      );
      // Whoever dismisses claims is not whom they are about.
      const held = covered(cueSpan(i, i + 1)) >= 0;
      const accused =
        against >= 0 ? against : (inner?.entity ?? (held ? -1 : subjectBefore(context, placed, i)));
      const by = lower(tokens, i + 1) === 'by' ? (entityAt(graph, cueSpan(i + 2, at))?.index ?? -1) : -1;
      put(
        { placed, from: at + 1, to: end },
        accused,
        cueSpan(i, i + 1),
        /^(?:charges?|counts?)$/u.test(word) ? 'charged' : 'alleged',
        by,
      );
    }
  }
}

const DAY =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|mon|tue|wed|thu|fri|sat|sun)$/u;

/** "fraud [on Friday]": the day is when somebody was charged, not what with. */
function withoutDay(range: Range): Range {
  const { tokens } = range.placed.paragraph;
  let { to } = range;
  if (to - range.from > 1 && DAY.test(lower(tokens, to - 1))) {
    to--;
    if (/^(?:on|last|this)$/u.test(lower(tokens, to - 1))) to--;
    if (lower(tokens, to - 1) === 'on') to--;
  }
  return to > range.from ? { ...range, to } : range;
}

const COURT_NOUN = /^(?:court|jury|jurors|tribunal|inquest|hearing|panel|inquiry|magistrates|judge)$/u;

/** The comma before a reporting tail that ends at the verb: "…[,] a nursing tribunal heard", or -1. */
function tailStart(tokens: Tokens, from: number, verb: number): number {
  for (let i = verb - 1; i > Math.max(from + 2, verb - 10); i--) {
    if (lower(tokens, i) === ',') return i;
    if (isVerb(tokens, i) && !/^(?:has|have|had|was|were|been)$/u.test(lower(tokens, i))) return -1;
  }
  return -1;
}

/** End of a noun phrase that starts at `from`. */
function nounPhraseEnd(tokens: Tokens, from: number, to: number): number {
  let i = from;
  while (i < to && /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|PRP\$|POS|\$)$/u.test(tag(tokens, i))) i++;
  return i;
}

/** Start of the clause that holds "allegedly": after the last comma, conjunction or relative before it. */
function clauseStart(tokens: Tokens, from: number, at: number): number {
  for (let i = at - 1; i > from; i--) {
    const word = lower(tokens, i);
    if (/^(?:that|who|which|and|but|after|because|when|where|;|:)$/u.test(word))
      return word === 'who' || word === 'which' ? at : i + 1;
  }
  return from;
}

/** Participle or passive of a legal verb said of somebody; not "charged his phone", "the charge". */
function readsAsCharge(tokens: Tokens, at: number, base: string): boolean {
  const word = lower(tokens, at);
  if (base === 'trial')
    return /^(?:on|stand|stands|standing|stood|facing|faces|face)$/u.test(lower(tokens, at - 1));
  if (base === 'investigation') return /^(?:under|criminal)$/u.test(lower(tokens, at - 1));
  if (base === 'plead') return lower(tokens, at + 1) === 'not' && lower(tokens, at + 2) === 'guilty';
  if (word === 'wanted')
    return (
      /^(?:VBN|JJ)$/u.test(tag(tokens, at)) ||
      /^(?:is|was|are|were|man|woman|,)$/u.test(lower(tokens, at - 1))
    );
  if (!word.endsWith('ed')) return false;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const before = lower(tokens, i);
    if (/^(?:not|n't|never|nor|neither)$/u.test(before)) return false;
    if (/^(?:is|are|was|were|been|being|be|stands|stand|stood|who|,|get|got)$/u.test(before)) return true;
    if (!/(?:ly|also|since|then|later|again|have|has|had|jointly|both|all)$/u.test(before)) break;
  }
  // "a man accused of theft", headline "Mayor charged with fraud": a noun directly before, and the matter directly after.
  return (isNoun(tokens, at - 1) || at === 0) && /^(?:of|with|over|on|in|for)$/u.test(lower(tokens, at + 1));
}

const DEALT: Readonly<Record<string, LegalStatus>> = {
  arraign: 'charged',
  charge: 'charged',
  indict: 'charged',
  arrest: 'arrested',
  detain: 'arrested',
  prosecute: 'on-trial',
  sue: 'sued',
};

/** "The anti-fraud office on Friday arraigned Olu Bado over an alleged theft": the law's object, not its subject. */
function dealtWith(
  { graph }: Context,
  placed: PlacedParagraph,
  from: number,
  to: number,
): { readonly party: number; readonly status: LegalStatus } | null {
  const { tokens } = placed.paragraph;
  for (let i = to - 1; i > from; i--) {
    const base = lemma(tokens, i);
    const status = Object.hasOwn(DEALT, base) ? DEALT[base] : undefined;
    if (status === undefined || !/^(?:VBD|VBZ|VBP)$/u.test(tag(tokens, i))) continue;
    if (/^(?:is|are|was|were|been|be|being|who|and)$/u.test(lower(tokens, i - 1))) return null;
    const object = mentionsIn(graph, spanOf({ placed, from: i + 1, to })).find(({ entity }) => entity >= 0);
    return object ? { party: object.entity, status } : null;
  }
  return null;
}

/** "charged two engineers with", "arrested a man on suspicion of": an authority does it to somebody. */
function charges(tokens: Tokens, at: number, base: string): boolean {
  if (!/^(?:accuse|charge|indict|arrest|sue|detain)$/u.test(base) || !/^(?:VBD|VBN)$/u.test(tag(tokens, at)))
    return false;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--)
    if (/^(?:not|n't|never|to|if|may|might|could|would|will)$/u.test(lower(tokens, i))) return false;
  return /^(?:DT|CD|NN|NNS|NNP|JJ|PRP\$)$/u.test(tag(tokens, at + 1));
}

/** Words and lemmas that may open an accusation without a source; keeps all other sentences away from the reading. */
const TRIGGER_WORDS: ReadonlySet<string> = new Set(
  'heard hears allegedly reportedly purportedly supposedly alleged suspected purported allegation allegations accusation accusations suspicion suspicions charge charges claim claims count counts said believed thought reported claimed understood accused accuse charged indict suspect arrest detain investigate investigation question prosecute sue impeach wanted trial plead'.split(
    ' ',
  ),
);

/** True if one of the words stands in the sentence. */
function hasTrigger(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (TRIGGER_WORDS.has(lower(tokens, i)) || TRIGGER_WORDS.has(lemma(tokens, i))) return true;
  return false;
}

/** Nouns for what somebody says of another, without saying who. */
const CLAIM = /^(?:claims?|allegations?|accusations?|reports?|suggestions?|rumou?rs?|charges?)$/u;

const BEFORE_THE_LAW =
  /^(?:trial|court|judge|jury|charge|charged|charges|count|counts|bail|magistrates|tribunal)$/u;

/**
 * "Kyle Denholm, 19, denies conspiracy to commit arson and is due to stand trial": whoever denies an offence before the
 * law stands accused of it. A denial alone is no allegation.
 */
function deniedOffence(context: Context, index: number, { placed, from, to }: Range): Accusation | null {
  const { tokens } = placed.paragraph;
  const accused = context.graph.sources[index]?.entity ?? -1;
  const offence = findWrongs(tokens, from, Math.min(to, from + 4)).some(({ level }) => level !== 'weak');
  // "denied wrongdoing" names nothing that anybody could check
  if (!offence || accused < 0 || /^(?:any|all|the|wrongdoing|having|that)$/u.test(lower(tokens, from)))
    return null;
  const sentence = sentenceAround(placed, from);
  let law = false;
  for (let i = sentence.from; i < sentence.to && !law; i++) law = BEFORE_THE_LAW.test(lower(tokens, i));
  if (!law) return null;
  let end = from + 1;
  while (end < to && !(lower(tokens, end) === 'and' && isVerb(tokens, end + 1))) end++;
  const matter = trim({ placed, from, to: end });
  return {
    ...spanOf(matter),
    cue: [...(context.document.attributions[index]?.cue ?? [])],
    attribution: -1,
    accuser: -1,
    accused,
    attributed: false,
    status: 'alleged',
    paragraph: placed.index,
  };
}

/**
 * "Russia denied claims that it had been told": what somebody claims without being named stands in the denial.
 */
function deniedClaim(context: Context, index: number, attribution: LinkedAttribution): Accusation | null {
  const cue = context.cues[index];
  const content = attribution.content[0];
  if (cue?.stance !== 'deny' || cue.negated || !content) return null;
  // "called the report “pure fiction”": the words after it are the reply's own
  if (/^(?:call|describe|brand|label|denounce|say)$/u.test(cue.lemma)) return null;
  const range = rangeOf(context.document, content);
  if (!range) return null;
  const { placed, from, to } = range;
  const { tokens } = placed.paragraph;
  const claim = CLAIM.test(lower(tokens, from - 1)) ? from - 1 : -1;
  let at = claim < 0 ? from : claim;
  while (
    at < Math.min(to, from + 3) &&
    /^(?:the|any|all|these|such|media|repeated|earlier|recent|widespread|as)$/u.test(lower(tokens, at))
  )
    at++;
  if (!CLAIM.test(lower(tokens, at))) return deniedOffence(context, index, { placed, from, to });
  const matter = at + 1 + (/^(?:that|of)$/u.test(lower(tokens, at + 1)) ? 1 : 0);
  if (to - matter < 3 || /^(?:by|from|against|as|made|in|last|on|,)$/u.test(lower(tokens, matter)))
    return null;
  // "denied claims it had been told"; not "dismissed the claim last week as a dream"
  if (matter === at + 1 && !tellsWhat(tokens, matter, Math.min(to, matter + 6))) return null;
  return {
    ...spanOf(trim({ placed, from: matter, to })),
    cue: [spanOf({ placed, from: at, to: at + 1 })],
    attribution: -1,
    accuser: -1,
    accused: context.graph.sources[index]?.entity ?? -1,
    attributed: false,
    status: 'alleged',
    paragraph: placed.index,
  };
}

/** All allegations of a document, in text order. */
export function findAccusations(
  context: Context,
  answers: Answers,
  suspects: ReadonlySet<number>,
): Accusation[] {
  const { document, graph } = context;
  const found: Accusation[] = [];
  document.attributions.forEach((attribution, index) => {
    const accusation = fromAttribution(context, index, attribution);
    if (accusation) found.push(accusation);
  });
  document.attributions.forEach((attribution, index) => {
    const accusation = deniedClaim(context, index, attribution);
    // what has been told already is the same charge
    if (
      accusation &&
      !(accusation.accused >= 0 && found.some(({ accused }) => accused === accusation.accused))
    )
      found.push(accusation);
  });
  found.push(...findContested(context, found, answers, suspects));
  // Attribution by place of its spans, for the sentences that carry their own words of accusation.
  const byParagraph = new Map<number, number[]>();
  document.attributions.forEach((attribution, index) => {
    for (const content of attribution.content) {
      const range = rangeOf(document, content);
      if (!range) continue;
      const list = byParagraph.get(range.placed.index) ?? [];
      list.push(index);
      byParagraph.set(range.placed.index, list);
    }
  });
  const foundIn = new Map<number, Accusation[]>();
  for (const accusation of found) {
    const list = foundIn.get(accusation.paragraph);
    if (list) list.push(accusation);
    else foundIn.set(accusation.paragraph, [accusation]);
  }
  for (const placed of document.paragraphs) {
    const { paragraph } = placed;
    if (paragraph.zone !== 'body' && paragraph.zone !== 'headline') continue;
    const here = byParagraph.get(placed.index) ?? [];
    const near = foundIn.get(placed.index) ?? [];
    const covered = (span: Span): number =>
      here.find((index) =>
        document.attributions[index]?.content.some(
          (content) => content.start <= span.start && span.end <= content.end,
        ),
      ) ?? -1;
    for (let s = 0; s < paragraph.sentenceStart.length; s++) {
      const from = paragraph.sentenceStart[s] ?? 0;
      const to = paragraph.sentenceStart[s + 1] ?? paragraph.tokens.count;
      if (!hasTrigger(paragraph.tokens, from, to)) continue;
      fromSentence(context, { placed, from, to }, covered, (accusation) => {
        // "accused the leader of Tarn council, Piers Holloway, of a cover-up" has been read from the statement.
        if (
          near.some((one) =>
            one.cue.some((cue) => accusation.cue.some((own) => cue.start < own.end && own.start < cue.end)),
          )
        )
          return;
        const other = near.find(
          (earlier) => earlier.start < accusation.end && accusation.start < earlier.end,
        );
        if (!other) {
          // Inside what somebody denies there is no allegation of theirs, but one that they answer.
          const cue = accusation.attribution >= 0 ? context.cues[accusation.attribution] : undefined;
          // "denies five counts of theft": what is denied has been told
          const denier = graph.sources[accusation.attribution]?.entity ?? -1;
          const told = found.some((one) => one.accused === denier || one.accused < 0);
          const counts = COUNTED.test(
            accusation.cue.map((span) => document.text.slice(span.start, span.end)).join(' '),
          );
          if (cue?.stance === 'deny' && counts && told) return;
          const own =
            cue?.stance === 'deny'
              ? { ...accusation, attribution: -1, accuser: -1, attributed: false }
              : accusation;
          found.push(own);
          near.push(own);
          return;
        }
        if (other.accused < 0) other.accused = accusation.accused;
      });
    }
  }
  nameHeard(context, found, suspects);
  nameDescribed(context, found);
  nameUnnamed(context, found);
  for (const accusation of found) accusation.accused = stateBehind(graph, accusation.accused);
  found.push(...findInHeadlines(context, found));
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** "A surgeon closed his eyes, a tribunal heard": whoever stands there, if the law has one person in its hands. */
function nameHeard({ graph }: Context, found: readonly Accusation[], suspects: ReadonlySet<number>): void {
  const people = [...suspects].filter((party) => graph.entities[party]?.type === 'person');
  const only = people.length === 1 ? people[0] : undefined;
  if (only === undefined) return;
  for (const accusation of found)
    if (accusation.heard && !suspects.has(accusation.accused)) accusation.accused = only;
}

/** The party is the source of a statement in the next three paragraphs. */
function speaksSoon({ graph, document }: Context, party: number, accusation: Accusation): boolean {
  return (graph.entities[party]?.mentions ?? []).some((at) => {
    const mention = graph.mentions[at];
    if (!mention || mention.attribution < 0) return false;
    const paragraph = document.attributions[mention.attribution]?.paragraph ?? -1;
    return paragraph >= accusation.paragraph && paragraph - accusation.paragraph <= 4;
  });
}

/** "A former care home manager stole …": the named party that the article describes by the same noun, if only one. */
function nameDescribed(context: Context, found: readonly Accusation[]): void {
  const { graph, nouns } = context;
  const countries = graph.entities.filter(({ type, named }) => type === 'country' && named);
  for (const accusation of found) {
    const entity = graph.entities[accusation.accused];
    // "Ilmenian troops": the adjective of a country that the article names.
    const stem =
      entity?.named && entity.type !== 'country'
        ? /^(\p{Lu}\p{Ll}{3,}?)(?:ian|an|n|ese|ish|i)$/u.exec(entity.name)?.[1]
        : undefined;
    const country =
      stem === undefined
        ? undefined
        : countries.find(({ name }) => name.startsWith(stem) && name.length <= stem.length + 3);
    if (country) {
      accusation.accused = country.index;
      continue;
    }
    if (!entity || entity.named || (entity.type !== 'person' && entity.type !== 'organization')) continue;
    const head = /([\p{L}]+)$/u.exec(
      entity.name.toLowerCase().replace(/\s+(?:of|in|at|from|for|with|who)\s.*$/u, ''),
    );
    const noun = (head?.[1] ?? '').replace(/(?<=[^s])s$/u, '');
    const fits = (index: number): boolean => {
      const other = graph.entities[index];
      const alike = other?.type === entity.type || (isFirmNoun(noun) && other?.type === 'organization');
      return other?.named === true && alike && index !== accusation.accuser;
    };
    let fitting = (nouns.get(noun) ?? []).filter(fits);
    // "accused the port operator … Portek said": the only firm that speaks behind the accusation
    if (fitting.length === 0 && isFirmNoun(noun))
      fitting = (nouns.get('firm') ?? []).filter(
        (index) => fits(index) && speaksSoon(context, index, accusation),
      );
    if (fitting.length === 1) accusation.accused = fitting[0] ?? accusation.accused;
  }
}

/** "A football agent asked for cash …": the party that the rest of the article accuses, when it is only one. */
function nameUnnamed({ document, graph }: Context, found: readonly Accusation[]): void {
  const parties = new Set(found.map((accusation) => accusation.accused).filter((party) => party >= 0));
  const only = parties.size === 1 ? [...parties][0] : undefined;
  const entity = only === undefined ? undefined : graph.entities[only];
  if (only === undefined || !entity) return;
  const several = entity.plural || entity.type !== 'person';
  const accusers = new Set(found.filter(({ accused }) => accused === only).map(({ accuser }) => accuser));
  for (const accusation of found) {
    if (accusation.accused >= 0 || accusation.accuser === only || accusation.act) continue;
    // Somebody else's accusation may be of somebody else: nobody is guessed.
    const before = document.text.slice(Math.max(0, accusation.start - 80), accusation.start + 5);
    const anaphor = several && PAIR.test(before.slice(before.lastIndexOf('\n') + 1));
    if (accusation.accuser >= 0 && !accusers.has(accusation.accuser) && !anaphor) continue;
    // "Residents said soldiers had burned the market": several are not the one man of another accusation.
    const range = rangeOf(document, accusation);
    const verb = range ? firstVerb(range) : -1;
    const head = range && verb > 0 ? headBefore(range.placed.paragraph.tokens, range.from, verb) : -1;
    if (range && head >= 0 && tag(range.placed.paragraph.tokens, head) === 'NNS' && !several) continue;
    // "the vote was rigged": something is the subject, and whose doing it was is not said.
    if (range && verb > range.from && head < 0) continue;
    accusation.accused = only;
  }
}

const COUNTED = /^(?:counts?|charges?)$/iu;

/** Words that take up two or more who have been named: "The pair were accused of …". */
const PAIR = /\b(?:the (?:pair|two|trio|three|couple|men|women)|both|they)\b/iu;

function firstVerb({ placed, from, to }: Range): number {
  for (let i = from; i < to; i++) if (/^(?:VBD|VBZ|VBP|MD)$/u.test(tag(placed.paragraph.tokens, i))) return i;
  return -1;
}
