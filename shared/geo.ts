import { z } from 'zod';
import { Point } from './value.ts';

/** The built-in map, `config/geo/region.yaml`, and as GeoJSON (RFC 7946) for whoever draws it. */
const Words = z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() });

export const Region = z.strictObject({
  /** A ring, not closed: the last point leads back to the first. */
  outline: z.array(Point).min(3),
  lines: z.array(
    z.strictObject({
      kind: z.enum(['water', 'ring', 'motorway', 'axis']),
      name: Words,
      points: z.array(Point).min(2),
    }),
  ),
  municipalities: z.array(
    z.strictObject({
      /** Code of the National Institute of Statistics. */
      nis: z.int().min(10_000).max(99_999),
      point: Point,
      name: Words,
    }),
  ),
});
export type Region = z.infer<typeof Region>;

export interface Feature {
  type: 'Feature';
  geometry:
    | { type: 'Point'; coordinates: Point }
    | { type: 'LineString'; coordinates: Point[] }
    | { type: 'Polygon'; coordinates: Point[][] };
  /** `kind`: region, water, ring, motorway, axis, municipality; names by language. */
  properties: { kind: string; nl?: string; fr?: string; en?: string; nis?: number };
}
export interface FeatureCollection {
  type: 'FeatureCollection';
  features: Feature[];
}

export function regionToGeo({ outline, lines, municipalities }: Region): FeatureCollection {
  const ring = [...outline, outline[0]!];
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [ring] },
        properties: { kind: 'region' },
      },
      ...lines.map(({ kind, name, points }): Feature => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: points },
        properties: { kind, ...name },
      })),
      ...municipalities.map(({ nis, name, point }): Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: point },
        properties: { kind: 'municipality', nis, ...name },
      })),
    ],
  };
}
