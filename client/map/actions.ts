import type { Action } from '../action.ts';
import { chased, showTrail } from './anpr/show.ts';
import { theCamera } from './camera.ts';
import { closeCorner, toggleCorner, useCorner } from './corner/corner.ts';
import { copyText } from '../part/copy.ts';
import { toast } from '../toast.ts';
import { openDialog, useUi } from '../ui.ts';
import { mayTake, takePlaceShown } from './place/place.ts';
import { viewLink } from './share.ts';
import { selectedPoint } from './selection.ts';
import { useMapState } from './state.ts';

const action = (one: Omit<Action, 'group'>): Action => ({ group: 'map.group', ...one });
const drawn = () => theCamera() !== undefined;

/** What lies under the middle of the map: the cross of whoever has no mouse. */
function showMiddle(): void {
  const middle = theCamera()?.middle();
  if (middle) useMapState.setState({ place: { point: middle } });
}

async function share(): Promise<void> {
  const link = viewLink();
  if (link && (await copyText(link))) toast({ tone: 'good', head: 'map.shared', text: '' });
}

export const mapActions: readonly Action[] = [
  action({
    id: 'map.search',
    label: 'place.search',
    keys: 'z',
    when: drawn,
    run: () => useMapState.setState({ searching: true }),
  }),
  action({ id: 'map.here', label: 'place.here', keys: 'u', when: drawn, run: showMiddle }),
  action({
    id: 'map.take',
    label: 'place.take',
    keys: 'Shift+G',
    when: mayTake,
    run: () => void takePlaceShown(),
  }),
  action({
    id: 'map.share',
    label: 'map.share',
    keys: 'Shift+L',
    when: drawn,
    run: () => void share(),
  }),
  action({
    id: 'map.qr',
    label: 'map.showQr',
    when: drawn,
    run: () => toggleCorner('share'),
  }),
  action({
    id: 'map.print',
    label: 'print.action',
    keys: 'Shift+P',
    when: drawn,
    run: () => openDialog({ name: 'print' }),
  }),
  action({
    id: 'map.layers',
    label: 'map.showLayers',
    keys: 'v',
    when: drawn,
    run: () => toggleCorner('layers'),
  }),
  action({
    id: 'map.legend',
    label: 'map.showLegend',
    keys: 'Shift+V',
    when: drawn,
    run: () => toggleCorner('legend'),
  }),
  action({
    id: 'map.closeCorner',
    label: 'common.close',
    keys: 'Escape',
    when: () => useCorner.getState().open !== undefined && !useUi.getState().placing,
    run: closeCorner,
  }),
  action({
    id: 'map.closePlace',
    label: 'place.close',
    keys: 'Escape',
    when: () => useMapState.getState().place !== undefined && !useUi.getState().placing,
    run: () => useMapState.setState({ place: undefined }),
  }),
  action({
    id: 'map.pursuit',
    label: 'pursuit.toggle',
    keys: 'Shift+F',
    when: () => drawn() && chased() !== undefined,
    run: showTrail,
  }),
  action({
    id: 'map.fit',
    label: 'map.fit',
    keys: '0',
    when: drawn,
    run: () => theCamera()?.fit(),
  }),
  action({
    id: 'map.fly',
    label: 'map.fly',
    keys: 'f',
    when: () => drawn() && selectedPoint() !== undefined,
    run: () => {
      const point = selectedPoint();
      if (point) theCamera()?.fly(point);
    },
  }),
  action({
    id: 'map.in',
    label: 'map.zoomIn',
    keys: '+',
    when: drawn,
    run: () => theCamera()?.zoom(1),
  }),
  action({
    id: 'map.out',
    label: 'map.zoomOut',
    keys: '-',
    when: drawn,
    run: () => theCamera()?.zoom(-1),
  }),
];
