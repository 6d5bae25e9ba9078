/**
 * Contested facts: somebody says in neutral words what a party did, and the article does not vouch for it. No single
 * sign decides; words that speak against the party, who says so, and above all whether the party answers are weighed
 * together. Knows cues, standings, the entity graph and what is alleged in so many words; replies are linked later.
 */
import type { LinkedAttribution } from '../attribute/linked.ts';
import { mentionsIn } from '../resolve/entities.ts';
import type { Accusation } from './accusations.ts';
import { adverseWeight } from './adverse.ts';
import type { CueMeaning } from './cueMeaning.ts';
import { describedAt, headBefore, houseOf, isPartyNoun } from './descriptions.ts';
import {
  type Context,
  clauseOf,
  find,
  identifiable,
  isGoverned,
  subjectIsParty,
  verbFollows,
} from './parties.ts';
import { answersFor, sameSide } from './sides.ts';
import type { Standing } from './standing.ts';
import type { PlacedParagraph, Tokens } from '../segment/paragraph.ts';
import { type Range, isNoun, isPastAt, lemma, lower, rangeOf, spanOf, tag } from './tokens.ts';
import { shared } from './topics.ts';
import { findWrongs } from './wrongdoing.ts';

/** How statements answer each other, read when asked for, by index of the attribution. */
export interface Answers {
  /** It denies outright. */
  readonly denies: (index: number) => boolean;
  /** Its words negate something. */
  readonly negates: (index: number) => boolean;
  readonly topic: (index: number) => ReadonlySet<string>;
}

/** What a statement says that a party did. */
interface Assertion {
  readonly clause: Range;
  /** Index of the party's entity, or -1 when it is only described or not named at all. */
  readonly party: number;
  readonly how: 'named' | 'pronoun' | 'described' | 'none';
}

/** Stances of cues that leave open what the content does. */
export const OPEN_CUE: ReadonlySet<string> = new Set([
  'neutral',
  'claim',
  'condemn',
  'other',
  'believe',
  'confirm',
  'warn',
]);

/** What a court does with these verbs is established, not alleged. */
const ESTABLISHES = /^(?:rule|find|convict|order|decide|sentence|conclude|hold|acquit|clear)$/u;

export function establishes(lemmaOfCue: string): boolean {
  return ESTABLISHES.test(lemmaOfCue);
}

/** Reply verbs that answer somebody: "countered", "insisted". */
const ANSWERS =
  /^(?:counter|retort|respond|reply|insist|maintain|contend|argue|rebut|protest|dispute|reject|dismiss|deny|answer|call|brand)$/u;

/** Cues under which somebody stakes a word of their own: "claimed", "testified", "swore". */
const STAKES =
  /^(?:claim|contend|assert|testify|suggest|insinuate|imply|hint|swear|reveal|describe|recall|recount|complain|protest|charge|tweet)$/u;
const PAPER =
  /\b(?:audit\w*|lawsuit|suit|complaint|indictment|affidavit|charge sheet|filings?|prosecut\w+|plaintiffs?|memos?|leaked|invoices?|emails?|e-mails|logs?|records|documents?|dossier|report|inquiry|investigat\w+|inspectors?|regulators?|watchdog|commission|panel|whistleblower)\b/iu;
/** Those who speak against somebody by their place: insiders, opponents, victims, outlets. */
const SIDE =
  /\b(?:former|ex-|unions?|opposition|opponent|rival|campaigners?|charity|critics?|residents?|villagers?|witness\w*|survivors?|victims?|widow|mother|father|families|family|relatives|neighbou?rs?|workers|staff|employees|nurses?|captains?|condition of anonymity|not to be (?:named|identified)|newspaper|magazine|television|radio|agency|outlet|person (?:close|familiar|in)|people (?:close|familiar)|officials|police|sheriff|deput(?:y|ies)|trooper|detectives?|army|military|government|ministry|senator|councill?or|lawmakers?)\b/iu;
/** Who investigates and may believe something of somebody without having it proved. */
const INVESTIGATES =
  /\b(?:police|investigators?|detectives?|prosecutors?|officers|authorities|union|officials)\b/iu;

