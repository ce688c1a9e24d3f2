import type { SeenEntry } from './entry.ts';
import { evolve, type State } from './registry.ts';
import { upcast } from './upcast.ts';

/** The state after an entry, whole or redacted. The same fold runs in server, console, replay and tests. */
export function reduce(state: State, entry: SeenEntry): State {
  let next = state;
  for (const event of entry.events) next = evolve(next, upcast(event), entry);
  return next;
}
