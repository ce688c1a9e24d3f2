import { z } from 'zod';
import { Instant } from '../../entry.ts';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Discipline, Point, someText, text } from '../../value.ts';
import type { Restrictions } from '../../restrictions.ts';

/**
 * Units: people, vehicles and drones that send where they are. Positions themselves are a fast lane
 * beside the log (`server/position`): this subject holds the trail that is recorded of them at
 * intervals, so that exercises and replay can show where they were.
 */
export const KINDS = ['vehicle', 'person', 'drone', 'aircraft', 'boat', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** Where a unit was at a moment, as its source told it. */
export const Fix = z.strictObject({
  /** The unit's own id, as its source names it. */
  id: z.string().min(1).max(200),
  callsign: z.string().max(80).optional(),
  kind: z.enum(KINDS),
  discipline: Discipline.optional(),
  point: Point,
  /** Metres above the ellipsoid. */
  height: z.number().optional(),
  /** Metres, radius of the circle in which it is. */
  accuracy: z.number().min(0).optional(),
  /** Degrees clockwise from north, 0 ≤ course < 360, and metres per second. */
  course: z.number().min(0).lt(360).optional(),
  speed: z.number().min(0).optional(),
  at: Instant,
  /** From then on it is not known to be there any more, and from `gone` on it is not shown. */
  stale: Instant,
  gone: Instant,
  restrictions: z.array(z.string().max(40)).max(8).readonly().optional(),
});
export type Fix = z.infer<typeof Fix>;

/** What is recorded of a fix. */
const Recorded = Fix.omit({ gone: true, restrictions: true });

/** The same as a command brings it: its texts are checked. */
const Sent = Fix.extend({ id: someText(200), callsign: text(80).optional() });

/** At most so many in one command. */
export const FIXES = 1_000;

export const commands = {
  /** By the system's own hand. `slot`: start of the interval; a unit is recorded once in it. */
  'unit.record': z.object({ slot: Instant, fixes: z.array(Sent).min(1).max(FIXES) }),
  /** Units that were recorded last before `before` leave the working state; the log keeps them. */
  'unit.leave': z.object({ units: z.array(z.string()).min(1).max(FIXES), before: Instant }),
};

export const events = {
  /** One per group of restrictions. */
  'unit.recorded': z.object({ slot: Instant, fixes: z.array(Recorded) }),
  'unit.left': z.object({ units: z.array(z.string()) }),
};
export type UnitCommand = CommandOf<typeof commands>;
export type UnitEvent = EventOf<typeof events>;

export type TrailPoint = readonly [lon: number, lat: number, at: string];

/** A unit as it was last recorded. */
export interface Unit extends z.infer<typeof Recorded> {
  /** Interval in which it was recorded. */
  slot: string;
  /** Where it was recorded, the latest last, `TRAIL` points at most. */
  trail: readonly TrailPoint[];
  restrictions?: Restrictions | undefined;
}
export type UnitSlice = { units: Table<Unit> };
