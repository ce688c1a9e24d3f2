import type { Point } from '../value.ts';
import type { Manager } from './base.ts';
import type { GeoFeature } from './feature.ts';
import { areasAt, municipalityAt, nearAt, nearest, type Ground, type Near } from './ground.ts';
import { zoneOf, type Zone } from './municipality.ts';

/** What there is to know of a point: whose it is, who is near, who runs the ground. */
export interface PlaceFacts {
  point: Point;
  /** Undefined outside the region. */
  municipality: GeoFeature | undefined;
  zone: Zone | undefined;
  /** Parks, ponds, grounds that the point lies in (the smallest first), then lines and points within reach. */
  here: GeoFeature[];
  /** Who answers for what is here, and, for what nobody else runs, the municipality's own service. */
  managers: { manager: Manager; of: GeoFeature | undefined }[];
  /** Nearest as the crow flies, by kind. */
  nearest: Partial<Record<NearKind, Near>>;
}

export const NEAR_KINDS = [
  'hospital',
  'fire-station',
  'police-station',
  'metro-station',
  'station',
] as const;
export type NearKind = (typeof NEAR_KINDS)[number];

/** Kinds that are told by other fields. */
const NOT_HERE = ['region', 'municipality', 'quarter'];

/** `day`: `YYYY-MM-DD`, for the police zone in force. */
export function tellPlace(
  ground: Ground,
  managers: ReadonlyMap<string, Manager>,
  zones: readonly Zone[],
  point: Point,
  day: string,
): PlaceFacts {
  const municipality = municipalityAt(ground, point);
  const zone = municipality && zoneOf(zones, municipality.id, day);
  const here = [
    ...areasAt(ground, point),
    ...nearAt(ground, point).map(({ feature }) => feature),
  ].filter(({ properties }) => !NOT_HERE.includes(properties.kind));
  const found = new Map<string, PlaceFacts['managers'][number]>();
  for (const of of here) {
    const id = of.properties.manager ?? (of.properties['owner'] as string | undefined);
    const manager = id === undefined ? undefined : managers.get(id);
    if (manager && !found.has(manager.id)) found.set(manager.id, { manager, of });
  }
  const own = municipality && managers.get(municipality.id);
  if (own && !found.has(own.id)) found.set(own.id, { manager: own, of: undefined });
  return {
    point,
    municipality,
    zone,
    here,
    managers: [...found.values()],
    nearest: Object.fromEntries(
      NEAR_KINDS.map((kind) => [kind, nearest(ground, point, (one) => fits(one, kind))[0]]),
    ),
  };
}

/** Only a hospital that takes emergencies helps. */
const fits = ({ properties }: GeoFeature, kind: NearKind): boolean =>
  properties.kind === kind && (kind !== 'hospital' || properties['emergency'] === true);
