import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { incidentFor } from '../incident/decide.ts';
import type { Incident } from '../incident/schema.ts';
import { decideRun } from './decide-run.ts';
import type { Needs } from './needs.ts';
import { started } from './say.ts';
import type { OwnStep, TaskCommand } from './schema.ts';
import { answers, questionFor, runsOf } from './steps.ts';

type Data<Type> = Extract<TaskCommand, { type: Type }>['data'];

export function decide(state: Needs, command: TaskCommand, context: Context): Decision {
  switch (command.type) {
    case 'task.start':
    case 'task.add':
    case 'task.answer': {
      const incident = incidentFor(state, command.data.incident, context);
      if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
      if (incident.status === 'closed') return reject(refuse('incident-closed', 'data.incident'));
      if (command.type === 'task.start') return start(state, incident, command.data, context);
      if (command.type === 'task.add') return add(state, incident, command.data);
      return answer(state, incident, command.data, context);
    }
    case 'task.retire':
      return retire(state, command.data.editions);
    default:
      return decideRun(state, command, context);
  }
}

/** Adds a workflow, unless one is under way: a second evacuation begins when the first one is over. */
function start(
  state: Needs,
  incident: Incident,
  { workflow: id }: Data<'task.start'>,
  { plan }: Context,
): Decision {
  const workflow = plan.crisis.workflows.find((one) => one.id === id);
  if (!workflow) return reject(refuse('workflow-unknown', 'data.workflow'));
  const running = runsOf(state, incident.id).some(
    (run) =>
      run.workflow === id &&
      !run.stopped &&
      Object.values(run.tasks).some((task) => task.state === 'open' || task.state === 'waiting'),
  );
  if (running) return reject(refuse('workflow-running', 'data.workflow'));
  return accept(...started(state.task, incident, workflow));
}

function add(state: Needs, incident: Incident, data: Data<'task.add'>): Decision {
  const id = `${incident.id}~own`;
  const { title, owner, within, measures = [] } = data;
  const count = state.task.runs.get(id)?.own?.length ?? 0;
  const step: OwnStep = {
    ...{ id: `own-${count + 1}`, owner, kind: 'do', within, measures },
    ...{ title: { nl: title, fr: title }, closes: { by: 'person' }, priority: false },
  };
  return accept(fact('task.added', id, { incident: incident.id, step }, incident.restrictions));
}

function answer(
  state: Needs,
  incident: Incident,
  { fact: name, value }: Data<'task.answer'>,
  { plan }: Context,
): Decision {
  const question = questionFor(state, incident.id, name, plan.crisis.workflows);
  if (!question) return reject(refuse('fact-unknown', 'data.fact'));
  if (value !== undefined && !answers(question, value))
    return reject(refuse('answer-unfit', 'data.value'));
  if (state.task.facts.get(incident.id)?.values[name]?.value === value) return accept();
  const said = { fact: name, ...(value === undefined ? {} : { value }) };
  return accept(fact('task.answered', incident.id, said, incident.restrictions));
}

/** Those that no run has. Asked for by the system, which looks now and then. */
function retire({ task }: Needs, keys: readonly string[]): Decision {
  const held = new Set(
    [...task.runs.values()].flatMap(({ edition, before = [] }) => [edition, ...before]),
  );
  return accept(
    ...[...new Set(keys)]
      .filter((key) => task.editions.has(key) && !held.has(key))
      .map((key) => fact('task.retired', key, {}, task.editions.get(key)?.restrictions)),
  );
}
