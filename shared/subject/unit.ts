import { Map } from 'immutable';
import { z } from 'zod';
import { Instant, type Event } from '../entry.ts';
import { refuse } from '../refusal.ts';
import {
  accept,
  fact,
  reject,
  type CommandOf,
  type Context,
  type Decision,
  type EventOf,
  type Subject,
  type Table,
} from '../subject.ts';
import { Discipline, Point, someText, text, type Restrictions } from '../value.ts';

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

const commands = {
  /** By the system's own hand. `slot`: start of the interval; a unit is recorded once in it. */
  'unit.record': z.object({ slot: Instant, fixes: z.array(Sent).min(1).max(FIXES) }),
  /** Units that were recorded last before `before` leave the working state; the log keeps them. */
  'unit.leave': z.object({ units: z.array(z.string()).min(1).max(FIXES), before: Instant }),
};

const events = {
  /** One per group of restrictions. */
  'unit.recorded': z.object({ slot: Instant, fixes: z.array(Recorded) }),
  'unit.left': z.object({ units: z.array(z.string()) }),
};
type UnitEvent = EventOf<typeof events>;

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
type Needs = { unit: UnitSlice };

/** Ten minutes at the usual interval. */
export const TRAIL = 20;

/** Whether this interval has nothing of the unit yet, and the fix is later than what is recorded. */
export const isNews = (row: Unit | undefined, fix: Fix, slot: string): boolean =>
  row === undefined || (row.slot < slot && row.at < fix.at);

function decide(state: Needs, command: CommandOf<typeof commands>, context: Context): Decision {
  const { units } = state.unit;
  if (command.type === 'unit.leave') {
    const { before } = command.data;
    const silent = [...new Set(command.data.units)]
      .map((id) => units.get(id))
      .filter((row) => row !== undefined)
      .filter((row) => context.sees(row) && row.at < before);
    return accept(...leave(silent));
  }
  const { slot, fixes } = command.data;
  const unknown = fixes.findIndex(
    (fix) => !(fix.restrictions ?? []).every((one) => context.plan.restrictions.includes(one)),
  );
  if (unknown >= 0)
    return reject(refuse('restriction-unknown', `data.fixes.${unknown}.restrictions`));
  const latest = Map(fixes.map((fix) => [fix.id, fix]));
  const news = [...latest.values()].filter((fix) => isNews(units.get(fix.id), fix, slot));
  // Who saw a unit and may not any more sees it leave; who sees it still sees its trail begin anew.
  const changed = news
    .filter((fix) => groupOf(units.get(fix.id) ?? fix) !== groupOf(fix))
    .map((fix) => units.get(fix.id)!);
  const recorded = grouped(news).map(([group, members]) => {
    const bare = members.map(({ gone: _gone, restrictions: _restrictions, ...fix }) => fix);
    return fact('unit.recorded', group, { slot, fixes: bare }, members[0]!.restrictions);
  });
  return accept(...leave(changed), ...recorded);
}

type Guarded = { restrictions?: Restrictions | undefined };
/** Names a group of restrictions; it is the `id` of the group's events. */
const groupOf = ({ restrictions }: Guarded): string =>
  restrictions?.length ? [...restrictions].sort().join('+') : 'open';

function grouped<T extends Guarded>(things: readonly T[]): [group: string, things: T[]][] {
  const groups: Record<string, T[]> = {};
  for (const thing of things) (groups[groupOf(thing)] ??= []).push(thing);
  return Object.entries(groups);
}

const leave = (rows: readonly Unit[]): Event[] =>
  grouped(rows).map(([group, members]) =>
    fact('unit.left', group, { units: members.map(({ id }) => id) }, members[0]!.restrictions),
  );

function evolve(slice: UnitSlice, event: Event): UnitSlice {
  const known = event as UnitEvent;
  switch (known.type) {
    case 'unit.recorded': {
      const { slot, fixes } = known.data;
      const { restrictions } = known;
      const units = slice.units.withMutations((open) => {
        for (const fix of fixes) {
          const [lon, lat] = fix.point;
          const trail = [...(open.get(fix.id)?.trail ?? []), [lon, lat, fix.at] as const];
          open.set(fix.id, {
            ...fix,
            slot,
            trail: trail.slice(-TRAIL),
            ...(restrictions ? { restrictions } : {}),
          });
        }
      });
      return { units };
    }
    case 'unit.left':
      return { units: slice.units.deleteAll(known.data.units) };
    default:
      return slice;
  }
}

export const unit = {
  name: 'unit',
  commands,
  events,
  initial: { units: Map() },
  decide,
  evolve,
  follows: [],
  guarded: {},
  internal: [],
} satisfies Subject<UnitSlice>;
