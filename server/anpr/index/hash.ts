import { CLASS } from '../../../shared/anpr/confusion.ts';

/** Hashes of plates as codes 0-35, such that those of all plates one character away cost a step each. */
const BASE = 0x9e3779b1 | 0;
const POWERS = new Int32Array(64);
POWERS[0] = 1;
for (let i = 1; i < POWERS.length; i++) POWERS[i] = Math.imul(POWERS[i - 1] ?? 0, BASE);
const power = (n: number): number => POWERS[n] ?? 0;

/** Spreads what the polynomial left in the low bits. */
const mixed = (hash: number): number => {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

export function hashOf(codes: Uint8Array, at: number, length: number): number {
  let hash = 0;
  for (let i = at; i < at + length; i++) hash = (Math.imul(hash, BASE) + (codes[i] ?? 0) + 1) | 0;
  return mixed(hash);
}

/** Of the confusable classes of its characters. */
export function skeletonOf(codes: Uint8Array, at: number, length: number): number {
  let hash = 0;
  for (let i = at; i < at + length; i++)
    hash = (Math.imul(hash, BASE) + (CLASS[codes[i] ?? 0] ?? 0) + 1) | 0;
  return mixed(hash);
}

/** Holds the hashes of the beginnings and ends of one plate; made anew by `take`, so that no read allocates. */
export function makeNeighbours() {
  const heads = new Int32Array(64);
  const tails = new Int32Array(64);
  let length = 0;
  const head = (n: number): number => heads[n] ?? 0;
  const tail = (n: number): number => tails[n] ?? 0;
  return {
    take(codes: Uint8Array, at: number, count: number): void {
      length = count;
      for (let i = 0; i < count; i++)
        heads[i + 1] = Math.imul(head(i), BASE) + (codes[at + i] ?? 0) + 1;
      tails[count] = 0;
      for (let i = count - 1; i >= 0; i--)
        tails[i] = Math.imul((codes[at + i] ?? 0) + 1, power(count - 1 - i)) + tail(i + 1);
    },
    whole: (): number => mixed(head(length)),
    /** Without the character at `i`. */
    without: (i: number): number =>
      mixed((Math.imul(head(i), power(length - 1 - i)) + tail(i + 1)) | 0),
    /** With another one at `i`. */
    replaced: (i: number, code: number): number =>
      mixed(
        (Math.imul((Math.imul(head(i), BASE) + code + 1) | 0, power(length - 1 - i)) +
          tail(i + 1)) |
          0,
      ),
    /** With one more before `i`. */
    inserted: (i: number, code: number): number =>
      mixed(
        (Math.imul((Math.imul(head(i), BASE) + code + 1) | 0, power(length - i)) + tail(i)) | 0,
      ),
  };
}
