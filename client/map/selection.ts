import type { PassageRow } from '../../shared/subject/anpr/schema.ts';
import type { Point } from '../../shared/value.ts';
import { usePicture } from '../store.ts';
import { useUi } from '../ui.ts';

/** Where the selected thing is, if it has a place. */
export function selectedPoint(): Point | undefined {
  const { selected } = useUi.getState();
  const { shown } = usePicture.getState();
  if (!selected) return undefined;
  if (selected.kind === 'anpr') {
    const { passages } = shown.anpr;
    return lastOf(passages.values(), selected.id)?.point;
  }
  return selected.kind === 'incident'
    ? shown.incident.incidents.get(selected.id)?.place?.point
    : shown.report.reports.get(selected.id)?.place?.point;
}

function lastOf(passages: Iterable<PassageRow>, alert: string): PassageRow | undefined {
  let last: PassageRow | undefined;
  for (const one of passages) if (one.alert === alert && !(last && last.at > one.at)) last = one;
  return last;
}
