import type { Event } from '../../entry.ts';
import type { Table } from '../../subject.ts';
import type { MeasureSlice, RehearsalRow, UseRow } from './schema.ts';

/** What is counted of the steps that incidents carried out, and what of it concerns one measure. */

/** Of `task.closed`: what a step tells of its measures. */
interface Closed {
  outcome: 'done' | 'skipped';
  measures: readonly string[];
  /** Minutes that it stood open, and its target. */
  minutes?: number | undefined;
  within: number;
}

const NONE = { done: 0, skipped: 0, timed: 0, minutes: 0, late: 0 };

export function withUse(uses: Table<UseRow>, event: Event, at: string): Table<UseRow> {
  const { outcome, measures, minutes, within } = event.data as unknown as Closed;
  const { restrictions } = event;
  return uses.withMutations((open) => {
    for (const measure of new Set(measures)) {
      const key = restrictions ? `${measure}|${restrictions.join('|')}` : measure;
      const row = open.get(key) ?? { ...NONE, measure, ...(restrictions ? { restrictions } : {}) };
      const timed = outcome === 'done' && minutes !== undefined;
      open.set(key, {
        ...row,
        [outcome]: row[outcome] + 1,
        timed: row.timed + (timed ? 1 : 0),
        minutes: row.minutes + (timed ? minutes : 0),
        late: row.late + (timed && minutes > within ? 1 : 0),
        last: at,
      });
    }
  });
}

export interface Uses extends Omit<UseRow, 'last' | 'restrictions'> {
  last?: string | undefined;
  /** Exercises that practised it, the latest first. */
  rehearsals: RehearsalRow[];
}

/** All that this reader may know of the use of one measure. */
export function usesOf(slice: MeasureSlice, measure: string): Uses {
  const rows = [...slice.uses.values()].filter((row) => row.measure === measure);
  const sum = (field: keyof typeof NONE) => rows.reduce((all, row) => all + row[field], 0);
  const last = rows
    .map((row) => row.last)
    .sort()
    .at(-1);
  return {
    measure,
    ...{ done: sum('done'), skipped: sum('skipped') },
    ...{ timed: sum('timed'), minutes: sum('minutes'), late: sum('late') },
    ...(last === undefined ? {} : { last }),
    rehearsals: [...slice.rehearsals.values()]
      .filter(({ measures }) => measures.includes(measure))
      .sort((a, b) => (a.day < b.day ? 1 : -1)),
  };
}
