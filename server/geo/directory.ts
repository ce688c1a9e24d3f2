import { readVarint } from 'pmtiles';
import { GeoRefused } from './refused.ts';

/** One line of a PMTiles directory (§4): a run of tiles with the same content, or a leaf directory. */
export interface Entry {
  /** Number of the tile along the Hilbert curve. */
  id: number;
  /** From the start of the tiles, or of the leaf directories. */
  offset: number;
  length: number;
  /** 0: a leaf. */
  runLength: number;
}

/**
 * Reads a directory without believing its numbers: `pmtiles` itself would count to whatever the file
 * says. Throws `GeoRefused`.
 */
export function readDirectory(what: string, bytes: Uint8Array): Entry[] {
  const bad = (why: string) => new GeoRefused([`${what}: ${why}`]);
  const reader = { buf: bytes, pos: 0 };
  const next = (): number => {
    if (reader.pos >= bytes.length) throw bad('ends too early');
    const value = numberAt(reader);
    if (
      value === undefined ||
      reader.pos > bytes.length ||
      !Number.isSafeInteger(value) ||
      value < 0
    )
      throw bad('holds a number that is none');
    return value;
  };
  const count = next();
  // Four numbers each.
  if (count === 0 || count * 4 > bytes.length)
    throw bad(`claims ${count} entries in ${bytes.length} bytes`);
  const entries: Entry[] = Array.from({ length: count }, () => ({
    id: 0,
    offset: 0,
    length: 0,
    runLength: 0,
  }));
  let id = 0;
  for (const [i, entry] of entries.entries()) {
    const step = next();
    if (i > 0 && step === 0) throw bad(`entry ${i} has the tile of the one before`);
    entry.id = id += step;
  }
  for (const entry of entries) entry.runLength = next();
  for (const [i, entry] of entries.entries()) {
    entry.length = next();
    if (entry.length === 0) throw bad(`entry ${i} is empty`);
  }
  for (const [i, entry] of entries.entries()) {
    const value = next();
    const before = entries[i - 1];
    if (value === 0 && !before) throw bad('its first entry follows nothing');
    entry.offset = value === 0 ? before!.offset + before!.length : value - 1;
  }
  return entries;
}

/** Undefined for one of more than ten bytes. */
function numberAt(reader: { buf: Uint8Array; pos: number }): number | undefined {
  try {
    return readVarint(reader);
  } catch {
    return undefined;
  }
}
