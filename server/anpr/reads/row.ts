import type { LookRow } from '../../../shared/anpr/lookback.ts';
import type { Crop, PlateRead } from '../../../shared/anpr/read.ts';
import { keyedHash, type Keyed } from '../vault/keyed.ts';

/**
 * A read as the store keeps it. In the open: camera, time, the clock's offset, confidence, direction, and
 * keyed hashes of id and plate; everything else is hidden under the day's key.
 */
export interface Plain {
  /** Keyed hash of the read's id. */
  id: Buffer;
  /** Keyed hash of the plate. */
  plate: Buffer;
  camera: string;
  /** Milliseconds since 1970. */
  at: number;
  offset: number;
  confidence: number | undefined;
  direction: Direction;
}

export type Rest = Omit<
  PlateRead,
  'id' | 'camera' | 'at' | 'offset' | 'confidence' | 'direction' | 'received'
> & { received: number };

export type Direction = 'approaching' | 'leaving' | 'unknown';
export const DIRECTIONS: readonly Direction[] = ['unknown', 'approaching', 'leaving'];

/** Of 96 bits: two of ten million reads of a day are the same once in 10¹⁵ days. */
const HASH = 12;
const DAY = 10;
export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
/** Five minutes. */
export const SLOT_MS = 300_000;

/** `2026-11-24`, UTC. */
export const dayOf = (at: string): string => at.slice(0, DAY);
export const keyName = (day: string): string => `reads:${day}`;
export const dayAt = (ms: number): string => dayOf(new Date(ms).toISOString());
export const slotOf = (ms: number): number => ms - (ms % SLOT_MS);

/** What a day's key is used for. */
export interface DayKey {
  key: Uint8Array;
  /** Of ids and plates, which never mix. */
  idOf(id: string): Buffer;
  plateOf(plate: string): Buffer;
}

export function dayKey(key: Uint8Array): DayKey {
  const hash: Keyed = keyedHash(key);
  return {
    key,
    idOf: (id) => hash(`id ${id}`).subarray(0, HASH),
    plateOf: (plate) => hash(`plate ${plate}`).subarray(0, HASH),
  };
}

export function plainOf(read: PlateRead, { idOf, plateOf }: DayKey): Plain {
  const { id, plate, camera, at, offset, confidence, direction = 'unknown' } = read;
  return {
    ...{ id: idOf(id), plate: plateOf(plate), camera, at: Date.parse(at), offset },
    ...{ confidence, direction },
  };
}

/** Built by hand: with spreading it takes three times as long. */
export const restOf = (read: PlateRead): Rest => ({
  raw: read.raw,
  plate: read.plate,
  country: read.country,
  characters: read.characters,
  alternatives: read.alternatives,
  lane: read.lane,
  speed: read.speed,
  vehicle: read.vehicle,
  point: read.point,
  received: Date.parse(read.received),
});

/** How a read is called outside of the store: its day and its keyed hash, which tells no plate. */
export const nameOf = (day: string, id: Uint8Array): string =>
  `${day}.${Buffer.from(id).toString('base64url')}`;

/** The hash behind a name that `nameOf` made, or behind the read's own id. */
export function idOfName(name: string, day: string, { idOf }: DayKey): Buffer {
  const own = name.startsWith(`${day}.`)
    ? Buffer.from(name.slice(DAY + 1), 'base64url')
    : undefined;
  return own?.length === HASH ? own : idOf(name);
}

export function lookRow(plain: Plain, rest: Rest, crop: boolean): LookRow {
  const { id, camera, at, offset, confidence, direction } = plain;
  const time = new Date(at).toISOString();
  return {
    ...{ read: nameOf(dayOf(time), id), camera, at: time, offset },
    ...{ raw: rest.raw, plate: rest.plate },
    ...(rest.country === undefined ? {} : { country: rest.country }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(direction === 'unknown' ? {} : { direction }),
    crop,
  };
}

const TYPES: readonly Crop['type'][] = ['image/jpeg', 'image/png'];
/** One byte that tells the type, then the picture. */
export const packCrop = ({ type, bytes }: Crop): Buffer =>
  Buffer.concat([Buffer.of(TYPES.indexOf(type)), bytes]);
export function unpackCrop(bytes: Uint8Array | undefined): Crop | undefined {
  const type = bytes && TYPES[bytes[0]!];
  return type && { type, bytes: bytes.subarray(1) };
}
