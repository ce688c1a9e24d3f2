import { CONTENT_KEYS } from './content.ts';
import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import { dropRows, editRows, type Fold, type Moment } from '../../subject.ts';
import { joinRestrictions } from '../../restrictions.ts';
import type { Report, ReportEvent, ReportSlice } from './schema.ts';

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

export const fold = {
  name: 'report',
  initial: { reports: Map(), past: Map() },
  evolve,
  follows: ['incident'],
  guarded: { contact: 'personal' },
  internal: ['past'],
} satisfies Fold<ReportSlice>;
