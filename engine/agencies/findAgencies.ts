/**
 * The agencies and outlets of an article: every mention with its function, one entry for each, and for each
 * attribution the outlet it came through. Knows names, frames and the attributions as spans; needs no speakers.
 */
import type { Agency, AgencyFunction, AgencyMention } from '../annotation.ts';
import type { LinkedAttribution, LinkedDocument } from '../attribute/linked.ts';
import type { AgencyEntry } from '../lexicon/agencyEntry.ts';
import type { PlacedParagraph, Tokens } from '../segment/paragraph.ts';
import type { Steps } from '../steps.ts';
import {
  type AliasIndex,
  REGISTRY_INDEX,
  UNLISTED,
  findAliases,
  indexAliases,
  mergeEntries,
  spellings,
  unlistedEntry,
} from './aliases.ts';
import { type Place, type Reading, readFrame } from './frames.ts';
import {
  type OutletName,
  isOutletModifier,
  isOutletNoun,
  isPaper,
  readOutlet,
  readOutletBefore,
} from './outletNames.ts';
import { isCapital, lowerOf, sentenceOf, tagOf, tokenAt } from './tokenWindow.ts';

export interface AgencyOptions {
  /** Name of the outlet whose own text this is. */
  readonly outlet?: string;
  /** Entries of the newsroom's source book. */
  readonly agencies?: readonly AgencyEntry[];
}

export interface AgenciesFound {
  readonly agencies: readonly Agency[];
  /** Per agency: a news agency, or another outlet (broadcaster, newspaper, unknown). */
  readonly kinds: readonly ('agency' | 'outlet')[];
  /** Per attribution: index of the agency it came through, or -1. */
  readonly via: readonly number[];
  /** Per attribution: it was said in an interview, so that what the speaker says next may have been as well. */
  readonly interviews: readonly boolean[];
  /** Per attribution: index of the agency that is its source, or -1. */
  readonly sources: readonly number[];
}

/** A mention in document offsets, with what is known of whose name it is. */
interface Candidate {
  readonly placed: PlacedParagraph;
  readonly place: Place;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly entries: readonly AgencyEntry[];
  readonly weak: boolean;
  /** Name of an outlet that the registry does not know. */
  readonly unknown: string | null;
  reading: Reading;
}

const NO_ENTRIES: readonly AgencyEntry[] = [];

function placeOf(placed: PlacedParagraph, start: number, end: number): Place {
  const { paragraph } = placed;
  return {
    paragraph,
    start,
    end,
    first: tokenAt(paragraph.tokens, start),
    after: tokenAt(paragraph.tokens, end - 1) + 1,
  };
}

/** "Michael Bloomberg", "Norland National News Agency", "Bloomberg Philanthropies": part of a longer name. */
function insideLongerName(place: Place, weak: boolean, generic: boolean): boolean {
  const { tokens } = place.paragraph;
  const { first, after } = place;
  const previousTag = tagOf(tokens, first - 1);
  const previous = lowerOf(tokens, first - 1);
  const followsName =
    (previousTag === 'NNP' || previousTag === 'NNPS') &&
    isCapital(tokens, first - 1) &&
    tokens.sentence[first - 1] === tokens.sentence[first] &&
    !/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|the|agency|network|broadcaster|photo|source)$/u.test(
      previous,
    );
  if ((weak || generic) && followsName) return true;
  if (!weak) return false;
  const next = tokens.form[after] ?? '';
  // "… told PA. Tests found": the next capital belongs to another sentence.
  if (place.paragraph.text.slice(place.end, tokens.start[after] ?? place.end) !== ' ') return false;
  return (
    isCapital(tokens, after) &&
    /^\p{L}/u.test(next) &&
    tokens.sentence[after] === tokens.sentence[first] &&
    !/^(?:TV|News|Television|Radio|Photos?|Businessweek|Economics|Opinion|Newswires|Correspondents?|Reporters?|Writers?|Business|Sports|Staff|Video|Photographers?|Health|Science|Medical|Political|Environmental|Religion)$/u.test(
      next,
    )
  );
}

