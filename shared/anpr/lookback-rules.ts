import { msOf, wallOf } from '../plan/clock.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { AnprCamera } from './camera.ts';
import { regimeOf, type LookQuery } from './lookback.ts';
import { normalise } from './plate.ts';

/**
 * Who may look back how far, and for what. Law on the police function, art. 25/7 and 44/11/3decies: in
 * the first month with a reason; later, up to twelve months, only for judicial use and with the
 * prosecutor's written, reasoned decision. How a month is counted is our reading, to be confirmed by the
 * data protection officer: by the calendar in Brussels and in whole days, as terms of law are (Judicial
 * Code art. 52-54). What was recorded on 24 October may be looked into up to and with 24 November. Where
 * a month has no such day, the stricter way: on 31 March, from 1 March on.
 */

/** `YYYY-MM-DD`, so many months earlier; the first of the next month where there is no such day. */
export function monthsBefore(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  // Date goes on into the next month by as many days as are missing.
  const there = new Date(Date.UTC(year, month - 1 - count, date));
  const missing = there.getUTCDate() !== date;
  const text = there.toISOString().slice(0, 10);
  return missing ? `${text.slice(0, 8)}01` : text;
}

/** Moments in ms from which reads may be looked into without the prosecutor, and at all. */
export function limitsAt(now: number): { month: number; year: number } {
  const { day } = wallOf(now);
  return { month: msOf(monthsBefore(day, 1), 0), year: msOf(monthsBefore(day, 12), 0) };
}

export const HOUR_MS = 3_600_000;
export const MAX_ROWS = 500;

export interface LookContext {
  now: number;
  cameras: readonly Pick<AnprCamera, 'id' | 'controller'>[];
  /** Controllers whose cameras may be looked back in; a LEZ controller only with a recorded legal basis. */
  controllers: readonly string[];
  /** Looks of this person in the last hour, refused ones too, and how many there may be. */
  looked: number;
  perHour: number;
  /** From when the store has reads, ms. */
  reaches: number;
}

export interface Look {
  /** Normalised; or undefined, for cameras. */
  plate?: string | undefined;
  /** Cameras that are looked through. */
  cameras: string[];
  /** Cameras that were asked for, or would have been, and are another controller's. */
  excluded: string[];
  from: string;
  until: string;
  reachesTo: string;
}

export type Checked = { ok: true; look: Look } | { ok: false; refusal: Refusal };

/** A place holder is a search, and no plate has one. */
const WILD = /[*?%_[\]{}|^$+\\]/;
/** Nobody's plate is shorter. */
const SHORTEST = 2;

const no = (...of: Parameters<typeof refuse>): Checked => ({ ok: false, refusal: refuse(...of) });

/** Whether this may be asked, and what is then looked for. */
export function checkLook(query: LookQuery, context: LookContext): Checked {
  const { now, looked, perHour } = context;
  const administrative = regimeOf(query.purpose) === 'administrative';
  const [from, until] = [Date.parse(query.from), Date.parse(query.until)];
  const limits = limitsAt(now);
  const prosecutor = (query.prosecutor ?? '').trim() !== '';
  if (looked >= perHour) return no('look-too-many', undefined, { count: perHour });
  if ((query.plate === undefined) === (query.cameras === undefined)) return no('look-subject');
  if (administrative && query.cameras) return no('look-plate-only', 'cameras');
  if (from >= until) return no('look-period', 'until');
  if (query.cameras && until - from > HOUR_MS) return no('look-hour', 'until');
  if (from < limits.year) return no('look-year', 'from', { from: wallText(limits.year) });
  if (from < limits.month) {
    const params = { from: wallText(limits.month) };
    if (administrative) return no('look-month', 'from', params);
    if (!prosecutor) return no('look-prosecutor', 'prosecutor', params);
  }

  const plate = query.plate === undefined ? undefined : exactPlate(query.plate);
  if (plate === '') return no('look-wildcard', 'plate');
  const known = new Map(context.cameras.map(({ id, controller }) => [id, controller]));
  const asked = query.cameras ?? [...known.keys()];
  const strange = asked.findIndex((id) => !known.has(id));
  if (strange >= 0) return no('look-camera-unknown', `cameras.${strange}`);
  const open = (id: string) => context.controllers.includes(known.get(id) ?? '');
  const cameras = asked.filter(open);
  if (cameras.length === 0) return no('look-cameras-closed', 'cameras');
  const limit = administrative || !prosecutor ? limits.month : limits.year;
  return {
    ok: true,
    look: {
      ...(plate === undefined ? {} : { plate }),
      ...{ cameras: [...new Set(cameras)], excluded: asked.filter((id) => !open(id)) },
      ...{ from: query.from, until: query.until },
      reachesTo: new Date(Math.max(limit, context.reaches)).toISOString(),
    },
  };
}

/** One whole plate, normalised; '' where it is none or stands for several. */
export function exactPlate(text: string): string {
  const plate = WILD.test(text) ? '' : normalise(text);
  return plate.length < SHORTEST ? '' : plate;
}

/** `24/10/2026`. The limits are midnights in Brussels. */
function wallText(ms: number): string {
  const { day } = wallOf(ms);
  return day.split('-').reverse().join('/');
}
