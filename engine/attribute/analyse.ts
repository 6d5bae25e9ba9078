/**
 * One paragraph, from text to attributions: tokens → sentences → quotation marks → tags → candidates → parts →
 * settled attributions. A pure function of the paragraph's text and zone, so that results can be kept.
 */
import type { AttributionClass } from '../annotation.ts';
import { PAD, layOut, type Grid } from '../detect/grid.ts';
import { pairQuotes, type QuoteStructure } from '../detect/quotes.ts';
import { tagForms } from '../detect/tagger.ts';
import { reportingGroupName } from '../lexicon/reportingGroups.ts';
import { chainScratch, type ChainScratch } from '../model/chain.ts';
import { sumColumn } from '../model/table.ts';
import { formOf, type Form, type FormTable } from '../segment/forms.ts';
import type { LocalAttribution, Paragraph, Zone } from '../segment/paragraph.ts';
import { splitSentences } from '../segment/sentences.ts';
import { COARSE, COARSE_OF_TAG } from '../segment/tags.ts';
import { tokenize, type TokenSpans } from '../segment/tokens.ts';
import type { Span } from '../text/spans.ts';
import { classOf } from './classes.ts';
import { labelFlat } from './flat.ts';
import type { Model } from './model.ts';
import { readPassive } from './passive.ts';
import { namesOnly } from './quoteKind.ts';
import { HYPOTHESES, MAX_RERANK_FEATURES, rerankFeatures, type Hypothesis } from './rerank.ts';
import { cueContext, cueHead, labelRoles, roleHypotheses, type CueContext, type CueRoles } from './roles.ts';
import { THRESHOLD, readOpening, settle, type Candidate, type Settled } from './settle.ts';
import { MAX_VERIFIER_FEATURES, confidenceOf, verifierFeatures } from './verifier.ts';

/** What one annotation shares between its paragraphs: word forms and buffers. Never shared between annotations. */
export interface AnalysisContext {
  readonly model: Model;
  readonly forms: FormTable;
  readonly scratch: ChainScratch;
  /** Candidates below this confidence are not reported. */
  readonly threshold: number;
}

/** A fresh context for one annotation. */
export function analysisContext(model: Model, threshold: number = THRESHOLD): AnalysisContext {
  return { model, forms: new Map(), scratch: chainScratch(), threshold };
}

/** Everything that is known of a paragraph before attributions are looked for. */
export interface ReadParagraph {
  readonly tokens: TokenSpans;
  readonly forms: readonly Form[];
  readonly sentence: Int32Array;
  readonly sentenceStart: Int32Array;
  readonly quotes: QuoteStructure;
}

/** Tokens, sentences and quotation marks of a paragraph. */
export function readParagraph(text: string, table: FormTable): ReadParagraph {
  const tokens = tokenize(text);
  const forms = tokens.form.map((token) => formOf(table, token));
  const { sentence, sentenceStart } = splitSentences(tokens);
  return { tokens, forms, sentence, sentenceStart, quotes: pairQuotes(text, tokens) };
}

/** Analyses one paragraph. Never throws; offsets in the result are relative to the paragraph. */
export function analyseParagraph(text: string, zone: Zone, context: AnalysisContext): Paragraph {
  const { model } = context;
  const read = readParagraph(text, context.forms);
  const { tokens, forms, sentence, sentenceStart, quotes } = read;
  const tags = tagForms(model.tagger, forms, sentenceStart);
  const dateline = zone === 'body' ? findDateline(text) : null;
  let bodyStart = 0;
  while (dateline && bodyStart < tokens.count && tokens.start[bodyStart]! < dateline.end) bodyStart++;
  const grid = layOut(forms, tags, sentence, sentenceStart, quotes, zone, bodyStart);
  const prose = zone === 'headline' || zone === 'body' || zone === 'caption';
  const candidates = prose && tokens.count > 1 ? findCandidates(grid, context) : [];
  const settled = settle(grid, forms, quotes.quotes, candidates, context.threshold);
  const opening = prose ? readOpening(grid, forms, candidates) : null;
  const local = (
    one: Pick<Settled, 'first' | 'last' | 'source' | 'confidence'>,
  ): Omit<LocalAttribution, 'content'> => {
    const head = cueHead(grid, one.first, one.last);
    return {
      source: spansOf(tokens, one.source),
      cue: [{ start: tokens.start[one.first]!, end: tokens.end[one.last]! }],
      cueHead: head,
      class: classAt(grid, head, one.source),
      confidence: one.confidence,
    };
  };
  // "In a letter to the board, Kolb wrote:" has no content of its own: what the model took for it stands before the cue
  const isKept = ({ first, last, content }: Settled): boolean =>
    !opening ||
    first > opening.last ||
    last < opening.first ||
    content.some((i) => i > opening.last || quotes.quote[i]! > 0);
  const paragraph: Paragraph = {
    text,
    zone,
    tokens: {
      ...tokens,
      sentence,
      lower: forms.map((form) => form.lower),
      lemma: grid.lemmaText,
      tag: tags,
      coarse: tags.map((tag) => COARSE_OF_TAG[tag]!),
      quote: quotes.quote,
    },
    sentenceStart,
    quotes: quotes.quotes,
    strayMarks: quotes.strayMarks,
    attributions: [],
    opening: opening ? local(opening) : null,
    isTurn: settled.isTurn,
    dateline,
  };
  const attributions = settled.attributions
    .filter(isKept)
    .map((one) => readPassive({ ...local(one), content: spansOf(tokens, one.content) }, paragraph))
    .filter((one) => !namesOnly(paragraph, one));
  return { ...paragraph, attributions };
}

