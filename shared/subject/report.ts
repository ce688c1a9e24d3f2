import { Map } from 'immutable';
import { z } from 'zod';
import type { Event } from '../entry.ts';
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
import {
  Id,
  joinRestrictions,
  Occurred,
  Place,
  Priority,
  someText,
  text,
  type Restrictions,
} from '../value.ts';

/**
 * Report (melding / signalement): what somebody or some system says is going on, before the crisis
 * room has judged it. It waits in the queue until it is merged into an incident, promoted to one,
 * or dismissed with a reason.
 */

/** Languages of the source's own text, by BCP 47 tag. */
const Texts = z.record(z.string().max(12), text(4000));

const Content = z.object({
  type: text(60).optional(),
  priority: Priority,
  text: someText(4000),
  texts: Texts.optional(),
  place: Place.optional(),
  occurred: Occurred.optional(),
  /** The source says that it is over. */
  over: z.boolean().optional(),
});
export type Content = z.infer<typeof Content>;

export const CHANNELS = ['phone', 'radio', 'mail', 'visit', 'camera', 'other'] as const;
export const REASONS = ['duplicate', 'false', 'not-ours', 'no-action', 'over'] as const;

const commands = {
  /** From a feed: a new source record, or a newer state of one that is known. */
  'report.receive': Content.extend({
    feed: Id,
    /** The record's id in its source. */
    record: someText(200),
    /** The source's version or time of change: sorts as text within one record. */
    version: text(40).optional(),
  }),
  /** By hand: a phone or radio call. The command's id becomes the report's. */
  'report.file': Content.omit({ over: true }).extend({
    channel: z.enum(CHANNELS),
    /** How to call back. Personal data: guarded. */
    contact: text(200).optional(),
  }),
  'report.dismiss': z.object({
    report: z.string(),
    reason: z.enum(REASONS),
    note: text(1000).optional(),
  }),
  /** Back into the queue. */
  'report.reopen': z.object({ report: z.string() }),
  /** Settled long ago: leaves the working state, stays in the log. */
  'report.archive': z.object({ reports: z.array(z.string()).min(1).max(1000) }),
};

const events = {
  'report.received': Content.extend({
    feed: z.string(),
    record: z.string(),
    version: z.string().optional(),
    channel: z.string().optional(),
    contact: z.string().optional(),
  }),
  'report.updated': Content.extend({ version: z.string().optional(), resurfaces: z.boolean() }),
  'report.merged': z.object({ incident: z.string() }),
  'report.dismissed': z.object({ reason: z.enum(REASONS), note: z.string().optional() }),
  'report.reopened': z.object({}),
  'report.archived': z.object({}),
  /** It now needs a clearance more than `before`. Who lacks it gets `report.withdrawn` in its place. */
  'report.restricted': z.object({ before: z.array(z.string()).optional() }),
  'report.withdrawn': z.object({}),
};

export interface Report extends Content {
  id: string;
  feed: string;
  record: string;
  version?: string | undefined;
  channel?: string | undefined;
  contact?: string | undefined;
  status: 'new' | 'merged' | 'dismissed';
  /** Server time of the first arrival, and of the latest change by the source. */
  received: string;
  changed: string;
  updates: number;
  incident?: string | undefined;
  dismissed?: { reason: string; note?: string | undefined; at: string; by: string } | undefined;
  settled?: string | undefined;
  restrictions?: Restrictions | undefined;
}

export type ReportSlice = {
  reports: Table<Report>;
  /** Feeds' records whose report was archived, and how grave it was then: their source may go on sending them. Internal. */
  past: Table<{ priority: number }>;
};
export type ReportEvent = EventOf<typeof events>;
type Needs = { report: ReportSlice };

/** A report's id follows from its source: the same record is the same report, however often it is sent. */
export const reportId = (feed: string, record: string): string => `${feed}:${record}`;

/** A report that this actor may see, or undefined. */
export function reportFor(state: Needs, id: string, context: Context): Report | undefined {
  const report = state.report.reports.get(id);
  return context.sees(report) ? report : undefined;
}

function decide(state: Needs, command: CommandOf<typeof commands>, context: Context): Decision {
  switch (command.type) {
    case 'report.receive':
      return receive(state, command.data);
    case 'report.file': {
      // Colons are for feeds' records (`reportId`): nobody takes the place of one by hand.
      if (command.id.includes(':')) return reject(refuse('invalid', 'id'));
      if (state.report.reports.has(command.id)) return reject(refuse('id-taken'));
      const { data, id } = command;
      if (unknownType(data, context)) return reject(refuse('type-unknown', 'data.type'));
      return accept(fact('report.received', id, { ...data, feed: 'hand', record: id }));
    }
    case 'report.dismiss': {
      const { report: id, ...why } = command.data;
      const report = reportFor(state, id, context);
      if (!report) return reject(refuse('report-unknown', 'data.report'));
      if (report.status !== 'new') return reject(refuse('report-settled', 'data.report'));
      return accept(fact('report.dismissed', id, why, report.restrictions));
    }
    case 'report.reopen': {
      const report = reportFor(state, command.data.report, context);
      if (!report) return reject(refuse('report-unknown', 'data.report'));
      if (report.status === 'new') return reject(refuse('report-open', 'data.report'));
      return accept(fact('report.reopened', report.id, {}, report.restrictions));
    }
    case 'report.archive': {
      const ids = [...new Set(command.data.reports)];
      const settled = ids
        .map((id) => reportFor(state, id, context))
        .filter((report) => report !== undefined)
        .filter((report) => report.status !== 'new');
      return accept(...settled.map((r) => fact('report.archived', r.id, {}, r.restrictions)));
    }
  }
}

