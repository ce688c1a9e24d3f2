import { z } from 'zod';
import { Instant } from '../../entry.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, Point, someText } from '../../value.ts';

/** Wind as stations measure it and people read it: for downwind sectors, and for the storm measure (M6.6). */

const Observation = {
  /** Name for people: "Ukkel", "Dir-CP-Ops ter plaatse". */
  name: someText(120),
  point: Point.optional(),
  /** Blows from, compass degrees (WMO). */
  from: z.number().min(0).lt(360),
  /** Metres per second: ten-minute mean, and the strongest gust in it. */
  speed: z.number().min(0).max(100),
  gust: z.number().min(0).max(150).optional(),
  observed: Instant,
};

export const commands = {
  'wind.observe': z.object({ station: Id, ...Observation }),
};
export const events = {
  'wind.observed': z.object(Observation),
};
export type WindCommand = CommandOf<typeof commands>;
export type WindEvent = EventOf<typeof events>;

/** The latest of each station. */
export interface WindRow extends z.infer<(typeof events)['wind.observed']> {
  station: string;
  by: string;
}
export type WindSlice = { stations: Table<WindRow> };
