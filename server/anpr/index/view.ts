import { likelihood, MAX_CUT, type Reading } from '../../../shared/anpr/channel.ts';
import {
  ACROSS,
  ADDED,
  ADDED_SHARE,
  DROPPED,
  ratio,
  SIZE,
} from '../../../shared/anpr/confusion.ts';
import type { ListIndex } from '../matcher.ts';
import { equal, MAX_CHAIN } from './build.ts';
import { hashOf, makeNeighbours, skeletonOf } from './hash.ts';
import { countryName } from './pack.ts';

/** Called with the first entry of each plate that the read may be, and how well the read fits it. */
export type Found = (entry: number, likelihood: number) => void;

/** An index, opened for looking up. */
export interface View {
  /** First entry with this plate, −1 for none. */
  exact(codes: Uint8Array): number;
  /** Plates that the read could come from with at least this likelihood, in no order; the read's own is not among them. `cut`: those too of which it lost two. */
  kin(reading: Reading, least: number, cut: boolean, found: Found): void;
  /** All entries with the same plate as the first one. */
  entriesOf(first: number): number[];
  plate(entry: number): string;
  id(entry: number): string;
  country(entry: number): string | undefined;
  /** At this moment, milliseconds. */
  valid(entry: number, at: number): boolean;
}

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const decoder = new TextDecoder();
const neighbours = makeNeighbours();
const variant = new Uint8Array(64);

