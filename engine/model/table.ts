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

/** Rows that hold only their non-zero weights: small, for many labels. */
export interface SparseTable {
  readonly bits: number;
  readonly labels: number;
  readonly rowStart: Int32Array;
  readonly label: Uint8Array;
  readonly weight: Int16Array;
}

/** Rows of `ROW` weights: fast, for up to eight labels. */
export interface DenseTable {
  readonly bits: number;
  readonly labels: number;
  readonly weight: Int16Array;
}

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
  const label = new Uint8Array(nonZero);
  const weight = new Int16Array(nonZero);
  const values = new Int16Array(64);
  for (let symbol = 0; symbol < 64; symbol++) {
    const magnitude = symbol >> 1;
    const value = Math.min(32767, Math.round(magnitude * magnitude * step));
    values[symbol] = symbol & 1 ? -value : value;
  }
  let at = 0;
  for (let row = 0; row < rows; row++) {
    rowStart[row] = at;
    const count = readSymbol(reader, countCode);
    let column = -1;
    for (let i = 0; i < count && at < nonZero; i++) {
      column += readSymbol(reader, gapCode) + 1;
      label[at] = column;
      weight[at] = values[readSymbol(reader, weightCode)] ?? 0;
      at++;
    }
  }
  rowStart[rows] = at;
  return { bits, labels, rowStart, label, weight };
}

/** The same weights as dense rows. */
export function toDense(table: SparseTable): DenseTable {
  const rows = 1 << table.bits;
  const weight = new Int16Array(rows * ROW);
  for (let row = 0; row < rows; row++) {
    const end = table.rowStart[row + 1] ?? 0;
    for (let i = table.rowStart[row] ?? 0; i < end; i++) {
      const column = table.label[i] ?? 0;
      if (column < ROW) weight[row * ROW + column] = table.weight[i] ?? 0;
    }
  }
  return { bits: table.bits, labels: table.labels, weight };
}

/** Sum of the first column over the rows of `n` features, in units of 1/1024 nat. */
export function rowSum(table: DenseTable, features: Int32Array, n: number): number {
  let score = 0;
  for (let k = 0; k < n; k++) score += table.weight[features[k]! * ROW]!;
  return score;
}
