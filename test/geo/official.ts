import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VectorTile } from '@mapbox/vector-tile';
import type { Geometry, MultiPolygon, Position } from 'geojson';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';

/** Official and open data to measure our own map against, where it lies beside the repository. */
const path = (name: string) =>
  fileURLToPath(new URL(`../../../shared/fixtures/geo/${name}`, import.meta.url));

export const missing = existsSync(path('municipalities.geojson'))
  ? ''
  : ' (skipped: ../shared/fixtures is not here)';

export interface Official {
  geometry: Geometry;
  properties: Record<string, string | undefined>;
}
export const official = (name: string): Official[] =>
  (JSON.parse(readFileSync(path(name), 'utf8')) as { features: Official[] }).features;

/** Lines of a CSV file without quotes around commas, as records. */
export function table(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(path(name), 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])),
  );
}

/** All things with a name in a file of vector tiles, at one zoom. */
export async function namedIn(name: string, zoom: number): Promise<Official[]> {
  const file = openSync(path(name), 'r');
  const source: Source = {
    getKey: () => name,
    async getBytes(offset, length) {
      const bytes = Buffer.alloc(length);
      const read = readSync(file, bytes, 0, length, offset);
      return { data: new Uint8Array(bytes.subarray(0, read)).buffer };
    },
  };
  const tiles = new PMTiles(source);
  const { minLon, minLat, maxLon, maxLat } = await tiles.getHeader();
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** zoom);
  const row = (lat: number) => {
    const rad = (lat * Math.PI) / 180;
    return Math.floor(((1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2) * 2 ** zoom);
  };
  const found: Official[] = [];
  for (let x = column(minLon); x <= column(maxLon); x++)
    for (let y = row(maxLat); y <= row(minLat); y++) {
      const tile = await tiles.getZxy(zoom, x, y);
      if (!tile) continue;
      const { layers } = new VectorTile(new PbfReader(new Uint8Array(tile.data)));
      for (const layer of Object.values(layers))
        for (let i = 0; i < layer.length; i++) {
          const { geometry, properties } = layer.feature(i).toGeoJSON(x, y, zoom);
          if (properties?.['name']) found.push({ geometry, properties });
        }
    }
  closeSync(file);
  return found;
}

/**
 * A picture of areas: cells of a grid over the region, each with the number of the area that its middle
 * lies in (0: none). Two pictures on the same grid are compared cell by cell.
 */
export interface Grid {
  cells: Uint8Array;
  /** Cells that more than one area claims. */
  twice: number;
}
const [WEST, SOUTH, EAST, NORTH] = [4.23, 50.755, 4.5, 50.92];
const COLUMNS = 1260;
const ROWS = 1225;

/** About 15 m by 15 m. */
export function gridOf(areas: readonly (readonly Position[][])[]): Grid {
  const cells = new Uint8Array(COLUMNS * ROWS);
  let twice = 0;
  areas.forEach((rings, area) => {
    for (let row = 0; row < ROWS; row++) {
      const y = SOUTH + ((row + 0.5) / ROWS) * (NORTH - SOUTH);
      const crossings = rings
        .flatMap((ring) => ring.slice(1).map((end, i) => [ring[i]!, end] as const))
        .filter(([a, b]) => a[1]! > y !== b[1]! > y)
        .map(([a, b]) => a[0]! + ((y - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!))
        .sort((a, b) => a - b);
      const column = (x: number) => Math.ceil(((x - WEST) / (EAST - WEST)) * COLUMNS - 0.5);
      for (let i = 0; i + 1 < crossings.length; i += 2)
        for (let at = column(crossings[i]!); at < column(crossings[i + 1]!); at++) {
          const cell = row * COLUMNS + at;
          if (cells[cell] !== 0) twice++;
          cells[cell] = area + 1;
        }
    }
  });
  return { cells, twice };
}

export const ringsOf = (geometry: Geometry): Position[][] =>
  geometry.type === 'Polygon'
    ? geometry.coordinates
    : (geometry as MultiPolygon).coordinates.flat();
