import type { Point } from '../../../shared/value.ts';

/** A thing on the map: everything in `properties` is plain, so that layers can filter by it. */
export interface MapFeature {
  type: 'Feature';
  geometry: { type: 'Point'; coordinates: Point };
  properties: {
    id: string;
    kind: 'incident' | 'report';
    priority: number;
    title: string;
    icon: string;
    restricted: boolean;
  };
}

export const collect = (features: MapFeature[]) => ({
  type: 'FeatureCollection' as const,
  features,
});
