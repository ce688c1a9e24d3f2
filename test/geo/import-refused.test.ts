import { openSync, closeSync, ftruncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  collection,
  openDesk,
  point,
  polygon,
  square,
  thing,
  urbis,
  type Desk,
} from './import-given.ts';

/** Every file here is refused with the feature and the place, and the layer that is there stays as it is. */
let desk: Desk;
let before: string;

beforeAll(async () => {
  desk = openDesk();
  await desk.take(urbis());
  await desk.take(collection(thing(point(4.35, 50.85), { name: 'Oud' })), { as: 'hospital' });
  before = desk.manifest();
});

const said = async (content: unknown, as = 'hospital'): Promise<string> => {
  const words = await desk.refused(content, { as });
  expect(desk.manifest()).toBe(before);
  expect(desk.features('hospital').map(({ properties }) => properties.nl)).toEqual(['Oud']);
  return words;
};
const one = (geometry: unknown, properties: object = { name: 'Park' }) =>
  collection(thing(point(4.35, 50.85), { name: 'Goed' }, 'a'), thing(geometry, properties, 'b'));
const PLACE = 'feature 1 (id b, "Park"), ';
const line = (...coordinates: unknown[]) => ({ type: 'LineString', coordinates });

describe('not GeoJSON', () => {
  it.each<[string, unknown, RegExp]>([
    ['nothing', '', /given-\d+\.geojson: is empty/],
    [
      'cut off',
      JSON.stringify(urbis()).slice(0, -40),
      /is not JSON \(or is cut off\): .*position \d+/s,
    ],
    ['words', 'hello', /is not JSON/],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /compressed \(gzip\)/],
    ['another encoding', Buffer.from('{"a":"\xe9"}', 'latin1'), /is not UTF-8/],
    ['null', 'null', /no GeoJSON FeatureCollection/],
    ['a list', [], /no GeoJSON FeatureCollection/],
    ['one feature', thing(point(4.35, 50.85)), /no GeoJSON FeatureCollection/],
    ['no features', collection(), /has no features/],
    [
      'features that are none',
      collection(null, 7, { type: 'Point' }),
      /feature 0: is no Feature\nfeature 1: is no Feature\nfeature 2/,
    ],
    [
      'an unknown system',
      { ...one(point(4.35, 50.85)), crs: { type: 'name', properties: { name: 'EPSG:2154' } } },
      /crs: "EPSG:2154" is not known/,
    ],
    [
      'a system without a name',
      { ...one(point(4.35, 50.85)), crs: { type: 'link' } },
      /crs: names no system/,
    ],
  ])('%s', async (_what, content, words) => {
    expect(await said(content)).toMatch(words);
  });

  it('what is in it is not told', async () => {
    expect(await desk.refused(one(point(4.35, 50.85)))).toContain(
      'not told by its properties (name): say --as',
    );
  });

  it('the name of a layer that would be a path', async () => {
    for (const as of ['../x', 'A', '', '-', 'x/y', 'constructor.json'])
      expect(await said(one(point(4.35, 50.85)), as)).toMatch(/^--as ".*": /);
  });
});

describe('shapes', () => {
  const nearby = square(4.35, 50.85);
  it.each<[string, unknown, string]>([
    ['none', null, 'geometry: there is none'],
    ['an unknown one', { type: 'Circle' }, 'geometry: "Circle" is not a shape that can be drawn'],
    [
      'a collection',
      { type: 'GeometryCollection', geometries: [] },
      'geometry: "GeometryCollection" is not a shape that can be drawn',
    ],
    ['no coordinates', { type: 'Polygon' }, 'coordinates: nothing is no list'],
    ['an area without rings', polygon(), 'coordinates: is empty'],
    ['an empty ring', polygon([]), 'coordinates[0]: is empty'],
    ['an empty hole', polygon(nearby, []), 'coordinates[1]: is empty'],
    [
      'parts without rings',
      { type: 'MultiPolygon', coordinates: [[nearby], []] },
      'coordinates[1]: is empty',
    ],
    [
      'three positions',
      polygon(nearby.slice(0, 3)),
      'coordinates[0]: a ring needs four positions or more, this has 3',
    ],
    [
      'a ring that is open',
      polygon(nearby.slice(0, 4)),
      'coordinates[0]: the ring is not closed: it begins at [4.35,50.85] and ends at [4.35,50.86]',
    ],
    [
      'no area',
      polygon([
        [4.35, 50.85],
        [4.36, 50.86],
        [4.37, 50.87],
        [4.35, 50.85],
      ]),
      'coordinates[0]: the ring has no area',
    ],
    [
      'one point as an area',
      polygon(Array.from({ length: 5 }, () => [4.35, 50.85])),
      'coordinates[0]: the ring has no area',
    ],
    [
      'a line of one point',
      line([4.35, 50.85], [4.35, 50.85]),
      'coordinates: a line needs two different positions',
    ],
    [
      'text for a number',
      line([4.35, 50.85], ['4.36', 50.85]),
      'coordinates[1]: ["4.36",50.85] is no position: two numbers, longitude and latitude',
    ],
    [
      'null for a number (NaN)',
      line([4.35, 50.85], [null, 50.85]),
      'coordinates[1]: [null,50.85] is no position: two numbers, longitude and latitude',
    ],
    [
      'one number',
      point(4.35),
      'coordinates: [4.35] is no position: two numbers, longitude and latitude',
    ],
    [
      'turned round',
      line([4.35, 50.85], [50.851, 4.351]),
      'coordinates[1]: [50.851, 4.351] has latitude and longitude swapped; GeoJSON puts the longitude first',
    ],
    ['elsewhere', point(2.35, 48.85), 'coordinates: [2.35, 48.85] lies outside Belgium'],
    ['nowhere', point(1e300, -1e300), 'coordinates: [1e+300, -1e+300] lies outside Belgium'],
    [
      'Lambert 72',
      point(149_000, 170_000),
      'coordinates: [149000, 170000] are no degrees; they look like metres of EPSG:31370: say --crs EPSG:31370',
    ],
    [
      'Lambert 2008',
      point(649_000, 670_000),
      'coordinates: [649000, 670000] are no degrees; they look like metres of EPSG:3812: say --crs EPSG:3812',
    ],
    [
      'a bow tie',
      polygon([
        [4.35, 50.85],
        [4.37, 50.87],
        [4.37, 50.85],
        [4.35, 50.87],
        [4.35, 50.85],
      ]),
      'coordinates: the outline crosses itself near ',
    ],
    [
      'a bow tie with a large and a small half',
      polygon([
        [4.35, 50.85],
        [4.39, 50.89],
        [4.39, 50.87],
        [4.35, 50.88],
        [4.35, 50.85],
      ]),
      'coordinates: the outline crosses itself near ',
    ],
  ])('%s', async (_what, geometry, words) => {
    expect(await said(one(geometry))).toContain(PLACE + words);
  });

  it('of another sort than the layer has', async () => {
    const words = await said(
      collection(thing(point(4.35, 50.85), { NISCODE: '21001', NAMEDUT: 'Anderlecht' })),
      'municipalities',
    );
    expect(words).toBe('feature 0 ("Anderlecht"): is a Point; municipalities are areas');
    expect(await said(one(point(4.35, 50.85)), 'streets')).toContain(
      'is a Point; streets are lines',
    );
  });

  it('all mistakes are told, up to twenty', async () => {
    const many = collection(...Array.from({ length: 30 }, (_, i) => thing(point(0, 0), {}, i)));
    const words = (await said(many)).split('\n');
    expect(words).toHaveLength(21);
    expect(words.at(-2)).toMatch(/^feature 19 \(id 19\)/);
    expect(words.at(-1)).toBe('… and perhaps more');
  });
});

