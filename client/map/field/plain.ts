import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Lang } from '../../../shared/refusal.ts';
import { mix } from './mix.ts';
import { nameIn } from './name.ts';
import {
  both,
  BIG_ROAD,
  DRY,
  GREEN,
  IS_RAIL,
  IS_SIDING,
  IS_TRAM,
  IS_WATERWAY,
  shapeIs,
  tagIs,
  UNDERGROUND,
} from './tags.ts';
import { FONT } from '../layer/base.ts';
import type { Tokens } from '../tokens.ts';

/**
 * Archives of any other schema: what a layer is about is read from its name, what a thing in it is from
 * the usual tags of OpenStreetMap, and what neither tells is drawn by its shape, quietly.
 */
export interface PlainSource {
  /** Id of the map's source. */
  source: string;
  /** Names of the layers in its tiles. */
  layers: readonly string[];
}

type Theme = 'land' | 'water' | 'building' | 'border' | 'road' | 'rail' | 'stop' | 'other';

/** By the layer's name; the first that fits. `public_transport` and `waterway` are no roads. */
const THEMES: readonly (readonly [RegExp, Theme])[] = [
  [/water|hydro|river|lake|^eau/i, 'water'],
  [/public.?transport|transit|\bstops?\b|bus/i, 'stop'],
  [/rail|tram|metro|subway|spoor/i, 'rail'],
  [/build|gebouw|b[aâ]timent/i, 'building'],
  [/bound|admin|border|municip|commune|gemeente/i, 'border'],
  [/road|street|highway|transport|straat|voirie/i, 'road'],
  [/land|park|green|forest|wood|natur|veget|leisure/i, 'land'],
];
/** From the ground upwards, over all archives: no water over a railway because its file came later. */
const ORDER: readonly Theme[] = [
  'land',
  'water',
  'other',
  'building',
  'border',
  'road',
  'rail',
  'stop',
];

export const themeOf = (layer: string): Theme =>
  THEMES.find(([pattern]) => pattern.test(layer))?.[1] ?? 'other';

export function plainLayers(
  sources: readonly PlainSource[],
  tokens: Tokens,
  lang: Lang,
): LayerSpecification[] {
  const all = sources.flatMap(({ source, layers }) =>
    layers.map((layer) => ({ theme: themeOf(layer), from: { source, 'source-layer': layer } })),
  );
  const sorted = ORDER.flatMap((theme) => all.filter((one) => one.theme === theme));
  return [
    ...sorted.flatMap(({ theme, from }) => shapes(theme, from, tokens)),
    ...sorted.flatMap(({ theme, from }) => names(theme, from, tokens, lang)),
  ];
}

