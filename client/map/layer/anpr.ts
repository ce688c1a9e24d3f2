import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Tokens } from '../tokens.ts';
import { FONT } from './base.ts';
import { GRAVEST_LAST } from './feature.ts';

/**
 * Plate reading: cameras, open alerts at their last camera, and of the selected alert where it went and
 * where it can be. No plate is on the map: not in a mark, a tip, a source or on paper.
 */
export const ANPR_CAMERAS = 'anpr-cameras';
export const ANPR_FLOW = 'anpr-flow';
export const ANPR_ALERTS = 'anpr-alerts';
export const ANPR_TRAIL = 'anpr-trail';
export const ANPR_REACH = 'anpr-reach';

/** What a click on an alert finds, and on a camera. */
export const ANPR_ALERT = 'anpr-alert';
export const ANPR_CAMERA = 'anpr-camera';
/** What tells of itself when pointed at. */
export const ANPR_TOLD = [ANPR_ALERT, 'anpr-pass', 'anpr-next', 'anpr-flow', ANPR_CAMERA];
/** The two rings, and which way each is wide. */
export const RINGS = { 'anpr-reach-most': 'most', 'anpr-reach-least': 'least' } as const;

/** The rings are wide and their middle may be far outside the picture: tiles are not cut finer. */
export const REACH_ZOOM = 6;

/** Metres round the middle of all earth's parallels: of the equator. */
const ROUND = 40_075_017;
/** Pixels that a length at a latitude has at each zoom; grows with the map without being sent anew. */
export const pixelsOf = (metres: number, latitude: number): ExpressionSpecification => {
  const at0 = (metres * 512) / (ROUND * Math.cos((latitude * Math.PI) / 180));
  return ['interpolate', ['exponential', 2], ['zoom'], 0, at0, 24, at0 * 2 ** 24];
};

const NONE: ExpressionSpecification = pixelsOf(0, 0);
const ALWAYS = { 'icon-allow-overlap': true, 'icon-ignore-placement': true } as const;
const is = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];

const ring = (id: keyof typeof RINGS, tokens: Tokens, paint: object): LayerSpecification => ({
  id,
  type: 'circle',
  source: ANPR_REACH,
  paint: {
    'circle-radius': NONE,
    // Set each second: nothing in between.
    'circle-radius-transition': { duration: 0, delay: 0 },
    'circle-color': tokens.accent,
    'circle-stroke-color': tokens.accent,
    ...paint,
  },
});

/** Under the marks: rings, ways, lines. */
export function anprGround(tokens: Tokens): LayerSpecification[] {
  const stroke = (
    id: string,
    filter: ExpressionSpecification,
    paint: Record<string, unknown>,
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: ANPR_TRAIL,
    filter,
    layout: { 'line-join': 'round', 'line-cap': 'dash' in paint ? 'butt' : 'round' },
    paint: { 'line-color': tokens.accent, ...paint },
  });
  const certain: ExpressionSpecification = ['all', is('anpr-leg'), ['!', ['get', 'possible']]];
  const possible: ExpressionSpecification = ['all', is('anpr-leg'), ['get', 'possible']];
  return [
    ring('anpr-reach-most', tokens, { 'circle-opacity': 0.07, 'circle-stroke-width': 2.4 }),
    ring('anpr-reach-least', tokens, {
      ...{ 'circle-opacity': 0, 'circle-stroke-width': 1.2, 'circle-stroke-opacity': 0.75 },
    }),
    stroke('anpr-route', is('anpr-route'), {
      'line-color': tokens['map-control'],
      'line-width': 3.4,
      'line-opacity': ['get', 'opacity'],
      'line-dasharray': [0.4, 1.5],
    }),
    stroke('anpr-before-line', is('anpr-before-leg'), {
      ...{ 'line-width': 1.3, 'line-opacity': 0.7 },
    }),
    stroke('anpr-case', is('anpr-leg'), { 'line-color': tokens['map-region'], 'line-width': 6.5 }),
    stroke('anpr-leg', certain, { 'line-width': 3.4 }),
    stroke('anpr-leg-possible', possible, { 'line-width': 3, 'line-dasharray': [2, 1.4] }),
    {
      id: 'anpr-way',
      type: 'symbol',
      source: ANPR_TRAIL,
      filter: ['any', is('anpr-leg'), is('anpr-before-leg')],
      layout: {
        'symbol-placement': 'line-center',
        'icon-image': 'anpr-way',
        'icon-size': ['case', is('anpr-leg'), 1, 0.7],
        'icon-rotation-alignment': 'map',
        ...ALWAYS,
      },
    },
  ];
}

