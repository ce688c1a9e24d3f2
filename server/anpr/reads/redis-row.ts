import type { LookRow } from '../../../shared/anpr/lookback.ts';
import { hide, show } from '../vault/seal.ts';
import type { FlowSum } from './flow.ts';
import type { DayKey, Direction, Plain, Rest } from './row.ts';

/** How reads are written as texts of Redis. */
const PUT = 500;
const PUT_BYTES = 4_000_000;

/** In parts of so many reads and, with their pictures, so many bytes. */
export function* parts(
  places: readonly number[],
  weigh: (place: number) => number,
): Generator<number[]> {
  let part: number[] = [];
  let bytes = 0;
  for (const place of places) {
    part.push(place);
    bytes += weigh(place);
    if (part.length < PUT && bytes < PUT_BYTES) continue;
    yield part;
    [part, bytes] = [[], 0];
  }
  if (part.length > 0) yield part;
}

export function flowOf([field, count]: [string, string]): FlowSum {
  const [slot = '', direction = '', ...camera] = field.split(' ');
  return {
    ...{ camera: camera.join(' '), slot: Number(slot), count: Number(count) },
    direction: direction as Direction,
  };
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const newestFirst = (a: LookRow, b: LookRow): number =>
  a.at < b.at ? 1 : a.at > b.at ? -1 : 0;

/** `plate|camera|at|offset|confidence|direction|hidden`: a camera's id has no bar in it. */
export function rowText(plain: Plain, rest: Rest, { key }: DayKey): string {
  const { id, plate, camera, at, offset, confidence = '', direction } = plain;
  const hidden = hide(key, id, Buffer.from(JSON.stringify(rest))).toString('base64');
  return [hex(plate), camera, at, offset, confidence, direction, hidden].join('|');
}

export function rowOf(
  id: string,
  text: string | null | undefined,
  { key }: DayKey,
): { plain: Plain; rest: Rest } | undefined {
  const parts = text?.split('|');
  const hidden = parts?.pop();
  if (!parts || hidden === undefined) return undefined;
  const [plate, camera, at, offset, confidence, direction] = parts as [string, ...string[]];
  const bytes = show(key, Buffer.from(id, 'hex'), Buffer.from(hidden, 'base64'));
  if (!bytes) return undefined;
  return {
    rest: JSON.parse(bytes.toString()) as Rest,
    plain: {
      ...{ id: Buffer.from(id, 'hex'), plate: Buffer.from(plate, 'hex'), camera: camera! },
      ...{ at: Number(at), offset: Number(offset), direction: direction as Direction },
      confidence: confidence === '' ? undefined : Number(confidence),
    },
  };
}
