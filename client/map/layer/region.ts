import type { LayerSpecification } from 'maplibre-gl';
import type { Lang } from '../../../shared/refusal.ts';
import type { Tokens } from '../tokens.ts';

/** The ground: region, water, roads, and the municipalities' names in the reader's language. */
export const REGION = 'region';
export const FONT = ['Inter Variable'];

export function regionLayers(tokens: Tokens, lang: Lang): LayerSpecification[] {
  const line = (kind: string, colour: string, width: [number, number]): LayerSpecification => ({
    id: `region-${kind}`,
    type: 'line',
    source: REGION,
    filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['linear'], ['zoom'], 10, width[0], 15, width[1]],
    },
  });
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': tokens.ground } },
    {
      id: 'region-fill',
      type: 'fill',
      source: REGION,
      filter: ['==', ['get', 'kind'], 'region'],
      paint: { 'fill-color': tokens.panel },
    },
    line('water', '#3f6f99', [2.5, 9]),
    line('axis', tokens.line, [1.2, 5]),
    line('ring', tokens.edge, [1.8, 7]),
    line('motorway', tokens.edge, [2, 8]),
    {
      id: 'region-outline',
      type: 'line',
      source: REGION,
      filter: ['==', ['get', 'kind'], 'region'],
      paint: { 'line-color': tokens['text-dim'], 'line-width': 1.5, 'line-dasharray': [4, 2] },
    },
    {
      id: 'region-roads',
      type: 'symbol',
      source: REGION,
      minzoom: 11.5,
      filter: ['in', ['get', 'kind'], ['literal', ['water', 'ring', 'motorway', 'axis']]],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', lang],
        'text-font': FONT,
        'text-size': 11,
        'symbol-spacing': 400,
      },
      paint: {
        'text-color': tokens['text-dim'],
        'text-halo-color': tokens.panel,
        'text-halo-width': 1.5,
      },
    },
    {
      id: 'region-municipality',
      type: 'symbol',
      source: REGION,
      filter: ['==', ['get', 'kind'], 'municipality'],
      layout: {
        'text-field': ['get', lang],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 10.5, 14, 15],
        'text-max-width': 7,
        'text-padding': 1,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.6,
      },
      paint: {
        'text-color': tokens['text-dim'],
        'text-halo-color': tokens.panel,
        'text-halo-width': 1.5,
      },
    },
  ];
}
