import type { Duty, Organisation } from '../../shared/plan/directory.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../../shared/subject.ts';
import { decide } from '../../shared/subject/directory/decide.ts';
import { overlapping } from '../../shared/subject/directory/overlap.ts';
import {
  namesOf,
  wrongContact,
  wrongDuty,
  wrongOrganisation,
} from '../../shared/subject/directory/references.ts';
import type { ContactIn, DirectorySlice } from '../../shared/subject/directory/schema.ts';
import { BodyRefused } from '../ingest/body.ts';
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
 * Each record that the directory would refuse is refused by itself, with its own reason; the rest is as if it
 * had never been there. Throws a `BodyRefused` where that comes to no end, which takes a contrived file.
 */
export function judge(lines: readonly Line[], slice: DirectorySlice, context: Context): Judged {
  const refused = lines.filter((one): one is Refused => 'refusal' in one);
  const lists: Lists = { organisations: [], contacts: [], duties: [] };
  for (const one of lines) if (!('refusal' in one)) lists[LIST[one.kind]].push(one);
  // What names something that was refused is refused in the next round.
  while (takeWrong(lists, slice, context.plan.crisis, refused));
  for (let round = 0; ; round++) {
    const decision = decide(
      { directory: slice },
      { id: 'judge', type: 'directory.import', data: dataOf(lists) as never },
      context,
    );
    if (decision.ok) break;
    const taken = takeOut(lists, decision.refusal);
    if (!taken || round === ROUNDS) throw new BodyRefused(decision.refusal);
    refused.push(taken);
  }
  const fit = [...lists.organisations, ...lists.contacts, ...lists.duties];
  return { fit, refused: refused.sort((a, b) => a.line - b.line) };
}

/** Refusals that only the whole shows: a second contact point whose other one was refused, and such. */
const ROUNDS = 30;

/** One look at each; true when somebody was taken out. */
function takeWrong(
  lists: Lists,
  slice: DirectorySlice,
  plan: CrisisPlan,
  refused: Refused[],
): boolean {
  const before = refused.length;
  // Anew for each kind: without what was just taken out.
  const names = () => namesOf(slice, plan, lists);
  const sift = <R extends Compared['record']>(
    name: keyof Lists,
    wrong: (record: R) => Refusal | undefined,
  ): void => {
    lists[name] = lists[name].filter((one) => {
      const refusal = wrong(one.record as R);
      if (refusal) refused.push({ line: one.line, id: one.id, refusal: inRecord(refusal) });
      return !refusal;
    });
  };
  const records = <R>(name: keyof Lists) => lists[name].map(({ record }) => record as R);
  let known = names();
  sift<Organisation>('organisations', (record) => wrongOrganisation(record, known, 'record'));
  known = names();
  const single = singles(slice, records<ContactIn>('contacts'));
  sift<ContactIn>('contacts', (one) => wrongContact(one, known, 'record') ?? single(one));
  known = names();
  const onDuty = duties(slice, records<Duty>('duties'));
  sift<Duty>('duties', (record) => wrongDuty(record, known, 'record') ?? onDuty(record));
  return refused.length > before;
}

/** `record.holds.0.function`, `data.contacts.3.holds.0.function` → `holds.0.function`. */
const inRecord = ({ path, ...refusal }: Refusal): Refusal => {
  const inside = path?.replace(/^(record|data\.\w+\.\d+)\.?/, '');
  return { ...refusal, ...(inside ? { path: inside } : {}) };
};

/** One contact point for each organisation: the first of the file, unless one stands that the file does not touch. */
function singles({ contacts }: DirectorySlice, batch: readonly ContactIn[]) {
  const ids = new Set(batch.map(({ id }) => id));
  const taken = new Map<string, { id: string; name: string }>();
  for (const row of contacts.values())
    if (row.single && !ids.has(row.id)) taken.set(row.organisation, row);
  return (record: ContactIn): Refusal | undefined => {
    if (!record.single) return undefined;
    const other = taken.get(record.organisation);
    if (other) return refuse('single-taken', 'record.single', { who: other.name });
    taken.set(record.organisation, record);
    return undefined;
  };
}

/** Nobody beside those that stand and that the file does not touch, and those before them in the file. */
function duties(slice: DirectorySlice, batch: readonly Duty[]) {
  const ids = new Set(batch.map(({ id }) => id));
  const taken = Map.groupBy<string, Duty>(
    slice.duties.filter(({ id }) => !ids.has(id)).values(),
    ({ function: id }) => id,
  );
  return (record: Duty): Refusal | undefined => {
    const others = taken.get(record.function) ?? [];
    const other = overlapping(record, others);
    if (other) {
      const who = slice.contacts.get(other.contact)?.name ?? other.contact;
      return refuse('duty-overlap', 'record.from', { other: other.id, who });
    }
    taken.set(record.function, [...others, record]);
    return undefined;
  };
}

/** The record that a refusal names (`data.contacts.3.organisation`) leaves its list. */
function takeOut(lists: Lists, refusal: Refusal): Refused | undefined {
  const [, name = '', index = ''] = (refusal.path ?? '').split('.');
  const [one] = lists[name as keyof Lists]?.splice(Number(index), 1) ?? [];
  return one && { line: one.line, id: one.id, refusal: inRecord(refusal) };
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
