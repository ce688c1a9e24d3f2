import { lateByIncident } from '../../shared/subject/task/overdue.ts';
import type { TaskSlice } from '../../shared/subject/task/schema.ts';
import { useNow } from '../part/time.ts';
import { usePicture } from '../store.ts';

const STEP = 10_000;
let last: { task: TaskSlice; at: number; late: ReadonlyMap<string, number> } | undefined;

/** Incident → how many of its steps are late. Counted once per change and ten seconds, whoever asks. */
export function useLate(): ReadonlyMap<string, number> {
  const task = usePicture((p) => p.shown.task);
  const at = Math.floor(useNow(STEP) / STEP) * STEP;
  if (last?.task !== task || last.at !== at)
    last = { task, at, late: lateByIncident(task, new Date(at).toISOString()) };
  return last.late;
}
