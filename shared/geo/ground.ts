import turfArea from '@turf/area';
import booleanIntersects from '@turf/boolean-intersects';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import pointToLineDistance from '@turf/point-to-line-distance';
import Flatbush from 'flatbush';
import type { LineString, MultiPolygon, Polygon } from 'geojson';
import type { Point } from '../value.ts';
import { boxOf, middleOf, type GeoFeature } from './feature.ts';
import { metresBetween } from './metres.ts';
import { areaOf, outlineOf } from './outline.ts';
import type { Shape } from './shape.ts';

/**
 * All that is known of the ground, with an index. The same questions are answered here in the server
 * and in the console: what is at a point, what is nearest to it, what lies inside a shape. Pure.
 */
export interface Ground {
  features: readonly GeoFeature[];
  byId: ReadonlyMap<string, GeoFeature>;
  /** Positions in `features` of what overlaps the box: west, south, east, north. */
  within(west: number, south: number, east: number, north: number): number[];
}

export function makeGround(features: readonly GeoFeature[]): Ground {
  const boxed = features.map((feature) => boxOf(feature.geometry));
  const index = new Flatbush(Math.max(1, features.length));
  for (const box of boxed) index.add(...(box ?? ([200, 200, 200, 200] as const)));
  if (features.length === 0) index.add(200, 200, 200, 200);
  index.finish();
  return {
    features,
    byId: new Map(features.map((feature) => [feature.id, feature])),
    within: (...box) =>
      index.search(...box).filter((i) => i < features.length && boxed[i] !== undefined),
  };
}

export const isArea = (feature: GeoFeature): feature is GeoFeature<Polygon | MultiPolygon> =>
  feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon';

/** Metres from a point to a thing; 0 inside an area. */
export function metresTo(feature: GeoFeature, point: Point): number {
  if (isArea(feature) && booleanPointInPolygon(point, feature.geometry)) return 0;
  const lines = linesOf(feature);
  if (lines.length === 0) return metresBetween(point, middleOf(feature));
  let least = Infinity;
  for (const line of lines) {
    const feature = { type: 'Feature', geometry: line, properties: {} } as const;
    least = Math.min(least, pointToLineDistance(point, feature, { units: 'meters' }));
  }
  return least;
}

function linesOf({ geometry }: GeoFeature): LineString[] {
  const parts =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString' || geometry.type === 'Polygon'
        ? geometry.coordinates
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates.flat()
          : [];
  return parts.map((coordinates) => ({ type: 'LineString', coordinates }));
}

/** The municipality at a point; undefined outside the region. */
export const municipalityAt = (ground: Ground, point: Point): GeoFeature | undefined =>
  areasAt(ground, point).find(({ properties }) => properties.kind === 'municipality');

/** The areas that a point lies in, the smallest first. */
export function areasAt(ground: Ground, [lon, lat]: Point): GeoFeature[] {
  return ground
    .within(lon, lat, lon, lat)
    .map((i) => ground.features[i]!)
    .filter((feature) => isArea(feature) && booleanPointInPolygon([lon, lat], feature.geometry))
    .sort((a, b) => boxArea(a) - boxArea(b));
}

function boxArea(feature: GeoFeature): number {
  const [west, south, east, north] = boxOf(feature.geometry)!;
  return (east - west) * (north - south);
}

export interface Near {
  feature: GeoFeature;
  /** Metres. */
  metres: number;
}

/** How near one must click to mean a thing that has no area, metres. */
const REACH = 30;

/** Lines and points within reach of a point, nearest first: the tunnel below, the station here. */
export function nearAt(ground: Ground, point: Point, reach = REACH): Near[] {
  const [lon, lat] = point;
  const [dx, dy] = [reach / 70_000, reach / 111_000];
  return ground
    .within(lon - dx, lat - dy, lon + dx, lat + dy)
    .map((i) => ground.features[i]!)
    .filter((feature) => !isArea(feature))
    .map((feature) => ({ feature, metres: metresTo(feature, point) }))
    .filter(({ metres }) => metres <= reach)
    .sort((a, b) => a.metres - b.metres);
}

/** The nearest things that fit, at most `count`. Distances are as the crow flies. */
export function nearest(
  ground: Ground,
  point: Point,
  fits: (feature: GeoFeature) => boolean,
  count = 1,
): Near[] {
  return ground.features
    .filter(fits)
    .map((feature) => ({ feature, metres: metresTo(feature, point) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, count);
}

export interface Inside {
  /** Everything that lies in the shape or reaches into it, in the order of the ground. */
  features: GeoFeature[];
  /** Inhabitants, estimated from each municipality's density; undefined where none is known. */
  people: number | undefined;
  /** Square metres. */
  area: number;
}

/** Who and what lies inside a shape. `fits` leaves kinds out before the exact and slower look. */
export function inside(
  ground: Ground,
  shape: Shape,
  fits: (feature: GeoFeature) => boolean = () => true,
): Inside {
  const outline = outlineOf(shape);
  const [west, south, east, north] = boxOf(outline)!;
  const features = ground
    .within(west, south, east, north)
    .sort((a, b) => a - b)
    .map((i) => ground.features[i]!)
    .filter(fits)
    .filter(({ geometry }) =>
      geometry.type === 'Point'
        ? booleanPointInPolygon(geometry, outline)
        : booleanIntersects(geometry, outline),
    );
  const area = areaOf(shape);
  return { features, people: peopleIn(ground, outline, area), area };
}

/** Rows and columns of the grid that shares a shape out among municipalities. */
const GRID = 24;

/**
 * Inhabitants of a shape, from the density of each municipality that it touches: a first figure, no
 * count. `people` is on the municipalities; outside the region nobody is counted.
 */
function peopleIn(ground: Ground, outline: Polygon, area: number): number | undefined {
  const [west, south, east, north] = boxOf(outline)!;
  const hits = new Map<GeoFeature, number>();
  let inShape = 0;
  for (let row = 0; row < GRID; row++)
    for (let column = 0; column < GRID; column++) {
      const point: Point = [
        west + ((column + 0.5) / GRID) * (east - west),
        south + ((row + 0.5) / GRID) * (north - south),
      ];
      if (!booleanPointInPolygon(point, outline)) continue;
      inShape++;
      const host = municipalityAt(ground, point);
      if (host) hits.set(host, (hits.get(host) ?? 0) + 1);
    }
  let people: number | undefined;
  for (const [{ properties, geometry }, count] of hits) {
    if (typeof properties['people'] !== 'number') continue;
    const whole = squareMetres(geometry as Polygon | MultiPolygon);
    people = (people ?? 0) + (properties['people'] / whole) * area * (count / inShape);
  }
  return people === undefined ? undefined : Math.round(people);
}

const measured = new WeakMap<object, number>();
function squareMetres(geometry: Polygon | MultiPolygon): number {
  const known = measured.get(geometry) ?? turfArea(geometry);
  measured.set(geometry, known);
  return known;
}
