import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { GeoCollection } from '../../../shared/geo/feature.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Point } from '../../../shared/value.ts';
import type { Tokens } from '../tokens.ts';
import { BASE, FONT } from './base.ts';
import { byKind, draws, fromZoom, KIND } from './drawing.ts';
import { markLayer } from './marks.ts';

/** Municipality names are a source of their own: their areas have a place for the name. */
export const BASE_NAMES = 'base-names';

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
  const halo = (colour: string | ExpressionSpecification, size = 1.6) => ({
    'text-color': colour,
    'text-halo-color': tokens['map-region'],
    'text-halo-width': size,
  });
  const name: ExpressionSpecification = ['get', lang];
  return [
    {
      id: 'name-along',
      type: 'symbol',
      source: BASE,
      minzoom: 12,
      ...draws(
        'name',
        ['canal', 'river', 'tunnel', 'ring', 'motorway', 'axis'],
        fromZoom({ tunnel: 14 }, 12),
      ),
      layout: {
        'symbol-placement': 'line',
        // Roads before tunnels before water, where there is room for one only.
        'symbol-sort-key': byKind({ tunnel: 1, canal: 2, river: 2 }, 0),
        'text-field': name,
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11.5, 16, 13.5],
        'symbol-spacing': 360,
        'text-max-angle': 30,
        'text-padding': 4,
      },
      paint: halo(
        byKind(
          { canal: tokens['map-water-name'], river: tokens['map-water-name'] },
          tokens['map-name'],
        ),
      ),
    },
    {
      id: 'name-ref',
      type: 'symbol',
      source: BASE,
      minzoom: 10.5,
      maxzoom: 14,
      ...draws('ref', ['ring', 'motorway'], ['has', 'ref']),
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
    {
      id: 'name-inside',
      type: 'symbol',
      source: BASE,
      minzoom: 12.4,
      ...draws(
        'name',
        ['park', 'forest', 'cemetery', 'pond', 'square', 'quarter'],
        fromZoom({ quarter: 12, pond: 14, square: 14 }, 13),
        ['any', ['!=', KIND, 'quarter'], ['<', ['zoom'], 16]],
      ),
      layout: {
        'symbol-sort-key': byKind({ quarter: 0, square: 1, pond: 2 }, 3),
        'text-field': ['case', ['==', KIND, 'quarter'], ['upcase', name], name],
        'text-font': FONT,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          ...[12, byKind({ quarter: 10 }, 11), 15, byKind({ quarter: 13 }, 13.25)],
          ...[16, byKind({ quarter: 13 }, 14)],
        ],
        'text-letter-spacing': byKind({ quarter: 0.08 }, 0),
        'text-max-width': 7,
        'text-padding': 6,
      },
      paint: halo(
        byKind(
          {
            ...{ square: tokens['map-name'], quarter: tokens['map-name'] },
            pond: tokens['map-water-name'],
          },
          tokens['map-green-name'],
        ),
      ),
    },
    markLayer(tokens, name, halo(tokens['map-name'])),
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
