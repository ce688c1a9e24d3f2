import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readBuiltIn } from '../../server/geo/base.ts';
import { outlookAt, pursue, reachAt, standingOf, watchRoads } from '../../shared/anpr/pursuit.ts';
import { apart, bearing, makeRoads, turn } from '../../shared/anpr/roads.ts';
import { periodOf, speedsOn } from '../../shared/anpr/speed.ts';
import { boxOf, type Box, type GeoFeature } from '../../shared/geo/feature.ts';
import type { Point } from '../../shared/value.ts';

/** Metres east and north of the middle of an invented town. */
const at = (east: number, north: number): Point => [
  4.35 + east / (111_195 * Math.cos((50.85 * Math.PI) / 180)),
  50.85 + north / 111_195,
];
const road = (id: string, kind: string, line: Point[]): GeoFeature => ({
  type: 'Feature',
  id,
  geometry: { type: 'LineString', coordinates: line },
  properties: { id, kind, nl: id, fr: id, en: id },
});
const REGION: Box = [...at(-9_000, -9_000), ...at(9_000, 9_000)] as Box;
/** A street from west to east, one to the north from its middle, and a motorway from its eastern end. */
const TOWN = [
  road('street', 'axis', [at(-3_000, 0), at(0, 0), at(3_000, 0)]),
  road('north', 'axis', [at(0, 0), at(0, 3_000)]),
  road('motorway', 'motorway', [at(3_000, 0), at(3_000, 8_000)]),
];
const CAMERAS = [
  { id: 'start', point: at(-2_000, 20) },
  { id: 'west', point: at(-2_900, 0) },
  { id: 'crossing', point: at(-100, -30) },
  { id: 'north', point: at(40, 2_000) },
  { id: 'east', point: at(2_000, 0) },
  { id: 'motorway', point: at(3_000, 4_000) },
];
/** A Tuesday by day, in winter time. */
const DAY = '2026-11-24T13:00:00.000Z';
const MS = Date.parse(DAY);
const town = watchRoads(makeRoads(TOWN), CAMERAS);
const passed = { camera: 'start', point: at(-2_000, 20), at: DAY, course: 90 };
const pursuit = pursue([passed], town, REGION)!;

describe('where a vehicle can be by now', () => {
  it('[pursuit] the ring grows with the time, as fast as the fastest and the slowest would go', () => {
    const { slow, fast } = speedsOn('axis', 'day');
    const soon = reachAt(pursuit, MS + 60_000);
    expect(soon.most).toBeCloseTo(60 * fast, 3);
    expect(soon.least).toBeCloseTo((60 * slow) / 1.3, 3);
    expect(reachAt(pursuit, MS + 120_000).most).toBeCloseTo(120 * fast, 3);
    expect(reachAt(pursuit, MS - 60_000)).toEqual({ least: 0, most: 0, capped: false });
  });

  it('[pursuit] a vehicle that was measured faster is sought farther', () => {
    const fast = pursue([{ ...passed, speed: 40 }], town, REGION)!;
    expect(reachAt(fast, MS + 60_000).most).toBeCloseTo(60 * 40, 3);
    expect(fast.next[0]!.likely).toBeLessThan(pursuit.next[0]!.likely);
  });

  it('[pursuit] from the motorway on it grows as on a motorway', () => {
    const [first, then] = pursuit.reach;
    const { fast } = speedsOn('axis', 'day');
    expect(then!.after).toBeCloseTo((5_000 * 1.08) / fast, -1);
    const late = (then!.after + 60) * 1000;
    expect(reachAt(pursuit, MS + late).most).toBeCloseTo(
      then!.after * first!.most + 60 * speedsOn('motorway', 'day').fast,
      3,
    );
  });

  it('[pursuit] it ends 20 km beyond the region, and says so', () => {
    const far = reachAt(pursuit, MS + 24 * 3_600_000);
    expect(far).toMatchObject({ most: pursuit.cap, capped: true });
    expect(pursuit.cap).toBeCloseTo(apart(passed.point, at(9_000, 9_000)) + 20_000, -2);
  });

  it('[pursuit] hours are those of Brussels, in summer as in winter', () => {
    expect(periodOf(Date.parse('2026-11-24T07:00:00Z'))).toBe('rush');
    expect(periodOf(Date.parse('2026-11-24T08:40:00Z'))).toBe('day');
    expect(periodOf(Date.parse('2026-07-01T06:00:00Z'))).toBe('rush');
    expect(periodOf(Date.parse('2026-11-28T07:00:00Z'))).toBe('day');
    expect(periodOf(Date.parse('2026-11-24T22:00:00Z'))).toBe('night');
  });

  it('[pursuit] no passage, no estimate', () => {
    expect(pursue([], town, REGION)).toBeUndefined();
  });
});

