/**
 * From scored candidates to the attributions of a paragraph: conflicts are settled by confidence, content is fitted
 * to quotation marks, quoted sentences that follow join the attribution before them, and what stands in a fixed
 * layout (signatures, transcripts) is read by rule.
 */
import { PAD, sentenceEnd, type Grid } from '../detect/grid.ts';
import { VERB_OF_COMMUNICATION, wordClass } from '../lexicon/wordClasses.ts';
import type { Form } from '../segment/forms.ts';
import type { QuoteSpan } from '../segment/paragraph.ts';
import { COARSE, tagIndex } from '../segment/tags.ts';

/** A cue with its parts as token indexes. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly source: readonly number[];
  readonly content: readonly number[];
  readonly confidence: number;
}

/** A settled attribution; a rule that reads layout gives confidence 1. */
export interface Settled {
  readonly first: number;
  readonly last: number;
  source: number[];
  content: number[];
  readonly confidence: number;
}

/** Below this confidence a candidate is not reported: the best F1 on the development corpora. */
export const THRESHOLD = 0.45;

const FREE = 0;
const CUE = 1;
const CONTENT = 2;
const SOURCE = 3;

/** Settles the candidates of one paragraph. */
export function settle(
  grid: Grid,
  forms: readonly Form[],
  quotes: readonly QuoteSpan[],
  candidates: readonly Candidate[],
  threshold: number,
): SettledParagraph {
  const used = new Uint8Array(grid.count);
  const settled = acceptByConfidence(candidates, used, threshold);
  for (const one of settled) {
    trimDay(grid, forms, one);
    takeTeller(grid, one, used);
    takeHeadlineSubject(grid, one, used);
    trimHeadline(grid, forms, one, used);
    takeFrontedClause(grid, forms, one, used);
    cutAtQuoteEdges(grid, one, used);
    fitToQuotes(one, quotes, used);
  }
  joinAfterColon(grid, forms, settled, quotes, used);
  joinQuotedSentences(grid, settled, used);
  readSignature(grid, forms, settled, used);
  const isTurn = readTranscript(grid, forms, settled, used);
  if (!isTurn) readHeadline(grid, forms, quotes, settled, used);
  const result = settled.filter((one) => one.content.length > 0);
  for (const one of result) one.content.sort((a, b) => a - b);
  result.sort((a, b) => a.first - b.first);
  return { attributions: result, isTurn };
}

/** What settling a paragraph gives. */
export interface SettledParagraph {
  readonly attributions: readonly Settled[];
  readonly isTurn: boolean;
}

/**
 * The surest first. A cue that lies in what a surer one has taken is dropped (attributions are not nested), and so
 * is one of whose content no piece is at least half free. A source may be shared: "Kolb said X and warned Y".
 */
function acceptByConfidence(
  candidates: readonly Candidate[],
  used: Uint8Array,
  threshold: number,
): Settled[] {
  const settled: Settled[] = [];
  const order = candidates
    .filter((one) => one.confidence >= threshold)
    .sort((a, b) => b.confidence - a.confidence || a.first - b.first);
  for (const one of order) {
    let clash = false;
    for (let i = one.first; i <= one.last; i++) if (used[i] !== FREE) clash = true;
    if (clash) continue;
    // a piece that is mostly taken belongs to somebody else: “Yes,” said Kolb. [“No,” said Quill.]
    const content = runs(one.content)
      .map((run) => ({ size: run.length, free: run.filter((i) => used[i] === FREE) }))
      .filter(({ size, free }) => free.length >= size * 0.5)
      .flatMap(({ free }) => free);
    if (content.length === 0) continue;
    const source = one.source.filter((i) => used[i] === FREE || used[i] === SOURCE);
    used.fill(CUE, one.first, one.last + 1);
    for (const i of content) used[i] = CONTENT;
    for (const i of source) if (used[i] === FREE) used[i] = SOURCE;
    settled.push({ first: one.first, last: one.last, source, content, confidence: one.confidence });
  }
  return settled.sort((a, b) => a.first - b.first);
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight)$/u;

