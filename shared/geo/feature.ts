import type { Geometry, Position } from 'geojson';
import type { Point } from '../value.ts';

/**
 * A thing on the map, as GeoJSON (RFC 7946): positions are WGS 84, degrees, longitude first.
 * `properties` are plain, so that whoever draws, seeks or counts reads them without a schema.
 */
export interface GeoFeature<G extends Geometry = Geometry> {
  type: 'Feature';
  id: string;
  geometry: G;
  properties: GeoProperties;
}

export interface GeoProperties {
  id: string;
  /** `municipality`, `park`, `metro-station`, `camera`… */
  kind: string;
  nl: string;
  fr: string;
  en: string;
  /** Other names that people use. */
  also?: string[];
  /** Who runs it: id of a `manager`. */
  manager?: string;
  /** What its kind has besides: `emergency` of a hospital, `adr` of a tunnel. */
  [own: string]: unknown;
}

export interface GeoCollection {
  type: 'FeatureCollection';
  features: GeoFeature[];
}

/** `[west, south, east, north]`, degrees (RFC 7946 §5). */
export type Box = [number, number, number, number];

/** All positions of a geometry, in one list. */
export function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf);
  }
}

/** The smallest box around a geometry. One without positions has none. */
export function boxOf(geometry: Geometry): Box | undefined {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positionsOf(geometry) as Point[]) {
    if (lon < box[0]) box[0] = lon;
    if (lat < box[1]) box[1] = lat;
    if (lon > box[2]) box[2] = lon;
    if (lat > box[3]) box[3] = lat;
  }
  return box[0] === Infinity ? undefined : box;
}

/** Where the thing's name stands: `at` when its writer said so, a point itself, else the middle of its box. */
export function middleOf(feature: GeoFeature): Point {
  const { at } = feature.properties;
  if (Array.isArray(at)) return at as Point;
  if (feature.geometry.type === 'Point') return feature.geometry.coordinates as Point;
  if (feature.geometry.type === 'LineString')
    return feature.geometry.coordinates[
      Math.floor(feature.geometry.coordinates.length / 2)
    ] as Point;
  const [west, south, east, north] = boxOf(feature.geometry) ?? [0, 0, 0, 0];
  return [(west + east) / 2, (south + north) / 2];
}
