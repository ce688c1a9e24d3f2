import type { Point } from '../../../shared/value.ts';
import { useAnpr } from '../../anpr.ts';
import { groundThing } from '../../ground.ts';

/** Where a camera is: as the catalogue has it, else the ground. */
export function placeOf(camera: string): Point | undefined {
  const listed = useAnpr.getState().cameras.get(camera)?.point;
  if (listed) return listed;
  const geometry = groundThing(camera)?.geometry;
  return geometry?.type === 'Point' ? (geometry.coordinates as Point) : undefined;
}
