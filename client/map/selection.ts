import type { Point } from '../../shared/value.ts';
import { usePicture } from '../store.ts';
import { useUi } from '../ui.ts';

/** Where the selected thing is, if it has a place. */
export function selectedPoint(): Point | undefined {
  const { selected } = useUi.getState();
  const { shown } = usePicture.getState();
  if (!selected) return undefined;
  return selected.kind === 'incident'
    ? shown.incident.incidents.get(selected.id)?.place?.point
    : shown.report.reports.get(selected.id)?.place?.point;
}
