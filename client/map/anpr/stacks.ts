import type { AlertRow, AnprSlice } from '../../../shared/subject/anpr/schema.ts';
import type { Point } from '../../../shared/value.ts';
import { passagesByAlert } from '../../panel/anpr/passes.ts';
import { alertIcon } from '../anpr-icon.ts';
import type { MapFeature } from '../layer/feature.ts';
import { isSought } from './chase.ts';

/** Open alerts that were last seen by the same camera, the gravest first: one mark, with their count. */
export interface Stack {
  camera: string;
  point: Point;
  alerts: readonly AlertRow[];
}

/** Before anything else the priority, then what is certain, then the latest. */
const gravest = (a: AlertRow, b: AlertRow): number =>
  a.priority - b.priority ||
  Number(b.certainty === 'certain') - Number(a.certainty === 'certain') ||
  (a.last < b.last ? 1 : a.last > b.last ? -1 : 0);

/** `without`: id of an alert that is drawn otherwise; `placeOf`: of a camera whose passage has left the state. */
export function stacksOf(
  { alerts, passages }: Pick<AnprSlice, 'alerts' | 'passages'>,
  placeOf: (camera: string) => Point | undefined,
  without?: string,
): Stack[] {
  const trails = passagesByAlert(passages);
  const stacks = new Map<string, { point: Point; alerts: AlertRow[] }>();
  for (const alert of alerts.values()) {
    if (alert.id === without || !isSought(alert)) continue;
    const point =
      trails.get(alert.id)?.findLast(({ camera }) => camera === alert.lastCamera)?.point ??
      placeOf(alert.lastCamera);
    if (!point) continue;
    const stack = stacks.get(alert.lastCamera);
    if (stack) stack.alerts.push(alert);
    else stacks.set(alert.lastCamera, { point, alerts: [alert] });
  }
  return [...stacks].map(([camera, { point, alerts: rows }]) => ({
    ...{ camera, point },
    alerts: rows.sort(gravest),
  }));
}

/** `aside`: another alert is what is looked at. Priority 1 never steps aside. */
export function stackFeature({ camera, point, alerts }: Stack, aside: boolean): MapFeature {
  const [first] = alerts as [AlertRow];
  const isNew = alerts.some(
    ({ status, priority }) => status === 'new' && priority === first.priority,
  );
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: point },
    properties: {
      ...{ id: first.id, kind: 'anpr', camera, priority: first.priority },
      ...{ list: first.list, category: first.category, certainty: first.certainty },
      at: first.last,
      icon: alertIcon(first.priority, first.certainty, isNew),
      count: alerts.length > 1 ? `×${alerts.length}` : '',
      // For clicks, the gravest first: a feature has plain properties only.
      alerts: alerts.map(({ id }) => id).join('\n'),
      aside: aside && first.priority > 1,
      restricted: first.restrictions !== undefined,
    },
  };
}
