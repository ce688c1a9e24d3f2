import type { HotList } from '../../../shared/anpr/list.ts';
import { refuse, type Refusal } from '../../../shared/refusal.ts';

/**
 * What a definition must be beside its shape, in law and by itself. `restrictions`: those that
 * `config/roles.yaml` knows.
 *
 * Hits of judicial and administrative lists are the police's alone. The cameras of the low-emission zone
 * belong to another controller under another law: its list is served by its own cameras and no others,
 * and police lists by its cameras only where somebody writes them down as controller, on the list's own basis.
 */
export function wrongList(list: HotList, restrictions: readonly string[]): Refusal | undefined {
  if (list.restrictions.some((one) => !restrictions.includes(one)))
    return refuse('restriction-unknown', 'restrictions');
  if (list.covert && !list.restrictions.includes('covert'))
    return refuse('list-covert', 'restrictions');
  const police = list.category === 'judicial' || list.category === 'administrative';
  if (police && !list.restrictions.includes('police')) return refuse('list-police', 'restrictions');
  if (list.category === 'lez' && list.controllers.some((one) => one !== 'lez'))
    return refuse('list-lez', 'controllers');
  if (list.possibleFrom > list.certainFrom) return refuse('list-thresholds', 'possibleFrom');
  const { active } = list;
  if (active.kind === 'window' && active.from >= active.until)
    return refuse('list-window', 'active.until');
  return undefined;
}

/** Whether a list counts at a moment. */
export function countsAt(
  { active }: HotList,
  at: string,
  isOpen: (incident: string) => boolean,
): boolean {
  switch (active.kind) {
    case 'always':
      return true;
    case 'off':
      return false;
    case 'window':
      return active.from <= at && at < active.until;
    case 'incident':
      return isOpen(active.incident);
  }
}
