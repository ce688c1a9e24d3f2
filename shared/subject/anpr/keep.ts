import type { Event } from '../../entry.ts';
import { refuse } from '../../refusal.ts';
import { joinRestrictions } from '../../restrictions.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { listKey } from './key.ts';
import type { AlertRow, AnprCommand, AnprSlice } from './schema.ts';
import { isDue } from './select.ts';

type Needs = { anpr: AnprSlice };
type Data<T extends AnprCommand['type']> = (AnprCommand & { type: T })['data'];

/** A list has another version. Each is a row of its own, as secret as the list was by then. */
export function list({ anpr }: Needs, data: Data<'anpr.list'>, context: Context): Decision {
  const { restrictions, ...told } = data;
  const unknown = restrictions.some((one) => !context.plan.restrictions.includes(one));
  if (unknown) return reject(refuse('restriction-unknown', 'data.restrictions'));
  const mine = anpr.lists.valueSeq().filter((row) => row.list === data.list);
  if (mine.some((row) => row.version >= data.version)) return accept();
  const listed = fact(
    'anpr.listed',
    listKey(data.list, data.version),
    told,
    joinRestrictions(restrictions),
  );
  const kept = anpr.lists.set(listed.id, { id: listed.id, ...told, at: context.at });
  return accept(listed, ...unlisted({ ...anpr, lists: kept }, anpr.alerts));
}

/** Alerts whose time is over; and with them the versions of lists that nothing names any more. */
export function erase({ anpr }: Needs, ids: readonly string[], context: Context): Decision {
  const over = [...new Set(ids)]
    .map((id) => anpr.alerts.get(id))
    .filter((row) => row !== undefined)
    .filter((row) => context.sees(row) && isDue(row, context.at));
  if (over.length === 0) return accept();
  return accept(
    ...over.map((row) => fact('anpr.erased', row.id, {}, row.restrictions)),
    ...unlisted(anpr, anpr.alerts.deleteAll(over.map(({ id }) => id))),
  );
}

function unlisted({ lists }: AnprSlice, alerts: AnprSlice['alerts']): Event[] {
  const inForce = new Map<string, number>();
  lists.forEach(({ list: of, version }) =>
    inForce.set(of, Math.max(version, inForce.get(of) ?? 0)),
  );
  const old = lists.filter(({ list: of, version }) => version !== inForce.get(of));
  if (old.isEmpty()) return [];
  const named = new Set<string>();
  alerts.forEach(({ list: of, version }: AlertRow) => named.add(listKey(of, version)));
  return [...old.values()]
    .filter(({ id }) => !named.has(id))
    .map(({ id, restrictions }) => fact('anpr.unlisted', id, {}, restrictions));
}
