import type { LineString, Polygon } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { Point, Priority } from '../../../shared/value.ts';

/** A thing on the map: everything in `properties` is plain, so that layers can filter by it. */
export interface MapFeature {
  type: 'Feature';
  geometry: { type: 'Point'; coordinates: Point } | LineString | Polygon;
  properties: { id: string; kind: string; restricted: boolean } & Record<string, unknown>;
}

/** What a report or an incident says of itself on the map. */
export interface ThingFeature extends MapFeature {
  properties: {
    id: string;
    kind: 'incident' | 'report';
    priority: Priority;
    title: string;
    /** Since when, ISO 8601. */
    at: string;
    icon: string;
    restricted: boolean;
  };
}

export const nothing = () => ({ type: 'FeatureCollection' as const, features: [] });

/** The gravest is drawn last, on top. */
export const GRAVEST_LAST: ExpressionSpecification = ['-', 0, ['get', 'priority']];
