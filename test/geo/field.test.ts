import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer, get as plainGet, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { FetchSource, PMTiles } from 'pmtiles';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldTold } from '../../shared/geo/field.ts';
import { fieldHosts, FieldMap, openField, type Field } from '../../server/geo/field.ts';
import { stepBack } from '../../server/geo/editions.ts';
import { openImported, type ImportedLayers } from '../../server/geo/imported.ts';
import { onError } from '../../server/http/answer.ts';
import { fieldRouter } from '../../server/http/field.ts';
import { ask } from '../fake/http.ts';
import { makeArchive } from './field-archive.ts';
import { openDesk, type Desk } from './import-given.ts';

/** Tiles of our own server: what is told of them, who gets them, and how by ranges. */
const fixtures = fileURLToPath(new URL('../../../shared/fixtures/geo', import.meta.url));
let folder: string;
let desk: Desk;
let imported: ImportedLayers;
let field: Field | undefined;
let server: Server | undefined;
let told: string[];
let url: string;
let signedIn: boolean;

beforeEach(async () => {
  // A dot in the path must not hide the files below it.
  folder = join(mkdtempSync(join(tmpdir(), 'belfry-field-')), '.tiles');
  mkdirSync(folder);
  desk = openDesk();
  imported = await openImported(desk.folder, () => {}, 20);
  told = [];
  signedIn = true;
});
afterEach(() => {
  field?.close();
  imported.close();
  server?.close();
  server = undefined;
});

