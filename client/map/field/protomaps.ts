import { layers as basemapLayers, namedFlavor, type Flavor } from '@protomaps/basemaps';
import type { LayerSpecification } from 'maplibre-gl';
import type { Lang } from '../../../shared/refusal.ts';

import { nameIn } from './name.ts';
import type { FieldSource } from '../../../shared/geo/field.ts';
import { FONT } from '../layer/base.ts';
import { mix } from './mix.ts';
import type { Tokens } from '../tokens.ts';

/** Archives in the schema of the Protomaps basemap, in our colours. https://docs.protomaps.com/basemaps/layers */
const SCHEMA = ['earth', 'water', 'landuse', 'roads', 'places'];

export const isProtomaps = ({ tiles, layers }: Pick<FieldSource, 'tiles' | 'layers'>): boolean =>
  tiles === 'vector' && SCHEMA.every((name) => layers.includes(name));

/** What we draw ourselves, or what needs pictures that we do not have. */
const LEFT_OUT = /^(background|pois|roads_oneway|roads_shields|places_country|places_region)$/;

export function protomapsLayers(source: string, tokens: Tokens, lang: Lang): LayerSpecification[] {
  const drawn = basemapLayers(source, flavorOf(tokens), { lang }) as LayerSpecification[];
  return drawn
    .filter(({ id }) => !LEFT_OUT.test(id))
    .map((layer) => {
      const id = `${source}-${layer.id.replaceAll('_', '-')}`;
      return layer.type === 'symbol' ? { ...inOurFont(layer, lang), id } : { ...layer, id };
    });
}

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;

/** Letters of our own font, and no pictures: no glyphs or sprites are fetched. */
function inOurFont(layer: SymbolLayer, lang: Lang): SymbolLayer {
  const layout = Object.fromEntries(
    Object.entries(layer.layout ?? {}).filter(([name]) => !name.startsWith('icon-')),
  ) as NonNullable<SymbolLayer['layout']>;
  const field = layer.id === 'address_label' ? layout['text-field'] : nameIn(lang);
  return { ...layer, layout: { ...layout, 'text-font': FONT, 'text-field': field! } };
}

/** Colours by what their names in the flavour speak of; the first that fits. */
const COLOURS: readonly (readonly [RegExp, (tokens: Tokens) => string])[] = [
  [/halo$/, (t) => t['map-region']],
  [/^ocean_label$/, (t) => t['map-water-name']],
  [/label/, (t) => t['map-name']],
  [/casing/, (t) => mix(t['map-region'], t.ground, 0.5)],
  [/^water$/, (t) => t['map-water']],
  [/^(park|wood|scrub|zoo|forest|grassland)/, (t) => t['map-green']],
  [/highway/, (t) => t['map-road']],
  [/major|link/, (t) => mix(t['map-axis'], t['map-road'], 0.4)],
  [/minor|other|pier|runway/, (t) => t['map-axis']],
  [/^railway$/, (t) => t['map-rail']],
  [/^boundaries$/, (t) => t['map-border']],
  [/^buildings$/, (t) => mix(t['map-region'], t['map-axis'], 0.5)],
  [
    /^(hospital|school|pedestrian|industrial|military|aerodrome)/,
    (t) => mix(t['map-region'], t['map-axis'], 0.25),
  ],
  [/./, (t) => t['map-region']],
];

export function flavorOf(tokens: Tokens): Flavor {
  const colour = (name: string) => COLOURS.find(([pattern]) => pattern.test(name))![1](tokens);
  const { pois: _pois, landcover, ...names } = namedFlavor('dark');
  const paint = (list: object) =>
    Object.fromEntries(Object.keys(list).map((name) => [name, colour(name)]));
  return {
    ...(paint(names) as unknown as Flavor),
    landcover: paint(landcover ?? {}) as unknown as NonNullable<Flavor['landcover']>,
  };
}
