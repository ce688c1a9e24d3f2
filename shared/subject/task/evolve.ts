import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import { followIncident } from '../incident/attached.ts';
import type { Facts, Run, Task, TaskEvent, TaskSlice } from './schema.ts';

export function evolve(slice: TaskSlice, event: Event, entry: Moment): TaskSlice {
  if (event.type.startsWith('incident.')) return follow(slice, event);
  if (!event.type.startsWith('task.')) return slice;
  const known = event as TaskEvent;
  const by = { at: entry.at, by: entry.actor.name };
  const restricted = known.restrictions ? { restrictions: known.restrictions } : {};

  /** The run, changed. */
  const change = (edit: (run: Run) => Partial<Run>): TaskSlice => {
    const run = slice.runs.get(known.id);
    return run
      ? { ...slice, runs: slice.runs.set(known.id, { ...run, ...edit(run), seq: entry.seq }) }
      : slice;
  };
  /** Some of its steps, changed. */
  const steps = (ids: readonly string[], edit: (task: Task, step: string) => Task): TaskSlice =>
    change(({ tasks }) => ({
      tasks: {
        ...tasks,
        ...Object.fromEntries(ids.map((id) => [id, edit(tasks[id] ?? HIDDEN, id)])),
      },
    }));
  const begin = (run: Run): TaskSlice => ({
    ...slice,
    runs: slice.runs.set(run.id, run),
    facts: factsOf(slice, run.incident, restricted, (row) => ({ runs: [...row.runs, run.id] })),
  });

  switch (known.type) {
    case 'task.published': {
      const edition = { workflow: known.data.workflow, ...restricted };
      return { ...slice, editions: slice.editions.set(known.id, edition) };
    }
    case 'task.started': {
      const { incident, workflow, edition, auto } = known.data;
      const begun = { id: known.id, incident, workflow, edition, started: by, seq: entry.seq };
      return begin({ ...begun, ...(auto ? { auto } : {}), tasks: {}, ...restricted });
    }
    case 'task.added': {
      const { incident, step } = known.data;
      if (slice.runs.has(known.id)) return change(({ own = [] }) => ({ own: [...own, step] }));
      const begun = { id: known.id, incident, workflow: 'own', started: by, seq: entry.seq };
      return begin({ ...begun, own: [step], tasks: {}, ...restricted });
    }
    case 'task.opened': {
      const { due } = known.data;
      return steps(Object.keys(due), (_, id) => ({
        state: 'open',
        since: entry.at,
        due: due[id],
      }));
    }
    case 'task.held': {
      const { waiting, hidden } = known.data;
      return steps([...waiting, ...hidden], (_, id) => ({
        state: waiting.includes(id) ? 'waiting' : 'hidden',
      }));
    }
    case 'task.closed': {
      const { step, outcome, how, note, number, name, time, option } = known.data;
      const told = { note, number, name, time, option };
      const given = Object.entries(told).filter(([, value]) => value !== undefined);
      return steps([step], (task) => ({
        ...task,
        state: outcome,
        settled: { ...by, how, ...Object.fromEntries(given) },
        noted: outcome === 'skipped' ? undefined : task.noted,
      }));
    }
    case 'task.reopened': {
      const { step, due, reason } = known.data;
      return steps([step], () => ({ state: 'open', since: entry.at, due, reopened: reason }));
    }
    case 'task.delegated': {
      const { step, to, order } = known.data;
      return steps([step], (task) => ({ ...task, delegated: { to, order, at: entry.at } }));
    }
    case 'task.lapsed':
      return steps([known.data.step], (task) => ({ ...task, lapsed: entry.at }));
    case 'task.noted':
      return steps([known.data.step], (task) => ({ ...task, noted: by }));
    case 'task.stopped':
      return change(({ tasks }) => ({
        stopped: { ...by, why: known.data.why },
        tasks: drop(tasks, Object.keys(tasks), { ...by, how: known.data.why }),
      }));
    case 'task.tookOver': {
      const { edition, before, dropped, due } = known.data;
      return change((run) => ({
        edition,
        before: [...(run.before ?? []), before],
        tasks: retarget(drop(run.tasks, dropped, { ...by, how: 'tookOver' }), due),
      }));
    }
    case 'task.answered': {
      const { fact, value } = known.data;
      return {
        ...slice,
        facts: factsOf(slice, known.id, restricted, ({ values }) => {
          const { [fact]: _, ...others } = values;
          return { values: value === undefined ? others : { ...others, [fact]: { value, ...by } } };
        }),
      };
    }
    case 'task.retired':
      return { ...slice, editions: slice.editions.delete(known.id) };
  }
}

const HIDDEN: Task = { state: 'hidden' };

function factsOf(
  { facts }: TaskSlice,
  incident: string,
  restricted: Pick<Facts, 'restrictions'>,
  edit: (row: Facts) => Partial<Facts>,
): TaskSlice['facts'] {
  const row = facts.get(incident) ?? { incident, values: {}, runs: [], ...restricted };
  return facts.set(incident, { ...row, ...edit(row) });
}

/** What is not settled is not wanted any more. */
function drop(tasks: Run['tasks'], ids: readonly string[], settled: Task['settled']): Run['tasks'] {
  const left = ids
    .filter((id) => tasks[id]?.state === 'open' || tasks[id]?.state === 'waiting')
    .map((id): [string, Task] => [id, { ...tasks[id]!, state: 'dropped', settled }]);
  return { ...tasks, ...Object.fromEntries(left) };
}

function retarget(tasks: Run['tasks'], due: Readonly<Record<string, string>>): Run['tasks'] {
  const late = Object.keys(due)
    .filter((id) => tasks[id])
    .map((id): [string, Task] => [id, { ...tasks[id]!, due: due[id] }]);
  return { ...tasks, ...Object.fromEntries(late) };
}

/** As secret as the incident, and gone when it goes. Editions stay: others may have them too. */
function follow(slice: TaskSlice, event: Event): TaskSlice {
  const runs = followIncident(slice.runs, event, 'task', 'runs');
  const facts = followIncident(slice.facts, event, 'task', 'facts');
  const editions =
    event.type === 'incident.released' ? released(slice.editions, event) : slice.editions;
  return runs === slice.runs && facts === slice.facts && editions === slice.editions
    ? slice
    : { runs, facts, editions };
}

function released(editions: TaskSlice['editions'], event: Event): TaskSlice['editions'] {
  const rows = (event.data['rows'] as Record<string, Record<string, object>>)['task']?.['editions'];
  return rows ? editions.merge(rows as Record<string, never>) : editions;
}

export const fold = {
  name: 'task',
  initial: { runs: Map(), editions: Map(), facts: Map() },
  evolve,
  follows: ['incident'],
  guarded: {},
  internal: [],
} satisfies Fold<TaskSlice>;
