/**
 * The headline contract: every claim of headline, lede and captions beside the sentence of the body that carries it.
 * Knows words, attributions and allegations; passes no verdict on truth, only on whether the story itself is as firm
 * as its headline.
 */
import type { Attribution } from '../annotation.ts';
import { HEDGES } from '../lexicon/hedges.gen.ts';
import { COARSE } from '../segment/tags.ts';
import { overlaps, type Span } from '../text/spans.ts';
import { anchorOf } from './graph.ts';
import { isProse, spanOf, type Sentence, type Story } from './story.ts';
import { OFFENCE_VERBS, verbLemma, type Offence } from './vocabulary.ts';

export type Verdict =
  /** The body says the same, no less firmly. */
  | 'supported'
  /** The claim carries its own attribution, quotation marks or hedge. */
  | 'attributed'
  /** The claim states as a fact what the body attributes or hedges. */
  | 'stronger'
  /** No sentence of the body tells the same. */
  | 'unsupported';

export interface Claim extends Span {
  readonly scope: 'headline' | 'lede' | 'caption';
  readonly verdict: Verdict;
  /** The sentence of the body that carries it. */
  readonly support: Span | null;
  /** The attribution in that sentence, by id. */
  readonly attribution: string | null;
  readonly confidence: number;
}

export interface ContractOptions {
  readonly minOverlap: number;
  /** Quotation marks in a headline count as attribution. */
  readonly claimQuotes: boolean;
  /** Only bare claims of wrongdoing: what the rule asks for, at a fraction of the cost. */
  readonly accusationsOnly?: boolean;
}

const STOP: ReadonlySet<string> = new Set(
  (
    'the a an of in on at to for from with by and or but as is are was were be been being has have had do does did not ' +
    'this that these those it its he she they his her their who which what when where over after before into out up ' +
    'down off about more than will would can could may might new say says said'
  ).split(' '),
);

/** Words that make a claim no bare fact: hedges, and words for an accusation, a case or a denial. */
const SOFT: ReadonlySet<string> = new Set([
  ...HEDGES.filter(([form, kind]) => !form.includes(' ') && kind !== 'approximator' && form !== 'would').map(
    ([form]) => form,
  ),
  ...(
    'accuse accused accuses alleges allege allegation allegations claim claims charged charge charges sued sue sues ' +
    'suspect suspects deny denies denied lawsuit suit court trial probe inquiry investigation investigated indicted ' +
    'warn warns plead pleads over if could heard hears told tribunal jury says said'
  ).split(' '),
]);

/**
 * Offences whose verbs tell plain events and games as well ("Blast kills ten", "one shot on target", "fixed the roof"):
 * that officials are the source of an event is no accusation.
 */
const EVENTS: ReadonlySet<string> = new Set(
  (
    'killing;mass shooting;assault;price-fixing;match-fixing;coup attempt;cheating;espionage;vote-rigging;bullying;' +
    'leaking secrets;hacking;doping;money laundering;conspiracy;sabotage;pollution;breach of trust;cover-up;' +
    'tax evasion;misleading parliament;battery;trespass;forgery;looting;rioting;harassment;negligence'
  ).split(';'),
);

/** Words after which an offence's participle is an adjective: "a stolen cello", "Trump's leaked taxes". */
const BEFORE_ADJECTIVE: ReadonlySet<string> = new Set(
  "a an the of in on over for with from his her its their 's ' and".split(' '),
);

/** The offence that somebody is said to have committed, told by a finite verb with its subject before it, or null. */
function actIn(story: Story, first: number, end: number): Offence | null {
  for (let i = first + 1; i < end; i++) {
    const word = story.words.lower[i] ?? '';
    const offence = OFFENCE_VERBS.get(verbLemma(word));
    if (offence === undefined || EVENTS.has(offence.noun) || word.endsWith('ing')) continue;
    if (!BEFORE_ADJECTIVE.has(story.words.lower[i - 1] ?? '')) return offence;
  }
  return null;
}

/** Content words of a range in one shape, whatever a tagger makes of headline grammar: stole, stealing → steal. */
function stems(story: Story, first: number, end: number): ReadonlySet<string> {
  const { words } = story;
  const found = new Set<string>();
  for (let i = first; i < end; i++) {
    const word = words.lower[i] ?? '';
    if (!/^\p{L}{3}/u.test(word) || STOP.has(word)) continue;
    found.add(verbLemma(word).replace(/s$/, ''));
  }
  return found;
}

/** A hedge, or a word for an accusation, a case or a denial, stands in the range. */
export function soft(story: Story, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const word = story.words.lower[i] ?? '';
    if (SOFT.has(word) || SOFT.has(story.words.lemma[i] ?? '') || story.house.hedges.includes(word))
      return true;
  }
  return story.words.lower[end - 1] === '?';
}

/** Attributions by the sentence in which their cue stands. */
export function bySentence(story: Story): ReadonlyMap<number, readonly Attribution[]> {
  const map = new Map<number, Attribution[]>();
  for (const attribution of story.annotation.attributions) {
    for (const at of [anchorOf(attribution), ...attribution.content.map((content) => content.start)]) {
      const token = sentenceAt(story, at);
      const known = map.get(token);
      if (known === undefined) map.set(token, [attribution]);
      else if (!known.includes(attribution)) known.push(attribution);
    }
  }
  return map;
}

