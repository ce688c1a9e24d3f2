import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import { followIncident } from '../incident/attached.ts';
import type { Alarm, AlarmEvent, AlarmSlice, Called, Request } from './schema.ts';

function evolve(slice: AlarmSlice, event: Event, entry: Moment): AlarmSlice {
  const { alarms } = slice;
  if (event.type.startsWith('incident.')) {
    const next = followIncident(alarms, event, 'alarm', 'alarms');
    return next === alarms ? slice : { alarms: next };
  }
  if (!event.type.startsWith('alarm.')) return slice;
  const known = event as AlarmEvent;
  if (known.type === 'alarm.started') return { alarms: alarms.set(known.id, begun(known, entry)) };
  const row = alarms.get(known.id);
  return row ? { alarms: alarms.set(known.id, after(row, known, entry)) } : slice;
}

function begun(event: AlarmEvent & { type: 'alarm.started' }, entry: Moment): Alarm {
  const { incident, ...data } = event.data;
  return {
    id: event.id,
    // One of the region's own has a key that no incident has.
    incident: incident ?? '',
    ...data,
    ...{ calls: {}, requests: {}, skipped: [], status: 'running' },
    started: { at: entry.at, by: entry.actor.name },
    seq: entry.seq,
    ...(event.restrictions ? { restrictions: event.restrictions } : {}),
  };
}

const NOT_YET: Called = { tries: [] };

/** The alarm after one of its events. `decide` folds with it too, to see what follows. */
export function after(row: Alarm, event: AlarmEvent, entry: Moment): Alarm {
  const { at } = entry;
  const call = (contact: string, edit: (called: Called) => Partial<Called>): Alarm['calls'] => {
    const called = row.calls[contact] ?? NOT_YET;
    return { ...row.calls, [contact]: { ...called, ...edit(called) } };
  };
  const ask = (key: string, patch: Partial<Request>): Alarm['requests'] => {
    const request = row.requests[key];
    return request ? { ...row.requests, [key]: { ...request, ...patch } } : row.requests;
  };
  const by = entry.actor.name;
  switch (event.type) {
    case 'alarm.started':
      return row;
    case 'alarm.tried': {
      const { contact, name: _n, incident: _i, ...tried } = event.data;
      return {
        ...row,
        calls: call(contact, ({ tries }) => ({
          tries: [...tries, { ...tried, at, by }],
          ...(tried.outcome === 'reached'
            ? { reached: { at, channel: tried.channel, by }, refused: undefined }
            : tried.outcome === 'refused'
              ? { reached: undefined, refused: at }
              : {}),
        })),
      };
    }
    case 'alarm.requested': {
      const { contact, way = 0, channel, request } = event.data;
      return { ...row, requests: { ...row.requests, [request]: { contact, way, channel, at } } };
    }
    case 'alarm.skipped': {
      const { contact, way = 0, channel, request } = event.data;
      return {
        ...row,
        skipped: [...row.skipped, { contact, way, channel, at }],
        requests: request === undefined ? row.requests : ask(request, { skipped: at }),
      };
    }
    case 'alarm.carried': {
      const { request, attempt } = event.data;
      return { ...row, requests: ask(request, { carried: { at, attempt } }) };
    }
    case 'alarm.sent':
      return { ...row, requests: ask(event.data.request, { sent: at, failed: undefined }) };
    case 'alarm.failed': {
      const { request, reason } = event.data;
      return { ...row, requests: ask(request, { failed: { at, reason } }) };
    }
    case 'alarm.answered': {
      const { request, contact, channel, yes, via } = event.data;
      return {
        ...row,
        requests: ask(request, { answer: { yes, at: event.data.at, via } }),
        calls: call(contact, () =>
          yes
            ? { reached: { at, channel, by: event.data.name }, refused: undefined }
            : { reached: undefined, refused: at },
        ),
      };
    }
    case 'alarm.advanced':
      return { ...row, called: event.data.called, until: event.data.until };
    case 'alarm.exhausted':
      return { ...row, status: 'exhausted' };
    case 'alarm.reached':
      return { ...row, status: 'reached', ended: { at, by } };
    case 'alarm.stopped': {
      const { why, reason } = event.data;
      return { ...row, status: 'stopped', ended: { at, by, why, ...(reason ? { reason } : {}) } };
    }
  }
}

export const fold = {
  name: 'alarm',
  initial: { alarms: Map() },
  evolve,
  follows: ['incident'],
  guarded: { ways: 'personal' },
  internal: [],
} satisfies Fold<AlarmSlice>;
