import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { GeoCollection } from '../../../shared/geo/feature.ts';
import type { Point } from '../../../shared/value.ts';
import type { Tokens } from '../tokens.ts';
import { byKind, draws, KIND } from './drawing.ts';

/** The ground: areas, water, roads, rails, borders. Names and places stand on it (`name.ts`, `marks.ts`). */
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
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** Areas on the region, from the lowest. */
const AREAS = ['park', 'forest', 'cemetery', 'event-ground', 'pond'] as const;

function areas(tokens: Tokens): LayerSpecification {
  const colours = {
    ...{ park: tokens['map-green'], forest: tokens['map-green'] },
    ...{ cemetery: tokens['map-cemetery'], 'event-ground': tokens['map-cemetery'] },
    pond: tokens['map-water'],
  };
  return {
    id: 'base-areas',
    type: 'fill',
    source: BASE,
    ...draws('base', AREAS),
    layout: { 'fill-sort-key': ['index-of', KIND, ['literal', [...AREAS]]] },
    paint: { 'fill-color': byKind(colours, tokens['map-green']) },
  };
}
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
  ...draws('base', kinds),
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
    {
      ...{ id: 'base-region', type: 'fill', source: BASE, ...draws('base', ['region']) },
      paint: { 'fill-color': tokens['map-region'] },
    },
    areas(tokens),
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
