import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { incidentFor } from '../incident/decide.ts';
import { closeStep, written } from './close.ts';
import { isSettled } from './flow.ts';
import type { Needs } from './needs.ts';
import { closed, dueOf, minutesBetween } from './say.ts';
import type { OwnStep, Run, Task, TaskCommand } from './schema.ts';
import { editionKey, stepIn, stepsOf, workflowOf } from './steps.ts';

/** Commands about one run, and most of them about one of its steps. */
type OfRun = Exclude<
  TaskCommand,
  { type: 'task.start' | 'task.add' | 'task.answer' | 'task.retire' }
>;
export type OfStep = Exclude<OfRun, { type: 'task.takeOver' }>;

/** Kinds of command that look back, and so may come after the end. */
const LATE = ['task.note', 'task.lapse'];

export function decideRun(state: Needs, command: OfRun, context: Context): Decision {
  const run = state.task.runs.get(command.data.run);
  const incident = run && incidentFor(state, run.incident, context);
  if (!run || !incident) return reject(refuse('run-unknown', 'data.run'));
  if (incident.status === 'closed' && !LATE.includes(command.type))
    return reject(refuse('incident-closed', 'data.run'));
  if (command.type === 'task.takeOver') return takeOver(state, run, command.data.edition, context);
  const step = stepIn(state, run, command.data.step);
  const task = run.tasks[command.data.step];
  if (!step || !task) return reject(refuse('step-unknown', 'data.step'));
  return decideStep(command, run, step, task, context, incident.status === 'closed');
}

function decideStep(
  command: OfStep,
  run: Run,
  step: OwnStep,
  task: Task,
  context: Context,
  over: boolean,
): Decision {
  const { at } = context;
  const told = { incident: run.incident, step: step.id, title: step.title };
  const say = (type: string, data: object = {}) =>
    fact(type, run.id, { ...told, ...data }, run.restrictions);
  switch (command.type) {
    case 'task.close':
      return atWork(run, task) ?? closeStep(command, run, step, context);
    case 'task.skip':
      return (
        atWork(run, task) ??
        accept(closed(run, step, at, 'skipped', 'person', { note: command.data.reason }))
      );
    case 'task.reopen': {
      if (run.stopped) return reject(refuse('run-stopped', 'data.run'));
      if (task.state !== 'done' && task.state !== 'skipped')
        return reject(refuse('step-open', 'data.step'));
      const due = dueOf(at, step.within);
      return accept(say('task.reopened', { reason: command.data.reason, due }));
    }
    case 'task.delegate': {
      const { to, text } = command.data;
      const order = text ? text : bothTitles(step);
      return (
        atWork(run, task) ??
        accept(
          say('task.delegated', { to, order: command.id }),
          written(command.id, run, 'order', order, to),
        )
      );
    }
    case 'task.note': {
      const wants = task.lapsed !== undefined || (task.state === 'skipped' && step.priority);
      if (!wants) return reject(refuse('step-not-late', 'data.step'));
      return task.noted ? accept() : accept(say('task.noted'));
    }
    case 'task.lapse': {
      if (over || !step.priority || task.state !== 'open' || !task.due)
        return reject(refuse('step-not-late', 'data.step'));
      if (task.lapsed) return accept();
      if (task.due > at) return reject(refuse('step-not-late', 'data.step'));
      return accept(say('task.lapsed', { minutes: minutesBetween(task.due, at) }));
    }
  }
}

/** Why a step cannot be worked on now, if it cannot. What waits may be done ahead of its turn. */
function atWork(run: Run, { state }: Task): Decision | undefined {
  if (run.stopped) return reject(refuse('run-stopped', 'data.run'));
  if (isSettled(state)) return reject(refuse('step-settled', 'data.step'));
  if (state === 'hidden') return reject(refuse('step-hidden', 'data.step'));
  return undefined;
}

/** Orders go to services of both languages. */
export const bothTitles = ({ title: { nl, fr } }: Pick<OwnStep, 'title'>): string =>
  nl === fr ? nl : `${nl} / ${fr}`;

/** The edition that is in force, if it is the one that was looked at. Steps keep what they have, by their ids. */
function takeOver(state: Needs, run: Run, hash: string, { plan }: Context): Decision {
  if (run.stopped) return reject(refuse('run-stopped', 'data.run'));
  const mine = workflowOf(state, run);
  const next = plan.crisis.workflows.find(({ id }) => id === run.workflow);
  if (!mine || !next) return reject(refuse('workflow-unknown', 'data.run'));
  if (next.hash !== hash) return reject(refuse('edition-not-current', 'data.edition'));
  if (mine.hash === hash) return accept();
  const { key, known } = editionKey(state.task.editions, next, run.restrictions);
  const atWorkOn = (id: string) => ['open', 'waiting'].includes(run.tasks[id]?.state ?? '');
  const ids = new Set(next.steps.map(({ id }) => id));
  const within = new Map(stepsOf(state, run).map((step) => [step.id, step.within]));
  const due = next.steps
    .filter(({ id, within: target }) => within.has(id) && within.get(id) !== target)
    .filter(({ id }) => run.tasks[id]?.state === 'open')
    .map((step) => [step.id, dueOf(run.tasks[step.id]!.since!, step.within)]);
  const data = {
    ...{ incident: run.incident, title: next.title, edition: key, before: run.edition },
    dropped: Object.keys(run.tasks).filter((id) => atWorkOn(id) && !ids.has(id)),
    due: Object.fromEntries(due) as Record<string, string>,
  };
  return accept(
    ...(known ? [] : [fact('task.published', key, { workflow: next }, run.restrictions)]),
    fact('task.tookOver', run.id, data, run.restrictions),
  );
}