/** How many attributions may lie between a statement and the denial that answers it. */
const REACH = 60;
/**
 * What each sign weighs. Set by hand in the order of how often it goes with a contested fact in the training part of the
 * corpus; a statement counts as an allegation from `enough` up.
 */
const WEIGHTS = {
  enough: 2.1,
  /** The party is the named subject; somebody is meant by description or pronoun. */
  named: 1,
  meant: 0.6,
  staked: 1.2,
  papers: 0.6,
  takesSides: 0.9,
  inCourt: 1.2,
  /** A single person of no standing vouches for less than a body, a paper or several. */
  person: -0.5,
  ownSide: -1.5,
  expert: -1,
  /** The same accuser has accused the party already; the law has it in its hands; somebody else accuses it. */
  sameAccuser: 1.2,
  suspect: 1,
  accused: 0.4,
  /** The party was done to rather than did: "was dismissed". */
  patient: -1.5,
} as const;

/** Verbs that tell of something to come or wished for. */
const UNREAL_VERB = /^(?:will|would|should|could|can|may|might|must|shall|'ll|'d)$/u;

/** The party that a statement is about: the first subject of its content that is somebody else and can be identified. */
export function partyOf(
  context: Context,
  index: number,
  attribution: LinkedAttribution,
): { readonly clause: Range; readonly party: number; readonly verb: number } | null {
  const { document, graph } = context;
  const speaker = graph.sources[index]?.entity ?? -1;
  for (const content of attribution.content) {
    const range = rangeOf(document, content);
    if (!range) continue;
    for (const mention of mentionsIn(graph, content)) {
      if (mention.entity < 0 || mention.entity === speaker || sameSide(graph, speaker, mention.entity))
        continue;
      if (!identifiable(graph, mention.entity)) continue;
      const place = rangeOf(document, mention);
      if (!place) continue;
      const { tokens } = place.placed.paragraph;
      // "Maravia's culture minister crossed": the possessor is not the subject.
      if (tag(tokens, place.to) === 'POS' && isNoun(tokens, place.to + 1)) {
        const owned = ownedBy(context, place.placed, place.to + 1);
        if (owned >= 0 && owned !== speaker && owned !== mention.entity) {
          const whole = clauseOf(place.placed, place.from, range.from, range.to);
          let verb = place.to + 1;
          while (verb < whole.to && !/^(?:VBD|VBZ|VBP|MD)$/u.test(tag(tokens, verb))) verb++;
          if (verb < whole.to && isPastAt(tokens, verb)) return { clause: whole, party: owned, verb };
        }
      }
      const clause = clauseOf(place.placed, place.from, range.from, range.to);
      // Something done, not something to come: a past or perfect verb right after the party.
      const { from: opens } = clause;
      let verb = place.to;
      while (verb < clause.to && !/^(?:VBD|VBZ|VBP|MD)$/u.test(tag(tokens, verb))) verb++;
      if (verb >= clause.to || verb - place.to > 12) continue;
      if (!mention.subject && !verbFollows(tokens, place.to, verb) && place.from > opens + 2) continue;
      // "he was in the car when Marek made the call": what the clause is about stands before the "when"
      if (
        find(tokens, opens, place.from, /^(?:when|while|because|if|before|after|where|whom|whose|until)$/u) >=
        0
      )
        break;
      // "thefts in England rose": a place, not a party
      if (isGoverned(tokens, place.from, opens)) continue;
      if (UNREAL_VERB.test(lower(tokens, verb))) break;
      // "officials said" inside a content tells who said it, not what they did
      if (reports(tokens, verb)) continue;
      const perfect = /^(?:has|have|had)$/u.test(lower(tokens, verb));
      if (!isPastAt(tokens, verb) && !perfect && !isGoing(tokens, verb)) break;
      // "his opponent, Joan Tidy, had left": the name beside the verb is the party.
      const nearer = mentionsIn(graph, {
        start: mention.end,
        end: spanOf({ placed: place.placed, from: verb, to: verb + 1 }).start,
      })
        .filter((other) => other.entity >= 0 && other.entity !== speaker)
        .find((other) => {
          const at = rangeOf(document, other);
          return at !== null && !isGoverned(tokens, at.from, clause.from) && verbFollows(tokens, at.to, verb);
        });
      return { clause, party: nearer?.entity ?? mention.entity, verb };
    }
  }
  return null;
}

