import type { Geometry } from 'geojson';
import { GeoRefused } from '../refused.ts';
import { columnsOf, namesOf, textOf, type Columns } from './names.ts';

/** The layers that are more than things with a name, and how a file is recognised as one of them. */
export type Ground = 'area' | 'line' | 'point';

export interface Known {
  /** Kind of its things. */
  kind: string;
  /** What its things must be on the ground. */
  ground: Ground;
}

export const KNOWN: Readonly<Record<string, Known>> = {
  municipalities: { kind: 'municipality', ground: 'area' },
  region: { kind: 'region', ground: 'area' },
  zones: { kind: 'zone', ground: 'area' },
  addresses: { kind: 'address', ground: 'point' },
  crossings: { kind: 'crossing', ground: 'point' },
  streets: { kind: 'street', ground: 'line' },
};

export function groundOf({ type }: Geometry): Ground {
  return type.endsWith('Polygon') ? 'area' : type.endsWith('LineString') ? 'line' : 'point';
}

export const NIS = ['niscode', 'nationalcode', 'natcode', 'nis', 'ins', 'munniscode', 'codeins'];
export const NUMBER = [
  'policenum',
  'housenumber',
  'addrhousenumber',
  'huisnummer',
  'numero',
  'adrn',
  'number',
];
const ZONE = ['policezone', 'zone', 'zonenumber', 'code', 'id'];

interface Sample {
  ground: Ground;
  columns: Columns;
}

/** Looks at the first things of a file. Throws `GeoRefused` when they are like none that we know. */
export function recognise(
  file: string,
  things: readonly { geometry: Geometry; properties: unknown }[],
): string {
  const samples: Sample[] = things.slice(0, 50).map(({ geometry, properties }) => ({
    ground: groundOf(geometry),
    columns: columnsOf(properties),
  }));
  const all = (ground: Ground, is: (columns: Columns) => boolean) =>
    samples.length > 0 && samples.every((one) => one.ground === ground && is(one.columns));
  const nis = (columns: Columns) => textOf(columns, NIS) ?? '';

  if (all('point', (one) => textOf(one, NUMBER) !== undefined)) return 'addresses';
  if (all('area', (one) => /^210\d\d$/.test(nis(one)) && namesOf(one) !== undefined))
    return 'municipalities';
  if (things.length === 1 && all('area', (one) => isRegion(one, nis(one)))) return 'region';
  if (all('area', (one) => /^53[34]\d$/.test(textOf(one, ZONE) ?? ''))) return 'zones';
  if (all('line', (one) => isStreet(one))) return 'streets';
  throw new GeoRefused([
    `${file}: what is in it is not told by its properties (${told(samples)}): say --as municipalities, region, zones, addresses, streets, crossings, or the kind of its things`,
  ]);
}

const isRegion = (columns: Columns, nis: string): boolean =>
  /^0?4000$/.test(nis) ||
  /hoofdstedelijk gewest|bruxelles-capitale/i.test(namesOf(columns)?.fr ?? '');

const isStreet = (columns: Columns): boolean =>
  [...columns.keys()].some((key) => /^(str|street|straat|rue)/.test(key)) ||
  columns.has('highway') ||
  textOf(columns, ['name'])?.includes(' - ') === true;

const told = (samples: readonly Sample[]): string =>
  [...(samples[0]?.columns.keys() ?? [])].slice(0, 8).join(', ') || 'none';
