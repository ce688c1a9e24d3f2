import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { GeoCollection } from '../../../shared/geo/feature.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Point } from '../../../shared/value.ts';
import { POIS } from '../poi.ts';
import type { Tokens } from '../tokens.ts';

/** The ground: areas, water, roads, rails, borders, then names and places, in the reader's language. */
export const BASE = 'base';
/** Drawn by the browser from the font that the console ships: no glyphs are fetched. */
export const FONT = ['Inter Variable'];

/** Grows with the map, from a width at zoom 10 to one at zoom 17. */
const wide = (from: number, to: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  10,
  from,
  17,
  to,
];
const kindIs = (...kinds: string[]): ExpressionSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', kinds],
];
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

const area = (id: string, kinds: string[], colour: string): LayerSpecification => ({
  id: `base-${id}`,
  type: 'fill',
  source: BASE,
  filter: kindIs(...kinds),
  paint: { 'fill-color': colour },
});
const line = (
  id: string,
  kinds: string[],
  colour: string | ExpressionSpecification,
  width: ExpressionSpecification | number,
  more: { dash?: number[]; minzoom?: number; opacity?: number } = {},
): LayerSpecification => ({
  id: `base-${id}`,
  type: 'line',
  source: BASE,
  filter: kindIs(...kinds),
  ...(more.minzoom === undefined ? {} : { minzoom: more.minzoom }),
  layout: more.dash ? { 'line-join': 'round' } : ROUND,
  paint: {
    'line-color': colour,
    'line-width': width,
    ...(more.dash ? { 'line-dasharray': more.dash } : {}),
    ...(more.opacity === undefined ? {} : { 'line-opacity': more.opacity }),
  },
});

/** Areas and lines, from the ground upwards. */
export function groundLayers(tokens: Tokens): LayerSpecification[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': tokens.ground } },
    line('graticule', ['graticule'], tokens.line, 1),
    area('region', ['region'], tokens['map-region']),
    area('green', ['park', 'forest'], tokens['map-green']),
    area('cemetery', ['cemetery'], tokens['map-cemetery']),
    area('venue', ['event-ground'], tokens['map-cemetery']),
    area('pond', ['pond'], tokens['map-water']),
    line('river', ['river'], tokens['map-water'], wide(0.8, 4), { minzoom: 11.5 }),
    line('canal', ['canal'], tokens['map-water'], wide(2.6, 26)),
    line('axis-case', ['axis'], tokens['map-region'], wide(2.4, 17), { minzoom: 12 }),
    line('axis', ['axis'], tokens['map-axis'], wide(1.1, 13)),
    line('ring-case', ['ring', 'motorway'], tokens['map-region'], wide(3.6, 24), { minzoom: 11 }),
    line('ring', ['ring', 'motorway'], tokens['map-road'], wide(1.9, 19)),
    line('rail', ['railway'], tokens['map-rail'], wide(0.9, 3.4)),
    line('rail-ties', ['railway'], tokens['map-rail'], wide(2.4, 9), {
      dash: [0.25, 1.6],
      minzoom: 12.5,
    }),
    line('metro', ['metro-line'], ['get', 'colour'], wide(1.4, 5), { opacity: 0.75 }),
    line('tunnel', ['tunnel'], tokens['map-tunnel'], wide(1.8, 12), {
      dash: [1.1, 0.8],
      minzoom: 11.5,
    }),
    line('route', ['route'], tokens.warn, wide(2, 8), { dash: [3, 1.4], opacity: 0.85 }),
    line('imported', ['imported'], tokens['text-dim'], 1),
    line('municipality', ['municipality'], tokens['map-border'], wide(0.8, 2.6), {
      dash: [4, 2, 1, 2],
    }),
    line('outline', ['region'], tokens['map-border'], wide(1.6, 4), { dash: [6, 2] }),
  ];
}

/** Where a municipality's name may stand instead when its place is taken: nearby, or beyond a mark of an incident. */
const BESIDE: (string | [number, number])[] = [
  ...['center', [0, 0] as [number, number]],
  ...[0.7, 1.9, 3].flatMap((far): (string | [number, number])[] => [
    ...['top', [0, far] as [number, number]],
    ...['bottom', [0, -far] as [number, number]],
  ]),
  ...['left', [2.2, 0] as [number, number]],
  ...['right', [-2.2, 0] as [number, number]],
];

