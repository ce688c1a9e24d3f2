import type { Weekly } from './directory.ts';

/** The clock on the wall in Brussels, where rosters and office hours are told; safe on the nights when it jumps. */

const WALL = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Brussels', hourCycle: 'h23' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});
const MINUTE = 60_000;
export const DAY_MINUTES = 24 * 60;

export interface Wall {
  /** `YYYY-MM-DD`. */
  day: string;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  /** Since midnight, as the clock shows it. */
  minutes: number;
}

export function wallOf(ms: number): Wall {
  const parts = Object.fromEntries(WALL.formatToParts(ms).map(({ type, value }) => [type, value]));
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  return {
    day,
    weekday: weekdayOf(day),
    minutes: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MINUTES * MINUTE)
    .toISOString()
    .slice(0, 10);

/** `20:30` → minutes since midnight. */
export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/**
 * The moment at which the clock in Brussels shows this, in ms. In the hour that is skipped in spring: as much
 * later; in the hour that comes twice in autumn: the first.
 */
export function msOf(day: string, minutes: number): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
  const offsetAt = (ms: number): number => {
    const wall = wallOf(ms);
    return Date.parse(`${wall.day}T00:00:00Z`) + wall.minutes * MINUTE - ms;
  };
  const [summer, winter] = [120 * MINUTE, 60 * MINUTE];
  if (offsetAt(asUtc - summer) === summer) return asUtc - summer;
  return asUtc - winter;
}

/** A shift of a weekly pattern: `[from, until)` in ms. */
export type Shift = readonly [from: number, until: number];

/** The shift that begins on this day; undefined where the pattern has none. */
export function shiftOn(weekly: Weekly, day: string): Shift | undefined {
  if (!weekly.days.includes(weekdayOf(day))) return undefined;
  const [from, until] = [minutesOf(weekly.from), minutesOf(weekly.until)];
  return [msOf(day, from), msOf(until > from ? day : addDays(day, 1), until)];
}

/** Monday to Friday, 08:00-18:00. Public holidays are not known here: those days count as any other. */
export function inOffice(ms: number): boolean {
  const { weekday, minutes } = wallOf(ms);
  return weekday <= 5 && minutes >= 8 * 60 && minutes < 18 * 60;
}
