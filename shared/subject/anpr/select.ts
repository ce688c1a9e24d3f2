import type { Restrictions } from '../../restrictions.ts';
import { entryKey } from './key.ts';
import { MAX_DAYS } from './limits.ts';
import type { AlertNote, AlertRow, AnprSlice, LinkRow } from './schema.ts';
import { isSettled } from './status.ts';

/** Pure questions about plate alerts, for decisions, the server's rooms and screens alike. */

const DAY_MS = 86_400_000;
const same = (one: Restrictions = [], other: Restrictions = []): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** The alert that was raised or reopened last for an entry of a list, as secret as that. Of the server's state only. */
export function latestOf(
  { alerts, latest }: Pick<AnprSlice, 'alerts' | 'latest'>,
  list: string,
  entry: string,
  restrictions?: Restrictions,
): AlertRow | undefined {
  const row = alerts.get(latest.get(entryKey(list, entry))?.alert ?? '');
  if (!row || row.list !== list || row.entry !== entry) return undefined;
  // Under a list that became more secret, what is known of the entry starts anew.
  return restrictions && !same(row.restrictions, restrictions) ? undefined : row;
}

/** The open alert that a hit would join. Of the server's state only. */
export function openAlertOf(
  slice: Pick<AnprSlice, 'alerts' | 'latest'>,
  list: string,
  entry: string,
  restrictions?: Restrictions,
): AlertRow | undefined {
  const row = latestOf(slice, list, entry, restrictions);
  return row && !isSettled(row) ? row : undefined;
}

/** The order in which an operator must see them: priority, then certain before possible, then the one seen last. */
export const byUrgency = (a: AlertRow, b: AlertRow): number =>
  a.priority - b.priority ||
  Number(a.certainty === 'possible') - Number(b.certainty === 'possible') ||
  compare(b.last, a.last) ||
  b.seq - a.seq ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Neither closed nor rejected, the most urgent first. */
export function openAlerts({ alerts }: Pick<AnprSlice, 'alerts'>): AlertRow[] {
  const open: AlertRow[] = [];
  for (const row of alerts.values()) if (!isSettled(row)) open.push(row);
  return open.sort(byUrgency);
}

/** Closed and rejected, the latest first. */
export const settledAlerts = ({ alerts }: Pick<AnprSlice, 'alerts'>): AlertRow[] =>
  [...alerts.values()].filter(isSettled).sort((a, b) => b.seq - a.seq || compare(a.id, b.id));

/** What was written with the latest of these, for who may read it. */
export const noteOf = (
  { notes }: Pick<AlertRow, 'notes'>,
  what: AlertNote['what'],
): string | undefined => notes?.findLast((one) => one.what === what)?.text;

export interface AlertGroup {
  list: string;
  priority: AlertRow['priority'];
  /** The most urgent first. */
  alerts: AlertRow[];
  /** Of them, those that nobody looked at. */
  fresh: number;
}

/**
 * For a flood: groups by list and priority, each where its most urgent alert would stand. Priority comes
 * first in that order, so no crowd of a lesser list stands before a graver alert.
 */
export function alertGroups(open: readonly AlertRow[]): AlertGroup[] {
  const groups = new Map<string, AlertGroup>();
  for (const row of open) {
    const key = `${row.priority}|${row.list}`;
    const { list, priority } = row;
    const group = groups.get(key) ?? { list, priority, alerts: [], fresh: 0 };
    groups.set(key, group);
    group.alerts.push(row);
    if (row.status === 'new') group.fresh += 1;
  }
  for (const { alerts } of groups.values()) alerts.sort(byUrgency);
  return [...groups.values()].sort((a, b) => byUrgency(a.alerts[0]!, b.alerts[0]!));
}

/** The incident that an alert is linked to, as far as the reader may know. */
export const linkOf = ({ links }: Pick<AnprSlice, 'links'>, alert: string): LinkRow | undefined =>
  links.get(alert);

/** Alerts that are linked to an incident, as far as the reader may know: the most urgent first. */
export const alertsOf = (
  { alerts, links }: Pick<AnprSlice, 'alerts' | 'links'>,
  incident: string,
): AlertRow[] =>
  [...links.values()]
    .filter((link) => link.incident === incident)
    .flatMap(({ alert }) => alerts.get(alert) ?? [])
    .sort(byUrgency);

/** Whether an alert must go: settled for as long as its list keeps it, or 12 months old whatever became of it. */
export function isDue(row: AlertRow, now: string): boolean {
  const days = (since: string) => (Date.parse(now) - Date.parse(since)) / DAY_MS;
  const settled = row.rejected?.at ?? row.closed?.at;
  const oldest = compare(row.at, row.raised) < 0 ? row.at : row.raised;
  return days(oldest) >= MAX_DAYS || (settled !== undefined && days(settled) >= row.retentionDays);
}

/** Alerts to erase now; for the server's own hand. */
export const dueAlerts = ({ alerts }: Pick<AnprSlice, 'alerts'>, now: string): string[] =>
  [...alerts.values()].filter((row) => isDue(row, now)).map(({ id }) => id);
