/** The trained model: tagger, flat and role chains with their tables, verifier and reranker, read from the weights. */
import type { TaggerModel } from '../detect/tagger.ts';
import { FORBIDDEN, type Chain } from '../model/chain.ts';
import { readTable, toColumn, toRows, type ColumnTable, type RowTable } from '../model/table.ts';
import { readBits, type BitReader } from '../text/bytes.ts';
import { FLAT_LABELS, flatAllows } from './flat.ts';
import { ROLE_LABELS, roleAllows } from './roles.ts';

/** Bumped whenever features or the layout of the weights change. */
export const WEIGHTS_VERSION = 2;
const MAGIC = 0x534c; // "SL"

export interface Model {
  readonly tagger: TaggerModel;
  readonly flat: RowTable;
  readonly flatChain: Chain;
  readonly role: RowTable;
  readonly roleChain: Chain;
  readonly verifier: ColumnTable;
  readonly reranker: ColumnTable;
}

/** A model without weights: it finds nothing. Stands in for weights that cannot be read. */
export function emptyModel(): Model {
  const empty = { bits: 0, weight: new Int16Array(8) };
  return {
    tagger: {
      table: {
        bits: 0,
        labels: 1,
        rowStart: new Int32Array(2),
        cell: new Uint16Array(0),
        value: new Int16Array(0),
      },
      knownForms: new Int32Array(0),
      knownTags: new Uint8Array(0),
    },
    flat: { ...empty, labels: FLAT_LABELS },
    flatChain: chainOf(FLAT_LABELS, flatAllows, () => 0),
    role: { ...empty, labels: ROLE_LABELS },
    roleChain: chainOf(ROLE_LABELS, roleAllows, () => 0),
    verifier: empty,
    reranker: empty,
  };
}

/** A chain whose allowed transitions are given by `weight(from, to)`. */
export function chainOf(
  labels: number,
  allows: (a: number, b: number) => boolean,
  weight: (a: number, b: number) => number,
): Chain {
  const size = labels + 1;
  const transitions = new Int32Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) transitions[a * size + b] = allows(a, b) ? weight(a, b) : FORBIDDEN;
  return { labels, transitions };
}

/** Reads weights as written by `npm run train`. Unknown versions give the empty model. */
export function readModel(bytes: Uint8Array): Model {
  const reader: BitReader = { bytes, at: 0 };
  if (readBits(reader, 16) !== MAGIC || readBits(reader, 8) !== WEIGHTS_VERSION) return emptyModel();
  const known = readBits(reader, 16);
  const knownForms = new Int32Array(known);
  const knownTags = new Uint8Array(known);
  for (let i = 0; i < known; i++) {
    knownForms[i] = (readBits(reader, 16) << 16) | readBits(reader, 16);
    knownTags[i] = readBits(reader, 6);
  }
  const tagger = { table: readTable(reader), knownForms, knownTags };
  const flatChain = readChain(reader, FLAT_LABELS, flatAllows);
  const flat = toRows(readTable(reader));
  const roleChain = readChain(reader, ROLE_LABELS, roleAllows);
  const role = toRows(readTable(reader));
  const verifier = toColumn(readTable(reader));
  const reranker = toColumn(readTable(reader));
  return { tagger, flat, flatChain, role, roleChain, verifier, reranker };
}

function readChain(reader: BitReader, labels: number, allows: (a: number, b: number) => boolean): Chain {
  // in the order of `chainOf`: 16 bits each, offset by 32768
  return chainOf(labels, allows, () => readBits(reader, 16) - 32768);
}
