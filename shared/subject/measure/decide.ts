import { dayInBrussels } from '../../day.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import type { ActionRow, IndicatorRow, MeasureCommand, MeasureSlice } from './schema.ts';

interface Needs {
  measure: MeasureSlice;
}

export function decide(
  { measure: slice }: Needs,
  command: MeasureCommand,
  context: Context,
): Decision {
  switch (command.type) {
    case 'measure.act': {
      const { measure } = command.data;
      if (slice.actions.has(command.id)) return reject(refuse('id-taken'));
      if (!inPlan(measure, context)) return reject(refuse('measure-unknown', 'data.measure'));
      return accept(fact('measure.acted', command.id, { measure, ...asSaid(command.data) }));
    }
    case 'measure.reword': {
      const { action, ...data } = command.data;
      const row = slice.actions.get(action);
      const wrong = settledOrUnknown(row);
      if (wrong || !row) return wrong!;
      const said = asSaid(data);
      if (same(said, asSaid(row))) return accept();
      return accept(fact('measure.reworded', row.id, { measure: row.measure, ...said }));
    }
    case 'measure.settle': {
      const { action, note } = command.data;
      const row = slice.actions.get(action);
      const wrong = settledOrUnknown(row);
      if (wrong || !row) return wrong!;
      const data = { measure: row.measure, ...(note ? { note } : {}) };
      return accept(fact('measure.settled', row.id, data));
    }
    case 'measure.choose': {
      if (slice.indicators.has(command.id)) return reject(refuse('id-taken'));
      if (!inPlan(command.data.measure, context))
        return reject(refuse('measure-unknown', 'data.measure'));
      return accept(fact('measure.chosen', command.id, command.data));
    }
    case 'measure.measure': {
      const { indicator, day, value, note } = command.data;
      const row = slice.indicators.get(indicator);
      const wrong = droppedOrUnknown(row);
      if (wrong || !row) return wrong!;
      if (day > today(context)) return reject(refuse('time-ahead', 'data.day'));
      const known = row.values.find((one) => one.day === day);
      if (known?.value === value && (known.note ?? '') === (note ?? '')) return accept();
      const data = { measure: row.measure, day, value, ...(note ? { note } : {}) };
      return accept(fact('measure.measured', row.id, data));
    }
    case 'measure.drop': {
      const { indicator, reason } = command.data;
      const row = slice.indicators.get(indicator);
      const wrong = droppedOrUnknown(row);
      if (wrong || !row) return wrong!;
      return accept(fact('measure.dropped', row.id, { measure: row.measure, reason }));
    }
    case 'measure.rehearse': {
      const { exercise, name, day } = command.data;
      const strange = command.data.measures.findIndex((id) => !inPlan(id, context));
      if (strange >= 0) return reject(refuse('measure-unknown', `data.measures.${strange}`));
      if (day > today(context)) return reject(refuse('time-ahead', 'data.day'));
      const measures = [...new Set(command.data.measures)];
      const row = slice.rehearsals.get(exercise);
      if (row && same([row.name, row.day, row.measures], [name, day, measures])) return accept();
      return accept(fact('measure.rehearsed', exercise, { name, day, measures }));
    }
  }
}

const inPlan = (measure: string, { plan }: Context): boolean =>
  plan.crisis.measures.includes(measure);

const today = ({ at }: Context): string => dayInBrussels(Date.parse(at));

/** An action in its own words, without what was left empty. */
const asSaid = ({ title, owner, due }: Pick<ActionRow, 'title' | 'owner' | 'due'>) => ({
  title,
  ...(owner ? { owner } : {}),
  ...(due ? { due } : {}),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function settledOrUnknown(row: ActionRow | undefined): Decision | undefined {
  if (!row) return reject(refuse('action-unknown', 'data.action'));
  return row.state === 'done' ? reject(refuse('action-settled', 'data.action')) : undefined;
}

function droppedOrUnknown(row: IndicatorRow | undefined): Decision | undefined {
  if (!row) return reject(refuse('indicator-unknown', 'data.indicator'));
  return row.dropped ? reject(refuse('indicator-dropped', 'data.indicator')) : undefined;
}
