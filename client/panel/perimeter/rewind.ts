import { plume } from '../../../shared/geo/plume.ts';
import { standing, type Perimeter } from '../../../shared/subject/perimeter.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { latestWind } from './wind.ts';

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
