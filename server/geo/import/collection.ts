import { GeoRefused, openMistakes } from '../refused.ts';
import { crossingBudget } from './crossing.ts';
import { columnsOf, namesOf, namesUnder, STREET, textOf } from './names.ts';
import { openPlacer } from './place.ts';
import { LIMITS, tooMany } from './read.ts';
import { readShape, type Tally } from './shape.ts';
import type { Thing } from './thing.ts';

/** A parsed file as things with a place (RFC 7946 §3). Throws `GeoRefused` with every mistake's feature and place. */
export function readCollection(
  file: string,
  value: unknown,
  crs: string | undefined,
  note: (text: string) => void,
): Thing[] {
  const features = featuresOf(file, value);
  const placer = openPlacer(crs, (value as { crs?: unknown }).crs);
  const tally: Tally = {
    positions: 0,
    heights: 0,
    repeated: 0,
    turned: 0,
    crossing: crossingBudget(),
  };
  const mistakes = openMistakes();
  const seen = new Map<string, string>();
  const things: Thing[] = [];
  for (const [index, feature] of features.entries()) {
    if (mistakes.full()) break;
    const { type, geometry, properties, id: own } = (feature ?? {}) as Record<string, unknown>;
    const id = idOf(own, properties);
    const told = tell(index, id, properties);
    if (type !== 'Feature') {
      mistakes.say(`${told}: is no Feature`);
      continue;
    }
    if (id !== undefined && seen.has(id)) mistakes.say(`${told}: has the id of ${seen.get(id)}`);
    if (id !== undefined) seen.set(id, told);
    try {
      things.push({ geometry: readShape(geometry, placer, tally), properties, id, told });
    } catch (error) {
      if (!(error instanceof GeoRefused)) throw error;
      mistakes.say(`${told}, ${error.message}`);
    }
    if (tally.positions > LIMITS.positions)
      throw new GeoRefused([`${file}: ${tooMany('positions', LIMITS.positions)}`]);
  }
  mistakes.refuse();
  if (placer.system) note(`coordinates turned from ${placer.system} into WGS 84`);
  if (tally.heights > 0) note(`the height of ${tally.heights} positions was dropped`);
  if (tally.repeated > 0) note(`${tally.repeated} repeated positions were dropped`);
  if (tally.turned > 0) note(`${tally.turned} rings were turned round (RFC 7946 §3.1.6)`);
  return things;
}

function featuresOf(file: string, value: unknown): unknown[] {
  const { type, features } = (value ?? {}) as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new GeoRefused([`${file}: is no GeoJSON FeatureCollection`]);
  if (features.length === 0) throw new GeoRefused([`${file}: has no features`]);
  if (features.length > LIMITS.features)
    throw new GeoRefused([`${file}: ${tooMany('features', LIMITS.features)}`]);
  return features;
}

function idOf(own: unknown, properties: unknown): string | undefined {
  if (typeof own === 'string' || typeof own === 'number') return String(own);
  return textOf(columnsOf(properties), ['inspireid', 'id', 'osmid']);
}

function tell(index: number, id: string | undefined, properties: unknown): string {
  const columns = columnsOf(properties);
  const name = (namesOf(columns) ?? namesUnder(columns, STREET))?.nl;
  const known = [
    ...(id === undefined ? [] : [`id ${id.slice(0, 60)}`]),
    ...(name === undefined ? [] : [`"${name.slice(0, 60)}"`]),
  ];
  return known.length > 0 ? `feature ${index} (${known.join(', ')})` : `feature ${index}`;
}