/** Names of the registry (and of the source book) in one paragraph. */
function knownNames(
  placed: PlacedParagraph,
  index: AliasIndex,
  found: Candidate[],
  introduce: boolean,
): void {
  for (const hit of findAliases(placed.paragraph.text, index)) {
    const place = placeOf(placed, hit.start, hit.end);
    // "South Plains Press Association" is another one.
    const generic =
      (/ (?:Agency|Service|Press)$/u.test(hit.alias.name) && hit.alias.name.split(' ').length === 3) ||
      hit.alias.name === 'Press Association';
    if (insideLongerName(place, hit.alias.weak, generic)) continue;
    const reading = readFrame(place);
    const [only] = hit.alias.entries;
    if (hit.alias.entries.length === 1 && only?.id.startsWith(UNLISTED) && introduce) {
      // A paper known by name only is one that the article introduces.
      if (hit.alias.weak && reading.strength === 1) continue;
      found.push({
        placed,
        place,
        start: placed.offset + hit.start,
        end: placed.offset + hit.end,
        name: hit.alias.name,
        entries: NO_ENTRIES,
        weak: false,
        unknown: only.names.full,
        reading,
      });
      continue;
    }
    found.push({
      placed,
      place,
      start: placed.offset + hit.start,
      end: placed.offset + hit.end,
      name: hit.alias.name,
      entries: hit.alias.entries,
      weak: hit.alias.weak,
      unknown: null,
      reading,
    });
  }
}

/** Words after which the name of an outlet may stand, whatever it is called. */
const LEFT_FRAMES: ReadonlySet<string> = new Set(
  'told tell tells telling to with by citing quoting in on from'.split(' '),
);
const SUBJECT_FRAMES: ReadonlySet<string> = new Set(
  'reported reports report printed broadcast aired carried wrote writes quoted cited revealed reveal published posted showed shows said says understands claimed disclosed contacted approached learned learnt seen obtained reviewed verified verify unable naming asked sought attempted granted agreed spoke reached'.split(
    ' ',
  ),
);
/** Nouns that say of the name behind them that it is an outlet's. */
const NAMED_NOUNS: ReadonlySet<string> = new Set(
  'newspaper daily weekly magazine broadcaster tabloid'.split(' '),
);
/** Every word at which the search for an unknown outlet begins. */
const FRAMES: ReadonlySet<string> = new Set([
  ...LEFT_FRAMES,
  ...SUBJECT_FRAMES,
  ...NAMED_NOUNS,
  'agency',
  'the',
  'is',
  "'s",
  'contributed',
]);
/** Words between an outlet and its verb. */
const AUXILIARIES: ReadonlySet<string> = new Set(
  "has have had also first earlier previously later can could was were is are did not n't been now exclusively independently immediately".split(
    ' ',
  ),
);
/** Least certainty of the name's form that makes an unknown outlet in a frame of words. */
const FRAME_CERTAINTY = 0.7;

/** "told the Courier, a supply ship,": what the name is, is said behind it. */
function isOtherThing(tokens: Tokens, name: OutletName): boolean {
  if (name.after - name.first > 1 || name.certainty > 0.9) return false;
  if (lowerOf(tokens, name.after) !== ',' || !/^(?:a|an|the)$/u.test(lowerOf(tokens, name.after + 1)))
    return false;
  for (let i = name.after + 2; i < Math.min(tokens.count, name.after + 8); i++) {
    if (isOutletNoun(lowerOf(tokens, i))) return false;
    if (/^[,.;]$/u.test(lowerOf(tokens, i))) return true;
  }
  return false;
}

/** "state television", "national radio": one outlet, though it is not named. */
function isStateOutlet(tokens: Tokens, first: number): boolean {
  return (
    /^(?:state|national|public)$/u.test(lowerOf(tokens, first)) &&
    /^(?:radio|television|tv)$/u.test(lowerOf(tokens, first + 1)) &&
    !isCapital(tokens, first + 2)
  );
}

