import type { Workflow } from '../../../shared/plan/step.ts';
import { isLate } from '../../../shared/subject/task/overdue.ts';
import type { OwnStep, Run, Task, TaskSlice } from '../../../shared/subject/task/schema.ts';
import { runsOf, stepIn, stepsOf, workflowOf } from '../../../shared/subject/task/steps.ts';

/** The steps of an incident as the panel lays them out. Pure. */
export interface Row {
  /** Unique on the screen: run and step. */
  id: string;
  run: Run;
  step: OwnStep;
  task: Task;
  late: boolean;
  /** The edition that its run has now does not have it any more. */
  gone: boolean;
}

export interface Group {
  run: Run;
  /** Absent for own steps. */
  workflow: Workflow | undefined;
  /** Can be done now: the first due first. */
  now: Row[];
  /** For others, in the order of the plan. */
  waiting: Row[];
  /** Done, skipped, dropped: the latest first. */
  settled: Row[];
  late: number;
}

export const rowId = (run: string, step: string): string => `${run}/${step}`;

/** What runs comes first, in the order in which it began; what was stopped last. `now`: ISO 8601. */
export function groupsOf(state: { task: TaskSlice }, incident: string, now: string): Group[] {
  const groups = runsOf(state, incident).map((run) => groupOf(state, run, now));
  return [...groups.filter(({ run }) => !run.stopped), ...groups.filter(({ run }) => run.stopped)];
}

function groupOf(state: { task: TaskSlice }, run: Run, now: string): Group {
  const steps = stepsOf(state, run);
  const known = new Set(steps.map(({ id }) => id));
  const old = Object.keys(run.tasks).filter((id) => !known.has(id));
  const rows = [...steps, ...old.map((id) => stepIn(state, run, id))].flatMap((step): Row[] => {
    const task = step && run.tasks[step.id];
    if (!task || task.state === 'hidden') return [];
    const late = !run.stopped && isLate(task, now);
    return [{ id: rowId(run.id, step.id), run, step, task, late, gone: !known.has(step.id) }];
  });
  const open = rows.filter(({ task }) => task.state === 'open');
  return {
    run,
    workflow: workflowOf(state, run),
    now: open.sort((a, b) => compare(a.task.due, b.task.due)),
    waiting: rows.filter(({ task }) => task.state === 'waiting'),
    settled: rows
      .filter(({ task }) => task.settled !== undefined)
      .sort((a, b) => compare(b.task.settled?.at, a.task.settled?.at)),
    late: open.filter(({ late }) => late).length,
  };
}

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/** The next step of a kind that stands for what is due: late by so many milliseconds when negative. */
export const leftOf = (task: Task, now: number): number | undefined =>
  task.due === undefined ? undefined : Date.parse(task.due) - now;
