/**
 * How well each statement stands: stance, verification, negation, allegations with their replies, and statements that
 * contradict each other. The one entry of this folder; works on indexes, ids are given where the annotation is made.
 */
import type { LegalStatus, Stance, Verification } from '../annotation.ts';
import type { AgenciesFound } from '../agencies/findAgencies.ts';
import type { LinkedAttribution, LinkedDocument } from '../attribute/linked.ts';
import type { EntityGraph } from '../resolve/entities.ts';
import { CAPITALS, tableKey } from '../resolve/terms.ts';
import type { Steps } from '../steps.ts';
import type { Span } from '../text/spans.ts';
import { type Accusation, findAccusations } from './accusations.ts';
import { type ContentReading, readContent } from './content.ts';
import { type CueMeaning, type CueMemo, readCue } from './cueMeaning.ts';
import { indexNouns } from './descriptions.ts';
import { type LegalStatement, RANK, findLegal } from './legal.ts';
import { type LinkedResponse, linkResponses } from './responses.ts';
import { paragraphAt, rangeOf, tag } from './tokens.ts';
import { shared, topicOf } from './topics.ts';
import { answersFor, groupsOf, partiesOf, stateBehind } from './sides.ts';
import { type Standing, standingOf } from './standing.ts';
import { baseStance, stanceOfAccused } from './stance.ts';
import { verificationOf } from './verification.ts';

export interface EvidenceInput {
  readonly document: LinkedDocument;
  readonly graph: EntityGraph;
  readonly found: AgenciesFound;
}

export interface StatementEvidence {
  readonly stance: Stance;
  readonly verification: Verification;
  readonly negated: boolean;
  /** Indexes of attributions that contradict this one. */
  readonly tensions: readonly number[];
}

export interface AllegationEvidence extends Span {
  readonly cue: readonly Span[];
  /** Index of the attribution that makes it, or -1. */
  readonly attribution: number;
  /** Indexes of entities, or -1. */
  readonly accuser: number;
  readonly accused: number;
  readonly attributed: boolean;
  readonly legalStatus: LegalStatus;
  readonly responses: readonly LinkedResponse[];
}

export interface Evidence {
  readonly attributions: readonly StatementEvidence[];
  readonly allegations: readonly AllegationEvidence[];
}

const contentText = (document: LinkedDocument, attribution: LinkedAttribution): string =>
  attribution.content.map((span) => document.text.slice(span.start, span.end)).join(' ');

/** True if the content has a verb with one of these tags. */
function hasTag(
  document: LinkedDocument,
  attribution: LinkedAttribution,
  tags: (kind: string) => boolean,
): boolean {
  return attribution.content.some((content) => {
    const range = rangeOf(document, content);
    if (!range) return false;
    for (let i = range.from; i < range.to; i++) if (tags(tag(range.placed.paragraph.tokens, i))) return true;
    return false;
  });
}

/** An outlet got it that is neither the agency of the dateline nor the text's own: "she told the Harbour Echo". */
function isToldElsewhere(found: AgenciesFound, index: number): boolean {
  const via = found.via[index] ?? -1;
  const agency = found.agencies[via];
  if (!agency) return false;
  // A broadcaster that contributes is the house itself; an agency that does is not.
  const house = found.kinds[via] === 'outlet';
  return !agency.mentions.some(
    ({ function: use }) =>
      use === 'dateline' || use === 'credit' || (use === 'contributor' && house) || use === 'self',
  );
}

const COURT_FRAME =
  /\b(?:jur(?:y|ors) (?:was|were|heard|told|has|have|that|was shown)|told (?:the |a )?(?:jury|jurors|court)|(?:court|tribunal) (?:was told|has been told|heard|hears)|prosecuting|defending|mitigating|cross-examin\w+|the trial (?:continues|resumes|is expected)|in the dock|opening (?:statement|argument)s?)\b/iu;
const CIVIL_FILING = /\b(?:lawsuit|suit|civil complaint|complaint|plaintiffs?|writ|petition)\b/iu;