describe('which cameras see it next', () => {
  const ids = (of = pursuit) => of.next.map(({ camera }) => camera);

  it('[pursuit] the next on its way comes first, and the one behind it after a turn', () => {
    expect(ids()[0]).toBe('crossing');
    expect(new Set(ids())).toEqual(new Set(['crossing', 'north', 'east', 'west', 'motorway']));
    const [crossing] = pursuit.next;
    const west = pursuit.next.find(({ camera }) => camera === 'west')!;
    expect(west.metres).toBeLessThan(crossing!.metres);
    expect(west.weight).toBeLessThan(crossing!.weight);
  });

  it('[pursuit] the other way round when it went the other way', () => {
    expect(ids(pursue([{ ...passed, course: 270 }], town, REGION))[0]).toBe('west');
  });

  it('[pursuit] without a course it is told by the camera before', () => {
    const bare = { ...passed, course: undefined };
    const before = {
      ...bare,
      camera: 'crossing',
      point: at(-100, -30),
      at: '2026-11-24T12:50:00Z',
    };
    expect(turn(pursue([bare, before], town, REGION)!.course!, 270)).toBeLessThan(5);
    expect(ids(pursue([bare, before], town, REGION))[0]).toBe('west');
    expect(pursue([bare], town, REGION)!.course).toBeUndefined();
  });

  it('[pursuit] back where it has just been is less likely than before it had been there', () => {
    const before = { camera: 'west', point: at(-2_900, 0), at: '2026-11-24T12:58:00Z' };
    const weight = (passages: Parameters<typeof pursue>[0]) =>
      pursue(passages, town, REGION)!.next.find(({ camera }) => camera === 'west')!.weight;
    expect(weight([before, passed])).toBeLessThan(weight([passed]) / 2);
  });

  it('[pursuit] times are those of the road between, early before likely before late', () => {
    const crossing = pursuit.next[0]!;
    const { slow, usual, fast } = speedsOn('axis', 'day');
    const metres = 1_900 * 1.08;
    expect(crossing.metres).toBeCloseTo(metres, -1);
    expect(crossing.early - MS).toBeCloseTo((metres / fast) * 1000, -3);
    expect(crossing.likely - MS).toBeCloseTo((metres / usual) * 1000, -3);
    expect(crossing.late - MS).toBeCloseTo((metres / slow) * 1000, -3);
    for (const { early, likely, late } of pursuit.next) {
      expect(early).toBeLessThan(likely);
      expect(likely).toBeLessThan(late);
    }
  });

  it('[pursuit] a camera behind another is less likely, and knows how many it has before it', () => {
    const north = pursuit.next.find(({ camera }) => camera === 'north')!;
    expect(north.behind).toBe(1);
    expect(pursuit.next[0]!.behind).toBe(0);
    expect(pursuit.next.find(({ camera }) => camera === 'motorway')!.behind).toBe(2);
    expect(north.weight).toBeLessThan(pursuit.next[0]!.weight / 2);
  });

  it('[pursuit] the way to it follows the roads from the last camera on', () => {
    const { path } = pursuit.next.find(({ camera }) => camera === 'north')!;
    expect(path[0]).toEqual(passed.point);
    expect(Math.min(...path.map((point) => apart(point, at(0, 0))))).toBeLessThan(1);
    expect(apart(path.at(-1)!, at(0, 2_000))).toBeLessThan(1);
  });

  it('[pursuit] likelihoods make one whole; a camera that should have seen it loses its own', () => {
    const sum = (rows: { probability: number }[]) =>
      rows.reduce((all, { probability }) => all + probability, 0);
    const first = outlookAt(pursuit, MS);
    expect(sum(first)).toBeCloseTo(1, 9);
    expect(first[0]).toMatchObject({ camera: 'crossing', standing: 'ahead' });
    const crossing = pursuit.next[0]!;
    expect(standingOf(crossing, crossing.early)).toBe('due');
    const later = outlookAt(pursuit, crossing.late + 1);
    expect(sum(later)).toBeCloseTo(1, 9);
    const missed = later.find(({ camera }) => camera === 'crossing')!;
    expect(missed.standing).toBe('overdue');
    expect(missed.probability).toBeLessThan(first[0]!.probability);
    const other = (rows: typeof later) => rows.find(({ camera }) => camera === 'motorway')!;
    expect(other(later).standing).not.toBe('overdue');
    expect(other(later).probability).toBeGreaterThan(other(first).probability);
  });

  it('[pursuit] a camera without a road in reach is not promised; nor are any without roads', () => {
    const away = { id: 'away', point: at(-8_000, -8_000) };
    expect(ids(pursue([passed], watchRoads(makeRoads(TOWN), [...CAMERAS, away]), REGION))).not.toContain('away'); // prettier-ignore
    expect(pursue([passed], watchRoads(makeRoads([]), CAMERAS), REGION)!.next).toEqual([]);
  });

  it('[pursuit] roads that end near one another meet, those that cross above do not', () => {
    const gap = makeRoads([TOWN[0]!, road('lane', 'axis', [at(500, 40), at(500, 2_000)])]);
    const to = { id: 'lane', point: at(500, 1_500) };
    expect(ids(pursue([passed], watchRoads(gap, [to]), REGION))).toEqual(['lane']);
    const bridge = makeRoads([TOWN[0]!, road('bridge', 'axis', [at(500, -2_000), at(500, 2_000)])]);
    expect(ids(pursue([passed], watchRoads(bridge, [to]), REGION))).toEqual([]);
  });
});

