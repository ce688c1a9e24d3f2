import { resolve } from 'node:path';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBuiltIn } from '../../server/geo/base.ts';
import { boxOf, middleOf, type GeoFeature } from '../../shared/geo/feature.ts';
import { inside, makeGround, municipalityAt } from '../../shared/geo/ground.ts';
import { metresBetween } from '../../shared/geo/metres.ts';
import { tellPlace } from '../../shared/geo/place.ts';
import { crossesItself } from '../../shared/geo/ring.ts';
import { plume } from '../../shared/geo/plume.ts';
import { zoneOf } from '../../shared/geo/municipality.ts';
import type { Point } from '../../shared/value.ts';
import { makeRandom } from '../fake/random.ts';
import { gridOf, missing, namedIn, official, ringsOf, table } from './official.ts';

const builtIn = readBuiltIn(resolve('config'));
const ground = makeGround(builtIn.features);
const kind = (name: string) =>
  builtIn.features.filter(({ properties }) => properties.kind === name);
const municipalities = kind('municipality') as GeoFeature<Polygon | MultiPolygon>[];

describe('the built-in map', () => {
  it('[geo] nineteen municipalities tile the region without gap or overlap', () => {
    expect(municipalities.length).toBe(19);
    const rings = municipalities.map(({ geometry }) => ringsOf(geometry));
    for (const [i, own] of rings.entries())
      for (const ring of own)
        expect([municipalities[i]!.id, crossesItself(ring)]).toEqual([
          municipalities[i]!.id,
          false,
        ]);
    const { cells, twice } = gridOf(rings);
    expect(twice).toBe(0);
    const region = gridOf([ringsOf(kind('region')[0]!.geometry)]).cells;
    const gaps = region.filter((inRegion, i) => inRegion !== 0 && cells[i] === 0).length;
    const beyond = cells.filter((own, i) => own !== 0 && region[i] === 0).length;
    expect([gaps, beyond]).toEqual([0, 0]);
  });

  it('[geo] every municipality has a zone today, its own name, and people in it', () => {
    for (const { id, properties } of municipalities) {
      expect([id, zoneOf(builtIn.zones, id, '2026-11-24')?.id]).toEqual([id, expect.any(String)]);
      expect(municipalityAt(ground, properties['at'] as Point)?.id).toBe(id);
      expect(properties['people']).toBeGreaterThan(10_000);
    }
    const people = municipalities.map(({ properties }) => properties['people'] as number);
    const all = people.reduce((sum, one) => sum + one, 0);
    expect(all).toBeGreaterThan(1_200_000);
    expect(all).toBeLessThan(1_300_000);
  });

  it('[geo] a zone is in force from its first day up to and including its last', () => {
    const zone = (id: string, from: string, until?: string) => ({
      ...{ id, name: { nl: id, fr: id }, of: ['jette'], from },
      ...(until ? { until } : {}),
    });
    const zones = [zone('old', '2002-01-01', '2027-12-31'), zone('one', '2028-01-01')];
    expect(zoneOf(zones, 'gemeente-jette', '2027-12-31')?.id).toBe('old');
    expect(zoneOf(zones, 'gemeente-jette', '2028-01-01')?.id).toBe('one');
    expect(zoneOf(zones, 'gemeente-jette', '2001-12-31')).toBeUndefined();
    expect(zoneOf(zones, 'elders', '2028-01-01')).toBeUndefined();
  });

  it('[geo] holds what an operator looks for, with names in both languages, in and around the region', () => {
    const count = (name: string) => kind(name).length;
    expect(count('metro-station')).toBeGreaterThanOrEqual(59);
    expect(count('station')).toBeGreaterThanOrEqual(30);
    expect(count('tunnel')).toBeGreaterThanOrEqual(20);
    expect(count('park')).toBeGreaterThanOrEqual(40);
    expect(
      kind('hospital').filter(({ properties }) => properties['emergency']).length,
    ).toBeGreaterThanOrEqual(9);
    expect(count('fire-station')).toBeGreaterThanOrEqual(8);
    expect(
      kind('police-station').filter(({ properties }) => properties['headquarters']).length,
    ).toBeGreaterThanOrEqual(6);
    expect(
      kind('building').filter(({ properties }) => properties['sort'] === 'townhall').length,
    ).toBe(19);
    for (const { id, properties, geometry } of builtIn.features) {
      expect([id, properties.nl.length > 0, properties.fr.length > 0]).toEqual([id, true, true]);
      const [west, south, east, north] = boxOf(geometry)!;
      const near = west > 4.1 && east < 4.65 && south > 50.68 && north < 51;
      expect([id, near]).toEqual([id, true]);
    }
  });

  it('[geo] every park says who closes it, every tunnel who runs it', () => {
    for (const { id, properties } of [...kind('park'), ...kind('forest'), ...kind('tunnel')])
      expect([id, builtIn.managers.has(String(properties.manager))]).toEqual([id, true]);
  });
});

