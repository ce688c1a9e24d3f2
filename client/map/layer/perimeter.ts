import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { outlineOf } from '../../../shared/geo/outline.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { State } from '../../../shared/folds.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import { perimeterWords } from '../../i18n/words/perimeter.ts';
import type { Tokens } from '../tokens.ts';
import { FONT } from './base.ts';
import type { MapFeature } from './feature.ts';

/** Perimeters of incidents that are not closed, and areas of effect: under the marks, over the ground. */
export const PERIMETERS = 'perimeters';
/** Wider than what is seen, so that a hand finds it. */
export const PERIMETER_LINE = 'perimeter-line';

export const standingPerimeters = (state: State): Iterable<Perimeter> =>
  state.perimeter.perimeters
    .valueSeq()
    .filter(
      (one) => !one.lifted && state.incident.incidents.get(one.incident)?.status !== 'closed',
    );

export const perimeterFeature = (one: Perimeter, waiting: boolean): MapFeature => ({
  type: 'Feature',
  geometry: outlineOf(one.shape),
  properties: {
    id: one.id,
    kind: 'perimeter',
    zone: one.kind,
    incident: one.incident,
    label: one.label ?? '',
    owner: one.owner.name,
    at: one.changed,
    waiting,
    restricted: one.restrictions !== undefined,
  },
});

const DASH = { exclusion: undefined, isolation: [5, 2], dissuasion: [2, 2], effect: [0.6, 1.8] };
const KINDS = Object.keys(DASH) as (keyof typeof DASH)[];

const colourOf = (tokens: Tokens): ExpressionSpecification => [
  'match',
  ['get', 'zone'],
  'exclusion',
  tokens['zone-exclusion'],
  'isolation',
  tokens['zone-isolation'],
  'dissuasion',
  tokens['zone-dissuasion'],
  tokens['zone-effect'],
];

/** Colour by meaning; the stroke tells the kinds apart without it: full, long, short, dotted. */
export function perimeterLayers(tokens: Tokens, lang: Lang): LayerSpecification[] {
  const colour = colourOf(tokens);
  const words = perimeterWords(lang);
  return [
    {
      id: 'perimeter-fill',
      type: 'fill',
      source: PERIMETERS,
      paint: { 'fill-color': colour, 'fill-opacity': 0.11 },
    },
    ...KINDS.map((kind): LayerSpecification => ({
      id: `perimeter-${kind}`,
      type: 'line',
      source: PERIMETERS,
      filter: ['==', ['get', 'zone'], kind],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': 2.6,
        'line-opacity': ['case', ['get', 'waiting'], 0.45, 1],
        ...(DASH[kind] ? { 'line-dasharray': DASH[kind] } : {}),
      },
    })),
    {
      id: PERIMETER_LINE,
      type: 'line',
      source: PERIMETERS,
      paint: { 'line-color': colour, 'line-width': 14, 'line-opacity': 0 },
    },
    {
      id: 'perimeter-name',
      type: 'symbol',
      source: PERIMETERS,
      filter: ['!=', ['get', 'zone'], 'effect'],
      minzoom: 12,
      layout: {
        'symbol-placement': 'line',
        'text-field': [
          'concat',
          ['match', ['get', 'zone'], ...KINDS.flatMap((kind) => [kind, words[kind]]), ''] as never,
          ['case', ['==', ['get', 'label'], ''], '', ['concat', ': ', ['get', 'label']]],
        ],
        'text-font': FONT,
        'text-size': 12,
        'text-offset': [0, -0.9],
        'symbol-spacing': 320,
        'text-max-angle': 40,
      },
      paint: {
        'text-color': colour,
        'text-halo-color': tokens['map-region'],
        'text-halo-width': 2,
      },
    },
  ];
}

/**
 * The name of an area of effect, in its middle, over the names of the ground, which make room for it:
 * nobody may take it for a measured one.
 */
export const estimateLayers = (tokens: Tokens, lang: Lang): LayerSpecification[] => [
  {
    id: 'perimeter-estimate',
    type: 'symbol',
    source: PERIMETERS,
    filter: ['==', ['get', 'zone'], 'effect'],
    layout: {
      'text-field': [
        'concat',
        perimeterWords(lang).effect,
        ['case', ['==', ['get', 'label'], ''], '', ['concat', ': ', ['get', 'label']]],
      ],
      'text-font': FONT,
      'text-size': 12,
      'text-max-width': 9,
      'text-allow-overlap': true,
    },
    paint: {
      'text-color': tokens['zone-effect'],
      'text-halo-color': tokens['map-region'],
      'text-halo-width': 2,
    },
  },
];
