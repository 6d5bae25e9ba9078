/**
 * Canonical Huffman codes: the weights' symbols are stored near their entropy, and only the code lengths are
 * stored with them. Decoding looks the next bits up in one table per code.
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
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol] === length) symbols.push(symbol);
  return { counts, symbols: Int32Array.from(symbols) };
}

/** For each value of the next MAX_CODE bits: symbol × 16 + code length (0 where the bits are no code). */
export type DecodeTable = Uint32Array;

/** Reads a code as written by `scripts/train/encode.ts`: the number of symbols (16 bits), then 4 bits of length each. */
export function readCode(reader: BitReader): DecodeTable {
  const size = readBits(reader, 16);
  const lengths = new Uint8Array(size);
  for (let i = 0; i < size; i++) lengths[i] = readBits(reader, 4);
  const { counts, symbols } = codeFromLengths(lengths);
  const table = new Uint32Array(1 << MAX_CODE);
  let at = 0;
  let index = 0;
  for (let length = 1; length <= MAX_CODE; length++) {
    const span = 1 << (MAX_CODE - length);
    for (let i = 0; i < (counts[length] ?? 0) && at < table.length; i++, at += span)
      table.fill((symbols[index++] ?? 0) * 16 + length, at, at + span);
  }
  return table;
}

/** The next symbol, or 0 where the bytes are no code (damaged weights cannot hang the reader). */
export function readSymbol(reader: BitReader, table: DecodeTable): number {
  const { bytes, at } = reader;
  const byte = at >> 3;
  const window =
    (((bytes[byte]! << 16) | (bytes[byte + 1]! << 8) | bytes[byte + 2]!) >> (24 - MAX_CODE - (at & 7))) &
    ((1 << MAX_CODE) - 1);
  const entry = table[window]!;
  const length = entry & 15;
  reader.at = at + (length === 0 ? MAX_CODE : length);
  return entry >> 4;
}
