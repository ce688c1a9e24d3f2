import type { Perimeter } from '../../../shared/subject/perimeter.ts';
import { theGround } from '../../ground.ts';
import { send } from '../../send.ts';
import { useSession } from '../../session.ts';
import { insideList, tallyOf } from './inside.ts';

/** Puts who and what lies inside into the incident, as the ground is known now. */
export async function putTally({ id, shape }: Perimeter): Promise<void> {
  const ground = await theGround();
  const layers = useSession.getState().settings?.layers;
  if (!ground || !layers) return;
  send('perimeter.tally', { perimeter: id, ...tallyOf(insideList(ground, shape, layers)) });
}
