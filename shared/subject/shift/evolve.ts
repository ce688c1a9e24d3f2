import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import { dropRows, type Fold, type Moment } from '../../subject.ts';
import { followIncident } from '../incident/attached.ts';
import type { HandOver, ShiftEvent, ShiftItem, ShiftSlice } from './schema.ts';

/** Hand-overs that are settled and kept in the state; all of them are in the log. */
const KEPT = 10;

function evolve(slice: ShiftSlice, event: Event, entry: Moment): ShiftSlice {
  const { handOvers, items } = slice;
  if (event.type.startsWith('incident.')) {
    const next = followIncident(items, event, 'shift', 'items');
    return next === items ? slice : { handOvers, items: next };
  }
  if (!event.type.startsWith('shift.')) return slice;
  const known = event as ShiftEvent;
  const now = { at: entry.at, by: entry.actor.name };
  const change = (edit: Partial<HandOver>): ShiftSlice => {
    const row = handOvers.get(known.id);
    return row ? { items, handOvers: handOvers.set(row.id, { ...row, ...edit }) } : slice;
  };
  switch (known.type) {
    case 'shift.handedOver': {
      const { id, name } = entry.actor;
      const row: HandOver = {
        ...{ id: known.id, from: { id, name }, ...known.data },
        ...{ at: entry.at, seq: entry.seq },
      };
      return { items, handOvers: handOvers.set(row.id, row) };
    }
    case 'shift.listed': {
      const row: ShiftItem = {
        ...known.data,
        ...{ id: known.id, incident: known.data.incident ?? '' },
        ...(known.restrictions ? { restrictions: known.restrictions } : {}),
      };
      return { handOvers, items: items.set(row.id, row) };
    }
    case 'shift.read': {
      const row = items.get(known.id);
      return row ? { handOvers, items: items.set(row.id, { ...row, read: now }) } : slice;
    }
    case 'shift.redirected':
      return change({ to: known.data.to });
    case 'shift.accepted':
      return tidy(change({ accepted: now }));
    case 'shift.takenBack':
      return tidy(change({ takenBack: { ...now, reason: known.data.reason } }));
  }
}

/** Without the oldest of those that are settled, and their lines. */
function tidy({ handOvers, items }: ShiftSlice): ShiftSlice {
  const old = [...handOvers.values()]
    .filter(({ accepted, takenBack }) => accepted !== undefined || takenBack !== undefined)
    .sort((a, b) => b.seq - a.seq || (a.id < b.id ? -1 : 1))
    .slice(KEPT)
    .map(({ id }) => id);
  if (old.length === 0) return { handOvers, items };
  return {
    handOvers: handOvers.deleteAll(old),
    items: dropRows(items, ({ shift }) => old.includes(shift)),
  };
}

export const fold = {
  name: 'shift',
  initial: { handOvers: Map(), items: Map() },
  evolve,
  follows: ['incident'],
  guarded: {},
  internal: [],
} satisfies Fold<ShiftSlice>;
