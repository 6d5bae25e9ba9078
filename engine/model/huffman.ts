/**
 * Canonical Huffman codes: the weights' symbols are stored near their entropy, and only the code lengths are
 * stored with them. Decoding walks the canonical first-code table, so nothing is built but three short arrays.
 */
import { readBits, type BitReader } from '../text/bytes.ts';

/** Longest code in bits. */
export const MAX_CODE = 15;

export interface HuffmanCode {
  /** Number of codes of each length, 0 to MAX_CODE. */
  readonly counts: Int32Array;
  /** Symbols in canonical order. */
  readonly symbols: Int32Array;
}

/** The canonical code for symbols 0 … lengths.length - 1; a length of 0 means the symbol never occurs. */
export function codeFromLengths(lengths: Uint8Array): HuffmanCode {
  const counts = new Int32Array(MAX_CODE + 1);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const symbols: number[] = [];
  for (let length = 1; length <= MAX_CODE; length++)
    for (let symbol = 0; symbol < lengths.length; symbol++) if (lengths[symbol] === length) symbols.push(symbol);
  return { counts, symbols: Int32Array.from(symbols) };
}

/** Reads a code as written by `scripts/train/encode.ts`: the number of symbols (16 bits), then 4 bits of length each. */
export function readCode(reader: BitReader): HuffmanCode {
  const size = readBits(reader, 16);
  const lengths = new Uint8Array(size);
  for (let i = 0; i < size; i++) lengths[i] = readBits(reader, 4);
  return codeFromLengths(lengths);
}

/** The next symbol, or 0 where the bytes are no code (damaged weights cannot hang the reader). */
export function readSymbol(reader: BitReader, code: HuffmanCode): number {
  const { bytes } = reader;
  const { counts, symbols } = code;
  let value = 0;
  let first = 0;
  let index = 0;
  let at = reader.at;
  for (let length = 1; length <= MAX_CODE; length++) {
    value |= ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    at++;
    const count = counts[length] ?? 0;
    if (value - first < count) {
      reader.at = at;
      return symbols[index + (value - first)] ?? 0;
    }
    index += count;
    first = (first + count) << 1;
    value <<= 1;
  }
  reader.at = at;
  return 0;
}
