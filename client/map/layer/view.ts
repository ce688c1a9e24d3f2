import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { create } from 'zustand';
import { middleOf, type GeoFeature } from '../../../shared/geo/feature.ts';
import { outlineOf } from '../../../shared/geo/outline.ts';
import type { Tokens } from '../tokens.ts';

/** What a camera sees, faintly: of the one whose card is open, or that is pointed at in a list. */
export const VIEW = 'camera-view';

/** Id of the camera that is pointed at in a list. */
export const usePointed = create<{ camera: string | undefined }>()(() => ({ camera: undefined }));

export function viewFeatures(cameras: readonly GeoFeature[]): FeatureCollection {
  const features = cameras.flatMap((camera) => {
    const { kind, heading = 0, angle = 360, reach } = camera.properties;
    if (kind !== 'camera' || typeof reach !== 'number') return [];
    const geometry = outlineOf({
      form: 'sector',
      origin: middleOf(camera),
      bearing: Number(heading),
      angle: Number(angle),
      length: reach,
    });
    return [{ type: 'Feature' as const, geometry, properties: {} }];
  });
  return { type: 'FeatureCollection', features };
}

export const viewLayers = (tokens: Tokens): LayerSpecification[] => [
  {
    id: 'camera-view',
    type: 'fill',
    source: VIEW,
    paint: { 'fill-color': tokens['map-control'], 'fill-opacity': 0.22 },
  },
  {
    id: 'camera-view-rim',
    type: 'line',
    source: VIEW,
    paint: { 'line-color': tokens['map-control'], 'line-width': 1.5, 'line-opacity': 0.8 },
  },
];
