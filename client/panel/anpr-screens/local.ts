import { msOf, wallOf } from '../../../shared/plan/clock.ts';

/** Moments as a field of kind `datetime-local` has them, by the clock in Brussels: `2026-11-24T08:31`. */

/** ISO 8601 in UTC; undefined for an empty field or what is no moment. */
export function instantOf(local: string): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(local);
  const [, day = '', hour = '', minute = ''] = found ?? [];
  if (!found || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return undefined;
  return new Date(msOf(day, Number(hour) * 60 + Number(minute))).toISOString();
}

export function localOf(at: string | number | undefined): string {
  if (at === undefined) return '';
  const { day, minutes } = wallOf(new Date(at).getTime());
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
