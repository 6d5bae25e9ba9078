/**
 * Trains the attribution model and writes `engine/model/weights.gen.ts`. Fixed seeds and order: the same corpora give
 * the same bytes.
 *
 *     npm run train -- --train FILE.jsonl [--train FILE.jsonl …] [--no-own] [--out FILE] [--limit N]
 *
 * Corpora are arguments, in the scorer's jsonl format; the project's own corpus (data/corpus/train) is always added
 * unless `--no-own` is given. Without `--train` the model is trained on the own corpus alone. About four minutes on
 * one core and 2 GB for 840 articles.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  HYPOTHESES,
  MAX_RERANK_FEATURES,
  rerankFeatures,
  type Hypothesis,
} from '../engine/attribute/rerank.ts';
import {
  cueContext,
  labelRoles,
  roleHypotheses,
  MAX_ROLE_FEATURES,
  ROLE,
  ROLE_LABELS,
  roleAllows,
  roleFeatures,
  type CueContext,
} from '../engine/attribute/roles.ts';
import {
  FLAT_LABELS,
  MAX_FLAT_FEATURES,
  flatAllows,
  flatFeatures,
  labelFlat,
  type CueCandidate,
  type FlatResult,
} from '../engine/attribute/flat.ts';
import { WEIGHTS_VERSION } from '../engine/attribute/model.ts';
import { MAX_VERIFIER_FEATURES, verifierFeatures } from '../engine/attribute/verifier.ts';
import type { Grid } from '../engine/detect/grid.ts';
import { FORBIDDEN, chainScratch, type Chain } from '../engine/model/chain.ts';
import { ROW, UNIT, type DenseTable } from '../engine/model/table.ts';
import { TAGS } from '../engine/segment/tags.ts';
import { projectRoot } from './root.ts';
import { readJsonl, readOwnCorpus, type Article } from './train/articles.ts';
import { newChain, trainCrf, type CrfSettings, type FloatChain, type Sequence } from './train/crf.ts';
import { bitWriter, writeBits, writeTable, writeTransitions, writtenBytes } from './train/encode.ts';
import { addFeatures, featureStore, tokenCount, type FeatureStore } from './train/features.ts';
import { gridOf, prepare, repair, type GoldRoles, type Item } from './train/items.ts';
import { trainChooser, trainLogistic, type Choice, type Example } from './train/logistic.ts';
import { TAGGER_BITS, agreement, sureForms, tagItem, taughtTags, trainTagger } from './train/tagger.ts';
import { teach } from './train/teacher.ts';

const { values: args } = parseArgs({
  options: {
    train: { type: 'string', multiple: true, default: [] },
    'no-own': { type: 'boolean', default: false },
    out: { type: 'string', default: join(projectRoot(), 'engine/model/weights.gen.ts') },
    limit: { type: 'string', default: '1000000' },
    'own-weight': { type: 'string', default: '2' },
    levels: { type: 'string', default: '15' },
    least: { type: 'string', default: '2' },
    'flat-bits': { type: 'string', default: '17' },
    'role-bits': { type: 'string', default: '17' },
  },
});

const FOLDS = 4;
const FLAT_BITS = Number(args['flat-bits']);
const ROLE_BITS = Number(args['role-bits']);
const VERIFIER_BITS = 17;
const RERANK_BITS = 16;
const FLAT_SETTINGS: CrfSettings = { epochs: 5, step: 0.02, l2: 1e-4, seed: 1, averageFrom: 1 };
const ROLE_SETTINGS: CrfSettings = { epochs: 4, step: 0.02, l2: 1e-4, seed: 1, averageFrom: 1 };

const started = Date.now();
const log = (message: string): void => {
  console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${message}`);
};

// ---- corpus ------------------------------------------------------------------------------------------------------
const articles: Article[] = args.train.flatMap((file) => readJsonl(file)).slice(0, Number(args.limit));
const foreign = articles.length;
// our own articles are few and clean: each counts as often as `--own-weight` says
if (!args['no-own'])
  for (let i = 0; i < Number(args['own-weight']); i++) articles.push(...readOwnCorpus('train'));
if (articles.length === 0) {
  console.error('Nothing to train on: name a corpus with --train FILE.jsonl, or leave out --no-own.');
  process.exit(2);
}
const items = prepare(articles, new Map());
log(`${articles.length} articles (${articles.length - foreign} own), ${items.length} paragraphs`);

/** Items of an article stay in one fold, repeated articles too, or a model would be tested on a story it has read. */
const foldOfArticle = new Map<string, number>();
for (const { id } of articles) if (!foldOfArticle.has(id)) foldOfArticle.set(id, foldOfArticle.size % FOLDS);
const foldOf = (item: Item): number => foldOfArticle.get(articles[item.article]?.id ?? '') ?? 0;

