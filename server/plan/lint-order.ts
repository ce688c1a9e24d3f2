import { isUse, layOut, type Blocks, type Laid } from '../../shared/plan/expand.ts';
import type { Findings } from './finding.ts';
import { meant } from './near.ts';
import type { PlanFiles } from './read.ts';
import { itemsOf, type Written } from './workflow.ts';

/** How steps and blocks hang together: ids, blocks that are used, and what comes after what. */
export function lintOrder({ workflows }: PlanFiles, found: Findings): void {
  const blocks = blocksOf(workflows);
  const first = new Map<string, Written>();
  for (const workflow of workflows) {
    const { source, id } = workflow;
    const other = first.get(id);
    if (other)
      found.mistake(
        source.at(['id']),
        `"${id}" is also the id of ${other.source.file}: change one`,
      );
    else first.set(id, workflow);
    lintUses(workflow, blocks, found);
    lintIds(workflow, found);
    lintLaid(workflow, blocks, found);
  }
}

export const blocksOf = (workflows: readonly Written[]): Blocks =>
  new Map(
    workflows.filter(({ kind }) => kind === 'block').map((block) => [block.id, itemsOf(block)]),
  );

function lintUses({ items, id, kind }: Written, blocks: Blocks, found: Findings): void {
  for (const { item, at } of items) {
    if (!item || !isUse(item)) continue;
    if (!blocks.has(item.use))
      found.mistake(
        at('use'),
        `there is no block "${item.use}" in plan/workflows/blocks.${meant(item.use, blocks.keys())}`,
      );
    const way = kind === 'block' ? wayBack(item.use, id, blocks) : undefined;
    if (way)
      found.mistake(
        at('use'),
        `goes round in a circle: ${[id, ...way].join(' uses ')}: take one of them out`,
      );
  }
}

/** From a block, by the blocks that it uses, to the one where it began. */
function wayBack(
  from: string,
  to: string,
  blocks: Blocks,
  seen: readonly string[] = [],
): string[] | undefined {
  if (from === to) return [to];
  if (seen.includes(from)) return undefined;
  for (const item of blocks.get(from) ?? []) {
    const way = isUse(item) ? wayBack(item.use, to, blocks, [...seen, from]) : undefined;
    if (way) return [from, ...way];
  }
  return undefined;
}

function lintIds({ items }: Written, found: Findings): void {
  const seen = new Map<string, number | undefined>();
  for (const { name, item, at } of items) {
    if (name === undefined) continue;
    if (seen.has(name))
      found.mistake(
        at(item && isUse(item) ? 'use' : 'id'),
        `"${name}" is already in line ${seen.get(name)}: ${
          item && isUse(item) ? 'a block is used once' : 'give this step an id of its own'
        }`,
      );
    else seen.set(name, at().line);
  }
}

/** What `after` names, and circles, on the steps as they are laid out. */
function lintLaid(workflow: Written, blocks: Blocks, found: Findings): void {
  const sound = workflow.items.filter(({ item }) => item);
  const laid = layOut(
    itemsOf(workflow),
    blocks,
    workflow.kind === 'block' ? workflow.id : undefined,
  );
  const known = new Set([
    ...workflow.items.flatMap(({ name }) => name ?? []),
    ...laid.map(({ step }) => step.id),
  ]);
  for (const { item, at } of sound)
    for (const [i, ref] of (item!.after ?? []).entries())
      if (!known.has(ref))
        found.mistake(at('after', i), `waits for "${ref}", which is not here.${meant(ref, known)}`);

  const held = new Map<string, number>();
  for (const { step, item } of laid) {
    const before = held.get(step.id);
    // Two of the file itself are told by their ids.
    const brought = [before, item].some((i) => i !== undefined && isUse(sound[i]!.item!));
    if (before !== undefined && before !== item && brought)
      found.mistake(
        sound[item]!.at(),
        `brings "${step.id}" in a second time, beside ${sound[before]!.name}: leave one out`,
      );
    held.set(step.id, item);
  }
  if (laid.length > MOST)
    found.mistake(
      workflow.source.at(),
      `has ${laid.length} steps laid out, ${MOST} at most: divide it`,
    );
  const circle = circleIn(laid);
  // One that lies wholly in a used block is told there.
  if (
    circle &&
    (new Set(circle.map(({ item }) => item)).size > 1 || !isUse(sound[circle[0]!.item]!.item!))
  ) {
    const way = [...circle, circle[0]!].map(({ step }) => step.id).join(' after ');
    found.mistake(
      sound[circle[0]!.item]!.at('after'),
      `waits for itself: ${way}: take one "after" out`,
    );
  }
}

/** Steps that an incident keeps of a workflow, as the schema limits them. */
const MOST = 200;

function circleIn(laid: readonly Laid[]): Laid[] | undefined {
  const byId = new Map(laid.map((one) => [one.step.id, one]));
  const done = new Set<string>();
  const walk = (one: Laid, trail: readonly Laid[]): Laid[] | undefined => {
    const from = trail.indexOf(one);
    if (from >= 0) return trail.slice(from);
    if (done.has(one.step.id)) return undefined;
    for (const ref of one.step.after ?? []) {
      const next = byId.get(ref);
      const circle = next && walk(next, [...trail, one]);
      if (circle) return circle;
    }
    done.add(one.step.id);
    return undefined;
  };
  for (const one of laid) {
    const circle = walk(one, []);
    if (circle) return circle;
  }
  return undefined;
}
