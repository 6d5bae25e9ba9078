/** Reads bits, most significant first, from a byte array. Reading past the end gives zeros. */
export interface BitReader {
  readonly bytes: Uint8Array;
  /** Position in bits. */
  at: number;
}

/** The next bit. */
export function readBit(reader: BitReader): number {
  const at = reader.at++;
  return ((reader.bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
}

/** The next `count` bits (at most 31) as an unsigned number. */
export function readBits(reader: BitReader, count: number): number {
  let value = 0;
  for (let i = 0; i < count; i++) value = (value << 1) | readBit(reader);
  return value;
}
