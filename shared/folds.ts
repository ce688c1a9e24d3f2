import type { Event } from './entry.ts';
import type { Fold, Moment } from './subject.ts';
import { fold as anpr } from './subject/anpr/evolve.ts';
import { fold as channel } from './subject/channel/evolve.ts';
import { fold as alarm } from './subject/alarm/evolve.ts';
import { fold as camera } from './subject/camera/evolve.ts';
import { fold as directory } from './subject/directory/evolve.ts';
import { fold as incident } from './subject/incident/evolve.ts';
import { fold as journal } from './subject/journal/evolve.ts';
import { fold as measure } from './subject/measure/evolve.ts';
import { fold as perimeter } from './subject/perimeter/evolve.ts';
import { fold as phase } from './subject/phase/evolve.ts';
import { fold as post } from './subject/post/evolve.ts';
import { fold as report } from './subject/report/evolve.ts';
import { fold as shift } from './subject/shift/evolve.ts';
import { fold as site } from './subject/site/evolve.ts';
import { fold as task } from './subject/task/evolve.ts';
import { fold as threat } from './subject/threat/evolve.ts';
import { fold as unit } from './subject/unit/evolve.ts';
import { fold as wind } from './subject/wind/evolve.ts';

/**
 * The one list of folds: how each subject's part of the state follows from facts. A console needs no more
 * than this for its first picture; `registry.ts` has what work needs beside it.
 */
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
};

export const folds: Readonly<Record<SubjectName, Fold>> = list as never;
export type SubjectName = keyof typeof list;

/** The state of a space: a slice of tables per subject. */
export type State = { readonly [K in SubjectName]: (typeof list)[K]['initial'] };

export const initial: State = Object.fromEntries(
  Object.entries(list).map(([name, fold]) => [name, fold.initial]),
) as never;

export const foldOf = (type: string): Fold | undefined =>
  folds[type.slice(0, type.indexOf('.')) as SubjectName];

/** Every subject sees every event; with `sees`, only those subjects are folded. Pure. */
export function evolve(
  state: State,
  event: Event,
  moment: Moment,
  sees?: readonly string[],
): State {
  let next: Record<string, unknown> | undefined;
  for (const fold of Object.values(folds)) {
    if (sees && !sees.includes(fold.name)) continue;
    const before = state[fold.name as SubjectName];
    const after = fold.evolve(before, event, moment);
    if (after !== before) (next ??= { ...state })[fold.name] = after;
  }
  return (next as State | undefined) ?? state;
}
