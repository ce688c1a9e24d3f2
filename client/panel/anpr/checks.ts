import type { Status } from '../../../shared/subject/anpr/limits.ts';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';

export const CHECKS = ['picture', 'list'] as const;
export type Check = (typeof CHECKS)[number];

const BEFORE: readonly Status[] = ['new', 'acknowledged'];

/** Where an alert stands between a hit and a verified one, for who looks. */
export interface Checking {
  /** Of each check, who made it, in order. */
  done: Readonly<Record<Check, readonly { by: string; at: string; who: string }[]>>;
  /** Checks that this person can still make. */
  open: readonly Check[];
  /** This person did their part, and another one must still do theirs. */
  waits: boolean;
}

/** `me`: account of who looks. One account is one person, however often it checks. */
export function checkingOf(
  alert: Pick<AlertRow, 'checks' | 'persons' | 'status'>,
  me: string,
): Checking {
  const of = (check: Check) => alert.checks.filter((one) => one.check === check);
  const mine = (check: Check) => of(check).some(({ who }) => who === me);
  const before = BEFORE.includes(alert.status);
  const open = before ? CHECKS.filter((check) => !mine(check)) : [];
  return {
    done: { picture: of('picture'), list: of('list') },
    open,
    waits: before && alert.persons === 2 && CHECKS.every(mine),
  };
}
