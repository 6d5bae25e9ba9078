/**
 * Scores predicted attributions against gold ones; every figure is defined in docs/evaluation.md. Counts are kept per
 * document, so that figures can be computed for any choice of documents (see `bootstrap.ts`). Knows spans and text,
 * not where they come from.
 */
import type { Span } from '../../engine/text/spans.ts';

export interface Parts {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export type Role = keyof Parts;
export const ROLES: readonly Role[] = ['source', 'cue', 'content'];

/** What a gold attribution is, for figures by kind. */
export interface Traits {
  /** How much of the content stands in quotation marks. */
  readonly quote: 'entirely' | 'partly' | 'none';
  readonly speech: boolean;
  readonly kind: string;
}

export interface Scored {
  readonly text: string;
  readonly gold: readonly Parts[];
  readonly predicted: readonly Parts[];
  /** One entry for each gold attribution, where known. */
  readonly traits: readonly (Traits | null)[];
  /** Parts of the text that carry no gold: predictions inside do not count. */
  readonly discard: readonly Span[];
}

/** Counts by name. Names of slices follow a bar: `sliceSize|speech=true`. */
export type Counts = ReadonlyMap<string, number>;

/** First token and last token + 1. */
type Run = readonly [number, number];
interface Tokenised {
  readonly source: readonly Run[];
  readonly cue: readonly Run[];
  readonly content: readonly Run[];
}

/** Words, numbers with an inner point, comma or colon, and every other visible character alone. */
const TOKEN = /[\p{L}\p{N}]+(?:[.,:][\p{N}]+)*|[^\s]/gu;

function tokenBounds(text: string): Span[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Spans in order; those parted by nothing but white space become one. */
function joined(text: string, spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && (start <= last.end || text.slice(last.end, start).trim() === ''))
      last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The runs of tokens that spans touch. */
function runsOf(text: string, tokens: readonly Span[], spans: readonly Span[]): Run[] {
  const runs: Run[] = [];
  for (const { start, end } of joined(text, spans)) {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < tokens.length && (tokens[last]?.start ?? end) < end) last++;
    if (last > low) runs.push([low, last]);
  }
  return runs;
}

const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length && a.every((run, i) => run[0] === b[i]?.[0] && run[1] === b[i][1]);
const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, [from, to]) => sum + to - from, 0);
function shared(a: readonly Run[], b: readonly Run[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
  return sum;
}
function tokensOf(runs: readonly Run[]): Set<number> {
  const tokens = new Set<number>();
  for (const [from, to] of runs) for (let i = from; i < to; i++) tokens.add(i);
  return tokens;
}
function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const i of a) if (b.has(i)) both++;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
/** Both without a source agree as well as two that share a token. */
const sourcesMeet = (a: Tokenised, b: Tokenised): boolean =>
  (a.source.length === 0 && b.source.length === 0) || shared(a.source, b.source) > 0;

/** One gold and one predicted attribution that are about the same content. */
export interface Pair {
  readonly gold: number;
  readonly predicted: number;
  /** Jaccard index of their content tokens. */
  readonly overlap: number;
  readonly sourceMeets: boolean;
  readonly sourceEqual: boolean;
  readonly cueMeets: boolean;
  readonly cueEqual: boolean;
}

/** Predictions that lie wholly in discarded parts do not count. */
export function counted(predicted: readonly Parts[], discard: readonly Span[]): Parts[] {
  return predicted.filter(
    ({ content }) =>
      content.length === 0 ||
      !content.every((span) => discard.some((part) => part.start <= span.start && span.end <= part.end)),
  );
}

function tokenised(text: string, tokens: readonly Span[], parts: Parts): Tokenised {
  return {
    source: runsOf(text, tokens, parts.source),
    cue: runsOf(text, tokens, parts.cue),
    content: runsOf(text, tokens, parts.content),
  };
}

