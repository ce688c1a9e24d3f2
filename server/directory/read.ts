import type { z } from 'zod';
import { Duty, Organisation } from '../../shared/plan/directory.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { TABLE } from '../../shared/subject/directory/evolve.ts';
import { canonicalRecord, completed, recordOf } from '../../shared/subject/directory/record.ts';
import {
  commands,
  KINDS,
  type ContactIn,
  type DirectorySlice,
  type Kind,
  type RowOf,
} from '../../shared/subject/directory/schema.ts';

/** What a file says, one record after the other, and how it compares with the directory as it stands. */

/** As a reader of a format found it; `refusal`: it could not even be read that far. */
export interface Read {
  /** In the file, counted from 1. */
  line: number;
  kind: Kind | undefined;
  record: Record<string, unknown>;
  refusal?: Refusal;
}

export interface Compared {
  line: number;
  kind: Kind;
  id: string;
  /** For people: the name, or the function of a duty. */
  label: string;
  what: 'new' | 'changed' | 'unchanged';
  /** The fields that differ. */
  fields: string[];
  record: Organisation | ContactIn | Duty;
}
export interface Refused {
  line: number;
  id?: string | undefined;
  refusal: Refusal;
}
export type Line = Compared | Refused;

const SCHEMA = {
  organisation: Organisation,
  contact: commands['directory.import'].shape.contacts.unwrap().element,
  duty: Duty,
} satisfies Record<Kind, z.ZodType>;

/** All of them at once; see `openCompare`. */
export const compare = (reads: readonly Read[], slice: DirectorySlice): Line[] =>
  reads.map(openCompare(slice));

/** One record after the other, against the schema and the state; the same id twice is refused the second time. */
export function openCompare(slice: DirectorySlice): (read: Read) => Line {
  const had = new Set<string>();
  return ({ line, kind, record, refusal }) => {
    const id = typeof record['id'] === 'string' ? record['id'] : undefined;
    if (refusal) return { line, id, refusal };
    if (!kind || !KINDS.includes(kind)) return { line, id, refusal: refuse('invalid', 'kind') };
    const row = slice[TABLE[kind]].get(id ?? '');
    const parsed = SCHEMA[kind].safeParse(withNote(record, row));
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path.map(String).join('.');
      return { line, id, refusal: refuse('invalid', path || kind) };
    }
    const key = `${kind} ${parsed.data.id}`;
    if (had.has(key)) return { line, id, refusal: refuse('id-taken', 'id') };
    had.add(key);
    return { line, ...compared(kind, parsed.data, row) };
  };
}

/** A note that was not told stays; an empty one goes. */
function withNote(record: Record<string, unknown>, row: RowOf[Kind] | undefined): object {
  if (!('note' in record) || record['note'] !== undefined) return record;
  const { note: _, ...rest } = record;
  return row && 'note' in row && row.note ? { ...rest, note: row.note } : rest;
}

function compared(
  kind: Kind,
  record: Compared['record'],
  row: RowOf[Kind] | undefined,
): Omit<Compared, 'line'> {
  const label =
    'contact' in record
      ? record.function
      : typeof record.name === 'string'
        ? record.name
        : record.name.nl;
  const about = { kind, id: record.id, label, record };
  if (!row) return { ...about, what: 'new', fields: [] };
  const now: Record<string, unknown> =
    kind === 'contact' ? { ...completed(record as ContactIn, row as never) } : { ...record };
  const then = recordOf(row as never) as unknown as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(now), ...Object.keys(then)])].filter(
    (name) => canonicalRecord({ is: now[name] }) !== canonicalRecord({ is: then[name] }),
  );
  return { ...about, what: fields.length > 0 ? 'changed' : 'unchanged', fields };
}
