import { boxOf, type Box } from '../../../shared/geo/feature.ts';
import { passagesByAlert } from '../../panel/anpr/passes.ts';
import { usePicture } from '../../store.ts';
import { useUi } from '../../ui.ts';
import { serverNow } from '../../part/time.ts';
import { theCamera } from '../camera.ts';
import { isSought, isStale, pursuitOf, useChase } from './chase.ts';

/** Id of the selected alert, if one is selected. */
export function chased(): string | undefined {
  const { selected } = useUi.getState();
  return selected?.kind === 'anpr' && usePicture.getState().shown.anpr.alerts.has(selected.id)
    ? selected.id
    : undefined;
}

/** Shows the estimate and all of the trail; a second time: hides the estimate. */
export function showTrail(): void {
  const shown = !useChase.getState().shown;
  useChase.setState({ shown });
  const box = shown && boxOfTrail();
  if (box) theCamera()?.frame(box);
}

/** The passages and the likeliest next cameras. */
function boxOfTrail(): Box | undefined {
  const id = chased();
  if (id === undefined) return undefined;
  const { alerts, passages } = usePicture.getState().shown.anpr;
  const trail = passagesByAlert(passages).get(id) ?? [];
  const alert = alerts.get(id);
  const pursuit = alert && isSought(alert) ? pursuitOf(trail) : undefined;
  const next = pursuit && !isStale(pursuit, serverNow()) ? pursuit.next.slice(0, 3) : [];
  const coordinates = [...trail, ...next].map(({ point }) => [...point]);
  return boxOf({ type: 'MultiPoint', coordinates });
}
