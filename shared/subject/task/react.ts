import type { Event } from '../../entry.ts';
import { fact, type Context } from '../../subject.ts';
import type { Incident } from '../incident/schema.ts';
import { closedBy, metAlready } from './closes.ts';
import { evolve } from './evolve.ts';
import { factsOf } from './facts.ts';
import { isSettled, turn } from './flow.ts';
import type { Needs } from './needs.ts';
import type { Run } from './schema.ts';
import { closed, dueOf, started, workflowsFor } from './say.ts';
import { runsOf, stepsOf, workflowOf } from './steps.ts';

/** What happens to the steps of an incident when something happens to it. */
export const reacts = {
  to: [
    ...['task.', 'incident.', 'perimeter.', 'phase.', 'post.', 'threat.', 'site.'],
    ...['alarm.reached', 'wind.observed', 'journal.acknowledged'],
  ],
  react(state: Needs, events: readonly Event[], context: Context): Event[] {
    const said: Event[] = [];
    let now = state;
    const say = (event: Event) => {
      said.push(event);
      const moment = { seq: 0, at: context.at, actor: context.actor };
      now = { ...now, task: evolve(now.task, event, moment) };
    };
    for (const event of events) begin(() => now, event, context, say);
    for (const id of concerned(state, events)) {
      const incident = state.incident.incidents.get(id);
      if (!incident || incident.status === 'closed') continue;
      settle(() => now, incident, events, context, say);
    }
    return said;
  },
};

type Say = (event: Event) => void;

/** An incident starts the workflows of its type; another type stops those of the old one. */
function begin(state: () => Needs, { type, id }: Event, { plan }: Context, say: Say): void {
  if (type !== 'incident.opened' && type !== 'incident.retyped') return;
  const incident = state().incident.incidents.get(id);
  if (!incident) return;
  const wanted = workflowsFor(plan.crisis, incident.type);
  const running = () => runsOf(state(), id).filter((run) => !run.stopped);
  for (const run of running()) {
    const workflow = workflowOf(state(), run);
    const fits = workflow?.types.some((one) => one === '*' || one === incident.type);
    if (!run.auto || !workflow || fits) continue;
    const data = { incident: id, title: workflow.title, why: 'retyped' };
    say(fact('task.stopped', run.id, data, run.restrictions));
  }
  for (const workflow of wanted)
    if (!running().some((run) => run.workflow === workflow.id))
      started(state().task, incident, workflow, true).forEach(say);
}

/** Incidents whose steps may stand otherwise after these events. */
function concerned(state: Needs, events: readonly Event[]): Set<string> {
  const all = () => [...state.task.facts.keys()];
  return new Set(events.flatMap((event) => incidentsOf(state, event) ?? all()));
}

function incidentsOf(state: Needs, { type, id, data }: Event): string[] | undefined {
  if (type === 'task.answered') return [id];
  if (type === 'task.published' || type === 'task.retired') return [];
  if (type === 'journal.acknowledged') {
    const incident = state.journal.entries.get(id)?.incident;
    return incident === undefined ? [] : [incident];
  }
  if (type.startsWith('incident.')) return [id];
  const incident = data['incident'];
  return typeof incident === 'string' ? [incident] : undefined;
}

/** More turns than a chain of steps has that are all there already. */
const TURNS = 250;

/** Closes what these events close, then opens what may begin, until nothing moves. */
function settle(
  state: () => Needs,
  incident: Incident,
  events: readonly Event[],
  context: Context,
  say: Say,
): void {
  const { at } = context;
  const { id, restrictions } = incident;
  const running = () => runsOf(state(), id).filter((run) => !run.stopped);
  for (const run of running())
    for (const step of stepsOf(state(), run)) {
      const task = run.tasks[step.id];
      if (!task || task.state === 'hidden' || isSettled(task.state)) continue;
      const how = events
        .map((event) => closedBy(run, step, task, event, state()))
        .find((one) => one !== undefined);
      if (how) say(closed(run, step, at, 'done', how));
    }

  const facts = factsOf(state(), incident, at, context.plan.crisis);
  for (let turns = 0; turns < TURNS; turns++) {
    const moved = running().filter((run) => move(run));
    if (moved.length === 0) return;
  }

  function move(run: Run): boolean {
    const { open, waiting, hidden } = turn(stepsOf(state(), run), run.tasks, facts);
    const about = { incident: id };
    if (waiting.length + hidden.length > 0)
      say(fact('task.held', run.id, { ...about, waiting, hidden }, restrictions));
    if (open.length === 0) return false;
    const due = Object.fromEntries(open.map((step) => [step.id, dueOf(at, step.within)]));
    say(fact('task.opened', run.id, { ...about, due }, restrictions));
    const there = open.filter((step) => metAlready(step, state(), incident));
    for (const step of there) {
      const opened = state().task.runs.get(run.id) ?? run;
      const how = step.question ? 'answer' : step.closes.by;
      say(closed(opened, step, at, 'done', how));
    }
    return there.length > 0;
  }
}