/** "the company is punishing workers": it is being done; but not "is being punished". */
function isGoing(tokens: Tokens, at: number): boolean {
  return (
    /^(?:is|are)$/u.test(lower(tokens, at)) &&
    tag(tokens, at + 1) === 'VBG' &&
    lower(tokens, at + 1) !== 'being'
  );
}

/** "said", "reported": somebody's words, not an act; but "told them to rotate the picture". */
function reports(tokens: Tokens, verb: number): boolean {
  const base = lemma(tokens, verb);
  if (base === 'tell') return find(tokens, verb + 1, Math.min(tokens.count, verb + 5), /^to$/u) < 0;
  return /^(?:say|add|claim|report|announce|write|note|state)$/u.test(base);
}

/** The entity that a possessed noun phrase stands for: "[culture minister]" after "Maravia's". */
function ownedBy({ graph, nouns }: Context, placed: PlacedParagraph, from: number): number {
  const { tokens } = placed.paragraph;
  let head = from;
  while (isNoun(tokens, head + 1)) head++;
  return isPartyNoun(lower(tokens, head)) ? describedAt(graph, nouns, tokens, head, -1) : -1;
}

/** The first clause of a content whose subject is a party that is only described: "A surgeon closed his eyes". */
export function describedAct(
  { document, graph, nouns }: Context,
  attribution: LinkedAttribution,
  speaker: number,
): { readonly clause: Range; readonly party: number } | null {
  for (const content of attribution.content) {
    const range = rangeOf(document, content);
    if (!range) continue;
    const { placed, from, to } = range;
    const { tokens } = placed.paragraph;
    for (let i = from; i < Math.min(to, from + 24); i++) {
      const going = isGoing(tokens, i);
      const perfect = /^(?:has|have|had)$/u.test(lower(tokens, i));
      if (!going && !perfect && !isPastAt(tokens, i) && /^(?:VBZ|VBP|MD)$/u.test(tag(tokens, i))) break;
      // "The captain of a ferry that sank … sailed": a relative clause is not the statement.
      if ((going || perfect || isPastAt(tokens, i)) && !/^(?:that|who|which)$/u.test(lower(tokens, i - 1))) {
        // "his fighters had no mines": the speaker's own side
        if (
          /^(?:his|her|its|their|our|my)$/u.test(lower(tokens, from)) ||
          /^(?:his|her|its|their|our|my)$/u.test(lower(tokens, from + 1))
        )
          return null;
        if (!subjectIsParty(tokens, from, i)) return null;
        // "A water company has been fined": it was done to them
        if (isPatient({ placed, from, to }, i)) return null;
        const head = headBefore(tokens, from, i);
        const known = head >= 0 ? describedAt(graph, nouns, tokens, head, speaker) : -1;
        const party = known < 0 && head >= 0 ? houseOf(graph, placed, head, i) : known;
        return { clause: clauseOf(placed, i, from, to), party };
      }
    }
  }
  return null;
}

/** "was dismissed", "were shot": the subject suffered it; but "was seen driving off", "had been warned twice". */
function isPatient({ placed, to }: Range, verb: number): boolean {
  const { tokens } = placed.paragraph;
  let at = verb;
  while (at < to && /^(?:is|are|was|were|been|being|has|have|had|'s|'ve)$/u.test(lower(tokens, at))) at++;
  const be = /^(?:is|are|was|were|been|being)$/u.test(lower(tokens, at - 1));
  return (
    be &&
    /^(?:VBN|VBD)$/u.test(tag(tokens, at)) &&
    !/^(?:seen|caught|spotted|filmed|recorded|asked|warned|told|paid|involved|overheard)$/u.test(
      lower(tokens, at),
    )
  );
}

