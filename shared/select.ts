import type { State } from './registry.ts';
import type { Incident } from './subject/incident/schema.ts';
import type { JournalEntry } from './subject/journal.ts';
import { readKey } from './subject/journal.ts';
import type { Report } from './subject/report.ts';

/** Pure questions to a state. Panels, layers, walls and exports ask the same ones. */

export type QueueItem =
  | { kind: 'report'; at: string; priority: number; row: Report }
  | { kind: 'incident'; at: string; priority: number; row: Incident };

/** What waits for or is under somebody's hands: highest priority first, then the oldest. */
export function openReports(state: State): Report[] {
  return state.report.reports
    .valueSeq()
    .filter((report) => report.status === 'new')
    .sort(byPriorityThenAge((report) => report.received))
    .toArray();
}

export function openIncidents(state: State): Incident[] {
  return state.incident.incidents
    .valueSeq()
    .filter((incident) => incident.status !== 'closed')
    .sort(byPriorityThenAge((incident) => incident.opened.at))
    .toArray();
}

/** Reports dismissed and incidents closed, the latest first. */
export function settled(state: State): QueueItem[] {
  const reports = state.report.reports
    .valueSeq()
    .filter((report) => report.status === 'dismissed')
    .map((row): QueueItem => ({
      kind: 'report',
      at: row.settled ?? row.received,
      priority: row.priority,
      row,
    }));
  const incidents = state.incident.incidents
    .valueSeq()
    .filter((incident) => incident.status === 'closed')
    .map((row): QueueItem => ({
      kind: 'incident',
      at: row.closed?.at ?? row.changed,
      priority: row.priority,
      row,
    }));
  return reports
    .concat(incidents)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .toArray();
}

function byPriorityThenAge<Row extends { priority: number; id: string }>(at: (row: Row) => string) {
  return (a: Row, b: Row): number =>
    a.priority - b.priority || compare(at(a), at(b)) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An incident's logbook, or the shift's (`undefined`), in order of event time. */
export function logbook(state: State, incident: string | undefined): JournalEntry[] {
  return state.journal.entries
    .valueSeq()
    .filter((entry) => entry.incident === incident)
    .sort((a, b) => compare(a.occurred, b.occurred) || a.seq - b.seq || compare(a.id, b.id))
    .toArray();
}

/** Entries by others that this person has not read. */
export function unread(state: State, incident: string, person: string): number {
  const upTo = state.journal.read.get(readKey(incident, person))?.upTo ?? 0;
  return state.journal.entries.count(
    (entry) =>
      entry.incident === incident &&
      entry.seq > upTo &&
      entry.author.id !== person &&
      entry.kind !== 'auto',
  );
}

export function linkedTo(state: State, incident: string): Incident[] {
  return state.incident.links
    .valueSeq()
    .filter((link) => link.a === incident || link.b === incident)
    .map((link) => state.incident.incidents.get(link.a === incident ? link.b : link.a))
    .filter((other) => other !== undefined)
    .toArray();
}

export const reportsOf = (state: State, incident: string): Report[] =>
  state.report.reports
    .valueSeq()
    .filter((report) => report.incident === incident)
    .sort((a, b) => compare(a.received, b.received))
    .toArray();

/** Open incidents that a report may be about: near in place and time, nearest first. Metres. */
export function candidates(
  state: State,
  report: Report,
  metres = 1500,
): { incident: Incident; metres: number | undefined }[] {
  return openIncidents(state)
    .map((incident) => ({ incident, metres: distance(report.place?.point, incident.place?.point) }))
    .sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity))
    .filter((one, i) => i < 8 || (one.metres ?? Infinity) < metres);
}

/** Metres between two points, on a sphere of 6,371 km (haversine); good to 0.5 % here. */
export function distance(
  a?: readonly [number, number],
  b?: readonly [number, number],
): number | undefined {
  if (!a || !b) return undefined;
  const rad = Math.PI / 180;
  const dLat = (b[1] - a[1]) * rad;
  const dLon = (b[0] - a[0]) * rad;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h));
}
