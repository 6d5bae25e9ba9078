/**
 * Writes the engine's attributions for a corpus in the scorer's format, for experiments with weights.
 *     node scripts/run.mjs scripts/predict.mts CORPUS.jsonl|own:dev|own:train [--weights FILE.gen.ts] > pred.jsonl
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { attribute } from '../engine/attribute/attribute.ts';
import { defaultModel } from '../engine/attribute/defaultModel.ts';
import { readModel } from '../engine/attribute/model.ts';
import { decodeBase64 } from '../engine/text/base64.ts';
import { readJsonl, readOwnCorpus } from './train/articles.ts';

const { values, positionals } = parseArgs({
  options: {
    weights: { type: 'string' },
    gold: { type: 'boolean' },
    threshold: { type: 'string', default: '0.45' },
  },
  allowPositionals: true,
});
const model = values.weights
  ? readModel(
      decodeBase64(/WEIGHTS: string =\s*'([^']+)'/.exec(readFileSync(values.weights, 'utf8'))?.[1] ?? ''),
    )
  : defaultModel();
const name = positionals[0] ?? '';
const articles =
  name === 'own:dev' ? readOwnCorpus('dev') : name === 'own:train' ? readOwnCorpus('train') : readJsonl(name);
const pairs = (spans: readonly { start: number; end: number }[]): number[][] =>
  spans.map((s) => [s.start, s.end]);
for (const { id, text, attributions, discard } of articles) {
  const found = values.gold
    ? attributions
    : attribute(text, model, [], Number(values.threshold)).attributions;
  process.stdout.write(
    JSON.stringify({
      id,
      text,
      ...(values.gold ? { discard: pairs(discard) } : {}),
      attributions: found.map((a) => ({
        source: pairs(a.source),
        cue: pairs(a.cue),
        content: pairs(a.content),
      })),
    }) + '\n',
  );
}
