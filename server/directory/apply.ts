import type { Refusal } from '../../shared/refusal.ts';
import type { Context } from '../../shared/subject.ts';
import { decide } from '../../shared/subject/directory/decide.ts';
import type { DirectorySlice } from '../../shared/subject/directory/schema.ts';
import type { Compared, Line, Refused } from './read.ts';
import { batches } from './seed.ts';

/** What can be taken in of what was read, and doing it. */

const LIST = { organisation: 'organisations', contact: 'contacts', duty: 'duties' } as const;
type Lists = Record<(typeof LIST)[keyof typeof LIST], Compared[]>;

export interface Judged {
  fit: Compared[];
  refused: Refused[];
}

/**
 * Asks the subject itself, on the state as it stands, as often as it refuses a record: each is answered for
 * with its own reason, and the rest is as if it had never been there.
 */
export function judge(lines: readonly Line[], slice: DirectorySlice, context: Context): Judged {
  const refused = lines.filter((one): one is Refused => 'refusal' in one);
  const lists: Lists = { organisations: [], contacts: [], duties: [] };
  for (const one of lines) if (!('refusal' in one)) lists[LIST[one.kind]].push(one);
  for (;;) {
    const decision = decide(
      { directory: slice },
      { id: 'judge', type: 'directory.import', data: dataOf(lists) as never },
      context,
    );
    if (decision.ok) break;
    const taken = takeOut(lists, decision.refusal);
    if (!taken) throw new Error(`an import refused as a whole: ${decision.refusal.code}`);
    refused.push(taken);
  }
  const fit = [...lists.organisations, ...lists.contacts, ...lists.duties];
  return { fit, refused: refused.sort((a, b) => a.line - b.line) };
}

/** The record that a refusal names (`data.contacts.3.organisation`) leaves its list. */
function takeOut(lists: Lists, { path = '', ...refusal }: Refusal): Refused | undefined {
  const [, name = '', index = '', ...rest] = path.split('.');
  const [one] = lists[name as keyof Lists]?.splice(Number(index), 1) ?? [];
  if (!one) return undefined;
  return { line: one.line, id: one.id, refusal: { ...refusal, path: rest.join('.') || name } };
}

const dataOf = (lists: Lists): Record<string, readonly unknown[]> =>
  Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, list.map(({ record }) => record)]),
  );

type Sent = { ok: true } | { ok: false; refusal: Refusal };

/**
 * Sends what differs, a batch at a time. When a batch is refused after all (somebody edited meanwhile, the log is
 * away), the refusal is returned and the rest is left; the same file again takes in what is missing.
 */
export async function apply(
  { fit }: Judged,
  prefix: string,
  send: (id: string, data: Record<string, readonly unknown[]>) => Promise<Sent>,
): Promise<Refusal | undefined> {
  const lists: Lists = { organisations: [], contacts: [], duties: [] };
  for (const one of fit) if (one.what !== 'unchanged') lists[LIST[one.kind]].push(one);
  for (const [id, data] of batches(dataOf(lists), prefix)) {
    const sent = await send(id, data);
    if (!sent.ok) return sent.refusal;
  }
  return undefined;
}
