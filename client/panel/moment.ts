/**
 * Moments as people type them. The centre keeps its logbook in the time of
 * Brussels, whatever a computer is set to; the log itself is in UTC.
 */
const ZONE = 'Europe/Brussels';

export type Moment = { ok: true; at: string } | { ok: false; why: 'badTime' | 'future' };

/**
 * What a person types as the time of an event: `14:05`, `1405`, `14h05`, or `-10` for ten minutes
 * ago. A time that is still to come today is yesterday's when that is less than twelve hours ago
 * (at 00:20, `23:50`), else a mistake. `now`: server time in milliseconds.
 */
export function parseMoment(text: string, now: number): Moment {
  const ago = /^-\s*(\d{1,3})$/.exec(text.trim());
  if (ago) return { ok: true, at: new Date(now - Number(ago[1]) * 60_000).toISOString() };
  const match = /^(\d{1,2})\s*[:.hu]?\s*(\d{2})$/i.exec(text.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || hour > 23 || minute > 59) return { ok: false, why: 'badTime' };
  const today = onDayOf(now, hour, minute);
  if (today <= now) return { ok: true, at: new Date(today).toISOString() };
  const yesterday = onDayOf(now - 24 * 3_600_000, hour, minute);
  if (now - yesterday < 12 * 3_600_000) return { ok: true, at: new Date(yesterday).toISOString() };
  return { ok: false, why: 'future' };
}

/** That hour in Brussels on the day in Brussels that `now` falls in. */
export function onDayOf(now: number, hour: number, minute: number): number {
  const { year, month, day } = parts(now);
  const guess = Date.UTC(year, month - 1, day, hour, minute);
  // Twice: on the day when the clock changes, the first offset can be the other season's.
  const first = guess - offset(guess);
  return guess - offset(first);
}

/** Brussels minus UTC at a moment, in milliseconds. */
function offset(moment: number): number {
  const { year, month, day, hour, minute, second } = parts(moment);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

function parts(moment: number) {
  const found = Object.fromEntries(
    partsFormat.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}