// ---- tagger ------------------------------------------------------------------------------------------------------
const lessons = articles.map((article) => teach(article.text));
const taught = items.map((item) => taughtTags(item, lessons[item.article] ?? new Map()));
const sure = sureForms(items, taught);
log(`taught; ${sure.size} forms with one tag`);
const tagger = trainTagger(items, taught, 5);
const tags: Uint8Array[] = new Array<Uint8Array>(items.length);
for (let fold = 0; fold < FOLDS; fold++) {
  const inside = items.map((item, k) => [item, k] as const).filter(([item]) => foldOf(item) !== fold);
  const folded = trainTagger(
    inside.map(([item]) => item),
    inside.map(([, k]) => taught[k]!),
    4,
  );
  for (const [k, item] of items.entries()) if (foldOf(item) === fold) tags[k] = tagItem(folded, item, sure);
}
log(`tagger: jackknifed agreement with the teacher ${(100 * agreement(tags, taught)).toFixed(2)} %`);
const grids: Grid[] = items.map((item, k) => gridOf(item, tags[k]!));

// ---- flat chain --------------------------------------------------------------------------------------------------
function flatStore(which: readonly number[]): { store: FeatureStore; sequences: Sequence[] } {
  const store = featureStore(1 << 25);
  const sequences: Sequence[] = [];
  const features = new Int32Array(MAX_FLAT_FEATURES);
  for (const k of which) {
    const grid = grids[k]!;
    const item = items[k]!;
    if (grid.count === 0 || item.discarded.every((one) => one === 1)) continue;
    const at = tokenCount(store);
    for (let i = 0; i < grid.count; i++)
      addFeatures(store, features, flatFeatures(grid, i, features, (1 << FLAT_BITS) - 1));
    sequences.push({ n: grid.count, at, gold: item.flat });
  }
  return { store, sequences };
}

/** Float weights as the engine reads them, so that training sees what the engine will see. */
function asTable(weights: Float32Array, bits: number, labels: number): DenseTable {
  const weight = new Int16Array(ROW << bits);
  for (let row = 0; row < 1 << bits; row++)
    for (let k = 0; k < labels; k++) weight[row * ROW + k] = Math.round(weights[row * labels + k]! * UNIT);
  return { bits, labels, weight };
}
function asChain(chain: FloatChain): Chain {
  const size = (chain.labels + 1) ** 2;
  const transitions = new Int32Array(size);
  for (let o = 0; o < size; o++)
    transitions[o] = chain.allowed[o] === 1 ? Math.round(chain.transitions[o]! * UNIT) : FORBIDDEN;
  return { labels: chain.labels, transitions };
}

const all = items.map((_, k) => k);
const flats: FlatResult[] = new Array<FlatResult>(items.length);
const scratch = chainScratch();
for (let fold = 0; fold < FOLDS; fold++) {
  const { store, sequences } = flatStore(all.filter((k) => foldOf(items[k]!) !== fold));
  const chain = newChain(FLAT_BITS, FLAT_LABELS, flatAllows);
  trainCrf(chain, store, sequences, FLAT_SETTINGS);
  const table = asTable(chain.weights, FLAT_BITS, FLAT_LABELS);
  const transitions = asChain(chain);
  for (const k of all)
    if (foldOf(items[k]!) === fold) flats[k] = labelFlat(grids[k]!, table, transitions, scratch);
  log(`flat chain, fold ${fold + 1} of ${FOLDS}`);
}
const flatChain = newChain(FLAT_BITS, FLAT_LABELS, flatAllows);
{
  const { store, sequences } = flatStore(all);
  const loss = trainCrf(flatChain, store, sequences, FLAT_SETTINGS);
  log(`flat chain: ${loss.toFixed(4)} nats a token`);
}

// ---- candidates and gold -----------------------------------------------------------------------------------------
interface Assigned {
  readonly item: number;
  readonly candidate: CueCandidate;
  readonly gold: GoldRoles | null;
  /** False for a gold cue that is no candidate: it teaches roles, not the verifier. */
  readonly proposed: boolean;
}

