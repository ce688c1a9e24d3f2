import type { LayerSpecification } from 'maplibre-gl';
import type { FeatureCollection } from '../../../shared/geo.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Point } from '../../../shared/value.ts';
import type { Tokens } from '../tokens.ts';

/** The ground: region, water, roads, and the municipalities' names in the reader's language. */
export const REGION = 'region';
/** Drawn by the browser from the font that the console ships: no glyphs are fetched. */
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
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 10, width[0], 16, width[1]],
    },
  });
  const names = {
    'text-color': tokens['map-name'],
    'text-halo-color': tokens['map-region'],
    'text-halo-width': 1.6,
  };
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': tokens.ground } },
    line('graticule', tokens.line, [1, 1]),
    {
      id: 'region-fill',
      type: 'fill',
      source: REGION,
      filter: ['==', ['get', 'kind'], 'region'],
      paint: { 'fill-color': tokens['map-region'] },
    },
    line('water', tokens['map-water'], [3, 14]),
    line('axis', tokens['map-axis'], [1.2, 7]),
    line('ring', tokens['map-road'], [2, 10]),
    line('motorway', tokens['map-road'], [2.4, 13]),
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
      minzoom: 12,
      filter: ['in', ['get', 'kind'], ['literal', ['water', 'ring', 'motorway', 'axis']]],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', lang],
        'text-font': FONT,
        'text-size': 11,
        'symbol-spacing': 420,
      },
      paint: names,
    },
    {
      id: 'region-municipality',
      type: 'symbol',
      source: REGION,
      filter: ['==', ['get', 'kind'], 'municipality'],
      layout: {
        'text-field': ['get', lang],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 14, 16],
        'text-max-width': 8,
        'text-padding': 1,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.6,
      },
      paint: names,
    },
  ];
}

/** A plain ground where the base map could not be had: a line every twentieth of a degree. */
export function graticule([lon, lat]: Readonly<Point>): FeatureCollection {
  const steps = Array.from({ length: 21 }, (_, i) => (i - 10) / 20);
  const [x, y] = [Math.round(lon * 20) / 20, Math.round(lat * 20) / 20];
  const feature = (from: Point, to: Point): FeatureCollection['features'][number] => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [from, to] },
    properties: { kind: 'graticule' },
  });
  return {
    type: 'FeatureCollection',
    features: steps.flatMap((step) => [
      feature([x + step, y - 0.5], [x + step, y + 0.5]),
      feature([x - 0.5, y + step], [x + 0.5, y + step]),
    ]),
  };
}
