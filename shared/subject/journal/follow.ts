import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import { dropRows, editRows, type Moment, type Table } from '../../subject.ts';
import { joinRestrictions, type Restrictions } from '../../restrictions.ts';
import { tellable as tellableAlarm } from '../alarm/told.ts';
import { tellable } from '../task/told.ts';
import type { JournalEntry, JournalSlice, ReadMark } from './schema.ts';

/** What the logbook makes of other subjects' events: automatic entries, and going along with an incident's restrictions. */
export function follow(slice: JournalSlice, event: Event, entry: Moment): JournalSlice {
  const { entries, read } = slice;
  const { id } = event;
  switch (event.type) {
    case 'incident.archived':
      return {
        // Rows of other incidents that name it outlive it, and stay as secret as it was.
        entries: editRows(
          dropRows(entries, (row) => row.incident === id),
          (row) => event.restrictions !== undefined && concerns(row, id),
          (row) => ({ ...row, own: joinRestrictions(row.own, event.restrictions) }),
        ),
        read: dropRows(read, (row) => row.incident === id),
      };
    case 'incident.withdrawn':
      return {
        entries: dropRows(entries, (row) => concerns(row, id)),
        read: dropRows(read, (row) => row.incident === id),
      };
    case 'incident.restricted': {
      const raise = <Row extends LogbookRow>(table: Table<Row>): Table<Row> =>
        editRows(
          table,
          (row) => concerns(row, id),
          (row) => ({
            ...row,
            restrictions: joinRestrictions(row.restrictions, event.restrictions),
          }),
        );
      return note({ entries: raise(entries), read: raise(read) }, id, event, entry);
    }
    case 'incident.released': {
      const rows = (event.data['rows'] as Record<string, Record<string, any>>)['journal'] ?? {};
      const { rows: _rows, ...data } = event.data;
      return note(
        {
          entries: entries.merge(Map<string, JournalEntry>(rows['entries'] ?? {})),
          read: read.merge(Map<string, ReadMark>(rows['read'] ?? {})),
        },
        id,
        { ...event, data },
        entry,
      );
    }
    case 'report.merged':
      return note(slice, event.data['incident'] as string, event, entry);
    case 'perimeter.drawn':
    case 'perimeter.redrawn':
    case 'perimeter.ordered':
    case 'perimeter.lifted':
    case 'camera.requested':
      return note(slice, event.data['incident'] as string, brief(event), entry);
    case 'site.warned':
    case 'site.warningEnded':
    case 'site.changed':
      // The board is the region's, and its story the shift's.
      return note(slice, undefined, event, entry);
    case 'phase.declared':
    case 'phase.lifted':
    case 'post.placed':
    case 'post.led':
    case 'post.seated':
    case 'post.unseated':
    case 'post.met':
    case 'post.adjourned':
    case 'post.cancelled':
    case 'post.held':
    case 'post.talked':
    case 'post.muted':
      return note(slice, event.data['incident'] as string, brief(event), entry);
    case 'threat.set':
    case 'threat.ended':
    case 'shift.handedOver':
    case 'shift.accepted':
    case 'shift.redirected':
    case 'shift.takenBack':
      return note(slice, undefined, event, entry);
    case 'site.advised': {
      const { sites, why } = event.data as { sites: unknown[]; why: object };
      return note(slice, undefined, { ...event, data: { count: sites.length, why } }, entry);
    }
    case 'anpr.attached':
    case 'anpr.detached':
    case 'anpr.told': {
      // Only of alerts that are linked to an incident, and as secret as both for good.
      const own = event.data['own'] as Restrictions;
      const { own: _own, ...data } = event.data;
      const told = brief({ ...event, data });
      return note(slice, event.data['incident'] as string, told, entry, own);
    }
    case 'perimeter.tallied':
      return note(slice, event.data['incident'] as string, tallyBrief(event), entry);
    default: {
      const told = event.type.startsWith('task.')
        ? tellable(event)
        : event.type.startsWith('alarm.')
          ? tellableAlarm(event)
          : undefined;
      if (told) return note(slice, told.incident, told.event, entry);
      return event.type.startsWith('incident.') ? note(slice, id, event, entry) : slice;
    }
  }
}

/** What a line of the logbook needs: outlines stay with the thing itself. */
function brief(event: Event): Event {
  const {
    shape,
    incident: _incident,
    ...data
  } = event.data as {
    shape?: { form: string };
    incident?: string;
  };
  return { ...event, data: shape ? { ...data, form: shape.form } : data };
}

/** How many of each kind lie inside, not which. */
function tallyBrief(event: Event): Event {
  const { kind, people, things, more } = event.data as {
    kind: string;
    people?: number;
    things: { kind: string }[];
    more?: number;
  };
  const counts: Record<string, number> = {};
  for (const thing of things) counts[thing.kind] = (counts[thing.kind] ?? 0) + 1;
  const told = { ...(people === undefined ? {} : { people }), ...(more ? { more } : {}) };
  return { ...event, data: { kind, counts, ...told } };
}

interface LogbookRow {
  incident?: string | undefined;
  auto?: { data: Record<string, unknown> } | undefined;
  restrictions?: Restrictions | undefined;
}

/** A row tells of an incident when it belongs to it, or says that another one is linked to it. */
export const concerns = (row: LogbookRow, incident: string): boolean =>
  row.incident === incident || row.auto?.data['other'] === incident;

/** Adds an automatic entry; its key is the entry's number and the event's thing and type. */
function note(
  slice: JournalSlice,
  incident: string | undefined,
  event: Event,
  entry: Moment,
  own?: Restrictions,
): JournalSlice {
  const key = `${entry.seq}:${event.type}:${event.id}`;
  const row: JournalEntry = {
    id: key,
    seq: entry.seq,
    at: entry.at,
    occurred: entry.at,
    author: entry.actor,
    ...(incident === undefined ? {} : { incident }),
    kind: 'auto',
    text: '',
    auto: { type: event.type, data: { ...event.data, thing: event.id } },
    ...(own && own.length > 0 ? { own } : {}),
    ...(event.restrictions ? { restrictions: event.restrictions } : {}),
  };
  return { ...slice, entries: slice.entries.set(key, row) };
}
