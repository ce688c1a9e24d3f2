import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../server/config.ts';
import { Region, regionToGeo } from '../shared/geo.ts';

const config = fileURLToPath(new URL('../config', import.meta.url));
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../shared/fixtures/geo/${name}`, import.meta.url));
const missing = existsSync(fixture('municipalities.geojson'))
  ? ''
  : 'skipped: ../shared/fixtures is not here';
const region = readYaml(config, 'geo/region.yaml', Region);

type Ring = [number, number][];
interface Polygons {
  features: { geometry: { type: string; coordinates: Ring[] | Ring[][] }; properties: object }[];
}

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

describe('the built-in map', () => {
  it('[geo] is a closed region, nineteen municipalities, each in it', () => {
    const { features } = regionToGeo(region);
    const [outline] = features;
    const ring = (outline!.geometry.coordinates as Ring[])[0]!;
    expect(ring[0]).toEqual(ring.at(-1));
    expect(new Set(region.municipalities.map((one) => one.nis)).size).toBe(19);
    for (const { point, name } of region.municipalities)
      expect([name.nl, inRing(point, ring)]).toEqual([name.nl, true]);
  });

  it.skipIf(missing)(
    `[geo] its outline covers the official region, IoU at least 0.93 ${missing}`,
    () => {
      const official = JSON.parse(
        readFileSync(fixture('municipalities.geojson'), 'utf8'),
      ) as Polygons;
      const rings = official.features.flatMap(outerRings);
      let both = 0;
      let either = 0;
      // A grid of about 220 m by 230 m over the region.
      for (let lon = 4.22; lon < 4.5; lon += 0.00313)
        for (let lat = 50.75; lat < 50.93; lat += 0.00207) {
          const ours = inRing([lon, lat], region.outline);
          const theirs = rings.some((ring) => inRing([lon, lat], ring));
          if (ours && theirs) both += 1;
          if (ours || theirs) either += 1;
        }
      expect(both / either).toBeGreaterThanOrEqual(0.93);
    },
  );

  it.skipIf(missing)(`[geo] each name stands within its own official borders ${missing}`, () => {
    const official = JSON.parse(
      readFileSync(fixture('municipalities.geojson'), 'utf8'),
    ) as Polygons;
    const plain = (text: string) =>
      text
        .normalize('NFD')
        .replace(/[^a-z]/gi, '')
        .toLowerCase();
    for (const { point, name } of region.municipalities) {
      const host = official.features.find((one) =>
        outerRings(one).some((ring) => inRing(point, ring)),
      );
      const words = plain(JSON.stringify(host?.properties ?? {}));
      expect([name.fr, words.includes(plain(name.fr)) || words.includes(plain(name.nl))]).toEqual([
        name.fr,
        true,
      ]);
    }
  });
});
