import type { Status } from './limits.ts';
import type { AlertRow } from './schema.ts';

type Facts = Pick<
  AlertRow,
  'acknowledged' | 'verified' | 'linked' | 'dispatched' | 'closed' | 'rejected'
>;

/** Where an alert stands follows from what was done with it. Nothing follows from what is not verified. */
export function statusOf(alert: Facts): Status {
  if (alert.rejected) return 'rejected';
  if (alert.closed) return 'closed';
  if (!alert.verified) return alert.acknowledged ? 'acknowledged' : 'new';
  return alert.dispatched ? 'dispatched' : alert.linked ? 'linked' : 'verified';
}

/** Nobody has to look at it any more. */
export const isSettled = ({ status }: Pick<AlertRow, 'status'>): boolean =>
  status === 'rejected' || status === 'closed';

/** Accounts that made both checks. */
export function verifiersOf({ checks }: Pick<AlertRow, 'checks'>): string[] {
  const people = new Set(checks.map(({ who }) => who));
  const did = (who: string, what: 'picture' | 'list') =>
    checks.some((one) => one.who === who && one.check === what);
  return [...people].filter((who) => did(who, 'picture') && did(who, 'list'));
}
