import { cleanText } from '../../shared/clean.ts';
import type { Point } from '../../shared/value.ts';
import { BELGIUM, isInside } from '../projection.ts';
import { isNode, nodes, textOf } from './xml.ts';

/** Where a DATEX II situation record is (EN 16157-2, location referencing). */

/** The first coordinates in a record's location, in whichever of DATEX II's ways: WGS 84 / ETRS 89, degrees. */
export function firstPoint(node: unknown, depth = 0): Point | undefined {
  if (typeof node !== 'object' || node === null || depth > 20) return undefined;
  if (isNode(node)) {
    const [lat, lon] = [Number(textOf(node['latitude'])), Number(textOf(node['longitude']))];
    if (textOf(node['latitude']) && isInside([lon, lat], BELGIUM)) return [lon, lat];
    for (const name of ['pos', 'posList']) {
      const [first, second] = (textOf(node[name]) ?? '').split(/\s+/, 2).map(Number);
      // GML gives latitude first, but not every source has heard of it.
      if (first === undefined || second === undefined) continue;
      if (isInside([second, first], BELGIUM)) return [second, first];
      if (isInside([first, second], BELGIUM)) return [first, second];
    }
  }
  for (const child of Object.values(node)) {
    const point = firstPoint(child, depth + 1);
    if (point) return point;
  }
  return undefined;
}

/** An Alert-C location without coordinates, for a person who has the table: country, table, place, direction. */
export function alertC(node: unknown, depth = 0): string | undefined {
  if (typeof node !== 'object' || node === null || depth > 12) return undefined;
  if (isNode(node) && node['alertCLocationTableNumber'] !== undefined) {
    const points = Object.entries(node)
      .filter(([name]) => /Primary|Secondary/.test(name))
      .map(([, one]) => placeName(isNode(one) ? one['alertCLocation'] : undefined, offsetOf(one)));
    const places = [...points, placeName(node['areaLocation'])].filter((one) => one).join(' – ');
    const direction = isNode(node['alertCDirection'])
      ? textOf(node['alertCDirection']['alertCDirectionCoded'])
      : undefined;
    const table = `Alert-C ${textOf(node['alertCLocationCountryCode']) ?? '?'}/${textOf(node['alertCLocationTableNumber']) ?? '?'}`;
    return cleanText([table, places, direction].filter(Boolean).join(' · '), 200);
  }
  for (const child of Object.values(node)) {
    const found = alertC(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** `Zellik (1234) + 300 m`: the name where the source sends it, the code for who looks it up. */
function placeName(location: unknown, offset?: string): string | undefined {
  if (!isNode(location)) return undefined;
  const code = textOf(location['specificLocation']);
  const named = nodes(location['alertCLocationName']).flatMap((one) => [
    one,
    ...nodes(one['values']),
  ]);
  const name = named
    .flatMap((one) => list(one['value']))
    .map(textOf)
    .find((one) => one);
  const place = name && code ? `${name} (${code})` : (name ?? code);
  return place && (offset ? `${place} + ${offset} m` : place);
}

const offsetOf = (point: unknown): string | undefined =>
  isNode(point) && isNode(point['offsetDistance'])
    ? textOf(point['offsetDistance']['offsetDistance'])
    : undefined;

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
