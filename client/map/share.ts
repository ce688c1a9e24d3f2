import { setUi, useUi } from '../ui.ts';
import { theCamera } from './camera.ts';
import { useLayers } from './layers.ts';
import { readViewHash, viewHash } from './view.ts';

/** Sharing what one looks at, and looking at what somebody shared. */

/** The address of the view as it is now; undefined while no map is drawn. */
export function viewLink(): string | undefined {
  const camera = theCamera();
  if (!camera) return undefined;
  const { selected: chosen } = useUi.getState();
  const kind = chosen?.kind;
  // P4: an alert of a plate camera stays out of what is sent and printed.
  const selected =
    chosen && (kind === 'incident' || kind === 'report') ? { kind, id: chosen.id } : undefined;
  const view = {
    ...{ zoom: camera.zoomed(), center: camera.middle() },
    ...{ selected, layers: useLayers.getState().chosen },
  };
  return `${location.origin}${location.pathname}${viewHash(view)}`;
}

/** Takes up the view in the address, if there is one, and clears it: a reload stays where one went since. */
export function takeSharedView(): void {
  const view = readViewHash(location.hash);
  const camera = theCamera();
  if (!view || !camera) return;
  history.replaceState(null, '', location.pathname + location.search);
  useLayers.setState({ chosen: view.layers });
  if (view.selected) setUi({ selected: view.selected });
  camera.take(view.center, view.zoom);
}
