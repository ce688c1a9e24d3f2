import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zxyToTileId } from 'pmtiles';
import { PbfWriter } from 'pbf';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../../server/geo/archive.ts';
import { GeoRefused } from '../../server/geo/refused.ts';
import {
  makeArchive,
  makeDirectory,
  makeTile,
  OVER_BRUSSELS,
  POND,
  type ArchiveParts,
} from './field-archive.ts';
import { openDesk } from './import-given.ts';

/** An archive is taken only when what the map will ask of it is there. */
const folder = mkdtempSync(join(tmpdir(), 'belfry-archive-'));
const fixtures = fileURLToPath(new URL('../../../shared/fixtures/geo', import.meta.url));
let count = 0;
const put = (bytes: Uint8Array): string => {
  const file = join(folder, `${++count}.pmtiles`);
  writeFileSync(file, bytes);
  return file;
};
async function why(given: Uint8Array | ArchiveParts): Promise<string> {
  const bytes = given instanceof Uint8Array ? given : makeArchive(given);
  const error = await checkArchive(put(bytes), 'whole').catch((caught: unknown) => caught);
  if (error instanceof GeoRefused) return error.message;
  throw error instanceof Error ? error : new Error('it was taken');
}
const tile = (bytes: Uint8Array) => [{ ...OVER_BRUSSELS[0]!, bytes }];
const altered = (change: (bytes: Buffer) => void) => {
  const bytes = makeArchive();
  change(bytes);
  return bytes;
};

