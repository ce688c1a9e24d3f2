import { bytesToHeader, Compression, TileType, type Header } from 'pmtiles';
import { BELGIUM } from '../projection.ts';
import type { Read } from './bytes.ts';
import { GeoRefused } from './refused.ts';

/** The first 127 bytes of a PMTiles archive (§3), believed only as far as the file goes. */

const HEADER = 127;
/** Header and root directory lie in the first 16 KiB. */
const ROOT = 16_384;
const RASTER: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp];

export async function readHeader(read: Read, size: number): Promise<Header> {
  if (size < HEADER)
    throw new GeoRefused([`header: ${size} bytes, it has ${HEADER}: the file is cut off`]);
  const bytes = await read('header', 0, HEADER, Compression.None, HEADER);
  const magic = Buffer.from(bytes.subarray(0, 7)).toString('latin1');
  if (magic.startsWith('PM') && magic !== 'PMTiles')
    throw new GeoRefused([
      `header: PMTiles version ${bytes[2]}; version 3 is read. Convert it with "pmtiles convert"`,
    ]);
  if (magic !== 'PMTiles') throw new GeoRefused(['header: is no PMTiles file']);
  if (bytes[7] !== 3)
    throw new GeoRefused([`header: PMTiles version ${bytes[7]}; version 3 is read`]);
  const header = bytesToHeader(new Uint8Array(bytes).buffer);
  const bad = (why: string) => new GeoRefused([`header: ${why}`]);

  for (const [what, kind] of [
    ['directories', header.internalCompression],
    ['tiles', header.tileCompression],
  ] as const)
    if (kind !== Compression.None && kind !== Compression.Gzip)
      throw bad(
        `the ${what} are packed in a way that browsers do not read (${kind}); gzip is read`,
      );
  if (header.tileType !== TileType.Mvt && !RASTER.includes(header.tileType))
    throw bad(`tiles of type ${header.tileType}; vector tiles (MVT), PNG, JPEG and WebP are read`);
  if (header.minZoom > header.maxZoom || header.maxZoom > 26)
    throw bad(`zooms ${header.minZoom} to ${header.maxZoom}`);
  if (header.rootDirectoryOffset + header.rootDirectoryLength > ROOT)
    throw bad(`the root directory ends after byte ${ROOT}`);
  const sections = [
    ['root directory', header.rootDirectoryOffset, header.rootDirectoryLength],
    ['metadata', header.jsonMetadataOffset, header.jsonMetadataLength],
    ['leaf directories', header.leafDirectoryOffset, header.leafDirectoryLength ?? 0],
    ['tiles', header.tileDataOffset, header.tileDataLength ?? 0],
  ] as const;
  for (const [what, offset, length] of sections)
    if (offset + length > size)
      throw new GeoRefused([
        `${what}: end at byte ${offset + length}, the file at ${size}: it is cut off`,
      ]);
  const [west, south, east, north] = BELGIUM;
  const { minLon, minLat, maxLon, maxLat } = header;
  if (!(minLon < maxLon && minLat < maxLat) || Math.abs(minLat) > 90 || Math.abs(maxLat) > 90)
    throw bad(`bounds ${minLon}, ${minLat}, ${maxLon}, ${maxLat}`);
  if (maxLon < west || minLon > east || maxLat < south || minLat > north)
    throw bad(`bounds ${minLon}, ${minLat}, ${maxLon}, ${maxLat} lie outside Belgium`);
  return header;
}
