import type { Point } from '../../../shared/value.ts';
import { BELGIUM, isInside, isKnownSystem, projector } from '../../projection.ts';
import { GeoRefused } from '../refused.ts';

/** From the numbers of a file to WGS 84, and what is told of numbers that cannot be right. */
export interface Placer {
  /** A reason in words when the place cannot be right. */
  place(x: number, y: number): Point | string;
  /** System that is turned into WGS 84, for the notes. */
  system?: string;
}

const METRES = ['EPSG:31370', 'EPSG:3812', 'EPSG:3857'].map(
  (system) => [system, projector(system)] as const,
);

/**
 * `asked`: what `--crs` says. `own`: the file's `crs` member, which RFC 7946 took out of GeoJSON but
 * many sources still write; what it says is believed.
 */
export function openPlacer(asked: string | undefined, own: unknown): Placer {
  const said = asked ?? nameOf(own);
  if (said === undefined || isWgs84(said)) return { place: check };
  const system = epsgOf(said);
  if (system === undefined || !isKnownSystem(system))
    throw new GeoRefused([
      `${asked === undefined ? 'crs' : '--crs'}: "${said.slice(0, 80)}" is not known; EPSG:31370, EPSG:3812, EPSG:3857, EPSG:4258 and EPSG:4326 are`,
    ]);
  const project = projector(system);
  return {
    system,
    place(x, y) {
      const point = project(x, y);
      return isInside(point, BELGIUM) ? point : `[${x}, ${y}] in ${system} lies outside Belgium`;
    },
  };
}

function check(x: number, y: number): Point | string {
  if (isInside([x, y], BELGIUM)) return [x, y];
  if (isInside([y, x], BELGIUM))
    return `[${x}, ${y}] has latitude and longitude swapped; GeoJSON puts the longitude first`;
  const metres = METRES.find(([, project]) => isInside(project(x, y), BELGIUM));
  if (metres && (Math.abs(x) > 180 || Math.abs(y) > 90))
    return `[${x}, ${y}] are no degrees; they look like metres of ${metres[0]}: say --crs ${metres[0]}`;
  return `[${x}, ${y}] lies outside Belgium`;
}

/** The member is `{type: 'name', properties: {name}}` (GeoJSON 2008 §3.1). */
function nameOf(crs: unknown): string | undefined {
  if (crs === undefined || crs === null) return undefined;
  const { properties } = crs as { properties?: { name?: unknown } };
  if (typeof properties?.name === 'string') return properties.name;
  throw new GeoRefused(['crs: names no system; take it out, or say --crs EPSG:…']);
}

const isWgs84 = (name: string): boolean => /\bCRS:?84$/i.test(name) || epsgOf(name) === 'EPSG:4326';

/** `EPSG:31370`, `urn:ogc:def:crs:EPSG::31370`, `http://www.opengis.net/def/crs/EPSG/0/31370`. */
const epsgOf = (name: string): string | undefined => {
  const code = /\bepsg\b.*?(\d{4,6})$/i.exec(name.trim())?.[1];
  return code && `EPSG:${code}`;
};
