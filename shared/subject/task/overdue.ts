import type { Incident } from '../incident/schema.ts';
import type { Run, Task, TaskSlice } from './schema.ts';

/** What is late, and what a supervisor must still take notice of. Pure questions, cheap to ask often. */

/** `now`: ISO 8601 by the server's clock. */
export const isLate = (task: Task, now: string): boolean =>
  task.state === 'open' && task.due !== undefined && task.due < now;

/** Incident → how many of its open steps are late. Incidents without late steps are absent. */
export function lateByIncident({ runs }: TaskSlice, now: string): Map<string, number> {
  const late = new Map<string, number>();
  for (const { incident, tasks, stopped } of runs.values()) {
    if (stopped) continue;
    let count = 0;
    for (const step in tasks) if (isLate(tasks[step]!, now)) count++;
    if (count > 0) late.set(incident, (late.get(incident) ?? 0) + count);
  }
  return late;
}

export interface Noticed {
  run: Run;
  step: string;
  task: Task;
  why: 'late' | 'skipped';
}

/** Priority steps that were late or skipped and that no supervisor has noted, the oldest first. */
export function toNote(
  { runs, editions }: TaskSlice,
  incidents: { get(id: string): Incident | undefined },
): Noticed[] {
  const found: Noticed[] = [];
  for (const run of runs.values()) {
    if (!incidents.get(run.incident)) continue;
    const steps = run.edition ? editions.get(run.edition)?.workflow.steps : undefined;
    for (const [step, task] of Object.entries(run.tasks)) {
      if (task.noted) continue;
      if (task.lapsed) found.push({ run, step, task, why: 'late' });
      else if (task.state === 'skipped' && steps?.find(({ id }) => id === step)?.priority)
        found.push({ run, step, task, why: 'skipped' });
    }
  }
  const when = ({ task }: Noticed) => task.lapsed ?? task.settled?.at ?? '';
  return found.sort((a, b) => (when(a) < when(b) ? -1 : 1));
}
