import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBuiltIn } from '../../server/geo/base.ts';
import { importFile } from '../../server/geo/import/run.ts';
import { geoFolder } from '../../server/geo/manifest.ts';
import { start, type Belfry } from '../../server/main.ts';
import type { GeoCollection } from '../../shared/geo/feature.ts';
import type { Hit } from '../../shared/geo/search.ts';
import { signInAs } from '../fake/client.ts';
import { ask as askAt, type Ask, type Reply } from '../fake/http.ts';

/** The ground over HTTP: for whom, what, and what is refused. */
let belfry: Belfry;
let data: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'belfry-geo-'));
  belfry = await start({ data, port: 0, demo: true, quiet: true });
  for (const role of ['operator', 'police', 'medical', 'wall'])
    cookies[role] = await signInAs(belfry.url, role);
}, 60_000);
afterAll(async () => {
  await belfry.close();
  rmSync(data, { recursive: true, force: true });
});

const ask = (path: string, role: string, more: Ask = {}): Promise<Reply> =>
  askAt(belfry.url, path, { cookie: cookies[role]!, ...more });
const kindsFor = async (role: string) => {
  const { body } = await ask('/api/geo', role);
  return new Set((body as GeoCollection).features.map(({ properties }) => properties.kind));
};
const seek = async (q: string, role = 'operator') =>
  (await ask(`/api/geo/search?q=${encodeURIComponent(q)}`, role)).body as {
    hits: Hit[];
    position?: [number, number];
  };
const refusal = ({ status, body }: Reply) => [status, (body as { code: string }).code];

