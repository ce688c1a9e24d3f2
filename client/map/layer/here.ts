import type { LayerSpecification } from 'maplibre-gl';
import type { GeoCollection } from '../../../shared/geo/feature.ts';
import type { Point } from '../../../shared/value.ts';
import type { Tokens } from '../tokens.ts';

/** The place whose card is open: an eye on the ground, unlike any mark of a thing. */
export const HERE = 'here';

export const hereFeature = (point: Point | undefined): GeoCollection => ({
  type: 'FeatureCollection',
  features: point
    ? [
        {
          type: 'Feature',
          id: 'here',
          geometry: { type: 'Point', coordinates: point },
          properties: { id: 'here', kind: 'here', nl: '', fr: '', en: '' },
        },
      ]
    : [],
});

export const hereLayers = (tokens: Tokens): LayerSpecification[] =>
  (
    [
      [11, tokens['map-region'], 5],
      [11, tokens.accent, 2.5],
      [2.5, tokens.accent, 2],
    ] as const
  ).map(([radius, colour, width], i) => ({
    id: `here-${i}`,
    type: 'circle',
    source: HERE,
    paint: {
      'circle-radius': radius,
      'circle-opacity': 0,
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
    },
  }));
