import type { FactValue, Question, Workflow } from '../../plan/step.ts';
import type { Edition, OwnStep, Run, TaskSlice } from './schema.ts';

/** Pure questions about runs and their steps, for decisions and screens alike. */
type Of = { task: TaskSlice };

const NONE: readonly OwnStep[] = [];

/** The frozen workflow of a run; undefined for own steps. */
export const workflowOf = ({ task }: Of, run: Run): Workflow | undefined =>
  run.edition === undefined ? undefined : task.editions.get(run.edition)?.workflow;

/** The steps of a run as its edition has them, in order. */
export const stepsOf = (state: Of, run: Run): readonly OwnStep[] =>
  run.own ?? workflowOf(state, run)?.steps ?? NONE;

/** A step of a run by its id, from an earlier edition where the present one does not have it any more. */
export function stepIn(state: Of, run: Run, id: string): OwnStep | undefined {
  const here = stepsOf(state, run).find((step) => step.id === id);
  if (here) return here;
  return [...(run.before ?? [])]
    .reverse()
    .flatMap((key) => state.task.editions.get(key)?.workflow.steps ?? [])
    .find((step) => step.id === id);
}

/** The frozen step: what an alarm reaches for. */
export function stepOf(state: Of, run: string, step: string): OwnStep | undefined {
  const row = state.task.runs.get(run);
  return row && stepIn(state, row, step);
}

/** The runs of an incident, in the order in which they began. */
export const runsOf = ({ task }: Of, incident: string): Run[] =>
  (task.facts.get(incident)?.runs ?? [])
    .map((id) => task.runs.get(id))
    .filter((run) => run !== undefined);

/** What asks for a fact, in the incident's own editions first, then in the workflows given. */
export function questionFor(
  state: Of,
  incident: string,
  fact: string,
  workflows: readonly Workflow[],
): Question | undefined {
  const own = runsOf(state, incident).flatMap((run) => stepsOf(state, run));
  return [...own, ...workflows.flatMap(({ steps }) => steps)].find(
    ({ question }) => question?.fact === fact,
  )?.question;
}

/** Whether a value answers a question. */
export function answers({ kind, choices }: Question, value: FactValue): boolean {
  if (kind === 'yesno') return typeof value === 'boolean';
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'text') return typeof value === 'string' && value !== '';
  return choices?.some(({ id }) => id === value) ?? false;
}

/**
 * Key of an edition. One that first came with a restricted incident is as restricted, and has a key of its
 * own: who may not know of the incident is not told that its workflow was started.
 */
export function editionKey(
  editions: TaskSlice['editions'],
  { id, hash }: Pick<Workflow, 'id' | 'hash'>,
  restrictions: readonly string[] | undefined,
): { key: string; known: boolean } {
  const open = `${id}@${hash}`;
  const own = restrictions ? `${open}~${restrictions.join('+')}` : open;
  const fits = (edition: Edition | undefined) =>
    edition?.restrictions?.every((one) => restrictions?.includes(one)) ?? edition !== undefined;
  if (fits(editions.get(open))) return { key: open, known: true };
  return { key: own, known: fits(editions.get(own)) };
}
