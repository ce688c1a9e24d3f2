import type { SeenEntry } from './entry.ts';
import { evolve, type State } from './folds.ts';
import { upcast } from './upcast.ts';

/** The state after an entry, whole or redacted. The same fold runs in server, console, replay and tests. */
export function reduce(state: State, entry: SeenEntry): State {
  return fold(state, entry, undefined);
}

/**
 * The same for an audience that is sent these subjects only. Subjects follow each other's events (the
 * logbook notes what incidents do), so without this a screen that is sent no logbook would build one.
 */
export const reduceFor =
  (sees: readonly string[]) =>
  (state: State, entry: SeenEntry): State =>
    fold(state, entry, sees);

function fold(state: State, entry: SeenEntry, sees: readonly string[] | undefined): State {
  let next = state;
  for (const event of entry.events) next = evolve(next, upcast(event), entry, sees);
  return next;
}