/** Each candidate takes the first gold cue that it touches, the surest first; gold cues left over are added. */
function assign(k: number): Assigned[] {
  const item = items[k]!;
  const taken = new Set<GoldRoles>();
  const assigned: Assigned[] = [];
  for (const candidate of [...flats[k]!.candidates].sort((a, b) => b.probability - a.probability)) {
    const gold = item.gold.find(
      (one) => !taken.has(one) && one.cue.some((i) => i >= candidate.first && i <= candidate.last),
    );
    if (gold) taken.add(gold);
    if (item.discarded[candidate.first] === 1 && !gold) continue;
    assigned.push({ item: k, candidate, gold: gold ?? null, proposed: true });
  }
  for (const gold of item.gold)
    if (!taken.has(gold)) {
      const candidate = { first: gold.cue[0]!, last: gold.cue.at(-1)!, probability: 0.05 };
      assigned.push({ item: k, candidate, gold, proposed: false });
    }
  return assigned;
}
const assigned = all.flatMap(assign);
const goldCount = assigned.filter((one) => one.gold).length;
log(
  `candidates: ${assigned.filter((one) => one.proposed).length}, gold ${goldCount}, missed ${assigned.filter((one) => !one.proposed).length}`,
);

// ---- role chain --------------------------------------------------------------------------------------------------
function roleGold(cue: CueContext, gold: GoldRoles): Uint8Array {
  const labels = new Uint8Array(cue.to - cue.from);
  for (const [list, begin] of [
    [gold.content, ROLE.content],
    [gold.source, ROLE.source],
  ] as const)
    for (const [k, i] of list.entries()) {
      if (i < cue.from || i >= cue.to || (i >= cue.first && i <= cue.last)) continue;
      labels[i - cue.from] = k === 0 || list[k - 1] !== i - 1 ? begin : begin + 1;
    }
  repair(labels, [ROLE.sourceInside, ROLE.contentInside]);
  return labels;
}

function roleStore(which: readonly Assigned[]): { store: FeatureStore; sequences: Sequence[] } {
  const store = featureStore(1 << 26);
  const sequences: Sequence[] = [];
  const features = new Int32Array(MAX_ROLE_FEATURES);
  for (const { item, candidate, gold } of which) {
    if (!gold) continue;
    const grid = grids[item]!;
    const { label } = flats[item]!;
    const cue = cueContext(grid, candidate, label);
    const at = tokenCount(store);
    const fixed = new Uint8Array(cue.to - cue.from).fill(255);
    for (let i = cue.from; i < cue.to; i++) {
      addFeatures(store, features, roleFeatures(grid, cue, label, i, features, (1 << ROLE_BITS) - 1));
      if (i >= cue.first && i <= cue.last) fixed[i - cue.from] = ROLE.outside;
    }
    sequences.push({ n: cue.to - cue.from, at, gold: roleGold(cue, gold), fixed });
  }
  return { store, sequences };
}

/** How good a reading is against the gold: overlap of content and source, and a bonus for exactness. */
function worth(hypothesis: Hypothesis, gold: GoldRoles, cue: CueContext): number {
  const outside = (list: readonly number[]): number[] => list.filter((i) => i < cue.first || i > cue.last);
  const jaccard = (a: readonly number[], b: readonly number[]): number => {
    const inB = new Set(b);
    const shared = a.filter((i) => inB.has(i)).length;
    const union = a.length + b.length - shared;
    return union === 0 ? 1 : shared / union;
  };
  const content = jaccard(hypothesis.content, outside(gold.content));
  const source = jaccard(hypothesis.source, outside(gold.source));
  return content + (content === 1 ? 1 : 0) + 0.5 * (source + (source === 1 ? 1 : 0));
}

function rerankChoice(
  grid: Grid,
  cue: CueContext,
  label: Uint8Array,
  hypotheses: readonly Hypothesis[],
  gold: GoldRoles,
): Choice {
  const features = new Int32Array(MAX_RERANK_FEATURES);
  const top = hypotheses[0]?.score ?? 0;
  return {
    features: hypotheses.map((hypothesis, rank) => {
      const n = rerankFeatures(grid, cue, label, hypothesis, rank, top, features, (1 << RERANK_BITS) - 1);
      return features.slice(0, n);
    }),
    worth: hypotheses.map((hypothesis) => worth(hypothesis, gold, cue)),
  };
}

