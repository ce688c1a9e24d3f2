import { z } from 'zod';
import { Point } from './value.ts';

/**
 * The built-in map, `config/geo/region.yaml`, and as GeoJSON (RFC 7946) for whoever draws it.
 * Positions are WGS 84, degrees, longitude first.
 */

/** English is left out where it has no name of its own. */
const Names = z.strictObject({ nl: z.string(), fr: z.string(), en: z.string().optional() });
/** Name of a junction. */
const Junction = z.string().regex(/^[a-z0-9-]+$/);

export const Region = z
  .strictObject({
    junctions: z.record(Junction, Point),
    /** A ring, not closed: the last junction leads back to the first. */
    region: z.array(Junction).min(3),
    lines: z.array(
      z.strictObject({
        kind: z.enum(['water', 'ring', 'motorway', 'axis']),
        name: Names,
        along: z.array(z.union([Junction, Point])).min(2),
      }),
    ),
    municipalities: z.array(
      z.strictObject({
        /** Code of the National Institute of Statistics. */
        nis: z.int().min(10_000).max(99_999),
        at: Point,
        name: Names,
      }),
    ),
  })
  .superRefine(({ junctions, region, lines }, context) => {
    const known = (path: (string | number)[], stops: readonly (string | Point)[]) =>
      stops.forEach((stop, i) => {
        if (typeof stop === 'string' && !Object.hasOwn(junctions, stop))
          context.addIssue({
            code: 'custom',
            path: [...path, i],
            message: `no junction '${stop}'`,
          });
      });
    known(['region'], region);
    lines.forEach(({ along }, i) => known(['lines', i, 'along'], along));
    region.forEach((name, i) => {
      if (region.indexOf(name) < i)
        context.addIssue({ code: 'custom', path: ['region', i], message: `'${name}' again` });
    });
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

/** Both official names, once where they are the same: what a reader of English sees. */
const both = ({ nl, fr }: z.infer<typeof Names>): string => (nl === fr ? nl : `${nl} / ${fr}`);
const named = (name: z.infer<typeof Names>) => ({ ...name, en: name.en ?? both(name) });

/** The map as GeoJSON, in the order in which it is drawn. `region` has been checked: no junction is missing. */
export function regionToGeo({
  junctions,
  region,
  lines,
  municipalities,
}: Region): FeatureCollection {
  const at = (stop: string | Point): Point => (typeof stop === 'string' ? junctions[stop]! : stop);
  const ring = [...region, region[0]!].map(at);
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [ring] },
        properties: { kind: 'region' },
      },
      ...lines.map(({ kind, name, along }): Feature => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: along.map(at) },
        properties: { kind, ...named(name) },
      })),
      ...municipalities.map(({ nis, name, at: point }): Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: point },
        properties: { kind: 'municipality', nis, ...named(name) },
      })),
    ],
  };
}
