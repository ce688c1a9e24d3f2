import type { Position } from 'geojson';
import type { GeoCollection, GeoFeature } from '../../../shared/geo/feature.ts';

/**
 * What the map is given of the ground. Neighbours share their border, and it would be drawn twice, the
 * strokes of one between those of the other: here the municipalities' borders are one thing of lines,
 * each stretch once, without the region's rim, which has a line of its own.
 */
export function groundFeatures(geo: GeoCollection): GeoCollection {
  const isBordered = ({ properties }: GeoFeature) => properties.kind === 'municipality';
  const areas = geo.features.filter(isBordered);
  if (areas.length === 0) return geo;
  const seen = new Set<string>();
  for (const one of geo.features.filter(({ properties }) => properties.kind === 'region'))
    for (const ring of ringsOf(one)) fresh(ring, seen);
  const borders: GeoFeature = {
    type: 'Feature',
    id: 'borders',
    geometry: {
      type: 'MultiLineString',
      coordinates: areas.flatMap(ringsOf).flatMap((ring) => fresh(ring, seen)),
    },
    properties: { id: 'borders', kind: 'municipality', nl: '', fr: '', en: '' },
  };
  return { ...geo, features: [...geo.features.filter((one) => !isBordered(one)), borders] };
}

function ringsOf({ geometry }: GeoFeature): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** The parts of a ring that were not seen before, each as long as it goes; they are then. */
function fresh(ring: readonly Position[], seen: Set<string>): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] | undefined;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    const [from, to] = [`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`];
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (seen.has(key)) part = undefined;
    else if (part) part.push(b);
    else parts.push((part = [a, b]));
    seen.add(key);
  }
  return parts;
}
