import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Decision, type Table } from '../../subject.ts';
import { joinRestrictions, type Restrictions } from '../../restrictions.ts';
import type { ReportSlice } from '../report/schema.ts';
import { released } from '../task/released.ts';
import type { TaskSlice } from '../task/schema.ts';
import type { Attached } from './attached.ts';
import type { Incident, IncidentSlice } from './schema.ts';

/** What incidents need of the logbook: which rows go along when a restriction is lifted. */
interface LogbookRow {
  incident?: string | undefined;
  auto?: { data: Record<string, unknown> } | undefined;
  own?: Restrictions | undefined;
  restrictions?: Restrictions | undefined;
}
export interface Needs {
  report: ReportSlice;
  incident: IncidentSlice;
  journal: { entries: Table<LogbookRow>; read: Table<LogbookRow> };
  perimeter: { perimeters: Table<Attached & { kind: string; lifted?: object | undefined }> };
  camera: { requests: Table<Attached> };
  alarm: { alarms: Table<Attached> };
  phase: { phases: Table<Attached & { lifted?: object | undefined }> };
  post: { posts: Table<Attached>; seats: Table<Attached>; meetings: Table<Attached> };
  shift: { items: Table<Attached & { own?: Restrictions | undefined }> };
  anpr: { links: Table<Attached & { own: Restrictions }> };
  task: TaskSlice;
}

/**
 * Lifts one restriction from an incident and from all rows that hang on it, unless they have a reason
 * of their own. Never raises one: who saw a row and may not see it now would not be told.
 */
export function release(state: Needs, incident: Incident, restriction: string): Decision {
  if (!incident.restrictions?.includes(restriction))
    return reject(refuse('restriction-set', 'data.restriction'));
  const { id } = incident;
  const free = <Row extends Restricted>(row: Row, ...reasons: (Restrictions | undefined)[]): Row =>
    reasons.some((reason) => reason?.includes(restriction)) ? row : freed(row, restriction);
  const of = (other: unknown) => state.incident.incidents.get(String(other))?.restrictions;
  /** Restrictions of the other incident that a logbook row names, and of a report that is not (any more) in this one. */
  const named = ({ incident: host, auto }: LogbookRow) => {
    const report = state.report.reports.get(String(auto?.data['thing']));
    return [
      of(host === id ? auto?.data['other'] : host),
      report?.incident === id ? undefined : report?.restrictions,
    ];
  };
  const concerned = (row: LogbookRow) => row.incident === id || row.auto?.data['other'] === id;
  const lift = <Row extends LogbookRow>(table: Table<Row>) =>
    table
      .filter(concerned)
      .map((row) => free(row, row.own, ...named(row)))
      .toObject();

  const attached = <Row extends Attached>(table: Table<Row>) =>
    table
      .filter((row) => row.incident === id)
      .map((row) => freed(row, restriction))
      .toObject();

  const { links } = state.incident;
  const { reports } = state.report;
  const rows = {
    incident: {
      incidents: { [id]: freed(incident, restriction) },
      links: links
        .filter((row) => row.a === id || row.b === id)
        .map((row) => free(row, of(row.a === id ? row.b : row.a)))
        .toObject(),
    },
    report: {
      reports: reports
        .filter((row) => row.incident === id)
        .map((row) => freed(row, restriction))
        .toObject(),
    },
    journal: { entries: lift(state.journal.entries), read: lift(state.journal.read) },
    perimeter: { perimeters: attached(state.perimeter.perimeters) },
    camera: { requests: attached(state.camera.requests) },
    alarm: { alarms: attached(state.alarm.alarms) },
    phase: { phases: attached(state.phase.phases) },
    post: {
      posts: attached(state.post.posts),
      seats: attached(state.post.seats),
      meetings: attached(state.post.meetings),
    },
    shift: {
      items: state.shift.items
        .filter((row) => row.incident === id)
        .map((row) => free(row, row.own))
        .toObject(),
    },
    anpr: {
      links: state.anpr.links
        .filter((row) => row.incident === id)
        .map((row) => free(row, row.own))
        .toObject(),
    },
    task: {
      facts: attached(state.task.facts),
      ...released(state.task, attached(state.task.runs)),
    },
  };
  const left = freed(incident, restriction).restrictions;
  return accept(fact('incident.released', id, { restriction, rows }, left));
}

interface Restricted {
  restrictions?: Restrictions | undefined;
}

function freed<Row extends Restricted>(row: Row, restriction: string): Row {
  const { restrictions, ...bare } = row;
  const left = joinRestrictions(restrictions?.filter((each) => each !== restriction));
  return (left ? { ...bare, restrictions: left } : bare) as Row;
}
