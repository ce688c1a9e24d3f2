import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';

/** What a thing in a tile is, by the usual tags of OpenStreetMap. */

export const shapeIs = (shape: 'Polygon' | 'LineString' | 'Point'): ExpressionSpecification => [
  '==',
  ['geometry-type'],
  shape,
];
export const tagIs = (tag: string, ...values: string[]): ExpressionSpecification => [
  'in',
  ['to-string', ['get', tag]],
  ['literal', values],
];
export const both = (...filters: ExpressionSpecification[]): FilterSpecification => [
  'all',
  ...filters,
];
export const UNDERGROUND = tagIs('tunnel', 'yes', 'culvert', 'building_passage', '1', 'true');

export const GREEN: ExpressionSpecification = [
  'any',
  tagIs(
    'landuse',
    'forest',
    'grass',
    'meadow',
    'recreation_ground',
    'village_green',
    'cemetery',
    'allotments',
    'orchard',
    'farmland',
  ),
  tagIs('leisure', 'park', 'garden', 'nature_reserve', 'golf_course', 'pitch'),
  tagIs('natural', 'wood', 'scrub', 'grassland', 'heath', 'wetland'),
  tagIs('class', 'park', 'wood', 'grass', 'cemetery', 'forest'),
];
/** Put among the waters by their sources all the same. */
export const DRY: ExpressionSpecification = [
  'any',
  tagIs('landuse', 'forest', 'grass', 'basin_dry'),
  tagIs('natural', 'wetland', 'wood'),
];
/** Banks of ponds are lines too; they are drawn as the areas that they enclose. */
export const IS_WATERWAY: ExpressionSpecification = [
  'any',
  ['has', 'waterway'],
  ['!', ['any', ['has', 'natural'], ['has', 'water'], ['has', 'landuse'], ['has', 'amenity']]],
];
export const BIG_ROAD: ExpressionSpecification = [
  'in',
  ['to-string', ['coalesce', ['get', 'highway'], ['get', 'class'], ['get', 'kind'], '']],
  [
    'literal',
    [
      'motorway',
      'trunk',
      'primary',
      'secondary',
      'motorway_link',
      'trunk_link',
      'highway',
      'major_road',
    ],
  ],
];
export const IS_TRAM = tagIs('railway', 'tram');
export const IS_SIDING: ExpressionSpecification = tagIs(
  'service',
  'yard',
  'siding',
  'spur',
  'crossover',
);
export const IS_RAIL: ExpressionSpecification = [
  'any',
  tagIs('railway', 'rail', 'light_rail', 'subway', 'narrow_gauge'),
  ['!', ['has', 'railway']],
];
