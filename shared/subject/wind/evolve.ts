import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import type { WindEvent, WindSlice } from './schema.ts';

function evolve(slice: WindSlice, event: Event, entry: Moment): WindSlice {
  if (event.type !== 'wind.observed') return slice;
  const { data, id } = event as WindEvent;
  return { stations: slice.stations.set(id, { ...data, station: id, by: entry.actor.name }) };
}

export const fold = {
  name: 'wind',
  initial: { stations: Map() },
  evolve,
  follows: [],
  guarded: {},
  internal: [],
} satisfies Fold<WindSlice>;
