import proj4 from 'proj4';
import { roundPoint, type Point } from '../shared/value.ts';

/**
 * Coordinates of any system to WGS 84. Definitions of the systems that Belgian sources use, as the
 * EPSG registry gives them; a mapping may bring another in proj4's notation.
 */
const SYSTEMS: Readonly<Record<string, string>> = {
  'EPSG:4326': '+proj=longlat +datum=WGS84 +no_defs',
  'EPSG:4258': '+proj=longlat +ellps=GRS80 +no_defs',
  'EPSG:3857':
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  // Belgian Lambert 72, with the seven parameters of EPSG transformation 15929 (about 0.2 m).
  'EPSG:31370':
    '+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs',
  // Belgian Lambert 2008.
  'EPSG:3812':
    '+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 +ellps=GRS80 +units=m +no_defs',
  'EPSG:3035':
    '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs',
  'EPSG:25831': '+proj=utm +zone=31 +ellps=GRS80 +units=m +no_defs',
  'EPSG:32631': '+proj=utm +zone=31 +datum=WGS84 +units=m +no_defs',
};

export const isKnownSystem = (crs: string): boolean => Object.hasOwn(SYSTEMS, crs);

/** Belgium with a margin: west, south, east, north, in degrees. A point outside it is a mistake of the source. */
export const BELGIUM = [2.3, 49.3, 6.6, 51.7] as const;

/** Turns x (east) and y (north) of one system into `[longitude, latitude]`, rounded to a decimetre. */
export function projector(crs: string, definition?: string): (x: number, y: number) => Point {
  const source = proj4(definition ?? SYSTEMS[crs] ?? crs, SYSTEMS['EPSG:4326']!);
  return (x, y) => {
    const [lon, lat] = source.forward([x, y]);
    return roundPoint([lon, lat]);
  };
}

export function isInside(
  [lon, lat]: Point,
  [west, south, east, north]: readonly [number, number, number, number],
): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
