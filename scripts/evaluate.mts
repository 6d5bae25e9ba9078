/**
 * Measures the engine against gold attributions and writes a report.
 *
 *     npm run evaluate -- [--dev FILE.jsonl …] [--own dev|train|test] [--weights FILE.gen.ts] [--out FILE.md] [--card FILE.md] [--json]
 *
 * `--dev` names corpora in the scorer's jsonl format; `--own` names the part of the own corpus (dev if nothing is
 * named, `none` for none). The report goes to --out, the headline figures into
 * the model card named by --card; with --json everything goes to the standard output as JSON.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultModel } from '../engine/attribute/defaultModel.ts';
import { readModel, type Model } from '../engine/attribute/model.ts';
import { WEIGHTS } from '../engine/model/weights.gen.ts';
import { decodeBase64 } from '../engine/text/base64.ts';
import { readsAsNews } from '../engine/index.ts';
import { bootstrap } from './evaluate/bootstrap.ts';
import { calibration } from './evaluate/calibration.ts';
import { coreVerbFigures } from './evaluate/coreVerbs.ts';
import { errorClasses } from './evaluate/errors.ts';
import { evaluateEvidence, evaluateEvidenceOnGold } from './evaluate/evidence.ts';
import { asGold, readGold, readOwn } from './evaluate/gold.ts';
import { predict, type GoldArticle } from './evaluate/predictions.ts';
import { renderReport, updateCard, type CorpusResult, type ShareGroup } from './evaluate/report.ts';
import { countDocument, scoreOf, sumCounts } from './evaluate/score.ts';
import { evaluateSpeakers, type Share } from './evaluate/speakers.ts';

const { values: args } = parseArgs({
  options: {
    dev: { type: 'string', multiple: true, default: [] },
    own: { type: 'string', default: 'dev' },
    weights: { type: 'string' },
    out: { type: 'string' },
    card: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (args.own !== 'dev' && args.own !== 'train' && args.own !== 'test' && args.own !== 'none') {
  console.error('--own takes dev, train, test or none.');
  process.exit(2);
}

/** Lowest confidence that the reliability table looks at. */
const LOWEST = 0.1;

const encoded = args.weights
  ? (/WEIGHTS: string =\s*'([^']+)'/.exec(readFileSync(args.weights, 'utf8'))?.[1] ?? '')
  : WEIGHTS;
const model: Model = args.weights ? readModel(decodeBase64(encoded)) : defaultModel();

function measure(name: string, articles: readonly GoldArticle[]): CorpusResult {
  const found = predict(articles, model);
  const counts = found.map(countDocument);
  return {
    name,
    articles: articles.length,
    score: scoreOf(sumCounts(counts)),
    intervals: bootstrap(counts),
    coreVerbs: coreVerbFigures(found),
    calibration: calibration(predict(articles, model, LOWEST)),
    errors: errorClasses(found),
    gate: { right: articles.filter(({ text }) => readsAsNews(text).isNews).length, of: articles.length },
  };
}

/** Rows of figures that come as right / of, one column a way of measuring. */
function group(
  name: string,
  columns: readonly string[],
  ...figures: readonly Readonly<Record<string, Share>>[]
): ShareGroup {
  const keys = Object.keys(figures[0] ?? {});
  return {
    name,
    columns,
    rows: keys.map((key) => [key, figures.map((one) => one[key] ?? { right: 0, of: 0 })]),
  };
}

const corpora = args.dev.map((file) => measure(basename(file, '.jsonl'), readGold(file)));
const groups: ShareGroup[] = [];
if (args.own !== 'none') {
  const own = readOwn(args.own);
  corpora.push(measure(`Own corpus, ${args.own} part`, own.map(asGold)));
  const columns = ['on gold attributions', 'on what the engine finds'];
  const speakers = evaluateSpeakers(own);
  groups.push(
    group(`Speakers, own corpus, ${args.own} part`, columns, { ...speakers.gold }, { ...speakers.found }),
    group(
      `Agencies and evidence, own corpus, ${args.own} part`,
      columns,
      { ...evaluateEvidenceOnGold(own).figures },
      { ...evaluateEvidence(own).figures },
    ),
  );
}
const weights = createHash('sha256').update(decodeBase64(encoded)).digest('hex').slice(0, 16);
const evaluation = { weights, corpora, groups };
const markdown = renderReport(evaluation);
if (args.card) writeFileSync(args.card, updateCard(readFileSync(args.card, 'utf8'), evaluation));
if (args.json)
  console.log(
    JSON.stringify(
      {
        weights,
        corpora: corpora.map((one) => ({ ...one, intervals: Object.fromEntries(one.intervals) })),
        groups,
      },
      null,
      1,
    ),
  );
else if (args.out) writeFileSync(args.out, markdown);
else console.log(markdown);