const examples: Example[] = [];
const choices: Choice[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const { store, sequences } = roleStore(assigned.filter((one) => foldOf(items[one.item]!) !== fold));
  const chain = newChain(ROLE_BITS, ROLE_LABELS, roleAllows);
  trainCrf(chain, store, sequences, { ...ROLE_SETTINGS, epochs: 3 });
  const table = asTable(chain.weights, ROLE_BITS, ROLE_LABELS);
  const transitions = asChain(chain);
  const features = new Int32Array(MAX_VERIFIER_FEATURES);
  for (const { item, candidate, gold, proposed } of assigned) {
    if (!proposed || foldOf(items[item]!) !== fold) continue;
    const grid = grids[item]!;
    const flat = flats[item]!;
    const cue = cueContext(grid, candidate, flat.label);
    const roles = labelRoles(grid, cue, flat.label, table, transitions, scratch);
    const n = verifierFeatures(grid, flat, candidate, cue, roles, features, (1 << VERIFIER_BITS) - 1);
    examples.push({ features: features.slice(0, n), isGold: gold !== null });
    if (gold) choices.push(rerankChoice(grid, cue, flat.label, roleHypotheses(cue, roles, HYPOTHESES), gold));
  }
  log(`role chain, fold ${fold + 1} of ${FOLDS}`);
}
const roleChain = newChain(ROLE_BITS, ROLE_LABELS, roleAllows);
{
  const { store, sequences } = roleStore(assigned);
  const loss = trainCrf(roleChain, store, sequences, ROLE_SETTINGS);
  log(`role chain: ${sequences.length} cues, ${loss.toFixed(4)} nats a token`);
}
const verifier = trainLogistic(examples, VERIFIER_BITS, 6);
log(`verifier: ${examples.length} candidates`);
const reranker = trainChooser(choices, RERANK_BITS, 6);
{
  const mean = (pick: (choice: Choice) => number): string =>
    (choices.reduce((sum, choice) => sum + pick(choice), 0) / Math.max(1, choices.length)).toFixed(3);
  log(
    `reranker: ${choices.length} cues; worth of first reading ${mean((c) => c.worth[0] ?? 0)}, of best ${mean((c) => Math.max(0, ...c.worth))}`,
  );
}

// ---- weights -----------------------------------------------------------------------------------------------------
const writer = bitWriter();
writeBits(writer, 0x534c, 16);
writeBits(writer, WEIGHTS_VERSION, 8);
const known = [...sure].sort(([a], [b]) => a - b).slice(0, 65535);
writeBits(writer, known.length, 16);
for (const [hash, tag] of known) {
  writeBits(writer, hash >>> 16, 16);
  writeBits(writer, hash & 0xffff, 16);
  writeBits(writer, tag, 6);
}
const packed = { levels: Number(args.levels), least: Number(args.least) };
const written = (name: string): void => {
  log(`${name} written, ${((writer.at >> 3) / 1024).toFixed(0)} kB so far`);
};
// the perceptron has no natural unit: its largest weight becomes 16 nats
let top = 0;
for (const weight of tagger.weights) top = Math.max(top, Math.abs(weight));
const tagWeights = tagger.weights.map((weight) => (weight / top) * 16);
writeTable(writer, tagWeights, TAGGER_BITS, TAGS.length, { levels: 15, least: 2 });
written('tagger');
writeTransitions(writer, FLAT_LABELS, flatChain.transitions, flatAllows);
writeTable(writer, flatChain.weights, FLAT_BITS, FLAT_LABELS, packed);
written('flat chain');
writeTransitions(writer, ROLE_LABELS, roleChain.transitions, roleAllows);
writeTable(writer, roleChain.weights, ROLE_BITS, ROLE_LABELS, packed);
written('role chain');
writeTable(writer, verifier, VERIFIER_BITS, 1, { levels: 15, least: 1 });
writeTable(writer, reranker, RERANK_BITS, 1, { levels: 15, least: 1 });
const bytes = writtenBytes(writer);
const hash = createHash('sha256').update(bytes).digest('hex');
writeFileSync(
  args.out,
  '// Generated by scripts/train.mts; see MODEL_CARD.md. Do not edit.\n' +
    `export const WEIGHTS_SHA256 = '${hash}';\n` +
    `export const WEIGHTS: string =\n  '${Buffer.from(bytes).toString('base64')}';\n`,
);
log(`${args.out}: ${(bytes.length / 1024).toFixed(0)} kB, sha256 ${hash}`);