/** Outlets that the registry does not know, found through the frames around them. */
function unknownNames(placed: PlacedParagraph, found: Candidate[]): void {
  const { tokens, zone } = placed.paragraph;
  const add = (name: OutletName, least: number, bare = false): void => {
    if (name.certainty < least) return;
    const start = tokens.start[name.first] ?? 0;
    const end = tokens.end[name.after - 1] ?? start;
    const absolute = { start: placed.offset + start, end: placed.offset + end };
    if (found.some((other) => other.start < absolute.end && absolute.start < other.end)) return;
    const place = placeOf(placed, start, end);
    const reading = readFrame(place);
    if (reading.strength === 1 && !bare) return;
    const text = placed.paragraph.text.slice(start, end);
    found.push({
      placed,
      place,
      ...absolute,
      name: text,
      entries: NO_ENTRIES,
      weak: false,
      unknown: text,
      reading,
    });
  };
  if (zone === 'byline' || zone === 'credit') {
    for (let i = 0; i < tokens.count; i++) {
      if (i > 0 && !/^(?:,|by|of|from|for|to|and|:|-)$/u.test(lowerOf(tokens, i - 1))) continue;
      if (/^(?:by|from|with|compiled)$/u.test(lowerOf(tokens, i))) continue;
      const name = readOutlet(tokens, i, tokens.count);
      // "By Dilys Cathcart, Welsh Affairs Reporter": an office, not an outlet.
      const office = /^(?:Reporter|Correspondent|Editor|Writer|Affairs|Desk)$/u;
      if (name && !office.test(tokens.form[name.after - 1] ?? '')) add(name, 0.6);
    }
    return;
  }
  // "PORT ANSEL (Northern Wire) -"
  const { dateline } = placed.paragraph;
  for (let i = 1; dateline && i < tokens.count && (tokens.start[i] ?? 0) < dateline.end; i++) {
    if (lowerOf(tokens, i - 1) !== '(') continue;
    const name = readOutlet(tokens, i, i + 5);
    if (name && lowerOf(tokens, name.after) === ')') add(name, 0.6);
  }
  const papers: OutletName[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const lower = lowerOf(tokens, i);
    if (!FRAMES.has(lower) || (tokens.quote[i] ?? 0) > 0) continue;
    if (LEFT_FRAMES.has(lower)) {
      const name = readOutlet(tokens, i + 1, sentenceOf(placed.paragraph, i).end);
      // "told state radio": a hearer without a name, but one outlet all the same.
      const first = i + 1 + (lowerOf(tokens, i + 1) === 'the' ? 1 : 0);
      if (/^t(?:ell|ells|old|elling)$/u.test(lower) && isStateOutlet(tokens, first))
        add({ first, after: first + 2, certainty: 1 }, 1);
      // "Radio Velmora, quoting a detective, said"
      if ((lower === 'quoting' || lower === 'citing') && lowerOf(tokens, i - 1) === ',') {
        const before = readOutletBefore(tokens, i - 1, sentenceOf(placed.paragraph, i).start);
        if (before) add(before, FRAME_CERTAINTY);
      }
      // In "told the Sun" the frame is so strong that a name with other meanings is enough.
      const strong =
        (lower.startsWith('t') && lower !== 'to') ||
        (lower === 'by' && /^(?:reported|published|broadcast|aired|obtained)$/u.test(lowerOf(tokens, i - 1)));
      if (name && !isOtherThing(tokens, name)) add(name, strong ? 0.4 : FRAME_CERTAINTY);
    } else if (SUBJECT_FRAMES.has(lower)) {
      let verb = i;
      while (verb > 0 && AUXILIARIES.has(lowerOf(tokens, verb - 1))) verb--;
      const name = readOutletBefore(tokens, verb, sentenceOf(placed.paragraph, i).start);
      if (name) add(name, FRAME_CERTAINTY);
      // "…, state television reported"
      else if (isStateOutlet(tokens, verb - 2))
        add({ first: verb - 2, after: verb, certainty: 1 }, FRAME_CERTAINTY);
    } else if (NAMED_NOUNS.has(lower)) {
      // "the editor of the weekly Vestnik Karsk", but "the daily Bible reading"
      const name = isCapital(tokens, i + 1) ? readOutlet(tokens, i, i + 8) : null;
      const before = tagOf(tokens, i - 1);
      if (name && /^(?:DT|JJ|PRP\$|NNP)$/u.test(before) && !/^NNS?$/u.test(tagOf(tokens, name.after)))
        papers.push(name);
    } else if (lower === 'is') {
      const name = lowerOf(tokens, i - 1) === 'this' ? readOutlet(tokens, i + 1, i + 6) : null;
      if (name) add(name, 0.9);
    } else if (lower === 'agency' && tokens.form[i] === 'Agency') {
      // "Norland National News Agency" is an agency wherever it stands.
      const name = /^(?:News|Press)$/u.test(tokens.form[i - 1] ?? '')
        ? readOutletBefore(tokens, i + 1, sentenceOf(placed.paragraph, i).start)
        : null;
      if (name) add(name, FRAME_CERTAINTY, true);
    } else if (lower === 'the' && isCapital(tokens, i + 1)) {
      let after = i + 2;
      while (isCapital(tokens, after) && tokens.sentence[after] === tokens.sentence[i]) after++;
      if (isPaper(tokens, i + 1, after)) papers.push({ first: i + 1, after, certainty: 1 });
    } else if (lower === "'s" && isCapital(tokens, i + 1) && isCapital(tokens, i + 2)) {
      // "Channel 6's Monique Salter is there."
      const name = readOutletBefore(tokens, i, sentenceOf(placed.paragraph, i).start);
      if (name) add(name, 0.9);
    } else if (lower === 'contributed' || lower === 'understands') {
      const name = readOutletBefore(tokens, i, sentenceOf(placed.paragraph, i).start);
      if (name) add(name, FRAME_CERTAINTY);
    }
  }
  for (const name of papers) add(name, FRAME_CERTAINTY, true);
}

