import type { Contact, Duty, Organisation } from '../../plan/directory.ts';
import type { ContactIn, Kind, RowOf } from './schema.ts';

/** Records as they are saved, and rows as they stand: two ways to write the same. */

export interface RecordOf {
  organisation: Organisation;
  contact: ContactIn;
  duty: Duty;
}

/** The record of a row: without who wrote it and when. */
export function recordOf<K extends Kind>(row: RowOf[K]): RecordOf[K] {
  const { seq: _, at: __, by: ___, before: ____, ...record } = row;
  return record as never;
}

/** Ways that were left out are those that stand. */
export function completed(record: ContactIn, row: RowOf['contact'] | undefined): Contact {
  return { ...record, ways: [...(record.ways ?? row?.ways ?? [])] };
}

/** One text for records that say the same: keys in order, nothing that is empty. */
export const canonicalRecord = (record: object): string => JSON.stringify(ordered(record));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined && one !== '');
  return Object.fromEntries(
    pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]),
  );
}

export const isSame = (a: object, b: object): boolean => canonicalRecord(a) === canonicalRecord(b);

/** Who or what it is, for people: a duty by its function. */
export const labelOf = (record: RecordOf[Kind]): string =>
  'contact' in record
    ? record.function
    : typeof record.name === 'string'
      ? record.name
      : record.name.nl;
