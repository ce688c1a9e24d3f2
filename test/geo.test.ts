import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../server/config.ts';
import { Region, regionToGeo } from '../shared/geo.ts';

const config = fileURLToPath(new URL('../config', import.meta.url));
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../shared/fixtures/geo/${name}`, import.meta.url));
const missing = existsSync(fixture('region-boundary.geojson'))
  ? ''
  : '(skipped: ../shared/fixtures is not here)';
const region = readYaml(config, 'geo/region.yaml', Region);
const geo = regionToGeo(region);

type Ring = [number, number][];
interface Polygons {
  features: { geometry: { type: string; coordinates: Ring[] | Ring[][] }; properties: object }[];
}
const official = (name: string): Polygons =>
  JSON.parse(readFileSync(fixture(name), 'utf8')) as Polygons;
const ours = (geo.features[0]!.geometry.coordinates as Ring[])[0]!;

function inRing([x, y]: readonly [number, number], ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function outerRings({ geometry }: Polygons['features'][number]): Ring[] {
  return geometry.type === 'Polygon'
    ? [geometry.coordinates[0] as Ring]
    : (geometry.coordinates as Ring[][]).map((polygon) => polygon[0]!);
}

/** Do two legs cross, other than where they meet? */
function cross([a, b]: Ring, [c, d]: Ring): boolean {
  const side = (p: Ring[number], q: Ring[number], r: Ring[number]) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a!, b!, c!) * side(a!, b!, d!) < 0 && side(c!, d!, a!) * side(c!, d!, b!) < 0;
}

describe('the built-in map', () => {
  it('[geo] is a closed region that never crosses itself, with nineteen municipalities in it', () => {
    expect(ours[0]).toEqual(ours.at(-1));
    const legs = ours.slice(1).map((point, i): Ring => [ours[i]!, point]);
    for (const [i, leg] of legs.entries())
      for (const other of legs.slice(i + 2)) expect(cross(leg, other)).toBe(false);
    expect(new Set(region.municipalities.map((one) => one.nis)).size).toBe(19);
    for (const { at, name } of region.municipalities)
      expect([name.nl, inRing(at, ours)]).toEqual([name.nl, true]);
  });

  it('[geo] uses every junction, and every road or water leads through the region', () => {
    const used = new Set([...region.region, ...region.lines.flatMap((line) => line.along)]);
    expect(Object.keys(region.junctions).filter((name) => !used.has(name))).toEqual([]);
    const [west, east] = [4.2, 4.55];
    const [south, north] = [50.74, 50.94];
    for (const [lon, lat] of Object.values(region.junctions))
      expect(lon > west && lon < east && lat > south && lat < north).toBe(true);
  });

  it('[geo] has a name in each language; English shows both where it has none of its own', () => {
    const names = (nis: number) =>
      geo.features.find((one) => one.properties.nis === nis)!.properties;
    expect(names(21009)).toMatchObject({ nl: 'Elsene', fr: 'Ixelles', en: 'Elsene / Ixelles' });
    expect(names(21001)).toMatchObject({ en: 'Anderlecht' });
    expect(names(21004)).toMatchObject({ en: 'Brussels' });
  });

  it('[geo] a ring over a junction that is not there, or there twice, is refused with its place', () => {
    const wrong = Region.safeParse({
      ...region,
      region: [...region.region, 'nergens', region.region[0]],
      lines: [{ kind: 'axis', name: { nl: 'a', fr: 'b' }, along: ['zuid', 'constructor'] }],
    });
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      `region.${region.region.length}`,
      'lines.0.along.1',
      `region.${region.region.length + 1}`,
    ]);
  });

  it.skipIf(missing)(
    `[geo] its outline covers the official region, IoU at least 0.93 ${missing}`,
    () => {
      const rings = official('region-boundary.geojson').features.flatMap(outerRings);
      let both = 0;
      let either = 0;
      // A grid of about 220 m by 230 m over the region.
      for (let lon = 4.22; lon < 4.5; lon += 0.00313)
        for (let lat = 50.75; lat < 50.93; lat += 0.00207) {
          const here = inRing([lon, lat], ours);
          const there = rings.some((ring) => inRing([lon, lat], ring));
          if (here && there) both += 1;
          if (here || there) either += 1;
        }
      expect(both / either).toBeGreaterThanOrEqual(0.93);
    },
  );

  it.skipIf(missing)(`[geo] each name stands within its own official borders ${missing}`, () => {
    const plain = (text: string) =>
      text
        .normalize('NFD')
        .replace(/[^a-z]/gi, '')
        .toLowerCase();
    const { features } = official('municipalities.geojson');
    for (const { at, name } of region.municipalities) {
      const host = features.find((one) => outerRings(one).some((ring) => inRing(at, ring)));
      const words = plain(JSON.stringify(host?.properties ?? {}));
      expect([name.fr, words.includes(plain(name.fr)) || words.includes(plain(name.nl))]).toEqual([
        name.fr,
        true,
      ]);
    }
  });
});
