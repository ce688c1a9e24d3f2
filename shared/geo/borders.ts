import { z } from 'zod';
import { Point } from '../value.ts';
import { signedArea } from './ring.ts';

/**
 * Municipal borders as `config/geo/borders/*.yaml` writes them: each border once, with the
 * municipality on either side, along named junctions. Neighbours share their border because there is
 * only one of it; rings are put together here.
 */

/** Name of a junction or of a municipality. */
export const GeoId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What lies on the other side of the region's own border. */
export const OUTSIDE = 'buiten';

export const BorderFile = z.strictObject({
  /** Places that borders run over: WGS 84, degrees, longitude first. Names are shared by all files. */
  junctions: z.record(GeoId, Point).default({}),
  borders: z
    .array(z.strictObject({ between: z.tuple([GeoId, GeoId]), along: z.array(GeoId).min(2) }))
    .default([]),
});
export type BorderFile = z.infer<typeof BorderFile>;

/** One ring per outer edge, closed (first point again), counter-clockwise (RFC 7946 §3.1.6). */
export type Rings = Point[][];

export interface Tiling {
  /** By municipality; `OUTSIDE` gives the region's own outline. */
  rings: Map<string, Rings>;
  /** What is wrong, in words for the writer of the files; the rings are then not to be used. */
  mistakes: string[];
}

/** Puts the borders of all files together to one ring or more per municipality. */
export function tile(files: readonly BorderFile[]): Tiling {
  const mistakes: string[] = [];
  const junctions = new Map<string, Point>();
  for (const [name, point] of files.flatMap((file) => Object.entries(file.junctions))) {
    if (junctions.has(name)) mistakes.push(`junction '${name}' is placed twice`);
    junctions.set(name, point);
  }
  const borders = files.flatMap((file) => file.borders);
  for (const name of new Set(borders.flatMap((border) => border.along)))
    if (!junctions.has(name)) mistakes.push(`no junction '${name}'`);

  const pieces = new Map<string, string[][]>();
  for (const { between, along } of borders)
    for (const side of between) pieces.set(side, [...(pieces.get(side) ?? []), along]);

  const rings = new Map<string, Rings>();
  for (const [side, parts] of pieces) {
    const { closed, open } = chain(parts);
    for (const loose of open)
      mistakes.push(
        `the border of ${side} is open: it ends at '${loose[0]}' and '${loose.at(-1)}'`,
      );
    const placed = closed.map((ring) => ring.map((name) => junctions.get(name) ?? [0, 0]));
    rings.set(
      side,
      placed.map((ring) => (signedArea(ring) < 0 ? ring.reverse() : ring) as Point[]),
    );
  }
  return { rings, mistakes };
}

/** Joins pieces at their ends until they close. Only where exactly two pieces meet is the way certain. */
function chain(parts: readonly string[][]): { closed: string[][]; open: string[][] } {
  const left = new Set(parts);
  const closed: string[][] = [];
  const open: string[][] = [];
  for (const first of parts) {
    if (!left.delete(first)) continue;
    const ring = [...first];
    for (;;) {
      const end = ring.at(-1)!;
      if (end === ring[0] && ring.length > 3) break;
      const next = [...left].find((part) => part[0] === end || part.at(-1) === end);
      if (!next) break;
      left.delete(next);
      ring.push(...(next[0] === end ? next : [...next].reverse()).slice(1));
    }
    (ring[0] === ring.at(-1) ? closed : open).push(ring);
  }
  return { closed, open };
}