describe(`the built-in map beside the official one${missing}`, () => {
  const nis = (feature: { properties: Record<string, unknown> }) =>
    Number(feature.properties['national_code'] ?? feature.properties['nis']);
  let theirs: ReturnType<typeof official>;
  beforeAll(() => {
    theirs = missing ? [] : official('municipalities.geojson');
  });

  it.skipIf(missing)(
    '[geo] each municipality covers the official one to 93 % (intersection over union)',
    () => {
      const order = municipalities.map(nis);
      const own = gridOf(municipalities.map(({ geometry }) => ringsOf(geometry))).cells;
      const real = gridOf(
        order.map((code) => ringsOf(theirs.find((one) => nis(one) === code)!.geometry)),
      ).cells;
      const [both, either] = [new Map<number, number>(), new Map<number, number>()];
      const add = (to: Map<number, number>, key: number) => to.set(key, (to.get(key) ?? 0) + 1);
      own.forEach((mine, i) => {
        const their = real[i]!;
        if (mine === their) add(both, mine);
        else add(either, their);
        add(either, mine);
      });
      const share = municipalities.map(({ id }, i) => [id, both.get(i + 1)! / either.get(i + 1)!]);
      expect(share.filter(([, overlap]) => !((overlap as number) >= 0.93))).toEqual([]);
    },
  );

  it.skipIf(missing)(
    '[geo] of ten thousand random points at least 98 % are in the right municipality',
    () => {
      const official = makeGround(
        theirs.map(
          (one, i) =>
            ({
              type: 'Feature',
              id: String(i),
              geometry: one.geometry,
              properties: {
                id: String(i),
                kind: 'municipality',
                nis: nis(one),
                nl: '',
                fr: '',
                en: '',
              },
            }) satisfies GeoFeature,
        ),
      );
      const random = makeRandom(20261124);
      let [asked, right] = [0, 0];
      while (asked < 10_000) {
        const point: Point = [4.24 + random() * 0.25, 50.76 + random() * 0.16];
        const real = municipalityAt(official, point);
        if (!real) continue;
        asked++;
        if (municipalityAt(ground, point)?.properties['nis'] === real.properties['nis']) right++;
      }
      expect(right / asked).toBeGreaterThanOrEqual(0.98);
    },
  );

  /** Metres from each of ours to the nearest of theirs that fits it by name; ours that fit none are left out. */
  function distances(ours: GeoFeature[], theirs: { names: string[]; at: Position }[]) {
    return ours.flatMap((one) => {
      const fits = theirs.filter(({ names }) => names.some((name) => isNamed(one, name)));
      if (fits.length === 0) return [];
      const metres = fits.map(({ at }) => metresBetween(middleOf(one), at as Point));
      return [[one.id, Math.round(Math.min(...metres))] as const];
    });
  }
  const far = (found: (readonly [string, number])[]) => found.filter(([, metres]) => metres > 150);

  it.skipIf(missing)(
    '[geo] every railway and metro station stands within 150 m of the real one',
    async () => {
      const rail = table('rail-stations.csv').map((row) => ({
        names: [row['name'], row['alternative-fr'], row['alternative-nl']]
          .filter((name) => name !== undefined && name !== '')
          .flatMap((name) => name!.split('/')),
        at: [Number(row['longitude']), Number(row['latitude'])],
      }));
      const stations = distances(kind('station'), rail);
      expect(stations.length).toBeGreaterThanOrEqual(25);
      expect(far(stations)).toEqual([]);
      const metro = (await namedIn('railway.pmtiles', 18))
        .filter(({ geometry }) => geometry.type === 'Point')
        .map(({ geometry, properties }) => ({
          names: properties['name']!.split(' - '),
          at: (geometry as { coordinates: Position }).coordinates,
        }));
      const found = distances(kind('metro-station'), metro);
      expect(found.length).toBeGreaterThanOrEqual(50);
      expect(far(found)).toEqual([]);
    },
  );

  it.skipIf(missing)(
    '[geo] every hospital that open data knows stands within 150 m, and so do the fire stations',
    () => {
      for (const [file, name, least] of [
        ['derived-hospital.geojson', 'hospital', 15],
        ['derived-fire_station.geojson', 'fire-station', 7],
      ] as const) {
        // From theirs to ours: each must be there, whatever we call it.
        const found = official(file).map((one) => {
          const at = middleOf(one as never);
          const metres = kind(name).map((ours) => metresBetween(middleOf(ours), at));
          return [one.properties['name'] ?? '', Math.round(Math.min(...metres))] as const;
        });
        expect(found.length).toBeGreaterThanOrEqual(least);
        expect([name, far(found)]).toEqual([name, []]);
      }
    },
  );
});

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}|[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/^(brussel|bruxelles|brussels)/, '');
const isNamed = ({ properties: { nl, fr } }: GeoFeature, name: string): boolean =>
  [nl, fr].some((own) => plain(own) === plain(name));

