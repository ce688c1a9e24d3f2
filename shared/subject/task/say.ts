import type { Event } from '../../entry.ts';
import type { CrisisPlan } from '../../plan/plan.ts';
import type { Workflow } from '../../plan/step.ts';
import { fact } from '../../subject.ts';
import type { Incident } from '../incident/schema.ts';
import type { OwnStep, Run, Settled, Task, TaskSlice } from './schema.ts';
import { editionKey, runsOf } from './steps.ts';

/** The events that decisions and reactions have in common. */

type Ended = Pick<Settled, 'note' | 'number' | 'name' | 'time' | 'option'> & { entry?: string };

/** That a step is settled: with what it took, for the account per measure. */
export function closed(
  run: Run,
  step: OwnStep,
  at: string,
  outcome: 'done' | 'skipped',
  how: string,
  ended: Ended = {},
): Event {
  const task: Task | undefined = run.tasks[step.id];
  const open = task?.since === undefined ? undefined : minutesBetween(task.since, at);
  return fact(
    'task.closed',
    run.id,
    {
      ...{ incident: run.incident, step: step.id, title: step.title, outcome, how },
      ...Object.fromEntries(Object.entries(ended).filter(([, value]) => value !== undefined)),
      measures: step.measures,
      ...(open === undefined ? {} : { minutes: open }),
      ...{ within: step.within, priority: step.priority },
    },
    run.restrictions,
  );
}

/** To a tenth. */
export const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 6_000) / 10);

export const dueOf = (since: string, within: number): string =>
  new Date(Date.parse(since) + within * 60_000).toISOString();

/** A new run of a workflow, with its edition where the log has not got it yet. */
export function started(
  task: TaskSlice,
  incident: Incident,
  workflow: Workflow,
  auto = false,
): Event[] {
  const { id, restrictions } = incident;
  const { key, known } = editionKey(task.editions, workflow, restrictions);
  const before = runsOf({ task }, id).filter((run) => run.workflow === workflow.id).length;
  const run = `${id}~${workflow.id}${before === 0 ? '' : `~${before + 1}`}`;
  const data = {
    ...{ incident: id, workflow: workflow.id, title: workflow.title, edition: key },
    ...(auto ? { auto } : {}),
  };
  return [
    ...(known ? [] : [fact('task.published', key, { workflow }, restrictions)]),
    fact('task.started', run, data, restrictions),
  ];
}

/** Workflows that a type of incident starts: what every incident has comes first. */
export function workflowsFor(plan: CrisisPlan, type: string): Workflow[] {
  const mine = plan.workflows.filter(
    ({ kind, types }) => kind === 'workflow' && (types.includes('*') || types.includes(type)),
  );
  return [
    ...mine.filter(({ types }) => types.includes('*')),
    ...mine.filter(({ types }) => !types.includes('*')),
  ];
}
