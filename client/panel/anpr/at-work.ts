import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';

const HOUR_MS = 3_600_000;

/**
 * How many share the work: the accounts that did something with an alert in the hour before `now`, at least
 * one. Who is signed in and does nothing takes no alert off anybody's hands.
 */
export function atWork(alerts: readonly AlertRow[], now: string): number {
  const since = new Date(Date.parse(now) - HOUR_MS).toISOString();
  const people = new Set<string>();
  for (const row of alerts) {
    const { acknowledged, rejected, dispatched, closed, reopened, linked } = row;
    for (const done of [
      acknowledged,
      rejected,
      dispatched,
      closed,
      reopened,
      linked,
      ...row.checks,
    ])
      if (done && done.at > since) people.add(done.who);
  }
  return Math.max(1, people.size);
}