/** Over the things of the ground, under incidents. */
export function anprMarks(tokens: Tokens): LayerSpecification[] {
  const words = {
    'text-color': tokens.text,
    'text-halo-color': tokens['map-region'],
    'text-halo-width': 2,
  };
  const label = (anchor: 'left' | 'top', offset: [number, number]) => ({
    ...{ 'text-font': FONT, 'text-size': 11.5, 'text-optional': true },
    ...{ 'text-anchor': anchor, 'text-offset': offset, 'text-justify': 'left' as const },
    'text-max-width': 30,
  });
  const mark = (id: string, source: string, layout: object, more: object = {}) =>
    ({
      ...{ id, type: 'symbol', source },
      layout: { 'icon-image': ['get', 'icon'], ...ALWAYS, ...layout },
      paint: words,
      ...more,
    }) as LayerSpecification;
  return [
    {
      id: 'anpr-wedge',
      type: 'symbol',
      source: ANPR_CAMERAS,
      minzoom: 11.5,
      filter: ['has', 'heading'],
      layout: {
        'icon-image': 'anpr-wedge',
        'icon-rotate': ['get', 'heading'],
        'icon-rotation-alignment': 'map',
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11.5, 0.7, 14, 1.1],
        ...ALWAYS,
      },
    },
    mark(ANPR_CAMERA, ANPR_CAMERAS, {}, { minzoom: 10.5 }),
    mark('anpr-flow', ANPR_FLOW, {
      ...{ 'icon-offset': [0, 18], 'icon-size': 0.9 },
      ...{ 'text-field': ['get', 'label'], ...label('left', [1.4, 1.35]) },
      ...{ 'text-size': 12, 'text-optional': false, 'text-allow-overlap': true },
    }),
    mark(
      'anpr-next',
      ANPR_TRAIL,
      {
        ...{ 'text-field': ['get', 'label'], ...label('left', [1.6, 0]) },
        // Below the passage that it stands beside.
        'icon-offset': ['case', ['get', 'below'], ['literal', [0, 27]], ['literal', [0, 0]]],
        'text-offset': ['case', ['get', 'below'], ['literal', [1.6, 2.4]], ['literal', [1.6, 0]]],
        'symbol-sort-key': ['-', 0, ['get', 'rank']],
      },
      { filter: is('anpr-next') },
    ),
    mark('anpr-before', ANPR_TRAIL, {}, { filter: is('anpr-before') }),
    mark(
      'anpr-pass',
      ANPR_TRAIL,
      {
        ...{ 'text-field': ['get', 'label'], ...label('left', [1.6, 0]) },
        'symbol-sort-key': ['get', 'number'],
      },
      { filter: is('anpr-pass') },
    ),
    mark(
      ANPR_ALERT,
      ANPR_ALERTS,
      {
        // Over its camera, which stays in sight.
        'icon-offset': [0, -24],
        ...{ 'text-field': ['get', 'count'], ...label('left', [1.75, -1.75]) },
        ...{ 'text-size': 13, 'text-optional': false, 'text-allow-overlap': true },
        'symbol-sort-key': GRAVEST_LAST,
      },
      { paint: { ...words, 'icon-opacity': ['case', ['get', 'aside'], 0.55, 1] } },
    ),
  ];
}
