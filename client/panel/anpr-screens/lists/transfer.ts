import type { ListDifference } from '../../../../shared/anpr/list.ts';
import { call, type Failed } from '../call.ts';

/** A file of a list to the server, which says what it would make of it, or does it. */
export type Compared = { ok: true; difference: ListDifference } | Failed;

/** By the name of a file, or how a text begins. */
export function typeOf(name: string, start: string): string {
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'application/x-ndjson';
  if (/\.json$/i.test(name)) return 'application/json';
  if (/\.(csv|txt|tsv)$/i.test(name)) return 'text/csv';
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('[')) return 'application/json';
  return text.startsWith('{') ? 'application/x-ndjson' : 'text/csv';
}

/** `base`: the version that it is held against. `skip`: lines that cannot be used are left out, as the person was told. */
export async function postList(
  list: string,
  body: Blob,
  { apply, base, skip, name }: { apply: boolean; base: number; skip: boolean; name: string },
): Promise<Compared> {
  const query = new URLSearchParams({
    ...{ apply: String(apply), base: String(base) },
    ...(skip ? { rejected: 'skip' } : {}),
  });
  const type = typeOf(name, await body.slice(0, 64).text());
  const answer = await call(
    'POST',
    `/api/anpr/lists/${encodeURIComponent(list)}/import?${query.toString()}`,
    { body, type },
  );
  if (!answer.ok) return answer;
  return { ok: true, difference: (await answer.response.json()) as ListDifference };
}

/** Fields of an entry that differ, in the order in which they are told. */
const FIELDS: readonly EntryField[] = [
  'plate',
  'country',
  'from',
  'until',
  'reason',
  'instruction',
  'vehicle',
  'reference',
];
export type EntryField = Exclude<keyof ListDifference['sample']['added'][number], 'id'>;

export const changesOf = (
  before: Readonly<Record<string, string | undefined>>,
  after: Readonly<Record<string, string | undefined>>,
): { field: EntryField; before: string; after: string }[] =>
  FIELDS.filter((field) => (before[field] ?? '') !== (after[field] ?? '')).map((field) => ({
    field,
    before: before[field] ?? '',
    after: after[field] ?? '',
  }));
