/** Writes weights in the form that `engine/model/table.ts` and `engine/attribute/model.ts` read. */
import { MAX_CODE, codeFromLengths } from '../../engine/model/huffman.ts';
import { UNIT } from '../../engine/model/table.ts';

/** Collects bits, most significant first. */
export interface BitWriter {
  bytes: Uint8Array;
  at: number;
}

/** An empty writer. */
export function bitWriter(): BitWriter {
  return { bytes: new Uint8Array(1 << 20), at: 0 };
}

/** Appends the low `count` bits of `value`. */
export function writeBits(writer: BitWriter, value: number, count: number): void {
  for (let i = count - 1; i >= 0; i--) {
    const at = writer.at++;
    if (at >> 3 >= writer.bytes.length) {
      const larger = new Uint8Array(writer.bytes.length * 2);
      larger.set(writer.bytes);
      writer.bytes = larger;
    }
    if ((value >>> i) & 1) writer.bytes[at >> 3]! |= 0x80 >> (at & 7);
  }
}

/** The bytes written so far. */
export function writtenBytes(writer: BitWriter): Uint8Array {
  return writer.bytes.slice(0, (writer.at + 7) >> 3);
}

/** Huffman code lengths for symbol counts, at most MAX_CODE bits: counts are flattened until the code fits. */
export function codeLengths(counts: readonly number[]): Uint8Array {
  let flat = counts.map((count) => count);
  for (;;) {
    const lengths = huffmanLengths(flat);
    if (Math.max(0, ...lengths) <= MAX_CODE) return lengths;
    flat = flat.map((count) => (count > 0 ? Math.max(1, count >> 1) : 0));
  }
}

function huffmanLengths(counts: readonly number[]): Uint8Array {
  interface Node {
    readonly count: number;
    readonly order: number;
    readonly symbols: readonly number[];
  }
  const lengths = new Uint8Array(counts.length);
  let nodes: Node[] = [];
  for (const [symbol, count] of counts.entries())
    if (count > 0) nodes.push({ count, order: symbol, symbols: [symbol] });
  if (nodes.length === 1) lengths[nodes[0]!.symbols[0]!] = 1;
  let order = counts.length;
  while (nodes.length > 1) {
    nodes.sort((a, b) => a.count - b.count || a.order - b.order);
    const [a, b] = nodes as [Node, Node];
    for (const symbol of [...a.symbols, ...b.symbols]) lengths[symbol]!++;
    nodes = [
      ...nodes.slice(2),
      { count: a.count + b.count, order: order++, symbols: [...a.symbols, ...b.symbols] },
    ];
  }
  return lengths;
}

interface Encoder {
  readonly lengths: Uint8Array;
  readonly codes: Int32Array;
}

function encoder(counts: readonly number[]): Encoder {
  const lengths = codeLengths(counts);
  const { counts: perLength, symbols } = codeFromLengths(lengths);
  const codes = new Int32Array(counts.length);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= MAX_CODE; length++) {
    for (let i = 0; i < perLength[length]!; i++) codes[symbols[index++]!] = code++;
    code <<= 1;
  }
  return { lengths, codes };
}

function writeCode(writer: BitWriter, { lengths }: Encoder): void {
  writeBits(writer, lengths.length, 16);
  for (const length of lengths) writeBits(writer, length, 4);
}

export interface TableSettings {
  /** Largest magnitude: 15 = 5 bits with the sign. */
  readonly levels: number;
  /** Weights whose magnitude is below this level are dropped. */
  readonly least: number;
}

/**
 * Quantises float weights (nats) to sign and magnitude q, standing for q² steps, and writes the table.
 * @returns how many weights were kept
 */
export function writeTable(
  writer: BitWriter,
  weights: Float32Array,
  bits: number,
  labels: number,
  settings: TableSettings,
): number {
  let top = 0;
  for (const weight of weights) if (Math.abs(weight) > top) top = Math.abs(weight);
  // step in 1/4096 of a unit, as the reader has it
  const step = Math.max(1, Math.round(((top * UNIT) / settings.levels ** 2) * 4096)) / 4096;
  const counts: number[] = new Array<number>(labels + 1).fill(0);
  const gaps: number[] = new Array<number>(labels).fill(0);
  const magnitudes: number[] = new Array<number>(64).fill(0);
  const rows: (readonly (readonly [number, number])[])[] = [];
  let kept = 0;
  for (let row = 0; row < 1 << bits; row++) {
    const cells: (readonly [number, number])[] = [];
    let column = -1;
    for (let k = 0; k < labels; k++) {
      const weight = weights[row * labels + k]!;
      const q = Math.min(settings.levels, Math.round(Math.sqrt((Math.abs(weight) * UNIT) / step)));
      if (q < settings.least || q === 0) continue;
      const symbol = q * 2 + (weight < 0 ? 1 : 0);
      cells.push([k - column - 1, symbol]);
      gaps[k - column - 1]!++;
      magnitudes[symbol]!++;
      column = k;
    }
    counts[cells.length]!++;
    kept += cells.length;
    rows.push(cells);
  }
  const countCode = encoder(counts);
  const gapCode = encoder(gaps);
  const weightCode = encoder(magnitudes);
  writeBits(writer, bits, 8);
  writeBits(writer, labels, 8);
  writeBits(writer, Math.round(step * 4096), 24);
  writeBits(writer, kept, 24);
  for (const code of [countCode, gapCode, weightCode]) writeCode(writer, code);
  for (const cells of rows) {
    writeBits(writer, countCode.codes[cells.length]!, countCode.lengths[cells.length]!);
    for (const [gap, symbol] of cells) {
      writeBits(writer, gapCode.codes[gap]!, gapCode.lengths[gap]!);
      writeBits(writer, weightCode.codes[symbol]!, weightCode.lengths[symbol]!);
    }
  }
  return kept;
}

/** Writes the allowed transitions of a chain (nats), in row order. */
export function writeTransitions(
  writer: BitWriter,
  labels: number,
  transitions: Float64Array,
  allows: (a: number, b: number) => boolean,
): void {
  const size = labels + 1;
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      if (!allows(a, b)) continue;
      const value = Math.round(transitions[a * size + b]! * UNIT);
      writeBits(writer, Math.max(-32768, Math.min(32767, value)) + 32768, 16);
    }
}