interface From {
  source: string;
  'source-layer': string;
}

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
function shapes(theme: Theme, from: From, tokens: Tokens): LayerSpecification[] {
  const id = (part: string) => `${from.source}-${from['source-layer']}-${part}`;
  const fill = (
    part: string,
    colour: string,
    filter = shapeIs('Polygon'),
    opacity = 1,
  ): LayerSpecification => ({
    id: id(part),
    type: 'fill',
    ...from,
    filter: both(shapeIs('Polygon'), filter),
    paint: { 'fill-color': colour, 'fill-opacity': opacity },
  });
  const line = (
    part: string,
    colour: string,
    width: ExpressionSpecification,
    filter = shapeIs('LineString'),
    more: { dash?: number[]; opacity?: number; minzoom?: number } = {},
  ): LayerSpecification => ({
    id: id(part),
    type: 'line',
    ...from,
    ...(more.minzoom === undefined ? {} : { minzoom: more.minzoom }),
    filter: both(shapeIs('LineString'), filter),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': width,
      'line-opacity': more.opacity ?? 1,
      ...(more.dash ? { 'line-dasharray': more.dash } : {}),
    },
  });
  const dot = (minzoom: number, colour: string, filter = shapeIs('Point')): LayerSpecification => ({
    id: id('point'),
    type: 'circle',
    ...from,
    minzoom,
    filter: both(shapeIs('Point'), filter),
    paint: { 'circle-color': colour, 'circle-radius': wide(1.2, 3.4), 'circle-opacity': 0.8 },
  });
  const built = mix(tokens['map-region'], tokens['map-axis'], 0.3);

  switch (theme) {
    case 'land':
      return [
        fill('green', tokens['map-green'], GREEN),
        fill(
          'built',
          built,
          tagIs('landuse', 'industrial', 'commercial', 'retail', 'railway', 'military'),
        ),
      ];
    case 'water':
      return [
        fill('area', tokens['map-water'], ['!', DRY]),
        line('line', tokens['map-water'], wide(0.8, 5), ['all', IS_WATERWAY, ['!', UNDERGROUND]]),
        line('under', tokens['map-water'], wide(0.6, 3), ['all', IS_WATERWAY, UNDERGROUND], {
          dash: [3, 3],
          opacity: 0.6,
          minzoom: 13,
        }),
      ];
    case 'building':
      return [{ ...fill('area', mix(tokens['map-region'], tokens['map-axis'], 0.6)), minzoom: 13 }];
    case 'border':
      return [
        line('line', tokens['map-border'], wide(0.6, 1.6), shapeIs('LineString'), {
          dash: [5, 3],
          opacity: 0.7,
        }),
      ];
    case 'road':
      return [
        line('minor', tokens['map-axis'], wide(0.4, 7), ['!', BIG_ROAD], { minzoom: 12 }),
        line('major', tokens['map-road'], wide(1, 12), BIG_ROAD),
        // Where nothing says how large a road is, as areas of streets do.
        fill('area', tokens['map-axis'], ['!', ['has', 'highway']], 0.6),
      ];
    case 'rail':
      return [
        fill('area', built, ['has', 'railway'], 0.8),
        line('siding', tokens['map-rail'], wide(0.3, 1.6), ['all', IS_RAIL, IS_SIDING], {
          minzoom: 13,
        }),
        line('tram', tokens['map-rail'], wide(0.3, 1.6), IS_TRAM, { minzoom: 13, opacity: 0.8 }),
        line('under', tokens['map-rail'], wide(0.7, 3), ['all', IS_RAIL, UNDERGROUND], {
          dash: [2, 2],
        }),
        line('line', tokens['map-rail'], wide(0.7, 3), [
          'all',
          IS_RAIL,
          ['!', IS_SIDING],
          ['!', UNDERGROUND],
        ]),
      ];
    case 'stop':
      return [
        line('route', tokens['map-rail'], wide(0.5, 2), shapeIs('LineString'), {
          minzoom: 13,
          opacity: 0.35,
        }),
        fill('area', built, shapeIs('Polygon'), 0.8),
        dot(15, tokens['map-name']),
      ];
    case 'other':
      return [
        fill('area', tokens['text-dim'], shapeIs('Polygon'), 0.1),
        line('line', tokens['text-dim'], wide(0.6, 1.8), shapeIs('LineString'), { opacity: 0.5 }),
        dot(13, tokens['text-dim']),
      ];
  }
}

function names(theme: Theme, from: From, tokens: Tokens, lang: Lang): LayerSpecification[] {
  const symbol = (
    part: string,
    shape: 'LineString' | 'Point',
    minzoom: number,
    colour: string,
    filter?: ExpressionSpecification,
  ): LayerSpecification => ({
    id: `${from.source}-${from['source-layer']}-${part}`,
    type: 'symbol',
    ...from,
    minzoom,
    filter: both(shapeIs(shape), ...(filter ? [filter] : [])),
    layout: {
      'symbol-placement': shape === 'LineString' ? 'line' : 'point',
      'symbol-spacing': 400,
      'text-field': nameIn(lang),
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 17, 12.5],
      'text-max-angle': 30,
      'text-max-width': 8,
      ...(shape === 'Point' ? { 'text-anchor': 'top', 'text-offset': [0, 0.5] } : {}),
    },
    paint: {
      'text-color': colour,
      'text-halo-color': tokens['map-region'],
      'text-halo-width': 1.4,
    },
  });
  switch (theme) {
    case 'water':
      return [symbol('name', 'LineString', 14, tokens['map-water-name'], ['has', 'waterway'])];
    case 'road':
      return [symbol('name', 'LineString', 14, tokens['map-name'])];
    case 'rail':
      return [symbol('name', 'Point', 14, tokens['map-name'], tagIs('railway', 'station', 'halt'))];
    case 'stop':
      return [symbol('name', 'Point', 16, tokens['map-name'])];
    case 'other':
      return [symbol('name', 'Point', 15, tokens['map-name'])];
    default:
      return [];
  }
}