/** Something that happened, whoever did it: "A lorry vanished from the compound", "The money was lent to the founder". */
function plainFact({ document }: Context, attribution: LinkedAttribution): Range | null {
  for (const content of attribution.content) {
    const range = rangeOf(document, content);
    if (!range) continue;
    const { placed, from, to } = range;
    const { tokens } = placed.paragraph;
    for (let i = from; i < Math.min(to, from + 24); i++) {
      const past = isPastAt(tokens, i);
      if (UNREAL_VERB.test(lower(tokens, i)) || (!past && /^(?:VBZ|VBP)$/u.test(tag(tokens, i)))) break;
      if (past) {
        const first = lower(tokens, i - 1);
        return first === 'i' || first === 'we' ? null : clauseOf(placed, i, from, to);
      }
    }
  }
  return null;
}

/**
 * The pronoun that a statement begins with, when somebody else than the speaker is meant: "He put both hands on me",
 * "You took their money". The party is the hearer of "you", what the pronoun resolves to, or -1 for whoever is accused.
 */
function pronounAct(
  { document, graph }: Context,
  index: number,
  attribution: LinkedAttribution,
): { readonly clause: Range; readonly party: number; readonly they: boolean } | null {
  const speaker = graph.sources[index]?.entity ?? -1;
  for (const content of attribution.content) {
    const range = rangeOf(document, content);
    if (!range) continue;
    const { placed, from, to } = range;
    const { tokens } = placed.paragraph;
    for (let i = from; i < Math.min(to, from + 6); i++) {
      const word = lower(tokens, i);
      if (!/^(?:he|she|they|you)$/u.test(word)) continue;
      let verb = i + 1;
      while (verb < to && tag(tokens, verb) === 'RB') verb++;
      const done = isPastAt(tokens, verb) || /^(?:'ve|have|has|had|'s)$/u.test(lower(tokens, verb));
      if (!done || reports(tokens, verb)) break;
      const clause = clauseOf(placed, i, from, to);
      const they = word === 'they';
      if (word === 'you') return { clause, party: graph.sources[index]?.to ?? -2, they };
      const span = spanOf({ placed, from: i, to: i + 1 });
      const mention = mentionsIn(graph, span).find((one) => one.start === span.start && one.end === span.end);
      const quoted = (tokens.quote[i] ?? 0) > 0;
      const entity = mention?.entity ?? -1;
      if (entity === speaker) return null;
      if (entity >= 0) return { clause, party: entity, they };
      // Outside quotation marks an open "she" may well be the speaker herself.
      const alone = graph.entities[speaker];
      const several = alone?.plural === true || (alone !== undefined && alone.type !== 'person');
      return quoted || several ? { clause, party: -1, they } : null;
    }
  }
  return null;
}

/** Everything against which a statement is weighed. */
interface Weighing {
  readonly answers: Answers;
  /** Parties that the law has in its hands. */
  readonly suspects: ReadonlySet<number>;
  /** Parties that are accused in so many words, and pairs of accused and accuser. */
  readonly accused: ReadonlySet<number>;
  readonly pairs: ReadonlySet<string>;
  /** The only party that is accused in the article, or -1. */
  readonly only: number;
  /** Whom a speaker has accused. */
  readonly targets: ReadonlyMap<number, number>;
}

/** A court or panel that hears or is told something does not say it itself. */
export function isHearing(cue: CueMeaning, standing: Standing): boolean {
  if (standing.court && !standing.person && cue.lemma === 'tell') return true;
  const { range } = cue;
  if (!range) return false;
  for (let i = range.from; i < range.to; i++)
    if (lemma(range.placed.paragraph.tokens, i) === 'hear') return true;
  return false;
}

/** What an outright denial, words that answer, and a refusal to answer weigh. */
const ANSWERED = 1.5;
const COUNTERED = 1.2;
const DECLINED = 0.8;
const OWN_ACCOUNT = 0.6;

