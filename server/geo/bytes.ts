import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Compression } from 'pmtiles';
import { GeoRefused } from './refused.ts';

/** Reads bytes of the file, unpacked; throws `GeoRefused`, naming `what`, where they are missing, broken, or unpack to more than `most`. */
export type Read = (
  what: string,
  offset: number,
  length: number,
  compression: Compression,
  most: number,
) => Promise<Uint8Array>;

const unzip = promisify(gunzip);

export function openRead(handle: FileHandle, size: number): Read {
  return async (what, offset, length, compression, most) => {
    if (offset + length > size)
      throw new GeoRefused([
        `${what}: ends at byte ${offset + length}, the file at ${size}: it is cut off`,
      ]);
    if (length > most) throw new GeoRefused([`${what}: ${length} bytes; at most ${most} are read`]);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset);
    if (bytesRead < length)
      throw new GeoRefused([`${what}: could be read to byte ${offset + bytesRead} only`]);
    if (compression === Compression.None) return buffer;
    try {
      return await unzip(buffer, { maxOutputLength: most });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const why = code === 'ERR_BUFFER_TOO_LARGE' ? `unpacks to more than ${most} bytes` : message;
      throw new GeoRefused([`${what}: ${why}`]);
    }
  };
}