function byEntity(legal: readonly LegalStatement[]): ReadonlyMap<number, readonly LegalStatement[]> {
  const map = new Map<number, LegalStatement[]>();
  for (const statement of legal) {
    const list = map.get(statement.entity);
    if (list) list.push(statement);
    else map.set(statement.entity, [statement]);
  }
  return map;
}

/** Final legal status of an allegation: its own words, and what the article says of the accused elsewhere. */
function legalStatusOf(
  accusation: Accusation,
  legal: ReadonlyMap<number, readonly LegalStatement[]>,
  frame: { readonly court: boolean; readonly filing: boolean; readonly parties: number },
): LegalStatus {
  let status = accusation.status;
  if (status === 'alleged' && frame.filing) status = 'sued';
  // A court frame licenses a run of sentences about the one who stands there: "the jury heard", "the trial continues".
  const stands = frame.parties === 1 || accusation.heard === true || legal.has(accusation.accused);
  if (status === 'alleged' && frame.court && stands && accusation.accused >= 0) status = 'on-trial';
  if (accusation.accused < 0) return status;
  for (const statement of legal.get(accusation.accused) ?? []) {
    if (RANK[statement.status] > RANK[status]) status = statement.status;
  }
  return status;
}

/** How many attributions a statement may stand from the denial that it is compared with. */
const REACH = 120;

/** One content names a state by its capital, the other by its name: "Baku" and "Azerbaijan". */
function sharesState(one: string, other: string): boolean {
  const byCapital = (a: string, b: string): boolean => {
    for (const [name] of a.matchAll(/\p{Lu}\p{L}+/gu)) {
      const country = CAPITALS.get(tableKey(name));
      if (country !== undefined && b.includes(country)) return true;
    }
    return false;
  };
  return byCapital(one, other) || byCapital(other, one);
}

/** Statements that contradict each other: an allegation and its denial, and assertion and denial of one matter. */
function findTensions(
  document: LinkedDocument,
  graph: EntityGraph,
  stances: readonly Stance[],
  cues: readonly CueMeaning[],
  texts: readonly string[],
  topicAt: (index: number) => ReadonlySet<string>,
  accusations: readonly Accusation[],
  responses: readonly (readonly LinkedResponse[])[],
): readonly (readonly number[])[] {
  const tensions: Set<number>[] = document.attributions.map(() => new Set<number>());
  const link = (a: number, b: number): void => {
    if (a === b) return;
    tensions[a]?.add(b);
    tensions[b]?.add(a);
  };
  accusations.forEach((accusation, index) => {
    if (accusation.attribution < 0) return;
    for (const response of responses[index] ?? [])
      if (response.attribution >= 0 && (response.kind === 'denial' || response.kind === 'plea'))
        link(accusation.attribution, response.attribution);
  });
  const denials = document.attributions.flatMap((_, index) =>
    stances[index] === 'deny' && !cues[index]?.negated ? [index] : [],
  );
  if (denials.length === 0) return tensions.map((set) => [...set].sort((a, b) => a - b));
  for (const denial of denials) {
    const denied = topicAt(denial);
    if (denied.size < 2) continue;
    const last = Math.min(document.attributions.length, denial + REACH);
    for (let other = Math.max(0, denial - REACH); other < last; other++) {
      const stance = stances[other];
      if (other === denial || !stance || !/^(?:neutral|claim|allege|accuse|confirm|warn)$/u.test(stance))
        continue;
      const topic = topicAt(other);
      let common = shared(denied, topic);
      // "Baku is providing Moscow information", "denied that Azerbaijan informed it": one word and one party in common
      if (common === 1 && sharesState(texts[denial] ?? '', texts[other] ?? '')) common++;
      // Two shared content words and a good part of the shorter statement: the same matter.
      if (common < 2 || common * 3 < Math.min(denied.size, topic.size)) continue;
      const a = graph.sources[denial]?.entity ?? -1;
      const b = graph.sources[other]?.entity ?? -1;
      // By the same speaker only when it is an assertion from elsewhere in the article, not the same breath.
      if (a >= 0 && (a === b || answersFor(graph, a, b))) {
        if (document.attributions[denial]?.paragraph === document.attributions[other]?.paragraph) continue;
      }
      link(denial, other);
    }
  }
  return tensions.map((set) => [...set].sort((a, b) => a - b));
}

