import { plainLetters } from './geo/letters.ts';
import { metresBetween } from './geo/metres.ts';
import type { State } from './folds.ts';
import type { Incident } from './subject/incident/schema.ts';
import type { JournalEntry, ReadMark } from './subject/journal/schema.ts';
import { readKey } from './subject/journal/key.ts';
import type { Report } from './subject/report/schema.ts';
import type { Table } from './subject.ts';

/**
 * Pure questions to a state. Panels, layers, walls and exports ask the same ones. Each takes only the
 * slices that it needs, so that a panel is not disturbed by what does not concern it.
 */

export type QueueItem =
  | { kind: 'report'; at: string; priority: number; row: Report }
  | { kind: 'incident'; at: string; priority: number; row: Incident };

type Reports = Pick<State, 'report'>;
type Incidents = Pick<State, 'incident'>;
type Journal = Pick<State, 'journal'>;

/** What waits for or is under somebody's hands: highest priority first, then the oldest. */
export function openReports(state: Reports): Report[] {
  // Asked for at every change, over thousands: a plain array sorts twice as fast as a lazy sequence.
  const open: Report[] = [];
  for (const report of state.report.reports.values())
    if (report.status === 'new') open.push(report);
  return open.sort(byPriorityThenAge((report) => report.received));
}

export function openIncidents(state: Incidents): Incident[] {
  return state.incident.incidents
    .valueSeq()
    .filter((incident) => incident.status !== 'closed')
    .sort(byPriorityThenAge((incident) => incident.opened.at))
    .toArray();
}

/** Reports dismissed and incidents closed, the latest first. */
export function settled(state: Reports & Incidents): QueueItem[] {
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
    .sort((a, b) => compare(b.at, a.at) || compare(a.row.id, b.row.id))
    .toArray();
}

function byPriorityThenAge<Row extends { priority: number; id: string }>(at: (row: Row) => string) {
  return (a: Row, b: Row): number =>
    a.priority - b.priority || compare(at(a), at(b)) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * All words of `search` occur in one of `texts`, in any order; letter case and accents do not count
 * (`beliard` finds `Béliard`). An empty search finds everything.
 */
export function finds(search: string, texts: readonly (string | undefined)[]): boolean {
  const words = plainLetters(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const all = plainLetters(texts.filter((text) => text !== undefined).join('\n'));
  return words.every((word) => all.includes(word));
}

type ByIncident = ReadonlyMap<string | undefined, readonly JournalEntry[]>;
const byIncident = new WeakMap<Table<JournalEntry>, ByIncident>();

/** Entries per incident, in no order. Remembered per table: many questions are asked of one moment. */
function entriesByIncident(entries: Table<JournalEntry>): ByIncident {
  const known = byIncident.get(entries);
  if (known) return known;
  const groups = Map.groupBy(entries.values(), (entry) => entry.incident);
  byIncident.set(entries, groups);
  return groups;
}

/** An incident's logbook, or the shift's (`undefined`), in order of event time. */
export function logbook(state: Journal, incident: string | undefined): JournalEntry[] {
  return [...(entriesByIncident(state.journal.entries).get(incident) ?? [])].sort(
    (a, b) => compare(a.occurred, b.occurred) || a.seq - b.seq || compare(a.id, b.id),
  );
}

/** Number of the last entry that this person has read of an incident, 0 for none. */
export const readUpTo = (state: Journal, incident: string, person: string): number =>
  state.journal.read.get(readKey(incident, person))?.upTo ?? 0;

/** Entries by others that this person has not read; automatic ones do not count. */
export function unread(state: Journal, incident: string, person: string): number {
  const upTo = readUpTo(state, incident, person);
  const entries = entriesByIncident(state.journal.entries).get(incident) ?? [];
  return entries.filter((entry) => isUnread(entry, upTo, person)).length;
}

export const isUnread = (entry: JournalEntry, upTo: number, person: string): boolean =>
  entry.seq > upTo && entry.author.id !== person && entry.kind !== 'auto';

/** Who has read an incident and how far, the furthest first. */
export const readersOf = (state: Journal, incident: string): ReadMark[] =>
  state.journal.read
    .valueSeq()
    .filter((mark) => mark.incident === incident)
    .sort((a, b) => b.upTo - a.upTo || compare(a.name, b.name))
    .toArray();

export function linkedTo(state: Incidents, incident: string): Incident[] {
  return state.incident.links
    .valueSeq()
    .filter((link) => link.a === incident || link.b === incident)
    .map((link) => state.incident.incidents.get(link.a === incident ? link.b : link.a))
    .filter((other) => other !== undefined)
    .sort((a, b) => compare(a.number, b.number))
    .toArray();
}

export const reportsOf = (state: Reports, incident: string): Report[] =>
  state.report.reports
    .valueSeq()
    .filter((report) => report.incident === incident)
    .sort((a, b) => compare(a.received, b.received) || compare(a.id, b.id))
    .toArray();

export interface Candidate {
  incident: Incident;
  /** Metres from the report; undefined when either has no point. */
  metres: number | undefined;
}

/**
 * All open incidents that a report may be about: the nearest first, then those without a distance by
 * priority and age.
 */
export function candidates(state: Incidents, report: Pick<Report, 'place'>): Candidate[] {
  return openIncidents(state)
    .map((incident) => ({ incident, metres: distance(report.place?.point, incident.place?.point) }))
    .sort((a, b) => rank(a.metres) - rank(b.metres));
}

/** A number also where there is no distance: Infinity - Infinity would be no order. */
const rank = (metres: number | undefined): number => metres ?? Number.MAX_VALUE;

/** Metres between two points; undefined when one of them is not known. */
export const distance = (
  a?: readonly [number, number],
  b?: readonly [number, number],
): number | undefined => a && b && metresBetween([...a], [...b]);
