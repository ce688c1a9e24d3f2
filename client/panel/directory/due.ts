import type { DirectorySlice } from '../../../shared/subject/directory/schema.ts';
import type { Key } from './tree.ts';

/** Every record is looked at once a year (its keeper's name is on it). Days as `YYYY-MM-DD`. */

/** The day on which a record that was looked at then is due again; 29 February: the day after the 28th. */
export function dueOn(checked: string): string {
  const [year, month, day] = checked.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year + 1, month - 1, day)).toISOString().slice(0, 10);
}

export const isDue = (checked: string, today: string): boolean => dueOn(checked) <= today;

export interface Due extends Key {
  keeper: string;
  checked: string;
  due: string;
  /** Days since it was due; negative: days left. */
  late: number;
}

/** Days ahead that are shown already. */
export const SOON = 30;

/** What is due or will be within `SOON` days, the longest overdue first. */
export function dueOf({ organisations, contacts }: DirectorySlice, today: string): Due[] {
  const found = (
    kind: Key['kind'],
    rows: Iterable<{ id: string } & Pick<Due, 'keeper' | 'checked'>>,
  ) =>
    [...rows].map(({ id, keeper, checked }): Due => {
      const due = dueOn(checked);
      return { kind, id, keeper, checked, due, late: daysBetween(due, today) };
    });
  return [...found('organisation', organisations.values()), ...found('contact', contacts.values())]
    .filter(({ late }) => late >= -SOON)
    .sort((a, b) => b.late - a.late || (a.id < b.id ? -1 : 1));
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
