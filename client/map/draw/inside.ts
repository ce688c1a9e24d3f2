import { useEffect, useState } from 'react';
import type { Shape } from '../../../shared/geo/shape.ts';
import { theGround, useGround } from '../../ground.ts';
import { insideList, type InsideList } from '../../panel/perimeter/inside.ts';
import { useSession } from '../../session.ts';

/** While a hand still moves, nothing is counted. */
const REST_MS = 150;

/**
 * Who and what lies inside, worked out in the console as the server does: again when the shape rests,
 * and when the ground changed. Undefined until the first answer; the last one stays until the next.
 */
export function useInside(shape: Shape | undefined, rest = REST_MS): InsideList | undefined {
  const [list, setList] = useState<InsideList>();
  const geo = useGround((ground) => ground.geo);
  const layers = useSession((s) => s.settings?.layers);
  useEffect(() => {
    if (!shape || !geo || !layers) return;
    let over = false;
    const timer = setTimeout(() => {
      void theGround()
        .then((ground) => {
          if (ground && !over) setList(insideList(ground, shape, layers));
        })
        .catch(() => undefined);
    }, rest);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [shape, geo, layers, rest]);
  return shape && list;
}
