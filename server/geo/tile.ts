import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { tileIdToZxy, TileType, type Header } from 'pmtiles';
import type { Read } from './bytes.ts';
import type { Entry } from './directory.ts';
import { GeoRefused } from './refused.ts';

/** Tiles of an archive, some of every zoom, opened as the map will open them. */

/** Unpacked. The largest that tippecanoe makes by itself is 0.5 MB. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_POSITIONS = 2_000_000;

/** `perZoom` tiles of each zoom, evenly spread. Throws `GeoRefused` with the tile as `z/x/y`. */
export async function sampleTiles(
  read: Read,
  header: Header,
  entries: readonly Entry[],
  perZoom: number,
): Promise<void> {
  const byZoom = new Map<number, Entry[]>();
  for (const entry of entries) {
    const [zoom] = place(entry);
    const all = byZoom.get(zoom);
    if (all) all.push(entry);
    else byZoom.set(zoom, [entry]);
  }
  for (const [zoom, all] of byZoom) {
    if (zoom < header.minZoom || zoom > header.maxZoom)
      throw new GeoRefused([
        `tile ${place(all[0]!).join('/')}: the header knows zooms ${header.minZoom} to ${header.maxZoom}`,
      ]);
    const step = Math.max(1, Math.floor(all.length / perZoom));
    for (let i = 0; i < all.length; i += step) await sample(read, header, all[i]!);
  }
}

function place(entry: Entry): [zoom: number, x: number, y: number] {
  try {
    return tileIdToZxy(entry.id);
  } catch {
    throw new GeoRefused([`tile ${entry.id}: is no tile's number`]);
  }
}

async function sample(read: Read, header: Header, entry: Entry): Promise<void> {
  const what = `tile ${place(entry).join('/')}`;
  const at = header.tileDataOffset + entry.offset;
  const bytes = await read(what, at, entry.length, header.tileCompression, MOST_BYTES);
  try {
    if (header.tileType === TileType.Mvt) decode(bytes);
    else if (!isPicture(bytes, header.tileType))
      throw new Error('is not the kind of picture that the header names');
  } catch (error) {
    throw new GeoRefused([`${what}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function decode(bytes: Uint8Array): void {
  const { layers } = new VectorTile(new PbfReader(bytes));
  let positions = 0;
  for (const layer of Object.values(layers)) {
    if (!(layer.extent > 0 && layer.extent <= 65_536))
      throw new Error(`layer ${layer.name} has extent ${layer.extent}`);
    for (let i = 0; i < layer.length; i += 1) {
      positions += layer
        .feature(i)
        .loadGeometry()
        .reduce((sum, line) => sum + line.length, 0);
      if (positions > MOST_POSITIONS)
        throw new Error(`holds more than ${MOST_POSITIONS} positions`);
    }
  }
}

function isPicture(bytes: Uint8Array, type: TileType): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (type === TileType.Png) return start.startsWith('\x89PNG');
  if (type === TileType.Jpeg) return start.startsWith('\xff\xd8\xff');
  return start.startsWith('RIFF') && start.slice(8) === 'WEBP';
}
