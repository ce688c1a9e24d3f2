import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import { follow } from './follow.ts';
import type { JournalEntry, JournalEvent, JournalSlice, ReadMark } from './schema.ts';

function evolve(slice: JournalSlice, event: Event, entry: Moment): JournalSlice {
  const { entries, read } = slice;
  const known = event as JournalEvent;
  switch (known.type) {
    case 'journal.written': {
      const row: JournalEntry = {
        ...known.data,
        id: known.id,
        seq: entry.seq,
        at: entry.at,
        occurred: known.data.occurred ?? entry.at,
        author: entry.actor,
        ...(known.restrictions ? { restrictions: known.restrictions } : {}),
      };
      const old = row.corrects === undefined ? undefined : entries.get(row.corrects);
      const added = entries.set(row.id, row);
      return {
        ...slice,
        entries: old ? added.set(old.id, { ...old, corrected: row.id }) : added,
      };
    }
    case 'journal.acknowledged': {
      const order = entries.get(known.id);
      if (!order) return slice;
      const { as, onBehalfOf } = known.data;
      const done = { at: entry.at, by: entry.actor.name, ...(onBehalfOf ? { onBehalfOf } : {}) };
      return { ...slice, entries: entries.set(known.id, { ...order, [as]: done }) };
    }
    case 'journal.read': {
      const mark: ReadMark = {
        incident: known.data.incident,
        person: entry.actor.id,
        name: entry.actor.name,
        upTo: known.data.upTo,
        at: entry.at,
        ...(known.restrictions ? { restrictions: known.restrictions } : {}),
      };
      return { ...slice, read: read.set(known.id, mark) };
    }
    case 'journal.archived':
      return { ...slice, entries: entries.delete(known.id) };
    default:
      return follow(slice, event, entry);
  }
}

export const fold = {
  name: 'journal',
  initial: { entries: Map(), read: Map() },
  evolve,
  follows: [
    'report',
    'incident',
    'perimeter',
    'camera',
    'site',
    'task',
    'alarm',
    'phase',
    'post',
    'threat',
    'shift',
    'anpr',
  ],
  guarded: {},
  internal: [],
} satisfies Fold<JournalSlice>;
