import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { orient2d } from 'robust-predicates';
import { GeoRefused } from '../refused.ts';

/**
 * Where do the rings of an area cross? Touching is no crossing: a hole may touch its outer ring in a
 * point, parts may touch each other (OGC 06-103r4 §6.1.11). Exact, by adaptive arithmetic; legs are
 * found by an index, as a sweep over all legs of a tall zigzag takes a time that grows with its square.
 */

/** Pairs of legs that lie near each other, in one file. Real borders have about one for each leg. */
const MOST_PAIRS = 20_000_000;

export interface CrossingBudget {
  left: number;
}
export const crossingBudget = (): CrossingBudget => ({ left: MOST_PAIRS });

interface Leg {
  ring: readonly Position[];
  at: number;
}

/** A place where two legs cross, near enough to find it; undefined when none do. `rings` are closed, without repeated positions. */
export function crossingIn(
  rings: readonly (readonly Position[])[],
  budget: CrossingBudget,
): Position | undefined {
  const legs: Leg[] = rings.flatMap((ring) => ring.slice(1).map((_, at) => ({ ring, at })));
  const index = new Flatbush(legs.length);
  const boxes = legs.map(({ ring, at }) => boxOf(ring[at]!, ring[at + 1]!));
  for (const box of boxes) index.add(...box);
  index.finish();
  for (const [i, leg] of legs.entries()) {
    let found: Position | undefined;
    index.search(...boxes[i]!, (j) => {
      if (j <= i || found) return false;
      if (budget.left-- <= 0)
        throw new GeoRefused(['its lines lie over each other too often to be checked']);
      found = meeting(leg, legs[j]!);
      return false;
    });
    if (found) return found;
  }
  return undefined;
}

function boxOf([ax, ay]: Position, [bx, by]: Position): [number, number, number, number] {
  return [Math.min(ax!, bx!), Math.min(ay!, by!), Math.max(ax!, bx!), Math.max(ay!, by!)];
}

const side = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  Math.sign(orient2d(ax!, ay!, bx!, by!, cx!, cy!));
const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Corners before and after the start of a leg, on its closed ring. */
const before = ({ ring, at }: Leg): Position => ring[at === 0 ? ring.length - 2 : at - 1]!;
const start = ({ ring, at }: Leg): Position => ring[at]!;
const end = ({ ring, at }: Leg): Position => ring[at + 1]!;

function meeting(one: Leg, other: Leg): Position | undefined {
  const [a, b, c, d] = [start(one), end(one), start(other), end(other)];
  if (same(a, c)) return crossesAtCorner(one, other) ? a : undefined;
  const [toC, toD] = [side(a, b, c), side(a, b, d)];
  if (toC * toD > 0) return undefined;
  const [toA, toB] = [side(c, d, a), side(c, d, b)];
  if (toC * toD < 0 && toA * toB < 0) return [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2];
  // A corner that lies on the other leg: does the ring go through, or only touch?
  if (toC === 0 && within(a, b, c) && side(a, b, before(other)) * toD < 0) return c;
  if (toA === 0 && within(c, d, a) && side(c, d, before(one)) * toB < 0) return a;
  return undefined;
}

/** Between the ends of a leg that it is known to be in line with, ends excluded. */
function within(a: Position, b: Position, point: Position): boolean {
  if (same(a, point) || same(b, point)) return false;
  const [west, south, east, north] = boxOf(a, b);
  return point[0]! >= west && point[0]! <= east && point[1]! >= south && point[1]! <= north;
}

/** Two ways over the same corner cross when one comes from and goes to different sides of the other. */
function crossesAtCorner(one: Leg, other: Leg): boolean {
  const corner = start(one);
  const from = before(one);
  const to = end(one);
  const inside = [before(other), end(other)].map((point) => between(corner, to, from, point));
  return inside[0] !== undefined && inside[1] !== undefined && inside[0] !== inside[1];
}

/** Does `point` lie in the angle from `to` counter-clockwise to `from`? Undefined on one of its sides. */
function between(
  corner: Position,
  to: Position,
  from: Position,
  point: Position,
): boolean | undefined {
  const [open, left, right] = [
    side(corner, to, from),
    side(corner, to, point),
    side(corner, point, from),
  ];
  if (left === 0 && !opposite(corner, to, point)) return undefined;
  if (right === 0 && !opposite(corner, from, point)) return undefined;
  return open > 0 ? left > 0 && right > 0 : left > 0 || right > 0;
}

const opposite = (corner: Position, a: Position, b: Position): boolean =>
  (a[0]! - corner[0]!) * (b[0]! - corner[0]!) + (a[1]! - corner[1]!) * (b[1]! - corner[1]!) < 0;