/**
 * "Prosecutors [on Thursday] charged two engineers": the day is no part of who they are. In "a study published on
 * Thursday" it is.
 */
function trimDay(grid: Grid, forms: readonly Form[], one: Settled): void {
  const { source } = one;
  if (source.some((i) => grid.coarse[i + PAD] === COARSE.verb)) return;
  if (source.length < 2 || !DAY.test(forms[source.at(-1) ?? 0]?.lower ?? '')) return;
  const on = forms[source.at(-2) ?? 0]?.lower === 'on' ? 2 : 1;
  if (source.length > on) one.source = source.slice(0, -on);
}

/** “We lost it,” [Quill] told Reuters: whoever stands behind "told" is the hearer when somebody stands before it. */
function takeTeller(grid: Grid, one: Settled, used: Uint8Array): void {
  if (grid.lemmaText[one.last] !== 'tell' || one.source[0] !== one.last + 1) return;
  let teller = subjectBefore(grid, grid.sentenceStart[grid.sentence[one.first]!]!, one.first);
  // a name may be mistaken for another kind of word: Quill
  const before = one.first - 1;
  if (teller.length === 0 && grid.capital[before] === 1 && grid.quote[before] === 0) teller = [before];
  if (teller.length === 0 || teller.some((i) => used[i] !== FREE)) return;
  for (const i of one.source) used[i] = FREE;
  for (const i of teller) used[i] = SOURCE;
  one.source = teller;
}

const PRESENT = tagIndex('VBZ');

/** [Minister] accuses port operator of hiding spill: what stands before a headline's verb says it. */
function takeHeadlineSubject(grid: Grid, one: Settled, used: Uint8Array): void {
  if (!grid.isHeadline || one.source.length > 0 || grid.tag[one.last + PAD] !== PRESENT) return;
  const subject = subjectBefore(grid, 0, one.first);
  const after = one.content.filter((i) => i > one.last);
  if (subject[0] !== 0 || after.length === 0 || one.content.length !== subject.length + after.length) return;
  if (!subject.every((i) => one.content.includes(i))) return;
  for (const i of subject) used[i] = SOURCE;
  one.source = subject;
  one.content = after;
}

/** "Nordvik shares plunge as [short-seller] alleges fraud": in a headline "as" opens a clause with a subject of its own. */
function trimHeadline(grid: Grid, forms: readonly Form[], one: Settled, used: Uint8Array): void {
  if (!grid.isHeadline || one.source.at(-1) !== one.first - 1) return;
  const as = one.source.findLastIndex((i) => forms[i]?.lower === 'as');
  if (as < 1 || as === one.source.length - 1) return;
  for (const i of one.source.slice(0, as + 1)) used[i] = FREE;
  one.source = one.source.slice(as + 1);
}

/** [The road was shut], police said Tuesday: the day is not what they said; the clause in front is. */
function takeFrontedClause(grid: Grid, forms: readonly Form[], one: Settled, used: Uint8Array): void {
  if (!one.content.every((i) => DAY.test(forms[i]?.lower ?? '') || forms[i]?.lower === 'on')) return;
  const from = Math.max(grid.bodyStart, grid.sentenceStart[grid.sentence[one.first]!]!);
  const comma = Math.min(one.first, one.source[0] ?? one.first) - 1;
  if (comma - from < 3 || forms[comma]?.text !== ',') return;
  const clause = range(from, comma);
  if (clause.some((i) => used[i] !== FREE)) return;
  for (const i of one.content) used[i] = FREE;
  for (const i of clause) used[i] = CONTENT;
  one.content = clause;
}

/**
 * Content does not run over a sentence's end from quoted into unquoted text or back:
 * “We will stay,” Kolb said. “All of us.” [The meeting ended at ten.]
 */
