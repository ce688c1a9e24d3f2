import { DateTime } from 'luxon';
import type { Occurred } from '../../shared/value.ts';

/** Times as sources write them. A stamp without a zone is local time of the mapping's zone, summer time included. */
export type TimeFormat = string;

const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(2999, 11, 31);

/** `format`: `iso`, `epoch-seconds`, `epoch-milliseconds`, `year`, `date`, or a pattern of Luxon's (`dd/MM/yyyy HH:mm`). */
export function readTime(text: string, format: TimeFormat, zone: string): Occurred | undefined {
  if (format === 'year') {
    const at = DateTime.fromFormat(text, 'yyyy', { zone });
    return occurred(at, 'year');
  }
  if (format === 'date') return occurred(DateTime.fromISO(text, { zone }).startOf('day'), 'day');
  if (format === 'iso') {
    // A date alone is a day, not its midnight.
    const precision = /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'day' : 'second';
    return occurred(DateTime.fromISO(text, { zone }), precision);
  }
  if (format === 'epoch-seconds')
    return occurred(DateTime.fromMillis(Number(text) * 1_000 || NaN), 'second');
  if (format === 'epoch-milliseconds')
    return occurred(DateTime.fromMillis(Number(text) || NaN), 'second');
  const precision = /[Hh]/.test(format) ? 'second' : 'day';
  return occurred(DateTime.fromFormat(text, format, { zone }), precision);
}

function occurred(time: DateTime, precision: Occurred['precision']): Occurred | undefined {
  const millis = time.toMillis();
  if (!time.isValid || millis < FIRST || millis > LAST) return undefined;
  return { at: new Date(millis).toISOString(), precision };
}
