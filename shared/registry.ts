import type { Event } from './entry.ts';
import type { AnyCommand, Context, Decision, Schemas, Subject } from './subject.ts';
import { evolve, type State, type SubjectName } from './folds.ts';
import { anpr } from './subject/anpr/anpr.ts';
import { channel } from './subject/channel/channel.ts';
import { alarm } from './subject/alarm/alarm.ts';
import { camera } from './subject/camera/camera.ts';
import { directory } from './subject/directory/directory.ts';
import { incident } from './subject/incident/incident.ts';
import { journal } from './subject/journal/journal.ts';
import { measure } from './subject/measure/measure.ts';
import { perimeter } from './subject/perimeter/perimeter.ts';
import { phase } from './subject/phase/phase.ts';
import { post } from './subject/post/post.ts';
import { report } from './subject/report/report.ts';
import { shift } from './subject/shift/shift.ts';
import { site } from './subject/site/site.ts';
import { task } from './subject/task/task.ts';
import { threat } from './subject/threat/threat.ts';
import { unit } from './subject/unit/unit.ts';
import { wind } from './subject/wind/wind.ts';

/** The one list of subjects, each with its fold in `folds.ts`. Everything that must know all of them derives from it. */
const list = {
  report,
  incident,
  journal,
  perimeter,
  wind,
  camera,
  unit,
  site,
  task,
  measure,
  directory,
  channel,
  alarm,
  phase,
  post,
  threat,
  shift,
  anpr,
} satisfies Record<SubjectName, Subject>;

export const subjects: Readonly<Record<SubjectName, Subject>> = list as never;

const reacting = Object.values(subjects).flatMap((subject) => subject.reacts ?? []);

/** Command type → schema of its data, over all subjects. */
export const commandSchemas: Schemas = Object.assign(
  {},
  ...Object.values(list).map((s) => s.commands),
);
/** Event type → schema of its data, over all subjects. */
export const eventSchemas: Schemas = Object.assign({}, ...Object.values(list).map((s) => s.events));

export const subjectOf = (type: string): Subject | undefined =>
  subjects[type.slice(0, type.indexOf('.')) as SubjectName];

/** What the system may want to happen, decided on the exact current state. Pure. */
export function decide(state: State, command: AnyCommand, context: Context): Decision {
  const subject = subjectOf(command.type);
  if (!subject) return { ok: false, refusal: { code: 'command-unknown' } };
  const decision = subject.decide(state as never, command, context);
  return decision.ok
    ? { ok: true, events: withReactions(state, decision.events, context) }
    : decision;
}

/** Rounds of reactions to reactions: a chain of steps, each opened by the one before, is shorter than that. */
const ROUNDS = 4;

/** What was decided, and what the subjects make of it. */
function withReactions(
  state: State,
  decided: readonly Event[],
  context: Context,
): readonly Event[] {
  const moment = { seq: 0, at: context.at, actor: context.actor };
  let all = decided;
  let fresh = decided;
  let now = state;
  for (let round = 0; round < ROUNDS; round++) {
    const wanting = reacting.filter(({ to }) => fresh.some((event) => matches(to, event.type)));
    if (wanting.length === 0) break;
    for (const event of fresh) now = evolve(now, event, moment);
    const seen = now;
    const answered = fresh;
    fresh = wanting.flatMap(({ to, react }) =>
      react(
        seen as never,
        answered.filter((event) => matches(to, event.type)),
        context,
      ),
    );
    all = [...all, ...fresh];
  }
  return all;
}

const matches = (to: readonly string[], type: string): boolean =>
  to.some((one) => (one.endsWith('.') ? type.startsWith(one) : type === one));
