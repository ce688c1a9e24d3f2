import { createHash } from 'node:crypto';
import { layOut } from '../../shared/plan/expand.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import type { Workflow } from '../../shared/plan/step.ts';
import { blocksOf } from './lint-order.ts';
import { values, type PlanFiles } from './read.ts';
import { itemsOf } from './workflow.ts';

/** The plan from its files, once nothing is wrong with them. */
export function makePlan(files: PlanFiles): CrisisPlan {
  const blocks = blocksOf(files.workflows);
  const { ground } = files;
  const plan: Omit<CrisisPlan, 'edition'> = {
    measures: files.themes.flatMap(({ measures }) => measures.map(({ id }) => id)),
    workflows: files.workflows.map((written) => {
      const { edition, title, types = [] } = written.head!;
      const { id, kind } = written;
      const laid = layOut(itemsOf(written), blocks, kind === 'block' ? id : undefined);
      const content = { id, kind, title, types, steps: laid.map(({ step }) => step) };
      return { ...content, edition, hash: hashOf(content) } satisfies Workflow;
    }),
    phases: values(files.phases),
    categories: values(files.categories),
    functions: values(files.functions),
    channels: values(files.channels),
    municipalities: (ground?.municipalities ?? []).map(({ id, name }) => ({ id, name })),
    zones: ground?.zones ?? [],
    sites: ground?.sites ?? [],
  };
  return { ...plan, edition: hashOf(plan) };
}

/** Twelve hexadecimal digits of SHA-256 over the content, whatever the order of its fields. */
export const hashOf = (content: object): string =>
  createHash('sha256').update(canonical(content)).digest('hex').slice(0, 12);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  const fields = pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
