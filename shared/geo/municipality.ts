import type { Geometry } from 'geojson';
import { z } from 'zod';
import { Point, text } from '../value.ts';
import { bothNames, Names } from './base.ts';
import { GeoId, OUTSIDE, type Rings } from './borders.ts';
import type { GeoFeature } from './feature.ts';

/** The municipalities and the police zones: `config/geo/municipalities.yaml` and `zones.yaml`. */

export const Municipality = z.strictObject({
  id: GeoId,
  /** Code of the National Institute of Statistics. */
  nis: z.int().min(10_000).max(99_999),
  name: Names,
  also: z.array(text(120)).optional(),
  /** Where the name stands. */
  at: Point,
  /** Inhabitants. */
  people: z.int().positive(),
});
export type Municipality = z.infer<typeof Municipality>;
export const Municipalities = z.strictObject({ municipalities: z.array(Municipality).min(1) });

/** A police zone, in force from one day up to and including another. */
export const Zone = z.strictObject({
  id: text(20),
  name: Names,
  also: z.array(text(120)).optional(),
  of: z.array(GeoId).min(1),
  from: z.iso.date(),
  until: z.iso.date().optional(),
});
export type Zone = z.infer<typeof Zone>;
export const Zones = z.strictObject({ zones: z.array(Zone) });

/** The zone in force in a municipality (its id on the ground) on a day (`YYYY-MM-DD`); the younger one, should two claim it. */
export function zoneOf(
  zones: readonly Zone[],
  municipality: string,
  day: string,
): Zone | undefined {
  return zones
    .filter(
      ({ of, from, until }) =>
        of.some((short) => municipalityId(short) === municipality) &&
        from <= day &&
        day <= (until ?? day),
    )
    .reduce<Zone | undefined>(
      (last, zone) => (last && last.from > zone.from ? last : zone),
      undefined,
    );
}

/** Id of a municipality on the ground, and of its own services among the managers. */
export const municipalityId = (short: string): string => `gemeente-${short}`;

const area = (rings: Rings): Geometry =>
  rings.length === 1
    ? { type: 'Polygon', coordinates: rings }
    : { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) };

/** The region and its municipalities as areas, from their rings. One without a border is left out. */
export function municipalityFeatures(
  municipalities: readonly Municipality[],
  rings: ReadonlyMap<string, Rings>,
): GeoFeature[] {
  const region = rings.get(OUTSIDE);
  return [
    ...(region
      ? [
          {
            type: 'Feature' as const,
            id: 'region',
            geometry: area(region),
            properties: {
              id: 'region',
              kind: 'region',
              nl: 'Brussels Hoofdstedelijk Gewest',
              fr: 'Région de Bruxelles-Capitale',
              en: 'Brussels-Capital Region',
            },
          },
        ]
      : []),
    ...municipalities.flatMap(({ id: short, nis, name, also, at, people }) => {
      const own = rings.get(short);
      if (!own) return [];
      const id = municipalityId(short);
      const properties = { id, kind: 'municipality', ...bothNames(name), nis, at, people };
      return [
        {
          type: 'Feature' as const,
          id,
          geometry: area(own),
          properties: also ? { ...properties, also } : properties,
        },
      ];
    }),
  ];
}
