import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { POIS } from '../poi.ts';
import type { Tokens } from '../tokens.ts';
import { BASE, FONT } from './base.ts';
import { byKind, draws, fromZoom, KIND, kindIs } from './drawing.ts';

/** Pictures of the ground: a click on one means that thing. */
export const MARKS = 'poi-marks';

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
const KINDS = Object.keys(POIS);
const from = (kind: string): number => FROM[kind] ?? 13;
const each = (value: (kind: string) => number): Record<string, number> =>
  Object.fromEntries(KINDS.map((kind) => [kind, value(kind)]));
/** Kinds whose names are written in tiles of this zoom. */
const named = (zoom: number): string[] => KINDS.filter((kind) => from(kind) + 1.4 <= zoom);

/** All pictures of the ground. The weightier takes the place, and lies on top. */
export function markLayer(
  tokens: Tokens,
  name: ExpressionSpecification,
  paint: Record<string, unknown>,
): LayerSpecification {
  const size = (zoom: number) =>
    byKind(
      each((kind) => {
        const grown = Math.min(1, Math.max(0, (zoom - from(kind)) / 3));
        return 0.82 + grown * 0.33;
      }),
      1,
    );
  return {
    id: MARKS,
    type: 'symbol',
    source: BASE,
    minzoom: Math.min(...Object.values(FROM)),
    ...draws(
      'poi',
      KINDS,
      ['==', ['geometry-type'], 'Point'],
      fromZoom(
        each((kind) => Math.round(from(kind))),
        13,
      ),
    ),
    layout: {
      'icon-image': ['concat', 'poi:', KIND],
      'icon-size': [
        ...(['interpolate', ['linear'], ['zoom']] as const),
        ...[11, 12, 13, 14, 15, 16, 17].flatMap((zoom) => [zoom, size(zoom)]),
      ] as unknown as ExpressionSpecification,
      'icon-padding': 1,
      'symbol-sort-key': byKind(
        each((kind) => KINDS.indexOf(kind)),
        KINDS.length,
      ),
      'text-field': [
        ...(['step', ['zoom'], ''] as const),
        ...[13, 14].flatMap((zoom) => [zoom, ['case', kindIs(named(zoom)), name, '']]),
        ...([15, name] as const),
      ] as unknown as ExpressionSpecification,
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
}