describe('features', () => {
  it('with the id of another', async () => {
    const same = (id: string | number) => thing(point(4.35, 50.85), { name: 'A' }, id);
    expect(await said(collection(same(7), same('8'), same('7')))).toBe(
      'feature 2 (id 7, "A"): has the id of feature 0 (id 7, "A")',
    );
    expect(await said(collection(same('a b'), same('A-b')))).toContain(
      'its id reads the same as that of feature 0',
    );
  });

  it('a municipality twice, one of elsewhere, one missing', async () => {
    const given = urbis().features as { properties: Record<string, string> }[];
    const twice = structuredClone(given);
    twice[4]!.properties['NISCODE'] = '21001';
    const words = await said(collection(...twice), 'municipalities');
    expect(words).toContain('Anderlecht is there twice');
    expect(words).toContain('missing: Etterbeek');
    expect(await said(collection(...given, ...given.slice(0, 1)), 'municipalities')).toContain(
      'has the id of feature 0',
    );
  });

  it('two regions', async () => {
    expect(
      await said(
        collection(thing(polygon(square(4.3, 50.8))), thing(polygon(square(4.4, 50.8)))),
        'region',
      ),
    ).toBe('the region is one feature; there are 2');
  });

  it('tiles in place of a layer of things', async () => {
    const words = await desk.refused(new Uint8Array([0x50, 0x4d, 2, 0, 1, 2, 3]), {
      as: 'hospital',
    });
    expect(words).toContain('the file is cut off');
  });
});

describe('too much', () => {
  it('a million positions and one more, in seconds and without being built up', async () => {
    const row = `{"type":"Feature","geometry":{"type":"LineString","coordinates":[${Array.from({ length: 1_000 }, (_, i) => `[4.3${String(i).padStart(4, '0')},50.85]`).join()}]},"properties":{}}`;
    const text = (rows: number) =>
      `{"type":"FeatureCollection","features":[${Array.from({ length: rows }, () => row).join()}]}`;
    const started = performance.now();
    expect(await said(text(1_001))).toMatch(/more than 1,000,000 positions\. Simplify it/);
    expect(await said(text(1_600))).toMatch(/more than 1,000,000 positions\. Simplify it/);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it('brackets inside brackets, brackets without end, text that looks like brackets', async () => {
    expect(await said('['.repeat(100_000))).toContain('more than 32 brackets inside one another');
    expect(await said(`[${'[],'.repeat(5_000_000)}[]]`)).toContain('more than 1,000,000 positions');
    const text = `"[[[[[[ \\" ${'['.repeat(1_000)} \\\\"`;
    expect(await said(`{"type":"FeatureCollection","x":${text},"features":[]}`)).toContain(
      'has no features',
    );
  });

  it('more bytes than are read', async () => {
    const file = join(desk.folder, 'large.geojson');
    const handle = openSync(file, 'w');
    writeSync(handle, '{');
    ftruncateSync(handle, 300 * 1024 * 1024);
    closeSync(handle);
    expect(await desk.refused(undefined, { file, as: 'hospital' })).toMatch(
      /314,572,800 bytes; at most 268,435,456 are read/,
    );
  });
});