/** "Northern Press Agency (NPA)": the initials in brackets behind a name, or null. */
function bracketedInitials(candidate: Candidate): string | null {
  const { paragraph, end } = candidate.place;
  return /^ \((\p{Lu}[\p{Lu}-]{1,6}|\p{Ll}{3})\)/u.exec(paragraph.text.slice(end, end + 12))?.[1] ?? null;
}

/** Spellings under which an outlet that the article has introduced may come back: "the Echo" for "the Harbour Echo". */
function introducedEntries(candidates: readonly Candidate[], outlet: string | null): AgencyEntry[] {
  const names = new Map<string, Set<string>>();
  if (outlet) names.set(outlet.replace(/^The /u, ''), new Set());
  for (const candidate of candidates) {
    if (candidate.unknown === null) continue;
    const initials = bracketedInitials(candidate);
    const set = names.get(candidate.unknown) ?? new Set<string>();
    if (initials) set.add(initials);
    names.set(candidate.unknown, set);
  }
  // "the Echo" joins "the Harbour Echo" when that stands in the article.
  const longest = [...names.keys()].sort((a, b) => b.length - a.length);
  const entries: AgencyEntry[] = [];
  const covered = new Set<string>();
  for (const full of longest) {
    if (covered.has(full)) continue;
    const last = full.slice(full.lastIndexOf(' ') + 1);
    const short = [...(names.get(full) ?? [])];
    if (last !== full && !/^(?:Agency|Service|TV|News|Radio|Press|\d+)$/u.test(last)) {
      short.push(last);
      covered.add(last);
    }
    entries.push(unlistedEntry(full, short, last === full ? [] : [last]));
  }
  return entries;
}

/** "this newspaper": the outlet speaks of itself, also when nobody told us its name. */
function ownWords(document: LinkedDocument, own: string | null, found: Candidate[]): void {
  const outlet = own ?? 'this newspaper';
  for (const placed of document.paragraphs) {
    const { text, tokens } = placed.paragraph;
    if (!text.includes('his ')) continue;
    for (const match of text.matchAll(OWN_NAME)) {
      const end = match.index + match[0].length;
      const place = placeOf(placed, match.index, end);
      // "This paper shows that rats dream": only a hearer makes an outlet of what may be a study.
      const told = readFrame(place).function === 'told-to';
      if (own === null && !told && !/(?:newspaper|publication)$/u.test(match[0])) continue;
      if (own === null && (tokens.quote[place.first] ?? 0) > 0) continue;
      found.push({
        placed,
        place,
        start: placed.offset + match.index,
        end: placed.offset + end,
        name: outlet,
        entries: [unlistedEntry(outlet.replace(/^The /u, ''))],
        weak: false,
        unknown: null,
        reading: { function: 'self', strength: 2, frame: told ? 'told' : 'this-newspaper' },
      });
    }
  }
}

const OWN_NAME = /\b[Tt]his (?:newspaper|paper|magazine|website|publication|station|programme)\b/gu;

/** Frames of a talk that goes on after the sentence that names it. */
const INTERVIEWS: ReadonlySet<string> = new Set(['interview-with', 'said-on', 'asked-by']);

