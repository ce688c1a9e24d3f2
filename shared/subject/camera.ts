import { Map } from 'immutable';
import { z } from 'zod';
import type { Event } from '../entry.ts';
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
import { Id, someText, type Restrictions } from '../value.ts';
import { followIncident } from './incident/attached.ts';
import { incidentFor } from './incident/decide.ts';
import type { IncidentSlice } from './incident/schema.ts';

/**
 * Requests to look through somebody's camera for an incident (M10.1, the protocols with municipalities,
 * police zones and operators): who, through which, for what, recorded before the picture opens. Looking
 * at public places live is done under police supervision (camera law of 21 March 2007).
 */
const commands = {
  'camera.request': z.object({
    incident: z.string(),
    camera: Id,
    /** Its name when it was asked for: catalogues change. */
    name: someText(120),
    reason: someText(500),
  }),
};
const events = {
  'camera.requested': z.object({
    incident: z.string(),
    camera: z.string(),
    name: z.string(),
    reason: z.string(),
  }),
};
type CameraEvent = EventOf<typeof events>;

export interface CameraRequest {
  incident: string;
  camera: string;
  name: string;
  reason: string;
  person: string;
  by: string;
  at: string;
  restrictions?: Restrictions | undefined;
}
export type CameraSlice = { requests: Table<CameraRequest> };
type Needs = { camera: CameraSlice; incident: IncidentSlice };

export const requestKey = (incident: string, camera: string, person: string): string =>
  `${incident}|${camera}|${person}`;

function decide(state: Needs, command: CommandOf<typeof commands>, context: Context): Decision {
  const incident = incidentFor(state, command.data.incident, context);
  if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
  if (incident.status === 'closed') return reject(refuse('incident-closed', 'data.incident'));
  const key = requestKey(incident.id, command.data.camera, context.actor.id);
  if (state.camera.requests.get(key)?.reason === command.data.reason) return accept();
  return accept(fact('camera.requested', key, { ...command.data }, incident.restrictions));
}

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

export const camera = {
  name: 'camera',
  commands,
  events,
  initial: { requests: Map() },
  decide,
  evolve,
  follows: ['incident'],
  guarded: {},
  internal: [],
} satisfies Subject<CameraSlice>;
