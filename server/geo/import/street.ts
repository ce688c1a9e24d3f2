import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { boxOf, type Box } from '../../../shared/geo/feature.ts';
import type { Names } from './names.ts';

/** Pieces of street to streets: a source has one line for each stretch between two crossings. */
export interface Piece {
  names: Names;
  lines: Position[][];
}

/** Pieces of one name that lie no farther apart than this are one street, degrees (about 250 m); a Kerkstraat of another municipality is another. */
const GAP = 0.0025;

export function joinStreets(pieces: readonly Piece[]): Piece[] {
  const byName = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const key = `${piece.names.nl}|${piece.names.fr}`;
    const same = byName.get(key);
    if (same) same.push(piece);
    else byName.set(key, [piece]);
  }
  return [...byName.values()].flatMap((same) =>
    clusters(same).map((cluster) => ({
      names: cluster[0]!.names,
      lines: cluster.flatMap(({ lines }) => lines),
    })),
  );
}

function clusters(pieces: readonly Piece[]): Piece[][] {
  if (pieces.length === 1) return [[...pieces]];
  const boxes = pieces.map(
    ({ lines }): Box => boxOf({ type: 'MultiLineString', coordinates: lines }) ?? [0, 0, 0, 0],
  );
  const index = new Flatbush(pieces.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  const left = new Set(pieces.keys());
  const found: Piece[][] = [];
  for (const first of pieces.keys()) {
    if (!left.delete(first)) continue;
    const cluster = [first];
    for (let at = 0; at < cluster.length; at += 1) {
      const [west, south, east, north] = boxes[cluster[at]!]!;
      for (const near of index.search(west - GAP, south - GAP, east + GAP, north + GAP))
        if (left.delete(near)) cluster.push(near);
    }
    found.push(cluster.map((i) => pieces[i]!));
  }
  return found;
}
