import type { Edition, Run, TaskSlice } from './schema.ts';
import { editionKey } from './steps.ts';

/**
 * The runs of an incident that is released, as those who now see it may have them: with editions that exactly
 * they may see. An edition is other incidents' too, so its own row is never opened; where those who are left
 * could not see it, they get one under a key of their own.
 */
export function released(
  { editions }: Pick<TaskSlice, 'editions'>,
  runs: Readonly<Record<string, Run>>,
): { runs: Record<string, Run>; editions: Record<string, Edition> } {
  const made: Record<string, Edition> = {};
  const reachable = (old: string, { restrictions }: Run): string => {
    const row = editions.get(old);
    if (!row || (row.restrictions ?? []).every((one) => restrictions?.includes(one))) return old;
    const { key, known } = editionKey(editions, row.workflow, restrictions);
    if (!known) made[key] = { workflow: row.workflow, ...(restrictions ? { restrictions } : {}) };
    return key;
  };
  const kept = Object.entries(runs).map(([id, run]): [string, Run] => [
    id,
    {
      ...run,
      ...(run.edition === undefined ? {} : { edition: reachable(run.edition, run) }),
      ...(run.before ? { before: run.before.map((old) => reachable(old, run)) } : {}),
    },
  ]);
  return { runs: Object.fromEntries(kept), editions: made };
}
