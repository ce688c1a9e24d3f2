import { gzipSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import { zxyToTileId } from 'pmtiles';

/** A small PMTiles archive (v3) with vector tiles, made for tests: right by default, wrong where it is asked to be. */
export interface ArchiveParts {
  tiles?: { z: number; x: number; y: number; bytes: Uint8Array }[];
  metadata?: unknown;
  /** West, south, east, north, degrees. */
  bounds?: [number, number, number, number];
  /** Tiles in leaf directories of two entries each. */
  leaves?: boolean;
  /** Already packed bytes in place of what would be made. */
  rawMetadata?: Uint8Array;
  rawRoot?: Uint8Array;
  minZoom?: number;
  maxZoom?: number;
}

export interface TileLayer {
  name: string;
  features: {
    /** 1 point, 2 line, 3 area. */
    type: 1 | 2 | 3;
    /** In a square of 4096. */
    line: [number, number][];
    properties: Record<string, string>;
  }[];
}

/** The tile over the Grote Markt at each zoom from 10 to 12. */
export const OVER_BRUSSELS = [
  { z: 10, x: 524, y: 343 },
  { z: 11, x: 1048, y: 686 },
  { z: 12, x: 2097, y: 1373 },
];

export const POND: TileLayer = {
  name: 'water',
  features: [
    {
      type: 3,
      line: [
        [100, 100],
        [3000, 100],
        [3000, 3000],
        [100, 3000],
      ],
      properties: { natural: 'water', name: 'Vijver' },
    },
  ],
};

export function makeArchive(parts: ArchiveParts = {}): Buffer {
  const {
    tiles = OVER_BRUSSELS.map((at) => ({ ...at, bytes: gzipSync(makeTile([POND])) })),
    metadata = { vector_layers: [{ id: 'water' }], attribution: '© Somebody' },
    bounds = [4.2, 50.7, 4.5, 50.95],
  } = parts;
  const sorted = tiles
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes, z }))
    .sort((a, b) => a.id - b.id);
  let offset = 0;
  const entries = sorted.map(({ id, bytes }) => {
    const entry = { id, offset, length: bytes.length, run: 1 };
    offset += bytes.length;
    return entry;
  });
  const data = Buffer.concat(sorted.map(({ bytes }) => bytes));
  const groups = parts.leaves
    ? Array.from({ length: Math.ceil(entries.length / 2) }, (_, i) =>
        entries.slice(2 * i, 2 * i + 2),
      )
    : [];
  const leaves = groups.map((group) => makeDirectory(group));
  let leafAt = 0;
  const pointers = groups.map((group, i) => {
    const pointer = { id: group[0]!.id, offset: leafAt, length: leaves[i]!.length, run: 0 };
    leafAt += leaves[i]!.length;
    return pointer;
  });
  const root = parts.rawRoot ?? makeDirectory(parts.leaves ? pointers : entries);
  const meta = parts.rawMetadata ?? gzipSync(JSON.stringify(metadata));
  const leaf = Buffer.concat(leaves);
  const zooms = sorted.map(({ z }) => z);

  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header[7] = 3;
  let at = 127;
  for (const [i, section] of [root, meta, leaf, data].entries()) {
    header.writeBigUInt64LE(BigInt(at), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(section.length), 16 + 16 * i);
    at += section.length;
  }
  for (const place of [72, 80, 88]) header.writeBigUInt64LE(BigInt(entries.length), place);
  header[96] = 1;
  header[97] = 2;
  header[98] = 2;
  header[99] = 1;
  header[100] = parts.minZoom ?? Math.min(...zooms);
  header[101] = parts.maxZoom ?? Math.max(...zooms);
  for (const [i, degrees] of bounds.entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i);
  return Buffer.concat([header, root, meta, leaf, data]);
}

interface Entry {
  id: number;
  offset: number;
  length: number;
  run: number;
}

/** Packed; the columns one after another (specification §4). */
export function makeDirectory(entries: readonly Entry[], claimed = entries.length): Buffer {
  const pbf = new PbfWriter();
  pbf.writeVarint(claimed);
  entries.forEach(({ id }, i) => pbf.writeVarint(id - (entries[i - 1]?.id ?? 0)));
  for (const { run } of entries) pbf.writeVarint(run);
  for (const { length } of entries) pbf.writeVarint(length);
  for (const { offset } of entries) pbf.writeVarint(offset + 1);
  return gzipSync(pbf.finish());
}

/** A Mapbox vector tile (2.1), not packed. */
export function makeTile(layers: readonly TileLayer[]): Uint8Array {
  const pbf = new PbfWriter();
  for (const layer of layers) pbf.writeMessage(3, writeLayer, layer);
  return pbf.finish();
}

function writeLayer(layer: TileLayer, pbf: PbfWriter): void {
  const keys = [...new Set(layer.features.flatMap(({ properties }) => Object.keys(properties)))];
  const values = [
    ...new Set(layer.features.flatMap(({ properties }) => Object.values(properties))),
  ];
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, layer.name);
  for (const feature of layer.features)
    pbf.writeMessage(
      2,
      ({ type, line, properties }, inner: PbfWriter) => {
        const tags = Object.entries(properties).flatMap(([key, value]) => [
          keys.indexOf(key),
          values.indexOf(value),
        ]);
        inner.writePackedVarint(2, tags);
        inner.writeVarintField(3, type);
        inner.writePackedVarint(4, commands(type, line));
      },
      feature,
    );
  for (const key of keys) pbf.writeStringField(3, key);
  for (const value of values)
    pbf.writeMessage(4, (text: string, inner: PbfWriter) => inner.writeStringField(1, text), value);
  pbf.writeVarintField(5, 4096);
}

/** Move, lines, close: numbers of a command are its id and how often, positions are steps in zigzag. */
function commands(type: 1 | 2 | 3, line: readonly [number, number][]): number[] {
  const zigzag = (value: number) => (value << 1) ^ (value >> 31);
  const steps = line.map(([x, y], i) => {
    const [px, py] = line[i - 1] ?? [0, 0];
    return [zigzag(x - px), zigzag(y - py)];
  });
  const rest = steps.slice(1);
  return [
    (1 << 3) | 1,
    ...steps[0]!,
    ...(rest.length > 0 ? [(rest.length << 3) | 2, ...rest.flat()] : []),
    ...(type === 3 ? [(1 << 3) | 7] : []),
  ];
}