function sentenceAt(story: Story, offset: number): number {
  const { words } = story;
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words.end[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return words.sentence[Math.min(low, words.count - 1)] ?? -1;
}

/** The sentence from its first to its last word: no heading mark, no full stop. */
export function proposition(
  story: Story,
  sentence: Sentence,
): { readonly first: number; readonly end: number } | null {
  const { words } = story;
  let { first, end } = sentence;
  while (
    first < end &&
    !/[A-Za-z0-9À-ɏḀ-ỿ]/u.test(words.form[first] ?? '') &&
    words.coarse[first] !== COARSE.quote
  )
    first++;
  while (end > first && /^[.!…]+$/.test(words.form[end - 1] ?? '')) end--;
  return end - first >= 2 ? { first, end } : null;
}

/** A verdict or plea told anywhere in the story. */
export function convicted(story: Story): boolean {
  return (
    story.annotation.allegations.some((allegation) => allegation.legalStatus === 'convicted') ||
    hasConviction(story)
  );
}

/** A verdict or plea told in the story: then the act is established for the story. */
function hasConviction(story: Story): boolean {
  const { words } = story;
  for (let i = 0; i < words.count; i++) {
    const word = words.lower[i] ?? '';
    if (word === 'convicted' || word === 'sentenced') return true;
    if (
      word === 'guilty' &&
      words.lower[i - 1] !== 'not' &&
      /^(?:found|pleaded|pled|pleads)$/.test(words.lower[i - 1] ?? '')
    )
      return true;
  }
  return false;
}

/** A list of headlines is no story; what is compared stays linear in its length. */
const MAX_CLAIMS = 40;

/** A sentence of the body with its content words. */
interface Carrier {
  readonly sentence: Sentence;
  readonly index: number;
  readonly stems: ReadonlySet<string>;
}

function carriers(story: Story): readonly Carrier[] {
  return story.sentences.flatMap((sentence, index) => {
    const block = story.blocks[sentence.block];
    return isProse(block) && block.body >= 0
      ? [{ sentence, index, stems: stems(story, sentence.first, sentence.end) }]
      : [];
  });
}

/** All claims of headline, lede and captions, in text order. Linear in the length of the story. */
export function headlineContract(story: Story, options: ContractOptions): readonly Claim[] {
  const { sentences, words } = story;
  const attributed = bySentence(story);
  let known: readonly Carrier[] | null = null;
  const bodiesOf = (): readonly Carrier[] => (known ??= carriers(story));
  const claims: Claim[] = [];
  sentences.forEach((sentence, index) => {
    const block = story.blocks[sentence.block];
    const scope = block?.scope;
    if (!isProse(block) || (scope !== 'headline' && scope !== 'lede' && scope !== 'caption')) return;
    if (claims.length >= MAX_CLAIMS) return;
    const range = proposition(story, sentence);
    if (range === null) return;
    const span = spanOf(words, range.first, range.end);
    const own = attributed.get(index) ?? [];
    let quotes = false;
    for (let i = range.first; i < range.end; i++) if ((words.quote[i] ?? 0) > 0) quotes = true;
    const bare =
      own.length === 0 &&
      !soft(story, range.first, range.end) &&
      !(quotes && (options.claimQuotes || scope !== 'headline'));
    const offence = actIn(story, range.first, range.end);
    if (options.accusationsOnly === true && (!bare || offence === null)) return;
    const wanted = stems(story, range.first, range.end);
    let best: Carrier | null = null;
    let most = 0;
    let firm: Carrier | null = null;
    for (const candidate of bodiesOf()) {
      if (candidate.index <= index && scope !== 'caption') continue;
      let shared = 0;
      for (const stem of wanted) if (candidate.stems.has(stem)) shared++;
      if (shared < options.minOverlap) continue;
      if (shared > most) {
        best = candidate;
        most = shared;
      }
      const plain =
        (attributed.get(candidate.index) ?? []).length === 0 &&
        !soft(story, candidate.sentence.first, candidate.sentence.end);
      if (plain && shared >= Math.max(options.minOverlap, wanted.size / 2)) firm ??= candidate;
    }
    const support = best === null ? null : spanOf(words, best.sentence.first, best.sentence.end);
    const carrier = best === null ? undefined : (attributed.get(best.index) ?? [])[0];
    const base = { ...span, scope, support, attribution: carrier?.id ?? null };
    if (!bare) claims.push({ ...base, verdict: 'attributed', confidence: 0.9 });
    else if (best === null || support === null)
      claims.push({ ...base, verdict: 'unsupported', confidence: 0.5 });
    else {
      const alleged = story.annotation.allegations.some((allegation) => overlaps(allegation, support));
      const carried = carrier !== undefined && carrier.source.length > 0;
      const hedged = soft(story, best.sentence.first, best.sentence.end);
      const stronger = offence !== null && (carried || hedged) && firm === null && !convicted(story);
      claims.push({
        ...base,
        verdict: stronger ? 'stronger' : 'supported',
        confidence: alleged || most >= 3 ? 0.9 : 0.7,
      });
    }
  });
  return claims;
}