/** One to one, the largest overlap of contents first; a shared cue breaks ties. */
function align(gold: readonly Tokenised[], predicted: readonly Tokenised[]): Pair[] {
  const goldContent = gold.map((one) => tokensOf(one.content));
  const content = predicted.map((one) => tokensOf(one.content));
  const choices: { readonly gold: number; readonly predicted: number; overlap: number; weight: number }[] =
    [];
  for (const [i, wanted] of goldContent.entries())
    for (const [j, got] of content.entries()) {
      const overlap = jaccard(wanted, got);
      if (overlap === 0) continue;
      const tie = shared(gold[i]?.cue ?? [], predicted[j]?.cue ?? []) > 0 ? 0.001 : 0;
      choices.push({ gold: i, predicted: j, overlap, weight: overlap + tie });
    }
  choices.sort((a, b) => b.weight - a.weight || a.gold - b.gold || a.predicted - b.predicted);
  const goldTaken = new Set<number>();
  const taken = new Set<number>();
  const pairs: Pair[] = [];
  for (const choice of choices) {
    if (goldTaken.has(choice.gold) || taken.has(choice.predicted)) continue;
    goldTaken.add(choice.gold);
    taken.add(choice.predicted);
    const g = gold[choice.gold];
    const p = predicted[choice.predicted];
    if (!g || !p) continue;
    pairs.push({
      gold: choice.gold,
      predicted: choice.predicted,
      overlap: choice.overlap,
      sourceMeets: sourcesMeet(g, p),
      sourceEqual: sameRuns(g.source, p.source),
      cueMeets: shared(g.cue, p.cue) > 0,
      cueEqual: sameRuns(g.cue, p.cue),
    });
  }
  return pairs;
}

/** The aligned attributions of a document; indexes of predictions are those of `counted(predicted, discard)`. */
export function alignedPairs({ text, gold, predicted, discard }: Scored): Pair[] {
  const tokens = tokenBounds(text);
  return align(
    gold.map((one) => tokenised(text, tokens, one)),
    counted(predicted, discard).map((one) => tokenised(text, tokens, one)),
  );
}

/** Distinct fragments of one role in a document. */
function fragments(attributions: readonly Tokenised[], role: Role): Run[] {
  const known = new Map<string, Run>();
  for (const one of attributions) for (const run of one[role]) known.set(run.join(), run);
  return [...known.values()];
}

const QUOTE_TESTS: Readonly<Record<string, (p: Tokenised, g: Tokenised) => boolean>> = {
  cue: (p, g) => sameRuns(p.cue.slice(0, 1), g.cue.slice(0, 1)),
  source: (p, g) => cuesTouch(p, g) && sameRuns(p.source, g.source),
  content: (p, g) => cuesTouch(p, g) && sameRuns(p.content, g.content),
  all: (p, g) =>
    sameRuns(p.cue.slice(0, 1), g.cue.slice(0, 1)) &&
    sameRuns(p.source, g.source) &&
    sameRuns(p.content, g.content),
};

/** As Citron compares spans: neighbours count as touching on one side. */
function cuesTouch(p: Tokenised, g: Tokenised): boolean {
  const a = p.cue[0];
  const b = g.cue[0];
  return a !== undefined && b !== undefined && a[0] <= b[1] && a[1] > b[0];
}