/** How the answer of a party weighs, 0 for none. */
function answerWeight(
  { document, graph, cues }: Context,
  answers: Answers,
  index: number,
  speaker: number,
  party: number,
): number {
  const paragraph = document.attributions[index]?.paragraph ?? 0;
  const last = Math.min(document.attributions.length, index + REACH);
  let weight = 0;
  for (let reply = Math.max(0, index - REACH); reply < last; reply++) {
    const answerer = graph.sources[reply]?.entity ?? -1;
    if (reply === index || answerer < 0 || answerer === speaker || !answersFor(graph, answerer, party))
      continue;
    const distance = (document.attributions[reply]?.paragraph ?? 0) - paragraph;
    const soon = reply > index && distance <= 2;
    const same = (): boolean => shared(answers.topic(index), answers.topic(reply)) > 0;
    if (answers.denies(reply)) {
      if (soon || same()) return ANSWERED;
      continue;
    }
    if (!soon) continue;
    const cue = cues[reply];
    if (cue?.group === 'declining') weight = Math.max(weight, DECLINED);
    // "Mr Barraclough says it was his own": who speaks right after has been asked about it
    if (reply <= index + 2 && distance <= 1) weight = Math.max(weight, OWN_ACCOUNT);
    const answering = ANSWERS.test(cue?.lemma ?? '');
    if (distance <= 1 ? answering || answers.negates(reply) : answers.negates(reply) && (answering || same()))
      weight = Math.max(weight, COUNTERED);
  }
  return weight;
}

/**
 * Who denies a statement that names nobody: "A lorry full of cigarettes vanished from the compound, court papers say.
 * Northmoor Police denied losing one." Only the next two statements count, and only words on the same matter.
 */
function denierOf({ document, graph }: Context, answers: Answers, index: number, speaker: number): number {
  const paragraph = document.attributions[index]?.paragraph ?? 0;
  for (let reply = index + 1; reply <= index + 3; reply++) {
    const attribution = document.attributions[reply];
    if (!attribution || attribution.paragraph - paragraph > 1) return -1;
    const answerer = graph.sources[reply]?.entity ?? -1;
    if (answerer < 0 || answerer === speaker) continue;
    const same = (): boolean => shared(answers.topic(index), answers.topic(reply)) > 0;
    if (!answers.denies(reply) && !(answers.negates(reply) && same())) continue;
    if (sameSide(graph, answerer, speaker)) return -1;
    const entity = graph.entities[answerer];
    // A brother denies for whoever is meant, who is not himself accused.
    const represents =
      entity?.principalKind === 'speaks-for' ||
      entity?.principalKind === 'lawyer-for' ||
      entity?.principalKind === 'related-to';
    if (represents && (graph.entities[entity.principal]?.type ?? 'document') === 'document') return -1;
    return represents && entity.principal >= 0 ? entity.principal : answerer;
  }
  return -1;
}

