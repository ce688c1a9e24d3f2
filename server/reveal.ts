import type { Event, SeenEntry } from '../shared/entry.ts';
import { folds, type State } from '../shared/folds.ts';
import type { AnySlice } from '../shared/subject.ts';

/**
 * Opens, at the doors, what is kept sealed in log and state: `sealed` becomes `open`. It comes after
 * redaction and hides nothing itself: whom redaction left no `sealed`, it opens none (promise P4). A key
 * that is gone leaves neither: the thing is still known to have been, but not which vehicle it was.
 */
export interface Reveal {
  entry(entry: SeenEntry): SeenEntry;
  events(events: readonly Event[]): readonly Event[];
  state(state: State): State;
}

/** For spaces in which nothing is sealed. */
export const CLOSED: Reveal = {
  entry: (entry) => entry,
  events: (events) => events,
  state: (state) => state,
};

const SEALING = Object.values(folds)
  .filter((fold) => 'sealed' in fold.guarded)
  .map(({ name }) => name);
const isSealing = (type: string): boolean =>
  SEALING.some((name) => type.startsWith(name) && type[name.length] === '.');

export function openReveal(open: (sealed: string) => object | undefined): Reveal {
  function reveal<T extends object>(thing: T): T {
    const { sealed, ...rest } = thing as T & { sealed?: unknown };
    if (typeof sealed !== 'string') return thing;
    const known = open(sealed);
    return (known ? { ...rest, open: known } : rest) as T;
  }

  const events: Reveal['events'] = (all) =>
    all.some(({ type }) => isSealing(type))
      ? all.map((event) => {
          const data = isSealing(event.type) ? reveal(event.data) : event.data;
          return data === event.data ? event : { ...event, data };
        })
      : all;

  return {
    events,
    entry(entry) {
      const seen = events(entry.events);
      return seen === entry.events ? entry : { ...entry, events: [...seen] };
    },
    state(state) {
      const opened = SEALING.map((name) => {
        const slice = state[name as keyof State] as AnySlice;
        const tables = Object.entries(slice).map(([table, rows]) => [table, rows.map(reveal)]);
        return [name, Object.fromEntries(tables)];
      });
      return { ...state, ...Object.fromEntries(opened) } as State;
    },
  };
}