/** Counts one document. */
export function countDocument(scored: Scored): Counts {
  const counts = new Map<string, number>();
  const add = (name: string, value: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + value);
  };
  const { text, traits } = scored;
  const bounds = tokenBounds(text);
  const gold = scored.gold.map((one) => tokenised(text, bounds, one));
  const predicted = counted(scored.predicted, scored.discard).map((one) => tokenised(text, bounds, one));

  // as Citron's evaluator: whole attributions only, many to one
  const isWhole = (one: Tokenised): boolean =>
    one.cue.length > 0 && one.source.length > 0 && one.content.length > 0;
  const wholeGold = gold.filter(isWhole);
  const whole = predicted.filter(isWhole);
  add('citronPredicted', whole.length);
  add('citronGold', wholeGold.length);
  for (const [name, test] of Object.entries(QUOTE_TESTS)) {
    add(`citronHits.${name}`, whole.filter((p) => wholeGold.some((g) => test(p, g))).length);
    add(`citronFound.${name}`, wholeGold.filter((g) => whole.some((p) => test(p, g))).length);
  }
  for (const role of ROLES) {
    const runs = (one: Tokenised): readonly Run[] => (role === 'cue' ? one.cue.slice(0, 1) : one[role]);
    let sum = 0;
    for (const p of whole) for (const g of wholeGold) sum += shared(runs(p), runs(g));
    add(`citronShared.${role}`, sum);
    for (const p of whole) add(`citronLength.${role}`, lengthOf(runs(p)));
    for (const g of wholeGold) add(`citronGoldLength.${role}`, lengthOf(runs(g)));
  }

  for (const role of ROLES) {
    const goldRuns = fragments(gold, role);
    const runs = fragments(predicted, role);
    const keys = new Set(goldRuns.map((run) => run.join()));
    add(`spans.${role}`, runs.length);
    add(`goldSpans.${role}`, goldRuns.length);
    add(`equalSpans.${role}`, runs.filter((run) => keys.has(run.join())).length);
    add(`touching.${role}`, runs.filter((run) => goldRuns.some((g) => shared([run], [g]) > 0)).length);
    add(`touched.${role}`, goldRuns.filter((g) => runs.some((run) => shared([run], [g]) > 0)).length);
    const goldTokens = tokensOf(goldRuns);
    const tokens = tokensOf(runs);
    let right = 0;
    for (const i of tokens) if (goldTokens.has(i)) right++;
    add(`tokens.${role}`, tokens.size);
    add(`goldTokens.${role}`, goldTokens.size);
    add(`rightTokens.${role}`, right);
  }

  const pairs = align(gold, predicted);
  add('predicted', predicted.length);
  add('gold', gold.length);
  const found = new Map<number, Pair>();
  for (const pair of pairs) {
    if (pair.overlap < 0.5) continue;
    found.set(pair.gold, pair);
    add('m50', 1);
    if (pair.overlap >= 0.8) add('m80', 1);
    if (pair.overlap === 1) add('m100', 1);
    if (pair.sourceMeets) add('sourceMeets', 1);
    if (pair.sourceEqual) add('sourceEqual', 1);
    if (pair.cueMeets) add('cueMeets', 1);
    if (pair.cueEqual) add('cueEqual', 1);
    if (pair.sourceMeets && pair.cueMeets) add('pair', 1);
    if (pair.overlap === 1 && pair.sourceEqual && pair.cueEqual) add('allx', 1);
  }
  for (const [i, one] of gold.entries()) {
    const trait = traits[i];
    if (!trait) continue;
    const slices = [
      `quote=${trait.quote}`,
      `speech=${String(trait.speech)}`,
      `source=${String(one.source.length > 0)}`,
      `class=${trait.kind}`,
    ];
    const pair = found.get(i);
    for (const slice of slices) {
      add(`sliceSize|${slice}`, 1);
      if (!pair) continue;
      add(`sliceFound|${slice}`, 1);
      if (pair.overlap === 1) add(`sliceExact|${slice}`, 1);
      if (pair.sourceMeets) add(`sliceSource|${slice}`, 1);
    }
  }

  const withSource = predicted.filter((one) => one.source.length > 0);
  const goldWithSource = gold.filter((one) => one.source.length > 0);
  const says = (a: Tokenised, b: Tokenised): boolean =>
    shared(a.source, b.source) > 0 && shared(a.content, b.content) > 0;
  add('saying', withSource.length);
  add('goldSaying', goldWithSource.length);
  add('sayingRight', withSource.filter((p) => goldWithSource.some((g) => says(p, g))).length);
  add('sayingFound', goldWithSource.filter((g) => withSource.some((p) => says(p, g))).length);
  return counts;
}

/** The sum of the counts of several documents. */
export function sumCounts(documents: readonly Counts[]): Counts {
  const sum = new Map<string, number>();
  for (const counts of documents)
    for (const [name, value] of counts) sum.set(name, (sum.get(name) ?? 0) + value);
  return sum;
}

