import type { TFunction } from 'i18next';
import type { Active } from '../../../../shared/anpr/list.ts';
import { momentOf } from '../../../part/time.ts';

/** When a list counts, in words. `incident`: title of an incident, where it may be seen. */
export function activeText(
  active: Active,
  t: TFunction,
  incident: (id: string) => string | undefined,
): string {
  if (active.kind === 'window')
    return t('hotlist.activeWindow', {
      from: momentOf(active.from),
      until: momentOf(active.until),
    });
  if (active.kind === 'incident')
    return t('hotlist.activeIncident', {
      incident: incident(active.incident) ?? t('hotlist.unknownIncident'),
    });
  return t(active.kind === 'always' ? 'hotlist.activeAlways' : 'hotlist.activeOff');
}