describe('questions to the ground', () => {
  const today = '2026-11-24';
  const tell = (point: Point) => tellPlace(ground, builtIn.managers, builtIn.zones, point, today);

  it('[geo] tells of a point in the Bois whose it is, who closes it, and who is near', () => {
    const bois: Point = [4.3815, 50.8085];
    const facts = tell(bois);
    expect(facts.municipality?.id).toBe('gemeente-brussel');
    expect(facts.zone?.id).toBe('5339');
    expect(facts.here[0]?.properties.kind).toMatch(/park|forest/);
    expect(facts.managers[0]?.of?.id).toBe(facts.here[0]?.id);
    expect(facts.nearest.hospital?.feature.properties['emergency']).toBe(true);
    expect(facts.nearest['fire-station']?.metres).toBeLessThan(4000);
  });

  it('[geo] outside the region there is neither municipality nor zone, and no harm', () => {
    const facts = tell([4.9, 51.2]);
    expect([facts.municipality, facts.zone, facts.managers]).toEqual([undefined, undefined, []]);
  });

  it('[geo] finds what lies inside a circle: all of it, and nothing beyond', () => {
    const center: Point = [4.3567, 50.8455];
    const found = inside(ground, { form: 'circle', center, radius: 600 });
    expect(found.area).toBeGreaterThan(1_120_000);
    expect(found.area).toBeLessThan(1_132_000);
    const points = ground.features.filter(({ geometry }) => geometry.type === 'Point');
    const near = points.filter((one) => metresBetween(middleOf(one), center) < 597);
    const beyond = points.filter((one) => metresBetween(middleOf(one), center) > 601);
    const ids = new Set(found.features.map(({ id }) => id));
    expect(near.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([]);
    expect(beyond.filter(({ id }) => ids.has(id)).map(({ id }) => id)).toEqual([]);
    expect(near.length).toBeGreaterThan(10);
  });

  it('[geo] estimates who lives inside from each municipality that it touches', () => {
    const all = inside(ground, { form: 'circle', center: [4.3676, 50.8396], radius: 16_000 });
    expect(all.people).toBeGreaterThan(1_150_000);
    expect(all.people).toBeLessThan(1_350_000);
    const sea = inside(ground, { form: 'circle', center: [4.9, 51.2], radius: 500 });
    expect([sea.people, sea.features]).toEqual([undefined, []]);
  });

  it('[geo] a small shape inside a large area touches it, and a road that only runs through counts', () => {
    const found = inside(ground, { form: 'circle', center: [4.3815, 50.8085], radius: 10 });
    expect(found.features.map(({ properties }) => properties.kind)).toContain('municipality');
    const canal = kind('canal')[0]!;
    const at = middleOf(canal);
    expect(
      inside(ground, { form: 'circle', center: at, radius: 20 }).features.map(({ id }) => id),
    ).toContain(canal.id);
  });

  it('[geo] smoke goes with the wind: to the other side, narrower as it blows harder, all around when it is still', () => {
    const origin: Point = [4.35, 50.85];
    const west = plume(origin, 'smoke', { from: 270, speed: 5 });
    expect(west).toMatchObject({ form: 'sector', bearing: 90, angle: 60 });
    expect(plume(origin, 'smoke', { from: 90, speed: 12 })).toMatchObject({
      bearing: 270,
      angle: 40,
    });
    expect(plume(origin, 'toxic', { from: 0, speed: 0.5 })).toMatchObject({
      angle: 360,
      length: 500,
    });
    const downwind = inside(ground, west).features;
    const upwind = downwind.filter(
      (one) => one.geometry.type === 'Point' && middleOf(one)[0] < origin[0],
    );
    expect(upwind).toEqual([]);
  });
});
