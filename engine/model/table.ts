/**
 * Tables of integer weights, one row per feature hash and one column per label. Weights are in units of 1/1024 nat,
 * so that scores are sums of integers and the same on every host.
 */
import { readBits, type BitReader } from '../text/bytes.ts';
import { readCode, readSymbol } from './huffman.ts';

/** Scores and weights are integers in this unit: 1024 = 1 nat. */
export const UNIT = 1024;
/** Columns of a dense row; a power of two so that a row's address is a shift. */
export const ROW = 8;

/** Rows that hold only their non-zero weights, as they are stored: small, for many labels. */
export interface SparseTable {
  readonly bits: number;
  readonly labels: number;
  /** Where the cells of each row begin, and at last where the last row ends. */
  readonly rowStart: Int32Array;
  /** Label in the low `LABEL_BITS` bits, above it the number of its weight. */
  readonly cell: Uint16Array;
  /** Weights by their number. */
  readonly value: Int16Array;
}

export const LABEL_BITS = 6;
export const LABEL_MASK: number = (1 << LABEL_BITS) - 1;

/** Rows of `ROW` weights of any value, for up to seven labels: what training works with. */
export interface DenseTable {
  readonly bits: number;
  readonly labels: number;
  readonly weight: Int16Array;
}

/**
 * The same in one word a row, an eighth of the memory: a paragraph touches thousands of rows all over the table, and what
 * is in the processor's cache is summed three times as fast. Needs at most 22 different weights, so that the numbers of two
 * fit in nine bits: labels 0 and 1 in bits 0 to 8, 2 and 3 in 9 to 17, 4 and 5 in 18 to 26; a last one without a partner in
 * bits 27 to 31.
 */
export interface PackedTable {
  readonly bits: number;
  readonly labels: number;
  readonly word: Int32Array;
  /** By the number of a pair: its first weight + its second × `SECOND`. */
  readonly pair: Float64Array;
  /** By the number of a weight: the weight. */
  readonly single: Int16Array;
}

export type RowTable = DenseTable | PackedTable;

/** One weight a row. */
export interface ColumnTable {
  readonly bits: number;
  readonly weight: Int16Array;
}

const MOST_VALUES = 22;
const PAIR_BITS = 9;
const PAIR_MASK = (1 << PAIR_BITS) - 1;
/** Two sums share a double: each stays far below 2^23, and all of it below 2^53. */
const SECOND = 2 ** 24;

/**
 * Reads a table. Weights are stored as a sign and a magnitude q from 1 to 31, standing for q² times a step
 * (square-root companding keeps small weights apart and large ones in range).
 */
export function readTable(reader: BitReader): SparseTable {
  const bits = readBits(reader, 8);
  const labels = readBits(reader, 8);
  const step = readBits(reader, 24) / 4096;
  const nonZero = readBits(reader, 24);
  const countCode = readCode(reader);
  const gapCode = readCode(reader);
  const weightCode = readCode(reader);
  const rows = 1 << bits;
  const rowStart = new Int32Array(rows + 1);
  const cell = new Uint16Array(nonZero);
  const value = new Int16Array(64);
  for (let symbol = 0; symbol < 64; symbol++) {
    const magnitude = symbol >> 1;
    const size = Math.min(32767, Math.round(magnitude * magnitude * step));
    value[symbol] = symbol & 1 ? -size : size;
  }
  let at = 0;
  for (let row = 0; row < rows; row++) {
    rowStart[row] = at;
    const count = readSymbol(reader, countCode);
    let column = -1;
    for (let i = 0; i < count && at < nonZero; i++) {
      column += readSymbol(reader, gapCode) + 1;
      cell[at++] = (readSymbol(reader, weightCode) << LABEL_BITS) | (column & LABEL_MASK);
    }
  }
  rowStart[rows] = at;
  return { bits, labels, rowStart, cell, value };
}

/** The same weights as rows that can be summed: packed if their values are few enough, else dense. */
export function toRows(table: SparseTable): RowTable {
  return toPacked(table) ?? toDense(table);
}

function toDense({ bits, labels, rowStart, cell, value }: SparseTable): DenseTable {
  const weight = new Int16Array(ROW << bits);
  for (let row = 0; row < 1 << bits; row++)
    for (let i = rowStart[row]!; i < rowStart[row + 1]!; i++) {
      const label = cell[i]! & LABEL_MASK;
      if (label < ROW) weight[row * ROW + label] = value[cell[i]! >> LABEL_BITS]!;
    }
  return { bits, labels, weight };
}

