import type { Step, Workflow } from './step.ts';

/** What a later edition of a workflow does otherwise. Steps are the same by their ids. */
export interface Difference {
  added: Step[];
  removed: Step[];
  changed: { step: Step; fields: (keyof Step)[] }[];
}

export function difference(before: Workflow, after: Workflow): Difference {
  const old = new Map(before.steps.map((step) => [step.id, step]));
  const kept = new Set(after.steps.map(({ id }) => id));
  return {
    added: after.steps.filter(({ id }) => !old.has(id)),
    removed: before.steps.filter(({ id }) => !kept.has(id)),
    changed: after.steps
      .map((step) => ({ step, fields: fieldsOf(old.get(step.id), step) }))
      .filter(({ fields }) => fields.length > 0),
  };
}

function fieldsOf(before: Step | undefined, after: Step): (keyof Step)[] {
  if (!before) return [];
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Step)[];
  return all.filter((field) => !same(before[field], after[field]));
}

/** Equal as values: the order of the fields of an object does not count. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(a[key as never], b[key as never]));
}