const OWN_DENIAL =
  /^["“‘'«\s]*(?:(?:we|i|our|my|none of us|nobody here)\b[^.;]{0,40}?(?:\b(?:not|never|no|nothing|none)\b|n['’]t\b))/iu;

/** “Our forces did not fly over Port Ansel,” the ministry said: what the speakers say they did not do accuses nobody. */
function disowns({ document: { text } }: Context, { content }: LinkedAttribution): boolean {
  return content.some(({ start, end }) => OWN_DENIAL.test(text.slice(start, Math.min(end, start + 120))));
}

function sourceText({ document, graph }: Context, index: number, attribution: LinkedAttribution): string {
  const entity = graph.entities[graph.sources[index]?.entity ?? -1];
  return `${attribution.source.map((span) => document.text.slice(span.start, span.end)).join(' ')} ${entity?.name ?? ''} ${entity?.role ?? ''}`;
}

/** What the words of a statement weigh against the party, without any answer. */
function wordWeight({ document }: Context, clause: Range): number {
  const { placed, from, to } = clause;
  const wrongs = findWrongs(placed.paragraph.tokens, from, to);
  const strongest = wrongs.some(({ level }) => level !== 'weak') ? 2 : wrongs.length > 0 ? 1 : 0;
  const span = spanOf(clause);
  return Math.min(4, strongest + adverseWeight(document.text.slice(span.start, span.end)));
}

/** What speaks for taking a source's word as an accusation: papers of inquiry, insiders, opponents, a staked word. */
function sourceWeight(
  context: Context,
  index: number,
  attribution: LinkedAttribution,
  cue: CueMeaning,
  standing: Standing,
): number {
  const source = sourceText(context, index, attribution);
  let weight = 0;
  if (SIDE.test(source)) weight += WEIGHTS.takesSides;
  else if (PAPER.test(source)) weight += WEIGHTS.papers;
  if (STAKES.test(cue.lemma) && !cue.noun) weight += WEIGHTS.staked;
  if (standing.person && !SIDE.test(source)) weight += WEIGHTS.person;
  if (standing.expert) weight += WEIGHTS.expert;
  if (standing.kin) weight += WEIGHTS.ownSide;
  return weight;
}

/** The statements of an article that its parties contest, as accusations. */
export function findContested(
  context: Context,
  known: readonly Accusation[],
  answers: Answers,
  suspects: ReadonlySet<number>,
): Accusation[] {
  const { document, graph } = context;
  const used = new Set(known.map((accusation) => accusation.attribution));
  const accused = new Set(known.map(({ accused: party }) => party).filter((party) => party >= 0));
  const weighing: Weighing = {
    answers,
    suspects,
    accused,
    pairs: new Set(known.map((one) => `${one.accused} ${one.accuser}`)),
    only: accused.size === 1 ? ([...accused][0] ?? -1) : -1,
    targets: new Map(known.map((one) => [one.accuser, one.accused])),
  };
  const found: Accusation[] = [];
  document.attributions.forEach((attribution, index) => {
    if (used.has(index)) return;
    const assertion = contestedFact(context, weighing, index, attribution);
    if (!assertion) return;
    const cue = context.cues[index];
    const standing = context.standings[index];
    const hears = cue !== undefined && standing !== undefined && isHearing(cue, standing);
    const speaker = hears ? -1 : (graph.sources[index]?.entity ?? -1);
    found.push({
      ...spanOf(assertion.clause),
      cue: attribution.cue,
      attribution: index,
      accuser: speaker,
      accused: assertion.party,
      attributed: speaker >= 0,
      ...(hears ? { heard: true } : {}),
      status: 'alleged',
      paragraph: assertion.clause.placed.index,
    });
  });
  return found;
}

function contestedFact(
  context: Context,
  weighing: Weighing,
  index: number,
  attribution: LinkedAttribution,
): Assertion | null {
  const { graph } = context;
  const { answers } = weighing;
  const cue = context.cues[index];
  const standing = context.standings[index];
  if (!cue || !standing || cue.negated || cue.unreal || !OPEN_CUE.has(cue.stance)) return null;
  if (answers.denies(index) || cue.group === 'declining' || disowns(context, attribution)) return null;
  if (standing.court && establishes(cue.lemma)) return null;
  const hears = isHearing(cue, standing);
  if (attribution.class === 'attitude' && !hears) {
    // "Investigators believe the man lit the fire": a finding on the way; a wish or a fan's belief is none.
    if (
      !/^(?:believe|suspect|think)$/u.test(cue.lemma) ||
      !INVESTIGATES.test(sourceText(context, index, attribution))
    )
      return null;
  }
  const speaker = graph.sources[index]?.entity ?? -1;
  if (speaker < 0 && !hears) return null;
  // "the court was told"; a judge who tells somebody something is no witness
  const inCourt = cue.lemma === 'testify' || hears;
  const base = (): number =>
    sourceWeight(context, index, attribution, cue, standing) + (inCourt ? WEIGHTS.inCourt : 0);

  const about = partyOf(context, index, attribution);
  if (about) {
    const { party } = about;
    // who speaks for a party gives its own account: "Velmark called the port at once, its spokesman said"
    if (answersFor(graph, speaker, party)) return null;
    // What the defence says of others is part of its answer.
    if (standing.kin && weighing.accused.size > 0 && !weighing.accused.has(party)) return null;
    let weight = base() + wordWeight(context, about.clause) + WEIGHTS.named;
    if (isPatient(about.clause, about.verb)) weight += WEIGHTS.patient;
    if (weighing.pairs.has(`${party} ${speaker}`)) weight += WEIGHTS.sameAccuser;
    else if (weighing.suspects.has(party)) weight += WEIGHTS.suspect;
    else if (weighing.accused.has(party)) weight += WEIGHTS.accused;
    weight += answerWeight(context, answers, index, speaker, party);
    return weight >= WEIGHTS.enough ? { clause: about.clause, party, how: 'named' } : null;
  }
  const pronoun = pronounAct(context, index, attribution);
  if (pronoun) {
    const party = pronoun.party !== -1 ? pronoun.party : (weighing.targets.get(speaker) ?? weighing.only);
    if (party < 0 || sameSide(graph, speaker, party) || answersFor(graph, speaker, party)) return null;
    const meant = graph.entities[party];
    // "He was shouting" is not said of two officers, nor "they" of one man.
    if (pronoun.party === -1 && meant && (meant.plural || meant.type === 'group') !== pronoun.they)
      if (meant.type !== 'organization' && meant.type !== 'country') return null;
    const words = wordWeight(context, pronoun.clause);
    if (words < 0.5) return null;
    let weight = base() + words + WEIGHTS.meant;
    if (weighing.pairs.has(`${party} ${speaker}`)) weight += WEIGHTS.sameAccuser;
    weight += answerWeight(context, answers, index, speaker, party);
    return weight >= WEIGHTS.enough ? { clause: pronoun.clause, party, how: 'pronoun' } : null;
  }
  const act = describedAct(context, attribution, speaker);
  const clause = act?.clause ?? plainFact(context, attribution);
  if (!clause) return null;
  const denier = !act || act.party < 0 ? denierOf(context, answers, index, speaker) : -1;
  if (!act && denier < 0 && !namesAnother(context, clause, speaker)) return null;
  const words = wordWeight(context, clause);
  if (words < 0.5) return null;
  const weight = base() + words + (act ? WEIGHTS.meant : 0);
  if (act && act.party >= 0) {
    if (sameSide(graph, speaker, act.party)) return null;
    const total = weight + answerWeight(context, answers, index, speaker, act.party);
    return total >= WEIGHTS.enough ? { clause, party: act.party, how: 'described' } : null;
  }
  if (denier >= 0)
    return weight + ANSWERED >= WEIGHTS.enough
      ? { clause, party: denier, how: act ? 'described' : 'none' }
      : null;
  // Nobody can be identified: only a plain wrong is an allegation then ("one school in five has a leaking roof" is none).
  if (act)
    return weight >= WEIGHTS.enough && attribution.class !== 'finding' && isWrong(clause)
      ? { clause, party: -1, how: 'described' }
      : null;
  // Of something that happened somebody is accused only if the words name them and they answer:
  // "The money was lent to the founder, Clive Barrow, staff said. Mr Barrow says it was his own."
  for (const mention of mentionsIn(graph, spanOf(clause))) {
    const { entity } = mention;
    if (entity < 0 || !graph.entities[entity]?.named || sameSide(graph, speaker, entity)) continue;
    const answered = answerWeight(context, answers, index, speaker, entity);
    if (answered > 0 && weight + answered >= WEIGHTS.enough) return { clause, party: entity, how: 'none' };
  }
  return null;
}

/** The words name a party that is not the speaker. */
function namesAnother({ graph }: Context, clause: Range, speaker: number): boolean {
  return mentionsIn(graph, spanOf(clause)).some(
    ({ entity }) => entity >= 0 && entity !== speaker && graph.entities[entity]?.named === true,
  );
}

/** The words name a wrong outright. */
function isWrong({ placed, from, to }: Range): boolean {
  return findWrongs(placed.paragraph.tokens, from, to).some(({ level }) => level !== 'weak');
}
