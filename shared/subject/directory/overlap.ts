import { DAY_MINUTES, minutesOf } from '../../plan/clock.ts';
import type { Duty, Weekly } from '../../plan/directory.ts';
import { samePost } from '../../plan/on-duty.ts';

const WEEK = 7 * DAY_MINUTES;

/**
 * The first of `others` that is on duty for the same function and place at the same time. A replacement
 * (between two moments) and a weekly pattern do not disturb each other: the replacement goes before.
 */
export function overlapping(duty: Duty, others: Iterable<Duty>): Duty | undefined {
  for (const other of others)
    if (other.id !== duty.id && samePost(duty, other) && meet(duty, other)) return other;
  return undefined;
}

function meet(a: Duty, b: Duty): boolean {
  if (!boundsMeet(a, b)) return false;
  if (!a.weekly || !b.weekly) return !a.weekly && !b.weekly;
  const [left, right] = [stretches(a.weekly), stretches(b.weekly)];
  return left.some(([from, until]) => right.some(([begin, end]) => from < end && begin < until));
}

const boundsMeet = (a: Duty, b: Duty): boolean =>
  (a.from === undefined || b.until === undefined || a.from < b.until) &&
  (b.from === undefined || a.until === undefined || b.from < a.until);

/** Stretches of a pattern within one week, in minutes since Monday 00:00; one that runs past Sunday comes in again at the front. */
function stretches({ days, from, until }: Weekly): [from: number, until: number][] {
  return days.flatMap((day): [number, number][] => {
    const begin = (day - 1) * DAY_MINUTES + minutesOf(from);
    const length = (minutesOf(until) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
    const end = begin + length;
    return end <= WEEK
      ? [[begin, end]]
      : [
          [begin, WEEK],
          [0, end - WEEK],
        ];
  });
}
