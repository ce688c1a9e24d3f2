import { minutesBetween } from './say.ts';
import type { OwnStep, Task, TaskSlice } from './schema.ts';
import { runsOf, stepIn } from './steps.ts';

/** The account of an incident per measure of the plan: what was done, how fast, and what was not. */
export interface OfMeasure {
  measure: string;
  done: number;
  skipped: number;
  /** Not wanted any more: the incident got another type, or the plan another edition. */
  dropped: number;
  open: number;
  /** Median minutes from due to done, and of the targets of the same steps; undefined where nothing was done. */
  minutes: number | undefined;
  target: number | undefined;
  /** Steps that were done after their time. */
  late: number;
  /** Steps that are not done, and why. */
  undone: { title: OwnStep['title']; state: Task['state']; note?: string | undefined }[];
}

/** Measures in the order of the plan: M6.6 before M10.1. */
export function summaryOf(state: { task: TaskSlice }, incident: string): OfMeasure[] {
  const byMeasure = new Map<string, { step: OwnStep; task: Task }[]>();
  for (const run of runsOf(state, incident))
    for (const [id, task] of Object.entries(run.tasks)) {
      if (task.state === 'hidden') continue;
      const step = stepIn(state, run, id);
      for (const measure of step?.measures ?? [])
        byMeasure.set(measure, [...(byMeasure.get(measure) ?? []), { step: step!, task }]);
    }
  return [...byMeasure]
    .map(([measure, steps]) => accountOf(measure, steps))
    .sort((a, b) => rank(a.measure) - rank(b.measure));
}

function accountOf(measure: string, steps: { step: OwnStep; task: Task }[]): OfMeasure {
  const count = (...states: Task['state'][]) =>
    steps.filter(({ task }) => states.includes(task.state)).length;
  const timed = steps.flatMap(({ step, task: { state, since, settled } }) =>
    state === 'done' && since && settled
      ? [{ minutes: minutesBetween(since, settled.at), target: step.within }]
      : [],
  );
  return {
    measure,
    ...{ done: count('done'), skipped: count('skipped'), dropped: count('dropped') },
    open: count('open', 'waiting'),
    minutes: median(timed.map(({ minutes }) => minutes)),
    target: median(timed.map(({ target }) => target)),
    late: timed.filter(({ minutes, target }) => minutes > target).length,
    undone: steps
      .filter(({ task }) => task.state !== 'done')
      .map(({ step, task }) => ({
        title: step.title,
        state: task.state,
        ...(task.settled?.note === undefined ? {} : { note: task.settled.note }),
      })),
  };
}

function median(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : Math.round(((sorted[middle - 1]! + sorted[middle]!) / 2) * 10) / 10;
}

/** `M6.6` → 606. */
const rank = (measure: string): number => {
  const [theme = 0, number = 0] = measure.slice(1).split('.').map(Number);
  return theme * 100 + number;
};
