import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultModel } from '../../../engine/attribute/defaultModel.ts';
import { emptyModel, readModel } from '../../../engine/attribute/model.ts';
import {
  bestPath,
  bestPathIn,
  bestPathsIn,
  chainScratch,
  expOf,
  marginals,
  trellisWith,
  type Chain,
} from '../../../engine/model/chain.ts';
import { LABEL_BITS, LABEL_MASK, readTable } from '../../../engine/model/table.ts';
import { WEIGHTS, WEIGHTS_SHA256 } from '../../../engine/model/weights.gen.ts';
import { decodeBase64 } from '../../../engine/text/base64.ts';
import { bitWriter, writeTable, writtenBytes } from '../../../scripts/train/encode.ts';

describe('weights', () => {
  it('have the hash that training printed', () => {
    expect(createHash('sha256').update(decodeBase64(WEIGHTS)).digest('hex')).toBe(WEIGHTS_SHA256);
  });

  it('can be read', () => {
    expect(defaultModel().flat.bits).toBeGreaterThan(10);
  });

  it('that are damaged give a model, not an error', () => {
    expect(readModel(new Uint8Array([1, 2, 3]))).toEqual(emptyModel());
  });

  it('survive writing and reading within a quantisation step', () => {
    const weights = new Float32Array(16 * 5);
    for (let i = 0; i < weights.length; i++) weights[i] = i % 3 === 0 ? Math.sin(i) : 0;
    const writer = bitWriter();
    writeTable(writer, weights, 4, 5, { levels: 31, least: 1 });
    const table = readTable({ bytes: writtenBytes(writer), at: 0 });
    const read = new Float32Array(weights.length);
    for (let row = 0; row < 16; row++)
      for (let i = table.rowStart[row] ?? 0; i < (table.rowStart[row + 1] ?? 0); i++)
        read[row * 5 + ((table.cell[i] ?? 0) & LABEL_MASK)] =
          (table.value[(table.cell[i] ?? 0) >> LABEL_BITS] ?? 0) / 1024;
    for (const [i, weight] of weights.entries()) expect(read[i]).toBeCloseTo(weight, 1);
  });
});

describe('chain', () => {
  const chain: Chain = { labels: 2, transitions: Int32Array.from([0, -100, 0, 50, 0, 0, 0, 0, 0]) };
  const emission = Int32Array.from([900, 0, 0, 500, 300, 200]);

  /** All label sequences with their scores, best first. */
  const all = [...Array(8).keys()]
    .map((code) => [code & 1, (code >> 1) & 1, (code >> 2) & 1])
    .map((path) => {
      let score = 0;
      for (const [i, label] of path.entries()) {
        const previous = i === 0 ? 2 : (path[i - 1] ?? 0);
        score += (emission[i * 2 + label] ?? 0) + (chain.transitions[previous * 3 + label] ?? 0);
      }
      return { path, score };
    })
    .sort((a, b) => b.score - a.score);

  it('finds the best path', () => {
    const out = new Uint8Array(3);
    expect(bestPath(chain, 3, emission, out, chainScratch())).toBe(all[0]?.score);
    expect([...out]).toEqual(all[0]?.path);
  });

  it('finds the best paths that hold a label, in order', () => {
    const holding = all.filter(({ path }) => path.includes(1));
    expect(
      bestPathsIn(trellisWith(chain, 1, 3, emission, chainScratch()), 4).map(({ path, score }) => ({
        path: [...path],
        score,
      })),
    ).toEqual(holding.slice(0, 4));
    const out = new Uint8Array(3);
    expect(bestPathIn(trellisWith(chain, 1, 3, emission, chainScratch()), out)).toBe(holding[0]?.score);
    expect([...out]).toEqual(holding[0]?.path);
  });

  it('gives marginals that agree with the sum over all paths', () => {
    const out = new Float64Array(6);
    marginals(chain, 3, emission, out, chainScratch());
    const total = all.reduce((sum, { score }) => sum + Math.exp(score / 1024), 0);
    for (let i = 0; i < 3; i++) {
      const ones = all
        .filter(({ path }) => path[i] === 1)
        .reduce((sum, { score }) => sum + Math.exp(score / 1024), 0);
      expect(out[i * 2 + 1]).toBeCloseTo(ones / total, 6);
    }
  });

  it('has a power of e that is right to nine digits', () => {
    for (const score of [0, -1, -1023, -1024, -5000, -30000])
      expect(expOf(score)).toBeCloseTo(Math.exp(score / 1024), 9);
  });
});
