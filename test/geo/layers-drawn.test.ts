import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { groundLayers } from '../../client/map/layer/base.ts';
import { groundFeatures } from '../../client/map/layer/border.ts';
import { drawingOf } from '../../client/map/layer/drawing.ts';
import { nameLayers } from '../../client/map/layer/name.ts';
import type { FieldLook } from '../../client/map/field/look.ts';
import { openRoom } from '../../client/map/soft/room.ts';
import { wrap } from '../../client/map/soft/stamp.ts';
import { makeLayers, switched } from '../../client/map/style.ts';
import type { Tokens } from '../../client/map/tokens.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';

/** Many kinds in a handful of layers: each kind is still switched, and covered, by itself. */
const tokens = new Proxy({}, { get: () => '#123456' }) as Tokens;
const layers = [...groundLayers(tokens), ...nameLayers(tokens, 'nl')];
const byId = (id: string, from = layers): LayerSpecification => {
  const found = from.find((layer) => layer.id === id);
  if (!found) throw new Error(`no layer ${id}`);
  return found;
};
const kindsIn = (filter: unknown): string[] => {
  const [, [, , [, kinds]]] = filter as [string, [string, unknown, [string, string[]]]];
  return kinds;
};

describe('the ground, drawn in few layers', () => {
  it('[map] a hidden kind leaves its layer, the others of it stay', () => {
    const areas = byId('base-areas');
    expect(switched(areas, [])).toMatchObject({ off: false });
    const without = switched(areas, ['pond', 'canal']);
    expect(without?.off).toBe(false);
    expect(kindsIn(without?.filter)).toEqual(['park', 'forest', 'cemetery', 'event-ground']);
    expect(switched(areas, drawingOf(areas)!.kinds)).toMatchObject({ off: true });
  });

  it('[map] hiding cameras leaves every other picture, and its conditions of zoom and shape', () => {
    const marks = byId('poi-marks');
    const kept = switched(marks, ['camera', 'anpr-camera'])!.filter as unknown[];
    expect(kindsIn(kept)).toContain('hospital');
    expect(kindsIn(kept).filter((kind) => kind.endsWith('camera'))).toEqual([]);
    expect(kept.slice(2)).toEqual((marks as { filter: unknown[] }).filter.slice(2));
    expect(kept.slice(2)).toHaveLength(2);
  });

  it('[map] the region is never hidden: the rest lies on it', () => {
    expect(switched(byId('base-region'), ['region'])).toBeUndefined();
    expect(switched(byId('base-outline'), ['region'])).toMatchObject({ off: true });
  });

  it('[map] a field base map takes what it draws better, kind by kind', () => {
    const field: FieldLook = {
      parts: () => ({ sources: {}, layers: [] }),
      covers: (part, kind) => kind === 'pond' || (part === 'name' && kind === 'tunnel'),
      attribution: [],
    };
    const all = makeLayers(tokens, 'nl', field);
    const kinds = (id: string) => kindsIn((byId(id, all) as { filter: unknown }).filter);
    expect(kinds('base-areas')).not.toContain('pond');
    expect(kinds('name-along')).not.toContain('tunnel');
    expect(kinds('base-tunnel')).toEqual(['tunnel']);
    // What is covered stays so when layers are switched.
    expect(kindsIn(switched(byId('base-areas', all), [])?.filter)).not.toContain('pond');
  });
});

const area = (kind: string, id: string, ring: number[][]): GeoFeature => ({
  ...{ type: 'Feature', id },
  geometry: { type: 'Polygon', coordinates: [ring] },
  properties: { id, kind, nl: id, fr: id, en: id },
});

describe('borders', () => {
  it('[map] neighbours share one line, and the rim is left to the region', () => {
    const left = area('municipality', 'l', [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]); // prettier-ignore
    const right = area('municipality', 'r', [[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]); // prettier-ignore
    const whole = area('region', 'w', [[0, 0], [1, 0], [2, 0], [2, 1], [1, 1], [0, 1], [0, 0]]); // prettier-ignore
    const { features } = groundFeatures({
      type: 'FeatureCollection',
      features: [whole, left, right],
    });
    expect(features.map(({ id }) => id)).toEqual(['w', 'borders']);
    expect(features[1]!.geometry).toEqual({
      type: 'MultiLineString',
      coordinates: [[[1, 0], [1, 1]]], // prettier-ignore
    });
  });
});

describe('labels of units', () => {
  it('[map] none is put over another', () => {
    const hasRoom = openRoom();
    expect(hasRoom(100, 100, 40, 17)).toBe(true);
    expect(hasRoom(120, 110, 40, 17)).toBe(false);
    expect(hasRoom(160, 100, 40, 17)).toBe(true);
    expect(hasRoom(-30, 100, 10, 17)).toBe(true);
  });

  it('[map] a long title goes on in a second line, between words', () => {
    const fits = (line: string) => line.length <= 12;
    expect(wrap('2026-0001 Brand in een magazijn', fits)).toEqual([
      ...['2026-0001', 'Brand in een', 'magazijn'],
    ]);
    expect(wrap('U 1', fits)).toEqual(['U 1']);
    expect(wrap('Onderwijsinstelling', fits)).toEqual(['Onderwijsinstelling']);
  });
});