describe('an archive', () => {
  it('that is right is taken, also with leaf directories', async () => {
    for (const leaves of [false, true])
      expect(await checkArchive(put(makeArchive({ leaves })), 'whole')).toMatchObject({
        tiles: 'vector',
        layers: ['water'],
        count: 3,
      });
  });

  it('that is cut off anywhere is refused', async () => {
    const whole = makeArchive({ leaves: true });
    for (let length = 0; length < whole.length; length += 1)
      expect([length, await why(whole.subarray(0, length))]).toEqual([
        length,
        expect.stringMatching(/cut off/),
      ]);
  });

  it.each<[string, Uint8Array | ArchiveParts, string]>([
    ['is something else', Buffer.alloc(500, 'x'), 'header: is no PMTiles file'],
    [
      'is of version 2',
      Buffer.concat([Buffer.from('PM\x02\x00'), Buffer.alloc(500)]),
      'header: PMTiles version 2; version 3 is read',
    ],
    [
      'is of version 4',
      altered((bytes) => (bytes[7] = 4)),
      'header: PMTiles version 4; version 3 is read',
    ],
    [
      'is packed with brotli',
      altered((bytes) => (bytes[97] = 3)),
      'header: the directories are packed in a way that browsers do not read (3)',
    ],
    [
      'has tiles packed with zstd',
      altered((bytes) => (bytes[98] = 4)),
      'header: the tiles are packed in a way that browsers do not read (4)',
    ],
    [
      'has tiles of an unknown type',
      altered((bytes) => (bytes[99] = 9)),
      'header: tiles of type 9',
    ],
    [
      'has pictures that are none',
      altered((bytes) => (bytes[99] = 2)),
      'tile 10/524/343: is not the kind of picture',
    ],
    ['has zooms turned round', { minZoom: 14, maxZoom: 3 }, 'header: zooms 14 to 3'],
    [
      'has a tile of another zoom',
      { maxZoom: 11 },
      'tile 12/2097/1373: the header knows zooms 10 to 11',
    ],
    [
      'lies elsewhere',
      { bounds: [2.2, 48.8, 2.5, 48.9] },
      'header: bounds 2.2, 48.8, 2.5, 48.9 lie outside Belgium',
    ],
    ['has no extent', { bounds: [4.3, 50.8, 4.3, 50.8] }, 'header: bounds 4.3, 50.8, 4.3, 50.8'],
    ['has metadata that is no JSON', { rawMetadata: gzipSync('{') }, 'metadata: is not JSON'],
    [
      'has metadata that is not packed',
      { rawMetadata: Buffer.from('{}') },
      'metadata: incorrect header check',
    ],
    ['names no layers', { metadata: {} }, 'metadata: names no layers'],
    [
      'names layers by numbers',
      { metadata: { vector_layers: [{ id: 7 }] } },
      'metadata: vector_layers.0.id',
    ],
    [
      'has no tiles',
      { rawRoot: makeDirectory([]), minZoom: 1, maxZoom: 1 },
      'root directory: claims 0 entries',
    ],
    [
      'has a tile outside the file',
      {
        rawRoot: makeDirectory([
          { id: zxyToTileId(10, 524, 343), offset: 5_000, length: 9, run: 1 },
        ]),
      },
      'lies outside the tiles',
    ],
    [
      'has an empty tile',
      { rawRoot: makeDirectory([{ id: 5, offset: 0, length: 0, run: 1 }]) },
      'root directory: entry 0 is empty',
    ],
    [
      'has a leaf outside',
      { rawRoot: makeDirectory([{ id: 5, offset: 0, length: 9, run: 0 }]) },
      'leaf directory 1: lies outside the leaf directories',
    ],
    [
      'claims more entries than there are',
      { rawRoot: makeDirectory([], 1e15) },
      'root directory: claims 1000000000000000 entries',
    ],
    [
      'has a directory that ends too early',
      { rawRoot: gzipSync(new Uint8Array([1, 0x80, 0x80, 0x80, 0x80])) },
      'root directory: ',
    ],
    [
      'has a tile that is none',
      { tiles: tile(gzipSync(Buffer.alloc(64, 0xff))) },
      'tile 10/524/343: ',
    ],
    [
      'has a tile that is not packed',
      { tiles: tile(makeTile([POND])) },
      'tile 10/524/343: incorrect header check',
    ],
    [
      'has a tile that is cut off',
      { tiles: tile(gzipSync(makeTile([POND])).subarray(0, 30)) },
      'tile 10/524/343: unexpected end of file',
    ],
    [
      'has a tile of a strange size',
      { tiles: tile(gzipSync(strangeExtent())) },
      'tile 10/524/343: layer water has extent 0',
    ],
  ])('that %s is refused', async (_what, given, words) => {
    expect(await why(given)).toContain(words);
  });

  it('that unpacks to more than anything of its sort is refused, quickly and in bounded memory', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage.rss();
    expect(await why({ rawMetadata: bomb })).toBe('metadata: unpacks to more than 16777216 bytes');
    expect(await why({ tiles: tile(bomb) })).toBe(
      'tile 10/524/343: unpacks to more than 16777216 bytes',
    );
    expect(await why({ rawRoot: gzipSync(Buffer.alloc(17 * 1024 * 1024), { level: 9 }) })).toMatch(
      /root directory/,
    );
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 1024 * 1024);
  });

  it('with any bytes altered is taken or refused, never anything else', async () => {
    const whole = makeArchive({ leaves: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          const error = await checkArchive(put(bytes), 'whole').catch((caught: unknown) => caught);
          if (error instanceof Error) expect(error).toBeInstanceOf(GeoRefused);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that is refused leaves the one that is there as it is', async () => {
    const desk = openDesk();
    await desk.take(makeArchive(), { as: 'water' });
    const before = desk.manifest();
    const files = () => readdirSync(join(desk.folder, 'field'));
    expect(files()).toEqual(['water.1.pmtiles']);
    const cut = makeArchive().subarray(0, 300);
    expect(await desk.refused(cut, { as: 'water' })).toMatch(/given-2\.geojson: .* cut off/);
    // Right at a first look, wrong where it is looked through.
    const tiles = OVER_BRUSSELS.map((at, i) => ({ ...at, bytes: gzipSync(makeTile([POND])), i }));
    const late = [1, 2, 3, 4].map((x) => ({
      z: 12,
      x: 2097 + x,
      y: 1373,
      bytes: Buffer.alloc(40, 7),
    }));
    expect(
      await desk.refused(makeArchive({ tiles: [...tiles, ...late] }), { as: 'water' }),
    ).toMatch(/tile 12\/\d+\/1373: /);
    expect(desk.manifest()).toBe(before);
    expect(files()).toEqual(['water.1.pmtiles']);
  });
});

/** A layer without an extent has 4096; this one says 0. */
function strangeExtent(): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeMessage(
    3,
    (_: undefined, layer: PbfWriter) => {
      layer.writeVarintField(15, 2);
      layer.writeStringField(1, 'water');
      layer.writeMessage(
        2,
        (__: undefined, feature: PbfWriter) => feature.writeVarintField(3, 1),
        undefined,
      );
      layer.writeVarintField(5, 0);
    },
    undefined,
  );
  return pbf.finish();
}

describe.skipIf(!existsSync(fixtures))('real archives', () => {
  it('are taken when they are whole, and refused when their end is missing', async () => {
    const desk = openDesk();
    for (const name of readdirSync(fixtures).filter((one) => one.endsWith('.pmtiles')))
      expect(await desk.take(undefined, { file: join(fixtures, name) })).toMatchObject({
        sort: 'field',
      });
  });
});
