import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import { followIncident } from '../incident/attached.ts';
import type { CameraEvent, CameraRequest, CameraSlice } from './schema.ts';

function evolve(slice: CameraSlice, event: Event, entry: Moment): CameraSlice {
  if (event.type.startsWith('incident.')) {
    const next = followIncident(slice.requests, event, 'camera', 'requests');
    return next === slice.requests ? slice : { requests: next };
  }
  if (event.type !== 'camera.requested') return slice;
  const { data, id, restrictions } = event as CameraEvent;
  const row: CameraRequest = {
    ...data,
    person: entry.actor.id,
    by: entry.actor.name,
    at: entry.at,
    ...(restrictions ? { restrictions } : {}),
  };
  return { requests: slice.requests.set(id, row) };
}

export const fold = {
  name: 'camera',
  initial: { requests: Map() },
  evolve,
  follows: ['incident'],
  guarded: {},
  internal: [],
} satisfies Fold<CameraSlice>;