const FORMERLY = /^(?:,? (?:is|was)|,) (?:an?|the) (?:former|retired|ex-)\b/iu;

const isFormer = (text: string, end: number): boolean => FORMERLY.test(text.slice(end, end + 24));

/** "Ambassador James Marlow is a former co-chair": the title stays, the office does not. */
function isRetired({ text }: LinkedDocument, graph: EntityGraph, entity: number): boolean {
  return (graph.entities[entity]?.mentions ?? [])
    .slice(0, 5)
    .some((at) => isFormer(text, graph.mentions[at]?.end ?? text.length));
}

const NOTHING: ReadonlySet<string> = new Set();

/** Judges all statements of a document. Never throws. */
export function* assessEvidenceInSteps({ document, graph: given, found }: EvidenceInput): Steps<Evidence> {
  let graph = given;
  const memo: CueMemo = new Map();
  const cues = document.attributions.map((attribution) => readCue(document, attribution, memo));
  // Wording and topic are read where something depends on them, and once.
  const texts = document.attributions.map((attribution) => contentText(document, attribution));
  const contents: (ContentReading | undefined)[] = [];
  const contentAt = (index: number): ContentReading => (contents[index] ??= readContent(texts[index] ?? ''));
  const topics: (ReadonlySet<string> | undefined)[] = [];
  const topicAt = (index: number): ReadonlySet<string> => (topics[index] ??= topicOf(texts[index] ?? ''));
  yield;
  // The same words for the same speaker stand for the same capacity: "he" said most of what Kolb said.
  const known = new Map<string, Standing>();
  const standings = document.attributions.map((attribution, index) => {
    const entity = graph.sources[index]?.entity ?? -1;
    const phrase = attribution.source.map((span) => document.text.slice(span.start, span.end)).join(' ');
    const key = `${entity} ${phrase}`;
    const seen = known.get(key);
    if (seen) return seen;
    const standing = standingOf(
      phrase,
      entity >= 0 ? (graph.entities[entity] ?? null) : null,
      isRetired(document, graph, entity),
    );
    known.set(key, standing);
    return standing;
  });
  yield;
  const stances = document.attributions.map((attribution, index): Stance => {
    const cue = cues[index];
    return cue
      ? baseStance(
          cue,
          attribution.cue.map((span) => document.text.slice(span.start, span.end)).join(' '),
          attribution,
          (texts[index] ?? '').slice(0, 120),
          () => contentAt(index),
          standings[index]?.court === true,
        )
      : 'neutral';
  });
  yield;
  const legal = findLegal(document, graph);
  yield;
  const all = findAccusations(
    {
      document,
      graph,
      cues: cues.map((cue, index) =>
        stances[index] === 'deny' && !cue.negated ? { ...cue, stance: 'deny' as const } : cue,
      ),
      standings,
      nouns: indexNouns(document, graph),
    },
    {
      denies: (index) => stances[index] === 'deny' && !cues[index]?.negated,
      negates: (index) => contentAt(index).negatedAct || contentAt(index).denial,
      topic: topicAt,
    },
    new Set(
      legal
        .filter(({ status }) => status !== 'convicted' && status !== 'cleared')
        .map(({ entity }) => entity),
    ),
  );
  yield;
  const legalBy = byEntity(legal);
  const accusations = dropEstablished(all, legalBy, document);
  nameByDenial(document, graph, accusations, { stances, cues, standings, topicAt });
  nameHeadlines(document, accusations);
  graph = withDefenders(document, graph, accusations, legal);
  yield;
  const groups = groupsOf(graph);
  const matters = new Map(
    accusations.map((one) => [one, topicOf(document.text.slice(one.start, one.end))] as const),
  );
  const byParty = new Map<number, Accusation[]>();
  for (const accusation of accusations) {
    if (accusation.accused < 0) continue;
    const list = byParty.get(accusation.accused);
    if (list) list.push(accusation);
    else byParty.set(accusation.accused, [accusation]);
  }
  const alleging = new Set(accusations.map((accusation) => accusation.attribution));
  const spoken = new Set<number>();
  document.attributions.forEach((attribution, index) => {
    const stance = stances[index] ?? 'neutral';
    const speaker = graph.sources[index]?.entity ?? -1;
    const cue = cues[index];
    if (!cue || cue.negated || attribution.class !== 'speech') return;
    const against =
      speaker < 0 || alleging.has(index)
        ? []
        : partiesOf(graph, groups, speaker).flatMap((party) => byParty.get(party) ?? []);
    if (against.length > 0) {
      const before =
        index > 0 && stances[index - 1] === 'deny' && graph.sources[index - 1]?.entity === speaker;
      const same = before && document.attributions[index - 1]?.paragraph === attribution.paragraph;
      // What the accused says on the heels of the accusation is their own account: "“I took a plant,” she said."
      // So is the first that they, or whoever speaks for them, say at all after it.
      const kind = graph.entities[speaker]?.principalKind;
      const direct = kind === 'speaks-for' || kind === 'lawyer-for' || byParty.has(speaker);
      const first = direct && !spoken.has(speaker);
      if (against.some(({ paragraph }) => attribution.paragraph >= paragraph)) spoken.add(speaker);
      const near = against.some(({ paragraph }) => {
        const distance = attribution.paragraph - paragraph;
        return distance >= 0 && distance <= (first ? 3 : 1);
      });
      stances[index] = stanceOfAccused(stance, contentAt(index), texts[index] ?? '', {
        afterDenial: same,
        direct: attribution.form === 'direct',
        heels: near,
        close: against.some(
          (one) =>
            Math.abs(attribution.paragraph - one.paragraph) <= 2 ||
            shared(topicAt(index), matters.get(one) ?? NOTHING) > 0,
        ),
        counsel: graph.entities[speaker]?.principalKind === 'lawyer-for',
      });
    } else if (alleging.has(index) && stance === 'neutral') {
      // A neutral verb over an accusation; a cue with a stance of its own ("claims", "believe") keeps it.
      stances[index] = 'allege';
    }
  });
  // Whoever sues says in the suit what they say: "sued its chief, claiming he had steered contracts".
  const suing = new Set(
    document.attributions.flatMap((_, index) =>
      cues[index]?.lemma === 'sue' ? [graph.sources[index]?.entity ?? -1] : [],
    ),
  );
  const court = document.paragraphs.some(({ paragraph }) => COURT_FRAME.test(paragraph.text));
  yield;
  const responses = linkResponses(
    { document, graph, groups, cues, stances, texts, topic: topicAt },
    accusations,
    accusations.map((one) => matters.get(one) ?? NOTHING),
  );
  yield;
  const tensions = findTensions(document, graph, stances, cues, texts, topicAt, accusations, responses);
  yield;
  return {
    attributions: document.attributions.map((attribution, index) => {
      const stance = stances[index] ?? 'neutral';
      const cue = cues[index];
      const standing = standings[index];
      const negated = cue?.negated ?? false;
      return {
        stance,
        negated,
        tensions: tensions[index] ?? [],
        verification:
          standing && cue
            ? verificationOf({
                stance,
                cue,
                attribution,
                standing,
                alleges: alleging.has(index),
                agencySource: (found.sources[index] ?? -1) >= 0,
                toldElsewhere: isToldElsewhere(found, index),
                content: () => contentAt(index),
                past: () => hasTag(document, attribution, (kind) => kind === 'VBD'),
                present: () => hasTag(document, attribution, (kind) => kind === 'VBZ' || kind === 'VBP'),
              })
            : 'other',
      };
    }),
    allegations: accusations.map((accusation, index) => ({
      start: accusation.start,
      end: accusation.end,
      cue: accusation.cue,
      attribution: accusation.attribution,
      accuser: accusation.accuser,
      accused: accusation.accused,
      attributed: accusation.attributed,
      legalStatus: legalStatusOf(accusation, legalBy, {
        court,
        filing:
          (accusation.accuser >= 0 && suing.has(accusation.accuser)) ||
          CIVIL_FILING.test(graph.entities[accusation.accuser]?.name ?? '') ||
          (document.attributions[accusation.attribution]?.source ?? []).some((span) =>
            CIVIL_FILING.test(document.text.slice(span.start, span.end)),
          ),
        parties: byParty.size,
      }),
      responses: responses[index] ?? [],
    })),
  };
}

