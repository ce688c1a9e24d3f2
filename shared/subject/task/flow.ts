import { holds } from '../../plan/condition.ts';
import type { Known } from './facts.ts';
import type { OwnStep, Run } from './schema.ts';

/** Which steps stand where: by the facts of the incident, and by what comes before what. Pure. */
export interface Turn {
  open: OwnStep[];
  waiting: string[];
  hidden: string[];
}

/**
 * The steps of a run that should stand otherwise than they do. What is settled stays so. A step that is open
 * stays open although a step before it was opened again, and although the facts do not ask for it any more
 * when somebody was ordered to do it.
 */
export function turn(steps: readonly OwnStep[], tasks: Run['tasks'], facts: Known): Turn {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const shown = new Map(
    steps.map((step) => [step.id, step.when === undefined || holds(step.when, facts)]),
  );
  const known = new Map<string, boolean>();

  /** What comes after it may begin: it is settled, or not asked for and neither is anything before it. */
  function passed(id: string): boolean {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, true); // Steps in a ring, which the plan's linter refuses, end here.
    const step = byId.get(id);
    const is = !step || isSettled(tasks[id]?.state) || (!shown.get(id) && ready(step));
    known.set(id, is);
    return is;
  }
  const ready = ({ after = [] }: OwnStep): boolean => after.every(passed);

  const result: Turn = { open: [], waiting: [], hidden: [] };
  for (const step of steps) {
    const { id } = step;
    const task = tasks[id];
    const state = task?.state ?? 'hidden';
    if (isSettled(state)) continue;
    if (!shown.get(id)) {
      if (state !== 'hidden' && !task?.delegated) result.hidden.push(id);
    } else if (state === 'open') continue;
    else if (ready(step)) result.open.push(step);
    else if (state !== 'waiting') result.waiting.push(id);
  }
  return result;
}

export const isSettled = (state: string | undefined): boolean =>
  state === 'done' || state === 'skipped' || state === 'dropped';
