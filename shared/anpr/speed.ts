import { wallOf } from '../plan/clock.ts';

/**
 * How fast a car goes on the main roads of the region, kilometres per hour, by kind of road and hour.
 *
 * Known: limits since 1 January 2021 ("City 30"): 50 on the small ring, its tunnels and the axes, 70 on
 * the motorways inside the region (E40, E411, A12), 100 or 120 beyond; 10 km inside the city took
 * 25 min 30 s on average in 2022 and 30 min 50 s in the rush (TomTom Traffic Index): 23 and 19 km/h.
 * Assumed by this project, to be confirmed by the police: what is between and beyond them. `slow` is a
 * queue, `usual` goes along with the traffic, `fast` does not want to be caught.
 */
export type RoadKind = 'motorway' | 'ring' | 'axis';
export const ROAD_KINDS: readonly RoadKind[] = ['motorway', 'ring', 'axis'];
export type Period = 'rush' | 'day' | 'night';

export interface Speeds {
  slow: number;
  usual: number;
  fast: number;
}

const TABLE: Readonly<Record<RoadKind, Readonly<Record<Period, Speeds>>>> = {
  motorway: {
    rush: { slow: 22, usual: 45, fast: 120 },
    day: { slow: 55, usual: 80, fast: 140 },
    night: { slow: 70, usual: 95, fast: 160 },
  },
  ring: {
    rush: { slow: 11, usual: 20, fast: 60 },
    day: { slow: 20, usual: 32, fast: 80 },
    night: { slow: 30, usual: 45, fast: 100 },
  },
  axis: {
    rush: { slow: 10, usual: 18, fast: 55 },
    day: { slow: 17, usual: 26, fast: 70 },
    night: { slow: 26, usual: 40, fast: 90 },
  },
};

/** The rush: Monday to Friday 07:00-09:30 and 16:00-18:30; night: 21:00-06:00. Brussels time. `ms`: epoch. */
export function periodOf(ms: number): Period {
  const { weekday, minutes } = wallOf(ms);
  const between = (from: number, until: number) => minutes >= from * 60 && minutes < until * 60;
  if (weekday <= 5 && (between(7, 9.5) || between(16, 18.5))) return 'rush';
  return between(6, 21) ? 'day' : 'night';
}

/** Who was measured at some speed may go on at three quarters of it. */
const SLOWER = 0.75;

/**
 * Metres per second. `own`: what the camera measured: on roads of the same kind the car goes on like
 * that, but no slower than a queue; who was measured faster than is believed may go on faster.
 */
export function speedsOn(kind: RoadKind, period: Period, own?: number): Speeds {
  const table = TABLE[kind][period];
  const [slow, usual, fast] = [table.slow / 3.6, table.usual / 3.6, table.fast / 3.6];
  if (own === undefined) return { slow, usual, fast };
  const like = Math.max(own, slow);
  return { slow: Math.min(slow, like * SLOWER), usual: like, fast: Math.max(own, fast) };
}