describe('on the roads of the region', () => {
  const { features } = readBuiltIn(fileURLToPath(new URL('../../config', import.meta.url)));
  const roads = makeRoads(features);
  const region = boxOf(features.find(({ properties }) => properties.kind === 'region')!.geometry)!;
  const cameras = features
    .filter(({ properties }) => properties.kind === 'anpr-camera')
    .map(({ id, geometry }) => ({
      id,
      point: (geometry as unknown as { coordinates: Point }).coordinates,
    }));

  it('[pursuit] from every camera there are next ones, in one way or the other', () => {
    const watched = watchRoads(roads, cameras);
    const lost = cameras.filter(({ id, point }) => {
      const found = pursue([{ camera: id, point, at: DAY }], watched, region)!;
      return found.next.length < 3;
    });
    expect(lost).toEqual([]);
  });

  it('[pursuit] inbound on the E40 it comes to Meiser or Montgomery', () => {
    const e40 = cameras.find(({ id }) => id === 'anpr-e40-reyers')!;
    const inbound = { camera: e40.id, point: e40.point, at: DAY, course: 290, speed: 18 };
    const found = pursue([inbound], watchRoads(roads, cameras), region)!;
    expect(found.next.slice(0, 2).map(({ camera }) => camera)).toEqual(['anpr-meiser', 'anpr-montgomery']); // prettier-ignore
    expect(turn(bearing(e40.point, found.next[0]!.point), 290)).toBeLessThan(90);
  });

  it('[pursuit] takes less than 5 ms with 100 cameras', () => {
    const many = Array.from({ length: 100 }, (_, i) => {
      const { a, b } = roads.legs[(i * 2) % roads.legs.length]!;
      const [p, q] = [roads.points[a]!, roads.points[b]!];
      return { id: `c${i}`, point: [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2] as Point };
    });
    const watched = watchRoads(roads, many);
    // Other work on the machine is not ours: the quickest of five, and of those the middle one.
    const times = many.map(({ id, point }, i) => {
      const runs = [1, 2, 3, 4, 5].map(() => {
        const begun = performance.now();
        const found = pursue([{ camera: id, point, at: DAY, course: i * 3.6 }], watched, region)!;
        outlookAt(found, MS + 60_000);
        reachAt(found, MS + 60_000);
        return performance.now() - begun;
      });
      return Math.min(...runs);
    });
    expect(times.sort((a, b) => a - b)[50]).toBeLessThan(5);
  });
});
