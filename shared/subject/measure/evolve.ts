import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import type { ActionRow, IndicatorRow, MeasureEvent, MeasureSlice, ValueRow } from './schema.ts';
import { withUse } from './uses.ts';

/** Values of an indicator kept in the state; all of them are in the log. */
const KEPT = 120;

function evolve(slice: MeasureSlice, event: Event, entry: Moment): MeasureSlice {
  if (event.type === 'task.closed') return { ...slice, uses: withUse(slice.uses, event, entry.at) };
  if (!event.type.startsWith('measure.')) return slice;
  const known = event as MeasureEvent;
  const { id } = known;
  const done = { at: entry.at, by: entry.actor.name };
  const action = (edit: (row: ActionRow) => Partial<ActionRow>): MeasureSlice => {
    const row = slice.actions.get(id);
    return row ? { ...slice, actions: slice.actions.set(id, { ...row, ...edit(row) }) } : slice;
  };
  const indicator = (edit: (row: IndicatorRow) => Partial<IndicatorRow>): MeasureSlice => {
    const row = slice.indicators.get(id);
    return row
      ? { ...slice, indicators: slice.indicators.set(id, { ...row, ...edit(row) }) }
      : slice;
  };
  switch (known.type) {
    case 'measure.acted': {
      const row: ActionRow = { id, ...known.data, state: 'open', written: done };
      return { ...slice, actions: slice.actions.set(id, row) };
    }
    case 'measure.reworded': {
      const { title, owner, due } = known.data;
      return action(() => ({ title, owner, due, reworded: done }));
    }
    case 'measure.settled': {
      const { note } = known.data;
      return action(() => ({ state: 'done', settled: { ...done, ...(note ? { note } : {}) } }));
    }
    case 'measure.chosen': {
      const row: IndicatorRow = { id, ...known.data, chosen: done, values: [] };
      return { ...slice, indicators: slice.indicators.set(id, row) };
    }
    case 'measure.measured': {
      const { measure: _, ...value } = known.data;
      return indicator(({ values }) => ({ values: inOrder(values, { ...value, ...done }) }));
    }
    case 'measure.dropped':
      return indicator(() => ({ dropped: { ...done, reason: known.data.reason } }));
    case 'measure.rehearsed': {
      const row = { id, ...known.data, ...done };
      return { ...slice, rehearsals: slice.rehearsals.set(id, row) };
    }
  }
}

const inOrder = (values: readonly ValueRow[], value: ValueRow): ValueRow[] =>
  [...values.filter(({ day }) => day !== value.day), value]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(-KEPT);

export const fold = {
  name: 'measure',
  initial: { actions: Map(), indicators: Map(), uses: Map(), rehearsals: Map() },
  evolve,
  // Whose steps it counts.
  follows: ['task'],
  guarded: {},
  internal: [],
} satisfies Fold<MeasureSlice>;
