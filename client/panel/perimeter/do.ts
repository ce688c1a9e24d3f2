import { centerOf } from '../../../shared/geo/shape.ts';
import { plume } from '../../../shared/geo/plume.ts';
import { standing, type Perimeter } from '../../../shared/subject/perimeter.ts';
import { theCamera } from '../../map/camera.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { selectedIncident } from '../do.ts';
import { latestWind, windChanged } from './wind.ts';

/** What buttons and keys have in common. */

/** Marks the row of a perimeter in the page. */
export const ROW = 'data-perimeter';
export const SECTION_ID = 'perimeters';

export const perimeterNow = (id: string | undefined): Perimeter | undefined => {
  const row =
    id === undefined ? undefined : usePicture.getState().shown.perimeter.perimeters.get(id);
  return row && !row.lifted ? row : undefined;
};

/** The perimeter whose row has the keyboard. */
export const rowInHand = (): Perimeter | undefined =>
  perimeterNow(document.activeElement?.closest(`[${ROW}]`)?.getAttribute(ROW) ?? undefined);

const rows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`#${SECTION_ID} [${ROW}]`),
];

/** To the first perimeter of the incident; where there is none, to the buttons. */
export function focusPerimeters(): void {
  const there = rows()[0] ?? document.querySelector<HTMLElement>(`#${SECTION_ID} button`);
  there?.focus();
  there?.scrollIntoView({ block: 'nearest' });
}

export function stepRow(by: number): void {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

export const flyTo = ({ shape }: Perimeter): void => theCamera()?.fly(centerOf(shape));

/** Areas of effect of the selected incident whose wind is no longer that of now. */
export function outdated(): Perimeter[] {
  const incident = selectedIncident();
  const { shown } = usePicture.getState();
  if (!incident || incident.status === 'closed') return [];
  const wind = latestWind(shown.wind);
  return standing(shown, incident.id).filter((one) => windChanged(one, wind));
}

/** With the wind of now, the same agent, from the same place. */
export function rewind({ id, shape, estimate }: Perimeter): void {
  const wind = latestWind(usePicture.getState().shown.wind);
  if (!wind || !estimate || shape.form !== 'sector') return;
  const { from, speed, name: source, observed: at } = wind;
  send('perimeter.redraw', {
    perimeter: id,
    shape: plume(shape.origin, estimate.agent, { from, speed }),
    estimate: { agent: estimate.agent, wind: { from, speed, source, at } },
  });
}
