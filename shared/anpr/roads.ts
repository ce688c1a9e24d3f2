import type { Point } from '../value.ts';
import type { GeoFeature } from '../geo/feature.ts';
import { ROAD_KINDS, type RoadKind } from './speed.ts';

/**
 * The main roads as a net: nodes, and straight legs between them that can be driven both ways. Which
 * ways are one-way is not known here. Plane coordinates in metres, east and north of the first node;
 * good to 0.1 % over the region. Pure.
 */
export interface RoadNet {
  /** Of the nodes. */
  points: readonly Point[];
  legs: readonly Leg[];
}

export interface Leg {
  /** Nodes. */
  a: number;
  b: number;
  metres: number;
  kind: RoadKind;
}

/** The end of a road and another road this near to it meet. Metres. */
const NEAR = 60;
/** Over small streets, at most so far; and at most so many. */
const ISLAND = 1_500;
const MOST_ISLANDS = 50;

const RAD = Math.PI / 180;
const METRES = 6_371_000 * RAD;

/** Metres east and north from `a` to `b`. */
export function offset(a: Readonly<Point>, b: Readonly<Point>): readonly [number, number] {
  return [(b[0] - a[0]) * METRES * Math.cos(((a[1] + b[1]) / 2) * RAD), (b[1] - a[1]) * METRES];
}
export const apart = (a: Readonly<Point>, b: Readonly<Point>): number =>
  Math.hypot(...offset(a, b));
/** Degrees clockwise from north. */
export function bearing(a: Readonly<Point>, b: Readonly<Point>): number {
  const [east, north] = offset(a, b);
  return (Math.atan2(east, north) / RAD + 360) % 360;
}
/** Between two bearings, 0 to 180. */
export const turn = (a: number, b: number): number => Math.abs(((b - a + 540) % 360) - 180);

/**
 * The net of all motorways, rings and axes among the things of the ground: roads meet where they share
 * a point (a junction of `config/geo/roads.yaml`), and where one ends near another.
 */
export function makeRoads(features: readonly GeoFeature[]): RoadNet {
  const points: Point[] = [];
  const legs: Leg[] = [];
  const known = new Map<string, number>();
  const node = (point: Point): number => {
    const key = `${point[0].toFixed(6)},${point[1].toFixed(6)}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    known.set(key, points.length);
    return points.push(point) - 1;
  };
  const ends: number[] = [];
  for (const { geometry, properties } of features) {
    const kind = properties.kind as RoadKind;
    if (!ROAD_KINDS.includes(kind)) continue;
    const lines =
      geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'MultiLineString'
          ? geometry.coordinates
          : [];
    for (const line of lines as Point[][]) {
      const nodes = line.map(node);
      ends.push(nodes[0]!, nodes.at(-1)!);
      nodes.slice(1).forEach((b, i) => {
        const a = nodes[i]!;
        if (a !== b) legs.push({ a, b, metres: apart(points[a]!, points[b]!), kind });
      });
    }
  }
  const met = meetings(legs);
  const loose = [...new Set(ends)].filter((end) => met[end]! < 2);
  const stops = loose.map((end) => ({ point: points[end]!, from: end }));
  return joinIslands(withStops({ points, legs }, stops, NEAR).net);
}

/** Roads that hang together with no others are reached over small streets from the nearest node. */
function joinIslands(net: RoadNet): RoadNet {
  const of = islands(net);
  const sizes = new Map<number, number>();
  for (const one of of) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  const [main, ...others] = [...sizes].sort((a, b) => b[1] - a[1]).map(([one]) => one);
  const more = others.slice(0, MOST_ISLANDS).flatMap((island): Leg[] => {
    let best: Leg | undefined;
    net.points.forEach((p, a) => {
      if (of[a] !== island) return;
      net.points.forEach((q, b) => {
        const metres = of[b] === main ? apart(p, q) : Infinity;
        if (metres < (best?.metres ?? ISLAND)) best = { a, b, metres, kind: 'axis' };
      });
    });
    return best ? [best] : [];
  });
  return { points: net.points, legs: [...net.legs, ...more] };
}

/** Node → the first node of those that it hangs together with. */
function islands({ points, legs }: RoadNet): number[] {
  const up = points.map((_, i) => i);
  const top = (i: number): number => {
    while (up[i] !== i) i = up[i] = up[up[i]!]!;
    return i;
  };
  for (const { a, b } of legs) up[top(a)] = top(b);
  return up.map((_, i) => top(i));
}

/** How many legs come together at each node. */
function meetings(legs: readonly Leg[]): number[] {
  const count: number[] = [];
  for (const { a, b } of legs) for (const one of [a, b]) count[one] = (count[one] ?? 0) + 1;
  return count;
}

export interface Stop {
  point: Point;
  /** A node that is joined to the nearest leg that is not its own. */
  from?: number;
}

/**
 * The net with places on it: each becomes a node on the nearest leg within `reach` metres. `nodes`: where
 * each came to lie; undefined where no road is near.
 */
export function withStops(
  net: RoadNet,
  stops: readonly Stop[],
  reach: number,
): { net: RoadNet; nodes: (number | undefined)[] } {
  const points = [...net.points];
  const cuts = new Map<number, { at: number; node: number }[]>();
  const more: Leg[] = [];
  const nodes = stops.map(({ point, from }) => {
    const hit = nearestLeg(net, point, reach, from);
    if (!hit) return undefined;
    const { a, b } = net.legs[hit.leg]!;
    let there = hit.at <= 0 ? a : hit.at >= 1 ? b : -1;
    if (there < 0) {
      const [p, q] = [points[a]!, points[b]!];
      there = points.push([p[0] + (q[0] - p[0]) * hit.at, p[1] + (q[1] - p[1]) * hit.at]) - 1;
      cuts.set(hit.leg, [...(cuts.get(hit.leg) ?? []), { at: hit.at, node: there }]);
    }
    if (from !== undefined && from !== there)
      more.push({ a: from, b: there, metres: apart(points[from]!, points[there]!), kind: 'axis' });
    return there;
  });
  const legs = net.legs.flatMap((leg, i) => {
    const at = cuts.get(i);
    if (!at) return [leg];
    const stations = [
      { at: 0, node: leg.a },
      ...at.sort((one, other) => one.at - other.at),
      { at: 1, node: leg.b },
    ];
    return stations.slice(1).map((to, k): Leg => {
      const by = stations[k]!;
      return { a: by.node, b: to.node, metres: leg.metres * (to.at - by.at), kind: leg.kind };
    });
  });
  return { net: { points, legs: [...legs, ...more] }, nodes };
}

/** Where on the nearest leg the point's foot is, 0 at `a` to 1 at `b`; undefined when none is in reach. */
function nearestLeg(
  { points, legs }: RoadNet,
  point: Point,
  reach: number,
  from?: number,
): { leg: number; at: number } | undefined {
  let [least, best]: [number, { leg: number; at: number } | undefined] = [reach, undefined];
  for (let i = 0; i < legs.length; i++) {
    const { a, b } = legs[i]!;
    if (a === from || b === from) continue;
    const [x, y] = offset(points[a]!, point);
    const [dx, dy] = offset(points[a]!, points[b]!);
    const length = dx * dx + dy * dy;
    const at = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
    const metres = Math.hypot(x - dx * at, y - dy * at);
    if (metres > least || (metres === least && best)) continue;
    least = metres;
    best = { leg: i, at };
  }
  return best;
}