export function openIndex(index: ListIndex): View {
  const buffer = (name: string): ArrayBuffer => index.buffers[name] ?? new ArrayBuffer(0);
  const codes = new Uint8Array(buffer('codes'));
  const ids = new Uint8Array(buffer('ids'));
  const countries = new Uint16Array(buffer('country'));
  const [from, until] = [new Float64Array(buffer('from')), new Float64Array(buffer('until'))];
  const words = (name: string): Uint32Array => new Uint32Array(buffer(name));
  const [plateAt, idAt, table, same] = [
    words('plateAt'),
    words('idAt'),
    words('table'),
    words('same'),
  ];
  const [bones, bonesNext] = [words('bones'), words('bonesNext')];
  const [seen, shorter] = [words('seen'), words('shorter')];
  const slots = table.length / 2 - 1;
  const isSet = (bits: Uint32Array, hash: number): boolean => {
    const bit = hash & (bits.length * 32 - 1);
    return (((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  };

  const find = (hash: number, of: Uint8Array, length: number): number => {
    if (!isSet(seen, hash)) return -1;
    for (let slot = hash & slots; ; slot = (slot + 1) & slots) {
      const held = table[slot * 2 + 1] ?? 0;
      if (held === 0) return -1;
      if (table[slot * 2] === hash && equal(codes, plateAt, held - 1, 0, length, of))
        return held - 1;
    }
  };
  const of = (reading: Reading, entry: number): number => {
    const at = plateAt[entry] ?? 0;
    return likelihood(reading, codes, at, (plateAt[entry + 1] ?? 0) - at);
  };

  /** Same length: of one skeleton, or one character across classes. */
  function mistaken(reading: Reading, least: number, found: Found): void {
    const { codes: read, scales } = reading;
    const length = read.length;
    let next = bones[skeletonOf(read, 0, length) & (bones.length - 1)] ?? 0;
    for (let steps = 0; next > 0 && steps < MAX_CHAIN.skeleton; steps++) {
      const its = of(reading, next - 1);
      // 1 is the plate itself; other lengths and other skeletons that share the chain are found below.
      if (its >= least && its < 1 && sameBones(read, next - 1)) found(next - 1, its);
      next = bonesNext[next - 1] ?? 0;
    }
    for (let i = 0; i < length; i++)
      for (const whole of ACROSS[read[i] ?? 0] ?? []) {
        if (ratio(whole, read[i] ?? 0) * (scales[i] ?? 1) < least) continue;
        const hash = neighbours.replaced(i, whole);
        if (!isSet(seen, hash)) continue;
        variant.set(read);
        variant[i] = whole;
        const entry = find(hash, variant, length);
        if (entry >= 0) found(entry, of(reading, entry));
      }
  }
  const sameBones = (read: Uint8Array, entry: number): boolean => {
    const at = plateAt[entry] ?? 0;
    const length = (plateAt[entry + 1] ?? 0) - at;
    return length === read.length && skeletonOf(codes, at, length) === skeletonOf(read, 0, length);
  };

  /** The read has one too many. */
  function added({ codes: read, scales }: Reading, least: number, found: (entry: number) => void) {
    const length = read.length;
    for (let i = 0; i < length && length > 1; i++) {
      if (ADDED.end * (ADDED_SHARE[read[i] ?? 0] ?? 0) * (scales[i] ?? 1) < least) continue;
      const hash = neighbours.without(i);
      if (!isSet(seen, hash)) continue;
      variant.set(read.subarray(0, i));
      variant.set(read.subarray(i + 1), i);
      const entry = find(hash, variant, length - 1);
      if (entry >= 0) found(entry);
    }
  }

  /** The read lost one. */
  function dropped({ codes: read, scale }: Reading, least: number, found: (entry: number) => void) {
    const length = read.length;
    if (DROPPED.end * 2 * scale < least || !isSet(shorter, neighbours.whole())) return;
    for (let i = 0; i <= length; i++) {
      variant.set(read.subarray(0, i));
      variant.set(read.subarray(i), i + 1);
      for (let code = 0; code < SIZE; code++) {
        const hash = neighbours.inserted(i, code);
        if (!isSet(seen, hash)) continue;
        variant[i] = code;
        const entry = find(hash, variant, length + 1);
        if (entry >= 0) found(entry);
      }
    }
  }

  /** The read lost two at an end, which makes no hit but a listed plate that is left doubtful: many lookups. */
  function lostTwo({ codes: read }: Reading, found: (entry: number) => void) {
    const length = read.length;
    if (length > MAX_CUT) return;
    for (const [before, own] of [
      [length, 0],
      [0, 2],
    ] as const) {
      variant.set(read, own);
      for (let one = 0; one < SIZE; one++)
        for (let other = 0; other < SIZE; other++) {
          variant[before] = one;
          variant[before + 1] = other;
          const entry = find(hashOf(variant, 0, length + 2), variant, length + 2);
          if (entry >= 0) found(entry);
        }
    }
  }

  const plate = (entry: number): string => {
    let text = '';
    for (let i = plateAt[entry] ?? 0; i < (plateAt[entry + 1] ?? 0); i++)
      text += SYMBOLS[codes[i] ?? 0] ?? '';
    return text;
  };
  return {
    exact: (read) => find(hashOf(read, 0, read.length), read, read.length),
    kin(reading, least, cut, found) {
      neighbours.take(reading.codes, 0, reading.codes.length);
      mistaken(reading, least, found);
      const known: number[] = [];
      const once = (entry: number): void => {
        if (known.includes(entry)) return;
        known.push(entry);
        const its = of(reading, entry);
        if (its >= least) found(entry, its);
      };
      added(reading, least, once);
      dropped(reading, least, once);
      if (cut) lostTwo(reading, once);
    },
    entriesOf(first) {
      const entries = [first];
      let next = same[first] ?? 0;
      while (next > 0 && entries.length < MAX_CHAIN.plate) {
        entries.push(next - 1);
        next = same[next - 1] ?? 0;
      }
      return entries;
    },
    plate,
    id: (entry) => decoder.decode(ids.subarray(idAt[entry], idAt[entry + 1])),
    country: (entry) => (countries.length > 0 ? countryName(countries[entry] ?? 0) : undefined),
    valid: (entry, at) =>
      from.length === 0 || ((from[entry] ?? 0) <= at && at <= (until[entry] ?? 0)),
  };
}
