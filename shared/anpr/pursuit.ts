import type { Box } from '../geo/feature.ts';
import { metresBetween } from '../geo/metres.ts';
import type { Point } from '../value.ts';
import { bearing, withStops, type RoadNet } from './roads.ts';
import { routesFrom } from './route.ts';
import { periodOf, speedsOn, type RoadKind } from './speed.ts';

/**
 * Where a vehicle can be by now, and which cameras will likely see it next: an estimate from what is
 * known of roads and speeds (`speed.ts`), never a fact. Made once per passage; what changes with the
 * clock is then a few sums. Pure.
 *
 * Assumed: it drives on without a stop, along the main roads as this project draws them, which it may
 * drive in either direction; whoever turns round does so seldom. A car that parks, or takes small
 * streets, is in the ring but comes by none of the cameras.
 */
export interface Passed {
  camera: string;
  point: Point;
  /** ISO 8601. */
  at: string;
  /** Degrees clockwise from north. */
  course?: number | undefined;
  /** Metres per second. */
  speed?: number | undefined;
}

export interface Watching {
  id: string;
  point: Point;
}

export interface Pursuit {
  /** The last passage. */
  camera: string;
  point: Point;
  /** Epoch, milliseconds. */
  at: number;
  /** In which direction it went, where that is known. */
  course: number | undefined;
  /** Metres per second, as the crow flies, from so many seconds on: the outer ring grows faster where a motorway can be reached. */
  reach: readonly { after: number; most: number }[];
  least: number;
  /** Metres beyond which the ring says nothing any more: the region's far end and 20 km. */
  cap: number;
  /** The likeliest first. */
  next: readonly NextCamera[];
}

export interface NextCamera {
  camera: string;
  point: Point;
  /** Along the roads. */
  metres: number;
  /** Epoch, milliseconds. */
  early: number;
  likely: number;
  late: number;
  /** How likely beside the others, before time tells. */
  weight: number;
  /** How many other cameras it passes before. */
  behind: number;
  /** Along the roads, from the last camera on. */
  path: readonly Point[];
}

/** Cameras are at most so far from the roads that they watch: drawn ones are up to 200 m beside the real ones. */
const BESIDE = 400;
/** A camera of a small street: it is reached from a main road that is at most so far. Metres. */
const ASTRAY = 2_000;
/** Metres driven for each as the crow flies, in a town. */
const DETOUR = 1.3;
const BEYOND = 20_000;
const MOST_NEXT = 6;
/** A camera that is this much later, in seconds, is 1/e as likely to be the next. */
const PATIENCE = 240;
/** Each camera in between would have told. */
const PER_CAMERA = 0.35;
const TURNED = 0.3;
/** Turned off at once, by more than 50°; and back to where it has just been. */
const OFF = 0.6;
const CAME_FROM = 0.35;
const JUST = 3;
/** What is left of the likelihood of a camera that should have seen it by now. */
const MISSED = 0.15;

/** The net with the cameras on it: made once per set of cameras. */
export interface WatchedRoads {
  net: RoadNet;
  /** Node → cameras there. */
  at: ReadonlyMap<number, readonly Watching[]>;
}

export function watchRoads(roads: RoadNet, cameras: readonly Watching[]): WatchedRoads {
  const on = withStops(roads, cameras, BESIDE);
  const nodes = [...on.nodes];
  const points = [...on.net.points];
  const astray = cameras.flatMap(({ point }, i) => {
    if (nodes[i] !== undefined) return [];
    nodes[i] = points.push(point) - 1;
    return [{ point, from: nodes[i] }];
  });
  const { net } = withStops({ points, legs: on.net.legs }, astray, ASTRAY);
  const at = new Map<number, Watching[]>();
  cameras.forEach((camera, i) => at.set(nodes[i]!, [...(at.get(nodes[i]!) ?? []), camera]));
  return { net, at };
}

