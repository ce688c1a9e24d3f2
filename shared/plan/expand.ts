import type { Condition, Step, WorkflowFile } from './step.ts';

/** How a workflow file becomes a list of steps: its blocks are laid out in their place. */

export type Item = WorkflowFile['steps'][number];
export type Use = Extract<Item, { use: string }>;
export const isUse = (item: Item): item is Use => 'use' in item;

/** A step, and which item of the file it comes from. */
export interface Laid {
  step: Step;
  item: number;
}

/** Blocks by their ids. */
export type Blocks = ReadonlyMap<string, readonly Item[]>;

/**
 * A step of block `b` becomes `b.step`, in whatever is around; what the file itself writes keeps its id.
 * `when` of a `use` is joined to that of each step; `after` of a `use` goes to the block's first steps, those
 * that wait for no other of it. In `after`, a block's id means all its last steps, those that no other of it
 * waits for; `b.step` means that step. What is not there is left as it is written, a block that uses itself
 * is laid out once: the linter tells both.
 */
export function layOut(items: readonly Item[], blocks: Blocks, id?: string): Laid[] {
  return lay(items, blocks, undefined, id === undefined ? [] : [id]);
}

function lay(
  items: readonly Item[],
  blocks: Blocks,
  prefix: string | undefined,
  trail: readonly string[],
): Laid[] {
  const named = (id: string) => (prefix === undefined ? id : `${prefix}.${id}`);
  const groups = items.map((item): readonly Step[] => {
    if (!isUse(item)) return [{ ...item, id: named(item.id) }];
    const inside = blocks.get(item.use);
    if (!inside || trail.includes(item.use)) return [];
    return lay(inside, blocks, item.use, [...trail, item.use]).map(({ step }) => step);
  });
  const meant = new Map<string, readonly string[]>();
  for (const [i, item] of items.entries())
    if (isUse(item)) meant.set(item.use, lastOf(groups[i]!));
    else meant.set(item.id, [named(item.id)]);
  const refs = (after: readonly string[]) => [
    ...new Set(after.flatMap((ref) => meant.get(ref) ?? [ref])),
  ];
  return items.flatMap((item, i) =>
    groups[i]!.map((step) => ({
      item: i,
      step: isUse(item)
        ? used(step, item, refs(item.after ?? []), groups[i]!)
        : withAfter(step, refs(step.after ?? [])),
    })),
  );
}

function used(step: Step, { when }: Use, after: readonly string[], group: readonly Step[]): Step {
  const first = !step.after?.some((ref) => group.some(({ id }) => id === ref));
  const joined = first ? withAfter(step, [...after, ...(step.after ?? [])]) : step;
  return when ? { ...joined, when: both(when, step.when) } : joined;
}

const withAfter = (step: Step, after: readonly string[]): Step =>
  after.length > 0 ? { ...step, after: [...after] } : step;

const both = (outer: Condition, inner: Condition | undefined): Condition =>
  inner ? { all: [outer, inner] } : outer;

/** Those that no other of them waits for. */
function lastOf(steps: readonly Step[]): string[] {
  const awaited = new Set(steps.flatMap(({ after = [] }) => after));
  return steps.map(({ id }) => id).filter((id) => !awaited.has(id));
}