/** Precision, recall and F1 in per cent. */
export interface Figure {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}
export interface Slice {
  readonly n: number;
  readonly recall50: number;
  readonly recallExact: number;
  readonly sourceOverlapGivenFound: number;
}
export interface Score {
  readonly figures: Readonly<Record<string, Figure>>;
  /** Given that the content was found: the source (cue) shares a token, or is equal. */
  readonly sourceGivenContent: { readonly overlap: number; readonly exact: number };
  readonly cueGivenContent: { readonly overlap: number; readonly exact: number };
  readonly slices: Readonly<Record<string, Slice>>;
}

/** A percentage to `digits` places. */
export const percent = (part: number, whole: number, digits: number): number =>
  +((100 * part) / whole).toFixed(digits);

/** All figures of summed counts. */
export function scoreOf(counts: Counts): Score {
  const at = (name: string): number => counts.get(name) ?? 0;
  const figure = (right: string, of: string, found: string, ofGold: string): Figure => {
    const p = at(of) > 0 ? at(right) / at(of) : 0;
    const r = at(ofGold) > 0 ? at(found) / at(ofGold) : 0;
    return {
      p: +(100 * p).toFixed(2),
      r: +(100 * r).toFixed(2),
      f: +(p + r > 0 ? (200 * p * r) / (p + r) : 0).toFixed(2),
    };
  };
  const figures: Record<string, Figure> = {};
  for (const name of ['cue', 'source', 'content', 'all'])
    figures[`citron_exact_${name}`] = figure(
      `citronHits.${name}`,
      'citronPredicted',
      `citronFound.${name}`,
      'citronGold',
    );
  const total = { shared: 0, length: 0, gold: 0 };
  for (const role of ['cue', 'source', 'content'] as const) {
    figures[`citron_overlap_${role}`] = figure(
      `citronShared.${role}`,
      `citronLength.${role}`,
      `citronShared.${role}`,
      `citronGoldLength.${role}`,
    );
    total.shared += at(`citronShared.${role}`);
    total.length += at(`citronLength.${role}`);
    total.gold += at(`citronGoldLength.${role}`);
  }
  const overlapP = total.length > 0 ? total.shared / total.length : 0;
  const overlapR = total.gold > 0 ? total.shared / total.gold : 0;
  figures['citron_overlap_all'] = {
    p: +(100 * overlapP).toFixed(2),
    r: +(100 * overlapR).toFixed(2),
    f: +(overlapP + overlapR > 0 ? (200 * overlapP * overlapR) / (overlapP + overlapR) : 0).toFixed(2),
  };
  for (const role of ROLES) {
    const spans = figure(`equalSpans.${role}`, `spans.${role}`, `equalSpans.${role}`, `goldSpans.${role}`);
    figures[`span_exact_${role}`] = spans;
    figures[`span_any_${role}`] = figure(
      `touching.${role}`,
      `spans.${role}`,
      `touched.${role}`,
      `goldSpans.${role}`,
    );
    figures[`token_${role}`] = figure(
      `rightTokens.${role}`,
      `tokens.${role}`,
      `rightTokens.${role}`,
      `goldTokens.${role}`,
    );
  }
  for (const name of ['m50', 'm80', 'm100', 'pair', 'allx'])
    figures[`attr_${name}`] = figure(name, 'predicted', name, 'gold');
  figures['pair_source_content'] = figure('sayingRight', 'saying', 'sayingFound', 'goldSaying');
  const given = (name: string): number => percent(at(name), Math.max(1, at('m50')), 2);
  const slices: Record<string, Slice> = {};
  for (const name of [...counts.keys()].filter((key) => key.startsWith('sliceSize|')).sort()) {
    const slice = name.slice('sliceSize|'.length);
    const found = at(`sliceFound|${slice}`);
    slices[slice] = {
      n: at(name),
      recall50: percent(found, at(name), 1),
      recallExact: percent(at(`sliceExact|${slice}`), at(name), 1),
      sourceOverlapGivenFound: percent(at(`sliceSource|${slice}`), Math.max(1, found), 1),
    };
  }
  return {
    figures,
    sourceGivenContent: { overlap: given('sourceMeets'), exact: given('sourceEqual') },
    cueGivenContent: { overlap: given('cueMeets'), exact: given('cueEqual') },
    slices,
  };
}