/** Words that place an article in a country, for choosing between agencies with the same initials. */
function chooseByPlace(entries: readonly AgencyEntry[], text: string): AgencyEntry | null {
  let best: AgencyEntry | null = null;
  let bestCount = 0;
  let tie = false;
  for (const entry of entries) {
    let count = 0;
    for (const place of entry.match.places ?? []) if (text.includes(place)) count++;
    if (count > bestCount) {
      best = entry;
      bestCount = count;
      tie = false;
    } else if (count === bestCount && count > 0) tie = true;
  }
  return tie ? null : best;
}

const COORDINATION = /^(?:['’]s)?\s*(?:,|\/|&|;|,?\s*(?:and|or|&))\s*(?:the |its )?(?:[a-z-]+ ){0,3}$/u;

/** "told AFP and Reuters": the second of two joined names has the function of the first, or the first of the second. */
function spreadOverCoordination(candidates: readonly Candidate[]): void {
  const joined = (a: Candidate, b: Candidate): boolean =>
    a.placed === b.placed &&
    COORDINATION.test(a.placed.paragraph.text.slice(a.end - a.placed.offset, b.start - b.placed.offset));
  for (let i = 1; i < candidates.length; i++) {
    const previous = candidates[i - 1];
    const here = candidates[i];
    if (!previous || !here || here.reading.strength > 1 || previous.reading.strength === 1) continue;
    if (joined(previous, here)) here.reading = previous.reading;
  }
  for (let i = candidates.length - 2; i >= 0; i--) {
    const here = candidates[i];
    const next = candidates[i + 1];
    if (!here || !next || here.reading.strength > 1 || next.reading.strength === 1) continue;
    if (joined(here, next)) here.reading = next.reading;
  }
}

/** "The Northern Press Agency (NPA) reported": the initials in brackets are there for what the name is there for. */
function readBrackets(candidates: readonly Candidate[]): void {
  for (let i = 1; i < candidates.length; i++) {
    const name = candidates[i - 1];
    const initials = candidates[i];
    if (!initials || name?.placed !== initials.placed) continue;
    const { text } = name.placed.paragraph;
    const between = text.slice(name.end - name.placed.offset, initials.start - name.placed.offset);
    if (between === ' (' && text.charAt(initials.end - initials.placed.offset) === ')')
      initials.reading = name.reading;
  }
}

/** A mention that counts, with the key of the agency it belongs to. */
interface Accepted {
  readonly candidate: Candidate;
  readonly key: string;
  readonly name: string;
  readonly entry: AgencyEntry | null;
  function: AgencyFunction;
}

/** "The SPA said the dog had been rescued": initials with an article are another body's, but for the AP and the PA. */
function isOtherBody({ weak, name, place, reading }: Candidate): boolean {
  const { tokens } = place.paragraph;
  return (
    weak &&
    reading.strength === 2 &&
    /^\p{Lu}{2,5}$/u.test(name) &&
    ((lowerOf(tokens, place.first - 1) === 'the' && !/^(?:AP|ABC|CBC|AAP|CP)$/u.test(name)) ||
      // "Bem's PA said he was away."
      (lowerOf(tokens, place.first - 1) === "'s" && name.length === 2)) &&
    !isOutletNoun(lowerOf(tokens, place.after)) &&
    !isOutletNoun(lowerOf(tokens, place.after + 1))
  );
}

/** True for evidence that the name is an agency's in this article, so that its initials may stand alone elsewhere. */
function isEvidence(candidate: Candidate): boolean {
  return (
    (candidate.reading.strength > 1 &&
      !isOtherBody(candidate) &&
      (candidate.reading.strength > 2 || !candidate.weak || !modifiesOther(candidate))) ||
    (!candidate.weak && candidate.entries.length < 2)
  );
}

/** The mentions found a second time with the names that the article (or the outlet option) has introduced. */
function* withIntroduced(
  document: LinkedDocument,
  candidates: readonly Candidate[],
  introduced: readonly AgencyEntry[],
): Steps<Candidate[]> {
  const index = indexAliases(introduced);
  // Initials that the article explains belong to what it explains them as: "the Northern Press Agency (NPA)".
  const explained = new Set(introduced.flatMap((entry) => entry.names.short));
  const kept = new Map<PlacedParagraph, Candidate[]>();
  const result: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.unknown !== null || (candidate.weak && explained.has(candidate.name))) continue;
    result.push(candidate);
    const list = kept.get(candidate.placed);
    if (list) list.push(candidate);
    else kept.set(candidate.placed, [candidate]);
  }
  let work = 0;
  for (const placed of document.paragraphs) {
    work += placed.paragraph.tokens.count;
    if (work > STEP) {
      work = 0;
      yield;
    }
    const found: Candidate[] = [];
    knownNames(placed, index, found, false);
    const others = kept.get(placed) ?? [];
    for (const candidate of found) {
      if (others.some((other) => other.start < candidate.end && candidate.start < other.end)) continue;
      // The last word alone counts with its article only: "the Echo", not "an Echo".
      const { tokens } = candidate.placed.paragraph;
      if (candidate.weak && lowerOf(tokens, candidate.place.first - 1) !== 'the') continue;
      const short = candidate.name !== candidate.entries[0]?.names.full;
      if (
        short &&
        !/^\p{Lu}{2,}$/u.test(candidate.name) &&
        lowerOf(tokens, candidate.place.first - 1) !== 'the'
      )
        continue;
      result.push(candidate);
    }
  }
  return result;
}

