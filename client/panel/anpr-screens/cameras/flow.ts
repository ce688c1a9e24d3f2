import type { FlowSlot } from '../../../../shared/anpr/camera.ts';

/** Vehicles per camera and five minutes, summed for the eye. Pure. */

export const SLOT_MS = 5 * 60_000;
const HOUR_MS = 60 * 60_000;
export const HOURS = 24;

export const sumOf = ({
  approaching,
  leaving,
  unknown,
}: Omit<FlowSlot, 'camera' | 'slot'>): number => approaching + leaving + unknown;

/** Newer slots in the place of those that were told before, and none before `from` (ms). */
export function mergeSlots(
  had: readonly FlowSlot[],
  came: readonly FlowSlot[],
  from: number,
): FlowSlot[] {
  const key = ({ camera, slot }: FlowSlot) => `${camera} ${slot}`;
  const newer = new Set(came.map(key));
  return [...had.filter((one) => !newer.has(key(one))), ...came].filter(
    ({ slot }) => Date.parse(slot) >= from,
  );
}

export interface Hour {
  /** Start, ms. */
  from: number;
  approaching: number;
  leaving: number;
  unknown: number;
  /** It is not over yet: a small number then says nothing. */
  running: boolean;
}

/** The last `count` hours by the clock, the running one last; zones of Brussels differ from UTC by whole hours. */
export function hoursOf(
  slots: readonly Omit<FlowSlot, 'camera'>[],
  now: number,
  count = HOURS,
): Hour[] {
  const running = Math.floor(now / HOUR_MS) * HOUR_MS;
  const hours = Array.from({ length: count }, (_, i): Hour => {
    const from = running - (count - 1 - i) * HOUR_MS;
    return { from, approaching: 0, leaving: 0, unknown: 0, running: from === running };
  });
  const first = hours[0]?.from ?? running;
  for (const { slot, approaching, leaving, unknown } of slots) {
    const hour = hours[Math.floor((Date.parse(slot) - first) / HOUR_MS)];
    if (!hour) continue;
    hour.approaching += approaching;
    hour.leaving += leaving;
    hour.unknown += unknown;
  }
  return hours;
}

export const byCamera = (slots: readonly FlowSlot[]): Map<string, FlowSlot[]> =>
  Map.groupBy(slots, ({ camera }) => camera);

/** The busiest hour that is over; undefined where nothing passed. */
export function peakOf(hours: readonly Hour[]): Hour | undefined {
  const over = hours.filter(({ running }) => !running);
  const best = over.reduce<Hour | undefined>(
    (most, hour) => (most === undefined || sumOf(hour) > sumOf(most) ? hour : most),
    undefined,
  );
  return best && sumOf(best) > 0 ? best : undefined;
}
