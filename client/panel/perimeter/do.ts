import { plume } from '../../../shared/geo/plume.ts';
import { centerOf } from '../../../shared/geo/shape.ts';
import { standing } from '../../../shared/subject/perimeter/standing.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import { theGround } from '../../ground.ts';
import { theCamera } from '../../map/camera.ts';
import { send } from '../../send.ts';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { insideList, tallyOf } from './inside.ts';
import { latestWind } from './wind.ts';

/** What buttons and keys have in common. */

/** Marks the row of a perimeter, and the section, in the page: the keys of `actions.ts` look for them. */
export const ROW = 'data-perimeter';
export const SECTION_ID = 'perimeters';

const rows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`#${SECTION_ID} button[${ROW}]`),
];

function takeRow(row: HTMLElement | null | undefined): void {
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

export function stepRow(by: number): void {
  const all = rows();
  const mine = document.activeElement?.closest(`[${ROW}]`)?.getAttribute(ROW);
  takeRow(all[all.findIndex((row) => row.getAttribute(ROW) === mine) + by]);
}

export const flyTo = ({ shape }: Perimeter): void => theCamera()?.fly(centerOf(shape));

/** Puts who and what lies inside into the incident, as the ground is known now. */
export async function putTally({ id, shape }: Perimeter): Promise<void> {
  const ground = await theGround();
  const layers = useSession.getState().settings?.layers;
  if (!ground || !layers) return;
  send('perimeter.tally', { perimeter: id, ...tallyOf(insideList(ground, shape, layers)) });
}

/** Draws an area of effect anew with the latest wind: the same agent, from the same place. */
export function rewind({ id, shape, estimate }: Perimeter): void {
  const wind = latestWind(usePicture.getState().shown.wind);
  if (!wind || !estimate || shape.form !== 'sector') return;
  const { from, speed, name: source, observed: at } = wind;
  if (Date.parse(at) <= Date.parse(estimate.wind.at)) return;
  send('perimeter.redraw', {
    perimeter: id,
    shape: plume(shape.origin, estimate.agent, { from, speed }),
    estimate: { agent: estimate.agent, wind: { from, speed, source, at } },
  });
}

/** All of an incident whose wind was measured before the latest. */
export const rewindAll = (incident: string): void =>
  standing(usePicture.getState().shown, incident).forEach(rewind);