/** The name stands before a noun that is not the outlet's own staff or work. */
function modifiesOther({ place }: Candidate): boolean {
  const { tokens } = place.paragraph;
  const next = tagOf(tokens, place.after);
  const noun = lowerOf(tokens, place.after);
  return (next === 'NN' || next === 'NNS') && !OWN_STAFF.test(noun) && !isOutletNoun(noun);
}

/** Decides which candidates count and whose names they are. */
function accept(candidates: readonly Candidate[], text: string): Accepted[] {
  const known = new Set<string>();
  for (const candidate of candidates) {
    const only = candidate.entries.length === 1 ? candidate.entries[0] : undefined;
    if (only && isEvidence(candidate)) known.add(only.id);
  }
  // The words of the article are the same for every mention of one name: looked through once.
  const chosen = new Map<string, AgencyEntry | null>();
  const choose = (among: readonly AgencyEntry[]): AgencyEntry | null => {
    if (among.length === 0) return null;
    const key = among.map(({ id }) => id).join(' ');
    const before = chosen.get(key);
    if (before !== undefined) return before;
    const found = chooseByPlace(among, text);
    chosen.set(key, found);
    return found;
  };
  const accepted: Accepted[] = [];
  for (const candidate of candidates) {
    const { entries, reading } = candidate;
    const inDocument = entries.filter((entry) => known.has(entry.id));
    const only = entries.length === 1 ? entries[0] : undefined;
    const entry =
      only ??
      (inDocument.length === 1 ? inDocument[0] : undefined) ??
      choose(inDocument.length > 1 ? inDocument : entries);
    const doubtful = candidate.weak || entries.length > 1;
    // "teaches AP history", "told an AA meeting": initials before a noun of another matter.
    if (reading.strength < 3 && doubtful && modifiesOther(candidate)) continue;
    const sure = (reading.strength > 1 && !isOtherBody(candidate)) || (entry && known.has(entry.id));
    if (!sure && (candidate.weak || entries.length > 1)) continue;
    const id = entry?.id ?? null;
    accepted.push({
      candidate,
      key: id ?? `ambiguous:${candidate.name}`,
      name: entry ? entry.names.full : candidate.name,
      entry: entry && !entry.id.startsWith(UNLISTED) ? entry : null,
      function: reading.function,
    });
  }
  return accepted;
}

