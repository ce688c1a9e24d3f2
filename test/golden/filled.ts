import type { State } from '../../shared/folds.ts';

/** The state without subjects that have nothing: a log is older than the subjects that came after it. */
export const filled = (state: State): State =>
  Object.fromEntries(
    Object.entries(state).filter(([, slice]) =>
      Object.values(slice).some((table) => (table as { size: number }).size > 0),
    ),
  ) as State;
