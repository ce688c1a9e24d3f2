import type { LayerSpecification } from 'maplibre-gl';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import type { MapFeature } from './feature.ts';

/** Which way the wind blows, at the place from which smoke or gas comes. */
export const WINDS = 'winds';

export const blows = (one: Perimeter): boolean =>
  one.estimate !== undefined && one.shape.form === 'sector';

/** Only of rows that `blows` holds for. */
export function windFeature(one: Perimeter): MapFeature {
  const { shape, estimate } = one;
  if (shape.form !== 'sector') throw new Error('no sector');
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: shape.origin },
    properties: {
      id: one.id,
      kind: 'wind',
      to: ((estimate?.wind.from ?? shape.bearing + 180) + 180) % 360,
      restricted: one.restrictions !== undefined,
    },
  };
}

export const windLayers = (): LayerSpecification[] => [
  {
    id: 'wind',
    type: 'symbol',
    source: WINDS,
    layout: {
      'icon-image': 'wind',
      'icon-rotate': ['get', 'to'],
      'icon-rotation-alignment': 'map',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
];
