import { v7 as uuid } from 'uuid';
import type { State } from '../shared/folds.ts';
import { isLate } from '../shared/subject/task/overdue.ts';
import { stepsOf } from '../shared/subject/task/steps.ts';
import type { Who } from './auth/auth.ts';
import type { Commit } from './commit.ts';
import type { Gate } from './gate.ts';

/**
 * Says of each priority step, once, that its time is over; and now and then lets go of editions that nobody
 * has any more. By commands like anybody's: runs on every process, and the second one finds it said.
 */
export function openLapse(
  gate: Gate,
  commit: Commit<State>,
  who: Who,
  { every = 10_000, now = () => Date.now() } = {},
): { look(): Promise<void>; close(): void } {
  const send = (type: string, data: Record<string, unknown>) =>
    gate.submit(who, commit.space, { id: uuid(), type, data });

  async function look(): Promise<void> {
    const { state } = commit.now();
    for (const one of lapsed(state, new Date(now()).toISOString())) await send('task.lapse', one);
  }
  async function tidy(): Promise<void> {
    const editions = unused(commit.now().state);
    if (editions.length > 0) await send('task.retire', { editions });
  }

  const timers = [
    setInterval(() => void look().catch(() => {}), every),
    setInterval(() => void tidy().catch(() => {}), 6 * 3_600_000),
  ];
  return { look, close: () => timers.forEach((timer) => clearInterval(timer)) };
}

/** Priority steps whose time is over, and of which that was not said yet. */
function lapsed(state: State, at: string): { run: string; step: string }[] {
  return [...state.task.runs.values()].flatMap((run) => {
    const late = Object.entries(run.tasks).filter(([, one]) => isLate(one, at) && !one.lapsed);
    if (late.length === 0 || run.stopped) return [];
    if (state.incident.incidents.get(run.incident)?.status === 'closed') return [];
    const priority = new Set(
      stepsOf(state, run)
        .filter((step) => step.priority)
        .map(({ id }) => id),
    );
    return late.filter(([step]) => priority.has(step)).map(([step]) => ({ run: run.id, step }));
  });
}

function unused({ task }: State): string[] {
  const held = new Set(
    [...task.runs.values()].flatMap(({ edition, before = [] }) => [edition, ...before]),
  );
  return [...task.editions.keys()].filter((key) => !held.has(key)).slice(0, 200);
}
