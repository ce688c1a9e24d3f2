import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import { dropRows, type Fold, type Moment } from '../../subject.ts';
import { followIncident } from '../incident/attached.ts';
import { after } from './after.ts';
import { companionKey, entryKey, passageKey } from './key.ts';
import { recount } from './quality.ts';
import { KEPT_PASSAGES } from './limits.ts';
import type { AlertRow, AnprEvent, AnprSlice, Open, PassageRow } from './schema.ts';

function evolve(slice: AnprSlice, event: Event, entry: Moment): AnprSlice {
  if (event.type.startsWith('incident.')) {
    const links = followIncident(slice.links, event, 'anpr', 'links');
    return links === slice.links ? slice : { ...slice, links };
  }
  if (!event.type.startsWith('anpr.')) return slice;
  const known = event as AnprEvent;
  const { id, restrictions } = known;
  const secret = restrictions ? { restrictions } : {};
  const by = entry.actor.name;
  switch (known.type) {
    case 'anpr.raised':
      return raised(slice, known, entry);
    case 'anpr.stood': {
      const key = passageKey(id, known.data.passage);
      const row = slice.passages.get(key);
      if (!row) return slice;
      const last = known.data.at > row.last ? known.data.at : row.last;
      const passages = slice.passages.set(key, { ...row, times: row.times + 1, last });
      return { ...slice, passages };
    }
    case 'anpr.accompanied': {
      const { vehicle, cameras } = known.data;
      const row = { id: companionKey(id, vehicle), alert: id, vehicle, cameras, at: entry.at };
      const closed = { ...row, ...hidden(known.data), ...secret };
      return { ...slice, companions: slice.companions.set(row.id, closed) };
    }
    case 'anpr.attached': {
      const { incident, own } = known.data;
      const row = { id, alert: id, incident, at: entry.at, by, own, ...secret };
      return { ...slice, links: slice.links.set(id, row) };
    }
    case 'anpr.detached':
      return { ...slice, links: slice.links.delete(id) };
    case 'anpr.told':
      return slice;
    case 'anpr.listed': {
      const row = { id, ...known.data, at: entry.at, ...secret };
      return { ...slice, lists: slice.lists.set(id, row) };
    }
    case 'anpr.unlisted':
      return { ...slice, lists: slice.lists.delete(id) };
    case 'anpr.erased':
      return erased(slice, id);
    default:
      return changed(slice, known, entry);
  }
}

/** What tells the vehicle, as the reader has it: sealed, opened at the door, or neither. */
function hidden(data: { sealed?: string; open?: Open }) {
  const { sealed, open } = data;
  return { ...(sealed === undefined ? {} : { sealed }), ...(open ? { open } : {}) };
}

type Passed = AnprEvent & { type: 'anpr.raised' | 'anpr.passed' };

function passage({ id, data, restrictions }: Passed, number: number): PassageRow {
  const { read, camera, point, at, direction, course, speed, certainty, probability } = data;
  return {
    ...{ id: passageKey(id, number), alert: id },
    ...{ read, camera, point, at, certainty, probability, picture: data.picture },
    ...(direction ? { direction } : {}),
    ...(course === undefined ? {} : { course }),
    ...(speed === undefined ? {} : { speed }),
    ...hidden(data),
    ...{ times: 1, last: at },
    ...(restrictions ? { restrictions } : {}),
  };
}

function raised(slice: AnprSlice, event: AnprEvent & { type: 'anpr.raised' }, entry: Moment) {
  const { list, version, entry: listed, category, priority, covert, persons } = event.data;
  const { retentionDays, convoy, certainty, probability, camera, at } = event.data;
  const row: AlertRow = {
    ...{ id: event.id, list, version, entry: listed, category, priority, covert, persons },
    ...{ retentionDays, convoy, status: 'new', certainty, probability },
    ...{ camera, at, lastCamera: camera, last: at, raised: entry.at, passages: 1, checks: [] },
    ...{ changed: entry.at, seq: entry.seq },
    ...(event.restrictions ? { restrictions: event.restrictions } : {}),
  };
  const first = passage(event, 1);
  return {
    ...slice,
    alerts: slice.alerts.set(row.id, row),
    passages: slice.passages.set(first.id, first),
    latest: slice.latest.set(entryKey(list, listed), { alert: row.id }),
  };
}

function changed(slice: AnprSlice, event: AnprEvent, entry: Moment): AnprSlice {
  const row = slice.alerts.get(event.id);
  if (!row) return slice;
  const next = after(row, event, entry);
  const alerts = slice.alerts.set(row.id, next);
  const quality = recount(slice.quality, row, next);
  if (event.type === 'anpr.passed') {
    const one = passage(event, next.passages);
    const kept = slice.passages.delete(passageKey(row.id, next.passages - KEPT_PASSAGES));
    return { ...slice, alerts, quality, passages: kept.set(one.id, one) };
  }
  if (event.type !== 'anpr.reopened') return { ...slice, alerts, quality };
  const latest = slice.latest.set(entryKey(row.list, row.entry), { alert: row.id });
  return { ...slice, alerts, quality, latest };
}

function erased(slice: AnprSlice, id: string): AnprSlice {
  const row = slice.alerts.get(id);
  if (!row) return slice;
  const key = entryKey(row.list, row.entry);
  const of = (one: { alert: string }) => one.alert === id;
  return {
    ...slice,
    alerts: slice.alerts.delete(id),
    passages: slice.passages.withMutations((open) => {
      const oldest = Math.max(1, row.passages - KEPT_PASSAGES + 1);
      for (let n = oldest; n <= row.passages; n += 1) open.delete(passageKey(id, n));
    }),
    links: slice.links.delete(id),
    companions: slice.companions.some(of) ? dropRows(slice.companions, of) : slice.companions,
    latest: slice.latest.get(key)?.alert === id ? slice.latest.delete(key) : slice.latest,
  };
}

export const fold = {
  name: 'anpr',
  initial: {
    alerts: Map(),
    passages: Map(),
    links: Map(),
    companions: Map(),
    lists: Map(),
    quality: Map(),
    latest: Map(),
  },
  evolve,
  follows: ['incident'],
  guarded: { sealed: 'plate', open: 'plate', note: 'plate', notes: 'plate' },
  internal: ['quality', 'latest'],
} satisfies Fold<AnprSlice>;