function cutAtQuoteEdges(grid: Grid, one: Settled, used: Uint8Array): void {
  const keep = new Set(one.content);
  const drop = (i: number): void => {
    keep.delete(i);
    if (used[i] === CONTENT) used[i] = FREE;
  };
  for (const run of runs(one.content)) {
    for (let k = 1; k < run.length; k++) {
      const i = run[k]!;
      const previous = run[k - 1]!;
      if (grid.sentence[i] === grid.sentence[previous]) continue;
      if (grid.mark[previous] === 2 && grid.quote[previous]! > 0 && grid.quote[i] === 0) {
        for (const later of run.slice(k)) drop(later);
        break;
      }
    }
    for (let k = run.length - 1; k > 0; k--) {
      const i = run[k]!;
      const previous = run[k - 1]!;
      if (grid.sentence[i] === grid.sentence[previous]) continue;
      if (grid.quote[previous] === 0 && grid.mark[i] === 1) {
        for (const earlier of run.slice(0, k)) drop(earlier);
        break;
      }
    }
  }
  one.content = one.content.filter((i) => keep.has(i));
}

/** Groups ascending token indexes into runs of neighbours. */
function runs(tokens: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const i of [...tokens].sort((a, b) => a - b)) {
    const run = found.at(-1);
    if (run?.at(-1) === i - 1) run.push(i);
    else found.push([i]);
  }
  return found;
}

/** Content that holds the opening mark or two fifths of a quote holds all of it. */
function fitToQuotes(one: Settled, quotes: readonly QuoteSpan[], used: Uint8Array): void {
  const content = new Set(one.content);
  for (const quote of quotes) {
    const length = quote.closeToken - quote.openToken + 1;
    if (length < 3) continue;
    let inside = 0;
    let taken = false;
    for (let i = quote.openToken; i <= quote.closeToken; i++) {
      if (content.has(i)) inside++;
      else if (used[i] !== FREE) taken = true;
    }
    if (inside === 0 || inside === length || taken) continue;
    if (inside < length * 0.4 && !content.has(quote.openToken)) continue;
    for (let i = quote.openToken; i <= quote.closeToken; i++) {
      content.add(i);
      used[i] = CONTENT;
    }
  }
  if (content.size > one.content.length) one.content = [...content].sort((a, b) => a - b);
}

/** “We will stay,” Kolb said. [“All of us will.” “Every one.”]: sentences wholly in marks go on with the speaker. */
function joinQuotedSentences(grid: Grid, settled: readonly Settled[], used: Uint8Array): void {
  for (let s = 1; s < grid.sentenceStart.length; s++) {
    const from = grid.sentenceStart[s]!;
    const to = sentenceEnd(grid, s);
    let free = true;
    for (let i = from; i < to && free; i++) free = grid.quote[i]! > 0 && used[i] === FREE;
    if (!free) continue;
    let target: Settled | null = null;
    let nearest = -1;
    for (const one of settled) {
      if (one.first >= from) continue;
      let last = one.last;
      let quoted = false;
      for (const i of one.content) {
        if (i < from && i > last) last = i;
        if (grid.quote[i]! > 0) quoted = true;
      }
      if (quoted && last > nearest) {
        nearest = last;
        target = one;
      }
    }
    if (!target) continue;
    for (let i = from; i < to; i++) {
      target.content.push(i);
      used[i] = CONTENT;
    }
  }
}

