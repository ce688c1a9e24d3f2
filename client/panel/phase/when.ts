import { onDayOf } from '../moment.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * A moment as people type it, by the clock on the wall in Brussels: `14:05`, `1405`, `14h05`, `+20` (in
 * twenty minutes), `-10` (ten minutes ago), or with its day, `25/12 08:00`. A time without a day is the
 * nearest one to come (`ahead`), else the last that has been. Undefined: it is none. `now`: server time.
 */
export function parseWhen(text: string, now: number, ahead: boolean): string | undefined {
  const typed = text.trim();
  const by = /^([+-])\s*(\d{1,4})$/.exec(typed);
  if (by) return iso(now + (by[1] === '+' ? 1 : -1) * Number(by[2]) * MINUTE);
  const match = /^(?:(\d{1,2})[/.-](\d{1,2})\s+)?(\d{1,2})\s*[:.hu]?\s*(\d{2})$/i.exec(typed);
  if (!match) return undefined;
  const [day, month, hour, minute] = match.slice(1).map((one) => Number(one ?? 0));
  if (hour! > 23 || minute! > 59) return undefined;
  if (match[1] !== undefined) return onDate(day!, month!, hour!, minute!, now);
  const today = onDayOf(now, hour!, minute!);
  // A minute of grace: who types the time that it is means now.
  const late = ahead && today < now - MINUTE ? DAY : 0;
  const early = !ahead && today > now + MINUTE ? DAY : 0;
  return iso(onDayOf(now + late - early, hour!, minute!));
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** That day of this year, or of the next one where it is more than half a year ago. */
function onDate(
  day: number,
  month: number,
  hour: number,
  minute: number,
  now: number,
): string | undefined {
  const year = new Date(now).getUTCFullYear();
  const of = (one: number) => Date.UTC(one, month - 1, day, 12);
  const noon = of(year) < now - 183 * DAY ? of(year + 1) : of(year);
  const made = new Date(noon);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return undefined;
  return iso(onDayOf(noon, hour, minute));
}