function unknownType(content: { type?: string | undefined }, context: Context): boolean {
  return content.type !== undefined && !context.plan.incidentTypes.includes(content.type);
}

type Receive = z.infer<(typeof commands)['report.receive']>;

function receive(state: Needs, data: Receive): Decision {
  const { feed, record, ...content } = data;
  const id = reportId(feed, record);
  const known = state.report.reports.get(id);
  if (!known) {
    // What was settled and archived stays so, however long its source repeats it, unless it gets worse.
    const past = state.report.past.get(id);
    return past && past.priority <= data.priority
      ? accept()
      : accept(fact('report.received', id, data));
  }
  const older = known.version && data.version && data.version < known.version;
  if (older || sameContent(known, content)) return accept();
  // A settled report comes back only when it got worse: otherwise a chatty source refills the queue.
  const resurfaces = known.status === 'dismissed' && content.priority < known.priority;
  return accept(fact('report.updated', id, { ...content, resurfaces }, known.restrictions));
}

const CONTENT_KEYS = Object.keys(Content.shape) as (keyof Content)[];

function sameContent(known: Report, next: Content): boolean {
  return CONTENT_KEYS.every((key) => JSON.stringify(known[key]) === JSON.stringify(next[key]));
}

function evolve(slice: ReportSlice, event: Event, entry: Moment): ReportSlice {
  const { reports } = evolveReports(slice, event, entry);
  const past = remember(slice, event);
  return reports === slice.reports && past === slice.past ? slice : { reports, past };
}

function remember({ reports, past }: ReportSlice, { type, id }: Event): ReportSlice['past'] {
  if (type === 'report.received') return past.delete(id);
  if (type !== 'report.archived' && type !== 'incident.archived') return past;
  return past.withMutations((open) => {
    const keep = ({ id: key, feed, priority }: Report) => {
      if (feed !== 'hand') open.set(key, { priority });
    };
    const own = type === 'report.archived' ? reports.get(id) : undefined;
    if (own) keep(own);
    else reports.forEach((report) => void (report.incident === id && keep(report)));
  });
}

type Reports = Pick<ReportSlice, 'reports'>;

function evolveReports(slice: Reports, event: Event, entry: Moment): Reports {
  const { reports } = slice;
  const change = (id: string, patch: Partial<Report>): Reports => {
    const report = reports.get(id);
    return report ? { reports: reports.set(id, { ...report, ...patch }) } : slice;
  };
  const known = event as ReportEvent | IncidentEvents;
  switch (known.type) {
    case 'report.received':
      return {
        reports: reports.set(known.id, {
          ...known.data,
          id: known.id,
          status: 'new',
          received: entry.at,
          changed: entry.at,
          updates: 0,
          ...(known.restrictions ? { restrictions: known.restrictions } : {}),
        }),
      };
    case 'report.updated': {
      const { resurfaces, ...content } = known.data;
      const before = reports.get(known.id);
      if (!before) return slice;
      const bare = { ...before };
      for (const key of CONTENT_KEYS) delete bare[key];
      return {
        reports: reports.set(known.id, {
          ...bare,
          ...content,
          changed: entry.at,
          updates: before.updates + 1,
          ...(resurfaces ? { status: 'new', dismissed: undefined, settled: undefined } : {}),
        }),
      };
    }
    case 'report.merged':
      return change(known.id, {
        status: 'merged',
        incident: known.data.incident,
        dismissed: undefined,
        settled: entry.at,
      });
    case 'report.dismissed':
      return change(known.id, {
        status: 'dismissed',
        dismissed: { ...known.data, at: entry.at, by: entry.actor.name },
        settled: entry.at,
      });
    case 'report.reopened':
      return change(known.id, {
        status: 'new',
        incident: undefined,
        dismissed: undefined,
        settled: undefined,
      });
    case 'report.restricted':
      return change(known.id, { restrictions: known.restrictions });
    case 'report.archived':
    case 'report.withdrawn':
      return { reports: reports.delete(known.id) };
    case 'incident.restricted':
      return {
        reports: editRows(
          reports,
          (row) => row.incident === known.id,
          (row) => ({
            ...row,
            restrictions: joinRestrictions(row.restrictions, known.restrictions),
          }),
        ),
      };
    case 'incident.archived':
    case 'incident.withdrawn':
      return { reports: dropRows(reports, (report) => report.incident === known.id) };
    case 'incident.released':
      return { reports: reports.merge(Map(known.data.rows['report']?.['reports'] ?? {})) };
    default:
      return slice;
  }
}

/** What a report must know of incidents (see `incident.ts`). */
type IncidentEvents =
  | (Event & { type: 'incident.restricted' })
  | (Event & { type: 'incident.archived' | 'incident.withdrawn' })
  | (Omit<Event, 'data'> & {
      type: 'incident.released';
      data: { rows: Record<string, Record<string, Record<string, Report>>> };
    });

export const report = {
  name: 'report',
  commands,
  events,
  initial: { reports: Map(), past: Map() },
  decide,
  evolve,
  follows: ['incident'],
  guarded: { contact: 'personal' },
  internal: ['past'],
} satisfies Subject<ReportSlice>;