function toPacked({ bits, labels, rowStart, cell, value }: SparseTable): PackedTable | null {
  const used = new Set<number>([0]);
  for (const one of cell) used.add(value[one >> LABEL_BITS]!);
  const values = [...used].sort((a, b) => a - b);
  const count = values.length;
  if (count > MOST_VALUES || labels > 7) return null;
  const zero = values.indexOf(0);
  /** By number of a weight in the sparse table: its number here, from that of 0. */
  const number = Int8Array.from(value, (weight) => values.indexOf(weight) - zero);
  const place = Int32Array.from({ length: labels }, (_, label) =>
    label === labels - 1 && label % 2 === 0
      ? 1 << (3 * PAIR_BITS)
      : (label % 2 === 0 ? 1 : count) << ((label >> 1) * PAIR_BITS),
  );
  const blank = place.reduce((sum, at) => (sum + zero * at) | 0, 0);
  const word = new Int32Array(1 << bits);
  for (let row = 0; row < 1 << bits; row++) {
    let packed = blank;
    for (let i = rowStart[row]!; i < rowStart[row + 1]!; i++)
      packed += number[cell[i]! >> LABEL_BITS]! * (place[cell[i]! & LABEL_MASK] ?? 0);
    word[row] = packed;
  }
  const pair = new Float64Array(1 << PAIR_BITS);
  for (const [b, second] of values.entries())
    for (const [a, first] of values.entries()) pair[b * count + a] = first + second * SECOND;
  const single = new Int16Array(32);
  single.set(values);
  return { bits, labels, word, pair, single };
}

/** The weights of a table with one label. */
export function toColumn({ bits, rowStart, cell, value }: SparseTable): ColumnTable {
  const weight = new Int16Array(1 << bits);
  for (let row = 0; row < 1 << bits; row++)
    if (rowStart[row + 1]! > rowStart[row]!) weight[row] = value[cell[rowStart[row]!]! >> LABEL_BITS]!;
  return { bits, weight };
}

/** Adds the rows of `n` features to `sums`, one place a label, in units of 1/1024 nat. */
export function addSparse(table: SparseTable, features: Int32Array, n: number, sums: Int32Array): void {
  const { rowStart, cell, value } = table;
  for (let k = 0; k < n; k++) {
    const row = features[k]!;
    const end = rowStart[row + 1]!;
    for (let i = rowStart[row]!; i < end; i++) {
      const one = cell[i]!;
      sums[one & LABEL_MASK]! += value[one >> LABEL_BITS]!;
    }
  }
}

/** Sum of the rows of `n` features, in units of 1/1024 nat. */
export function sumColumn(table: ColumnTable, features: Int32Array, n: number): number {
  const { weight } = table;
  let score = 0;
  for (let k = 0; k < n; k++) score += weight[features[k]!]!;
  return score;
}

/** Sums the rows of `n` features into the table's `labels` places of `sums` from `at` on, in units of 1/1024 nat. */
export function sumRows(
  table: RowTable,
  features: Int32Array,
  n: number,
  sums: Int32Array,
  at: number,
): void {
  if ('word' in table) sumPacked(table, features, n, sums, at);
  else sumDense(table, features, n, sums, at);
}

function sumPacked(table: PackedTable, features: Int32Array, n: number, sums: Int32Array, at: number): void {
  const { word, pair, single, labels } = table;
  let ab = 0;
  let cd = 0;
  let ef = 0;
  let last = 0;
  if (labels > 5)
    for (let k = 0; k < n; k++) {
      const row = word[features[k]!]!;
      ab += pair[row & PAIR_MASK]!;
      cd += pair[(row >>> PAIR_BITS) & PAIR_MASK]!;
      ef += pair[(row >>> (2 * PAIR_BITS)) & PAIR_MASK]!;
      last += single[row >>> (3 * PAIR_BITS)]!;
    }
  else
    for (let k = 0; k < n; k++) {
      const row = word[features[k]!]!;
      ab += pair[row & PAIR_MASK]!;
      cd += pair[(row >>> PAIR_BITS) & PAIR_MASK]!;
      last += single[row >>> (3 * PAIR_BITS)]!;
    }
  for (let label = 0; label < labels; label += 2) {
    const both = label === 0 ? ab : label === 2 ? cd : ef;
    if (label === labels - 1) sums[at + label] = last;
    else {
      const second = Math.round(both / SECOND);
      sums[at + label] = both - second * SECOND;
      sums[at + label + 1] = second;
    }
  }
}

function sumDense(table: DenseTable, features: Int32Array, n: number, sums: Int32Array, at: number): void {
  const { weight, labels } = table;
  for (let label = 0; label < labels; label++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += weight[features[k]! * ROW + label]!;
    sums[at + label] = sum;
  }
}
