import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment, Table } from '../../subject.ts';
import type { DirectoryEvent, DirectorySlice, Kind } from './schema.ts';

export const TABLE = {
  organisation: 'organisations',
  contact: 'contacts',
  duty: 'duties',
} as const satisfies Record<Kind, keyof DirectorySlice>;

function evolve(slice: DirectorySlice, event: Event, entry: Moment): DirectorySlice {
  if (!event.type.startsWith('directory.')) return slice;
  const known = event as DirectoryEvent;
  const table = TABLE[known.data.kind];
  const rows: Table = slice[table];
  const written = { seq: entry.seq, at: entry.at, by: entry.actor.name };
  const set = (row: object): DirectorySlice => ({ ...slice, [table]: rows.set(known.id, row) });
  switch (known.type) {
    case 'directory.saved': {
      const { record, ways, note, before } = known.data;
      return set({
        ...record,
        ...(ways ? { ways } : {}),
        ...(note ? { note } : {}),
        ...written,
        ...(before ? { before } : {}),
      });
    }
    case 'directory.removed':
      return { ...slice, [table]: rows.delete(known.id) };
    case 'directory.checked': {
      const row = rows.get(known.id);
      const { checked, keeper } = known.data;
      return row ? set({ ...row, checked, keeper, ...written }) : slice;
    }
  }
}

export const fold = {
  name: 'directory',
  initial: { organisations: Map(), contacts: Map(), duties: Map() },
  evolve,
  follows: [],
  // Numbers, and what may hold some.
  guarded: { ways: 'personal', note: 'personal', before: 'personal' },
  internal: [],
} satisfies Fold<DirectorySlice>;