/** `passages`: at least one, in any order; `region`: its box. */
export function pursue(
  passages: readonly Passed[],
  roads: WatchedRoads,
  region: Readonly<Box>,
): Pursuit | undefined {
  const inOrder = [...passages].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = inOrder.at(-1);
  if (!last) return undefined;
  const before = inOrder.findLast(({ camera }) => camera !== last.camera);
  const course = last.course ?? (before && bearing(before.point, last.point));
  const at = Date.parse(last.at);
  const period = periodOf(at);

  const points = [...roads.net.points];
  const on = withStops(roads.net, [{ point: last.point }], BESIDE);
  let [net, start] = [on.net, on.nodes[0]];
  if (start === undefined) {
    start = points.push(last.point) - 1;
    ({ net } = withStops({ ...net, points }, [{ point: last.point, from: start }], ASTRAY));
  }
  const { found, kind, motorway } = routesFrom({
    ...{ net, start, course, own: last.speed, period },
    watched: (node) => (roads.at.get(node) ?? []).filter(({ id }) => id !== last.camera).length > 0,
  });

  const candidates = found.flatMap((route) =>
    (roads.at.get(route.node) ?? [])
      .filter(({ id }) => id !== last.camera)
      .map(({ id, point }) => ({ camera: id, point, route })),
  );
  const came = new Set(inOrder.slice(-JUST - 1).map(({ camera }) => camera));
  const soonest = Math.min(...candidates.map(({ route }) => route.likely));
  const next = candidates
    .map(({ camera, point, route }): NextCamera => ({
      ...{ camera, point, metres: Math.round(route.metres), behind: route.behind },
      early: at + route.early * 1000,
      likely: at + route.likely * 1000,
      late: at + route.late * 1000,
      weight:
        Math.exp((soonest - route.likely) / PATIENCE) *
        PER_CAMERA ** route.behind *
        (route.turned ? TURNED : route.off > 50 ? OFF : 1) *
        (came.has(camera) ? CAME_FROM : 1),
      path: [last.point, ...route.path.map((node) => net.points[node]!)],
    }))
    .sort((a, b) => b.weight - a.weight || a.likely - b.likely)
    .slice(0, MOST_NEXT);
  return {
    ...{ camera: last.camera, point: last.point, at, course, next },
    least: speedsOn(kind, period).slow / DETOUR,
    reach: reachOf(kind, period, last.speed, motorway),
    cap: capOf(last.point, region),
  };
}

/** The outer ring has no detour in it: nobody is to be looked for too near. */
function reachOf(
  kind: RoadKind,
  period: ReturnType<typeof periodOf>,
  own: number | undefined,
  motorway: number | undefined,
): Pursuit['reach'] {
  const first = { after: 0, most: speedsOn(kind, period, own).fast };
  const faster = speedsOn('motorway', period).fast;
  return motorway === undefined || faster <= first.most
    ? [first]
    : [first, { after: motorway, most: faster }];
}

function capOf(point: Point, [west, south, east, north]: Readonly<Box>): number {
  const corners: Point[] = [[west, south], [west, north], [east, south], [east, north]]; // prettier-ignore
  return Math.max(...corners.map((corner) => metresBetween(point, corner))) + BEYOND;
}

/** Metres around the last camera: if it drove on, it is beyond `least`; it is not beyond `most`. */
export interface Reach {
  least: number;
  most: number;
  /** It can be anywhere by now. */
  capped: boolean;
}

/** `now`: epoch, milliseconds; a moment before the passage counts as its own. */
export function reachAt({ at, reach, least, cap }: Pursuit, now: number): Reach {
  const seconds = Math.max(0, (now - at) / 1000);
  const most = reach.reduce((sum, { after, most: speed }, i) => {
    const until = Math.min(seconds, reach[i + 1]?.after ?? Infinity);
    return sum + Math.max(0, until - after) * speed;
  }, 0);
  return { least: Math.min(cap, seconds * least), most: Math.min(cap, most), capped: most >= cap };
}

/** `due`: between early and late; `overdue`: no read though the slowest would have come. */
export type Standing = 'ahead' | 'due' | 'overdue';
export const standingOf = ({ early, late }: NextCamera, now: number): Standing =>
  now > late ? 'overdue' : now >= early ? 'due' : 'ahead';

export interface Outlook extends NextCamera {
  standing: Standing;
  /** 0 to 1; all of them together 1: of those that are listed, this one sees it first. */
  probability: number;
}

/** How the next cameras stand at a moment: one that should have seen it loses its likelihood to the others. */
export function outlookAt({ next }: Pursuit, now: number): Outlook[] {
  const rows = next.map((one) => ({ one, standing: standingOf(one, now) }));
  const weighed = rows.map(({ one, standing }) => ({
    ...{ one, standing },
    weight: one.weight * (standing === 'overdue' ? MISSED : 1),
  }));
  const sum = weighed.reduce((all, { weight }) => all + weight, 0);
  return weighed
    .map(({ one, standing, weight }) => ({ ...one, standing, probability: weight / sum }))
    .sort((a, b) => b.probability - a.probability || a.likely - b.likely);
}
