// Lays the trained model out as it stands in memory, for programs that start for one text only: reading the
// compressed weights costs more than the rest of a short command. The file holds a JSON head and aligned arrays.
import { Module } from 'node:module';
import { build } from 'esbuild';

const ALIGNMENT = 8;

/** The bytes of `dist/model.dat`, made from the engine's own reader so that both ways give the same numbers. */
export async function packedModel() {
  const result = await build({
    entryPoints: ['engine/attribute/defaultModel.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    loader: { '.bin': 'binary' },
    logLevel: 'silent',
  });
  const module = new Module('model');
  module._compile(result.outputFiles[0].text, 'model.cjs');
  return pack(module.exports.defaultModel());
}

function pack(value) {
  const arrays = [];
  let size = 0;
  const head = JSON.stringify(value, (_, entry) => {
    if (!ArrayBuffer.isView(entry)) return entry;
    const reference = { $array: entry.constructor.name, at: size, length: entry.length };
    arrays.push({ at: size, bytes: new Uint8Array(entry.buffer, entry.byteOffset, entry.byteLength) });
    size += Math.ceil(entry.byteLength / ALIGNMENT) * ALIGNMENT;
    return reference;
  });
  const headBytes = Buffer.from(head, 'utf8');
  const start = Math.ceil((4 + headBytes.length) / ALIGNMENT) * ALIGNMENT;
  const out = Buffer.alloc(start + size);
  out.writeUInt32LE(headBytes.length, 0);
  headBytes.copy(out, 4);
  for (const { at, bytes } of arrays) out.set(bytes, start + at);
  return out;
}

/** Source that stands in for engine/attribute/defaultModel.ts in the command line's bundle. */
export const UNPACK = `
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { decodeBase64 } from '../text/base64.ts';
import { readModel } from './model.ts';
const KINDS = { Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array };
// The extension ships the weights once and compressed (dist/weights.js), without the ready model.
function fromWeights() {
  createRequire(__filename)(join(__dirname, 'weights.js'));
  return readModel(decodeBase64(globalThis.sourcelightWeights));
}
function unpack() {
  const file = readFileSync(join(__dirname, 'model.dat'));
  const length = file.readUInt32LE(0);
  const start = Math.ceil((4 + length) / ${ALIGNMENT}) * ${ALIGNMENT};
  // Views need their elements' alignment; a pooled buffer may begin anywhere.
  const base = (file.byteOffset + start) % ${ALIGNMENT} === 0 ? file.subarray(start) : Uint8Array.from(file.subarray(start));
  return JSON.parse(file.toString('utf8', 4, 4 + length), (_, value) =>
    value !== null && typeof value === 'object' && '$array' in value
      ? new KINDS[value.$array](base.buffer, base.byteOffset + value.at, value.length)
      : value,
  );
}
let model = null;
export function defaultModel() {
  return (model ??= existsSync(join(__dirname, 'model.dat')) ? unpack() : fromWeights());
}
`;
