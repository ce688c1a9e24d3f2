import type { Event } from '../../entry.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import type { AlertRow, AnprCommand, AnprSlice } from './schema.ts';
import { isSettled, verifiersOf } from './status.ts';
import { tell } from './tell.ts';

type Data<T extends AnprCommand['type']> = (AnprCommand & { type: T })['data'];

/** Who is not sent the plate cannot hold it against a picture. The system's hand is not sent it either. */
const seesPlate = (context: Context): boolean => context.sees({ restrictions: ['plate'] });

/** One check by one account, once. It is verified when as many accounts as the list wants made both. */
export function check(alert: AlertRow, what: 'picture' | 'list', context: Context): Decision {
  if (!seesPlate(context)) return reject(refuse('anpr-plate-unseen', 'data.alert'));
  const { id: who, name: by } = context.actor;
  if (alert.verified || alert.checks.some((one) => one.who === who && one.check === what))
    return accept();
  const checks = [...alert.checks, { check: what, at: context.at, by, who }];
  const verified = verifiersOf({ checks }).length >= alert.persons;
  return accept(
    // Who checks it looks at it.
    ...(alert.acknowledged ? [] : [fact('anpr.acknowledged', alert.id, {}, alert.restrictions)]),
    fact('anpr.checked', alert.id, { check: what, verified }, alert.restrictions),
  );
}

export function rejection(
  anpr: AnprSlice,
  alert: AlertRow,
  { reason, note }: Omit<Data<'anpr.reject'>, 'alert'>,
): Event[] {
  const data = { reason, ...(note ? { note } : {}), camera: alert.camera };
  return [
    fact('anpr.rejected', alert.id, data, alert.restrictions),
    ...tell(anpr, alert, { what: 'rejected', reason }),
  ];
}

export function rejectAll(
  { anpr }: { anpr: AnprSlice },
  { alerts: ids, ...why }: Data<'anpr.rejectAll'>,
  context: Context,
): Decision {
  const rows = [...new Set(ids)].map((id) => anpr.alerts.get(id));
  const missing = rows.findIndex((row) => !context.sees(row));
  if (missing >= 0) return reject(refuse('anpr-unknown', `data.alerts.${missing}`));
  if (!seesPlate(context)) return reject(refuse('anpr-plate-unseen', 'data.alerts'));
  const alerts = rows as AlertRow[];
  const other = alerts.findIndex(({ list }) => list !== alerts[0]!.list);
  if (other >= 0) return reject(refuse('anpr-lists-differ', `data.alerts.${other}`));
  const open = alerts.filter((row) => !isSettled(row));
  const verified = open.find((row) => row.verified);
  if (verified) return reject(refuse('anpr-verified', `data.alerts.${ids.indexOf(verified.id)}`));
  return accept(...open.flatMap((row) => rejection(anpr, row, why)));
}
