import type { Event } from '../../entry.ts';
import { fact } from '../../subject.ts';
import type { AlertRow, AnprEvent, AnprSlice } from './schema.ts';

type Told = Omit<(AnprEvent & { type: 'anpr.told' })['data'], 'incident' | 'own'>;

/** The line in the logbook of the incident that the alert is linked to; none where it is linked to none. */
export function tell({ links }: AnprSlice, alert: AlertRow, told: Told): Event[] {
  const link = links.get(alert.id);
  if (!link) return [];
  const { incident, own, restrictions } = link;
  return [fact('anpr.told', alert.id, { incident, own: [...own], ...told }, restrictions)];
}