/** Candidate attributions with their parts and confidence. */
export function findCandidates(grid: Grid, context: AnalysisContext): Candidate[] {
  const { model, scratch } = context;
  const flat = labelFlat(grid, model.flat, model.flatChain, scratch);
  const features = new Int32Array(MAX_VERIFIER_FEATURES);
  const mask = (1 << model.verifier.bits) - 1;
  return flat.candidates.map((candidate) => {
    const cue = cueContext(grid, candidate, flat.label);
    const roles = labelRoles(grid, cue, flat.label, model.role, model.roleChain, scratch);
    const n = verifierFeatures(grid, flat, candidate, cue, roles, features, mask);
    const confidence = confidenceOf(sumColumn(model.verifier, features, n));
    const { source, content } =
      confidence >= context.threshold ? bestReading(grid, cue, flat.label, roles, model) : roles;
    return { first: candidate.first, last: candidate.last, source, content, confidence };
  });
}

/** The reading of a cue that the reranker likes best. */
function bestReading(
  grid: Grid,
  cue: CueContext,
  label: Uint8Array,
  roles: CueRoles,
  model: Model,
): Pick<Hypothesis, 'source' | 'content'> {
  const features = new Int32Array(MAX_RERANK_FEATURES);
  const mask = (1 << model.reranker.bits) - 1;
  const hypotheses = roleHypotheses(cue, roles, HYPOTHESES);
  const top = hypotheses[0]?.score ?? 0;
  let best: Pick<Hypothesis, 'source' | 'content'> = roles;
  let bestScore = -Infinity;
  for (const [rank, hypothesis] of hypotheses.entries()) {
    const n = rerankFeatures(grid, cue, label, hypothesis, rank, top, features, mask);
    const score = sumColumn(model.reranker, features, n);
    if (score > bestScore) {
      bestScore = score;
      best = hypothesis;
    }
  }
  return best;
}

function classAt(grid: Grid, head: number, source: readonly number[]): AttributionClass {
  const isVerb = grid.coarse[head + PAD] === COARSE.verb;
  const lemma = grid.lemmaText[head] ?? '';
  let sourceHead = '';
  for (const i of source) {
    const kind = grid.coarse[i + PAD];
    // the head of a noun phrase is the last noun before a preposition, comma or relative clause
    if (sourceHead !== '' && (kind === COARSE.preposition || kind === COARSE.comma || kind === COARSE.wh))
      break;
    if (kind === COARSE.noun || kind === COARSE.name) sourceHead = grid.lemmaText[i] ?? '';
  }
  return classOf(
    lemma,
    isVerb,
    grid.wordClass[head + PAD] ?? 0,
    sourceHead,
    reportingGroupName(lemma, isVerb),
  );
}

/** Spans of token runs. */
function spansOf(tokens: TokenSpans, indexes: readonly number[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  let previous = -2;
  for (const i of [...indexes].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && i === previous + 1) last.end = tokens.end[i]!;
    else if (i !== previous) spans.push({ start: tokens.start[i]!, end: tokens.end[i]! });
    previous = i;
  }
  return spans;
}

/**
 * "LONDON (Reuters) -", "PORT ANSEL, Nov 22 —", "Paris (AFP) –": a place, perhaps a date and an agency, and a dash.
 * The span covers all of it, the dash included. Latin letters as ranges: Unicode classes take milliseconds to compile.
 */
const DATELINE =
  /^[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏḀ-ỿ.'’ -]{1,40}(?:,\s[A-Za-zÀ-ɏḀ-ỿ. ]{2,30}){0,2}(?:,?\s\(?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Za-z]{0,6}\.?\s\d{1,2}(?:,?\s\d{4})?\)?)?(?:\s\([^)]{2,40}\))?,?\s?(?:--?|[–—])\s/;

function findDateline(text: string): Span | null {
  const match = DATELINE.exec(text.slice(0, 160));
  if (!match) return null;
  const head = match[0];
  // a sentence may open with a dash clause; a dateline has capitals or an agency in brackets
  if (!/^[A-ZÀ-ÞĀ-ɏ][A-ZÀ-ÞĀ-ɏ.'’-]{2,}/.test(head) && !/\([^)]+\)/u.test(head)) return null;
  return { start: 0, end: head.trimEnd().length };
}
