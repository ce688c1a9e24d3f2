import { DateTime } from 'luxon';
import type { Occurred } from '../../shared/value.ts';

/** Times as sources write them. A stamp without a zone is local time of the mapping's zone, summer time included. */
export type TimeFormat = string;

const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(2999, 11, 31);
const NAMED = ['iso', 'epoch-seconds', 'epoch-milliseconds', 'year', 'date'];

/** Whether a mapping's `format` can read a time at all: a mistyped one would lose every time, silently. */
export function isTimeFormat(format: string): boolean {
  if (NAMED.includes(format)) return true;
  const sample = DateTime.utc(2026, 11, 24);
  const again = DateTime.fromFormat(sample.toFormat(format, EN), format, { ...EN, zone: 'utc' });
  return /y/.test(format) && again.isValid && again.year === sample.year;
}

/** Names of months and days do not depend on the machine's language. */
const EN = { locale: 'en' } as const;

/** `format`: `iso`, `epoch-seconds`, `epoch-milliseconds`, `year`, `date`, or a pattern of Luxon's (`dd/MM/yyyy HH:mm`). */
export function readTime(text: string, format: TimeFormat, zone: string): Occurred | undefined {
  // The zone that a stamp names itself is kept: only a stamp without one is local time.
  const local = { zone, setZone: true };
  if (format === 'year') {
    const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
    return Number.isNaN(year)
      ? undefined
      : occurred(DateTime.fromObject({ year }, { zone }), 'year');
  }
  if (format === 'date') return occurred(DateTime.fromISO(text, { zone }).startOf('day'), 'day');
  if (format === 'iso') {
    // A date alone is a day, not its midnight.
    const precision = /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'day' : 'second';
    return occurred(DateTime.fromISO(text, local), precision);
  }
  if (format === 'epoch-seconds')
    return occurred(DateTime.fromMillis(Number(text) * 1_000 || NaN), 'second');
  if (format === 'epoch-milliseconds')
    return occurred(DateTime.fromMillis(Number(text) || NaN), 'second');
  const precision = /[Hh]/.test(format) ? 'second' : 'day';
  return occurred(DateTime.fromFormat(text, format, { ...local, ...EN }), precision);
}

function occurred(time: DateTime, precision: Occurred['precision']): Occurred | undefined {
  if (!time.isValid) return undefined;
  const millis = firstOfTwo(time);
  if (millis < FIRST || millis > LAST) return undefined;
  return { at: new Date(millis).toISOString(), precision };
}

/**
 * The hour that comes twice on a night in October: the first of the two. Left to itself, Luxon would
 * choose by the season in which it is asked, and a record sent again would seem to have changed.
 */
function firstOfTwo(time: DateTime): number {
  const millis = time.toMillis();
  const { zone, offset } = time;
  if (zone.isUniversal) return millis;
  const before = zone.offset(millis - 3 * HOUR);
  const earlier = millis - ((before - offset) * HOUR) / 60;
  return before > offset && zone.offset(earlier) === before ? earlier : millis;
}
const HOUR = 3_600_000;
