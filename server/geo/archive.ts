import { open, type FileHandle } from 'node:fs/promises';
import { TileType, type Header } from 'pmtiles';
import { z } from 'zod';
import { openRead, type Read } from './bytes.ts';
import { readDirectory, type Entry } from './directory.ts';
import { readHeader } from './header.ts';
import { GeoRefused } from './refused.ts';
import { sampleTiles } from './tile.ts';

/**
 * A PMTiles archive (specification v3) looked through before it is served: a truncated or foreign one is
 * named here, and not by a map that stays empty. https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export interface Archive {
  tiles: 'vector' | 'raster';
  layers: string[];
  minzoom: number;
  maxzoom: number;
  /** West, south, east, north, degrees. */
  bounds: [number, number, number, number];
  /** Plain text. */
  attribution: string;
  bytes: number;
  /** Tiles that have content, as the header counts them. */
  count: number;
}

/** How much of it is looked at: `quick` at every start, `whole` once, when it is imported. */
export type Depth = 'quick' | 'whole';

const MOST_METADATA = 16 * 1024 * 1024;
/** A leaf of 16 MiB holds millions of entries; real ones have some thousand. */
const MOST_DIRECTORY = 16 * 1024 * 1024;
const MOST_LEAVES = 20_000;
const PER_ZOOM = { quick: 1, whole: 12 } as const;

export async function checkArchive(path: string, depth: Depth): Promise<Archive> {
  const handle = await open(path, 'r');
  try {
    return await look(handle, (await handle.stat()).size, depth);
  } finally {
    await handle.close();
  }
}

/** Archives and files that would be one, by their first two bytes. */
export async function isArchive(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PM';
  } finally {
    await handle.close();
  }
}

async function look(handle: FileHandle, size: number, depth: Depth): Promise<Archive> {
  const read = openRead(handle, size);
  const header = await readHeader(read, size);
  const vector = header.tileType === TileType.Mvt;
  const metadata = await readMetadata(read, header, vector);
  const root = await read(
    'root directory',
    header.rootDirectoryOffset,
    header.rootDirectoryLength,
    header.internalCompression,
    MOST_DIRECTORY,
  );
  const entries = await walk(read, header, readDirectory('root directory', root), depth);
  await sampleTiles(read, header, entries, PER_ZOOM[depth]);
  return {
    tiles: vector ? 'vector' : 'raster',
    layers: metadata.vector_layers.map(({ id }) => id),
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    attribution: plain(metadata.attribution),
    bytes: size,
    count: header.numTileEntries,
  };
}

const Metadata = z.looseObject({
  attribution: z.string().default(''),
  vector_layers: z
    .array(z.looseObject({ id: z.string().min(1).max(100) }))
    .max(500)
    .default([]),
});

async function readMetadata(
  read: Read,
  header: Header,
  vector: boolean,
): Promise<z.infer<typeof Metadata>> {
  const { jsonMetadataOffset: at, jsonMetadataLength: length, internalCompression } = header;
  const bytes = await read('metadata', at, length, internalCompression, MOST_METADATA);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new GeoRefused(['metadata: is not JSON']);
  }
  const metadata = Metadata.safeParse(value);
  if (!metadata.success)
    throw new GeoRefused([
      `metadata: ${metadata.error.issues[0]?.path.join('.')}: ${metadata.error.issues[0]?.message}`,
    ]);
  if (vector && metadata.data.vector_layers.length === 0)
    throw new GeoRefused(['metadata: names no layers (vector_layers)']);
  return metadata.data;
}

/** All entries that stand for tiles; with `quick` those of the root and of one leaf. */
async function walk(read: Read, header: Header, root: Entry[], depth: Depth): Promise<Entry[]> {
  const tiles: Entry[] = [];
  let leaves = 0;
  for (const entry of root) {
    if (entry.runLength > 0) {
      tiles.push(entry);
      continue;
    }
    leaves += 1;
    if (leaves > MOST_LEAVES)
      throw new GeoRefused([`directories: more than ${MOST_LEAVES} leaves`]);
    if (depth === 'quick' && leaves > 1) continue;
    const what = `leaf directory ${leaves}`;
    if (entry.offset + entry.length > (header.leafDirectoryLength ?? 0))
      throw new GeoRefused([`${what}: lies outside the leaf directories`]);
    const at = header.leafDirectoryOffset + entry.offset;
    const bytes = await read(what, at, entry.length, header.internalCompression, MOST_DIRECTORY);
    for (const leaf of readDirectory(what, bytes)) {
      // Deeper trees are allowed; whoever writes them is not known, and they are followed no further.
      if (leaf.runLength === 0) continue;
      tiles.push(leaf);
    }
  }
  const strange = tiles.find(
    ({ offset, length }) => offset + length > (header.tileDataLength ?? 0),
  );
  if (strange) throw new GeoRefused([`tile ${strange.id}: lies outside the tiles`]);
  if (tiles.length === 0) throw new GeoRefused(['directories: there are no tiles']);
  return tiles;
}

/** Many archives write their attribution as HTML; it is shown as text. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&copy;/gi, '©')
    .replace(/&amp;/gi, '&')
    .replace(/[<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
