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
  type Moment,
  type Subject,
  type Table,
} from '../subject.ts';
import { Id, Point, someText } from '../value.ts';

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

const commands = {
  'wind.observe': z.object({ station: Id, ...Observation }),
};
const events = {
  'wind.observed': z.object(Observation),
};
type WindEvent = EventOf<typeof events>;

/** The latest of each station. */
export interface WindRow extends z.infer<(typeof events)['wind.observed']> {
  station: string;
  by: string;
}
export type WindSlice = { stations: Table<WindRow> };

function decide(
  state: { wind: WindSlice },
  command: CommandOf<typeof commands>,
  context: Context,
): Decision {
  const { station, ...data } = command.data;
  if (Date.parse(data.observed) > Date.parse(context.at) + 60_000)
    return reject(refuse('time-ahead', 'data.observed'));
  const last = state.wind.stations.get(station);
  // What comes late or twice changes nothing.
  if (last && Date.parse(last.observed) >= Date.parse(data.observed)) return accept();
  return accept(fact('wind.observed', station, data));
}

function evolve(slice: WindSlice, event: Event, entry: Moment): WindSlice {
  if (event.type !== 'wind.observed') return slice;
  const { data, id } = event as WindEvent;
  return { stations: slice.stations.set(id, { ...data, station: id, by: entry.actor.name }) };
}

export const wind = {
  name: 'wind',
  commands,
  events,
  initial: { stations: Map() },
  decide,
  evolve,
  follows: [],
  guarded: {},
  internal: [],
} satisfies Subject<WindSlice>;
