import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { open, stat } from 'node:fs/promises';
import { GeoRefused } from '../refused.ts';

/** A GeoJSON file as text that may be parsed: looked through byte by byte first, so that no file can eat the machine. */

export const LIMITS = {
  bytes: 256 * 1024 * 1024,
  /** The region's addresses are a quarter of it, its street axes too. */
  positions: 1_000_000,
  features: 500_000,
  /** Brackets and braces inside one another. */
  depth: 32,
} as const;

export interface GeoText {
  text: string;
  bytes: number;
  sha256: string;
}

const CHUNK = 1 << 20;
const millions = (count: number): string => count.toLocaleString('en');

/** Throws `GeoRefused` on what is too large, too deep or no UTF-8. */
export async function readGeoText(file: string): Promise<GeoText> {
  const about = await stat(file);
  if (!about.isFile()) throw new GeoRefused([`${file}: is no file`]);
  if (about.size > LIMITS.bytes)
    throw new GeoRefused([
      `${file}: ${millions(about.size)} bytes; at most ${millions(LIMITS.bytes)} are read. Leave out what is not needed, or import it in parts under several names.`,
    ]);
  const scan = openScan();
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  const handle = await open(file, 'r');
  try {
    for (let bytes = 0; ;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, null);
      if (bytesRead === 0) break;
      bytes += bytesRead;
      // It may have grown since it was measured.
      if (bytes > LIMITS.bytes) throw new GeoRefused([`${file}: grows while it is read`]);
      const part = buffer.subarray(0, bytesRead);
      hash.update(part);
      parts.push(part);
      const fault = scan(part);
      if (fault) throw new GeoRefused([`${file}: ${fault}`]);
    }
  } finally {
    await handle.close();
  }
  const whole = Buffer.concat(parts);
  if (whole.length === 0) throw new GeoRefused([`${file}: is empty`]);
  if (whole[0] === 0x1f && whole[1] === 0x8b)
    throw new GeoRefused([`${file}: is compressed (gzip); unpack it first`]);
  if (!isUtf8(whole)) throw new GeoRefused([`${file}: is not UTF-8, as JSON has to be`]);
  return { text: whole.toString('utf8'), bytes: whole.length, sha256: hash.digest('hex') };
}

/** Counts positions (a `[` before a number) and depth in bytes of JSON, as they come. Returns what is too much. */
function openScan(): (part: Buffer) => string | undefined {
  let inText = false;
  let escaped = false;
  let opened = false;
  let depth = 0;
  let positions = 0;
  let containers = 0;
  return (part) => {
    for (const byte of part) {
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) escaped = true;
        else if (byte === 0x22) inText = false;
        continue;
      }
      if (byte <= 0x20) continue;
      if (opened && (byte === 0x2d || (byte >= 0x30 && byte <= 0x39))) positions += 1;
      opened = byte === 0x5b;
      if (byte === 0x22) inText = true;
      else if (byte === 0x5b || byte === 0x7b) {
        depth += 1;
        containers += 1;
        if (depth > LIMITS.depth) return `more than ${LIMITS.depth} brackets inside one another`;
      } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    }
    // A `bbox` looks like a position too: the exact count comes after parsing.
    if (positions > LIMITS.positions + LIMITS.features || containers > 4 * LIMITS.positions)
      return tooMany('positions', LIMITS.positions);
    return undefined;
  };
}

export const tooMany = (what: string, most: number): string =>
  `more than ${millions(most)} ${what}. Simplify it, or import it in parts under several names.`;

/** Throws `GeoRefused` with the parser's own words for the place. */
export function parseGeoText(file: string, text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new GeoRefused([`${file}: is not JSON (or is cut off): ${why.slice(0, 160)}`]);
  }
}
