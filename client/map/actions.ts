import type { Action } from '../action.ts';
import { theCamera } from './camera.ts';
import { selectedPoint } from './selection.ts';

const action = (one: Omit<Action, 'group'>): Action => ({ group: 'map.group', ...one });
const drawn = () => theCamera() !== undefined;

export const mapActions: readonly Action[] = [
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