/** Kolb recalled the panic on board[: “People were screaming.”]: a colon after content hands on to the quotation. */
function joinAfterColon(
  grid: Grid,
  forms: readonly Form[],
  settled: readonly Settled[],
  quotes: readonly QuoteSpan[],
  used: Uint8Array,
): void {
  for (const quote of quotes) {
    const colon = quote.openToken - 1;
    if (quote.level > 1 || colon < 1 || forms[colon]?.text !== ':' || used[colon] !== FREE) continue;
    let free = true;
    for (let i = quote.openToken; i <= quote.closeToken && free; i++) free = used[i] === FREE;
    const target = settled.find(
      (one) => one.content.at(-1) === colon - 1 && grid.sentence[one.first] === grid.sentence[colon],
    );
    if (!free || !target) continue;
    for (let i = quote.openToken; i <= quote.closeToken; i++) {
      target.content.push(i);
      used[i] = CONTENT;
    }
  }
}

/** “The bridge was our life.” — Ines Kolb, ferry owner: a dash after the last mark is the cue. */
function readSignature(grid: Grid, forms: readonly Form[], settled: Settled[], used: Uint8Array): void {
  const n = grid.count;
  if (n < 5 || grid.mark[0] === 0) return;
  let close = -1;
  for (let i = n - 1; i > 0 && n - i <= 14; i--)
    if (grid.mark[i]! > 0) {
      close = i;
      break;
    }
  if (close < 0 || close + 2 >= n) return;
  const dash = forms[close + 1]?.text ?? '';
  if (!/^(?:[―—–]|--?)$/u.test(dash) || grid.capital[close + 2] !== 1) return;
  let end = n;
  while (end > close + 2 && !(forms[end - 1]?.isWord ?? true)) end--;
  if (end - (close + 2) < 1 || end - (close + 2) > 10) return;
  for (let i = close + 1; i < end; i++) {
    if (used[i] === CUE || used[i] === CONTENT) return;
    if (grid.coarse[i + PAD] === COARSE.verb && grid.capital[i] === 0) return;
  }
  // the whole paragraph before the dash is what was said: cues inside it are the speaker's own
  for (let k = settled.length - 1; k >= 0; k--) if ((settled[k]?.first ?? n) <= close) settled.splice(k, 1);
  push(settled, used, range(close + 2, end), close + 1, range(0, close + 1));
}

/** Words of labels in capitals, which no speaker is called: "ANCHOR INTRO:", "MY WORKING DAY:", "EDS:". */
const LABELS: ReadonlySet<string> = new Set(
  'INTRO ANALYSIS BRIEF EDS EDITORS SOURCE SOURCES NOTE NOTES UPDATE UPDATED BREAKING WATCH LIVE EXCLUSIVE OPINION REVIEW VIDEO AUDIO PHOTO PHOTOS PICTURE CORRECTION CLARIFICATION SUMMARY HEADLINES KEY DAY TIPS READ MORE FACT FACTS CHECK ALSO RESULT RESULTS SCORE SCORES TEAMS WEATHER SPORT BUSINESS WORLD POLITICS MY OUR THE OF IN AND TO FOR ON AT FACTBOX TIMELINE PROFILE EXPLAINER EXPLAINED BACKGROUND CONTEXT QUESTION-AND-ANSWER'.split(
    ' ',
  ),
);

/**
 * "QUILL: We never signed it." / "Q: Why not?": a speaker's name in capitals and a colon open the paragraph. What is
 * said in the turn is the speaker's, reported speech in it included.
 * @returns whether the paragraph is a turn
 */
