import { z } from 'zod';
import { Point } from '../value.ts';
import { crossesItself, signedArea } from './ring.ts';

/** What can be drawn around a place. Metres and compass degrees. */

/** Far enough for any perimeter in or around the region, and small enough to catch a typing error. */
const Metres = z.number().min(5).max(30_000);

export const Circle = z.strictObject({ form: z.literal('circle'), center: Point, radius: Metres });
export const Outline = z.strictObject({
  form: z.literal('polygon'),
  /** Not closed; at least three corners, the sides must not cross. */
  ring: z.array(Point).min(3).max(500),
});
/** From where it comes, towards `bearing`, opening `angle` degrees in all, `length` metres far. */
export const Sector = z.strictObject({
  form: z.literal('sector'),
  origin: Point,
  bearing: z.number().min(0).lt(360),
  angle: z.number().min(5).max(360),
  length: Metres,
});
export const Shape = z.discriminatedUnion('form', [Circle, Outline, Sector]);
export type Shape = z.infer<typeof Shape>;

/** Where the shape's label and its centre of interest stand. */
export function centerOf(shape: Shape): Point {
  switch (shape.form) {
    case 'circle':
      return shape.center;
    case 'sector':
      return shape.origin;
    case 'polygon': {
      const sum = shape.ring.reduce((to, [lon, lat]) => [to[0] + lon, to[1] + lat], [0, 0]);
      return [sum[0] / shape.ring.length, sum[1] / shape.ring.length];
    }
  }
}

/** Square degrees: about ten square metres. */
const NOTHING = 1.3e-9;

/** What is wrong with a drawn shape: its sides cross or touch, or it has next to no area. */
export function faultOf(shape: Shape): 'crosses-itself' | 'no-area' | undefined {
  if (shape.form !== 'polygon') return undefined;
  const ring = [...shape.ring, shape.ring[0]!];
  if (crossesItself(ring)) return 'crosses-itself';
  return Math.abs(signedArea(ring)) / 2 < NOTHING ? 'no-area' : undefined;
}
