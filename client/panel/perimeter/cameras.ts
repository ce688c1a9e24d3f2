import bearing from '@turf/bearing';
import { middleOf, type GeoFeature } from '../../../shared/geo/feature.ts';
import { metresBetween } from '../../../shared/geo/metres.ts';
import type { Point } from '../../../shared/value.ts';
import { turn } from './wind.ts';

/** What the catalogue says of a camera's view. */
export interface View {
  /** Compass degrees of its middle. */
  heading: number;
  /** How wide it sees, degrees; 360: it turns. */
  angle: number;
  /** Metres. */
  reach: number;
}

/** A camera without a view in the catalogue sees nothing that we could know of. */
export function viewOf({ properties }: GeoFeature): View | undefined {
  const { heading = 0, angle = 360, reach } = properties as Partial<View>;
  return typeof reach === 'number' ? { heading, angle, reach } : undefined;
}

export interface Seen {
  camera: GeoFeature;
  /** From the camera to the place. */
  metres: number;
}

/** Whether the place lies within the camera's reach and angle. Walls between are not known. */
export function seesPoint(camera: GeoFeature, point: Point): boolean {
  const view = viewOf(camera);
  if (!view) return false;
  const from = middleOf(camera);
  if (metresBetween(from, point) > view.reach) return false;
  return view.angle >= 360 || turn(bearing(from, point), view.heading) <= view.angle / 2;
}

/** The cameras that see a place, and the nearest others; nearest first. */
export function camerasFor(
  features: readonly GeoFeature[],
  point: Point,
  others = 3,
): { seeing: Seen[]; near: Seen[] } {
  const all = features
    .filter(({ properties }) => properties.kind === 'camera')
    .map((camera) => ({ camera, metres: metresBetween(middleOf(camera), point) }))
    .sort((a, b) => a.metres - b.metres);
  const seeing = all.filter(({ camera }) => seesPoint(camera, point));
  return { seeing, near: all.filter((one) => !seeing.includes(one)).slice(0, others) };
}
