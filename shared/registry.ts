import type { Event } from './entry.ts';
import type { AnyCommand, Context, Decision, Moment, Schemas, Subject } from './subject.ts';
import { camera } from './subject/camera.ts';
import { incident } from './subject/incident/incident.ts';
import { journal } from './subject/journal.ts';
import { perimeter } from './subject/perimeter.ts';
import { report } from './subject/report.ts';
import { unit } from './subject/unit.ts';
import { wind } from './subject/wind.ts';

/** The one list of subjects. Everything that must know all of them derives from it. */
const list = { report, incident, journal, perimeter, wind, camera, unit };

export const subjects: Readonly<Record<SubjectName, Subject>> = list as never;
export type SubjectName = keyof typeof list;

/** The state of a space: a slice of tables per subject. */
export type State = { readonly [K in SubjectName]: (typeof list)[K]['initial'] };

export const initial: State = {
  report: report.initial,
  incident: incident.initial,
  journal: journal.initial,
  perimeter: perimeter.initial,
  wind: wind.initial,
  camera: camera.initial,
  unit: unit.initial,
};

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
  return subject.decide(state as never, command, context);
}

/** Every subject sees every event; with `sees`, only those subjects are folded. Pure. */
export function evolve(
  state: State,
  event: Event,
  moment: Moment,
  sees?: readonly string[],
): State {
  let next: Record<string, unknown> | undefined;
  for (const subject of Object.values(subjects)) {
    if (sees && !sees.includes(subject.name)) continue;
    const before = state[subject.name as SubjectName];
    const after = subject.evolve(before, event, moment);
    if (after !== before) (next ??= { ...state })[subject.name] = after;
  }
  return (next as State | undefined) ?? state;
}
