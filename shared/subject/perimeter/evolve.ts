import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import { followIncident } from '../incident/attached.ts';
import type { Perimeter, PerimeterEvent, PerimeterSlice } from './schema.ts';

/** Outlines kept in the state; all of them are in the log. */
const KEPT = 10;

function evolve(slice: PerimeterSlice, event: Event, entry: Moment): PerimeterSlice {
  const { perimeters } = slice;
  if (event.type.startsWith('incident.')) {
    const next = followIncident(perimeters, event, 'perimeter', 'perimeters');
    return next === perimeters ? slice : { perimeters: next };
  }
  if (!event.type.startsWith('perimeter.')) return slice;
  const known = event as PerimeterEvent;
  const by = entry.actor.name;
  const change = (edit: (row: Perimeter) => Partial<Perimeter>): PerimeterSlice => {
    const row = perimeters.get(known.id);
    if (!row) return slice;
    const next = { ...row, ...edit(row), changed: entry.at, seq: row.seq };
    return { perimeters: perimeters.set(known.id, next) };
  };
  switch (known.type) {
    case 'perimeter.drawn': {
      const row: Perimeter = {
        id: known.id,
        ...known.data,
        owner: { id: entry.actor.id, name: by },
        drawn: entry.at,
        changed: entry.at,
        seq: entry.seq,
        before: [],
        ...(known.restrictions ? { restrictions: known.restrictions } : {}),
      };
      return { perimeters: perimeters.set(known.id, row) };
    }
    case 'perimeter.redrawn':
      return change((row) => ({
        shape: known.data.shape,
        label: known.data.label ?? row.label,
        estimate: known.data.estimate,
        owner: { id: entry.actor.id, name: by },
        // What was counted belongs to the outline of then.
        tally: undefined,
        cameras: undefined,
        anpr: undefined,
        before: [...row.before, { shape: row.shape, until: entry.at, by: row.owner.name }].slice(
          -KEPT,
        ),
      }));
    case 'perimeter.ordered':
      return change(() => ({
        order: { entry: known.data.order, to: known.data.to, at: entry.at },
      }));
    case 'perimeter.tallied': {
      const { people, things, more, cameras, anpr } = known.data;
      return change(() => ({
        cameras,
        anpr,
        tally: {
          at: entry.at,
          by,
          things,
          ...(people === undefined ? {} : { people }),
          ...(more === undefined ? {} : { more }),
        },
      }));
    }
    case 'perimeter.lifted':
      return change(() => ({ lifted: { at: entry.at, by, reason: known.data.reason } }));
  }
}

export const fold = {
  name: 'perimeter',
  initial: { perimeters: Map() },
  evolve,
  follows: ['incident'],
  guarded: { cameras: 'camera', anpr: 'anpr' },
  internal: [],
} satisfies Fold<PerimeterSlice>;
