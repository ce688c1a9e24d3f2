import { createHash } from 'node:crypto';
import { cleanText } from '../../shared/clean.ts';
import type { Mapping } from './mapping.ts';
import { asTemplate, at, fillWhole, textAt } from './path.ts';
import { readTime } from './time.ts';

/** What makes a source's record the same record again, and a later state of it a later one. */

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The source's id as a report can hold it: one that is too long ends in a digest of itself. */
export function recordId(text: string): string | undefined {
  const id = cleanText(text, Infinity);
  if (id.length <= LONGEST) return id || undefined;
  return `${id.slice(0, LONGEST - 25).toWellFormed()}~${digestOf(id)}`;
}
const LONGEST = 200;

/** The record's id by its mapping; undefined when the record lacks a part of it. */
export function idOf(how: Mapping['record']['id'], record: object): string | undefined {
  if (typeof how === 'string') return recordId(fillWhole(asTemplate(how), record) ?? '');
  const parts = how.digest === '*' ? record : how.digest.map((path) => at(record, path) ?? null);
  if (Array.isArray(parts) && parts.every((part) => part === null)) return undefined;
  try {
    return digestOf(inOrder(parts));
  } catch {
    return undefined; // Nested too deeply to be a record of anything.
  }
}

/** As JSON, with the fields by name: the order in which a source writes them means nothing. */
function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  const fields = Object.keys(value).sort();
  const shown = fields.map(
    (name) => `${JSON.stringify(name)}:${inOrder((value as Record<string, unknown>)[name])}`,
  );
  return `{${shown.join()}}`;
}

/**
 * The version as text that sorts as versions follow each other, which is how the log compares them:
 * numbers get leading zeros (9 comes before 10), times become instants in UTC.
 */
export function versionOf(how: Mapping['record']['version'], record: object): string | undefined {
  if (how === undefined) return undefined;
  const { path, format, zone } =
    typeof how === 'string' ? { path: how, format: undefined, zone: 'Europe/Brussels' } : how;
  const text = textAt(record, path);
  if (text === undefined) return undefined;
  if (format !== undefined) return readTime(text, format, zone)?.at;
  const number = /^(\d{1,20})(\.\d{1,15})?$/.exec(text);
  if (number) return `${number[1]!.padStart(20, '0')}${number[2] ?? ''}`;
  const instant = /^\d{4}-\d{2}-\d{2}[T ]\d/.test(text)
    ? readTime(text.replace(' ', 'T'), 'iso', zone)?.at
    : undefined;
  return instant ?? cleanText(text, 40);
}
