import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';

/** As many alerts of one list and priority stand one by one; more are a flood and fold into one row. */
export const FOLD_ABOVE = 8;

/** Alerts of one list and priority. Its id is theirs: `<list>:<priority>`. */
export interface Flood {
  id: string;
  list: string;
  priority: AlertRow['priority'];
  /** In the order of the queue. */
  alerts: readonly AlertRow[];
  /** Its alerts stand under it. */
  opened: boolean;
}

/** A row of the section. */
export type AlertItem =
  | { kind: 'anpr'; row: AlertRow; /** Stands under the row of its group. */ inGroup: boolean }
  | { kind: 'anpr-group'; row: Flood };

export const groupOf = ({ list, priority }: Pick<AlertRow, 'list' | 'priority'>): string =>
  `${list}:${priority}`;

/** `count`: open alerts of its list and priority. */
export const folds = ({ priority }: Pick<AlertRow, 'priority'>, count: number): boolean =>
  priority !== 1 && count > FOLD_ABOVE;

/**
 * The rows from alerts in the order in which an operator must see them: that order stays, and a flood
 * stands where its first alert does. Priority 1 never folds.
 */
export function foldFloods(alerts: readonly AlertRow[], opened: ReadonlySet<string>): AlertItem[] {
  const groups = new Map<string, AlertRow[]>();
  for (const row of alerts) {
    const id = groupOf(row);
    const had = groups.get(id);
    if (had) had.push(row);
    else groups.set(id, [row]);
  }
  const told = new Set<string>();
  return alerts.flatMap((row): AlertItem[] => {
    const id = groupOf(row);
    const all = groups.get(id) ?? [];
    if (!folds(row, all.length)) return [{ kind: 'anpr', row, inGroup: false }];
    if (told.has(id)) return [];
    told.add(id);
    const open = opened.has(id);
    const { list, priority } = row;
    const head = {
      kind: 'anpr-group' as const,
      row: { id, list, priority, alerts: all, opened: open },
    };
    return open
      ? [head, ...all.map((one) => ({ kind: 'anpr' as const, row: one, inGroup: true }))]
      : [head];
  });
}
