import type { Geometry, Position } from 'geojson';
import { signedArea } from '../../../shared/geo/ring.ts';
import { GeoRefused } from '../refused.ts';
import { crossingIn, type CrossingBudget } from './crossing.ts';
import type { Placer } from './place.ts';

/** A geometry from outside: checked position by position and turned into one that may be drawn and asked. */
export interface Tally {
  positions: number;
  /** Positions with a height, which was dropped. */
  heights: number;
  /** Positions that repeat the one before. */
  repeated: number;
  /** Rings that ran the other way round than RFC 7946 §3.1.6 has it. */
  turned: number;
  crossing: CrossingBudget;
}

/** Square degrees: less than a square decimetre. */
const NOTHING = 1e-12;

/** Throws `GeoRefused` with the place inside the geometry, for instance `coordinates[0][17]`. */
export function readShape(geometry: unknown, placer: Placer, tally: Tally): Geometry {
  if (geometry === null || geometry === undefined) fault('geometry', 'there is none');
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  const at = 'coordinates';
  const point = (value: unknown, where: string) => readPosition(value, where, placer, tally);
  const line = (value: unknown, where: string) => readLine(value, where, point, tally);
  const area = (value: unknown, where: string) => readRings(value, where, point, tally);
  switch (type) {
    case 'Point':
      return { type, coordinates: point(coordinates, at) };
    case 'MultiPoint':
      return { type, coordinates: each(coordinates, at, point) };
    case 'LineString':
      return { type, coordinates: line(coordinates, at) };
    case 'MultiLineString':
      return { type, coordinates: each(coordinates, at, line) };
    case 'Polygon': {
      const rings = area(coordinates, at);
      mayNotCross(rings, tally);
      return { type, coordinates: rings };
    }
    case 'MultiPolygon': {
      const parts = each(coordinates, at, area);
      mayNotCross(parts.flat(), tally);
      return { type, coordinates: parts };
    }
    default:
      return fault('geometry', `${told(type)} is not a shape that can be drawn`);
  }
}

function fault(where: string, why: string): never {
  throw new GeoRefused([`${where}: ${why}`]);
}

/** A value as it may stand in a message: short, whatever it is. */
function told(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function each<T>(value: unknown, where: string, read: (one: unknown, where: string) => T): T[] {
  if (!Array.isArray(value)) fault(where, `${told(value)} is no list`);
  if (value.length === 0) fault(where, 'is empty');
  return value.map((one, i) => read(one, `${where}[${i}]`));
}

function readPosition(value: unknown, where: string, placer: Placer, tally: Tally): Position {
  if (!Array.isArray(value) || value.length < 2 || !value.every(Number.isFinite))
    fault(where, `${told(value)} is no position: two numbers, longitude and latitude`);
  const [x, y] = value as [number, number];
  tally.positions += 1;
  if (value.length > 2) tally.heights += 1;
  const point = placer.place(x, y);
  return typeof point === 'string' ? fault(where, point) : point;
}

type ReadPosition = (value: unknown, where: string) => Position;

/** Without positions that repeat the one before: they change nothing on the ground. */
function withoutRepeats(line: Position[], tally: Tally): Position[] {
  const kept = line.filter(
    (one, i) => i === 0 || one[0] !== line[i - 1]![0] || one[1] !== line[i - 1]![1],
  );
  tally.repeated += line.length - kept.length;
  return kept;
}

function readLine(value: unknown, where: string, point: ReadPosition, tally: Tally): Position[] {
  const line = withoutRepeats(each(value, where, point), tally);
  return line.length < 2 ? fault(where, 'a line needs two different positions') : line;
}

/** The outer ring counter-clockwise, the holes clockwise. */
function readRings(value: unknown, where: string, point: ReadPosition, tally: Tally): Position[][] {
  return each(value, where, (one, at) => {
    const given = each(one, at, point);
    if (given.length < 4)
      fault(at, `a ring needs four positions or more, this has ${given.length}`);
    const [first, last] = [given[0]!, given.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1])
      fault(at, `the ring is not closed: it begins at ${told(first)} and ends at ${told(last)}`);
    const ring = withoutRepeats(given, tally);
    // From its own corner: differences of large numbers would hide a small area.
    const area = signedArea(ring.map(([x, y]) => [x! - first[0]!, y! - first[1]!])) / 2;
    if (ring.length < 4 || Math.abs(area) < NOTHING) {
      // Two halves that cancel out, as in a bow tie, are a crossing.
      if (ring.length >= 4) mayNotCross([ring], tally);
      fault(at, 'the ring has no area');
    }
    const outer = at.endsWith('[0]');
    if (outer === area > 0) return ring;
    tally.turned += 1;
    return ring.reverse();
  });
}

function mayNotCross(rings: readonly Position[][], tally: Tally): void {
  const place = crossingIn(rings, tally.crossing);
  if (place) fault('coordinates', `the outline crosses itself near ${told(place)}`);
}
