import { forRow } from '../../for-row.ts';
import { may } from '../../may.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import type { Action } from '../../action.ts';
import { theCamera } from '../../map/camera.ts';
import { takeUp, useTool } from '../../map/draw/state.ts';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { selectedIncident } from '../do.ts';
import type * as Do from './do.ts';

const action = (one: Omit<Action, 'group'>): Action => ({ group: 'perimeter.group', ...one });

const openIncident = () => {
  const incident = selectedIncident();
  return incident && incident.status !== 'closed' ? incident : undefined;
};
const mayDraw = (): boolean =>
  may('perimeter.draw') && openIncident() !== undefined && theCamera() !== undefined;

/** The perimeter whose row has the keyboard. */
function rowInHand(): Perimeter | undefined {
  const id = document.activeElement?.closest('[data-perimeter]')?.getAttribute('data-perimeter');
  const row = id ? usePicture.getState().shown.perimeter.perimeters.get(id) : undefined;
  return row?.lifted ? undefined : row;
}

/** To the first perimeter of the incident; where there is none, to the buttons. At once: the next key is for it. */
function focusPerimeters(): void {
  const section = document.getElementById('perimeters');
  const there =
    section?.querySelector<HTMLElement>('button[data-perimeter]') ??
    section?.querySelector('button');
  there?.focus();
  there?.scrollIntoView({ block: 'nearest' });
}

/** By code that comes with the incident's detail. */
const later = (act: (tools: typeof Do) => void): void => void import('./do.ts').then(act);

/** About the perimeter whose row has the keyboard: so its keys may be letters that mean something else elsewhere. */
const ofRow = forRow('perimeter', rowInHand);

/** Before the other actions: the row in hand goes first. */
export const perimeterActions: readonly Action[] = [
  ofRow('redraw', 'perimeter.redrawLong', 'r', 'perimeter.redraw', (row) =>
    takeUp((tools) => tools.startRedraw(row)),
  ),
  ofRow(
    'order',
    'perimeter.orderLong',
    'o',
    'perimeter.order',
    ({ id }) => openDialog({ name: 'perimeter-order', perimeter: id }),
    ({ kind }) => kind !== 'effect',
  ),
  ofRow('lift', 'perimeter.liftLong', 'l', 'perimeter.lift', ({ id }) =>
    openDialog({ name: 'perimeter-lift', perimeter: id }),
  ),
  ofRow('tally', 'perimeter.tally', 't', 'perimeter.tally', (row) => {
    later((tools) => void tools.putTally(row));
  }),
  action({
    ...{ id: 'perimeter.fly', label: 'perimeter.fly', keys: 'f' },
    when: () => rowInHand() !== undefined,
    run: () => {
      const row = rowInHand();
      if (row) later((tools) => tools.flyTo(row));
    },
  }),
  ...([1, -1] as const).map((by) =>
    action({
      id: `perimeter.step${by}`,
      label: by > 0 ? 'perimeter.next' : 'perimeter.previous',
      keys: by > 0 ? 'ArrowDown' : 'ArrowUp',
      when: () => rowInHand() !== undefined,
      run: () => later((tools) => tools.stepRow(by)),
    }),
  ),
  action({
    ...{ id: 'perimeter.draw', label: 'perimeter.draw', keys: 'b' },
    when: () => mayDraw(),
    run: () => {
      const incident = openIncident();
      if (incident) takeUp((tools) => tools.startDraw(incident.id));
    },
  }),
  action({
    ...{ id: 'perimeter.effect', label: 'perimeter.effect', keys: 'Shift+W' },
    when: () => mayDraw(),
    run: () => {
      const incident = openIncident();
      if (incident) takeUp((tools) => tools.startEffect(incident.id));
    },
  }),
  action({
    ...{ id: 'perimeter.rewind', label: 'perimeter.rewind', keys: 'Shift+E' },
    when: () => may('perimeter.redraw') && openIncident() !== undefined,
    run: () => {
      const incident = openIncident();
      if (incident) later((tools) => tools.rewindAll(incident.id));
    },
  }),
  action({
    ...{ id: 'perimeter.focus', label: 'perimeter.focus', keys: 'Shift+B' },
    when: () => selectedIncident() !== undefined,
    run: focusPerimeters,
  }),
  action({
    ...{ id: 'perimeter.measure', label: 'perimeter.measure', keys: 'Shift+U' },
    when: () => theCamera() !== undefined && useTool.getState().tool === undefined,
    run: () => takeUp((tools) => tools.startMeasure()),
  }),
];
