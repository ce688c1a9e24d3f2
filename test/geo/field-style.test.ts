import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { fieldLayers, type Field } from '../../client/map/field/field.ts';
import { themeOf } from '../../client/map/field/plain.ts';
import { flavorOf } from '../../client/map/field/protomaps.ts';
import type { FieldSource } from '../../shared/geo/field.ts';
import { FONT } from '../../client/map/layer/base.ts';
import type { Tokens } from '../../client/map/tokens.ts';
import { LANGS } from '../../shared/refusal.ts';

/** How the field base map is drawn: in our colours and letters, in the reader's language, beneath ours. */
const css = ['theme.css', 'map/MapPane.module.css']
  .map((name) =>
    readFileSync(fileURLToPath(new URL(`../../client/${name}`, import.meta.url)), 'utf8'),
  )
  .join('\n');
/** The dark theme's values: the first that each name has. */
const tokens = Object.fromEntries(
  [...css.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)]
    .reverse()
    .map(([, name, value]) => [name, value]),
) as unknown as Tokens;

const source = (id: string, layers: string[], more: Partial<FieldSource> = {}): FieldSource => ({
  id,
  url: `http://localhost/api/map/tiles/${id}.pmtiles`,
  tiles: 'vector',
  layers,
  minzoom: 0,
  maxzoom: 14,
  bounds: [4.2, 50.7, 4.5, 50.95],
  attribution: '© OpenStreetMap',
  ...more,
});
const PROTOMAPS = [
  'boundaries',
  'buildings',
  'earth',
  'landcover',
  'landuse',
  'places',
  'pois',
  'roads',
  'water',
];
const both: Field = {
  sources: [
    source('region', PROTOMAPS),
    source('mine', ['water', 'railway', 'weird']),
    source('photo', [], { tiles: 'raster' }),
  ],
};
const text = (layer: LayerSpecification) => (layer.type === 'symbol' ? layer.layout : undefined);

describe('the field map', () => {
  it.each(LANGS)('is of well-formed layers with ids of its own and labels in %s', (lang) => {
    const { sources, layers } = fieldLayers(both, tokens, lang);
    expect(Object.keys(sources)).toEqual(['field-region', 'field-mine', 'field-photo']);
    const ids = layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const layer of layers) {
      expect(layer.id).toMatch(/^field-/);
      expect(layer.type).not.toBe('background');
      expect(sources).toHaveProperty((layer as { source: string }).source);
      const layout = text(layer);
      if (!layout) continue;
      expect(layout['text-font']).toEqual(FONT);
      expect(Object.keys(layout).filter((name) => name.startsWith('icon'))).toEqual([]);
      const field = JSON.stringify(layout['text-field']);
      if (!layer.id.endsWith('address-label')) expect(field).toContain(`"name:${lang}"`);
      expect(field).not.toContain('Noto');
    }
  });

  it('asks our own server for its tiles', () => {
    const { sources } = fieldLayers(both, tokens, 'nl');
    expect(sources['field-mine']).toEqual({
      type: 'vector',
      tiles: ['pmtiles://http://localhost/api/map/tiles/mine.pmtiles/{z}/{x}/{y}'],
      minzoom: 0,
      maxzoom: 14,
      bounds: [4.2, 50.7, 4.5, 50.95],
      attribution: '© OpenStreetMap',
    });
    expect(sources['field-photo']).toMatchObject({ type: 'raster' });
  });

  it('has no colour but ours, and mixtures of them', () => {
    const { pois, landcover, ...colours } = flavorOf(tokens);
    expect(pois).toBeUndefined();
    for (const colour of [...Object.values(colours), ...Object.values(landcover!)])
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(colours).toMatchObject({
      water: tokens['map-water'],
      earth: tokens['map-region'],
      park_a: tokens['map-green'],
      highway: tokens['map-road'],
      city_label: tokens['map-name'],
      city_label_halo: tokens['map-region'],
    });
    const light = { ...tokens, 'map-water': '#8cb8dc' };
    const fill = (use: Tokens) =>
      fieldLayers(both, use, 'nl').layers.find(({ id }) => id === 'field-mine-water-area')!.paint;
    expect(fill(light)).toMatchObject({ 'fill-color': '#8cb8dc' });
    expect(fill(tokens)).toMatchObject({ 'fill-color': tokens['map-water'] });
  });

  it('reads what a layer is about from its name', () => {
    const told = [
      'water',
      'waterway',
      'landuse',
      'railway',
      'roads',
      'transportation',
      'buildings',
      'boundaries',
      'public_transport',
      'weird',
    ];
    expect(told.map(themeOf)).toEqual([
      'water',
      'water',
      'land',
      'rail',
      'road',
      'road',
      'building',
      'border',
      'stop',
      'other',
    ]);
  });

  it('draws no water over a railway because its file came later, and every name above every line', () => {
    const { layers } = fieldLayers(
      { sources: [source('a', ['railway']), source('b', ['water'])] },
      tokens,
      'nl',
    );
    const at = (id: string) => layers.findIndex((layer) => layer.id === id);
    expect(at('field-b-water-area')).toBeLessThan(at('field-a-railway-line'));
    expect(at('field-a-railway-line')).toBeLessThan(at('field-b-water-name'));
  });
});

describe('the style of another server', () => {
  const sheet = {
    url: 'https://kaart.voorbeeld.brussels/stijl/style.json',
    style: {
      sources: {
        basis: { type: 'vector' as const, url: 'tiles.json' },
        eigen: { type: 'vector' as const, tiles: ['/t/{z}/{x}/{y}.pbf'] },
      },
      layers: [
        { id: 'bg', type: 'background' as const, paint: { 'background-pattern': 'dots' } },
        {
          id: 'street',
          type: 'symbol' as const,
          source: 'basis',
          'source-layer': 'road',
          layout: { 'text-field': '{name}', 'text-font': ['Noto Sans'], 'icon-image': 'shield' },
        },
        {
          id: 'ref',
          type: 'symbol' as const,
          source: 'basis',
          'source-layer': 'road',
          layout: { 'text-field': ['get', 'ref'] as ['get', string] },
        },
        { id: 'lost', type: 'line' as const, source: 'gone', 'source-layer': 'x' },
      ],
    },
  };

  it('is laid beneath ours: ids of its own, whole addresses, our letters, none of its pictures', () => {
    const { sources, layers } = fieldLayers({ sources: [], sheet }, tokens, 'fr');
    expect(sources).toEqual({
      'field-basis': { type: 'vector', url: 'https://kaart.voorbeeld.brussels/stijl/tiles.json' },
      'field-eigen': {
        type: 'vector',
        tiles: ['https://kaart.voorbeeld.brussels/t/{z}/{x}/{y}.pbf'],
      },
    });
    expect(layers.map(({ id }) => id)).toEqual(['field-bg', 'field-street', 'field-ref']);
    expect(layers[0]).toMatchObject({ paint: {} });
    expect(text(layers[1]!)).toEqual({
      'text-field': ['coalesce', ['get', 'name:fr'], ['get', 'name_fr'], ['get', 'name']],
      'text-font': FONT,
    });
    expect(text(layers[2]!)).toEqual({ 'text-field': ['get', 'ref'], 'text-font': FONT });
  });
});
