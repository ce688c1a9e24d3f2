import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readYaml } from '../../server/config.ts';
import { importFile, type ImportOptions } from '../../server/geo/import/run.ts';
import { geoFolder, manifestFile } from '../../server/geo/manifest.ts';
import { GeoRefused } from '../../server/geo/refused.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import { Municipalities } from '../../shared/geo/municipality.ts';

/** Imports as the command line makes them, with files made on the spot. */
const config = fileURLToPath(new URL('../../config', import.meta.url));
export const { municipalities } = readYaml(config, 'geo/municipalities.yaml', Municipalities);

export interface Desk {
  folder: string;
  /** Writes a file and imports it. */
  take(content: unknown, options?: Partial<ImportOptions>): ReturnType<typeof importFile>;
  /** The same, and what it was refused with. */
  refused(content: unknown, options?: Partial<ImportOptions>): Promise<string>;
  /** Features of a layer that is in force. */
  features(layer: string): GeoFeature[];
  /** What is in force, byte by byte. */
  manifest(): string;
}

export function openDesk(): Desk {
  const root = mkdtempSync(join(tmpdir(), 'belfry-import-'));
  const folder = geoFolder(root);
  let count = 0;
  const manifest = () => readFileSync(manifestFile(folder), 'utf8');
  const take: Desk['take'] = (content, options = {}) => {
    const file = options.file ?? join(root, `given-${++count}.geojson`);
    if (content !== undefined)
      writeFileSync(
        file,
        typeof content === 'string' || content instanceof Uint8Array
          ? content
          : JSON.stringify(content),
      );
    return importFile({
      folder,
      municipalities,
      kinds: ['hospital'],
      now: new Date('2026-11-24T12:00:00Z'),
      ...options,
      file,
    });
  };
  return {
    folder,
    take,
    async refused(content, options) {
      try {
        await take(content, options);
      } catch (error) {
        if (error instanceof GeoRefused) return error.message.replaceAll(`${root}/`, '');
        throw error;
      }
      throw new Error('it was taken');
    },
    features(layer) {
      const { file } = (JSON.parse(manifest()) as Manifest).layers[layer]!.editions[0]!;
      const [, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
      return lines.map((line) => JSON.parse(line) as GeoFeature);
    },
    manifest,
  };
}

interface Manifest {
  layers: Record<string, { editions: { file: string }[] }>;
}

export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

export const thing = (geometry: unknown, properties: object = {}, id?: string | number) => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  geometry,
  properties,
});

export const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
export const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });

/** A square of a hundredth of a degree, counter-clockwise. */
export const square = (west: number, south: number, size = 0.01) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** The 19 as UrbIS writes them, each a square of its own. */
export const urbis = () =>
  collection(
    ...municipalities.map(({ nis, name }, i) =>
      thing(
        {
          type: 'MultiPolygon',
          coordinates: [[square(4.3 + (i % 5) * 0.02, 50.8 + Math.floor(i / 5) * 0.02)]],
        },
        { INSPIRE_ID: `BE.TEST.MU.${i}`, NISCODE: String(nis), NAMEDUT: name.nl, NAMEFRE: name.fr },
      ),
    ),
  );
