import { serverNow } from '../../part/time.ts';
import { usePositions } from '../../positions.ts';
import { useStale } from '../../stale.ts';
import { usePicture } from '../../store.ts';
import type { Moment } from './rows.ts';

/** The picture as it is now. */
export function captureMoment(): Moment {
  const { seq, confirmed, signAt, skew } = usePicture.getState();
  const { stale } = useStale.getState();
  return {
    ...{ seq, state: confirmed, at: serverNow() },
    staleSince: stale ? (signAt ? signAt.wall + skew : 'never') : undefined,
    units: [...usePositions.getState().units.values()],
  };
}
