import type { Event } from './entry.ts';

/**
 * Lifts events that were written in an older shape to today's, on reading. A log is never rewritten:
 * a changed shape gets a higher `v` and one function here, keyed by type and the version it lifts from.
 */
export type Lifts = Readonly<Record<string, (event: Event) => Event>>;
const LIFTS: Lifts = {};

export const upcast = (event: Event): Event => lift(LIFTS, event);

/** Lifts step by step, as often as a step is known. Each must raise `v`, or it would never end. */
export function lift(lifts: Lifts, event: Event): Event {
  let current = event;
  for (let step = lifts[key(current)]; step; step = lifts[key(current)]) {
    const next = step(current);
    if (next.v <= current.v) throw new Error(`the lift from ${key(current)} does not raise v`);
    current = next;
  }
  return current;
}

const key = (event: Event): string => `${event.type}@${event.v}`;
