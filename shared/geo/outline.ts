import area from '@turf/area';
import circle from '@turf/circle';
import sector from '@turf/sector';
import type { Polygon } from 'geojson';
import type { Shape } from './shape.ts';

/** A drawn shape's outline on the ground, as GeoJSON, and its size. */

/** Corners of a drawn circle: its outline then lies within 0.13 % of the radius. */
const STEPS = 64;

export function outlineOf(shape: Shape): Polygon {
  switch (shape.form) {
    case 'circle':
      return circle(shape.center, shape.radius, { steps: STEPS, units: 'meters' }).geometry;
    case 'sector': {
      const { origin, bearing, angle, length } = shape;
      if (angle >= 360) return circle(origin, length, { steps: STEPS, units: 'meters' }).geometry;
      const [from, to] = [bearing - angle / 2, bearing + angle / 2];
      return sector(origin, length, from, to, { steps: STEPS, units: 'meters' }).geometry;
    }
    case 'polygon':
      return { type: 'Polygon', coordinates: [[...shape.ring, shape.ring[0]!]] };
  }
}

/** Square metres. */
export const areaOf = (shape: Shape): number => area(outlineOf(shape));
