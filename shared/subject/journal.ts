import { Map } from 'immutable';
import { z } from 'zod';
import type { Event } from '../entry.ts';
import { Instant } from '../entry.ts';
import { refuse } from '../refusal.ts';
import {
  accept,
  dropRows,
  editRows,
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
import { joinRestrictions, someText, text, type Restrictions } from '../value.ts';
import { incidentFor } from './incident/decide.ts';
import type { IncidentSlice } from './incident/schema.ts';

/**
 * Logbook (logboek / journal de bord): what was said, decided, ordered, asked and known, with
 * author, role, event time and server time. Nothing is ever edited: a correction is a new entry
 * that refers to the old one. What other subjects do appears as automatic entries, which can be
 * hidden. Without an incident, an entry belongs to the shift.
 */
export const KINDS = ['message', 'decision', 'order', 'request', 'information'] as const;
export type Kind = (typeof KINDS)[number];

const commands = {
  /** The command's id becomes the entry's. */
  'journal.write': z.object({
    incident: z.string().optional(),
    kind: z.enum(KINDS),
    text: someText(8000),
    /** When it happened, if not now; never ahead of the server's clock by more than a minute. */
    occurred: Instant.optional(),
    /** Who must act on an order or a request. */
    to: text(200).optional(),
    /** The entry that this one corrects. */
    corrects: z.string().optional(),
    restrictions: z.array(z.string().max(40)).max(8).optional(),
  }),
  /** Received: the addressee knows. Executed: it is done. By name, from who sends it. */
  'journal.acknowledge': z.object({
    entry: z.string(),
    as: z.enum(['received', 'executed']),
    /** For whom, when somebody else reports it by radio or phone. */
    onBehalfOf: text(120).optional(),
  }),
  /** "I have seen this incident up to entry `upTo`": the unread mark, and the record of who knew what when. */
  'journal.read': z.object({ incident: z.string(), upTo: z.int().min(0) }),
  /** Old entries of the shift leave the working state, and stay in the log. */
  'journal.archive': z.object({ entries: z.array(z.string()).min(1).max(1000) }),
};

const events = {
  'journal.written': z.object({
    incident: z.string().optional(),
    kind: z.enum(KINDS),
    text: z.string(),
    occurred: Instant.optional(),
    to: z.string().optional(),
    corrects: z.string().optional(),
    own: z.array(z.string()).optional(),
  }),
  'journal.acknowledged': z.object({
    as: z.enum(['received', 'executed']),
    onBehalfOf: z.string().optional(),
  }),
  'journal.read': z.object({ incident: z.string(), upTo: z.int() }),
  'journal.archived': z.object({}),
};
export type JournalEvent = EventOf<typeof events>;

export interface Acknowledgement {
  at: string;
  by: string;
  onBehalfOf?: string | undefined;
}

export interface JournalEntry {
  id: string;
  seq: number;
  /** Server time, and the time of what it tells. */
  at: string;
  occurred: string;
  author: { id: string; name: string; role: string };
  incident?: string | undefined;
  kind: Kind | 'auto';
  text: string;
  /** An automatic entry: the event that it stands for, told in the reader's language. */
  auto?: { type: string; data: Record<string, unknown> } | undefined;
  to?: string | undefined;
  corrects?: string | undefined;
  corrected?: string | undefined;
  received?: Acknowledgement | undefined;
  executed?: Acknowledgement | undefined;
  /** Its own restrictions, beside those of its incident. */
  own?: Restrictions | undefined;
  restrictions?: Restrictions | undefined;
}

/** How far a person has read an incident. Key: `<incident>|<person>`. */
export interface ReadMark {
  incident: string;
  person: string;
  name: string;
  upTo: number;
  at: string;
  restrictions?: Restrictions | undefined;
}

export type JournalSlice = { entries: Table<JournalEntry>; read: Table<ReadMark> };
type Needs = { journal: JournalSlice; incident: IncidentSlice };

export const readKey = (incident: string, person: string): string => `${incident}|${person}`;

function decide(state: Needs, command: CommandOf<typeof commands>, context: Context): Decision {
  switch (command.type) {
    case 'journal.write':
      return write(state, command, context);
    case 'journal.acknowledge': {
      const { entry: id, as, onBehalfOf } = command.data;
      const entry = state.journal.entries.get(id);
      if (!entry || !context.sees(entry)) return reject(refuse('entry-unknown', 'data.entry'));
      if (entry.kind !== 'order' && entry.kind !== 'request')
        return reject(refuse('entry-not-order', 'data.entry'));
      if (entry[as]) return reject(refuse('acknowledged-already', 'data.as'));
      const data = { as, ...(onBehalfOf ? { onBehalfOf } : {}) };
      return accept(fact('journal.acknowledged', id, data, entry.restrictions));
    }
    case 'journal.read': {
      const incident = incidentFor(state, command.data.incident, context);
      if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
      const key = readKey(incident.id, context.actor.id);
      if ((state.journal.read.get(key)?.upTo ?? 0) >= command.data.upTo) return accept();
      const data = { incident: incident.id, upTo: command.data.upTo };
      return accept(fact('journal.read', key, data, incident.restrictions));
    }
    case 'journal.archive': {
      const old = [...new Set(command.data.entries)]
        .map((id) => state.journal.entries.get(id))
        .filter((row) => row !== undefined)
        .filter((row) => context.sees(row) && row.incident === undefined);
      return accept(...old.map((row) => fact('journal.archived', row.id, {}, row.restrictions)));
    }
  }
}

type Write = CommandOf<typeof commands> & { type: 'journal.write' };

function write(state: Needs, command: Write, context: Context): Decision {
  const { incident: about, corrects, occurred, restrictions: own = [], ...rest } = command.data;
  if (state.journal.entries.has(command.id)) return reject(refuse('id-taken'));
  const incident = about === undefined ? undefined : incidentFor(state, about, context);
  if (about !== undefined && !incident) return reject(refuse('incident-unknown', 'data.incident'));
  for (const restriction of own) {
    if (!context.plan.restrictions.includes(restriction))
      return reject(refuse('restriction-unknown', 'data.restrictions'));
    if (!context.sees({ restrictions: [restriction] }))
      return reject(refuse('restriction-not-yours', 'data.restrictions'));
  }
  if (occurred && Date.parse(occurred) > Date.parse(context.at) + 60_000)
    return reject(refuse('time-ahead', 'data.occurred'));
  const old = corrects === undefined ? undefined : state.journal.entries.get(corrects);
  if (corrects !== undefined && (!old || !context.sees(old) || old.kind === 'auto'))
    return reject(refuse('entry-unknown', 'data.corrects'));
  if (old?.corrected) return reject(refuse('corrected-already', 'data.corrects'));

  // A correction is seen by exactly those who see what it corrects.
  const kept = old ? old.own : joinRestrictions(own);
  const place = old ? old.incident : about;
  const data = {
    ...rest,
    ...(place ? { incident: place } : {}),
    ...(occurred ? { occurred } : {}),
    ...(corrects ? { corrects } : {}),
    ...(kept ? { own: kept } : {}),
  };
  const host = place === undefined ? undefined : state.incident.incidents.get(place);
  return accept(
    fact('journal.written', command.id, data, joinRestrictions(kept, host?.restrictions)),
  );
}

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

/** What the logbook makes of other subjects' events: automatic entries, and going along with an incident's restrictions. */
function follow(slice: JournalSlice, event: Event, entry: Moment): JournalSlice {
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
    case 'site.advised': {
      const { sites, why } = event.data as { sites: unknown[]; why: object };
      return note(slice, undefined, { ...event, data: { count: sites.length, why } }, entry);
    }
    case 'perimeter.tallied':
      return note(slice, event.data['incident'] as string, tallyBrief(event), entry);
    default:
      return event.type.startsWith('incident.') ? note(slice, id, event, entry) : slice;
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
    ...(event.restrictions ? { restrictions: event.restrictions } : {}),
  };
  return { ...slice, entries: slice.entries.set(key, row) };
}

export const journal = {
  name: 'journal',
  commands,
  events,
  initial: { entries: Map(), read: Map() },
  decide,
  evolve,
  follows: ['report', 'incident', 'perimeter', 'camera', 'site'],
  guarded: {},
  internal: [],
} satisfies Subject<JournalSlice>;
