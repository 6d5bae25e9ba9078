import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../../engine/text/base64.ts';
import { readBit, readBits } from '../../../engine/text/bytes.ts';
import { hashString, mix, mix2 } from '../../../engine/text/hash.ts';
import { contains, hull, overlaps, shift } from '../../../engine/text/spans.ts';

describe('spans', () => {
  it('overlap only when they share a unit', () => {
    expect(overlaps({ start: 0, end: 4 }, { start: 4, end: 6 })).toBe(false);
    expect(overlaps({ start: 0, end: 5 }, { start: 4, end: 6 })).toBe(true);
  });
  it('contain themselves', () => {
    expect(contains({ start: 2, end: 4 }, { start: 2, end: 4 })).toBe(true);
    expect(contains({ start: 2, end: 4 }, { start: 2, end: 5 })).toBe(false);
  });
  it('move and have a hull', () => {
    expect(shift({ start: 1, end: 3 }, 10)).toEqual({ start: 11, end: 13 });
    expect(hull([])).toBeNull();
    expect(hull([{ start: 5, end: 6 }, { start: 1, end: 3 }])).toEqual({ start: 1, end: 6 }); // prettier-ignore
  });
});

describe('base64', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect([...decodeBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
      }),
    );
  });
});

describe('bits', () => {
  it('come most significant first, and zeros after the end', () => {
    const reader = { bytes: new Uint8Array([0b10110000]), at: 0 };
    expect(readBit(reader)).toBe(1);
    expect(readBits(reader, 3)).toBe(0b011);
    expect(readBits(reader, 12)).toBe(0);
  });
});

describe('hashes', () => {
  it('are 32-bit integers, the same every time, and spread', () => {
    const rows = new Set<number>();
    for (let i = 0; i < 1000; i++) {
      const hash = hashString(`word${i}`);
      expect(hash).toBe(hash | 0);
      expect(hashString(`word${i}`)).toBe(hash);
      rows.add(mix(3, hash) & 0xffff);
    }
    // 1000 values in 65,536 rows: about eight meet by chance
    expect(rows.size).toBeGreaterThan(970);
  });
  it('tell templates and the order of values apart', () => {
    expect(mix(1, 7)).not.toBe(mix(2, 7));
    expect(mix2(1, 7, 8)).not.toBe(mix2(1, 8, 7));
  });
});
