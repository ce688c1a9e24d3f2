import { DateTime } from 'luxon';
import { readTime } from '../../ingest/time.ts';

/** Times in lists: ISO 8601, or day/month/year as Belgium writes it, with or without the time of day. */
const ZONE = 'Europe/Brussels';
const ISO =
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;
const BELGIAN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d))?)?$/;

const known = new Map<string, string | undefined>();
const MOST_KNOWN = 5_000;

/**
 * The moment that is meant, in UTC; without a zone it is Brussels time. A day alone is its beginning, or with
 * `end` its end: until the 24th is until midnight after it. Undefined where there is no such moment.
 */
export function momentOf(written: string, end: boolean): string | undefined {
  const key = `${end ? '<' : '>'}${written}`;
  if (known.has(key)) return known.get(key);
  const moment = written.length > 40 ? undefined : read(written.trim(), end);
  if (known.size < MOST_KNOWN) known.set(key, moment);
  return moment;
}

function read(text: string, end: boolean): string | undefined {
  const found = readTime(asIso(text) ?? '', 'iso', ZONE);
  if (!found || found.precision !== 'day' || !end) return found?.at;
  return DateTime.fromISO(found.at, { zone: ZONE }).plus({ days: 1 }).toUTC().toISO() ?? undefined;
}

function asIso(text: string): string | undefined {
  if (ISO.test(text)) return text.replace(' ', 'T');
  const parts = BELGIAN.exec(text);
  if (!parts) return undefined;
  const [day, month, hour] = [parts[1], parts[2], parts[4]].map((part) => part?.padStart(2, '0'));
  const date = `${parts[3]}-${month}-${day}`;
  return hour === undefined ? date : `${date}T${hour}:${parts[5]}:${parts[6] ?? '00'}`;
}
