import type { Position } from 'geojson';

/** Plain geometry of rings, small enough for the first screen. Degrees. */

/** Twice the area in square degrees of a closed ring, positive when counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    sum += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  return sum;
}

/** Which side of the line a → b a point lies on: the sign of the cross product. */
const side = (a: Position, b: Position, point: Position): number =>
  Math.sign((b[0]! - a[0]!) * (point[1]! - a[1]!) - (b[1]! - a[1]!) * (point[0]! - a[0]!));

/** A point on a line that it is known to be in line with. */
const between = (a: Position, b: Position, point: Position): boolean =>
  point[0]! >= Math.min(a[0]!, b[0]!) &&
  point[0]! <= Math.max(a[0]!, b[0]!) &&
  point[1]! >= Math.min(a[1]!, b[1]!) &&
  point[1]! <= Math.max(a[1]!, b[1]!);

/** Do the legs a-b and c-d meet anywhere, ends included? */
function meet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [ac, ad, ca, cb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  return (
    (ac * ad < 0 && ca * cb < 0) ||
    (ac === 0 && between(a, b, c)) ||
    (ad === 0 && between(a, b, d)) ||
    (ca === 0 && between(c, d, a)) ||
    (cb === 0 && between(c, d, b))
  );
}

/**
 * Does a closed ring cross or touch itself? Looks at every pair of legs: meant for what a hand draws
 * (some hundred corners), not for whole countries.
 */
export function crossesItself(ring: readonly Position[]): boolean {
  const legs = ring.length - 1;
  for (let i = 0; i < legs; i++)
    for (let j = i + 2; j < legs; j++) {
      if (i === 0 && j === legs - 1) continue;
      if (meet(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!)) return true;
    }
  return false;
}
