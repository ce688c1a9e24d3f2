import type { FlowSlot } from '../../../shared/anpr/camera.ts';
import { slotOf, type Direction } from './row.ts';

/** Vehicles of one camera, five minutes and direction. */
export interface FlowSum {
  camera: string;
  /** Start, in milliseconds. */
  slot: number;
  direction: Direction;
  count: number;
}
export type FlowSums = Map<string, FlowSum>;

export function addFlow(sums: FlowSums, camera: string, at: number, direction: Direction): void {
  const slot = slotOf(at);
  const key = `${slot} ${direction} ${camera}`;
  const sum = sums.get(key);
  if (sum) sum.count += 1;
  else sums.set(key, { camera, slot, direction, count: 1 });
}

/** As it is told: a row per camera and slot, in order of time. */
export function flowSlots(sums: Iterable<FlowSum>): FlowSlot[] {
  const slots = new Map<string, FlowSlot>();
  for (const { camera, slot, direction, count } of sums) {
    const key = `${slot} ${camera}`;
    const row = slots.get(key) ?? {
      ...{ camera, slot: new Date(slot).toISOString() },
      ...{ approaching: 0, leaving: 0, unknown: 0 },
    };
    row[direction] += count;
    slots.set(key, row);
  }
  return [...slots.values()].sort((a, b) =>
    a.slot === b.slot ? (a.camera < b.camera ? -1 : 1) : a.slot < b.slot ? -1 : 1,
  );
}