async function open(config: unknown): Promise<void> {
  field = await openField({
    config: FieldMap.parse(config),
    imported,
    warn: (message) => told.push(message),
  });
  const app = express();
  app.use('/api', (_request, response, next) => {
    response.set('cache-control', 'no-store');
    if (signedIn) response.locals['who'] = {};
    next();
  });
  app.use('/api', fieldRouter(field));
  app.use(onError(() => {}));
  server = createServer(app);
  await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
function put(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${url}${path}`, { method, headers });
const TILES = '/api/map/tiles/water.pmtiles';

describe('what there is', () => {
  it('is told with zooms, bounds, layers and an attribution that is text', async () => {
    const attribution = '<a href="javascript:x">OpenMapTiles</a> &copy; <img src=x onerror=y>OSM';
    await open([
      {
        pmtiles: put(
          'Water.pmtiles',
          makeArchive({ metadata: { vector_layers: [{ id: 'water' }], attribution } }),
        ),
      },
    ]);
    const { body } = await ask(url, '/api/map/field');
    const source = {
      id: 'water',
      url: TILES,
      tiles: 'vector',
      layers: ['water'],
      minzoom: 10,
      maxzoom: 12,
      bounds: [4.2, 50.7, 4.5, 50.95],
      attribution: 'OpenMapTiles © OSM',
    };
    expect(body).toEqual({ sources: [source] });
    // The console reads what the server tells.
    const same = body as FieldTold;
    expect(same.sources).toHaveLength(1);
  });

  it('leaves out and names a file that is missing, cut off or foreign; the others stand', async () => {
    const whole = makeArchive();
    await open([
      { pmtiles: put('cut.pmtiles', whole.subarray(0, whole.length - 10)) },
      { pmtiles: put('foreign.pmtiles', Buffer.from('SQLite format 3\0'.repeat(20))) },
      { pmtiles: join(folder, 'none.pmtiles') },
      { pmtiles: put('good.pmtiles', whole) },
    ]);
    expect(told.map((one) => /(\w+)\.pmtiles/.exec(one)?.[1])).toEqual(['cut', 'foreign', 'none']);
    expect(field!.told().sources.map(({ id }) => id)).toEqual(['good']);
  });

  it('nothing: the built-in ground stands alone', async () => {
    await open(undefined);
    expect((await ask(url, '/api/map/field')).body).toEqual({ sources: [] });
    expect((await get(TILES)).status).toBe(404);
  });

  it('comes with an import and goes with it, without a restart', async () => {
    await open([{ pmtiles: put('water.pmtiles', makeArchive()) }]);
    await desk.take(makeArchive({ bounds: [4.3, 50.8, 4.4, 50.9] }), { as: 'water' });
    await vi.waitFor(() => expect(field!.told().sources[0]!.bounds[0]).toBe(4.3));
    await desk.take(makeArchive(), { as: 'roads' });
    await vi.waitFor(() =>
      expect(field!.told().sources.map(({ id }) => id)).toEqual(['water', 'roads']),
    );
    expect(field!.file('water')).toBe(join(desk.folder, 'field/water.1.pmtiles'));
  });

  it('an edition that has the file of one that was taken back is looked at anew', async () => {
    const from = (west: number) => makeArchive({ bounds: [west, 50.8, 4.4, 50.9] });
    await desk.take(from(4.31), { as: 'roads' });
    await desk.take(from(4.32), { as: 'roads' });
    imported.close();
    // Slow enough to see only the end of it.
    imported = await openImported(desk.folder, () => {}, 1_000);
    await open(undefined);
    const west = () => field!.told().sources[0]!.bounds[0];
    expect(west()).toBe(4.32);
    await stepBack(desk.folder, 'roads');
    await desk.take(from(4.33), { as: 'roads', now: new Date('2026-11-24T13:00:00Z') });
    expect(field!.file('roads')).toBe(join(desk.folder, 'field/roads.2.pmtiles'));
    await vi.waitFor(() => expect(west()).toBe(4.33), 5_000);
  });

  it('two files of one name have ids of their own', async () => {
    mkdirSync(join(folder, 'x'));
    await open([
      { pmtiles: put('a b.pmtiles', makeArchive()) },
      { pmtiles: put('x/a-b.pmtiles', makeArchive()) },
    ]);
    expect(field!.told().sources.map(({ id }) => id)).toEqual(['a-b', 'a-b-2']);
  });
});

describe('the setting', () => {
  it('is a list of files or one style; its hosts are known for the content security policy', async () => {
    const style = FieldMap.parse({
      style: 'https://kaart.voorbeeld.brussels/style.json',
      hosts: ['https://tegels.voorbeeld.brussels'],
    });
    expect(fieldHosts(style)).toEqual([
      'https://kaart.voorbeeld.brussels',
      'https://tegels.voorbeeld.brussels',
    ]);
    expect(fieldHosts(FieldMap.parse([{ pmtiles: 'x.pmtiles' }]))).toEqual([]);
    await open(style);
    expect(field!.told()).toEqual({
      sources: [],
      style: 'https://kaart.voorbeeld.brussels/style.json',
    });
  });

  it.each([
    ['x.pmtiles'],
    [{ style: 'javascript:alert(1)' }],
    [{ style: 'file:///etc/passwd' }],
    [[{ pmtiles: '' }]],
    [[{ style: 'https://x.example' }]],
    [{}],
  ])('%j is refused', (value) => {
    expect(FieldMap.safeParse(value).success).toBe(false);
  });
});

describe('tiles by ranges (RFC 9110 §14)', () => {
  const bytes = makeArchive();
  beforeEach(() => open([{ pmtiles: put('water.pmtiles', bytes) }]));

  it('a range, the end, and the whole file', async () => {
    const part = await get(TILES, { range: 'bytes=0-6' });
    expect(part.status).toBe(206);
    expect(await part.text()).toBe('PMTiles');
    expect(part.headers.get('content-range')).toBe(`bytes 0-6/${bytes.length}`);
    expect(part.headers.get('accept-ranges')).toBe('bytes');
    expect(part.headers.get('content-type')).toBe('application/vnd.pmtiles');
    const end = await get(TILES, { range: 'bytes=-3' });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(bytes.subarray(-3));
    const beyond = await get(TILES, { range: `bytes=${bytes.length - 2}-${bytes.length + 900}` });
    expect([beyond.status, (await beyond.arrayBuffer()).byteLength]).toEqual([206, 2]);
    const whole = await get(TILES);
    expect([whole.status, Buffer.from(await whole.arrayBuffer()).equals(bytes)]).toEqual([
      200,
      true,
    ]);
    const head = await get(TILES, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  });

  it('a range that is none is 416 with the size, or the whole file', async () => {
    const outside = await get(TILES, { range: `bytes=${bytes.length}-` });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([
      416,
      `bytes */${bytes.length}`,
    ]);
    expect([outside.headers.get('etag'), await outside.text()]).toEqual([null, '']);
    for (const range of ['bytes=x', 'lines=1-2', 'bytes=0-1,3-4']) {
      const answer = await get(TILES, { range });
      expect([range, answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([
        range,
        200,
        bytes.length,
      ]);
    }
  });

  it('a strong mark of the edition: 304 when it is the same, no range of another edition', async () => {
    const first = await get(TILES, { range: 'bytes=0-6' });
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[^"]+"$/);
    // Not by `fetch`: with such a header it asks for no cached answer as well.
    const status = await new Promise<number | undefined>((answer) =>
      plainGet(`${url}${TILES}`, { headers: { 'if-none-match': etag } }, (response) => {
        response.resume();
        answer(response.statusCode);
      }),
    );
    expect(status).toBe(304);
    expect((await get(TILES, { range: 'bytes=0-6', 'if-range': etag })).status).toBe(206);
    appendFileSync(join(folder, 'water.pmtiles'), 'x');
    const changed = await get(TILES, { range: 'bytes=0-6', 'if-range': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('only for who is signed in; nothing beside the files that are named', async () => {
    for (const path of [
      'none.pmtiles',
      '..%2f..%2fetc%2fpasswd.pmtiles',
      'water',
      '__proto__.pmtiles',
    ])
      expect([path, (await get(`/api/map/tiles/${path}`)).status]).toEqual([path, 404]);
    signedIn = false;
    for (const path of [TILES, '/api/map/field']) {
      const answer = await ask(url, path);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'signed-out']);
    }
  });

  it('as the map reads them', async () => {
    const tiles = new PMTiles(new FetchSource(`${url}${TILES}`));
    expect(await tiles.getHeader()).toMatchObject({ minZoom: 10, maxZoom: 12 });
    const tile = await tiles.getZxy(12, 2097, 1373);
    expect(Buffer.from(tile!.data).includes('Vijver')).toBe(true);
  });
});

describe.skipIf(!existsSync(fixtures))('real archives', () => {
  it('all are served, the same byte by byte', async () => {
    const files = readdirSync(fixtures).filter((name) => name.endsWith('.pmtiles'));
    await open(files.map((name) => ({ pmtiles: join(fixtures, name) })));
    expect(told).toEqual([]);
    const { sources } = field!.told();
    expect(sources).toHaveLength(files.length);
    for (const [i, { url: path, attribution }] of sources.entries()) {
      const bytes = readFileSync(join(fixtures, files[i]!));
      const answer = await get(path, { range: 'bytes=100-9999' });
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(100, 10_000))).toBe(
        true,
      );
      expect(attribution).toBe('© OpenStreetMap contributors');
    }
  });
});