describe('the ground over HTTP', () => {
  it('[P4.41] nobody is sent a layer for which their role is not cleared: not drawn, not found, not counted', async () => {
    const seen = {
      police: await kindsFor('police'),
      operator: await kindsFor('operator'),
      medical: await kindsFor('medical'),
    };
    const has = (role: keyof typeof seen) => [
      seen[role].has('camera'),
      seen[role].has('anpr-camera'),
    ];
    expect([has('police'), has('operator'), has('medical')]).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
    const { body } = await ask('/api/geo', 'police');
    const secret = (body as GeoCollection).features.filter(({ properties }) =>
      ['camera', 'anpr-camera'].includes(properties.kind),
    );
    expect(secret.length).toBeGreaterThan(50);
    for (const { id, properties, geometry } of secret.filter((_, i) => i % 9 === 0)) {
      const { hits } = await seek(properties.nl, 'medical');
      expect(hits.filter((hit) => hit.id === id)).toEqual([]);
      const shape = {
        form: 'circle',
        center: (geometry as { coordinates: number[] }).coordinates,
        radius: 30,
      };
      const inside = await ask('/api/geo/inside', 'medical', {
        json: { shape, kinds: ['camera', 'anpr-camera'] },
      });
      expect((inside.body as { features: object[] }).features).toEqual([]);
    }
    for (const layer of (await ask('/api/settings', 'medical')).body['layers'] as { id: string }[])
      expect(['cameras', 'anpr']).not.toContain(layer.id);
  });

  it("[P4.42] a camera's address is told to who is cleared for it, and after a recorded request where its owner wants one", async () => {
    const { body } = await ask('/api/geo', 'police');
    expect(JSON.stringify(body)).not.toContain('rtsp:');
    const cameras = (body as GeoCollection).features.filter(
      ({ properties }) => properties.kind === 'camera',
    );
    const open = cameras.find(({ properties }) => properties['request'] === false)!.id;
    const guarded = cameras.find(({ properties }) => properties['request'] === true)!.id;
    const stream = (camera: string, role: string, incident = '') =>
      ask(`/api/geo/cameras/${camera}/stream?incident=${incident}`, role);
    expect((await stream(open, 'operator')).body).toEqual({ stream: expect.any(String) });
    expect(refusal(await stream(open, 'medical'))).toEqual([404, 'camera-unknown']);
    expect(refusal(await stream('nergens', 'police'))).toEqual([404, 'camera-unknown']);
    expect(refusal(await stream(guarded, 'operator', 'i-cam'))).toEqual([
      403,
      'camera-request-first',
    ]);
    const send = (id: string, type: string, more: object) =>
      ask('/api/spaces/live/commands', 'operator', { json: { id, type, data: more } });
    await send('i-cam', 'incident.open', { type: 'fire', title: 'Rook', priority: 2 });
    await send('c-1', 'camera.request', {
      ...{ incident: 'i-cam', camera: guarded, name: 'Camera', reason: 'Rook in beeld?' },
    });
    expect((await stream(guarded, 'operator', 'i-cam')).status).toBe(200);
    // Whose request it is, and for which incident, counts.
    expect(refusal(await stream(guarded, 'police', 'i-cam'))).toEqual([
      403,
      'camera-request-first',
    ]);
    expect(refusal(await stream(guarded, 'operator', 'i-other'))).toEqual([
      403,
      'camera-request-first',
    ]);
  });

  it('[geo] nothing without signing in', async () => {
    for (const path of [
      '/api/geo',
      '/api/geo/search?q=els',
      '/api/geo/at?lon=4.35&lat=50.85',
      '/api/geo/people',
      '/api/map/field',
    ])
      expect([path, (await askAt(belfry.url, path)).status]).toEqual([path, 401]);
  });

  it('[geo] a place without numbers is none, and what is wrong is named', async () => {
    const wrong = async (path: string) => {
      const { status, body } = await ask(path, 'operator');
      return [status, (body as { path?: string }).path];
    };
    expect(await wrong('/api/geo/at?lon=&lat=')).toEqual([400, 'lon']);
    expect(await wrong('/api/geo/at?lon=4.35&lat=x5')).toEqual([400, 'lat']);
    expect(await wrong('/api/geo/search?q=elsene&limit=0')).toEqual([400, 'limit']);
  });

  it('[geo] the same ground is not sent twice', async () => {
    const first = await fetch(`${belfry.url}/api/geo`, {
      headers: { cookie: cookies['operator']! },
    });
    const etag = first.headers.get('etag')!;
    const again = await fetch(`${belfry.url}/api/geo`, {
      headers: { cookie: cookies['operator']!, 'if-none-match': etag },
    });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
  });

  it('[geo] finds by name, and knows a position when it sees one', async () => {
    const { hits } = await seek('maalbek');
    expect(hits[0]).toMatchObject({ kind: 'metro-station', nl: 'Maalbeek', fr: 'Maelbeek' });
    expect(hits[0]!.in).toEqual({ nl: 'Brussel', fr: 'Bruxelles' });
    expect((await seek('cordy koekelberg')).hits[0]?.kind).toBe('portal');
    expect((await seek('bois de la cambre')).hits[0]).toMatchObject({ nl: 'Ter Kamerenbos' });
    expect((await seek('50.8467, 4.3525')).position).toEqual([4.3525, 50.8467]);
    expect((await seek('148944 170632')).position).toBeDefined();
  });

  it('[geo] tells whose a point is and who is near', async () => {
    const { body } = await ask('/api/geo/at?lon=4.3815&lat=50.8085', 'operator');
    expect(body).toMatchObject({
      municipality: { nl: 'Brussel' },
      zone: { id: '5339' },
      nearest: { hospital: { kind: 'hospital' }, 'fire-station': { kind: 'fire-station' } },
    });
  });

  it.each([
    ['/api/geo/at?lon=400&lat=50', 'GET', undefined],
    ['/api/geo/at?lon=x&lat=50', 'GET', undefined],
    ['/api/geo/search', 'GET', undefined],
    [`/api/geo/search?q=${'a'.repeat(300)}`, 'GET', undefined],
    ['/api/geo/search?q=a&limit=1000', 'GET', undefined],
    ['/api/geo/inside', 'POST', {}],
    ['/api/geo/inside', 'POST', { shape: { form: 'circle', center: [4.3, 50.8], radius: -1 } }],
    ['/api/geo/inside', 'POST', { shape: { form: 'circle', center: [4.3, 50.8], radius: 1e9 } }],
    ['/api/geo/inside', 'POST', { shape: { form: 'polygon', ring: [[4.3, 50.8]] } }],
    ['/api/geo/inside', 'POST', { shape: { form: 'polygon', ring: [[4.3, 50.8], [4.4, 50.9], [4.4, 50.8], [4.3, 50.9]] } }], // prettier-ignore
    ['/api/geo/inside', 'POST', { shape: { form: 'polygon', ring: [[4.3, 50.8], [4.4, 50.8], [4.5, 50.8]] } }], // prettier-ignore
    ['/api/geo/inside', 'POST', { shape: { form: 'sector', origin: [4.3, 50.8], bearing: 400, angle: 60, length: 500 } }], // prettier-ignore
  ])('[geo] %s %s %j is refused', async (path, _method, json) => {
    const reply = await ask(path, 'operator', json === undefined ? {} : { json });
    expect(reply.status).toBe(400);
    expect((reply.body as { code: string }).code).toMatch(/^(invalid|shape-)/);
  });

  it('[geo] an imported border is the one that lookups use, at once and without a restart', async () => {
    const at = async () =>
      (
        (await ask('/api/geo/at?lon=4.3815&lat=50.8085', 'operator')).body['municipality'] as
          { nl: string } | undefined
      )?.nl;
    expect(await at()).toBe('Brussel');
    const square = (west: number, south: number) => ({
      type: 'Polygon',
      coordinates: [[[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]]], // prettier-ignore
    });
    const file = join(data, 'ukkel.geojson');
    const feature = {
      type: 'Feature',
      properties: { national_code: '21016', name_fr: 'Uccle', name_nl: 'Ukkel' },
      geometry: square(4.378, 50.805),
    };
    const brussel = {
      type: 'Feature',
      properties: { national_code: '21004', name_fr: 'Bruxelles', name_nl: 'Brussel' },
      geometry: square(4.35, 50.84),
    };
    writeFileSync(
      file,
      JSON.stringify({ type: 'FeatureCollection', features: [feature, brussel] }),
    );
    const { municipalities } = readBuiltIn('config');
    await importFile({
      ...{ file, folder: geoFolder(data), as: 'municipalities', partial: true },
      ...{ municipalities, kinds: ['municipality'], now: new Date() },
    });
    await expect.poll(at, { timeout: 15_000 }).toBe('Ukkel');
  });
});
