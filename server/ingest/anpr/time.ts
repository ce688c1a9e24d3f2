import { IANAZone } from 'luxon';

/** Times as cameras write them. */
const TEXT =
  /^(\d{4})[-/:.]?(\d{2})[-/:.]?(\d{2})[T _-]?(\d{2})[:.]?(\d{2})[:.]?(\d{2})(?:[.,]?(\d{1,9}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
/** American and European order alike: which, the clock tells. */
const TURNED =
  /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(AM|PM)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const COUNT = /^-?\d{9,19}(?:\.\d{1,12})?$/;
const NET = /^\/?Date\((-?\d{9,15})(?:[+-]\d{4})?\)\/?$/i;
/** 1990 and 2100: before and after, a number is no time. */
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2100, 0, 1);

/**
 * Milliseconds since 1970; undefined where it is no time. `zone`: of a text that names none. `near`: which of
 * two readings is meant where both make sense (the hour that comes twice in October, 03/04/2026).
 */
export function whenOf(value: unknown, zone: string, near: number): number | undefined {
  if (typeof value === 'number') return counted(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const parts = TEXT.exec(text);
  if (parts) {
    const [, year, month, day, hour, minute, second, fraction, offset] = parts;
    const at = utc([year, month, day, hour, minute, second].map(Number), fraction);
    const placed = at === undefined ? undefined : atZone(at, offset, zone, near);
    if (placed !== undefined && placed >= FIRST && placed < LAST) return placed;
  }
  if (COUNT.test(text)) return counted(Number(text));
  const net = NET.exec(text);
  if (net) return counted(Number(net[1]));
  const turned = TURNED.exec(text);
  if (!turned) return undefined;
  const [, one, two, year, hour, minute, second = '0', fraction, half, offset] = turned;
  const hours = half ? (Number(hour) % 12) + (/pm/i.test(half) ? 12 : 0) : Number(hour);
  const times = [
    [two, one],
    [one, two],
  ].map(([day, month]) => {
    const at = utc([year, month, day, hours, minute, second].map(Number), fraction);
    return at === undefined ? undefined : atZone(at, offset, zone, near);
  });
  return nearest(times, near);
}

/** Seconds, milli-, micro- or nanoseconds: by the size of the number. */
function counted(count: number): number | undefined {
  const size = Math.abs(count);
  const exact =
    size < 1e11 ? count * 1_000 : size < 1e14 ? count : size < 1e17 ? count / 1_000 : count / 1e6;
  const millis = Math.floor(exact + 5e-4);
  return millis >= FIRST && millis < LAST ? millis : undefined;
}

function utc(fields: readonly number[], fraction: string | undefined): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const at = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const told = new Date(at);
  if (told.getUTCMonth() !== month - 1 || told.getUTCDate() !== day) return undefined;
  return at + (fraction ? Math.floor(Number(`0.${fraction}`) * 1_000 + 1e-6) : 0);
}

function atZone(
  at: number,
  offset: string | undefined,
  zone: string,
  near: number,
): number | undefined {
  if (offset && !/^[+-]/.test(offset)) return at;
  if (offset) {
    const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset)!;
    return at - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  }
  return localTime(at, zone, near);
}

const DAY = 86_400_000;

/** The moment at which clocks in the zone show `shown` (as if it were UTC). */
export function localTime(shown: number, zone: string, near: number): number {
  const clock = IANAZone.create(zone);
  const offsets = [clock.offset(shown - DAY), clock.offset(shown + DAY)];
  const moments = offsets.map((minutes) => shown - minutes * 60_000);
  const real = moments.filter((moment, i) => clock.offset(moment) === offsets[i]);
  // An hour that is skipped in March is told by a clock that was not put forward yet.
  return nearest(real, near) ?? moments[0]!;
}

export function nearest(times: readonly (number | undefined)[], near: number): number | undefined {
  let best: number | undefined;
  for (const time of times)
    if (time !== undefined && (best === undefined || Math.abs(time - near) < Math.abs(best - near)))
      best = time;
  return best;
}