/** First accepted mention that starts at or after the offset. */
function firstFrom(accepted: readonly Accepted[], offset: number): number {
  let low = 0;
  let high = accepted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accepted[middle]?.candidate.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const OWN_STAFF =
  /\b(?:report|reports|reporter|journalist|staff|writer|photo|video|service|news|stor(?:y|ie)|bureau|style|correspondent|witness|photographer|poll|survey|analysis|tally|count|investigation|review|calculations?|reporting|team|crew|radio|television|programme|program|show|podcast|host|anchor|presenter|interviewer|columnist|editor|newsroom|website|wire|affiliate|data|figures|estimates?)(?:s|es)?\b/iu;

/** Finds the attributions whose source is an outlet itself; returns them by attribution and sets the functions. */
function readSources(document: LinkedDocument, accepted: readonly Accepted[]): (Accepted | null)[] {
  return document.attributions.map((attribution) => {
    let own: Accepted | null = null;
    for (const span of attribution.source) {
      for (let at = firstFrom(accepted, span.start); at < accepted.length; at++) {
        const mention = accepted[at];
        if (!mention || mention.candidate.start >= span.end) break;
        const { candidate } = mention;
        const { tokens } = candidate.placed.paragraph;
        const offset = candidate.placed.offset;
        let alone = true;
        for (
          let i = candidate.place.first - 1;
          i >= 0 && (tokens.start[i] ?? 0) + offset >= span.start;
          i--
        ) {
          const lower = lowerOf(tokens, i);
          // "Norland's NTV": the country belongs to the name of the outlet.
          if (lower === "'s" || lower === "'" || lowerOf(tokens, i + 1) === "'s") continue;
          if (!isOutletModifier(tokens, i)) alone = false;
        }
        const tail = document.text.slice(candidate.end, span.end);
        if (
          !/^(?:['’]s? (?:\p{Lu}\p{L}+ )?(?:service|desk|bureau|newsroom|programme))?(?: (?:news|state|press|daily|weekly|television|radio|tv))?(?: (?:agency|newspaper|paper|network|website|service|station|channel|magazine|broadcaster|outlet))?,?$/u.test(
            tail,
          )
        )
          alone = false;
        if (alone) {
          own ??= mention;
          if (candidate.reading.strength === 1) mention.function = 'source';
        } else if (
          candidate.reading.strength === 1 &&
          OWN_STAFF.test(tail) &&
          // Not "Bem, a former Reuters correspondent, said".
          !/,|\b(?:former|ex)\b/iu.test(document.text.slice(span.start, candidate.start))
        )
          mention.function = 'source';
      }
    }
    return own;
  });
}

/** The outlet that each attribution came through: "told Reuters", "in an interview with …", "…, Interfax reported". */
function* readVia(
  document: LinkedDocument,
  accepted: readonly Accepted[],
  sources: readonly (Accepted | null)[],
): Steps<(Accepted | null)[]> {
  const via: (Accepted | null)[] = [];
  for (const [index, attribution] of document.attributions.entries()) {
    if (index % (STEP / 10) === STEP / 10 - 1) yield;
    via.push(viaOf(document, accepted, sources[index] ?? null, attribution));
  }
  return via;
}

/** The outlet that one attribution came through. */
function viaOf(
  document: LinkedDocument,
  accepted: readonly Accepted[],
  own: Accepted | null,
  attribution: LinkedAttribution,
): Accepted | null {
  const placed = document.paragraphs[attribution.paragraph];
  const cue = attribution.cue[0];
  if (!placed || !cue) return null;
  const { paragraph, offset } = placed;
  const sentence = sentenceOf(paragraph, tokenAt(paragraph.tokens, cue.start - offset));
  const start = offset + (paragraph.tokens.start[sentence.start] ?? 0);
  const end = offset + (paragraph.tokens.end[sentence.end - 1] ?? 0);
  for (let at = firstFrom(accepted, start); at < accepted.length; at++) {
    const mention = accepted[at];
    if (!mention || mention.candidate.start >= end) break;
    const { candidate } = mention;
    const { frame } = candidate.reading;
    const told = /^(?:told|said-to|interview-with|asked-by|wrote-in|said-on|wrote-for)$/u.test(frame);
    if (mention.function === 'told-to' || (mention.function === 'self' && told)) {
      // "Kolb told Reuters that …, adding that …": not what was said before the verb of telling.
      const direct = frame === 'told' || frame === 'said-to';
      if (!direct || (cue.start < candidate.start ? candidate.start - cue.end < 80 : true)) return mention;
      continue;
    }
    if (mention.function !== 'source' || own) continue;
    if (frame === 'quoted-by') return mention;
    const between = document.text.slice(cue.end, candidate.start);
    const tail =
      candidate.start > cue.end && !/\b(?:but|while|whereas|although|however)\b|[;“”]/u.test(between);
    if (tail && (frame === 'according-to' || frame === 'reported' || frame === 'citing')) return mention;
    // "Interfax quoted the minister as saying": the minister's words, through Interfax.
    if (
      frame === 'reported' &&
      /^\s*(?:quoted|cited)\b/u.test(document.text.slice(candidate.end, cue.start + 8))
    )
      return mention;
  }
  return null;
}

/**
 * The agency of a dateline or byline speaks of itself wherever it is not told something: "AP journalists counted 11
 * cars", "a memo seen by the AP". Elsewhere such words are a plain mention.
 */
function markHouse(accepted: readonly Accepted[]): void {
  const house = new Set(
    accepted.flatMap(({ key, candidate, function: fn }) =>
      fn === 'dateline' || (fn === 'credit' && candidate.reading.frame === 'byline') ? [key] : [],
    ),
  );
  for (const mention of accepted) {
    const { frame } = mention.candidate.reading;
    if (!house.has(mention.key)) continue;
    if (mention.function === 'mention' && frame !== 'in-quote') mention.function = 'self';
    if (mention.function === 'source' && frame === 'own-witness') mention.function = 'self';
  }
}

/** Marks the names of the outlet whose own text this is. */
function markOwn(accepted: readonly Accepted[], outlet: string): void {
  const own = outlet.replace(/^The /u, '');
  for (const mention of accepted) {
    const names = mention.entry ? spellings(mention.entry) : [mention.name];
    if (!names.includes(own)) continue;
    if (mention.function === 'told-to' || mention.function === 'source' || mention.function === 'mention')
      mention.function = 'self';
  }
}

/** Tokens, or attributions times ten, that are looked through in one step. */
const STEP = 6000;

/** Finds the agencies of a document, a step at a time. Never throws. */
export function* findAgenciesInSteps(document: LinkedDocument, options: AgencyOptions): Steps<AgenciesFound> {
  const outlet = options.outlet?.trim() ? options.outlet.trim() : null;
  const index = options.agencies?.length ? indexAliases(mergeEntries(options.agencies)) : REGISTRY_INDEX;
  let candidates: Candidate[] = [];
  let work = 0;
  for (const placed of document.paragraphs) {
    work += placed.paragraph.tokens.count;
    if (work > STEP) {
      work = 0;
      yield;
    }
    const here: Candidate[] = [];
    knownNames(placed, index, here, true);
    unknownNames(placed, here);
    candidates.push(...here);
  }
  const introduced = introducedEntries(candidates, outlet && !isKnown(index, outlet) ? outlet : null);
  ownWords(document, outlet, candidates);
  yield;
  if (introduced.length > 0) candidates = yield* withIntroduced(document, candidates, introduced);
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  readBrackets(candidates);
  spreadOverCoordination(candidates);
  const accepted = accept(candidates, document.text);
  yield;
  const sources = readSources(document, accepted);
  markHouse(accepted);
  // "This is News Nine": a broadcast that names itself.
  const presented = accepted.find(({ candidate }) => candidate.reading.frame === 'this-is');
  const own = outlet ?? presented?.name ?? null;
  if (own) markOwn(accepted, own);
  yield;
  const via = yield* readVia(document, accepted, sources);

  const order = new Map<string, number>();
  const agencies: { key: string | null; name: string; mentions: AgencyMention[] }[] = [];
  const kinds: ('agency' | 'outlet')[] = [];
  for (const mention of accepted) {
    let at = order.get(mention.key);
    if (at === undefined) {
      at = agencies.length;
      order.set(mention.key, at);
      agencies.push({ key: mention.entry?.id ?? null, name: mention.name, mentions: [] });
      kinds.push(mention.entry?.kind === 'agency' || mention.name.endsWith(' Agency') ? 'agency' : 'outlet');
    }
    const { start, end } = mention.candidate;
    agencies[at]?.mentions.push({ start, end, function: mention.function });
  }
  const indexOf = (mention: Accepted | null): number => (mention ? (order.get(mention.key) ?? -1) : -1);
  return {
    agencies: agencies.map((agency, i) => ({ id: `g${i + 1}`, ...agency })),
    kinds,
    via: via.map(indexOf),
    interviews: via.map((mention) => mention !== null && INTERVIEWS.has(mention.candidate.reading.frame)),
    sources: sources.map(indexOf),
  };
}

/** True when the outlet's name is one of the index. */
function isKnown(index: AliasIndex, outlet: string): boolean {
  const length = outlet.replace(/^The /u, '').length;
  return findAliases(outlet, index).some((hit) => hit.end - hit.start >= length);
}
