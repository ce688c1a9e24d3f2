import type { MultiLineString } from 'geojson';
import { bothNames } from '../../../shared/geo/base.ts';
import type { GeoFeature } from '../../../shared/geo/feature.ts';
import { plainLetters } from '../../../shared/geo/letters.ts';
import type { Mistakes } from '../refused.ts';
import { NUMBER } from './layers.ts';
import {
  columnsOf,
  namesOf,
  namesUnder,
  stems,
  STREET,
  textOf,
  type Columns,
  type Names,
} from './names.ts';
import { joinStreets } from './street.ts';
import type { Thing } from './thing.ts';

/** Things as the map, the search and the counts read them, whatever their source called its columns. */
export type Normalise = (
  things: readonly Thing[],
  layer: string,
  mistakes: Mistakes,
  note: (text: string) => void,
) => GeoFeature[];

/** Ids begin with their layer's name, so that they are none of another layer's. */
function makeIds(layer: string, mistakes: Mistakes): (thing: Thing, index: number) => string {
  const seen = new Map<string, string>();
  return ({ id, told }, index) => {
    const own = slug(id ?? '').slice(-60) || `nr-${index + 1}`;
    const made = `${layer}-${own}`;
    const other = seen.get(made);
    if (other !== undefined) mistakes.say(`${told}: its id reads the same as that of ${other}`);
    seen.set(made, told);
    return made;
  };
}

const slug = (text: string): string =>
  plainLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Streets, with the segments of one street joined. */
export const readStreets: Normalise = (things, layer, _mistakes, note) => {
  const named = things.flatMap((thing) => {
    const columns = columnsOf(thing.properties);
    const names = namesUnder(columns, STREET) ?? namesOf(columns);
    return names ? [{ thing, names }] : [];
  });
  const left = things.length - named.length;
  if (left > 0) note(`${left} without a name were left out`);
  const streets = joinStreets(
    named.map(({ thing, names }) => ({
      names,
      lines:
        thing.geometry.type === 'LineString'
          ? [thing.geometry.coordinates]
          : (thing.geometry as MultiLineString).coordinates,
    })),
  );
  if (streets.length < named.length)
    note(`${named.length} pieces were joined to ${streets.length} streets`);
  return streets.map(({ names, lines }, index) =>
    feature(`${layer}-${index + 1}`, 'street', names, {
      geometry:
        lines.length === 1
          ? { type: 'LineString', coordinates: lines[0]! }
          : { type: 'MultiLineString', coordinates: lines },
    }),
  );
};

const MUNICIPALITY = stems('munname', 'municipalityname', 'municipality', 'addrcity');

/** House numbers; boxes of one number are one address. */
export const readAddresses: Normalise = (things, layer, mistakes, note) => {
  const idFor = makeIds(layer, mistakes);
  const seen = new Set<string>();
  const features: GeoFeature[] = [];
  let nameless = 0;
  for (const [index, thing] of things.entries()) {
    const columns = columnsOf(thing.properties);
    const street = namesUnder(columns, STREET);
    const number = textOf(columns, NUMBER);
    const municipality = namesUnder(columns, MUNICIPALITY);
    const postcode = textOf(columns, [
      'zipcode',
      'postcode',
      'addrpostcode',
      'postalcode',
      'postalinfo',
    ]);
    if (!street || !number) {
      nameless += 1;
      continue;
    }
    const key = [street.nl, street.fr, number, postcode ?? municipality?.nl ?? '']
      .join('|')
      .toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    const names = { nl: `${street.nl} ${number}`, fr: `${street.fr} ${number}` };
    features.push(
      feature(idFor(thing, index), 'address', names, {
        geometry: pointOf(thing),
        more: {
          street: { nl: street.nl, fr: street.fr },
          number,
          ...(postcode ? { postcode } : {}),
          ...(municipality ? { municipality: { nl: municipality.nl, fr: municipality.fr } } : {}),
        },
      }),
    );
  }
  if (nameless > 0) note(`${nameless} without a street or a number were left out`);
  const boxes = things.length - nameless - features.length;
  if (boxes > 0) note(`${boxes} boxes and repeats of an address were left out`);
  if (features.length === 0) mistakes.say('none of them has both a street and a number');
  return features;
};

/** Several points for one thing: the first. */
const pointOf = ({ geometry }: Thing): GeoFeature['geometry'] =>
  geometry.type === 'MultiPoint'
    ? { type: 'Point', coordinates: geometry.coordinates[0]! }
    : geometry;

/** The region's outline: one thing. */
export const readRegion: Normalise = (things, _layer, mistakes) => {
  if (things.length !== 1) mistakes.say(`the region is one feature; there are ${things.length}`);
  return things.slice(0, 1).map(({ geometry, properties }) => {
    const names = namesOf(columnsOf(properties)) ?? {
      nl: 'Brussels Hoofdstedelijk Gewest',
      fr: 'Région de Bruxelles-Capitale',
    };
    return feature('region', 'region', { en: 'Brussels-Capital Region', ...names }, { geometry });
  });
};

const OTHER = stems('strname', 'street', 'zonename');

/** Things with a name. What their source says besides is kept under `facts`, where nothing of ours reads it. */
export const readNamed =
  (kind: string): Normalise =>
  (things, layer, mistakes, note) => {
    const idFor = makeIds(layer, mistakes);
    let nameless = 0;
    const features = things.map((thing, index) => {
      const columns = columnsOf(thing.properties);
      const names = namesOf(columns) ?? namesUnder(columns, OTHER);
      if (!names) nameless += 1;
      const code = textOf(columns, ['policezone', 'code', 'ref', 'number']);
      const also = [
        ...new Set(
          ['altname', 'shortname', 'oldname'].flatMap((one) => textOf(columns, [one]) ?? []),
        ),
      ];
      // Among a camera's may be the address of its picture, which is not for everybody who sees the camera.
      const facts = kind === 'camera' ? {} : factsOf(columns);
      return feature(idFor(thing, index), kind, names ?? nameFrom(layer, code, index), {
        geometry: thing.geometry,
        more: {
          ...(also.length > 0 ? { also } : {}),
          ...(code ? { code } : {}),
          ...(Object.keys(facts).length > 0 ? { facts } : {}),
        },
      });
    });
    if (nameless > 0) note(`${nameless} have no name; they got the layer's`);
    return features;
  };

function nameFrom(layer: string, code: string | undefined, index: number): Names {
  const name = `${layer} ${code ?? index + 1}`;
  return { nl: name, fr: name };
}

const MOST_FACTS = 20;

function factsOf(columns: Columns): Record<string, string | number | boolean> {
  const besides = [...columns].filter(([key]) => !key.startsWith('name'));
  const plain = besides.flatMap(([key, value]): [string, string | number | boolean][] => {
    if (typeof value === 'number' || typeof value === 'boolean') return [[key, value]];
    const text = textOf(columns, [key]);
    return text === undefined ? [] : [[key, text]];
  });
  return Object.fromEntries(plain.slice(0, MOST_FACTS));
}

function feature(
  id: string,
  kind: string,
  names: Names,
  { geometry, more = {} }: { geometry: GeoFeature['geometry']; more?: Record<string, unknown> },
): GeoFeature {
  return {
    type: 'Feature',
    id,
    geometry,
    properties: { ...more, id, kind, ...bothNames(names) },
  };
}
