import type { Event } from './entry.ts';

/**
 * Lifts events that were written in an older shape to today's, on reading. A log is never rewritten:
 * a changed shape gets a higher `v` and one function here, keyed by type and the version it lifts from.
 */
const LIFTS: Readonly<Record<string, (event: Event) => Event>> = {};

export function upcast(event: Event): Event {
  let current = event;
  for (let lift = LIFTS[key(current)]; lift; lift = LIFTS[key(current)]) current = lift(current);
  return current;
}

const key = (event: Event): string => `${event.type}@${event.v}`;
