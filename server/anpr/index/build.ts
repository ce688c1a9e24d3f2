import type { Indexed, ListIndex } from '../matcher.ts';
import { hashOf, makeNeighbours, skeletonOf } from './hash.ts';
import { pack } from './pack.ts';

/** Longest chain that is walked for one read: of plates of one skeleton, of entries of one plate. */
export const MAX_CHAIN = { skeleton: 1_024, plate: 64 };

/** Power of two at or above. */
const powerFrom = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(64, least)));
const setBit = (bits: Uint32Array, hash: number): void => {
  const bit = hash & (bits.length * 32 - 1);
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
};

/**
 * The index of a list: what `view.ts` looks plates up in. Pure and without clock, so that it runs in a
 * worker; all of it is in `buffers`, which can be handed over (`Object.values(index.buffers)` is the list
 * for the transfer). A million Belgian plates take about 70 MB and a second or two.
 *
 * - `table`: open addressing, hash and entry + 1 side by side; the first entry of each plate.
 * - `same`: the next entry with the same plate, + 1.
 * - `bones`, `bonesNext`: chains of plates whose confusable characters are the same.
 * - `seen`: a bit for the hash of each plate, before the table is asked; `shorter`: one for each plate
 *   without one of its characters, so that a read that lost one is told from the many that did not.
 */
export function buildIndex(entries: Iterable<Indexed>): ListIndex {
  const packed = pack(entries);
  const { count, codes, plateAt } = packed;
  const table = new Uint32Array(powerFrom(count * 1.5) * 2);
  const same = new Uint32Array(count);
  const bones = new Uint32Array(powerFrom(count));
  const bonesNext = new Uint32Array(count);
  const seen = new Uint32Array(powerFrom(count * 12) / 32);
  const shorter = new Uint32Array(powerFrom(count * 56) / 32);
  const slots = table.length / 2 - 1;
  const neighbours = makeNeighbours();
  for (let entry = 0; entry < count; entry++) {
    const at = plateAt[entry] ?? 0;
    const length = (plateAt[entry + 1] ?? 0) - at;
    const hash = hashOf(codes, at, length);
    let slot = hash & slots;
    let first = -1;
    for (; ; slot = (slot + 1) & slots) {
      const held = table[slot * 2 + 1] ?? 0;
      if (held === 0) break;
      if (table[slot * 2] === hash && equal(codes, plateAt, held - 1, at, length)) {
        first = held - 1;
        break;
      }
    }
    if (first >= 0) {
      same[entry] = same[first] ?? 0;
      same[first] = entry + 1;
      continue;
    }
    table[slot * 2] = hash;
    table[slot * 2 + 1] = entry + 1;
    const bone = skeletonOf(codes, at, length) & (bones.length - 1);
    bonesNext[entry] = bones[bone] ?? 0;
    bones[bone] = entry + 1;
    setBit(seen, hash);
    if (length === 1) continue;
    neighbours.take(codes, at, length);
    for (let i = 0; i < length; i++) setBit(shorter, neighbours.without(i));
  }
  const { ids, idAt, country, from, until } = packed;
  const arrays = {
    ...{ codes, plateAt, ids, idAt, country, from, until },
    ...{ table, same, bones, bonesNext, seen, shorter },
  };
  return {
    entries: count,
    buffers: Object.fromEntries(
      Object.entries(arrays).map(([name, array]) => [name, array.buffer]),
    ),
  };
}

/** Whether the plate of an entry is the one that stands at `at`. */
export function equal(
  codes: Uint8Array,
  plateAt: Uint32Array,
  entry: number,
  at: number,
  length: number,
  of: Uint8Array = codes,
): boolean {
  const begins = plateAt[entry] ?? 0;
  if ((plateAt[entry + 1] ?? 0) - begins !== length) return false;
  for (let i = 0; i < length; i++) if (codes[begins + i] !== of[at + i]) return false;
  return true;
}
