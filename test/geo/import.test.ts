import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { middleOf } from '../../shared/geo/feature.ts';
import { geoFolder, readManifest } from '../../server/geo/manifest.ts';
import { removeLayer, stepBack } from '../../server/geo/editions.ts';
import {
  collection,
  municipalities,
  openDesk,
  point,
  polygon,
  square,
  thing,
  urbis,
} from './import-given.ts';

/** What an import makes of official layers, and of several editions of them. Bad files: `import-refused.test.ts`. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(root, '../shared/fixtures/geo');

describe('the municipalities', () => {
  it('are known by their NIS code, with names and ids as the map has them', async () => {
    const desk = openDesk();
    const done = await desk.take(urbis());
    expect(done).toMatchObject({ layer: 'municipalities', sort: 'features' });
    expect(done.edition).toMatchObject({ number: 1, count: 19, notes: [] });
    const features = desk.features('municipalities');
    expect(features.map(({ id }) => id).sort()).toEqual(municipalities.map(({ id }) => id).sort());
    expect(features.find(({ id }) => id === 'elsene')!.properties).toEqual({
      id: 'elsene',
      kind: 'municipality',
      nis: 21009,
      nl: 'Elsene',
      fr: 'Ixelles',
      en: 'Elsene / Ixelles',
    });
  });

  it('are known by a name where there is no code, written anyhow', async () => {
    const desk = openDesk();
    const given = urbis();
    for (const feature of given.features as { properties: Record<string, string> }[])
      feature.properties = {
        nom: feature.properties['NAMEFRE']!.toUpperCase().replaceAll('-', ' '),
      };
    await desk.take(given, { as: 'municipalities' });
    expect(desk.features('municipalities')).toHaveLength(19);
  });

  it('may be some of them when that is said; those of elsewhere are left out', async () => {
    const desk = openDesk();
    const given = urbis();
    const elsewhere = thing(polygon(square(4.6, 50.9)), {
      NISCODE: '23088',
      NAMEDUT: 'Vilvoorde',
      NAMEFRE: 'Vilvorde',
    });
    const some = collection(...given.features.slice(0, 3), elsewhere);
    expect(await desk.refused(some, { as: 'municipalities' })).toMatch(
      /feature 3 \("Vilvoorde"\): is none of the region's 19 municipalities\nmissing: /,
    );
    const { edition } = await desk.take(some, { as: 'municipalities', partial: true });
    expect(edition).toMatchObject({ count: 3, notes: ['1 left out: not of the region'] });
  });
});

describe('other layers', () => {
  it('addresses: street, number, municipality in both languages; boxes are one address', async () => {
    const desk = openDesk();
    const address = (number: string, box: string, more = {}) =>
      thing(point(4.35, 50.85), {
        STRNAMEFRE: 'Rue de la Loi',
        STRNAMEDUT: 'Wetstraat',
        POLICENUM: number,
        BOXNUMBER: box,
        ZIPCODE: 1000,
        MUNNAMEFRE: 'Bruxelles',
        MUNNAMEDUT: 'Brussel',
        ...more,
      });
    const { layer, edition } = await desk.take(
      collection(address('16', ''), address('16', '2'), address('18', '')),
    );
    expect(layer).toBe('addresses');
    expect(edition.notes).toEqual(['1 boxes and repeats of an address were left out']);
    expect(desk.features('addresses').map(({ properties }) => properties)).toMatchObject([
      {
        id: 'addresses-nr-1',
        kind: 'address',
        nl: 'Wetstraat 16',
        fr: 'Rue de la Loi 16',
        street: { nl: 'Wetstraat', fr: 'Rue de la Loi' },
        number: '16',
        postcode: '1000',
        municipality: { nl: 'Brussel', fr: 'Bruxelles' },
      },
      { id: 'addresses-nr-3', nl: 'Wetstraat 18' },
    ]);
  });

  it('streets: one name for both languages is parted, the pieces of a street are joined', async () => {
    const desk = openDesk();
    const piece = (name: string, lon: number) =>
      thing(
        {
          type: 'LineString',
          coordinates: [
            [lon, 50.85],
            [lon + 0.001, 50.85],
          ],
        },
        { name },
      );
    await desk.take(
      collection(
        piece('Avenue Louise - Louizalaan', 4.36),
        piece('Avenue Louise - Louizalaan', 4.361),
        piece("Rue de l'Église - Kerkstraat", 4.3),
        piece("Rue de l'Église - Kerkstraat", 4.4),
        piece('Louizagalerij - Galerie Louise', 4.36),
        piece('Stalle - Kalevoet - Stalle - Calevoet', 4.34),
        piece('Roeierspad', 4.35),
      ),
      { as: 'streets' },
    );
    const told = desk
      .features('streets')
      .map(({ geometry, properties }) => [properties.nl, properties.fr, geometry.type]);
    expect(told).toEqual([
      ['Louizalaan', 'Avenue Louise', 'MultiLineString'],
      ['Kerkstraat', "Rue de l'Église", 'LineString'],
      ['Kerkstraat', "Rue de l'Église", 'LineString'],
      ['Louizagalerij', 'Galerie Louise', 'LineString'],
      ['Stalle - Calevoet', 'Stalle - Kalevoet', 'LineString'],
      ['Roeierspad', 'Roeierspad', 'LineString'],
    ]);
  });

  it('anything else by its kind; what its source says besides cannot be taken for ours', async () => {
    const desk = openDesk();
    const { edition } = await desk.take(
      collection(
        thing(point(4.35, 50.85), {
          name: 'Ziekenhuis',
          id: 7,
          ends: 'x',
          kind: 'camera',
          stream: 'rtsp://x',
          manager: 'y',
        }),
        thing(point(4.36, 50.85), { 'name:fr': 'Hôpital', alt_name: 'CHU' }),
      ),
      { as: 'hospital' },
    );
    expect(edition.notes).toEqual([]);
    expect(desk.features('hospital').map(({ properties }) => properties)).toEqual([
      {
        id: 'hospital-7',
        kind: 'hospital',
        nl: 'Ziekenhuis',
        fr: 'Ziekenhuis',
        en: 'Ziekenhuis',
        facts: { id: 7, ends: 'x', kind: 'camera', stream: 'rtsp://x', manager: 'y' },
      },
      {
        id: 'hospital-nr-2',
        kind: 'hospital',
        nl: 'Hôpital',
        fr: 'Hôpital',
        en: 'Hôpital',
        also: ['CHU'],
        facts: { altname: 'CHU' },
      },
    ]);
    const other = await desk.take(collection(thing(point(4.35, 50.85), { name: 'Kraan' })), {
      as: 'hydrant',
    });
    expect(other.edition.notes).toEqual([
      'no layer of config/geo/layers.yaml shows the kind "hydrant" yet',
    ]);
  });

  it('heights are dropped and counted, rings run the right way round, repeats go', async () => {
    const desk = openDesk();
    const ring = square(4.35, 50.85).reverse();
    const { edition } = await desk.take(
      collection(
        thing(polygon([ring[0]!, ...ring].map(([lon, lat]) => [lon, lat, 17])), { name: 'A' }),
      ),
      { as: 'hospital' },
    );
    expect(edition.notes).toEqual([
      'the height of 6 positions was dropped',
      '1 repeated positions were dropped',
      '1 rings were turned round (RFC 7946 §3.1.6)',
    ]);
    expect(desk.features('hospital')[0]!.geometry).toEqual(polygon(square(4.35, 50.85)));
  });

  it('Lambert 72 is turned into WGS 84 when the file or the command says that it is', async () => {
    const desk = openDesk();
    // The Grote Markt of Brussels.
    const given = collection(thing(point(148_856, 170_700), { name: 'Grote Markt' }));
    const asked = await desk.take(given, { as: 'hospital', crs: 'EPSG:31370' });
    const said = {
      ...given,
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::31370' } },
    };
    const own = await desk.take(said, { as: 'hospital' });
    for (const { edition } of [asked, own])
      expect(edition.notes).toEqual(['coordinates turned from EPSG:31370 into WGS 84']);
    const [lon, lat] = middleOf(desk.features('hospital')[0]!);
    expect(lon).toBeCloseTo(4.3525, 3);
    expect(lat).toBeCloseTo(50.8467, 3);
  });
});

describe('editions', () => {
  const hospital = (name: string) => collection(thing(point(4.35, 50.85), { name }));
  const names = (desk: ReturnType<typeof openDesk>) =>
    desk.features('hospital').map(({ properties }) => properties.nl);

  it('the last three are kept, with date, source, sha256 and count; the one before can be put back', async () => {
    const desk = openDesk();
    for (const name of ['een', 'twee', 'drie', 'vier'])
      await desk.take(hospital(name), { as: 'hospital' });
    const { layers } = await readManifest(desk.folder);
    expect(layers['hospital']!.editions.map(({ number }) => number)).toEqual([4, 3, 2]);
    expect(layers['hospital']!.editions[0]).toMatchObject({
      at: '2026-11-24T12:00:00.000Z',
      count: 1,
      source: {
        name: 'given-4.geojson',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    });
    expect(readdirSync(join(desk.folder, 'layer')).sort()).toEqual(
      [2, 3, 4].map((number) => `hospital.${number}.ndjson`),
    );
    expect(names(desk)).toEqual(['vier']);
    expect(await stepBack(desk.folder, 'hospital')).toBe(true);
    expect(names(desk)).toEqual(['drie']);
    expect(await stepBack(desk.folder, 'hospital')).toBe(true);
    expect(await stepBack(desk.folder, 'hospital')).toBe(false);
    expect(await removeLayer(desk.folder, 'hospital')).toBe(true);
    expect(await removeLayer(desk.folder, 'hospital')).toBe(false);
    expect(readdirSync(join(desk.folder, 'layer'))).toEqual([]);
  });

  it('of two imports at once both are there afterwards, or the second is told of the first', async () => {
    const desk = openDesk();
    const done = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) => desk.take(hospital(name), { as: `layer-${name}` })),
    );
    const { layers } = await readManifest(desk.folder);
    const taken = done.filter(({ status }) => status === 'fulfilled').length;
    expect(taken).toBeGreaterThan(0);
    expect(Object.keys(layers)).toHaveLength(taken);
    for (const one of done)
      if (one.status === 'rejected')
        expect(String(one.reason)).toContain('another import is running');
  });

  it('of eight processes at once, after one that died, none is told that it is in force and is not', async () => {
    const data = mkdtempSync(join(tmpdir(), 'belfry-geo-'));
    const folder = geoFolder(data);
    mkdirSync(folder);
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, '.lock'), String(gone));
    const given = join(data, 'given.geojson');
    writeFileSync(given, JSON.stringify(hospital('een')));
    const ends = await Promise.all(
      Array.from({ length: 8 }, (_, i) => {
        const options = ['--as', `layer-${i}`, '--data', data];
        const child = spawn(process.execPath, ['server/cli/geo.ts', 'import', given, ...options]);
        return new Promise<number | null>((end) => child.on('exit', end));
      }),
    );
    const { layers } = await readManifest(folder);
    const taken = [...ends.entries()].filter(([, code]) => code === 0).map(([i]) => `layer-${i}`);
    expect(taken.length).toBeGreaterThan(0);
    expect(Object.keys(layers).sort()).toEqual(taken.sort());
  }, 60_000);

  it('the lock goes with the process that held it, and what it left half done is cleared away', async () => {
    const desk = openDesk();
    await desk.take(hospital('een'), { as: 'hospital' });
    const lock = new URL('../../server/geo/lock.ts', import.meta.url).href;
    const hold = `import { withLock } from ${JSON.stringify(lock)};
      await withLock(${JSON.stringify(desk.folder)}, async () => {
        console.log('held');
        await new Promise((end) => setTimeout(end, 60_000));
      });`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', hold]);
    await once(holder.stdout, 'data');
    expect(await desk.refused(hospital('twee'), { as: 'hospital' })).toContain(
      'another import is running',
    );
    const orphans = ['layer/hospital.2.ndjson.0b1e.tmp', 'field/tiles.1.pmtiles'];
    for (const file of orphans) writeFileSync(join(desk.folder, file), 'half');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await desk.take(hospital('twee'), { as: 'hospital' });
    expect(names(desk)).toEqual(['twee']);
    expect(orphans.filter((file) => existsSync(join(desk.folder, file)))).toEqual([]);
    // The edition before is no orphan.
    await stepBack(desk.folder, 'hospital');
    expect(names(desk)).toEqual(['een']);
  });

  it('a layer may have the name of something that every object has', async () => {
    const desk = openDesk();
    await desk.take(hospital('een'), { as: 'constructor' });
    expect(desk.features('constructor')[0]!.properties.kind).toBe('constructor');
  });

  it('[P4.42] a camera keeps nothing that could be the address of its picture', async () => {
    const desk = openDesk();
    const given = { name: 'Kruispunt', stream: 'rtsp://camera.voorbeeld.brussels' };
    await desk.take(collection(thing(point(4.35, 50.85), given)), { as: 'camera' });
    expect(JSON.stringify(desk.features('camera'))).not.toContain('rtsp');
  });
});

describe('the command', () => {
  it('imports, lists, steps back, removes, and says no with a reason and an exit code', () => {
    const data = mkdtempSync(join(tmpdir(), 'belfry-geo-'));
    const run = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['server/cli/geo.ts', ...args, '--data', data],
        { cwd: root, encoding: 'utf8' },
      );
      return { status, out: stdout + stderr };
    };
    const good = join(data, 'good.geojson');
    const bad = join(data, 'bad.geojson');
    writeFileSync(good, JSON.stringify(urbis()));
    writeFileSync(bad, JSON.stringify(collection(thing(point(50.85, 4.35), { name: 'A' }, 'x1'))));
    expect(run('list')).toEqual({ status: 0, out: 'Nothing is imported.\n' });
    expect(run('import', good).out).toBe('municipalities: 19 features, edition 1, in force\n');
    const no = run('import', bad, '--as', 'hospital');
    expect(no.status).toBe(1);
    expect(no.out).toBe(
      'Refused; nothing was changed.\nfeature 0 (id x1, "A"), coordinates: [50.85, 4.35] has latitude and longitude swapped; GeoJSON puts the longitude first\n',
    );
    expect(run('list').out).toMatch(
      /^municipalities \(features\)\n {2}in force {2}1 .* good\.geojson/,
    );
    expect(run('back', 'municipalities')).toMatchObject({ status: 1 });
    expect(run('remove', 'municipalities')).toEqual({ status: 0, out: '' });
    expect(run('import', join(data, 'none.geojson')).out).toContain('ENOENT');
    expect(run('import')).toMatchObject({ status: 1 });
    expect(run('--help').out).toContain('1,000,000 positions');
  });
});

describe.skipIf(!existsSync(fixtures))('real layers', () => {
  it('UrbIS municipalities and region, and the streets of OpenStreetMap', async () => {
    const desk = openDesk();
    const given = (name: string) => desk.take(undefined, { file: join(fixtures, name) });
    expect(await given('municipalities.geojson')).toMatchObject({
      layer: 'municipalities',
      edition: { count: 19 },
    });
    expect(await given('region-boundary.geojson')).toMatchObject({
      layer: 'region',
      edition: { count: 1 },
    });
    expect(await given('street-ways.geojson')).toMatchObject({ layer: 'streets' });
    const streets = desk.features('streets').map(({ properties }) => properties);
    expect(streets.find(({ fr }) => fr === 'Avenue des Ébéniers')).toMatchObject({
      nl: 'Ebbebomenlaan',
    });
    const whole = JSON.parse(readFileSync(join(fixtures, 'municipalities.geojson'), 'utf8')) as {
      features: unknown[];
    };
    expect(
      await desk.refused({ ...whole, features: whole.features.slice(1) }, { as: 'municipalities' }),
    ).toBe('missing: Sint-Lambrechts-Woluwe (--partial takes the others all the same)');
  });
});
