import { bearing, turn, type Leg, type RoadNet } from './roads.ts';
import { speedsOn, type Period, type RoadKind } from './speed.ts';

/**
 * The quickest ways over the main roads from a place, in the direction of travel: shortest time first,
 * over the legs rather than the nodes, so that a turn has its price. Pure.
 */
export interface Route {
  node: number;
  /** Along the roads. */
  metres: number;
  /** Seconds from the start. */
  early: number;
  likely: number;
  late: number;
  /** How many watched nodes lie before it. */
  behind: number;
  /** How far it left its course at the start, degrees; 0 where the course is not known. */
  off: number;
  /** It turned round somewhere. */
  turned: boolean;
  /** Nodes, from the first after the start. */
  path: number[];
}

export interface Asked {
  net: RoadNet;
  start: number;
  /** In which direction it went, degrees clockwise from north. */
  course: number | undefined;
  /** Metres per second at the start. */
  own: number | undefined;
  period: Period;
  watched(node: number): boolean;
}

/** Roads bend between the points through which they are drawn. */
const BEND = 1.08;
/** Seconds for turning off (more than 50°) at a crossing, and for turning round. */
const TURN = 8;
const ROUND = 90;
/** At the start: the road is drawn somewhat otherwise than it lies, and courses are rough. Degrees. */
const ABOUT = 120;
/** Further on in time nothing is told. Seconds. */
const FAR = 40 * 60;
/** Two cameras on one mast see one passage. Metres. */
const SAME_PLACE = 60;

interface Step extends Omit<Route, 'path'> {
  /** Leg, and 0 for driven from a to b, 1 for back. */
  way: number;
  heading: number | undefined;
  by: Step | undefined;
}

/** `kind`: of the road at the start; `motorway`: seconds after which the fastest can be on one. */
export function routesFrom({ net, start, course, own, period, watched }: Asked): {
  found: Route[];
  kind: RoadKind;
  motorway: number | undefined;
} {
  const { points, legs } = net;
  const out: number[][] = points.map(() => []);
  legs.forEach(({ a, b }, i) => {
    out[a]!.push(2 * i);
    out[b]!.push(2 * i + 1);
  });
  const legOf = (way: number): Leg => legs[way >> 1]!;
  const from = (way: number): number => (way & 1 ? legOf(way).b : legOf(way).a);
  const to = (way: number): number => (way & 1 ? legOf(way).a : legOf(way).b);
  const kinds = out[start]!.map((way) => legOf(way).kind);
  const kind: RoadKind =
    (['motorway', 'ring'] as const).find((one) => kinds.includes(one)) ?? 'axis';
  const speeds = {
    ...{ motorway: speedsOn('motorway', period), ring: speedsOn('ring', period) },
    axis: speedsOn('axis', period),
    [kind]: speedsOn(kind, period, own),
  };

  function follow(way: number, by: Step | undefined): Step {
    const leg = legOf(way);
    const [p, q] = [points[from(way)]!, points[to(way)]!];
    const came = by ? by.heading : course;
    const heading = leg.metres > 0.5 ? bearing(p, q) : came;
    const angle = came === undefined || heading === undefined ? 0 : turn(came, heading);
    const begins = (by?.metres ?? 0) < SAME_PLACE;
    const back = angle > (begins ? ABOUT : 150);
    const price = back ? ROUND : angle > 50 ? TURN : 0;
    const { slow, usual, fast } = speeds[leg.kind];
    const metres = leg.metres * BEND;
    const node = to(way);
    const told = by && watched(by.node) && by.metres > SAME_PLACE ? 1 : 0;
    return {
      ...{ way, heading, by, node },
      metres: (by?.metres ?? 0) + metres,
      early: (by?.early ?? 0) + metres / fast,
      likely: (by?.likely ?? 0) + metres / usual + price,
      late: (by?.late ?? 0) + metres / slow + 2 * price,
      behind: (by?.behind ?? 0) + told,
      off: begins ? Math.max(angle, by?.off ?? 0) : (by?.off ?? 0),
      turned: back || (by?.turned ?? false),
    };
  }

  const heap = openHeap();
  for (const way of out[start]!) heap.push(follow(way, undefined));
  const settled = new Set<number>();
  const best = new Map<number, Step>();
  let motorway: number | undefined = kind === 'motorway' ? 0 : undefined;
  for (let step = heap.pop(); step && step.likely <= FAR; step = heap.pop()) {
    if (settled.has(step.way)) continue;
    settled.add(step.way);
    if (watched(step.node) && !best.has(step.node) && step.node !== start)
      best.set(step.node, step);
    if (legOf(step.way).kind === 'motorway')
      motorway = Math.min(motorway ?? Infinity, step.by?.early ?? 0);
    for (const way of out[step.node]!) if (!settled.has(way)) heap.push(follow(way, step));
  }
  const found = [...best.values()].map(({ way: _way, heading: _heading, by: _by, ...route }) => ({
    ...route,
    path: pathTo(best.get(route.node)!),
  }));
  return { found, kind, motorway };
}

function pathTo(step: Step): number[] {
  const path: number[] = [];
  for (let one: Step | undefined = step; one; one = one.by) path.push(one.node);
  return path.reverse();
}

/** The soonest first. */
function openHeap(): { push(step: Step): void; pop(): Step | undefined } {
  const heap: Step[] = [];
  const swap = (i: number, k: number): void => {
    [heap[i], heap[k]] = [heap[k]!, heap[i]!];
  };
  return {
    push(step) {
      let i = heap.push(step) - 1;
      for (let up = (i - 1) >> 1; i > 0 && heap[i]!.likely < heap[up]!.likely; up = (i - 1) >> 1) {
        swap(i, up);
        i = up;
      }
    },
    pop() {
      const [first] = heap;
      const last = heap.pop();
      if (heap.length === 0 || !last) return first;
      heap[0] = last;
      for (let i = 0; ;) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        let least = i;
        if (left < heap.length && heap[left]!.likely < heap[least]!.likely) least = left;
        if (right < heap.length && heap[right]!.likely < heap[least]!.likely) least = right;
        if (least === i) return first;
        swap(i, least);
        i = least;
      }
    },
  };
}
