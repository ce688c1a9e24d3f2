import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { outlineOf } from '../../../shared/geo/outline.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Point } from '../../../shared/value.ts';
import { perimeterWords } from '../../i18n/words/perimeter.ts';
import { shapeOf } from '../draw/edit.ts';
import type { Tool } from '../draw/tool.ts';
import type { Tokens } from '../tokens.ts';
import { FONT } from './base.ts';

/** What is in the hand of whoever draws or measures: over everything, and not there yet for anybody else. */
export const DRAFT = 'perimeter-draft';

const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});
const line = (points: readonly Point[], zone: string): Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [...points] },
  properties: { role: 'line', zone },
});
const dot = (point: Point, role: 'corner' | 'half' | 'middle', zone: string): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: point },
  properties: { role, zone },
});

/** `ahead`: where the next corner would be set, under the mouse or the cross. */
export function draftFeatures(tool: Tool | undefined, ahead?: Point): FeatureCollection {
  if (!tool) return collection([]);
  if (tool.name === 'measure') {
    const points = ahead && tool.line.length > 0 ? [...tool.line, ahead] : tool.line;
    return collection([
      ...(points.length > 1 ? [line(points, 'measure')] : []),
      ...tool.line.map((point) => dot(point, 'corner', 'measure')),
    ]);
  }
  const zone = tool.name === 'effect' ? 'effect' : tool.kind;
  const shape = tool.name === 'effect' ? tool.shape : shapeOf(tool);
  const area: Feature[] = shape
    ? [{ type: 'Feature', geometry: outlineOf(shape), properties: { role: 'area', zone } }]
    : [];
  if (tool.name === 'effect') return collection([...area, dot(tool.origin, 'middle', zone)]);
  if (tool.form === 'circle') {
    const rim = shape && outlineOf(shape).coordinates[0]![48];
    return collection([
      ...area,
      dot(tool.center, 'middle', zone),
      ...(rim ? [line([tool.center, rim as Point], zone), dot(rim as Point, 'corner', zone)] : []),
    ]);
  }
  const { ring, closed } = tool;
  // The shape's own rim tells all sides; what is no shape yet, or crosses itself, is a line.
  const known = shape ? ring.slice(-1) : ring;
  const sides = closed ? (shape ? [] : [...ring, ring[0]!]) : ahead ? [...known, ahead] : known;
  const halves = closed || ring.length > 2 ? halfway(ring, closed) : [];
  return collection([
    ...area,
    ...(sides.length > 1 ? [line(sides, zone)] : []),
    ...halves.map((point) => dot(point, 'half', zone)),
    ...ring.map((point) => dot(point, 'corner', zone)),
  ]);
}

/** The middle of each side: dragged, it becomes a corner. */
export function halfway(ring: readonly Point[], closed: boolean): Point[] {
  const ends = closed ? [...ring.slice(1), ring[0]!] : ring.slice(1);
  return ends.map(([lon, lat], i) => [(lon + ring[i]![0]) / 2, (lat + ring[i]![1]) / 2]);
}

export function draftLayers(tokens: Tokens, lang: Lang): LayerSpecification[] {
  const colour: ExpressionSpecification = [
    'match',
    ['get', 'zone'],
    'exclusion',
    tokens['zone-exclusion'],
    'isolation',
    tokens['zone-isolation'],
    'dissuasion',
    tokens['zone-dissuasion'],
    'effect',
    tokens['zone-effect'],
    tokens.accent,
  ];
  const role = (name: string): ExpressionSpecification => ['==', ['get', 'role'], name];
  return [
    {
      id: 'draft-fill',
      type: 'fill',
      source: DRAFT,
      filter: role('area'),
      paint: { 'fill-color': colour, 'fill-opacity': 0.2 },
    },
    {
      id: 'draft-case',
      type: 'line',
      source: DRAFT,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': tokens['map-region'], 'line-width': 5 },
    },
    {
      id: 'draft-line',
      type: 'line',
      source: DRAFT,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 2.4, 'line-dasharray': [3, 1.4] },
    },
    {
      id: 'draft-name',
      type: 'symbol',
      source: DRAFT,
      filter: ['all', role('area'), ['==', ['get', 'zone'], 'effect']],
      layout: {
        'text-field': perimeterWords(lang).effect,
        'text-font': FONT,
        'text-size': 12,
        'text-max-width': 9,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': colour,
        'text-halo-color': tokens['map-region'],
        'text-halo-width': 2,
      },
    },
    {
      id: 'draft-dot',
      type: 'circle',
      source: DRAFT,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['match', ['get', 'role'], 'corner', 6.5, 'middle', 5, 4],
        'circle-color': ['match', ['get', 'role'], 'middle', colour, tokens.panel],
        'circle-stroke-color': colour,
        'circle-stroke-width': ['match', ['get', 'role'], 'half', 1.5, 2.5],
      },
    },
  ];
}