function readTranscript(grid: Grid, forms: readonly Form[], settled: Settled[], used: Uint8Array): boolean {
  const n = grid.count;
  if (grid.isHeadline) return false;
  // a quoted transcript: "QUILL: We never signed it.
  const first = grid.mark[0] === 1 ? 1 : 0;
  let colon = -1;
  for (let i = first + 1; i < n && i <= first + 5; i++)
    if (forms[i]?.text === ':') {
      colon = i;
      break;
    }
  if (colon < 0 || colon + 2 > n) return false;
  for (let i = first; i < colon; i++) {
    const text = forms[i]?.text ?? '';
    if (!/^(?:\p{Lu}[\p{Lu}'’.-]*|Mc\p{Lu}+)$/u.test(text) || LABELS.has(text)) return false;
  }
  settled.length = 0;
  used.fill(FREE);
  // a closing mark of the quoted transcript belongs to its opening mark, not to the turn
  const end = first === 1 && grid.mark[n - 1] === 2 ? n - 1 : n;
  if (end <= colon + 1) return false;
  push(settled, used, range(first, colon), colon, range(colon + 1, end));
  return true;
}

/** Headline verbs that are passive without "was": "Two charged over ferry fire", "Frey jailed for fraud". */
const PASSIVE_IN_HEADLINES: ReadonlySet<string> = new Set(
  'charge arrest jail convict sentence fine suspend acquit clear indict detain hold cite name sack ban'.split(
    ' ',
  ),
);
/** Groups and papers that headlines let speak and that are no persons to WordNet. */
const HEADLINE_SOURCES: ReadonlySet<string> = new Set(
  'police source report study poll survey court union lawyer prosecutor family council agency government watchdog official expert inquest coroner regulator'.split(
    ' ',
  ),
);
const PERSON = 18;

/**
 * "Quill: bridge to stay shut", "Bridge to stay shut: mayor", "‘We will not leave’: Quill defies board": in a headline a
 * colon beside a name or an office, or beside a quotation, is a cue.
 */
function readHeadline(
  grid: Grid,
  forms: readonly Form[],
  quotes: readonly QuoteSpan[],
  settled: Settled[],
  used: Uint8Array,
): void {
  const n = grid.count;
  const last = forms[n - 1]?.text ?? '';
  // a line by itself that ends in no full stop and is short reads as a headline too
  if (n < 3 || n > 24 || (!grid.isHeadline && /^[.!?…:;,]$/u.test(last))) return;
  for (let k = settled.length - 1; k >= 0; k--) {
    const one = settled[k];
    const next = one ? grid.coarse[one.last + 1 + PAD] : undefined;
    const label =
      one &&
      forms[one.first]?.text === ':' &&
      one.source.some((i) => LABELS.has((forms[i]?.text ?? '').toUpperCase()));
    if (one && label === true) settled.splice(k, 1);
    else if (one && PASSIVE_IN_HEADLINES.has(grid.lemmaText[one.last] ?? '') && next === COARSE.preposition) {
      settled.splice(k, 1);
      for (const i of [...one.source, ...one.content]) used[i] = FREE;
      used.fill(FREE, one.first, one.last + 1);
    }
  }
  let colon = -1;
  for (let i = 1; i < n - 1; i++)
    if (forms[i]?.text === ':') {
      if (colon >= 0) return;
      colon = i;
    }
  if (colon < 0 || settled.some((one) => one.confidence >= 0.7)) return;
  const quoted = (from: number, to: number): boolean =>
    quotes.some((quote) => quote.openToken === from && quote.closeToken === to - 1);
  const speaks = (from: number, to: number, sure: boolean): boolean => {
    if (to - from < 1 || to - from > 5) return false;
    let names = 0;
    for (let i = from; i < to; i++) {
      const kind = grid.coarse[i + PAD];
      if (kind === COARSE.verb || kind === COARSE.modal || !(forms[i]?.isWord ?? false)) return false;
      if (LABELS.has((forms[i]?.text ?? '').toUpperCase())) return false;
      if (kind === COARSE.name || grid.capital[i] === 1) names++;
    }
    const head = to - 1;
    const lower = forms[head]?.lower ?? '';
    const office = wordClass('noun', lower) === PERSON || HEADLINE_SOURCES.has(grid.lemmaText[head] ?? '');
    if (office || HEADLINE_SOURCES.has(lower)) return true;
    if (names < to - from) return false;
    // "Tarn Bridge: what we know" is a label, "Quill: bridge to stay shut" is not
    return (
      sure ||
      from > 0 ||
      !/^(?:what|how|why|when|where|who|the|a|live|latest|all|five|ten)$/u.test(forms[to + 1]?.lower ?? '')
    );
  };
  let source: number[] | null = null;
  let content: number[] = [];
  if (quoted(0, colon) && speaks(colon + 1, n, true))
    [source, content] = [range(colon + 1, n), range(0, colon)];
  else if (quoted(0, colon)) {
    // ‘We will not leave’: Quill defies board
    let end = colon + 1;
    while (end < n && grid.coarse[end + PAD] === COARSE.name) end++;
    if (end > colon + 1 && end - colon <= 4 && grid.coarse[end + PAD] === COARSE.verb)
      [source, content] = [range(colon + 1, end), range(0, colon)];
  } else if (quoted(colon + 1, n) && speaks(0, colon, true))
    [source, content] = [range(0, colon), range(colon + 1, n)];
  else if (speaks(colon + 1, n, false)) [source, content] = [range(colon + 1, n), range(0, colon)];
  else if (speaks(0, colon, false)) [source, content] = [range(0, colon), range(colon + 1, n)];
  if (!source) return;
  settled.length = 0;
  used.fill(FREE);
  push(settled, used, source, colon, content);
}

function push(settled: Settled[], used: Uint8Array, source: number[], cue: number, content: number[]): void {
  for (const i of source) used[i] = SOURCE;
  for (const i of content) used[i] = CONTENT;
  used[cue] = CUE;
  settled.push({ first: cue, last: cue, source, content, confidence: 1 });
}

function range(from: number, to: number): number[] {
  const list: number[] = [];
  for (let i = from; i < to; i++) list.push(i);
  return list;
}

/**
 * "In a letter to the board, Kolb wrote:" announces the paragraph after it. The cue is the last reporting word before
 * the final colon; its source is what the model took for one, else what the sentence opens with.
 */
export function readOpening(
  grid: Grid,
  forms: readonly Form[],
  candidates: readonly Candidate[],
): Pick<Settled, 'first' | 'last' | 'source' | 'confidence'> | null {
  const colon = grid.count - 1;
  if (colon < 1 || forms[colon]?.text !== ':' || grid.isHeadline) return null;
  const from = grid.sentenceStart[grid.sentence[colon]!]!;
  for (let i = colon - 1; i >= from && colon - i <= 9; i--) {
    const kind = grid.coarse[i + PAD]!;
    if (kind !== COARSE.verb) continue;
    if (grid.group[i] === 0 && grid.wordClass[i + PAD] !== VERB_OF_COMMUNICATION && colon - i > 5) continue;
    const near = candidates
      .filter((one) => one.first <= i && i <= one.last && one.source.length > 0)
      .sort((a, b) => b.confidence - a.confidence)[0];
    let first = i;
    while (first > from && isVerbal(grid, first - 1)) first--;
    const source = near ? [...near.source] : subjectBefore(grid, from, first);
    if (source.length === 0 && grid.group[i] === 0) return null;
    return {
      first,
      last: colon,
      source: source.filter((k) => k < first),
      confidence: near?.confidence ?? 0.7,
    };
  }
  return null;
}

function isVerbal(grid: Grid, i: number): boolean {
  const kind = grid.coarse[i + PAD];
  return kind === COARSE.verb || kind === COARSE.modal || kind === COARSE.adverb;
}

/** The noun phrase that ends right before a verb: names, nouns, determiners and adjectives, or one pronoun. */
function subjectBefore(grid: Grid, from: number, verb: number): number[] {
  let first = verb;
  while (first > from) {
    const kind = grid.coarse[first - 1 + PAD];
    const nominal =
      kind === COARSE.noun ||
      kind === COARSE.name ||
      kind === COARSE.determiner ||
      kind === COARSE.adjective ||
      kind === COARSE.possessive ||
      kind === COARSE.pronoun;
    if (!nominal) break;
    first--;
  }
  return range(first, verb);
}