/** Counsel of the accused, by the words: "her lawyer", "defence attorney", "mitigating"; a KC may appear for anybody. */
const COUNSEL =
  /\b(?:(?:his|her|their|its) (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|agent|representative)|KC|QC|defending|mitigating|defen[cs]e|represent(?:s|ing)|(?:lawyers?|attorneys?|solicitors?|barristers?|counsel) for the (?:company|firm|club|accused|defendants?|owners?|landlord|bank|school))\b/iu;
/** A spokesperson of nobody in particular: "a spokesman said". */
const BARE_SPOKESPERSON =
  /^\W*(?:a|the|his|her|its|their) (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?spokes(?:man|woman|person)\W*$/iu;
/** Those who never answer for the accused. */
const OTHER_SIDE =
  /\b(?:prosecut\w*|crown|plaintiffs?|victims?|state|people|district|county|attorney general|city|borough|campers|claimants?|complainants?|police|sheriff|court|council|ministry|government|army|hospital)\b|\bu\.s\./iu;

/** A party that stands accused, with how often and whether the law has it in its hands. */
interface Defended {
  readonly party: number;
  readonly times: number;
  readonly legal: boolean;
}

/**
 * A lawyer or spokesperson whose principal the article leaves open speaks for the party that stands accused, the one
 * before the law first: "His solicitor had no comment", "defence lawyer Ivy Sand said".
 */
function withDefenders(
  document: LinkedDocument,
  graph: EntityGraph,
  accusations: readonly Accusation[],
  legal: readonly LegalStatement[],
): EntityGraph {
  const counts = new Map<number, number>();
  for (const { accused } of accusations)
    if (accused >= 0) counts.set(accused, (counts.get(accused) ?? 0) + 1);
  if (counts.size === 0) return graph;
  const charged = new Set(legal.map(({ entity }) => entity));
  const ranked = [...counts]
    .map(([party, times]): Defended => ({ party, times, legal: charged.has(party) }))
    .sort((a, b) => Number(b.legal) - Number(a.legal) || b.times - a.times);
  const [first, second] = ranked;
  if (!first) return graph;
  // Two parties that stand alike: nobody is guessed.
  const clear = first.legal !== second?.legal || first.times > second.times;
  if (!clear) return graph;
  const accusers = new Set(accusations.map(({ accuser }) => accuser));
  const defenders = new Set<number>();
  document.attributions.forEach((attribution, index) => {
    const speaker = graph.sources[index]?.entity ?? -1;
    const entity = graph.entities[speaker];
    if (!entity || entity.principal >= 0 || speaker === first.party || accusers.has(speaker)) return;
    const words = `${attribution.source.map((span) => document.text.slice(span.start, span.end)).join(' ')} ${entity.role ?? ''} ${entity.affiliation ?? ''}`;
    const counsel = COUNSEL.test(words) || (BARE_SPOKESPERSON.test(words) && entity.affiliation === null);
    if (counsel && !OTHER_SIDE.test(words)) defenders.add(speaker);
  });
  if (defenders.size === 0) return graph;
  return {
    ...graph,
    entities: graph.entities.map((entity) =>
      defenders.has(entity.index)
        ? { ...entity, principal: first.party, principalKind: 'lawyer-for' as const }
        : entity,
    ),
  };
}

/** Index of the first attribution whose first span may lie behind an offset; a statement's pieces lie close together. */
function firstFrom(document: LinkedDocument, offset: number): number {
  const { attributions } = document;
  let low = 0;
  let high = attributions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((attributions[middle]?.cue[0]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  // In text order of their first spans, the cue may stand a little before its neighbours'.
  return Math.max(0, low - 4);
}

/**
 * The party of an allegation that names none clearly is the one who denies it next: "Officials said shelling had killed
 * 14. Tolvania denied firing a single round."
 */
function nameByDenial(
  document: LinkedDocument,
  graph: EntityGraph,
  accusations: readonly Accusation[],
  {
    stances,
    cues,
    standings,
    topicAt,
  }: {
    readonly stances: readonly Stance[];
    readonly cues: readonly CueMeaning[];
    readonly standings: readonly Standing[];
    readonly topicAt: (index: number) => ReadonlySet<string>;
  },
): void {
  for (const accusation of accusations) {
    if (accusation.accused >= 0) continue;
    for (let index = firstFrom(document, accusation.start); index < document.attributions.length; index++) {
      const attribution = document.attributions[index];
      if (!attribution) break;
      const distance = attribution.paragraph - accusation.paragraph;
      const after = (attribution.cue[0]?.start ?? 0) > accusation.start;
      if (distance > 2) break;
      if (stances[index] !== 'deny' || !after || distance < 0) continue;
      // A denial by its words alone must speak of the matter; nobody is accused for having said “never”.
      const about =
        shared(topicAt(index), topicOf(document.text.slice(accusation.start, accusation.end))) > 0;
      if (cues[index]?.stance !== 'deny' && !about) continue;
      const speaker = graph.sources[index]?.entity ?? -1;
      if (speaker < 0 || index === accusation.attribution) continue;
      if (
        accusation.accuser >= 0 &&
        (answersFor(graph, speaker, accusation.accuser) || answersFor(graph, accusation.accuser, speaker))
      )
        continue;
      const entity = graph.entities[speaker];
      // A brother denies for somebody else, who may not be named.
      if (entity?.principalKind === 'related-to' || standings[index]?.kin === true) continue;
      const country = entity !== undefined && graph.entities[entity.principal]?.type === 'country';
      const represents =
        country || entity?.principalKind === 'speaks-for' || entity?.principalKind === 'lawyer-for';
      accusation.accused = stateBehind(
        graph,
        represents && entity.principal >= 0 ? entity.principal : speaker,
      );
      break;
    }
  }
}

/** A headline accuses whom the text accuses of the same: "Six killed in strike" over "fired by Drevian forces". */
function nameHeadlines(document: LinkedDocument, accusations: readonly Accusation[]): void {
  const zoneOf = ({ start }: Accusation): string => paragraphAt(document, start)?.paragraph.zone ?? '';
  const open = accusations.filter((one) => one.accused < 0 && zoneOf(one) === 'headline');
  if (open.length === 0) return;
  const topicOfOne = (one: Accusation): ReadonlySet<string> =>
    topicOf(document.text.slice(one.start, one.end));
  const body = accusations.filter((one) => one.accused >= 0).slice(0, MOST_COMPARED);
  for (const headline of open) {
    const topic = topicOfOne(headline);
    const same = body.find((one) => shared(topicOfOne(one), topic) >= 2);
    if (same) headline.accused = same.accused;
  }
}

/** Allegations of the text that a headline is compared with. */
const MOST_COMPARED = 30;

/** Allegations without those that a conviction or plea of guilty has settled. */
function dropEstablished(
  accusations: readonly Accusation[],
  legal: ReadonlyMap<number, readonly LegalStatement[]>,
  document: LinkedDocument,
): Accusation[] {
  return accusations.filter((accusation) => {
    const own =
      accusation.accused < 0
        ? []
        : (legal.get(accusation.accused) ?? []).filter(({ status }) => status === 'convicted');
    if (own.length === 0) return true;
    // Convicted of one thing, accused of another: the matters share no word.
    const matter = topicOf(document.text.slice(accusation.start, accusation.end));
    const told = own.map((statement) => topicOf(document.text.slice(statement.start, statement.end + 80)));
    return accusation.status !== 'alleged' && !told.some((topic) => shared(topic, matter) > 0);
  });
}