/** Names along lines and in areas, then what stands at a point, then municipalities: of two that meet, the later stays. */
export function nameLayers(tokens: Tokens, lang: Lang): LayerSpecification[] {
  const halo = (colour: string, size = 1.6) => ({
    'text-color': colour,
    'text-halo-color': tokens['map-region'],
    'text-halo-width': size,
  });
  const name: ExpressionSpecification = ['get', lang];
  const along = (
    id: string,
    kinds: string[],
    minzoom: number,
    colour: string,
  ): LayerSpecification => ({
    id: `name-${id}`,
    type: 'symbol',
    source: BASE,
    minzoom,
    filter: kindIs(...kinds),
    layout: {
      'symbol-placement': 'line',
      'text-field': name,
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11.5, 16, 13.5],
      'symbol-spacing': 360,
      'text-max-angle': 30,
      'text-padding': 4,
    },
    paint: halo(colour),
  });
  const inside = (
    id: string,
    kinds: string[],
    minzoom: number,
    colour: string,
  ): LayerSpecification => ({
    id: `name-${id}`,
    type: 'symbol',
    source: BASE,
    minzoom,
    filter: kindIs(...kinds),
    layout: {
      'text-field': name,
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 16, 14],
      'text-max-width': 7,
      'text-padding': 6,
    },
    paint: halo(colour),
  });
  return [
    along('water', ['canal', 'river'], 12.5, tokens['map-water-name']),
    along('tunnel', ['tunnel'], 13.5, tokens['map-name']),
    along('road', ['ring', 'motorway', 'axis'], 12, tokens['map-name']),
    {
      id: 'name-ref',
      type: 'symbol',
      source: BASE,
      minzoom: 10.5,
      maxzoom: 14,
      filter: ['all', kindIs('ring', 'motorway'), ['has', 'ref']],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'ref'],
        'text-font': FONT,
        'text-size': 11,
        'text-rotation-alignment': 'viewport',
        'symbol-spacing': 260,
        'icon-image': 'shield',
        'icon-text-fit': 'both',
        'icon-text-fit-padding': [1, 4, 1, 4],
        'icon-rotation-alignment': 'viewport',
      },
      paint: { 'text-color': tokens['map-name'] },
    },
    inside('green', ['park', 'forest', 'cemetery'], 12.6, tokens['map-green-name']),
    inside('pond', ['pond'], 14.5, tokens['map-water-name']),
    inside('square', ['square'], 14.2, tokens['map-name']),
    {
      id: 'name-quarter',
      type: 'symbol',
      source: BASE,
      minzoom: 12.4,
      maxzoom: 16,
      filter: kindIs('quarter'),
      layout: {
        'text-field': ['upcase', name],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 10, 15, 13],
        'text-letter-spacing': 0.08,
        'text-max-width': 7,
        'text-padding': 8,
      },
      paint: halo(tokens['map-name']),
    },
    ...poiLayers(tokens, name, halo(tokens['map-name'])),
    {
      id: 'name-municipality',
      type: 'symbol',
      source: BASE_NAMES,
      maxzoom: 14.5,
      layout: {
        'text-field': name,
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11.5, 14, 18],
        'text-max-width': 8,
        'text-padding': 1,
        'text-variable-anchor-offset': BESIDE,
      },
      paint: halo(tokens.text, 1.8),
    },
  ];
}

/** Municipality names are a source of their own: their areas have a place for the name. */
export const BASE_NAMES = 'base-names';

/** Zoom from which a kind is drawn, the weightier first; its name comes somewhat later. */
const FROM: Readonly<Record<string, number>> = {
  hospital: 11.4,
  'fire-station': 11.8,
  'metro-station': 12.2,
  station: 12,
  'police-station': 13,
  'anpr-camera': 12,
  camera: 12.8,
  'event-ground': 13.2,
  building: 14.1,
  school: 14,
};

function poiLayers(
  tokens: Tokens,
  name: ExpressionSpecification,
  paint: Record<string, unknown>,
): LayerSpecification[] {
  return Object.keys(POIS)
    .reverse()
    .map((kind): LayerSpecification => {
      const from = FROM[kind] ?? 13;
      return {
        id: `poi-${kind}`,
        type: 'symbol',
        source: BASE,
        minzoom: from,
        filter: ['all', ['==', ['get', 'kind'], kind], ['==', ['geometry-type'], 'Point']],
        layout: {
          'icon-image': `poi:${kind}`,
          'icon-size': ['interpolate', ['linear'], ['zoom'], from, 0.82, from + 3, 1.15],
          'icon-padding': 1,
          'text-field': ['step', ['zoom'], '', Math.min(from + 1.4, 15), name],
          'text-font': FONT,
          'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11.5, 17, 13.5],
          'text-max-width': 8,
          'text-optional': true,
          'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
          'text-radial-offset': 1.05,
          'text-justify': 'auto',
        },
        paint: { ...paint, 'text-halo-color': tokens['map-region'] },
      };
    });
}

/** Style layers that draw a kind, for switching it off: their filters say which. */
export const drawsKind = (layer: LayerSpecification, kinds: readonly string[]): boolean =>
  'filter' in layer && kinds.some((kind) => JSON.stringify(layer.filter).includes(`"${kind}"`));

/** A plain ground where the base map could not be had: a line every twentieth of a degree. */
export function graticule([lon, lat]: Readonly<Point>): GeoCollection {
  const steps = Array.from({ length: 21 }, (_, i) => (i - 10) / 20);
  const [x, y] = [Math.round(lon * 20) / 20, Math.round(lat * 20) / 20];
  const feature = (id: string, from: Point, to: Point): GeoCollection['features'][number] => ({
    type: 'Feature',
    id,
    geometry: { type: 'LineString', coordinates: [from, to] },
    properties: { id, kind: 'graticule', nl: '', fr: '', en: '' },
  });
  return {
    type: 'FeatureCollection',
    features: steps.flatMap((step) => [
      feature(`x${step}`, [x + step, y - 0.5], [x + step, y + 0.5]),
      feature(`y${step}`, [x - 0.5, y + step], [x + 0.5, y + step]),
    ]),
  };
}

/** Where the municipalities' names stand, as points. */
export const nameFeatures = (geo: GeoCollection | undefined): GeoCollection => ({
  type: 'FeatureCollection',
  features: (geo?.features ?? [])
    .filter(
      ({ properties }) => properties.kind === 'municipality' && Array.isArray(properties['at']),
    )
    .map((feature) => ({
      ...feature,
      geometry: { type: 'Point', coordinates: feature.properties['at'] as Point },
    })),
});
